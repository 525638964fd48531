//! Whether a translation says what English says, as far as that can be seen without knowing the language.
//!
//! A page is held against the English one stretch by stretch, from heading to heading: in each, the same numbers and the
//! same links, as often. So a number stays in the part of the nation that it is for.

use crate::guidance::phone_number::numbers_in;
use crate::guidance::{Asking, Block, Inline, Page};
use std::collections::{BTreeMap, BTreeSet};

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
    match other_piece(&pieces(english), &pieces(page)) {
        // Without the same headings no stretch stands beside its own.
        Some(problem) => problems.push(problem),
        None => {
            for (english, other) in stretches(english).iter().zip(stretches(page)) {
                let found = numbers_unlike(&english.words, &other.words);
                let found = found.into_iter().chain(unlike("link", &english.links, &other.links));
                problems.extend(found.map(|problem| format!("{}: {problem}", english.name)));
            }
        }
    }
    problems
}

/// What is other in the questions than in the English ones, in words.
pub(super) fn of_askings(english: &Asking, asking: &Asking) -> Vec<String> {
    let mut problems = Vec::new();
    if english.without_words() != asking.without_words() {
        problems.push("something other than words, such as a link, was changed, added or left out".to_owned());
    }
    let (before, after) = (english.lines(), asking.lines());
    if before.len() == after.len() {
        for (english, words) in before.iter().zip(&after) {
            let found = numbers_unlike(english, words);
            problems.extend(found.into_iter().map(|problem| format!("“{english}”: {problem}")));
        }
    }
    problems
}

/// Which numbers a translation of these words changes, loses or adds, in words, and whether digits of another script hide
/// one. A number is there as often as in English, and so is every other group of digits.
#[must_use]
pub fn numbers_unlike(english: &str, words: &str) -> Vec<String> {
    let mut problems = unlike("number", &numbers_in(english), &numbers_in(words));
    let strange: BTreeSet<char> = words.chars().filter(|letter| letter.is_numeric() && !letter.is_ascii()).collect();
    let known: BTreeSet<char> = english.chars().collect();
    problems.extend(strange.difference(&known).map(|digit| format!("`{digit}`: digits are written 0 to 9")));
    problems
}

/// Things, and how often each is there.
type Counted = BTreeMap<String, usize>;

/// Which of these things are there less often than they should be, and which more often.
fn unlike(what: &str, wanted: &Counted, there: &Counted) -> Vec<String> {
    let beyond = |these: &Counted, those: &Counted, how: &str| -> Vec<String> {
        let times = |one: &String, count: &usize| count.saturating_sub(those.get(one).copied().unwrap_or_default());
        let counted = these.iter().map(|(one, count)| (one, times(one, count))).filter(|(_, times)| *times > 0);
        let said = |(one, times): (&String, usize)| match times {
            1 => format!("the {what} {one} {how}"),
            times => format!("the {what} {one} {how} {times} times"),
        };
        counted.map(said).collect()
    };
    let mut problems = beyond(wanted, there, "is missing");
    problems.extend(beyond(there, wanted, "was added"));
    problems
}

/// What stands between two headings of a page.
struct Stretch {
    name: String,
    words: String,
    links: Counted,
}

/// The title with the summary, what stands above the first heading, and each heading with what stands below it.
fn stretches(page: &Page) -> Vec<Stretch> {
    let stretch = |name: &str, words: String| Stretch { name: name.to_owned(), words, links: Counted::new() };
    let mut stretches = vec![
        stretch("title and summary", format!("{}\n{}", page.title, page.summary)),
        stretch("the beginning", String::new()),
    ];
    for block in &page.blocks {
        if let Block::Heading(words) = block {
            stretches.push(stretch(&format!("“{words}”"), String::new()));
        }
        if let Some(last) = stretches.last_mut() {
            last.words.push('\n');
            last.words.push_str(&block.plain_text());
            for address in block.inlines().filter_map(Inline::address) {
                *last.links.entry(address).or_default() += 1;
            }
        }
    }
    stretches
}

/// The pieces of a page that are more than running words, in order: a heading with the nations of its part, so that no part
/// begins or ends elsewhere. Paragraphs and lists may be cut as the language likes.
fn pieces(page: &Page) -> Vec<String> {
    let piece = |(place, block): (usize, &Block)| match block {
        Block::Heading(_) => Some(match page.only.iter().find(|part| (part.from..part.to).contains(&place)) {
            Some(part) => format!("heading for {}", part.nations.names()),
            None => "heading".to_owned(),
        }),
        Block::Paragraph(_) | Block::List { .. } => None,
        Block::Four(_) => Some("four".to_owned()),
        Block::Examples { nations, items } => {
            let letters: String = items.iter().map(|item| item.letter).collect();
            Some(format!("examples {letters} for {}", nations.names()))
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
        Block::Call { number, .. } => Some(format!("call {}", number.dial())),
        Block::Text { number, .. } => Some(format!("text {}", number.dial())),
        Block::Help(ids) => Some(format!("help {}", ids.join(" "))),
    };
    page.blocks.iter().enumerate().filter_map(piece).collect()
}

/// The first piece that is another.
fn other_piece(english: &[String], there: &[String]) -> Option<String> {
    let place = (0..english.len().max(there.len())).find(|place| english.get(*place) != there.get(*place))?;
    let named = |pieces: &[String]| pieces.get(place).cloned().unwrap_or_else(|| "nothing".to_owned());
    Some(format!("piece {} is `{}`; English has `{}` there", place + 1, named(there), named(english)))
}
