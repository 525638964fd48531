//! What is withheld, decided field by field, once, before any part of the pack is written.
//!
//! First the fields that are of a kind she took out; then every other field whose words repeat what was taken out.
//! A field is withheld whole, because its digest covers the whole. Every writer of a part reads the plan, and gets
//! a record only through [`super::view`], which never holds a withheld value.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::journal::{EntryAt, Journal, content};
use super::needles::{self, Needle};
use super::{Choice, PackError, Why, Withhold};
use crate::domain::{EntryDraft, Place, PlaceSort, Position, Record};
use crate::evidence::Committed;

/// A field that is withheld, and what of it may be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Held {
    pub why: Why,
    /// A part of its value that gives nothing away: a day without an hour, a witness without a telephone number.
    pub shown: Option<Value>,
}

/// What happens to a record.
#[derive(Debug, Clone)]
pub(super) enum Treatment {
    /// Its commitment alone.
    LeftOut(Why),
    /// Its fields, but for those that are held.
    Shown(BTreeMap<usize, Held>),
}

/// What happens to each record, in their order.
pub(super) struct Plan {
    pub records: Vec<Treatment>,
    pub counts: Counts,
    /// Whether it holds less than the journal: by this choice, or because entries are withdrawn.
    pub selected: bool,
    /// Entries that are withdrawn.
    pub withdrawn: usize,
    /// Records that were destroyed.
    pub destroyed: usize,
    needles: Vec<Needle>,
}

/// In how many entries something stands that a choice could take out, whether or not it was.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub home: Found,
    pub routine: Found,
    pub names: Found,
}

/// How much of one sort there is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// Entries that hold it.
    pub entries: usize,
    /// Of these, entries where her own words repeat it: they would be withheld too.
    pub in_words: usize,
}

/// Positions nearer to her home than this are her home, in metres.
const NEAR_HOME_M: f64 = 200.0;

/// Members that hold no words of hers.
const STRUCTURE: [&str; 12] =
    ["record", "id", "recorded", "version", "kinds", "count", "effects", "of", "entry", "file", "sha256", "length"];

impl Plan {
    pub fn new(journal: &Journal<'_>, choice: &Choice) -> Result<Self, PackError> {
        let withdrawn = journal.withdrawn().count();
        let mut plan = Self {
            records: Vec::new(),
            counts: Counts::default(),
            selected: choice.selects() || withdrawn > 0,
            withdrawn,
            destroyed: journal.destroyed(),
            needles: Vec::new(),
        };
        plan.records = journal
            .stamped
            .iter()
            .zip(journal.records)
            .map(|(one, committed)| match one.as_ref().map(|one| &one.record) {
                None => Treatment::LeftOut(Why::Destroyed),
                Some(Record::Opened(_)) => Treatment::Shown(BTreeMap::new()),
                // It vouches for what it names: without it anything could be called destroyed.
                Some(Record::Destroyed(_)) => Treatment::Shown(hour(committed, choice.withhold.routine)),
                Some(Record::Entry(_) | Record::Correction { .. } | Record::File(_)) => {
                    Treatment::LeftOut(Why::LeftOut)
                }
                Some(_) => Treatment::LeftOut(Why::NotAnEntry),
            })
            .collect();
        for index in journal.withdrawn().flat_map(|entry| entry.versions.iter().chain(&entry.files)) {
            if let Some(treatment) = plan.records.get_mut(*index) {
                *treatment = Treatment::LeftOut(Why::Withdrawn);
            }
        }
        let chosen = journal.chosen(choice);
        // Everything is found once as if all were taken out, to be counted; then what she did take out is held.
        let everything = Withhold { home: true, routine: true, names_of_others: true, photos: true };
        let homes = homes(journal);
        let found = Findings::new(journal, &chosen, everything, &homes)?;
        plan.counts = found.counts(journal, &chosen)?;
        let held = Findings::new(journal, &chosen, choice.withhold, &homes)?;
        for entry in &chosen {
            for index in entry.versions.iter().chain(&entry.files) {
                let fields = held.of(journal, *index)?;
                if let Some(treatment) = plan.records.get_mut(*index) {
                    *treatment = Treatment::Shown(fields);
                }
            }
        }
        plan.needles = held.needles;
        Ok(plan)
    }

    /// Whether the text of a file repeats what was taken out.
    pub fn repeats(&self, text: &str) -> Option<Why> {
        needles::repeats(&self.needles, text)
    }

    /// What of a record is held. `None`: all of it.
    pub fn held(&self, index: usize) -> Option<&BTreeMap<usize, Held>> {
        match self.records.get(index) {
            Some(Treatment::Shown(held)) => Some(held),
            _ => None,
        }
    }
}

