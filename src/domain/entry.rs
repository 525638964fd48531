//! One entry: a sighting or a contact, as she tells it.

use jiff::{SignedDuration, Timestamp, civil};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Effect, Happened, Kind, Person, Place, Refusal, Told, Vehicle, Witness};

/// The longest text of one field, in bytes. About forty pages.
pub const MAX_TEXT: usize = 100_000;
/// The longest list in one entry.
pub const MAX_LIST: usize = 100;
/// The largest count of contacts that are alike.
pub const MAX_COUNT: u32 = 1_000_000;

/// How far ahead of this device's clock a time may lie: clocks differ a little.
const CLOCK_TOLERANCE: SignedDuration = SignedDuration::from_mins(5);

/// Whose experience it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Whose {
    /// Hers, or somebody else's who told her of it.
    #[serde(default)]
    pub relation: WhoseRelation,
    /// Their name or her words for them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// Who they are to her.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WhoseRelation {
    /// It happened to her.
    #[default]
    Mine,
    /// To a child.
    Child,
    /// To a partner.
    Partner,
    /// To somebody in the family.
    Family,
    /// To a colleague.
    Colleague,
    /// To a friend.
    Friend,
    /// To somebody else.
    Other,
}

/// How she knows of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "as", rename_all = "snake_case", deny_unknown_fields)]
pub enum Source {
    /// She saw or heard it herself.
    SawOrHeard,
    /// Somebody told her.
    Told {
        /// Who.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<String>,
    },
    /// She worked it out.
    Inferred,
}

/// Evidence that will soon be gone: CCTV, a doorbell film, a disappearing message.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Vanishing {
    /// What it is and where.
    pub what: String,
    /// Who was asked to keep it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<String>,
    /// The day by which it may be gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    pub by: Option<civil::Date>,
}

/// What somebody typed, not yet looked at. Only `text` or one of `kinds` is required. (In the app the time alone will do:
/// she can add words later. A line of a file that has neither is taken for a mistake, and refused.)
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "An entry, version 1")]
pub struct EntryDraft {
    /// The version of this form: 1.
    #[schemars(range(min = 1, max = 1))]
    pub version: u32,
    /// Whose experience it is.
    #[serde(default)]
    pub whose: Whose,
    /// How she knows of it. Absent: she did not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// When it happened. Absent: she did not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub happened: Option<Happened>,
    /// Where it happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// Where they were, if that was another place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub their_place: Option<Place>,
    /// Where it was written down. Off unless chosen, and never in a pack.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written_at: Option<Place>,
    /// Who it was.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Person>,
    /// What kind.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<Kind>,
    /// How many contacts that are alike this entry stands for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 1_000_000))]
    pub count: Option<u32>,
    /// In her own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// What it changed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub effects: Vec<Effect>,
    /// How it made her feel, and anything else it changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effects_text: Option<String>,
    /// Who else saw or heard it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub witnesses: Vec<Witness>,
    /// Vehicles.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub vehicles: Vec<Vehicle>,
    /// Evidence that will vanish.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub vanishing: Vec<Vanishing>,
    /// Who was told of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told: Vec<Told>,
    /// The order or bail condition that she thinks it broke.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_broken: Option<String>,
}

impl Default for EntryDraft {
    fn default() -> Self {
        Self {
            version: Self::VERSION,
            whose: Whose::default(),
            source: None,
            happened: None,
            place: None,
            their_place: None,
            written_at: None,
            people: Vec::new(),
            kinds: Vec::new(),
            count: None,
            text: None,
            effects: Vec::new(),
            effects_text: None,
            witnesses: Vec::new(),
            vehicles: Vec::new(),
            vanishing: Vec::new(),
            told: Vec::new(),
            order_broken: None,
        }
    }
}

impl EntryDraft {
    /// The version that this program writes.
    pub const VERSION: u32 = 1;

