//! Turns the guidance room's library into what the screens draw. Nothing is added to it and nothing is left out.

use super::components::Glyph;
use super::first_reading::{cannot_speak, text_999};
use super::reading::{Block, HelpEntry, HelpGroup, LinkTo, Nation, PageGroup, PageView, Reading, Span, Way};
use crate::guidance::{self, Directory, Entry, Hours, Inline, Kind, Library, Nations, Page, State};
use jiff::civil::Date;

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

/// The page that comes before the short ones about 999.
const IN_DANGER: &str = "in-danger-now";
/// The sentence that has a picture of its own.
const NOT_TO_BLAME: &str = "You are not to blame.";

/// Everything in the library, for the screens.
pub fn reading_of(library: &Library) -> Reading {
    let view = |page: &Page| page_view(page, library.directory());
    let danger = library.page(IN_DANGER).map(view);
    let others = library.pages().iter().filter(|page| page.id != IN_DANGER).map(view);
    Reading {
        groups: vec![
            PageGroup {
                title: "In danger".into(),
                pages: danger.into_iter().chain([cannot_speak(), text_999()]).collect(),
            },
            PageGroup { title: "To read".into(), pages: others.collect() },
        ],
        help: help_of(library.directory()),
    }
}

fn help_of(directory: &Directory) -> Vec<HelpGroup> {
    let group = |(kind, title): (Kind, &str)| HelpGroup {
        title: title.to_owned(),
        entries: directory.entries().iter().filter(|entry| entry.kind == kind).map(help_entry).collect(),
    };
    KINDS.into_iter().map(group).filter(|group| !group.entries.is_empty()).collect()
}

fn help_entry(entry: &Entry) -> HelpEntry {
    let number = entry.number.as_ref().map(|number| Way::Call(number.shown().to_owned()));
    let text = entry.text.as_ref().map(|number| Way::Text(number.shown().to_owned()));
    let web = entry.web.clone().map(Way::Web);
    let hours = match &entry.hours {
        Some(Hours::AllDay) => Some("Day and night"),
        Some(Hours::SeeWebsite) => Some("See the website for today’s hours"),
        Some(Hours::Said(words)) => Some(words.as_str()),
        None => None,
    };
    let state = match entry.state {
        State::Live => None,
        State::NoLongerActive => Some("No longer active"),
        State::Blog => Some("Somebody’s own writing"),
        State::NoPhoneFound => Some("No phone number was found"),
    };
    let free = (entry.free == Some(true)).then_some("Free");
    let parts = [state, Some(entry.short.as_str()), free, hours, entry.note.as_deref()];
    let mut ways = [number, text, web].into_iter().flatten();
    HelpEntry {
        name: entry.name.clone(),
        way: ways.next().unwrap_or(Way::Nothing),
        more: ways.collect(),
        note: sentences(&parts),
        checked: short_date(entry.checked),
        nations: nations(&entry.nations),
        words: format!("{} {}", entry.who_for, entry.needs.join(" ")),
    }
}

/// Puts parts one after another as sentences.
fn sentences(parts: &[Option<&str>]) -> String {
    let full = |part: &str| if part.ends_with(['.', '?']) { part.to_owned() } else { format!("{part}.") };
    let parts: Vec<String> = parts.iter().flatten().filter(|part| !part.is_empty()).map(|part| full(part)).collect();
    parts.join(" ")
}

fn page_view(page: &Page, directory: &Directory) -> PageView {
    let mut rest = page.blocks.as_slice();
    let lead = match rest {
        [guidance::Block::Paragraph(words), after @ ..] => {
            rest = after;
            Some(spans(words))
        }
        _ => None,
    };
    let mut blocks = Vec::new();
    for block in rest {
        add(&mut blocks, block, directory);
    }
    PageView {
        id: page.id.clone(),
        title: page.title.clone(),
        hint: page.summary.clone(),
        glyph: Glyph::named(&page.icon).unwrap_or(Glyph::FileText),
        lead,
        blocks,
        source: Some(format!("Source: {}. Checked {}.", page.sources.join("; "), page.checked.strftime("%-d %B %Y"))),
    }
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
        From::Examples { nations, items } => {
            let names: Vec<&str> = nations.as_slice().iter().map(|nation| nation.name()).collect();
            blocks.push(Block::Hint(format!("In the law of {}", names.join(" and "))));
            let point =
                |item: &guidance::Example| (Glyph::named(&item.icon).unwrap_or(Glyph::Check), spans(&item.words));
            Block::Ticks(items.iter().map(point).collect())
        }
        From::Ticks(items) => Block::Ticks(items.iter().map(|item| (Glyph::Check, spans(item))).collect()),
        From::Donts(items) => Block::Crosses(all(items)),
        From::Notice(words) => {
            let blame = guidance::words_of(words) == NOT_TO_BLAME;
            Block::Banner(if blame { Glyph::HeartHandshake } else { Glyph::Info }, spans(words))
        }
        From::Urgent(words) => Block::Notice(spans(words)),
        From::Attribution(words) => Block::Quote(spans(words)),
        From::SafeFirst => Block::SafeFirst,
        From::OfferToRecord { label } => Block::Record(label.clone()),
        From::Help(ids) => Block::Help(ids.iter().filter_map(|id| directory.entry(id)).map(help_entry).collect()),
    };
    blocks.push(next);
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
    let pairs = [
        (guidance::Nation::England, Nation::England),
        (guidance::Nation::Wales, Nation::Wales),
        (guidance::Nation::Scotland, Nation::Scotland),
        (guidance::Nation::NorthernIreland, Nation::NorthernIreland),
    ];
    pairs.into_iter().filter(|(nation, _)| from.may_include(*nation)).map(|(_, nation)| nation).collect()
}

fn short_date(date: Date) -> String {
    date.strftime("%-d %b %Y").to_string()
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
}
