//! Journeys through the session: real files, a real database, a real clock.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use steadfast::domain::{EntryDraft, Happened, Kind, Record, RecordId, Refusal, When};
use steadfast::platform::clock::SystemClock;
use steadfast::session::{Choice, KeptDraft, PackForm, Place, Query, Session, SessionError, VaultState, verify_pack};
use steadfast::store::{Initial, StoreError, VaultDir};
use steadfast::vault::{KdfParams, KeyFile, NewSecret};

const PASSPHRASE: &str = "four words nobody else has";

fn start(dir: &Path) -> Session {
    Session::start(Place::new(dir).at_least_cost(), Arc::new(SystemClock))
}

/// A vault that is set up, open, and gone when the test ends.
fn set_up() -> (tempfile::TempDir, PathBuf, Session) {
    let parent = tempfile::tempdir().unwrap();
    // As on a new device: not even the folder that it lies in is there.
    let dir = parent.path().join("local/data");
    let session = start(&dir);
    session.set_up(PASSPHRASE.to_owned()).wait().unwrap();
    (parent, dir, session)
}

fn said(text: &str) -> EntryDraft {
    EntryDraft { text: Some(text.to_owned()), kinds: vec![Kind::Seen], ..EntryDraft::default() }
}

fn record(session: &Session, text: &str) -> RecordId {
    session.record(said(text), Vec::new()).wait().unwrap()
}

/// Ends the session's thread and waits until the vault is free again.
fn reopen(session: Session, dir: &Path) -> Session {
    session.lock().wait().unwrap();
    drop(session);
    let next = start(dir);
    loop {
        match next.unlock(PASSPHRASE.to_owned()).wait() {
            Err(SessionError::Store(StoreError::InUse)) => std::thread::yield_now(),
            other => {
                other.unwrap();
                return next;
            }
        }
    }
}

fn texts(session: &Session) -> Vec<String> {
    let lines = session.entries_in_chain_order().wait().unwrap();
    lines.into_iter().map(|line| line.entry.content().text.clone().unwrap_or_default()).collect()
}

fn files_below(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files_below(&path));
        } else {
            found.push(path);
        }
    }
    found
}

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

#[test]
fn what_was_saved_is_there_after_locking_and_unlocking() {
    let (_parent, dir, session) = set_up();
    record(&session, "He stood by the wall.");
    record(&session, "He was there again.");
    let session = reopen(session, &dir);
    assert_eq!(texts(&session), ["He stood by the wall.", "He was there again."]);
    assert!(session.check(true, |_, _| {}).wait().unwrap().holds());
}

#[test]
fn nothing_that_was_written_is_readable_on_the_disk() {
    let (_parent, dir, session) = set_up();
    let words = "The man from the gym in the dark blue coat";
    let id = record(&session, words);
    session.attach_from(id, Some("holiday snap.txt".to_owned()), 0, words.as_bytes()).wait().unwrap();
    session.keep_draft(KeptDraft { draft: said(words), ..KeptDraft::default() }).wait().unwrap();
    session.lock().wait().unwrap();
    let plain = dir.join("plain");
    fs::write(&plain, words).unwrap();
    let found: Vec<_> = files_below(&dir).into_iter().filter(|path| holds(&fs::read(path).unwrap(), words)).collect();
    assert_eq!(found, [plain], "the scan finds what is there in the clear, and nothing else is");
    let names: Vec<_> = files_below(&dir).iter().map(|path| path.to_string_lossy().into_owned()).collect();
    assert!(!names.iter().any(|name| name.contains("holiday") || name.contains("journal")), "{names:?}");
}

#[test]
fn a_wrong_passphrase_opens_nothing_and_loses_nothing() {
    let (_parent, dir, session) = set_up();
    record(&session, "first");
    session.lock().wait().unwrap();
    for wrong in ["four words nobody else had", "", " "] {
        assert_eq!(session.unlock(wrong.to_owned()).wait(), Err(SessionError::WrongSecret));
        assert_eq!(session.entries(Query::default()).wait(), Err(SessionError::Locked));
    }
    session.unlock(PASSPHRASE.to_owned()).wait().unwrap();
    assert_eq!(texts(&session), ["first"]);
    drop(dir);
}

