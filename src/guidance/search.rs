//! Finding a page or a helpline by the words a frightened person types.
//!
//! The texts are small, so every search reads all of them. Common endings are dropped, and a word finds those that
//! begin with it: "followed" finds "following". A number finds that number and no other. The query is kept nowhere.

use crate::domain::dialled;

/// Words that say nothing about the need.
const COMMON: [&str; 32] = [
    "a", "an", "and", "are", "at", "be", "can", "do", "for", "from", "has", "have", "he", "her", "him", "i", "in",
    "is", "it", "me", "my", "of", "on", "or", "she", "the", "they", "to", "was", "with", "you", "your",
];
const ENDINGS: [&str; 6] = ["ing", "ers", "er", "ed", "es", "s"];

/// What somebody looks for, ready to be held against texts.
pub(super) struct Wanted {
    stems: Vec<String>,
}

impl Wanted {
    /// Reads the words typed. Common words count only if there are no others.
    pub(super) fn new(query: &str) -> Self {
        Self::of(words(query).collect())
    }

    /// The same, but two words that are one of the `known` ones when they are written together are that one: "air tag".
    pub(super) fn joining<'a>(query: &str, known: impl Iterator<Item = &'a str>) -> Self {
        let known: Vec<String> = known.map(|word| stem(&word.to_lowercase()).to_owned()).collect();
        let all: Vec<String> = words(query).collect();
        let mut joined = Vec::with_capacity(all.len());
        let mut rest = all.as_slice();
        while let [first, after @ ..] = rest {
            rest = after;
            let both = after.first().map(|second| format!("{first}{second}"));
            let both = both.filter(|both| known.iter().any(|word| word == stem(both)));
            if both.is_some() {
                rest = after.get(1..).unwrap_or_default();
            }
            joined.push(both.unwrap_or_else(|| first.clone()));
        }
        Self::of(joined)
    }

    fn of(all: Vec<String>) -> Self {
        let mut telling: Vec<String> = all.iter().filter(|word| !COMMON.contains(&word.as_str())).cloned().collect();
        if telling.is_empty() {
            telling = all;
        }
        Self { stems: telling.iter().map(|word| stem(word).to_owned()).collect() }
    }

    /// True when nothing was typed that can be looked for.
    pub(super) fn is_empty(&self) -> bool {
        self.stems.is_empty()
    }

    /// For each wanted word the weight of the best field it stands in, added up over words; and how many were found.
    pub(super) fn found_in(&self, fields: &[(&str, u32)]) -> Found {
        let mut found = Found::default();
        for stem in &self.stems {
            let best = fields
                .iter()
                .filter(|(text, _)| words(text).any(|word| fits(stem, &word)))
                .map(|(_, weight)| *weight)
                .max();
            if let Some(weight) = best {
                found.words += 1;
                found.weight += weight;
            }
        }
        found
    }
}

/// How well a text fits: more wanted words first, then better places.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Found {
    /// How many of the wanted words are there.
    pub words: usize,
    /// The sum of the weights of the places.
    pub weight: u32,
}

/// Whether all that tells something in the query stands in this text.
#[must_use]
pub fn has_all(query: &str, text: &str) -> bool {
    let wanted = Wanted::new(query);
    !wanted.is_empty() && wanted.found_in(&[(text, 1)]).words == wanted.stems.len()
}

/// Whether both have the same words in the same order.
pub(super) fn same_words(one: &str, other: &str) -> bool {
    words(one).eq(words(other))
}

/// The fewest digits that are a number to look for.
const SHORTEST_NUMBER: usize = 3;

/// The number that was typed, where nothing else was, as it is dialled inside the UK.
pub(super) fn typed_number(query: &str) -> Option<String> {
    let dial = dialled(query)?;
    let digits = match dial.strip_prefix("+44") {
        Some(rest) => format!("0{rest}"),
        None => dial.trim_start_matches('+').to_owned(),
    };
    (digits.len() >= SHORTEST_NUMBER).then_some(digits)
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|character: char| !character.is_alphanumeric() && character != '\'' && character != '’')
        .map(|word| word.to_lowercase().replace(['\'', '’'], ""))
        .filter(|word| !word.is_empty())
}

/// A short stem must be a whole word, or "ex" would find "explain".
fn fits(wanted: &str, word: &str) -> bool {
    stem(word) == wanted || word == wanted || (wanted.len() > 3 && word.starts_with(wanted))
}

fn stem(word: &str) -> &str {
    ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending)).find(|rest| rest.len() >= 3).unwrap_or(word)
}
