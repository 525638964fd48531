//! What a person relies on in the log: what was acknowledged stays, in its order, whatever happens to the file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;

use std::path::PathBuf;

use rusqlite::Connection;

use steadfast::store::{Id, Log, Row, StoreError, VERSION};

fn id(seq: u64) -> Id {
    let mut id = [0xa5; 16];
    id[..8].copy_from_slice(&seq.to_be_bytes());
    id
}

/// Rows of many sizes, so that some spill into further pages.
fn row(seq: u64) -> Row {
    let length = 200 + usize::try_from(seq * 97 % 9000).unwrap();
    Row { seq, id: id(seq), sealed: vec![u8::try_from(seq % 251).unwrap(); length] }
}

fn store(count: u64) -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.db");
    Log::create(&path).unwrap();
    let mut log = Log::open(&path).unwrap();
    for seq in 0..count {
        let row = row(seq);
        log.append(row.seq, row.id, &row.sealed).unwrap();
    }
    log.put_slip("set.1", b"slip").unwrap();
    log.close().unwrap();
    (dir, path)
}

#[test]
fn what_was_appended_is_there_after_reopening() {
    let (_dir, path) = store(50);
    let log = Log::open(&path).unwrap();
    assert_eq!(log.last_seq().unwrap(), Some(49));
    assert_eq!(log.count().unwrap(), 50);
    assert_eq!(log.row(7).unwrap(), Some(row(7)));
    assert_eq!(log.find(&id(49)).unwrap(), Some(row(49)));
    assert_eq!(log.find(&[0; 16]).unwrap(), None);
    assert_eq!(log.row(50).unwrap(), None);
    assert_eq!(log.row(u64::MAX).unwrap(), None);
    let page: Vec<_> = log.rows(None, 3).unwrap().iter().map(|row| row.seq).collect();
    assert_eq!(page, [0, 1, 2]);
    let page: Vec<_> = log.rows(Some(47), 10).unwrap().iter().map(|row| row.seq).collect();
    assert_eq!(page, [48, 49]);
    let report = log.integrity().unwrap();
    assert!(report.is_sound());
    assert_eq!((report.rows, report.slips), (50, 1));
}

#[test]
fn a_kill_loses_no_row_that_was_acknowledged() {
    let (dir, path) = store(3);
    let killed = tempfile::tempdir().unwrap();
    let mut log = Log::open(&path).unwrap();
    for seq in 3..20 {
        log.append(seq, id(seq), &row(seq).sealed).unwrap();
    }
    // The files as a kill at this moment leaves them.
    for entry in fs::read_dir(dir.path()).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), killed.path().join(entry.file_name())).unwrap();
    }
    let log = Log::open(&killed.path().join("a.db")).unwrap();
    assert_eq!(log.rows(None, 100).unwrap(), (0..20).map(row).collect::<Vec<_>>());
}

#[test]
fn rows_come_in_order_and_once() {
    let (_dir, path) = store(2);
    let mut log = Log::open(&path).unwrap();
    for given in [0, 1, 3, u64::MAX] {
        assert_eq!(log.append(given, id(99), b"x").unwrap_err(), StoreError::Order { expected: 2, given });
    }
    let error = log.append(2, id(1), b"x").unwrap_err();
    assert_eq!(error, StoreError::Duplicate { id: hex::encode(id(1)) });
    // All or none: the second of these comes out of order.
    assert!(matches!(log.append_all(&[row(2), row(4)]), Err(StoreError::Order { expected: 3, given: 4 })));
    assert_eq!(log.count().unwrap(), 2);
    log.append_all(&[row(2), row(3), row(4)]).unwrap();
    assert_eq!(log.last_seq().unwrap(), Some(4));
}

