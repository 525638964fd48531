//! The second secret, on real files: what it opens, what it never reaches, and that no change of it can lose anything.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use steadfast::domain::{EntryDraft, Record};
use steadfast::platform::clock::SystemClock;
use steadfast::session::{Choice, KeptDraft, PackForm, Place, Query, SecondSecret, Session, SessionError, VaultState};
use steadfast::store::{Log, Side, StoreError, VaultDir};

const FIRST: &str = "four words nobody else has";
const SECOND: &str = "candle orchard two rivers";
const THIRD: &str = "paper window nine stairs";

fn start(dir: &Path) -> Session {
    Session::start(Place::new(dir).at_least_cost(), Arc::new(SystemClock))
}

fn set_up() -> (tempfile::TempDir, PathBuf, Session) {
    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("data");
    let session = start(&dir);
    session.set_up(FIRST.to_owned()).wait().unwrap();
    (parent, dir, session)
}

fn with_second() -> (tempfile::TempDir, PathBuf, Session) {
    let (parent, dir, session) = set_up();
    let draft = EntryDraft { text: Some("He stood by the wall.".to_owned()), ..EntryDraft::default() };
    session.record(draft, Vec::new()).wait().unwrap();
    set(&session, SECOND).unwrap();
    (parent, dir, session)
}

fn set(session: &Session, secret: &str) -> Result<(), SessionError> {
    session.set_second_secret(SecondSecret::Passphrase(secret.to_owned())).wait()
}

fn unlock(session: &Session, secret: &str) -> Result<VaultState, SessionError> {
    session.unlock(secret.to_owned()).wait()?;
    Ok(session.status().borrow().vault)
}

fn write(session: &Session, text: &str) -> steadfast::session::NoteId {
    let id = session.new_note().wait().unwrap();
    session.write_note(id, text.to_owned()).wait().unwrap();
    id
}

fn titles(session: &Session) -> Vec<String> {
    session.notes(String::new()).wait().unwrap().lines.into_iter().map(|line| line.title).collect()
}

/// Ends the session's thread, as a kill would, and starts another.
fn killed(session: Session, dir: &Path) -> Session {
    drop(session);
    let next = start(dir);
    while let Err(SessionError::Store(StoreError::InUse)) = next.unlock(FIRST.to_owned()).wait() {
        std::thread::yield_now();
    }
    next
}

/// Which side is the journal's: the one with records in it.
fn sides(dir: &Path) -> (Side, Side) {
    let vault = VaultDir::at(dir);
    let begun = |side| Log::open(&vault.db(side)).unwrap().count().unwrap() > 0;
    if begun(Side::A) { (Side::A, Side::B) } else { (Side::B, Side::A) }
}

#[test]
fn it_opens_plain_notes_that_are_there_again_the_next_time() {
    let (_parent, dir, session) = with_second();
    assert_eq!(unlock(&session, SECOND), Ok(VaultState::Notes));
    assert!(titles(&session).is_empty());
    let id = write(&session, "Milk\n\n eggs and bread");
    assert_eq!(session.note(id).wait().unwrap().text, "Milk\n\n eggs and bread");
    session.lock().wait().unwrap();
    assert_eq!(session.notes(String::new()).wait(), Err(SessionError::Locked));
    let session = killed(session, &dir);
    assert_eq!(unlock(&session, SECOND), Ok(VaultState::Notes));
    let list = session.notes("BREAD milk".to_owned()).wait().unwrap();
    assert_eq!(
        (list.total, list.lines[0].title.as_str(), list.lines[0].preview.as_str()),
        (1, "Milk", "eggs and bread")
    );
    session.write_note(id, "Milk and tea".to_owned()).wait().unwrap();
    session.delete_note(id).wait().unwrap();
    assert_eq!(session.delete_note(id).wait(), Err(SessionError::NoSuchNote));
    assert!(titles(&session).is_empty());
}

