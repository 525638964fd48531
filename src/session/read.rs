//! Reading: pages of the journal, one entry with every version, its files, the counts.

use jiff::civil::Date;

use super::journal::Journal;
use super::{Reply, Session, SessionError};
use crate::domain::{
    Entry, EntryDraft, FileId, FileRecord, Happened, Moment, Record, RecordId, Stamped, When, saved_with,
};

/// What to look for.
#[derive(Debug, Clone, Default)]
pub struct Query {
    /// Words that must all stand somewhere in the entry, in any case.
    pub words: String,
    /// What the screen says of an entry beside her own words: the names of its kinds, its day. Without it they are looked for in
    /// English.
    pub shown: Option<fn(&EntryDraft) -> String>,
    /// At most so many; 0 for all.
    pub limit: usize,
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryLine {
    /// The entry's id.
    pub id: RecordId,
    /// Its number in the chain.
    pub seq: u64,
    /// The entry as it should be read now.
    pub entry: Entry,
    /// When it was first written down.
    pub recorded: Moment,
    /// How often it was corrected.
    pub corrections: usize,
    /// The media types of its files.
    pub files: Vec<String>,
    /// Whether she withdrew it: it is kept, and in no count and no pack.
    pub withdrawn: bool,
}

impl EntryLine {
    /// When it happened; when it was written down, if she did not say.
    pub fn sorted_by(&self) -> &When {
        self.entry.content().happened.as_ref().map_or(&self.recorded.at, Happened::begins)
    }

    /// The day under which it stands.
    pub fn day(&self) -> Date {
        self.sorted_by().date()
    }
}

/// One version of an entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// Its number in the chain.
    pub seq: u64,
    /// The record's own id.
    pub id: RecordId,
    /// When it was written down.
    pub recorded: Moment,
    /// The whole entry as of this version.
    pub entry: Entry,
    /// Why it was corrected, in her words.
    pub why: Option<String>,
}

/// A file of an entry.
#[derive(Debug, Clone, PartialEq)]
pub struct FileView {
    /// Its number in the chain.
    pub seq: u64,
    /// When it was added.
    pub added: Moment,
    /// Whether it came after the entry was first written, and not in the same act.
    pub later: bool,
    /// What is known of it.
    pub file: FileRecord,
    /// Whether its sealed bytes are gone or cut short. Damage within them shows when it is read.
    pub lost: bool,
}

/// One entry, whole.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryView {
    /// Its id.
    pub id: RecordId,
    /// All versions, the first one first; never empty.
    pub versions: Vec<Version>,
    /// Its files.
    pub files: Vec<FileView>,
    /// Since when it is withdrawn, if it is.
    pub withdrawn: Option<Moment>,
}

impl EntryView {
    /// The entry as it should be read now.
    pub fn current(&self) -> Option<&Version> {
        self.versions.last()
    }

    /// The files that came after the entry was first written.
    pub fn added_later(&self) -> impl Iterator<Item = &FileView> {
        self.files.iter().filter(|view| view.later)
    }

    /// The number of the last record that belongs to it. It grows with each correction and each file.
    pub fn last_seq(&self) -> Option<u64> {
        self.versions.iter().map(|version| version.seq).chain(self.files.iter().map(|view| view.seq)).max()
    }
}

/// Counts for the card above the list. It counts what was written and not withdrawn; it does not judge.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Counts {
    /// How many entries.
    pub entries: usize,
    /// On how many different days.
    pub days: usize,
    /// The day of the first.
    pub since: Option<Date>,
    /// Entries in each of the last twelve weeks, the oldest first.
    pub weeks: [u32; 12],
}

impl Session {
    /// Entries that match, the latest first.
    pub fn entries(&self, query: Query) -> Reply<Vec<EntryLine>> {
        self.ask(move |core| {
            let journal = core.journal()?;
            let mut lines = matching(journal, &query.words, query.shown.unwrap_or(in_english));
            lines.sort_by(|a, b| b.sorted_by().cmp(a.sorted_by()).then(b.seq.cmp(&a.seq)));
            if query.limit > 0 {
                lines.truncate(query.limit);
            }
            Ok(lines)
        })
    }

    /// All entries, in chain order.
    pub fn entries_in_chain_order(&self) -> Reply<Vec<EntryLine>> {
        self.ask(|core| Ok(matching(core.journal()?, "", in_english)))
    }

    /// One entry with every version and its files.
    pub fn entry(&self, id: RecordId) -> Reply<EntryView> {
        self.ask(move |core| {
            let open = core.opened()?;
            let mut entry = view(&open.journal, id).ok_or(SessionError::NoSuchEntry)?;
            for view in &mut entry.files {
                // What is sealed is longer than what was sealed.
                view.lost = open.files.size(&view.file.file.0).is_ok_and(|size| size <= view.file.length)
                    || open.files.missing(&[view.file.file.0]).is_ok_and(|missing| !missing.is_empty());
            }
            Ok(entry)
        })
    }

