//! What a person relies on in the log: what was acknowledged stays, in its order, whatever happens to the file.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::fs;
use std::path::{Path, PathBuf};

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
    Row {
        seq,
        id: id(seq),
        sealed: vec![u8::try_from(seq % 251).unwrap(); length],
    }
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
    let page: Vec<_> = log
        .rows(None, 3)
        .unwrap()
        .iter()
        .map(|row| row.seq)
        .collect();
    assert_eq!(page, [0, 1, 2]);
    let page: Vec<_> = log
        .rows(Some(47), 10)
        .unwrap()
        .iter()
        .map(|row| row.seq)
        .collect();
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
    assert_eq!(
        log.rows(None, 100).unwrap(),
        (0..20).map(row).collect::<Vec<_>>()
    );
}

#[test]
fn rows_come_in_order_and_once() {
    let (_dir, path) = store(2);
    let mut log = Log::open(&path).unwrap();
    for given in [0, 1, 3, u64::MAX] {
        assert_eq!(
            log.append(given, id(99), b"x").unwrap_err(),
            StoreError::Order { expected: 2, given }
        );
    }
    let error = log.append(2, id(1), b"x").unwrap_err();
    assert_eq!(
        error,
        StoreError::Duplicate {
            id: hex::encode(id(1))
        }
    );
    // All or none: the second of these comes out of order.
    assert!(matches!(
        log.append_all(&[row(2), row(4)]),
        Err(StoreError::Order {
            expected: 3,
            given: 4
        })
    ));
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
    assert_eq!(
        Log::open(&path).unwrap().rows(None, 9).unwrap(),
        [row(0), row(1), row(2)]
    );
}

#[test]
fn a_store_without_its_triggers_is_noticed() {
    let (_dir, path) = store(3);
    Connection::open(&path)
        .unwrap()
        .execute_batch("DROP TRIGGER log_no_delete")
        .unwrap();
    assert!(matches!(Log::open(&path), Err(StoreError::Damaged { .. })));
    assert_eq!(Log::salvage(&path).unwrap().rows.len(), 3);
}

#[test]
fn a_newer_store_is_refused_in_words_and_left_alone() {
    let (_dir, path) = store(3);
    Connection::open(&path)
        .unwrap()
        .pragma_update(None, "user_version", VERSION + 1)
        .unwrap();
    let before = fs::read(&path).unwrap();
    let error = Log::open(&path).unwrap_err();
    assert_eq!(
        error,
        StoreError::Newer {
            found: VERSION + 1,
            ours: VERSION
        }
    );
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
        fs::read_dir(dir.path()).unwrap().any(|entry| {
            fs::read(entry.unwrap().path())
                .unwrap()
                .windows(mark.len())
                .any(|window| window == mark)
        })
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
    assert_eq!(
        Log::open(&gone).unwrap_err(),
        StoreError::Missing {
            name: "b.db".into()
        }
    );
    assert!(!gone.exists());
    // A WAL whose file is gone still holds rows.
    fs::write(dir.path().join("b.db-wal"), b"frames").unwrap();
    assert!(matches!(Log::create(&gone), Err(StoreError::Exists { .. })));
}

#[test]
fn a_file_that_is_no_store_is_damaged_and_kept() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.db");
    for bytes in [&b""[..], b"x", &[0; 8192], &[0xff; 5000]] {
        fs::write(&path, bytes).unwrap();
        assert!(
            matches!(Log::open(&path), Err(StoreError::Damaged { .. })),
            "{}",
            bytes.len()
        );
        assert_eq!(fs::read(&path).unwrap(), bytes);
        let salvage = Log::salvage(&path).unwrap();
        assert!(salvage.rows.is_empty());
        assert!(salvage.first_damage.is_some());
    }
}

fn cut(path: &Path, to: usize) -> Vec<u8> {
    let whole = fs::read(path).unwrap();
    fs::write(path, &whole[..to]).unwrap();
    whole
}

#[test]
fn a_truncated_store_is_kept_and_gives_back_the_rows_that_remain() {
    let (_dir, path) = store(120);
    let pages = fs::read(&path).unwrap().len() / 4096;
    let mut last = 0;
    for keep in [1, 2, 3, pages / 4, pages / 2, pages * 3 / 4, pages - 1] {
        let whole = cut(&path, keep * 4096);
        let kept = fs::read(&path).unwrap();
        assert!(
            matches!(Log::open(&path), Err(StoreError::Damaged { .. })),
            "{keep} pages"
        );
        let salvage = Log::salvage(&path).unwrap();
        assert!(salvage.first_damage.is_some(), "{keep} pages");
        // Whole pages were cut: what comes back is what was written, to the byte.
        for found in &salvage.rows {
            assert_eq!(*found, row(found.seq), "{keep} pages");
        }
        assert!(salvage.rows.len() >= last, "more pages, no fewer rows");
        last = salvage.rows.len();
        eprintln!(
            "{keep} of {pages} pages: {last} of 120 rows, first damage {:?}",
            salvage.first_damage
        );
        assert_eq!(
            fs::read(&path).unwrap(),
            kept,
            "the damaged file stays as it was"
        );
        fs::write(&path, whole).unwrap();
    }
    assert!(
        last > 100,
        "only {last} rows came back of all pages but one"
    );
}