#[test]
fn from_plain_notes_nothing_of_the_journal_answers_otherwise_than_locked() {
    let (parent, _dir, session) = with_second();
    let entry = session.entries_in_chain_order().wait().unwrap()[0].id;
    assert_eq!(unlock(&session, SECOND), Ok(VaultState::Notes));
    let locked = Some(SessionError::Locked);
    assert_eq!(session.entries(Query::default()).wait().err(), locked);
    assert_eq!(session.entries_in_chain_order().wait().err(), locked);
    assert_eq!(session.entry(entry).wait().err(), locked);
    assert_eq!(session.find("0000".to_owned()).wait().err(), locked);
    assert_eq!(session.counts().wait().err(), locked);
    assert_eq!(session.access_log().wait().err(), locked);
    assert_eq!(session.kept_draft().wait().err(), locked);
    assert_eq!(session.keep_draft(KeptDraft::default()).wait().err(), locked);
    assert_eq!(session.record(EntryDraft::default(), Vec::new()).wait().err().map(|_| ()), Some(()));
    assert_eq!(session.check(true, |_, _| {}).wait().err(), locked);
    assert_eq!(session.make_recovery_words().wait().map(|_| ()).err(), locked);
    assert_eq!(session.set_way_back("24681".to_owned()).wait().err(), locked);
    assert_eq!(session.has_second_secret().wait().err(), locked);
    assert_eq!(set(&session, THIRD).err(), locked);
    assert_eq!(session.remove_second_secret().wait().err(), locked);
    assert_eq!(session.preview_pack(Choice::default()).wait().map(|_| ()).err(), locked);
    let pack = PackForm::Folder(parent.path().join("pack"));
    assert!(session.make_pack(Choice::default(), pack, |_, _| {}).wait().is_err());
    assert!(!parent.path().join("pack").exists());
    assert_eq!(unlock(&session, FIRST), Ok(VaultState::Open));
    assert_eq!(session.entries_in_chain_order().wait().unwrap().len(), 1);
    assert_eq!(session.notes(String::new()).wait(), Err(SessionError::Locked), "nor the notes from the journal");
}

#[test]
fn one_that_opens_anything_already_is_refused_and_the_words_say_only_choose_another() {
    let (_parent, _dir, session) = with_second();
    for taken in [FIRST, SECOND] {
        let error = set(&session, taken).unwrap_err();
        assert_eq!(error, SessionError::SecretInUse);
        let said = error.told().to_string().to_lowercase();
        assert!(said.contains("choose another"), "{said}");
        for word in ["passphrase", "journal", "same", "equal", "first", "real"] {
            assert!(!said.contains(word), "{said}");
        }
    }
    assert_eq!(unlock(&session, FIRST), Ok(VaultState::Open));
    assert_eq!(unlock(&session, SECOND), Ok(VaultState::Notes));
}

#[test]
fn one_that_is_too_short_and_a_pin_without_hardware_are_refused_and_change_nothing() {
    let (_parent, _dir, session) = set_up();
    assert_eq!(set(&session, "kitten"), Err(SessionError::WeakPassphrase));
    assert_eq!(set(&session, ""), Err(SessionError::WeakPassphrase));
    let pin = |digits: &str| session.set_second_secret(SecondSecret::Pin(digits.to_owned())).wait();
    for short in ["", "12345", "12345a", "١٢٣٤٥٦"] {
        assert_eq!(pin(short), Err(SessionError::WeakPin), "{short}");
    }
    let error = pin("271828").unwrap_err();
    assert!(error.told().happened.contains("use a passphrase"), "{}", error.told());
    assert_eq!(session.has_second_secret().wait(), Ok(false));
}

#[test]
fn changing_it_keeps_the_notes_and_the_old_one_opens_nothing() {
    let (_parent, _dir, session) = with_second();
    unlock(&session, SECOND).unwrap();
    write(&session, "Milk");
    unlock(&session, FIRST).unwrap();
    set(&session, THIRD).unwrap();
    assert_eq!(unlock(&session, SECOND), Err(SessionError::WrongSecret));
    assert_eq!(unlock(&session, THIRD), Ok(VaultState::Notes));
    assert_eq!(titles(&session), ["Milk"]);
}

#[test]
fn taken_away_it_opens_nothing_and_the_notes_come_back_with_the_next_one() {
    let (_parent, dir, session) = with_second();
    unlock(&session, SECOND).unwrap();
    write(&session, "Milk");
    unlock(&session, FIRST).unwrap();
    assert_eq!(session.has_second_secret().wait(), Ok(true));
    session.remove_second_secret().wait().unwrap();
    assert_eq!(session.has_second_secret().wait(), Ok(false));
    assert_eq!(unlock(&session, SECOND), Err(SessionError::WrongSecret));
    let session = killed(session, &dir);
    assert_eq!(session.has_second_secret().wait(), Ok(false));
    set(&session, SECOND).unwrap();
    assert_eq!(unlock(&session, SECOND), Ok(VaultState::Notes));
    assert_eq!(titles(&session), ["Milk"]);
}

