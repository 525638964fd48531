//! Newer guidance is taken whole, if it is signed and holds; anything else is refused in words and changes nothing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use base64::Engine;
use ed25519_dalek::{Signature, Signer, SigningKey, Verifier, VerifyingKey};
use jiff::civil::{Date, date};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use steadfast::guidance::update::{Kept, LARGEST_UPDATE, Undone, Update, UpdateRefusal};

const TODAY: Date = date(2026, 11, 25);

fn ours() -> SigningKey {
    SigningKey::from_bytes(&[7; 32])
}

fn verify(message: &[u8], signature: &[u8; 64]) -> bool {
    ours().verifying_key().verify(message, &Signature::from_bytes(signature)).is_ok()
}

/// What is shipped, as an update would carry it.
fn body(number: u32) -> Value {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/en-GB");
    let mut files = serde_json::Map::new();
    for name in ["directory.toml", "is-this-stalking.toml"] {
        files.insert(name.to_owned(), fs::read_to_string(dir.join(name)).unwrap().into());
    }
    for entry in fs::read_dir(dir.join("guidance")).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("guidance/{}", path.file_name().unwrap().to_str().unwrap());
        files.insert(name, fs::read_to_string(path).unwrap().into());
    }
    json!({ "locale": "en-GB", "number": number, "issued": "2026-11-25", "files": files })
}

fn signed_by(key: &SigningKey, body: &Value) -> Vec<u8> {
    let body = serde_json::to_vec(body).unwrap();
    let first = format!("steadfast-content 3 {}\n", body.len()).into_bytes();
    let signature = key.sign(&[first.as_slice(), &body].concat()).to_bytes();
    let signature = base64::engine::general_purpose::STANDARD.encode(signature).into_bytes();
    [first, signature, b"\n".to_vec(), body].concat()
}

fn update(number: u32) -> Vec<u8> {
    signed_by(&ours(), &body(number))
}

/// An update in which one page says something new.
fn saying(number: u32, words: &str) -> Vec<u8> {
    let mut body = body(number);
    let page = &mut body["files"]["guidance/reporting.md"];
    *page = format!("{}\n{words}\n", page.as_str().unwrap()).into();
    signed_by(&ours(), &body)
}

fn refused(bytes: &[u8]) -> UpdateRefusal {
    Update::read(bytes, &verify, 1, TODAY).unwrap_err()
}

fn says(update: &Update, words: &str) -> bool {
    update.library().unwrap().page("reporting").unwrap().plain_text().contains(words)
}

#[test]
fn a_signed_newer_update_is_taken_read_and_undone() {
    let dir = tempfile::tempdir().unwrap();
    let kept = Kept::new(dir.path().join("content"));
    assert!(kept.current(&verify, TODAY).is_none());
    assert_eq!(kept.undo(), Ok(Undone::NothingToUndo));

    let taken = kept.take(&saying(2, "The second."), &verify, TODAY).unwrap();
    assert_eq!((taken.number(), taken.issued()), (2, TODAY));
    assert!(says(&kept.current(&verify, TODAY).unwrap(), "The second."));
    kept.take(&saying(3, "The third."), &verify, TODAY).unwrap();
    assert!(says(&kept.current(&verify, TODAY).unwrap(), "The third."));

    assert_eq!(kept.undo(), Ok(Undone::ToUpdateBefore));
    assert!(says(&kept.current(&verify, TODAY).unwrap(), "The second."));
    assert_eq!(kept.undo(), Ok(Undone::ToBuiltIn));
    assert!(kept.current(&verify, TODAY).is_none());
    assert_eq!(kept.undo(), Ok(Undone::NothingToUndo));
    kept.take(&update(2), &verify, TODAY).unwrap();
    let years_on = date(2030, 1, 1);
    assert!(kept.current(&verify, years_on).is_some(), "age alone takes nothing away");
}

