//! After a lock no key and none of her words are in the memory of the real program. The scan must find them first.
//!
//! The keys are worked out here from the files and the passphrase, by the formulas in `src/vault/slot.rs` and
//! `src/vault/seal.rs`: a second reading of the format. Linux only: it reads `/proc/PID/mem`.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use hkdf::Hkdf;
use sha2::Sha256;
use steadfast::store::{Log, Side, VaultDir};
use steadfast::vault::{KeyFile, derive};

const PASSPHRASE: &str = "vmt4 qzr8 wkx2 hgb6 njp9 lfd3 yqs7";
/// Eight bytes of it at a time must stand nowhere else in the program.
const MARK: &str = "Qy7uxv2mWb9kzr4tHd6jnf3pLc8gse5w";
/// Parameters of the scan that a browser journey asks for.
const SCAN: &str = "MEMORY_SCAN_PID";

const HEADER: usize = 45;
const SLOT: usize = 114;
const CLASS_PASSPHRASE: u8 = 1;

/// What must not be there, by what it is.
type Needles = Vec<(String, Vec<u8>)>;

/// Both halves: a program that kept half a key would have kept the secret.
fn halves(needles: &mut Needles, what: &str, key: &[u8]) {
    needles.push((format!("first half of {what}"), key[..16].to_vec()));
    needles.push((format!("second half of {what}"), key[16..32].to_vec()));
}

/// Pieces of a text: an allocator writes its own links over the first bytes of what is freed, so that a scan for the
/// whole would find nothing of what is nearly all there.
fn pieces(needles: &mut Needles, what: &str, text: &str) {
    needles.extend(text.as_bytes().chunks_exact(8).map(|piece| (what.to_owned(), piece.to_vec())));
}

/// The keys of the journal, from its key files: what the passphrase stretches to, and the master key.
fn keys(dir: &Path, passphrase: &str) -> (Vec<u8>, Vec<u8>, Side) {
    let vault = VaultDir::at(dir);
    for side in Side::BOTH {
        let file = fs::read(vault.small(steadfast::store::Small::Keys(side))).unwrap();
        let salt: [u8; 32] = file[1..33].try_into().unwrap();
        let stretched = derive(passphrase.as_bytes(), &salt, KeyFile::parse(&file).unwrap().params()).unwrap();
        for (place, slot) in file[HEADER..].chunks_exact(SLOT).take(8).enumerate() {
            let mut both = [0u8; 64];
            let info: [&[u8]; 2] = [b"slot", &[1, CLASS_PASSPHRASE]];
            Hkdf::<Sha256>::new(Some(&slot[..32]), stretched.as_slice()).expand_multi_info(&info, &mut both).unwrap();
            if both[32..] != slot[32..64] {
                continue;
            }
            let bound = [&file[..HEADER], &[u8::try_from(place).unwrap()]].concat();
            let cipher = Aes256Gcm::new_from_slice(&both[..32]).unwrap();
            let body = cipher.decrypt(&Nonce::default(), Payload { msg: &slot[64..], aad: &bound }).unwrap();
            return (stretched.to_vec(), body[2..].to_vec(), side);
        }
    }
    panic!("no slot opens");
}

/// The key of every record of the log: each is used once and must be gone.
fn record_keys(dir: &Path, side: Side, master: &[u8], needles: &mut Needles) {
    let log = Log::open(&VaultDir::at(dir).db(side)).unwrap();
    for row in log.rows(None, 100).unwrap() {
        let mut key = [0u8; 32];
        let info: [&[u8]; 3] = [b"record", &[1], &row.id];
        Hkdf::<Sha256>::new(Some(&row.sealed[1..33]), master).expand_multi_info(&info, &mut key).unwrap();
        halves(needles, &format!("the key of record {}", row.seq), &key);
    }
}

/// How often each needle stands in the resident pages of a process. `None`: its memory may not be read.
fn scan(pid: u32, needles: &Needles) -> Option<BTreeMap<String, usize>> {
    let memory = File::open(format!("/proc/{pid}/mem")).ok()?;
    let resident = File::open(format!("/proc/{pid}/pagemap")).ok()?;
    let mut by_start: HashMap<[u8; 8], Vec<&(String, Vec<u8>)>> = HashMap::new();
    // Most places are told by their first two bytes.
    let mut worth_a_look = vec![false; 1 << 16];
    for needle in needles {
        worth_a_look[usize::from(u16::from_le_bytes([needle.1[0], needle.1[1]]))] = true;
        by_start.entry(needle.1[..8].try_into().unwrap()).or_default().push(needle);
    }
    let mut found = BTreeMap::new();
    let mut looked_at = 0;
    for line in fs::read_to_string(format!("/proc/{pid}/maps")).ok()?.lines() {
        let (range, rest) = line.split_once(' ').unwrap();
        // What is only read cannot have been written to by the program.
        if !rest.starts_with("rw") {
            continue;
        }
        let (from, to) = range.split_once('-').unwrap();
        let [from, to] = [from, to].map(|at| u64::from_str_radix(at, 16).unwrap());
        for run in runs(&resident, from, to) {
            let mut bytes = vec![0; usize::try_from(run.1 - run.0).unwrap()];
            if memory.read_exact_at(&mut bytes, run.0).is_err() {
                continue;
            }
            looked_at += bytes.len();
            let mut two = 0;
            for (end, byte) in bytes.iter().enumerate() {
                two = (two >> 8) | (usize::from(*byte) << 8);
                if !worth_a_look[two] || end + 7 > bytes.len() || end == 0 {
                    continue;
                }
                let at = end - 1;
                let start: [u8; 8] = bytes[at..at + 8].try_into().unwrap();
                for (what, needle) in by_start.get(&start).into_iter().flatten() {
                    if bytes[at..].starts_with(needle) {
                        *found.entry(what.clone()).or_default() += 1;
                    }
                }
            }
        }
    }
    (looked_at > 0).then_some(found)
}

