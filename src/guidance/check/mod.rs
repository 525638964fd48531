//! Whether a set of texts may be shipped: `steadfast-desk content check`, a test, and an update all ask the same.
//!
//! What the library itself refuses (no sources, a number no phone can dial, a link to nothing) is a fault here; and
//! so is what can be read and should not be: claims nobody can keep, and words too hard for somebody who is afraid.
//! A fact that nobody has checked for a year is not a fault, so that no build fails by the calendar alone.

mod claims;
mod reading_level;

pub use super::translation::numbers_unlike;
pub use claims::forbidden_claims;
pub use reading_level::{HIGHEST_GRADE, grade};

use super::built_in::ENGLISH;
use super::{Asking, Block, Entry, GuidanceError, Institution, Library, Point, SourceTexts, Translation, words_of};
use claims::{unknown_numbers, unknown_numbers_called, unknown_presses};
use jiff::civil::Date;
use std::fmt;

/// The file of the questions.
const QUESTIONS: &str = "is-this-stalking.toml";

/// Something that a check found.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The page, entry or file, by its id.
    pub place: String,
    /// What is wrong.
    pub problem: Problem,
}

/// What can be wrong with a text.
#[derive(Debug, Clone, PartialEq)]
pub enum Problem {
    /// It is left out, or points to nothing. In the library's words.
    Refused(GuidanceError),
    /// It claims what nobody can keep or know.
    Claims(&'static str),
    /// Digits that read as a number and are in no directory.
    UnknownNumber(String),
    /// Digits to press during a call that no entry for an emergency names.
    UnknownPress(String),
    /// Checked on a day that has not come.
    Ahead(Date),
    /// It asks for more than [`HIGHEST_GRADE`] years at school.
    TooHard(f64),
    /// A point that says not to do something and has a tick beside it: the line lacks its `x `.
    TickBesideDont(String),
    /// Last checked on this day, more than a year ago. No fault.
    Old(Date),
    /// Held against an English text that is older than the present one: it was checked on this day. No fault.
    Behind(Date),
}

impl Finding {
    /// True for everything but age.
    #[must_use]
    pub fn is_fault(&self) -> bool {
        !matches!(self.problem, Problem::Old(_) | Problem::Behind(_))
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = &self.place;
        match &self.problem {
            Problem::Refused(error) => write!(to, "{error}"),
            Problem::Claims(claim) => write!(to, "{place}: claims `{claim}`"),
            Problem::UnknownNumber(number) => write!(to, "{place}: `{number}` is not a number of the directory"),
            Problem::UnknownPress(digits) => {
                write!(to, "{place}: says to press `{digits}`; no entry for an emergency does")
            }
            Problem::Ahead(checked) => write!(to, "{place}: checked on {checked}, a day that has not come"),
            Problem::TooHard(grade) => {
                write!(to, "{place}: needs {grade:.1} years at school; {HIGHEST_GRADE} is the most")
            }
            Problem::TickBesideDont(line) => write!(to, "{place}: a tick stands beside `{line}`"),
            Problem::Behind(checked) => {
                write!(to, "{place}: last checked on {checked}; the English text was checked after that")
            }
            Problem::Old(checked) => write!(to, "{place}: last checked on {checked}, more than a year ago"),
        }
    }
}

/// Everything wrong with a set of texts, as of `today`.
#[must_use]
pub fn check(texts: SourceTexts<'_>, today: Date) -> Vec<Finding> {
    let library = match Library::read(texts) {
        Ok(library) => library,
        Err(error) => return vec![Finding { place: "content".to_owned(), problem: Problem::Refused(error) }],
    };
    let mut found = refused(library.faults());
    for text in texts_of(&library) {
        found.extend(looked_over(&library, &text, today));
        let grade = text.grade(&library);
        if text.measured && grade > HIGHEST_GRADE {
            found.push(Finding { place: text.place, problem: Problem::TooHard(grade) });
        }
    }
    found.extend(ticks_beside_donts(&library));
    found
}

/// Everything wrong with a translation of these texts, as of `today`. What is wrong with the English ones is not said again.
/// How hard it is to read is not measured: the measure is one for English. Each place begins with the tag of the language.
#[must_use]
pub fn check_translation(english: SourceTexts<'_>, translation: Translation<'_>, today: Date) -> Vec<Finding> {
    // Without English there is nothing to hold it against; the check of that has said so.
    let Ok(english) = Library::read(english) else { return Vec::new() };
    let library = english.clone().translated(translation, &english);
    let known = english.faults().len();
    let mut found = refused(library.faults().get(known..).unwrap_or_default());
    let before = texts_of(&english);
    for text in texts_of(&library).into_iter().filter(|text| text.language == translation.tag) {
        found.extend(looked_over(&library, &text, today));
        let behind = before.iter().any(|one| one.place == text.place && one.checked > text.checked);
        if behind {
            found.push(Finding { place: text.place, problem: Problem::Behind(text.checked) });
        }
    }
    let in_it = |finding: Finding| Finding { place: format!("{}: {}", translation.tag, finding.place), ..finding };
    found.into_iter().map(in_it).collect()
}

/// What reading an institution's file does not refuse by itself, as of `today`.
#[must_use]
pub fn check_institution(one: &Institution, library: &Library, today: Date) -> Vec<Finding> {
    looked_over(library, &text_of_institution(one), today)
}

fn refused(faults: &[GuidanceError]) -> Vec<Finding> {
    let finding =
        |fault: &GuidanceError| Finding { place: "content".to_owned(), problem: Problem::Refused(fault.clone()) };
    faults.iter().map(finding).collect()
}

/// What can be wrong with words in any language.
fn looked_over(library: &Library, text: &Text, today: Date) -> Vec<Finding> {
    let known = |dial: &str| library.directory().knows_number(dial) || text.own_numbers.iter().any(|own| own == dial);
    let claims = forbidden_claims(&text.words).into_iter().map(Problem::Claims);
    let numbers =
        if text.own_file { unknown_numbers_called(&text.words, known) } else { unknown_numbers(&text.words, known) };
    let numbers = numbers.into_iter().map(Problem::UnknownNumber);
    let named: String = library.directory().emergency().map(words_of_entry).collect::<Vec<_>>().join("\n");
    // An institution's own line may have a menu.
    let presses = if text.own_file { Vec::new() } else { unknown_presses(&text.words, &named) };
    let presses = presses.into_iter().map(Problem::UnknownPress);
    let old = super::is_old(text.checked, today).then_some(Problem::Old(text.checked));
    let ahead = (text.checked > today).then_some(Problem::Ahead(text.checked));
    let problems = claims.chain(numbers).chain(presses).chain(old).chain(ahead);
    problems.map(|problem| Finding { place: text.place.clone(), problem }).collect()
}

/// The English points, on pages and among the answers, that say "Do not" and are not marked so. In another language the marks
/// are those of English.
fn ticks_beside_donts(library: &Library) -> Vec<Finding> {
    let on_pages = library.pages().iter().flat_map(|page| {
        let points = page.blocks.iter().filter_map(|block| match block {
            Block::Ticks(points) => Some(points),
            _ => None,
        });
        points.flatten().map(|point| (format!("page `{}`", page.id), point.clone()))
    });
    let answered = library.asking().into_iter().flat_map(Asking::points);
    let answered = answered.map(|point| (QUESTIONS.to_owned(), point));
    let unmarked = |point: &Point| {
        let words = words_of(&point.words);
        !point.dont && ["Do not ", "Don’t ", "Don't ", "Never "].iter().any(|start| words.starts_with(start))
    };
    on_pages
        .chain(answered)
        .filter(|(_, point)| unmarked(point))
        .map(|(place, point)| Finding { place, problem: Problem::TickBesideDont(words_of(&point.words)) })
        .collect()
}

/// The words of one thing that a reader can meet.
struct Text {
    place: String,
    language: String,
    words: String,
    own_numbers: Vec<String>,
    /// From an institution, which has rooms and streets.
    own_file: bool,
    checked: Date,
    /// Too few words say nothing about how hard they are.
    measured: bool,
}

impl Text {
    fn grade(&self, library: &Library) -> f64 {
        let names = library.directory().entries().iter().map(|entry| entry.name.as_str());
        grade(&self.words, names.chain(library.institutions().iter().map(|one| one.name.as_str())))
    }
}

fn texts_of(library: &Library) -> Vec<Text> {
    let mut texts: Vec<Text> = library
        .pages()
        .iter()
        .map(|page| Text {
            place: format!("page `{}`", page.id),
            language: page.language.clone(),
            words: format!("{}\n{}\n{}", page.title, page.summary, page.plain_text()),
            own_numbers: Vec::new(),
            own_file: false,
            checked: page.checked,
            measured: true,
        })
        .collect();
    texts.extend(library.asking().map(|asking| Text {
        place: QUESTIONS.to_owned(),
        language: asking.language.clone(),
        words: asking.plain_text(),
        own_numbers: Vec::new(),
        own_file: false,
        checked: asking.checked,
        measured: true,
    }));
    texts.extend(library.directory().entries().iter().map(|entry| Text {
        place: format!("directory entry `{}`", entry.id),
        language: entry.language.clone(),
        words: words_of_entry(entry),
        own_numbers: Vec::new(),
        own_file: false,
        checked: entry.checked,
        measured: entry.note.as_ref().is_some_and(|note| note.split_whitespace().count() > 20),
    }));
    texts.extend(library.institutions().iter().map(text_of_institution));
    texts
}

fn text_of_institution(one: &Institution) -> Text {
    Text {
        place: format!("institution `{}`", one.id),
        language: ENGLISH.to_owned(),
        words: one.plain_text(),
        own_numbers: own_numbers(one),
        own_file: true,
        checked: one.checked,
        measured: true,
    }
}

fn words_of_entry(entry: &Entry) -> String {
    let note = entry.note.as_deref().unwrap_or_default();
    [entry.name.as_str(), &entry.short, &entry.who_for, note].join("\n")
}

fn own_numbers(one: &Institution) -> Vec<String> {
    one.contacts.iter().filter_map(|contact| contact.number.as_ref()).map(|number| number.dial().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use super::*;
    use jiff::civil::date;

    #[test]
    fn what_is_built_in_may_be_shipped() {
        let texts = SourceTexts::built_in();
        assert_eq!(check(texts, date(2026, 11, 25)), []);
        let later = check(texts, date(2028, 1, 1));
        assert!(later.len() > 40 && later.iter().all(|finding| !finding.is_fault()), "age alone is no fault");
    }
}
