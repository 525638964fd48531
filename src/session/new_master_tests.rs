#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio::sync::watch;

use super::*;
use crate::domain::ports::{Touch, TouchWords};
use crate::domain::{CameBy, EntryDraft, FileId, Kind};
use crate::platform::clock::SystemClock;
use crate::platform::recording::HandTouch;
use crate::session::{KeptDraft, Place, Status};

const PASSPHRASE: &str = "four words nobody else has";

fn pass() -> Passphrase {
    PASSPHRASE.to_owned().into()
}

fn said(text: &str) -> EntryDraft {
    EntryDraft { text: Some(text.to_owned()), kinds: vec![Kind::Seen], ..EntryDraft::default() }
}

fn text(words: &RecoveryText) -> String {
    words.words().collect::<Vec<_>>().join(" ")
}

/// A journal with records, a draft and files, open, and what is in it.
struct Home {
    _parent: tempfile::TempDir,
    snaps: PathBuf,
    dir: PathBuf,
    core: Core,
    words: String,
    texts: Vec<String>,
    files: Vec<(FileId, Vec<u8>)>,
}

impl Home {
    fn new() -> Self {
        let parent = tempfile::tempdir().unwrap();
        let dir = parent.path().join("data");
        Self::at(parent, dir)
    }

    fn at(parent: tempfile::TempDir, dir: PathBuf) -> Self {
        let snaps = parent.path().join("snaps");
        let place = Place::new(&dir).at_least_cost();
        let mut core = Core::new(place, Arc::new(SystemClock), watch::channel(Status::default()).0);
        core.set_up(&pass()).unwrap();
        let words = text(&core.make_recovery_words().unwrap());
        let mut home = Self { _parent: parent, snaps, dir, core, words, texts: Vec::new(), files: Vec::new() };
        for n in 0..70 {
            home.texts.push(format!("entry {n}"));
            let draft = said(home.texts.last().unwrap());
            let now = home.core.now();
            home.core.record(now, draft, Vec::new()).unwrap();
        }
        for size in [1_usize, 65_536, 200_001] {
            let bytes: Vec<u8> = (0..size).map(|n| (n % 251) as u8).collect();
            let held = home.core.take_in(None, CameBy::Picked, 0, &mut bytes.as_slice()).unwrap();
            home.files.push((held.file, bytes));
            home.texts.push(format!("with {size} bytes"));
            let (now, draft) = (home.core.now(), said(home.texts.last().unwrap()));
            home.core.record(now, draft, vec![held]).unwrap();
        }
        let kept = serde_json::to_vec(&draft()).unwrap();
        home.core.opened_mut().unwrap().put_slip("draft", &kept).unwrap();
        home
    }

    fn change(&mut self, step: &mut Step<'_>) -> Result<NewKey, SessionError> {
        self.core.new_master(&pass(), &|_, _| {}, step)
    }

    /// Makes the change and copies what is on the disk after each step of it: what a kill there would leave.
    fn change_and_look(&mut self) -> (Vec<(&'static str, PathBuf)>, NewKey) {
        let (dir, snaps) = (self.dir.clone(), self.snaps.clone());
        let mut seen = Vec::new();
        let new = self.change(&mut |name| {
            let to = snaps.join(format!("{}", seen.len()));
            copy_dir(&dir, &to);
            seen.push((name, to));
        });
        (seen, new.unwrap())
    }

    /// Everything that was acknowledged is there, whole, and nothing of the change is left beside it.
    fn all_there(&self, session: &Session, dir: &Path, when: &str) {
        let lines = session.entries_in_chain_order().wait().unwrap();
        let texts: Vec<_> = lines.iter().map(|line| line.entry.content().text.clone().unwrap()).collect();
        assert_eq!(texts, self.texts, "{when}");
        for (id, bytes) in &self.files {
            assert_eq!(session.file(*id, 1 << 20).wait().as_ref(), Ok(bytes), "{when}");
        }
        assert_eq!(session.kept_draft().wait().unwrap(), Some(draft()), "{when}");
        let checked = session.check(true, |_, _| {}).wait().unwrap();
        assert!(checked.holds(), "{when}: {:?}", checked.problems);
        let left: Vec<_> = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        let left: Vec<_> = left.iter().filter_map(|name| name.to_str()).collect();
        assert!(!left.iter().any(|name| name.contains(".next") || name.contains(".gone")), "{when}: {left:?}");
    }
}

fn draft() -> KeptDraft {
    KeptDraft { draft: said("half a sen"), ..KeptDraft::default() }
}

fn copy_dir(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let (from, to) = (entry.as_ref().unwrap().path(), to.join(entry.unwrap().file_name()));
        if from.is_dir() {
            copy_dir(&from, &to);
        } else {
            fs::copy(from, to).unwrap();
        }
    }
}

