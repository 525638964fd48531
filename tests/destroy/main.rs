//! Withdrawing, destroying, sweeping: what goes is gone, what stays still checks, and no crash comes between.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod entry;
mod everything;
mod pack;
mod proof;
mod swept;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use steadfast::domain::{CameBy, EntryDraft, FileId, Kind, Record, RecordId, Told};
use steadfast::platform::clock::SystemClock;
use steadfast::session::{
    Choice, HeldFile, KeptDraft, PackForm, Place, Proof, Query, Session, SessionError, VaultState, Withhold,
    verify_pack,
};
use steadfast::store::{Log, Side, Small, StoreError, VaultDir};

const PASSPHRASE: &str = "four words nobody else has";

fn start(dir: &Path) -> Session {
    Session::start(Place::new(dir).at_least_cost(), Arc::new(SystemClock))
}

fn set_up() -> (tempfile::TempDir, PathBuf, Session) {
    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("data");
    let session = start(&dir);
    session.set_up(PASSPHRASE.to_owned()).wait().unwrap();
    (parent, dir, session)
}

/// Unlocks once the vault is free.
fn unlock(session: &Session) -> Vec<String> {
    loop {
        match session.unlock(PASSPHRASE.to_owned()).wait() {
            Err(SessionError::Store(StoreError::InUse)) => std::thread::yield_now(),
            other => return other.unwrap(),
        }
    }
}

/// Ends the session's thread, changes something in the vault, and opens it anew.
fn reopen_after(session: Session, dir: &Path, change: impl FnOnce()) -> Session {
    session.lock().wait().unwrap();
    drop(session);
    let vault = VaultDir::at(dir);
    while vault.lock().is_err() {
        std::thread::yield_now();
    }
    change();
    let next = start(dir);
    unlock(&next);
    next
}

/// What proves that it is her.
fn her() -> Proof {
    Proof::Typed(PASSPHRASE.to_owned())
}

fn said(text: &str) -> EntryDraft {
    EntryDraft { text: Some(text.to_owned()), kinds: vec![Kind::Seen], ..EntryDraft::default() }
}

fn record(session: &Session, text: &str) -> RecordId {
    session.record(said(text), Vec::new()).wait().unwrap()
}

fn take_in(session: &Session, bytes: &[u8]) -> HeldFile {
    let file = session.begin_file(Some("a.txt".to_owned()), CameBy::Picked, 0).wait().unwrap();
    session.push_slice(file, bytes.to_vec()).wait().unwrap();
    session.finish_file(file).wait().unwrap()
}

fn texts(session: &Session) -> Vec<String> {
    let lines = session.entries_in_chain_order().wait().unwrap();
    lines.into_iter().map(|line| line.entry.content().text.clone().unwrap_or_default()).collect()
}

fn packed(session: &Session, at: &Path) -> u32 {
    session.make_pack(Choice::default(), PackForm::Folder(at.to_owned()), |_, _| {}).wait().unwrap().entries
}

fn sealed(dir: &Path, file: FileId) -> Option<PathBuf> {
    let found = ["a.files", "b.files"].map(|side| dir.join(side).join(file.to_string()));
    found.into_iter().find(|path| path.exists())
}

/// The journal's side: the one that takes more room, with what is still in its WAL.
fn side(dir: &Path) -> Side {
    let size = |side| {
        let db = VaultDir::at(dir).db(side);
        let wal = PathBuf::from(format!("{}-wal", db.display()));
        fs::metadata(&db).unwrap().len() + fs::metadata(wal).map_or(0, |wal| wal.len())
    };
    if size(Side::A) > size(Side::B) { Side::A } else { Side::B }
}

fn files_below(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files_below(&path)) } else { found.push(path) }
    }
    found
}

fn anywhere(dir: &Path, bytes: &[u8]) -> bool {
    files_below(dir).iter().any(|path| fs::read(path).unwrap().windows(bytes.len()).any(|window| window == bytes))
}
