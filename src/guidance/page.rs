//! A page of guidance, typed: nothing is left that a screen would have to guess.

use super::{Nation, Nations, PhoneNumber};
use jiff::civil::Date;
use serde::Deserialize;

/// Stands above every offer to record, word for word.
pub const GET_SAFE_FIRST: &str = "Get safe first. You can write this later.";

/// One page of guidance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The file's name without its ending; links use it (`page:reporting`).
    pub id: String,
    /// The language that it is written in, as a tag (BCP 47).
    pub language: String,
    /// The heading of the page.
    pub title: String,
    /// One line for a list of pages. The first paragraph of `blocks` is the page's own lead.
    pub summary: String,
    /// The name of a lucide icon, in kebab-case.
    pub icon: String,
    /// Which part of the list it stands in.
    pub section: Section,
    /// Smaller comes first in a list.
    pub order: u16,
    /// Where the page holds; never empty.
    pub nations: Nations,
    /// When somebody last compared the page with its sources.
    pub checked: Date,
    /// Where the statements come from; never empty.
    pub sources: Vec<String>,
    /// More words for searching, in the language of the page. They are shown nowhere.
    pub found_by: Vec<String>,
    /// The text, in order.
    pub blocks: Vec<Block>,
    /// Stretches of `blocks`, from their headings on, that hold only for some nations. [`Page::blocks_for`] heeds them.
    pub(super) only: Vec<Only>,
}

/// Blocks `from` up to, not including, `to` hold only in `nations`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Only {
    pub from: usize,
    pub to: usize,
    pub nations: Nations,
}

/// The parts of the list of pages, in the order to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Section {
    /// What to do now.
    Danger,
    /// What it is.
    Understand,
    /// Whom to tell, and what to keep.
    Tell,
    /// What may make days safer.
    Safer,
    /// The law, orders and rights.
    Law,
    /// Looking after herself and others, and who helps.
    Care,
}

impl Section {
    /// All, in the order to show.
    pub const ALL: [Self; 6] = [Self::Danger, Self::Understand, Self::Tell, Self::Safer, Self::Law, Self::Care];
}

/// One piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading of the second level: the page's title is the first.
    Heading(String),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List {
        /// True where the order of the items matters: show numbers.
        ordered: bool,
        /// The items, in order.
        items: Vec<Vec<Inline>>,
    },
    /// The four warning signs: Fixated, Obsessive, Unwanted, Repeated.
    Four([Sign; 4]),
    /// Examples that one law gives. Show whose law it is, always.
    Examples {
        /// Where that law holds.
        nations: Nations,
        /// In the law's order.
        items: Vec<Example>,
    },
    /// Things to do or keep: shown with ticks, and a cross where one says what not to do.
    Ticks(Vec<Point>),
    /// Things not to do, or not to rely on: shown with a shape as well as a colour.
    Donts(Vec<Vec<Inline>>),
    /// A soft notice in the accent colour.
    Notice(Vec<Inline>),
    /// A few kind words, with a picture of their own.
    Comfort(Vec<Inline>),
    /// A notice in amber that leads to 999.
    Urgent(Vec<Inline>),
    /// Somebody else's words or view, and whose they are.
    Attribution(Vec<Inline>),
    /// [`GET_SAFE_FIRST`] on its own.
    SafeFirst,
    /// An offer to record. [`GET_SAFE_FIRST`] stands above it, always.
    OfferToRecord {
        /// The words on the button.
        label: String,
    },
    /// Entries of the directory, by id, shown as they are in Help.
    Help(Vec<String>),
    /// A button that opens the dialler with this number in it. 999 is red.
    Call {
        /// The number.
        number: PhoneNumber,
        /// The words on the button.
        label: String,
    },
    /// A button that opens the messages with this number, and nothing written.
    Text {
        /// The number.
        number: PhoneNumber,
        /// The words on the button.
        label: String,
    },
}

/// One of the four warning signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sign {
    /// The sign's first letter.
    pub letter: char,
    /// The sign's name.
    pub name: String,
    /// What it means, in a few words.
    pub meaning: String,
}

/// One example that a law gives of what stalking can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The paragraph of the law's own list, `a` to `g` in section 2A(3).
    pub letter: char,
    /// The name of a lucide icon, in kebab-case.
    pub icon: String,
    /// The example in plain words.
    pub words: Vec<Inline>,
}

/// One of the things to do or keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// True if it says what not to do: a tick beside "Do not" reads as a yes.
    pub dont: bool,
    /// The words.
    pub words: Vec<Inline>,
}

