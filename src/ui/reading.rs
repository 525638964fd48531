//! What there is to read, as the screens want it: pages of guidance, and the directory of help. The session fills it from
//! the guidance room; nothing here reads a file.

use super::components::Glyph;
use super::english::Said;
use super::wording::listed;
pub use crate::guidance::Nation;
use crate::guidance::{Library, is_old};
use crate::t;
use jiff::civil::Date;
use std::sync::Arc;

/// Everything to read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The list of guidance, in groups.
    pub groups: Vec<PageGroup>,
    /// The directory, in groups.
    pub help: Vec<HelpGroup>,
    /// What all of it was made from, for the search and the questions. Without it there is only what stands above.
    pub library: Option<Arc<Library>>,
}

impl Reading {
    /// The page of this name.
    pub fn page(&self, id: &str) -> Option<&PageView> {
        self.groups.iter().flat_map(|group| &group.pages).find(|page| page.id == id)
    }

    /// Everybody in the directory, in its order.
    pub fn helpers(&self) -> impl Iterator<Item = &HelpEntry> {
        self.help.iter().flat_map(|group| &group.entries)
    }

    /// The telephone number that the directory has under this id, as it is written.
    pub fn number_of(&self, id: &str) -> Option<&str> {
        let entry = self.helpers().find(|entry| entry.id == id)?;
        std::iter::once(&entry.way).chain(&entry.more).find_map(|way| match way {
            Way::Call(number) => Some(number.as_str()),
            _ => None,
        })
    }
}

impl Reading {
    /// Whether nobody has checked this telephone number for more than a year, as far as it is in the directory.
    pub fn is_old_number(&self, number: &str, today: Date) -> bool {
        let has = |entry: &&HelpEntry| {
            let mut ways = std::iter::once(&entry.way).chain(&entry.more);
            ways.any(|way| matches!(way, Way::Call(own) if own == number))
        };
        self.helpers().filter(has).map(|entry| entry.checked).max().is_some_and(|checked| is_old(checked, today))
    }
}

/// Some pages under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct PageGroup {
    /// The heading.
    pub title: String,
    /// The pages, in order.
    pub pages: Vec<PageView>,
}

/// One page.
#[derive(Clone, Debug, PartialEq)]
pub struct PageView {
    /// Its name in the app, as [`Route::Page`](super::route::Route::Page) takes it.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The second line of its row in a list.
    pub hint: String,
    /// The icon of its row.
    pub glyph: Glyph,
    /// The first sentences, under the title.
    pub lead: Option<Vec<Span>>,
    /// What it is made of.
    pub blocks: Vec<Block>,
    /// Where it is from, and when it was checked.
    pub source: Option<String>,
    /// When it was last checked.
    pub checked: Date,
    /// Where it holds.
    pub nations: Vec<Nation>,
    /// Whether it is English while another language is spoken.
    pub english: bool,
}

impl PageView {
    /// Whether it holds for this nation; everything does while none is chosen.
    pub fn is_for(&self, nation: Option<Nation>) -> bool {
        is_for(&self.nations, nation)
    }
}

/// Whether something that holds for these is for this nation; everything is while none is chosen.
pub fn is_for(nations: &[Nation], nation: Option<Nation>) -> bool {
    nation.is_none_or(|nation| nations.contains(&nation))
}

/// "England and Wales", or nothing where it is the whole of the UK.
pub fn nations_said(nations: &[Nation]) -> Option<String> {
    match nations {
        [] => None,
        all if all.len() == Nation::ALL.len() => None,
        [one] => Some(nation_name(*one).to_owned()),
        [first @ .., last] => {
            let list = listed(first.iter().map(|nation| nation_name(*nation).to_owned())).unwrap_or_default();
            Some(t!("guidance-list-last", list = list, last = nation_name(*last)))
        }
    }
}

/// A nation's name, in the language of the screen.
pub fn nation_name(nation: Nation) -> &'static str {
    match nation {
        Nation::England => t!("guidance-nation-england"),
        Nation::Wales => t!("guidance-nation-wales"),
        Nation::Scotland => t!("guidance-nation-scotland"),
        Nation::NorthernIreland => t!("guidance-nation-northern-ireland"),
    }
}

