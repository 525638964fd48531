//! A new master key, for when somebody may know her recovery words or an old passphrase: everything is sealed anew.
//!
//! What the chain commits to stays to the byte: the same records, ids, journal, chain and signing key under other seals.
//! The new store is built beside the old one, read back and compared; then the key file is replaced, in one rename. A
//! kill before that leaves the old store and the old secrets; after it, the new ones: the next unlock finishes the
//! moving. **What is sealed must be sealed anew here**, or it is lost with the old key: rows, slips, files.

use std::io;

use super::core::{Core, Open, is_damage};
use super::{RecoveryText, Reply, Session, SessionError, set_up};
use crate::domain::SecretClass;
use crate::store::{Files, Id, Log, Row, Side, Small, StoreError};
use crate::t;
use crate::vault::{
    self, FileOpener, FileSeal, FileSealer, KeyFile, MasterKey, NewSecret, Passphrase, RecoveryKey, StoreKind,
    VaultError,
};

/// How many rows are read at a time.
const PAGE: u32 = 64;

/// What a new master key gives.
#[derive(Debug)]
pub struct NewKey {
    /// The new recovery words. They are shown once; the old ones open nothing here any more.
    pub words: RecoveryText,
    /// What there is to say beside that, in words; mostly nothing: what was damaged before and stayed so, and whether the
    /// journal has to be unlocked again.
    pub notes: Vec<String>,
}

/// Told after each change of the disk. A test looks at what a kill would leave there.
type Step<'a> = dyn FnMut(&'static str) + 'a;

impl Session {
    /// Seals everything anew under a new master key. `current` is the passphrase, which stays; every other secret goes:
    /// new recovery words are made, a PIN has to be chosen anew, and the finger or face is off. `progress` hears how many of how many steps are done.
    ///
    /// Backups and copies made before still open with the secrets of that time: those of them that somebody may know
    /// should be made anew and the old ones destroyed.
    pub fn new_master(&self, current: String, progress: impl Fn(u64, u64) + Send + 'static) -> Reply<NewKey> {
        let current = Passphrase::from(current);
        self.ask(move |core| core.new_master(&current, &progress, &mut |_| {}))
    }
}

impl Core {
    fn new_master(
        &mut self,
        current: &Passphrase,
        progress: &dyn Fn(u64, u64),
        step: &mut Step<'_>,
    ) -> Result<NewKey, SessionError> {
        self.prove(current)?;
        // What is left of a recording that was cut off is under the old key.
        self.put_cut_off_together()?;
        let open = self.opened_mut()?;
        open.writable()?;
        if !open.intakes.is_empty() {
            return Err(SessionError::FileComing);
        }
        let side = open.side;
        let (master, recovery) = (MasterKey::random()?, RecoveryKey::random()?);
        let before = self.dir.read(Small::Keys(side))?;
        // The header stays, and with it the other key file of the pair.
        let mut keys = KeyFile::parse(&before)?;
        keys.claim_for(&master, StoreKind::Journal, NewSecret::Passphrase(current), None)?;
        keys.add_slot(&master, NewSecret::Recovery(&recovery), None)?;
        let mut notes = match self.build(&master, progress, step) {
            Ok(notes) => notes,
            Err(error) => {
                // What matters is the first error; what is left is removed at the next unlock.
                let _ = self.dir.discard_next(side);
                return Err(error);
            }
        };
        // It holds the old key. Before the change, so that nothing is left of it after.
        match self.end_touch() {
            Ok(false) => {}
            Ok(true) => {
                step("finger or face ended");
                notes.push(t!("touch-new-key-ended").to_owned());
            }
            Err(error) => {
                let _ = self.dir.discard_next(side);
                return Err(error);
            }
        }
        // From here on the disk decides: this one rename is the change.
        if let Err(error) = self.replace_keys(Small::Keys(side), &keys) {
            if self.dir.read(Small::Keys(side)).is_ok_and(|now| now == before) {
                let _ = self.dir.discard_next(side);
            } else {
                // Neither is known to be the one: both stay, and the next unlock sees which key file there is.
                self.forget();
            }
            return Err(error);
        }
        step("keys replaced");
        if self.move_in(&master, side, step).is_err() {
            self.forget();
            notes.push(t!("new-key-locked").to_owned());
        }
        self.changed();
        Ok(NewKey { words: RecoveryText::of(&recovery), notes })
    }

