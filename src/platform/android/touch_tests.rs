#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;
use crate::platform::android::ask::Answer;
use sha2::{Digest, Sha256};
use std::sync::Mutex;

/// A phone with a reader: each key that is made is another.
struct Phone {
    level: i32,
    enrolled: bool,
    chip: Option<bool>,
    answer: Option<i32>,
    gone_after: bool,
    short: bool,
    end_fails: bool,
    did: Mutex<Vec<String>>,
    key: Mutex<Option<u8>>,
}

impl Phone {
    fn new(level: i32) -> Self {
        Self {
            level,
            enrolled: true,
            chip: None,
            answer: Some(0),
            gone_after: false,
            short: false,
            end_fails: false,
            did: Mutex::default(),
            key: Mutex::default(),
        }
    }

    fn note(&self, what: impl Into<String>) {
        self.did.lock().unwrap().push(what.into());
    }

    fn did(&self) -> Vec<String> {
        self.did.lock().unwrap().clone()
    }
}

impl Chips for Phone {
    fn level(&self) -> Result<i32, AndroidError> {
        Ok(self.level)
    }

    fn says_chip(&self) -> Result<bool, AndroidError> {
        Ok(self.chip.is_some())
    }
}

impl Finger for Phone {
    fn recognises(&self, class: Option<i32>) -> Result<bool, AndroidError> {
        self.note(format!("recognises {class:?}"));
        Ok(self.enrolled)
    }

    fn make_key(&self, key: Key, in_chip: bool, by: Option<i32>) -> Result<(), AndroidError> {
        self.note(format!("make {key:?} {in_chip} {by:?}"));
        if !self.enrolled || (in_chip && self.chip == Some(false)) {
            return Err(AndroidError::Refused);
        }
        if key == Key::Shortcut {
            *self.key.lock().unwrap() = Some(self.did.lock().unwrap().len() as u8);
        }
        Ok(())
    }

    fn end_key(&self, key: Key) -> Result<(), AndroidError> {
        self.note(format!("end {key:?}"));
        if self.end_fails {
            return Err(AndroidError::Refused);
        }
        if key == Key::Shortcut {
            *self.key.lock().unwrap() = None;
        }
        Ok(())
    }

    fn ask(&self, words: &TouchWords, class: Option<i32>) -> Result<(Pending, Compute), AndroidError> {
        self.note(format!("ask {} {} {class:?}", words.title, words.cancel));
        let key = self.key.lock().unwrap().ok_or(AndroidError::KeyGone)?;
        let (tell, pending) = Pending::new();
        if let Some(code) = self.answer {
            tell.send(Answer { code, ..Answer::default() }).unwrap();
        }
        let (gone, short) = (self.gone_after, self.short);
        let compute = move |input: &[u8; 32]| {
            let mut out = Sha256::new().chain_update([key]).chain_update(input).finalize().to_vec();
            out.truncate(if short { 31 } else { 32 });
            if gone { Err(AndroidError::KeyGone) } else { Ok(Zeroizing::new(out)) }
        };
        Ok((pending, Box::new(compute)))
    }
}

fn words() -> TouchWords {
    TouchWords { title: "Unlock".to_owned(), cancel: "Type".to_owned() }
}

fn on(system: impl Into<Arc<Phone>>) -> AndroidTouch<Phone> {
    AndroidTouch::on(system.into())
}

#[tokio::test]
async fn the_same_key_mixes_the_same_and_a_new_key_another() {
    let phone = Arc::new(Phone::new(34));
    let touch = on(phone.clone());
    touch.prepare().unwrap();
    let mixed = touch.mix([1; 32], words()).await.unwrap();
    assert_eq!(touch.mix([1; 32], words()).await.as_ref(), Ok(&mixed));
    assert_ne!(touch.mix([2; 32], words()).await.as_ref(), Ok(&mixed));
    touch.prepare().unwrap();
    assert_ne!(touch.mix([1; 32], words()).await, Ok(mixed));
    assert_eq!(
        phone.did()[..4],
        ["recognises Some(15)", "end Shortcut", "make Shortcut false Some(2)", "ask Unlock Type Some(15)"]
    );
}

