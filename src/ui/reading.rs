//! What there is to read, as the screens want it: pages of guidance, and the directory of help. The session fills it from
//! the guidance room; nothing here reads a file.

use super::components::Glyph;

/// Everything to read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The list of guidance, in groups.
    pub groups: Vec<PageGroup>,
    /// The directory, in groups.
    pub help: Vec<HelpGroup>,
}

impl Reading {
    /// The page of this name.
    pub fn page(&self, id: &str) -> Option<&PageView> {
        self.groups.iter().flat_map(|group| &group.pages).find(|page| page.id == id)
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
    /// Who.
    pub name: String,
    /// How to reach them.
    pub way: Way,
    /// Other ways to reach them.
    pub more: Vec<Way>,
    /// What they do, for whom, when.
    pub note: String,
    /// When this was last checked, for reading: "23 Nov 2026".
    pub checked: String,
    /// Where they help.
    pub nations: Vec<Nation>,
    /// Further words that a search should find.
    pub words: String,
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
    /// Not at all, as far as is known.
    Nothing,
}

/// The nations of the UK, each with its own law and its own helplines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nation {
    /// England.
    England,
    /// Wales.
    Wales,
    /// Scotland.
    Scotland,
    /// Northern Ireland.
    NorthernIreland,
}

impl Nation {
    /// All four.
    pub const ALL: [Self; 4] = [Self::England, Self::Wales, Self::Scotland, Self::NorthernIreland];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::England => "England",
            Self::Wales => "Wales",
            Self::Scotland => "Scotland",
            Self::NorthernIreland => "Northern Ireland",
        }
    }
}
