//! The references on the card: a line for each number, the police before anybody else, the latest first, and only a few.

use super::facts::{MOST, Said};
use crate::domain::Told;
use crate::session::EntryLine;
use crate::t;
use crate::ui::wording::{date, listed};
use jiff::civil::Date;
use std::cmp::Reverse;

/// A number, or an officer alone, as it was last told.
struct Reference<'a> {
    on: Date,
    told: &'a Told,
    number: Option<&'a str>,
    officer: Option<&'a str>,
    police: bool,
}

/// What is read out of what she noted on whom she told.
pub(super) fn references(entries: &[EntryLine]) -> Vec<Said> {
    let mut all: Vec<Reference<'_>> = Vec::new();
    for line in entries {
        all.extend(line.entry.content().told.iter().map(|told| Reference {
            on: told.on.unwrap_or_else(|| line.day()),
            number: words(told.reference.as_ref()),
            officer: words(told.officer.as_ref()),
            police: is_police(&told.who),
            told,
        }));
    }
    all.sort_by_key(|one| Reverse(one.on));
    let (numbered, named): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.number.is_some());
    let mut found: Vec<Reference<'_>> = Vec::new();
    for one in numbered {
        match found.iter_mut().find(|known| same_number(known.number, one.number)) {
            Some(known) => {
                known.officer = known.officer.or(one.officer);
                known.police |= one.police;
            }
            None => found.push(one),
        }
    }
    for one in named {
        // Whoever else she spoke to is no reference.
        let counts = one.officer.is_some() && (one.police || one.told.who.trim().is_empty());
        let known = found.iter().any(|known| same(known.officer, one.officer));
        if counts && !known {
            found.push(one);
        }
    }
    found.sort_by_key(|one| (!one.police, one.number.is_none(), Reverse(one.on)));
    found.iter().take(MOST).map(said).collect()
}

fn said(one: &Reference<'_>) -> Said {
    let parts = [
        Some(one.told.who.trim().to_owned()).filter(|who| !who.is_empty()),
        one.told.on.map(date),
        one.number.map(|number| t!("card-reference", number = number)),
        one.officer.map(str::to_owned),
    ];
    let alone = one.told.who.trim().is_empty() && one.told.on.is_none() && one.number.is_none();
    Said { words: listed(parts.into_iter().flatten()).unwrap_or_default(), hers: alone }
}

fn words(of: Option<&String>) -> Option<&str> {
    of.map(|words| words.trim()).filter(|words| !words.is_empty())
}

fn same(one: Option<&str>, other: Option<&str>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one.to_lowercase() == other.to_lowercase())
}

/// Spaces and capitals make no other number.
fn same_number(one: Option<&str>, other: Option<&str>) -> bool {
    let bare = |number: &str| number.split_whitespace().collect::<String>().to_lowercase();
    one.zip(other).is_some_and(|(one, other)| bare(one) == bare(other))
}

/// Whether her words for whom she told name the police, or their numbers.
fn is_police(who: &str) -> bool {
    let who = who.to_lowercase();
    who.contains(t!("card-police"))
        || who.split(|c: char| !c.is_alphanumeric()).any(|word| ["101", "999"].contains(&word))
}
