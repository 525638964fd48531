//! Turns the guidance room's library into what the screens draw. Nothing is left out, and nothing is added but what Home leads
//! to, where the library lacks it.

mod directory;

use super::components::Glyph;
use super::first_reading::{cannot_speak, text_999};
use super::reading::{Block, LinkTo, Nation, PageGroup, PageView, Reading, Span};
use crate::guidance::{self, Directory, Inline, Library, Page, Section};
use crate::t;
pub use directory::{contact_entry, help_entry};
use directory::{help_of, nations};
use std::sync::Arc;

/// The heading above the pages of a section.
fn section_title(section: Section) -> &'static str {
    match section {
        Section::Danger => t!("guidance-section-danger"),
        Section::Understand => t!("guidance-section-understand"),
        Section::Tell => t!("guidance-section-tell"),
        Section::Safer => t!("guidance-section-safer"),
        Section::Law => t!("guidance-section-law"),
        Section::Care => t!("guidance-section-care"),
    }
}

/// Everything in the library, for the screens.
pub fn reading_of(library: &Library) -> Reading {
    let groups = library.sections(None).into_iter().map(|(section, pages)| {
        let mut pages: Vec<PageView> =
            pages.into_iter().map(|page| page_view(page, library.directory(), None)).collect();
        if section == Section::Danger {
            pages.extend(lacking(library));
        }
        PageGroup { title: section_title(section).to_owned(), pages }
    });
    let mut groups: Vec<PageGroup> = groups.collect();
    if library.sections(None).first().is_none_or(|(section, _)| *section != Section::Danger) {
        let title = section_title(Section::Danger).to_owned();
        groups.insert(0, PageGroup { title, pages: lacking(library) });
    }
    Reading { groups, help: help_of(library.directory()), library: Some(Arc::new(library.clone())) }
}

/// The ways to 999 that Home opens, as the app has them by itself, where a page of theirs could not be read.
fn lacking(library: &Library) -> Vec<PageView> {
    [cannot_speak(), text_999()].into_iter().filter(|page| library.page(&page.id).is_none()).collect()
}

/// One page as somebody in this nation should read it, and whether another nation would read other things on it.
pub fn page_for(reading: &Reading, id: &str, nation: Option<Nation>) -> Option<(PageView, bool)> {
    let page = reading.library.as_ref().and_then(|library| Some((library.page(id)?, library.directory())));
    match page {
        Some((page, directory)) => {
            let whole = page.blocks.len();
            let differs = Nation::ALL.into_iter().any(|one| page.blocks_for(Some(one)).len() < whole);
            Some((page_view(page, directory, nation), differs))
        }
        None => reading.page(id).cloned().map(|page| (page, false)),
    }
}

fn page_view(page: &Page, directory: &Directory, nation: Option<Nation>) -> PageView {
    let blocks = page.blocks_for(nation);
    let mut rest = blocks.as_slice();
    let lead = match rest {
        [guidance::Block::Paragraph(words), after @ ..] => {
            rest = after;
            Some(spans(words))
        }
        _ => None,
    };
    PageView {
        id: page.id.clone(),
        title: page.title.clone(),
        hint: page.summary.clone(),
        glyph: Glyph::named(&page.icon).unwrap_or(Glyph::FileText),
        lead,
        blocks: blocks_of(rest.iter().copied(), directory),
        checked: page.checked,
        nations: nations(&page.nations),
        english: page.language != directory.language(),
        source: Some(t!(
            "guidance-source",
            sources = page.sources.join("; "),
            checked = super::wording::date(page.checked),
        )),
    }
}

/// Blocks of the guidance, for the screens.
pub fn blocks_of<'a>(from: impl IntoIterator<Item = &'a guidance::Block>, directory: &Directory) -> Vec<Block> {
    let mut blocks = Vec::new();
    for block in from {
        add(&mut blocks, block, directory);
    }
    blocks
}

