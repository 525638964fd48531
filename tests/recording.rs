//! A recording keeps what it heard, whatever ends it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use steadfast::domain::{EntryDraft, FileId, Kind};
use steadfast::platform::clock::SystemClock;
use steadfast::session::{HeldFile, KeptDraft, Place, Session, SessionError};
use steadfast::store::{Log, Side, StoreError, VaultDir};

const PASSPHRASE: &str = "four words nobody else has";
/// Tells a child where to record.
const DIR: &str = "RECORDING_TEST_DIR";
/// A second of sound at 128 kbit/s, about: not a divisor of a chunk.
const PIECE: usize = 15_901;

fn start(dir: &Path) -> Session {
    Session::start(Place::new(dir).at_least_cost(), Arc::new(SystemClock))
}

fn unlocked(dir: &Path) -> Session {
    let session = start(dir);
    loop {
        match session.unlock(PASSPHRASE.to_owned()).wait() {
            // The one before lets go of the vault when its thread has ended.
            Err(SessionError::Store(StoreError::InUse)) => std::thread::yield_now(),
            other => {
                other.unwrap();
                return session;
            }
        }
    }
}

fn set_up() -> (tempfile::TempDir, PathBuf) {
    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("data");
    start(&dir).set_up(PASSPHRASE.to_owned()).wait().unwrap();
    (parent, dir)
}

fn piece(n: usize) -> Vec<u8> {
    // "OggS" first, so that it is told to be sound.
    let mut bytes = if n == 0 { b"OggS".to_vec() } else { Vec::new() };
    bytes.extend((bytes.len()..PIECE).map(|at| u8::try_from((n * 31 + at) % 251).unwrap()));
    bytes
}

fn pieces(count: usize) -> Vec<u8> {
    (0..count).flat_map(piece).collect()
}

/// The one recording that is offered with the draft, and its bytes once an entry has it.
fn offered(session: &Session) -> (HeldFile, Vec<u8>) {
    let kept = session.kept_draft().wait().unwrap().expect("a draft is offered");
    let [held] = kept.files.as_slice() else { panic!("{} files are offered", kept.files.len()) };
    let draft = EntryDraft { text: Some("I recorded it.".to_owned()), kinds: vec![Kind::Seen], ..kept.draft };
    let entry = session.record(draft, kept.files.clone()).wait().unwrap();
    let view = session.entry(entry).wait().unwrap();
    assert_eq!(view.files[0].file.cut_off, held.cut_off, "the record says whether it was cut off");
    (held.clone(), session.file(held.file, 1 << 30).wait().unwrap())
}

fn left_behind(dir: &Path) -> Vec<String> {
    let vault = VaultDir::at(dir);
    let mut names = Vec::new();
    for side in Side::BOTH {
        names.extend(fs::read_dir(vault.files(side)).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()));
    }
    names
}

/// Records until it is killed, and says each time what is on the disk.
#[test]
fn part_record() {
    let Some(dir) = std::env::var_os(DIR) else { return };
    let session = unlocked(Path::new(&dir));
    let file = session.begin_recording(Some("sound.ogg".to_owned())).wait().unwrap();
    for n in 0.. {
        session.push_recorded(file, piece(n)).wait().unwrap();
        let mut out = std::io::stdout().lock();
        writeln!(out, "\nKEPT {}", n + 1).unwrap();
        out.flush().unwrap();
    }
}

/// Kills a recording once it has said that `count` pieces are on the disk. Gives how many it said at last.
fn record_and_kill(dir: &Path, count: usize) -> usize {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "part_record", "--nocapture", "--test-threads=1"])
        .env(DIR, dir)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let kept = |line: &str| line.strip_prefix("KEPT ").and_then(|n| n.parse::<usize>().ok());
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    let mut said = lines.by_ref().find_map(|line| kept(&line).filter(|n| *n >= count)).expect("it records");
    child.kill().unwrap();
    child.wait().unwrap();
    said = lines.filter_map(|line| kept(&line)).last().unwrap_or(said);
    said
}

#[test]
fn a_recording_whose_program_was_killed_keeps_every_piece_that_was_acknowledged_and_says_that_it_was_cut_off() {
    for count in [1, 4, 5, 13] {
        let (_parent, dir) = set_up();
        let said = record_and_kill(&dir, count);
        let session = unlocked(&dir);
        let (held, bytes) = offered(&session);
        assert!(held.cut_off, "it says that it was cut off");
        assert_eq!(held.media_type, "audio/ogg");
        let kept = bytes.len() / PIECE;
        assert!(kept >= said, "{said} pieces were acknowledged, {kept} are there");
        assert_eq!(bytes, pieces(kept));
        assert_eq!(left_behind(&dir), [held.file.to_string()], "nothing else is left on the disk");
        assert_eq!(session.kept_draft().wait().unwrap().map_or(0, |kept| kept.files.len()), 1, "and it comes once");
    }
}

#[test]
fn a_recording_that_a_lock_ends_is_offered_back() {
    let (_parent, dir) = set_up();
    let session = unlocked(&dir);
    let file = session.begin_recording(None).wait().unwrap();
    for n in 0..6 {
        session.push_recorded(file, piece(n)).wait().unwrap();
    }
    session.lock().wait().unwrap();
    session.unlock(PASSPHRASE.to_owned()).wait().unwrap();
    let (held, bytes) = offered(&session);
    assert!(held.cut_off);
    assert_eq!(bytes, pieces(6));
}

