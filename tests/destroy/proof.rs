//! What opens the journal is asked for before anything is destroyed: who holds the open phone has that and no more.
use super::*;
use std::sync::Mutex;
use std::time::Duration;
use steadfast::domain::ports::{DeviceSecret, DeviceSecretError};
use steadfast::platform::recording::{HandClock, HandSecret};
use steadfast::session::SecondSecret;

const SECOND: &str = "candle orchard two rivers";
const PIN: &str = "493817";

/// An open journal with two entries, everything that can open it, and a second secret; the clock is moved by hand.
struct Home {
    _parent: tempfile::TempDir,
    dir: PathBuf,
    clock: Arc<HandClock>,
    session: Session,
    words: String,
    id: RecordId,
}

impl Home {
    fn new() -> Self {
        let parent = tempfile::tempdir().unwrap();
        let dir = parent.path().join("data");
        let clock = Arc::new(HandClock::at("2026-11-20T09:30:00Z".parse().unwrap()));
        let device: Arc<dyn DeviceSecret> = Arc::new(HandSecret::of([41; 32]));
        let session = Session::start(Place::new(&dir).at_least_cost().with_device(Some(device)), clock.clone());
        session.set_up(PASSPHRASE.to_owned()).wait().unwrap();
        let words = session.make_recovery_words().wait().unwrap().words().collect::<Vec<_>>().join(" ");
        session.add_pin(PASSPHRASE.to_owned(), PIN.to_owned()).wait().unwrap();
        session.set_second_secret(SecondSecret::Passphrase(SECOND.to_owned())).wait().unwrap();
        let id = record(&session, "one");
        record(&session, "two");
        Self { _parent: parent, dir, clock, session, words, id }
    }

    /// Both ways of destroying, refused alike.
    fn refused(&self, proof: impl Fn() -> Proof) -> SessionError {
        let one = self.session.destroy(self.id, proof()).wait().unwrap_err();
        self.nothing_went();
        let all = self.session.destroy_everything(proof()).wait().unwrap_err();
        self.nothing_went();
        assert_eq!(one, all);
        let told = one.told();
        assert!(told.safe.starts_with("Nothing was destroyed."), "{told}");
        assert!(!told.happened.is_empty() && !told.to_do.is_empty());
        one
    }

    fn nothing_went(&self) {
        assert_eq!(self.session.status().borrow().vault, VaultState::Open, "it stays open");
        assert_eq!(texts(&self.session), ["one", "two"]);
        assert!(self.session.check(true, |_, _| {}).wait().unwrap().holds());
    }
}

fn typed(text: &str) -> Proof {
    Proof::Typed(text.to_owned())
}

fn not_destroyed(why: SessionError) -> SessionError {
    SessionError::NotDestroyed(Box::new(why))
}

#[test]
fn a_wrong_secret_destroys_nothing_and_the_second_secret_is_a_wrong_one() {
    let home = Home::new();
    let wrong = home.refused(|| typed("a wrong passphrase"));
    assert_eq!(wrong, not_destroyed(SessionError::WrongSecret));
    assert_eq!(home.refused(|| typed(SECOND)), wrong, "nothing tells it from any other wrong one");
    assert_eq!(home.session.failed_tries(), 4, "and it counts like any other");
    assert_eq!(home.refused(|| typed("")), wrong);
    assert_eq!(home.session.failed_tries(), 4, "an empty one is no try");
    // Each of them is in the journal's own list.
    home.session.lock().wait().unwrap();
    home.session.unlock(PASSPHRASE.to_owned()).wait().unwrap();
    let log = home.session.access_log().wait().unwrap();
    assert!(log.iter().any(|line| matches!(line.record, Record::Unlocked { failed: 4, .. })), "{log:?}");
    assert_eq!(home.session.destroy_everything(typed(PASSPHRASE)).wait(), Ok(true));
}

#[test]
fn words_that_are_misspelt_or_of_another_journal_destroy_nothing_and_are_never_counted() {
    let home = Home::new();
    let other = Home::new();
    let SessionError::NotDestroyed(why) = home.refused(|| Proof::Words("not the words".to_owned())) else { panic!() };
    assert!(matches!(*why, SessionError::RecoveryWords(_)));
    let foreign = home.refused(|| Proof::Words(other.words.clone()));
    assert_eq!(foreign, not_destroyed(SessionError::WrongSecret));
    // The words of one way are not taken for the other.
    assert_eq!(home.refused(|| typed(&home.words)), not_destroyed(SessionError::WrongSecret));
    assert_eq!(home.session.failed_tries(), 2, "those that were typed as a passphrase");
}

