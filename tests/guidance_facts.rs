//! Every fact that was looked up for the guidance stands where `facts_coverage.toml` says: a word or a number that is changed or
//! lost there fails here.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "coverage/held.rs"]
mod held;

use held::{Held, missing_from_page};
use serde::Deserialize;
use steadfast::guidance::{Library, Nations, SourceTexts};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Coverage {
    fact: Vec<Held>,
    listed: Vec<Listed>,
    helps: Vec<Helps>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    entry: String,
    says: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Helps {
    entry: String,
    nations: Nations,
}

fn coverage() -> Coverage {
    toml::from_str(include_str!("facts_coverage.toml")).unwrap()
}

/// Each fact that is not where it should be.
fn missing(library: &Library, coverage: &Coverage) -> Vec<String> {
    let on_pages = coverage.fact.iter().filter_map(|fact| missing_from_page(library, fact));
    let entry = |id: &str| library.directory().entry(id);
    let in_entries = coverage.listed.iter().filter_map(|listed| {
        let words = entry(&listed.entry).map(|entry| {
            let note = entry.note.as_deref().unwrap_or_default();
            [entry.name.as_str(), &entry.short, &entry.who_for, note].join("\n")
        });
        let there = !listed.says.trim().is_empty() && words.is_some_and(|words| words.contains(&listed.says));
        (!there).then(|| format!("entry `{}` does not say `{}`", listed.entry, listed.says))
    });
    let where_they_help = coverage.helps.iter().filter_map(|helps| {
        let there = entry(&helps.entry).is_some_and(|entry| entry.nations == helps.nations);
        (!there).then(|| format!("entry `{}` helps elsewhere than was found", helps.entry))
    });
    on_pages.chain(in_entries).chain(where_they_help).collect()
}

#[test]
fn every_fact_that_was_looked_up_stands_where_it_is_said_to() {
    let coverage = coverage();
    assert!(coverage.fact.len() >= 170 && coverage.listed.len() >= 18 && coverage.helps.len() >= 12);
    let missing = missing(&Library::built_in().unwrap(), &coverage);
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn a_changed_word_or_number_is_found() {
    let coverage = coverage();
    let built_in = SourceTexts::built_in();
    for (page, from, to) in [
        ("in-danger-now", "press **55**", "press **66**"),
        ("cannot-speak", "**55**", "**66**"),
        ("text-999", "in 3 minutes", "in 30 minutes"),
        ("in-danger-now", "loud alarm", "soft tone"),
        ("in-danger-now", "bus stop", "bench"),
        ("reporting", "single point of contact", "desk"),
        ("keeping-evidence", "paper bags, not plastic", "plastic bags"),
        ("law-england-wales", "six months", "eight months"),
        ("your-phone", "may tip off", "does not alert"),
        ("your-rights", "How long will you keep it?", "Who are you?"),
    ] {
        let pages: Vec<(&str, String)> = built_in
            .pages
            .iter()
            .map(|(id, text)| (*id, if *id == page { text.replace(from, to) } else { (*text).to_owned() }))
            .collect();
        let pages: Vec<(&str, &str)> = pages.iter().map(|(id, text)| (*id, text.as_str())).collect();
        let library = Library::read(SourceTexts { pages: &pages, ..built_in }).unwrap();
        assert!(!missing(&library, &coverage).is_empty(), "{page}: {from} -> {to}");
    }
    for (from, to) in [
        ("press 55", "press 66"),
        ("A charity, not the police", "The police"),
        ("nations = []", "nations = [\"all\"]"),
        ("nations = [\"england-wales\"]", "nations = [\"all\"]"),
    ] {
        let directory = built_in.directory.replace(from, to);
        assert_ne!(directory, built_in.directory);
        let library = Library::read(SourceTexts { directory: &directory, ..built_in }).unwrap();
        assert!(!missing(&library, &coverage).is_empty(), "{from} -> {to}");
    }
}
