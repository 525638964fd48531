//! What she says of a mark: that it was her, that it is set aside, that it is brought back. Records say each, and nothing is
//! removed.
use super::*;

#[test]
fn once_she_says_that_it_was_her_it_is_an_entry_at_the_moment_of_the_tap() {
    let (_parent, dir, session) = locked();
    capture(&session, "He is outside").unwrap();
    capture(&session, "not mine").unwrap();
    unlock(&session);
    let marks = session.marks().wait().unwrap();
    let entry = session.confirm_mark(marks[0].id).wait().unwrap();
    session.set_mark_aside(marks[1].id).wait().unwrap();
    for again in [session.confirm_mark(marks[0].id).wait().err(), session.set_mark_aside(marks[1].id).wait().err()] {
        assert_eq!(again, Some(SessionError::NoSuchMark));
    }
    let view = session.entry(entry).wait().unwrap();
    let content = view.current().unwrap().entry.content().clone();
    assert_eq!(content.text.as_deref(), Some("He is outside"));
    assert_eq!(content.happened, Some(Happened::About { at: marks[0].mark.taken.at.clone() }));
    kill(session, &dir);
    let session = start(&dir);
    assert!(unlock(&session).is_empty());
    assert!(waiting(&session).is_empty());
    assert_eq!(session.counts().wait().unwrap().entries, 1);
}

fn aside(session: &Session) -> Vec<String> {
    session.marks_aside().wait().unwrap().into_iter().map(|line| line.mark.text.unwrap_or_default()).collect()
}

#[test]
fn a_mark_that_was_set_aside_can_be_brought_back_and_added_as_if_nothing_had_been() {
    let (parent, dir, session) = locked();
    for text in ["one", "two", "three"] {
        capture(&session, text).unwrap();
    }
    unlock(&session);
    let marks = session.marks().wait().unwrap();
    assert_eq!(session.bring_mark_back(marks[0].id).wait(), Err(SessionError::NoSuchMark), "it waits already");
    for mark in &marks {
        session.set_mark_aside(mark.id).wait().unwrap();
    }
    assert_eq!((waiting(&session), aside(&session)), (vec![], vec!["one".into(), "two".into(), "three".into()]));
    assert_eq!(session.marks_aside().wait().unwrap(), marks, "with when, where and what, as before");
    session.bring_mark_back(marks[1].id).wait().unwrap();
    session.bring_mark_back(marks[0].id).wait().unwrap();
    assert_eq!(session.bring_mark_back(marks[1].id).wait(), Err(SessionError::NoSuchMark));
    assert_eq!(session.confirm_mark(marks[2].id).wait(), Err(SessionError::NoSuchMark), "still aside");
    // The records say it, and not the memory.
    kill(session, &dir);
    let session = start(&dir);
    assert!(unlock(&session).is_empty());
    assert_eq!((waiting(&session), aside(&session)), (vec!["one".into(), "two".into()], vec!["three".into()]));
    assert_eq!(session.counts().wait().unwrap().entries, 0, "it counts only once she says so");

    session.set_mark_aside(marks[0].id).wait().unwrap();
    session.bring_mark_back(marks[0].id).wait().unwrap();
    let entry = session.confirm_mark(marks[0].id).wait().unwrap();
    let happened = session.entry(entry).wait().unwrap().current().unwrap().entry.content().happened.clone();
    assert_eq!(happened, Some(Happened::About { at: marks[0].mark.taken.at.clone() }));
    assert_eq!(session.bring_mark_back(marks[0].id).wait(), Err(SessionError::NoSuchMark), "it is an entry now");
    kill(session, &dir);
    let session = start(&dir);
    assert!(unlock(&session).is_empty());
    assert_eq!((waiting(&session), aside(&session)), (vec!["two".into()], vec!["three".into()]));

    // Nothing was removed: each time is a line, and a pack holds none of their words.
    let log = session.access_log().wait().unwrap();
    let said: Vec<(bool, bool)> = log
        .iter()
        .filter_map(|line| match line.record {
            Record::Marked(marked) => Some((marked.entry.is_some(), marked.waits)),
            _ => None,
        })
        .collect();
    let (set, back, mine) = ((false, false), (false, true), (true, false));
    assert_eq!(said, [set, set, set, back, back, set, back, mine]);
    assert_eq!(log.iter().filter(|line| matches!(line.record, Record::Mark(_))).count(), 3);
    assert!(session.check(true, |_, _| {}).wait().unwrap().holds());
    let pack = parent.path().join("pack");
    let form = PackForm::Folder(pack.clone());
    let made = session.make_pack(Choice::default(), form, |_, _| {}).wait().unwrap();
    assert_eq!(made.entries, 1);
    assert!(verify_pack(&pack, None).unwrap().holds());
    let evidence = fs::read_to_string(pack.join("evidence.json")).unwrap();
    assert!(!evidence.contains("three") && !evidence.contains("two"), "what was not added is in the pack");
}
