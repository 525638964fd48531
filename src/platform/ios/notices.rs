//! The reminder, through iOS's notices: one at a time, silent, with the words that it was given and none beside them. iOS adds the
//! app's name. Whether the words stand on a locked screen is iOS's own setting; an app cannot hide them.

use super::AppleError;
use crate::domain::ports::{Locating, Often, PhoneError, Reminder, ReminderError, Reminders};
use std::sync::Arc;
use std::time::Duration;

/// What is asked of iOS's notices.
pub trait Notices: Send + Sync + 'static {
    /// Asks her whether notices are allowed, if she was not asked yet; gives what is so.
    fn ask(&self) -> Locating<Result<bool, AppleError>>;

    /// Whether a notice would show anywhere: allowed, and neither banner, list nor locked screen all turned off.
    fn shown(&self) -> Locating<Result<bool, AppleError>>;

    /// Puts this one in the place of the one before.
    fn add(&self, notice: &Notice) -> Locating<Result<(), AppleError>>;

    /// Takes away what is to come, and what lies on the screen already.
    ///
    /// # Errors
    /// When iOS cannot be asked.
    fn remove(&self, id: &str) -> Result<(), AppleError>;
}

/// A notice that comes again and again. Without a title, sound or number on the icon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// By which iOS knows it.
    pub id: &'static str,
    /// What it says.
    pub words: String,
    /// Of the phone's own day.
    pub hour: i8,
    /// Of that hour.
    pub minute: i8,
    /// 1 is Sunday; `None`: each day.
    pub weekday: Option<i8>,
}

/// Its name. It says nothing.
const ID: &str = "r1";
/// How long iOS's question may stand.
const QUESTION: Duration = Duration::from_secs(120);
/// How long iOS may take for the rest.
const ANSWER: Duration = Duration::from_secs(10);

/// The port, kept by iOS's notices.
pub struct AppleReminders<S>(Arc<S>);

impl<S: Notices> AppleReminders<S> {
    /// Reminders on this system.
    pub fn on(system: S) -> Self {
        Self(Arc::new(system))
    }
}

/// What iOS is asked for. `None`: without words iOS would show nothing, and say that it had.
fn notice(reminder: Reminder) -> Option<Notice> {
    if reminder.words.trim().is_empty() {
        return None;
    }
    Some(Notice {
        id: ID,
        words: reminder.words,
        hour: reminder.at.hour(),
        minute: reminder.at.minute(),
        weekday: match reminder.often {
            Often::Daily => None,
            Often::Weekly(day) => Some(day.to_sunday_one_offset()),
        },
    })
}

async fn set(system: &impl Notices, reminder: Reminder) -> Result<(), ReminderError> {
    let notice = notice(reminder).ok_or(ReminderError::Failed)?;
    // An answer that does not come is not a yes.
    let asked = tokio::time::timeout(QUESTION, system.ask()).await.map_err(|_| ReminderError::Failed)?;
    if !asked.map_err(|_| ReminderError::Failed)? {
        return Err(ReminderError::NotAllowed);
    }
    let soon = |_| ReminderError::Failed;
    let shown = tokio::time::timeout(ANSWER, system.shown()).await.map_err(soon)?;
    if !shown.map_err(|_| ReminderError::Failed)? {
        return Err(ReminderError::NotAllowed);
    }
    let added = tokio::time::timeout(ANSWER, system.add(&notice)).await.map_err(soon)?;
    added.map_err(|_| ReminderError::Failed)
}

impl<S: Notices> Reminders for AppleReminders<S> {
    fn here(&self) -> bool {
        true
    }

    fn set(&self, reminder: Reminder) -> Locating<Result<(), ReminderError>> {
        let system = self.0.clone();
        Box::pin(async move {
            let set = set(&*system, reminder).await;
            if set.is_err() {
                // She is told that there is none: so none may come later, should notices be allowed again.
                let _ = system.remove(ID);
            }
            set
        })
    }

    fn clear(&self) -> Result<(), PhoneError> {
        Ok(self.0.remove(ID)?)
    }
}

#[cfg(test)]
#[path = "notices_tests.rs"]
mod tests;
