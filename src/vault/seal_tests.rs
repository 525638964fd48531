#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
use proptest::prelude::*;

use super::*;

const JOURNAL: JournalId = JournalId([3; 16]);
const ID: [u8; 16] = [7; 16];

fn master() -> MasterKey {
    MasterKey::from_bytes([9; 32])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_record_comes_back_exactly(text in prop::collection::vec(any::<u8>(), 0..5000)) {
        let sealed = seal_record(&master(), &JOURNAL, &ID, &text).unwrap();
        prop_assert_eq!(&**open_record(&master(), &JOURNAL, &ID, &sealed).unwrap(), &text[..]);
        prop_assert!((sealed.len() - 49).is_power_of_two());
    }
}

#[test]
fn text_that_ends_like_padding_comes_back_exactly() {
    for text in [&b""[..], &[0x80], &[0x80, 0, 0], &[0; 2000], &[0x80; 1023], &[0; 1024]] {
        let sealed = seal_record(&master(), &JOURNAL, &ID, text).unwrap();
        assert_eq!(&**open_record(&master(), &JOURNAL, &ID, &sealed).unwrap(), text);
    }
}

#[test]
fn the_length_of_a_record_tells_only_its_size_class() {
    let length = |n: usize| seal_record(&master(), &JOURNAL, &ID, &vec![1; n]).unwrap().len() - 49;
    assert_eq!([length(0), length(1), length(1023)], [1024; 3]);
    assert_eq!([length(1024), length(2047)], [2048; 2]);
    assert_eq!(length(100_000), 131_072);
}

#[test]
fn the_same_text_is_never_sealed_the_same_way_twice() {
    let one = seal_record(&master(), &JOURNAL, &ID, b"text").unwrap();
    let two = seal_record(&master(), &JOURNAL, &ID, b"text").unwrap();
    assert_ne!(one[1..33], two[1..33]);
    assert_ne!(one[33..], two[33..]);
}

#[test]
fn a_record_opens_only_under_its_own_key_journal_and_id() {
    let sealed = seal_record(&master(), &JOURNAL, &ID, b"text").unwrap();
    let wrong = Err(VaultError::NotGenuine(Sealed::Record));
    assert_eq!(open_record(&MasterKey::from_bytes([8; 32]), &JOURNAL, &ID, &sealed), wrong);
    assert_eq!(open_record(&master(), &JournalId([4; 16]), &ID, &sealed), wrong);
    assert_eq!(open_record(&master(), &JOURNAL, &[8; 16], &sealed), wrong);
}

#[test]
fn a_small_thing_opens_only_for_its_own_purpose() {
    let sealed = seal_small(&master(), &JOURNAL, "draft", b"text").unwrap();
    assert_eq!(&**open_small(&master(), &JOURNAL, "draft", &sealed).unwrap(), b"text");
    let wrong = Err(VaultError::NotGenuine(Sealed::Small));
    assert_eq!(open_small(&master(), &JOURNAL, "drafts", &sealed), wrong);
    assert_eq!(open_small(&master(), &JOURNAL, "", &sealed), wrong);
    // Not even where the purpose has the bytes of an id.
    let id = *b"sixteen letters!";
    let sealed = seal_small(&master(), &JOURNAL, "sixteen letters!", b"text").unwrap();
    assert!(open_record(&master(), &JOURNAL, &id, &sealed).is_err());
}

#[test]
fn any_flipped_byte_is_refused() {
    let sealed = seal_record(&master(), &JOURNAL, &ID, b"text").unwrap();
    for n in 0..sealed.len() {
        let mut bad = sealed.clone();
        bad[n] ^= 0x10;
        assert!(open_record(&master(), &JOURNAL, &ID, &bad).is_err(), "{n}");
    }
}

#[test]
fn a_record_that_is_cut_short_or_newer_is_refused_in_words() {
    let sealed = seal_record(&master(), &JOURNAL, &ID, b"text").unwrap();
    for n in 0..sealed.len() {
        let error = open_record(&master(), &JOURNAL, &ID, &sealed[..n]).unwrap_err();
        assert_eq!(error, VaultError::CutShort(Sealed::Record), "{n}");
    }
    let mut newer = sealed;
    newer[0] = 2;
    let error = open_record(&master(), &JOURNAL, &ID, &newer).unwrap_err();
    assert_eq!(error, VaultError::UnknownVersion { what: Sealed::Record, found: 2 });
    assert_eq!(error.to_string(), "the record has version 2, which this version of the app does not know; a newer one may");
}

#[test]
fn what_is_too_large_for_a_record_is_refused_before_it_is_sealed() {
    let large = vec![0; MAX_RECORD + 1];
    let error = seal_record(&master(), &JOURNAL, &ID, &large).unwrap_err();
    assert_eq!(error, VaultError::TooLarge { what: Sealed::Record, limit: MAX_RECORD });
}
