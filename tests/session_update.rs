//! Newer guidance on its whole way: signed with the desk program, fetched by the session from a real server over TLS,
//! kept, read at the next start, undone. What is refused changes nothing, and the journal waits for none of it.
#![cfg(feature = "net")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "update/server.rs"]
mod server;
#[path = "update/signing.rs"]
mod signing;

use base64::Engine;
use server::{ROOT, answer, serve};
use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use steadfast::domain::EntryDraft;
use steadfast::guidance::SourceTexts;
use steadfast::guidance::update::issue;
use steadfast::platform::recording::HandClock;
use steadfast::session::{Newest, Place, Session, SessionError, UpdateChoice, UpdateRefusal};
use steadfast::store::VaultDir;

const GOOD: &str = "teapot gravel nine lanterns";
const NEW: &str = "This line is newer than the program.";

fn session_with(home: &Path, key: Option<[u8; 32]>) -> Session {
    let place = Place::new(home.join("papers")).at_least_cost().with_updates(key, vec![ROOT.to_vec()]);
    Session::start(place, Arc::new(HandClock::at("2026-11-25T12:00:00Z".parse().unwrap())))
}

fn session(home: &Path) -> Session {
    session_with(home, Some(signing::public()))
}

/// What is built in, with one page that says more, signed.
fn signed_by(number: u32, sign: &dyn Fn(&[u8]) -> [u8; 64]) -> Vec<u8> {
    let texts = SourceTexts::built_in();
    let said = texts.pages.iter().find(|(id, _)| *id == "reporting").unwrap().1;
    let said = format!("{said}\n{NEW}\n");
    let pages: Vec<(&str, &str)> = texts
        .pages
        .iter()
        .map(|(id, text)| if *id == "reporting" { (*id, said.as_str()) } else { (*id, *text) })
        .collect();
    issue(number, "2026-11-24".parse().unwrap(), SourceTexts { pages: &pages, ..texts }, sign).unwrap()
}

fn signed(number: u32) -> Vec<u8> {
    signed_by(number, &signing::sign)
}

fn whole(body: &[u8]) -> Vec<u8> {
    answer(&format!("200 OK\r\nContent-Length: {}", body.len()), body)
}

/// A server of this, and how often it was asked.
fn offering(body: Vec<u8>) -> (String, Arc<AtomicU64>) {
    let asked = Arc::new(AtomicU64::new(0));
    let count = asked.clone();
    let (address, _) = serve(move |to| {
        count.fetch_add(1, Ordering::SeqCst);
        to.write_all(&whole(&body))
    });
    (address, asked)
}

fn says_it(newest: &Newest) -> bool {
    newest.library.page("reporting").unwrap().plain_text().contains(NEW)
}

fn refused(session: &Session, address: String) -> UpdateRefusal {
    let error = session.take_update(address).wait().unwrap_err();
    let told = error.told();
    for sentence in [&told.happened, &told.safe, &told.to_do] {
        assert!(sentence.ends_with('.') && sentence.len() > 15, "{sentence:?}");
    }
    match error {
        SessionError::Update(refusal) => refusal,
        other => panic!("{other:?}"),
    }
}

fn desk(words: &[&str], dir: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_steadfast-desk")).arg("content").args(words).current_dir(dir).output().unwrap()
}

fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

/// The public half, out of the line of the source that the program prints.
fn printed_key(out: &[u8]) -> [u8; 32] {
    let text = std::str::from_utf8(out).unwrap();
    let line =
        text.lines().find(|line| line.starts_with("pub const MAINTAINERS_KEY: Option<[u8; 32]> = Some([")).unwrap();
    let inside = line.split("Some([").nth(1).unwrap().trim_end_matches("]);");
    let bytes: Vec<u8> =
        inside.split(", ").map(|byte| u8::from_str_radix(byte.trim_start_matches("0x"), 16).unwrap()).collect();
    bytes.try_into().unwrap()
}

