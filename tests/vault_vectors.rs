//! Files sealed once and never changed: what past versions wrote must stay readable, and what
//! is damaged must stay refused. A file whose name starts with `fail_` must be refused.
//!
//! To add a format version, add files beside these; never write these anew.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use steadfast::domain::ports::Mixed;
use steadfast::vault::{
    Attempt, CaptureKey, FileOpener, FileSealer, JournalId, KdfParams, KeyFile, MasterKey, NewSecret, Passphrase,
    RecoveryKey, SlotClass, StoreKind, TouchSlot, VaultError, open_any, open_record, open_small, seal_capture,
    seal_record, seal_small,
};

const JOURNAL: JournalId = JournalId([0x4a; 16]);
const ID: [u8; 16] = [0x1d; 16];
const PURPOSE: &str = "draft";
const RECORD: &[u8] = "A record of the first version: \u{00e9}\u{4e2d}.".as_bytes();
const PASSPHRASE: &str = "frozen passphrase, not anybody's";
const PIN: &str = "314159";
const STREAM_LEN: usize = 64 * 1024 + 100;

fn master() -> MasterKey {
    MasterKey::from_bytes([0x77; 32])
}

fn recovery() -> RecoveryKey {
    RecoveryKey::from_bytes(std::array::from_fn(|n| (n * 7 + 1) as u8))
}

fn capture_key() -> CaptureKey {
    CaptureKey::from_bytes(std::array::from_fn(|n| (n * 5 + 3) as u8))
}

fn pass(text: &str) -> Passphrase {
    Passphrase::from(text.to_owned())
}

fn device(input: &[u8; 32]) -> Result<[u8; 32], VaultError> {
    Ok(input.map(|byte| byte.rotate_left(3) ^ 0x99))
}

/// What the hardware made of the question, which the frozen key file answers for.
fn mixed(byte: u8) -> Mixed {
    Mixed::of(&[byte; 32]).unwrap()
}

/// The question that belongs to the frozen key file.
const QUESTION: &str = "acadd6c5fb6cf0e52c6687b836a2721bd9f14ea2965da934239a4cf2a7d81abb";

fn key_file() -> KeyFile {
    KeyFile::parse(&fs::read(folder().join("key_file-v1.bin")).unwrap()).unwrap()
}

fn stream_text() -> Vec<u8> {
    (0..STREAM_LEN).map(|n| (n * 131 + n / 509) as u8).collect()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/vault")
}

/// Reads one file as what its name says it is.
fn read(kind: &str, bytes: &[u8]) -> Result<(), String> {
    let words = |error: VaultError| error.to_string();
    match kind {
        "key_file" => {
            let file = KeyFile::parse(bytes).map_err(words)?;
            let pair = [&file, &file];
            let (text, pin, key) = (pass(PASSPHRASE), pass(PIN), recovery());
            for (attempt, class) in [
                (Attempt::Recovery(&key), SlotClass::Recovery),
                (Attempt::Typed(&text), SlotClass::Passphrase),
                (Attempt::Typed(&pin), SlotClass::Pin),
            ] {
                let opened = open_any(&pair, attempt, Some(&device)).map_err(words)?;
                assert_eq!((opened.kind, opened.class), (StoreKind::Journal, class));
                assert!(opened.master == master());
            }
            let list = file.list(&master()).map_err(words)?;
            assert_eq!(list.places.iter().filter(|place| place.class.is_some()).count(), 3);
            assert!(list.places.iter().all(|place| place.intact));
            assert_eq!(file.to_bytes(), bytes);
        }
        "record" => {
            let text = open_record(&master(), &JOURNAL, &ID, bytes).map_err(words)?;
            assert_eq!(text.as_slice(), RECORD);
        }
        "small" => {
            let text = open_small(&master(), &JOURNAL, PURPOSE, bytes).map_err(words)?;
            assert_eq!(text.as_slice(), RECORD);
        }
        "stream" => {
            let mut text = Vec::new();
            let opener = FileOpener::new(bytes, &master(), &JOURNAL, &ID).map_err(words)?;
            let seal = opener.copy_to(&mut text).map_err(words)?;
            assert!(text == stream_text());
            assert_eq!(seal.length, STREAM_LEN as u64);
        }
        "recovery" => {
            let typed = std::str::from_utf8(bytes).unwrap();
            assert!(RecoveryKey::parse(typed).map_err(|error| error.to_string())? == recovery());
            assert_eq!(recovery().words().to_text().as_str(), typed.trim_end());
        }
        "capture" => {
            let text = capture_key().open_capture(bytes).map_err(words)?;
            assert_eq!(text.as_slice(), RECORD);
        }
        "touch" => {
            let file = key_file();
            let slot = TouchSlot::parse(bytes).map_err(words)?;
            let opened = slot.open(&[&file, &file], &mixed(0x6b)).map_err(words)?;
            assert_eq!((opened.kind, opened.class), (StoreKind::Journal, SlotClass::Touch));
            assert!(opened.master == master());
            assert_eq!(hex::encode(TouchSlot::question(&file).unwrap()), QUESTION);
            assert_eq!(slot.to_bytes(), bytes);
        }
        other => panic!("no reader for {other}"),
    }
    Ok(())
}

