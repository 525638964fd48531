//! Locks the journal when the app has been out of sight for a while.
//!
//! On a phone the app goes on living behind others, keys in memory. Going away keeps what is typed, at once, since the phone may
//! end the app without a word; after two minutes it locks. Shorter would lock while she takes a photo or looks up a number.
//!
//! A phone may stop the whole app while it is out of sight, and the two minutes with it. So it is asked again when the app comes
//! back, and the page stays plain until that is decided ([`super::veil`]).

use super::given::Given;
use super::quick_exit::Face;
use super::veil::holds_hers;
use crate::domain::ports::{Clock, Lifecycle};
use crate::session::VaultState;
use jiff::Timestamp;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How long it may be out of sight before it locks.
pub const LIMIT: Duration = Duration::from_secs(120);

/// One time away.
#[derive(Clone, Copy)]
struct Left {
    number: u64,
    at: Timestamp,
    steady: Instant,
    /// It was locked meanwhile, however short it was.
    locked: bool,
}

/// Whether the app is out of sight, and since when.
struct Away {
    clock: Arc<dyn Clock>,
    left: Mutex<(u64, Option<Left>)>,
}

impl Away {
    fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock, left: Mutex::new((0, None)) }
    }

    fn left(&self) -> MutexGuard<'_, (u64, Option<Left>)> {
        self.left.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// It goes out of sight. Gives the number of this time away; `None` if it was out of sight already.
    fn goes(&self) -> Option<u64> {
        let mut left = self.left();
        if left.1.is_some() {
            return None;
        }
        left.0 += 1;
        let number = left.0;
        left.1 = Some(Left { number, at: self.clock.now(), steady: Instant::now(), locked: false });
        Some(number)
    }

    /// It is in sight again. Whether it was away for too long, or was locked meanwhile.
    fn returns(&self) -> bool {
        self.left().1.take().is_some_and(|left| {
            // The steady clock stands still while a phone sleeps, and the other may be set: whichever says longer.
            let by_the_clock = Duration::try_from(self.clock.now().duration_since(left.at)).unwrap_or_default();
            left.locked || by_the_clock.max(left.steady.elapsed()) >= LIMIT
        })
    }

    /// Whether it is out of sight now. It is to be locked then.
    fn is_to_lock(&self) -> bool {
        self.left().1.as_mut().map(|left| left.locked = true).is_some()
    }

    /// Whether it is still the same time away.
    fn still(&self, number: u64) -> bool {
        self.left().1.is_some_and(|left| left.number == number)
    }
}

/// What is to be told of the app's life.
pub fn watch(given: Given) -> impl Fn(Lifecycle) {
    let away = Arc::new(Away::new(given.clock.clone()));
    move |told| match told {
        Lifecycle::Away => {
            // First, while the page can still draw it.
            given.curtain.veil.goes();
            given.keep_typed();
            let Some(number) = away.goes() else { return };
            let (away, given) = (away.clone(), given.clone());
            std::thread::spawn(move || {
                std::thread::sleep(LIMIT);
                if away.still(number) {
                    lock(&given);
                }
            });
        }
        Lifecycle::Back => {
            let late = away.returns();
            if late {
                lock(&given);
            }
            given.curtain.veil.comes_back(late);
            // Else once the page has drawn itself without what it showed before.
            if !late {
                given.phone.uncover();
            }
        }
        Lifecycle::ShortOfMemory => {
            given.keep_typed();
            // What is out of sight is ended first.
            if away.is_to_lock() {
                lock(&given);
            }
        }
        Lifecycle::Ending => drop(given.lock()),
    }
}

/// Locks. What is hers goes out of the page at once, whatever the session is busy with.
fn lock(given: &Given) {
    // Before the form goes: what it would hand over itself could come behind the lock.
    given.keep_typed();
    let vault = given.session.status().borrow().vault;
    let inside = given.curtain.shown().face == Face::Inside;
    let locking = given.curtain.veil.locks(inside && holds_hers(vault));
    // What comes after the notes is the calculator, as with their own button: a locked journal would tell what they are.
    if inside && vault == VaultState::Notes {
        given.leave();
    }
    let locked = given.lock();
    // Should there be no thread, or no session any more, it is not waited for.
    let _ = std::thread::Builder::new().spawn(move || {
        let _ = locked.wait();
        drop(locking);
    });
}

#[cfg(test)]
mod page_tests;

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use super::*;
    use crate::platform::recording::HandClock;

    fn away() -> (Arc<HandClock>, Away) {
        let clock = Arc::new(HandClock::at("2026-03-01T12:00:00Z".parse().unwrap()));
        (clock.clone(), Away::new(clock))
    }

    #[test]
    fn a_short_look_elsewhere_does_not_lock() {
        let (clock, away) = away();
        assert!(!away.returns(), "it was never away");
        away.goes().unwrap();
        clock.set("2026-03-01T12:01:59Z".parse().unwrap());
        assert!(!away.returns());
    }

    #[test]
    fn two_minutes_out_of_sight_lock_also_if_the_phone_slept() {
        let (clock, away) = away();
        away.goes().unwrap();
        clock.set("2026-03-01T12:02:00Z".parse().unwrap());
        assert!(away.returns());
        assert!(!away.returns(), "once");
    }

    #[test]
    fn a_clock_that_was_set_back_does_not_make_it_lock_or_fail() {
        let (clock, away) = away();
        away.goes().unwrap();
        clock.set("2026-03-01T11:00:00Z".parse().unwrap());
        assert!(!away.returns());
    }

    #[test]
    fn what_was_locked_while_it_was_out_of_sight_is_decided_anew_however_short_it_was() {
        let (_, away) = away();
        assert!(!away.is_to_lock(), "it is in sight");
        away.goes().unwrap();
        assert!(away.is_to_lock());
        assert!(away.returns());
    }

    #[test]
    fn an_alarm_of_an_earlier_time_away_means_nothing() {
        let (_, away) = away();
        let first = away.goes().unwrap();
        assert!(away.still(first));
        assert_eq!(away.goes(), None, "two notices of the same time away");
        away.returns();
        let second = away.goes().unwrap();
        assert!(!away.still(first) && away.still(second));
    }
}
