//! Checking: chain, seals, files.

use std::io::Read;

use sha2::{Digest as _, Sha256};

use super::core::{Core, unseal};
use super::{Reply, Session, SessionError};
use crate::domain::{Digest, FileRecord};
use crate::evidence::ChainError;
use crate::evidence::chain::Walk;
use crate::store::StoreError;
use crate::t;

/// What a check found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checked {
    /// Records whose seal and link were checked.
    pub records: u64,
    /// Files that are there; with their data read, that are whole.
    pub files: u64,
    /// Records that were destroyed: number and commitment. They still count in the chain.
    pub destroyed: Vec<(u64, Digest)>,
    /// Files that nothing spoke of, removed when the journal was opened.
    pub swept: u64,
    /// Everything that does not hold, in words; ids only.
    pub problems: Vec<String>,
}

impl Checked {
    /// Whether all of it holds.
    pub fn holds(&self) -> bool {
        self.problems.is_empty()
    }
}

impl Session {
    /// Checks the chain, every seal, and that every file is there; with `read_data`, also every byte of the files.
    /// `progress` hears how many of how many steps are done.
    pub fn check(&self, read_data: bool, progress: impl Fn(u64, u64) + Send + 'static) -> Reply<Checked> {
        self.ask(move |core| core.check(read_data, &progress))
    }
}

/// What does not hold of a record, by its number.
fn of_record(seq: u64, error: SessionError) -> String {
    match error {
        SessionError::Chain(ChainError::Newer(_)) => t!("damage-newer", record = seq),
        // Their sentences have the numbers.
        SessionError::Chain(ChainError::Broken(_) | ChainError::OtherChain(_) | ChainError::OutOfOrder { .. }) => {
            error.told().happened
        }
        _ => t!("damage-unreadable", record = seq),
    }
}

/// What does not hold of a file, by its id and its record.
fn of_file(seq: u64, file: &FileRecord, error: &SessionError) -> String {
    let id = file.file.to_string();
    match error {
        SessionError::Store(StoreError::Missing { .. }) => t!("damage-file.missing", file = id, record = seq),
        SessionError::Store(_) => t!("damage-file.unread", file = id, record = seq),
        _ => t!("damage-file", file = id, record = seq),
    }
}

impl Core {
    fn check(&self, read_data: bool, progress: &dyn Fn(u64, u64)) -> Result<Checked, SessionError> {
        let open = self.opened()?;
        let swept = self.swept as u64;
        let mut checked = Checked { problems: open.damage.clone(), swept, ..Checked::default() };
        let total = open.journal.lines().len() as u64 + open.journal.all_files().count() as u64;
        if let Some(log) = &open.log {
            let report = log.integrity()?;
            checked.problems.extend(report.problems);
            let mut walk = Walk::new(open.chain);
            for line in open.journal.lines() {
                let row = open.row(line.seq)?;
                let step = unseal(&open.master, &open.id, &row).and_then(|committed| {
                    if committed.is_destroyed() {
                        checked.destroyed.push((committed.seq, committed.commitment()));
                    }
                    Ok(walk.step(committed.chain, committed.seq, committed.previous, committed.commitment())?)
                });
                match step {
                    Ok(_) => checked.records += 1,
                    Err(error) => checked.problems.push(of_record(line.seq, error)),
                }
                progress(checked.records, total);
            }
        }
        checked.problems.extend(open.journal.unlike_its_destructions());
        for (seq, file) in open.journal.all_files() {
            match self.check_file(file, read_data) {
                Ok(()) => checked.files += 1,
                Err(error) => checked.problems.push(of_file(seq, file, &error)),
            }
            progress(checked.records + checked.files, total);
        }
        Ok(checked)
    }

    fn check_file(&self, file: &FileRecord, read_data: bool) -> Result<(), SessionError> {
        let open = self.opened()?;
        if !read_data {
            open.files.size(&file.file.0)?;
            return Ok(());
        }
        let (mut read, mut hasher, mut slice) = (open.file(file.file)?, Sha256::new(), vec![0; 64 * 1024]);
        loop {
            let n = read.read(&mut slice).map_err(|error| SessionError::Unreadable(error.kind()))?;
            match slice.get(..n) {
                None | Some([]) => break,
                Some(bytes) => hasher.update(bytes),
            }
        }
        if Digest(hasher.finalize().into()) == file.sha256 { Ok(()) } else { Err(SessionError::ReadBack) }
    }
}
