//! Notices that are only written down.

use crate::domain::ports::{Locating, PhoneError, Reminder, ReminderError, Reminders};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A device that does not remind, until a test says that it does.
#[derive(Default)]
pub struct HandReminders(Mutex<Hand>);

#[derive(Default)]
struct Hand {
    here: bool,
    set: Option<Reminder>,
    fails: Option<ReminderError>,
    stays: bool,
}

impl HandReminders {
    /// It reminds.
    pub fn begins(&self) {
        self.lock().here = true;
    }

    /// The one that is set.
    pub fn is_set(&self) -> Option<Reminder> {
        self.lock().set.clone()
    }

    /// From now on setting one fails with this; `None`: it works.
    pub fn fails(&self, with: Option<ReminderError>) {
        self.lock().fails = with;
    }

    /// From now on it cannot be taken away, or can again.
    pub fn stays(&self, stays: bool) {
        self.lock().stays = stays;
    }

    fn lock(&self) -> MutexGuard<'_, Hand> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Reminders for HandReminders {
    fn here(&self) -> bool {
        self.lock().here
    }

    fn set(&self, reminder: Reminder) -> Locating<Result<(), ReminderError>> {
        let mut hand = self.lock();
        // As both phones do: after a failure there is none, and not the one before.
        hand.set = hand.fails.is_none().then_some(reminder);
        let answer = hand.fails.map_or(Ok(()), Err);
        Box::pin(std::future::ready(answer))
    }

    fn clear(&self) -> Result<(), PhoneError> {
        let mut hand = self.lock();
        if hand.stays {
            return Err(PhoneError::Refused);
        }
        hand.set = None;
        Ok(())
    }
}
