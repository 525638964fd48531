//! What changed between two versions of an entry: only that, with a few words around it.

use super::lines::{Line, lines};
use crate::domain::EntryDraft;
use crate::t;
use jiff::civil::Date;

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

/// Field by field: what is not the same. Fields that come more than once are compared in their order.
pub fn changes(old: &EntryDraft, new: &EntryDraft, today: Date) -> Vec<Change> {
    let (old, new) = (lines(old, today), lines(new, today));
    let mut fields = Vec::new();
    for line in old.iter().chain(&new) {
        if !fields.contains(&line.field) {
            fields.push(line.field);
        }
    }
    let mut out = Vec::new();
    for field in fields {
        let of =
            |lines: &'_ [Line]| -> Vec<Line> { lines.iter().filter(|line| line.field == field).cloned().collect() };
        let (old, new) = (of(&old), of(&new));
        let several = old.len().max(new.len()) > 1;
        for at in 0..old.len().max(new.len()) {
            let (was, now) = (old.get(at), new.get(at));
            let value = |line: Option<&Line>| line.map(|line| line.value.clone()).filter(|value| !value.is_empty());
            out.extend(change(field.name().to_owned(), value(was), value(now)));
            let whose = now.or(was).map(|line| line.value.clone()).filter(|_| several);
            for part in parts(was, now) {
                let said = match &whose {
                    Some(whose) => t!("field-part-of", part = part, of = whose.as_str()),
                    None => part.to_owned(),
                };
                let of = |line: Option<&Line>| {
                    line.and_then(|line| line.more.iter().find(|one| one.name == part)).map(|one| one.value.clone())
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
    for part in was.into_iter().chain(now).flat_map(|line| &line.more) {
        if !names.contains(&part.name) {
            names.push(part.name);
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use crate::domain::Person;

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
        assert!(line.hers && line.more[1].hers, "a name and looks are her own words");
        assert_eq!((line.more[0].name, line.more[0].value.as_str()), ("How sure", "You did not say"));
        assert_eq!((line.more[2].name, line.more[2].value.as_str()), ("Seen for", "1 hour 10 minutes"));
        assert!(!line.more[0].hers && !line.more[2].hers);
        let found = changes(&old, &new, today);
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!((found[0].name.as_str(), found[0].was.as_deref()), ("Looks, clothes, voice (One)", Some("small")));
        assert_eq!((found[1].name.as_str(), found[1].was.as_deref()), ("Seen for (Two)", None));
    }
}