#[test]
fn another_program_cannot_change_or_remove_a_row_by_plain_sql() {
    let (_dir, path) = store(3);
    let other = Connection::open(&path).unwrap();
    for attempt in [
        "DELETE FROM log",
        "DELETE FROM log WHERE seq = 1",
        "UPDATE log SET sealed = x'00' WHERE seq = 1",
        "UPDATE log SET seq = 9 WHERE seq = 1",
        "INSERT OR REPLACE INTO log SELECT 1, id, x'00' FROM log WHERE seq = 1",
        "INSERT OR REPLACE INTO log SELECT 3, id, x'00' FROM log WHERE seq = 1",
        "REPLACE INTO log VALUES (2, zeroblob(16), x'00')",
        "INSERT INTO log VALUES (7, zeroblob(16), x'00')",
        "INSERT INTO log (id, sealed) VALUES (zeroblob(16), x'00')",
        "INSERT INTO log VALUES (1, zeroblob(16), x'00') ON CONFLICT (seq) DO UPDATE SET sealed = excluded.sealed",
        "INSERT INTO log VALUES (3, zeroblob(15), x'00')",
        "INSERT INTO log VALUES (3, 'sixteen letters.', x'00')",
        "INSERT INTO slips VALUES ('Her Name', x'00')",
    ] {
        assert!(other.execute_batch(attempt).is_err(), "{attempt}");
    }
    drop(other);
    assert_eq!(Log::open(&path).unwrap().rows(None, 9).unwrap(), [row(0), row(1), row(2)]);
}

#[test]
fn a_store_without_its_triggers_is_noticed() {
    let (_dir, path) = store(3);
    Connection::open(&path).unwrap().execute_batch("DROP TRIGGER log_no_delete").unwrap();
    assert!(matches!(Log::open(&path), Err(StoreError::Damaged { .. })));
    assert_eq!(Log::salvage(&path).unwrap().rows.len(), 3);
}