/// The first pass: fields by their kind, and the words that they must not leave elsewhere.
struct Findings {
    direct: BTreeMap<usize, BTreeMap<usize, Held>>,
    needles: Vec<Needle>,
}

impl Findings {
    fn new(
        journal: &Journal<'_>,
        chosen: &[&EntryAt],
        withhold: Withhold,
        homes: &[Position],
    ) -> Result<Self, PackError> {
        let mut findings = Self { direct: BTreeMap::new(), needles: Vec::new() };
        // Her home's words are searched for even where the entry that calls it home is left out.
        if withhold.home {
            let places = journal.all().filter_map(|one| content(&one.record)).flat_map(places);
            for words in places.filter(|p| p.sort == Some(PlaceSort::Home)).filter_map(|p| p.words.as_deref()) {
                findings.needles.extend(Needle::of_place(Why::Home, words));
            }
        }
        for entry in chosen {
            let routine = withhold.routine && is_routine(journal, entry);
            for index in entry.versions.iter().chain(&entry.files) {
                let held = findings.record(journal, *index, withhold, routine, homes)?;
                findings.direct.insert(*index, held);
            }
        }
        // The same places and people come again and again in a long journal.
        findings.needles.sort();
        findings.needles.dedup();
        Ok(findings)
    }

    fn record(
        &mut self,
        journal: &Journal<'_>,
        index: usize,
        withhold: Withhold,
        routine: bool,
        homes: &[Position],
    ) -> Result<BTreeMap<usize, Held>, PackError> {
        let Some(record) = journal.records.get(index) else { return Ok(BTreeMap::new()) };
        let is_photo = matches!(journal.one(index).map(|one| &one.record), Some(Record::File(file))
            if file.media_type.starts_with("image/") || file.media_type.starts_with("video/"));
        let mut held = BTreeMap::new();
        for (at, salted) in record.fields.iter().enumerate() {
            let (name, value) = salted.field.read().map_err(|_| PackError::Record(record.seq))?;
            let hold = |why, shown| Some(Held { why, shown });
            let verdict = match name.as_str() {
                "written_at" => hold(Why::WrittenAt, None),
                "place" | "their_place" if withhold.home && is_home(&value, homes) => {
                    self.needles
                        .extend(place_words(&value).iter().flat_map(|words| Needle::of_place(Why::Home, words)));
                    hold(Why::Home, None)
                }
                "place" | "their_place" if routine => {
                    self.needles
                        .extend(place_words(&value).iter().flat_map(|words| Needle::of_place(Why::Routine, words)));
                    hold(Why::Routine, None)
                }
                "happened" | "recorded" if routine => hold(Why::Routine, day(&value)),
                "name" if withhold.photos && is_photo => hold(Why::Photos, None),
                // The name that a file came with often holds its time.
                "name" if routine => hold(Why::Routine, None),
                "witnesses" if withhold.names_of_others => {
                    self.needles.extend(text(&value, "name").map(Needle::of_name).unwrap_or_default());
                    self.needles.extend(text(&value, "contact").map(Needle::of_name).unwrap_or_default());
                    hold(Why::Names, None)
                }
                "whose" if withhold.names_of_others && value.get("name").is_some() => {
                    self.needles.extend(text(&value, "name").map(Needle::of_name).unwrap_or_default());
                    hold(Why::Names, value.get("relation").map(|relation| json!({ "relation": relation })))
                }
                "source" if withhold.names_of_others && value.get("by").is_some() => {
                    self.needles.extend(text(&value, "by").map(Needle::of_name).unwrap_or_default());
                    hold(Why::Names, Some(json!({ "as": "told" })))
                }
                // A report to the police has a reference or an officer, and is no private name.
                "told" if withhold.names_of_others && value.get("reference").or(value.get("officer")).is_none() => {
                    self.needles.extend(text(&value, "who").map(Needle::of_name).unwrap_or_default());
                    hold(Why::Names, None)
                }
                "witnesses" if value.get("contact").is_some() => {
                    let mut shown = value.clone();
                    shown.as_object_mut().map(|members| members.remove("contact"));
                    hold(Why::Contact, Some(shown))
                }
                _ => None,
            };
            verdict.map(|verdict| held.insert(at, verdict));
        }
        Ok(held)
    }

