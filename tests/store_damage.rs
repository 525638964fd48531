//! What a person relies on when a file is damaged: it is kept, and every row that can be read comes back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::{Path, PathBuf};

use steadfast::store::{Id, Log, Row, StoreError};

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
fn a_file_that_is_no_store_is_damaged_and_kept() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.db");
    for bytes in [&b""[..], b"x", &[0; 8192], &[0xff; 5000]] {
        fs::write(&path, bytes).unwrap();
        assert!(matches!(Log::open(&path), Err(StoreError::Damaged { .. })), "{}", bytes.len());
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
        assert!(matches!(Log::open(&path), Err(StoreError::Damaged { .. })), "{keep} pages");
        let salvage = Log::salvage(&path).unwrap();
        assert!(salvage.first_damage.is_some(), "{keep} pages");
        // Whole pages were cut: what comes back is what was written, to the byte.
        for found in &salvage.rows {
            assert_eq!(*found, row(found.seq), "{keep} pages");
        }
        assert!(salvage.rows.len() >= last, "more pages, no fewer rows");
        last = salvage.rows.len();
        eprintln!("{keep} of {pages} pages: {last} of 120 rows, first damage {:?}", salvage.first_damage);
        assert_eq!(fs::read(&path).unwrap(), kept, "the damaged file stays as it was");
        fs::write(&path, whole).unwrap();
    }
    assert!(last > 100, "only {last} rows came back of all pages but one");
}

#[test]
fn a_store_cut_within_a_page_gives_back_all_but_the_row_across_the_cut() {
    let (_dir, path) = store(120);
    let size = fs::read(&path).unwrap().len();
    for to in [size - 1, size - 4000, size / 2 + 77, size / 3 + 2049, 4097, 4095, 600, 100, 17] {
        let whole = cut(&path, to);
        assert!(Log::open(&path).is_err(), "{to} bytes");
        let salvage = Log::salvage(&path).unwrap();
        let wrong = salvage.rows.iter().filter(|found| **found != row(found.seq)).count();
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
    let right = salvage.rows.iter().filter(|found| **found == row(found.seq)).count();
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
