//! The open journal, in memory: its records in order, and which of them belong together.
//! It lives only while unlocked, and is dropped as a whole.

use std::collections::HashMap;

use crate::domain::{Digest, Entry, FileRecord, Mark, Moment, Record, RecordId, Stamped};

/// One record with its place in the chain.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub seq: u64,
    pub link: Digest,
    pub stamped: Stamped,
}

/// Where in `lines` an entry and what belongs to it stand.
#[derive(Debug, Default)]
struct Parts {
    first: usize,
    corrections: Vec<usize>,
    files: Vec<usize>,
}

/// Everything that was recorded.
#[derive(Debug, Default)]
pub(super) struct Journal {
    lines: Vec<Line>,
    entries: Vec<Parts>,
    by_id: HashMap<RecordId, usize>,
    /// Marks that she has not said anything of yet, by where they stand.
    waiting: Vec<usize>,
}

/// One version of an entry, as the journal holds it.
pub(super) struct VersionRef<'a> {
    pub seq: u64,
    pub id: RecordId,
    pub recorded: &'a Moment,
    pub entry: &'a Entry,
    pub why: Option<&'a str>,
}

impl Journal {
    /// Adds the next record.
    pub fn push(&mut self, line: Line) {
        let at = self.lines.len();
        match &line.stamped.record {
            Record::Entry(_) => {
                self.by_id.insert(line.stamped.id, self.entries.len());
                self.entries.push(Parts { first: at, ..Parts::default() });
            }
            Record::Correction { of, .. } => self.belongs(*of, |parts| parts.corrections.push(at)),
            Record::File(file) => self.belongs(file.entry, |parts| parts.files.push(at)),
            Record::Mark(_) => self.waiting.push(at),
            Record::Marked(marked) => {
                let lines = &self.lines;
                let is_it = |at: &usize| lines.get(*at).is_some_and(|line| line.stamped.id == marked.mark);
                self.waiting.retain(|at| !is_it(at));
            }
            _ => {}
        }
        self.lines.push(line);
    }

    fn belongs(&mut self, id: RecordId, add: impl FnOnce(&mut Parts)) {
        if let Some(parts) = self.by_id.get(&id).and_then(|at| self.entries.get_mut(*at)) {
            add(parts);
        }
    }

    /// All records, in order.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// Whether any record has this id.
    pub fn has(&self, id: RecordId) -> bool {
        self.lines.iter().any(|line| line.stamped.id == id)
    }

    /// Marks that wait for a word of hers: id, when it joined, and what it is, the earliest first.
    pub fn waiting(&self) -> impl Iterator<Item = (RecordId, &Moment, &Mark)> {
        let lines = self.waiting.iter().filter_map(|at| self.lines.get(*at));
        lines.filter_map(|line| match &line.stamped.record {
            Record::Mark(mark) => Some((line.stamped.id, &line.stamped.recorded, mark)),
            _ => None,
        })
    }

    /// The ids of all entries, in chain order.
    pub fn entry_ids(&self) -> impl Iterator<Item = RecordId> + '_ {
        self.entries.iter().filter_map(|parts| self.lines.get(parts.first)).map(|line| line.stamped.id)
    }

    /// Whether there is such an entry.
    pub fn has_entry(&self, id: RecordId) -> bool {
        self.by_id.contains_key(&id)
    }

    /// The versions of an entry, the first one first. Empty when there is no such entry.
    pub fn versions(&self, id: RecordId) -> Vec<VersionRef<'_>> {
        let Some(parts) = self.by_id.get(&id).and_then(|at| self.entries.get(*at)) else {
            return Vec::new();
        };
        let places = std::iter::once(&parts.first).chain(&parts.corrections);
        places.filter_map(|at| self.lines.get(*at)).filter_map(version).collect()
    }

    /// The files of an entry, in the order in which they were added.
    pub fn files(&self, id: RecordId) -> Vec<(&Moment, &FileRecord)> {
        let Some(parts) = self.by_id.get(&id).and_then(|at| self.entries.get(*at)) else {
            return Vec::new();
        };
        let lines = parts.files.iter().filter_map(|at| self.lines.get(*at));
        lines
            .filter_map(|line| match &line.stamped.record {
                Record::File(file) => Some((&line.stamped.recorded, file)),
                _ => None,
            })
            .collect()
    }

    /// Every file that was ever recorded.
    pub fn all_files(&self) -> impl Iterator<Item = (u64, &FileRecord)> {
        self.lines.iter().filter_map(|line| match &line.stamped.record {
            Record::File(file) => Some((line.seq, file)),
            _ => None,
        })
    }
}

fn version(line: &Line) -> Option<VersionRef<'_>> {
    let (entry, why) = match &line.stamped.record {
        Record::Entry(entry) => (entry, None),
        Record::Correction { entry, why, .. } => (entry, why.as_deref()),
        _ => return None,
    };
    Some(VersionRef { seq: line.seq, id: line.stamped.id, recorded: &line.stamped.recorded, entry, why })
}
