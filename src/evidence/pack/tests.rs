#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
use std::path::PathBuf;

use super::*;
use crate::evidence::fixture::{CONTACT, Fixture, HOME, WITNESS, WRITTEN_AT, choice};

fn folder(fixture: &Fixture, choice: &Choice, at: &Path) -> Made {
    fixture.with_source(|source| write(source, choice, Form::Folder(at), &|_, _| {})).unwrap()
}

/// All files of a pack, by their path in it.
fn files(at: &Path) -> Vec<(String, Vec<u8>)> {
    fn walk(root: &Path, at: &Path, out: &mut Vec<(String, Vec<u8>)>) {
        for one in std::fs::read_dir(at).unwrap() {
            let path = one.unwrap().path();
            if path.is_dir() {
                walk(root, &path, out);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
                out.push((name, std::fs::read(&path).unwrap()));
            }
        }
    }
    let mut out = Vec::new();
    walk(at, at, &mut out);
    out.sort();
    out
}

#[test]
fn a_pack_has_everything_in_it() {
    let dir = tempfile::tempdir().unwrap();
    let at = std::env::var_os("STEADFAST_KEEP_PACK").map_or(dir.path().join("pack"), PathBuf::from);
    let made = folder(&Fixture::journal(), &choice(|c| c.contact = Some("Ring after six".to_owned())), &at);
    let names: Vec<String> = files(&at).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, [
        "Chronology.pdf", "Contact details.txt", "Exhibits/EX001 2026-10-25 0130.bin",
        "Exhibits/EX002 2026-11-12 0730.jpg", "Exhibits/EX003 2026-11-15 2200.mp3", "Exhibits/EX004 2026-11-15 2200.txt",
        "Exhibits/EX005 2026-11-17 1842.jpg", "READ ME FIRST.txt", "allowed_signers", "chronology.csv", "evidence.json",
        "manifest.sha256", "manifest.sha256.sig", "verify.html",
    ]);
    assert_eq!((made.entries, made.files, made.selected), (4, 5, false));
}
