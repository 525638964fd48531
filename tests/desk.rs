//! The desk program's contract, with the real program.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const ONE: &str = r#"{"version":1,"text":"He was at the bus stop.","kinds":["seen"],"happened":{"as":"exact","at":"2026-11-17T18:42"},"people":[{"name":"The man from the gym","certainty":"certain"}],"place":{"words":"12 Mill Lane","sort":"home"}}"#;

struct Desk {
    dir: tempfile::TempDir,
}

/// What a run came to.
struct Ran {
    code: i32,
    out: String,
    err: String,
}

impl Desk {
    fn new() -> Self {
        let desk = Self { dir: tempfile::tempdir().unwrap() };
        fs::write(desk.at("secret"), "four words nobody else has\n").unwrap();
        desk
    }

    fn with_vault() -> Self {
        let desk = Self::new();
        let made = desk.vault(&["init"], "");
        assert_eq!(made.code, 0, "{}", made.err);
        desk
    }

    fn at(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn run(&self, words: &[&str], input: &str) -> Ran {
        let mut child = Command::new(env!("CARGO_BIN_EXE_steadfast-desk"))
            .args(words)
            .current_dir(self.dir.path())
            // What stands in for a computer's secure chip lies there, and not among the files of whoever runs the tests.
            .env("XDG_CONFIG_HOME", self.dir.path().join("config"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A program that refuses before it reads closes the pipe: that is its right.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let done = child.wait_with_output().unwrap();
        Ran {
            code: done.status.code().unwrap(),
            out: String::from_utf8(done.stdout).unwrap(),
            err: String::from_utf8(done.stderr).unwrap(),
        }
    }

    /// A command on the vault, with its passphrase.
    fn vault(&self, words: &[&str], input: &str) -> Ran {
        let (command, rest) = words.split_first().unwrap();
        let mut all = vec![*command, "--vault", "vault", "--passphrase-file", "secret"];
        all.extend(rest);
        self.run(&all, input)
    }

    fn add(&self, line: &str) -> String {
        let ran = self.vault(&["add", "--json", "-"], line);
        assert_eq!(ran.code, 0, "{}", ran.err);
        ran.out.trim().to_owned()
    }
}

fn photo() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content/demo/bus-stop.jpg")
}

#[test]
fn an_advocate_can_record_correct_attach_pack_and_check() {
    let desk = Desk::with_vault();
    let id = desk.add(ONE);
    let attached = desk.vault(&["attach", "--entry", &id[..8], photo().to_str().unwrap()], "");
    assert_eq!(attached.code, 0, "{}", attached.err);
    let sum = Command::new("sha256sum").arg(photo()).output().unwrap();
    let sum = String::from_utf8(sum.stdout).unwrap();
    assert!(attached.out.contains(sum.split(' ').next().unwrap()), "the digest is that of the original");
    let amended =
        desk.vault(&["amend", &id, "--json", "-", "--why", "From the photo."], &ONE.replace("bus stop", "bus station"));
    assert_eq!(amended.code, 0, "{}", amended.err);

    let list = desk.vault(&["list", "--json"], "").out;
    let line: serde_json::Value = serde_json::from_str(list.trim()).unwrap();
    assert_eq!((line["id"].as_str().unwrap(), line["corrections"].as_u64()), (id.as_str(), Some(1)));
    let shown: serde_json::Value = serde_json::from_str(desk.vault(&["show", &id, "--json"], "").out.trim()).unwrap();
    assert_eq!(shown["versions"][0]["entry"]["text"], "He was at the bus stop.", "the first version stays");
    assert_eq!(shown["versions"][1]["why"], "From the photo.");
    assert_eq!(desk.vault(&["check", "--read-data"], "").code, 0);

    for out in ["pack", "pack.zip"] {
        let packed = desk.vault(&["pack", "--out", out], "");
        assert_eq!(packed.code, 0, "{}", packed.err);
        let verified = desk.run(&["verify", out], "");
        assert_eq!(verified.code, 0, "{}{}", verified.out, verified.err);
        assert!(verified.out.contains("1 entries") && verified.out.contains("SHA256:"));
        assert_eq!(desk.vault(&["pack", "--out", out], "").code, 2, "nothing is written over");
    }
    assert!(desk.at("pack/Chronology.pdf").exists());
}

#[test]
fn a_pack_with_a_password_opens_with_it_alone() {
    let desk = Desk::with_vault();
    desk.add(ONE);
    fs::write(desk.at("password"), "correct horse battery\n").unwrap();
    fs::write(desk.at("other"), "wrong horse battery\n").unwrap();
    assert_eq!(desk.vault(&["pack", "--out", "p.zip", "--password-file", "password"], "").code, 0);
    assert_eq!(desk.run(&["verify", "p.zip", "--password-file", "password"], "").code, 0);
    for wrong in [vec!["verify", "p.zip"], vec!["verify", "p.zip", "--password-file", "other"]] {
        let ran = desk.run(&wrong, "");
        assert_eq!(ran.code, 2, "{}", ran.err);
        assert!(ran.err.contains("password"), "{}", ran.err);
    }
}

#[test]
fn a_pack_that_was_changed_does_not_hold_and_the_item_is_named() {
    let desk = Desk::with_vault();
    let id = desk.add(ONE);
    desk.vault(&["attach", "--entry", &id, photo().to_str().unwrap()], "");
    assert_eq!(desk.vault(&["pack", "--out", "pack"], "").code, 0);
    let table = desk.at("pack/chronology.csv");
    let mut bytes = fs::read(&table).unwrap();
    let at = bytes.len() / 2;
    bytes[at] ^= 1;
    fs::write(&table, bytes).unwrap();
    let ran = desk.run(&["verify", "pack"], "");
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("chronology.csv"), "{}", ran.err);
    assert_eq!(desk.run(&["verify", "nothing-here"], "").code, 2);
}

#[test]
fn what_is_left_out_is_in_no_byte_of_the_pack() {
    let desk = Desk::with_vault();
    desk.add(ONE);
    let second = desk.add(r#"{"version":1,"text":"Zanzibar is the word."}"#);
    let holds = |folder: &str, words: &str| {
        let mut stack = vec![desk.at(folder)];
        while let Some(path) = stack.pop() {
            if path.is_dir() {
                stack.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
            } else if fs::read(&path).unwrap().windows(words.len()).any(|window| window == words.as_bytes()) {
                return true;
            }
        }
        false
    };
    assert_eq!(desk.vault(&["pack", "--out", "all"], "").code, 0);
    assert!(holds("all", "Zanzibar") && holds("all", "Mill Lane"), "the scan finds what is there");
    let fewer = desk.vault(&["pack", "--out", "fewer", "--without", &second, "--without-home"], "");
    assert_eq!(fewer.code, 0, "{}", fewer.err);
    assert!(fewer.out.contains("selection"));
    assert!(!holds("fewer", "Zanzibar") && !holds("fewer", "Mill Lane"));
    assert_eq!(desk.run(&["verify", "fewer"], "").code, 0);
}

#[test]
fn recovery_words_are_printed_once_and_are_28() {
    let desk = Desk::new();
    let made = desk.vault(&["init"], "");
    assert_eq!(made.out.split_whitespace().count(), 28, "{}", made.out);
    let again = desk.vault(&["init"], "");
    assert_eq!((again.code, again.out.as_str()), (1, ""));
    assert!(again.err.contains("a journal here already"));
}

#[test]
fn a_line_that_is_refused_is_named_and_the_others_are_recorded() {
    let desk = Desk::with_vault();
    let lines = [
        ONE,
        r#"{"version":1}"#,
        r#"{"version":2,"text":"x"}"#,
        r#"{"version":1,"text":"x","witneses":[]}"#,
        r#"{"version":1,"text":"x","happened":{"as":"exact","at":"2999-01-01T10:00"}}"#,
        "not json",
        r#"{"version":1,"happened":{"as":"exact","at":"2026-11-17T18:42"}}"#,
        r#"{"version":1,"text":"the last"}"#,
    ];
    let ran = desk.vault(&["add", "--json", "-"], &lines.join("\n"));
    assert_eq!(ran.code, 1);
    assert_eq!(ran.out.lines().count(), 2);
    for (line, why) in
        [(2, "nothing in it"), (3, "version 2"), (4, "witneses"), (5, "future"), (6, "not JSON"), (7, "nothing in it")]
    {
        let told = ran
            .err
            .lines()
            .find(|told| told.starts_with(&format!("Line {line}:")))
            .unwrap_or_else(|| panic!("{}", ran.err));
        assert!(told.contains(why) && told.contains("not recorded"), "{told}");
    }
    assert_eq!(desk.vault(&["list"], "").out.lines().count(), 2);
}

#[test]
fn what_cannot_be_opened_says_so_and_ends_with_2() {
    let desk = Desk::with_vault();
    fs::write(desk.at("wrong"), "four words nobody else had").unwrap();
    let wrong = desk.run(&["list", "--vault", "vault", "--passphrase-file", "wrong"], "");
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("does not open the journal"));
    assert_eq!(desk.run(&["list", "--vault", "nowhere", "--passphrase-file", "secret"], "").code, 2);
    assert_eq!(desk.run(&["list", "--vault", "vault", "--passphrase-file", "nofile"], "").code, 2);
    let no_terminal = desk.run(&["list", "--vault", "vault"], "");
    assert!(no_terminal.code == 2 && no_terminal.err.contains("--passphrase-file"));
}

#[test]
fn a_file_to_attach_that_is_empty_or_missing_is_named_and_the_others_are_added() {
    let desk = Desk::with_vault();
    let id = desk.add(ONE);
    fs::write(desk.at("empty"), "").unwrap();
    fs::write(desk.at("fake.jpg"), "no picture").unwrap();
    let ran = desk.vault(&["attach", "--entry", &id, "empty", "missing", ".", "fake.jpg"], "");
    assert_eq!(ran.code, 1);
    assert_eq!(ran.out.lines().count(), 1);
    assert!(ran.err.contains("File 1") && ran.err.contains("File 2") && ran.err.contains("File 3"), "{}", ran.err);
    let shown = desk.vault(&["show", &id], "").out;
    assert!(!shown.contains("image/jpeg"), "what is no picture is not called one: {shown}");
    assert_eq!(desk.vault(&["attach", "--entry", "ffffffff", "fake.jpg"], "").code, 1);
}

#[test]
fn an_entry_can_be_withdrawn_taken_back_and_destroyed_and_the_chain_holds() {
    let desk = Desk::with_vault();
    let id = desk.add(&ONE.replace(r#""kinds""#, r#""told":[{"who":"Police, 101"}],"kinds""#));
    let other = desk.add(r#"{"version":1,"text":"Zanzibar is the word."}"#);
    assert_eq!(desk.vault(&["withdraw", &other], "").code, 0);
    assert!(desk.vault(&["list"], "").out.contains("(withdrawn)"));
    assert!(desk.vault(&["show", &other], "").out.contains("Withdrawn "));
    assert_eq!(desk.vault(&["withdraw", &other, "--take-back"], "").code, 0);
    assert!(!desk.vault(&["list"], "").out.contains("(withdrawn)"));

    let asked = desk.vault(&["destroy", &id], "");
    assert_eq!(asked.code, 1);
    for words in
        ["Nothing was destroyed", "1 versions, 0 files", "Ask the officer or the solicitor first", "older backups"]
    {
        assert!(asked.err.contains(words), "{words}: {}", asked.err);
    }
    assert_eq!(desk.vault(&["list"], "").out.lines().count(), 2);
    let gone = desk.vault(&["destroy", &id, "--yes"], "");
    assert_eq!(gone.code, 0, "{}", gone.err);
    assert!(gone.out.contains("Records 3 stay by number and commitment."), "{}", gone.out);
    assert_eq!(desk.vault(&["list"], "").out.lines().count(), 1);
    assert_eq!(desk.vault(&["show", &id], "").code, 1);
    let checked = desk.vault(&["check", "--read-data"], "");
    assert!(checked.code == 0 && checked.out.contains("Record 3 was destroyed. Its commitment is "), "{}", checked.err);
    assert_eq!(desk.vault(&["pack", "--out", "pack"], "").code, 0);
    let verified = desk.run(&["verify", "pack"], "");
    assert!(verified.code == 0 && verified.out.contains("Record 3 was destroyed by the writer."), "{}", verified.out);
}

#[test]
fn the_published_schema_is_that_of_the_types() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/entry.schema.json");
    let published: serde_json::Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let printed: serde_json::Value = serde_json::from_str(&Desk::new().run(&["schema"], "").out).unwrap();
    assert!(published == printed, "write it anew with: steadfast-desk schema > docs/entry.schema.json");
}

#[test]
fn secrets_are_listed_changed_added_and_taken_away() {
    let desk = Desk::new();
    let made = desk.vault(&["init"], "");
    fs::write(desk.at("words"), &made.out).unwrap();
    desk.add(ONE);
    fs::write(desk.at("new"), "another four words entirely\n").unwrap();
    fs::write(desk.at("short"), "short\n").unwrap();
    fs::write(desk.at("pin"), "493817\n").unwrap();
    let change = |file| desk.vault(&["secrets", "change-passphrase", "--new-passphrase-file", file], "");
    assert_eq!(change("short").code, 1);
    assert_eq!(change("secret").code, 1, "it is in use");

    let pin = desk.vault(&["secrets", "set-pin", "--pin-file", "pin"], "");
    assert_eq!(pin.code, 0, "{}", pin.err);
    assert!(pin.err.contains("a copied disk can be guessed at"), "{}", pin.err);
    let list = desk.vault(&["secrets", "list"], "").out;
    for kind in ["passphrase", "PIN", "recovery words"] {
        assert!(list.contains(kind), "{list}");
    }
    let with_pin = ["list", "--vault", "vault", "--passphrase-file", "pin"];
    assert_eq!(desk.run(&with_pin, "").code, 0);
    let place = list.lines().find(|line| line.contains("PIN")).unwrap().split(' ').next().unwrap();
    assert_eq!(desk.vault(&["secrets", "remove", place], "").code, 0);
    assert_eq!(desk.run(&with_pin, "").code, 2);

    let changed = change("new");
    assert_eq!(changed.code, 0, "{}", changed.err);
    assert!(changed.err.contains("made before still open"), "{}", changed.err);
    let refused = desk.vault(&["list"], "");
    assert!(refused.code == 2 && refused.err.contains("does not open"), "{}", refused.err);
    // Forgotten: the words open it, and the first one is chosen again.
    let forgotten = ["secrets", "--vault", "vault", "--recovery-file", "words"];
    let again = [&forgotten[..], &["change-passphrase", "--new-passphrase-file", "secret"]].concat();
    assert_eq!(desk.run(&again, "").code, 0);
    assert_eq!(desk.run(&[&forgotten[..], &["new-key"]].concat(), "").code, 2, "that needs the passphrase");

    let key = desk.vault(&["secrets", "new-key"], "");
    assert_eq!((key.code, key.out.split_whitespace().count()), (0, 28), "{}", key.err);
    assert_eq!(desk.run(&again, "").code, 2, "the old words open nothing");
    fs::write(desk.at("words"), &key.out).unwrap();
    assert_eq!(desk.run(&[&forgotten[..], &["list"]].concat(), "").code, 0);
    assert_eq!(desk.vault(&["check", "--read-data"], "").code, 0);
    assert!(desk.vault(&["list", "--json"], "").out.contains("bus stop"));
    let words = desk.vault(&["secrets", "new-words"], "");
    assert_eq!((words.code, words.out.split_whitespace().count()), (0, 28));
}

#[test]
fn after_five_failed_tries_it_waits_and_says_why() {
    let desk = Desk::with_vault();
    fs::write(desk.at("other"), "wrong words wrong words\n").unwrap();
    let wrong = ["list", "--vault", "vault", "--passphrase-file", "other"];
    for _ in 0..5 {
        let ran = desk.run(&wrong, "");
        assert!(ran.code == 2 && !ran.err.contains("Waiting"), "{}", ran.err);
    }
    let right = desk.vault(&["list"], "");
    assert_eq!(right.code, 0, "{}", right.err);
    assert!(right.err.contains("Waiting 1 second: 5 tries failed"), "{}", right.err);
    assert!(!desk.vault(&["list"], "").err.contains("Waiting"), "the right one ends it");
}

#[test]
fn the_help_names_every_command_and_the_exit_codes() {
    let help = Desk::new().run(&["--help"], "").out;
    for word in [
        "init",
        "add",
        "attach",
        "list",
        "show",
        "amend",
        "withdraw",
        "destroy",
        "check",
        "pack",
        "secrets",
        "verify",
        "Exit codes",
    ] {
        assert!(help.contains(word), "{word}");
    }
}
