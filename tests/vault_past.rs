//! Vaults that past versions wrote still open, say the same, and can be written on. They are frozen: a later version
//! adds files beside these and changes none. What is in them is made up.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::path::Path;
use std::sync::Arc;

use sha2::{Digest, Sha256};
use steadfast::domain::{EntryDraft, Happened, Kind};
use steadfast::platform::clock::SystemClock;
use steadfast::session::{Place, Session, SessionError, VaultState};
use steadfast::store::StoreError;

const PASSPHRASE: &str = "a made-up journal that is never changed";
const WORDS: &str = "cram cupboard twelve solid core fruit tape sunny siege glass obey trust spy length point about \
                     oyster escape rack depart pizza fluid what toss clog figure project loud";
const FIRST: &str = "4f23cbe9b75d51edc6894cf6b939639b";

/// A copy of a frozen vault, to be opened.
fn copy_of(name: &str) -> tempfile::TempDir {
    let archive = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/past").join(name);
    let dir = tempfile::tempdir().unwrap();
    zip::ZipArchive::new(std::fs::File::open(archive).unwrap()).unwrap().extract(dir.path().join("papers")).unwrap();
    dir
}

fn start(dir: &tempfile::TempDir) -> Session {
    Session::start(Place::new(dir.path().join("papers")), Arc::new(SystemClock))
}

fn says_what_it_said(session: &Session) {
    assert_eq!(session.status().borrow().vault, VaultState::Open);
    let view = session.entry(FIRST.parse().unwrap()).wait().unwrap();
    let texts: Vec<_> = view.versions.iter().map(|version| version.entry.content().text.clone().unwrap()).collect();
    assert_eq!(texts, ["third", "fourth"].map(|lamp| format!("A made-up line: a man stood under the {lamp} lamp.")));
    assert_eq!(view.versions[1].why.as_deref(), Some("It was the next lamp."));
    let content = view.versions[0].entry.content();
    assert!(matches!(content.happened, Some(Happened::About { .. })), "{:?}", content.happened);
    assert_eq!(content.kinds, [Kind::Seen]);
    assert_eq!(content.people[0].name.as_deref(), Some("Nobody Real"));
    let file = session.file(view.files[0].file.file, 1000).wait().unwrap();
    assert_eq!(file, b"made-up file of a past version\n");
    assert_eq!(session.entries_in_chain_order().wait().unwrap().len(), 2);
}

#[test]
fn the_frozen_vault_of_version_1_is_as_it_was_frozen() {
    let bytes = include_bytes!("past/vault-1.zip");
    let expected = "41d19fb0cd3f1bd8030bba176db2333fe22ce5fb85ce619ca0d46312e731951b";
    assert_eq!(hex::encode(Sha256::digest(bytes)), expected, "a frozen file is never written anew");
}

#[test]
fn a_vault_of_version_1_opens_says_the_same_holds_and_can_be_written_on() {
    let dir = copy_of("vault-1.zip");
    let session = start(&dir);
    assert_eq!(session.unlock(PASSPHRASE.to_owned()).wait().unwrap(), [""; 0], "nothing is damaged");
    says_what_it_said(&session);
    let before = session.check(true, |_, _| {}).wait().unwrap();
    assert!(before.holds(), "{:?}", before.problems);
    let draft = EntryDraft { text: Some("A line of today.".to_owned()), ..EntryDraft::default() };
    let new = session.record(draft, Vec::new()).wait().unwrap();
    session.lock().wait().unwrap();
    drop(session);

    let again = start(&dir);
    loop {
        match again.unlock(PASSPHRASE.to_owned()).wait() {
            Err(SessionError::Store(StoreError::InUse)) => std::thread::yield_now(),
            other => break assert_eq!(other.unwrap(), [""; 0]),
        }
    }
    assert!(again.entry(new).wait().is_ok());
    assert!(again.check(true, |_, _| {}).wait().unwrap().holds());
}

#[test]
fn the_recovery_words_of_version_1_still_open_it() {
    let dir = copy_of("vault-1.zip");
    let session = start(&dir);
    session.unlock_with_words(WORDS.to_owned()).wait().unwrap();
    says_what_it_said(&session);
}

#[test]
fn fail_another_passphrase_does_not_open_a_vault_of_version_1() {
    let dir = copy_of("vault-1.zip");
    let session = start(&dir);
    assert!(matches!(session.unlock("a made-up journal".to_owned()).wait(), Err(SessionError::WrongSecret)));
    assert_eq!(session.status().borrow().vault, VaultState::Locked);
}
