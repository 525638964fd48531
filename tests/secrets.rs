//! The secrets that open the journal, and guessing at them: the real session on real files. The clock and the device's own
//! secret are moved by hand, so that nothing has to be waited for.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "secrets/bad_input.rs"]
mod bad_input;
#[path = "secrets/guessing.rs"]
mod guessing;
#[path = "secrets/home.rs"]
mod home;
#[path = "secrets/touch.rs"]
mod touch;
#[path = "secrets/touch_between.rs"]
mod touch_between;

use home::{Home, PASSPHRASE, SECOND};
use steadfast::domain::SecretClass;
use steadfast::domain::ports::DeviceSecretError;
use steadfast::session::{Pins, SessionError, VaultState};

const NEW: &str = "another four words entirely";
const PIN: &str = "493817";

#[test]
fn a_new_passphrase_opens_the_journal_and_the_old_one_does_not() {
    let home = Home::new();
    home.change(Some(PASSPHRASE), NEW).unwrap();
    home.session.lock().wait().unwrap();
    assert_eq!(home.unlock(PASSPHRASE), Err(SessionError::WrongSecret));
    home.unlock(NEW).unwrap();
    home.all_there();
    home.session.lock().wait().unwrap();
    home.session.unlock_with_words(home.words.clone()).wait().unwrap();
    home.all_there();
    assert_eq!(home.classes(), [SecretClass::Passphrase, SecretClass::Recovery], "it took the place of the old one");
}

#[test]
fn a_wrong_present_passphrase_changes_nothing_and_counts_as_a_try() {
    let home = Home::new();
    assert_eq!(home.change(Some("not this one at all"), NEW), Err(SessionError::WrongSecret));
    assert_eq!(home.session.failed_tries(), 1);
    assert_eq!(home.session.remove_secret(0, "nor this one".to_owned()).wait(), Err(SessionError::WrongSecret));
    assert_eq!(home.session.failed_tries(), 2);
    assert_eq!(home.session.status().borrow().vault, VaultState::Open, "it stays open");
    home.change(Some(PASSPHRASE), NEW).unwrap();
    assert_eq!(home.session.failed_tries(), 0);
    home.session.lock().wait().unwrap();
    home.unlock(NEW).unwrap();
    assert_eq!(home.failed_in_the_journal(), [2], "the journal tells of them");
}

#[test]
fn only_after_recovery_words_is_the_present_passphrase_not_asked_for() {
    let home = Home::new();
    assert_eq!(home.change(None, NEW), Err(SessionError::NeedPassphrase));
    home.session.lock().wait().unwrap();
    home.unlock(PASSPHRASE).unwrap();
    assert_eq!(home.session.status().borrow().with, Some(SecretClass::Passphrase));
    assert_eq!(home.change(None, NEW), Err(SessionError::NeedPassphrase));
    home.session.lock().wait().unwrap();
    assert_eq!(home.session.status().borrow().with, None);
    home.session.unlock_with_words(home.words.clone()).wait().unwrap();
    assert_eq!(home.session.status().borrow().with, Some(SecretClass::Recovery));
    home.change(None, NEW).unwrap();
    home.session.lock().wait().unwrap();
    home.unlock(NEW).unwrap();
    home.all_there();
    assert_eq!(home.change(None, PASSPHRASE), Err(SessionError::NeedPassphrase), "the next opening was not with words");
}

#[test]
fn a_secret_that_is_weak_or_in_use_is_refused_with_one_sentence_for_all() {
    let home = Home::new();
    home.give_a_second_secret();
    home.session.add_pin(PASSPHRASE.to_owned(), "493817493817".to_owned()).wait().unwrap();
    for weak in ["short", "12345678901", ""] {
        assert_eq!(home.change(Some(PASSPHRASE), weak), Err(SessionError::WeakPassphrase));
    }
    for used in [PASSPHRASE, "493817493817", SECOND] {
        assert_eq!(home.change(Some(PASSPHRASE), used), Err(SessionError::SecretInUse));
    }
    home.change(Some(PASSPHRASE), "112233445566").unwrap();
    let pin = home.session.add_pin("112233445566".to_owned(), "112233445566".to_owned()).wait();
    assert_eq!(pin, Err(SessionError::SecretInUse));
    let told = SessionError::SecretInUse.told().to_string();
    for word in ["PIN", "passphrase", "second", "already", "notes"] {
        assert!(!told.contains(word), "{told}");
    }
}

