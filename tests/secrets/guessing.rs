//! Tries that fail: counted before they are worked out, then delayed; the same for whatever is typed; nothing is wiped.

use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use steadfast::domain::ports::{DeviceSecret, DeviceSecretError};
use steadfast::session::{Place, Session, SessionError};

use crate::home::{Home, PASSPHRASE, SECOND};

fn locked() -> Home {
    let home = Home::new();
    home.session.lock().wait().unwrap();
    home
}

fn too_soon(seconds: u64) -> Result<(), SessionError> {
    Err(SessionError::TooSoon { seconds })
}

#[test]
fn five_tries_are_free_and_then_each_waits_twice_as_long_up_to_half_a_minute() {
    let home = locked();
    home.fail(5);
    for (n, seconds) in [1, 2, 4, 8, 16, 30, 30].into_iter().enumerate() {
        assert_eq!((home.session.wait(), home.session.failed_tries()), (seconds, 5 + n as u32));
        assert_eq!(home.unlock("a wrong passphrase"), too_soon(seconds));
        home.run_on(seconds - 1);
        assert_eq!(home.session.wait(), 1);
        assert_eq!(home.unlock("a wrong passphrase"), too_soon(1));
        home.run_on(1);
        assert_eq!(home.session.wait(), 0);
        assert_eq!(home.session.failed_tries(), 5 + n as u32, "what was refused was not counted");
        home.fail(1);
    }
    home.run_on(30);
    home.unlock(PASSPHRASE).unwrap();
    assert_eq!((home.session.wait(), home.session.failed_tries()), (0, 0));
    assert_eq!(home.failed_in_the_journal(), [12]);
    home.all_there();
    home.session.lock().wait().unwrap();
    home.fail(5);
}

#[test]
fn the_wait_is_the_same_for_whatever_is_typed() {
    let home = locked();
    home.give_a_second_secret();
    home.fail(5);
    for typed in [PASSPHRASE, SECOND, "a wrong passphrase", "493817"] {
        assert_eq!(home.unlock(typed), too_soon(1));
    }
    let told = SessionError::TooSoon { seconds: 8 }.told().to_string();
    assert!(
        told.contains("8 seconds") && told.contains("Nothing is lost") && told.contains("recovery words"),
        "{told}"
    );
}

#[test]
fn the_second_secret_neither_resets_the_count_nor_adds_to_it() {
    let home = locked();
    home.give_a_second_secret();
    home.fail(5);
    home.run_on(1);
    // No guess at the journal; and a wait that grew by it would tell whoever watches that it was not the first one.
    home.session.unlock(SECOND.to_owned()).wait().unwrap();
    home.session.lock().wait().unwrap();
    assert_eq!(home.session.failed_tries(), 0, "a count on the lock would say that the journal was not opened");
    assert_eq!(home.session.wait(), 1, "the wait is served anew");
    home.run_on(1);
    home.fail(1);
    assert_eq!(home.session.failed_tries(), 6);
}

#[test]
fn recovery_words_are_never_delayed_and_never_counted() {
    let home = locked();
    home.fail(5);
    let mut wrong: Vec<&str> = home.words.split(' ').collect();
    wrong.swap(0, 1);
    for _ in 0..3 {
        assert!(home.session.unlock_with_words(wrong.join(" ")).wait().is_err());
    }
    assert_eq!((home.session.failed_tries(), home.session.wait()), (5, 1));
    home.session.unlock_with_words(home.words.clone()).wait().unwrap();
    home.all_there();
    assert_eq!((home.session.failed_tries(), home.session.wait()), (0, 0), "she is in, so nobody is guessing");
    assert_eq!(home.failed_in_the_journal(), [5]);
}

#[test]
fn a_restart_in_the_middle_of_a_wait_serves_the_whole_of_it_anew() {
    let mut home = locked();
    home.fail(5);
    for seconds in [1, 2, 4, 8] {
        home.run_on(seconds);
        home.fail(1);
    }
    home.run_on(15);
    assert_eq!(home.session.wait(), 1);
    home.restart();
    assert_eq!(home.unlock(PASSPHRASE), too_soon(16));
    assert_eq!((home.session.wait(), home.session.failed_tries()), (16, 9));
    home.run_on(16);
    home.unlock(PASSPHRASE).unwrap();
    home.all_there();
}

