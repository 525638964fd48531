//! Something to be done on another thread, for which one waits only so long. Given up, it is taken back: nothing happens that
//! somebody was told had failed.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, SyncSender};
use std::time::Duration;

/// How much longer is waited for what had begun before it was given up. It cannot be taken back any more.
const BEGUN: Duration = Duration::from_secs(2);

/// Whose it is: the one side claims it to do it, the other to take it back, and the first gets it.
#[derive(Clone, Default)]
struct Claims(Arc<AtomicU32>);

impl Claims {
    /// Whether it is this side's.
    fn claim(&self) -> bool {
        self.0.fetch_add(1, Ordering::AcqRel) == 0
    }
}

/// The side that does it.
pub struct Doer<T> {
    tell: SyncSender<T>,
    claims: Claims,
}

/// The side that waits.
pub struct Waiter<T> {
    told: Receiver<T>,
    claims: Claims,
}

/// Both sides.
pub fn errand<T>() -> (Doer<T>, Waiter<T>) {
    let (tell, told) = mpsc::sync_channel(1);
    let claims = Claims::default();
    (Doer { tell, claims: claims.clone() }, Waiter { told, claims })
}

impl<T> Doer<T> {
    /// Does it, unless nobody waits any more.
    pub fn run(self, work: impl FnOnce() -> T) {
        if self.claims.claim() {
            let _ = self.tell.try_send(work());
        }
    }
}

impl<T> Waiter<T> {
    /// What came of it. `None`: it was not begun in this time and will not be, it was dropped, or it does not end.
    pub fn within(self, patience: Duration) -> Option<T> {
        match self.told.recv_timeout(patience) {
            Ok(done) => Some(done),
            Err(RecvTimeoutError::Disconnected) => None,
            Err(RecvTimeoutError::Timeout) if self.claims.claim() => None,
            Err(RecvTimeoutError::Timeout) => self.told.recv_timeout(BEGUN).ok(),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use super::*;

    #[test]
    fn what_was_given_up_does_not_happen_later() {
        let (doer, waiter) = errand();
        assert_eq!(waiter.within(Duration::ZERO), None);
        doer.run(|| panic!("it was said to have failed"));
    }

    #[test]
    fn what_is_done_in_time_is_told() {
        let (doer, waiter) = errand();
        doer.run(|| 7);
        assert_eq!(waiter.within(Duration::ZERO), Some(7));
    }

    #[test]
    fn what_has_begun_is_waited_for_and_not_called_failed() {
        let (doer, waiter) = errand();
        let (begins, begun) = mpsc::channel();
        let claims = doer.claims.clone();
        std::thread::scope(|scope| {
            scope.spawn(move || {
                doer.run(|| {
                    begins.send(()).unwrap();
                    // It ends only after the other side wanted it back.
                    (0..10_000_000)
                        .take_while(|_| claims.0.load(Ordering::Acquire) < 2)
                        .for_each(|_| std::thread::yield_now());
                    7
                });
            });
            begun.recv().unwrap();
            assert_eq!(waiter.within(Duration::ZERO), Some(7));
        });
    }

    #[test]
    fn what_is_dropped_is_not_waited_for() {
        let (doer, waiter) = errand::<i32>();
        drop(doer);
        assert_eq!(waiter.within(Duration::from_secs(3600)), None);
    }
}