#[test]
fn what_was_typed_beside_a_recording_stays_when_it_is_cut_off() {
    let (_parent, dir) = set_up();
    let session = unlocked(&dir);
    let file = session.begin_recording(None).wait().unwrap();
    session.push_recorded(file, piece(0)).wait().unwrap();
    let draft = EntryDraft { text: Some("He is shouting.".to_owned()), ..EntryDraft::default() };
    session.keep_draft(KeptDraft { draft, ..KeptDraft::default() }).wait().unwrap();
    session.lock().wait().unwrap();
    session.unlock(PASSPHRASE.to_owned()).wait().unwrap();
    let kept = session.kept_draft().wait().unwrap().unwrap();
    assert_eq!(kept.draft.text.as_deref(), Some("He is shouting."));
    assert_eq!(kept.files.len(), 1);
}

#[test]
fn a_recording_that_was_stopped_is_whole_and_leaves_nothing_behind() {
    let (_parent, dir) = set_up();
    let session = unlocked(&dir);
    let file = session.begin_recording(Some("sound.ogg".to_owned())).wait().unwrap();
    for n in 0..9 {
        session.push_recorded(file, piece(n)).wait().unwrap();
    }
    let held = session.finish_recording(file).wait().unwrap();
    assert!(!held.cut_off);
    assert_eq!(held.length, u64::try_from(9 * PIECE).unwrap());
    assert_eq!(session.kept_draft().wait().unwrap(), None, "it is not offered a second time");
    assert_eq!(left_behind(&dir), [held.file.to_string()]);
}

/// As when the program is killed after the file was closed and before what is kept beside it was removed; and then once
/// more before the draft has it.
#[test]
fn a_recording_that_was_stopped_is_never_called_cut_off_however_often_it_is_put_together() {
    let (_parent, dir) = set_up();
    let session = unlocked(&dir);
    let file = session.begin_recording(None).wait().unwrap();
    session.push_recorded(file, piece(0)).wait().unwrap();
    let before: Vec<_> = logs(&dir).into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect();
    session.finish_recording(file).wait().unwrap();
    drop(session);
    wait_until_free(&dir);
    logs(&dir).into_iter().for_each(|path| fs::remove_file(path).unwrap());
    before.into_iter().for_each(|(path, bytes)| fs::write(path, bytes).unwrap());
    let at = journal_of(&dir, file);
    Log::open(&at).unwrap().put_slip("draft", b"no draft").unwrap();

    let session = unlocked(&dir);
    assert!(session.kept_draft().wait().is_err(), "it is cut off before the draft has it");
    drop(session);
    wait_until_free(&dir);
    assert!(Log::open(&at).unwrap().remove_slip("draft").unwrap());
    let (held, bytes) = offered(&unlocked(&dir));
    assert_eq!((held.file, held.cut_off), (file, false));
    assert_eq!(bytes, pieces(1));
}

fn logs(dir: &Path) -> Vec<PathBuf> {
    let all = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
    all.filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().contains(".db"))).collect()
}

/// The log of the side that has this file.
fn journal_of(dir: &Path, file: FileId) -> PathBuf {
    let vault = VaultDir::at(dir);
    let side = Side::BOTH.into_iter().find(|side| vault.files(*side).join(file.to_string()).exists());
    vault.db(side.expect("the file is on the disk"))
}

fn wait_until_free(dir: &Path) {
    while VaultDir::at(dir).lock().is_err() {
        std::thread::yield_now();
    }
}

#[test]
fn a_recording_that_is_not_wanted_is_gone() {
    let (_parent, dir) = set_up();
    let session = unlocked(&dir);
    let file = session.begin_recording(None).wait().unwrap();
    session.push_recorded(file, piece(0)).wait().unwrap();
    session.abandon_recording(file).wait().unwrap();
    assert_eq!(session.kept_draft().wait().unwrap(), None);
    assert_eq!(left_behind(&dir), [""; 0]);
}

#[test]
fn of_a_recording_that_was_damaged_what_came_before_the_damage_is_kept() {
    let (_parent, dir) = set_up();
    let session = unlocked(&dir);
    let file = session.begin_recording(None).wait().unwrap();
    for n in 0..20 {
        session.push_recorded(file, piece(n)).wait().unwrap();
    }
    session.lock().wait().unwrap();
    let part = part_of(&dir, file);
    let mut bytes = fs::read(&part).unwrap();
    bytes[33 + 3 * (65_536 + 16) + 7] ^= 1;
    fs::write(&part, bytes).unwrap();
    session.unlock(PASSPHRASE.to_owned()).wait().unwrap();
    let (held, bytes) = offered(&session);
    assert!(held.cut_off);
    assert_eq!(bytes, pieces(20)[..3 * 65_536]);
}

#[test]
fn fail_a_recording_that_lost_its_file_hides_nothing_of_what_was_typed() {
    let (_parent, dir) = set_up();
    let session = unlocked(&dir);
    let file = session.begin_recording(None).wait().unwrap();
    for n in 0..5 {
        session.push_recorded(file, piece(n)).wait().unwrap();
    }
    let draft = EntryDraft { text: Some("He is shouting.".to_owned()), ..EntryDraft::default() };
    session.keep_draft(KeptDraft { draft, ..KeptDraft::default() }).wait().unwrap();
    session.lock().wait().unwrap();
    fs::remove_file(part_of(&dir, file)).unwrap();
    session.unlock(PASSPHRASE.to_owned()).wait().unwrap();
    let kept = session.kept_draft().wait().unwrap().unwrap();
    assert_eq!(kept.draft.text.as_deref(), Some("He is shouting."));
    assert!(kept.files.is_empty(), "pieces from after a gap would not be what was recorded");
}

fn part_of(dir: &Path, file: FileId) -> PathBuf {
    let vault = VaultDir::at(dir);
    let paths = Side::BOTH.map(|side| vault.files(side).join(format!("{file}.part")));
    paths.into_iter().find(|path| path.exists()).expect("the unfinished file is on the disk")
}
