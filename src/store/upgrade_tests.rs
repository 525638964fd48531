#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::PathBuf;

use super::super::disk::beside;
use super::super::schema::{STEPS, Step};
use super::super::{Log, Row, StoreError};

const ADD: Step = "ALTER TABLE slips ADD COLUMN turn INTEGER; CREATE TABLE more (n INTEGER) STRICT;";
const ADD_AGAIN: Step = "CREATE TABLE still_more (n INTEGER) STRICT;";
const LOSES_A_ROW: Step = "DROP TRIGGER log_no_delete; DELETE FROM log WHERE seq = 2;";
const CHANGES_A_ROW: Step = "DROP TRIGGER log_no_update; UPDATE log SET sealed = x'00' WHERE seq = 1;";
const LOSES_A_SLIP: Step = "DELETE FROM slips;";
const BROKEN_SQL: Step = "CREATE TABLE more (n INTEGER) STRICT; SELECT nothing FROM nowhere;";
const BREAKS_ITS_OWN_CHECK: Step =
    "CREATE TABLE more (n INTEGER CHECK (n > 0)) STRICT; PRAGMA ignore_check_constraints = ON;
     INSERT INTO more VALUES (-1);";

fn rows(count: u64) -> Vec<Row> {
    (0..count)
        .map(|seq| Row {
            seq,
            id: [u8::try_from(seq).unwrap(); 16],
            sealed: vec![7; 3000 + usize::try_from(seq).unwrap()],
        })
        .collect()
}

/// A store in format 1 with five rows and a slip.
fn store() -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.db");
    Log::create(&path).unwrap();
    let mut log = Log::open(&path).unwrap();
    log.append_all(&rows(5)).unwrap();
    log.put_slip("s.1", b"slip").unwrap();
    log.close().unwrap();
    (dir, path)
}

fn holds_everything(log: &Log) {
    assert_eq!(log.rows(None, 100).unwrap(), rows(5));
    assert_eq!(log.get_slip("s.1").unwrap().unwrap(), b"slip");
    assert!(log.integrity().unwrap().is_sound());
}