#[test]
fn a_store_cut_within_a_page_gives_back_all_but_the_row_across_the_cut() {
    let (_dir, path) = store(120);
    let size = fs::read(&path).unwrap().len();
    for to in [
        size - 1,
        size - 4000,
        size / 2 + 77,
        size / 3 + 2049,
        4097,
        4095,
        600,
        100,
        17,
    ] {
        let whole = cut(&path, to);
        assert!(Log::open(&path).is_err(), "{to} bytes");
        let salvage = Log::salvage(&path).unwrap();
        let wrong = salvage
            .rows
            .iter()
            .filter(|found| **found != row(found.seq))
            .count();
        assert!(wrong <= 1, "{to} bytes: {wrong} wrong rows");
        assert_eq!(fs::read(&path).unwrap().len(), to);
        fs::write(&path, whole).unwrap();
    }
}

#[test]
fn rows_behind_a_damaged_page_come_back_too() {
    let (_dir, path) = store(120);
    let mut bytes = fs::read(&path).unwrap();
    let pages = bytes.len() / 4096;
    let middle = pages / 2 * 4096;
    bytes[middle..middle + 8192].fill(0xee);
    fs::write(&path, &bytes).unwrap();
    let salvage = Log::salvage(&path).unwrap();
    let right = salvage
        .rows
        .iter()
        .filter(|found| **found == row(found.seq))
        .count();
    assert!(right >= 110, "{right} rows");
    assert_eq!(salvage.rows.last().map(|row| row.seq), Some(119));
    if let Ok(log) = Log::open(&path) {
        assert!(!log.integrity().unwrap().is_sound());
        drop(log);
    }
    assert_eq!(fs::read(&path).unwrap(), bytes);
}

#[test]
fn salvage_reads_the_wal_too_and_leaves_it() {
    let (dir, path) = store(10);
    let killed = tempfile::tempdir().unwrap();
    let mut log = Log::open(&path).unwrap();
    log.append(10, id(10), &row(10).sealed).unwrap();
    for name in ["a.db", "a.db-wal"] {
        fs::copy(dir.path().join(name), killed.path().join(name)).unwrap();
    }
    let wal = fs::read(killed.path().join("a.db-wal")).unwrap();
    let salvage = Log::salvage(&killed.path().join("a.db")).unwrap();
    assert_eq!(salvage.rows.len(), 11);
    assert_eq!(salvage.first_damage, None);
    assert_eq!(salvage.slips, [("set.1".to_owned(), b"slip".to_vec())]);
    assert_eq!(fs::read(killed.path().join("a.db-wal")).unwrap(), wal);
}

#[test]
fn a_torn_last_write_leaves_every_earlier_row() {
    let (dir, path) = store(10);
    let mut log = Log::open(&path).unwrap();
    for seq in 10..14 {
        log.append(seq, id(seq), &row(seq).sealed).unwrap();
    }
    let before = fs::metadata(dir.path().join("a.db-wal")).unwrap().len();
    log.append(14, id(14), &row(14).sealed).unwrap();
    let wal = fs::read(dir.path().join("a.db-wal")).unwrap();
    // Every length that the power could have left of the last write.
    for to in (usize::try_from(before).unwrap()..wal.len()).step_by(509) {
        let torn = tempfile::tempdir().unwrap();
        fs::copy(&path, torn.path().join("a.db")).unwrap();
        fs::write(torn.path().join("a.db-wal"), &wal[..to]).unwrap();
        let mut log = Log::open(&torn.path().join("a.db")).unwrap();
        assert_eq!(log.last_seq().unwrap(), Some(13), "{to}");
        log.append(14, id(14), b"again").unwrap();
        assert!(log.integrity().unwrap().is_sound());
    }
}

#[test]
fn errors_carry_no_path() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("her name").join("a.db");
    for error in [
        Log::open(&path).unwrap_err(),
        Log::create(&path).unwrap_err(),
    ] {
        assert!(
            !format!("{error} {error:?}").contains("her name"),
            "{error:?}"
        );
    }
}
