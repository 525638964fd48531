//! What nothing names is removed; what anything names is not.
use super::*;

#[test]
fn a_file_that_nothing_names_goes_at_the_next_opening_and_one_that_is_named_never() {
    let (_parent, dir, session) = set_up();
    let [recorded, drafted, dropped] = [b"one", b"two", b"six"].map(|bytes| take_in(&session, bytes));
    let part = session.begin_file(None, CameBy::Picked, 0).wait().unwrap();
    session.push_slice(part, vec![1; 300_000]).wait().unwrap();
    session.record(said("with a file"), vec![recorded.clone()]).wait().unwrap();
    let draft = KeptDraft { draft: said("half"), files: vec![drafted.clone()], ..KeptDraft::default() };
    session.keep_draft(draft).wait().unwrap();
    let part = sealed(&dir, recorded.file).unwrap().with_file_name(format!("{}.part", FileId([7; 16])));
    let session = reopen_after(session, &dir, || fs::write(&part, b"what a kill left").unwrap());
    assert!(sealed(&dir, recorded.file).is_some() && sealed(&dir, drafted.file).is_some());
    assert!(sealed(&dir, dropped.file).is_none() && !part.exists());
    assert_eq!(session.check(true, |_, _| {}).wait().unwrap().swept, 2);
    session.drop_draft().wait().unwrap();
    assert!(sealed(&dir, drafted.file).is_none(), "with the draft its file goes");
    assert!(sealed(&dir, recorded.file).is_some());
}

#[test]
fn dropping_a_draft_that_was_saved_keeps_its_files() {
    let (_parent, dir, session) = set_up();
    let held = take_in(&session, b"22:01 call");
    session
        .keep_draft(KeptDraft { draft: said("x"), files: vec![held.clone()], ..KeptDraft::default() })
        .wait()
        .unwrap();
    session.record(said("x"), vec![held.clone()]).wait().unwrap();
    session.drop_draft().wait().unwrap();
    assert_eq!(session.file(held.file, 100).wait().unwrap(), b"22:01 call");
    let session = reopen_after(session, &dir, || {});
    assert_eq!(session.file(held.file, 100).wait().unwrap(), b"22:01 call");
}

#[test]
fn nothing_is_swept_while_a_record_or_the_draft_cannot_be_read() {
    for broken in ["record", "draft"] {
        let (_parent, dir, session) = set_up();
        let id = record(&session, "one");
        let file = session.attach_from(id, None, 0, &b"22:01 call"[..]).wait().unwrap().file;
        let held = take_in(&session, b"in the draft");
        let draft = KeptDraft { draft: said("half"), files: vec![held.clone()], ..KeptDraft::default() };
        session.keep_draft(draft).wait().unwrap();
        let loose = take_in(&session, b"nothing names it");
        record(&session, "last");
        let db = VaultDir::at(&dir).db(side(&dir));
        session.lock().wait().unwrap();
        drop(session);
        while VaultDir::at(&dir).lock().is_err() {
            std::thread::yield_now();
        }
        let mut log = Log::open(&db).unwrap();
        if broken == "record" {
            let mut row = log.row(2).unwrap().unwrap();
            row.sealed[100] ^= 1;
            log.destroy(&[row], &[], &[]).unwrap();
        } else {
            let mut slip = log.get_slip("draft").unwrap().unwrap();
            slip[100] ^= 1;
            log.put_slip("draft", &slip).unwrap();
        }
        log.close().unwrap();
        let session = start(&dir);
        unlock(&session);
        for file in [file, held.file, loose.file] {
            assert!(sealed(&dir, file).is_some(), "{broken}");
        }
    }
}

#[test]
fn what_a_kill_left_of_a_recording_is_not_swept() {
    let (_parent, dir, session) = set_up();
    let id = session.begin_recording(None).wait().unwrap();
    session.push_recorded(id, vec![1; 300_000]).wait().unwrap();
    let part = ["a.files", "b.files"].map(|side| dir.join(side).join(format!("{id}.part")));
    let part = part.into_iter().find(|path| path.exists()).unwrap();
    let bytes = fs::read(&part).unwrap();
    let session = reopen_after(session, &dir, || fs::write(&part, &bytes).unwrap());
    assert!(part.exists(), "there is no other copy of it");
    drop(session);
}
