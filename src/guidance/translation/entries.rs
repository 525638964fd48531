//! The words of the directory in another language: name, a few words, whom it is for, a note, words to search by.
//!
//! Numbers, addresses, dates and sources stand in the English file alone, so that there is one place to correct them.

use super::likeness::of_words;
use crate::guidance::{Directory, Entry, GuidanceError};
use serde::Deserialize;
use std::collections::BTreeSet;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    entry: Vec<toml::Table>,
}

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
    let file: File = match toml::from_str(text) {
        Ok(file) => file,
        Err(error) => return vec![GuidanceError::Directory { problem: error.to_string() }],
    };
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    for (place, row) in file.entry.into_iter().enumerate() {
        let id = row.get("id").and_then(toml::Value::as_str);
        let id = id.map_or_else(|| format!("number {}", place + 1), str::to_owned);
        if !seen.insert(id.clone()) {
            faults.push(GuidanceError::Twice { id });
            continue;
        }
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
    let said = |name: &str, short: &str, who_for: &str, note: &Option<String>| {
        [name, short, who_for, note.as_deref().unwrap_or_default()].join("\n")
    };
    let (before, after) = (
        said(&english.name, &english.short, &english.who_for, &english.note),
        said(&row.name, &row.short, &row.who_for, &row.note),
    );
    match of_words(&before, &after) {
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
    // What an entry is for is told by the English words; the others are found as well.
    entry.needs.extend(row.needs);
}