    /// The entry whose id begins with `start`, at least four digits.
    pub fn find(&self, start: String) -> Reply<RecordId> {
        self.ask(move |core| {
            let start = start.trim().to_ascii_lowercase();
            let journal = core.journal()?;
            let mut found = journal.entry_ids().filter(|id| id.to_string().starts_with(&start));
            match (start.len() >= 4, found.next(), found.next()) {
                (true, Some(id), None) => Ok(id),
                (true, Some(_), Some(_)) => Err(SessionError::ManyEntries),
                _ => Err(SessionError::NoSuchEntry),
            }
        })
    }

    /// The bytes of a file, up to `limit`, checked against what was recorded.
    pub fn file(&self, id: FileId, limit: u64) -> Reply<Vec<u8>> {
        self.ask(move |core| core.read_file(id, limit))
    }

    /// Unlocks, failed tries, packs, what was saved while locked, withdrawn, taken back or destroyed, signed heads: the lines that are
    /// neither entries nor belong to one, in order.
    pub fn access_log(&self) -> Reply<Vec<Stamped>> {
        self.ask(|core| {
            let lines = core.journal()?.lines().iter().filter_map(|line| line.stamped.as_ref());
            let of_an_entry =
                |record: &Record| matches!(record, Record::Entry(_) | Record::Correction { .. } | Record::File(_));
            Ok(lines
                .filter(|line| !of_an_entry(&line.record) && !matches!(line.record, Record::Opened(_)))
                .cloned()
                .collect())
        })
    }

    /// The counts.
    pub fn counts(&self) -> Reply<Counts> {
        self.ask(|core| {
            let today = core.now().at.date();
            Ok(counts(core.journal()?, today))
        })
    }
}

fn matching(journal: &Journal, words: &str, shown: fn(&EntryDraft) -> String) -> Vec<EntryLine> {
    let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
    journal
        .entry_ids()
        .filter_map(|id| line(journal, id))
        .filter(|line| has_words(line.entry.content(), &words, shown))
        .collect()
}

/// Looks in whatever she can see of the entry: what she wrote, and what the screen says of it.
fn has_words(entry: &EntryDraft, words: &[String], shown: fn(&EntryDraft) -> String) -> bool {
    if words.is_empty() {
        return true;
    }
    let mut text = shown(entry);
    written(&serde_json::to_value(entry).unwrap_or_default(), &mut text);
    let text = text.to_lowercase();
    words.iter().all(|word| text.contains(word.as_str()))
}

/// Gathers what stands in the fields, without the fields' names: nobody looks for those.
fn written(value: &serde_json::Value, text: &mut String) {
    match value {
        serde_json::Value::String(words) => {
            text.push(' ');
            text.push_str(words);
        }
        serde_json::Value::Number(number) => {
            text.push(' ');
            text.push_str(&number.to_string());
        }
        serde_json::Value::Array(all) => all.iter().for_each(|one| written(one, text)),
        serde_json::Value::Object(fields) => fields.values().for_each(|one| written(one, text)),
        serde_json::Value::Null | serde_json::Value::Bool(_) => {}
    }
}

fn in_english(entry: &EntryDraft) -> String {
    let kinds = entry.kinds.iter().map(|kind| kind.words());
    kinds.chain(entry.effects.iter().map(|effect| effect.words())).collect::<Vec<_>>().join(" ")
}

fn line(journal: &Journal, id: RecordId) -> Option<EntryLine> {
    let versions = journal.versions(id);
    let (first, current) = (versions.first()?, versions.last()?);
    Some(EntryLine {
        id,
        seq: first.seq,
        entry: current.entry.clone(),
        recorded: first.recorded.clone(),
        corrections: versions.len() - 1,
        files: journal.files(id).into_iter().map(|one| one.file.media_type.clone()).collect(),
        withdrawn: journal.withdrawn(id).is_some(),
    })
}

fn view(journal: &Journal, id: RecordId) -> Option<EntryView> {
    let versions: Vec<Version> = journal
        .versions(id)
        .into_iter()
        .map(|v| Version {
            seq: v.seq,
            id: v.id,
            recorded: v.recorded.clone(),
            entry: v.entry.clone(),
            why: v.why.map(str::to_owned),
        })
        .collect();
    let first = versions.first()?;
    let files = journal.files(id);
    let together = saved_with((first.seq, &first.recorded), files.iter().map(|one| (one.seq, one.recorded)));
    let files = files.into_iter().enumerate().map(|(at, one)| FileView {
        seq: one.seq,
        added: one.recorded.clone(),
        later: at >= together,
        file: one.file.clone(),
        lost: false,
    });
    let files = files.collect();
    Some(EntryView { id, versions, files, withdrawn: journal.withdrawn(id).cloned() })
}

fn counts(journal: &Journal, today: Date) -> Counts {
    let counted = journal.entry_ids().filter_map(|id| line(journal, id)).filter(|line| !line.withdrawn);
    let mut days: Vec<Date> = counted.map(|line| line.day()).collect();
    let mut counts = Counts { entries: days.len(), ..Counts::default() };
    for day in &days {
        let ago = day.until(today).map_or(-1, |span| i64::from(span.get_days())).div_euclid(7);
        if let Some(week) = usize::try_from(11 - ago).ok().and_then(|at| counts.weeks.get_mut(at)) {
            *week += 1;
        }
    }
    days.sort_unstable();
    days.dedup();
    counts.days = days.len();
    counts.since = days.first().copied();
    counts
}
