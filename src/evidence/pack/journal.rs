//! The records read as entries, each with its corrections and files, and which of them she chose.

use std::collections::BTreeMap;

use jiff::civil;

use super::{Choice, PackError};
use crate::domain::{FileRecord, Happened, Record, RecordId, Stamped, saved_with};
use crate::evidence::Committed;

/// An entry with what belongs to it. Indices into the records.
#[derive(Debug, Clone)]
pub(super) struct EntryAt {
    /// The entry, then its corrections in order.
    pub versions: Vec<usize>,
    /// Its files.
    pub files: Vec<usize>,
    /// Whether she took it out of packs.
    pub withdrawn: bool,
}

/// All records, read.
pub(super) struct Journal<'a> {
    pub records: &'a [Committed],
    /// What each record says. `None`: it was destroyed.
    pub stamped: Vec<Option<Stamped>>,
    entries: Vec<EntryAt>,
    by_id: BTreeMap<RecordId, usize>,
}

impl<'a> Journal<'a> {
    pub fn read(records: &'a [Committed]) -> Result<Self, PackError> {
        let stamped = records
            .iter()
            .map(|record| match record.is_destroyed() {
                true => Ok(None),
                false => {
                    Stamped::from_fields(&record.plain_fields()).map(Some).map_err(|_| PackError::Record(record.seq))
                }
            })
            .collect::<Result<Vec<_>, _>>()?;
        let mut entries: Vec<EntryAt> = Vec::new();
        let mut by_id = BTreeMap::new();
        for (index, (one, committed)) in stamped.iter().zip(records).enumerate() {
            let Some(one) = one else { continue };
            let of = |id: &RecordId| by_id.get(id).copied().ok_or(PackError::Record(committed.seq));
            let entry = match &one.record {
                Record::Entry(_) => {
                    entries.push(EntryAt { versions: vec![index], files: Vec::new(), withdrawn: false });
                    entries.len() - 1
                }
                Record::Correction { of: id, .. } => {
                    let entry = of(id)?;
                    entries.get_mut(entry).into_iter().for_each(|entry: &mut EntryAt| entry.versions.push(index));
                    entry
                }
                Record::File(FileRecord { entry: id, .. }) => {
                    let entry = of(id)?;
                    entries.get_mut(entry).into_iter().for_each(|entry: &mut EntryAt| entry.files.push(index));
                    continue;
                }
                Record::Withdrawn { of: id } | Record::Restored { of: id } => {
                    // An entry that was destroyed afterwards is not there any more.
                    let entry = by_id.get(id).and_then(|at: &usize| entries.get_mut(*at));
                    entry
                        .into_iter()
                        .for_each(|entry| entry.withdrawn = matches!(one.record, Record::Withdrawn { .. }));
                    continue;
                }
                _ => continue,
            };
            by_id.insert(one.id, entry);
        }
        Ok(Self { records, stamped, entries, by_id })
    }

    /// One record, read.
    pub fn one(&self, index: usize) -> Option<&Stamped> {
        self.stamped.get(index).and_then(Option::as_ref)
    }

    /// All that can be read, in order.
    pub fn all(&self) -> impl Iterator<Item = &Stamped> {
        self.stamped.iter().flatten()
    }

    /// The records of withdrawn entries: in no pack.
    pub fn withdrawn(&self) -> impl Iterator<Item = &EntryAt> {
        self.entries.iter().filter(|entry| entry.withdrawn)
    }

    /// How many records were destroyed.
    pub fn destroyed(&self) -> usize {
        self.stamped.iter().filter(|one| one.is_none()).count()
    }

    /// The entries that she chose, in the order in which they were written down.
    pub fn chosen(&self, choice: &Choice) -> Vec<&EntryAt> {
        let without: Vec<usize> = choice.without.iter().filter_map(|id| self.by_id.get(id).copied()).collect();
        let wanted = |(index, entry): &(usize, &EntryAt)| {
            let (first, last) = self.days(entry);
            !entry.withdrawn
                && !without.contains(index)
                && choice.from.is_none_or(|from| last >= from)
                && choice.to.is_none_or(|to| first <= to)
        };
        self.entries.iter().enumerate().filter(wanted).map(|(_, entry)| entry).collect()
    }

    /// The record's text as it should be read now: its last version.
    pub fn latest(&self, entry: &EntryAt) -> Option<&Stamped> {
        entry.versions.last().and_then(|index| self.one(*index))
    }

    /// How many of its files were saved in the same act as the entry itself. The others were added later.
    pub fn saved_with(&self, entry: &EntryAt) -> usize {
        let seq = |index: &usize| Some((self.records.get(*index)?.seq, &self.one(*index)?.recorded));
        let first = entry.versions.first().and_then(seq);
        first.map_or(0, |first| saved_with(first, entry.files.iter().filter_map(seq)))
    }

    /// The first and the last day that an entry speaks of: when it happened, or, if she did not say, was written down.
    pub fn days(&self, entry: &EntryAt) -> (civil::Date, civil::Date) {
        let happened =
            self.latest(entry).and_then(|one| content(&one.record)).and_then(|draft| draft.happened.as_ref());
        let written = entry.versions.first().and_then(|index| self.one(*index));
        match (happened, written) {
            (Some(happened), _) => span(happened),
            (None, Some(written)) => (written.recorded.at.date(), written.recorded.at.date()),
            (None, None) => (civil::Date::MIN, civil::Date::MIN),
        }
    }
}

/// What an entry or a correction says.
pub(super) fn content(record: &Record) -> Option<&crate::domain::EntryDraft> {
    match record {
        Record::Entry(entry) | Record::Correction { entry, .. } => Some(entry.content()),
        _ => None,
    }
}

fn span(happened: &Happened) -> (civil::Date, civil::Date) {
    (happened.begins().date(), happened.ends().date())
}