#[test]
fn what_the_maintainer_signed_is_fetched_read_at_the_next_start_and_undone() {
    let home = tempfile::tempdir().unwrap();
    let made = desk(&["key", "secret.key"], home.path());
    assert!(made.status.success(), "{made:?}");
    let key = printed_key(&made.stdout);
    let sources = content();
    let words = ["sign", "--key-file", "secret.key", "--number", "2", sources.to_str().unwrap(), "update"];
    let done = desk(&words, home.path());
    assert!(done.status.success(), "{done:?}");
    assert_eq!(printed_key(&done.stdout), key);
    let (address, _) = offering(fs::read(home.path().join("update")).unwrap());

    let session = session_with(home.path(), Some(key));
    assert!(session.takes_updates() && session.newest_guidance().is_none());
    let newest = session.take_update(address).wait().unwrap();
    assert_eq!(newest.number, 2);
    assert!(newest.library.faults().is_empty() && newest.library.page("in-danger-now").is_some());
    drop(session);
    let again = session_with(home.path(), Some(key));
    assert_eq!(again.newest_guidance().unwrap().number, 2, "it is there at the next start");
    // Another build, with another key, does not believe it.
    assert!(session_with(home.path(), Some(signing::public())).newest_guidance().is_none());
    assert!(again.undo_update().wait().unwrap().is_none());
    assert!(again.newest_guidance().is_none());
}

#[test]
fn the_one_before_comes_back_when_an_update_is_undone() {
    let home = tempfile::tempdir().unwrap();
    let session = session(home.path());
    session.take_update(offering(signed(2)).0).wait().unwrap();
    assert!(says_it(&session.take_update(offering(signed(3)).0).wait().unwrap()));
    assert!(says_it(&session.newest_now().wait().unwrap().unwrap()));
    assert_eq!(session.undo_update().wait().unwrap().unwrap().number, 2);
    assert!(session.undo_update().wait().unwrap().is_none());
}

#[test]
fn what_is_refused_is_refused_in_words_and_changes_nothing() {
    let home = tempfile::tempdir().unwrap();
    let session = session(home.path());
    session.take_update(offering(signed(2)).0).wait().unwrap();
    let good = signed(9);
    let other = ed25519_dalek::SigningKey::from_bytes(&[8; 32]);
    let by_other = signed_by(9, &|message| ed25519_dalek::Signer::sign(&other, message).to_bytes());
    let cases = [
        (offering(b"<html>not found</html>\n".to_vec()).0, UpdateRefusal::Unsigned),
        (offering(signed(2)).0, UpdateRefusal::NotNewer),
        (offering(good[..good.len() / 2].to_vec()).0, UpdateRefusal::NotWhole),
        (offering(by_other).0, UpdateRefusal::WrongKey),
        (
            serve(|to| {
                to.write_all(&answer("200 OK", b""))?;
                (0..1600).try_for_each(|_| to.write_all(&[b'a'; 65536]))
            })
            .0,
            UpdateRefusal::TooLarge,
        ),
        (
            serve(|to| to.write_all(&answer("302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0", b""))).0,
            UpdateRefusal::NotSecure,
        ),
        ("http://127.0.0.1:9/".to_owned(), UpdateRefusal::NotSecure),
        (serve(|to| to.write_all(&answer("404 Not Found\r\nContent-Length: 0", b""))).0, UpdateRefusal::NoAnswer),
    ];
    for (address, refusal) in cases {
        assert_eq!(refused(&session, address), refusal);
        let newest = session.newest_guidance().unwrap();
        assert!(newest.number == 2 && says_it(&newest), "{refusal:?}");
    }
    // A disk that takes nothing.
    let full = tempfile::tempdir().unwrap();
    fs::write(full.path().join("papers.pages"), "in the way").unwrap();
    assert_eq!(refused(&self::session(full.path()), offering(signed(2)).0), UpdateRefusal::Disk);
}

#[test]
fn a_kept_update_of_an_older_form_is_put_aside_and_said() {
    let home = tempfile::tempdir().unwrap();
    let session = session(home.path());
    let form_1 = include_bytes!("past/fail_update-1-older-form").to_vec();
    assert_eq!(refused(&session, offering(form_1.clone()).0), UpdateRefusal::OlderForm);
    fs::create_dir(home.path().join("papers.pages")).unwrap();
    fs::write(home.path().join("papers.pages/content.now"), form_1).unwrap();
    assert!(session.newest_guidance().is_none(), "what is built in is read");
    assert_eq!(session.newest_now().wait().err(), Some(SessionError::Update(UpdateRefusal::OlderForm)));
}

#[test]
fn a_build_without_a_key_says_so_and_asks_nobody() {
    let home = tempfile::tempdir().unwrap();
    let session = session_with(home.path(), None);
    let (address, asked) = offering(signed(2));
    assert!(!session.takes_updates());
    assert_eq!(refused(&session, address), UpdateRefusal::NoKey);
    assert_eq!(asked.load(Ordering::SeqCst), 0);
    assert!(SessionError::Update(UpdateRefusal::NoKey).told().happened.contains("This build has no key for updates"));
}

