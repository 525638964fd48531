//! An entry in plain words, a line a field, and what changed between two versions of it.

use super::{happened, place, relation};
use crate::domain::{Certainty, EntryDraft, Person, Source, Told, Vanishing, Vehicle, Witness};
use jiff::civil::Date;

/// One field in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub name: &'static str,
    /// What she put there.
    pub value: String,
    /// What belongs to it, each with its own name: how sure, how long, how far.
    pub more: Vec<(&'static str, String)>,
}

impl Line {
    /// Whether it is too long to stand beside its name.
    pub fn is_long(&self) -> bool {
        self.value.chars().count() > 60
    }
}

/// What stands first, and what belongs to it.
type Parts = (String, Vec<(&'static str, Option<String>)>);

/// What changed in one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which. Of several people or things, with which of them.
    pub name: String,
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
    let mut put = |name, (value, more): Parts| {
        let more: Vec<_> = more.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
        if !value.trim().is_empty() || !more.is_empty() {
            out.push(Line { name, value, more });
        }
    };
    let plain = |value: Option<String>| (value.unwrap_or_default(), Vec::new());
    put("Happened", plain(entry.happened.as_ref().map(|at| happened(at, today))));
    put("Where", plain(entry.place.as_ref().and_then(place)));
    put("Where they were", plain(entry.their_place.as_ref().and_then(place)));
    entry.people.iter().for_each(|one| put("Who", person(one)));
    put("What kind", plain(list(entry.kinds.iter().map(|kind| kind.words()))));
    put("How many", plain(entry.count.map(|count| count.to_string())));
    put("In your words", plain(entry.text.clone()));
    put("How you know", plain(entry.source.as_ref().map(source)));
    put("Whose experience", (relation(entry.whose.relation).to_owned(), vec![("Their name", text(&entry.whose.name))]));
    put("What it changed", plain(list(entry.effects.iter().map(|effect| effect.words()))));
    put("How it felt", plain(entry.effects_text.clone()));
    entry.witnesses.iter().for_each(|one| put("Who else saw it", witness(one)));
    entry.vehicles.iter().for_each(|one| put("Vehicle", vehicle(one)));
    entry.vanishing.iter().for_each(|one| put("May be wiped", vanishing(one, today)));
    entry.told.iter().for_each(|one| put("Who you told", told(one, today)));
    put("Order or condition broken, you think", plain(entry.order_broken.clone()));
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
        let of = |lines: &'_ [Line]| -> Vec<Line> { lines.iter().filter(|line| line.name == name).cloned().collect() };
        let (old, new) = (of(&old), of(&new));
        let several = old.len().max(new.len()) > 1;
        for at in 0..old.len().max(new.len()) {
            let (was, now) = (old.get(at), new.get(at));
            let value = |line: Option<&Line>| line.map(|line| line.value.clone()).filter(|value| !value.is_empty());
            out.extend(change(name.to_owned(), value(was), value(now)));
            let whose = now.or(was).map(|line| line.value.clone()).filter(|_| several);
            for part in parts(was, now) {
                let said = whose.as_ref().map_or_else(|| part.to_owned(), |whose| format!("{part} ({whose})"));
                let of = |line: Option<&Line>| {
                    line.and_then(|line| line.more.iter().find(|(name, _)| *name == part))
                        .map(|(_, value)| value.clone())
                };
                out.extend(change(said, of(was), of(now)));
            }
        }
    }
    out
}

/// The names of what belongs to either, in order.
fn parts(was: Option<&Line>, now: Option<&Line>) -> Vec<&'static str> {
    let mut names = Vec::new();
    for (name, _) in was.into_iter().chain(now).flat_map(|line| &line.more) {
        if !names.contains(name) {
            names.push(*name);
        }
    }
    names
}

fn change(name: String, was: Option<String>, now: Option<String>) -> Option<Change> {
    match (was, now) {
        (was, now) if was == now => None,
        (Some(was), Some(now)) => Some(trimmed(name, &was, &now)),
        (was, now) => Some(Change { name, before: String::new(), was, now, after: String::new() }),
    }
}

