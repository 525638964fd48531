//! Proof by the system's own calls that a sync precedes every acknowledgement.
//!
//! These run this same program again under `strace`, and say `NOT RUN:` where that is missing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;

use steadfast::platform::clock::SystemClock;
use steadfast::session::{MarkDraft, Place, Session};
use steadfast::store::{Files, Id, Initial, Log, Row, Side, Small, VaultDir};

/// Tells a child which part it plays, and where.
const DIR: &str = "STORE_TEST_DIR";

const INITIAL: Initial<'_> = Initial { a_keys: b"keys of a", b_keys: b"keys of b", door: b"door", tries: b"tries" };

fn child_dir() -> Option<PathBuf> {
    std::env::var_os(DIR).map(PathBuf::from)
}

fn works(program: &str, arguments: &[&str]) -> bool {
    Command::new(program).args(arguments).output().is_ok_and(|output| output.status.success())
}

fn this_test(name: &str) -> Vec<String> {
    let program = std::env::current_exe().unwrap().into_os_string().into_string().unwrap();
    [program.as_str(), "--exact", name, "--nocapture", "--test-threads=1"].map(String::from).to_vec()
}

fn say(output: &Output) -> String {
    format!("{}\n{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn id(seq: u64) -> Id {
    let mut id = [9; 16];
    id[..8].copy_from_slice(&seq.to_be_bytes());
    id
}

fn row(seq: u64) -> Row {
    Row { seq, id: id(seq), sealed: vec![u8::try_from(seq % 251).unwrap(); 4000] }
}

/// Writes in every way that acknowledges, and says so each time on standard output.
#[test]
fn part_acknowledge() {
    let Some(dir) = child_dir() else { return };
    let acknowledge = |what: &str| {
        let mut out = std::io::stdout().lock();
        writeln!(out, "ACK {what}").unwrap();
        out.flush().unwrap();
    };
    let vault = VaultDir::at(&dir.join("data"));
    let mut log = Log::open(&vault.db(Side::A)).unwrap();
    for seq in 0..20 {
        if let Err(error) = log.append(seq, id(seq), &row(seq).sealed) {
            println!("REFUSED {seq} {error:?}");
            return;
        }
        acknowledge(&format!("row {seq}"));
    }
    log.append_all(&[row(20), row(21)]).unwrap();
    acknowledge("rows");
    log.put_slip("draft.1", b"slip").unwrap();
    acknowledge("slip");
    log.remove_slip("draft.1").unwrap();
    acknowledge("no slip");
    vault.replace(Small::Tries, b"one more").unwrap();
    acknowledge("small tries.new tries");
    let files = Files::open(&vault.files(Side::A)).unwrap();
    let mut new = files.new_file(&[7; 16], 0).unwrap();
    new.write_all(&[1; 100_000]).unwrap();
    new.keep().unwrap();
    acknowledge("file");
}

/// Saves marks while the journal is locked, and says so each time.
#[test]
fn part_save_while_locked() {
    let Some(dir) = child_dir() else { return };
    let session = Session::start(Place::new(dir.join("data")).at_least_cost(), Arc::new(SystemClock));
    for n in 0..3 {
        session.capture(MarkDraft { place: None, text: Some(format!("mark {n}")) }).wait().unwrap();
        let mut out = std::io::stdout().lock();
        writeln!(out, "ACK mark {n}").unwrap();
        out.flush().unwrap();
    }
}

fn strace(dir: &Path, options: &[&str]) -> Option<(Output, String)> {
    strace_part("part_acknowledge", dir, options, || VaultDir::create(&dir.join("data"), &INITIAL).unwrap())
}

fn strace_part<T>(part: &str, dir: &Path, options: &[&str], prepare: impl FnOnce() -> T) -> Option<(Output, String)> {
    if !works("strace", &["-f", "-y", "-e", "trace=fsync", "true"]) {
        eprintln!("NOT RUN: proof that a sync precedes each acknowledgement needs `strace` and leave to trace");
        return None;
    }
    prepare();
    let trace = dir.join("trace");
    let output = Command::new("strace")
        .args(["-f", "-y", "-o"])
        .arg(&trace)
        .args(options)
        .args(this_test(part))
        .env(DIR, dir)
        .output()
        .unwrap();
    Some((output, fs::read_to_string(&trace).unwrap()))
}

/// One finished call: its name and the file or files that it went to.
struct Call {
    name: String,
    on: String,
    line: String,
}

/// Lines look like `123 fsync(4</path>) = 0`; a call that another thread interrupts comes in two halves.
fn calls(trace: &str) -> Vec<Call> {
    let mut halves = std::collections::HashMap::new();
    let mut calls = Vec::new();
    for line in trace.lines() {
        let Some((thread, rest)) = line.split_once(' ') else {
            continue;
        };
        let rest = rest.trim_start();
        let whole = if let Some(start) = rest.strip_suffix("<unfinished ...>") {
            halves.insert(thread.to_owned(), start.to_owned());
            continue;
        } else if rest.starts_with("<... ") {
            format!("{}{rest}", halves.remove(thread).unwrap())
        } else {
            rest.to_owned()
        };
        let Some((name, arguments)) = whole.split_once('(') else {
            continue;
        };
        if whole.contains("= -1") {
            continue;
        }
        let on = match name {
            "rename" | "renameat" | "renameat2" => arguments.to_owned(),
            _ => arguments.split(['<', '>']).nth(1).unwrap_or_default().to_owned(),
        };
        calls.push(Call { name: name.to_owned(), on, line: whole.clone() });
    }
    calls
}

#[test]
fn a_sync_of_what_was_written_precedes_every_acknowledgement() {
    let dir = tempfile::tempdir().unwrap();
    let options = ["-s", "80", "-e", "trace=fsync,fdatasync,rename,renameat,renameat2,pwrite64,write"];
    let Some((output, trace)) = strace(dir.path(), &options) else {
        return;
    };
    assert!(output.status.success(), "{}", say(&output));
    let calls = calls(&trace);
    let mut unsynced: Vec<String> = Vec::new();
    let mut since_last = 0;
    let mut acknowledged = Vec::new();
    let inside = dir.path().join("data").to_str().unwrap().to_owned();
    for call in &calls {
        if let Some(at) = call.line.find("ACK ") {
            assert_eq!(call.name, "write");
            assert!(unsynced.is_empty(), "{}: not synced: {unsynced:?}", call.line);
            assert!(since_last > 0, "{}: nothing was written before it", call.line);
            acknowledged.push(call.line[at..].split('\\').next().unwrap().to_owned());
            since_last = 0;
        } else if !call.on.contains(&inside) {
            continue;
        } else if call.name.ends_with("write64") || call.name == "write" {
            unsynced.push(call.on.clone());
            since_last += 1;
        } else if call.name.starts_with("rename") {
            let from = call.on.split('"').nth(1).unwrap().to_owned();
            assert!(!unsynced.contains(&from), "renamed before it was synced: {}", call.line);
            // The new name is durable when its directory is.
            let to = call.on.split('"').nth(3).unwrap().to_owned();
            unsynced.push(Path::new(&to).parent().unwrap().to_str().unwrap().to_owned());
            since_last += 1;
        } else {
            unsynced.retain(|path| *path != call.on);
        }
    }
    assert_eq!(acknowledged.len(), 25, "{acknowledged:?}");
    // The rows went to the WAL, and the WAL was synced.
    let syncs = calls.iter().filter(|call| call.name.contains("sync") && call.on.ends_with("a.db-wal")).count();
    assert!(syncs >= 23, "{syncs}");
}

#[test]
fn a_disk_that_fails_to_sync_is_never_taken_for_saved() {
    let dir = tempfile::tempdir().unwrap();
    let wal = dir.path().join("data/a.db-wal");
    // The sixth sync of the WAL and all after it fail, as on a disk that is dying.
    let options =
        ["-P", wal.to_str().unwrap(), "-e", "trace=fsync,fdatasync", "-e", "inject=fsync,fdatasync:error=EIO:when=6+"];
    let Some((output, trace)) = strace(dir.path(), &options) else {
        return;
    };
    let said = say(&output);
    assert!(trace.contains("(INJECTED)"), "{trace}");
    assert!(said.contains("REFUSED"), "{said}");
    let acknowledged = said.matches("ACK row").count();
    assert!((1..20).contains(&acknowledged), "{said}");
    let log = Log::open(&dir.path().join("data/a.db")).unwrap();
    for seq in 0..u64::try_from(acknowledged).unwrap() {
        assert_eq!(log.row(seq).unwrap(), Some(row(seq)), "row {seq} was acknowledged");
    }
    assert!(log.integrity().unwrap().is_sound());
}

/// The number that a call answered with.
fn answer(line: &str) -> usize {
    let (_, answer) = line.rsplit_once(" = ").unwrap();
    answer.split(['<', ' ']).next().unwrap().parse().unwrap()
}

#[test]
fn a_mark_saved_while_locked_is_synced_before_the_byte_that_makes_it_count_and_that_before_the_answer() {
    const PLACE: usize = 4096;
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let prepare = || {
        let session = Session::start(Place::new(&data).at_least_cost(), Arc::new(SystemClock));
        session.set_up("four words nobody else has".to_owned()).wait().unwrap();
        session.lock().wait().unwrap();
        drop(session);
        while VaultDir::at(&data).lock().is_err() {
            std::thread::yield_now();
        }
    };
    let options = ["-s", "16", "-e", "trace=openat,lseek,read,write,pwrite64,writev,pwritev,mmap,fsync,fdatasync"];
    let Some((output, trace)) = strace_part("part_save_while_locked", dir.path(), &options, prepare) else {
        return;
    };
    assert!(output.status.success(), "{}", say(&output));
    let queue = data.join("queue").to_str().unwrap().to_owned();
    let (mut at, mut synced, mut unsynced) = (0, std::collections::HashSet::new(), std::collections::HashSet::new());
    // Which bytes of the place, by the order of what happened to them.
    let (mut marked, mut acknowledged) = (None, 0);
    for call in calls(&trace) {
        if call.line.contains("ACK mark ") {
            assert!(unsynced.is_empty(), "{}: {} bytes are not synced", call.line, unsynced.len());
            let place: usize = marked.take().unwrap_or_else(|| panic!("{}: no place counts for it", call.line));
            assert!((place..place + PLACE).all(|byte| synced.contains(&byte)), "not all of the place was written");
            acknowledged += 1;
            continue;
        }
        if call.name == "openat" && call.line.contains(&format!("\"{queue}\"")) {
            at = 0;
        }
        if call.on != queue {
            continue;
        }
        match call.name.as_str() {
            "lseek" => at = answer(&call.line),
            "read" => at += answer(&call.line),
            "fsync" | "fdatasync" => synced.extend(unsynced.drain()),
            "write" => {
                let bytes = at..at + answer(&call.line);
                at = bytes.end;
                if let Some(first) = bytes.clone().find(|byte| byte % PLACE == 0) {
                    assert_eq!(bytes.len(), 1, "{}: what makes it count is written with something else", call.line);
                    assert!(unsynced.is_empty(), "{}: it counts before it is synced", call.line);
                    let rest = first + 1..first + PLACE;
                    assert!(
                        rest.clone().all(|byte| synced.contains(&byte)),
                        "{}: it counts and is not there",
                        call.line
                    );
                    assert_eq!(marked.replace(first), None, "two places count at once");
                }
                unsynced.extend(bytes);
            }
            other => panic!("{other} on the queue, which this test does not follow: {}", call.line),
        }
    }
    assert_eq!(acknowledged, 3);
}