#[test]
fn nothing_is_asked_for_without_a_tap() {
    let home = tempfile::tempdir().unwrap();
    let (address, asked) = offering(signed(2));
    let session = session(home.path());
    session.set_up(GOOD.to_owned()).wait().unwrap();
    session.keep_update_address(Some(address.clone())).wait().unwrap();
    session.lock().wait().unwrap();
    session.unlock(GOOD.to_owned()).wait().unwrap();
    assert!(session.newest_guidance().is_none());
    assert_eq!(session.update_choice().wait().unwrap().address.as_ref(), Some(&address));
    drop(session);
    // The one before lets go of the vault when its thread has closed the files.
    while VaultDir::at(&home.path().join("papers")).lock().is_err() {
        std::thread::yield_now();
    }
    let session = self::session(home.path());
    session.unlock(GOOD.to_owned()).wait().unwrap();
    assert_eq!(asked.load(Ordering::SeqCst), 0);
    session.take_update(address).wait().unwrap();
    assert_eq!(asked.load(Ordering::SeqCst), 1, "one tap is one question");
}

#[test]
fn the_journal_does_not_wait_for_the_network() {
    let home = tempfile::tempdir().unwrap();
    let session = session(home.path());
    session.set_up(GOOD.to_owned()).wait().unwrap();
    let (asks, asked) = mpsc::channel();
    let (go, held) = mpsc::channel::<()>();
    let (asks, held) = (Mutex::new(asks), Mutex::new(held));
    let body = whole(&signed(2));
    let (address, _) = serve(move |to| {
        asks.lock().unwrap().send(()).unwrap();
        held.lock().unwrap().recv().unwrap();
        to.write_all(&body)
    });
    let coming = session.take_update(address);
    asked.recv().unwrap();
    // The server holds its answer back, and all of this is done in the meantime.
    let draft = EntryDraft { text: Some("x".to_owned()), ..EntryDraft::default() };
    let id = session.record(draft, Vec::new()).wait().unwrap();
    assert_eq!(session.entry(id).wait().unwrap().versions.len(), 1);
    session.lock().wait().unwrap();
    go.send(()).unwrap();
    assert_eq!(coming.wait().unwrap().number, 2);
}

#[test]
fn going_away_stops_it_and_nothing_is_taken() {
    let home = tempfile::tempdir().unwrap();
    let session = session(home.path());
    let (asks, asked) = mpsc::channel();
    let (go, held) = mpsc::channel::<()>();
    let (asks, held) = (Mutex::new(asks), Mutex::new(held));
    let body = whole(&signed(2));
    let (address, _) = serve(move |to| {
        asks.lock().unwrap().send(()).unwrap();
        held.lock().unwrap().recv().unwrap();
        to.write_all(&body)
    });
    let coming = session.take_update(address);
    asked.recv().unwrap();
    drop(coming);
    go.send(()).unwrap();
    assert_eq!(session.take_update(offering(signed(3)).0).wait().unwrap().number, 3);
    assert!(session.undo_update().wait().unwrap().is_none(), "the first was taken all the same");
}

#[test]
fn the_address_is_kept_sealed_in_the_journal_and_nowhere_without_one() {
    let home = tempfile::tempdir().unwrap();
    let session = session(home.path());
    let (address, _) = offering(signed(2));
    assert_eq!(session.keep_update_address(Some(address.clone())).wait(), Err(SessionError::Locked));
    session.take_update(address.clone()).wait().unwrap();
    let today = "2026-11-25".parse().ok();
    assert_eq!(session.update_choice().wait().unwrap(), UpdateChoice { address: None, checked: today });

    session.set_up(GOOD.to_owned()).wait().unwrap();
    assert_eq!(session.update_choice().wait().unwrap(), UpdateChoice::default());
    session.keep_update_address(Some(address.clone())).wait().unwrap();
    assert_eq!(refused(&session, address.clone()), UpdateRefusal::NotNewer);
    let both = UpdateChoice { address: Some(address.clone()), checked: today };
    assert_eq!(session.update_choice().wait().unwrap(), both);
    let bad = session.keep_update_address(Some("http://example.org/".to_owned())).wait();
    assert_eq!(bad, Err(SessionError::Update(UpdateRefusal::NotSecure)));
    session.lock().wait().unwrap();
    assert_eq!(session.update_choice().wait().unwrap().address, None);
    drop(session);
    let needle = address.as_bytes();
    let mut seen = 0;
    let mut folders = vec![home.path().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                seen += 1;
                let bytes = fs::read(&path).unwrap();
                assert!(!bytes.windows(needle.len()).any(|at| at == needle), "{}", path.display());
            }
        }
    }
    assert!(seen > 5);
    let session = self::session(home.path());
    session.unlock(GOOD.to_owned()).wait().unwrap();
    assert_eq!(session.update_choice().wait().unwrap(), both);
    session.keep_update_address(None).wait().unwrap();
    assert_eq!(session.update_choice().wait().unwrap().address, None);
}

