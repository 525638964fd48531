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
    assert_eq!(
        error.to_string(),
        "the record has version 2, which this version of the app does not know; a newer one may"
    );
}

#[test]
fn what_is_too_large_for_a_record_is_refused_before_it_is_sealed() {
    let large = vec![0; MAX_RECORD + 1];
    let error = seal_record(&master(), &JOURNAL, &ID, &large).unwrap_err();
    assert_eq!(error, VaultError::TooLarge { what: Sealed::Record, limit: MAX_RECORD });
}

/// 128 KiB of this thread's stack below the caller, read through the kernel.
fn stack_below() -> Option<Vec<u8>> {
    let here = 0u8;
    let top = (&raw const here) as u64;
    let mut memory = std::fs::File::open("/proc/self/mem").ok()?;
    let mut found = vec![0; 128 * 1024];
    std::io::Seek::seek(&mut memory, std::io::SeekFrom::Start(top - found.len() as u64)).ok()?;
    std::io::Read::read_exact(&mut memory, &mut found).ok()?;
    Some(found)
}

#[test]
fn after_sealing_the_key_of_the_record_is_not_left_on_the_stack() {
    let key_of = |sealed: &[u8]| {
        let salt = sealed[1..33].to_vec();
        // On another thread, or working it out would itself leave it here.
        let work = move || {
            let mut key = vec![0; 32];
            let hkdf = Hkdf::<Sha256>::new(Some(&salt), master().expose());
            hkdf.expand_multi_info(&[b"record", &[1], &ID], &mut key).unwrap();
            key
        };
        std::thread::spawn(work).join().unwrap()
    };
    let holds = |stack: &[u8], key: &[u8]| stack.windows(16).any(|seen| seen == &key[..16]);

    let sealed = seal_record(&master(), &JOURNAL, &ID, b"text").unwrap();
    let Some(stack) = stack_below() else {
        return; // A system without /proc/self/mem: nothing can be looked at.
    };
    assert!(!holds(&stack, &key_of(&sealed)));

    // The same work without the wiping does leave it: the look above can see it.
    let bound = bound_to(VERSION, &JOURNAL, &ID);
    let bare = seal_bare(&master(), &[b"record", &[VERSION], &ID], &bound, pad(b"text")).unwrap();
    let stack = stack_below().unwrap();
    assert!(holds(&stack, &key_of(&[&[VERSION], &bare[..]].concat())));
}
