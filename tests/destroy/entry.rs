//! Destroying one entry.
use super::*;

#[test]
fn a_destroyed_entry_leaves_its_numbers_and_everything_still_checks() {
    let (parent, dir, session) = set_up();
    record(&session, "before");
    let id = session.record(said("Zanzibar"), vec![take_in(&session, b"22:01 call")]).wait().unwrap();
    session.correct(id, said("Zanzibar, in the evening"), None).wait().unwrap();
    let late = session.attach_from(id, None, 0, &b"late"[..]).wait().unwrap().file;
    let after = record(&session, "after");
    let (early_pack, late_pack) = (parent.path().join("early"), parent.path().join("late"));
    packed(&session, &early_pack);

    let going = session.would_go(id).wait().unwrap();
    assert_eq!((going.versions, going.files, going.packs, going.told.len()), (2, 2, 1, 0));
    let first = session.entry(id).wait().unwrap().files[0].file.file;
    let gone = session.destroy(id, her()).wait().unwrap();
    assert_eq!((gone.records.as_slice(), gone.versions, gone.files, gone.unfinished), (&[2, 3, 4, 5][..], 2, 2, false));
    assert_eq!(texts(&session), ["before", "after"]);
    assert_eq!(session.entry(id).wait(), Err(SessionError::NoSuchEntry));
    assert_eq!(session.file(late, 100).wait(), Err(SessionError::NoSuchFile));
    assert!(sealed(&dir, first).is_none() && sealed(&dir, late).is_none());

    let session = reopen_after(session, &dir, || {});
    assert_eq!(texts(&session), ["before", "after"]);
    record(&session, "and it goes on");
    let checked = session.check(true, |_, _| {}).wait().unwrap();
    assert!(checked.holds(), "{:?}", checked.problems);
    assert_eq!(checked.destroyed.iter().map(|(seq, _)| *seq).collect::<Vec<_>>(), [2, 3, 4, 5]);
    packed(&session, &late_pack);
    assert!(anywhere(&early_pack, b"Zanzibar"), "what was given away before is as it was");
    assert!(!anywhere(&late_pack, b"Zanzibar"));
    let (early, late) = (verify_pack(&early_pack, None).unwrap(), verify_pack(&late_pack, None).unwrap());
    assert!(early.holds() && early.destroyed.is_empty());
    assert!(late.holds(), "{:?}", late.problems);
    assert_eq!(late.destroyed, checked.destroyed, "by number, with its commitment");
    let log = session.access_log().wait().unwrap();
    assert_eq!(log.iter().filter(|line| matches!(line.record, Record::Destroyed(_))).count(), 1);
    assert!(session.entry(after).wait().is_ok());
    assert_eq!(session.destroy(id, her()).wait(), Err(SessionError::NoSuchEntry));
}

#[test]
fn no_sealed_byte_of_a_destroyed_entry_stays_in_the_vault() {
    let (_parent, dir, session) = set_up();
    let id = record(&session, &"a long entry ".repeat(2000));
    record(&session, "another");
    session.lock().wait().unwrap();
    drop(session);
    while VaultDir::at(&dir).lock().is_err() {
        std::thread::yield_now();
    }
    let rows = Log::salvage(&VaultDir::at(&dir).db(side(&dir))).unwrap().rows;
    let before = rows[1].sealed.clone();
    // Its salt, its middle, its end.
    let pieces = [&before[1..33], &before[10_000..10_064], &before[before.len() - 40..]];
    assert!(pieces.iter().all(|piece| anywhere(&dir, piece)), "the scan finds what is there");
    let session = start(&dir);
    unlock(&session);
    session.destroy(id, her()).wait().unwrap();
    assert!(!pieces.iter().any(|piece| anywhere(&dir, piece)));
    drop(session);
}

