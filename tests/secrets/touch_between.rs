//! What can come between while a finger or face is turned on or asked for: a kill, a lock, typing, turning it away.

use std::fs;
use std::sync::Arc;

use steadfast::domain::SecretClass;
use steadfast::domain::ports::TouchError;
use steadfast::session::{SessionError, VaultState};

use super::home::{Home, PASSPHRASE};
use super::touch::{locked, touch, turn_on, with};

#[test]
fn a_kill_while_it_is_turned_on_or_off_leaves_it_on_or_off_and_the_journal_as_it_was() {
    let home = locked();
    let good = fs::read(home.dir.join("latch")).unwrap();
    let killed = |latch: Option<&[u8]>, beside: Option<&[u8]>, key: bool| {
        let copy = home.copy_of_the_vault();
        fs::remove_file(copy.join("latch")).unwrap();
        for (name, bytes) in [("latch", latch), ("latch.new", beside)] {
            if let Some(bytes) = bytes {
                fs::write(copy.join(name), bytes).unwrap();
            }
        }
        let device = home.touch.as_it_is();
        if !key {
            device.add_a_finger();
        }
        let session = home.start_with(&copy, Arc::new(device));
        let on = session.touch_is_on();
        let opened = touch(&session);
        session.lock().wait().unwrap();
        session.unlock(PASSPHRASE.to_owned()).wait().unwrap();
        assert!(!copy.join("latch.new").exists());
        // From there it is turned on as ever.
        turn_on(&session, PASSPHRASE).unwrap();
        session.lock().wait().unwrap();
        touch(&session).unwrap();
        (on, opened)
    };
    let off = Err(SessionError::TouchNotHere);
    // The hardware's key is made; nothing else is.
    assert_eq!(killed(None, None, true), (false, off.clone()));
    // The file is half written beside, or whole and not yet in place.
    assert_eq!(killed(None, Some(&good[..40]), true), (false, off.clone()));
    assert_eq!(killed(None, Some(&good), true), (false, off.clone()));
    assert_eq!(killed(Some(&good), None, true), (true, Ok(())));
    // Turned off: written over and still there; gone, and the hardware's key not yet.
    assert_eq!(killed(Some(&[0; 115]), None, true), (false, off.clone()));
    assert_eq!(killed(None, None, false), (false, off));
}

#[test]
fn what_is_turned_away_stays_off_and_what_was_on_before_is_off() {
    let home = locked();
    home.unlock(PASSPHRASE).unwrap();
    home.touch.say(Err(TouchError::TurnedAway));
    assert_eq!(turn_on(&home.session, PASSPHRASE), Err(SessionError::TouchStaysOff(TouchError::TurnedAway)));
    assert!(!home.session.touch_is_on() && !home.touch.has_key());
    home.touch.say(Ok(()));
    home.touch.makes(Err(TouchError::NoAnswer));
    assert_eq!(turn_on(&home.session, PASSPHRASE), Err(SessionError::TouchStaysOff(TouchError::NoAnswer)));
    home.touch.makes(Ok(()));
    turn_on(&home.session, PASSPHRASE).unwrap();
    assert!(home.session.touch_is_on());
    home.touch.is_here(false);
    assert_eq!(turn_on(&home.session, PASSPHRASE), Err(SessionError::TouchStaysOff(TouchError::NotOnThisDevice)));
    assert!(!home.session.touch_is_on());
    let told = SessionError::TouchStaysOff(TouchError::TurnedAway).told().to_string();
    assert!(told.contains("It is off.") && !told.contains("Type your passphrase"), "{told}");
}

#[test]
fn a_lock_while_the_phone_asks_keeps_it_off() {
    for again in [false, true] {
        let home = Home::new();
        let session = home.session.clone();
        home.touch.when_asked(move || {
            let session = session.clone();
            let between = move || {
                session.lock().wait().unwrap();
                if again {
                    session.unlock(PASSPHRASE.to_owned()).wait().unwrap();
                }
            };
            std::thread::spawn(between).join().unwrap();
        });
        assert_eq!(turn_on(&home.session, PASSPHRASE), Err(SessionError::Locked), "{again}");
        assert!(!home.session.touch_is_on() && !home.touch.has_key());
    }
}

#[test]
fn leaving_while_the_phone_asks_keeps_it_locked_whatever_is_answered() {
    let home = locked();
    let session = home.session.clone();
    home.touch.when_asked(move || drop(session.lock()));
    assert_eq!(touch(&home.session), Err(SessionError::Locked));
    assert_eq!(home.session.status().borrow().vault, VaultState::Locked);
    touch(&home.session).unwrap();
}

#[test]
fn typing_that_was_quicker_than_the_finger_opens_it_once() {
    let home = locked();
    let session = home.session.clone();
    home.touch.when_asked(move || {
        let session = session.clone();
        std::thread::spawn(move || session.unlock(PASSPHRASE.to_owned()).wait().unwrap()).join().unwrap();
    });
    touch(&home.session).unwrap();
    assert_eq!(home.session.status().borrow().with, Some(SecretClass::Passphrase));
    assert_eq!(with(&home), [SecretClass::Passphrase]);
}