#[test]
fn it_leaves_the_count_of_failed_tries_as_it_was() {
    let (_parent, dir, session) = with_second();
    session.lock().wait().unwrap();
    for _ in 0..3 {
        assert_eq!(unlock(&session, "a guess of somebody's"), Err(SessionError::WrongSecret));
    }
    let before = fs::read(dir.join("tries")).unwrap();
    assert_eq!(unlock(&session, SECOND), Ok(VaultState::Notes));
    assert_eq!(fs::read(dir.join("tries")).unwrap(), before);
    session.lock().wait().unwrap();
    assert_eq!(fs::read(dir.join("tries")).unwrap(), before);
    unlock(&session, FIRST).unwrap();
    let log = session.access_log().wait().unwrap();
    let failed = log.iter().rev().find_map(|line| match line.record {
        Record::Unlocked { failed, .. } => Some(failed),
        _ => None,
    });
    assert_eq!(failed, Some(3), "the owner is told of the three, and of no fourth");
}

#[test]
fn the_files_look_alike_whether_or_not_one_is_set() {
    // Names but for their letter, which is by chance, and sizes; and the names of all slips.
    let seen = |set_it: bool| {
        let (_parent, dir, session) = set_up();
        if set_it {
            set(&session, SECOND).unwrap();
        }
        session.lock().wait().unwrap();
        let (journal, notes) = sides_of(&dir, session);
        let mut files: Vec<_> = fs::read_dir(&dir)
            .unwrap()
            .map(|entry| {
                let entry = entry.unwrap();
                let name = entry.file_name().into_string().unwrap();
                (name.trim_start_matches(['a', 'b']).to_owned(), entry.metadata().unwrap().len())
            })
            .collect();
        files.sort();
        (files, slip_names(&dir, journal), slip_names(&dir, notes))
    };
    assert_eq!(seen(false), seen(true));
}

fn sides_of(dir: &Path, session: Session) -> (Side, Side) {
    drop(session);
    while VaultDir::at(dir).lock().is_err() {
        std::thread::yield_now();
    }
    sides(dir)
}

fn slip_names(dir: &Path, side: Side) -> Vec<String> {
    Log::open(&VaultDir::at(dir).db(side)).unwrap().slip_names().unwrap()
}

#[test]
fn a_kill_while_it_is_changed_leaves_the_old_one_or_the_new_one() {
    let (_parent, dir, session) = with_second();
    unlock(&session, FIRST).unwrap();
    let keys = ["a.keys", "b.keys"].map(|name| (dir.join(name), fs::read(dir.join(name)).unwrap()));
    set(&session, THIRD).unwrap();
    // Between writing beside and renaming: the new file is there under its other name, the old one in its place.
    let (path, old) = keys.iter().find(|(path, old)| fs::read(path).unwrap() != *old).unwrap();
    let new = fs::read(path).unwrap();
    let mut beside = path.clone().into_os_string();
    beside.push(".new");
    for half in [&new[..], &new[..new.len() / 2], &[]] {
        fs::write(path, old).unwrap();
        fs::write(&beside, half).unwrap();
        assert_eq!(unlock(&session, FIRST), Ok(VaultState::Open));
        assert_eq!(session.has_second_secret().wait(), Ok(true));
        assert_eq!(unlock(&session, SECOND), Ok(VaultState::Notes));
        assert_eq!(unlock(&session, THIRD), Err(SessionError::WrongSecret));
    }
    fs::remove_file(&beside).unwrap();
    fs::write(path, &new).unwrap();
    assert_eq!(unlock(&session, THIRD), Ok(VaultState::Notes));
}

#[test]
fn a_vault_made_before_gets_what_it_needs_at_the_next_unlock() {
    let (_parent, dir, session) = set_up();
    session.lock().wait().unwrap();
    let (journal, _) = sides_of(&dir, session);
    Log::open(&VaultDir::at(&dir).db(journal)).unwrap().remove_slip("other").unwrap();
    let session = killed(start(&dir), &dir);
    assert_eq!(session.has_second_secret().wait(), Ok(false));
    set(&session, SECOND).unwrap();
    assert_eq!(unlock(&session, SECOND), Ok(VaultState::Notes));
}

#[test]
fn a_lost_or_spoilt_key_file_of_the_notes_is_made_anew_and_the_notes_are_still_there() {
    let (_parent, dir, session) = with_second();
    unlock(&session, SECOND).unwrap();
    write(&session, "Milk");
    session.lock().wait().unwrap();
    let (_, notes) = sides_of(&dir, session);
    let path = VaultDir::at(&dir).small(steadfast::store::Small::Keys(notes));
    for spoilt in [&b"shorter"[..], &[0xff; 1270]] {
        fs::write(&path, spoilt).unwrap();
        let session = killed(start(&dir), &dir);
        assert_eq!(session.has_second_secret().wait(), Ok(false));
        set(&session, SECOND).unwrap();
        assert_eq!(unlock(&session, SECOND), Ok(VaultState::Notes));
        assert_eq!(titles(&session), ["Milk"]);
        session.lock().wait().unwrap();
        drop(session);
        while VaultDir::at(&dir).lock().is_err() {
            std::thread::yield_now();
        }
    }
}

