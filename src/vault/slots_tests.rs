#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
use super::*;
use crate::vault::{Attempt, Passphrase, RecoveryKey, open_any};

fn pass(text: &str) -> Passphrase {
    Passphrase::from(text.to_owned())
}

/// A pair whose first secret is recovery words: no Argon2id, so the tests are quick.
fn quick() -> (KeyFilePair, RecoveryKey) {
    let key = RecoveryKey::random().unwrap();
    (KeyFile::create_pair(KdfParams::FLOOR, NewSecret::Recovery(&key), None).unwrap(), key)
}

fn opens(file: &KeyFile, key: &RecoveryKey) -> Result<MasterKey, VaultError> {
    open_any(&[file, file], Attempt::Recovery(key), None).map(|opened| opened.master)
}

fn used(file: &KeyFile, master: &MasterKey) -> Vec<usize> {
    let list = file.list(master).unwrap();
    (0..PLACES).filter(|place| list.places[*place].class.is_some()).collect()
}

#[test]
fn both_files_of_a_pair_have_one_shape_and_one_header() {
    let (pair, _) = quick();
    let (journal, notes) = (pair.journal.to_bytes(), pair.notes.to_bytes());
    assert_eq!(journal.len(), KEY_FILE_LEN);
    assert_eq!(notes.len(), KEY_FILE_LEN);
    assert_eq!(journal[..HEADER_LEN], notes[..HEADER_LEN]);
    assert_ne!(journal[HEADER_LEN..], notes[HEADER_LEN..]);
}

#[test]
fn used_and_unused_slots_both_look_random() {
    // Over many slots, every byte place takes many values: none is fixed by the format.
    let (pair, key) = quick();
    let mut file = pair.journal;
    let mut seen = vec![std::collections::HashSet::new(); SLOT_LEN + LIST_LEN];
    for _ in 0..64 {
        let place = used(&file, &pair.master)[0];
        file.change(&pair.master, place, NewSecret::Recovery(&key), None).unwrap();
        for (n, byte) in file.slots[place].iter().chain(&file.list).enumerate() {
            seen[n].insert(*byte);
        }
    }
    assert!(seen.iter().all(|values| values.len() > 32));
}

#[test]
fn a_key_file_comes_back_from_its_bytes_as_it_was() {
    let (pair, _) = quick();
    assert_eq!(KeyFile::parse(&pair.journal.to_bytes()).unwrap(), pair.journal);
}

#[test]
fn adding_a_secret_never_overwrites_another_and_the_ninth_is_refused() {
    let (pair, first) = quick();
    let mut file = pair.journal;
    let mut keys = vec![first];
    for _ in 1..PLACES {
        let key = RecoveryKey::random().unwrap();
        file.add_slot(&pair.master, NewSecret::Recovery(&key), None).unwrap();
        keys.push(key);
    }
    for key in &keys {
        assert_eq!(opens(&file, key).unwrap(), pair.master);
    }
    let before = file.clone();
    let ninth = file.add_slot(&pair.master, NewSecret::Recovery(&keys[0]), None);
    assert_eq!(ninth, Err(VaultError::NoFreeSlot));
    assert_eq!(file, before);
}

#[test]
fn a_removed_secret_opens_nothing_and_the_last_one_stays() {
    let (pair, first) = quick();
    let mut file = pair.journal;
    let second = RecoveryKey::random().unwrap();
    let first_place = used(&file, &pair.master)[0];
    let second_place = file.add_slot(&pair.master, NewSecret::Recovery(&second), None).unwrap();
    file.remove_slot(&pair.master, first_place).unwrap();
    assert_eq!(opens(&file, &first), Err(VaultError::WrongSecret));
    assert_eq!(opens(&file, &second).unwrap(), pair.master);
    assert_eq!(file.remove_slot(&pair.master, second_place), Err(VaultError::LastSlot));
    assert_eq!(file.remove_slot(&pair.master, first_place), Err(VaultError::NoSuchSlot(first_place)));
    assert_eq!(file.remove_slot(&pair.master, 8), Err(VaultError::NoSuchSlot(8)));
    assert_eq!(opens(&file, &second).unwrap(), pair.master);
}

#[test]
fn a_changed_secret_takes_the_place_of_the_old_one_only() {
    let (pair, first) = quick();
    let mut file = pair.journal;
    let other = RecoveryKey::random().unwrap();
    let place = used(&file, &pair.master)[0];
    file.add_slot(&pair.master, NewSecret::Recovery(&other), None).unwrap();
    file.change(&pair.master, place, NewSecret::Passphrase(&pass("a new one")), None).unwrap();
    assert_eq!(opens(&file, &first), Err(VaultError::WrongSecret));
    assert_eq!(opens(&file, &other).unwrap(), pair.master);
    assert_eq!(file.list(&pair.master).unwrap().places[place].class, Some(SlotClass::Passphrase));
}