#[test]
fn whatever_opens_the_journal_does() {
    for way in ["passphrase", "PIN", "words"] {
        let home = Home::new();
        let proof = || match way {
            "passphrase" => typed(PASSPHRASE),
            "PIN" => typed(PIN),
            _ => Proof::Words(home.words.clone()),
        };
        home.session.destroy(home.id, proof()).wait().unwrap();
        assert_eq!(texts(&home.session), ["two"], "{way}");
        assert_eq!(home.session.destroy_everything(proof()).wait(), Ok(true), "{way}");
        assert!(!home.dir.exists(), "{way}");
    }
}

#[test]
fn who_forgot_the_passphrase_and_came_in_with_the_words_destroys_with_the_words() {
    let home = Home::new();
    home.session.lock().wait().unwrap();
    home.session.unlock_with_words(home.words.clone()).wait().unwrap();
    assert_eq!(home.refused(|| typed("forgotten")), not_destroyed(SessionError::WrongSecret));
    home.session.destroy(home.id, Proof::Words(home.words.clone())).wait().unwrap();
    assert_eq!(texts(&home.session), ["two"]);
}

#[test]
fn after_five_wrong_tries_even_the_right_one_waits_and_the_words_never_do() {
    let home = Home::new();
    for _ in 0..5 {
        let refused = home.session.destroy(home.id, typed("a wrong passphrase")).wait();
        assert_eq!(refused, Err(not_destroyed(SessionError::WrongSecret)));
    }
    let too_soon = home.refused(|| typed(PASSPHRASE));
    assert_eq!(too_soon, not_destroyed(SessionError::TooSoon { seconds: 1 }));
    assert!(too_soon.told().safe.contains("not counted"), "{}", too_soon.told());
    assert_eq!(home.session.failed_tries(), 5);
    home.clock.run_on(Duration::from_secs(1));
    assert_eq!(home.session.destroy(home.id, typed(SECOND)).wait(), Err(not_destroyed(SessionError::WrongSecret)));
    assert_eq!(home.refused(|| typed(PASSPHRASE)), not_destroyed(SessionError::TooSoon { seconds: 2 }));
    home.session.destroy(home.id, Proof::Words(home.words.clone())).wait().unwrap();
    assert_eq!((texts(&home.session), home.session.failed_tries()), (vec!["two".to_owned()], 0));
}

/// Notes what the file with the count says while a try is being worked out.
struct Looking {
    tries: PathBuf,
    seen: Mutex<Vec<u8>>,
}

impl DeviceSecret for Looking {
    fn mix(&self, input: &[u8; 32]) -> Result<[u8; 32], DeviceSecretError> {
        self.seen.lock().unwrap().push(fs::read(&self.tries).unwrap()[4]);
        Ok(*input)
    }
}

#[test]
fn the_try_is_on_the_disk_before_it_is_worked_out() {
    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("data");
    let looking = Arc::new(Looking { tries: dir.join("tries"), seen: Mutex::default() });
    let device: Arc<dyn DeviceSecret> = looking.clone();
    let session = Session::start(Place::new(&dir).at_least_cost().with_device(Some(device)), Arc::new(SystemClock));
    session.set_up(PASSPHRASE.to_owned()).wait().unwrap();
    let id = record(&session, "one");
    looking.seen.lock().unwrap().clear();
    for _ in 0..2 {
        assert!(session.destroy(id, typed("a wrong passphrase")).wait().is_err());
        assert!(session.destroy_everything(typed("a wrong passphrase")).wait().is_err());
    }
    assert_eq!(*looking.seen.lock().unwrap(), [1, 2, 3, 4]);
}

#[test]
fn what_does_not_exist_costs_no_try() {
    let home = Home::new();
    let none = home.session.destroy(RecordId([9; 16]), typed("a wrong passphrase")).wait();
    assert_eq!(none, Err(SessionError::NoSuchEntry));
    assert_eq!(home.session.failed_tries(), 0);
    home.session.lock().wait().unwrap();
    assert_eq!(home.session.destroy(home.id, typed(PASSPHRASE)).wait(), Err(SessionError::Locked));
    assert_eq!(home.session.destroy_everything(typed(PASSPHRASE)).wait(), Err(SessionError::Locked));
}
