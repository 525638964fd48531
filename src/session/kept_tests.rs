#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;
use crate::domain::{OwnStep, TrustedPerson, TrustedRefusal};
use crate::platform::recording::HandClock;
use crate::session::Place;
use std::path::Path;
use std::sync::Arc;

const PASSPHRASE: &str = "four words nobody else has";

fn session(dir: &Path) -> Session {
    let clock = Arc::new(HandClock::at("2026-11-17T18:42:00Z".parse().unwrap()));
    Session::start(Place::new(dir.join("papers")).at_least_cost(), clock)
}

fn somebody() -> Trusted {
    let person = TrustedPerson { name: "Friend Zebra".to_owned(), number: "07700 900123".to_owned() };
    Trusted { people: vec![person], words: "Please ring me, quagga.".to_owned() }
}

#[test]
fn what_she_keeps_is_there_after_a_lock_and_only_when_it_is_unlocked() {
    let dir = tempfile::tempdir().unwrap();
    let session = session(dir.path());
    session.set_up(PASSPHRASE.to_owned()).wait().unwrap();
    let choices = Choices { nation: Some(Nation::Scotland), told_of_traces: true, institution: None };
    let own = OwnStep { words: "Spare key at work".to_owned(), done: true };
    let plan = SafetyPlan { done: vec!["Charge the phone.".to_owned()], own: vec![own] };
    session.keep_choices(choices.clone()).wait().unwrap();
    session.keep_trusted(somebody()).wait().unwrap();
    session.keep_plan(plan.clone()).wait().unwrap();
    session.lock().wait().unwrap();
    assert_eq!(session.kept_trusted().wait(), Err(SessionError::Locked));
    assert_eq!(session.kept_plan().wait(), Err(SessionError::Locked));
    assert_eq!(session.keep_plan(plan.clone()).wait(), Err(SessionError::Locked));
    session.unlock(PASSPHRASE.to_owned()).wait().unwrap();
    assert_eq!(session.kept_choices().wait().unwrap(), choices);
    assert_eq!(session.kept_trusted().wait().unwrap(), somebody());
    assert_eq!(session.kept_plan().wait().unwrap(), plan);
}

#[test]
fn nothing_was_kept_means_nobody_and_an_empty_plan() {
    let dir = tempfile::tempdir().unwrap();
    let session = session(dir.path());
    session.set_up(PASSPHRASE.to_owned()).wait().unwrap();
    assert_eq!(session.kept_choices().wait().unwrap(), Choices::default());
    assert_eq!(session.kept_trusted().wait().unwrap(), Trusted::default());
    assert_eq!(session.kept_plan().wait().unwrap(), SafetyPlan::default());
}

#[test]
fn a_list_with_a_wrong_number_is_refused_and_the_one_before_stays() {
    let dir = tempfile::tempdir().unwrap();
    let session = session(dir.path());
    session.set_up(PASSPHRASE.to_owned()).wait().unwrap();
    session.keep_trusted(somebody()).wait().unwrap();
    let mut wrong = somebody();
    wrong.people[0].number = "not a number".to_owned();
    let refused = session.keep_trusted(wrong).wait().unwrap_err();
    assert_eq!(refused, SessionError::Trusted(TrustedRefusal::Number));
    assert!(refused.told().happened.contains("not a number that a phone can text"));
    assert_eq!(session.kept_trusted().wait().unwrap(), somebody());
}

#[test]
fn no_word_of_it_lies_readable_on_the_disk() {
    let dir = tempfile::tempdir().unwrap();
    let session = session(dir.path());
    session.set_up(PASSPHRASE.to_owned()).wait().unwrap();
    session.keep_trusted(somebody()).wait().unwrap();
    session.lock().wait().unwrap();
    let mut folders = vec![dir.path().to_owned()];
    let mut seen = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let bytes = std::fs::read(&path).unwrap();
            seen += bytes.len();
            for word in ["Zebra", "quagga", "900123", "trusted"] {
                let found = bytes.windows(word.len()).any(|part| part == word.as_bytes());
                assert!(!found, "{word} is in {path:?}");
            }
        }
    }
    assert!(seen > 1000, "the scan read only {seen} bytes");
}
