//! One search over the guidance and the directory of help. The words typed are kept nowhere.

use super::components::Glyph;
use super::reading::{Block, HelpEntry, Nation, PageView, Reading, Way};
use crate::guidance::has_all as tells_of;
use crate::t;

/// How many pages a search shows.
const PAGES: usize = 8;
/// How many entries of the directory.
const ENTRIES: usize = 12;

/// A page that fits.
#[derive(Clone, Debug, PartialEq)]
pub struct PageHit {
    /// The page.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The words that fit, or its second line.
    pub hint: String,
    /// Its icon.
    pub glyph: Glyph,
    /// Whether it is English while another language is spoken.
    pub english: bool,
}

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// Pages, best first; those of her nation before the others.
    pub pages: Vec<PageHit>,
    /// Entries of the directory, best first; those of her nation before the others.
    pub help: Vec<HelpEntry>,
    /// Whether she typed the title of the first page.
    pub titled: bool,
    /// Whether it is the card for 101 that she looks for.
    pub card: bool,
}

impl Found {
    /// Whether it found nothing at all.
    pub fn is_empty(&self) -> bool {
        self.pages.is_empty() && self.help.is_empty() && !self.card
    }
}

/// Looks for the words in everything there is to read.
pub fn search(reading: &Reading, nation: Option<Nation>, words: &str) -> Found {
    if !words.chars().any(char::is_alphanumeric) {
        return Found::default();
    }
    // Whether it is hers, unless she typed its own title.
    let mut pages: Vec<(bool, PageHit)> = Vec::new();
    let mut help: Vec<HelpEntry> = Vec::new();
    let mut titled = false;
    if let Some(library) = &reading.library {
        for hit in library.search(words) {
            if let Some(page) = reading.page(&hit.page) {
                titled |= hit.by_title;
                let hint = match hit.section {
                    Some(section) => t!("guidance-found", section = section, excerpt = hit.excerpt),
                    None => hit.excerpt,
                };
                pages.push((hit.by_title || page.is_for(nation), page_hit(page, hint)));
            }
        }
        for entry in library.directory().search(words) {
            help.extend(reading.helpers().find(|one| one.id == entry.id).cloned());
        }
    } else {
        help.extend(reading.helpers().filter(|entry| has_all(&entry_text(entry), words)).cloned());
    }
    // What is not in the library: the short pages, and everything where there is no library.
    for page in reading.groups.iter().flat_map(|group| &group.pages) {
        let known = reading.library.as_ref().is_some_and(|library| library.page(&page.id).is_some());
        if !known && has_all(&page_text(page), words) {
            pages.push((page.is_for(nation), page_hit(page, page.hint.clone())));
        }
    }
    // Stable: within her nation, and within the others, the best stay first.
    pages.sort_by_key(|(hers, _)| !hers);
    help.sort_by_key(|entry| !super::reading::is_for(&entry.nations, nation));
    pages.truncate(PAGES);
    help.truncate(ENTRIES);
    let card = tells_of(words, &format!("{} {}", t!("card-title"), t!("card-title.words")));
    Found { pages: pages.into_iter().map(|(_, hit)| hit).collect(), help, titled, card }
}

fn page_hit(page: &PageView, hint: String) -> PageHit {
    PageHit { id: page.id.clone(), title: page.title.clone(), hint, glyph: page.glyph, english: page.english }
}

/// Whether every word appears.
fn has_all(text: &str, words: &str) -> bool {
    let (text, words) = (text.to_lowercase(), words.to_lowercase());
    let mut words = words.split_whitespace().peekable();
    words.peek().is_some() && words.all(|word| text.contains(word))
}

fn entry_text(entry: &HelpEntry) -> String {
    let ways = std::iter::once(&entry.way).chain(&entry.more).map(|way| match way {
        Way::Call(number) | Way::Text(number) => format!("{number} {}", number.replace(' ', "")),
        Way::Web(address) | Way::Email(address) => address.clone(),
        Way::Nothing => String::new(),
    });
    let ways: Vec<String> = ways.collect();
    let note: Vec<&str> = entry.note.iter().map(|said| said.text.as_str()).collect();
    format!("{} {} {} {}", entry.name, note.join(" "), entry.words, ways.join(" "))
}

