//! Who may import whom, which room may use which crate, how long a file may be and what nothing may be called.
//!
//! Each scan is first shown to find what it looks for in a small made-up file.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "rooms/source.rs"]
mod source;

use std::path::{Path, PathBuf};

/// Each room and the rooms below it that it may import. `lib.rs`, `main.rs`, `serve.rs` and `bin/` join them all.
const ROOMS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("guidance", &["domain"]),
    ("vault", &["domain"]),
    ("store", &["domain"]),
    ("evidence", &["domain"]),
    ("backup", &["domain"]),
    ("platform", &["domain"]),
    ("locale", &[]),
    ("session", &["vault", "store", "evidence", "backup", "guidance", "locale", "domain"]),
    ("ui", &["session", "guidance", "locale", "domain"]),
];

/// Files that join the rooms and may import any of them.
const JOINING: &[&str] = &["lib.rs", "main.rs", "serve.rs", "bin/"];

/// In tests, these may also take the outside's recording fake from `platform`.
const FAKES_IN: &[&str] = &["session", "ui"];

/// In tests, these rooms may hold our signatures against what the crates themselves say.
const SIGNATURES_IN: (&[&str], &[&str]) = (&["ed25519_dalek", "ssh_key"], &["evidence/"]);

/// Crates and the only places, from `src/`, that may use them. A name that ends in `*` stands for all that begin with it.
const CRATES: &[(&[&str], &[&str])] = &[
    (&["rusqlite", "libsqlite3_sys"], &["store/"]),
    (
        &[
            "aes_gcm",
            "aead_stream",
            "argon2",
            "hkdf",
            "ed25519_dalek",
            "ssh_key",
            "x25519_dalek",
            "hpke",
            "chacha20poly1305",
            "pbkdf2",
            "scrypt",
        ],
        &["vault/"],
    ),
    // A computer has no chip that mixes its secret in, so the file that stands in for one does it.
    (&["hmac"], &["vault/", "platform/desktop/device"]),
    (&["reqwest", "hyper*", "ureq", "rustls*", "webpki_roots"], &["evidence/timestamp", "backup/", "guidance/update"]),
    // The app served on this computer's own address is not the network, but it listens.
    (
        &["std::net", "tokio::net", "axum*", "dioxus_liveview"],
        &["evidence/timestamp", "backup/", "guidance/update", "platform/", "main.rs", "serve.rs"],
    ),
    (&["fluent*", "unic_langid*"], &["locale/"]),
    (&["dioxus*"], &["ui/", "platform/", "main.rs", "serve.rs"]),
    (
        &["tokio"],
        &["session/", "ui/", "platform/", "backup/", "evidence/", "guidance/update", "main.rs", "serve.rs", "bin/"],
    ),
];

/// Words of the language and the only places that may use them.
const WORDS: &[(&str, &[&str])] =
    &[("unsafe", &["platform/", "vault/scrub.rs"]), ("target_os", &["platform/"]), ("target_vendor", &["platform/"])];

/// Files longer than this need a reason in `LONG`.
const QUESTIONED: usize = 400;
/// No file may be longer than this.
const REFUSED: usize = 600;
/// Files of more than 400 lines, and why each is still one file.
const LONG: &[(&str, &str)] = &[
    ("src/evidence/verify/tests.rs", "every way of changing a pack, each tried and named"),
    ("src/evidence/pack/tests.rs", "what a pack promises, tried on one made-up journal"),
    ("tests/journal.rs", "journeys through one session"),
];

/// Names that say nothing.
const EMPTY_NAMES: &[&str] = &["util", "utils", "helper", "helpers", "manager", "managers", "common", "misc"];

/// What is wrong with one file of `src/`; `in_test` if only tests see all of it.
fn offences(file: &str, text: &str, in_test: bool) -> Vec<String> {
    let seen = match source::read(file, text, in_test) {
        Ok(source) => source.seen,
        Err(error) => return vec![error],
    };
    let mut found = Vec::new();
    let joins = JOINING.iter().any(|place| file.starts_with(place));
    let room = file.split('/').next().unwrap_or_default().trim_end_matches(".rs");
    let below = ROOMS.iter().find(|(name, _)| *name == room).map(|(_, below)| *below);
    if !joins && below.is_none() {
        return vec![format!("src/{file} stands in no room")];
    }
    for one in &seen {
        let words: Vec<&str> = one.path.iter().map(String::as_str).collect();
        if let ["crate" | "steadfast", to, ..] = words.as_slice()
            && let Some(below) = below
            && *to != room
            && ROOMS.iter().any(|(name, _)| name == to)
            && !below.contains(to)
            && !(one.in_test && *to == "platform" && FAKES_IN.contains(&room))
        {
            found.push(format!("src/{file}: {room} may not import {to} ({})", words.join("::")));
        }
        for (crates, places) in CRATES {
            // A lone word is a crate only in a `use`: elsewhere it may be a field or a variable of that name.
            let named = crates.iter().any(|name| (words.len() > 1 || one.imported) && leads_to(&words, name));
            let compared = one.in_test
                && SIGNATURES_IN.0.iter().any(|name| leads_to(&words, name))
                && SIGNATURES_IN.1.iter().any(|place| file.starts_with(place));
            if named && !compared && !places.iter().any(|place| file.starts_with(place)) {
                found.push(format!("src/{file}: {} belongs in {}", words.join("::"), places.join(", ")));
            }
        }
        for (word, places) in WORDS {
            if words.contains(word) && !places.iter().any(|place| file.starts_with(place)) {
                found.push(format!("src/{file}: `{word}` belongs in {}", places.join(", ")));
            }
        }
    }
    found.sort();
    found.dedup();
    found
}

