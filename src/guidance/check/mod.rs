//! Whether a set of texts may be shipped: `steadfast-desk content check`, a test, and an update all ask the same.
//!
//! What the library itself refuses (no sources, a number no phone can dial, a link to nothing) is a fault here; and
//! so is what can be read and should not be: claims nobody can keep, and words too hard for somebody who is afraid.
//! A fact that nobody has checked for a year is not a fault, so that no build fails by the calendar alone.

mod claims;
mod reading_level;

pub use claims::forbidden_claims;
pub use reading_level::{HIGHEST_GRADE, grade};

use super::{Entry, GuidanceError, Institution, Library, SourceTexts};
use claims::malformed_numbers;
use jiff::civil::Date;
use std::fmt;

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
    /// It asks for more than [`HIGHEST_GRADE`] years at school.
    TooHard(f64),
    /// Last checked on this day, more than a year ago. The only one that is no fault.
    Old(Date),
}

impl Finding {
    /// True for everything but age.
    #[must_use]
    pub fn is_fault(&self) -> bool {
        !matches!(self.problem, Problem::Old(_))
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = &self.place;
        match &self.problem {
            Problem::Refused(error) => write!(to, "{error}"),
            Problem::Claims(claim) => write!(to, "{place}: claims `{claim}`"),
            Problem::UnknownNumber(number) => write!(to, "{place}: `{number}` is not a number of the directory"),
            Problem::TooHard(grade) => {
                write!(to, "{place}: needs {grade:.1} years at school; {HIGHEST_GRADE} is the most")
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
    let mut found: Vec<Finding> = library
        .faults()
        .iter()
        .map(|fault| Finding { place: "content".to_owned(), problem: Problem::Refused(fault.clone()) })
        .collect();
    for one in texts_of(&library) {
        let mut say = |problem| found.push(Finding { place: one.place.clone(), problem });
        forbidden_claims(&one.words).into_iter().for_each(|claim| say(Problem::Claims(claim)));
        let known =
            |dial: &str| library.directory().knows_number(dial) || one.own_numbers.iter().any(|own| own == dial);
        malformed_numbers(&one.words, known).into_iter().for_each(|number| say(Problem::UnknownNumber(number)));
        let names = library.directory().entries().iter().map(|entry| entry.name.as_str());
        let grade = grade(&one.words, names.chain(library.institutions().iter().map(|one| one.name.as_str())));
        if one.measured && grade > HIGHEST_GRADE {
            say(Problem::TooHard(grade));
        }
        if super::is_old(one.checked, today) {
            say(Problem::Old(one.checked));
        }
    }
    found
}

/// The words of one thing that a reader can meet.
struct Text {
    place: String,
    words: String,
    own_numbers: Vec<String>,
    checked: Date,
    /// Too few words say nothing about how hard they are.
    measured: bool,
}

fn texts_of(library: &Library) -> Vec<Text> {
    let mut texts: Vec<Text> = library
        .pages()
        .iter()
        .map(|page| Text {
            place: format!("page `{}`", page.id),
            words: format!("{}\n{}\n{}", page.title, page.summary, page.plain_text()),
            own_numbers: Vec::new(),
            checked: page.checked,
            measured: true,
        })
        .collect();
    texts.extend(library.asking().map(|asking| Text {
        place: "is-this-stalking.toml".to_owned(),
        words: asking.plain_text(),
        own_numbers: Vec::new(),
        checked: asking.checked,
        measured: true,
    }));
    texts.extend(library.directory().entries().iter().map(|entry| Text {
        place: format!("directory entry `{}`", entry.id),
        words: words_of_entry(entry),
        own_numbers: Vec::new(),
        checked: entry.checked,
        measured: entry.note.as_ref().is_some_and(|note| note.split_whitespace().count() > 20),
    }));
    texts.extend(library.institutions().iter().map(|one| Text {
        place: format!("institution `{}`", one.id),
        words: one.plain_text(),
        own_numbers: own_numbers(one),
        checked: one.checked,
        measured: true,
    }));
    texts
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
