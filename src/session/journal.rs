//! The open journal, in memory: its records in order, and which of them belong together.
//! It lives only while unlocked, and is dropped as a whole.

use std::collections::HashMap;

use crate::domain::{Digest, Entry, FileRecord, Mark, Marked, Moment, Record, RecordId, Stamped};

/// One record with its place in the chain.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub seq: u64,
    pub link: Digest,
    /// What it says. `None`: it was destroyed.
    pub stamped: Option<Stamped>,
}

impl Line {
    /// Its id, if it was not destroyed.
    pub fn id(&self) -> Option<RecordId> {
        self.stamped.as_ref().map(|stamped| stamped.id)
    }

    /// What it records, if it was not destroyed.
    pub fn record(&self) -> Option<&Record> {
        self.stamped.as_ref().map(|stamped| &stamped.record)
    }
}

/// Where in `lines` an entry and what belongs to it stand.
#[derive(Debug, Default)]
struct Parts {
    first: usize,
    corrections: Vec<usize>,
    files: Vec<usize>,
    /// Since when she has it out of counts and packs.
    withdrawn: Option<Moment>,
}

/// Everything that was recorded.
#[derive(Debug, Default)]
pub(super) struct Journal {
    lines: Vec<Line>,
    entries: Vec<Parts>,
    by_id: HashMap<RecordId, usize>,
    /// Marks that wait for a word of hers, by where they stand, in order.
    waiting: Vec<usize>,
    /// Those that she set aside, the same way.
    aside: Vec<usize>,
}

/// One version of an entry, as the journal holds it.
pub(super) struct VersionRef<'a> {
    pub seq: u64,
    pub id: RecordId,
    pub recorded: &'a Moment,
    pub entry: &'a Entry,
    pub why: Option<&'a str>,
}

/// One file of an entry, as the journal holds it.
pub(super) struct FileRef<'a> {
    pub seq: u64,
    pub recorded: &'a Moment,
    pub file: &'a FileRecord,
}

impl Journal {
    /// Adds the next record.
    pub fn push(&mut self, line: Line) {
        let at = self.lines.len();
        match line.stamped.as_ref().map(|stamped| (stamped, &stamped.record)) {
            Some((stamped, Record::Entry(_))) => {
                self.by_id.insert(stamped.id, self.entries.len());
                self.entries.push(Parts { first: at, ..Parts::default() });
            }
            Some((_, Record::Correction { of, .. })) => self.belongs(*of, |parts| parts.corrections.push(at)),
            Some((_, Record::File(file))) => self.belongs(file.entry, |parts| parts.files.push(at)),
            Some((stamped, Record::Withdrawn { of })) => {
                let since = stamped.recorded.clone();
                self.belongs(*of, |parts| parts.withdrawn = Some(since));
            }
            Some((_, Record::Restored { of })) => self.belongs(*of, |parts| parts.withdrawn = None),
            Some((_, Record::Mark(_))) => self.waiting.push(at),
            Some((_, Record::Marked(marked))) => self.said_of_mark(*marked),
            _ => {}
        }
        self.lines.push(line);
    }

    /// Forgets what these records say. Their numbers and links stay.
    pub fn destroy(&mut self, seqs: &[u64]) {
        for mut line in std::mem::take(self).lines {
            if seqs.contains(&line.seq) {
                line.stamped = None;
            }
            self.push(line);
        }
    }

    /// Of a mark that an entry was made of already, nothing more can be said.
    fn said_of_mark(&mut self, said: Marked) {
        let is_it = |at: &usize| self.lines.get(*at).is_some_and(|line| line.id() == Some(said.mark));
        let Some(at) = self.waiting.iter().chain(&self.aside).copied().find(is_it) else { return };
        self.waiting.retain(|other| *other != at);
        self.aside.retain(|other| *other != at);
        let put = match (said.entry, said.waits) {
            (Some(_), _) => return,
            (None, true) => &mut self.waiting,
            (None, false) => &mut self.aside,
        };
        put.push(at);
        put.sort_unstable();
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
        self.lines.iter().any(|line| line.id() == Some(id))
    }

