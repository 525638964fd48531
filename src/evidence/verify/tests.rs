#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
use std::fs;
use std::io::Write as _;

use ed25519_dalek::{Signature as Ed25519, Verifier as _, VerifyingKey};
use serde_json::Value;

use super::*;
use crate::evidence::fixture::{Fixture, choice};
use crate::evidence::pack::{Choice, Form, write};

fn check_signature(manifest: &[u8], text: &str, key: &[u8; 32]) -> bool {
    let public = ssh_key::PublicKey::from(ssh_key::public::Ed25519PublicKey(*key));
    text.parse().is_ok_and(|signature| public.verify(key::NAMESPACE, manifest, &signature).is_ok())
}

fn check_head(message: &[u8], signature: &[u8], key: &[u8; 32]) -> bool {
    let public = VerifyingKey::from_bytes(key).unwrap();
    Ed25519::from_slice(signature).is_ok_and(|signature| public.verify(message, &signature).is_ok())
}

fn look(at: &Path, password: Option<&str>) -> Result<Report, CannotBeRead> {
    verify(at, password, &check_signature, &check_head)
}

fn make(fixture: &Fixture, choice: &Choice, form: Form<'_>) {
    fixture.with_source(|source| write(source, choice, form, &|_, _| {})).unwrap();
}

/// A whole pack in a folder, to be changed. It is laid out once and copied.
fn whole(at: &Path) {
    static PACK: std::sync::OnceLock<tempfile::TempDir> = std::sync::OnceLock::new();
    let pack = PACK.get_or_init(|| {
        let dir = tempfile::tempdir().unwrap();
        make(&Fixture::journal(), &Choice::default(), Form::Folder(&dir.path().join("p")));
        dir
    });
    fn copy(from: &Path, to: &Path) {
        fs::create_dir(to).unwrap();
        for one in fs::read_dir(from).unwrap() {
            let (one, to) = (one.as_ref().unwrap().path(), to.join(one.as_ref().unwrap().file_name()));
            if one.is_dir() { copy(&one, &to) } else { fs::copy(&one, &to).map(drop).unwrap() }
        }
    }
    copy(&pack.path().join("p"), at);
}

/// A pack in a folder, changed, and what is then found.
fn after(change: impl FnOnce(&Path)) -> Vec<Problem> {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path().join("p");
    whole(&at);
    change(&at);
    look(&at, None).unwrap().problems
}

/// The same after `evidence.json` was changed; the list and its signature are made anew when `resign`.
fn after_document(resign: bool, change: impl FnOnce(&mut Value)) -> Vec<Problem> {
    after(|at| {
        let path = at.join(names::EVIDENCE);
        let mut document: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        change(&mut document);
        fs::write(&path, serde_json::to_vec(&document).unwrap()).unwrap();
        if resign {
            sign_anew(at);
        }
    })
}

fn sign_anew(at: &Path) {
    let listed = fs::read_to_string(at.join(names::MANIFEST)).unwrap();
    let lines = listed.lines().map(|line| {
        let path = &line[66..];
        let digest =
            fs::read(at.join(path)).map_or(line[..64].parse().unwrap(), |bytes| super::super::pack::digest(&bytes));
        format!("{digest}  {path}\n")
    });
    let list: String = lines.collect();
    fs::write(at.join(names::SIGNATURE), Fixture::journal().sign(list.as_bytes()).unwrap()).unwrap();
    fs::write(at.join(names::MANIFEST), list).unwrap();
}

#[test]
fn a_pack_that_nobody_touched_holds_in_every_form() {
    let dir = tempfile::tempdir().unwrap();
    let fixture = Fixture::journal();
    let (folder, zip, sealed) = (dir.path().join("p"), dir.path().join("p.zip"), dir.path().join("s.zip"));
    make(&fixture, &Choice::default(), Form::Folder(&folder));
    make(&fixture, &Choice::default(), Form::Zip(&zip));
    make(&fixture, &Choice::default(), Form::SealedZip { path: &sealed, password: "gravel tin owl" });
    for (at, password) in [(&folder, None), (&zip, None), (&sealed, Some("gravel tin owl"))] {
        let report = look(at, password).unwrap();
        assert_eq!(report.problems, [], "{at:?}");
        assert!(report.holds());
        assert_eq!((report.entries, report.links, report.left_out, report.withheld_files), (4, 12, 1, 0));
        assert_eq!((report.signature, report.head), (Signature::Holds, Signature::Holds));
        assert_eq!(report.fingerprint, Some(key::fingerprint(&fixture.public_key())));
        assert!(!report.selected);
    }
    assert_eq!(look(&sealed, None), Err(CannotBeRead::PasswordNeeded));
    assert_eq!(look(&sealed, Some("gravel tin owk")), Err(CannotBeRead::WrongPassword));
}

