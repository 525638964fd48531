#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
use super::*;

const JOURNAL: JournalId = JournalId([7; 16]);

#[test]
fn what_is_sealed_to_the_public_key_only_the_private_one_opens() {
    let (key, other) = (CaptureKey::generate().unwrap(), CaptureKey::generate().unwrap());
    let sealed = seal_capture(&key.public().unwrap(), b"now").unwrap();
    assert_eq!(key.open_capture(&sealed).unwrap().as_slice(), b"now");
    assert_eq!(other.open_capture(&sealed).unwrap_err(), VaultError::NotGenuine(Sealed::Capture));
}

#[test]
fn every_length_is_sealed_in_the_same_number_of_bytes_and_what_is_longer_is_refused() {
    let key = CaptureKey::generate().unwrap();
    let public = key.public().unwrap();
    for length in [0, 1, 100, MAX_CAPTURE] {
        // Zeros and the mark of the padding at the end must come back as well.
        for byte in [0, 0x80, b'x'] {
            let text = vec![byte; length];
            let sealed = seal_capture(&public, &text).unwrap();
            assert_eq!(sealed.len(), CAPTURE_LEN);
            assert_eq!(*key.open_capture(&sealed).unwrap(), text);
        }
    }
    let error = seal_capture(&public, &[0; MAX_CAPTURE + 1]).unwrap_err();
    assert!(matches!(error, VaultError::TooLarge { limit: MAX_CAPTURE, .. }), "{error}");
}

#[test]
fn a_change_of_any_byte_and_any_cut_is_refused() {
    let key = CaptureKey::generate().unwrap();
    let sealed = seal_capture(&key.public().unwrap(), b"now").unwrap();
    for at in (0..CAPTURE_LEN).step_by(97).chain([0, 1, 32, 33, CAPTURE_LEN - 17, CAPTURE_LEN - 1]) {
        let mut changed = sealed.clone();
        changed[at] ^= 4;
        assert!(key.open_capture(&changed).is_err(), "byte {at}");
    }
    for length in [0, 1, 32, 33, 49, CAPTURE_LEN - 1] {
        assert!(key.open_capture(&sealed[..length]).is_err(), "{length} bytes");
    }
    let longer = [&sealed[..], &[0]].concat();
    assert_eq!(key.open_capture(&longer).unwrap_err(), VaultError::TooLong(Sealed::Capture));
}

#[test]
fn a_public_key_that_gives_no_secret_is_refused() {
    // Points of small order: whoever put one there could read all that is sealed to it.
    for public in [[0; 32], std::array::from_fn(|at| u8::from(at == 0))] {
        assert_eq!(seal_capture(&public, b"now").unwrap_err(), VaultError::NotAKey);
    }
}

#[test]
fn the_private_half_comes_back_only_with_the_master_key_and_prints_nothing() {
    let (master, key) = (MasterKey::random().unwrap(), CaptureKey::from_bytes([0x41; 32]));
    let sealed = key.seal(&master, &JOURNAL).unwrap();
    assert_eq!(CaptureKey::open(&master, &JOURNAL, &sealed).unwrap().public(), key.public());
    assert!(CaptureKey::open(&MasterKey::random().unwrap(), &JOURNAL, &sealed).is_err());
    assert_eq!(format!("{key:?}"), "CaptureKey(..)");
}

#[test]
fn the_same_words_are_never_sealed_alike() {
    let public = CaptureKey::generate().unwrap().public().unwrap();
    let (one, two) = (seal_capture(&public, b"now").unwrap(), seal_capture(&public, b"now").unwrap());
    assert_ne!(one[1..33], two[1..33]);
    assert_ne!(one[33..], two[33..]);
}
