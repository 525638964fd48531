#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;
use sha2::{Digest, Sha256};
use std::sync::{Condvar, Mutex, MutexGuard};

/// A phone with fingers. Each key that is made is another.
#[derive(Default)]
struct Fingers {
    enrolled: Option<Vec<u8>>,
    cannot: Option<Fault>,
    key: Option<(u8, Vec<u8>)>,
    agrees: Option<Fault>,
    short: bool,
    end_fails: bool,
    made: u8,
    asked: Vec<String>,
}

#[derive(Clone, Default)]
struct Recorder(Arc<Mutex<Fingers>>);

impl Recorder {
    fn enrolled(state: &[u8]) -> Self {
        let recorder = Self::default();
        recorder.get().enrolled = Some(state.to_vec());
        recorder
    }

    fn get(&self) -> MutexGuard<'_, Fingers> {
        self.0.lock().unwrap()
    }
}

impl Recogniser for Recorder {
    fn enrolled(&self) -> Result<Vec<u8>, Fault> {
        let fingers = self.get();
        match fingers.cannot {
            Some(fault) => Err(fault),
            None => fingers.enrolled.clone().ok_or(Fault::Recognising(-7)),
        }
    }

    fn noted(&self) -> Result<Option<Vec<u8>>, Fault> {
        Ok(self.get().key.as_ref().map(|(_, noted)| noted.clone()))
    }

    fn make(&self, enrolled: &[u8]) -> Result<(), Fault> {
        let mut fingers = self.get();
        fingers.made += 1;
        fingers.key = Some((fingers.made, enrolled.to_vec()));
        Ok(())
    }

    fn end(&self) -> Result<(), Fault> {
        let mut fingers = self.get();
        if fingers.end_fails {
            return Err(Fault::Keychain(-25308));
        }
        fingers.key = None;
        Ok(())
    }

    fn question(&self, words: &TouchWords) -> Arc<dyn Question> {
        self.get().asked.push(format!("ready {} / {}", words.title, words.cancel));
        Arc::new(self.clone())
    }
}

impl Question for Recorder {
    fn agree(&self, input: &[u8; 32]) -> Result<Zeroizing<Vec<u8>>, Fault> {
        let mut fingers = self.get();
        fingers.asked.push("up".to_owned());
        if let Some(fault) = fingers.agrees {
            return Err(fault);
        }
        let (key, _) = fingers.key.as_ref().ok_or(Fault::Keychain(-25300))?;
        let mut out = Sha256::new().chain_update([*key]).chain_update(input).finalize().to_vec();
        out.truncate(if fingers.short { 31 } else { 32 });
        Ok(Zeroizing::new(out))
    }

    fn withdraw(&self) {
        self.get().asked.push("withdrawn".to_owned());
    }
}

fn words() -> TouchWords {
    TouchWords { title: "Unlock".to_owned(), cancel: "Type instead".to_owned() }
}

fn prepared() -> (Recorder, AppleTouch<Recorder>) {
    let system = Recorder::enrolled(b"one thumb");
    let touch = AppleTouch::on(system.clone());
    touch.prepare().unwrap();
    (system, touch)
}

#[tokio::test]
async fn the_same_finger_gives_the_same_answer_each_time() {
    let (system, touch) = prepared();
    let mixed = touch.mix([7; 32], words()).await.unwrap();
    assert_eq!(touch.mix([7; 32], words()).await.as_ref(), Ok(&mixed));
    assert_ne!(touch.mix([8; 32], words()).await.as_ref(), Ok(&mixed));
    assert_eq!(system.get().asked[..2], ["ready Unlock / Type instead", "up"]);
}

#[tokio::test]
async fn a_finger_that_is_added_ends_the_shortcut_and_nothing_is_put_on_the_screen() {
    let (system, touch) = prepared();
    system.get().enrolled = Some(b"two thumbs".to_vec());
    assert_eq!(touch.mix([7; 32], words()).await, Err(TouchError::Gone));
    assert!(!system.get().asked.contains(&"up".to_owned()));
}

#[tokio::test]
async fn a_key_that_is_not_there_is_gone_and_none_is_made_by_a_try() {
    let system = Recorder::enrolled(b"one thumb");
    let touch = AppleTouch::on(system.clone());
    assert_eq!(touch.mix([7; 32], words()).await, Err(TouchError::Gone));
    assert_eq!(system.get().made, 0);
    let (_, touch) = prepared();
    touch.forget().unwrap();
    assert_eq!(touch.mix([7; 32], words()).await, Err(TouchError::Gone));
}

#[tokio::test]
async fn turning_it_on_again_makes_another_key() {
    let (_, touch) = prepared();
    let mixed = touch.mix([7; 32], words()).await.unwrap();
    touch.prepare().unwrap();
    assert_ne!(touch.mix([7; 32], words()).await, Ok(mixed));
}

#[test]
fn an_old_key_that_stays_is_not_passed_over() {
    let (system, touch) = prepared();
    system.get().end_fails = true;
    assert_eq!(touch.prepare(), Err(TouchError::NoAnswer));
    assert_eq!(touch.forget(), Err(TouchError::NoAnswer));
    assert_eq!(system.get().made, 1);
}