fn add(blocks: &mut Vec<Block>, block: &guidance::Block, directory: &Directory) {
    use guidance::Block as From;
    let all = |items: &[Vec<Inline>]| items.iter().map(|item| spans(item)).collect();
    let next = match block {
        From::Heading(words) => Block::Heading(words.clone()),
        From::Paragraph(words) => Block::Paragraph(spans(words)),
        From::List { ordered: true, items } => Block::Steps(all(items)),
        From::List { ordered: false, items } => Block::List(all(items)),
        From::Four(signs) => {
            // The card has a heading of its own: the one that stands before it.
            let title = match blocks.pop() {
                Some(Block::Heading(title)) => title,
                Some(other) => {
                    blocks.push(other);
                    t!("guidance-four").to_owned()
                }
                None => t!("guidance-four").to_owned(),
            };
            let row = |sign: &guidance::Sign| (sign.letter.to_string(), sign.name.clone(), sign.meaning.clone());
            Block::Letters { title, rows: signs.iter().map(row).collect() }
        }
        From::Examples { nations: whose, items } => {
            let point =
                |item: &guidance::Example| (Glyph::named(&item.icon).unwrap_or(Glyph::Check), spans(&item.words));
            Block::Law(nations(whose), items.iter().map(point).collect())
        }
        From::Ticks(points) => {
            Block::Ticks(points.iter().map(|point| (tick_for(point), spans(&point.words))).collect())
        }
        From::Donts(items) => Block::Crosses(all(items)),
        From::Notice(words) => Block::Banner(Glyph::Info, spans(words)),
        From::Comfort(words) => Block::Banner(Glyph::HeartHandshake, spans(words)),
        From::Urgent(words) => Block::Notice(spans(words)),
        From::Attribution(words) => Block::Quote(spans(words)),
        From::SafeFirst => Block::SafeFirst,
        From::OfferToRecord { label } => Block::Record(label.clone()),
        From::Call { number, label } => Block::Call { number: number.shown().to_owned(), label: label.clone() },
        From::Text { number, label } => Block::Text { number: number.shown().to_owned(), label: label.clone() },
        From::Help(ids) => Block::Help(
            ids.iter().filter_map(|id| directory.entry(id)).map(|entry| help_entry(entry, directory)).collect(),
        ),
    };
    blocks.push(next);
}

/// The mark beside a point: a tick for what to do, a cross for what not to do.
fn tick_for(point: &guidance::Point) -> Glyph {
    if point.dont { Glyph::X } else { Glyph::Check }
}

