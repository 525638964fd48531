//! Destroying an entry, and destroying everything. Nothing here can be taken back, so each says first what goes and
//! what may remain: flash storage, older backups and packs that were given already are out of reach. And each asks for what
//! opens the journal: whoever holds an unlocked phone must not be able to destroy the only evidence with it.

use super::core::{Core, Open, unseal};
use super::draft;
use super::journal::Journal;
use super::proof::{Proof, Proving};
use super::{Reply, Session, SessionError};
use crate::domain::{Destroyed, FileId, Record, RecordId, Told};
use crate::store::Row;
use crate::t;
use crate::vault;

/// What would go with an entry, and what is out of reach.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Going {
    /// The entry and its corrections.
    pub versions: usize,
    /// Its files.
    pub files: usize,
    /// Who was told of it, in any version. If anybody was: ask the officer or the solicitor first.
    pub told: Vec<Told>,
    /// Packs that were made since it was written, which may hold it.
    pub packs: usize,
}

/// What went.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Gone {
    /// The numbers of its records. They stay in the chain with their commitments.
    pub records: Vec<u64>,
    /// The entry and its corrections.
    pub versions: usize,
    /// Its files.
    pub files: usize,
    /// Whether a part of it could not be removed just now. It does not open any more as part of the journal, and it is
    /// removed at the next opening.
    pub unfinished: bool,
}

/// What the whole journal holds, before it is destroyed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Everything {
    /// Entries, withdrawn ones among them.
    pub entries: usize,
    /// How many of them are withdrawn, and so in no other count.
    pub withdrawn: usize,
    /// Files.
    pub files: usize,
    /// Entries of which somebody was told.
    pub reported: usize,
    /// Packs that were made.
    pub packs: usize,
}

impl Session {
    /// What would go with an entry. Changes nothing.
    pub fn would_go(&self, entry: RecordId) -> Reply<Going> {
        self.ask(move |core| going(core.journal()?, entry))
    }

    /// Destroys an entry with its corrections and files: each of its records becomes a seal that holds only number,
    /// link and commitment. One transaction; what a crash leaves of the files goes at the next opening. `proof` is what opens
    /// this journal; without it nothing is destroyed ([`SessionError::NotDestroyed`]), and a wrong one counts as a try.
    pub fn destroy(&self, entry: RecordId, proof: Proof) -> Reply<Gone> {
        let proof = Proving::from(proof);
        self.ask(move |core| core.destroy(entry, &proof))
    }

    /// What the journal holds in all. Changes nothing.
    pub fn would_all_go(&self) -> Reply<Everything> {
        self.ask(|core| everything(core.journal()?))
    }

    /// Destroys the vault: the keys first, after which nothing opens any more, then the rest. Only from the open
    /// journal, and with what opens it, as [`Session::destroy`]. The app is then as new. Answers whether all of it could be
    /// removed now; if not, the next start goes on.
    pub fn destroy_everything(&self, proof: Proof) -> Reply<bool> {
        let (updates, proof) = (self.updates().clone(), Proving::from(proof));
        self.ask(move |core| {
            let whole = core.destroy_everything(&proof)?;
            // What was chosen for the phone is no secret, and the app is to be as new.
            let whole = core.dir.beside().remove().is_ok() && whole;
            // It is public, and still tells that somebody read it here.
            Ok(updates.remove() && whole)
        })
    }
}

fn going(journal: &Journal, entry: RecordId) -> Result<Going, SessionError> {
    let versions = journal.versions(entry);
    let first = versions.first().ok_or(SessionError::NoSuchEntry)?.seq;
    let mut told: Vec<Told> = Vec::new();
    for one in versions.iter().flat_map(|version| &version.entry.content().told) {
        if !told.contains(one) {
            told.push(one.clone());
        }
    }
    let packs =
        journal.lines().iter().filter(|line| line.seq > first && matches!(line.record(), Some(Record::Pack(_))));
    Ok(Going { versions: versions.len(), files: journal.files(entry).len(), told, packs: packs.count() })
}

