//! A disk that is really full, and one that can only be read.
//!
//! These run this same program again under `unshare`, with a small disk of its own that is gone when it ends. Where
//! that may not be done they say `NOT RUN:`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;

use std::io::Write;

use std::path::PathBuf;

use std::process::{Command, Output};

use steadfast::store::{Files, Id, Initial, Log, Row, Side, Small, StoreError, VaultDir};

/// Tells a child which part it plays, and where.
const DIR: &str = "STORE_TEST_DIR";

const INITIAL: Initial<'_> = Initial { a_keys: b"keys of a", b_keys: b"keys of b", door: b"door", tries: b"tries" };

fn child_dir() -> Option<PathBuf> {
    std::env::var_os(DIR).map(PathBuf::from)
}

fn works(program: &str, arguments: &[&str]) -> bool {
    Command::new(program).args(arguments).output().is_ok_and(|output| output.status.success())
}

fn this_test(name: &str) -> Vec<String> {
    let program = std::env::current_exe().unwrap().into_os_string().into_string().unwrap();
    [program.as_str(), "--exact", name, "--nocapture", "--test-threads=1"].map(String::from).to_vec()
}

fn say(output: &Output) -> String {
    format!("{}\n{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// Runs a part of this program with a small disk at the directory named in the environment.
fn on_a_small_disk(part: &str, size: &str) {
    if !works("unshare", &["--mount", "--map-root-user", "mount", "-t", "tmpfs", "none", "/mnt"]) {
        eprintln!("NOT RUN: {part} needs `unshare` and leave to mount a small disk");
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let output = Command::new("unshare")
        .args(["--mount", "--map-root-user", "sh", "-c"])
        .arg(format!("mount -t tmpfs -o size={size} none \"$0\" && exec \"$@\""))
        .arg(dir.path())
        .args(this_test(part))
        .env(DIR, dir.path())
        .output()
        .unwrap();
    let said = say(&output);
    assert!(output.status.success(), "{said}");
    assert!(said.contains("PLAYED"), "{said}");
}

fn id(seq: u64) -> Id {
    let mut id = [9; 16];
    id[..8].copy_from_slice(&seq.to_be_bytes());
    id
}

fn row(seq: u64) -> Row {
    Row { seq, id: id(seq), sealed: vec![u8::try_from(seq % 251).unwrap(); 4000] }
}

fn append_until_full(log: &mut Log) -> u64 {
    let mut seq = log.last_seq().unwrap().map_or(0, |last| last + 1);
    loop {
        let row = row(seq);
        match log.append(seq, row.id, &row.sealed) {
            Ok(()) => seq += 1,
            Err(error) => {
                assert!(matches!(error, StoreError::Full { .. }), "{error:?}");
                return seq;
            }
        }
    }
}

fn all_there(log: &Log, count: u64) {
    assert_eq!(log.rows(None, u32::MAX).unwrap(), (0..count).map(row).collect::<Vec<_>>());
    assert!(log.integrity().unwrap().is_sound());
}

#[test]
fn a_full_disk_loses_nothing_that_was_acknowledged() {
    on_a_small_disk("part_full_disk", "24m");
}

#[test]
fn part_full_disk() {
    let Some(dir) = child_dir() else { return };
    let (vault, _lock) = VaultDir::create(&dir.join("data"), &INITIAL).unwrap();
    let ballast = dir.join("ballast");
    fs::write(&ballast, vec![0; 1 << 20]).unwrap();
    let mut log = Log::open(&vault.db(Side::A)).unwrap();
    let count = append_until_full(&mut log);
    assert!(count > 1000, "{count}");
    // While it is full: everything reads, small things fail whole, nothing large begins.
    all_there(&log, count);
    assert_eq!(append_until_full(&mut log), count);
    let full = |result: Result<(), StoreError>| assert!(result.as_ref().is_err_and(StoreError::is_full), "{result:?}");
    full(vault.replace(Small::Keys(Side::A), &[1; 100_000]));
    assert_eq!(vault.read(Small::Keys(Side::A)).unwrap(), b"keys of a");
    full(log.put_slip("draft.1", &[1; 100_000]));
    let files = Files::open(&vault.files(Side::A)).unwrap();
    full(files.new_file(&[1; 16], 1).map(drop));
    full(VaultDir::create(&dir.join("other"), &INITIAL).map(drop));
    assert!(!dir.join("other").exists() && !dir.join("other.new").exists());
    // It can be closed, opened and read on the full disk, by this handle and the next.
    drop(log);
    let mut log = Log::open(&vault.db(Side::A)).unwrap();
    all_there(&log, count);
    // Some space comes back: the log goes on where it stopped.
    fs::remove_file(&ballast).unwrap();
    log.append(count, id(count), &row(count).sealed).unwrap();
    let count = append_until_full(&mut log);
    all_there(&log, count);
    println!("PLAYED {count} rows");
}

#[test]
fn a_file_that_fills_the_disk_is_not_kept() {
    on_a_small_disk("part_full_file", "12m");
}

#[test]
fn part_full_file() {
    let Some(dir) = child_dir() else { return };
    let (vault, _lock) = VaultDir::create(&dir.join("data"), &INITIAL).unwrap();
    let files = Files::open(&vault.files(Side::A)).unwrap();
    assert!(matches!(files.new_file(&[1; 16], 6 << 20), Err(StoreError::NoRoom { .. })));
    // It said that it was small, and was not.
    let mut new = files.new_file(&[1; 16], 1000).unwrap();
    let error = (0..1000).find_map(|_| new.write_all(&[7; 65_536]).err()).unwrap();
    assert!(matches!(StoreError::from_io("x", &error), StoreError::Full { .. }), "{error:?}");
    assert!(matches!(new.keep(), Err(StoreError::Full { .. })));
    assert!(files.list().unwrap().is_empty());
    assert!(files.leftover_parts().unwrap().is_empty());
    Log::open(&vault.db(Side::A)).unwrap().append(0, id(0), b"words still fit").unwrap();
    println!("PLAYED");
}

#[test]
fn a_disk_that_can_only_be_read_is_read() {
    on_a_small_disk("part_read_only", "8m");
}

#[test]
fn part_read_only() {
    let Some(dir) = child_dir() else { return };
    let (vault, lock) = VaultDir::create(&dir.join("data"), &INITIAL).unwrap();
    let mut log = Log::open(&vault.db(Side::A)).unwrap();
    for seq in 0..5 {
        log.append(seq, id(seq), &row(seq).sealed).unwrap();
    }
    // With a WAL that was not moved: the harder case.
    std::fs::copy(dir.join("data/a.db"), dir.join("x.db")).unwrap();
    std::fs::copy(dir.join("data/a.db-wal"), dir.join("x.db-wal")).unwrap();
    drop((log, lock));
    std::fs::copy(dir.join("data/a.db"), dir.join("a name %3f?#.db")).unwrap();
    assert!(works("mount", &["-o", "remount,ro", dir.to_str().unwrap()]));
    assert!(matches!(Log::open(&vault.db(Side::A)), Err(StoreError::ReadOnly { .. })));
    assert!(matches!(vault.replace(Small::Door, b"x"), Err(StoreError::ReadOnly { .. })));
    // Reading needs the lock too; it is taken without writing.
    let lock = vault.lock().unwrap();
    assert!(matches!(vault.lock(), Err(StoreError::InUse)));
    drop(lock);
    assert_eq!(Log::salvage(&dir.join("none.db")).unwrap_err(), StoreError::Missing { name: "none.db".into() });
    for path in [vault.db(Side::A), dir.join("x.db"), dir.join("a name %3f?#.db")] {
        let salvage = Log::salvage(&path).unwrap();
        assert_eq!(salvage.rows.len(), 5, "{path:?} {:?}", salvage.first_damage);
        assert_eq!(salvage.first_damage, None);
    }
    println!("PLAYED");
}
