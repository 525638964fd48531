#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
use proptest::prelude::*;

use super::*;

const JOURNAL: JournalId = JournalId([3; 16]);
const ID: [u8; 16] = [7; 16];
const SEALED_CHUNK: usize = CHUNK + TAG_LEN;

fn master() -> MasterKey {
    MasterKey::from_bytes([9; 32])
}

fn plain(length: usize) -> Vec<u8> {
    (0..length).map(|n| (n * 31 + n / 251) as u8).collect()
}

fn seal(text: &[u8]) -> (Vec<u8>, FileSeal) {
    let mut out = Vec::new();
    let mut sealer = FileSealer::new(&mut out, &master(), &JOURNAL, &ID).unwrap();
    sealer.push(text).unwrap();
    let (seal, _) = sealer.finish().unwrap();
    (out, seal)
}

fn open(sealed: &[u8]) -> Result<(Vec<u8>, FileSeal), VaultError> {
    let mut out = Vec::new();
    let seal = FileOpener::new(sealed, &master(), &JOURNAL, &ID)?.copy_to(&mut out)?;
    Ok((out, seal))
}

/// Hands out its bytes a few at a time, as a slow disk may.
struct Dribble<'a>(&'a [u8], usize);

impl Read for Dribble<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let n = self.1.min(out.len());
        self.0.read(&mut out[..n])
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn a_file_comes_back_exactly_whatever_the_slices(
        length in prop_oneof![0..200usize, 65_000..66_000usize, 131_000..132_000usize],
        pieces in prop::collection::vec(1..40_000usize, 1..8),
        step in 1..70_000usize,
    ) {
        let text = plain(length);
        let mut sealed = Vec::new();
        let mut sealer = FileSealer::new(&mut sealed, &master(), &JOURNAL, &ID).unwrap();
        let mut rest = &text[..];
        for n in pieces.iter().cycle() {
            let (now, later) = rest.split_at((*n).min(rest.len()));
            sealer.write_all(now).unwrap();
            rest = later;
            if rest.is_empty() { break; }
        }
        let (seal, _) = sealer.finish().unwrap();
        prop_assert_eq!(seal.length, length as u64);
        prop_assert_eq!(seal.sha256, <[u8; 32]>::from(Sha256::digest(&text)));

        let mut opener = FileOpener::new(Dribble(&sealed, step), &master(), &JOURNAL, &ID).unwrap();
        let mut out = Vec::new();
        let mut piece = vec![0; step];
        loop {
            let n = opener.read(&mut piece).unwrap();
            if n == 0 { break; }
            out.extend_from_slice(&piece[..n]);
        }
        prop_assert_eq!(opener.seal(), Some(seal));
        prop_assert!(out == text);
    }
}

#[test]
fn lengths_around_a_chunk_come_back_exactly() {
    for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK - 1] {
        let text = plain(length);
        let (sealed, seal) = seal(&text);
        let chunks = length.div_ceil(CHUNK).max(1);
        assert_eq!(sealed.len(), 33 + length + chunks * TAG_LEN, "{length}");
        assert!(open(&sealed).unwrap() == (text, seal), "{length}");
    }
}

#[test]
fn a_file_that_is_cut_short_anywhere_is_refused() {
    let (sealed, _) = seal(&plain(2 * CHUNK + 500));
    let borders = [0, 1, 32, 33, 34, 49, 33 + SEALED_CHUNK - 1, 33 + SEALED_CHUNK, 33 + SEALED_CHUNK + 1];
    let more = [33 + 2 * SEALED_CHUNK, 33 + 2 * SEALED_CHUNK + 15, sealed.len() - 1];
    for n in borders.into_iter().chain(more) {
        assert!(open(&sealed[..n]).is_err(), "{n}");
    }
    // At the border of a chunk, or within the header, the error can say so.
    for n in [0, 20, 33, 33 + SEALED_CHUNK, 33 + 2 * SEALED_CHUNK] {
        assert_eq!(open(&sealed[..n]).unwrap_err(), VaultError::CutShort(Sealed::File), "{n}");
    }
}