/// A run of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The words.
    pub text: String,
    /// Whether they stand out.
    pub strong: bool,
    /// Where they lead, if anywhere.
    pub to: Option<LinkTo>,
}

impl Span {
    /// Ordinary words.
    pub fn text(text: &str) -> Self {
        Self { text: text.to_owned(), strong: false, to: None }
    }

    /// Words that stand out.
    pub fn strong(text: &str) -> Self {
        Self { strong: true, ..Self::text(text) }
    }

    /// Words that lead somewhere.
    pub fn link(text: &str, to: LinkTo) -> Self {
        Self { to: Some(to), ..Self::text(text) }
    }
}

/// Where words lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTo {
    /// To another page of the app, by its name.
    Page(String),
    /// To the dialer, with this number in it.
    Call(String),
    /// To a web page in the browser.
    Web(String),
}

/// A paragraph of ordinary words.
pub fn plain(text: &str) -> Vec<Span> {
    vec![Span::text(text)]
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// A quiet line that belongs to what stands before it.
    Hint(String),
    /// Points in no order.
    List(Vec<Vec<Span>>),
    /// Steps, one after another.
    Steps(Vec<Vec<Span>>),
    /// Letters with a word and a line each, on a card: the four warning signs.
    Letters {
        /// The card's heading.
        title: String,
        /// Letter, word, line.
        rows: Vec<(String, String, String)>,
    },
    /// Examples from the law of these nations, with an icon each. It is always said whose law it is.
    Law(Vec<Nation>, Vec<(Glyph, Vec<Span>)>),
    /// Points with an icon each.
    Ticks(Vec<(Glyph, Vec<Span>)>),
    /// Points that say what not to do or what something cannot do.
    Crosses(Vec<Vec<Span>>),
    /// Think before you go on.
    Notice(Vec<Span>),
    /// A few words on the accent.
    Banner(Glyph, Vec<Span>),
    /// Somebody else's words or view, and whose they are.
    Quote(Vec<Span>),
    /// "Get safe first. You can write this later."
    SafeFirst,
    /// An offer to record, with "Get safe first" above it. It opens the journal.
    Record(String),
    /// Entries of the directory, as they are in Help.
    Help(Vec<HelpEntry>),
    /// A button that opens the dialer. 999 is red.
    Call {
        /// The number as it is written.
        number: String,
        /// The words on the button.
        label: String,
    },
    /// A button that opens the messages, with nothing written.
    Text {
        /// The number as it is written.
        number: String,
        /// The words on the button.
        label: String,
    },
    /// A row that opens another page of the app.
    Page {
        /// Its name.
        id: String,
        /// The words on the row.
        label: String,
    },
    /// A row that opens a web page in the browser.
    Link {
        /// The address.
        url: String,
        /// The words on the row.
        label: String,
    },
}

/// Some of the directory under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct HelpGroup {
    /// The heading.
    pub title: String,
    /// Who is in it, in order.
    pub entries: Vec<HelpEntry>,
}

/// Somebody who helps.
#[derive(Clone, Debug, PartialEq)]
pub struct HelpEntry {
    /// Its name in links and keys.
    pub id: String,
    /// Who.
    pub name: String,
    /// How to reach them.
    pub way: Way,
    /// Other ways to reach them.
    pub more: Vec<Way>,
    /// What they do, for whom, when.
    pub note: Vec<Said>,
    /// When this was last checked.
    pub checked: Date,
    /// More to know, name and value: whom it is for, Relay UK, where it was found.
    pub facts: Vec<(&'static str, Said)>,
    /// Where they help.
    pub nations: Vec<Nation>,
    /// Further words that a search should find.
    pub words: String,
    /// Whether the name is English while another language is spoken.
    pub english: bool,
}

/// How somebody is reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// By telephone: the number as it is written.
    Call(String),
    /// By text message: the number as it is written.
    Text(String),
    /// On the web: the whole address.
    Web(String),
    /// By email: the address, to be copied.
    Email(String),
    /// Not at all, as far as is known.
    Nothing,
}
