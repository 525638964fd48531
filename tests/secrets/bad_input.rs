//! Key files that are not what they should be, words that are not, disks that take nothing, two programs at once.

use std::fs;
use std::path::Path;

use steadfast::session::{SessionError, VaultState};
use steadfast::store::StoreError;

use crate::home::{Home, PASSPHRASE};

const NEW: &str = "another four words entirely";
/// Where the slots begin in a key file, and how long one is: see `vault::slots`.
const SLOTS: (usize, usize) = (45, 114);

/// A way to spoil the bytes of a key file.
type Spoil<'a> = &'a dyn Fn(&mut Vec<u8>);

fn locked() -> Home {
    let home = Home::new();
    home.session.lock().wait().unwrap();
    home
}

#[test]
fn a_kill_while_a_secret_is_changed_leaves_the_old_one_or_the_new_one() {
    let home = Home::new();
    let [keys, _] = home.key_files();
    let old = fs::read(&keys).unwrap();
    home.change(Some(PASSPHRASE), NEW).unwrap();
    let new = fs::read(&keys).unwrap();
    home.session.lock().wait().unwrap();
    let name = keys.file_name().unwrap().to_str().unwrap().to_owned();
    // What can lie on the disk: the old file, with all, some or nothing of the new one beside it; or the new file.
    let lengths = [0, 1, 44, 45, 600, new.len() - 1, new.len()];
    let beside = lengths.map(|length| Some(&new[..length]));
    let states = beside.into_iter().chain([None]).map(|beside| (&old, beside, PASSPHRASE, NEW));
    for (at, (placed, beside, right, wrong)) in states.chain([(&new, None, NEW, PASSPHRASE)]).enumerate() {
        let copy = home.copy_of_the_vault();
        fs::write(copy.join(&name), placed).unwrap();
        if let Some(beside) = beside {
            fs::write(copy.join(format!("{name}.new")), beside).unwrap();
        }
        let session = home.start(&copy);
        assert_eq!(session.unlock(wrong.to_owned()).wait(), Err(SessionError::WrongSecret), "{at}");
        session.unlock(right.to_owned()).wait().unwrap();
        assert_eq!(session.entries_in_chain_order().wait().unwrap().len(), 1, "{at}");
        assert!(!copy.join(format!("{name}.new")).exists(), "{at}: nothing of it is left");
        session.change_passphrase(Some(right.to_owned()), "yet another four words".to_owned()).wait().unwrap();
    }
}

#[test]
fn a_change_that_cannot_be_written_leaves_the_old_secret() {
    let home = Home::new();
    let [keys, _] = home.key_files();
    let in_the_way = keys.with_extension("keys.new");
    fs::create_dir(&in_the_way).unwrap();
    assert!(matches!(home.change(Some(PASSPHRASE), NEW), Err(SessionError::Store(_))));
    fs::remove_dir(&in_the_way).unwrap();
    home.session.lock().wait().unwrap();
    assert_eq!(home.unlock(NEW), Err(SessionError::WrongSecret));
    home.unlock(PASSPHRASE).unwrap();
    home.all_there();
}