#[test]
fn a_pin_opens_the_journal_on_its_device_alone() {
    let home = Home::new();
    home.session.add_pin(PASSPHRASE.to_owned(), PIN.to_owned()).wait().unwrap();
    assert_eq!(home.classes(), [SecretClass::Passphrase, SecretClass::Pin, SecretClass::Recovery]);
    home.session.lock().wait().unwrap();
    home.unlock(PIN).unwrap();
    home.all_there();
    assert_eq!(home.session.status().borrow().with, Some(SecretClass::Pin));
    home.session.lock().wait().unwrap();
    // Carried to another device, whose own secret is another.
    home.device.say(Ok([99; 32]));
    assert_eq!(home.unlock(PIN), Err(SessionError::WrongSecret));
    // To one that keeps none.
    let bare = home.copied_to_a_device_without();
    assert_eq!(bare.unlock(PIN.to_owned()).wait(), Err(SessionError::PinNotHere));
    bare.unlock(PASSPHRASE.to_owned()).wait().unwrap();
}

#[test]
fn a_lost_device_secret_keeps_the_pin_out_in_words_and_nothing_else() {
    let home = Home::new();
    home.session.add_pin(PASSPHRASE.to_owned(), PIN.to_owned()).wait().unwrap();
    for lost in [DeviceSecretError::Gone, DeviceSecretError::NoAnswer, DeviceSecretError::NotOnThisDevice] {
        home.device.say(Err(lost));
        home.session.lock().wait().unwrap();
        let error = home.unlock(PIN).unwrap_err();
        assert_eq!(error, SessionError::PinNotHere, "{lost:?}");
        let told = error.told().to_string();
        assert!(told.contains("Nothing is lost") && told.contains("passphrase or your recovery words"), "{told}");
        assert_eq!(home.unlock("no passphrase of hers"), Err(SessionError::WrongSecret), "that was no PIN");
        home.unlock(PASSPHRASE).unwrap();
        home.session.lock().wait().unwrap();
        home.session.unlock_with_words(home.words.clone()).wait().unwrap();
        home.all_there();
    }
    assert_eq!(home.session.add_pin(PASSPHRASE.to_owned(), PIN.to_owned()).wait(), Err(SessionError::NoPinHere));
    // With a new secret of the device, a new PIN takes the place of the dead one.
    home.device.say(Ok([7; 32]));
    home.session.add_pin(PASSPHRASE.to_owned(), "582093".to_owned()).wait().unwrap();
    assert_eq!(home.classes(), [SecretClass::Passphrase, SecretClass::Pin, SecretClass::Recovery]);
    home.session.lock().wait().unwrap();
    assert_eq!(home.unlock(PIN), Err(SessionError::WrongSecret));
    home.unlock("582093").unwrap();
}

#[test]
fn no_device_secret_no_pin_and_a_weak_pin_is_refused() {
    let home = Home::new();
    for weak in ["49381", "000000", "123456", "49381x", ""] {
        let refused = home.session.add_pin(PASSPHRASE.to_owned(), weak.to_owned()).wait();
        assert_eq!(refused, Err(SessionError::WeakPin), "{weak}");
    }
    assert_eq!(home.session.pins(), Pins::Here { warning: None });
    let bare = home.copied_to_a_device_without();
    assert_eq!(bare.pins(), Pins::NotHere);
    bare.unlock(PASSPHRASE.to_owned()).wait().unwrap();
    assert_eq!(bare.add_pin(PASSPHRASE.to_owned(), PIN.to_owned()).wait(), Err(SessionError::NoPinHere));
}

#[test]
fn a_pin_is_not_enough_to_change_what_opens_the_journal() {
    let home = Home::new();
    home.session.add_pin(PASSPHRASE.to_owned(), PIN.to_owned()).wait().unwrap();
    assert_eq!(home.change(Some(PIN), NEW), Err(SessionError::NeedPassphrase));
    let pin = || PIN.to_owned();
    assert_eq!(home.session.add_pin(pin(), "582093".to_owned()).wait(), Err(SessionError::NeedPassphrase));
    assert_eq!(home.session.new_recovery_words(pin()).wait().unwrap_err(), SessionError::NeedPassphrase);
    assert_eq!(home.session.new_master(pin(), |_, _| {}).wait().unwrap_err(), SessionError::NeedPassphrase);
    home.session.lock().wait().unwrap();
    home.unlock(PASSPHRASE).unwrap();
}

