//! What a crash or a draft left among the sealed files: removed at the next opening, or with the draft. Never a file
//! that a record or a kept draft names, and nothing at all while any part of the journal cannot be read: the record that
//! names a file may be just that one.

use std::collections::BTreeSet;

use super::SessionError;
use super::core::Open;
use super::draft;
use crate::domain::{FileId, Record};

impl Open {
    /// Removes of these files the ones that neither a record nor a kept draft names.
    pub fn remove_unnamed(&self, files: &[FileId]) -> Result<usize, SessionError> {
        let Some(drafts) = draft::kept_files(self) else { return Ok(0) };
        let Ok(recorded) = self.recorded_files() else { return Ok(0) };
        let named = self.journal.all_files().map(|(_, file)| file.file).chain(drafts).chain(recorded);
        let named: BTreeSet<FileId> = named.collect();
        let ids: Vec<_> = files.iter().filter(|id| !named.contains(id)).map(|id| id.0).collect();
        if !ids.is_empty() {
            self.files.remove(&ids)?;
        }
        Ok(ids.len())
    }

    /// Finishes destructions that were cut off, then sweeps. Gives how many files went. What fails is tried again at
    /// the next opening: it keeps nobody from reading.
    pub fn finish_and_sweep(&mut self) -> usize {
        self.finish_destructions();
        if self.log.is_none() || !self.damage.is_empty() {
            return 0;
        }
        let whole = self.files.list().unwrap_or_default();
        let whole: Vec<FileId> = whole.into_iter().map(FileId).collect();
        let unnamed = self.remove_unnamed(&whole).unwrap_or(0);
        unnamed + self.sweep_parts()
    }

    /// The record was written, and then the power went: its files go now.
    fn finish_destructions(&mut self) {
        let destroyed = self.journal.lines().iter().filter_map(|line| match line.record() {
            Some(Record::Destroyed(destroyed)) => Some(destroyed.files.clone()),
            _ => None,
        });
        let destroyed: Vec<Vec<FileId>> = destroyed.collect();
        if destroyed.is_empty() {
            return;
        }
        if let Some(log) = &mut self.log {
            let _ = log.checkpoint();
        }
        let ids: Vec<_> = destroyed.concat().iter().map(|id| id.0).collect();
        let gone = self.files.missing(&ids).unwrap_or_default();
        let left: Vec<FileId> = ids.into_iter().filter(|id| !gone.contains(id)).map(FileId).collect();
        let _ = self.remove_unnamed(&left);
    }

    /// Unfinished files whose source is elsewhere. Of a recording nothing is anywhere else.
    fn sweep_parts(&mut self) -> usize {
        let Ok(recorded) = self.recorded_files() else { return 0 };
        let parts = self.files.leftover_parts().unwrap_or_default();
        let parts: Vec<_> = parts.into_iter().filter(|id| !recorded.contains(&FileId(*id))).collect();
        parts.iter().filter(|id| self.files.remove_part(id).is_ok()).count()
    }
}
