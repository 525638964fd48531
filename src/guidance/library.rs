//! All guidance together: pages, directory, institutions, and what was left out and why. `translation.rs` puts another
//! language over it.

use super::built_in::{ENGLISH, SourceTexts, Translation};
use super::institution::read_institution;
use super::markdown::read_page;
use super::phone_number::numbers_in;
use super::search::{Found, Wanted, same_words, typed_number};
use super::{Asking, Block, Directory, GuidanceError, Inline, Institution, LinkTo, Nation, Page, Section};
use std::cmp::Reverse;

/// How much of a page a search result shows, in characters.
const EXCERPT: usize = 140;

/// All guidance, read once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Library {
    pub(super) pages: Vec<Page>,
    pub(super) directory: Directory,
    pub(super) asking: Option<Asking>,
    institutions: Vec<Institution>,
    pub(super) faults: Vec<GuidanceError>,
}

/// A page that fits a search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The page's id.
    pub page: String,
    /// The page's title.
    pub title: String,
    /// The heading above the place, where there is one.
    pub section: Option<String>,
    /// The beginning of the block that fits, or the page's summary.
    pub excerpt: String,
    /// Its own title was typed: no other page comes before it.
    pub by_title: bool,
}

impl Library {
    /// Reads what is built into the program. No file, network or set-up is needed.
    ///
    /// # Errors
    /// [`GuidanceError::NothingReadable`] if there is not one page and not one entry.
    pub fn built_in() -> Result<Self, GuidanceError> {
        Self::read(SourceTexts::built_in())
    }

    /// This library, which is English, in the language of this tag as far as that is built in. See
    /// [`Library::translated`].
    #[must_use]
    pub fn speaking(mut self, tag: &str) -> Self {
        if let Some(translation) = Translation::built_in(tag)
            && let Ok(english) = Self::built_in()
        {
            return self.translated(translation, &english);
        }
        // All of it stays English, and is told from what is spoken.
        self.directory.set_language(tag);
        self
    }

    /// Reads English texts from elsewhere. What cannot be read is left out and stands in [`Library::faults`].
    ///
    /// # Errors
    /// [`GuidanceError::NothingReadable`] if there is not one page and not one entry.
    pub fn read(texts: SourceTexts<'_>) -> Result<Self, GuidanceError> {
        let (directory, mut faults) = Directory::read(texts.directory);
        let mut pages: Vec<Page> = Vec::new();
        for (id, text) in texts.pages {
            match read_page(id, ENGLISH, text) {
                Ok(page) if pages.iter().any(|other| other.id == page.id) => {
                    faults.push(GuidanceError::Twice { id: page.id });
                }
                Ok(page) => pages.push(page),
                Err(fault) => faults.push(fault),
            }
        }
        let mut institutions: Vec<Institution> = Vec::new();
        for (id, text) in texts.institutions {
            match read_institution(id, text) {
                Ok(one) if institutions.iter().any(|other| other.id == one.id) => {
                    faults.push(GuidanceError::Twice { id: one.id });
                }
                Ok(one) => institutions.push(one),
                Err(problem) => faults.push(GuidanceError::Institution { id: (*id).to_owned(), problem }),
            }
        }
        let asking = texts.asking.and_then(|text| match Asking::read(ENGLISH, text) {
            Ok(asking) => Some(asking),
            Err(problem) => {
                faults.push(GuidanceError::Asking { problem });
                None
            }
        });
        if pages.is_empty() && directory.entries().is_empty() {
            return Err(GuidanceError::NothingReadable);
        }
        pages.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
        faults.extend(unresolved(&pages, &directory, asking.as_ref()));
        Ok(Self { pages, directory, asking, institutions, faults })
    }

    /// The page with this id.
    #[must_use]
    pub fn page(&self, id: &str) -> Option<&Page> {
        self.pages.iter().find(|page| page.id == id)
    }

    /// All pages, in the order they are listed.
    #[must_use]
    pub fn pages(&self) -> &[Page] {
        &self.pages
    }

    /// The pages to list for somebody in `nation` (everybody's, where none was chosen), in the order of [`Section`].
    /// A section without a page is left out. The law of another nation is not listed; [`Library::page`] still has it.
    #[must_use]
    pub fn sections(&self, nation: Option<Nation>) -> Vec<(Section, Vec<&Page>)> {
        let listed = |page: &&Page| nation.is_none_or(|nation| page.nations.may_include(nation));
        let pages_of = |section| self.pages.iter().filter(move |page| page.section == section).filter(listed);
        Section::ALL
            .into_iter()
            .map(|section| (section, pages_of(section).collect::<Vec<_>>()))
            .filter(|(_, pages)| !pages.is_empty())
            .collect()
    }

    /// Everybody who can be called, texted or read.
    #[must_use]
    pub fn directory(&self) -> &Directory {
        &self.directory
    }

    /// The questions of "Is this stalking?".
    #[must_use]
    pub fn asking(&self) -> Option<&Asking> {
        self.asking.as_ref()
    }

    /// Institutions with help of their own. Shown only to somebody who picked one.
    #[must_use]
    pub fn institutions(&self) -> &[Institution] {
        &self.institutions
    }

