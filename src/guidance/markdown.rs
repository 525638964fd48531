//! From a file in `content/<locale>/guidance/` to a [`Page`].
//!
//! The form is a small part of CommonMark below a TOML header between `+++` lines: level-two headings, paragraphs,
//! flat lists, strong, and links to `page:`, `tel:` and `https:`. Digits in the words of a `tel:` link are its number. A heading that ends in `{nations=scotland}` begins a
//! part that holds only there, up to the next heading. A fenced block with one of these words is a piece of
//! its own, one line an item: `four`, `examples <nation>`, `ticks`, `dont`, `notice`, `comfort`, `urgent`, `attribution`,
//! `safe-first`, `record`, `help`, `call`, `text` (a number, then the button's words). A line of `ticks` that begins with `x ` says what not to do. Anything else is refused,
//! so that no screen meets what it cannot show.
//!
//! A page in another language has the same form. "Get safe first" stays in English there, as a mark: the app says it in its
//! own language. The four warning signs need not spell FOUR.

use super::built_in::ENGLISH;
use super::directory::is_web;
use super::page::{Block, Example, GET_SAFE_FIRST, Inline, LinkTo, Only, Page, Point, Section, Sign};
use super::{GuidanceError, Nations, PhoneNumber};
use jiff::civil::Date;
use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use serde::Deserialize;

/// The header of a page, as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    title: String,
    summary: String,
    icon: String,
    group: Section,
    order: u16,
    nations: Nations,
    checked: Date,
    sources: Vec<String>,
    #[serde(default)]
    found_by: Vec<String>,
}

/// Reads one page. `id` is its file name without the ending, `language` the tag of its folder.
///
/// # Errors
/// Says what in the header or in the text has no place here.
pub(super) fn read_page(id: &str, language: &str, text: &str) -> Result<Page, GuidanceError> {
    let (header, body) = split_header(text).ok_or_else(|| GuidanceError::NoHeader { page: id.to_owned() })?;
    let in_header = |problem: String| GuidanceError::Header { page: id.to_owned(), problem };
    let header: Header = toml::from_str(header).map_err(|error| in_header(error.to_string()))?;
    if header.sources.is_empty() || header.sources.iter().any(|source| source.trim().is_empty()) {
        return Err(in_header("a page needs its sources".to_owned()));
    }
    if header.nations.not_said() {
        return Err(in_header("a page says where it holds".to_owned()));
    }
    if [&header.title, &header.summary, &header.icon].iter().any(|field| field.trim().is_empty()) {
        return Err(in_header("title, summary and icon have words".to_owned()));
    }
    let (blocks, only) = read_parts(body).map_err(|problem| GuidanceError::Body { page: id.to_owned(), problem })?;
    let spells_it = |block: &Block| match block {
        Block::Four(signs) => signs.iter().map(|sign| sign.letter).eq("FOUR".chars()),
        _ => true,
    };
    if language == ENGLISH && !blocks.iter().all(spells_it) {
        let problem = "`four` holds four lines that begin with F, O, U, R".to_owned();
        return Err(GuidanceError::Body { page: id.to_owned(), problem });
    }
    Ok(Page {
        id: id.to_owned(),
        language: language.to_owned(),
        title: header.title,
        summary: header.summary,
        icon: header.icon,
        section: header.group,
        order: header.order,
        nations: header.nations,
        checked: header.checked,
        sources: header.sources,
        found_by: header.found_by,
        blocks,
        only,
    })
}

fn split_header(text: &str) -> Option<(&str, &str)> {
    text.trim_start_matches('\u{feff}').strip_prefix("+++")?.split_once("\n+++")
}

/// What is being gathered while the events of the parser go by.
#[derive(Default)]
struct Gathering {
    blocks: Vec<Block>,
    runs: Vec<Inline>,
    strong: bool,
    link: Option<(LinkTo, String)>,
    list: Option<(bool, Vec<Vec<Inline>>)>,
    fence: Option<(String, String)>,
    only: Vec<Only>,
}

fn read_blocks(body: &str) -> Result<Vec<Block>, String> {
    read_parts(body).map(|(blocks, _)| blocks)
}

/// The blocks, and which stretches of them hold only for some nations.
fn read_parts(body: &str) -> Result<(Vec<Block>, Vec<Only>), String> {
    let mut gathering = Gathering::default();
    for event in Parser::new_ext(body, Options::ENABLE_HEADING_ATTRIBUTES) {
        gathering.take(event)?;
    }
    if gathering.blocks.is_empty() {
        return Err("there is no text".to_owned());
    }
    gathering.end_part();
    Ok((gathering.blocks, gathering.only))
}