fn start(dir: &Path) -> Session {
    Session::start(Place::new(dir).at_least_cost(), Arc::new(SystemClock))
}

#[test]
fn a_kill_at_any_point_of_making_a_new_key_leaves_everything_and_one_set_of_secrets() {
    let mut home = Home::new();
    let (seen, new) = home.change_and_look();
    let names: Vec<_> = seen.iter().map(|(name, _)| *name).collect();
    let committed = names.iter().position(|name| *name == "keys replaced").unwrap();
    assert_eq!(
        names[committed..],
        [
            "keys replaced",
            "old files aside",
            "new files in place",
            "old log without its WAL",
            "new log in place",
            "old files gone"
        ]
    );
    assert_eq!(names[..committed].iter().filter(|name| **name == "a file sealed").count(), home.files.len());
    for (at, (name, snap)) in seen.iter().enumerate() {
        let (right, wrong) = (text(&new.words), home.words.clone());
        let (right, wrong) = if at < committed { (wrong, right) } else { (right, wrong) };
        // Each kind of secret comes first at some of the points.
        let words_first = at % 2 == 0;
        let when = format!("{at} {name}, words first: {words_first}");
        let session = start(snap);
        assert_eq!(session.unlock_with_words(wrong).wait(), Err(SessionError::WrongSecret), "{when}");
        for by_words in [words_first, !words_first] {
            let opened = if by_words {
                session.unlock_with_words(right.clone()).wait()
            } else {
                session.unlock(PASSPHRASE.to_owned()).wait()
            };
            assert_eq!(opened, Ok(Vec::new()), "{when}");
            home.all_there(&session, snap, &when);
            session.lock().wait().unwrap();
        }
        // It goes on from there.
        session.unlock(PASSPHRASE.to_owned()).wait().unwrap();
        session.record(said("later"), Vec::new()).wait().unwrap();
        session.lock().wait().unwrap();
        session.unlock(PASSPHRASE.to_owned()).wait().unwrap();
        assert_eq!(session.entries_in_chain_order().wait().unwrap().len(), home.texts.len() + 1, "{when}");
    }
}

#[tokio::test]
async fn a_kill_on_the_way_leaves_the_finger_or_face_with_the_old_key_or_with_none() {
    let words = || TouchWords { title: "Open".to_owned(), cancel: "Cancel".to_owned() };
    let mut home = Home::new();
    let touch = Arc::new(HandTouch::of(1));
    touch.prepare().unwrap();
    let open = home.core.opened().unwrap();
    let keys = KeyFile::parse(&home.core.dir.read(Small::Keys(open.side)).unwrap()).unwrap();
    let mixed = touch.mix(vault::TouchSlot::question(&keys).unwrap(), words()).await.unwrap();
    let slot = vault::TouchSlot::seal(&open.master, &keys, &mixed).unwrap();
    home.core.dir.replace(Small::Touch, &slot.to_bytes()).unwrap();
    home.core.touch = touch.clone();
    let device = touch.as_it_is();
    let (seen, new) = home.change_and_look();
    assert!(!touch.has_key() && new.notes.len() == 1, "{:?}", new.notes);
    let ended = seen.iter().position(|(name, _)| *name == "finger or face ended").unwrap();
    assert_eq!(seen[ended + 1].0, "keys replaced", "before the change, so that no kill leaves it behind");
    for (at, (name, snap)) in seen.iter().enumerate().skip(ended - 1) {
        // The hardware's key may outlive the kill.
        let place = Place::new(snap).at_least_cost().with_touch(Arc::new(device.as_it_is()));
        let session = Session::start(place, Arc::new(SystemClock));
        assert_eq!(session.touch_is_on(), at < ended, "{name}");
        let opened = session.unlock_with_touch(words()).await;
        assert_eq!(opened, if at < ended { Ok(Vec::new()) } else { Err(SessionError::TouchNotHere) }, "{name}");
        session.lock().await.unwrap();
        assert_eq!(session.unlock(PASSPHRASE.to_owned()).await, Ok(Vec::new()), "{name}");
    }
}