#[test]
fn destroying_everything_takes_the_update_too() {
    let home = tempfile::tempdir().unwrap();
    let session = session(home.path());
    session.set_up(GOOD.to_owned()).wait().unwrap();
    session.take_update(offering(signed(2)).0).wait().unwrap();
    assert!(home.path().join("papers.pages").exists());
    assert!(session.destroy_everything(steadfast::session::Proof::Typed(GOOD.to_owned())).wait().unwrap());
    assert!(!home.path().join("papers.pages").exists());
    assert!(session.newest_guidance().is_none());
}

#[test]
fn the_desk_program_signs_nothing_that_the_app_would_refuse() {
    let home = tempfile::tempdir().unwrap();
    let secret = base64::engine::general_purpose::STANDARD.encode(signing::SEED);
    fs::write(home.path().join("k"), format!("steadfast-content-key 1 {secret}\n")).unwrap();
    fs::write(home.path().join("no-key"), "steadfast-content-key 1 AAAA\n").unwrap();
    let sources = content();
    let sources = sources.to_str().unwrap();
    let good = ["sign", "--key-file", "k", "--number", "2", "--issued", "2026-11-24", sources, "out"];
    let with = |at: usize, word: &'static str| {
        let mut words = good;
        words[at] = word;
        words
    };
    assert_eq!(desk(&with(2, "no-key"), home.path()).status.code(), Some(2));
    assert_eq!(desk(&with(2, "none"), home.path()).status.code(), Some(2));
    assert_eq!(desk(&with(4, "1"), home.path()).status.code(), Some(1));
    assert_eq!(desk(&with(7, "nowhere"), home.path()).status.code(), Some(2));
    assert!(!home.path().join("out").exists());
    // A text that makes a claim.
    let faulty = home.path().join("faulty/en-GB");
    fs::create_dir_all(faulty.join("guidance")).unwrap();
    for name in ["directory.toml", "is-this-stalking.toml"] {
        fs::copy(content().join("en-GB").join(name), faulty.join(name)).unwrap();
    }
    for entry in fs::read_dir(content().join("en-GB/guidance")).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, faulty.join("guidance").join(path.file_name().unwrap())).unwrap();
    }
    let page = faulty.join("guidance/reporting.md");
    fs::write(&page, format!("{}\nWe guarantee it.\n", fs::read_to_string(&page).unwrap())).unwrap();
    let ran = desk(&with(7, "faulty"), home.path());
    assert_eq!(ran.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&ran.stderr).contains("guarantee"), "{ran:?}");
    assert!(!home.path().join("out").exists());

    let ran = desk(&good, home.path());
    assert!(ran.status.success(), "{ran:?}");
    assert_eq!(printed_key(&ran.stdout), signing::public());
    let first = fs::read(home.path().join("out")).unwrap();
    assert!(first.starts_with(b"steadfast-content 3 "));
    assert_eq!(desk(&good, home.path()).status.code(), Some(2), "nothing is written over");
    assert_eq!(desk(&["key", "k"], home.path()).status.code(), Some(2), "not even a key");
    assert_eq!(fs::read(home.path().join("out")).unwrap(), first);
}

#[test]
fn a_new_key_is_readable_by_its_owner_alone() {
    let home = tempfile::tempdir().unwrap();
    let made = desk(&["key", "k"], home.path());
    assert!(made.status.success());
    #[cfg(unix)]
    {
        let mode = std::os::unix::fs::PermissionsExt::mode(&fs::metadata(home.path().join("k")).unwrap().permissions());
        assert_eq!(mode & 0o777, 0o600);
    }
    let secret = fs::read_to_string(home.path().join("k")).unwrap();
    let secret = secret.trim_end().strip_prefix("steadfast-content-key 1 ").unwrap().to_owned();
    let shown = [made.stdout, made.stderr].concat();
    assert!(!String::from_utf8(shown).unwrap().contains(&secret), "the secret half is not shown");
    assert_ne!(printed_key(&desk(&["key", "l"], home.path()).stdout), signing::public());
}

#[test]
fn an_address_that_nobody_answers_at_is_said_to_be_one() {
    let home = tempfile::tempdir().unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap(); // Taken, and let go: nobody listens there.
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    assert_eq!(refused(&session(home.path()), format!("https://127.0.0.1:{port}/")), UpdateRefusal::NoAnswer);
}
