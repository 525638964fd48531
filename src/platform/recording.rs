//! Stand-ins for tests: a phone that writes down what it was asked, and a clock that is set by hand.

mod touch;

pub use touch::HandTouch;

use crate::domain::ports::{
    Clock, DeviceSecret, DeviceSecretError, Locating, Locator, Opened, Phone, PhoneError, Would,
};
use crate::domain::{NoPosition, Position};
use jiff::{Timestamp, tz::TimeZone};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// One thing that the phone was asked to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Call {
    /// Open the dialer with this number.
    Dial(String),
    /// Open the messages with this number and these words.
    Text(String, String),
    /// Open this page.
    OpenPage(String),
    /// Share a file of this media type.
    Share(String),
    /// Vibrate.
    Vibrate,
    /// Hide the screen from screenshots, or stop.
    Conceal(bool),
    /// Close the app.
    Leave,
}

/// How the recording phone answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Answer {
    /// As a phone: everything opens.
    #[default]
    Opens,
    /// As a computer: nothing opens, and it says what a phone would do.
    ShowsInstead,
    /// As a phone that refuses.
    Refuses,
}

/// A phone that opens nothing and remembers what it was asked.
#[derive(Default)]
pub struct RecordingPhone {
    answer: Answer,
    calls: Mutex<Vec<Call>>,
}

impl RecordingPhone {
    /// A phone that answers like this.
    pub fn that(answer: Answer) -> Self {
        Self { answer, calls: Mutex::default() }
    }

    /// What it was asked so far, in order.
    pub fn calls(&self) -> Vec<Call> {
        self.lock().clone()
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Call>> {
        self.calls.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn note(&self, call: Call, opened: Opened, would: Would) -> Result<Opened, PhoneError> {
        self.lock().push(call);
        match self.answer {
            Answer::Opens => Ok(opened),
            Answer::ShowsInstead => Ok(Opened::ShownInstead(would)),
            Answer::Refuses => Err(PhoneError::Refused),
        }
    }

    fn done(&self, call: Call) -> Result<(), PhoneError> {
        self.lock().push(call);
        match self.answer {
            Answer::Opens => Ok(()),
            Answer::ShowsInstead => Err(PhoneError::NotOnThisDevice),
            Answer::Refuses => Err(PhoneError::Refused),
        }
    }
}

impl Phone for RecordingPhone {
    fn dial(&self, number: &str) -> Result<Opened, PhoneError> {
        self.note(Call::Dial(number.into()), Opened::Dialer, Would::Dial(number.into()))
    }

    fn text(&self, number: &str, body: &str) -> Result<Opened, PhoneError> {
        let would = Would::Text { number: number.into(), body: body.into() };
        self.note(Call::Text(number.into(), body.into()), Opened::Messages, would)
    }

    fn open_page(&self, url: &str) -> Result<Opened, PhoneError> {
        self.note(Call::OpenPage(url.into()), Opened::Browser, Would::OpenPage(url.into()))
    }

    fn share_file(&self, _file: &Path, mime: &str) -> Result<Opened, PhoneError> {
        self.note(Call::Share(mime.into()), Opened::ShareSheet, Would::Share)
    }

    fn prints(&self) -> bool {
        self.answer == Answer::ShowsInstead
    }

    fn vibrate(&self) -> Result<(), PhoneError> {
        self.done(Call::Vibrate)
    }

    fn conceal(&self, on: bool) -> Result<(), PhoneError> {
        self.done(Call::Conceal(on))
    }

    fn leave(&self) -> Result<(), PhoneError> {
        self.done(Call::Leave)
    }
}

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