    /// What of a record is held in the end: by kind, then by the words it repeats.
    fn of(&self, journal: &Journal<'_>, index: usize) -> Result<BTreeMap<usize, Held>, PackError> {
        let mut held = self.direct.get(&index).cloned().unwrap_or_default();
        let Some(record) = journal.records.get(index) else { return Ok(held) };
        for (at, salted) in record.fields.iter().enumerate() {
            let (name, value) = salted.field.read().map_err(|_| PackError::Record(record.seq))?;
            if STRUCTURE.contains(&name.as_str()) {
                continue;
            }
            let told = match held.get(&at) {
                Some(Held { shown: None, .. }) => continue,
                Some(Held { shown: Some(shown), .. }) => self.repeats(shown),
                None => self.repeats(&value),
            };
            if let Some(why) = told {
                held.insert(at, Held { why, shown: None });
            }
        }
        Ok(held)
    }

    /// Whether a value repeats what was taken out.
    fn repeats(&self, value: &Value) -> Option<Why> {
        match value {
            Value::String(text) => needles::repeats(&self.needles, text),
            Value::Array(items) => items.iter().find_map(|item| self.repeats(item)),
            Value::Object(members) => members.values().find_map(|member| self.repeats(member)),
            _ => None,
        }
    }

    fn counts(&self, journal: &Journal<'_>, chosen: &[&EntryAt]) -> Result<Counts, PackError> {
        let mut counts = Counts::default();
        for entry in chosen {
            let (mut direct, mut all) = (Vec::new(), Vec::new());
            for index in entry.versions.iter().chain(&entry.files) {
                direct.extend(self.direct.get(index).into_iter().flat_map(BTreeMap::values).map(|held| held.why));
                let known = self.direct.get(index);
                let more = self.of(journal, *index)?;
                all.extend(more.iter().filter(|(at, _)| known.is_none_or(|k| !k.contains_key(at))).map(|(_, h)| h.why));
            }
            for (why, found) in
                [(Why::Home, &mut counts.home), (Why::Routine, &mut counts.routine), (Why::Names, &mut counts.names)]
            {
                let repeated = all.contains(&why);
                found.entries += usize::from(repeated || direct.contains(&why));
                found.in_words += usize::from(repeated);
            }
        }
        Ok(counts)
    }
}

/// Holds the hour of a record that is not an entry, where hours are taken out.
fn hour(record: &Committed, routine: bool) -> BTreeMap<usize, Held> {
    let fields = record.fields.iter().enumerate().filter(|_| routine).filter_map(|(at, salted)| {
        let (name, value) = salted.field.read().ok()?;
        (name == "recorded").then(|| (at, Held { why: Why::Routine, shown: day(&value) }))
    });
    fields.collect()
}

/// Positions that she marked as her home, anywhere in the journal.
fn homes(journal: &Journal<'_>) -> Vec<Position> {
    let all = journal.all().filter_map(|one| content(&one.record)).flat_map(places);
    all.filter(|place| place.sort == Some(PlaceSort::Home)).filter_map(|place| place.position).collect()
}

fn places(draft: &EntryDraft) -> impl Iterator<Item = &Place> {
    [&draft.place, &draft.their_place].into_iter().flatten()
}

/// Whether an entry shows where she regularly goes.
pub(super) fn is_routine(journal: &Journal<'_>, entry: &EntryAt) -> bool {
    let regular = |sort| matches!(sort, PlaceSort::Work | PlaceSort::Study | PlaceSort::OnTheWay);
    let versions = entry.versions.iter().filter_map(|index| journal.one(*index));
    versions.filter_map(|one| content(&one.record)).any(|draft| places(draft).filter_map(|p| p.sort).any(regular))
}

fn is_home(value: &Value, homes: &[Position]) -> bool {
    let Ok(place) = serde_json::from_value::<Place>(value.clone()) else { return true };
    place.sort == Some(PlaceSort::Home)
        || place.position.is_some_and(|here| homes.iter().any(|home| metres(here, *home) < NEAR_HOME_M))
}

/// Roughly, for short ways: a degree of latitude is 111.2 km everywhere.
fn metres(a: Position, b: Position) -> f64 {
    let degrees = |e7: i32| f64::from(e7) / 1e7;
    let north = (degrees(a.lat_e7) - degrees(b.lat_e7)) * 111_200.0;
    let east = (degrees(a.lon_e7) - degrees(b.lon_e7)) * 111_200.0 * degrees(a.lat_e7).to_radians().cos();
    north.hypot(east)
}

fn text<'v>(value: &'v Value, member: &str) -> Option<&'v str> {
    value.get(member).and_then(Value::as_str)
}

fn place_words(value: &Value) -> Option<String> {
    text(value, "words").map(str::to_owned)
}

/// The day alone of a moment or of when it happened, if it has one.
fn day(value: &Value) -> Option<Value> {
    let at = text(value, "at").or_else(|| text(value, "from"))?;
    crate::domain::When::parse(at).ok().map(|when| json!({ "day": when.date().to_string() }))
}
