//! Locks the journal when the app has been out of sight for a while.
//!
//! On a phone the app goes on living behind others, keys in memory. Going away keeps what is typed, at once, since the phone may
//! end the app without a word; after two minutes it locks. Shorter would lock while she takes a photo or looks up a number.

use super::given::Given;
use crate::domain::ports::{Clock, Lifecycle};
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
        left.1 = Some(Left { number, at: self.clock.now(), steady: Instant::now() });
        Some(number)
    }

    /// It is in sight again. Whether it was away for too long.
    fn returns(&self) -> bool {
        self.left().1.take().is_some_and(|left| {
            // The steady clock stands still while a phone sleeps, and the other may be set: whichever says longer.
            let by_the_clock = Duration::try_from(self.clock.now().duration_since(left.at)).unwrap_or_default();
            by_the_clock.max(left.steady.elapsed()) >= LIMIT
        })
    }

    /// Whether it is out of sight now.
    fn is_away(&self) -> bool {
        self.left().1.is_some()
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
            given.keep_typed();
            let Some(number) = away.goes() else { return };
            let (away, given) = (away.clone(), given.clone());
            std::thread::spawn(move || {
                std::thread::sleep(LIMIT);
                if away.still(number) {
                    given.lock();
                }
            });
        }
        Lifecycle::Back => {
            if away.returns() {
                given.lock();
            }
        }
        Lifecycle::ShortOfMemory => {
            given.keep_typed();
            // What is out of sight is ended first.
            if away.is_away() {
                given.lock();
            }
        }
        Lifecycle::Ending => given.lock(),
    }
}

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