    /// Builds the store beside, reads it back, closes it. Gives what was damaged before and was carried over as it is.
    fn build(
        &self,
        master: &MasterKey,
        progress: &dyn Fn(u64, u64),
        step: &mut Step<'_>,
    ) -> Result<Vec<String>, SessionError> {
        let open = self.opened()?;
        let old = open.log.as_ref().ok_or(SessionError::ReadingOnly)?;
        let ids = open.files.list()?;
        let all = 2 * (old.count()? + ids.len() as u64);
        let mut done = 0;
        let mut advance = |by: usize| {
            done += by as u64;
            progress(done, all);
        };
        let mut notes = Vec::new();
        let (mut log, files) = self.dir.begin_next(open.side)?;
        step("begun");
        each_page(old, |rows| {
            let sealed: Result<Vec<Row>, _> = rows.iter().map(|row| open.row_anew(master, row, &mut notes)).collect();
            log.append_all(&sealed?)?;
            advance(rows.len());
            Ok(())
        })?;
        step("records sealed");
        let mut seals = Vec::with_capacity(ids.len());
        for id in &ids {
            seals.push(open.file_anew(master, id, &files, &mut notes)?);
            advance(1);
            step("a file sealed");
        }
        // The identity comes last: without it this is no store.
        open.slips_anew(old, &mut log, master, &mut notes)?;
        step("slips sealed");
        self.dir.close_next(open.side, log)?;
        let (log, files) = self.dir.open_next(open.side)?;
        open.compare_rows(master, old, &log, &mut advance)?;
        for (id, seal) in ids.iter().zip(&seals) {
            open.compare_file(master, id, &files, seal.as_ref())?;
            advance(1);
        }
        self.dir.close_next(open.side, log)?;
        step("read back");
        notes.extend(open.files.leftover_parts()?.iter().map(|id| t!("new-key-leftover", file = hex::encode(id))));
        Ok(notes)
    }

    /// Closes the old store, moves the new one into its place and opens it.
    fn move_in(&mut self, master: &MasterKey, side: Side, step: &mut Step<'_>) -> Result<(), SessionError> {
        self.open = None;
        vault::scrub_stack();
        self.dir.finish_next(side, step)?;
        self.open = self.open_side(master, side)?;
        self.opened_with = Some(SecretClass::Passphrase);
        if self.open.is_some() { Ok(()) } else { Err(SessionError::Record) }
    }

    /// Before a store is opened: finishes a change of the master key that was cut off after its one rename.
    pub(super) fn finish_change(&self, master: &MasterKey, side: Side) -> Result<(), SessionError> {
        if !self.dir.has_next(side)? {
            return Ok(());
        }
        let sealed = match self.dir.next_slip(side, set_up::IDENTITY) {
            Err(error) if is_damage(&error) => None,
            other => other?,
        };
        if sealed.is_some_and(|sealed| set_up::opens_identity(master, &sealed)) {
            self.dir.finish_next(side, &mut |_| {})?;
        }
        Ok(())
    }

    /// After a store was opened with its own key: whatever is beside it was never begun, or is what it replaced.
    pub(super) fn clear_change(&self, side: Side) {
        // A disk that lets nothing be removed must not keep her out.
        if self.dir.has_next(side).unwrap_or(false) {
            let _ = self.dir.discard_next(side);
        }
    }
}

/// Whether a seal does not check; anything else (the disk, memory) is no damage and stops the change.
fn is_rotten(error: VaultError) -> bool {
    matches!(error, VaultError::NotGenuine(_) | VaultError::CutShort(_) | VaultError::UnknownVersion { .. })
}

/// A vault error of reading or writing, as the disk's own.
fn of_disk(error: VaultError) -> SessionError {
    match error {
        VaultError::Io(kind) => StoreError::from_io("a file", &kind.into()).into(),
        other => other.into(),
    }
}

fn each_page(log: &Log, mut each: impl FnMut(&[Row]) -> Result<(), SessionError>) -> Result<(), SessionError> {
    let mut after = None;
    loop {
        let rows = log.rows(after, PAGE)?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = Some(last.seq);
        each(&rows)?;
    }
}

impl Open {
    /// A row under the new key. One that does not open is carried over as it is: it stays as unreadable as it was.
    fn row_anew(&self, master: &MasterKey, row: &Row, notes: &mut Vec<String>) -> Result<Row, SessionError> {
        let sealed = match vault::open_record(&self.master, &self.id, &row.id, &row.sealed) {
            Ok(plain) => vault::seal_record(master, &self.id, &row.id, &plain)?,
            Err(error) if is_rotten(error) => {
                notes.push(t!("new-key-kept-record", record = row.seq));
                row.sealed.clone()
            }
            Err(error) => return Err(error.into()),
        };
        Ok(Row { seq: row.seq, id: row.id, sealed })
    }