fn spans(words: &[Inline]) -> Vec<Span> {
    let span = |inline: &Inline| match inline {
        Inline::Text(text) => Span::text(text),
        Inline::Strong(text) => Span::strong(text),
        Inline::Link { text, to } => Span::link(
            text,
            match to {
                guidance::LinkTo::Page(id) => LinkTo::Page(id.clone()),
                guidance::LinkTo::Phone(number) => LinkTo::Call(number.shown().to_owned()),
                guidance::LinkTo::Web(url) => LinkTo::Web(url.clone()),
            },
        ),
    };
    words.iter().map(span).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use super::*;
    use crate::ui::first_reading::helpline;
    use crate::ui::reading::Way;

    #[test]
    fn every_page_and_every_entry_of_the_library_reaches_the_screens() {
        let library = Library::built_in().unwrap();
        let reading = reading_of(&library);
        for page in library.pages() {
            assert!(reading.page(&page.id).is_some(), "{} is lost", page.id);
            assert!(Glyph::named(&page.icon).is_some(), "no icon {}", page.icon);
        }
        let shown: usize = reading.help.iter().map(|group| group.entries.len()).sum();
        assert_eq!(shown, library.directory().entries().len());
        for id in [
            crate::ui::first_reading::IS_THIS_STALKING,
            crate::ui::first_reading::TELLING_THE_POLICE,
            crate::ui::first_reading::CANNOT_SPEAK,
            crate::ui::first_reading::TEXT_999,
        ] {
            assert!(reading.page(id).is_some(), "Home leads to {id}, which is not there");
        }
    }

    #[test]
    fn the_numbers_that_home_shows_are_those_of_the_directory() {
        let library = Library::built_in().unwrap();
        let number = |id: &str| library.directory().entry(id).unwrap().number.as_ref().unwrap().shown().to_owned();
        assert_eq!(number("police-101"), crate::ui::first_reading::POLICE);
        assert_eq!(number("national-stalking-helpline"), crate::ui::first_reading::HELPLINE);
        let mut reading = reading_of(&library);
        assert_eq!(helpline(&reading), number("national-stalking-helpline"));
        // A newer directory counts more than what is built in; without it there is still a number.
        for entry in reading.help.iter_mut().flat_map(|group| &mut group.entries) {
            if entry.id == "national-stalking-helpline" {
                entry.way = Way::Call("0808 000 0000".to_owned());
            }
        }
        assert_eq!(helpline(&reading), "0808 000 0000");
        assert_eq!(helpline(&Reading::default()), crate::ui::first_reading::HELPLINE);
    }

    #[test]
    fn the_few_who_are_left_without_the_guidance_are_reached_as_the_directory_says() {
        let library = Library::built_in().unwrap();
        for left in crate::ui::first_reading::first_reading().helpers() {
            let entry = library.directory().entry(&left.id).unwrap_or_else(|| panic!("{} is unknown", left.id));
            let known = help_entry(entry, library.directory());
            assert_eq!((&left.way, &left.nations), (&known.way, &known.nations), "{}", left.id);
        }
    }

    #[test]
    fn the_ways_to_999_that_home_opens_say_the_same_with_the_guidance_and_without() {
        let whole = reading_of(&Library::built_in().unwrap());
        for alone in [cannot_speak(), text_999()] {
            let read = whole.page(&alone.id).unwrap();
            assert_eq!(*read, alone, "the text of the app and the page differ");
            let listed = whole.groups.iter().flat_map(|group| &group.pages).filter(|page| page.id == alone.id);
            assert_eq!(listed.count(), 1);
        }
    }

    #[test]
    fn a_way_to_999_opens_where_its_page_cannot_be_read() {
        use crate::guidance::SourceTexts;
        let built_in = SourceTexts::built_in();
        let ways = [crate::ui::first_reading::CANNOT_SPEAK, crate::ui::first_reading::TEXT_999];
        for lost in [&ways[..1], &ways[1..], &ways[..], &["in-danger-now", ways[0], ways[1]]] {
            let pages: Vec<_> = built_in.pages.iter().copied().filter(|(id, _)| !lost.contains(id)).collect();
            let library = Library::read(SourceTexts { pages: &pages, ..built_in }).unwrap();
            let reading = reading_of(&library);
            for id in ways {
                assert!(reading.page(id).is_some(), "{id} does not open without {lost:?}");
                assert!(page_for(&reading, id, Some(Nation::Wales)).is_some(), "{id} without {lost:?}");
            }
            assert_eq!(reading.groups[0].title, section_title(Section::Danger));
        }
    }

    #[test]
    fn what_a_call_may_cost_is_said_wherever_it_is_not_free_and_never_of_an_emergency() {
        let library = Library::built_in().unwrap();
        let says = |id: &str, words: &str| {
            let entry = help_entry(library.directory().entry(id).unwrap(), library.directory());
            entry.note.iter().any(|said| said.text.contains(words))
        };
        assert!(says("paladin", "A call may cost money.") && says("revenge-porn-helpline", "A call may cost money."));
        assert!(says("police-101", "Your phone company can say what a call costs.") && !says("police-101", "Free"));
        let police = help_entry(library.directory().entry("police-101").unwrap(), library.directory());
        assert!(
            police.note[0]
                .text
                .ends_with("link each report to the ones before. Your phone company can say what a call costs.")
        );
        assert!(says("samaritans", "Free.") && !says("samaritans", "cost"));
        assert!(!says("cyber-helpline", "free"), "where nobody is called nothing is said of it");
        for entry in library.directory().emergency() {
            assert!(!says(&entry.id, "cost"), "{}", entry.id);
        }
        assert!(says("network-for-surviving-stalking", "We found no sign that it is still active."));
    }

    #[test]
    fn what_not_to_do_has_a_cross_beside_it_and_never_a_tick() {
        let is_dont = |words: &str| ["Do not ", "Don’t ", "Never "].iter().any(|start| words.starts_with(start));
        let library = Library::built_in().unwrap();
        let reading = reading_of(&library);
        let pages = reading.groups.iter().flat_map(|group| &group.pages);
        for block in pages.flat_map(|page| &page.blocks) {
            let Block::Ticks(points) = block else { continue };
            for (glyph, words) in points {
                let words: String = words.iter().map(|span| span.text.as_str()).collect();
                assert!(*glyph == Glyph::X || !is_dont(&words), "a tick beside {words:?}");
            }
        }
    }
}
