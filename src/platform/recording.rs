//! Stand-ins for tests: a phone that writes down what it was asked, and a clock that is set by hand.

mod phone;
mod picker;
mod reminders;
mod touch;

pub use phone::{Answer, Call, Can, RecordingPhone};
pub use picker::HandPicker;
pub use reminders::HandReminders;
pub use touch::HandTouch;

use crate::domain::ports::{Clock, DeviceSecret, DeviceSecretError, Locating, Locator};
use crate::domain::{NoPosition, Position};
use jiff::{Timestamp, tz::TimeZone};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// A clock that stands still until it is moved.
pub struct HandClock {
    now: Mutex<Timestamp>,
    zone: TimeZone,
    running: Mutex<Duration>,
}

impl HandClock {
    /// A clock that shows this moment, in London.
    pub fn at(now: Timestamp) -> Self {
        let zone = TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC);
        Self { now: Mutex::new(now), zone, running: Mutex::default() }
    }

    /// Moves the clock to another moment, forwards or back.
    pub fn set(&self, now: Timestamp) {
        *self.now.lock().unwrap_or_else(PoisonError::into_inner) = now;
    }

    /// Lets the program run on for this long. What the clock shows stays.
    pub fn run_on(&self, by: Duration) {
        *self.running.lock().unwrap_or_else(PoisonError::into_inner) += by;
    }
}

impl Clock for HandClock {
    fn now(&self) -> Timestamp {
        *self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn zone(&self) -> TimeZone {
        self.zone.clone()
    }

    fn since_boot(&self) -> Option<Duration> {
        None
    }

    fn running(&self) -> Duration {
        *self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A device whose own secret is what a test says it is.
pub struct HandSecret(Mutex<Result<[u8; 32], DeviceSecretError>>);

impl HandSecret {
    /// A device with this secret.
    pub fn of(secret: [u8; 32]) -> Self {
        Self(Mutex::new(Ok(secret)))
    }

    /// From now on.
    pub fn say(&self, answer: Result<[u8; 32], DeviceSecretError>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = answer;
    }
}

impl DeviceSecret for HandSecret {
    fn prepare(&self) -> Result<(), DeviceSecretError> {
        self.mix(&[0; 32]).map(|_| ())
    }

    fn mix(&self, input: &[u8; 32]) -> Result<[u8; 32], DeviceSecretError> {
        let mut out = (*self.0.lock().unwrap_or_else(PoisonError::into_inner))?;
        // No cipher: what a test needs is that it depends on both.
        out.iter_mut().zip(input).for_each(|(out, input)| *out = out.wrapping_mul(31) ^ input);
        Ok(out)
    }
}

/// A device that is where a test says it is.
pub struct HandLocator(Mutex<(bool, Result<Position, NoPosition>)>);

impl Default for HandLocator {
    fn default() -> Self {
        Self(Mutex::new((false, Err(NoPosition::Unavailable))))
    }
}

impl HandLocator {
    /// From now on: whether it answers without a question, and what.
    pub fn say(&self, may: bool, answer: Result<Position, NoPosition>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = (may, answer);
    }

    fn said(&self) -> (bool, Result<Position, NoPosition>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Locator for HandLocator {
    fn may(&self) -> Locating<bool> {
        let (may, _) = self.said();
        Box::pin(async move { may })
    }

    fn locate(&self) -> Locating<Result<Position, NoPosition>> {
        let (_, answer) = self.said();
        Box::pin(async move { answer })
    }
}