    /// Whether nothing at all was put in.
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it says what happened, in words or by its kind.
    pub fn says_what(&self) -> bool {
        !self.kinds.is_empty() || self.text.as_deref().is_some_and(|text| !text.trim().is_empty())
    }

    /// Looks it over. `now` is this device's clock. Nothing but the time is required, and not even that where words or a
    /// kind are there.
    ///
    /// # Errors
    /// Everything that is wrong with it, so that all can be said at once.
    pub fn check(self, now: Timestamp) -> Result<Entry, Vec<Refusal>> {
        let mut wrong = Vec::new();
        if self.version != Self::VERSION {
            wrong.push(Refusal::OtherVersion(self.version));
        }
        if !self.says_what() && self.happened.is_none() {
            wrong.push(Refusal::NothingSaid);
        }
        if let Some(happened) = &self.happened {
            if happened.ends().timestamp().duration_since(now) > CLOCK_TOLERANCE {
                wrong.push(Refusal::InTheFuture);
            }
            if happened.ends() < happened.begins() {
                wrong.push(Refusal::EndsBeforeItBegins);
            }
        }
        if self.count.is_some_and(|count| count == 0 || count > MAX_COUNT) {
            wrong.push(Refusal::Count);
        }
        for place in [&self.place, &self.their_place, &self.written_at].into_iter().flatten() {
            if place.position.is_some_and(|position| !position.is_on_earth()) {
                wrong.push(Refusal::NotOnEarth);
            }
        }
        if self.longest_text() > MAX_TEXT {
            wrong.push(Refusal::TextTooLong);
        }
        if self.longest_list() > MAX_LIST {
            wrong.push(Refusal::ListTooLong);
        }
        if wrong.is_empty() { Ok(Entry(self)) } else { Err(wrong) }
    }

    /// A title in a few words: "Seen, followed", "43 calls"; else what was kept without words: "Time and place kept".
    pub fn title(&self) -> String {
        let mut kinds = self.kinds.iter();
        let Some(first) = kinds.next() else {
            let has_place = self.place.as_ref().is_some_and(Place::says_where);
            let without_words = if has_place { "Time and place kept" } else { "Time kept" };
            return if self.says_what() { "In your words" } else { without_words }.to_owned();
        };
        let head = match self.count {
            Some(count) if count > 1 => first.counted(count),
            _ => first.words().to_owned(),
        };
        kinds.take(2).fold(head, |title, kind| format!("{title}, {}", kind.after()))
    }

    fn longest_list(&self) -> usize {
        [
            self.people.len(),
            self.kinds.len(),
            self.effects.len(),
            self.witnesses.len(),
            self.vehicles.len(),
            self.vanishing.len(),
            self.told.len(),
        ]
        .into_iter()
        .max()
        .unwrap_or(0)
    }

    /// The longest piece of text anywhere in it, in bytes.
    fn longest_text(&self) -> usize {
        fn longest(value: &serde_json::Value) -> usize {
            match value {
                serde_json::Value::String(text) => text.len(),
                serde_json::Value::Array(items) => items.iter().map(longest).max().unwrap_or(0),
                serde_json::Value::Object(members) => members.values().map(longest).max().unwrap_or(0),
                _ => 0,
            }
        }
        serde_json::to_value(self).map_or(usize::MAX, |value| longest(&value))
    }
}

/// An entry that was looked over: what gets recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry(EntryDraft);

impl Entry {
    /// What is in it.
    pub fn content(&self) -> &EntryDraft {
        &self.0
    }

    /// Back to a draft, to be corrected.
    pub fn into_draft(self) -> EntryDraft {
        self.0
    }

    /// From what a journal holds: it was looked over when it was recorded.
    pub(super) fn from_record(draft: EntryDraft) -> Self {
        Self(draft)
    }

    /// See [`EntryDraft::title`].
    pub fn title(&self) -> String {
        self.0.title()
    }
}

#[cfg(test)]
#[path = "entry_tests.rs"]
mod tests;
