//! A record as the pack may show it: read anew from the fields that are shown, so that a withheld value cannot
//! slip into a part by mistake.

use std::collections::BTreeMap;

use serde_json::Value;

use super::journal::{EntryAt, Journal, content};
use super::redact::{Held, Plan};
use super::{PackError, Why};
use crate::domain::{Digest, EntryDraft, Field, FileRecord, Moment, Record, Stamped};

/// A field that is not shown.
#[derive(Debug, Clone)]
pub(super) struct Withheld {
    pub name: String,
    pub digest: Digest,
    pub why: Why,
    /// What may be shown of it.
    pub shown: Option<Value>,
}

impl Withheld {
    /// The day, where the hour is withheld.
    pub fn day(&self) -> Option<&str> {
        self.shown.as_ref().and_then(|shown| shown.get("day")).and_then(Value::as_str)
    }
}

/// An entry, or a correction of it, as it may be shown.
#[derive(Debug, Clone)]
pub(super) struct Version {
    pub seq: u64,
    /// When it was written down. `None`: the hour is withheld.
    pub recorded: Option<Moment>,
    pub content: EntryDraft,
    /// Why it was corrected. `None` for the entry itself, and where she gave no reason.
    pub reason: Option<String>,
    pub withheld: Vec<Withheld>,
}

impl Version {
    /// The withheld field of this name, if there is one.
    pub fn withheld(&self, name: &str) -> Option<&Withheld> {
        self.withheld.iter().find(|withheld| withheld.name == name)
    }
}

/// A file's record as it may be shown.
#[derive(Debug, Clone)]
pub(super) struct FileView {
    pub seq: u64,
    /// When it was written down. `None`: the hour is withheld.
    pub recorded: Option<Moment>,
    /// Whether it came after the entry was first written, and not in the same act.
    pub later: bool,
    pub record: FileRecord,
    pub withheld: Vec<Withheld>,
}

impl FileView {
    /// The withheld field of this name, if there is one.
    pub fn withheld(&self, name: &str) -> Option<&Withheld> {
        self.withheld.iter().find(|withheld| withheld.name == name)
    }
}

/// An entry with all that belongs to it.
#[derive(Debug, Clone)]
pub(super) struct EntryView {
    /// Its number in this pack, from 1, in the order of when it happened.
    pub number: usize,
    /// The entry first, then its corrections.
    pub versions: Vec<Version>,
    pub files: Vec<FileView>,
    /// Whether its hours and places are withheld.
    pub routine: bool,
}

impl EntryView {
    /// As it should be read now.
    pub fn latest(&self) -> Option<&Version> {
        self.versions.last()
    }
}

/// The chosen entries in the order of when they happened.
pub(super) fn entries(journal: &Journal<'_>, plan: &Plan, chosen: &[&EntryAt]) -> Result<Vec<EntryView>, PackError> {
    let mut order: Vec<&EntryAt> = chosen.to_vec();
    order.sort_by_key(|entry| {
        let latest = journal.latest(entry);
        let happened = latest.and_then(|one| content(&one.record)).and_then(|draft| draft.happened.clone());
        let written = entry.versions.first().and_then(|index| journal.one(*index));
        let at = happened.map(|happened| happened.begins().timestamp());
        (at.or_else(|| written.map(|one| one.recorded.at.timestamp())), entry.versions.first().copied())
    });
    let entry = |(index, entry): (usize, &EntryAt)| {
        let versions = entry.versions.iter().map(|at| version(journal, plan, *at)).collect::<Result<Vec<_>, _>>()?;
        let together = journal.saved_with(entry);
        let files = entry.files.iter().enumerate().map(|(nth, at)| file(journal, plan, *at, nth >= together));
        let files = files.collect::<Result<Vec<_>, _>>()?;
        let routine = versions
            .iter()
            .any(|version| version.withheld.iter().any(|held| held.name == "recorded" && held.why == Why::Routine));
        Ok(EntryView { number: index + 1, versions, files, routine })
    };
    order.into_iter().enumerate().map(entry).collect()
}

fn version(journal: &Journal<'_>, plan: &Plan, index: usize) -> Result<Version, PackError> {
    let (stamped, withheld, seq) = shown(journal, plan, index)?;
    let (content, reason) = match stamped.record {
        Record::Entry(entry) => (entry.into_draft(), None),
        Record::Correction { entry, why, .. } => (entry.into_draft(), why),
        _ => return Err(PackError::Record(seq)),
    };
    let recorded = hour(stamped.recorded, &withheld);
    Ok(Version { seq, recorded, content, reason, withheld })
}

fn file(journal: &Journal<'_>, plan: &Plan, index: usize, later: bool) -> Result<FileView, PackError> {
    let (stamped, withheld, seq) = shown(journal, plan, index)?;
    let recorded = hour(stamped.recorded, &withheld);
    match stamped.record {
        Record::File(record) => Ok(FileView { seq, recorded, later, record, withheld }),
        _ => Err(PackError::Record(seq)),
    }
}

/// When it was written down, where that may be shown.
fn hour(recorded: Moment, withheld: &[Withheld]) -> Option<Moment> {
    (!withheld.iter().any(|held| held.name == "recorded")).then_some(recorded)
}

fn shown(journal: &Journal<'_>, plan: &Plan, index: usize) -> Result<(Stamped, Vec<Withheld>, u64), PackError> {
    let record = journal.records.get(index).ok_or(PackError::Encode)?;
    let none = BTreeMap::new();
    let held = plan.held(index).unwrap_or(&none);
    let (mut fields, mut withheld) = (Vec::new(), Vec::new());
    for (at, salted) in record.fields.iter().enumerate() {
        let Some(Held { why, shown }) = held.get(&at) else {
            fields.push(salted.field.clone());
            continue;
        };
        let (name, _) = salted.field.read().map_err(|_| PackError::Record(record.seq))?;
        fields.extend(partly(&name, shown.as_ref()));
        withheld.push(Withheld { name, digest: salted.digest(), why: *why, shown: shown.clone() });
    }
    let stamped = Stamped::from_fields(&fields).map_err(|_| PackError::Record(record.seq))?;
    Ok((stamped, withheld, record.seq))
}

/// A stand-in that reads as a record, made from what may be shown alone.
fn partly(name: &str, shown: Option<&Value>) -> Option<Field> {
    let value = match (name, shown) {
        ("recorded", shown) => {
            let day = shown.and_then(|shown| shown.get("day")).and_then(Value::as_str).unwrap_or("1970-01-01");
            serde_json::json!({ "at": format!("{day}T00:00:00Z") })
        }
        ("whose" | "source" | "witnesses", Some(shown)) => shown.clone(),
        _ => return None,
    };
    serde_json::to_string(&(name, value)).ok().map(|json| Field { json })
}