/// Only the words that are not the same, with a few around them.
fn trimmed(name: String, was: &str, now: &str) -> Change {
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

fn text(text: &Option<String>) -> Option<String> {
    text.as_ref().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// How long somebody was seen: "20 seconds", "4 minutes", "1 hour 10 minutes".
pub fn seen_for(seconds: u32) -> String {
    let part = |n: u32, one: &str, many: &str| (n > 0).then(|| super::count(n as usize, one, many));
    let parts = [
        part(seconds / 3600, "hour", "hours"),
        part(seconds % 3600 / 60, "minute", "minutes"),
        part(seconds % 60, "second", "seconds"),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { "Less than a second".to_owned() } else { parts.join(" ") }
}

fn person(person: &Person) -> Parts {
    let sure = person.certainty.map_or("You did not say", Certainty::words);
    (
        text(&person.name).unwrap_or_else(|| "Not named".to_owned()),
        vec![
            ("How sure", Some(sure.to_owned())),
            ("How known", text(&person.how_known)),
            ("Looks, clothes, voice", text(&person.looks)),
            ("Seen for", either(text(&person.seen_for), person.seen_for_s.map(seen_for))),
            ("From how far", either(text(&person.distance), person.distance_m.map(|m| format!("About {m} m")))),
            ("Light and weather", text(&person.light)),
            ("In the way", text(&person.in_the_way)),
        ],
    )
}

/// Her words, and the number beside them where there is one as well.
fn either(words: Option<String>, number: Option<String>) -> Option<String> {
    match (words, number) {
        (Some(words), Some(number)) => Some(format!("{words} ({number})")),
        (words, number) => words.or(number),
    }
}

fn source(source: &Source) -> String {
    match source {
        Source::SawOrHeard => "You saw or heard it".to_owned(),
        Source::Told { by: Some(by) } => format!("{by} told you"),
        Source::Told { by: None } => "Somebody told you".to_owned(),
        Source::Inferred => "You worked it out".to_owned(),
    }
}

fn witness(witness: &Witness) -> Parts {
    let name = text(&Some(witness.name.clone())).unwrap_or_else(|| "Not named".to_owned());
    (name, vec![("They saw or heard", text(&witness.saw)), ("How to reach them", text(&witness.contact))])
}

fn vehicle(vehicle: &Vehicle) -> Parts {
    let plate = text(&vehicle.plate).unwrap_or_else(|| "No number plate".to_owned());
    (plate, vec![("Make and colour", text(&vehicle.looks))])
}

fn vanishing(one: &Vanishing, today: Date) -> Parts {
    let by = one.by.map(|by| super::day(by, today));
    (one.what.trim().to_owned(), vec![("Asked to keep it", text(&one.asked)), ("May be gone by", by)])
}

fn told(told: &Told, today: Date) -> Parts {
    (
        told.who.trim().to_owned(),
        vec![
            ("Told on", told.on.map(|on| super::day(on, today))),
            ("Spoke to", text(&told.officer)),
            ("Reference", text(&told.reference)),
        ],
    )
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

    #[test]
    fn what_belongs_to_a_person_has_its_own_name_and_only_what_changed_in_it_is_shown() {
        let today = "2026-11-18".parse().unwrap();
        let with = |looks: Option<&str>, seen_for_s| EntryDraft {
            people: vec![
                Person { name: Some("One".to_owned()), looks: looks.map(str::to_owned), ..Person::default() },
                Person {
                    name: Some("Two".to_owned()),
                    looks: Some("tall".to_owned()),
                    seen_for_s,
                    ..Person::default()
                },
            ],
            ..EntryDraft::default()
        };
        let (old, new) = (with(Some("small"), None), with(None, Some(4200)));
        let line = &lines(&new, today)[1];
        assert_eq!(line.value, "Two");
        assert_eq!(line.more[0], ("How sure", "You did not say".to_owned()));
        assert_eq!(line.more[2], ("Seen for", "1 hour 10 minutes".to_owned()));
        let found = changes(&old, &new, today);
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!((found[0].name.as_str(), found[0].was.as_deref()), ("Looks, clothes, voice (One)", Some("small")));
        assert_eq!((found[1].name.as_str(), found[1].was.as_deref()), ("Seen for (Two)", None));
    }
}
