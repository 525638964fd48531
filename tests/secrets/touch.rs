//! The finger or face, from the session down to the disk: on, off, and what it leaves alone.

use std::fs;
use std::future::Future;
use std::sync::Arc;

use steadfast::domain::ports::{Touch, TouchError, TouchWords};
use steadfast::domain::{Record, SecretClass};
use steadfast::platform::recording::HandTouch;
use steadfast::session::{Proof, Session, SessionError, VaultState};

use super::home::{Home, PASSPHRASE, SECOND};

const PIN: &str = "493817";

pub fn words() -> TouchWords {
    TouchWords { title: "Open".to_owned(), cancel: "Cancel".to_owned() }
}

fn wait<T>(what: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(what)
}

pub fn turn_on(session: &Session, passphrase: &str) -> Result<(), SessionError> {
    wait(session.turn_touch_on(passphrase.to_owned(), words()))
}

pub fn touch(session: &Session) -> Result<(), SessionError> {
    wait(session.unlock_with_touch(words())).map(|damage| assert_eq!(damage, Vec::<String>::new()))
}

/// A home with it turned on, locked.
pub fn locked() -> Home {
    let home = Home::new();
    turn_on(&home.session, PASSPHRASE).unwrap();
    home.session.lock().wait().unwrap();
    home
}

/// What each opening was done with, as the journal has it.
pub fn with(home: &Home) -> Vec<SecretClass> {
    let lines = home.session.access_log().wait().unwrap().into_iter();
    lines
        .filter_map(|line| match line.record {
            Record::Unlocked { with, .. } => Some(with),
            _ => None,
        })
        .collect()
}

#[test]
fn it_opens_the_journal_and_the_journal_says_so() {
    let home = locked();
    touch(&home.session).unwrap();
    home.all_there();
    assert_eq!(home.session.status().borrow().with, Some(SecretClass::Touch));
    assert_eq!(with(&home), [SecretClass::Touch]);
    // After a restart too: what it needs lies on the disk and in the hardware.
    let copy = home.copy_of_the_vault();
    let later = home.start(&copy);
    assert!(later.touch_is_on());
    touch(&later).unwrap();
}

#[test]
fn it_is_off_until_she_turns_it_on_and_nothing_of_it_is_there() {
    let home = Home::new();
    assert!(!home.session.touch_is_on() && !home.touch.has_key());
    assert!(!home.dir.join("latch").exists());
    home.session.lock().wait().unwrap();
    assert_eq!(touch(&home.session), Err(SessionError::TouchNotHere));
    assert!(home.touch.asked().is_empty());
}

#[test]
fn turned_off_without_a_passphrase_it_opens_nothing_not_even_from_a_copy_made_before() {
    let home = locked();
    let before = fs::read(home.dir.join("latch")).unwrap();
    assert_eq!(before.len(), 115);
    home.session.turn_touch_off().wait().unwrap();
    assert!(!home.session.touch_is_on() && !home.touch.has_key() && !home.dir.join("latch").exists());
    assert_eq!(touch(&home.session), Err(SessionError::TouchNotHere));
    fs::write(home.dir.join("latch"), before).unwrap();
    assert_eq!(touch(&home.session), Err(SessionError::Touch(TouchError::Gone)));
    home.unlock(PASSPHRASE).unwrap();
    home.all_there();
}

#[test]
fn only_the_passphrase_turns_it_on_and_a_wrong_one_counts_and_ends_nothing() {
    let home = Home::new();
    home.give_a_second_secret();
    home.session.add_pin(PASSPHRASE.to_owned(), PIN.to_owned()).wait().unwrap();
    turn_on(&home.session, PASSPHRASE).unwrap();
    assert_eq!(turn_on(&home.session, "not this one at all"), Err(SessionError::WrongSecret));
    assert_eq!(turn_on(&home.session, SECOND), Err(SessionError::WrongSecret));
    assert_eq!(home.session.failed_tries(), 2);
    assert_eq!(turn_on(&home.session, PIN), Err(SessionError::NeedPassphrase));
    assert_eq!(home.touch.asked().len(), 1, "the phone asks only after the passphrase was right");
    home.session.lock().wait().unwrap();
    assert_eq!(turn_on(&home.session, PASSPHRASE), Err(SessionError::Locked));
    touch(&home.session).unwrap();
}

#[test]
fn it_proves_nothing_and_opens_no_other_change() {
    let home = locked();
    touch(&home.session).unwrap();
    let new = "another four words entirely";
    assert_eq!(home.change(None, new), Err(SessionError::NeedPassphrase));
    assert_eq!(home.change(Some(""), new), Err(SessionError::WrongSecret));
    assert!(home.session.new_recovery_words(String::new()).wait().is_err());
    assert!(home.session.new_master(String::new(), |_, _| {}).wait().is_err());
    let nothing_typed = home.session.destroy_everything(Proof::Typed(String::new())).wait();
    assert_eq!(nothing_typed, Err(SessionError::NotDestroyed(Box::new(SessionError::WrongSecret))));
    assert_eq!(turn_on(&home.session, ""), Err(SessionError::WrongSecret));
    home.all_there();
    assert!(home.session.touch_is_on());
}