/// A run of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Plain words.
    Text(String),
    /// Words that matter most.
    Strong(String),
    /// Words that lead somewhere.
    Link {
        /// The words.
        text: String,
        /// Where they lead.
        to: LinkTo,
    },
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkTo {
    /// Another page, by its id.
    Page(String),
    /// The dialler, with this number in it. The person presses call.
    Phone(PhoneNumber),
    /// A page on the web (`https` only). It leaves the app: say so before.
    Web(String),
}

impl Inline {
    /// Where the words lead, as it is written in `content/`.
    pub(super) fn address(&self) -> Option<String> {
        let Self::Link { to, .. } = self else { return None };
        Some(match to {
            LinkTo::Page(id) => format!("page:{id}"),
            LinkTo::Phone(number) => format!("tel:{}", number.dial()),
            LinkTo::Web(address) => address.clone(),
        })
    }
}

impl Page {
    /// All words of the page, a block a line, as they are read: for search and for tests.
    #[must_use]
    pub fn plain_text(&self) -> String {
        let lines: Vec<String> = self.blocks.iter().map(Block::plain_text).collect();
        lines.join("\n")
    }

    /// The blocks to show to somebody in `nation`, in order: without what holds only elsewhere. Where no nation was
    /// chosen, all of them; each law's part has its nation in its heading.
    #[must_use]
    pub fn blocks_for(&self, nation: Option<Nation>) -> Vec<&Block> {
        let elsewhere = |place: usize| {
            nation.is_some_and(|nation| {
                self.only.iter().any(|part| (part.from..part.to).contains(&place) && !part.nations.may_include(nation))
            })
        };
        self.blocks.iter().enumerate().filter(|(place, _)| !elsewhere(*place)).map(|(_, block)| block).collect()
    }

    /// True when the page was last checked more than a year before `today`: the screen then says so.
    #[must_use]
    pub fn is_old(&self, today: Date) -> bool {
        is_old(self.checked, today)
    }
}

impl Block {
    /// The words of the block. Ids of directory entries are not words.
    #[must_use]
    pub fn plain_text(&self) -> String {
        let lines = |items: &[Vec<Inline>]| {
            let lines: Vec<String> = items.iter().map(|item| words_of(item)).collect();
            lines.join("\n")
        };
        match self {
            Self::Heading(words) => words.clone(),
            Self::Paragraph(words)
            | Self::Notice(words)
            | Self::Comfort(words)
            | Self::Urgent(words)
            | Self::Attribution(words) => words_of(words),
            Self::List { items, .. } | Self::Donts(items) => lines(items),
            Self::Ticks(points) => {
                let lines: Vec<String> = points.iter().map(|point| words_of(&point.words)).collect();
                lines.join("\n")
            }
            Self::Four(signs) => {
                let lines: Vec<String> = signs.iter().map(|sign| format!("{}: {}", sign.name, sign.meaning)).collect();
                lines.join("\n")
            }
            Self::Examples { items, .. } => {
                let lines: Vec<String> = items.iter().map(|item| words_of(&item.words)).collect();
                lines.join("\n")
            }
            Self::SafeFirst => GET_SAFE_FIRST.to_owned(),
            Self::OfferToRecord { label } => format!("{GET_SAFE_FIRST}\n{label}"),
            Self::Call { label, .. } | Self::Text { label, .. } => label.clone(),
            Self::Help(_) => String::new(),
        }
    }

    /// Every run of words in the block, in order.
    pub fn inlines(&self) -> impl Iterator<Item = &Inline> {
        let runs: Vec<&Inline> = match self {
            Self::Paragraph(words)
            | Self::Notice(words)
            | Self::Comfort(words)
            | Self::Urgent(words)
            | Self::Attribution(words) => words.iter().collect(),
            Self::List { items, .. } | Self::Donts(items) => items.iter().flatten().collect(),
            Self::Ticks(points) => points.iter().flat_map(|point| &point.words).collect(),
            Self::Examples { items, .. } => items.iter().flat_map(|item| &item.words).collect(),
            Self::Heading(_)
            | Self::Four(_)
            | Self::SafeFirst
            | Self::OfferToRecord { .. }
            | Self::Call { .. }
            | Self::Text { .. }
            | Self::Help(_) => Vec::new(),
        };
        runs.into_iter()
    }
}

/// The words of some runs, without their form.
#[must_use]
pub fn words_of(runs: &[Inline]) -> String {
    runs.iter()
        .map(|run| match run {
            Inline::Text(text) | Inline::Strong(text) | Inline::Link { text, .. } => text.as_str(),
        })
        .collect()
}

/// True when `checked` lies more than a year before `today`. A check dated in the future is not old.
#[must_use]
pub fn is_old(checked: Date, today: Date) -> bool {
    checked.checked_add(jiff::Span::new().years(1)).is_ok_and(|a_year_on| today > a_year_on)
}