fn everything(journal: &Journal) -> Result<Everything, SessionError> {
    let mut all = Everything::default();
    for id in journal.entry_ids() {
        let entry = going(journal, id)?;
        all.entries += 1;
        all.withdrawn += usize::from(journal.withdrawn(id).is_some());
        all.files += entry.files;
        all.reported += usize::from(!entry.told.is_empty());
    }
    all.packs = journal.lines().iter().filter(|line| matches!(line.record(), Some(Record::Pack(_)))).count();
    Ok(all)
}

impl Core {
    fn destroy(&mut self, entry: RecordId, proof: &Proving) -> Result<Gone, SessionError> {
        let open = self.opened_mut()?;
        open.writable()?;
        let Going { versions, .. } = going(&open.journal, entry)?;
        self.prove_before_destroying(proof)?;
        let now = self.now();
        let open = self.opened_mut()?;
        let records = open.journal.seqs(entry);
        let files: Vec<FileId> = open.journal.files(entry).iter().map(|one| one.file.file).collect();
        let left = records.iter().map(|seq| open.without_content(*seq)).collect::<Result<Vec<_>, _>>()?;
        let destroyed = Destroyed {
            records: records.clone(),
            versions: u32::try_from(versions).unwrap_or(u32::MAX),
            files: files.clone(),
        };
        let (rows, lines) = open.link(now, vec![(RecordId(vault::random()?), Record::Destroyed(destroyed))])?;
        // A correction that is being written holds the entry's words too.
        let (slips, taken_in) = draft::correcting(open, entry);
        open.writable()?.destroy(&left, &rows, &slips)?;
        open.journal.destroy(&records);
        lines.into_iter().for_each(|line| open.journal.push(line));
        // From here on it is destroyed, whatever happens: what is left to do is done at the next opening at the latest.
        let swept = open.writable()?.checkpoint().is_ok();
        let removed = open.remove_unnamed(&[files.as_slice(), &taken_in].concat()).is_ok();
        let gone = Gone { records, versions, files: files.len(), unfinished: !(swept && removed) };
        self.changed();
        Ok(gone)
    }

    fn destroy_everything(&mut self, proof: &Proving) -> Result<bool, SessionError> {
        let side = self.opened()?.side;
        self.prove_before_destroying(proof)?;
        self.dir.destroy_keys(side)?;
        // There is no way back from here. What was read goes before the files do, and before a device that may not answer.
        self.forget();
        let _ = self.touch.forget();
        let whole = self.dir.unmake().is_ok();
        self.lock = None;
        self.changed();
        Ok(whole)
    }

    /// Goes on with a destruction that was cut off after the keys.
    pub(super) fn finish_destroying(&mut self) {
        if self.dir.is_unmade()
            && let Ok(_lock) = self.dir.lock()
        {
            // What cannot be removed now is tried again at the next start. It opens with nothing.
            let _ = self.dir.unmake();
            let _ = self.dir.beside().remove();
            let _ = self.touch.forget();
        }
    }
}

impl Open {
    /// The row that takes the place of a destroyed one.
    fn without_content(&self, seq: u64) -> Result<Row, SessionError> {
        let row = self.row(seq)?;
        let left = unseal(&self.master, &self.id, &row)?.destroyed();
        let sealed = vault::seal_record(&self.master, &self.id, &row.id, &left.to_bytes()?)?;
        Ok(Row { sealed, ..row })
    }
}

impl Journal {
    /// Where what was destroyed and what records say about it differ, in words.
    pub(super) fn unlike_its_destructions(&self) -> Vec<String> {
        let mut problems = Vec::new();
        let named = |seq: u64| {
            let later = self.lines().iter().filter(move |line| line.seq > seq);
            later
                .filter_map(|line| line.record())
                .any(|record| matches!(record, Record::Destroyed(destroyed) if destroyed.records.contains(&seq)))
        };
        for line in self.lines().iter().filter(|line| line.stamped.is_none()).filter(|line| !named(line.seq)) {
            problems.push(t!("damage-empty", record = line.seq));
        }
        for record in self.lines().iter().filter_map(|line| line.record()) {
            let Record::Destroyed(destroyed) = record else { continue };
            for line in self.lines().iter().filter(|line| line.stamped.is_some()) {
                if destroyed.records.contains(&line.seq) {
                    problems.push(t!("damage-back", record = line.seq));
                }
            }
        }
        problems
    }
}
