#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::super::wrong::{Part, look_over};
use super::*;
use crate::domain::{Certainty, Effect, Happened, Kind, Person, Source, When, Whose, WhoseRelation};
use crate::session::HowExact as Exact;
use jiff::ZonedDateTime;

fn now() -> ZonedDateTime {
    "2026-11-17T19:20:00+00:00[Europe/London]".parse().unwrap()
}

fn work(draft: EntryDraft) -> Work {
    Work::new(KeptDraft { draft, ..KeptDraft::default() })
}

fn zone() -> TimeZone {
    now().time_zone().clone()
}

#[test]
fn no_time_stands_in_the_form_before_she_gives_one_and_without_it_nothing_is_saved() {
    let mut work = work(EntryDraft { text: Some("typed".to_owned()), ..EntryDraft::default() });
    assert!(work.times.is_empty());
    let (draft, wrong) = look_over(&work, &now());
    assert_eq!(draft.happened, None);
    assert_eq!(wrong.parts(&work), [Part { name: "When", field: "from-day".to_owned() }]);
    // A day and an hour that she leaves at "About" are about, and never exact.
    work.times.from = ("2026-11-17".to_owned(), "08:00".to_owned());
    let (draft, wrong) = look_over(&work, &now());
    assert!(wrong.is_nothing());
    assert!(matches!(draft.happened, Some(Happened::About { .. })));
}

#[test]
fn a_day_without_a_time_of_day_is_kept_as_the_whole_day() {
    let mut work = work(EntryDraft::default());
    work.times.from.0 = "2026-11-16".to_owned();
    work.times.whole_day(&now());
    let Some(Happened::Between { from, to }) = work.read(&zone()).0.happened else { panic!() };
    assert_eq!(from.to_string(), "2026-11-16T00:00:00+00:00[Europe/London]");
    assert_eq!(to.to_string(), "2026-11-16T23:59:00+00:00[Europe/London]");
}

#[test]
fn today_without_a_time_of_day_ends_now_and_can_be_saved() {
    let mut work = work(EntryDraft::default());
    work.times.from.0 = now().date().to_string();
    work.times.whole_day(&now());
    let (draft, wrong) = look_over(&work, &now());
    assert!(wrong.is_nothing(), "it lies in the future");
    let Some(Happened::Between { to, .. }) = draft.happened else { panic!() };
    assert!(to.0.timestamp() <= now().timestamp());
}

#[test]
fn another_time_than_that_of_the_tap_starts_empty_and_the_tap_can_be_had_back() {
    let at = When::parse("2026-11-17T18:42:07+00:00[Europe/London]").unwrap();
    let tapped = Happened::Now { at };
    let mut work = work(EntryDraft { happened: Some(tapped.clone()), ..EntryDraft::default() });
    work.times.another();
    assert_eq!(work.read(&zone()).0.happened, None);
    work.times.as_tapped();
    assert_eq!(work.read(&zone()).0.happened, Some(tapped));
}

#[test]
fn a_certainty_that_she_did_not_give_is_in_no_entry() {
    let mut work = work(EntryDraft::default());
    work.who[0].person.name = Some("R".to_owned());
    assert_eq!(work.read(&zone()).0.people[0].certainty, None);
    work.who[0].person = Person::default();
    assert!(work.read(&zone()).0.people.is_empty());
    work.who[0].person.certainty = Some(Certainty::NotSure);
    assert_eq!(work.read(&zone()).0.people[0].certainty, Some(Certainty::NotSure));
}

#[test]
fn a_kept_draft_has_what_cannot_be_read_yet_as_it_was_typed() {
    let mut first = work(EntryDraft::default());
    first.times.exact = Exact::Between;
    first.times.from.0 = "2026-11-16".to_owned();
    first.times.to.1 = "09:00".to_owned();
    first.count = "many".to_owned();
    first.who[0].seen_for = "20".to_owned();
    first.who[0].distance = "from here to the gate".to_owned();
    let kept = serde_json::to_string(&first.kept(&zone())).unwrap();
    let back = Work::new(serde_json::from_str(&kept).unwrap());
    assert_eq!(back.times.typed(), first.times.typed());
    assert_eq!(back.count, "many");
    assert_eq!((back.who[0].seen_for.as_str(), back.who[0].distance.as_str()), ("20", "from here to the gate"));
}