fn page_text(page: &PageView) -> String {
    let of = |spans: &[super::reading::Span]| spans.iter().map(|span| span.text.as_str()).collect::<String>();
    let mut parts = vec![page.title.clone(), page.hint.clone()];
    parts.extend(page.lead.as_deref().map(of));
    for block in &page.blocks {
        match block {
            Block::Heading(words) | Block::Hint(words) => parts.push(words.clone()),
            Block::Paragraph(words) | Block::Notice(words) | Block::Banner(_, words) => parts.push(of(words)),
            Block::List(items) | Block::Steps(items) => parts.extend(items.iter().map(|item| of(item))),
            Block::Law(_, items) | Block::Ticks(items) => parts.extend(items.iter().map(|(_, item)| of(item))),
            Block::Letters { rows, .. } => parts.extend(rows.iter().map(|(_, word, line)| format!("{word} {line}"))),
            _ => {}
        }
    }
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use super::*;
    use crate::guidance::Library;
    use crate::ui::first_reading::first_reading;
    use crate::ui::library::reading_of;

    fn whole() -> Reading {
        reading_of(&Library::built_in().unwrap())
    }

    #[test]
    fn one_search_finds_pages_and_people_to_call() {
        let found = search(&whole(), None, "tracker");
        assert!(found.pages.iter().any(|page| page.id == "your-phone"), "{:?}", found.pages);
        let found = search(&whole(), None, "stalking helpline");
        assert_eq!(found.help[0].name, "National Stalking Helpline");
        let found = search(&whole(), None, "08088020300");
        assert_eq!(found.help[0].name, "National Stalking Helpline");
    }

    #[test]
    fn the_ways_to_999_are_found_and_without_the_library_so_is_what_is_left() {
        assert!(search(&whole(), None, "press 55").pages.iter().any(|page| page.id == "cannot-speak"));
        assert!(search(&first_reading(), None, "fixated").pages.iter().any(|page| page.id == "is-this-stalking"));
    }

    #[test]
    fn the_card_for_101_is_found_by_what_it_is_and_what_it_is_for() {
        for reading in [whole(), first_reading()] {
            for words in ["101", "card", "card for 101", "a card for 101", "report", "reporting to the police"] {
                assert!(search(&reading, None, words).card, "{words:?}");
            }
            for words in ["tracker", "0808 802 0300", "screen", "999", "scared", "report anonymously"] {
                assert!(!search(&reading, None, words).card, "{words:?}");
            }
        }
    }

    #[test]
    fn a_title_typed_whole_comes_first_even_of_another_nations_page() {
        let found = search(&whole(), Some(Nation::Scotland), "is this stalking");
        assert_eq!(found.pages[0].id, "is-this-stalking");
        let library = Library::built_in().unwrap();
        let title = &library.page("law-northern-ireland").unwrap().title;
        assert_eq!(search(&whole(), Some(Nation::Scotland), title).pages[0].id, "law-northern-ireland");
    }

    #[test]
    fn her_own_nation_comes_first_and_no_other_is_hidden() {
        let words = "domestic abuse";
        let wales = search(&whole(), Some(Nation::Wales), words);
        let scotland = search(&whole(), Some(Nation::Scotland), words);
        assert!(wales.help[0].nations.contains(&Nation::Wales), "{:?}", wales.help[0]);
        assert!(scotland.help[0].nations.contains(&Nation::Scotland));
        let sorted = |mut names: Vec<String>| {
            names.sort();
            names
        };
        let names = |found: &Found| sorted(found.help.iter().map(|entry| entry.name.clone()).collect());
        assert_eq!(names(&wales), names(&scotland));
    }

    #[test]
    fn no_words_find_nothing_and_strange_ones_do_no_harm() {
        for words in ["", "   ", "zzzz", "\u{0}", "'", "a".repeat(10_000).as_str()] {
            assert!(search(&whole(), None, words).is_empty(), "{words:?}");
            assert!(search(&first_reading(), None, words).is_empty(), "{words:?}");
        }
    }
}
