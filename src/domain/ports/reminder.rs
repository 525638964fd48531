//! A reminder to write, with words that say nothing to whoever else reads the screen. Off until she turns it on.

use super::{Locating, PhoneError};

/// When to remind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Often {
    /// Each day.
    Daily,
    /// Once a week, on this day.
    Weekly(jiff::civil::Weekday),
}

/// One reminder. There is one at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// How often.
    pub often: Often,
    /// The hour and minute by the device's own clock; the system may be some minutes late.
    pub at: jiff::civil::Time,
    /// What it says. Shown on the lock screen: neutral words, none of hers.
    pub words: String,
    /// What the system's settings call reminders, where they list an app's kinds of notices. As neutral.
    pub kind: String,
}

/// The system's notices.
pub trait Reminders: Send + Sync {
    /// Whether this device reminds at all. Without it the screen offers nothing.
    fn here(&self) -> bool;

    /// Sets it in the place of the one before. The system may ask her first whether notices are allowed.
    fn set(&self, reminder: Reminder) -> Locating<Result<(), ReminderError>>;

    /// Takes it away, with what it has already put on the screen.
    ///
    /// # Errors
    /// When the system cannot be asked. It may then still come.
    fn clear(&self) -> Result<(), PhoneError>;
}

/// Why there will be no reminder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReminderError {
    /// This build or this device has none.
    #[error("this device does not remind")]
    NotOnThisDevice,
    /// She, or the system, does not allow notices of this app.
    #[error("notices are not allowed")]
    NotAllowed,
    /// The system was asked and failed.
    #[error("the system did not set it")]
    Failed,
}

/// A device that does not remind.
pub struct NoReminders;

impl Reminders for NoReminders {
    fn here(&self) -> bool {
        false
    }

    fn set(&self, _reminder: Reminder) -> Locating<Result<(), ReminderError>> {
        Box::pin(std::future::ready(Err(ReminderError::NotOnThisDevice)))
    }

    fn clear(&self) -> Result<(), PhoneError> {
        Err(PhoneError::NotOnThisDevice)
    }
}
