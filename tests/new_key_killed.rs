//! The real program is killed at each step of a new master key, and the journal is then opened with the real program again:
//! the old state or the new one, never neither and never a mixture.
//!
//! `strace` kills it on the way into a call, so that what is on the disk is what all calls before it left. Where it is missing
//! this says `NOT RUN:`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
#![cfg(target_os = "linux")]

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use steadfast::domain::{EntryDraft, FileId};
use steadfast::platform::clock::SystemClock;
use steadfast::session::{KeptDraft, Place, Session, SessionError};
use steadfast::store::{StoreError, VaultDir};

const PASSPHRASE: &str = "four words nobody else has";
/// Whatever changes the disk, and what makes a change durable.
const CALLS: &str = "write,pwrite64,writev,pwritev,ftruncate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,\
                     mkdir,mkdirat,rmdir,link,linkat";
/// Of the plain writes each so manieth is tried; of all other calls each.
const STRIDE: usize = 5;

fn said(text: &str) -> EntryDraft {
    EntryDraft { text: Some(text.to_owned()), ..EntryDraft::default() }
}

fn start(dir: &Path) -> Session {
    Session::start(Place::new(dir).at_least_cost(), Arc::new(SystemClock))
}

/// The vault as it was before, and what is in it.
struct Before {
    home: tempfile::TempDir,
    file: FileId,
    bytes: Vec<u8>,
}

impl Before {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let dir = home.path().join("before");
        let session = start(&dir);
        session.set_up(PASSPHRASE.to_owned()).wait().unwrap();
        let words = session.make_recovery_words().wait().unwrap().words().collect::<Vec<_>>().join(" ");
        let entry = session.record(said("one"), Vec::new()).wait().unwrap();
        session.record(said("two"), Vec::new()).wait().unwrap();
        let bytes: Vec<u8> = (0..70_000_u32).map(|n| (n % 251) as u8).collect();
        let file = session.attach_from(entry, None, 0, std::io::Cursor::new(bytes.clone())).wait().unwrap().file;
        session.keep_draft(KeptDraft { draft: said("half a sen"), ..KeptDraft::default() }).wait().unwrap();
        session.lock().wait().unwrap();
        drop(session);
        while VaultDir::at(&dir).lock().is_err() {
            std::thread::yield_now();
        }
        fs::write(home.path().join("secret"), PASSPHRASE).unwrap();
        fs::write(home.path().join("words"), words).unwrap();
        Self { home, file, bytes }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    fn copy(&self, name: &str) -> PathBuf {
        let to = self.at(name);
        copy_dir(&self.at("before"), &to);
        to
    }

    /// The arguments of the program on a copy.
    fn desk(&self, vault: &Path, command: &[&str]) -> Command {
        let mut desk = Command::new(env!("CARGO_BIN_EXE_steadfast-desk"));
        self.finish(&mut desk, vault, command);
        desk
    }

    fn finish(&self, desk: &mut Command, vault: &Path, command: &[&str]) {
        desk.arg(command[0]).arg("--vault").arg(vault).arg("--passphrase-file").arg(self.at("secret"));
        desk.args(&command[1..]).env("XDG_CONFIG_HOME", self.at("config"));
    }

    /// Makes a new master key under `strace` with these options. Gives what it came to, and the trace.
    fn new_key(&self, vault: &Path, options: &[&str]) -> (Output, String) {
        let trace = vault.with_extension("trace");
        let mut strace = Command::new("strace");
        strace.args(["-f", "-o"]).arg(&trace).args(options).arg(env!("CARGO_BIN_EXE_steadfast-desk"));
        self.finish(&mut strace, vault, &["secrets", "new-key"]);
        let output = strace.output().unwrap();
        (output, fs::read_to_string(trace).unwrap())
    }

    /// Opens what a kill left with the real program, and says whether it is the new state. Everything is there in both.
    fn state_after(&self, vault: &Path, words_first: bool, when: &str) -> bool {
        let keys = |dir: &Path| ["a.keys", "b.keys"].map(|name| fs::read(dir.join(name)).unwrap());
        let new = keys(vault) != keys(&self.at("before"));
        let words = || {
            let mut list = self.desk(vault, &["secrets", "--recovery-file"]);
            let done = list.arg(self.at("words")).arg("list").output().unwrap();
            assert_eq!(done.status.success(), !new, "{when}: the old words open exactly the old state: {}", say(&done));
        };
        if words_first {
            words();
        }
        let check = self.desk(vault, &["check", "--read-data"]).output().unwrap();
        assert!(check.status.success() && say(&check).contains("1 files read and whole"), "{when}: {}", say(&check));
        if !words_first {
            words();
        }
        let left = fs::read_dir(vault).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let left: Vec<_> =
            left.filter(|name| [".next", ".gone", ".new"].iter().any(|part| name.contains(part))).collect();
        assert!(left.is_empty(), "{when}: {left:?}");

        let session = start(vault);
        while let Err(SessionError::Store(StoreError::InUse)) = session.unlock(PASSPHRASE.to_owned()).wait() {
            std::thread::yield_now();
        }
        let lines = session.entries_in_chain_order().wait().unwrap();
        let texts: Vec<_> = lines.iter().map(|line| line.entry.content().text.clone().unwrap()).collect();
        assert_eq!(texts, ["one", "two"], "{when}");
        assert_eq!(session.file(self.file, 1 << 20).wait().as_ref(), Ok(&self.bytes), "{when}");
        let draft = session.kept_draft().wait().unwrap().map(|kept| kept.draft.text);
        assert_eq!(draft, Some(Some("half a sen".to_owned())), "{when}");
        session.lock().wait().unwrap();
        new
    }
}