fn names(dir: &tempfile::TempDir) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(dir.path()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn with(more: &[Step]) -> Vec<Step> {
    STEPS.iter().chain(more).copied().collect()
}

#[test]
fn an_older_store_is_brought_up_with_every_row() {
    let (dir, path) = store();
    let steps = with(&[ADD, ADD_AGAIN]);
    let mut log = Log::open_with(&path, &steps).unwrap();
    holds_everything(&log);
    log.append(5, [5; 16], b"after").unwrap();
    log.close().unwrap();
    assert_eq!(names(&dir), ["a.db"]);
    let log = Log::open_with(&path, &steps).unwrap();
    assert_eq!(log.count().unwrap(), 6);
}

#[test]
fn rows_still_in_the_wal_are_brought_along() {
    let (dir, path) = store();
    // What a kill leaves: the file and its WAL, copied while the log is open.
    let killed = tempfile::tempdir().unwrap();
    let mut log = Log::open(&path).unwrap();
    log.append(5, [5; 16], b"in the wal").unwrap();
    for name in ["a.db", "a.db-wal"] {
        fs::copy(dir.path().join(name), killed.path().join(name)).unwrap();
    }
    let path = killed.path().join("a.db");
    assert!(fs::metadata(beside(&path, "-wal")).unwrap().len() > 0);
    let log = Log::open_with(&path, &with(&[ADD])).unwrap();
    assert_eq!(log.row(5).unwrap().unwrap().sealed, b"in the wal");
}

#[test]
fn an_upgrade_that_fails_leaves_the_old_store() {
    for bad in [LOSES_A_ROW, CHANGES_A_ROW, LOSES_A_SLIP, BROKEN_SQL, BREAKS_ITS_OWN_CHECK] {
        let (dir, path) = store();
        let before = fs::read(&path).unwrap();
        let error = Log::open_with(&path, &with(&[ADD_AGAIN, bad])).unwrap_err();
        assert!(matches!(error, StoreError::Upgrade { from: 1, to: 3, .. }), "{bad}: {error}");
        // An empty WAL of looking at it may stay; no copy, no old one, no row outside the file.
        assert!(names(&dir).iter().all(|name| name == "a.db" || name == "a.db-wal"), "{bad}: {:?}", names(&dir));
        assert!(fs::metadata(beside(&path, "-wal")).map_or(0, |wal| wal.len()) == 0, "{bad}");
        assert_eq!(fs::read(&path).unwrap(), before, "{bad}");
        holds_everything(&Log::open(&path).unwrap());
    }
}

#[test]
fn a_damaged_older_store_is_not_upgraded_but_kept() {
    let (dir, path) = store();
    let mut bytes = fs::read(&path).unwrap();
    let page = bytes.len() - 4096;
    bytes[page..].fill(0xff);
    fs::write(&path, &bytes).unwrap();
    let error = Log::open_with(&path, &with(&[ADD])).unwrap_err();
    let StoreError::Upgrade { source, .. } = &error else { panic!("{error}") };
    assert!(matches!(**source, StoreError::Damaged { .. }), "{error}");
    assert_eq!(fs::read(&path).unwrap(), bytes);
    assert!(!names(&dir).iter().any(|name| name.contains(".new")));
}

#[test]
fn a_crash_between_the_two_renames_loses_nothing() {
    let (_dir, path) = store();
    // The old one was moved away, the new one not yet put in its place.
    fs::rename(&path, beside(&path, ".old")).unwrap();
    fs::write(beside(&path, ".new"), b"half a copy").unwrap();
    let log = Log::open_with(&path, &with(&[ADD])).unwrap();
    holds_everything(&log);
    assert!(!beside(&path, ".old").exists());
    assert!(!beside(&path, ".new").exists());
}

#[test]
fn a_crash_before_the_old_one_is_removed_keeps_the_new_if_it_is_whole() {
    let (dir, path) = store();
    fs::copy(&path, dir.path().join("keep")).unwrap();
    let steps = with(&[ADD]);
    Log::open_with(&path, &steps).unwrap().close().unwrap();
    fs::rename(dir.path().join("keep"), beside(&path, ".old")).unwrap();
    let upgraded = fs::read(&path).unwrap();
    holds_everything(&Log::open_with(&path, &steps).unwrap());
    assert!(!beside(&path, ".old").exists());
    assert_eq!(fs::read(&path).unwrap().len(), upgraded.len());
}

#[test]
fn a_new_one_that_is_not_whole_gives_way_to_the_old() {
    let (dir, path) = store();
    fs::copy(&path, dir.path().join("keep")).unwrap();
    let steps = with(&[ADD]);
    Log::open_with(&path, &steps).unwrap().close().unwrap();
    fs::rename(dir.path().join("keep"), beside(&path, ".old")).unwrap();
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    holds_everything(&Log::open_with(&path, &steps).unwrap());
    assert!(!beside(&path, ".old").exists());
}

#[test]
fn settings_that_durability_rests_on_are_on() {
    let (_dir, path) = store();
    let log = Log::open(&path).unwrap();
    let number = |pragma: &str| -> i64 {
        log.connection().query_row(&format!("PRAGMA {pragma}"), [], |row| row.get(0)).unwrap()
    };
    assert_eq!(number("synchronous"), 2);
    for on in ["secure_delete", "fullfsync", "checkpoint_fullfsync", "foreign_keys", "cell_size_check"] {
        assert_eq!(number(on), 1, "{on}");
    }
    assert_eq!(number("trusted_schema"), 0);
    assert_eq!(number("temp_store"), 2);
    let mode: String = log.connection().query_row("PRAGMA journal_mode", [], |row| row.get(0)).unwrap();
    assert_eq!(mode, "wal");
    let strict: i64 = log
        .connection()
        .query_row("SELECT min(strict) FROM pragma_table_list WHERE name IN ('log', 'slips')", [], |row| row.get(0))
        .unwrap();
    assert_eq!(strict, 1);
}
