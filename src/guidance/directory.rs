//! Everybody who can be called, texted or read, with where each number was found and when.

use super::built_in::ENGLISH;
use super::search::{Wanted, typed_number};
use super::{GuidanceError, Nation, Nations, PhoneNumber, is_old};
use jiff::civil::Date;
use serde::Deserialize;

/// What an entry is for. Lists are in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Help now.
    Emergency,
    /// The police when it is not an emergency.
    Police,
    /// Advice on stalking.
    Stalking,
    /// Abuse by a partner, an ex or family.
    DomesticAbuse,
    /// Help for victims of any crime.
    Victims,
    /// Harm done online.
    Online,
    /// For LGBT+ people.
    Lgbt,
    /// For men.
    Men,
    /// Somebody who listens.
    Listening,
    /// Telling without a name.
    Anonymous,
    /// Named by the article that the app began from, and no longer a place to call.
    ArticleOnly,
}

/// When somebody answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hours {
    /// Day and night, every day, as its source says.
    AllDay,
    /// They change: "See the website for today's hours".
    SeeWebsite,
    /// As an institution gives them for its own service.
    Said(String),
}

/// What became of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub enum State {
    /// It can be reached.
    #[default]
    #[serde(rename = "live")]
    Live,
    /// No sign that it still works.
    #[serde(rename = "no longer active")]
    NoLongerActive,
    /// Somebody's own writing.
    #[serde(rename = "a blog")]
    Blog,
    /// It is there, but no number was found.
    #[serde(rename = "no phone found")]
    NoPhoneFound,
}

/// One number or organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its name in links and tests.
    pub id: String,
    /// The language of its words, as a tag (BCP 47).
    pub language: String,
    /// Its name as shown.
    pub name: String,
    /// A few words under the name.
    pub short: String,
    /// The number to call.
    pub number: Option<PhoneNumber>,
    /// The number to text (`999` for emergencySMS).
    pub text: Option<PhoneNumber>,
    /// The front page on the web.
    pub web: Option<String>,
    /// The number by textphone or Relay UK.
    pub relay: Option<PhoneNumber>,
    /// Whom it is for.
    pub who_for: String,
    /// Where it helps; empty if the source does not say.
    pub nations: Nations,
    /// Whether a call costs nothing; `None` if not said.
    pub free: Option<bool>,
    /// When it answers; `None` shows nothing.
    pub hours: Option<Hours>,
    /// What it is for.
    pub kind: Kind,
    /// Words for needs, for searching. They tell what it is for as well: [`super::Need::fits`].
    pub needs: Vec<String>,
    /// More words for searching, in the language of its words. They tell nothing else.
    pub found_by: Vec<String>,
    /// Where the facts were found.
    pub source: String,
    /// When they were last compared with the source.
    pub checked: Date,
    /// What else to know before calling.
    pub note: Option<String>,
    /// Whether it can still be reached.
    pub state: State,
}

impl Entry {
    /// True when it was last checked more than a year before `today`: the screen then says so.
    #[must_use]
    pub fn is_old(&self, today: Date) -> bool {
        is_old(self.checked, today)
    }

    /// The words for needs, in every language that it has, for searching.
    pub fn searched(&self) -> impl Iterator<Item = &str> {
        self.needs.iter().chain(&self.found_by).map(String::as_str)
    }
}

/// The directory of help, in the order of [`Kind`] and then of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Directory {
    entries: Vec<Entry>,
    language: String,
}

impl Directory {
    /// Reads the file. An entry that cannot be read is left out and reported; the others stay.
    #[must_use]
    pub fn read(text: &str) -> (Self, Vec<GuidanceError>) {
        let mut entries: Vec<Entry> = Vec::new();
        let mut faults = Vec::new();
        for (id, row) in rows(text, &mut faults) {
            match read_entry(row) {
                Ok(entry) => entries.push(entry),
                Err(problem) => faults.push(GuidanceError::Entry { id, problem }),
            }
        }
        entries.sort_by_key(|entry| entry.kind);
        (Self { entries, language: ENGLISH.to_owned() }, faults)
    }

    /// The language that it was asked for, as a tag (BCP 47). Not every entry need be in it.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    pub(super) fn set_language(&mut self, language: &str) {
        language.clone_into(&mut self.language);
    }

    /// For a translation, which changes words and nothing else.
    pub(super) fn entry_mut(&mut self, id: &str) -> Option<&mut Entry> {
        self.entries.iter_mut().find(|entry| entry.id == id)
    }

    /// All entries.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry with this id.
    #[must_use]
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// Entries for a nation, and those whose source does not say where they help.
    pub fn by_nation(&self, nation: Nation) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.nations.may_include(nation))
    }

    /// Entries for an emergency.
    pub fn emergency(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| entry.kind == Kind::Emergency)
    }

    /// Entries that fit any of the words, best first; all of them if nothing was typed. A number finds whom it reaches, and
    /// nobody whose number only has some of its groups; while it is being typed, those whose number begins like that.
    #[must_use]
    pub fn search(&self, words: &str) -> Vec<&Entry> {
        if let Some(digits) = typed_number(words) {
            let reached = |fits: &dyn Fn(&str) -> bool| -> Vec<&Entry> {
                self.entries.iter().filter(|entry| entry.dials().any(fits)).collect()
            };
            let whole = reached(&|dial| dial == digits);
            return if whole.is_empty() { reached(&|dial| dial.starts_with(&digits)) } else { whole };
        }
        let wanted = Wanted::joining(words, self.entries.iter().flat_map(Entry::searched));
        if wanted.is_empty() {
            return self.entries.iter().collect();
        }
        let mut fits: Vec<_> = self
            .entries
            .iter()
            .map(|entry| (entry.fits(&wanted), entry))
            .filter(|(found, _)| found.words > 0)
            .collect();
        // A stable sort: equals stay in the order of the directory, so 999 is never below its equals.
        fits.sort_by(|(a, _), (b, _)| b.cmp(a));
        fits.into_iter().map(|(_, entry)| entry).collect()
    }

    /// True if this number can be called, texted or relayed by some entry.
    #[must_use]
    pub fn knows_number(&self, dial: &str) -> bool {
        self.entries.iter().any(|entry| entry.dials().any(|known| known == dial))
    }
}