#[test]
fn locked_means_that_nothing_can_be_asked() {
    let (_parent, _dir, session) = set_up();
    let id = record(&session, "first");
    let epoch = session.status().borrow().epoch;
    session.lock().wait().unwrap();
    assert_eq!(session.status().borrow().vault, VaultState::Locked);
    assert!(session.status().borrow().epoch > epoch, "the screens are mounted anew");
    assert_eq!(session.entry(id).wait(), Err(SessionError::Locked));
    assert_eq!(session.record(said("x"), Vec::new()).wait(), Err(SessionError::Locked));
    assert_eq!(session.kept_draft().wait(), Err(SessionError::Locked));
    assert!(session.make_recovery_words().wait().is_err());
}

#[test]
fn recovery_words_open_the_journal_and_new_ones_end_the_old_ones() {
    let (_parent, _dir, session) = set_up();
    record(&session, "first");
    let words = |session: &Session| session.make_recovery_words().wait().unwrap().words().collect::<Vec<_>>().join(" ");
    let old = words(&session);
    let new = words(&session);
    session.lock().wait().unwrap();
    assert_eq!(session.unlock_with_words(old).wait(), Err(SessionError::WrongSecret));
    session.unlock_with_words(new.to_uppercase()).wait().unwrap();
    assert_eq!(texts(&session), ["first"]);
}