#[tokio::test]
async fn each_version_is_asked_in_its_own_way_whether_it_recognises_anybody() {
    for (level, enrolled, here) in [
        (26, true, false),
        (27, true, false),
        (28, true, true),
        (28, false, false),
        (29, true, true),
        (30, false, false),
    ] {
        let phone = Arc::new(Phone { enrolled, ..Phone::new(level) });
        let touch = on(phone.clone());
        assert_eq!(touch.here(), here, "{level} {enrolled}");
        let asked = phone.did();
        match level {
            28 => assert_eq!(asked, ["make Probe false None", "end Probe"], "the probe is taken away"),
            29 => assert_eq!(asked, ["recognises None"]),
            30 => assert_eq!(asked, ["recognises Some(15)"]),
            _ => assert_eq!(asked, [""; 0]),
        }
        if !here {
            assert_eq!(touch.prepare(), Err(TouchError::NotOnThisDevice));
        }
    }
    let old = on(Phone::new(27));
    assert_eq!(old.mix([0; 32], words()).await, Err(TouchError::NotOnThisDevice));
}

#[tokio::test]
async fn the_class_is_said_of_key_and_question_only_where_android_knows_classes() {
    for (level, key, question) in [
        (28, "make Shortcut false None", "ask Unlock Type None"),
        (29, "make Shortcut false None", "ask Unlock Type None"),
        (30, "make Shortcut false Some(2)", "ask Unlock Type Some(15)"),
    ] {
        let phone = Arc::new(Phone::new(level));
        let touch = on(phone.clone());
        touch.prepare().unwrap();
        touch.mix([1; 32], words()).await.unwrap();
        let did = phone.did();
        assert_eq!(did[did.len() - 2..], [key, question], "{level}");
    }
}

#[tokio::test]
async fn a_key_that_ended_is_said_to_be_gone_before_or_after_the_question() {
    let touch = on(Phone::new(34));
    assert_eq!(touch.mix([0; 32], words()).await, Err(TouchError::Gone));
    let after = on(Phone { gone_after: true, ..Phone::new(34) });
    after.prepare().unwrap();
    assert_eq!(after.mix([0; 32], words()).await, Err(TouchError::Gone));
}

#[tokio::test]
async fn each_way_of_not_being_recognised_is_told_apart() {
    for (codes, said) in [
        (&[-2, 3, 5, 10][..], TouchError::TurnedAway),
        (&[7, 9], TouchError::LockedOut),
        (&[11, 12, 14, 15], TouchError::NotOnThisDevice),
        (&[1, 2, 4, 8, 99, -1], TouchError::NoAnswer),
    ] {
        for code in codes {
            let touch = on(Phone { answer: Some(*code), ..Phone::new(34) });
            touch.prepare().unwrap();
            assert_eq!(touch.mix([0; 32], words()).await, Err(said), "{code}");
        }
    }
    let silent = on(Phone { answer: None, ..Phone::new(34) });
    silent.prepare().unwrap();
    assert_eq!(silent.mix([0; 32], words()).await, Err(TouchError::NoAnswer), "the screen is gone");
    let short = on(Phone { short: true, ..Phone::new(34) });
    short.prepare().unwrap();
    assert_eq!(short.mix([0; 32], words()).await, Err(TouchError::NoAnswer));
}

#[test]
fn a_chip_of_its_own_is_tried_first_and_is_not_needed() {
    let chip = Arc::new(Phone { chip: Some(true), ..Phone::new(34) });
    on(chip.clone()).prepare().unwrap();
    assert_eq!(chip.did().last().unwrap(), "make Shortcut true Some(2)");
    let full = Arc::new(Phone { chip: Some(false), ..Phone::new(34) });
    on(full.clone()).prepare().unwrap();
    assert_eq!(full.did().last().unwrap(), "make Shortcut false Some(2)");
}

#[test]
fn no_new_key_is_made_while_an_old_one_may_still_open_something() {
    let phone = Arc::new(Phone { end_fails: true, ..Phone::new(34) });
    let touch = on(phone.clone());
    assert_eq!(touch.prepare(), Err(TouchError::NoAnswer));
    assert!(!phone.did().iter().any(|did| did.starts_with("make")));
    assert_eq!(touch.forget(), Err(TouchError::NoAnswer));
}