#[test]
fn a_selection_holds_too_and_says_that_it_is_one() {
    let dir = tempfile::tempdir().unwrap();
    let fixture = Fixture::journal();
    let second = crate::domain::Stamped::from_fields(&fixture.records[4].plain_fields()).unwrap().id;
    for (index, choose) in [
        choice(|c| c.withhold.home = true),
        choice(|c| c.withhold.routine = true),
        choice(|c| c.withhold.names_of_others = true),
        choice(|c| c.withhold.photos = true),
        choice(|c| c.without = [second].into()),
        choice(|c| c.from = Some("2026-11-13".parse().unwrap())),
    ]
    .into_iter()
    .enumerate()
    {
        let at = dir.path().join(index.to_string());
        make(&fixture, &choose, Form::Folder(&at));
        let report = look(&at, None).unwrap();
        assert_eq!(report.problems, [], "{choose:?}");
        assert!(report.selected && report.links == 12);
        assert!(report.left_out > 1 || report.withheld_fields > 2 || report.withheld_files > 0);
    }
}

#[test]
fn the_separate_sheet_may_be_kept_apart_and_is_checked_where_it_is() {
    assert_eq!(after(|at| fs::remove_file(at.join(names::CONTACTS)).unwrap()), []);
    let changed = after(|at| {
        let text = fs::read_to_string(at.join(names::CONTACTS)).unwrap();
        fs::write(at.join(names::CONTACTS), text.replace("960123\",", "960124\",")).unwrap();
    });
    assert_eq!(changed, [Problem::Contact(1), Problem::Contact(6)]);
}

#[test]
fn one_flipped_byte_in_any_file_is_found_and_named() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path().join("p");
    whole(&at);
    let listed = fs::read_to_string(at.join(names::MANIFEST)).unwrap();
    let paths: Vec<String> = listed.lines().map(|line| line[66..].to_owned()).collect();
    assert_eq!(paths.len(), 10);
    for path in &paths {
        let good = fs::read(at.join(path)).unwrap();
        for place in [0, good.len() / 2, good.len() - 1] {
            let mut bad = good.clone();
            bad[place] ^= 1;
            fs::write(at.join(path), bad).unwrap();
            let problems = look(&at, None).unwrap().problems;
            assert!(problems.contains(&Problem::ChangedFile(path.clone())), "{path} at {place}: {problems:?}");
        }
        fs::write(at.join(path), &good).unwrap();
        fs::rename(at.join(path), dir.path().join("away")).unwrap();
        let problems = look(&at, None).unwrap().problems;
        assert!(problems.contains(&Problem::MissingFile(path.clone())), "{path}: {problems:?}");
        fs::rename(dir.path().join("away"), at.join(path)).unwrap();
    }
    assert!(look(&at, None).unwrap().holds());
}

#[test]
fn a_changed_list_signature_or_key_is_found() {
    let flip = |name: &'static str| {
        after(move |at| {
            let mut bytes = fs::read(at.join(name)).unwrap();
            let place = bytes.len() - 70;
            bytes[place] = if bytes[place] == b'A' { b'B' } else { b'A' };
            fs::write(at.join(name), bytes).unwrap();
        })
    };
    assert!(flip(names::MANIFEST).contains(&Problem::BadSignature));
    assert_eq!(flip(names::SIGNATURE), [Problem::BadSignature]);
    assert_eq!(flip(names::SIGNERS), [Problem::OtherKey]);
    assert_eq!(after(|at| fs::remove_file(at.join(names::SIGNATURE)).unwrap()), [Problem::Unsigned]);
    let signers = Problem::MissingFile(names::SIGNERS.to_owned());
    assert_eq!(after(|at| fs::remove_file(at.join(names::SIGNERS)).unwrap()), [signers]);
}

#[test]
fn a_file_that_was_put_in_is_named() {
    let extra = after(|at| fs::write(at.join("Exhibits/EX006.jpg"), "new").unwrap());
    assert_eq!(extra, [Problem::ExtraFile("Exhibits/EX006.jpg".to_owned())]);
}

