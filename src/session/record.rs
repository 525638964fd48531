//! Recording and correcting. A reply that is not an error means: it is on the disk.

use super::attach::HeldFile;
use super::core::Core;
use super::{Reply, Session, SessionError};
use crate::domain::{Digest, EntryDraft, FileRecord, Moment, Record, RecordId, SignedHead};
use crate::evidence::chain::head_message;

impl Session {
    /// Records an entry with the files that were taken in for it. One transaction: all of it, or nothing.
    pub fn record(&self, draft: EntryDraft, files: Vec<HeldFile>) -> Reply<RecordId> {
        self.ask(move |core| {
            let now = core.now();
            let id = core.record(now, draft, files)?;
            core.changed();
            Ok(id)
        })
    }

    /// Puts a correction beside an entry. The entry stays as it was. One that changes nothing and gives no reason is not
    /// written: the id is then that of what stands there.
    pub fn correct(&self, of: RecordId, draft: EntryDraft, why: Option<String>) -> Reply<RecordId> {
        self.ask(move |core| {
            let now = core.now();
            let id = core.correct(now, of, draft, why)?;
            core.changed();
            Ok(id)
        })
    }
}

impl Core {
    /// Records at a moment: the clock's, or the demonstration's own.
    pub(super) fn record(
        &mut self,
        now: Moment,
        draft: EntryDraft,
        files: Vec<HeldFile>,
    ) -> Result<RecordId, SessionError> {
        let entry = draft.check(now.at.timestamp()).map_err(SessionError::Refused)?;
        let open = self.opened_mut()?;
        // The files refer to the entry, so its id is made before it is written.
        let entry_id = RecordId(crate::vault::random()?);
        let mut records = vec![(entry_id, Record::Entry(entry))];
        for file in files {
            records.push((RecordId(crate::vault::random()?), Record::File(file.belonging_to(entry_id))));
        }
        open.append_with_ids(now, records)?;
        Ok(entry_id)
    }

    /// See [`Session::correct`].
    pub(super) fn correct(
        &mut self,
        now: Moment,
        of: RecordId,
        draft: EntryDraft,
        why: Option<String>,
    ) -> Result<RecordId, SessionError> {
        let entry = draft.check(now.at.timestamp()).map_err(SessionError::Refused)?;
        let open = self.opened_mut()?;
        if !open.journal.has_entry(of) {
            return Err(SessionError::NoSuchEntry);
        }
        let why = why.filter(|why| !why.trim().is_empty());
        if let Some(stands) = open.journal.versions(of).last()
            && why.is_none()
            && *stands.entry == entry
        {
            return Ok(stands.id);
        }
        let ids = open.append(now, vec![Record::Correction { of, entry, why }])?;
        ids.first().copied().ok_or(SessionError::Record)
    }

    /// Signs the head, if anything was recorded since it was last signed.
    pub(super) fn sign_head(&mut self) -> Result<Option<SignedHead>, SessionError> {
        let now = self.now();
        let open = self.opened_mut()?;
        if let Some(Record::Head(head)) = open.journal.lines().last().and_then(|line| line.record()) {
            return Ok(Some(head.clone()));
        }
        let Some((seq, link)) = open.head() else { return Ok(None) };
        let head = open.signed_head(seq, link);
        open.append(now, vec![Record::Head(head.clone())])?;
        Ok(Some(head))
    }
}

impl super::core::Open {
    pub(super) fn signed_head(&self, seq: u64, link: Digest) -> SignedHead {
        let signature = hex::encode(self.signing.sign(&head_message(self.chain, seq, link)));
        SignedHead { chain: self.chain, seq, link, signature }
    }
}

impl HeldFile {
    pub(super) fn belonging_to(self, entry: RecordId) -> FileRecord {
        FileRecord {
            entry,
            file: self.file,
            sha256: self.sha256,
            length: self.length,
            media_type: self.media_type,
            name: self.name,
            came_by: self.came_by,
            cut_off: self.cut_off,
        }
    }
}
