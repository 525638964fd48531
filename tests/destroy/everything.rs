//! Destroying everything.
use super::*;

#[test]
fn destroying_everything_leaves_nothing_and_the_app_is_as_new() {
    let (_parent, dir, session) = set_up();
    record(&session, "one");
    session.set_way_back("2580".to_owned()).wait().unwrap();
    let epoch = session.status().borrow().epoch;
    assert_eq!(session.destroy_everything(her()).wait(), Ok(true));
    assert!(!dir.exists());
    assert_eq!(session.status().borrow().vault, VaultState::Nothing);
    assert!(session.status().borrow().epoch > epoch, "the screens are mounted anew");
    assert!(session.leads_back("") && !session.has_way_back());
    assert_eq!(session.entries(Query::default()).wait(), Err(SessionError::Locked));
    assert_eq!(session.unlock(PASSPHRASE.to_owned()).wait(), Err(SessionError::NoVault));
    session.set_up("another one, made anew".to_owned()).wait().unwrap();
    assert!(texts(&session).is_empty());
}

#[test]
fn everything_is_destroyed_only_from_the_open_journal() {
    let (_parent, dir, session) = set_up();
    record(&session, "one");
    session.lock().wait().unwrap();
    assert_eq!(session.destroy_everything(her()).wait(), Err(SessionError::Locked));
    let session = reopen_after(session, &dir, || {});
    assert_eq!(texts(&session), ["one"]);
}

#[test]
fn a_crash_after_the_keys_leaves_a_new_app_and_the_rest_is_removed() {
    let (_parent, dir, session) = set_up();
    let id = record(&session, "one");
    session.attach_from(id, None, 0, &b"22:01 call"[..]).wait().unwrap();
    session.lock().wait().unwrap();
    drop(session);
    let vault = VaultDir::at(&dir);
    while vault.lock().is_err() {
        std::thread::yield_now();
    }
    let keys = fs::read(dir.join("a.keys")).unwrap();
    // What a finger or face opens holds a key too.
    let touch = b"made up: a version and a slot, sealed";
    vault.replace(Small::Touch, touch).unwrap();
    // Another name for the same place on the disk: what is only unlinked stays readable there.
    let place = dir.with_file_name("the same place");
    fs::hard_link(dir.join("latch"), &place).unwrap();
    vault.destroy_keys(side(&dir)).unwrap();
    assert!(fs::read(&place).unwrap().iter().all(|byte| *byte == 0), "it is written over where it lies");
    fs::remove_file(&place).unwrap();
    assert!(!anywhere(&dir, touch) && !dir.join("latch").exists());
    // The keys are gone while all the rest is there.
    assert!(dir.join("a.db").exists() && dir.join("b.db").exists());
    assert!(!anywhere(&dir, &keys[20..60]));
    let copy = dir.with_file_name("copy");
    fs::create_dir(&copy).unwrap();
    for part in ["b.keys", "a.db"] {
        fs::copy(dir.join(part), copy.join(part)).unwrap();
        // The crash came before it was written over.
        fs::write(copy.join("latch"), touch).unwrap();
    }
    for (dir, left) in [(&dir, "all of it"), (&copy, "a little of it")] {
        // What was chosen for the phone goes too, when the destruction goes on.
        let chosen = VaultDir::at(dir).beside();
        chosen.replace(&[1, 1, 0, 0, 0, 0]).unwrap();
        let session = start(dir);
        assert_eq!(session.unlock(PASSPHRASE.to_owned()).wait(), Err(SessionError::NoVault), "{left}");
        assert!(!dir.exists(), "{left}");
        assert_eq!(chosen.read().unwrap(), None, "{left}");
        session.set_up(PASSPHRASE.to_owned()).wait().unwrap();
        assert!(texts(&session).is_empty());
    }
}

#[test]
fn key_files_that_are_merely_broken_or_lost_remove_nothing() {
    for change in [Some(vec![0; 1270]), Some(b"cut".to_vec()), None] {
        let (_parent, dir, session) = set_up();
        record(&session, "one");
        session.lock().wait().unwrap();
        drop(session);
        while VaultDir::at(&dir).lock().is_err() {
            std::thread::yield_now();
        }
        let kept = ["a.keys", "b.keys"].map(|name| (dir.join(name), fs::read(dir.join(name)).unwrap()));
        for (path, _) in &kept {
            match &change {
                Some(bytes) => fs::write(path, bytes).unwrap(),
                None => fs::remove_file(path).unwrap(),
            }
        }
        let broken = start(&dir);
        assert!(broken.unlock(PASSPHRASE.to_owned()).wait().is_err());
        assert_eq!(broken.set_up(PASSPHRASE.to_owned()).wait(), Err(SessionError::AlreadyThere));
        drop(broken);
        kept.iter().for_each(|(path, bytes)| fs::write(path, bytes).unwrap());
        let session = start(&dir);
        unlock(&session);
        assert_eq!(texts(&session), ["one"]);
    }
}