/// Whoever holds the key can sign a changed list; then the chain still tells.
#[test]
fn a_changed_word_in_a_record_is_found_even_under_a_new_signature() {
    let edit = |document: &mut Value| {
        let field = document["records"][1]["fields"].as_array_mut().unwrap().iter_mut();
        let text =
            field.map(|f| &mut f["text"]).find(|t| t.as_str().is_some_and(|t| t.starts_with("[\"text\""))).unwrap();
        *text = Value::from(text.as_str().unwrap().replace("eight metres", "two metres"));
    };
    assert_eq!(after_document(true, edit), [Problem::ChangedRecord(1)]);
    let unsigned = after_document(false, edit);
    assert_eq!(unsigned, [Problem::ChangedFile(names::EVIDENCE.to_owned()), Problem::ChangedRecord(1)]);
}

#[test]
fn two_records_swapped_or_one_taken_out_are_found() {
    let swapped = after_document(true, |document| document["records"].as_array_mut().unwrap().swap(4, 7));
    assert_eq!(swapped, [Problem::Chain("Record 4 was expected and record 7 was found".to_owned())]);
    let out = after_document(true, |document| {
        document["records"].as_array_mut().unwrap().remove(3);
    });
    assert_eq!(out[0], Problem::Chain("Record 3 was expected and record 4 was found".to_owned()));
}

#[test]
fn a_cut_tail_shows_against_the_signed_head() {
    let cut = after_document(true, |document| document["records"].as_array_mut().unwrap().truncate(10));
    assert!(cut.contains(&Problem::Cut { records: 10, head: 11 }), "{cut:?}");
    let head = after_document(true, |document| document["head"]["seq"] = Value::from(9));
    assert_eq!(head, [Problem::BadHead, Problem::OtherHead]);
    let signature = after_document(true, |document| document["head"]["signature"] = Value::from("00".repeat(64)));
    assert_eq!(signature, [Problem::BadHead]);
}

#[test]
fn an_exhibit_exchanged_under_a_new_signature_does_not_match_its_record() {
    let exchanged = after(|at| {
        fs::write(at.join("Exhibits/EX005 2026-11-17 1842.jpg"), "another photo").unwrap();
        sign_anew(at);
    });
    assert_eq!(exchanged, [Problem::Exhibit("EX005".to_owned())]);
    let dropped = after_document(true, |document| {
        document["exhibits"].as_array_mut().unwrap().remove(0);
    });
    assert_eq!(dropped, [Problem::ExhibitMissing(11)]);
    let hash = after_document(true, |document| document["exhibits"][0]["sha256"] = Value::from("ab".repeat(32)));
    assert_eq!(hash, [Problem::Exhibit("EX001".to_owned())]);
}

/// The same with the exhibit's own line made to fit: only the record in the chain tells.
#[test]
fn an_exhibit_exchanged_together_with_its_line_does_not_match_the_chain() {
    let other = b"another photo";
    let problems = after(|at| {
        fs::write(at.join("Exhibits/EX005 2026-11-17 1842.jpg"), other).unwrap();
        let path = at.join(names::EVIDENCE);
        let mut document: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        let line = document["exhibits"].as_array_mut().unwrap().iter_mut().find(|e| e["exhibit"] == "EX005").unwrap();
        line["sha256"] = Value::from(crate::evidence::pack::digest(other).to_string());
        fs::write(&path, serde_json::to_vec(&document).unwrap()).unwrap();
        sign_anew(at);
    });
    assert_eq!(problems, [Problem::Exhibit("EX005".to_owned())]);
}

/// Whatever a stranger sends, there is an answer.
#[test]
fn a_zip_with_damage_anywhere_is_answered_and_never_crashes_the_check() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path().join("p.zip");
    make(&Fixture::journal(), &Choice::default(), Form::Zip(&at));
    let good = fs::read(&at).unwrap();
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    for _ in 0..300 {
        let mut bad = good.clone();
        for _ in 0..4 {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            // Half of them in the directory at the end, where the names and lengths are.
            let span = if random & 1 == 0 { bad.len() } else { 1500 };
            let place = bad.len() - 1 - (random >> 33) as usize % span;
            bad[place] = (random >> 20) as u8;
        }
        fs::write(&at, &bad).unwrap();
        let _ = look(&at, None);
    }
}