fn copy_dir(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let (from, to) = (entry.as_ref().unwrap().path(), to.join(entry.unwrap().file_name()));
        if from.is_dir() { copy_dir(&from, &to) } else { fs::copy(from, to).map(|_| ()).unwrap() }
    }
}

fn say(output: &Output) -> String {
    format!("{}\n{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// A call at which to kill: its name, and the how manieth of that name on its thread it is, as `strace` counts them.
struct Target {
    name: String,
    count: usize,
    line: String,
}

/// The calls of the thread that makes the new key, from the first thing that it does beside the old store to its end. One that
/// failed changed nothing: whatever comes after it finds the same disk.
fn targets(trace: &str) -> Vec<Target> {
    let (mut counts, mut all) = (HashMap::new(), Vec::new());
    for line in trace.lines() {
        let Some((thread, call)) = line.split_once(' ') else { continue };
        let call = call.trim_start();
        let Some((name, _)) = call.split_once('(').filter(|_| !call.starts_with("<... ")) else { continue };
        let count = counts.entry((thread.to_owned(), name.to_owned())).or_insert(0);
        *count += 1;
        all.push((thread.to_owned(), Target { name: name.to_owned(), count: *count, line: call.to_owned() }));
    }
    let begun = all.iter().position(|(_, target)| target.line.contains(".db.next")).unwrap();
    let thread = all[begun].0.clone();
    let step = all.into_iter().skip(begun).filter(|(other, target)| *other == thread && !target.line.contains("= -1"));
    step.map(|(_, target)| target).collect()
}

/// All but most of the plain writes.
fn chosen(targets: Vec<Target>) -> Vec<Target> {
    let mut writes = 0;
    let keep = |target: &Target| {
        let plain = target.name.contains("write");
        writes += usize::from(plain);
        !plain || writes % STRIDE == 1
    };
    targets.into_iter().filter(keep).collect()
}

#[test]
fn a_kill_at_any_step_of_a_new_master_key_leaves_the_old_journal_or_the_new_one_whole() {
    let strace = Command::new("strace").args(["-f", "-e", "inject=getpgid:signal=KILL:when=1", "true"]).output();
    if !strace.is_ok_and(|done| done.status.success()) {
        eprintln!("NOT RUN: a kill at each step of a new master key needs `strace` and leave to trace");
        return;
    }
    let before = Before::new();
    let trace = format!("trace={CALLS}");
    let whole = before.copy("whole");
    let (done, followed) = before.new_key(&whole, &["-e", &trace]);
    assert!(done.status.success(), "{}", say(&done));
    assert!(before.state_after(&whole, false, "without a kill"), "it is the new state");
    let targets = chosen(targets(&followed));
    let of = |names: &[&str]| targets.iter().filter(|target| names.contains(&target.name.as_str())).count();
    // The key file, the log, the files aside and in place, the log into place; and what goes at the end.
    assert!(
        of(&["rename", "renameat", "renameat2"]) >= 5 && of(&["unlink", "unlinkat"]) >= 3,
        "too few steps were seen"
    );
    assert!(of(&["fsync", "fdatasync"]) >= 15 && of(&["write", "pwrite64"]) >= 10, "too few steps were seen");

    let (next, old, new) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some((at, target)) = {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    targets.get(at).map(|target| (at, target))
                } {
                    let when = format!("killed at {} number {}: {}", target.name, target.count, target.line);
                    let vault = before.copy(&format!("killed{at}"));
                    let inject = format!("inject={}:signal=KILL:when={}", target.name, target.count);
                    let (done, followed) = before.new_key(&vault, &["-e", &trace, "-e", &inject]);
                    assert!(!done.status.success(), "{when}: it was not killed");
                    assert!(followed.contains("killed by SIGKILL"), "{when}: {}", say(&done));
                    let counted = if before.state_after(&vault, at % 2 == 0, &when) { &new } else { &old };
                    counted.fetch_add(1, Ordering::Relaxed);
                    fs::remove_dir_all(vault).unwrap();
                }
            });
        }
    });
    let (old, new) = (old.into_inner(), new.into_inner());
    assert_eq!(old + new, targets.len());
    assert!(old > 10 && new > 5, "kills before the change: {old}, and after it: {new}");
    eprintln!("{old} kills left the old journal, {new} the new one");
}
