//! Turns the guidance room's library into what the screens draw. Nothing is added to it and nothing is left out.

use super::components::Glyph;
use super::first_reading::{cannot_speak, text_999};
use super::reading::{
    Block, HelpEntry, HelpGroup, LinkTo, Nation, PageGroup, PageView, Reading, Span, Way, nations_said,
};
use crate::guidance::{
    self, Contact, Directory, Entry, Hours, Inline, Institution, Kind, Library, Nations, Page, Section, State,
};
use std::sync::Arc;

/// The kinds of help in the order in which Help shows them, with their headings. 999 is on every screen already.
const KINDS: [(Kind, &str); 11] = [
    (Kind::Stalking, "Advice on stalking"),
    (Kind::Police, "Police"),
    (Kind::Emergency, "In an emergency"),
    (Kind::DomesticAbuse, "Abuse by a partner, an ex or family"),
    (Kind::Victims, "After a crime"),
    (Kind::Online, "Online"),
    (Kind::Lgbt, "For LGBT+ people"),
    (Kind::Men, "For men"),
    (Kind::Listening, "Somebody to listen"),
    (Kind::Anonymous, "Without giving your name"),
    (Kind::ArticleOnly, "Named elsewhere, not places to call"),
];

/// Everything in the library, for the screens.
pub fn reading_of(library: &Library) -> Reading {
    let groups = library.sections(None).into_iter().map(|(section, pages)| {
        let mut pages: Vec<PageView> =
            pages.into_iter().map(|page| page_view(page, library.directory(), None)).collect();
        if section == Section::Danger {
            pages.extend([cannot_speak(), text_999()]);
        }
        PageGroup { title: section.title().to_owned(), pages }
    });
    Reading { groups: groups.collect(), help: help_of(library.directory()), library: Some(Arc::new(library.clone())) }
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

fn help_of(directory: &Directory) -> Vec<HelpGroup> {
    let group = |(kind, title): (Kind, &str)| HelpGroup {
        title: title.to_owned(),
        entries: directory.entries().iter().filter(|entry| entry.kind == kind).map(help_entry).collect(),
    };
    KINDS.into_iter().map(group).filter(|group| !group.entries.is_empty()).collect()
}

/// An entry of the directory, for the screens.
pub fn help_entry(entry: &Entry) -> HelpEntry {
    let number = entry.number.as_ref().map(|number| Way::Call(number.shown().to_owned()));
    let text = entry.text.as_ref().map(|number| Way::Text(number.shown().to_owned()));
    let web = entry.web.clone().map(Way::Web);
    let state = match entry.state {
        State::Live => None,
        State::NoLongerActive => Some("No longer active"),
        State::Blog => Some("Somebody’s own writing"),
        State::NoPhoneFound => Some("No phone number was found"),
    };
    let free = (entry.free == Some(true)).then_some("Free");
    let hours = entry.hours.as_ref().map(hours_said);
    let parts = [state, Some(entry.short.as_str()), free, hours, entry.note.as_deref()];
    let mut ways = [number, text, web].into_iter().flatten();
    let nations = nations(&entry.nations);
    let facts = [
        Some(("For", entry.who_for.clone())),
        nations_said(&nations).map(|names| ("Where", names)),
        entry.relay.as_ref().map(|number| ("Relay UK", number.shown().to_owned())),
        Some(("Found at", entry.source.clone())),
    ];
    HelpEntry {
        id: entry.id.clone(),
        name: entry.name.clone(),
        way: ways.next().unwrap_or(Way::Nothing),
        more: ways.collect(),
        note: sentences(&parts),
        checked: entry.checked,
        facts: facts.into_iter().flatten().collect(),
        nations,
        words: format!("{} {}", entry.who_for, entry.needs.join(" ")),
    }
}

/// Somebody at an institution, as an entry of its own list.
pub fn contact_entry(contact: &Contact, of: &Institution) -> HelpEntry {
    let number = contact.number.as_ref().map(|number| Way::Call(number.shown().to_owned()));
    let web = contact.web.clone().map(Way::Web);
    let mut ways = [number, web].into_iter().flatten();
    let hours = contact.hours.as_ref().map(hours_said);
    HelpEntry {
        id: format!("{}/{}", of.id, contact.id),
        name: contact.name.clone(),
        way: ways.next().unwrap_or(Way::Nothing),
        more: ways.collect(),
        note: sentences(&[Some(contact.short.as_str()), hours, contact.note.as_deref()]),
        checked: of.checked,
        facts: vec![("From", of.name.clone()), ("Found at", of.source.clone())],
        nations: nations(&of.nations),
        words: of.name.clone(),
    }
}

fn hours_said(hours: &Hours) -> &str {
    match hours {
        Hours::AllDay => "Day and night",
        Hours::SeeWebsite => "See the website for today’s hours",
        Hours::Said(words) => words,
    }
}

/// Puts parts one after another as sentences.
fn sentences(parts: &[Option<&str>]) -> String {
    let full = |part: &str| if part.ends_with(['.', '?']) { part.to_owned() } else { format!("{part}.") };
    let parts: Vec<String> = parts.iter().flatten().filter(|part| !part.is_empty()).map(|part| full(part)).collect();
    parts.join(" ")
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
        source: Some(format!("Source: {}. Checked {}.", page.sources.join("; "), page.checked.strftime("%-d %B %Y"))),
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
                    "Four warning signs".to_owned()
                }
                None => "Four warning signs".to_owned(),
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
        From::Help(ids) => Block::Help(ids.iter().filter_map(|id| directory.entry(id)).map(help_entry).collect()),
    };
    blocks.push(next);
}

/// The mark beside a point: a tick for what to do, a cross for what not to do.
fn tick_for(point: &guidance::Point) -> Glyph {
    if point.dont { Glyph::X } else { Glyph::Check }
}

/// Whether a point says what not to do.
pub fn is_dont(words: &str) -> bool {
    ["Do not ", "Don’t ", "Don't ", "Never "].iter().any(|start| words.starts_with(start))
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

/// Where the source does not say, it may be anywhere.
fn nations(from: &Nations) -> Vec<Nation> {
    Nation::ALL.into_iter().filter(|nation| from.may_include(*nation)).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use super::*;

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
        for number in [crate::ui::first_reading::POLICE, crate::ui::first_reading::HELPLINE] {
            assert!(library.directory().knows_number(&number.replace(' ', "")), "{number}");
        }
    }

    #[test]
    fn what_not_to_do_has_a_cross_beside_it_and_never_a_tick() {
        assert!(is_dont("Do not reply.") && is_dont("Never meet them alone."));
        assert!(!is_dont("Keep it. Do not throw it away."));
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
