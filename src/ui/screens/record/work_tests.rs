#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;

fn now() -> ZonedDateTime {
    "2026-11-17T19:20:00+00:00[Europe/London]".parse().unwrap()
}

fn work(draft: EntryDraft) -> Work {
    Work::new(KeptDraft { draft, ..KeptDraft::default() }, &now())
}

fn zone() -> TimeZone {
    now().time_zone().clone()
}

#[test]
fn the_time_is_there_before_she_types_and_nothing_else_is_needed() {
    let (draft, wrong) = work(EntryDraft::default()).read(&zone());
    assert_eq!(draft.happened.unwrap().begins().to_string(), "2026-11-17T19:20:00+00:00[Europe/London]");
    assert_eq!(wrong, Wrong::default());
}

#[test]
fn what_was_recorded_comes_back_as_it_was_while_it_is_not_changed() {
    // The hour that comes twice, with seconds: the fields could say neither.
    let at = When::parse("2026-10-25T01:30:07+01:00[Europe/London]").unwrap();
    let full = EntryDraft {
        happened: Some(Happened::Now { at }),
        people: vec![Person { name: Some("R".to_owned()), seen_for_s: Some(20), ..Person::default() }],
        count: Some(3),
        ..EntryDraft::default()
    };
    let (draft, wrong) = work(full.clone()).read(&zone());
    assert_eq!((draft, wrong), (full, Wrong::default()));
}

#[test]
fn a_missing_hour_and_a_count_that_is_no_number_are_said_and_lose_nothing() {
    let mut work = work(EntryDraft { text: Some("typed".to_owned()), ..EntryDraft::default() });
    work.times.from.1.clear();
    work.count = "many".to_owned();
    work.who[0].distance = "far".to_owned();
    let (draft, wrong) = work.read(&zone());
    assert_eq!(wrong.all().len(), 3);
    assert_eq!(draft.text.as_deref(), Some("typed"));
    assert_eq!(work.kept(&zone()).draft.text.as_deref(), Some("typed"));
}

#[test]
fn rows_that_were_opened_and_left_empty_are_not_in_the_entry() {
    let draft = EntryDraft {
        witnesses: vec![Witness::default(), Witness { name: "Jo".to_owned(), ..Witness::default() }],
        vehicles: vec![Vehicle { plate: Some("  ".to_owned()), ..Vehicle::default() }],
        told: vec![Told::default()],
        place: Some(crate::domain::Place { words: Some(String::new()), ..Default::default() }),
        text: Some(" ".to_owned()),
        ..EntryDraft::default()
    };
    let (draft, _) = work(draft).read(&zone());
    assert_eq!((draft.witnesses.len(), draft.vehicles.len(), draft.told.len()), (1, 0, 0));
    assert_eq!((draft.place, draft.text, draft.people.len()), (None, None, 0));
}

#[test]
fn help_comes_first_where_there_was_a_threat_a_break_in_or_a_broken_order() {
    use crate::domain::Kind;
    assert!(work(EntryDraft { kinds: vec![Kind::Threat], ..EntryDraft::default() }).call_first());
    assert!(work(EntryDraft { kinds: vec![Kind::BreakIn], ..EntryDraft::default() }).call_first());
    assert!(work(EntryDraft { order_broken: Some("bail".to_owned()), ..EntryDraft::default() }).call_first());
    assert!(!work(EntryDraft { kinds: vec![Kind::Seen], ..EntryDraft::default() }).call_first());
}
