//! Vaults that past versions wrote stay readable. They are frozen: a later version adds one here and changes none.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest as _, Sha256};
use steadfast::platform::clock::SystemClock;
use steadfast::session::{Place, Proof, Session};

/// Made by the first version: two entries, a file, a passphrase and recovery words. It is fiction.
const FIRST: &str = "store-1";
const PASSPHRASE: &str = "a frozen story, made up";
const WORDS: &str = "dry table danger version month describe nose pair gasp claim hero depart hospital puppy task lab \
                     song birth couch source square anxiety vessel split adapt flee ignore local";

fn past(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/past").join(name)
}

/// Every file below, by its path in the folder, in order.
fn files(root: &Path, at: &Path) -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(at).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(root, &path));
        } else {
            found.push((path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/"), path));
        }
    }
    found.sort();
    found
}

/// A copy to be opened: opening writes.
fn thawed(name: &str) -> (tempfile::TempDir, PathBuf) {
    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("data");
    for (path, from) in files(&past(name), &past(name)) {
        let to = dir.join(path);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(from, to).unwrap();
    }
    // An empty folder is in no repository.
    fs::create_dir_all(dir.join("b.files")).unwrap();
    (parent, dir)
}

#[test]
fn a_frozen_store_is_never_changed() {
    let mut hasher = Sha256::new();
    for (path, from) in files(&past(FIRST), &past(FIRST)) {
        hasher.update(format!("{path} {}\n", hex::encode(Sha256::digest(fs::read(from).unwrap()))));
    }
    assert_eq!(hex::encode(hasher.finalize()), "59c3cd82866e1c6b4d01758e314284d7718aa15088a015a88b4d0dc2f30249f7");
}

#[test]
fn a_vault_of_the_first_version_opens_checks_and_takes_what_is_new() {
    let (parent, dir) = thawed(FIRST);
    let session = Session::start(Place::new(&dir), Arc::new(SystemClock));
    assert!(session.unlock(PASSPHRASE.to_owned()).wait().unwrap().is_empty());
    let lines = session.entries_in_chain_order().wait().unwrap();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0].entry.content().text.as_deref(), Some("He was at the bus stop."));
    let checked = session.check(true, |_, _| {}).wait().unwrap();
    assert!(checked.holds() && checked.files == 1, "{:?}", checked.problems);
    session.withdraw(lines[1].id).wait().unwrap();
    session.destroy(lines[0].id, Proof::Typed(PASSPHRASE.to_owned())).wait().unwrap();
    let checked = session.check(true, |_, _| {}).wait().unwrap();
    assert!(checked.holds() && checked.destroyed.len() == 2, "{:?}", checked.problems);
    session.lock().wait().unwrap();
    session.unlock_with_words(WORDS.to_owned()).wait().unwrap();
    drop(parent);
}
