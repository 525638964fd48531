//! What a pack says of a file: when it came to its entry, what it was called, and no hour that nobody knows.
use super::*;
use crate::domain::{Happened, Place, PlaceSort};
use crate::evidence::fixture::{picture, when};

const SAVED: &str = "2026-11-17T14:37:52.120+00:00[Europe/London]";
const ADDED: &str = "2026-11-17T14:39:12.300+00:00[Europe/London]";

/// An entry with two files that were saved with it and two that came later, under these names.
fn with_files(draft: EntryDraft, names: [&str; 4]) -> Fixture {
    let mut fixture = Fixture::empty();
    let id = fixture.push(SAVED, Record::Entry(entry(draft)));
    for (nth, name) in names.into_iter().enumerate() {
        fixture.file(if nth < 2 { SAVED } else { ADDED }, id, name, picture(nth as u8));
    }
    fixture.sign_head();
    fixture
}

fn seen(happened: Option<Happened>) -> EntryDraft {
    EntryDraft { kinds: vec![Kind::Seen], text: Some("He was there.".to_owned()), happened, ..EntryDraft::default() }
}

const NAMES: [&str; 4] = ["one.jpg", "photo 2026-11-17 14.35.45.jpg", "three.jpg", "four.jpg"];

fn row(at: &Path) -> std::collections::HashMap<String, String> {
    let bytes = std::fs::read(at.join(names::TABLE)).unwrap();
    csv::Reader::from_reader(&bytes[3..]).deserialize().next().unwrap().unwrap()
}

fn exhibits(at: &Path) -> Vec<String> {
    files(at).into_iter().map(|(name, _)| name).filter(|name| name.starts_with("Exhibits/")).collect()
}

fn printed(at: &Path) -> Option<String> {
    let (good, text) = tool("pdftotext", &["-raw", names::PDF, "-"], at, None)?;
    assert!(good, "{text}");
    Some(text.replace('\u{200b}', "").split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn a_file_that_was_added_later_says_when_wherever_it_is_named() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path().join("p");
    folder(&with_files(seen(None), NAMES), &Choice::default(), &at);
    let row = row(&at);
    let line = |n: u8, record: u8| {
        format!(
            "EX00{n}: Tuesday 17 November 2026, 14:39:12 (2026-11-17T14:39:12.3+00:00[Europe/London]), record {record}"
        )
    };
    assert_eq!(row["exhibits_added_later"], format!("{}\n{}", line(3, 4), line(4, 5)));
    assert_eq!(row["exhibits"], "EX001; EX002; EX003; EX004", "as it was before");
    let Some(text) = printed(&at) else { return };
    for expected in [
        "2 exhibits were added after their entries were first written. Each says when.",
        "Files added Tuesday 17 November 2026, 14:39:12 · EX003 (record 4), EX004 (record 5)",
        "Saved with the entry, record 2 of the chain.",
        "Saved with the entry, record 3 of the chain.",
        "Added later: Tuesday 17 November 2026, 14:39:12, record 5 of the chain.",
    ] {
        assert!(text.contains(expected), "{expected}: {text}");
    }
    let later = "Added later: Tuesday 17 November 2026, 14:39:12, record 4 of the chain.";
    assert_eq!(text.matches(later).count(), 2, "beside the entry, and in the list of exhibits");
}

#[test]
fn a_pack_in_which_nothing_was_added_later_says_nothing_of_it() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path().join("p");
    let mut fixture = Fixture::empty();
    let id = fixture.push(SAVED, Record::Entry(entry(seen(None))));
    fixture.file(SAVED, id, "one.jpg", picture(1));
    folder(&fixture, &Choice::default(), &at);
    assert_eq!(row(&at)["exhibits_added_later"], "");
    let Some(text) = printed(&at) else { return };
    assert!(text.contains("Saved with the entry, record 2 of the chain."));
    assert!(!text.contains("Added later") && !text.contains("was first written"));
}