#[test]
fn a_draft_of_an_older_version_is_still_read() {
    let old = r#"{"draft":{"version":1,"whose":{"relation":"mine"},"people":[{"name":"R","certainty":"unknown"}],"text":"w"},"files":[],"of":null,"why":null}"#;
    let work = Work::new(serde_json::from_str(old).unwrap());
    assert!(work.times.is_empty());
    assert_eq!(work.read(&zone()).0.people[0].certainty, Some(Certainty::Unknown));
}

#[test]
fn what_was_recorded_comes_back_as_it_was_while_it_is_not_changed() {
    // The hour that comes twice, with seconds: the fields could say neither.
    let at = When::parse("2026-10-25T01:30:07+01:00[Europe/London]").unwrap();
    let text = |words: &str| Some(words.to_owned());
    let place = |words: &str| Some(crate::domain::Place { words: text(words), ..Default::default() });
    let full = EntryDraft {
        version: EntryDraft::VERSION,
        whose: Whose { relation: WhoseRelation::Child, name: text("Jo") },
        source: Some(Source::Told { by: text("Jo") }),
        happened: Some(Happened::Now { at }),
        place: place("here"),
        their_place: place("there"),
        written_at: None,
        people: vec![Person { name: text("R"), seen_for_s: Some(20), ..Person::default() }],
        kinds: vec![Kind::Seen, Kind::Waited],
        count: Some(3),
        text: text("words"),
        effects: vec![Effect::Route],
        effects_text: text("shaken"),
        witnesses: vec![Witness { name: "W".to_owned(), contact: text("c"), saw: text("s") }],
        vehicles: vec![Vehicle { plate: text("p"), looks: text("l") }],
        vanishing: vec![Vanishing { what: "film".to_owned(), asked: text("shop"), by: None }],
        told: vec![Told { who: "police".to_owned(), on: None, reference: text("1"), officer: text("2") }],
        order_broken: text("order"),
    };
    let (draft, wrong) = work(full.clone()).read(&zone());
    assert_eq!((draft, wrong), (full, Wrong::default()));
}

#[test]
fn a_missing_hour_and_a_count_that_is_no_number_are_said_and_lose_nothing() {
    let mut work = work(EntryDraft { text: Some("typed".to_owned()), ..EntryDraft::default() });
    work.times.from.0 = "2026-11-17".to_owned();
    work.count = "many".to_owned();
    work.who[0].seen_for = "20".to_owned();
    let (draft, wrong) = look_over(&work, &now());
    let fields: Vec<String> = wrong.parts(&work).into_iter().map(|part| part.field).collect();
    assert_eq!(fields, ["from-hour", "seen-for-0", "count"]);
    assert_eq!(draft.text.as_deref(), Some("typed"));
    assert_eq!(work.kept(&zone()).draft.text.as_deref(), Some("typed"));
}

#[test]
fn what_was_put_right_is_not_said_any_longer_and_nothing_new_is_said_before_she_saves_again() {
    let mut work = work(EntryDraft::default());
    work.count = "many".to_owned();
    let (_, before) = look_over(&work, &now());
    assert!(before.when.is_some() && before.count.is_some());
    work.count = "3".to_owned();
    work.who[0].seen_for = "20".to_owned();
    let still = before.still(look_over(&work, &now()).1);
    assert!(still.when.is_some() && still.count.is_none() && still.seen.is_none());
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
    assert!(work(EntryDraft { kinds: vec![Kind::Threat], ..EntryDraft::default() }).call_first());
    assert!(work(EntryDraft { kinds: vec![Kind::BreakIn], ..EntryDraft::default() }).call_first());
    assert!(work(EntryDraft { order_broken: Some("bail".to_owned()), ..EntryDraft::default() }).call_first());
    assert!(!work(EntryDraft { kinds: vec![Kind::Seen], ..EntryDraft::default() }).call_first());
}
