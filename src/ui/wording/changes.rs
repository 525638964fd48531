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
    /// Whether that is in her own words and no others.
    pub was_hers: bool,
    /// What is there now.
    pub now: Option<String>,
    /// Whether that is in her own words and no others.
    pub now_hers: bool,
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
            let value = |line: Option<&Line>| {
                line.map(|line| Side { said: line.value.clone(), hers: line.hers }).filter(|side| !side.said.is_empty())
            };
            out.extend(change(field.name().to_owned(), value(was), value(now)));
            let whose = now.or(was).map(|line| line.value.clone()).filter(|_| several);
            for part in parts(was, now) {
                let said = match &whose {
                    Some(whose) => t!("field-part-of", part = part, of = whose.as_str()),
                    None => part.to_owned(),
                };
                let of = |line: Option<&Line>| {
                    let one = line?.more.iter().find(|one| one.name == part)?;
                    Some(Side { said: one.value.clone(), hers: one.hers })
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

/// What stood in a field, and whether it is in her own words and no others.
struct Side {
    said: String,
    hers: bool,
}

fn change(name: String, was: Option<Side>, now: Option<Side>) -> Option<Change> {
    let hers = |side: &Option<Side>| side.as_ref().is_some_and(|side| side.hers);
    let (was_hers, now_hers) = (hers(&was), hers(&now));
    let (before, was, now, after) = match (was.map(|side| side.said), now.map(|side| side.said)) {
        (was, now) if was == now => return None,
        (Some(was), Some(now)) => trimmed(&was, &now),
        (was, now) => (String::new(), was, now, String::new()),
    };
    Some(Change { name, before, was, was_hers, now, now_hers, after })
}

/// What stayed before it, only the words that are not the same, and what stayed after it.
fn trimmed(was: &str, now: &str) -> (String, Option<String>, Option<String>, String) {
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
    (
        format!("{}{}", if head > AROUND { "… " } else { "" }, before.join(" ")),
        part(&was),
        part(&now),
        format!("{}{}", after.join(" "), if tail > AROUND { " …" } else { "" }),
    )
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
    fn her_own_words_are_told_from_words_of_the_app_on_each_side_of_a_change() {
        use crate::domain::{Kind, Place, PlaceSort};
        let today = "2026-11-18".parse().unwrap();
        let at = |words: Option<&str>| EntryDraft {
            place: Some(Place { sort: Some(PlaceSort::Home), words: words.map(str::to_owned), ..Place::default() }),
            ..EntryDraft::default()
        };
        let found = changes(&at(None), &at(Some("by the wall")), today);
        assert_eq!((found[0].was.as_deref(), found[0].was_hers), (Some("Home"), false));
        assert_eq!((found[0].now.as_deref(), found[0].now_hers), (Some("by the wall"), true));
        let kinds = |kinds: &[Kind]| EntryDraft { kinds: kinds.to_vec(), ..EntryDraft::default() };
        let found = changes(&kinds(&[Kind::Seen]), &kinds(&[Kind::Followed]), today);
        assert!(!found[0].was_hers && !found[0].now_hers, "{found:?}");
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
