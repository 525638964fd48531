//! Guessing: every typed try is on the disk before it is worked out, and after five the next one has to wait.
//!
//! The wait grows with the count, up to 30 seconds, and is the same whatever the try would have come to. It lies before
//! a try, so what was typed is never worked out too early. Recovery words carry 256 random bits and never wait.
//! **Nothing is ever wiped.**
//!
//! ```text
//! tries = version 2 (1) ‖ failed ‖ unreported                    u32, big endian
//! tries = version 1 (1) ‖ failed                                 read, not written any more
//! ```
//!
//! `failed` makes the wait and ends when the journal is opened. `unreported` is what the next line of the journal says
//! of failed tries; on a full disk that line is missing, and then the number stays.

use std::time::Duration;

use super::core::Core;
use super::{Session, SessionError};
use crate::domain::ports::{DeviceSecret, DeviceSecretError};
use crate::store::{Side, Small};
use crate::vault::{Attempt, VaultError};

/// Tries without a wait.
const FREE: u32 = 5;
/// The longest wait: she must never be kept out for long by somebody who plays with her phone.
const LONGEST: Duration = Duration::from_secs(30);

/// The counts of tries.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tries {
    /// Since the journal was last opened.
    pub failed: u32,
    /// Not yet a line of the journal.
    pub unreported: u32,
}

impl Tries {
    pub fn to_bytes(self) -> Vec<u8> {
        [&[2u8][..], &self.failed.to_be_bytes(), &self.unreported.to_be_bytes()].concat()
    }

    /// What cannot be read counts as none: a lost count must never keep her out.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        let number = |bytes: &[u8]| bytes.try_into().map_or(0, u32::from_be_bytes);
        match bytes {
            [1, count @ ..] => Self { failed: number(count), unreported: number(count) },
            [2, rest @ ..] => match rest.split_at_checked(4) {
                Some((failed, unreported)) if unreported.len() == 4 => {
                    Self { failed: number(failed), unreported: number(unreported) }
                }
                _ => Self::default(),
            },
            _ => Self::default(),
        }
    }

    /// One more.
    fn counted(self) -> Self {
        Self { failed: self.failed.saturating_add(1), unreported: self.unreported.saturating_add(1) }
    }

    /// The larger of each: what is in memory, or what is on the disk.
    fn or(self, other: Self) -> Self {
        Self { failed: self.failed.max(other.failed), unreported: self.unreported.max(other.unreported) }
    }

    /// How long the next try has to wait: 1 s after the fifth, then twice as long after each.
    fn delay(self) -> Duration {
        match self.failed.checked_sub(FREE) {
            None => Duration::ZERO,
            Some(over) => Duration::from_secs(1 << over.min(5)).min(LONGEST),
        }
    }
}

/// What this program knows of tries.
#[derive(Debug, Default)]
pub(super) struct Guessing {
    tries: Tries,
    /// When the wait began, by [`Clock::running`](crate::domain::ports::Clock::running): the last try, or the start of
    /// this program. So the rest of a wait that a restart cut off is served anew, as a whole.
    since: Duration,
    /// The disk did not take the count; it is in memory only, where a restart ends it.
    unwritten: bool,
    /// The plain notes were opened last. Whoever watched believes that everything was: a count that stayed would say that
    /// it was not. It is shown again after the next try that fails, and it waits as before.
    unshown: bool,
}

impl Guessing {
    /// At the start of the program.
    pub fn at_start(tries: Tries, now: Duration) -> Self {
        Self { tries, since: now, unwritten: false, unshown: false }
    }

    /// As it is shown on the lock and in the calculator.
    pub fn failed(&self) -> u32 {
        if self.unshown { 0 } else { self.tries.failed }
    }

    /// When the next try may be made.
    pub fn next_try(&self) -> Duration {
        let delay = if self.unwritten && self.tries.failed >= FREE { LONGEST } else { self.tries.delay() };
        if delay.is_zero() { Duration::ZERO } else { self.since.saturating_add(delay) }
    }
}

/// Whole seconds from `now` until `then`, rounded up: after so many seconds it is certainly allowed.
pub(super) fn seconds_until(then: Duration, now: Duration) -> u64 {
    let left = then.saturating_sub(now);
    left.as_secs() + u64::from(left.subsec_nanos() > 0)
}

/// A secret that opened something.
pub(super) struct Found {
    pub opened: crate::vault::Opened,
    /// The side of the store that it opens.
    pub side: Side,
}