#[test]
fn the_hour_at_which_a_file_was_added_is_withheld_with_the_other_hours() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path().join("p");
    let place = Place { words: Some("Quarry Lane".to_owned()), sort: Some(PlaceSort::Work), ..Place::default() };
    let draft = EntryDraft { place: Some(place), ..seen(None) };
    folder(&with_files(draft, NAMES), &choice(|c| c.withhold.routine = true), &at);
    let corpus = Corpus::of(&at);
    for hour in ["14:37", "14:39", "14.35.45", "three.jpg"] {
        assert_eq!(corpus.places_of(hour), Vec::<&str>::new(), "{hour}");
    }
    assert!(row(&at)["exhibits_added_later"].contains("EX003: Tuesday 17 November 2026, hour [withheld], record 4"));
    assert!(row(&at)["exhibits_called"].contains("EX002: [withheld] (routine)"));
    let Some(text) = printed(&at) else { return };
    assert!(text.contains("Added later: Tuesday 17 November 2026, hour [withheld], record 4 of the chain."), "{text}");
    assert!(text.contains("What it was called when it came: [withheld] (routine)"), "{text}");
}

#[test]
fn the_name_that_a_file_came_with_stands_in_the_pdf_and_the_table() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path().join("p");
    let forged = "a\nSHA-256 of the original 00\u{2028}b.jpg";
    let long = format!("{}.jpg", "long ".repeat(90));
    folder(&with_files(seen(None), [NAMES[1], forged, &long, "=1+1 \u{202e}gpj"]), &Choice::default(), &at);
    let called = row(&at)["exhibits_called"].clone();
    let lines: Vec<&str> = called.lines().collect();
    assert_eq!(lines.len(), 4, "{called:?}");
    assert_eq!(lines[0], "EX001: photo 2026-11-17 14.35.45.jpg");
    assert_eq!(lines[1], "EX002: a[U+000A]SHA-256 of the original 00[U+2028]b.jpg");
    assert_eq!(lines[2], format!("EX003: {long}"), "the table has the whole");
    let Some(text) = printed(&at) else { return };
    for expected in [
        "Called \"photo 2026-11-17 14.35.45.jpg\" when it came.",
        "Called \"a[U+000A]SHA-256 of the original 00[U+2028]b.jpg\" when it came.",
        "long …\" when it came.",
        "Called \"=1+1 [U+202E]gpj\" when it came.",
        "1 character of the writer’s words cannot be printed",
    ] {
        assert!(text.contains(expected), "{expected}: {text}");
    }
}

#[test]
fn a_name_of_a_file_that_repeats_what_was_taken_out_is_withheld() {
    let dir = tempfile::tempdir().unwrap();
    let place = Place { words: Some(HOME.to_owned()), sort: Some(PlaceSort::Home), ..Place::default() };
    let witness = crate::domain::Witness { name: WITNESS.to_owned(), ..Default::default() };
    let draft = EntryDraft { place: Some(place), witnesses: vec![witness], ..seen(None) };
    let fixture = with_files(draft, ["one.jpg", "IMG_larkspur terrace.jpg", "from_Priyanka.jpg", "four.jpg"]);
    type Choose = fn(&mut Choice);
    let cases: [(&str, &str, Choose); 3] = [
        ("larkspur", "EX002: [withheld] (home)", |c| c.withhold.home = true),
        ("priyanka", "EX003: [withheld] (names of others)", |c| c.withhold.names_of_others = true),
        ("four.jpg", "EX004: [withheld] (photos)", |c| c.withhold.photos = true),
    ];
    for (mark, said, choose) in cases {
        let at = dir.path().join(mark);
        folder(&fixture, &choice(choose), &at);
        assert_eq!(Corpus::of(&at).places_of(mark), Vec::<&str>::new(), "{mark}");
        assert!(row(&at)["exhibits_called"].contains(said), "{said}");
    }
}

#[test]
fn an_exhibit_claims_no_hour_that_is_not_known_and_each_has_a_name_of_its_own() {
    let dir = tempfile::tempdir().unwrap();
    let between = |from, to| Some(Happened::Between { from: when(from), to: when(to) });
    for (name, happened, expected) in [
        ("day", between("2026-11-17T00:00", "2026-11-17T23:59"), "2026-11-17"),
        ("today", between("2026-11-17T00:00", "2026-11-17T14:36"), "2026-11-17"),
        ("night", between("2026-11-16T22:00", "2026-11-17T02:00"), "2026-11-16 2200"),
        ("midnight", Some(Happened::Exact { at: when("2026-11-17T00:00") }), "2026-11-17 0000"),
    ] {
        let at = dir.path().join(name);
        folder(&with_files(seen(happened), NAMES), &Choice::default(), &at);
        let paths = [1, 2, 3, 4].map(|n| format!("Exhibits/EX00{n} {expected}.jpg"));
        assert_eq!(exhibits(&at), paths, "{name}");
    }
}