    fn slips_anew(
        &self,
        old: &Log,
        log: &mut Log,
        master: &MasterKey,
        notes: &mut Vec<String>,
    ) -> Result<(), SessionError> {
        for name in old.slip_names()?.into_iter().filter(|name| !set_up::is_own_slip(name)) {
            let Some(sealed) = old.get_slip(&name)? else { continue };
            let sealed = match vault::open_small(&self.master, &self.id, &name, &sealed) {
                Ok(plain) => {
                    let anew = vault::seal_small(master, &self.id, &name, &plain)?;
                    if vault::open_small(master, &self.id, &name, &anew)? != plain {
                        return Err(SessionError::Record);
                    }
                    anew
                }
                Err(error) if is_rotten(error) => {
                    notes.push(t!("new-key-kept-slip").to_owned());
                    sealed
                }
                Err(error) => return Err(error.into()),
            };
            log.put_slip(&name, &sealed)?;
        }
        set_up::put_identity(log, master, self.id, self.chain, &self.signing)
    }

    /// A file under the new key, hashed on its way. `None`: it was damaged, and was carried over as it is.
    fn file_anew(
        &self,
        master: &MasterKey,
        id: &Id,
        files: &Files,
        notes: &mut Vec<String>,
    ) -> Result<Option<FileSeal>, SessionError> {
        let size = self.files.size(id)?;
        let mut sealer = FileSealer::new(files.new_file(id, size)?, master, &self.id, id).map_err(of_disk)?;
        let opened = FileOpener::new(self.files.read(id)?, &self.master, &self.id, id);
        match opened.and_then(|opened| opened.copy_to(&mut sealer)) {
            Ok(read) => {
                let (written, to) = sealer.finish().map_err(of_disk)?;
                to.keep()?;
                if read == written { Ok(Some(written)) } else { Err(SessionError::ReadBack) }
            }
            Err(error) if is_rotten(error) => {
                drop(sealer);
                let mut to = files.new_file(id, size)?;
                io::copy(&mut self.files.read(id)?, &mut to)
                    .map_err(|error| SessionError::Store(StoreError::from_io("a file", &error)))?;
                to.keep()?;
                notes.push(t!("new-key-kept-file", file = hex::encode(id)));
                Ok(None)
            }
            Err(error) => Err(of_disk(error)),
        }
    }

    /// Reads both logs side by side: the same rows, and the same bytes under both seals.
    fn compare_rows(
        &self,
        master: &MasterKey,
        old: &Log,
        new: &Log,
        advance: &mut dyn FnMut(usize),
    ) -> Result<(), SessionError> {
        each_page(old, |rows| {
            for row in rows {
                let other = new.row(row.seq)?.ok_or(SessionError::Unsealed(row.seq))?;
                let same = match vault::open_record(&self.master, &self.id, &row.id, &row.sealed) {
                    Ok(plain) => vault::open_record(master, &self.id, &row.id, &other.sealed)? == plain,
                    Err(_) => other.sealed == row.sealed,
                };
                if other.id != row.id || !same {
                    return Err(SessionError::Unsealed(row.seq));
                }
            }
            advance(rows.len());
            Ok(())
        })?;
        let slip = |name: &str| -> Result<Option<Vec<u8>>, SessionError> { Ok(new.get_slip(name)?) };
        let known = set_up::identity(master, &slip)?.map(|(id, chain, _)| (id, chain));
        let same = known == Some((self.id, self.chain))
            && new.count()? == old.count()?
            && new.slip_names()? == old.slip_names()?
            && new.integrity()?.is_sound();
        if same { Ok(()) } else { Err(SessionError::Record) }
    }

    fn compare_file(
        &self,
        master: &MasterKey,
        id: &Id,
        files: &Files,
        seal: Option<&FileSeal>,
    ) -> Result<(), SessionError> {
        let Some(seal) = seal else {
            return if files.size(id)? == self.files.size(id)? { Ok(()) } else { Err(SessionError::ReadBack) };
        };
        let opened = FileOpener::new(files.read(id)?, master, &self.id, id).map_err(of_disk)?;
        let read = opened.copy_to(&mut io::sink()).map_err(|_| SessionError::ReadBack)?;
        if read == *seal { Ok(()) } else { Err(SessionError::ReadBack) }
    }
}

#[cfg(test)]
#[path = "new_master_tests.rs"]
mod tests;
