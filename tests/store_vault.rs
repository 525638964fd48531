//! What a person relies on in the vault directory: whole or not there, never set up over, one program at a time.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use steadfast::store::{Files, Initial, Log, Presence, RESERVE, Side, Small, StoreError, VaultDir, VaultLock, atomic};

const INITIAL: Initial<'_> = Initial { a_keys: b"keys of a", b_keys: b"keys of b", door: b"door", tries: b"tries" };

fn vault() -> (tempfile::TempDir, VaultDir, VaultLock) {
    let parent = tempfile::tempdir().unwrap();
    let (vault, lock) = VaultDir::create(&parent.path().join("data"), &INITIAL).unwrap();
    (parent, vault, lock)
}

fn names(dir: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(dir).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_new_vault_has_two_stores_of_the_same_shape_and_neutral_names() {
    let (parent, vault, _lock) = vault();
    assert_eq!(vault.exists().unwrap(), Presence::Complete);
    assert_eq!(names(parent.path()), ["data"]);
    assert_eq!(
        names(vault.root()),
        ["a.db", "a.files", "a.keys", "b.db", "b.files", "b.keys", "door", "lock", "tries"]
    );
    assert_eq!(fs::read(vault.db(Side::A)).unwrap().len(), fs::read(vault.db(Side::B)).unwrap().len());
    assert_eq!(vault.read(Small::Keys(Side::A)).unwrap(), b"keys of a");
    assert_eq!(vault.read(Small::Keys(Side::B)).unwrap(), b"keys of b");
    assert_eq!(vault.read(Small::Door).unwrap(), b"door");
    assert_eq!(vault.read(Small::Tries).unwrap(), b"tries");
    for side in Side::BOTH {
        assert_eq!(Log::open(&vault.db(side)).unwrap().last_seq().unwrap(), None);
        assert!(Files::open(&vault.files(side)).unwrap().list().unwrap().is_empty());
    }
}

#[cfg(unix)]
#[test]
fn no_other_user_of_the_machine_can_read_any_of_it() {
    use std::os::unix::fs::PermissionsExt;
    let (_parent, vault, _lock) = vault();
    let mut log = Log::open(&vault.db(Side::A)).unwrap();
    log.append(0, [1; 16], b"row").unwrap();
    let files = Files::open(&vault.files(Side::A)).unwrap();
    let mut part = files.new_file(&[2; 16], 0).unwrap();
    part.write_all(b"file").unwrap();
    vault.replace(Small::Door, b"another").unwrap();
    let mut looked = 0;
    let mut todo: Vec<PathBuf> = vec![vault.root().to_owned()];
    while let Some(path) = todo.pop() {
        let meta = fs::metadata(&path).unwrap();
        let wanted = if meta.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(meta.permissions().mode() & 0o777, wanted, "{}", path.display());
        if meta.is_dir() {
            todo.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        }
        looked += 1;
    }
    // With the WAL of the open log and the part of the open file.
    assert_eq!(looked, 12);
    part.keep().unwrap();
}

#[test]
fn setting_up_again_never_touches_what_is_there() {
    let (_parent, vault, lock) = vault();
    let again = VaultDir::create(vault.root(), &INITIAL);
    assert!(matches!(again, Err(StoreError::Exists { .. })));
    drop(lock);
    // Even one single part of a vault is not set up over, nor anything else.
    for name in ["a.keys", "b.keys", "a.db", "b.db", "door", "tries", "lock"] {
        fs::remove_file(vault.root().join(name)).unwrap();
    }
    fs::remove_dir(vault.files(Side::A)).unwrap();
    assert!(matches!(VaultDir::create(vault.root(), &INITIAL), Err(StoreError::Exists { .. })));
    assert_eq!(names(vault.root()), ["b.files"]);
    let file = vault.root().parent().unwrap().join("file");
    fs::write(&file, b"something").unwrap();
    assert!(matches!(VaultDir::create(&file, &INITIAL), Err(StoreError::Exists { .. })));
    assert_eq!(fs::read(&file).unwrap(), b"something");
}

#[test]
fn nothing_complete_and_parts_missing_are_told_apart() {
    let parent = tempfile::tempdir().unwrap();
    assert_eq!(VaultDir::at(&parent.path().join("data")).exists().unwrap(), Presence::Nothing);
    assert_eq!(VaultDir::at(parent.path()).exists().unwrap(), Presence::Nothing);
    // An empty directory is nothing, and may be set up in.
    let (vault, _lock) = VaultDir::create(parent.path(), &INITIAL).unwrap();
    assert_eq!(vault.exists().unwrap(), Presence::Complete);
    fs::remove_file(vault.small(Small::Keys(Side::B))).unwrap();
    fs::remove_file(vault.small(Small::Tries)).unwrap();
    assert_eq!(vault.exists().unwrap(), Presence::PartsMissing(vec!["b.keys", "tries"]));
    assert_eq!(vault.read(Small::Tries).unwrap_err(), StoreError::Missing { name: "tries".into() });
    // A log that an upgrade left under its old name is not missing.
    fs::rename(vault.db(Side::A), vault.root().join("a.db.old")).unwrap();
    assert_eq!(vault.exists().unwrap(), Presence::PartsMissing(vec!["b.keys", "tries"]));
}

#[test]
fn two_programs_cannot_have_one_vault() {
    let (_parent, vault, lock) = vault();
    let second = VaultDir::at(vault.root());
    assert_eq!(second.lock().unwrap_err(), StoreError::InUse);
    assert_eq!(second.lock().unwrap_err().to_string(), "in use by another program");
    drop(lock);
    let held = second.lock().unwrap();
    assert_eq!(vault.lock().unwrap_err(), StoreError::InUse);
    drop(held);
    // The lock file is no part of the vault: gone, it is made anew.
    fs::remove_file(vault.root().join("lock")).unwrap();
    assert_eq!(vault.exists().unwrap(), Presence::Complete);
    vault.lock().unwrap();
    assert!(matches!(VaultDir::at(&vault.root().join("none")).lock(), Err(StoreError::Missing { .. })));
}

#[test]
fn a_set_up_that_was_cut_off_leaves_nothing_and_can_be_done_again() {
    let parent = tempfile::tempdir().unwrap();
    let root = parent.path().join("data");
    fs::create_dir_all(parent.path().join("data.new/a.files")).unwrap();
    fs::write(parent.path().join("data.new/a.keys"), b"half").unwrap();
    assert_eq!(VaultDir::at(&root).exists().unwrap(), Presence::Nothing);
    let (vault, _lock) = VaultDir::create(&root, &INITIAL).unwrap();
    assert_eq!(vault.exists().unwrap(), Presence::Complete);
    assert_eq!(names(parent.path()), ["data"]);
}

#[test]
fn a_small_file_is_the_old_one_until_it_is_the_new_one() {
    let (_parent, vault, lock) = vault();
    vault.replace(Small::Keys(Side::A), b"second").unwrap();
    assert_eq!(vault.read(Small::Keys(Side::A)).unwrap(), b"second");
    // A crash in the middle of the next replacement.
    let leftover = vault.root().join("a.keys.new");
    fs::write(&leftover, b"thi").unwrap();
    assert_eq!(vault.read(Small::Keys(Side::A)).unwrap(), b"second");
    drop(lock);
    let _lock = vault.lock().unwrap();
    assert!(!leftover.exists());
    assert_eq!(vault.read(Small::Keys(Side::A)).unwrap(), b"second");
    assert!(matches!(atomic::create(&vault.small(Small::Door), b"x"), Err(StoreError::Exists { .. })));
    let large = vec![0; usize::try_from(atomic::LARGEST).unwrap() + 1];
    fs::write(vault.small(Small::Door), large).unwrap();
    assert!(matches!(vault.read(Small::Door), Err(StoreError::Damaged { .. })));
}

#[test]
fn a_sealed_file_has_its_name_only_when_it_is_whole() {
    let (_parent, vault, _lock) = vault();
    let files = Files::open(&vault.files(Side::A)).unwrap();
    let id = [0xab; 16];
    let mut new = files.new_file(&id, 200_000).unwrap();
    for chunk in 0..3_u8 {
        new.write_all(&vec![chunk; 65_536]).unwrap();
    }
    assert_eq!(files.list().unwrap(), Vec::<[u8; 16]>::new());
    assert_eq!(files.leftover_parts().unwrap(), [id]);
    assert_eq!(files.missing(&[id]).unwrap(), [id]);
    assert!(matches!(files.read(&id), Err(StoreError::Missing { .. })));
    assert_eq!(new.written(), 3 * 65_536);
    assert_eq!(new.keep().unwrap(), 3 * 65_536);
    assert_eq!(files.list().unwrap(), [id]);
    assert_eq!(files.sizes().unwrap(), [(id, 3 * 65_536)]);
    assert!(files.leftover_parts().unwrap().is_empty());
    assert_eq!(files.missing(&[id, [1; 16]]).unwrap(), [[1; 16]]);
    let mut back = Vec::new();
    files.read(&id).unwrap().read_to_end(&mut back).unwrap();
    assert_eq!(back.len(), 3 * 65_536);
    assert_eq!(back[2 * 65_536], 2);
    // No second file under the same id.
    assert!(matches!(files.new_file(&id, 0), Err(StoreError::Exists { .. })));
}

#[test]
fn a_file_that_is_not_kept_leaves_nothing_and_one_cut_off_is_reported() {
    let (_parent, vault, _lock) = vault();
    let files = Files::open(&vault.files(Side::B)).unwrap();
    let mut new = files.new_file(&[1; 16], 0).unwrap();
    new.write_all(b"given up").unwrap();
    drop(new);
    assert!(names(&vault.files(Side::B)).is_empty());
    // What a crash leaves.
    let mut new = files.new_file(&[2; 16], 0).unwrap();
    new.write_all(b"cut off").unwrap();
    std::mem::forget(new);
    let files = Files::open(&vault.files(Side::B)).unwrap();
    assert_eq!(files.leftover_parts().unwrap(), [[2; 16]]);
    assert!(files.list().unwrap().is_empty());
    files.remove_part(&[2; 16]).unwrap();
    assert!(files.leftover_parts().unwrap().is_empty());
    // Names that are not ours are nobody's files.
    fs::write(vault.files(Side::B).join("notes.txt"), b"x").unwrap();
    fs::write(vault.files(Side::B).join("AB".repeat(16)), b"x").unwrap();
    assert!(files.list().unwrap().is_empty());
}

#[test]
fn a_file_larger_than_what_is_free_is_refused_before_it_starts() {
    let (_parent, vault, _lock) = vault();
    let files = Files::open(&vault.files(Side::A)).unwrap();
    let error = files.new_file(&[3; 16], 1 << 60).unwrap_err();
    let StoreError::NoRoom { needed, free } = error else { panic!("{error}") };
    assert_eq!(needed, (1 << 60) + RESERVE);
    assert!(free > 0 && free < needed);
    assert!(error.is_full());
    assert!(files.new_file(&[3; 16], u64::MAX).unwrap_err().is_full());
    assert!(names(&vault.files(Side::A)).is_empty());
    assert!(matches!(Files::open(&vault.root().join("c.files")), Err(StoreError::Missing { .. })));
}
