#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
use super::*;
use crate::vault::slots::PLACES;
use crate::vault::{Attempt, KdfParams, KeyFilePair, NewSecret, Passphrase, RecoveryKey, open_any};

fn mixed(byte: u8) -> Mixed {
    Mixed::of(&[byte; 32]).unwrap()
}

fn pass(text: &str) -> Passphrase {
    Passphrase::from(text.to_owned())
}

/// A journal, notes with a second secret, and the shortcut to the journal.
fn home() -> (KeyFilePair, MasterKey, TouchSlot) {
    let key = RecoveryKey::from_bytes([9; 32]);
    let mut pair = KeyFile::create_pair(KdfParams::FLOOR, NewSecret::Recovery(&key), None).unwrap();
    let second = RecoveryKey::from_bytes([8; 32]);
    let notes = pair.notes.claim(StoreKind::Notes, NewSecret::Recovery(&second), None).unwrap();
    let slot = TouchSlot::seal(&pair.master, &pair.journal, &mixed(1)).unwrap();
    (pair, notes, slot)
}

#[test]
fn what_was_mixed_opens_the_journal_whatever_the_order_of_the_files() {
    let (pair, _, slot) = home();
    for (files, at) in [([&pair.journal, &pair.notes], 0), ([&pair.notes, &pair.journal], 1)] {
        let opened = slot.open(&files, &mixed(1)).unwrap();
        assert_eq!((opened.kind, opened.class, opened.file), (StoreKind::Journal, SlotClass::Touch, at));
        assert_eq!(opened.master, pair.master);
    }
    assert_eq!(TouchSlot::parse(&slot.to_bytes()), Ok(slot));
}

#[test]
fn what_another_device_mixed_opens_nothing() {
    let (pair, _, slot) = home();
    let files = [&pair.journal, &pair.notes];
    assert_eq!(slot.open(&files, &mixed(2)).unwrap_err(), VaultError::WrongSecret);
    let other = KeyFile::create_pair(KdfParams::FLOOR, NewSecret::Passphrase(&pass("another one")), None).unwrap();
    let error = slot.open(&[&other.journal, &other.notes], &mixed(1)).unwrap_err();
    assert_eq!(error, VaultError::NotGenuine(Sealed::Touch), "bound to the salt and costs of its pair");
    assert_eq!(slot.open(&[&pair.journal, &other.notes], &mixed(1)).unwrap_err(), VaultError::HeadersDiffer);
}

#[test]
fn the_question_is_the_same_of_both_files_and_another_in_another_vault() {
    let (pair, ..) = home();
    let (other, ..) = home();
    let question = TouchSlot::question(&pair.journal).unwrap();
    assert_eq!(TouchSlot::question(&pair.notes).unwrap(), question);
    assert_ne!(TouchSlot::question(&other.journal).unwrap(), question);
    assert_ne!(question, pair.journal.header.salt);
}

#[test]
fn it_is_never_made_for_the_notes_nor_for_a_key_that_is_not_the_files() {
    let (pair, notes, _) = home();
    for (master, file) in [(&notes, &pair.notes), (&notes, &pair.journal), (&pair.master, &pair.notes)] {
        assert_eq!(TouchSlot::seal(master, file, &mixed(1)), Err(VaultError::ListAltered));
    }
    // Not even one that somebody forged opens them.
    let header = pair.notes.header.to_bytes();
    let keying = Zeroizing::new([1; 32]);
    for kind in [StoreKind::Notes, StoreKind::Journal] {
        let forged = slot::seal(&notes, kind, SlotClass::Touch, &keying, &header, PLACE).map(TouchSlot).unwrap();
        let error = forged.open(&[&pair.journal, &pair.notes], &mixed(1)).unwrap_err();
        assert_eq!(error, VaultError::NotGenuine(Sealed::Touch), "{kind:?}");
    }
}

#[test]
fn a_slot_of_a_key_file_does_not_open_here_nor_this_one_in_any_place_of_a_key_file() {
    let (mut pair, _, slot) = home();
    let key = RecoveryKey::from_bytes([9; 32]);
    let place = open_any(&[&pair.journal, &pair.notes], Attempt::Recovery(&key), None).unwrap().place;
    let files = [&pair.journal, &pair.notes];
    let moved = TouchSlot(pair.journal.slots[place]);
    assert_eq!(moved.open(&files, &Mixed::of(&[9; 32]).unwrap()).unwrap_err(), VaultError::WrongSecret);
    let same = RecoveryKey::from_bytes([1; 32]);
    for place in 0..PLACES {
        pair.journal.slots[place] = slot.0;
        let error = open_any(&[&pair.journal, &pair.notes], Attempt::Recovery(&same), None).unwrap_err();
        assert_eq!(error, VaultError::WrongSecret, "{place}");
    }
}

#[test]
fn eight_secrets_leave_room_for_it_and_it_takes_no_place_of_theirs() {
    let (mut pair, ..) = home();
    for n in 1..PLACES {
        let key = RecoveryKey::from_bytes([100 + n as u8; 32]);
        pair.journal.add_slot(&pair.master, NewSecret::Recovery(&key), None).unwrap();
    }
    let before = pair.journal.clone();
    let slot = TouchSlot::seal(&pair.master, &pair.journal, &mixed(3)).unwrap();
    assert!(pair.journal == before);
    assert_eq!(slot.open(&[&pair.journal, &pair.notes], &mixed(3)).unwrap().master, pair.master);
}

#[test]
fn a_new_master_key_ends_it() {
    let (mut pair, _, slot) = home();
    pair.journal.claim(StoreKind::Journal, NewSecret::Recovery(&RecoveryKey::from_bytes([9; 32])), None).unwrap();
    let error = slot.open(&[&pair.journal, &pair.notes], &mixed(1)).unwrap_err();
    assert_eq!(error, VaultError::NotGenuine(Sealed::Touch));
}

#[test]
fn any_flipped_bit_any_other_length_and_another_version_are_refused() {
    let (pair, _, slot) = home();
    let (files, good) = ([&pair.journal, &pair.notes], slot.to_bytes());
    for at in 1..good.len() {
        let mut bytes = good.clone();
        bytes[at] ^= 1 << (at % 8);
        let error = TouchSlot::parse(&bytes).unwrap().open(&files, &mixed(1)).unwrap_err();
        // Salt and commitment: it is not recognised at all.
        let known = if at <= 64 { VaultError::WrongSecret } else { VaultError::NotGenuine(Sealed::Touch) };
        assert_eq!(error, known, "{at}");
    }
    for length in 0..good.len() {
        assert_eq!(TouchSlot::parse(&good[..length]), Err(VaultError::CutShort(Sealed::Touch)));
    }
    assert_eq!(TouchSlot::parse(&[&good[..], &[0]].concat()), Err(VaultError::TooLong(Sealed::Touch)));
    let newer = [&[2], &good[1..]].concat();
    assert_eq!(TouchSlot::parse(&newer), Err(VaultError::UnknownVersion { what: Sealed::Touch, found: 2 }));
}

#[test]
fn two_of_the_same_key_have_nothing_in_common_but_the_version() {
    let (pair, _, one) = home();
    let other = TouchSlot::seal(&pair.master, &pair.journal, &mixed(1)).unwrap();
    assert!(one.0.iter().zip(&other.0).filter(|(one, other)| one == other).count() < 16);
}
