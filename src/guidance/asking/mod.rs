//! "Is this stalking?", asked gently: she ticks what has happened, and is answered in words.
//!
//! The answer is a pure function of the ticks and of the nation. It counts nothing and judges nothing: it says which of
//! a law's examples a thing resembles, and what could be done today. What calls for help now brings 999 and the
//! helpline before everything else. Nothing is kept here; [`Asking::beginning`] is what a record may begin with, if she
//! asks for that.
//!
//! ```
//! use steadfast::guidance::{Library, Nation};
//!
//! let library = Library::built_in()?;
//! if let Some(asking) = library.asking() {
//!     let ticked = ["followed", "repeated"].map(str::to_owned).into();
//!     let answer = asking.answer(&ticked, Some(Nation::Wales));
//!     assert!(!answer.call_first && !answer.blocks.is_empty());
//! }
//! # Ok::<(), steadfast::guidance::GuidanceError>(())
//! ```

mod bare;
mod read;

use super::{Block, Inline, Nation, Nations, Point, is_old};
use crate::domain::{Effect, Kind};
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeSet;

/// What stands in the texts where something is put in.
const SIGNS: &str = "{signs}";
const EXAMPLE: &str = "{example}";
/// What ends a sentence, in the scripts that the app may be written in.
const SENTENCE_ENDS: [char; 5] = ['.', '\u{6d4}', '\u{964}', '\u{3002}', '\u{1362}'];

/// The questions, and what can be answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asking {
    /// The language that it is written in, as a tag (BCP 47).
    pub language: String,
    /// Stands above the questions.
    pub lead: String,
    /// What may have happened, in groups, in the order to ask.
    pub groups: Vec<Group>,
    /// How it has changed her days: one more group, asked last.
    pub changes: Group,
    /// The words on the button that begins a record. [`super::GET_SAFE_FIRST`] stands above it.
    pub offer: String,
    /// Where the statements come from; never empty.
    pub sources: Vec<String>,
    /// When they were last compared with their sources.
    pub checked: Date,
    call_now: CallNow,
    nothing_ticked: Vec<Inline>,
    thanks: Vec<Inline>,
    no_nation: Vec<Inline>,
    signs: String,
    example: String,
    comfort: String,
    changes_matter: String,
    headings: Headings,
    closing: Vec<Inline>,
    laws: Vec<Law>,
    today: Vec<Today>,
    help: Vec<Helper>,
}

/// Some things that may have happened, under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its name in tests and keys.
    pub id: String,
    /// The heading.
    pub title: String,
    /// What can be ticked.
    pub things: Vec<Thing>,
}

/// One thing that can be ticked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    /// Its name: what [`Asking::answer`] is given.
    pub id: String,
    /// Her words: "They follow me".
    pub words: String,
    /// A threat, a weapon, a break-in, choking, a suicide threat or a broken order: 999 first, at once, without
    /// waiting until the other questions are answered.
    pub call_now: bool,
    sign: Option<String>,
    like: Vec<String>,
    kinds: Vec<Kind>,
    effects: Vec<Effect>,
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// True if something ticked needs help now: the first blocks are 999 and the helpline, and no offer to record
    /// comes before them.
    pub call_first: bool,
    /// The answer, in the order to show, in the form of a page.
    pub blocks: Vec<Block>,
    /// Which things resemble which of the law's examples; empty without a nation. It stands in `blocks` too.
    pub resembles: Vec<Resembles>,
}

/// A thing that was ticked, and an example that a law gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resembles {
    /// Her words.
    pub thing: String,
    /// The law's example, in plain words.
    pub example: String,
}

/// What a record may begin with, if she asks for it: her own ticks and nothing else.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Beginning {
    /// Her ticks as sentences, a line each.
    pub text: String,
    /// The kinds of what happened.
    pub kinds: Vec<Kind>,
    /// What it changed.
    pub effects: Vec<Effect>,
}

