#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
use std::cell::Cell;

use super::*;
use crate::vault::{KdfParams, NewSecret};

fn pass(text: &str) -> Passphrase {
    Passphrase::from(text.to_owned())
}

fn device(input: &[u8; 32]) -> Result<[u8; 32], VaultError> {
    Ok(input.map(|byte| byte ^ 0x5a))
}

fn other_device(input: &[u8; 32]) -> Result<[u8; 32], VaultError> {
    Ok(input.map(|byte| byte ^ 0xa5))
}

fn dead(_: &[u8; 32]) -> Result<[u8; 32], VaultError> {
    Err(VaultError::DeviceSecret)
}

/// A journal with a passphrase, a PIN and recovery words; notes with a second secret.
struct Home {
    journal: KeyFile,
    notes: KeyFile,
    master: MasterKey,
    notes_master: MasterKey,
    recovery: RecoveryKey,
}

fn home() -> Home {
    let mut pair =
        KeyFile::create_pair(KdfParams::FLOOR, NewSecret::Passphrase(&pass("river lamp")), Some(&device)).unwrap();
    let recovery = RecoveryKey::random().unwrap();
    pair.journal.add_slot(&pair.master, NewSecret::Pin(&pass("493817")), Some(&device)).unwrap();
    pair.journal.add_slot(&pair.master, NewSecret::Recovery(&recovery), None).unwrap();
    let notes_master = pair.notes.claim(StoreKind::Notes, NewSecret::Pin(&pass("2580")), Some(&device)).unwrap();
    Home { journal: pair.journal, notes: pair.notes, master: pair.master, notes_master, recovery }
}

impl Home {
    fn try_typed(&self, text: &str, device: Option<&DeviceSecret<'_>>) -> Result<Opened, VaultError> {
        open_any(&[&self.journal, &self.notes], Attempt::Typed(&pass(text)), device)
    }
}

#[test]
fn each_secret_opens_its_own_store_whatever_the_order_of_the_files() {
    let home = home();
    let opened = home.try_typed("river lamp", Some(&device)).unwrap();
    assert_eq!((opened.kind, opened.class, opened.file), (StoreKind::Journal, SlotClass::Passphrase, 0));
    assert_eq!(opened.master, home.master);
    let opened = home.try_typed("493817", Some(&device)).unwrap();
    assert_eq!((opened.kind, opened.class), (StoreKind::Journal, SlotClass::Pin));
    assert_eq!(opened.master, home.master);

    let turned = [&home.notes, &home.journal];
    let opened = open_any(&turned, Attempt::Typed(&pass("2580")), Some(&device)).unwrap();
    assert_eq!((opened.kind, opened.class, opened.file), (StoreKind::Notes, SlotClass::Pin, 0));
    assert_eq!(opened.master, home.notes_master);
    let opened = open_any(&turned, Attempt::Recovery(&home.recovery), None).unwrap();
    assert_eq!((opened.kind, opened.class, opened.file), (StoreKind::Journal, SlotClass::Recovery, 1));
    assert_eq!(home.journal.list(&opened.master).unwrap().places[opened.place].class, Some(SlotClass::Recovery));
}

#[test]
fn a_wrong_passphrase_opens_nothing() {
    let home = home();
    for wrong in ["river lamP", "river lamp ", "493816", "0"] {
        assert_eq!(home.try_typed(wrong, Some(&device)).unwrap_err(), VaultError::WrongSecret);
    }
    assert_eq!(home.try_typed("", Some(&device)).unwrap_err(), VaultError::EmptySecret);
    let recovery = RecoveryKey::random().unwrap();
    let files = [&home.journal, &home.notes];
    assert_eq!(open_any(&files, Attempt::Recovery(&recovery), None).unwrap_err(), VaultError::WrongSecret);
}

#[test]
fn a_pin_opens_nothing_away_from_its_device() {
    let home = home();
    assert_eq!(home.try_typed("493817", None).unwrap_err(), VaultError::WrongSecret);
    assert_eq!(home.try_typed("493817", Some(&other_device)).unwrap_err(), VaultError::WrongSecret);
}

#[test]
fn a_dead_chip_keeps_no_passphrase_out_and_is_named_for_a_pin() {
    let home = home();
    assert_eq!(home.try_typed("river lamp", Some(&dead)).unwrap().master, home.master);
    assert_eq!(home.try_typed("493817", Some(&dead)).unwrap_err(), VaultError::DeviceSecret);
}