#[test]
fn the_session_goes_on_with_the_new_key_at_once() {
    let mut home = Home::new();
    let place = home.core.opened().unwrap().master.clone();
    let chain = (home.core.opened().unwrap().id, home.core.opened().unwrap().chain);
    let heads = home.core.opened().unwrap().head();
    let new = home.change(&mut |_| {}).unwrap();
    assert_eq!(new.notes, Vec::<String>::new());
    let open = home.core.opened().unwrap();
    assert_ne!(open.master, place);
    assert_eq!(((open.id, open.chain), open.head()), (chain, heads), "the chain is the same to the last link");
    let (now, draft) = (home.core.now(), said("later"));
    home.core.record(now, draft, Vec::new()).unwrap();
    home.texts.push("later".to_owned());
    let dir = home.dir.clone();
    home.core.lock();
    home.core.lock = None;
    let session = start(&dir);
    session.unlock_with_words(text(&new.words)).wait().unwrap();
    home.all_there(&session, &dir, "after it");
    // Once more, from the new one.
    let again = session.new_master(PASSPHRASE.to_owned(), |_, _| {}).wait().unwrap();
    session.lock().wait().unwrap();
    assert_eq!(session.unlock_with_words(text(&new.words)).wait(), Err(SessionError::WrongSecret));
    session.unlock_with_words(text(&again.words)).wait().unwrap();
    home.all_there(&session, &dir, "after the second");
}

#[test]
fn no_byte_of_the_old_store_opens_with_the_new_key_and_none_of_the_new_with_the_old() {
    let mut home = Home::new();
    let old = home.core.opened().unwrap().master.clone();
    let before = home.core.opened().unwrap().row(3).unwrap();
    home.change(&mut |_| {}).unwrap();
    let open = home.core.opened().unwrap();
    let after = open.row(3).unwrap();
    let plain = vault::open_record(&open.master, &open.id, &after.id, &after.sealed).unwrap();
    assert_eq!(
        plain,
        vault::open_record(&old, &open.id, &before.id, &before.sealed).unwrap(),
        "the bytes are the same"
    );
    assert!(vault::open_record(&old, &open.id, &after.id, &after.sealed).is_err());
    let list = KeyFile::parse(&home.core.dir.read(Small::Keys(open.side)).unwrap()).unwrap();
    assert!(list.list(&old).is_err());
}

#[test]
fn what_was_cut_short_before_the_change_is_swept_away() {
    let mut home = Home::new();
    let (seen, _) = home.change_and_look();
    let committed = seen.iter().position(|(name, _)| *name == "keys replaced").unwrap();
    for (at, (name, snap)) in seen[..committed].iter().enumerate() {
        // The log beside is cut, and a new key file lies beside the old one, half written.
        for side in ["a", "b"] {
            let next = snap.join(format!("{side}.db.next"));
            if let Ok(length) = fs::metadata(&next).map(|found| found.len()) {
                fs::OpenOptions::new().write(true).open(&next).unwrap().set_len(length / 3).unwrap();
                let keys = fs::read(snap.join(format!("{side}.keys"))).unwrap();
                fs::write(snap.join(format!("{side}.keys.new")), &keys[..keys.len() / 2]).unwrap();
            }
        }
        let session = start(snap);
        session.unlock(PASSPHRASE.to_owned()).wait().unwrap();
        home.all_there(&session, snap, &format!("{at} {name}"));
    }
}

#[test]
fn a_change_that_cannot_be_written_leaves_everything_as_it_was_and_open() {
    let mut home = Home::new();
    let dir = home.dir.clone();
    let blocked = |side: &str| dir.join(format!("{side}.keys.new"));
    // Nothing can be renamed over the key file while a directory is in the way of the new one.
    let failed = home.change(&mut |name| {
        if name == "read back" {
            ["a", "b"].iter().for_each(|side| fs::create_dir(blocked(side)).unwrap());
        }
    });
    assert!(matches!(failed, Err(SessionError::Store(_))), "{failed:?}");
    ["a", "b"].iter().for_each(|side| fs::remove_dir(blocked(side)).unwrap());
    let (now, draft) = (home.core.now(), said("later"));
    home.core.record(now, draft, Vec::new()).unwrap();
    home.texts.push("later".to_owned());
    home.core.lock();
    home.core.lock = None;
    let session = start(&dir);
    session.unlock_with_words(home.words.clone()).wait().unwrap();
    home.all_there(&session, &dir, "refused");
}