#[test]
fn the_second_secret_does_not_pass_for_the_first() {
    let home = Home::new();
    home.give_a_second_secret();
    assert_eq!(home.change(Some(SECOND), NEW), Err(SessionError::WrongSecret));
    assert_eq!(home.session.failed_tries(), 1);
    home.session.lock().wait().unwrap();
    home.unlock(PASSPHRASE).unwrap();
}

#[test]
fn a_secret_taken_away_opens_nothing_and_the_passphrase_stays() {
    let home = Home::new();
    home.session.add_pin(PASSPHRASE.to_owned(), PIN.to_owned()).wait().unwrap();
    let place = |class| {
        let lines = home.session.secrets().wait().unwrap();
        lines.into_iter().find(|line| line.class == class).map(|line| line.place)
    };
    let remove = |place| home.session.remove_secret(place, PASSPHRASE.to_owned()).wait();
    let passphrase = place(SecretClass::Passphrase).unwrap();
    assert_eq!(remove(passphrase), Err(SessionError::LastSecret));
    remove(place(SecretClass::Pin).unwrap()).unwrap();
    remove(place(SecretClass::Recovery).unwrap()).unwrap();
    assert_eq!(remove(passphrase), Err(SessionError::LastSecret));
    let unused = (0..9).filter(|unused| *unused != passphrase);
    assert!(unused.map(remove).all(|gone| gone == Err(SessionError::NoSuchSecret)));
    home.session.lock().wait().unwrap();
    assert_eq!(home.unlock(PIN), Err(SessionError::WrongSecret));
    let old = home.words.clone();
    assert_eq!(home.session.unlock_with_words(old.clone()).wait(), Err(SessionError::WrongSecret));
    home.unlock(PASSPHRASE).unwrap();
    let new = home.session.new_recovery_words(PASSPHRASE.to_owned()).wait().unwrap();
    let new = new.words().collect::<Vec<_>>().join(" ");
    home.session.lock().wait().unwrap();
    assert_eq!(home.session.unlock_with_words(old).wait(), Err(SessionError::WrongSecret));
    home.session.unlock_with_words(new).wait().unwrap();
    home.all_there();
}

#[test]
fn a_new_key_ends_every_secret_but_the_passphrase_and_leaves_old_copies_as_they_were() {
    let home = Home::new();
    home.give_a_second_secret();
    home.session.add_pin(PASSPHRASE.to_owned(), PIN.to_owned()).wait().unwrap();
    let backup = home.copy_of_the_vault();
    assert_eq!(home.session.new_master("wrong".to_owned(), |_, _| {}).wait().unwrap_err(), SessionError::WrongSecret);
    let made = home.session.new_master(PASSPHRASE.to_owned(), |done, all| assert!(done <= all)).wait().unwrap();
    assert_eq!(made.words.words().count(), 28);
    home.all_there();
    assert_eq!(home.classes(), [SecretClass::Passphrase, SecretClass::Recovery]);
    assert!(home.change(Some(PASSPHRASE), SECOND).is_err(), "the second secret is still one");
    home.session.lock().wait().unwrap();
    assert_eq!(home.session.unlock_with_words(home.words.clone()).wait(), Err(SessionError::WrongSecret));
    assert_eq!(home.unlock(PIN), Err(SessionError::WrongSecret));
    home.unlock(PASSPHRASE).unwrap();
    home.all_there();
    // Said to her, because it is so: a copy made before opens with the old words.
    let old = home.start(&backup);
    old.unlock_with_words(home.words.clone()).wait().unwrap();
}

#[test]
fn locked_means_that_no_secret_can_be_asked_for_or_changed() {
    let home = Home::new();
    home.session.lock().wait().unwrap();
    assert_eq!(home.session.secrets().wait(), Err(SessionError::Locked));
    assert_eq!(home.change(Some(PASSPHRASE), NEW), Err(SessionError::Locked));
    assert_eq!(home.session.remove_secret(0, PASSPHRASE.to_owned()).wait(), Err(SessionError::Locked));
    assert_eq!(home.session.new_master(PASSPHRASE.to_owned(), |_, _| {}).wait().unwrap_err(), SessionError::Locked);
    assert_eq!(home.session.failed_tries(), 0);
}
