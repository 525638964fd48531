//! Saving while locked, on real files: what is saved, when it is refused, and that no crash loses or doubles it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "capture/said.rs"]
mod said;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use steadfast::domain::{EntryDraft, Happened, Place as Where, Position, Record};
use steadfast::platform::recording::HandClock;
use steadfast::session::{
    Choice, MarkDraft, PackForm, Place, SecondSecret, Session, SessionError, VaultState, verify_pack,
};
use steadfast::store::{Log, Side, StoreError, VaultDir};
use steadfast::vault::{CaptureKey, seal_capture};

const PASSPHRASE: &str = "four words nobody else has";
const SECOND: &str = "candle orchard two rivers";
const PLACES: usize = 32;

fn start(dir: &Path) -> Session {
    let clock = HandClock::at("2026-11-17T18:42:00Z".parse().unwrap());
    Session::start(Place::new(dir).at_least_cost(), Arc::new(clock))
}

/// A vault that is set up and locked.
fn locked() -> (tempfile::TempDir, PathBuf, Session) {
    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("data");
    let session = start(&dir);
    session.set_up(PASSPHRASE.to_owned()).wait().unwrap();
    session.lock().wait().unwrap();
    (parent, dir, session)
}

fn words(text: &str) -> MarkDraft {
    MarkDraft { text: Some(text.to_owned()), ..MarkDraft::default() }
}

fn capture(session: &Session, text: &str) -> Result<(), SessionError> {
    session.capture(words(text)).wait().map(|_| ())
}

fn unlock(session: &Session) -> Vec<String> {
    loop {
        match session.unlock(PASSPHRASE.to_owned()).wait() {
            Err(SessionError::Store(StoreError::InUse)) => std::thread::yield_now(),
            other => return other.unwrap(),
        }
    }
}

/// Ends the session's thread, as a kill would, and waits until the vault is free.
fn kill(session: Session, dir: &Path) {
    drop(session);
    while VaultDir::at(dir).lock().is_err() {
        std::thread::yield_now();
    }
}

fn waiting(session: &Session) -> Vec<String> {
    session.marks().wait().unwrap().into_iter().map(|line| line.mark.text.unwrap_or_default()).collect()
}

fn queue(dir: &Path) -> PathBuf {
    dir.join("queue")
}

#[test]
fn what_was_saved_while_locked_joins_at_unlock_as_a_mark_and_counts_for_nothing() {
    let (_parent, dir, session) = locked();
    let moment = session.capture(MarkDraft::default()).wait().unwrap();
    capture(&session, "He is outside").unwrap();
    let place =
        Where { position: Some(Position { lat_e7: 515_086_000, lon_e7: -1_166_000, ..here() }), ..Where::default() };
    session.capture(MarkDraft { place: Some(place.clone()), text: None }).wait().unwrap();
    assert_eq!(session.marks().wait(), Err(SessionError::Locked));
    assert_eq!(session.status().borrow().vault, VaultState::Locked);
    kill(session, &dir);

    let session = start(&dir);
    assert!(unlock(&session).is_empty());
    let marks = session.marks().wait().unwrap();
    assert_eq!(marks.len(), 3);
    assert_eq!((&marks[0].mark.taken, &marks[0].mark.place, &marks[0].mark.text), (&moment, &None, &None));
    assert_eq!(marks[1].mark.text.as_deref(), Some("He is outside"));
    assert_eq!(marks[2].mark.place, Some(place));
    assert_eq!(session.counts().wait().unwrap().entries, 0);
    assert!(session.entries_in_chain_order().wait().unwrap().is_empty());
    assert!(session.check(true, |_, _| {}).wait().unwrap().holds());
}

fn here() -> Position {
    serde_json::from_value(serde_json::json!({ "lat_e7": 0, "lon_e7": 0, "source": "phone" })).unwrap()
}

#[test]
fn a_pack_holds_no_word_of_a_mark_and_still_checks() {
    let (parent, _dir, session) = locked();
    capture(&session, "Marigold at the gate").unwrap();
    unlock(&session);
    let draft = EntryDraft { text: Some("An entry".to_owned()), ..EntryDraft::default() };
    session.record(draft, Vec::new()).wait().unwrap();
    let preview = session.preview_pack(Choice::default()).wait().unwrap();
    assert_eq!(preview.entries, 1);
    let pack = parent.path().join("pack");
    session.make_pack(Choice::default(), PackForm::Folder(pack.clone()), |_, _| {}).wait().unwrap();
    assert!(verify_pack(&pack, None).unwrap().holds());
    for entry in fs::read_dir(&pack).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            assert!(!String::from_utf8_lossy(&fs::read(&path).unwrap()).contains("Marigold"), "{path:?}");
        }
    }
}

