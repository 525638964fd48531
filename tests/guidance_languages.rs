//! The guidance in other languages: what ships holds against the English, and what it lacks is listed. `steadfast-desk content
//! check` takes every language that has a folder.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use steadfast::guidance::check::check_translation;
use steadfast::guidance::{Library, SourceTexts, Translation};
use steadfast::locale::{ENGLISH, LOCALES};

const TODAY: &str = "2026-11-25";

/// What is wrong with a translation that may be built in. One of English, or one that is there twice, would never be read.
fn wrong_with(translations: &[Translation<'_>]) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut seen = vec![ENGLISH];
    for translation in translations {
        if seen.contains(&translation.tag) {
            wrong.push(format!("{} is there twice", translation.tag));
        }
        seen.push(translation.tag);
        let found = check_translation(SourceTexts::built_in(), *translation, TODAY.parse().unwrap());
        wrong.extend(found.iter().filter(|finding| finding.is_fault()).map(ToString::to_string));
    }
    wrong
}

#[test]
fn what_each_language_has_of_the_guidance_holds() {
    assert_eq!(wrong_with(Translation::all_built_in()), [""; 0]);
    let (_, good) = SourceTexts::built_in().pages.iter().find(|(id, _)| *id == "reporting").unwrap();
    let bad = good.replacen("You do not need proof.", "We guarantee it.", 1);
    let of = |tag, pages| Translation { tag, pages, directory: None, asking: None };
    let good: &[(&str, &str)] = &[("reporting", good)];
    assert_eq!(wrong_with(&[of("qaa", good), of("qab", good)]), [""; 0]);
    assert_eq!(
        wrong_with(&[of("qaa", good), of("qab", &[("reporting", &bad), ("nowhere", &bad)]), of("qaa", &[])]),
        [
            "qab: page `nowhere` is not as in English: there is no such page",
            "qab: page `reporting`: claims `guarantee`",
            "qaa is there twice",
        ]
    );
}

#[test]
fn what_each_language_lacks_is_listed() {
    let built_in = Translation::all_built_in().iter().map(|translation| translation.tag);
    for tag in LOCALES.iter().map(|(tag, _)| *tag).chain(built_in).collect::<BTreeSet<_>>() {
        let lacks = Library::built_in().unwrap().speaking(tag).lacks();
        println!("{tag} leaves {} texts in English: {}", lacks.len(), lacks.join(", "));
        assert!(tag != ENGLISH || lacks.is_empty());
    }
}

fn check(dir: &Path) -> (i32, String, String) {
    checked(&[], dir)
}

fn checked(words: &[&str], dir: &Path) -> (i32, String, String) {
    let mut desk = Command::new(env!("CARGO_BIN_EXE_steadfast-desk"));
    let done = desk.args(["content", "check", "--today", TODAY]).args(words).arg(dir).output().unwrap();
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
        ("[0800 555 111](tel:0800555111)", "[0800 555 111](page:who-can-help)", "tel:0800555111 is missing"),
        ("0800555111", "08005551110", "and `08005551110` are different numbers"),
        ("[0800 555 111](tel:0800555111)", "[0800 555 1110](tel:08005551110)", "`08005551110`, which is not there"),
        ("[0800 555 111](tel:0800555111)", "[it](page:who-can-help)", "0800555111 is missing"),
        ("Know what this cannot do", "Or call 0800 555 112. Know what this cannot do", "0800555112 was added"),
        ("(page:in-danger-now)", "(page:in-danger)", "in-danger"),
        ("You do not need proof.", "We guarantee it.", "qaa: page `reporting`: claims `guarantee`"),
        ("+++\n", "", "no header"),
    ] {
        assert!(page.contains(from), "{from}");
        fs::write(dir.path().join("qaa/guidance/reporting.md"), page.replace(from, to)).unwrap();
        let (code, out, err) = check(dir.path());
        assert_eq!(code, 1, "{from} -> {to}: {out}{err}");
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

#[test]
fn a_translation_behind_the_english_text_is_counted_apart_and_does_not_stop_a_release() {
    let page = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/content/en-GB/guidance/reporting.md")).unwrap();
    let dir = beside_english(&page.replacen("checked = \"2026-11-23\"", "checked = \"2026-11-20\"", 1));
    for words in [&[][..], &["--release"]] {
        let (code, out, err) = checked(words, dir.path());
        assert_eq!(code, 0, "{out}{err}");
        assert!(out.contains("0 faults, 0 facts unchecked for a year, 1 translations behind."), "{out}");
        assert_eq!(
            err,
            "warning: qaa: page `reporting`: last checked on 2026-11-20; the English text was checked after that\n"
        );
    }
    // A fact that nobody has checked for a year stops it, in any language.
    let old = page.replacen("checked = \"2026-11-23\"", "checked = \"2025-11-20\"", 1);
    fs::write(dir.path().join("qaa/guidance/reporting.md"), old).unwrap();
    let (code, out, _) = checked(&["--release"], dir.path());
    assert!(code == 1 && out.contains("1 facts unchecked for a year, 1 translations behind."), "{out}");
}