#[test]
fn when_the_moving_fails_after_the_change_the_words_are_told_and_the_next_unlock_finishes_it() {
    let mut home = Home::new();
    let dir = home.dir.clone();
    let in_the_way = ["a.files.gone", "b.files.gone"].map(|name| dir.join(name));
    let new = home.change(&mut |name| {
        if name == "keys replaced" {
            in_the_way.iter().for_each(|path| fs::write(path, b"").unwrap());
        }
    });
    let new = new.unwrap();
    assert!(new.notes[0].contains("Unlock it again"), "{:?}", new.notes);
    assert!(home.core.open.is_none());
    in_the_way.iter().for_each(|path| fs::remove_file(path).unwrap());
    home.core.lock = None;
    let session = start(&dir);
    session.unlock_with_words(text(&new.words)).wait().unwrap();
    home.all_there(&session, &dir, "finished");
}

#[test]
fn a_file_that_was_damaged_before_is_kept_as_it_is_and_named() {
    let mut home = Home::new();
    let id = home.files[2].0;
    let side = home.core.opened().unwrap().side;
    let path = home.core.dir.files(side).join(id.to_string());
    let mut bytes = fs::read(&path).unwrap();
    bytes[100_000] ^= 1;
    fs::write(&path, &bytes).unwrap();
    let new = home.change(&mut |_| {}).unwrap();
    assert_eq!(new.notes.len(), 1, "{:?}", new.notes);
    assert!(new.notes[0].contains(&id.to_string()));
    assert_eq!(fs::read(&path).unwrap(), bytes, "its bytes are all that is left of it");
    let dir = home.dir.clone();
    home.core.lock();
    home.core.lock = None;
    let session = start(&dir);
    session.unlock(PASSPHRASE.to_owned()).wait().unwrap();
    let checked = session.check(true, |_, _| {}).wait().unwrap();
    assert_eq!(checked.problems.len(), 1, "{:?}", checked.problems);
    assert_eq!(session.file(home.files[1].0, 1 << 20).wait().as_ref(), Ok(&home.files[1].1));
}

#[test]
fn a_file_on_its_way_in_is_waited_for() {
    let mut home = Home::new();
    home.core.begin_file(None, CameBy::Picked, 0).unwrap();
    assert_eq!(home.change(&mut |_| {}).unwrap_err(), SessionError::FileComing);
}

#[test]
fn a_disk_that_fills_up_in_the_middle_changes_nothing_and_it_can_be_tried_again() {
    let parent = tempfile::tempdir().unwrap();
    let mounted = std::process::Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=24m", "tmpfs"])
        .arg(parent.path())
        .status()
        .is_ok_and(|status| status.success());
    if !mounted {
        eprintln!("NOT RUN: a_disk_that_fills_up_in_the_middle: a small disk cannot be mounted here");
        return;
    }
    let (mount, dir) = (parent.path().to_owned(), parent.path().join("data"));
    let mut home = Home::at(parent, dir);
    let ballast = mount.join("ballast");
    for full_at in ["begun", "records sealed", "slips sealed"] {
        let failed = home.change(&mut |name| {
            if name == full_at {
                let mut file = fs::File::create(&ballast).unwrap();
                while io::Write::write_all(&mut file, &[7; 4096]).is_ok() {}
            }
        });
        fs::remove_file(&ballast).unwrap();
        match failed {
            Err(error) => assert!(error.told().happened.contains("no space left"), "{full_at}: {error:?}"),
            Ok(_) => assert_eq!(full_at, "slips sealed", "by then all of it is written"),
        }
        assert!(home.core.open.is_some(), "{full_at}");
        let session_sees = home.core.journal().unwrap().entry_ids().count();
        assert_eq!(session_sees, home.texts.len(), "{full_at}");
    }
    home.change(&mut |_| {}).unwrap();
    home.core.lock();
    home.core.lock = None;
    let session = start(&home.dir);
    session.unlock(PASSPHRASE.to_owned()).wait().unwrap();
    home.all_there(&session, &home.dir, "after the disk was full");
    session.lock().wait().unwrap();
    drop((session, home));
    std::process::Command::new("umount").arg("-l").arg(mount).status().unwrap();
}