#[test]
fn what_is_not_ours_is_refused_in_words() {
    let good = update(2);
    let text = String::from_utf8(good.clone()).unwrap();
    let (first, rest) = text.split_once('\n').unwrap();
    let (signature, body_text) = rest.split_once('\n').unwrap();
    assert_eq!(refused(b""), UpdateRefusal::Unsigned);
    assert_eq!(refused(b"<html>not found</html>\n"), UpdateRefusal::Unsigned);
    assert_eq!(refused(body_text.as_bytes()), UpdateRefusal::Unsigned);
    assert_eq!(refused(format!("{first}\n\n{body_text}").as_bytes()), UpdateRefusal::Unsigned);
    assert_eq!(refused(&signed_by(&SigningKey::from_bytes(&[8; 32]), &body(2))), UpdateRefusal::WrongKey);
    let changed = body_text.replacen("0808 802 0300", "0808 802 0301", 1);
    assert_eq!(refused(format!("{first}\n{signature}\n{changed}").as_bytes()), UpdateRefusal::WrongKey);
    let newer = text.replacen("steadfast-content 3", "steadfast-content 4", 1);
    assert_eq!(refused(newer.as_bytes()), UpdateRefusal::NewerForm);
    let older = text.replacen("steadfast-content 3", "steadfast-content 2", 1);
    assert_eq!(refused(older.as_bytes()), UpdateRefusal::OlderForm);
    assert_eq!(refused(&update(1)), UpdateRefusal::NotNewer);
    assert_eq!(refused(&update(0)), UpdateRefusal::NotNewer);
    assert_eq!(refused(&vec![b'a'; LARGEST_UPDATE + 1]), UpdateRefusal::TooLarge);
    for cut in [first.len() + 1, first.len() + 20, good.len() / 2, good.len() - 1] {
        assert_eq!(refused(&good[..cut]), UpdateRefusal::NotWhole, "cut at {cut}");
    }
    assert_eq!(refused(&[good.as_slice(), b" "].concat()), UpdateRefusal::NotWhole);
    for refusal in [
        UpdateRefusal::Unsigned,
        UpdateRefusal::NotWhole,
        UpdateRefusal::WrongKey,
        UpdateRefusal::TooLarge,
        UpdateRefusal::NewerForm,
        UpdateRefusal::OlderForm,
    ] {
        assert!(refusal.to_string().contains("What you have stays."), "{refusal}");
    }
}

#[test]
fn what_is_signed_and_does_not_hold_is_refused_too() {
    type Change = fn(&mut Value);
    let changes: [(&str, Change, &str); 7] = [
        ("a claim", |body| body["files"]["guidance/reporting.md"] = claim(body).into(), "guarantee"),
        ("a page lost", |body| drop(files(body).remove("guidance/in-danger-now.md")), "in-danger-now"),
        ("the directory lost", |body| drop(files(body).remove("directory.toml")), "directory.toml"),
        ("another language", |body| body["locale"] = "xx".into(), "xx"),
        ("a file elsewhere", |body| body["files"]["../evil.md"] = "x".into(), "no place"),
        (
            "999 changed",
            |body| swap(body, "number = \"999\"\ndial = \"999\"", "number = \"112\"\ndial = \"112\""),
            "999",
        ),
        ("more than is known", |body| body["script"] = "x".into(), "script"),
    ];
    for (name, change, why) in changes {
        let mut body = body(2);
        change(&mut body);
        let refusal = refused(&signed_by(&ours(), &body)).to_string();
        assert!(refusal.contains(why) && refusal.contains("What you have stays."), "{name}: {refusal}");
    }
}

fn files(body: &mut Value) -> &mut serde_json::Map<String, Value> {
    body["files"].as_object_mut().unwrap()
}

fn claim(body: &Value) -> String {
    format!("{}\nWe guarantee it.\n", body["files"]["guidance/reporting.md"].as_str().unwrap())
}

fn swap(body: &mut Value, from: &str, to: &str) {
    let directory = body["files"]["directory.toml"].as_str().unwrap();
    assert!(directory.contains(from));
    body["files"]["directory.toml"] = directory.replace(from, to).into();
}

#[test]
fn a_clock_that_runs_behind_loses_no_update_and_a_check_after_the_signing_is_a_fault() {
    let years_back = date(2020, 1, 1);
    assert!(Update::read(&update(2), &verify, 1, years_back).is_ok());
    let mut body = body(2);
    body["issued"] = "2026-11-22".into();
    let early = signed_by(&ours(), &body);
    let refusal = Update::read(&early, &verify, 1, years_back).unwrap_err().to_string();
    assert!(refusal.contains("a day that has not come"), "{refusal}");
}

#[test]
fn a_refused_update_changes_nothing_on_the_disk() {
    let dir = tempfile::tempdir().unwrap();
    let kept = Kept::new(dir.path().to_owned());
    kept.take(&update(2), &verify, TODAY).unwrap();
    kept.take(&update(3), &verify, TODAY).unwrap();
    let all = || -> Vec<(String, Vec<u8>)> {
        let mut all: Vec<_> = fs::read_dir(dir.path())
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(&path).unwrap()))
            .collect();
        all.sort();
        all
    };
    let before = all();
    let wrong_key = signed_by(&SigningKey::from_bytes(&[8; 32]), &body(9));
    for bytes in [update(3), update(2), wrong_key, update(9)[..2000].to_vec(), vec![0; LARGEST_UPDATE + 1]] {
        assert!(kept.take(&bytes, &verify, TODAY).is_err());
        assert_eq!(all(), before);
    }
}