#[tokio::test]
async fn each_failure_is_told_apart() {
    let (system, touch) = prepared();
    for (fault, said) in [
        (Fault::of("com.apple.LocalAuthentication", -1), TouchError::TurnedAway),
        (Fault::of("com.apple.LocalAuthentication", -2), TouchError::TurnedAway),
        (Fault::of("com.apple.LocalAuthentication", -3), TouchError::TurnedAway),
        (Fault::of("com.apple.LocalAuthentication", -4), TouchError::TurnedAway),
        (Fault::of("com.apple.LocalAuthentication", -9), TouchError::TurnedAway),
        (Fault::of("com.apple.LocalAuthentication", -10), TouchError::TurnedAway),
        (Fault::of("com.apple.LocalAuthentication", -8), TouchError::LockedOut),
        (Fault::of("com.apple.LocalAuthentication", -5), TouchError::NotOnThisDevice),
        (Fault::of("com.apple.LocalAuthentication", -6), TouchError::NotOnThisDevice),
        (Fault::of("com.apple.LocalAuthentication", -7), TouchError::NotOnThisDevice),
        (Fault::of("com.apple.LocalAuthentication", -1004), TouchError::NoAnswer),
        (Fault::of("NSOSStatusErrorDomain", -128), TouchError::TurnedAway),
        (Fault::of("NSOSStatusErrorDomain", -25293), TouchError::TurnedAway),
        (Fault::of("NSOSStatusErrorDomain", -25300), TouchError::Gone),
        (Fault::of("NSOSStatusErrorDomain", -34018), TouchError::NoAnswer),
        (Fault::of("CryptoTokenKit", -3), TouchError::Gone),
        (Fault::of("CryptoTokenKit", -4), TouchError::TurnedAway),
        (Fault::of("CryptoTokenKit", -6), TouchError::Gone),
        (Fault::of("CryptoTokenKit", -2), TouchError::NoAnswer),
        (Fault::of("somewhere else", -25300), TouchError::NoAnswer),
    ] {
        system.get().agrees = Some(fault);
        assert_eq!(touch.mix([7; 32], words()).await, Err(said), "{fault:?}");
    }
}

#[tokio::test]
async fn an_answer_of_another_length_is_none() {
    let (system, touch) = prepared();
    system.get().short = true;
    assert_eq!(touch.mix([7; 32], words()).await, Err(TouchError::NoAnswer));
}

#[tokio::test]
async fn too_many_tries_leave_it_here_and_say_what_the_device_wants() {
    let (system, touch) = prepared();
    system.get().cannot = Some(Fault::Recognising(-8));
    assert!(touch.here());
    assert_eq!(touch.mix([7; 32], words()).await, Err(TouchError::LockedOut));
    assert_eq!(touch.prepare(), Err(TouchError::LockedOut));
    assert!(system.get().key.is_some(), "the key that is there stays");
}

#[test]
fn a_phone_that_knows_no_finger_offers_none() {
    assert!(AppleTouch::on(Recorder::enrolled(b"one thumb")).here());
    for code in [-5, -6, -7] {
        let system = Recorder::default();
        system.get().cannot = Some(Fault::Recognising(code));
        let touch = AppleTouch::on(system);
        assert!(!touch.here());
        assert_eq!(touch.prepare(), Err(TouchError::NotOnThisDevice));
    }
}

/// A question that stands until it is withdrawn.
#[derive(Default)]
struct Stands {
    up: Mutex<(bool, bool)>,
    changed: Condvar,
}

struct Slow(Arc<Stands>);

impl Question for Stands {
    fn agree(&self, _input: &[u8; 32]) -> Result<Zeroizing<Vec<u8>>, Fault> {
        self.up.lock().unwrap().0 = true;
        self.changed.notify_all();
        let _down = self.changed.wait_while(self.up.lock().unwrap(), |(_, withdrawn)| !*withdrawn).unwrap();
        Err(Fault::Recognising(-9))
    }

    fn withdraw(&self) {
        self.up.lock().unwrap().1 = true;
        self.changed.notify_all();
    }
}

impl Recogniser for Slow {
    fn enrolled(&self) -> Result<Vec<u8>, Fault> {
        Ok(vec![1])
    }

    fn noted(&self) -> Result<Option<Vec<u8>>, Fault> {
        Ok(Some(vec![1]))
    }

    fn make(&self, _enrolled: &[u8]) -> Result<(), Fault> {
        Ok(())
    }

    fn end(&self) -> Result<(), Fault> {
        Ok(())
    }

    fn question(&self, _words: &TouchWords) -> Arc<dyn Question> {
        self.0.clone()
    }
}

#[test]
fn a_question_that_nobody_waits_for_any_more_is_taken_off_the_screen() {
    let stands = Arc::new(Stands::default());
    let waiting = AppleTouch::on(Slow(stands.clone())).mix([7; 32], words());
    drop(stands.changed.wait_while(stands.up.lock().unwrap(), |(up, _)| !*up).unwrap());
    drop(waiting);
    assert!(stands.up.lock().unwrap().1);
}
