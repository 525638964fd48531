//! `steadfast-desk content check`, with the real program: what is shipped holds, and each kind of fault is found.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A day on which nothing that is shipped is a year old.
const TODAY: &str = "2026-11-25";

struct Ran {
    code: i32,
    out: String,
    err: String,
}

fn run(words: &[&str], path: &Path) -> Ran {
    let done = Command::new(env!("CARGO_BIN_EXE_steadfast-desk"))
        .args(["content", "check"])
        .args(words)
        .arg(path)
        .output()
        .unwrap();
    Ran {
        code: done.status.code().unwrap(),
        out: String::from_utf8(done.stdout).unwrap(),
        err: String::from_utf8(done.stderr).unwrap(),
    }
}

fn shipped() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let to = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &to);
        } else {
            fs::copy(&path, &to).unwrap();
        }
    }
}

/// What is shipped, with one file changed.
fn with(file: &str, change: impl FnOnce(String) -> String) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for part in ["en-GB", "institutions"] {
        copy(&shipped().join(part), &dir.path().join(part));
    }
    let path = dir.path().join(file);
    let before = fs::read_to_string(&path).unwrap();
    let after = change(before.clone());
    assert_ne!(before, after, "{file} was not changed");
    fs::write(path, after).unwrap();
    dir
}

#[test]
fn what_is_shipped_holds() {
    for words in [&["--today", TODAY][..], &["--release", "--today", TODAY]] {
        let ran = run(words, &shipped());
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
        assert!(ran.out.contains("0 faults, 0 facts") && ran.out.ends_with("It holds.\n"), "{}", ran.out);
    }
}

#[test]
fn each_kind_of_fault_is_found_and_named() {
    let page = "en-GB/guidance/reporting.md";
    let lines = "en-GB/directory.toml";
    let asking = "en-GB/is-this-stalking.toml";
    let pack = "institutions/example-university.toml";
    let hard = "\n\nNotwithstanding aforementioned institutional considerations, complainants are encouraged to \
                communicate expeditiously regarding circumstances necessitating administrative intervention. ";
    let cases: [(&str, &str, String, &str); 35] = [
        // sources
        (page, "sources = [", "sources = []\nother = [".to_owned(), "reporting"),
        (lines, "source = \"Many police forces\"", String::new(), "police-101"),
        (asking, "    \"College of Policing: the four warning signs\",\n", "    \"\",\n".to_owned(), "sources"),
        (pack, "source = \"A university's guide, \\\"What is stalking?\\\"\"", "source = \"\"".to_owned(), "source"),
        (page, "checked = \"2026-11-23\"", String::new(), "checked"),
        (page, "nations = [\"england-wales\", \"scotland\", \"northern-ireland\"]", "nations = []".to_owned(), "holds"),
        // numbers
        (lines, "number = \"0808 802 0300\"", "number = \"+44 808 802 0300\"".to_owned(), "national-stalking-helpline"),
        (lines, "dial = \"08088020300\"", "dial = \"08088020301\"".to_owned(), "different numbers"),
        (lines, "text = \"07860 077333\"", "text = \"07860 0773\"".to_owned(), "live-fear-free"),
        (page, "tel:0800555111", "tel:080055511".to_owned(), "not a UK number"),
        (page, "Know what this cannot do", "Call 0800 555 112 too. Know what this cannot do".to_owned(), "0800555112"),
        (pack, "dial = \"02078737303\"", "dial = \"02078737304\"".to_owned(), "different numbers"),
        (page, "Know what this cannot do", "Call 998. Know what this cannot do".to_owned(), "`998` is not a number"),
        (page, "Know what this cannot do", "Or 1010. Know what this cannot do".to_owned(), "`1010`"),
        (page, "Know what this cannot do", "Call 0800 555. Know what this cannot do".to_owned(), "`0800555`"),
        (lines, "note = \"Free from any phone.\"", "note = \"Or 18002.\"".to_owned(), "`18002` is not a number"),
        (asking, "thanks = \"", "thanks = \"Call 998. ".to_owned(), "`998` is not a number"),
        (pack, "about = \"", "about = \"Call 998. ".to_owned(), "`998` is not a number"),
        ("en-GB/guidance/in-danger-now.md", "press **55**", "press **66**".to_owned(), "says to press `66`"),
        // days that have not come
        (page, "checked = \"2026-11-23\"", "checked = \"2036-11-23\"".to_owned(), "a day that has not come"),
        (lines, "checked = \"2026-11-23\"", "checked = \"2026-11-26\"".to_owned(), "a day that has not come"),
        // links
        (page, "(page:in-danger-now)", "(page:in-danger)".to_owned(), "in-danger"),
        (page, "```help\n", "```help\nnobody\n".to_owned(), "nobody"),
        (asking, "(page:orders)", "(page:order)".to_owned(), "`order`"),
        (asking, "entry = \"paladin\"", "entry = \"paladine\"".to_owned(), "paladine"),
        (lines, "web = \"https://paladinservice.co.uk\"", "web = \"http://paladinservice.co.uk\"".to_owned(), "https"),
        (page, "[999](tel:999)", "[998](tel:999)".to_owned(), "different numbers"),
        // a tick beside what not to do
        (
            page,
            "Ask why, and ask",
            "Do not ask why. Ask".to_owned(),
            "page `reporting`: a tick stands beside `Do not ask",
        ),
        (asking, "dont = true\n", String::new(), "is-this-stalking.toml: a tick stands beside `Do not take"),
        // how hard it is to read
        (page, "\n## How to reach them", format!("{}\n## How to reach them", hard.repeat(12)), "years at school"),
        // claims
        (page, "You do not need proof.", "This proves it.".to_owned(), "this proves"),
        (page, "You do not need proof.", "It can not be traced.".to_owned(), "cannot be traced"),
        (lines, "note = \"Free from any phone.\"", "note = \"Your call is untraceable.\"".to_owned(), "untraceable"),
        (asking, "thanks = \"", "thanks = \"We guarantee help. ".to_owned(), "guarantee"),
        (pack, "about = \"", "about = \"We guarantee help. ".to_owned(), "guarantee"),
    ];
    for (file, from, to, named) in cases {
        let dir = with(file, |text| text.replacen(from, &to, 1));
        let ran = run(&["--today", TODAY], dir.path());
        assert_eq!(ran.code, 1, "{file}: {from} -> {to}\n{}{}", ran.out, ran.err);
        assert!(ran.err.contains(named), "{file}: {from} -> {to}: {}", ran.err);
        assert!(ran.out.ends_with("It does not hold.\n"));
    }
}

