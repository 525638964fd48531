//! An entry in plain words, a line a field, and what changed between two versions of it.

use super::{happened, place, relation};
use crate::domain::{EntryDraft, Person, Source, Told, Vanishing, Vehicle, Witness};
use jiff::civil::Date;

/// One field in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub name: &'static str,
    /// What she put there.
    pub value: String,
}

/// What changed in one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which.
    pub name: &'static str,
    /// The words before the change that stayed, as few as show where it is.
    pub before: String,
    /// What was there and is not any more.
    pub was: Option<String>,
    /// What is there now.
    pub now: Option<String>,
    /// The words after it that stayed.
    pub after: String,
}

/// How many words around a change are shown.
const AROUND: usize = 4;

/// Every field of an entry that has something in it.
pub fn lines(entry: &EntryDraft, today: Date) -> Vec<Line> {
    let mut out = Vec::new();
    let mut add = |name, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.trim().is_empty()) {
            out.push(Line { name, value });
        }
    };
    add("Happened", entry.happened.as_ref().map(|at| happened(at, today)));
    add("Where", entry.place.as_ref().and_then(place));
    add("Where they were", entry.their_place.as_ref().and_then(place));
    for who in &entry.people {
        add("Who", Some(person(who)));
    }
    add("What kind", list(entry.kinds.iter().map(|kind| kind.words())));
    add("How many", entry.count.map(|count| count.to_string()));
    add("In your words", entry.text.clone());
    add("How you know", entry.source.as_ref().map(source));
    let name = entry.whose.name.clone();
    let whose = relation(entry.whose.relation).to_owned();
    add("Whose experience", Some(joined([Some(whose), name])));
    add("What it changed", list(entry.effects.iter().map(|effect| effect.words())));
    add("How it felt", entry.effects_text.clone());
    entry.witnesses.iter().for_each(|one| add("Who else saw it", Some(witness(one))));
    entry.vehicles.iter().for_each(|one| add("Vehicle", Some(vehicle(one))));
    entry.vanishing.iter().for_each(|one| add("May be wiped", Some(vanishing(one, today))));
    entry.told.iter().for_each(|one| add("Who you told", Some(told(one, today))));
    add("Order or condition broken, you think", entry.order_broken.clone());
    out
}

/// Field by field: what is not the same. Fields that come more than once are compared in their order.
pub fn changes(old: &EntryDraft, new: &EntryDraft, today: Date) -> Vec<Change> {
    let (old, new) = (lines(old, today), lines(new, today));
    let mut names: Vec<&'static str> = Vec::new();
    for line in old.iter().chain(&new) {
        if !names.contains(&line.name) {
            names.push(line.name);
        }
    }
    let mut out = Vec::new();
    for name in names {
        let of = |lines: &[Line]| -> Vec<String> {
            lines.iter().filter(|line| line.name == name).map(|line| line.value.clone()).collect()
        };
        let (old, new) = (of(&old), of(&new));
        for at in 0..old.len().max(new.len()) {
            match (old.get(at), new.get(at)) {
                (Some(was), Some(now)) if was == now => {}
                (Some(was), Some(now)) => out.push(trimmed(name, was, now)),
                (was, now) => out.push(Change {
                    name,
                    before: String::new(),
                    was: was.cloned(),
                    now: now.cloned(),
                    after: String::new(),
                }),
            }
        }
    }
    out
}

/// Only the words that are not the same, with a few around them.
fn trimmed(name: &'static str, was: &str, now: &str) -> Change {
    let (was, now): (Vec<&str>, Vec<&str>) = (was.split_whitespace().collect(), now.split_whitespace().collect());
    let shorter = was.len().min(now.len());
    let head = was.iter().zip(&now).take_while(|(a, b)| a == b).count();
    let tail = was.iter().rev().zip(now.iter().rev()).take(shorter - head).take_while(|(a, b)| a == b).count();
    let part = |words: &[&str]| {
        let middle: Vec<&str> = words.iter().skip(head).take(words.len() - head - tail).copied().collect();
        (!middle.is_empty()).then(|| middle.join(" "))
    };
    let before: Vec<&str> = was.iter().take(head).skip(head.saturating_sub(AROUND)).copied().collect();
    let after: Vec<&str> = was.iter().skip(was.len() - tail).take(AROUND).copied().collect();
    Change {
        name,
        before: format!("{}{}", if head > AROUND { "… " } else { "" }, before.join(" ")),
        was: part(&was),
        now: part(&now),
        after: format!("{}{}", after.join(" "), if tail > AROUND { " …" } else { "" }),
    }
}