#[test]
fn a_slot_that_rotted_is_found_and_stays_known_as_altered() {
    let (pair, _) = quick();
    let mut file = pair.journal;
    let spare = RecoveryKey::random().unwrap();
    let place = file.add_slot(&pair.master, NewSecret::Recovery(&spare), None).unwrap();
    file.slots[place][80] ^= 1;
    assert!(!file.list(&pair.master).unwrap().places[place].intact);
    file.add_slot(&pair.master, NewSecret::Recovery(&spare), None).unwrap();
    let list = file.list(&pair.master).unwrap();
    assert!(!list.places[place].intact, "adding another secret must not bless it");
    assert_eq!(list.places.iter().filter(|state| !state.intact).count(), 1);
    file.change(&pair.master, place, NewSecret::Recovery(&spare), None).unwrap();
    assert!(file.list(&pair.master).unwrap().places[place].intact);
}

#[test]
fn only_the_owner_reads_the_list_and_an_altered_one_is_refused() {
    let (pair, key) = quick();
    let mut file = pair.journal;
    assert_eq!(file.list(&MasterKey::random().unwrap()), Err(VaultError::ListAltered));
    assert_eq!(pair.notes.list(&pair.master), Err(VaultError::ListAltered));
    file.list[40] ^= 1;
    let before = file.clone();
    assert_eq!(file.add_slot(&pair.master, NewSecret::Recovery(&key), None), Err(VaultError::ListAltered));
    assert_eq!(file, before);
    // The secret still opens the store, and the owner can write the file anew.
    assert_eq!(opens(&file, &key).unwrap(), pair.master);
    file.claim_for(&pair.master, StoreKind::Journal, NewSecret::Recovery(&key), None).unwrap();
    assert_eq!(used(&file, &pair.master).len(), 1);
    assert_eq!(opens(&file, &key).unwrap(), pair.master);
}

#[test]
fn claiming_gives_a_new_master_key_and_ends_every_old_secret() {
    let (pair, old) = quick();
    let mut file = pair.journal;
    let new = RecoveryKey::random().unwrap();
    let master = file.claim(StoreKind::Journal, NewSecret::Recovery(&new), None).unwrap();
    assert_ne!(master, pair.master);
    assert_eq!(opens(&file, &old), Err(VaultError::WrongSecret));
    assert_eq!(opens(&file, &new).unwrap(), master);
}

#[test]
fn an_empty_secret_and_a_pin_without_hardware_are_refused() {
    let empty = pass("");
    let pin = pass("493817");
    let create = |secret| KeyFile::create_pair(KdfParams::FLOOR, secret, None).map(|_| ());
    assert_eq!(create(NewSecret::Passphrase(&empty)), Err(VaultError::EmptySecret));
    assert_eq!(create(NewSecret::Pin(&empty)), Err(VaultError::EmptySecret));
    assert_eq!(create(NewSecret::Pin(&pin)), Err(VaultError::NoDeviceSecret));
}

#[test]
fn every_length_but_the_right_one_is_refused() {
    let (pair, _) = quick();
    let bytes = pair.journal.to_bytes();
    for length in 0..bytes.len() {
        assert_eq!(KeyFile::parse(&bytes[..length]), Err(VaultError::CutShort(Sealed::KeyFile)), "{length}");
    }
    let longer = [&bytes[..], &[0]].concat();
    assert_eq!(KeyFile::parse(&longer), Err(VaultError::TooLong(Sealed::KeyFile)));
}

#[test]
fn another_version_and_absurd_costs_are_refused_before_any_work() {
    let (pair, _) = quick();
    let good = pair.journal.to_bytes();
    let with = |at: usize, new: &[u8]| {
        let mut bytes = good.clone();
        bytes[at..at + new.len()].copy_from_slice(new);
        KeyFile::parse(&bytes).unwrap_err()
    };
    assert_eq!(with(0, &[2]), VaultError::UnknownVersion { what: Sealed::KeyFile, found: 2 });
    assert_eq!(with(0, &[0]), VaultError::UnknownVersion { what: Sealed::KeyFile, found: 0 });
    assert!(matches!(with(33, &(4u32 << 20).to_be_bytes()), VaultError::CostTooHigh { .. }));
    assert!(matches!(with(37, &1_000_000u32.to_be_bytes()), VaultError::CostTooHigh { .. }));
    assert!(matches!(with(33, &1024u32.to_be_bytes()), VaultError::CostTooLow { .. }));
    assert!(matches!(with(37, &1u32.to_be_bytes()), VaultError::CostTooLow { .. }));
    assert_eq!(with(41, &4u32.to_be_bytes()), VaultError::Lanes(4));
}