/// Above the parts of an answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Headings {
    like: String,
    today: String,
    help: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct CallNow {
    words: Vec<Inline>,
    help: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Law {
    nations: Nations,
    intro: Vec<Inline>,
    none_like: Vec<Inline>,
    changed: Vec<Inline>,
    more: Vec<Inline>,
    examples: Vec<LawExample>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct LawExample {
    id: String,
    words: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Today {
    words: Vec<Inline>,
    dont: bool,
    when: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Helper {
    entry: String,
    nations: Nations,
    when: Vec<String>,
}

impl Asking {
    /// Reads the questions from the text of `is-this-stalking.toml`, written in the language of this tag.
    ///
    /// # Errors
    /// Says what has no form, what is there twice, and what points nowhere.
    pub fn read(language: &str, text: &str) -> Result<Self, String> {
        read::read(language, text)
    }

    /// Every thing that can be ticked, what has changed last.
    pub fn things(&self) -> impl Iterator<Item = &Thing> {
        self.groups.iter().chain([&self.changes]).flat_map(|group| &group.things)
    }

    /// True as soon as something ticked needs help now: show 999 at once.
    #[must_use]
    pub fn needs_help_now(&self, ticked: &BTreeSet<String>) -> bool {
        self.ticked(ticked).any(|thing| thing.call_now)
    }

    /// What to say to these ticks. Without a nation no law's examples are shown. Unknown ids are passed over.
    #[must_use]
    pub fn answer(&self, ticked: &BTreeSet<String>, nation: Option<Nation>) -> Answer {
        let any = self.ticked(ticked).next().is_some();
        let call_first = self.needs_help_now(ticked);
        let mut blocks = Vec::new();
        if call_first {
            blocks.push(Block::Urgent(self.call_now.words.clone()));
            blocks.push(Block::Help(self.call_now.help.clone()));
        }
        blocks.push(Block::Paragraph(if any { self.thanks.clone() } else { self.nothing_ticked.clone() }));
        blocks.push(Block::Comfort(vec![text(&self.comfort)]));
        let law = nation.and_then(|nation| self.laws.iter().find(|law| law.nations.may_include(nation)));
        let mut resembles = Vec::new();
        if any {
            resembles = law.map(|law| self.resembling(ticked, law)).unwrap_or_default();
            self.say_what_it_is_like(&mut blocks, ticked, law, &resembles);
            self.say_what_changed(&mut blocks, ticked, law);
        }
        blocks.push(heading(&self.headings.today));
        let today = self.today.iter().filter(|one| said(&one.when, ticked));
        blocks.push(Block::Ticks(today.map(Today::point).collect()));
        blocks.push(heading(&self.headings.help));
        let helps =
            |one: &&Helper| said(&one.when, ticked) && nation.is_none_or(|nation| one.nations.may_include(nation));
        blocks.push(Block::Help(self.help.iter().filter(helps).map(|one| one.entry.clone()).collect()));
        Answer { call_first, blocks, resembles }
    }

    /// What a record begins with, if she asks for it. Nothing is kept by asking for this.
    #[must_use]
    pub fn beginning(&self, ticked: &BTreeSet<String>) -> Beginning {
        let mut beginning = Beginning::default();
        for thing in self.ticked(ticked) {
            if !beginning.text.is_empty() {
                beginning.text.push('\n');
            }
            beginning.text.push_str(&thing.words);
            beginning.text.push('.');
            beginning.kinds.extend(&thing.kinds);
            beginning.effects.extend(&thing.effects);
        }
        once(&mut beginning.kinds);
        once(&mut beginning.effects);
        beginning
    }

    /// True when it was last checked more than a year before `today`: the screen then says so.
    #[must_use]
    pub fn is_old(&self, today: Date) -> bool {
        is_old(self.checked, today)
    }

    /// Every word that can be asked or answered, a piece a line: for checks.
    #[must_use]
    pub fn plain_text(&self) -> String {
        let mut lines = self.lines();
        lines.retain(|line| !line.is_empty());
        lines.join("\n")
    }

    /// The same, a line each: as many, and in the same order, as in any other language that has the same questions.
    pub(super) fn lines(&self) -> Vec<String> {
        let headings = [&self.headings.like, &self.headings.today, &self.headings.help];
        let said = [&self.lead, &self.offer, &self.changes.title, &self.comfort, &self.changes_matter];
        let mut lines: Vec<String> = said.into_iter().chain(headings).cloned().collect();
        lines.extend([self.signs.replace(SIGNS, ""), self.example.replace(EXAMPLE, "")]);
        lines.extend(self.groups.iter().map(|group| group.title.clone()));
        lines.extend(self.things().flat_map(|thing| [Some(&thing.words), thing.sign.as_ref()]).flatten().cloned());
        lines.extend(self.laws.iter().flat_map(|law| &law.examples).map(|example| example.words.clone()));
        lines.extend(self.runs().map(super::words_of));
        lines
    }

    /// What could be done today, whatever was ticked.
    pub(super) fn points(&self) -> impl Iterator<Item = Point> {
        self.today.iter().map(Today::point)
    }

    /// Every run of words that can hold a link.
    pub(super) fn runs(&self) -> impl Iterator<Item = &[Inline]> {
        let fixed = [&self.call_now.words, &self.nothing_ticked, &self.thanks, &self.no_nation, &self.closing];
        let laws = self.laws.iter().flat_map(|law| [&law.intro, &law.none_like, &law.changed, &law.more]);
        fixed.into_iter().chain(laws).chain(self.today.iter().map(|one| &one.words)).map(Vec::as_slice)
    }

    /// Every entry of the directory that can be shown.
    pub(super) fn entries(&self) -> impl Iterator<Item = &str> {
        self.call_now.help.iter().chain(self.help.iter().map(|one| &one.entry)).map(String::as_str)
    }

    fn ticked<'a>(&'a self, ticked: &'a BTreeSet<String>) -> impl Iterator<Item = &'a Thing> {
        self.things().filter(|thing| ticked.contains(&thing.id))
    }

    fn resembling(&self, ticked: &BTreeSet<String>, law: &Law) -> Vec<Resembles> {
        let mut found = Vec::new();
        for thing in self.ticked(ticked) {
            for example in law.examples.iter().filter(|example| thing.like.contains(&example.id)) {
                found.push(Resembles { thing: thing.words.clone(), example: example.words.clone() });
            }
        }
        found
    }

    fn say_what_it_is_like(
        &self,
        blocks: &mut Vec<Block>,
        ticked: &BTreeSet<String>,
        law: Option<&Law>,
        resembles: &[Resembles],
    ) {
        blocks.push(heading(&self.headings.like));
        let signs: Vec<&str> = self.ticked(ticked).filter_map(|thing| thing.sign.as_deref()).collect();
        if !signs.is_empty() {
            blocks.push(Block::Paragraph(vec![text(&self.signs.replace(SIGNS, &signs.join(", ")))]));
        } else if law.is_none()
            && let Some(four) = self.four()
        {
            blocks.push(Block::Paragraph(vec![text(four)]));
        }
        let Some(law) = law else {
            blocks.push(Block::Paragraph(self.no_nation.clone()));
            return;
        };
        if resembles.is_empty() {
            blocks.push(Block::Paragraph(law.none_like.clone()));
        } else {
            blocks.push(Block::Paragraph(law.intro.clone()));
            let row = |one: &Resembles| {
                let like = self.example.replace(EXAMPLE, &one.example);
                vec![Inline::Strong(format!("{}.", one.thing)), text(&format!(" {like}"))]
            };
            blocks.push(Block::List { ordered: false, items: resembles.iter().map(row).collect() });
        }
        blocks.push(Block::Paragraph(self.closing.clone()));
        blocks.push(Block::Paragraph(law.more.clone()));
    }

    /// What the police look for, wherever she lives: what stands before the sentence that takes her ticks. `None` in a
    /// language that says it all in one.
    fn four(&self) -> Option<&str> {
        let (before, _) = self.signs.split_once(SIGNS)?;
        let (end, stop) = before.char_indices().rfind(|(_, letter)| SENTENCE_ENDS.contains(letter))?;
        before.get(..end + stop.len_utf8())
    }

    fn say_what_changed(&self, blocks: &mut Vec<Block>, ticked: &BTreeSet<String>, law: Option<&Law>) {
        let changes: Vec<Vec<Inline>> = self
            .changes
            .things
            .iter()
            .filter(|thing| ticked.contains(&thing.id))
            .map(|thing| vec![text(&thing.words)])
            .collect();
        if changes.is_empty() {
            return;
        }
        blocks.push(heading(&self.changes.title));
        blocks.push(Block::List { ordered: false, items: changes });
        blocks.push(Block::Paragraph(vec![text(&self.changes_matter)]));
        if let Some(law) = law {
            blocks.push(Block::Paragraph(law.changed.clone()));
        }
    }
}

impl Today {
    fn point(&self) -> Point {
        Point { dont: self.dont, words: self.words.clone() }
    }
}

/// True if it is always said, or if one of the things it is for was ticked.
fn said(when: &[String], ticked: &BTreeSet<String>) -> bool {
    when.is_empty() || when.iter().any(|id| ticked.contains(id))
}

fn text(words: &str) -> Inline {
    Inline::Text(words.to_owned())
}

fn heading(words: &str) -> Block {
    Block::Heading(words.to_owned())
}

/// Keeps the first of each, in order.
fn once<T: Copy + Ord>(list: &mut Vec<T>) {
    let mut seen = BTreeSet::new();
    list.retain(|one| seen.insert(*one));
}

#[cfg(test)]
mod tests;