    /// What was left out, or points nowhere. Empty for what is built in; a test holds it to that.
    #[must_use]
    pub fn faults(&self) -> &[GuidanceError] {
        &self.faults
    }

    /// Pages that fit any of the words, best first, a page at most once; none if nothing was typed. A page whose title was
    /// typed is the first. A number finds the pages that give that number.
    #[must_use]
    pub fn search(&self, query: &str) -> Vec<Hit> {
        let known = self.pages.iter().flat_map(|page| &page.found_by).map(String::as_str);
        let wanted = Wanted::joining(query, known);
        if wanted.is_empty() {
            return Vec::new();
        }
        let number = typed_number(query);
        let gives =
            |page: &&Page| number.as_ref().is_none_or(|digits| numbers_in(&page.plain_text()).contains_key(digits));
        let hit = |page: &Page| {
            let (found, hit) = hit_in(page, &wanted)?;
            let by_title = same_words(query, &page.title);
            Some((found, Hit { by_title, ..hit }))
        };
        let mut hits: Vec<(Found, Hit)> = self.pages.iter().filter(gives).filter_map(hit).collect();
        hits.sort_by_key(|(found, hit)| Reverse((hit.by_title, *found)));
        hits.into_iter().map(|(_, hit)| hit).collect()
    }
}

/// Ranks the whole page, and shows the place that fits best.
fn hit_in(page: &Page, wanted: &Wanted) -> Option<(Found, Hit)> {
    let headings: Vec<&str> = page
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading(words) => Some(words.as_str()),
            _ => None,
        })
        .collect();
    let (headings, text) = (headings.join("\n"), page.plain_text());
    let found_by = page.found_by.join("\n");
    let found = wanted.found_in(&[
        (page.title.as_str(), 8),
        (page.summary.as_str(), 4),
        (found_by.as_str(), 4),
        (headings.as_str(), 3),
        (text.as_str(), 1),
    ]);
    if found.words == 0 {
        return None;
    }
    let mut section: Option<&str> = None;
    let mut best = (Found::default(), None, page.summary.clone());
    for block in &page.blocks {
        if let Block::Heading(words) = block {
            section = Some(words);
            continue;
        }
        for line in block.plain_text().lines() {
            let here = wanted.found_in(&[(line, 2), (section.unwrap_or(""), 1)]);
            if here > best.0 {
                best = (here, section, excerpt(line));
            }
        }
    }
    let (_, section, excerpt) = best;
    let (page, title, section) = (page.id.clone(), page.title.clone(), section.map(str::to_owned));
    Some((found, Hit { page, title, section, excerpt, by_title: false }))
}

fn excerpt(line: &str) -> String {
    if line.chars().count() <= EXCERPT {
        return line.to_owned();
    }
    let cut: String = line.chars().take(EXCERPT).collect();
    let whole_words = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{whole_words} …")
}

/// What pages and questions point to and is not there.
fn unresolved(pages: &[Page], directory: &Directory, asking: Option<&Asking>) -> Vec<GuidanceError> {
    let mut faults: Vec<GuidanceError> = pages.iter().flat_map(|page| unresolved_in(page, pages, directory)).collect();
    if let Some(asking) = asking {
        faults.extend(unresolved_asked(asking, pages, directory));
    }
    faults
}

/// What one page points to and is not there.
pub(super) fn unresolved_in(page: &Page, pages: &[Page], directory: &Directory) -> Vec<GuidanceError> {
    let entries = page.blocks.iter().filter_map(|block| match block {
        Block::Help(ids) => Some(ids.iter().map(String::as_str)),
        _ => None,
    });
    let mut faults = lost(&page.id, entries.flatten(), page.blocks.iter().flat_map(Block::inlines), pages, directory);
    let buttons = page.blocks.iter().filter_map(|block| match block {
        Block::Call { number, .. } | Block::Text { number, .. } => Some(number.dial()),
        _ => None,
    });
    let unknown = buttons.filter(|dial| !directory.knows_number(dial));
    faults.extend(unknown.map(|dial| GuidanceError::Unresolved { page: page.id.clone(), target: dial.to_owned() }));
    faults
}

/// What the questions point to and is not there.
pub(super) fn unresolved_asked(asking: &Asking, pages: &[Page], directory: &Directory) -> Vec<GuidanceError> {
    lost("is-this-stalking.toml", asking.entries(), asking.runs().flatten(), pages, directory)
}

fn lost<'a>(
    from: &str,
    entries: impl Iterator<Item = &'a str>,
    runs: impl Iterator<Item = &'a Inline>,
    pages: &[Page],
    directory: &Directory,
) -> Vec<GuidanceError> {
    let linked = runs.filter_map(|run| match run {
        Inline::Link { to: LinkTo::Page(id), .. } if !pages.iter().any(|other| &other.id == id) => Some(id.as_str()),
        Inline::Link { to: LinkTo::Phone(number), .. } if !directory.knows_number(number.dial()) => Some(number.dial()),
        _ => None,
    });
    let listed = entries.filter(|id| directory.entry(id).is_none());
    linked
        .chain(listed)
        .map(|target| GuidanceError::Unresolved { page: from.to_owned(), target: target.to_owned() })
        .collect()
}

#[cfg(test)]
#[path = "library_tests.rs"]
mod tests;