#[test]
fn when_every_place_is_taken_it_refuses_in_words_and_replaces_nothing() {
    let (_parent, dir, session) = locked();
    for n in 0..PLACES {
        capture(&session, &format!("mark {n}")).unwrap();
    }
    let before = fs::read(queue(&dir)).unwrap();
    let error = capture(&session, "one more").unwrap_err();
    assert_eq!(error, SessionError::MarksFull);
    assert!(error.told().safe.contains("nothing of it was replaced"), "{}", error.told());
    assert_eq!(fs::read(queue(&dir)).unwrap(), before);
    assert!(unlock(&session).is_empty());
    assert_eq!(waiting(&session), (0..PLACES).map(|n| format!("mark {n}")).collect::<Vec<_>>());
    session.lock().wait().unwrap();
    capture(&session, "there is room again").unwrap();
    unlock(&session);
    assert_eq!(waiting(&session).len(), PLACES + 1);
}

#[test]
fn its_size_never_changes_and_no_word_of_it_is_readable_on_the_disk() {
    let (_parent, dir, session) = locked();
    let size = fs::metadata(queue(&dir)).unwrap().len();
    capture(&session, "Marigold at the gate").unwrap();
    assert_eq!(fs::metadata(queue(&dir)).unwrap().len(), size);
    let there = |needle: &[u8]| fs::read(queue(&dir)).unwrap().windows(needle.len()).any(|window| window == needle);
    assert!(!there(b"Marigold"));
    let sealed = fs::read(queue(&dir)).unwrap()[4096 + 100..4096 + 200].to_vec();
    assert!(there(&sealed));
    unlock(&session);
    session.lock().wait().unwrap();
    assert!(!there(&sealed), "what was sealed is still in its place");
    assert_eq!(fs::metadata(queue(&dir)).unwrap().len(), size);
}

#[test]
fn a_crash_between_joining_and_emptying_neither_loses_nor_doubles() {
    let (_parent, dir, session) = locked();
    capture(&session, "one").unwrap();
    capture(&session, "two").unwrap();
    let before = fs::read(queue(&dir)).unwrap();
    unlock(&session);
    assert_eq!(waiting(&session), ["one", "two"]);
    kill(session, &dir);
    // As a crash would have left it: the records are there, and the places are not emptied.
    fs::write(queue(&dir), &before).unwrap();
    let session = start(&dir);
    assert!(unlock(&session).is_empty());
    assert_eq!(waiting(&session), ["one", "two"]);
    assert!(fs::read(queue(&dir)).unwrap() != before, "they are emptied now");
    // Dealt with, and put back by somebody: it does not come again.
    let marks = session.marks().wait().unwrap();
    session.set_mark_aside(marks[0].id).wait().unwrap();
    kill(session, &dir);
    fs::write(queue(&dir), &before).unwrap();
    let session = start(&dir);
    unlock(&session);
    assert_eq!(waiting(&session), ["two"]);
}

#[test]
fn the_same_place_twice_in_the_file_joins_once() {
    let (_parent, dir, session) = locked();
    capture(&session, "one").unwrap();
    let mut bytes = fs::read(queue(&dir)).unwrap();
    bytes.copy_within(4096..8192, 8192);
    fs::write(queue(&dir), &bytes).unwrap();
    unlock(&session);
    assert_eq!(waiting(&session), ["one"]);
}

#[test]
fn a_crash_while_joining_leaves_them_for_the_next_unlock() {
    let (_parent, dir, session) = locked();
    capture(&session, "one").unwrap();
    kill(session, &dir);
    let queued = fs::read(queue(&dir)).unwrap();
    // A log that takes nothing: the record cannot be written.
    let vault = VaultDir::at(&dir);
    let side = Side::BOTH.into_iter().max_by_key(|side| Log::open(&vault.db(*side)).unwrap().count().unwrap()).unwrap();
    let whole = fs::read(vault.db(side)).unwrap();
    fs::write(vault.db(side), &whole[..whole.len() - 4096 - 100]).unwrap();
    let session = start(&dir);
    let opened = session.unlock(PASSPHRASE.to_owned()).wait();
    assert!(opened.is_err() || session.status().borrow().vault == VaultState::ReadingOnly, "{opened:?}");
    kill(session, &dir);
    assert!(fs::read(queue(&dir)).unwrap() == queued, "it was emptied before it was durable");
    for leftover in ["-wal", ".new"] {
        let mut path = vault.db(side).into_os_string();
        path.push(leftover);
        let _ = fs::remove_file(path);
    }
    fs::write(vault.db(side), &whole).unwrap();
    let session = start(&dir);
    unlock(&session);
    assert_eq!(waiting(&session), ["one"]);
}

