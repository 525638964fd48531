#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
use std::fs;

use super::*;

const KEY: [u8; 32] = [0x6b; 32];

fn queue() -> (tempfile::TempDir, Queue) {
    let dir = tempfile::tempdir().unwrap();
    let queue = Queue::at(dir.path().join("queue"));
    queue.create(&KEY, vec![0xaa; PLACES * PLACE_LEN]).unwrap();
    (dir, queue)
}

fn sealed(byte: u8) -> [u8; PLACE_LEN] {
    let mut sealed = [byte; PLACE_LEN];
    sealed[0] = 1;
    sealed
}

#[test]
fn what_was_put_in_is_there_and_its_size_never_changes() {
    let (_dir, queue) = queue();
    assert_eq!(queue.public(), Ok(KEY));
    assert_eq!(queue.read().unwrap(), Found { public: Some(KEY), used: Vec::new(), whole: true });
    for byte in 2..5 {
        assert_eq!(queue.put(&sealed(byte)), Ok(true));
    }
    let used = queue.read().unwrap().used;
    assert_eq!(used, [(0, sealed(2).to_vec()), (1, sealed(3).to_vec()), (2, sealed(4).to_vec())]);
    assert_eq!(fs::metadata(queue.path()).unwrap().len(), LEN as u64);
}

#[test]
fn when_all_are_taken_it_takes_no_more_and_writes_over_nothing() {
    let (_dir, queue) = queue();
    for byte in 0..PLACES {
        assert_eq!(queue.put(&sealed(byte as u8)), Ok(true));
    }
    let before = fs::read(queue.path()).unwrap();
    assert_eq!(queue.put(&sealed(99)), Ok(false));
    assert_eq!(fs::read(queue.path()).unwrap(), before);
    queue.free(&[3, 30], &vec![0xbb; 2 * PLACE_LEN]).unwrap();
    assert_eq!(queue.read().unwrap().used.len(), PLACES - 2);
    let after = fs::read(queue.path()).unwrap();
    let place = |at: usize| &after[HEADER_LEN + at * PLACE_LEN..HEADER_LEN + (at + 1) * PLACE_LEN];
    assert!(place(3)[0] == 0 && place(3)[1..].iter().all(|byte| *byte == 0xbb), "what was in it is still there");
    assert_eq!(place(4), sealed(4));
    assert_eq!(queue.put(&sealed(99)), Ok(true));
    assert_eq!(queue.read().unwrap().used[3], (3, sealed(99).to_vec()));
}

#[test]
fn a_crash_before_the_first_byte_leaves_the_place_free_and_the_others_whole() {
    let (_dir, queue) = queue();
    queue.put(&sealed(2)).unwrap();
    // As far as a crash can have come: all of the second place but its first byte.
    let mut bytes = fs::read(queue.path()).unwrap();
    let at = HEADER_LEN + PLACE_LEN;
    bytes[at + 1..at + PLACE_LEN].fill(3);
    fs::write(queue.path(), &bytes).unwrap();
    assert_eq!(queue.read().unwrap().used.len(), 1);
    queue.put(&sealed(4)).unwrap();
    assert_eq!(queue.read().unwrap().used[1], (1, sealed(4).to_vec()));
}

#[test]
fn one_that_is_cut_short_too_long_foreign_or_newer_takes_nothing_and_is_not_touched() {
    let (_dir, queue) = queue();
    queue.put(&sealed(2)).unwrap();
    let good = fs::read(queue.path()).unwrap();
    let newer = [&[2], &good[1..]].concat();
    let spoilt: [&[u8]; 6] = [&[], &good[..20], &good[..LEN - 1], &[&good[..], &[0]].concat(), &[0; LEN], &newer];
    for bytes in spoilt {
        fs::write(queue.path(), bytes).unwrap();
        let error = queue.put(&sealed(3)).unwrap_err();
        assert!(matches!(error, StoreError::Damaged { .. } | StoreError::Newer { .. }), "{error}");
        assert!(queue.public().is_err());
        assert!(!queue.read().unwrap().whole);
        assert_eq!(fs::read(queue.path()).unwrap(), bytes);
    }
    // What is left of one that was cut can still be read.
    fs::write(queue.path(), &good[..LEN - 1]).unwrap();
    assert_eq!(queue.read().unwrap().used, [(0, sealed(2).to_vec())]);
}

#[test]
fn one_that_is_not_there_is_missing_and_never_made_over_another() {
    let (dir, queue) = queue();
    assert!(matches!(queue.create(&KEY, vec![0; PLACES * PLACE_LEN]), Err(StoreError::Exists { .. })));
    let name = queue.set_aside().unwrap();
    assert!(dir.path().join(name).exists());
    assert!(matches!(queue.put(&sealed(2)), Err(StoreError::Missing { .. })));
    queue.create(&KEY, vec![0; PLACES * PLACE_LEN]).unwrap();
    assert_ne!(queue.set_aside().unwrap(), "queue.bad1", "one that was kept is not replaced");
}