/// What a damaged file must be refused with: a part of the words.
const REFUSALS: &[(&str, &str)] = &[
    ("absurd_memory", "too much work"),
    ("absurd_passes", "too much work"),
    ("cheap", "too little work"),
    ("lanes", "4 lanes"),
    ("truncated", "cut short"),
    ("newer", "does not know"),
    ("swapped", "altered or moved"),
    ("flipped", "altered"),
    ("wrong_key", "altered, or belongs elsewhere"),
    ("wrong_id", "altered, or belongs elsewhere"),
    ("other_device", "does not open anything here"),
    ("other_vault", "altered, or belongs elsewhere"),
    ("long", "longer than it should be"),
    ("reordered", "altered, or belongs elsewhere"),
    ("wrong_word", "words 9 to 12"),
    ("unknown_word", "word 10 is not one"),
    ("missing_word", "there are 27 words"),
];

#[test]
fn frozen_files_open_and_damaged_ones_are_refused_in_words() {
    let mut kinds = BTreeSet::new();
    let mut refused = BTreeSet::new();
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let (fails, rest) = match name.strip_prefix("fail_") {
            Some(rest) => (true, rest),
            None => (false, name.as_str()),
        };
        // `<kind>-v1` or `fail_<kind>-v1-<damage>`.
        let parts: Vec<&str> = rest.split('-').collect();
        let outcome = read(parts[0], &fs::read(&path).unwrap());
        if fails {
            let expected = REFUSALS.iter().find(|(damage, _)| *damage == parts[2]).expect("a damage with its words").1;
            let words = outcome.expect_err(&name);
            assert!(words.contains(expected), "{name}: {words}");
            refused.insert(parts[2].to_owned());
        } else {
            assert_eq!(outcome, Ok(()), "{name}");
            kinds.insert(parts[0].to_owned());
        }
    }
    assert_eq!(kinds.len(), 7, "found only {kinds:?}");
    assert_eq!(refused.len(), REFUSALS.len(), "found only {refused:?}");
}

/// Writes the files of version 1. Run once; it refuses to write over what is there.
#[test]
#[ignore = "writes the frozen files; they are never written again"]
fn write_the_frozen_files_of_version_1() {
    let write = |name: &str, bytes: &[u8]| {
        let path = folder().join(name);
        assert!(!path.exists(), "{name} is frozen");
        fs::write(path, bytes).unwrap();
    };
    let with = |bytes: &[u8], at: usize, new: &[u8]| {
        let mut out = bytes.to_vec();
        out[at..at + new.len()].copy_from_slice(new);
        out
    };
    let flip = |bytes: &[u8], at: usize| with(bytes, at, &[bytes[at] ^ 4]);

    let key = recovery();
    let mut file = KeyFile::create_pair(KdfParams::FLOOR, NewSecret::Recovery(&key), None).unwrap().notes;
    file.claim_for(&master(), StoreKind::Journal, NewSecret::Recovery(&key), None).unwrap();
    file.add_slot(&master(), NewSecret::Passphrase(&pass(PASSPHRASE)), None).unwrap();
    file.add_slot(&master(), NewSecret::Pin(&pass(PIN)), Some(&device)).unwrap();
    let place = open_any(&[&file, &file], Attempt::Recovery(&key), None).unwrap().place;
    let good = file.to_bytes();
    write("key_file-v1.bin", &good);
    write("fail_key_file-v1-truncated.bin", &good[..good.len() - 1]);
    write("fail_key_file-v1-newer.bin", &with(&good, 0, &[2]));
    write("fail_key_file-v1-absurd_memory.bin", &with(&good, 33, &(4u32 * 1024 * 1024).to_be_bytes()));
    write("fail_key_file-v1-absurd_passes.bin", &with(&good, 37, &1_000_000u32.to_be_bytes()));
    write("fail_key_file-v1-cheap.bin", &with(&good, 33, &1024u32.to_be_bytes()));
    write("fail_key_file-v1-lanes.bin", &with(&good, 41, &4u32.to_be_bytes()));
    let slot = |n: usize| good[45 + n * 114..45 + (n + 1) * 114].to_vec();
    let other = (place + 1) % 8;
    let swapped = with(&with(&good, 45 + place * 114, &slot(other)), 45 + other * 114, &slot(place));
    write("fail_key_file-v1-swapped.bin", &swapped);
    write("fail_key_file-v1-flipped.bin", &flip(&good, 45 + place * 114 + 70));

    let good = seal_record(&master(), &JOURNAL, &ID, RECORD).unwrap();
    write("record-v1.bin", &good);
    write("fail_record-v1-truncated.bin", &good[..good.len() - 1]);
    write("fail_record-v1-newer.bin", &with(&good, 0, &[2]));
    write("fail_record-v1-flipped.bin", &flip(&good, 60));
    write("fail_record-v1-wrong_id.bin", &seal_record(&master(), &JOURNAL, &[0x1e; 16], RECORD).unwrap());

    let good = seal_small(&master(), &JOURNAL, PURPOSE, RECORD).unwrap();
    write("small-v1.bin", &good);
    write("fail_small-v1-flipped.bin", &flip(&good, 900));
    write("fail_small-v1-wrong_id.bin", &seal_small(&master(), &JOURNAL, "setting", RECORD).unwrap());

    let stream = |id: &[u8; 16], text: &[u8]| {
        let mut out = Vec::new();
        let mut sealer = FileSealer::new(&mut out, &master(), &JOURNAL, id).unwrap();
        sealer.push(text).unwrap();
        sealer.finish().unwrap();
        out
    };
    let good = stream(&ID, &stream_text());
    let chunk = 64 * 1024 + 16;
    write("stream-v1.bin", &good);
    write("fail_stream-v1-truncated.bin", &good[..33 + chunk]);
    write("fail_stream-v1-newer.bin", &with(&good, 0, &[2])[..2000]);
    write("fail_stream-v1-flipped.bin", &flip(&stream(&ID, b"short"), 35));
    write("fail_stream-v1-wrong_id.bin", &stream(&[0x1e; 16], b"short"));
    write("fail_stream-v1-reordered.bin", &[&good[..33], &good[33 + chunk..], &good[33..33 + chunk]].concat());

    let words: Vec<&str> = key.words().iter().collect();
    let line = |words: &[&str]| format!("{}\n", words.join(" ")).into_bytes();
    write("recovery-v1.txt", &line(&words));
    let mut wrong = words.clone();
    wrong[9] = if words[9] == "zoo" { "zone" } else { "zoo" };
    write("fail_recovery-v1-wrong_word.txt", &line(&wrong));
    wrong[9] = "zooo";
    write("fail_recovery-v1-unknown_word.txt", &line(&wrong));
    write("fail_recovery-v1-missing_word.txt", &line(&words[1..]));
}