impl Session {
    /// Seconds until the next typed try may be made; 0 for now. Does not wait for a session that is busy.
    pub fn wait(&self) -> u64 {
        seconds_until(self.status_now().next_try, self.running())
    }

    /// How many tries failed since the journal was last open, for the mark that only she knows.
    pub fn failed_tries(&self) -> u32 {
        self.status_now().failed
    }
}

impl Core {
    /// Tries a secret on both key files. A typed one is counted on the disk first, and refused while a wait lasts.
    pub(super) fn try_secret(&mut self, attempt: Attempt<'_>) -> Result<Found, SessionError> {
        let files = self.key_files()?;
        self.hold()?;
        let typed = match attempt {
            Attempt::Typed(typed) if typed.is_empty() => return Err(SessionError::WrongSecret),
            Attempt::Typed(typed) => Some(typed),
            Attempt::Recovery(_) => None,
        };
        if typed.is_some() {
            self.count_try()?;
        }
        let device = self.device.clone();
        let mix = device.as_deref().map(mixing);
        let (tried, lost) = files.open(attempt, mix.as_ref().map(|mix| mix as _));
        if typed.is_some() {
            self.guessing.since = self.clock.running();
        }
        self.guessing.unshown &= tried.is_ok();
        self.tell_tries();
        match tried {
            Ok((opened, side)) => Ok(Found { opened, side }),
            Err(error @ (VaultError::WrongSecret | VaultError::NoDeviceSecret | VaultError::DeviceSecret)) => {
                let device_helped = device.is_some() && error == VaultError::WrongSecret;
                let pin = typed.is_some_and(crate::vault::Passphrase::could_be_a_pin);
                Err(match lost {
                    Some(why) => SessionError::key_file_lost(&why),
                    None if pin && !device_helped => SessionError::PinNotHere,
                    None => SessionError::WrongSecret,
                })
            }
            Err(other) => Err(other.into()),
        }
    }

    /// Counts a try, or refuses it because the wait is not over. Whatever it comes to, the count is there first.
    fn count_try(&mut self) -> Result<(), SessionError> {
        let kept = Tries::from_bytes(&self.dir.read(Small::Tries).unwrap_or_default());
        self.guessing.tries = self.guessing.tries.or(kept);
        let seconds = seconds_until(self.guessing.next_try(), self.clock.running());
        if seconds > 0 {
            self.tell_tries();
            return Err(SessionError::TooSoon { seconds });
        }
        self.write_tries(self.guessing.tries.counted());
        self.guessing.since = self.clock.running();
        Ok(())
    }

    /// The secret was right, so nobody is guessing. Gives the failed tries that no line of the journal tells of yet.
    pub(super) fn was_right(&mut self, typed: bool) -> u32 {
        let kept = Tries::from_bytes(&self.dir.read(Small::Tries).unwrap_or_default());
        let known = self.guessing.tries.or(kept);
        // This try was counted before it was known to be right.
        let unreported = known.unreported.saturating_sub(u32::from(typed));
        self.write_tries(Tries { failed: 0, unreported });
        unreported
    }

    /// It opened the plain notes: no guess at the journal, and nothing is reset. The count is what it was.
    pub(super) fn was_no_guess(&mut self, typed: bool) {
        let (one, tries) = (u32::from(typed), self.guessing.tries);
        let before =
            Tries { failed: tries.failed.saturating_sub(one), unreported: tries.unreported.saturating_sub(one) };
        self.guessing.unshown = true;
        self.write_tries(before);
    }

    /// A line of the journal tells of them now.
    pub(super) fn were_reported(&mut self) {
        self.write_tries(Tries { unreported: 0, ..self.guessing.tries });
    }

    /// A disk that takes nothing must not keep her out: the count is then in memory, with the longest wait.
    fn write_tries(&mut self, tries: Tries) {
        self.guessing.tries = tries;
        self.guessing.unwritten = self.dir.replace(Small::Tries, &tries.to_bytes()).is_err();
        self.tell_tries();
    }
}

/// The device's secret, as the vault wants it.
pub(super) fn mixing(device: &dyn DeviceSecret) -> impl Fn(&[u8; 32]) -> Result<[u8; 32], VaultError> + '_ {
    |input| {
        device.mix(input).map_err(|error| match error {
            DeviceSecretError::NotOnThisDevice => VaultError::NoDeviceSecret,
            DeviceSecretError::Gone | DeviceSecretError::NoAnswer => VaultError::DeviceSecret,
        })
    }
}

#[cfg(test)]
#[path = "guessing_tests.rs"]
mod tests;
