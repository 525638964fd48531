//! The guidance in other languages: what ships holds against the English, and what it lacks is listed. `steadfast-desk content
//! check` takes every language that has a folder.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::Path;
use std::process::Command;
use steadfast::guidance::check::check_translation;
use steadfast::guidance::{Library, SourceTexts, Translation};
use steadfast::locale::LOCALES;

const TODAY: &str = "2026-11-25";

#[test]
fn what_each_language_lacks_is_listed_and_what_it_has_holds() {
    for (tag, _) in LOCALES {
        let library = Library::built_in().unwrap().speaking(tag);
        println!("{tag} leaves {} texts in English: {}", library.lacks().len(), library.lacks().join(", "));
        if let Some(translation) = Translation::built_in(tag) {
            let found = check_translation(SourceTexts::built_in(), translation, TODAY.parse().unwrap());
            assert!(found.iter().all(|finding| !finding.is_fault()), "{tag}: {found:?}");
        }
    }
}

fn check(dir: &Path) -> (i32, String, String) {
    let mut desk = Command::new(env!("CARGO_BIN_EXE_steadfast-desk"));
    let done = desk.args(["content", "check", "--today", TODAY]).arg(dir).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (done.status.code().unwrap(), text(done.stdout), text(done.stderr))
}

/// What is shipped, and beside it a language that nobody speaks, with this page.
fn beside_english(page: &str) -> tempfile::TempDir {
    let (dir, shipped) = (tempfile::tempdir().unwrap(), Path::new(env!("CARGO_MANIFEST_DIR")).join("content/en-GB"));
    let english = dir.path().join("en-GB");
    fs::create_dir_all(english.join("guidance")).unwrap();
    for name in ["directory.toml", "is-this-stalking.toml"] {
        fs::copy(shipped.join(name), english.join(name)).unwrap();
    }
    for file in fs::read_dir(shipped.join("guidance")).unwrap() {
        let path = file.unwrap().path();
        fs::copy(&path, english.join("guidance").join(path.file_name().unwrap())).unwrap();
    }
    fs::create_dir_all(dir.path().join("qaa/guidance")).unwrap();
    fs::write(dir.path().join("qaa/guidance/reporting.md"), page).unwrap();
    dir
}

#[test]
fn the_check_takes_each_language_and_says_what_it_lacks() {
    let page = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/content/en-GB/guidance/reporting.md")).unwrap();
    let dir = beside_english(&page);
    let (code, out, err) = check(dir.path());
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    assert!(out.contains("qaa: ") && out.contains("texts are left in English: page `"), "{out}");
    assert!(!out.contains("page `reporting`") && out.contains("the questions"), "{out}");

    for (from, to, named) in [
        ("[0800 555 111](tel:0800555111)", "[0800 555 111](page:who-can-help)", ""),
        ("0800555111", "08005551110", "08005551110 was added"),
        ("[0800 555 111](tel:0800555111)", "[it](page:who-can-help)", "0800555111 is missing"),
        ("Know what this cannot do", "Or call 0800 555 112. Know what this cannot do", "0800555112 was added"),
        ("(page:in-danger-now)", "(page:in-danger)", "in-danger"),
        ("You do not need proof.", "We guarantee it.", "guarantee"),
        ("+++\n", "", "no header"),
    ] {
        assert!(page.contains(from), "{from}");
        fs::write(dir.path().join("qaa/guidance/reporting.md"), page.replace(from, to)).unwrap();
        let (code, out, err) = check(dir.path());
        assert_eq!(code, i32::from(!named.is_empty()), "{from} -> {to}: {out}{err}");
        assert!(err.contains(named), "{from} -> {to}: {err}");
    }

    fs::write(dir.path().join("qaa/guidance/reporting.md"), [0xff, 0xfe]).unwrap();
    let (code, _, err) = check(dir.path());
    assert!(code == 1 && err.contains("reporting.md: is not text"), "{err}");
    fs::write(dir.path().join("qaa/guidance/reporting.md"), &page).unwrap();
    fs::write(dir.path().join("qaa/directory.toml"), "[[entry]]\nid = \"paladin\"\nnumber = \"999\"\n").unwrap();
    let (code, _, err) = check(dir.path());
    assert!(code == 1 && err.contains("qaa: directory entry `paladin`: unknown field `number`"), "{err}");
}