#[test]
fn the_hardware_is_asked_once_a_try_and_never_sees_what_argon2_gave() {
    let home = home();
    let asked = Cell::new(Vec::new());
    let recording = |input: &[u8; 32]| {
        let mut all = asked.take();
        all.push(*input);
        asked.set(all);
        device(input)
    };
    home.try_typed("493817", Some(&recording)).unwrap();
    let all = asked.take();
    assert_eq!(all.len(), 1);
    let stretched = kdf::derive(b"493817", &home.journal.header.salt, KdfParams::FLOOR).unwrap();
    assert_ne!(all[0], *stretched);
}

#[test]
fn the_same_work_is_done_whether_or_not_something_opens() {
    // Counted, not timed: all slots are tried whichever place holds the right one.
    let home = home();
    let files = [&home.journal, &home.notes];
    let wrong = RecoveryKey::random().unwrap();
    let (right_text, wrong_text) = (pass("river lamp"), pass("river lamb"));
    for attempt in [
        Attempt::Recovery(&home.recovery),
        Attempt::Recovery(&wrong),
        Attempt::Typed(&right_text),
        Attempt::Typed(&wrong_text),
    ] {
        let (keyings, _) = keyings(&home.journal.header, attempt, None).unwrap();
        let idle = keyings.iter().filter(|(_, keying)| **keying == [0u8; 32]).count();
        assert_eq!(idle, 0, "a class without material still gets real work");
        assert_eq!(try_all(&files, &keyings).unwrap().tries, 2 * 8 * 3);
    }
}

#[test]
fn swapped_slots_are_told_apart_from_a_wrong_secret() {
    let mut home = home();
    let files = [&home.journal, &home.notes];
    let place = open_any(&files, Attempt::Recovery(&home.recovery), None).unwrap().place;
    let elsewhere = (place + 1) % 8;
    home.journal.slots.swap(place, elsewhere);
    let files = [&home.notes, &home.journal];
    let error = open_any(&files, Attempt::Recovery(&home.recovery), None).unwrap_err();
    assert_eq!(error, VaultError::SlotAltered { file: 1, place: elsewhere });
    assert!(error.to_string().contains("secret is right"), "{error}");
}

#[test]
fn a_slot_moved_into_the_other_file_does_not_open_unless_at_its_own_place() {
    let mut home = home();
    let files = [&home.journal, &home.notes];
    let place = open_any(&files, Attempt::Recovery(&home.recovery), None).unwrap().place;
    home.notes.slots[(place + 3) % 8] = home.journal.slots[place];
    let error = open_any(&[&home.notes, &home.notes], Attempt::Recovery(&home.recovery), None).unwrap_err();
    assert!(matches!(error, VaultError::SlotAltered { .. }));
}

#[test]
fn any_flipped_bit_of_a_slot_keeps_it_shut() {
    let recovery = RecoveryKey::random().unwrap();
    let pair = KeyFile::create_pair(KdfParams::FLOOR, NewSecret::Recovery(&recovery), None).unwrap();
    let place = open_any(&[&pair.journal, &pair.notes], Attempt::Recovery(&recovery), None).unwrap().place;
    for byte in 0..pair.journal.slots[place].len() {
        let mut file = pair.journal.clone();
        file.slots[place][byte] ^= 1 << (byte % 8);
        let error = open_any(&[&file, &file], Attempt::Recovery(&recovery), None).unwrap_err();
        if byte < 64 {
            // Salt and commitment: the secret is not recognised at all.
            assert_eq!(error, VaultError::WrongSecret, "{byte}");
        } else {
            assert!(matches!(error, VaultError::SlotAltered { .. }), "{byte}");
        }
    }
}

#[test]
fn a_header_of_other_costs_is_authenticated() {
    let recovery = RecoveryKey::random().unwrap();
    let mut file = KeyFile::create_pair(KdfParams::FLOOR, NewSecret::Recovery(&recovery), None).unwrap().journal;
    file.header.params = KdfParams::DEFAULT;
    let error = open_any(&[&file, &file], Attempt::Recovery(&recovery), None).unwrap_err();
    assert!(matches!(error, VaultError::SlotAltered { .. }));
}

#[test]
fn files_of_two_pairs_are_refused_together() {
    let (one, two) = (home(), home());
    let error = open_any(&[&one.journal, &two.notes], Attempt::Typed(&pass("river lamp")), None).unwrap_err();
    assert_eq!(error, VaultError::HeadersDiffer);
}

#[test]
fn if_one_secret_opens_both_stores_the_journal_wins_in_either_order() {
    let mut home = home();
    home.notes.add_slot(&home.notes_master, NewSecret::Recovery(&home.recovery), None).unwrap();
    for files in [[&home.journal, &home.notes], [&home.notes, &home.journal]] {
        let opened = open_any(&files, Attempt::Recovery(&home.recovery), None).unwrap();
        assert_eq!((opened.kind, opened.master), (StoreKind::Journal, home.master.clone()));
    }
}