impl Entry {
    /// Every number by which it can be called, texted or relayed.
    fn dials(&self) -> impl Iterator<Item = &str> {
        [&self.number, &self.text, &self.relay].into_iter().flatten().map(PhoneNumber::dial)
    }

    fn fits(&self, wanted: &Wanted) -> super::search::Found {
        let needs = self.searched().collect::<Vec<_>>().join(" ");
        let nations = self.nations.names();
        let number = self.number.as_ref();
        let fields = [
            (self.name.as_str(), 8),
            (needs.as_str(), 5),
            (self.short.as_str(), 4),
            (self.who_for.as_str(), 3),
            (number.map_or("", PhoneNumber::shown), 3),
            (number.map_or("", PhoneNumber::dial), 3),
            (self.note.as_deref().unwrap_or(""), 1),
            (nations.as_str(), 1),
        ];
        wanted.found_in(&fields)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    entry: Vec<toml::Table>,
}

/// An entry as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    name: String,
    short: String,
    number: Option<String>,
    dial: Option<String>,
    text: Option<String>,
    web: Option<String>,
    relay: Option<String>,
    who_for: String,
    nations: Nations,
    free: Option<bool>,
    hours: Option<String>,
    kind: Kind,
    needs: Vec<String>,
    source: String,
    checked: Date,
    note: Option<String>,
    #[serde(default)]
    state: State,
}

/// The entries of a file as written, under their ids, or under their places where they have none. What is there twice is
/// reported and left out.
pub(super) fn rows(text: &str, faults: &mut Vec<GuidanceError>) -> Vec<(String, toml::Table)> {
    let file: File = match toml::from_str(text) {
        Ok(file) => file,
        Err(error) => {
            faults.push(GuidanceError::Directory { problem: error.to_string() });
            return Vec::new();
        }
    };
    let mut rows: Vec<(String, toml::Table)> = Vec::new();
    for (place, row) in file.entry.into_iter().enumerate() {
        let id = row.get("id").and_then(toml::Value::as_str);
        let id = id.map_or_else(|| format!("number {}", place + 1), str::to_owned);
        if rows.iter().any(|(other, _)| *other == id) {
            faults.push(GuidanceError::Twice { id });
        } else {
            rows.push((id, row));
        }
    }
    rows
}

fn read_entry(row: toml::Table) -> Result<Entry, String> {
    let row: Row = row.try_into().map_err(|error: toml::de::Error| error.to_string())?;
    if [&row.id, &row.name, &row.short, &row.who_for, &row.source].iter().any(|field| field.trim().is_empty()) {
        return Err("id, name, short, who_for and source have words".to_owned());
    }
    Ok(Entry {
        number: read_number(row.number.as_deref(), row.dial.as_deref())?,
        text: row.text.as_deref().map(PhoneNumber::from_shown).transpose()?,
        relay: row.relay.as_deref().map(PhoneNumber::from_shown).transpose()?,
        web: row.web.map(read_web).transpose()?,
        hours: row.hours.map(read_hours).transpose()?,
        id: row.id,
        language: ENGLISH.to_owned(),
        name: row.name,
        short: row.short,
        who_for: row.who_for,
        nations: row.nations,
        free: row.free,
        kind: row.kind,
        needs: row.needs,
        found_by: Vec::new(),
        source: row.source,
        checked: row.checked,
        note: row.note,
        state: row.state,
    })
}

pub(super) fn read_number(shown: Option<&str>, dial: Option<&str>) -> Result<Option<PhoneNumber>, String> {
    match (shown, dial) {
        (Some(shown), Some(dial)) => PhoneNumber::new(shown, dial).map(Some),
        (None, None) => Ok(None),
        _ => Err("`number` and `dial` come together".to_owned()),
    }
}

pub(super) fn read_web(address: String) -> Result<String, String> {
    if is_web(&address) { Ok(address) } else { Err(format!("`{address}` is not https:// and the name of a site")) }
}

/// True for `https://`, a name with a dot in it, and no sign that could hide another name.
pub(super) fn is_web(address: &str) -> bool {
    let Some(rest) = address.strip_prefix("https://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let named = host.split('.').count() > 1
        && host.split('.').all(|part| {
            !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        });
    named && rest.chars().all(|c| c.is_ascii_graphic() && !"\"'<>\\`@".contains(c))
}

/// Opening hours change, so the general directory holds none; an institution may give its own.
fn read_hours(words: String) -> Result<Hours, String> {
    match words.as_str() {
        "24 hours" => Ok(Hours::AllDay),
        "see the website" => Ok(Hours::SeeWebsite),
        other => Err(format!("hours are not written into the directory: `{other}`")),
    }
}

#[cfg(test)]
#[path = "directory_tests.rs"]
mod tests;