#[test]
fn no_wait_applies_to_it_and_no_touch_that_fails_is_counted() {
    let home = locked();
    home.fail(5);
    for answer in [TouchError::TurnedAway, TouchError::LockedOut, TouchError::NoAnswer, TouchError::NotOnThisDevice] {
        home.touch.say(Err(answer));
        assert_eq!(touch(&home.session), Err(SessionError::Touch(answer)));
    }
    assert_eq!(home.session.failed_tries(), 5);
    assert!(matches!(home.unlock(PASSPHRASE), Err(SessionError::TooSoon { .. })));
    home.touch.say(Ok(()));
    touch(&home.session).unwrap();
    assert_eq!(home.failed_in_the_journal(), [5], "and it hides none from her");
    assert_eq!(home.session.failed_tries(), 0);
}

#[test]
fn a_finger_that_was_added_ends_it_in_words_and_typing_opens() {
    let home = locked();
    home.touch.add_a_finger();
    let error = touch(&home.session).unwrap_err();
    assert_eq!(error, SessionError::Touch(TouchError::Gone));
    let told = error.told().to_string();
    assert!(told.contains("when one is added to this phone") && told.contains("Type your passphrase"), "{told}");
    assert!(home.session.touch_is_on(), "it says so again, until she has seen it");
    home.unlock(PASSPHRASE).unwrap();
    turn_on(&home.session, PASSPHRASE).unwrap();
    home.session.lock().wait().unwrap();
    touch(&home.session).unwrap();
    home.all_there();
}

#[test]
fn on_another_device_or_with_another_key_of_this_one_it_is_refused_in_words() {
    let home = locked();
    let copy = home.copy_of_the_vault();
    let other = Arc::new(HandTouch::of(42));
    other.prepare().unwrap();
    let elsewhere = home.start_with(&copy, other);
    assert_eq!(touch(&elsewhere), Err(SessionError::TouchNotHere));
    let told = SessionError::TouchNotHere.told().to_string();
    assert!(told.contains("another phone") && told.contains("not counted") && told.contains("passphrase"), "{told}");
    elsewhere.unlock(PASSPHRASE.to_owned()).wait().unwrap();
    home.touch.prepare().unwrap();
    assert_eq!(touch(&home.session), Err(SessionError::TouchNotHere));
    assert_eq!(home.session.failed_tries(), 0);
    // Where there is nothing at all that recognises anybody.
    let bare = home.copied_to_a_device_without();
    assert_eq!(touch(&bare), Err(SessionError::Touch(TouchError::NotOnThisDevice)));
    bare.unlock(PASSPHRASE.to_owned()).wait().unwrap();
    bare.turn_touch_off().wait().unwrap();
    assert!(!bare.touch_is_on());
}

#[test]
fn a_damaged_or_newer_file_is_refused_in_words_and_typing_opens() {
    let home = locked();
    let path = home.dir.join("latch");
    let good = fs::read(&path).unwrap();
    for (at, change) in [(20, 1), (50, 1), (90, 1), (114, 1)] {
        let mut bytes = good.clone();
        bytes[at] ^= change;
        fs::write(&path, bytes).unwrap();
        assert_eq!(touch(&home.session), Err(SessionError::TouchNotHere), "{at}");
    }
    for bytes in [&good[..60], &[&good[..], &[7]].concat(), b""] {
        fs::write(&path, bytes).unwrap();
        assert_eq!(touch(&home.session), Err(SessionError::TouchNotHere));
    }
    let mut newer = good.clone();
    newer[0] = 2;
    fs::write(&path, newer).unwrap();
    let told = touch(&home.session).unwrap_err().told().to_string();
    assert!(told.contains("has version 2") && told.contains("update"), "{told}");
    home.unlock(PASSPHRASE).unwrap();
    home.session.lock().wait().unwrap();
    fs::write(&path, good).unwrap();
    touch(&home.session).unwrap();
}

