#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;
use crate::platform::android::ask::{Answer, Pending};
use jiff::civil::{Weekday, time};
use std::sync::Mutex;

/// A phone with notices, and what it keeps.
struct Phone {
    level: i32,
    allowed: Mutex<bool>,
    says_yes: bool,
    on: bool,
    /// She has turned off this kind of notices alone.
    kind_off: bool,
    no_screen: bool,
    keep_fails: bool,
    drop_fails: bool,
    asked: Mutex<u32>,
    kept: Mutex<Option<Kept>>,
}

impl Phone {
    fn new(level: i32) -> Self {
        Self {
            level,
            allowed: Mutex::new(false),
            says_yes: true,
            on: true,
            kind_off: false,
            no_screen: false,
            keep_fails: false,
            drop_fails: false,
            asked: Mutex::default(),
            kept: Mutex::default(),
        }
    }
}

impl Permissions for Phone {
    fn level(&self) -> Result<i32, AndroidError> {
        Ok(self.level)
    }

    fn is_allowed(&self, permission: &'static str) -> Result<bool, AndroidError> {
        assert_eq!(permission, "android.permission.POST_NOTIFICATIONS");
        Ok(*self.allowed.lock().unwrap())
    }

    fn ask_for(&self, permissions: &[&'static str]) -> Result<Pending, AndroidError> {
        assert_eq!(permissions, ["android.permission.POST_NOTIFICATIONS"]);
        *self.asked.lock().unwrap() += 1;
        if self.no_screen {
            return Err(AndroidError::Gone);
        }
        *self.allowed.lock().unwrap() = self.says_yes;
        let (tell, pending) = Pending::new();
        tell.send(Answer::default()).unwrap();
        Ok(pending)
    }
}

impl Notices for Phone {
    fn are_notices_on(&self) -> Result<bool, AndroidError> {
        Ok(self.on && !(self.kind_off && self.kept.lock().unwrap().is_some()))
    }

    fn keep(&self, kept: &Kept) -> Result<(), AndroidError> {
        if self.keep_fails {
            return Err(AndroidError::Refused);
        }
        *self.kept.lock().unwrap() = Some(kept.clone());
        Ok(())
    }

    fn drop_kept(&self) -> Result<(), AndroidError> {
        if self.drop_fails {
            return Err(AndroidError::Refused);
        }
        *self.kept.lock().unwrap() = None;
        Ok(())
    }
}

fn daily() -> Reminder {
    Reminder {
        often: Often::Daily,
        at: time(20, 5, 0, 0),
        words: "Time to look in".to_owned(),
        kind: "Nodiadau".to_owned(),
    }
}

fn on(system: impl Into<Arc<Phone>>) -> AndroidReminders<Phone> {
    AndroidReminders::on(system.into())
}

#[tokio::test]
async fn only_the_time_and_the_neutral_words_in_her_language_are_kept() {
    let phone = Arc::new(Phone::new(34));
    let reminders = on(phone.clone());
    reminders.set(daily()).await.unwrap();
    let (words, kind) = ("Time to look in".to_owned(), "Nodiadau".to_owned());
    assert_eq!(
        *phone.kept.lock().unwrap(),
        Some(Kept { minute: 20 * 60 + 5, day: 0, words: words.clone(), kind: kind.clone() })
    );
    // As java.util.Calendar counts the days.
    for (day, number) in [(Weekday::Sunday, 1), (Weekday::Monday, 2), (Weekday::Saturday, 7)] {
        let weekly = Reminder { often: Often::Weekly(day), at: time(0, 0, 0, 0), ..daily() };
        reminders.set(weekly).await.unwrap();
        assert_eq!(
            *phone.kept.lock().unwrap(),
            Some(Kept { minute: 0, day: number, words: words.clone(), kind: kind.clone() })
        );
    }
    assert_eq!(*phone.asked.lock().unwrap(), 1, "she is asked once");
    reminders.clear().unwrap();
    assert_eq!(*phone.kept.lock().unwrap(), None);
}

#[tokio::test]
async fn phones_before_android_13_ask_nothing() {
    let phone = Arc::new(Phone::new(32));
    on(phone.clone()).set(daily()).await.unwrap();
    assert_eq!(*phone.asked.lock().unwrap(), 0);
}

#[tokio::test]
async fn where_notices_are_not_allowed_there_is_none_and_she_is_told() {
    let refused = Phone { says_yes: false, ..Phone::new(33) };
    let turned_off = Phone { on: false, ..Phone::new(30) };
    let this_kind_turned_off = Phone { kind_off: true, ..Phone::new(30) };
    for (phone, before) in [(refused, true), (turned_off, true), (this_kind_turned_off, false)] {
        let phone = Arc::new(phone);
        *phone.kept.lock().unwrap() = before.then(|| kept(&daily()));
        assert_eq!(on(phone.clone()).set(daily()).await, Err(ReminderError::NotAllowed));
        assert_eq!(*phone.kept.lock().unwrap(), None, "nor does the one before stay");
    }
}

#[tokio::test]
async fn a_failure_is_not_called_a_refusal() {
    for phone in [Phone { no_screen: true, ..Phone::new(33) }, Phone { keep_fails: true, ..Phone::new(30) }] {
        assert_eq!(on(phone).set(daily()).await, Err(ReminderError::Failed));
    }
    let nameless = Reminder { kind: " ".to_owned(), ..daily() };
    assert_eq!(on(Phone::new(30)).set(nameless).await, Err(ReminderError::Failed), "Android would refuse it");
    let stuck = Phone { drop_fails: true, ..Phone::new(30) };
    assert_eq!(on(stuck).clear(), Err(PhoneError::Refused), "it may still come, and she is told");
}