#[test]
fn a_file_that_is_cut_short_foreign_or_gone_refuses_in_words_and_is_made_anew_at_unlock() {
    let good = |dir: &Path| fs::read(queue(dir)).unwrap();
    type Spoil = fn(Vec<u8>) -> Option<Vec<u8>>;
    let spoils: [Spoil; 5] = [
        |_| None,
        |_| Some(Vec::new()),
        |bytes| Some(bytes[..20_000].to_vec()),
        |bytes| Some(vec![0x5a; bytes.len()]),
        |bytes| Some([&bytes[..], b"more"].concat()),
    ];
    for (case, spoil) in spoils.into_iter().enumerate() {
        let (_parent, dir, session) = locked();
        capture(&session, "one").unwrap();
        let spoilt = spoil(good(&dir));
        match &spoilt {
            Some(bytes) => fs::write(queue(&dir), bytes).unwrap(),
            None => fs::remove_file(queue(&dir)).unwrap(),
        }
        let error = capture(&session, "two").unwrap_err();
        let told = error.told();
        assert!(!told.happened.is_empty() && told.to_do.contains("nlock") || told.to_do.contains("pdate"), "{told}");
        let said = unlock(&session);
        assert_eq!(said.is_empty(), case == 0, "case {case}: {said:?}");
        if let Some(bytes) = spoilt {
            assert!(said[0].contains("was kept"), "{said:?}");
            assert!(fs::read(dir.join("queue.bad1")).unwrap() == bytes, "case {case}");
            // What could be read of it has joined.
            assert_eq!(waiting(&session).len(), usize::from(case == 2 || case == 4), "case {case}");
        }
        session.lock().wait().unwrap();
        capture(&session, "three").unwrap();
        assert!(unlock(&session).is_empty());
        assert_eq!(waiting(&session).last().map(String::as_str), Some("three"));
    }
}

#[test]
fn what_somebody_put_in_is_told_when_it_cannot_be_read_and_the_rest_joins() {
    let (_parent, dir, session) = locked();
    capture(&session, "one").unwrap();
    let mut bytes = fs::read(queue(&dir)).unwrap();
    let public: [u8; 32] = bytes[1..33].try_into().unwrap();
    let mut place = |at: usize, content: &[u8]| bytes[4096 * (at + 1)..4096 * (at + 2)].copy_from_slice(content);
    place(1, &[7; 4096]);
    place(2, &seal_capture(&public, b"not a mark").unwrap());
    place(3, &seal_capture(&CaptureKey::generate().unwrap().public().unwrap(), b"{}").unwrap());
    let far = r#"{"v":1,"id":"00000000000000000000000000000001","taken":{"at":"2026-11-17T18:42Z"},"place":{"position":{"lat_e7":2000000000,"lon_e7":0,"source":"phone"}}}"#;
    place(4, &seal_capture(&public, far.as_bytes()).unwrap());
    fs::write(queue(&dir), &bytes).unwrap();
    let said = unlock(&session);
    assert_eq!(said.len(), 1);
    assert!(said[0].starts_with("4 marks"), "{said:?}");
    assert_eq!(waiting(&session), ["one"]);
    session.lock().wait().unwrap();
    assert!(unlock(&session).is_empty(), "it is said once");
}

#[test]
fn a_swapped_public_key_is_found_at_unlock_and_replaced() {
    let (_parent, dir, session) = locked();
    let mut bytes = fs::read(queue(&dir)).unwrap();
    let ours = bytes[1..33].to_vec();
    bytes[1..33].copy_from_slice(&CaptureKey::generate().unwrap().public().unwrap());
    fs::write(queue(&dir), &bytes).unwrap();
    assert_eq!(unlock(&session).len(), 1);
    assert_eq!(fs::read(queue(&dir)).unwrap()[1..33], ours[..]);
    session.lock().wait().unwrap();
    // A key to which anybody could read what is sealed is refused while locked already.
    bytes[1..33].fill(0);
    fs::write(queue(&dir), &bytes).unwrap();
    assert_eq!(capture(&session, "one"), Err(SessionError::NoMarks));
}

