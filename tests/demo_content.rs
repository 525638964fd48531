//! The demo journal in `content/demo` keeps to the form, to its own rules and to fiction.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde::Deserialize;
use steadfast::domain::{Certainty, EntryDraft, Happened, Source, When};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    recorded: When,
    entry: EntryDraft,
    corrections: Vec<Correction>,
    files: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Correction {
    recorded: When,
    why: String,
    entry: EntryDraft,
}

const JOURNAL: &str = include_str!("../content/demo/journal.jsonl");

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("content/demo")
}

fn lines() -> Vec<Line> {
    JOURNAL
        .lines()
        .enumerate()
        .map(|(at, line)| serde_json::from_str(line).unwrap_or_else(|e| panic!("line {}: {e}", at + 1)))
        .collect()
}

/// Every version of every entry, with the moment at which it was written down.
fn versions(lines: &[Line]) -> Vec<(&When, &EntryDraft)> {
    lines
        .iter()
        .flat_map(|line| {
            std::iter::once((&line.recorded, &line.entry))
                .chain(line.corrections.iter().map(|later| (&later.recorded, &later.entry)))
        })
        .collect()
}

#[test]
fn every_version_would_have_been_taken_at_the_moment_it_was_written_down() {
    for (recorded, entry) in versions(&lines()) {
        let refused = entry.clone().check(recorded.timestamp()).err();
        assert_eq!(refused, None, "recorded {recorded}");
    }
}

#[test]
fn nothing_is_written_down_before_it_happened() {
    for (recorded, entry) in versions(&lines()) {
        if let Some(happened) = &entry.happened {
            assert!(happened.ends() < recorded, "recorded {recorded}");
        }
        for told in &entry.told {
            assert!(told.on.is_none_or(|day| day <= recorded.date()), "told after {recorded}");
        }
    }
}

#[test]
fn entries_stand_in_the_order_in_which_they_were_written_down() {
    let lines = lines();
    assert!((55..=70).contains(&lines.len()), "{} entries", lines.len());
    assert!(lines.windows(2).all(|pair| pair[0].recorded < pair[1].recorded));
    let last_day = lines.iter().filter(|line| line.recorded.date().to_string() == "2026-11-17").count();
    assert_eq!(last_day, 3);
    assert_eq!(lines.last().unwrap().recorded.date().to_string(), "2026-11-17");
}

#[test]
fn a_correction_comes_later_says_why_and_changes_something() {
    let lines = lines();
    let mut seen = 0;
    for line in &lines {
        let mut before = (&line.recorded, &line.entry);
        for later in &line.corrections {
            assert!(later.recorded > *before.0, "{}", later.recorded);
            assert_ne!(later.entry, *before.1, "{}", later.recorded);
            assert!(!later.why.trim().is_empty());
            before = (&later.recorded, &later.entry);
            seen += 1;
        }
    }
    assert_eq!(seen, 5);
}

#[test]
fn every_picture_is_there_is_small_and_is_used_once() {
    let mut used = BTreeSet::new();
    for name in lines().iter().flat_map(|line| &line.files) {
        assert!(!name.contains(['/', '\\']), "{name}: a name in this folder");
        assert!(used.insert(name.clone()), "{name} is used twice");
        let bytes = std::fs::read(folder().join(name)).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert!(bytes.len() < 200_000, "{name} has {} bytes", bytes.len());
        image::load_from_memory(&bytes).unwrap_or_else(|e| panic!("{name}: {e}"));
    }
    let there: BTreeSet<String> = std::fs::read_dir(folder())
        .unwrap()
        .map(|file| file.unwrap())
        .filter(|file| file.file_type().unwrap().is_file())
        .map(|file| file.file_name().into_string().unwrap())
        .filter(|name| name != "journal.jsonl" && name != "README.md")
        .collect();
    assert_eq!(there, used, "what lies in the folder and what the journal names");
}

#[test]
fn it_shows_the_range_of_the_form() {
    let lines = lines();
    let entries: Vec<&EntryDraft> = lines.iter().map(|line| &line.entry).collect();
    for certainty in Certainty::ALL {
        let found = entries.iter().flat_map(|entry| &entry.people).any(|person| person.certainty == Some(certainty));
        assert!(found, "{certainty:?}");
    }
    let sources: BTreeSet<&str> = entries
        .iter()
        .filter_map(|entry| entry.source.as_ref())
        .map(|source| match source {
            Source::SawOrHeard => "saw or heard",
            Source::Told { .. } => "told",
            Source::Inferred => "inferred",
        })
        .collect();
    assert_eq!(sources.len(), 3, "{sources:?}");
    let forms: BTreeSet<&str> = entries
        .iter()
        .map(|entry| match entry.happened {
            None => "not said",
            Some(Happened::Now { .. }) => "now",
            Some(Happened::Exact { .. }) => "exact",
            Some(Happened::About { .. }) => "about",
            Some(Happened::Between { .. }) => "between",
        })
        .collect();
    assert_eq!(forms.len(), 5, "{forms:?}");
    let kinds: BTreeSet<_> = entries.iter().flat_map(|entry| &entry.kinds).collect();
    assert!(kinds.len() >= 12, "{kinds:?}");
    assert_eq!(entries.iter().filter(|entry| entry.order_broken.is_some()).count(), 1);
    assert!(entries.iter().any(|entry| entry.whose.name.is_some()), "somebody else's experience");
    assert!(entries.iter().any(|entry| !entry.vanishing.is_empty()), "evidence that will vanish");
}

#[test]
fn the_night_of_calls_spans_the_hour_that_comes_twice() {
    let lines = lines();
    let night = lines.iter().find(|line| line.entry.count == Some(43)).unwrap().entry.happened.clone().unwrap();
    let hours = night.ends().timestamp().duration_since(night.begins().timestamp()).as_hours();
    assert_eq!(hours, 5);
}

#[test]
fn it_says_that_it_is_fiction_and_rings_nobody() {
    let lines = lines();
    let first = lines[0].entry.text.clone().unwrap();
    assert!(first.starts_with("This journal is made up."));
    assert!(std::fs::read_to_string(folder().join("README.md")).unwrap().contains("fiction"));

    for (recorded, entry) in versions(&lines) {
        for reference in entry.told.iter().filter_map(|told| told.reference.as_deref()) {
            let police = reference.chars().any(|c| c.is_ascii_digit());
            assert!(!police || reference.starts_with("FICTION-"), "a reference of {recorded}");
        }
        for plate in entry.vehicles.iter().filter_map(|vehicle| vehicle.plate.as_deref()) {
            assert!(plate.ends_with("FIC"), "a plate of {recorded}");
        }
        for contact in entry.witnesses.iter().filter_map(|witness| witness.contact.as_deref()) {
            assert!(contact.starts_with("07700 900"), "a contact of {recorded}");
        }
        let said = (&entry.text, &entry.effects_text, &entry.people, &entry.witnesses, &entry.vanishing);
        let text = serde_json::to_string(&said).unwrap();
        for run in text.split(|c: char| !c.is_ascii_digit() && c != ' ') {
            let digits: String = run.split_whitespace().collect();
            assert!(
                digits.len() < 7 || (digits.len() == 11 && digits.starts_with("07700900")),
                "a number of {recorded}"
            );
        }
        assert!(!text.contains('!'), "{recorded}: plain and sober");
    }
}