#[test]
fn a_mistyped_recovery_word_is_pointed_at() {
    let (_parent, _dir, session) = set_up();
    let mut words: Vec<String> = session.make_recovery_words().wait().unwrap().words().map(str::to_owned).collect();
    words[4] = "zzzz".to_owned();
    match session.unlock_with_words(words.join(" ")).wait() {
        Err(SessionError::RecoveryWords(what)) => assert!(what.contains('5'), "{what}"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_correction_stands_beside_what_was_first_written() {
    let (_parent, dir, session) = set_up();
    let id = record(&session, "A black coat.");
    session.correct(id, said("A dark blue coat."), Some("From the photo.".to_owned())).wait().unwrap();
    let session = reopen(session, &dir);
    let view = session.entry(id).wait().unwrap();
    let read: Vec<_> = view.versions.iter().map(|v| v.entry.content().text.as_deref().unwrap()).collect();
    assert_eq!(read, ["A black coat.", "A dark blue coat."]);
    assert_eq!(view.versions[1].why.as_deref(), Some("From the photo."));
    assert_eq!(session.correct(RecordId([1; 16]), said("x"), None).wait(), Err(SessionError::NoSuchEntry));
}

#[test]
fn a_correction_that_changes_nothing_is_not_written_and_a_reason_alone_is() {
    let (_parent, _dir, session) = set_up();
    let id = record(&session, "A black coat.");
    let links = || session.check(false, |_, _| {}).wait().unwrap().records;
    let before = links();
    assert_eq!(session.correct(id, said("A black coat."), None).wait(), Ok(id));
    assert_eq!(session.correct(id, said("A black coat."), Some("  ".to_owned())).wait(), Ok(id));
    assert_eq!((links(), session.entry(id).wait().unwrap().versions.len()), (before, 1));
    let changed = session.correct(id, said("A blue coat."), None).wait().unwrap();
    assert_eq!(session.correct(id, said("A blue coat."), None).wait(), Ok(changed));
    // Back to what it was first is a change.
    session.correct(id, said("A black coat."), None).wait().unwrap();
    session.correct(id, said("A black coat."), Some("I am sure now.".to_owned())).wait().unwrap();
    assert_eq!((links(), session.entry(id).wait().unwrap().versions.len()), (before + 3, 4));
}

#[test]
fn files_that_were_saved_with_an_entry_are_told_from_those_that_were_added_later() {
    let (_parent, dir, session) = set_up();
    let held: Vec<_> = [&b"22:01 call"[..], &b"22:03 call"[..]]
        .into_iter()
        .map(|bytes| {
            let file = session.begin_file(None, steadfast::domain::CameBy::Picked, 0).wait().unwrap();
            session.push_slice(file, bytes.to_vec()).wait().unwrap();
            session.finish_file(file).wait().unwrap()
        })
        .collect();
    let id = session.record(said("Two calls."), held).wait().unwrap();
    let session = reopen(session, &dir);
    session.attach_from(id, None, 0, &b"22:05 call"[..]).wait().unwrap();
    let session = reopen(session, &dir);
    let view = session.entry(id).wait().unwrap();
    let later: Vec<bool> = view.files.iter().map(|file| file.later).collect();
    assert_eq!(later, [false, false, true]);
    assert_eq!(view.added_later().map(|file| file.seq).collect::<Vec<_>>(), [view.files[2].seq]);
    assert_eq!(view.files[0].added, view.versions[0].recorded);
    assert!(view.files[2].added.at > view.versions[0].recorded.at);
}

#[test]
fn a_photo_comes_back_byte_for_byte_and_what_is_no_photo_is_not_called_one() {
    let (_parent, dir, session) = set_up();
    let photo = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("content/demo/bus-stop.jpg")).unwrap();
    let intake = session.begin_file(Some("a.jpg".to_owned()), steadfast::domain::CameBy::Picked, 0).wait().unwrap();
    for slice in photo.chunks(1000) {
        session.push_slice(intake, slice.to_vec()).wait().unwrap();
    }
    let held = session.finish_file(intake).wait().unwrap();
    assert_eq!(held.media_type, "image/jpeg");
    let id = session.record(said("with a photo"), vec![held.clone()]).wait().unwrap();
    let fake = session.attach_from(id, Some("fake.jpg".to_owned()), 0, &b"not a picture at all"[..]).wait().unwrap();
    assert_ne!(fake.media_type, "image/jpeg");
    let session = reopen(session, &dir);
    assert_eq!(session.file(held.file, 1 << 20).wait().unwrap(), photo);
    assert_eq!(session.file(held.file, 10).wait(), Err(SessionError::TooLarge));
    assert_eq!(session.entry(id).wait().unwrap().files.len(), 2);
}

#[test]
fn an_empty_file_and_a_file_that_breaks_off_are_refused_and_leave_nothing() {
    struct Breaks(u32);
    impl std::io::Read for Breaks {
        fn read(&mut self, buf: &mut [u8]) -> std::io::Result<usize> {
            self.0 += 1;
            if self.0 > 3 { Err(std::io::ErrorKind::BrokenPipe.into()) } else { Ok(buf.len()) }
        }
    }
    let (_parent, dir, session) = set_up();
    let id = record(&session, "x");
    let before = files_below(&dir).len();
    assert_eq!(session.attach_from(id, None, 0, std::io::empty()).wait(), Err(SessionError::EmptyFile));
    let broke = session.attach_from(id, None, 0, Breaks(0)).wait();
    assert_eq!(broke, Err(SessionError::Unreadable(std::io::ErrorKind::BrokenPipe)));
    assert_eq!(files_below(&dir).len(), before);
    assert!(session.entry(id).wait().unwrap().files.is_empty());
}

#[test]
fn what_was_typed_is_offered_back_after_a_lock() {
    let (_parent, dir, session) = set_up();
    let kept = KeptDraft { draft: said("half a sen"), ..KeptDraft::default() };
    session.keep_draft(kept.clone()).wait().unwrap();
    let session = reopen(session, &dir);
    assert_eq!(session.kept_draft().wait().unwrap(), Some(kept));
    session.drop_draft().wait().unwrap();
    assert_eq!(session.kept_draft().wait().unwrap(), None);
}

#[test]
fn a_draft_that_breaks_a_rule_is_refused_in_words_and_nothing_is_written() {
    let (_parent, _dir, session) = set_up();
    assert_eq!(
        session.record(EntryDraft::default(), Vec::new()).wait(),
        Err(SessionError::Refused(vec![Refusal::NothingSaid]))
    );
    let at = When::parse("2999-01-01T10:00").unwrap();
    let late = EntryDraft { happened: Some(Happened::Exact { at }), ..said("x") };
    let error = session.record(late, Vec::new()).wait().unwrap_err();
    assert!(error.told().to_string().contains("future"));
    assert!(texts(&session).is_empty());
}

#[test]
fn a_vault_that_is_open_elsewhere_is_not_opened_twice() {
    let (_parent, dir, session) = set_up();
    record(&session, "first");
    let second = start(&dir);
    let error = second.unlock(PASSPHRASE.to_owned()).wait().unwrap_err();
    assert_eq!(error, SessionError::Store(StoreError::InUse));
    assert!(error.told().happened.contains("another window or program"));
    record(&session, "second");
    assert_eq!(texts(&session), ["first", "second"]);
}

#[test]
fn setting_up_twice_touches_nothing() {
    let (_parent, dir, session) = set_up();
    record(&session, "first");
    assert_eq!(session.set_up("another passphrase".to_owned()).wait(), Err(SessionError::AlreadyThere));
    let session = reopen(session, &dir);
    assert_eq!(texts(&session), ["first"]);
}

#[test]
fn a_set_up_that_was_cut_off_is_finished_at_the_first_unlock() {
    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("data");
    let passphrase = PASSPHRASE.to_owned().into();
    let pair = KeyFile::create_pair(KdfParams::FLOOR, NewSecret::Passphrase(&passphrase), None).unwrap();
    let (journal, notes) = (pair.journal.to_bytes(), pair.notes.to_bytes());
    // The journal on the second side, so that the side is not right by luck.
    let initial = Initial { a_keys: &notes, b_keys: &journal, door: b"", tries: b"" };
    drop(VaultDir::create(&dir, &initial).unwrap());
    let session = start(&dir);
    session.unlock(PASSPHRASE.to_owned()).wait().unwrap();
    record(&session, "first");
    let session = reopen(session, &dir);
    assert_eq!(texts(&session), ["first"]);
    assert!(session.check(true, |_, _| {}).wait().unwrap().holds());
}

#[test]
fn a_passphrase_that_is_too_short_makes_no_vault() {
    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("data");
    let session = start(&dir);
    for weak in ["", "short", "12345678901"] {
        assert_eq!(session.set_up(weak.to_owned()).wait(), Err(SessionError::WeakPassphrase));
    }
    assert!(!dir.exists());
    assert_eq!(session.unlock(PASSPHRASE.to_owned()).wait(), Err(SessionError::NoVault));
}

#[test]
fn a_database_cut_short_is_kept_and_opened_as_far_as_it_goes() {
    let (_parent, dir, session) = set_up();
    for n in 0..200 {
        record(&session, &format!("entry {n}"));
    }
    session.lock().wait().unwrap();
    drop(session);
    // The journal is the larger of the two.
    let db = ["a.db", "b.db"]
        .map(|name| dir.join(name))
        .into_iter()
        .max_by_key(|path| fs::metadata(path).unwrap().len())
        .unwrap();
    let whole = fs::metadata(&db).unwrap().len();
    let cut = whole / 2 / 4096 * 4096;
    fs::OpenOptions::new().write(true).open(&db).unwrap().set_len(cut).unwrap();
    let session = start(&dir);
    let damage = loop {
        match session.unlock(PASSPHRASE.to_owned()).wait() {
            Err(SessionError::Store(StoreError::InUse)) => std::thread::yield_now(),
            other => break other.unwrap(),
        }
    };
    assert!(!damage.is_empty());
    let read = texts(&session);
    assert!(!read.is_empty() && read.len() < 200, "{} entries", read.len());
    assert!(read.iter().all(|text| text.starts_with("entry ")));
    assert_eq!(session.record(said("x"), Vec::new()).wait(), Err(SessionError::ReadingOnly));
    assert_eq!(session.status().borrow().vault, VaultState::ReadingOnly);
    let pack = dir.with_file_name("pack");
    let made = session.make_pack(Choice::default(), PackForm::Folder(pack.clone()), |_, _| {}).wait().unwrap();
    assert_eq!(made.entries as usize, read.len(), "what can be read can be handed over");
    assert!(verify_pack(&pack, None).unwrap().holds());
    assert_eq!(fs::metadata(&db).unwrap().len(), cut, "the damaged file is as it was");
}

#[test]
fn a_key_file_that_is_lost_does_not_keep_her_out() {
    for broken in ["a.keys", "b.keys"] {
        let (_parent, dir, session) = set_up();
        record(&session, "first");
        session.lock().wait().unwrap();
        let (mine, other) = (dir.join(broken), dir.join(if broken == "a.keys" { "b.keys" } else { "a.keys" }));
        let kept = fs::read(&mine).unwrap();
        fs::write(&mine, &kept[..100]).unwrap();
        match session.unlock(PASSPHRASE.to_owned()).wait() {
            Ok(_) => assert_eq!(texts(&session), ["first"]),
            // It was the journal's own: then nothing opens, nothing is changed, and a copy brings it back.
            Err(error) => {
                assert!(matches!(error, SessionError::KeyFileLost(_)), "{error:?}");
                fs::write(&mine, &kept).unwrap();
                session.unlock(PASSPHRASE.to_owned()).wait().unwrap();
                assert_eq!(texts(&session), ["first"]);
            }
        }
        assert!(other.exists());
    }
}

#[test]
fn a_file_that_is_gone_or_changed_is_named_by_the_check() {
    let (_parent, dir, session) = set_up();
    let id = record(&session, "with files");
    let first = session.attach_from(id, None, 0, &[7u8; 100_000][..]).wait().unwrap();
    let second = session.attach_from(id, None, 0, &[8u8; 100_000][..]).wait().unwrap();
    assert!(session.check(true, |_, _| {}).wait().unwrap().holds());
    let sealed = |id: &str| files_below(&dir).into_iter().find(|path| path.ends_with(id)).unwrap();
    fs::remove_file(sealed(&first.file.to_string())).unwrap();
    let changed = sealed(&second.file.to_string());
    let mut bytes = fs::read(&changed).unwrap();
    bytes[70_000] ^= 1;
    fs::write(&changed, bytes).unwrap();
    let quick = session.check(false, |_, _| {}).wait().unwrap();
    assert_eq!(quick.problems.len(), 1, "{:?}", quick.problems);
    let whole = session.check(true, |_, _| {}).wait().unwrap();
    assert_eq!(whole.problems.len(), 2, "{:?}", whole.problems);
    assert!(
        whole.problems[0].contains(&first.file.to_string()) && whole.problems[1].contains(&second.file.to_string())
    );
    assert!(
        whole.problems[0].contains("is missing") && whole.problems[1].contains("is damaged"),
        "{:?}",
        whole.problems
    );
    assert!(!whole.problems.iter().any(|problem| problem.contains("not added")), "{:?}", whole.problems);
    assert_eq!(texts(&session), ["with files"]);
}

#[test]
fn the_way_back_opens_to_its_number_alone_and_to_an_empty_display_before_one_is_chosen() {
    let (_parent, dir, session) = set_up();
    assert!(session.leads_back("") && !session.leads_back("123"));
    for bad in ["123", "12345678901234", "12a4", ""] {
        assert_eq!(session.set_way_back(bad.to_owned()).wait(), Err(SessionError::WayBack), "{bad}");
    }
    session.set_way_back("2580".to_owned()).wait().unwrap();
    session.lock().wait().unwrap();
    assert!(session.leads_back("2580"));
    assert!(!session.leads_back("2581") && !session.leads_back("") && !session.leads_back("25800"));
    assert!(!holds(&fs::read(dir.join("door")).unwrap(), "2580"));
}

#[test]
fn unlocks_and_failed_tries_are_lines_of_the_journal() {
    let (_parent, dir, session) = set_up();
    session.lock().wait().unwrap();
    for _ in 0..2 {
        assert!(session.unlock("wrong wrong wrong".to_owned()).wait().is_err());
    }
    session.unlock(PASSPHRASE.to_owned()).wait().unwrap();
    let session = reopen(session, &dir);
    let failed: Vec<u32> = session
        .access_log()
        .wait()
        .unwrap()
        .into_iter()
        .filter_map(|line| match line.record {
            Record::Unlocked { failed, .. } => Some(failed),
            _ => None,
        })
        .collect();
    assert_eq!(failed, [2, 0]);
}

#[test]
fn search_finds_words_kinds_and_people_in_any_case() {
    let (_parent, _dir, session) = set_up();
    record(&session, "By the Wall, in a blue coat.");
    record(&session, "Nothing to see.");
    let asked = |words: &str| Query { words: words.to_owned(), ..Query::default() };
    let found = |words: &str| session.entries(asked(words)).wait().unwrap().len();
    assert_eq!((found("wall BLUE"), found("seen"), found("motorway"), found("")), (1, 2, 0, 2));
    assert_eq!((found("kinds"), found("happened")), (0, 0), "it looks in the names of fields");
    // A screen in another language has other names for kinds.
    let shown: fn(&EntryDraft) -> String = |_| "Şēēƞ".to_owned();
    let found = |words: &str| session.entries(Query { shown: Some(shown), ..asked(words) }).wait().unwrap().len();
    assert_eq!((found("şēēƞ"), found("şēēƞ wall")), (2, 1));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_refuses_in_words_and_keeps_what_was_saved() {
    let parent = tempfile::tempdir().unwrap();
    let mounted = std::process::Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=3m", "tmpfs"])
        .arg(parent.path())
        .status()
        .is_ok_and(|status| status.success());
    if !mounted {
        eprintln!(
            "NOT RUN: a_full_disk_refuses_in_words_and_keeps_what_was_saved: a small disk cannot be mounted here"
        );
        return;
    }
    let dir = parent.path().join("data");
    let session = start(&dir);
    session.set_up(PASSPHRASE.to_owned()).wait().unwrap();
    let mut saved = Vec::new();
    let error = loop {
        let text = format!("{} {}", saved.len(), "x".repeat(50_000));
        match session.record(said(&text), Vec::new()).wait() {
            Ok(_) => saved.push(text),
            Err(error) => break error,
        }
        assert!(saved.len() < 100, "the disk never filled");
    };
    assert!(error.told().happened.contains("no space left"), "{error:?}");
    assert_eq!(texts(&session), saved);
    let session = reopen(session, &dir);
    assert_eq!(texts(&session), saved, "everything acknowledged is there");
    session.lock().wait().unwrap();
    drop(session);
    std::process::Command::new("umount").arg("-l").arg(parent.path()).status().unwrap();
}

#[test]
fn the_made_up_story_fills_a_journal_that_holds() {
    let (_parent, dir, session) = set_up();
    session.fill_with_demo().wait().unwrap();
    let session = reopen(session, &dir);
    let lines = session.entries_in_chain_order().wait().unwrap();
    assert!(lines.len() > 50);
    assert!(lines.iter().any(|line| line.corrections > 0) && lines.iter().any(|line| !line.files.is_empty()));
    let checked = session.check(true, |_, _| {}).wait().unwrap();
    assert!(checked.holds() && checked.files > 3, "{:?}", checked.problems);
    let counts = session.counts().wait().unwrap();
    assert_eq!(counts.entries, lines.len());
    assert!(counts.days > 20 && counts.since.is_some());
}