#[test]
fn an_unchecked_year_warns_and_stops_only_a_release() {
    let later = ["--today", "2028-01-01"];
    let ran = run(&later, &shipped());
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("warning: page `reporting`: last checked on 2026-11-23"), "{}", ran.err);
    assert!(ran.err.lines().all(|line| line.starts_with("warning: ")));
    let ran = run(&[&later[..], &["--release"]].concat(), &shipped());
    assert_eq!(ran.code, 1, "{}", ran.out);
}

#[test]
fn an_institution_can_check_its_own_file() {
    let pack = shipped().join("institutions/example-university.toml");
    let ran = run(&["--today", TODAY], &pack);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("2 contacts, 2 ways to report."), "{}", ran.out);
    assert_eq!(run(&["--today", "2028-01-01", "--release"], &pack).code, 1);

    let dir = tempfile::tempdir().unwrap();
    let text = fs::read_to_string(&pack).unwrap();
    for (name, bytes, why) in [
        ("numbers.toml", text.replace("about = \"", "about = \"Dial 998. ").into_bytes(), "`998`"),
        ("ahead.toml", text.replace("checked = \"2026", "checked = \"2036").into_bytes(), "has not come"),
        ("claims.toml", text.replace("about = \"", "about = \"We guarantee it. ").into_bytes(), "guarantee"),
        ("imitates.toml", text.replace("\"Counselling team\"", "\"Samaritans\"").into_bytes(), "another number"),
        ("large.toml", [text.as_bytes(), &vec![b'#'; 70_000]].concat(), "too large"),
        ("binary.toml", vec![0xff, 0xfe, 0x00], "not text"),
    ] {
        let path = dir.path().join(name);
        fs::write(&path, bytes).unwrap();
        let ran = run(&["--today", TODAY], &path);
        assert_eq!(ran.code, 1, "{name}: {}", ran.out);
        assert!(ran.err.contains(why), "{name}: {}", ran.err);
    }
}

#[test]
fn a_file_that_is_no_text_is_named_and_a_missing_folder_is_said() {
    let dir = with("en-GB/guidance/reporting.md", |text| format!("{text}\nMore."));
    fs::write(dir.path().join("en-GB/guidance/odd.md"), [0xff, 0xfe]).unwrap();
    let ran = run(&["--today", TODAY], dir.path());
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("odd.md: is not text"), "{}", ran.err);
    let ran = run(&[], &dir.path().join("nowhere"));
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("cannot be read"), "{}", ran.err);
}