#[test]
fn reordered_repeated_or_missing_chunks_are_refused() {
    let (sealed, _) = seal(&plain(3 * CHUNK + 10));
    let (head, body) = sealed.split_at(33);
    let chunks: Vec<&[u8]> = body.chunks(SEALED_CHUNK).collect();
    for order in [&[1usize, 0, 2, 3][..], &[0, 2, 3], &[0, 0, 1, 2, 3], &[0, 1, 3, 2], &[3], &[0, 1, 2, 3, 3]] {
        let mut bad = head.to_vec();
        order.iter().for_each(|n| bad.extend_from_slice(chunks[*n]));
        assert!(open(&bad).is_err(), "{order:?}");
    }
    let mut good = head.to_vec();
    chunks.iter().for_each(|chunk| good.extend_from_slice(chunk));
    assert!(open(&good).is_ok());
}

#[test]
fn a_file_opens_only_under_its_own_key_journal_and_id() {
    let (sealed, _) = seal(b"text");
    let attempt = |master: &MasterKey, journal: &JournalId, id: &[u8; 16]| {
        FileOpener::new(&sealed[..], master, journal, id).unwrap().copy_to(&mut Vec::new())
    };
    let wrong = Err(VaultError::NotGenuine(Sealed::File));
    assert_eq!(attempt(&MasterKey::from_bytes([8; 32]), &JOURNAL, &ID), wrong);
    assert_eq!(attempt(&master(), &JournalId([4; 16]), &ID), wrong);
    assert_eq!(attempt(&master(), &JOURNAL, &[8; 16]), wrong);
    assert!(attempt(&master(), &JOURNAL, &ID).is_ok());
}

#[test]
fn no_byte_of_an_altered_chunk_is_given_out() {
    let text = plain(2 * CHUNK);
    let (mut sealed, _) = seal(&text);
    *sealed.last_mut().unwrap() ^= 1;
    let mut opener = FileOpener::new(&sealed[..], &master(), &JOURNAL, &ID).unwrap();
    let mut out = Vec::new();
    let error = opener.read_to_end(&mut out).unwrap_err();
    assert_eq!(VaultError::from(error), VaultError::NotGenuine(Sealed::File));
    assert!(out == text[..CHUNK], "only the chunk that checked");
    assert_eq!(opener.seal(), None);
    // And it stays refused.
    let again = opener.read(&mut [0; 10]).unwrap_err();
    assert_eq!(VaultError::from(again), VaultError::NotGenuine(Sealed::File));
}

#[test]
fn a_newer_version_is_refused_in_words() {
    let (mut sealed, _) = seal(b"text");
    sealed[0] = 9;
    assert_eq!(open(&sealed).unwrap_err(), VaultError::UnknownVersion { what: Sealed::File, found: 9 });
}

#[test]
fn an_unfinished_file_does_not_open() {
    let mut out = Vec::new();
    let mut sealer = FileSealer::new(&mut out, &master(), &JOURNAL, &ID).unwrap();
    sealer.push(&plain(CHUNK + 100)).unwrap();
    drop(sealer);
    assert_eq!(open(&out).unwrap_err(), VaultError::CutShort(Sealed::File));
}

/// A disk that fills up.
#[derive(Debug)]
struct Full(usize);

impl Write for Full {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self.0.checked_sub(bytes.len()).ok_or(io::ErrorKind::StorageFull)?;
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn after_a_full_disk_the_file_cannot_be_finished_as_if_whole() {
    let mut sealer = FileSealer::new(Full(100), &master(), &JOURNAL, &ID).unwrap();
    let error = sealer.push(&plain(2 * CHUNK)).unwrap_err();
    assert_eq!(error, VaultError::Io(io::ErrorKind::StorageFull));
    assert_eq!(sealer.push(b"more").unwrap_err(), VaultError::Failed(Sealed::File));
    assert_eq!(sealer.finish().unwrap_err(), VaultError::Failed(Sealed::File));
}

#[test]
fn the_buffers_never_grow() {
    let mut out = Vec::new();
    let mut sealer = FileSealer::new(&mut out, &master(), &JOURNAL, &ID).unwrap();
    let before = sealer.waiting.capacity();
    sealer.push(&plain(3 * CHUNK)).unwrap();
    assert_eq!(sealer.waiting.capacity(), before);
    sealer.finish().unwrap();
    let mut opener = FileOpener::new(&out[..], &master(), &JOURNAL, &ID).unwrap();
    let before = opener.open.capacity();
    io::copy(&mut opener, &mut io::sink()).unwrap();
    assert_eq!(opener.open.capacity(), before);
}