/// The runs of pages between two addresses that are in memory or swapped out.
fn runs(pagemap: &File, from: u64, to: u64) -> Vec<(u64, u64)> {
    const PAGE: u64 = 4096;
    const HELD: u64 = 3 << 62;
    let mut runs: Vec<(u64, u64)> = Vec::new();
    let mut word = [0; 8];
    for page in (from..to).step_by(4096) {
        let held = pagemap.read_exact_at(&mut word, page / PAGE * 8).is_ok() && u64::from_le_bytes(word) & HELD != 0;
        match runs.last_mut() {
            Some(run) if held && run.1 == page => run.1 = page + PAGE,
            _ if held => runs.push((page, page + PAGE)),
            _ => {}
        }
    }
    runs
}

fn desk(dir: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_steadfast-desk"));
    command.args(words).args(["--vault", "vault", "--passphrase-file", "secret"]).current_dir(dir);
    command
}

fn hear(out: &mut BufReader<ChildStdout>, expected: &str) {
    let mut line = String::new();
    out.read_line(&mut line).unwrap();
    assert_eq!(line.trim(), expected);
}

struct Ends(Child);

impl Drop for Ends {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn after_a_lock_no_key_no_passphrase_and_none_of_her_words_are_in_the_desk_programs_memory() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("secret"), format!("{PASSPHRASE}\n")).unwrap();
    assert!(desk(dir.path(), &["init"]).output().unwrap().status.success());
    let line = format!(r#"{{"version":1,"text":"{MARK}","kinds":["seen"]}}"#);
    fs::write(dir.path().join("one.json"), line).unwrap();
    assert!(desk(dir.path(), &["add", "--json", "one.json"]).output().unwrap().status.success());

    let vault = dir.path().join("vault");
    let (stretched, master, side) = keys(&vault, PASSPHRASE);
    let mut needles = Needles::new();
    pieces(&mut needles, "her words", MARK);
    pieces(&mut needles, "the passphrase", PASSPHRASE);
    halves(&mut needles, "the master key", &master);
    halves(&mut needles, "the stretched passphrase", &stretched);
    record_keys(&vault, side, &master, &mut needles);

    let mut child = desk(dir.path(), &["hold"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut input = child.stdin.take().unwrap();
    let child = Ends(child);
    hear(&mut out, "open");
    let Some(open) = scan(child.0.id(), &needles) else {
        eprintln!("NOT RUN: the proof of what stays in memory needs leave to read another program's memory");
        return;
    };
    for what in ["her words", "first half of the master key", "second half of the master key"] {
        assert!(open.contains_key(what), "while it is open the scan must find {what}; it found {open:?}");
    }
    for what in open.keys() {
        let needed = what == "her words" || what.ends_with("the master key");
        assert!(needed, "{what} is there while it is open, and nothing needs it any more");
    }

    input.write_all(b"\n").unwrap();
    hear(&mut out, "locked");
    assert_eq!(scan(child.0.id(), &needles), Some(BTreeMap::new()), "after the lock");
}

/// For the browser journey, which drives the app: scans it for the keys, and says what it found.
#[test]
fn part_scan() {
    let Some(pid) = std::env::var(SCAN).ok().and_then(|pid| pid.parse().ok()) else { return };
    let vault = std::env::var("MEMORY_SCAN_VAULT").unwrap();
    let passphrase = std::env::var("MEMORY_SCAN_PASSPHRASE").unwrap();
    let (stretched, master, _) = keys(Path::new(&vault), &passphrase);
    let mut needles = Needles::new();
    halves(&mut needles, "the master key", &master);
    halves(&mut needles, "the stretched passphrase", &stretched);
    pieces(&mut needles, "the passphrase", &passphrase);
    if let Ok(words) = std::env::var("MEMORY_SCAN_WORDS") {
        pieces(&mut needles, "her words", &words);
    }
    match scan(pid, &needles) {
        Some(found) => println!("\nFOUND {found:?}"),
        None => println!("\nNOT RUN: it may not be read"),
    }
}