    /// Marks that wait for a word of hers: id, when it joined, and what it is, the earliest first.
    pub fn waiting(&self) -> impl Iterator<Item = (RecordId, &Moment, &Mark)> {
        self.marks(&self.waiting)
    }

    /// Marks that she set aside, as [`Journal::waiting`].
    pub fn aside(&self) -> impl Iterator<Item = (RecordId, &Moment, &Mark)> {
        self.marks(&self.aside)
    }

    fn marks<'a>(&'a self, places: &'a [usize]) -> impl Iterator<Item = (RecordId, &'a Moment, &'a Mark)> {
        let lines = places.iter().filter_map(|at| self.lines.get(*at));
        lines.filter_map(|line| line.stamped.as_ref()).filter_map(|stamped| match &stamped.record {
            Record::Mark(mark) => Some((stamped.id, &stamped.recorded, mark)),
            _ => None,
        })
    }

    /// The ids of all entries, in chain order.
    pub fn entry_ids(&self) -> impl Iterator<Item = RecordId> + '_ {
        let lines = self.entries.iter().filter_map(|parts| self.lines.get(parts.first));
        lines.filter_map(|line| line.stamped.as_ref()).map(|stamped| stamped.id)
    }

    /// Whether there is such an entry.
    pub fn has_entry(&self, id: RecordId) -> bool {
        self.by_id.contains_key(&id)
    }

    fn parts(&self, id: RecordId) -> Option<&Parts> {
        self.by_id.get(&id).and_then(|at| self.entries.get(*at))
    }

    /// Since when an entry is withdrawn, if it is.
    pub fn withdrawn(&self, id: RecordId) -> Option<&Moment> {
        self.parts(id).and_then(|parts| parts.withdrawn.as_ref())
    }

    /// The numbers of all records of an entry, in order: itself, its corrections, its files. Empty when there is no such entry.
    pub fn seqs(&self, id: RecordId) -> Vec<u64> {
        let Some(parts) = self.parts(id) else { return Vec::new() };
        let places = std::iter::once(&parts.first).chain(&parts.corrections).chain(&parts.files);
        let mut seqs: Vec<u64> = places.filter_map(|at| self.lines.get(*at)).map(|line| line.seq).collect();
        seqs.sort_unstable();
        seqs
    }

    /// The versions of an entry, the first one first. Empty when there is no such entry.
    pub fn versions(&self, id: RecordId) -> Vec<VersionRef<'_>> {
        let Some(parts) = self.parts(id) else { return Vec::new() };
        let places = std::iter::once(&parts.first).chain(&parts.corrections);
        places.filter_map(|at| self.lines.get(*at)).filter_map(version).collect()
    }

    /// The files of an entry, in the order in which they were added.
    pub fn files(&self, id: RecordId) -> Vec<FileRef<'_>> {
        let Some(parts) = self.parts(id) else { return Vec::new() };
        let lines = parts.files.iter().filter_map(|at| self.lines.get(*at));
        lines
            .filter_map(|line| match line.stamped.as_ref().map(|stamped| (stamped, &stamped.record)) {
                Some((stamped, Record::File(file))) => {
                    Some(FileRef { seq: line.seq, recorded: &stamped.recorded, file })
                }
                _ => None,
            })
            .collect()
    }

    /// Every file that was ever recorded.
    pub fn all_files(&self) -> impl Iterator<Item = (u64, &FileRecord)> {
        self.lines.iter().filter_map(|line| match line.record() {
            Some(Record::File(file)) => Some((line.seq, file)),
            _ => None,
        })
    }
}

fn version(line: &Line) -> Option<VersionRef<'_>> {
    let stamped = line.stamped.as_ref()?;
    let (entry, why) = match &stamped.record {
        Record::Entry(entry) => (entry, None),
        Record::Correction { entry, why, .. } => (entry, why.as_deref()),
        _ => return None,
    };
    Some(VersionRef { seq: line.seq, id: stamped.id, recorded: &stamped.recorded, entry, why })
}
