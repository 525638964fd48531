//! Taking in files: sealed slice by slice as they arrive, read back, and only then spoken of.

use std::io::Read;

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::core::{Core, Open};
use super::{Reply, Session, SessionError};
use crate::domain::{CameBy, Digest, FileId, Record, RecordId};
use crate::evidence::media;
use crate::store::NewFile;
use crate::vault::{self, FileSeal, FileSealer};

/// How much of a file's beginning is looked at to tell what it is.
const LOOK_AT: usize = 4096;
/// How much is read at a time.
const SLICE: usize = 256 * 1024;

/// A file that was taken in, sealed and read back, and that no entry speaks of yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldFile {
    /// The sealed file.
    pub file: FileId,
    /// SHA-256 of the original's bytes.
    pub sha256: Digest,
    /// Their number.
    pub length: u64,
    /// What it is, told from its content.
    pub media_type: String,
    /// The name that it came with.
    pub name: Option<String>,
    /// How it came.
    pub came_by: CameBy,
    /// A recording that ended without being stopped: the program or the phone was cut off.
    #[serde(default)]
    pub cut_off: bool,
}

impl HeldFile {
    pub(super) fn of(file: FileId, seal: FileSeal, beginning: &[u8], name: Option<String>, came_by: CameBy) -> Self {
        Self {
            file,
            sha256: Digest(seal.sha256),
            length: seal.length,
            media_type: media::sniff(beginning).to_owned(),
            name,
            came_by,
            cut_off: false,
        }
    }
}

/// A file on its way in.
pub(super) struct Intake {
    pub sealer: FileSealer<NewFile>,
    beginning: Vec<u8>,
    pub name: Option<String>,
    came_by: CameBy,
    /// Whether it is made durable piece by piece.
    pub recording: bool,
}

impl Session {
    /// Begins to take in a file of about `expected` bytes (0 if that is not known).
    pub fn begin_file(&self, name: Option<String>, came_by: CameBy, expected: u64) -> Reply<FileId> {
        self.ask(move |core| core.begin_file(name, came_by, expected))
    }

    /// The next slice of it.
    pub fn push_slice(&self, file: FileId, slice: Vec<u8>) -> Reply<()> {
        self.ask(move |core| core.push_slice(file, &slice))
    }

    /// The whole of it has come: it is closed, read back and compared.
    pub fn finish_file(&self, file: FileId) -> Reply<HeldFile> {
        self.ask(move |core| core.finish_file(file))
    }

    /// It will not come: nothing of it is kept.
    pub fn abandon_file(&self, file: FileId) -> Reply<()> {
        self.ask(move |core| {
            core.opened_mut()?.intakes.remove(&file);
            Ok(())
        })
    }

    /// Adds a file to an entry that is recorded already.
    pub fn attach(&self, entry: RecordId, held: HeldFile) -> Reply<RecordId> {
        self.ask(move |core| core.attach(entry, held))
    }

    /// Reads a whole file and adds it to an entry.
    pub fn attach_from(
        &self,
        entry: RecordId,
        name: Option<String>,
        expected: u64,
        mut from: impl Read + Send + 'static,
    ) -> Reply<HeldFile> {
        self.ask(move |core| {
            if !core.journal()?.has_entry(entry) {
                return Err(SessionError::NoSuchEntry);
            }
            let held = core.take_in(name, CameBy::Desk, expected, &mut from)?;
            core.attach(entry, held.clone())?;
            Ok(held)
        })
    }
}

impl Open {
    /// Reads a sealed file from its beginning to its end. Gives what it came to, and its first bytes.
    pub(super) fn look_through(&self, id: FileId) -> Result<(FileSeal, Vec<u8>), SessionError> {
        let mut read = self.file(id)?;
        let (mut beginning, mut slice) = (Vec::new(), Zeroizing::new(vec![0; SLICE]));
        loop {
            let n = read.read(&mut slice).map_err(|_| SessionError::ReadBack)?;
            if n == 0 {
                break;
            }
            let missing = LOOK_AT.saturating_sub(beginning.len());
            beginning.extend(slice.iter().take(n.min(missing)));
        }
        Ok((read.seal().ok_or(SessionError::ReadBack)?, beginning))
    }
}

impl Core {
    pub(super) fn begin_file(
        &mut self,
        name: Option<String>,
        came_by: CameBy,
        expected: u64,
    ) -> Result<FileId, SessionError> {
        let open = self.opened_mut()?;
        open.writable()?;
        let id = FileId(vault::random()?);
        let to = open.files.new_file(&id.0, expected)?;
        let sealer = FileSealer::new(to, &open.master, &open.id, &id.0)?;
        open.intakes.insert(id, Intake { sealer, beginning: Vec::new(), name, came_by, recording: false });
        Ok(id)
    }

    pub(super) fn push_slice(&mut self, id: FileId, slice: &[u8]) -> Result<(), SessionError> {
        let open = self.opened_mut()?;
        let intake = open.intakes.get_mut(&id).ok_or(SessionError::NoSuchFile)?;
        let missing = LOOK_AT.saturating_sub(intake.beginning.len());
        intake.beginning.extend(slice.iter().take(missing));
        let pushed = intake.sealer.push(slice);
        if pushed.is_err() {
            open.intakes.remove(&id);
        }
        Ok(pushed?)
    }

    pub(super) fn finish_file(&mut self, id: FileId) -> Result<HeldFile, SessionError> {
        let open = self.opened_mut()?;
        let intake = open.intakes.remove(&id).ok_or(SessionError::NoSuchFile)?;
        if intake.beginning.is_empty() {
            return Err(SessionError::EmptyFile);
        }
        let (seal, to) = intake.sealer.finish()?;
        to.keep()?;
        let (read_back, _) = open.look_through(id)?;
        if read_back != seal {
            return Err(SessionError::ReadBack);
        }
        Ok(HeldFile::of(id, seal, &intake.beginning, intake.name, intake.came_by))
    }

    /// Takes in a whole file.
    pub(super) fn take_in(
        &mut self,
        name: Option<String>,
        came_by: CameBy,
        expected: u64,
        from: &mut dyn Read,
    ) -> Result<HeldFile, SessionError> {
        let id = self.begin_file(name, came_by, expected)?;
        let mut slice = vec![0; SLICE];
        loop {
            match from.read(&mut slice) {
                Ok(0) => return self.finish_file(id),
                Ok(n) => self.push_slice(id, slice.get(..n).unwrap_or_default())?,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => {
                    self.opened_mut()?.intakes.remove(&id);
                    return Err(SessionError::Unreadable(error.kind()));
                }
            }
        }
    }

    fn attach(&mut self, entry: RecordId, held: HeldFile) -> Result<RecordId, SessionError> {
        if !self.journal()?.has_entry(entry) {
            return Err(SessionError::NoSuchEntry);
        }
        self.append(Record::File(held.belonging_to(entry)))
    }
}