#[test]
fn another_key_is_not_the_journals() {
    let other = after_document(true, |document| document["public_key"] = Value::from("d7".repeat(32)));
    assert!(other.contains(&Problem::BadBeginning) && other.contains(&Problem::OtherKey), "{other:?}");
}

#[test]
fn records_that_cannot_be_read_are_said_to_be_so() {
    for text in ["", "{}", "null", "{\"format\":\"other\",\"version\":1}", "[[[[[[[[[["] {
        let problems = after(|at| fs::write(at.join(names::EVIDENCE), text).unwrap());
        assert!(problems.iter().any(|p| matches!(p, Problem::BadDocument(_))), "{text}: {problems:?}");
    }
    let unknown = after_document(true, |document| document["verdict"] = Value::from("guilty"));
    assert!(unknown.iter().any(|p| matches!(p, Problem::BadDocument(_))), "{unknown:?}");
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path().join("p");
    whole(&at);
    let text = fs::read_to_string(at.join(names::EVIDENCE)).unwrap().replacen("\"version\": 1", "\"version\": 2", 1);
    fs::write(at.join(names::EVIDENCE), text).unwrap();
    assert_eq!(look(&at, None), Err(CannotBeRead::Newer(2)));
}

#[test]
fn what_is_no_pack_is_said_to_be_none() {
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(look(&dir.path().join("nowhere"), None), Err(CannotBeRead::NotThere));
    assert_eq!(look(dir.path(), None), Err(CannotBeRead::NoManifest));
    for bytes in [&b""[..], b"PK", b"PK\x03\x04 and nothing", b"a letter"] {
        fs::write(dir.path().join("x"), bytes).unwrap();
        assert!(look(&dir.path().join("x"), None).is_err());
    }
    let whole = dir.path().join("p.zip");
    make(&Fixture::journal(), &Choice::default(), Form::Zip(&whole));
    let bytes = fs::read(&whole).unwrap();
    for cut in [10, bytes.len() / 2, bytes.len() - 10] {
        fs::write(dir.path().join("cut.zip"), &bytes[..cut]).unwrap();
        assert!(look(&dir.path().join("cut.zip"), None).is_err(), "cut at {cut}");
    }
}

#[test]
fn a_damaged_zip_names_the_file() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path().join("p.zip");
    make(&Fixture::journal(), &Choice::default(), Form::Zip(&at));
    let mut bytes = fs::read(&at).unwrap();
    let original = &Fixture::journal().files.into_values().find(|bytes| bytes.starts_with(b"ID3")).unwrap()[..];
    let place = bytes.windows(original.len()).position(|window| window == original).unwrap();
    bytes[place + 12] ^= 1;
    fs::write(&at, bytes).unwrap();
    let problems = look(&at, None).unwrap().problems;
    assert!(problems.contains(&Problem::ChangedFile("Exhibits/EX003 2026-11-15 2200.mp3".to_owned())), "{problems:?}");
}

fn zip_of(names: &[&str]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for name in names {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(b"x").unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_name_that_leads_out_of_the_pack_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path().join("bad.zip");
    for name in [
        "../up.txt",
        "a/../../up.txt",
        "/etc/passwd",
        "C:\\x.txt",
        "C:x",
        "a\\..\\b",
        "a//b",
        "./x",
        "x ",
        "con.",
        "a\nb",
    ] {
        // Some of them the writer itself would tidy: put the raw bytes in.
        let plain = "q".repeat(name.len());
        let mut bytes = zip_of(&[&plain]);
        while let Some(place) = bytes.windows(plain.len()).position(|window| window == plain.as_bytes()) {
            bytes[place..place + plain.len()].copy_from_slice(name.as_bytes());
        }
        fs::write(&at, bytes).unwrap();
        assert_eq!(look(&at, None), Err(CannotBeRead::UnsafeName), "{name:?}");
    }
}

#[test]
fn two_files_of_one_name_and_links_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path().join("bad.zip");
    fs::write(&at, zip_of(&["A.txt", "a.TXT"])).unwrap();
    assert_eq!(look(&at, None), Err(CannotBeRead::TwiceNamed));
    let mut twice = zip_of(&["qqqq1", "qqqq2"]);
    for place in 0..twice.len() - 5 {
        if &twice[place..place + 5] == b"qqqq2" {
            twice[place + 4] = b'1';
        }
    }
    fs::write(&at, twice).unwrap();
    assert_eq!(look(&at, None), Err(CannotBeRead::TwiceNamed));
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.add_symlink("link", "/etc/passwd", zip::write::SimpleFileOptions::default()).unwrap();
    fs::write(&at, zip.finish().unwrap().into_inner()).unwrap();
    assert_eq!(look(&at, None), Err(CannotBeRead::Link));
}

