//! What is in a pack: nothing withdrawn, all that is not lost, and what was taken out the last time.
use super::*;

#[test]
fn a_withdrawn_entry_is_kept_readable_and_in_no_count_and_no_pack_until_it_is_taken_back() {
    let (parent, dir, session) = set_up();
    let id = record(&session, "Zanzibar is the word.");
    record(&session, "the other");
    session.withdraw(id).wait().unwrap();
    session.withdraw(id).wait().unwrap();
    let session = reopen_after(session, &dir, || {});
    assert_eq!(texts(&session), ["Zanzibar is the word.", "the other"]);
    assert!(session.entry(id).wait().unwrap().withdrawn.is_some());
    assert_eq!(session.counts().wait().unwrap().entries, 1);
    let preview = session.preview_pack(Choice::default()).wait().unwrap();
    assert_eq!((preview.entries, preview.left_out, preview.withdrawn, preview.selected), (1, 0, 1, true));
    let at = parent.path().join("pack");
    assert_eq!(packed(&session, &at), 1);
    assert!(!anywhere(&at, b"Zanzibar"));
    let report = verify_pack(&at, None).unwrap();
    assert!(report.holds() && report.selected, "{:?}", report.problems);
    session.restore(id).wait().unwrap();
    assert_eq!(session.counts().wait().unwrap().entries, 2);
    assert_eq!(packed(&session, &parent.path().join("again")), 2);
    let log = session.access_log().wait().unwrap();
    let moves = log.iter().filter(|line| matches!(line.record, Record::Withdrawn { .. } | Record::Restored { .. }));
    assert_eq!(moves.count(), 2, "what changes nothing is no line");
    assert_eq!(session.withdraw(RecordId([9; 16])).wait(), Err(SessionError::NoSuchEntry));
}

#[test]
fn a_lost_file_is_named_by_the_entry_the_check_and_the_pack_and_keeps_nothing_else_back() {
    let (parent, dir, session) = set_up();
    let id = record(&session, "with files");
    let all = [1u8, 2, 3, 4]
        .map(|n| session.attach_from(id, None, 0, std::io::Cursor::new(vec![n; 200_000])).wait().unwrap().file);
    let path = |file| sealed(&dir, file).unwrap();
    fs::remove_file(path(all[0])).unwrap();
    let cut = fs::read(path(all[1])).unwrap();
    fs::write(path(all[1]), &cut[..100_000]).unwrap();
    let mut changed = fs::read(path(all[2])).unwrap();
    changed[150_000] ^= 1;
    fs::write(path(all[2]), changed).unwrap();

    let view = session.entry(id).wait().unwrap();
    assert_eq!(view.files.iter().map(|file| file.lost).collect::<Vec<_>>(), [true, true, false, false]);
    assert_eq!(view.current().unwrap().entry.content().text.as_deref(), Some("with files"));
    assert_eq!(session.check(true, |_, _| {}).wait().unwrap().problems.len(), 3);
    for (name, form) in [("pack", None), ("pack.zip", Some(()))] {
        let at = parent.path().join(name);
        let form = form.map_or(PackForm::Folder(at.clone()), |()| PackForm::Zip(at.clone()));
        let made = session.make_pack(Choice::default(), form, |_, _| {}).wait().unwrap();
        assert_eq!((made.entries, made.files, made.lost), (1, 1, 3));
        let report = verify_pack(&at, None).unwrap();
        assert!(report.holds(), "{:?}", report.problems);
        assert_eq!(report.withheld_files, 3);
    }
    let read_me = fs::read_to_string(parent.path().join("pack/READ ME FIRST.txt")).unwrap();
    for line in ["EX001 is missing from the journal", "EX002 is damaged in the journal", "EX003 is damaged"] {
        assert!(read_me.contains(line), "{line}: {read_me}");
    }
    let table = fs::read_to_string(parent.path().join("pack/chronology.csv")).unwrap();
    assert!(table.contains("EX001 [missing from the journal]"), "{table}");
}

#[test]
fn a_pack_begins_with_home_taken_out_and_then_with_what_the_last_one_took_out() {
    let (parent, dir, session) = set_up();
    let (one, two) = (record(&session, "one"), record(&session, "two"));
    record(&session, "three");
    let beginning = session.pack_beginning().wait().unwrap();
    assert!(beginning.choice.withhold.home && !beginning.remembered && beginning.choice.without.is_empty());
    let withhold = Withhold { photos: true, ..Withhold::default() };
    let choice = Choice {
        withhold,
        without: [one, two].into(),
        from: Some("2020-01-01".parse().unwrap()),
        contact: Some("Ring after six".to_owned()),
        ..Choice::default()
    };
    session.make_pack(choice, PackForm::Folder(parent.path().join("p")), |_, _| {}).wait().unwrap();
    let session = reopen_after(session, &dir, || {});
    let beginning = session.pack_beginning().wait().unwrap();
    assert!(beginning.remembered);
    let expected = Choice { withhold, without: [one, two].into(), ..Choice::default() };
    assert_eq!(beginning.choice, expected, "days and how to reach her belong to one pack");
    session.destroy(one, her()).wait().unwrap();
    session.withdraw(two).wait().unwrap();
    assert!(session.pack_beginning().wait().unwrap().choice.without.is_empty());
    session.forget_last_pack().wait().unwrap();
    assert!(session.pack_beginning().wait().unwrap().choice.withhold.home);
}
