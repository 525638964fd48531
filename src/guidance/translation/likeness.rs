//! Whether a translation says what English says, as far as that can be seen without knowing the language.

use crate::guidance::phone_number::numbers_in;
use crate::guidance::{Asking, Block, Inline, LinkTo, Page};
use std::collections::BTreeSet;

/// What is other in a page than in the English one, in words.
pub(super) fn of_pages(english: &Page, page: &Page) -> Vec<String> {
    let mut problems = Vec::new();
    let mut same = |what: &str, is: bool| {
        if !is {
            problems.push(format!("`{what}` is another"));
        }
    };
    same("group", english.section == page.section);
    same("order", english.order == page.order);
    same("icon", english.icon == page.icon);
    same("nations", english.nations == page.nations);
    let parts = |page: &Page| -> Vec<_> { page.only.iter().map(|part| part.nations.clone()).collect() };
    same("{nations=...}", parts(english) == parts(page));
    if pieces(english) != pieces(page) {
        problems.push(format!("it has {}; English has {}", listed(&pieces(page)), listed(&pieces(english))));
    }
    problems.extend(of_words(&words(english), &words(page)));
    problems
}

/// What is other in the questions than in the English ones, in words.
pub(super) fn of_askings(english: &Asking, asking: &Asking) -> Vec<String> {
    let mut problems = Vec::new();
    if english.without_words() != asking.without_words() {
        problems.push("something other than words was changed, added or left out".to_owned());
    }
    let words = |asking: &Asking| with_dials(asking.plain_text(), asking.runs().flatten());
    problems.extend(of_words(&words(english), &words(asking)));
    problems
}

/// Which numbers were changed, lost or added, and whether digits of another script hide one.
pub(in crate::guidance) fn of_words(english: &str, words: &str) -> Vec<String> {
    let (wanted, there) = (numbers_in(english), numbers_in(words));
    let mut problems: Vec<String> = Vec::new();
    problems.extend(wanted.difference(&there).map(|number| format!("the number {number} is missing")));
    problems.extend(there.difference(&wanted).map(|number| format!("the number {number} was added")));
    let strange: BTreeSet<char> = words.chars().filter(|letter| letter.is_numeric() && !letter.is_ascii()).collect();
    let known: BTreeSet<char> = english.chars().collect();
    problems.extend(strange.difference(&known).map(|digit| format!("`{digit}`: digits are written 0 to 9")));
    problems
}

fn words(page: &Page) -> String {
    let words = format!("{}\n{}\n{}", page.title, page.summary, page.plain_text());
    with_dials(words, page.blocks.iter().flat_map(Block::inlines))
}

/// What is dialled belongs to what is said, a line each.
fn with_dials<'a>(mut words: String, runs: impl Iterator<Item = &'a Inline>) -> String {
    for run in runs {
        if let Inline::Link { to: LinkTo::Phone(number), .. } = run {
            words.push('\n');
            words.push_str(number.dial());
        }
    }
    words
}

/// The pieces of a page that are more than running words, in order. Paragraphs and lists may be cut as the language likes.
fn pieces(page: &Page) -> Vec<String> {
    let piece = |block: &Block| match block {
        Block::Heading(_) | Block::Paragraph(_) | Block::List { .. } => None,
        Block::Four(_) => Some("four".to_owned()),
        Block::Examples { nations, items } => {
            let letters: String = items.iter().map(|item| item.letter).collect();
            let names: Vec<&str> = nations.as_slice().iter().map(|nation| nation.name()).collect();
            Some(format!("examples {letters} ({})", names.join(", ")))
        }
        Block::Ticks(points) => {
            let marks: String = points.iter().map(|point| if point.dont { 'x' } else { '+' }).collect();
            Some(format!("ticks {marks}"))
        }
        Block::Donts(items) => Some(format!("dont ({})", items.len())),
        Block::Notice(_) => Some("notice".to_owned()),
        Block::Comfort(_) => Some("comfort".to_owned()),
        Block::Urgent(_) => Some("urgent".to_owned()),
        Block::Attribution(_) => Some("attribution".to_owned()),
        Block::SafeFirst => Some("safe-first".to_owned()),
        Block::OfferToRecord { .. } => Some("record".to_owned()),
        Block::Help(ids) => Some(format!("help {}", ids.join(" "))),
    };
    page.blocks.iter().filter_map(piece).collect()
}

fn listed(pieces: &[String]) -> String {
    if pieces.is_empty() { "no pieces".to_owned() } else { pieces.join("; ") }
}