/// Writes the files of what is saved while locked, version 1. Run once; it refuses to write over what is there.
#[test]
#[ignore = "writes the frozen files; they are never written again"]
fn write_the_frozen_files_of_capture_version_1() {
    let write = |name: &str, bytes: &[u8]| {
        let path = folder().join(name);
        assert!(!path.exists(), "{name} is frozen");
        fs::write(path, bytes).unwrap();
    };
    let good = seal_capture(&capture_key().public().unwrap(), RECORD).unwrap();
    write("capture-v1.bin", &good);
    write("fail_capture-v1-truncated.bin", &good[..good.len() - 1]);
    write("fail_capture-v1-newer.bin", &[&[2], &good[1..]].concat());
    write("fail_capture-v1-flipped.bin", &[&good[..60], &[good[60] ^ 4], &good[61..]].concat());
    let other = CaptureKey::from_bytes([0x1e; 32]).public().unwrap();
    write("fail_capture-v1-wrong_key.bin", &seal_capture(&other, RECORD).unwrap());
}

/// Writes the files of the finger or face, version 1. Run once; it refuses to write over what is there.
#[test]
#[ignore = "writes the frozen files; they are never written again"]
fn write_the_frozen_files_of_touch_version_1() {
    let write = |name: &str, bytes: &[u8]| {
        let path = folder().join(name);
        assert!(!path.exists(), "{name} is frozen");
        fs::write(path, bytes).unwrap();
    };
    let file = key_file();
    println!("{}", hex::encode(TouchSlot::question(&file).unwrap()));
    let good = TouchSlot::seal(&master(), &file, &mixed(0x6b)).unwrap().to_bytes();
    write("touch-v1.bin", &good);
    write("fail_touch-v1-truncated.bin", &good[..good.len() - 1]);
    write("fail_touch-v1-long.bin", &[&good[..], &[0]].concat());
    write("fail_touch-v1-newer.bin", &[&[2], &good[1..]].concat());
    write("fail_touch-v1-flipped.bin", &[&good[..80], &[good[80] ^ 4], &good[81..]].concat());
    let other = TouchSlot::seal(&master(), &file, &mixed(0x6c)).unwrap();
    write("fail_touch-v1-other_device.bin", &other.to_bytes());
    let key = recovery();
    let pair = KeyFile::create_pair(KdfParams::FLOOR, NewSecret::Recovery(&key), None).unwrap();
    let other = TouchSlot::seal(&pair.master, &pair.journal, &mixed(0x6b)).unwrap();
    write("fail_touch-v1-other_vault.bin", &other.to_bytes());
}