#[test]
fn key_files_cut_short_newer_or_of_absurd_cost_are_refused_in_words_and_no_try_is_counted() {
    let home = locked();
    let spoil: [(&str, Spoil<'_>); 5] = [
        ("cut short", &|bytes| bytes.truncate(700)),
        ("version 2", &|bytes| bytes[0] = 2),
        ("too much work (4194304 kib", &|bytes| bytes[33..37].copy_from_slice(&(4_u32 << 20).to_be_bytes())),
        ("1000000 passes", &|bytes| bytes[37..41].copy_from_slice(&1_000_000_u32.to_be_bytes())),
        ("too little work", &|bytes| bytes[33..37].copy_from_slice(&8_u32.to_be_bytes())),
    ];
    for (words, spoil) in spoil {
        for both in [true, false] {
            let copy = home.copy_of_the_vault();
            let [journal, notes] = home.key_files().map(|path| copy.join(path.file_name().unwrap()));
            let good = fs::read(&journal).unwrap();
            for path in [&journal, &notes].into_iter().take(if both { 2 } else { 1 }) {
                let mut bytes = fs::read(path).unwrap();
                spoil(&mut bytes);
                fs::write(path, bytes).unwrap();
            }
            let spoilt = fs::read(&journal).unwrap();
            let session = home.start(&copy);
            let error = session.unlock(PASSPHRASE.to_owned()).wait().unwrap_err();
            let told = error.told().to_string();
            assert!(told.to_lowercase().contains(words), "{words}: {told}");
            assert_eq!(fs::read(&journal).unwrap(), spoilt, "nothing was changed");
            if both {
                assert_eq!(session.failed_tries(), 0);
            }
            // A copy of the file brings it back, and nothing was lost.
            fs::write(&journal, &good).unwrap();
            session.unlock(PASSPHRASE.to_owned()).wait().unwrap();
            assert_eq!(session.entries_in_chain_order().wait().unwrap().len(), 1);
        }
    }
}

#[test]
fn when_the_other_key_file_is_spoilt_the_journal_opens_all_the_same() {
    let home = locked();
    let [_, notes] = home.key_files();
    fs::write(&notes, b"spoilt").unwrap();
    home.unlock(PASSPHRASE).unwrap();
    home.all_there();
    home.change(Some(PASSPHRASE), NEW).unwrap();
    home.session.lock().wait().unwrap();
    home.unlock(NEW).unwrap();
}

#[test]
fn key_files_of_two_pairs_open_what_they_open_and_say_that_they_do_not_belong_together() {
    let (home, other) = (locked(), locked());
    for take_journal in [true, false] {
        let copy = home.copy_of_the_vault();
        let [journal, notes] = home.key_files().map(|path| copy.join(path.file_name().unwrap()));
        let stranger = fs::read(&other.key_files()[1]).unwrap();
        fs::write(if take_journal { &notes } else { &journal }, stranger).unwrap();
        let session = home.start(&copy);
        let opened = session.unlock(PASSPHRASE.to_owned()).wait();
        if take_journal {
            assert_eq!(opened, Ok(Vec::new()));
            session.change_passphrase(Some(PASSPHRASE.to_owned()), NEW.to_owned()).wait().unwrap();
        } else {
            let told = opened.unwrap_err().told().to_string();
            assert!(told.contains("do not belong together") && told.contains("may be right"), "{told}");
        }
    }
}

#[test]
fn swapped_slots_are_named_and_recovery_words_mend_them() {
    let home = Home::new();
    let lines = home.session.secrets().wait().unwrap();
    let [keys, _] = home.key_files();
    home.session.lock().wait().unwrap();
    let of = |class| lines.iter().find(|line| line.class == class).unwrap().place;
    let passphrase = of(steadfast::domain::SecretClass::Passphrase);
    let words = of(steadfast::domain::SecretClass::Recovery);
    let unused = (0..8).find(|place| ![passphrase, words].contains(place)).unwrap();
    let mut bytes = fs::read(&keys).unwrap();
    for offset in 0..SLOTS.1 {
        bytes.swap(SLOTS.0 + passphrase * SLOTS.1 + offset, SLOTS.0 + unused * SLOTS.1 + offset);
    }
    fs::write(&keys, bytes).unwrap();
    let told = home.unlock(PASSPHRASE).unwrap_err().told().to_string();
    assert!(told.contains("secret is right") && told.contains("altered or moved"), "{told}");
    home.session.unlock_with_words(home.words.clone()).wait().unwrap();
    let lines = home.session.secrets().wait().unwrap();
    assert!(lines.iter().any(|line| line.place == passphrase && !line.intact));
    // The same passphrase again mends its slot.
    home.change(None, PASSPHRASE).unwrap();
    assert_eq!(home.classes().len(), 2);
    home.session.lock().wait().unwrap();
    home.unlock(PASSPHRASE).unwrap();
    home.all_there();
}

#[test]
fn a_recovery_word_misspelt_missing_twice_or_swapped_is_pointed_at_in_words() {
    let home = locked();
    let words: Vec<&str> = home.words.split(' ').collect();
    let say = |words: Vec<&str>| {
        let error = home.session.unlock_with_words(words.join(" ")).wait().unwrap_err();
        assert!(matches!(error, SessionError::RecoveryWords(_)), "{error:?}");
        error.told().to_string()
    };
    let mut misspelt = words.clone();
    misspelt[16] = "qqqqq";
    let told = say(misspelt);
    assert!(told.contains("word 17") && told.contains("Nothing is lost"), "{told}");
    let mut missing = words.clone();
    missing.remove(9);
    let told = say(missing);
    assert!(told.contains("27 words") && told.contains("words 9 to 12"), "{told}");
    let mut twice = words.clone();
    twice.insert(5, words[5]);
    let told = say(twice);
    assert!(told.contains("29 words") && (told.contains("word 6") || told.contains("word 7")), "{told}");
    let told = say(Vec::new());
    assert!(told.contains("0 words"), "{told}");
    home.session.unlock_with_words(home.words.clone()).wait().unwrap();
}

#[test]
fn a_second_program_changes_nothing_and_counts_nothing() {
    let home = Home::new();
    let second = home.start(&home.dir);
    for _ in 0..6 {
        let refused = second.unlock(PASSPHRASE.to_owned()).wait();
        assert_eq!(refused, Err(SessionError::Store(StoreError::InUse)));
    }
    assert_eq!(second.change_passphrase(Some(PASSPHRASE.to_owned()), NEW.to_owned()).wait(), Err(SessionError::Locked));
    assert_eq!((second.failed_tries(), home.session.failed_tries()), (0, 0));
    home.change(Some(PASSPHRASE), NEW).unwrap();
    home.all_there();
}

fn mount(options: &str, at: &Path) -> bool {
    let done = std::process::Command::new("mount").args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(at).status();
    done.is_ok_and(|status| status.success())
}

fn unmount(at: &Path) {
    std::process::Command::new("umount").arg("-l").arg(at).status().unwrap();
}

#[cfg(target_os = "linux")]
#[test]
fn on_a_disk_that_can_only_be_read_she_reads_and_a_guesser_waits() {
    let parent = tempfile::tempdir().unwrap();
    let at = parent.path().to_owned();
    if !mount("size=16m", &at) {
        eprintln!("NOT RUN: on_a_disk_that_can_only_be_read: a disk cannot be mounted here");
        return;
    }
    let dir = at.join("data");
    let home = Home::at(parent, dir.clone());
    home.session.lock().wait().unwrap();
    // The session's own handles keep a disk from being made read-only: a copy of the vault has none.
    let copy = home.copy_of_the_vault();
    let (clock, words) = (home.clock.clone(), home.words.clone());
    let read_only = tempfile::tempdir().unwrap();
    let bound = std::process::Command::new("mount").arg("--bind").arg(&copy).arg(read_only.path()).status().unwrap();
    assert!(bound.success());
    let done = std::process::Command::new("mount").args(["-o", "remount,bind,ro"]).arg(read_only.path()).status();
    assert!(done.unwrap().success());
    assert!(fs::write(read_only.path().join("x"), b"").is_err(), "it cannot be written");

    let session = home.start(read_only.path());
    let told = session.unlock(PASSPHRASE.to_owned()).wait().unwrap();
    assert!(told.iter().any(|line| line.contains("does not let the journal be written")), "{told:?}");
    assert_eq!(session.status().borrow().vault, VaultState::ReadingOnly);
    assert_eq!(session.entries_in_chain_order().wait().unwrap().len(), 1);
    let change = session.change_passphrase(Some(PASSPHRASE.to_owned()), NEW.to_owned()).wait();
    assert!(matches!(change, Err(SessionError::Store(StoreError::ReadOnly { .. }))), "{change:?}");
    let new_key = session.new_master(PASSPHRASE.to_owned(), |_, _| {}).wait().unwrap_err();
    assert_eq!(new_key, SessionError::ReadingOnly);
    session.lock().wait().unwrap();
    for _ in 0..5 {
        assert_eq!(session.unlock("a wrong passphrase".to_owned()).wait(), Err(SessionError::WrongSecret));
    }
    assert_eq!(session.unlock(PASSPHRASE.to_owned()).wait(), Err(SessionError::TooSoon { seconds: 30 }));
    session.unlock_with_words(words).wait().unwrap();
    session.lock().wait().unwrap();
    clock.run_on(std::time::Duration::from_secs(30));
    session.unlock(PASSPHRASE.to_owned()).wait().unwrap();
    assert_eq!(session.entries_in_chain_order().wait().unwrap().len(), 1);
    drop(session);
    unmount(read_only.path());
    drop(home);
    unmount(&at);
}

#[cfg(target_os = "linux")]
#[test]
fn on_a_full_disk_she_gets_in_and_no_secret_is_half_changed() {
    let parent = tempfile::tempdir().unwrap();
    let at = parent.path().to_owned();
    if !mount("size=4m", &at) {
        eprintln!("NOT RUN: on_a_full_disk_she_gets_in: a small disk cannot be mounted here");
        return;
    }
    let home = Home::at(parent, at.join("data"));
    home.session.lock().wait().unwrap();
    let mut ballast = fs::File::create(at.join("ballast")).unwrap();
    for size in [4096, 1] {
        while std::io::Write::write_all(&mut ballast, &vec![7; size]).is_ok() {}
    }
    home.fail(5);
    assert_eq!(home.unlock(PASSPHRASE), Err(SessionError::TooSoon { seconds: 30 }));
    home.run_on(30);
    home.unlock(PASSPHRASE).unwrap();
    home.all_there();
    let full = home.change(Some(PASSPHRASE), NEW).unwrap_err();
    assert!(full.told().happened.contains("no space left"), "{full:?}");
    let full = home.session.new_master(PASSPHRASE.to_owned(), |_, _| {}).wait().unwrap_err();
    assert!(full.told().happened.contains("no space left"), "{full:?}");
    home.session.lock().wait().unwrap();
    home.unlock(PASSPHRASE).unwrap();
    drop(ballast);
    fs::remove_file(at.join("ballast")).unwrap();
    home.change(Some(PASSPHRASE), NEW).unwrap();
    home.session.lock().wait().unwrap();
    home.unlock(NEW).unwrap();
    home.all_there();
    drop(home);
    unmount(&at);
}