/// Notes what the file with the count says while a try is being worked out.
struct Looking {
    tries: PathBuf,
    seen: Mutex<Vec<Vec<u8>>>,
}

impl DeviceSecret for Looking {
    fn mix(&self, input: &[u8; 32]) -> Result<[u8; 32], DeviceSecretError> {
        self.seen.lock().unwrap().push(fs::read(&self.tries).unwrap());
        Ok(*input)
    }
}

#[test]
fn a_try_is_on_the_disk_before_it_is_worked_out_and_one_that_comes_too_soon_is_not_worked_out() {
    let home = locked();
    let copy = home.copy_of_the_vault();
    let looking = Arc::new(Looking { tries: copy.join("tries"), seen: Mutex::default() });
    let place = Place::new(&copy).at_least_cost().with_device(Some(looking.clone() as _));
    let session = Session::start(place, home.clock.clone());
    for _ in 0..5 {
        assert!(session.unlock("a wrong passphrase".to_owned()).wait().is_err());
    }
    let counts: Vec<u8> = looking.seen.lock().unwrap().iter().map(|bytes| bytes[4]).collect();
    assert_eq!(counts, [1, 2, 3, 4, 5]);
    assert_eq!(session.unlock(PASSPHRASE.to_owned()).wait(), Err(SessionError::TooSoon { seconds: 1 }));
    assert_eq!(looking.seen.lock().unwrap().len(), 5);
}

#[test]
fn where_the_count_cannot_be_written_she_gets_in_and_a_guesser_waits_the_longest() {
    let mut home = locked();
    // Nothing can be written there while a directory is in the way.
    fs::create_dir(home.dir.join("tries.new")).unwrap();
    fs::write(home.dir.join("tries.new/x"), b"").unwrap();
    home.unlock(PASSPHRASE).unwrap();
    home.all_there();
    home.session.lock().wait().unwrap();
    home.fail(5);
    assert_eq!(home.unlock(PASSPHRASE), too_soon(30));
    home.run_on(30);
    home.unlock(PASSPHRASE).unwrap();
    assert_eq!(home.session.wait(), 0);
    home.session.lock().wait().unwrap();
    home.fail(3);
    fs::remove_dir_all(home.dir.join("tries.new")).unwrap();
    home.fail(2);
    assert_eq!(home.unlock(PASSPHRASE), too_soon(1), "it can be written again, and the wait is the usual one");
    home.restart();
    assert_eq!(home.unlock(PASSPHRASE), too_soon(1));
}

#[test]
fn a_spoilt_or_missing_count_never_keeps_her_out() {
    let home = locked();
    for spoilt in [&b""[..], b"x", &[2, 255], &[255; 9], &[2, 255, 255, 255, 255, 0, 0, 0, 0, 0]] {
        let copy = home.copy_of_the_vault();
        fs::write(copy.join("tries"), spoilt).unwrap();
        home.start(&copy).unlock(PASSPHRASE.to_owned()).wait().unwrap();
    }
    let copy = home.copy_of_the_vault();
    fs::remove_file(copy.join("tries")).unwrap();
    home.start(&copy).unlock(PASSPHRASE.to_owned()).wait().unwrap();
    // The largest count there can be costs half a minute and no more.
    let copy = home.copy_of_the_vault();
    fs::write(copy.join("tries"), [&[2][..], &[255; 8]].concat()).unwrap();
    let session = home.start(&copy);
    assert_eq!(session.unlock(PASSPHRASE.to_owned()).wait(), Err(SessionError::TooSoon { seconds: 30 }));
    home.run_on(30);
    session.unlock(PASSPHRASE.to_owned()).wait().unwrap();
}

#[test]
fn nothing_is_wiped_however_often_somebody_guesses() {
    let home = locked();
    for _ in 0..40 {
        home.run_on(30);
        home.fail(1);
    }
    home.run_on(30);
    home.unlock(PASSPHRASE).unwrap();
    home.all_there();
    assert_eq!(home.failed_in_the_journal(), [40]);
}

#[test]
fn an_empty_try_is_no_try() {
    let home = locked();
    for _ in 0..9 {
        assert_eq!(home.unlock(""), Err(SessionError::WrongSecret));
    }
    assert_eq!(home.session.failed_tries(), 0);
}