impl Gathering {
    fn take(&mut self, event: Event<'_>) -> Result<(), String> {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) => {
                if let Some((_, lines)) = &mut self.fence {
                    lines.push_str(&words);
                } else {
                    self.push_words(&words);
                }
                Ok(())
            }
            Event::SoftBreak => {
                self.push_words(" ");
                Ok(())
            }
            other => Err(format!("no form for {other:?}")),
        }
    }

    fn start(&mut self, tag: Tag<'_>) -> Result<(), String> {
        match tag {
            Tag::Paragraph => {}
            Tag::Heading { level: HeadingLevel::H2, id: None, classes, attrs } if classes.is_empty() => {
                self.start_part(&attrs)?;
            }
            Tag::Strong if self.link.is_none() => self.strong = true,
            Tag::Link { dest_url, .. } if !self.strong => {
                self.link = Some((read_link(&dest_url)?, String::new()));
            }
            Tag::List(first) if self.list.is_none() => {
                self.list = Some((first.is_some(), Vec::new()));
            }
            Tag::Item => self.runs.clear(),
            Tag::CodeBlock(CodeBlockKind::Fenced(kind)) if self.list.is_none() => {
                self.fence = Some((kind.to_string(), String::new()));
            }
            other => return Err(format!("no form for {other:?}")),
        }
        Ok(())
    }

    /// A heading ends the part before it. `## Words {nations=scotland}` begins one that holds only there.
    fn start_part(&mut self, attributes: &[(CowStr<'_>, Option<CowStr<'_>>)]) -> Result<(), String> {
        self.end_part();
        match attributes {
            [] => Ok(()),
            [(name, Some(word))] if name.as_ref() == "nations" => {
                let nations = Nations::from_word(word)?;
                let from = self.blocks.len();
                self.only.push(Only { from, to: usize::MAX, nations });
                Ok(())
            }
            _ => Err("a heading may say {nations=...} and nothing else".to_owned()),
        }
    }

    fn end_part(&mut self) {
        let here = self.blocks.len();
        if let Some(last) = self.only.last_mut()
            && last.to == usize::MAX
        {
            last.to = here;
        }
    }

    fn end(&mut self, tag: TagEnd) -> Result<(), String> {
        match tag {
            // A list with blank lines between its items wraps each in a paragraph: the item takes the words.
            TagEnd::Paragraph if self.list.is_some() => {}
            TagEnd::Paragraph => {
                let words = std::mem::take(&mut self.runs);
                self.blocks.push(Block::Paragraph(words));
            }
            TagEnd::Heading(_) => {
                let words = std::mem::take(&mut self.runs);
                match words.as_slice() {
                    [Inline::Text(words)] => self.blocks.push(Block::Heading(words.clone())),
                    _ => return Err("a heading is plain words".to_owned()),
                }
            }
            TagEnd::Strong => self.strong = false,
            TagEnd::Link => {
                if let Some((to, text)) = self.link.take() {
                    if text.trim().is_empty() {
                        return Err("a link needs words".to_owned());
                    }
                    self.runs.push(Inline::Link { to: shown_as(to, &text)?, text });
                }
            }
            TagEnd::Item => {
                let words = std::mem::take(&mut self.runs);
                if words.is_empty() {
                    return Err("a list has an empty item".to_owned());
                }
                if let Some((_, items)) = &mut self.list {
                    items.push(words);
                }
            }
            TagEnd::List(_) => {
                if let Some((ordered, items)) = self.list.take() {
                    self.blocks.push(Block::List { ordered, items });
                }
            }
            TagEnd::CodeBlock => {
                if let Some((kind, lines)) = self.fence.take() {
                    self.blocks.push(read_fence(&kind, &lines)?);
                }
            }
            other => return Err(format!("no form for {other:?}")),
        }
        Ok(())
    }

    /// The parser hands over words in pieces; neighbours of one form become one run.
    fn push_words(&mut self, words: &str) {
        if let Some((_, text)) = &mut self.link {
            text.push_str(words);
            return;
        }
        match (self.runs.last_mut(), self.strong) {
            (Some(Inline::Text(last)), false) | (Some(Inline::Strong(last)), true) => {
                last.push_str(words);
            }
            (_, true) => self.runs.push(Inline::Strong(words.to_owned())),
            (_, false) => self.runs.push(Inline::Text(words.to_owned())),
        }
    }
}

fn read_link(address: &str) -> Result<LinkTo, String> {
    if let Some(page) = address.strip_prefix("page:") {
        return Ok(LinkTo::Page(page.to_owned()));
    }
    if let Some(dial) = address.strip_prefix("tel:") {
        return Ok(LinkTo::Phone(PhoneNumber::new(dial, dial)?));
    }
    if is_web(address) {
        return Ok(LinkTo::Web(address.to_owned()));
    }
    Err(format!("`{address}` leads nowhere"))
}