#[test]
fn a_slot_of_a_key_file_put_in_its_place_opens_nothing_nor_does_this_one_in_theirs() {
    let home = locked();
    let path = home.dir.join("latch");
    let good = fs::read(&path).unwrap();
    for keys in home.key_files() {
        let bytes = fs::read(&keys).unwrap();
        for place in 0..8 {
            let at = 45 + place * 114;
            fs::write(&path, [&[1], &bytes[at..at + 114]].concat()).unwrap();
            assert_eq!(touch(&home.session), Err(SessionError::TouchNotHere), "{place}");
        }
    }
    fs::write(&path, &good).unwrap();
    let [journal, _] = home.key_files();
    let bytes = fs::read(&journal).unwrap();
    for place in 0..8 {
        let at = 45 + place * 114;
        let swapped = [&bytes[..at], &good[1..], &bytes[at + 114..]].concat();
        fs::write(&journal, swapped).unwrap();
        // The shortcut asks no place of the key file, and its slot is no secret of theirs: only the place that it took is gone.
        touch(&home.session).unwrap();
        let own = home.session.secrets().wait().unwrap();
        assert_eq!(
            own.iter().filter(|line| !line.intact).count(),
            usize::from(own.iter().any(|line| line.place == place))
        );
        home.session.lock().wait().unwrap();
        match own.iter().find(|line| line.place == place) {
            Some(line) if line.class == SecretClass::Passphrase => assert!(home.unlock(PASSPHRASE).is_err(), "{place}"),
            _ => {
                home.unlock(PASSPHRASE).unwrap();
                home.session.lock().wait().unwrap();
            }
        }
    }
}

#[test]
fn the_key_files_the_other_secrets_and_the_notes_do_not_notice_it() {
    let home = Home::new();
    home.give_a_second_secret();
    home.session.add_pin(PASSPHRASE.to_owned(), PIN.to_owned()).wait().unwrap();
    let (classes, files) = (home.classes(), home.key_files());
    let before = files.clone().map(|path| fs::read(path).unwrap());
    turn_on(&home.session, PASSPHRASE).unwrap();
    assert!(files.map(|path| fs::read(path).unwrap()) == before);
    assert_eq!(home.classes(), classes);
    home.session.lock().wait().unwrap();
    home.unlock(SECOND).unwrap();
    assert_eq!(home.session.status().borrow().vault, VaultState::Notes);
    // Behind the notes somebody may be watching.
    assert_eq!(touch(&home.session), Err(SessionError::TouchNotHere));
    assert_eq!(home.session.status().borrow().vault, VaultState::Notes);
    home.session.lock().wait().unwrap();
    touch(&home.session).unwrap();
    assert_eq!(home.session.status().borrow().vault, VaultState::Open);
    for typed in [PIN, PASSPHRASE] {
        home.session.lock().wait().unwrap();
        home.unlock(typed).unwrap();
    }
}

#[test]
fn another_passphrase_leaves_it_on_and_recovery_words_too() {
    let home = locked();
    touch(&home.session).unwrap();
    home.change(Some(PASSPHRASE), "another four words entirely").unwrap();
    home.session.lock().wait().unwrap();
    touch(&home.session).unwrap();
    home.session.lock().wait().unwrap();
    home.session.unlock_with_words(home.words.clone()).wait().unwrap();
    assert!(home.session.touch_is_on());
}

#[test]
fn a_new_master_key_ends_it_and_says_so() {
    let home = locked();
    home.unlock(PASSPHRASE).unwrap();
    let (latch, device) = (fs::read(home.dir.join("latch")).unwrap(), home.touch.as_it_is());
    let made = home.session.new_master(PASSPHRASE.to_owned(), |_, _| {}).wait().unwrap();
    assert_eq!(made.notes.len(), 1);
    assert!(made.notes[0].contains("finger or face is off"), "{:?}", made.notes);
    assert!(!home.session.touch_is_on() && !home.touch.has_key());
    home.session.lock().wait().unwrap();
    // Even somebody who kept the file and a device whose key had not ended gets in no more.
    let copy = home.copy_of_the_vault();
    fs::write(copy.join("latch"), latch).unwrap();
    let kept = home.start_with(&copy, Arc::new(device));
    assert_eq!(touch(&kept), Err(SessionError::TouchNotHere));
    kept.unlock(PASSPHRASE.to_owned()).wait().unwrap();
    // And where it was off, nothing is said of it.
    home.unlock(PASSPHRASE).unwrap();
    assert!(home.session.new_master(PASSPHRASE.to_owned(), |_, _| {}).wait().unwrap().notes.is_empty());
}

#[test]
fn destroying_everything_ends_it() {
    let home = locked();
    touch(&home.session).unwrap();
    let her = Proof::Typed(PASSPHRASE.to_owned());
    assert_eq!(home.session.destroy_everything(her).wait(), Ok(true));
    assert!(!home.dir.exists() && !home.touch.has_key() && !home.session.touch_is_on());
    assert_eq!(touch(&home.session), Err(SessionError::TouchNotHere));
}

#[test]
fn one_lost_key_file_is_named_if_it_is_the_journals_and_does_no_harm_if_it_is_the_other() {
    let home = locked();
    let [journal, notes] = home.key_files();
    let bytes = fs::read(&notes).unwrap();
    fs::write(&notes, b"rotten").unwrap();
    touch(&home.session).unwrap();
    home.session.lock().wait().unwrap();
    fs::write(&notes, bytes).unwrap();
    fs::write(&journal, b"rotten").unwrap();
    assert!(matches!(touch(&home.session), Err(SessionError::KeyFileLost(_))));
}