#[test]
fn a_damaged_store_of_notes_is_read_as_far_as_it_goes_and_takes_nothing_new() {
    let (_parent, dir, session) = with_second();
    unlock(&session, SECOND).unwrap();
    for n in 0..40 {
        write(&session, &format!("Note {n} {}", "and so on ".repeat(300)));
    }
    session.lock().wait().unwrap();
    let (_, notes) = sides_of(&dir, session);
    let path = VaultDir::at(&dir).db(notes);
    let mut bytes = fs::read(&path).unwrap();
    let whole = bytes.clone();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 20_000].fill(0x5a);
    fs::write(&path, &bytes).unwrap();
    let session = start(&dir);
    while !matches!(unlock(&session, SECOND), Ok(VaultState::Notes)) {
        std::thread::yield_now();
    }
    let list = session.notes(String::new()).wait().unwrap();
    assert!(list.total > 0 && list.total + list.unreadable == 40 && list.unreadable > 0, "{} notes", list.total);
    session.lock().wait().unwrap();
    // Now the pages that say which slips there are.
    bytes = whole;
    bytes[8192..16384].fill(0x5a);
    fs::write(&path, &bytes).unwrap();
    assert_eq!(unlock(&session, SECOND), Ok(VaultState::Notes));
    let id = session.new_note().wait().unwrap();
    assert_eq!(session.write_note(id, "new".to_owned()).wait(), Err(SessionError::ReadingOnly));
    session.lock().wait().unwrap();
    assert_eq!(fs::read(&path).unwrap(), bytes, "the damaged file was touched");
    // The journal knows nothing of it.
    assert_eq!(unlock(&session, FIRST), Ok(VaultState::Open));
    assert!(session.check(true, |_, _| {}).wait().unwrap().holds());
}

#[test]
fn a_note_that_was_altered_is_counted_and_kept_and_the_others_open() {
    let (_parent, dir, session) = with_second();
    unlock(&session, SECOND).unwrap();
    write(&session, "Milk");
    write(&session, "Bread");
    session.lock().wait().unwrap();
    let (_, notes) = sides_of(&dir, session);
    let mut log = Log::open(&VaultDir::at(&dir).db(notes)).unwrap();
    let name = log.slip_names().unwrap().remove(0);
    let mut sealed = log.get_slip(&name).unwrap().unwrap();
    sealed[100] ^= 1;
    log.put_slip(&name, &sealed).unwrap();
    drop(log);
    let session = start(&dir);
    while !matches!(unlock(&session, SECOND), Ok(VaultState::Notes)) {
        std::thread::yield_now();
    }
    let list = session.notes(String::new()).wait().unwrap();
    assert_eq!((list.total, list.unreadable), (1, 1));
    drop(session);
    while VaultDir::at(&dir).lock().is_err() {
        std::thread::yield_now();
    }
    assert_eq!(slip_names(&dir, notes).len(), 2, "what cannot be read is kept");
}

#[test]
fn a_note_that_is_too_long_is_refused_in_words_and_the_one_before_stays() {
    let (_parent, _dir, session) = with_second();
    unlock(&session, SECOND).unwrap();
    let id = write(&session, "Milk");
    let error = session.write_note(id, "x".repeat(200_000)).wait().unwrap_err();
    assert_eq!(error, SessionError::LongNote);
    assert_eq!(session.note(id).wait().unwrap().text, "Milk");
}

#[test]
fn no_word_of_a_note_is_readable_on_the_disk_or_in_a_debug_line() {
    let (_parent, dir, session) = with_second();
    unlock(&session, SECOND).unwrap();
    let id = write(&session, "Aunt Marigold's plum cake");
    let list = session.notes(String::new()).wait().unwrap();
    let note = session.note(id).wait().unwrap();
    assert!(!format!("{list:?} {note:?} {:?}", list.lines[0]).contains("Marigold"));
    session.lock().wait().unwrap();
    for entry in fs::read_dir(&dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            let bytes = fs::read(&path).unwrap();
            assert!(!bytes.windows(8).any(|window| window == b"Marigold"), "{path:?}");
        }
    }
}