/// A number in the text is shown as the text groups it: "18001 101". What is read there is what is dialled.
fn shown_as(to: LinkTo, text: &str) -> Result<LinkTo, String> {
    let LinkTo::Phone(number) = to else { return Ok(to) };
    let mut read = text.chars().filter(|letter| letter.is_numeric()).peekable();
    if read.peek().is_some() && !read.eq(number.dial().chars()) {
        return Err(format!("`{text}` and `{}` are different numbers", number.dial()));
    }
    let shown = text.replace('\u{a0}', " ");
    Ok(LinkTo::Phone(PhoneNumber::new(&shown, number.dial()).unwrap_or(number)))
}

fn read_fence(kind: &str, text: &str) -> Result<Block, String> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.is_empty() {
        return Err(format!("`{kind}` is empty"));
    }
    let each = || -> Result<Vec<_>, String> { lines.iter().map(|line| read_line(line)).collect() };
    let joined = || read_line(&lines.join(" "));
    match kind.split_once(' ').unwrap_or((kind, "")) {
        ("four", "") => read_four(&lines),
        ("examples", nation) => Ok(Block::Examples {
            nations: Nations::from_word(nation)?,
            items: lines.iter().map(|line| read_example(line)).collect::<Result<_, _>>()?,
        }),
        ("ticks", "") => Ok(Block::Ticks(lines.iter().map(|line| read_point(line)).collect::<Result<_, _>>()?)),
        ("dont", "") => Ok(Block::Donts(each()?)),
        ("notice", "") => Ok(Block::Notice(joined()?)),
        ("comfort", "") => Ok(Block::Comfort(joined()?)),
        ("urgent", "") => Ok(Block::Urgent(joined()?)),
        ("attribution", "") => Ok(Block::Attribution(joined()?)),
        ("help", "") => Ok(Block::Help(lines.iter().map(|line| (*line).to_owned()).collect())),
        ("call", "") => read_button(&lines).map(|(number, label)| Block::Call { number, label }),
        ("text", "") => read_button(&lines).map(|(number, label)| Block::Text { number, label }),
        ("safe-first", "") => match lines.as_slice() {
            [GET_SAFE_FIRST] => Ok(Block::SafeFirst),
            _ => Err(format!("`safe-first` holds \"{GET_SAFE_FIRST}\" and no more")),
        },
        ("record", "") => match lines.as_slice() {
            [GET_SAFE_FIRST, label] => Ok(Block::OfferToRecord { label: (*label).to_owned() }),
            _ => Err(format!("`record` begins with \"{GET_SAFE_FIRST}\", then the button's words")),
        },
        _ => Err(format!("no form for a block called `{kind}`")),
    }
}

/// Reads one line of a fenced block: words, strong and links, nothing larger.
pub(super) fn read_line(line: &str) -> Result<Vec<Inline>, String> {
    match read_blocks(line)?.as_slice() {
        [Block::Paragraph(words)] => Ok(words.clone()),
        _ => Err("a line holds words, not blocks".to_owned()),
    }
}

/// A number as it is shown, and words in which digits are that number.
fn read_button(lines: &[&str]) -> Result<(PhoneNumber, String), String> {
    let [number, label] = lines else { return Err("a button is a number, then its words".to_owned()) };
    let number = PhoneNumber::from_shown(number)?;
    shown_as(LinkTo::Phone(number.clone()), label)?;
    Ok((number, (*label).to_owned()))
}

fn read_four(lines: &[&str]) -> Result<Block, String> {
    let signs: Vec<Sign> = lines
        .iter()
        .filter_map(|line| {
            let (name, meaning) = line.split_once(": ")?;
            Some(Sign { letter: name.chars().next()?, name: name.to_owned(), meaning: meaning.to_owned() })
        })
        .collect();
    match (lines.len(), <[Sign; 4]>::try_from(signs)) {
        (4, Ok(signs)) => Ok(Block::Four(signs)),
        _ => Err("`four` holds four lines, `name: meaning`".to_owned()),
    }
}

fn read_point(line: &str) -> Result<Point, String> {
    let not = line.strip_prefix("x ");
    Ok(Point { dont: not.is_some(), words: read_line(not.unwrap_or(line))? })
}

fn read_example(line: &str) -> Result<Example, String> {
    let refused = || "an example is `letter | icon | words`".to_owned();
    let mut parts = line.splitn(3, '|').map(str::trim);
    let (Some(mark), Some(icon), Some(words)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(refused());
    };
    let mut letters = mark.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) if !icon.is_empty() => {
            Ok(Example { letter, icon: icon.to_owned(), words: read_line(words)? })
        }
        _ => Err(refused()),
    }
}

#[cfg(test)]
#[path = "markdown_tests.rs"]
mod tests;