#[test]
fn files_that_a_crash_left_after_destroying_go_at_the_next_opening() {
    // With damage elsewhere nothing is swept, and what was destroyed goes all the same.
    for damaged in [false, true] {
        let (_parent, dir, session) = set_up();
        let id = record(&session, "with a file");
        let file = session.attach_from(id, None, 0, &b"22:01 call"[..]).wait().unwrap().file;
        let kept = record(&session, "kept");
        let other = session.attach_from(kept, None, 0, &b"22:03 call"[..]).wait().unwrap().file;
        let path = sealed(&dir, file).unwrap();
        let bytes = fs::read(&path).unwrap();
        session.destroy(id, her()).wait().unwrap();
        assert!(!path.exists());
        // As if the power had gone between the record and the file.
        let db = VaultDir::at(&dir).db(side(&dir));
        let session = reopen_after(session, &dir, || {
            fs::write(&path, bytes).unwrap();
            let mut log = Log::open(&db).unwrap();
            let mut row = log.row(3).unwrap().unwrap();
            row.sealed[100] ^= u8::from(damaged);
            log.destroy(&[row], &[], &[]).unwrap();
            log.close().unwrap();
        });
        assert!(!path.exists());
        assert!(sealed(&dir, other).is_some());
        assert_eq!(session.check(true, |_, _| {}).wait().unwrap().holds(), !damaged);
    }
}

#[test]
fn a_correction_that_is_being_written_goes_with_its_entry() {
    let (_parent, dir, session) = set_up();
    let (id, other) = (record(&session, "one"), record(&session, "two"));
    let held = take_in(&session, b"for the correction");
    let file = held.file;
    let of =
        |of| KeptDraft { draft: said("Zanzibar"), files: vec![held.clone()], of: Some(of), ..KeptDraft::default() };
    session.keep_draft(of(id)).wait().unwrap();
    session.destroy(id, her()).wait().unwrap();
    assert_eq!(session.kept_draft().wait().unwrap(), None);
    assert!(sealed(&dir, file).is_none());
    assert_eq!(session.keep_draft(of(id)).wait(), Err(SessionError::NoSuchEntry), "and does not come back");
    let draft = KeptDraft { of: Some(other), files: Vec::new(), ..of(other) };
    session.keep_draft(draft.clone()).wait().unwrap();
    session.destroy(record(&session, "three"), her()).wait().unwrap();
    assert_eq!(session.kept_draft().wait().unwrap(), Some(draft), "that of another entry stays");
}

#[test]
fn a_seal_that_was_emptied_without_a_record_of_it_is_found() {
    // An older copy of the row put back, and a row emptied by other means, are both more than damage: they are named.
    let (_parent, dir, session) = set_up();
    let id = record(&session, "one");
    record(&session, "two");
    session.lock().wait().unwrap();
    drop(session);
    let vault = VaultDir::at(&dir);
    while vault.lock().is_err() {
        std::thread::yield_now();
    }
    let db = vault.db(side(&dir));
    let whole = Log::salvage(&db).unwrap().rows[1].clone();
    let session = start(&dir);
    unlock(&session);
    session.destroy(id, her()).wait().unwrap();
    let session = reopen_after(session, &dir, || {
        let mut log = Log::open(&db).unwrap();
        log.destroy(std::slice::from_ref(&whole), &[], &[]).unwrap();
        log.close().unwrap();
    });
    let checked = session.check(false, |_, _| {}).wait().unwrap();
    assert_eq!(checked.problems, ["Record 1 was destroyed, and is there again."]);
}

#[test]
fn who_was_told_is_known_before_anything_is_destroyed() {
    let (_parent, _dir, session) = set_up();
    let police = Told { who: "Police, 101".to_owned(), reference: Some("EX-0417-26".to_owned()), ..Told::default() };
    let id = session.record(EntryDraft { told: vec![police.clone()], ..said("one") }, Vec::new()).wait().unwrap();
    // Told once is told, even where the last version does not say so any more.
    session.correct(id, said("one"), None).wait().unwrap();
    assert_eq!(session.would_go(id).wait().unwrap().told, [police]);
    let all = session.would_all_go().wait().unwrap();
    assert_eq!((all.entries, all.reported), (1, 1));
}
