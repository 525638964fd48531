//! A vault with an entry in it, open, and what a test needs around it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use steadfast::domain::{EntryDraft, Record, SecretClass};
use steadfast::platform::recording::{HandClock, HandSecret, HandTouch};
use steadfast::session::{Place, Session, SessionError};
use steadfast::vault::{Attempt, KeyFile, NewSecret, Passphrase, StoreKind, open_any};

pub const PASSPHRASE: &str = "four words nobody else has";
pub const SECOND: &str = "shopping and birthdays";

pub struct Home {
    parent: tempfile::TempDir,
    pub dir: PathBuf,
    pub clock: Arc<HandClock>,
    pub device: Arc<HandSecret>,
    pub touch: Arc<HandTouch>,
    pub session: Session,
    pub words: String,
}

impl Home {
    pub fn new() -> Self {
        let parent = tempfile::tempdir().unwrap();
        let dir = parent.path().join("data");
        Self::at(parent, dir)
    }

    pub fn at(parent: tempfile::TempDir, dir: PathBuf) -> Self {
        let clock = Arc::new(HandClock::at("2026-11-20T09:30:00Z".parse().unwrap()));
        let device = Arc::new(HandSecret::of([41; 32]));
        let touch = Arc::new(HandTouch::of(41));
        let place = Place::new(&dir).at_least_cost().with_device(Some(device.clone() as _)).with_touch(touch.clone());
        let session = Session::start(place, clock.clone());
        session.set_up(PASSPHRASE.to_owned()).wait().unwrap();
        let words = session.make_recovery_words().wait().unwrap();
        let words = words.words().collect::<Vec<_>>().join(" ");
        let draft = EntryDraft { text: Some("He stood by the wall.".to_owned()), ..EntryDraft::default() };
        session.record(draft, Vec::new()).wait().unwrap();
        Self { parent, dir, clock, device, touch, session, words }
    }

    /// Another program on a vault, or this one after a restart.
    pub fn start(&self, dir: &Path) -> Session {
        self.start_with(dir, self.touch.clone())
    }

    /// The same, on hardware that recognises somebody.
    pub fn start_with(&self, dir: &Path, touch: Arc<HandTouch>) -> Session {
        let place = Place::new(dir).at_least_cost().with_device(Some(self.device.clone() as _));
        Session::start(place.with_touch(touch), self.clock.clone())
    }

    /// Ends the program as a kill does, and starts it again.
    pub fn restart(&mut self) {
        // The old thread keeps the vault's lock until it has ended, so the next one looks at a copy.
        let copy = self.copy_of_the_vault();
        self.session = self.start(&copy);
        self.dir = copy;
    }

    pub fn unlock(&self, typed: &str) -> Result<(), SessionError> {
        self.session.unlock(typed.to_owned()).wait().map(|damage| assert_eq!(damage, Vec::<String>::new()))
    }

    pub fn change(&self, current: Option<&str>, new: &str) -> Result<(), SessionError> {
        self.session.change_passphrase(current.map(str::to_owned), new.to_owned()).wait()
    }

    pub fn run_on(&self, seconds: u64) {
        self.clock.run_on(Duration::from_secs(seconds));
    }

    /// So many tries that fail.
    pub fn fail(&self, times: u32) {
        for _ in 0..times {
            assert_eq!(self.unlock("a wrong passphrase"), Err(SessionError::WrongSecret));
        }
    }

    pub fn all_there(&self) {
        let lines = self.session.entries_in_chain_order().wait().unwrap();
        assert_eq!(lines.len(), 1);
        let checked = self.session.check(true, |_, _| {}).wait().unwrap();
        assert!(checked.holds(), "{:?}", checked.problems);
    }

    /// The kinds of secret there are, in a fixed order.
    pub fn classes(&self) -> Vec<SecretClass> {
        let lines = self.session.secrets().wait().unwrap();
        assert!(lines.iter().all(|line| line.intact));
        let mut classes: Vec<_> = lines.into_iter().map(|line| line.class).collect();
        classes.sort_by_key(|class| *class as u8);
        classes
    }

    /// What the journal says of failed tries, at each unlock.
    pub fn failed_in_the_journal(&self) -> Vec<u32> {
        let lines = self.session.access_log().wait().unwrap().into_iter();
        lines
            .filter_map(|line| match line.record {
                Record::Unlocked { failed, .. } => Some(failed),
                _ => None,
            })
            .collect()
    }

    /// The journal's key file and the other one.
    pub fn key_files(&self) -> [PathBuf; 2] {
        let [a, b] = ["a.keys", "b.keys"].map(|name| self.dir.join(name));
        let [first, second] = [&a, &b].map(|path| KeyFile::parse(&fs::read(path).unwrap()).unwrap());
        let passphrase = Passphrase::from(PASSPHRASE.to_owned());
        let opened = open_any(&[&first, &second], Attempt::Typed(&passphrase), None).unwrap();
        if opened.file == 0 { [a, b] } else { [b, a] }
    }

    /// Gives the plain notes a secret.
    pub fn give_a_second_secret(&self) {
        let [_, notes] = self.key_files();
        let mut file = KeyFile::parse(&fs::read(&notes).unwrap()).unwrap();
        let second = Passphrase::from(SECOND.to_owned());
        file.claim(StoreKind::Notes, NewSecret::Passphrase(&second), None).unwrap();
        fs::write(notes, file.to_bytes()).unwrap();
    }

    pub fn copy_of_the_vault(&self) -> PathBuf {
        let copies = fs::read_dir(self.parent.path()).unwrap().count();
        let to = self.parent.path().join(format!("copy{copies}"));
        copy_dir(&self.dir, &to);
        to
    }

    /// The same vault on a device that keeps no secret of its own.
    pub fn copied_to_a_device_without(&self) -> Session {
        let copy = self.copy_of_the_vault();
        Session::start(Place::new(copy).at_least_cost(), self.clock.clone())
    }
}

fn copy_dir(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let from = entry.unwrap().path();
        let to = to.join(from.file_name().unwrap());
        if from.is_dir() {
            copy_dir(&from, &to);
        } else {
            fs::copy(from, to).unwrap();
        }
    }
}
