//! The one reminder: what Android keeps for it, and whether she allows notices. `Notice` in `MainActivity.kt` puts it on the screen.

use super::java::{NOTICES, NOTICES_API};
use super::{AndroidError, Permissions};
use crate::domain::ports::{Locating, Often, PhoneError, Reminder, ReminderError, Reminders};
use std::sync::Arc;

/// What is asked of Android about notices.
pub trait Notices: Permissions {
    /// Whether the system shows this app's notices, and this kind of them once it is set up.
    ///
    /// # Errors
    /// When it cannot be asked.
    fn are_notices_on(&self) -> Result<bool, AndroidError>;

    /// Keeps this for the reminder, in the place of what was kept, and sets the alarm.
    ///
    /// # Errors
    /// When it was not kept, or there is no alarm.
    fn keep(&self, kept: &Kept) -> Result<(), AndroidError>;

    /// Takes away alarm, notice and all that was kept.
    ///
    /// # Errors
    /// When something of it may still be there.
    fn drop_kept(&self) -> Result<(), AndroidError>;
}

/// All that lies in the clear on the phone for the reminder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The minute of the day, 0 to 1439.
    pub minute: i32,
    /// The day as `java.util.Calendar` counts, Sunday is 1; 0: each day.
    pub day: i32,
    /// What it says.
    pub words: String,
    /// What Android's settings call this kind of notices.
    pub kind: String,
}

/// What the kind is called in `MainActivity.kt`.
pub const CHANNEL_ID: &str = "notice";

/// Android's notices.
pub struct AndroidReminders<S> {
    system: Arc<S>,
}

impl<S: Notices + 'static> AndroidReminders<S> {
    /// Those that this system has.
    pub fn on(system: Arc<S>) -> Self {
        Self { system }
    }
}

impl<S: Notices + 'static> Reminders for AndroidReminders<S> {
    fn here(&self) -> bool {
        true
    }

    fn set(&self, reminder: Reminder) -> Locating<Result<(), ReminderError>> {
        let system = self.system.clone();
        Box::pin(async move {
            let set = set(&*system, &reminder).await;
            if set.is_err() {
                // She is told that there will be none, so there must be none.
                let _ = system.drop_kept();
            }
            set
        })
    }

    fn clear(&self) -> Result<(), PhoneError> {
        Ok(self.system.drop_kept()?)
    }
}

async fn set(system: &impl Notices, reminder: &Reminder) -> Result<(), ReminderError> {
    let failed = |_| ReminderError::Failed;
    if system.level().map_err(failed)? >= NOTICES_API && !system.is_allowed(NOTICES).map_err(failed)? {
        system.ask_for(&[NOTICES]).map_err(failed)?.answer().await;
        if !system.is_allowed(NOTICES).map_err(failed)? {
            return Err(ReminderError::NotAllowed);
        }
    }
    // Older phones allow notices by themselves; on all of them she can turn them off in the settings.
    if !system.are_notices_on().map_err(failed)? {
        return Err(ReminderError::NotAllowed);
    }
    if reminder.kind.trim().is_empty() {
        // Android takes no kind without a name.
        return Err(ReminderError::Failed);
    }
    system.keep(&kept(reminder)).map_err(failed)?;
    // Only now is there a kind of notices that she may have turned off by itself, some time ago.
    if system.are_notices_on().map_err(failed)? { Ok(()) } else { Err(ReminderError::NotAllowed) }
}

fn kept(reminder: &Reminder) -> Kept {
    let day = match reminder.often {
        Often::Daily => 0,
        Often::Weekly(day) => i32::from(day.to_sunday_one_offset()),
    };
    let minute = i32::from(reminder.at.hour()) * 60 + i32::from(reminder.at.minute());
    Kept { minute, day, words: reminder.words.clone(), kind: reminder.kind.clone() }
}

#[cfg(test)]
#[path = "remind_tests.rs"]
mod tests;
