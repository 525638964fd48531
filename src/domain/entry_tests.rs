#![allow(clippy::unwrap_used)]
use super::*;
use crate::domain::{FixSource, Position, When};

fn now() -> Timestamp {
    "2026-11-17T19:20:00Z".parse().unwrap()
}

fn said(text: &str) -> EntryDraft {
    EntryDraft { text: Some(text.to_owned()), ..EntryDraft::default() }
}

fn exactly(text: &str) -> Option<Happened> {
    Some(Happened::Exact { at: When::parse(text).unwrap() })
}

#[test]
fn a_few_words_are_enough() {
    assert!(said("He was at the bus stop.").check(now()).is_ok());
}

#[test]
fn one_kind_is_enough() {
    assert!(EntryDraft { kinds: vec![Kind::Seen], ..EntryDraft::default() }.check(now()).is_ok());
}

#[test]
fn the_tap_that_says_now_is_enough() {
    let at = When::parse("2026-11-17T19:20:00Z").unwrap();
    assert!(EntryDraft { happened: Some(Happened::Now { at }), ..EntryDraft::default() }.check(now()).is_ok());
}

#[test]
fn an_entry_with_nothing_in_it_is_refused_in_words() {
    for draft in [EntryDraft::default(), said(" \n\t ")] {
        let refused = draft.check(now()).unwrap_err();
        assert_eq!(refused, [Refusal::NothingSaid]);
        assert!(refused.iter().all(|r| r.to_string().contains("nothing in it yet")));
    }
}

#[test]
fn a_time_that_has_not_come_is_refused_and_a_clock_a_minute_off_is_not() {
    let draft = |at: &str| EntryDraft { happened: exactly(at), ..said("x") };
    assert_eq!(draft("2026-11-18T10:00").check(now()).unwrap_err(), [Refusal::InTheFuture]);
    assert!(draft("2026-11-17T19:21").check(now()).is_ok());
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
    let draft = EntryDraft {
        version: 7,
        happened: Some(Happened::Between {
            from: When::parse("2027-01-02T10:00").unwrap(),
            to: When::parse("2027-01-01T10:00").unwrap(),
        }),
        count: Some(0),
        place: Some(Place {
            position: Some(Position {
                lat_e7: 910_000_000,
                lon_e7: 0,
                accuracy_mm: None,
                age_ms: None,
                source: FixSource::Given,
            }),
            ..Place::default()
        }),
        ..EntryDraft::default()
    };
    assert_eq!(
        draft.check(now()).unwrap_err(),
        [
            Refusal::OtherVersion(7),
            Refusal::InTheFuture,
            Refusal::EndsBeforeItBegins,
            Refusal::Count,
            Refusal::NotOnEarth
        ]
    );
}

#[test]
fn a_text_or_a_list_without_end_is_refused() {
    assert_eq!(said(&"a".repeat(MAX_TEXT + 1)).check(now()).unwrap_err(), [Refusal::TextTooLong]);
    let crowd = EntryDraft { witnesses: vec![Witness::default(); MAX_LIST + 1], ..said("x") };
    assert_eq!(crowd.check(now()).unwrap_err(), [Refusal::ListTooLong]);
}

#[test]
fn a_misspelt_member_is_refused_rather_than_dropped() {
    assert!(serde_json::from_str::<EntryDraft>(r#"{"version":1,"text":"x","witneses":[]}"#).is_err());
}

#[test]
fn the_least_that_the_form_takes_reads() {
    let draft: EntryDraft = serde_json::from_str(r#"{"version":1,"text":"x"}"#).unwrap();
    assert_eq!(draft, said("x"));
    assert!(
        serde_json::from_str::<EntryDraft>(r#"{"text":"x"}"#).is_err(),
        "without a version nobody knows how to read it"
    );
}

#[test]
fn many_contacts_that_are_alike_are_one_entry_with_a_count() {
    let draft = EntryDraft { kinds: vec![Kind::Call], count: Some(43), ..EntryDraft::default() };
    assert_eq!(draft.check(now()).unwrap().title(), "43 calls");
    let seen = EntryDraft { kinds: vec![Kind::Seen, Kind::Followed], count: Some(3), ..EntryDraft::default() };
    assert_eq!(seen.check(now()).unwrap().title(), "Seen 3 times, followed");
}

#[test]
fn nothing_but_the_time_is_required_and_the_title_says_no_more_than_was_kept() {
    let at = When::parse("2026-11-17T08:00").unwrap();
    let draft = EntryDraft { happened: Some(Happened::About { at }), ..EntryDraft::default() };
    assert!(!draft.says_what());
    assert_eq!(draft.clone().check(now()).unwrap().title(), "Time kept");
    let why = crate::domain::NoPosition::Refused;
    let place = |words: Option<&str>| {
        Some(Place { words: words.map(str::to_owned), no_position: Some(why), ..Place::default() })
    };
    let without = EntryDraft { place: place(None), ..draft.clone() };
    assert_eq!(without.check(now()).unwrap().title(), "Time kept");
    let with = EntryDraft { place: place(Some("bus stop")), ..draft };
    assert_eq!(with.check(now()).unwrap().title(), "Time and place kept");
}

#[test]
fn a_certainty_that_was_not_given_is_not_written_and_an_old_record_keeps_the_one_it_has() {
    let person = crate::domain::Person { name: Some("R".to_owned()), ..Default::default() };
    assert_eq!(serde_json::to_string(&person).unwrap(), r#"{"name":"R"}"#);
    // As every record before had it, whether she chose it or not.
    let old = r#"{"name":"R","certainty":"unknown"}"#;
    let read: crate::domain::Person = serde_json::from_str(old).unwrap();
    assert_eq!(read.certainty, Some(crate::domain::Certainty::Unknown));
    assert_eq!(serde_json::to_string(&read).unwrap(), old, "its digest would not hold any more");
}
