//! The words of the directory in another language: name, a few words, whom it is for, a note, words to search by.
//!
//! Numbers, addresses, dates and sources stand in the English file alone, so that there is one place to correct them.

use super::numbers_unlike;
use crate::guidance::directory::rows;
use crate::guidance::{Directory, Entry, GuidanceError};
use serde::Deserialize;

/// The words of one entry, as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    name: String,
    short: String,
    who_for: String,
    #[serde(default)]
    needs: Vec<String>,
    note: Option<String>,
}

/// Puts the words of each entry that holds into the directory. What does not hold is reported and stays English.
pub(super) fn lay_over(over: &mut Directory, from: &Directory, language: &str, text: &str) -> Vec<GuidanceError> {
    let mut faults = Vec::new();
    for (id, row) in rows(text, &mut faults) {
        match read(row, from) {
            Ok((english, row)) => {
                if let Some(entry) = over.entry_mut(&id).filter(|entry| **entry == *english) {
                    put(entry, row, language);
                }
            }
            Err(problem) => faults.push(GuidanceError::Entry { id, problem }),
        }
    }
    faults
}

fn read(row: toml::Table, from: &Directory) -> Result<(&Entry, Row), String> {
    let row: Row = row.try_into().map_err(|error: toml::de::Error| error.to_string())?;
    let english = from.entry(&row.id).ok_or("it is not in English")?;
    if [&row.name, &row.short, &row.who_for].iter().any(|field| field.trim().is_empty()) {
        return Err("name, short and who_for have words".to_owned());
    }
    let has = |note: &Option<String>| note.as_ref().is_some_and(|note| !note.trim().is_empty());
    if has(&english.note) != has(&row.note) {
        return Err("it has a note where English has one, and none where English has none".to_owned());
    }
    // Each by itself: what is said twice stays in both places.
    let note = |note: &Option<String>| note.clone().unwrap_or_default();
    let fields = [
        ("name", english.name.clone(), row.name.clone()),
        ("short", english.short.clone(), row.short.clone()),
        ("who_for", english.who_for.clone(), row.who_for.clone()),
        ("note", note(&english.note), note(&row.note)),
    ];
    let problems = fields.iter().flat_map(|(field, before, after)| {
        numbers_unlike(before, after).into_iter().map(move |problem| format!("{field}: {problem}"))
    });
    match problems.collect::<Vec<_>>() {
        problems if problems.is_empty() => Ok((english, row)),
        problems => Err(problems.join("; ")),
    }
}

fn put(entry: &mut Entry, row: Row, language: &str) {
    entry.language = language.to_owned();
    entry.name = row.name;
    entry.short = row.short;
    entry.who_for = row.who_for;
    entry.note = row.note;
    // `needs` stays: those words tell what an entry is for, and a word that another language has borrowed does not.
    entry.found_by = row.needs;
}
