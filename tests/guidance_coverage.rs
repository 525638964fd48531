//! Everything that the article holds stands somewhere in the app: `article_coverage.toml` says where, and this looks.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "coverage/held.rs"]
mod held;

use held::{Held, missing_from_page};
use serde::Deserialize;
use steadfast::guidance::{Hours, Institution, Library, Nation};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Coverage {
    held: Vec<Held>,
    listed: Vec<Listed>,
    inside: Vec<Inside>,
    asked: Vec<Asked>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    entry: String,
    number: Option<String>,
    text: Option<String>,
    names: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Inside {
    institution: String,
    phrase: String,
}

/// What can be ticked in "Is this stalking?", and which of the article's behaviours it is then said to resemble.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    says: String,
    tick: String,
    like: Option<String>,
}

fn missing_from_questions(library: &Library, asked: &Asked) -> Option<String> {
    let asking = library.asking()?;
    let answer = asking.answer(&[asked.tick.clone()].into(), Some(Nation::England));
    let there = asking.things().any(|thing| thing.id == asked.tick);
    let right = match &asked.like {
        Some(like) => answer.resembles.iter().any(|one| one.example.contains(like.as_str())),
        None => answer.resembles.is_empty(),
    };
    (!(there && right)).then(|| format!("{}: ticking `{}` does not lead there", asked.says, asked.tick))
}

fn coverage() -> Coverage {
    toml::from_str(include_str!("article_coverage.toml")).unwrap()
}

fn missing_from_directory(library: &Library, listed: &Listed) -> Option<String> {
    let Some(entry) = library.directory().entry(&listed.entry) else {
        return Some(format!("no entry `{}`", listed.entry));
    };
    let shown = |number: &Option<steadfast::guidance::PhoneNumber>| number.as_ref().map(|n| n.shown().to_owned());
    let words = format!("{} {} {}", entry.name, entry.short, entry.who_for);
    let right = (listed.number.is_none() || shown(&entry.number) == listed.number)
        && (listed.text.is_none() || shown(&entry.text) == listed.text)
        && listed.names.as_ref().is_none_or(|name| words.contains(name));
    (!right).then(|| format!("entry `{}` is not as the article has it", listed.entry))
}

fn words_of(institution: &Institution) -> String {
    let mut words = vec![institution.name.clone(), institution.about.clone()];
    for contact in &institution.contacts {
        words.extend([contact.name.clone(), contact.short.clone()]);
        words.extend(contact.number.as_ref().map(|number| number.shown().to_owned()));
        words.extend(contact.note.clone());
        if let Some(Hours::Said(hours)) = &contact.hours {
            words.push(hours.clone());
        }
    }
    for way in &institution.report_ways {
        words.extend([way.title.clone(), way.what_happens.clone(), way.limits.clone()]);
    }
    words.join("\n")
}

fn missing_from_institution(library: &Library, inside: &Inside) -> Option<String> {
    let found = library
        .institutions()
        .iter()
        .find(|institution| institution.id == inside.institution)
        .is_some_and(|institution| words_of(institution).contains(&inside.phrase));
    (!found).then(|| format!("`{}` does not say `{}`", inside.institution, inside.phrase))
}

#[test]
fn everything_the_article_holds_is_in_the_app() {
    let library = Library::built_in().unwrap();
    let coverage = coverage();
    assert!(coverage.held.len() >= 60 && coverage.listed.len() >= 11 && coverage.inside.len() >= 8);
    assert!(library.asking().is_some() && coverage.asked.len() >= 20);
    let missing: Vec<String> = coverage
        .held
        .iter()
        .filter_map(|held| missing_from_page(&library, held))
        .chain(coverage.listed.iter().filter_map(|listed| missing_from_directory(&library, listed)))
        .chain(coverage.asked.iter().filter_map(|asked| missing_from_questions(&library, asked)))
        .chain(coverage.inside.iter().filter_map(|inside| missing_from_institution(&library, inside)))
        .collect();
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn the_search_for_missing_pieces_finds_a_missing_piece() {
    let library = Library::built_in().unwrap();
    let held = |page: &str, phrase: &str| Held {
        says: "a made-up piece".to_owned(),
        page: page.to_owned(),
        phrase: phrase.to_owned(),
    };
    assert!(missing_from_page(&library, &held("reporting", "the moon is made of cheese")).is_some());
    assert!(missing_from_page(&library, &held("nowhere", "police")).is_some());
    assert!(missing_from_page(&library, &held("reporting", "")).is_some());
    assert!(missing_from_page(&library, &held("reporting", "call 101")).is_none());

    let listed = |entry: &str, number: &str| Listed {
        entry: entry.to_owned(),
        number: Some(number.to_owned()),
        text: None,
        names: None,
    };
    assert!(missing_from_directory(&library, &listed("paladin", "020 3866 4104")).is_some());
    assert!(missing_from_directory(&library, &listed("nobody", "999")).is_some());
    assert!(missing_from_directory(&library, &listed("paladin", "020 3866 4107")).is_none());

    let asked = |tick: &str, like: &str| Asked {
        says: "a made-up piece".to_owned(),
        tick: tick.to_owned(),
        like: Some(like.to_owned()),
    };
    assert!(missing_from_questions(&library, &asked("followed", "loitering")).is_some());
    assert!(missing_from_questions(&library, &asked("nothing", "following")).is_some());
    assert!(missing_from_questions(&library, &asked("followed", "following")).is_none());

    let inside = |phrase: &str| Inside { institution: "example-university".to_owned(), phrase: phrase.to_owned() };
    assert!(missing_from_institution(&library, &inside("020 7873 7304")).is_some());
    assert!(missing_from_institution(&library, &inside("020 7873 7303")).is_none());
}