fn list<'a>(words: impl Iterator<Item = &'a str>) -> Option<String> {
    let words: Vec<&str> = words.collect();
    (!words.is_empty()).then(|| words.join(", "))
}

fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    let parts = parts.into_iter().flatten().map(|part| part.trim().trim_end_matches('.').to_owned());
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}

fn person(person: &Person) -> String {
    let seen = person.seen_for_s.map(|s| {
        if s >= 60 && s % 60 == 0 { format!("seen for {} min", s / 60) } else { format!("seen for {s} seconds") }
    });
    joined([
        Some(person.name.clone().unwrap_or_else(|| "Not named".to_owned())),
        Some(person.certainty.words().to_lowercase()),
        person.how_known.clone(),
        person.looks.clone(),
        seen,
        person.distance_m.map(|m| format!("from {m} m")),
        person.light.clone().map(|light| format!("light: {light}")),
        person.in_the_way.clone().map(|what| format!("in the way: {what}")),
    ])
}

fn source(source: &Source) -> String {
    match source {
        Source::SawOrHeard => "You saw or heard it".to_owned(),
        Source::Told { by: Some(by) } => format!("{by} told you"),
        Source::Told { by: None } => "Somebody told you".to_owned(),
        Source::Inferred => "You worked it out".to_owned(),
    }
}

fn witness(witness: &Witness) -> String {
    joined([Some(witness.name.clone()), witness.saw.clone(), witness.contact.clone()])
}

fn vehicle(vehicle: &Vehicle) -> String {
    joined([vehicle.plate.clone(), vehicle.looks.clone()])
}

fn vanishing(one: &Vanishing, today: Date) -> String {
    joined([
        Some(one.what.clone()),
        one.asked.clone().map(|asked| format!("asked: {asked}")),
        one.by.map(|by| format!("may be gone by {}", super::day(by, today))),
    ])
}

fn told(told: &Told, today: Date) -> String {
    joined([
        Some(told.who.clone()),
        told.on.map(|on| super::day(on, today)),
        told.officer.clone(),
        told.reference.clone().map(|number| format!("reference {number}")),
    ])
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    fn says(text: &str) -> EntryDraft {
        EntryDraft { text: Some(text.to_owned()), ..EntryDraft::default() }
    }

    #[test]
    fn a_correction_shows_the_words_that_changed_and_not_the_rest() {
        let today = "2026-11-18".parse().unwrap();
        let found = changes(
            &says("He was by the wall. He walked behind me. Black coat."),
            &says("He was by the wall. He walked behind me. Dark blue coat."),
            today,
        );
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].was.as_deref(), Some("Black"));
        assert_eq!(found[0].now.as_deref(), Some("Dark blue"));
        assert_eq!((found[0].before.as_str(), found[0].after.as_str()), ("… He walked behind me.", "coat."));
    }

    #[test]
    fn what_was_taken_out_is_shown_as_gone_and_what_was_added_as_new() {
        let today = "2026-11-18".parse().unwrap();
        let found = changes(&says("once once"), &says("once"), today);
        assert_eq!((found[0].was.as_deref(), found[0].now.as_deref()), (Some("once"), None));
        let found = changes(&EntryDraft::default(), &says("new"), today);
        assert_eq!((found[0].was.as_deref(), found[0].now.as_deref()), (None, Some("new")));
        assert!(changes(&says("same"), &says("same"), today).is_empty());
    }
}