#[test]
fn a_newer_store_is_refused_in_words_and_left_alone() {
    let (_dir, path) = store(3);
    Connection::open(&path).unwrap().pragma_update(None, "user_version", VERSION + 1).unwrap();
    let before = fs::read(&path).unwrap();
    let error = Log::open(&path).unwrap_err();
    assert_eq!(error, StoreError::Newer { found: VERSION + 1, ours: VERSION });
    assert!(error.to_string().contains("newer version"));
    assert!(matches!(Log::salvage(&path), Err(StoreError::Newer { .. })));
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn slips_are_replaced_and_removed() {
    let (_dir, path) = store(0);
    let mut log = Log::open(&path).unwrap();
    log.put_slip("draft.2", b"one").unwrap();
    log.put_slip("draft.2", b"two").unwrap();
    assert_eq!(log.slip_names().unwrap(), ["draft.2", "set.1"]);
    log.close().unwrap();
    let mut log = Log::open(&path).unwrap();
    assert_eq!(log.get_slip("draft.2").unwrap().unwrap(), b"two");
    assert!(log.remove_slip("draft.2").unwrap());
    assert!(!log.remove_slip("draft.2").unwrap());
    assert_eq!(log.get_slip("draft.2").unwrap(), None);
    for wrong in ["", "Her", "a b", "../x", "é", &"a".repeat(65)] {
        assert_eq!(log.put_slip(wrong, b"x").unwrap_err(), StoreError::Name);
    }
}

#[test]
fn what_a_slip_held_is_gone_from_the_files_after_a_checkpoint() {
    let (dir, path) = store(3);
    let mark = b"a mark that nothing else holds, sealed bytes in real life";
    let holds = || {
        fs::read_dir(dir.path())
            .unwrap()
            .any(|entry| fs::read(entry.unwrap().path()).unwrap().windows(mark.len()).any(|window| window == mark))
    };
    let mut log = Log::open(&path).unwrap();
    log.put_slip("draft.1", mark).unwrap();
    log.checkpoint().unwrap();
    assert!(holds());
    log.remove_slip("draft.1").unwrap();
    log.checkpoint().unwrap();
    assert!(!holds());
}

#[test]
fn what_a_destroyed_row_held_is_gone_from_the_files_and_the_others_stay() {
    let (dir, path) = store(4);
    let mark = b"a mark that nothing else holds, sealed bytes in real life";
    let holds = || {
        fs::read_dir(dir.path())
            .unwrap()
            .any(|entry| fs::read(entry.unwrap().path()).unwrap().windows(mark.len()).any(|window| window == mark))
    };
    let mut log = Log::open(&path).unwrap();
    // Over several pages, so that some of it lies outside the row's own.
    log.append(4, id(4), &mark.repeat(300)).unwrap();
    log.checkpoint().unwrap();
    assert!(holds());
    let left = Row { seq: 4, id: id(4), sealed: b"left".to_vec() };
    log.put_slip("draft", mark).unwrap();
    log.destroy(std::slice::from_ref(&left), &[row(5)], &["draft"]).unwrap();
    log.checkpoint().unwrap();
    assert!(!holds());
    assert_eq!(log.rows(None, 9).unwrap(), [row(0), row(1), row(2), row(3), left, row(5)]);
    assert_eq!(log.get_slip("draft").unwrap(), None);
    assert!(log.integrity().unwrap().is_sound());
    log.close().unwrap();
    // The guard is back, word for word: the file opens, and plain SQL changes nothing.
    drop(Log::open(&path).unwrap());
    assert!(Connection::open(&path).unwrap().execute_batch("UPDATE log SET sealed = x'00' WHERE seq = 4").is_err());
}

#[test]
fn destroying_changes_all_of_it_or_nothing() {
    let (_dir, path) = store(3);
    let mut log = Log::open(&path).unwrap();
    let left = |seq, id| Row { seq, id, sealed: b"left".to_vec() };
    let all = [row(0), row(1), row(2)];
    for (rows, appended) in [
        (vec![left(1, id(1)), left(2, id(9))], vec![row(3)]),
        (vec![left(1, id(1)), left(7, id(7))], vec![row(3)]),
        (vec![left(1, id(1))], vec![row(4)]),
        (vec![left(1, id(1))], vec![Row { seq: 3, ..row(0) }]),
    ] {
        assert!(log.destroy(&rows, &appended, &["set.1"]).is_err());
        assert_eq!(log.rows(None, 9).unwrap(), all);
        assert!(log.get_slip("set.1").unwrap().is_some());
    }
    log.close().unwrap();
    assert!(Connection::open(&path).unwrap().execute_batch("UPDATE log SET sealed = x'00' WHERE seq = 1").is_err());
    assert_eq!(Log::open(&path).unwrap().rows(None, 9).unwrap(), all);
}

#[test]
fn a_kill_after_destroying_brings_nothing_back() {
    let (dir, path) = store(3);
    let killed = tempfile::tempdir().unwrap();
    let mut log = Log::open(&path).unwrap();
    let left = Row { seq: 1, id: id(1), sealed: b"left".to_vec() };
    log.destroy(std::slice::from_ref(&left), &[row(3)], &[]).unwrap();
    // The files as a kill at this moment leaves them.
    for entry in fs::read_dir(dir.path()).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), killed.path().join(entry.file_name())).unwrap();
    }
    let log = Log::open(&killed.path().join("a.db")).unwrap();
    assert_eq!(log.rows(None, 9).unwrap(), [row(0), left, row(2), row(3)]);
}

#[test]
fn a_second_handle_is_told_that_it_is_in_use() {
    let (_dir, path) = store(1);
    let _log = Log::open(&path).unwrap();
    assert_eq!(Log::open(&path).unwrap_err(), StoreError::InUse);
}

#[test]
fn nothing_is_created_over_a_log_or_what_is_left_of_one() {
    let (dir, path) = store(1);
    assert!(matches!(Log::create(&path), Err(StoreError::Exists { .. })));
    let gone = dir.path().join("b.db");
    assert_eq!(Log::open(&gone).unwrap_err(), StoreError::Missing { name: "b.db".into() });
    assert!(!gone.exists());
    // A WAL whose file is gone still holds rows.
    fs::write(dir.path().join("b.db-wal"), b"frames").unwrap();
    assert!(matches!(Log::create(&gone), Err(StoreError::Exists { .. })));
}

#[test]
fn errors_carry_no_path() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("her name").join("a.db");
    for error in [Log::open(&path).unwrap_err(), Log::create(&path).unwrap_err()] {
        assert!(!format!("{error} {error:?}").contains("her name"), "{error:?}");
    }
}