#[test]
fn a_damaged_or_changed_file_leaves_the_built_in_guidance() {
    let dir = tempfile::tempdir().unwrap();
    let kept = Kept::new(dir.path().to_owned());
    kept.take(&update(2), &verify, TODAY).unwrap();
    let path = dir.path().join("content.now");
    let good = fs::read(&path).unwrap();
    for bytes in [&good[..good.len() / 2], b"", &[&good[..good.len() - 2], b"x}"].concat()] {
        fs::write(&path, bytes).unwrap();
        assert!(kept.current(&verify, TODAY).is_none());
    }
    // A damaged update does not stand in the way of the next one, and is nothing to go back to.
    kept.take(&update(2), &verify, TODAY).unwrap();
    assert_eq!(kept.undo(), Ok(Undone::ToBuiltIn));
}

#[test]
fn an_update_that_cannot_be_written_says_so() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("a-file");
    fs::write(&file, "x").unwrap();
    let kept = Kept::new(file.join("below"));
    assert_eq!(kept.take(&update(2), &verify, TODAY), Err(UpdateRefusal::Disk));
}

/// The public half of the first key of RFC 8032, 7.1.
const PUBLISHED: [u8; 32] = [
    0xd7, 0x5a, 0x98, 0x01, 0x82, 0xb1, 0x0a, 0xb7, 0xd5, 0x4b, 0xfe, 0xd3, 0xc9, 0x64, 0x07, 0x3a, 0x0e, 0xe1, 0x72,
    0xf3, 0xda, 0xa6, 0x23, 0x25, 0xaf, 0x02, 0x1a, 0x68, 0xf7, 0x07, 0x51, 0x1a,
];
/// Signed with it when the questions had no `[headings]` and nothing was marked as what not to do.
const FORM_1: &[u8] = include_bytes!("past/fail_update-1-older-form");
/// Signed with it when no page had buttons or words of its own to be found by.
const FORM_2: &[u8] = include_bytes!("past/fail_update-2-older-form");

#[test]
fn an_update_of_an_older_form_is_refused_as_one_and_one_that_was_kept_is_said_to_be_there() {
    let published = VerifyingKey::from_bytes(&PUBLISHED).unwrap();
    let verify =
        |message: &[u8], signature: &[u8; 64]| published.verify(message, &Signature::from_bytes(signature)).is_ok();
    for older in [FORM_1, FORM_2] {
        let (first, rest) = older.split_at(older.iter().position(|byte| *byte == b'\n').unwrap() + 1);
        let (signature, body) = rest.split_at(88);
        let signature = base64::engine::general_purpose::STANDARD.decode(signature).unwrap().try_into().unwrap();
        assert!(verify(&[first, &body[1..]].concat(), &signature), "the frozen file is whole");
        assert_eq!(Update::read(older, &verify, 1, TODAY), Err(UpdateRefusal::OlderForm));

        let dir = tempfile::tempdir().unwrap();
        let kept = Kept::new(dir.path().to_owned());
        assert_eq!(kept.looked_at(&verify, TODAY), Ok(None));
        assert_eq!(kept.take(older, &verify, TODAY), Err(UpdateRefusal::OlderForm));
        assert!(!dir.path().join("content.now").exists());
        fs::write(dir.path().join("content.now"), older).unwrap();
        assert!(kept.current(&verify, TODAY).is_none(), "what is built in is read");
        assert_eq!(kept.looked_at(&verify, TODAY), Err(UpdateRefusal::OlderForm));
        // It does not stand in the way of the next one, and is nothing to go back to.
        kept.take(&update(2), &self::verify, TODAY).unwrap();
        assert_eq!(kept.looked_at(&self::verify, TODAY).unwrap().unwrap().number(), 2);
        assert_eq!(kept.undo(), Ok(Undone::ToBuiltIn));
    }
}

#[test]
fn an_update_as_new_as_the_program_is_passed_over_without_a_word() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("content.now"), update(1)).unwrap();
    let kept = Kept::new(dir.path().to_owned());
    assert_eq!(kept.looked_at(&verify, TODAY), Ok(None));
    fs::write(dir.path().join("content.now"), b"x").unwrap();
    assert_eq!(kept.looked_at(&verify, TODAY), Err(UpdateRefusal::Unsigned));
}