#[cfg(unix)]
#[test]
fn a_link_in_a_folder_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path().join("p");
    whole(&at);
    std::os::unix::fs::symlink("/etc/passwd", at.join("link")).unwrap();
    assert_eq!(look(&at, None), Err(CannotBeRead::Link));
}

#[test]
fn an_archive_that_unfolds_without_end_is_refused_before_it_is_read() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path().join("bomb.zip");
    let mut zip = zip::ZipWriter::new(fs::File::create(&at).unwrap());
    let deflated = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    zip.start_file(names::MANIFEST, deflated).unwrap();
    let zeros = vec![0; 1 << 20];
    for _ in 0..80 {
        zip.write_all(&zeros).unwrap();
    }
    zip.finish().unwrap();
    assert_eq!(look(&at, None), Err(CannotBeRead::TooLarge));
}

#[test]
fn every_problem_is_said_in_a_sentence() {
    for problem in [
        Problem::MissingFile("x".to_owned()),
        Problem::BadLine(3),
        Problem::Unsigned,
        Problem::ChangedRecord(4),
        Problem::Chain("Record 3 does not follow from the record before it".to_owned()),
        Problem::Cut { records: 3, head: 9 },
        Problem::Contact(2),
    ] {
        let said = problem.to_string();
        assert!(said.ends_with('.') && said.starts_with(|c: char| c.is_uppercase() || c == 'x'), "{said}");
    }
}

/// The second entry of the journal and its file, destroyed.
fn destroyed(choice: &Choice, at: &Path) -> Fixture {
    let mut fixture = Fixture::journal();
    fixture.destroy("2026-11-19T10:07:53+00:00[Europe/London]", &[4, 5]);
    make(&fixture, choice, Form::Folder(at));
    fixture
}

#[test]
fn what_was_destroyed_shows_by_number_and_commitment_and_the_pack_holds() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path().join("p");
    let before = Fixture::journal();
    let fixture = destroyed(&Choice::default(), &at);
    let report = look(&at, None).unwrap();
    assert_eq!(report.problems, []);
    assert_eq!((report.entries, report.links, report.selected), (3, fixture.records.len(), false));
    let salted: Vec<_> = report.destroyed.iter().map(|(seq, _)| *seq).collect();
    assert_eq!(salted, [4, 5]);
    assert_eq!(report.destroyed[0].1, fixture.records[4].commitment());
    assert_ne!(before.records[4].commitment(), fixture.records[4].commitment(), "each fixture salts afresh");
    let told = fs::read_to_string(at.join(names::READ_ME)).unwrap();
    assert!(told.contains("2 records were destroyed by the writer"), "{told}");
}

#[test]
fn nothing_can_be_called_destroyed_that_no_later_record_names() {
    let problems = after_document(true, |document| {
        let record = &mut document["records"][4];
        record.as_object_mut().unwrap().remove("fields");
        record["left_out"] = "destroyed".into();
    });
    assert!(problems.contains(&Problem::NotDestroyed(4)), "{problems:?}");
    // The record that names it must come later, and be shown.
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path().join("p");
    let fixture = destroyed(&Choice::default(), &at);
    let last = fixture.records.len() - 1;
    let path = at.join(names::EVIDENCE);
    let mut document: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    let record = &mut document["records"][last];
    record.as_object_mut().unwrap().remove("fields");
    record["left_out"] = "not_an_entry".into();
    fs::write(&path, serde_json::to_vec(&document).unwrap()).unwrap();
    let problems = look(&at, None).unwrap().problems;
    assert!(problems.contains(&Problem::NotDestroyed(4)) && problems.contains(&Problem::NotDestroyed(5)));
}

#[test]
fn the_hour_of_destroying_goes_with_the_routine() {
    let dir = tempfile::tempdir().unwrap();
    for (name, routine) in [("whole", false), ("held", true)] {
        let at = dir.path().join(name);
        destroyed(&choice(|c| c.withhold.routine = routine), &at);
        assert_eq!(look(&at, None).unwrap().problems, []);
        let text = fs::read_to_string(at.join(names::EVIDENCE)).unwrap();
        assert_eq!(text.contains("10:07:53"), !routine);
    }
}
