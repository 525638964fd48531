#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;
use jiff::civil::{Time, Weekday, time};
use std::sync::Mutex;

/// A system that says what it is told to, and writes down what it was asked. What is `None` never answers.
struct Recorder {
    allowed: Option<Result<bool, AppleError>>,
    shown: bool,
    added: Result<(), AppleError>,
    removed: Result<(), AppleError>,
    asked: Mutex<Vec<String>>,
}

impl Default for Recorder {
    fn default() -> Self {
        Self { allowed: Some(Ok(true)), shown: true, added: Ok(()), removed: Ok(()), asked: Mutex::default() }
    }
}

impl Recorder {
    fn note(&self, asked: impl Into<String>) {
        self.asked.lock().unwrap().push(asked.into());
    }
}

impl Notices for Recorder {
    fn ask(&self) -> Locating<Result<bool, AppleError>> {
        self.note("ask");
        match self.allowed {
            Some(allowed) => Box::pin(std::future::ready(allowed)),
            None => Box::pin(std::future::pending()),
        }
    }

    fn shown(&self) -> Locating<Result<bool, AppleError>> {
        Box::pin(std::future::ready(Ok(self.shown)))
    }

    fn add(&self, notice: &Notice) -> Locating<Result<(), AppleError>> {
        let Notice { id, words, hour, minute, weekday } = notice;
        self.note(format!("add {id} {words:?} {hour}:{minute} {weekday:?}"));
        Box::pin(std::future::ready(self.added))
    }

    fn remove(&self, id: &str) -> Result<(), AppleError> {
        self.note(format!("remove {id}"));
        self.removed
    }
}

fn reminder(often: Often, at: Time) -> Reminder {
    Reminder { often, at, words: "Time for a note".to_owned(), kind: "Reminders".to_owned() }
}

async fn set(system: Recorder, reminder: Reminder) -> (Result<(), ReminderError>, Vec<String>) {
    let reminders = AppleReminders::on(system);
    let said = reminders.set(reminder).await;
    let asked = reminders.0.asked.lock().unwrap().clone();
    (said, asked)
}

fn daily() -> Reminder {
    reminder(Often::Daily, time(19, 30, 0, 0))
}

#[tokio::test(start_paused = true)]
async fn she_is_asked_and_then_it_is_set() {
    let (said, asked) = set(Recorder::default(), daily()).await;
    assert_eq!(said, Ok(()));
    assert_eq!(asked, ["ask", "add r1 \"Time for a note\" 19:30 None"]);
}

#[tokio::test(start_paused = true)]
async fn ios_counts_the_week_from_sunday() {
    for (day, number) in [(Weekday::Sunday, 1), (Weekday::Monday, 2), (Weekday::Saturday, 7)] {
        let (said, asked) = set(Recorder::default(), reminder(Often::Weekly(day), time(0, 5, 0, 0))).await;
        assert_eq!(said, Ok(()));
        assert_eq!(asked[1], format!("add r1 \"Time for a note\" 0:5 Some({number})"));
    }
}

#[tokio::test(start_paused = true)]
async fn notices_that_are_not_allowed_are_said_and_none_is_left_to_come() {
    let system = Recorder { allowed: Some(Ok(false)), ..Recorder::default() };
    assert_eq!(
        set(system, daily()).await,
        (Err(ReminderError::NotAllowed), vec!["ask".to_owned(), "remove r1".to_owned()])
    );
}

#[tokio::test(start_paused = true)]
async fn notices_that_would_show_nowhere_are_not_called_set() {
    let system = Recorder { shown: false, ..Recorder::default() };
    let (said, asked) = set(system, daily()).await;
    assert_eq!(said, Err(ReminderError::NotAllowed));
    assert_eq!(asked, ["ask", "remove r1"]);
}

#[tokio::test(start_paused = true)]
async fn a_system_that_fails_or_is_silent_is_not_taken_for_a_yes() {
    for system in [
        Recorder { allowed: Some(Err(AppleError::NoAnswer)), ..Recorder::default() },
        Recorder { allowed: None, ..Recorder::default() },
        Recorder { added: Err(AppleError::NoAnswer), ..Recorder::default() },
    ] {
        let (said, asked) = set(system, daily()).await;
        assert_eq!(said, Err(ReminderError::Failed));
        assert_eq!(asked.last().unwrap(), "remove r1");
    }
}

#[tokio::test(start_paused = true)]
async fn a_reminder_without_words_is_refused_before_anybody_is_asked() {
    let silent = Reminder { words: " \n".to_owned(), ..daily() };
    assert_eq!(set(Recorder::default(), silent).await, (Err(ReminderError::Failed), vec!["remove r1".to_owned()]));
}

#[test]
fn it_is_taken_away_and_a_failure_is_told() {
    assert_eq!(AppleReminders::on(Recorder::default()).clear(), Ok(()));
    let stuck = Recorder { removed: Err(AppleError::NoAnswer), ..Recorder::default() };
    assert_eq!(AppleReminders::on(stuck).clear(), Err(PhoneError::Refused));
}