#[test]
fn a_vault_made_before_opens_and_can_save_while_locked_from_then_on() {
    let (_parent, dir, session) = locked();
    kill(session, &dir);
    fs::remove_file(queue(&dir)).unwrap();
    let vault = VaultDir::at(&dir);
    for side in Side::BOTH {
        Log::open(&vault.db(side)).unwrap().remove_slip("intake").unwrap();
    }
    let session = start(&dir);
    assert_eq!(capture(&session, "too early"), Err(SessionError::NoMarks));
    assert!(unlock(&session).is_empty());
    session.lock().wait().unwrap();
    capture(&session, "now").unwrap();
    unlock(&session);
    assert_eq!(waiting(&session), ["now"]);
}

#[test]
fn what_cannot_be_saved_is_refused_in_words() {
    let (parent, _dir, session) = locked();
    assert_eq!(capture(&session, &"long ".repeat(300)), Err(SessionError::LongMark));
    let nowhere = Where { position: Some(Position { lat_e7: i32::MAX, ..here() }), ..Where::default() };
    let off_earth = session.capture(MarkDraft { place: Some(nowhere), text: None }).wait();
    assert!(matches!(off_earth, Err(SessionError::Refused(_))));
    // Many letters that need more room when they are written down.
    let control = "\u{1}".repeat(900);
    assert_eq!(capture(&session, &control), Err(SessionError::LongMark));
    let nothing = start(&parent.path().join("nothing"));
    assert_eq!(capture(&nothing, "now"), Err(SessionError::NoVault));
    assert!(!parent.path().join("nothing").exists());
}

#[test]
fn saved_while_the_plain_notes_are_open_it_waits_for_the_journal() {
    let (_parent, _dir, session) = locked();
    unlock(&session);
    session.set_second_secret(SecondSecret::Passphrase(SECOND.to_owned())).wait().unwrap();
    session.unlock(SECOND.to_owned()).wait().unwrap();
    capture(&session, "one").unwrap();
    assert_eq!(session.status().borrow().vault, VaultState::Notes);
    assert_eq!(session.notes(String::new()).wait().unwrap().total, 0);
    unlock(&session);
    assert_eq!(waiting(&session), ["one"]);
}

#[test]
fn saved_while_the_journal_is_open_after_all_it_joins_at_once() {
    let (_parent, _dir, session) = locked();
    unlock(&session);
    capture(&session, "one").unwrap();
    assert_eq!(waiting(&session), ["one"]);
    let log = session.access_log().wait().unwrap();
    assert!(log.iter().any(|line| matches!(line.record, Record::Mark(_))), "the owner sees that it came");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_takes_a_mark_all_the_same_and_keeps_it_until_it_can_join() {
    let parent = tempfile::tempdir().unwrap();
    let command = |name: &str, arguments: &[&str]| {
        let done = std::process::Command::new(name).args(arguments).arg(parent.path()).status();
        done.is_ok_and(|status| status.success())
    };
    if !command("mount", &["-t", "tmpfs", "-o", "size=3m", "tmpfs"]) {
        eprintln!("NOT RUN: a_full_disk_takes_a_mark_all_the_same: a small disk cannot be mounted here");
        return;
    }
    let dir = parent.path().join("data");
    let session = start(&dir);
    session.set_up(PASSPHRASE.to_owned()).wait().unwrap();
    session.lock().wait().unwrap();
    let stone = parent.path().join("stone");
    let mut fill = fs::File::create(&stone).unwrap();
    while std::io::Write::write(&mut fill, &[1; 4096]).is_ok_and(|written| written > 0) {}
    capture(&session, "one").unwrap();
    let queued = fs::read(queue(&dir)).unwrap();
    unlock(&session);
    assert!(waiting(&session).is_empty(), "the disk was not full");
    assert!(fs::read(queue(&dir)).unwrap() == queued, "it was emptied before it was durable");
    session.lock().wait().unwrap();
    drop(fill);
    fs::remove_file(&stone).unwrap();
    unlock(&session);
    assert_eq!(waiting(&session), ["one"]);
    session.lock().wait().unwrap();
    drop(session);
    command("umount", &["-l"]);
}
