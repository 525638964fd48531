//! Another language over the English library: page by page, entry by entry, and the questions as a whole.
//!
//! A translation brings words. What somebody may act on stays as it is in English: which nations a page and its parts hold for,
//! what says not to, where links lead, and every number, as often as it stands there. Where it does not, where a page cannot be
//! read or points to nothing, it is refused and reported, and English stands in its place. What was written in English later
//! than the translation, as an update may bring, stays English too: an old translation of a new law helps nobody.

mod entries;
mod likeness;
#[cfg(test)]
mod tests;

pub use likeness::numbers_unlike;

use super::built_in::Translation;
use super::library::{unresolved_asked, unresolved_in};
use super::markdown::read_page;
use super::phone_number::{is_dialable, joins};
use super::{Asking, GuidanceError, Library, Page};
use std::collections::BTreeSet;

/// With no-break spaces between digits, and between the groups of a telephone number whatever joined them: at hyphens the groups
/// would stand in the wrong order among words that run from right to left. Other hyphens stay, as in a date.
fn kept_together(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
    let joint = |at: usize| at > 0 && digit(at - 1) && digit(at + 1) && letters.get(at).is_some_and(|one| joins(*one));
    let mut kept = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(letter) = letters.get(at) {
        if !digit(at) {
            kept.push(*letter);
            at += 1;
            continue;
        }
        let end = (at..letters.len()).find(|at| !digit(*at) && !joint(*at)).unwrap_or(letters.len());
        let run = letters.get(at..end).unwrap_or_default();
        let number = is_dialable(&run.iter().filter(|one| one.is_ascii_digit()).collect::<String>());
        kept.extend(run.iter().map(|one| match one {
            ' ' => '\u{a0}',
            '-' | '\u{2011}' if number => '\u{a0}',
            '\u{2011}' => '-',
            other => *other,
        }));
        at = end;
    }
    kept
}

impl Library {
    /// This library with a translation over it. `from` is the English that it was made from: the same library, or, for an
    /// update, the one that is built in. What is refused stands in [`Library::faults`].
    #[must_use]
    pub fn translated(mut self, translation: Translation<'_>, from: &Self) -> Self {
        let mut faults: Vec<GuidanceError> = Vec::new();
        let mut seen = BTreeSet::new();
        for (id, text) in translation.pages {
            if !seen.insert(*id) {
                faults.push(GuidanceError::Twice { id: (*id).to_owned() });
                continue;
            }
            match from.page_in(translation.tag, id, &kept_together(text)) {
                Ok((english, page)) => self.put(english, page),
                Err(found) => faults.extend(found),
            }
        }
        if let Some(text) = translation.directory {
            let text = kept_together(text);
            faults.extend(entries::lay_over(&mut self.directory, from.directory(), translation.tag, &text));
        }
        if let Some(text) = translation.asking {
            match from.asking_in(translation.tag, &kept_together(text)) {
                Ok(asking) if self.asking.as_ref() == from.asking() => self.asking = Some(asking),
                Ok(_) => {}
                Err(found) => faults.extend(found),
            }
        }
        let language = translation.tag.to_owned();
        self.faults.extend(
            faults
                .into_iter()
                .map(|fault| GuidanceError::Translated { language: language.clone(), fault: fault.into() }),
        );
        self.directory.set_language(&language);
        self
    }

    /// The language that it was asked for, as a tag (BCP 47). Not all of it need be in it.
    #[must_use]
    pub fn language(&self) -> &str {
        self.directory.language()
    }

    /// What is in another language than the library's, since that lacks it: pages, entries of the directory, the questions.
    #[must_use]
    pub fn lacks(&self) -> Vec<String> {
        let other = |language: &String| language != self.language();
        let pages = self.pages.iter().filter(|page| other(&page.language)).map(|page| format!("page `{}`", page.id));
        let entries = self.directory.entries().iter().filter(|entry| other(&entry.language));
        let entries = entries.map(|entry| format!("directory entry `{}`", entry.id));
        let asking = self.asking.iter().filter(|asking| other(&asking.language));
        pages.chain(entries).chain(asking.map(|_| "the questions".to_owned())).collect()
    }

    /// In the place of the English page, unless that has changed since.
    fn put(&mut self, english: &Page, page: Page) {
        if let Some(place) = self.pages.iter_mut().find(|place| *place == english) {
            *place = page;
        }
    }

    /// A page of this language, and the English one that it stands for.
    fn page_in(&self, language: &str, id: &str, text: &str) -> Result<(&Page, Page), Vec<GuidanceError>> {
        let place = || format!("page `{id}`");
        let english = self.page(id).ok_or_else(|| {
            vec![GuidanceError::Unlike { place: place(), problem: "there is no such page".to_owned() }]
        })?;
        let page = read_page(id, language, text).map_err(|fault| vec![fault])?;
        let mut faults = unresolved_in(&page, &self.pages, &self.directory);
        let unlike = likeness::of_pages(english, &page);
        faults.extend(unlike.into_iter().map(|problem| GuidanceError::Unlike { place: place(), problem }));
        if faults.is_empty() { Ok((english, page)) } else { Err(faults) }
    }

    /// The questions in this language.
    fn asking_in(&self, language: &str, text: &str) -> Result<Asking, Vec<GuidanceError>> {
        let unlike = |problem| GuidanceError::Unlike { place: "is-this-stalking.toml".to_owned(), problem };
        let Some(english) = self.asking() else { return Err(vec![unlike("there are no questions".to_owned())]) };
        let asking = Asking::read(language, text).map_err(|problem| vec![GuidanceError::Asking { problem }])?;
        let mut faults = unresolved_asked(&asking, &self.pages, &self.directory);
        faults.extend(likeness::of_askings(english, &asking).into_iter().map(unlike));
        if faults.is_empty() { Ok(asking) } else { Err(faults) }
    }
}