/// Whether a path begins with the crate, or the part of one, called `name`.
fn leads_to(words: &[&str], name: &str) -> bool {
    match name.strip_suffix('*') {
        Some(start) => words.first().is_some_and(|first| first.starts_with(start)),
        None => name.split("::").eq(words.iter().take(name.split("::").count()).copied()),
    }
}

/// Why a file of that many lines is too long, if it is.
fn too_long(file: &str, lines: usize, reasons: &[(&str, &str)]) -> Option<String> {
    let reason = reasons.iter().any(|(name, why)| *name == file && !why.is_empty());
    match lines {
        _ if file == "src/main.rs" && lines >= 60 => Some(format!("{file} has {lines} lines; it only joins: under 60")),
        _ if lines > REFUSED => Some(format!("{file} has {lines} lines; no file has more than {REFUSED}")),
        _ if lines > QUESTIONED && !reason => {
            Some(format!("{file} has {lines} lines; over {QUESTIONED} needs a reason in tests/rooms.rs"))
        }
        _ if lines <= QUESTIONED && reason => Some(format!("{file} has {lines} lines and needs no reason any more")),
        _ => None,
    }
}

/// The part of a path that says nothing, if there is one.
fn empty_name(file: &str) -> Option<&str> {
    file.split('/').map(|part| part.split('.').next().unwrap_or(part)).find(|part| EMPTY_NAMES.contains(part))
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder whose name ends in one of `endings`, from the repository's root, with `/`.
fn files(folder: &str, endings: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        for entry in entries {
            let path = entry.expect("a folder that can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if endings.iter().any(|ending| path.to_string_lossy().ends_with(ending)) {
                let path = path.strip_prefix(root()).expect("below the root");
                found.push(path.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}

fn written(endings: &[&str]) -> Vec<String> {
    ["src", "tests", "benches", "fuzz", "dev.d", "assets"].iter().flat_map(|folder| files(folder, endings)).collect()
}

fn read(file: &str) -> String {
    std::fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn nothing(found: &[String]) {
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn every_import_points_down() {
    let sources = files("src", &[".rs"]);
    assert!(sources.len() > 10, "the scan sees only {} files", sources.len());
    let sources: Vec<(&str, String)> =
        sources.iter().map(|file| (file.trim_start_matches("src/"), read(file))).collect();
    let test_files: Vec<String> = sources
        .iter()
        .filter_map(|(file, text)| source::read(file, text, false).ok())
        .flat_map(|source| source.test_files)
        .collect();
    let for_tests = |file: &str| {
        test_files.iter().any(|module| file == format!("{module}.rs") || file.starts_with(&format!("{module}/")))
    };
    let found: Vec<String> = sources.iter().flat_map(|(file, text)| offences(file, text, for_tests(file))).collect();
    nothing(&found);
}

#[test]
fn the_import_scan_finds_what_it_looks_for() {
    for (file, text) in [
        ("ui/screens/home.rs", "use crate::vault::Key;"),
        ("ui/screens/home.rs", "use crate::{domain::Entry, store::{self, Log}};"),
        ("ui/screens/home.rs", "fn f() { super::super::super::vault::open() }"),
        ("ui/screens/home.rs", "fn f() -> Element { rsx! { p { {crate::store::count()} } } }"),
        ("ui/mod.rs", "use super::{session, evidence as proof};"),
        ("ui/mod.rs", "mod inner { fn f() { super::super::backup::send() } }"),
        ("evidence/chain.rs", "use crate::vault;"),
        ("vault/slots.rs", "#[cfg(test)] mod tests { use crate::store::Blob; }"),
        ("store/mod.rs", "use crate::session::Session;"),
        ("session/record.rs", "use crate::platform::fake::Fake;"),
        ("session/record.rs", "use crate::ui::App;"),
        ("domain/entry.rs", "use crate::guidance::Page;"),
        ("domain/entry.rs", "use dioxus::prelude::*;"),
        ("domain/entry.rs", "fn f() { tokio::spawn(g()); }"),
        ("domain/entry.rs", "use rusqlite as sql;"),
        ("domain/entry.rs", "use std::{fmt, net::TcpStream};"),
        ("session/unlock.rs", "fn f() { let c = ::rusqlite::Connection::open(p); }"),
        ("session/unlock.rs", "use argon2::Argon2;"),
        ("evidence/pack.rs", "use {hmac::Hmac, sha2::Sha256};"),
        ("evidence/pack.rs", "use ssh_key::SshSig;"),
        ("evidence/pack/tests.rs", "use aes_gcm::Aes256Gcm;"),
        ("guidance/page.rs", "use reqwest::Client;"),
        ("session/search.rs", "use hyper_util::client;"),
        ("session/search.rs", "use std::net::TcpStream;"),
        ("ui/mod.rs", "use axum::Router;"),
        ("store/log.rs", "use dioxus_signals::Signal;"),
        ("vault/slots.rs", "fn f() { unsafe { g() } }"),
        ("store/log.rs", "#[cfg(target_os = \"android\")] fn f() {}"),
        ("ui/mod.rs", "fn f() { if cfg!(not(target_os = \"ios\")) {} }"),
        ("engine/mod.rs", "fn f() {}"),
        ("ui/mod.rs", "fn f( {"),
    ] {
        assert!(!offences(file, text, false).is_empty(), "not found in {file}: {text}");
    }
}

#[test]
fn the_import_scan_leaves_alone_what_is_allowed() {
    for (file, text) in [
        ("ui/screens/home.rs", "use crate::{domain::Entry, guidance::Page, session::Session}; use dioxus::prelude::*;"),
        (
            "ui/screens/home.rs",
            "// crate::vault\nconst TEXT: &str = \"crate::vault, unsafe\"; use super::super::components;",
        ),
        ("ui/app_tests.rs", "use crate::platform::fake::Fake;"),
        ("session/record.rs", "use crate::vault::Key; #[cfg(test)] mod tests { use crate::platform::fake::Fake; }"),
        ("vault/argon2.rs", "use argon2::Argon2; use super::slots;"),
        ("vault/scrub.rs", "unsafe fn wipe() {}"),
        ("evidence/mod.rs", "struct Row { hmac: u8 } fn f(r: Row) -> u8 { r.hmac }"),
        ("evidence/verify/tests.rs", "use ed25519_dalek::Verifier;"),
        ("evidence/timestamp/send.rs", "use reqwest::Client;"),
        ("store/log.rs", "use rusqlite::Connection; pub(crate) fn f() {}"),
        ("platform/android/dial.rs", "#[cfg(target_os = \"android\")] unsafe fn f() {}"),
        ("main.rs", "use steadfast::{platform, session, ui}; use std::net::TcpListener;"),
        ("bin/desk.rs", "use steadfast::{evidence, store};"),
    ] {
        nothing(&offences(file, text, false));
    }
}

#[test]
fn a_file_that_only_tests_see_is_known_as_one() {
    let read = |text| source::read("ui/mod.rs", text, false).unwrap().test_files;
    assert_eq!(read("mod app; #[cfg(test)] pub mod testing; mod route;"), ["ui/testing"]);
    assert_eq!(read("#[cfg(not(test))] mod app; #[cfg(all(test, unix))] mod x { fn f() { g(); } }"), [""; 0]);
    assert_eq!(offences("ui/testing.rs", "use crate::platform::Fake;", true), [""; 0]);
    assert_eq!(offences("ui/testing.rs", "use crate::vault::Key;", true).len(), 1);
}

#[test]
fn no_file_is_too_long() {
    let mut found = Vec::new();
    let mut seen = written(&[".rs", ".mjs", ".js", ".py", ".sh"]);
    seen.extend(["dev".to_owned(), ".ci/run".to_owned()]);
    for file in &seen {
        found.extend(too_long(file, read(file).lines().count(), LONG));
    }
    found.extend(
        LONG.iter().filter(|(name, _)| !Path::new(&root().join(name)).exists()).map(|(name, _)| format!("no {name}")),
    );
    nothing(&found);
}

#[test]
fn the_length_scan_finds_what_it_looks_for() {
    let reasons = &[("src/a.rs", "one table")];
    assert!(too_long("src/a.rs", 601, reasons).is_some());
    assert!(too_long("src/b.rs", 401, reasons).is_some());
    assert!(too_long("src/a.rs", 300, reasons).is_some(), "a reason that is no longer needed");
    assert!(too_long("src/main.rs", 60, reasons).is_some());
    assert!(too_long("src/a.rs", 600, reasons).is_none());
    assert!(too_long("src/b.rs", 400, reasons).is_none());
}

#[test]
fn nothing_has_a_name_that_says_nothing() {
    let named = written(&[""]);
    let found: Vec<String> =
        named.iter().filter_map(|file| empty_name(file).map(|name| format!("{file}: what is `{name}`?"))).collect();
    nothing(&found);
}

#[test]
fn the_name_scan_finds_what_it_looks_for() {
    for file in
        ["src/utils/mod.rs", "src/store/helpers.rs", "src/session/manager.rs", "tests/common/mod.rs", "src/ui/misc.css"]
    {
        assert!(empty_name(file).is_some(), "{file}");
    }
    assert!(empty_name("src/session/unlock.rs").is_none());
}
