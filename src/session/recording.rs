//! Recordings: kept second by second, so that a phone that is snatched, dies or is killed keeps what it heard.
//!
//! A sealed file is written in whole chunks. What does not fill a chunk yet lies sealed in a slip beside it, with how
//! many chunks were there at that moment; both are durable before [`Session::push_recorded`] answers. What was cut
//! off is put together again when the kept draft is next asked for, marked as cut off, and offered with it.

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::attach::HeldFile;
use super::core::{Core, Open};
use super::{Reply, Session, SessionError};
use crate::domain::{CameBy, FileId};
use crate::vault::{self, VaultError};

/// The beginning of the slip's name; the file's id follows.
const SLIP: &str = "recording.";

/// What is known of a recording that goes on. Sealed; what waits for its chunk follows it in the same slip.
#[derive(Serialize, Deserialize)]
struct Going {
    name: Option<String>,
    /// Whole chunks on the disk.
    chunks: u32,
    /// The file that it was put together as, once that is on the disk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    put_together: Option<FileId>,
    /// What does not fill a chunk yet. Not in the JSON: it follows it as it is.
    #[serde(skip)]
    waiting: Zeroizing<Vec<u8>>,
}

impl Session {
    /// Begins a recording: a file that grows as it is made.
    pub fn begin_recording(&self, name: Option<String>) -> Reply<FileId> {
        self.ask(move |core| {
            let id = core.begin_file(name, CameBy::Captured, 0)?;
            core.opened_mut()?.keep_so_far(id)?;
            Ok(id)
        })
    }

    /// The next piece of it, about a second long. It is on the disk when this answers.
    pub fn push_recorded(&self, file: FileId, piece: Vec<u8>) -> Reply<()> {
        let piece = Zeroizing::new(piece);
        self.ask(move |core| {
            core.push_slice(file, &piece)?;
            core.opened_mut()?.keep_so_far(file)
        })
    }

    /// It was stopped: it is closed, read back and compared.
    pub fn finish_recording(&self, file: FileId) -> Reply<HeldFile> {
        self.ask(move |core| {
            let held = core.finish_file(file)?;
            core.opened_mut()?.writable()?.remove_slip(&slip(file))?;
            Ok(held)
        })
    }

    /// It ended without being stopped: what is on the disk stays, to be put together with the draft.
    pub fn let_go_of_recording(&self, file: FileId) -> Reply<()> {
        self.ask(move |core| {
            core.opened_mut()?.intakes.remove(&file);
            Ok(())
        })
    }

    /// It is not wanted: nothing of it is kept.
    pub fn abandon_recording(&self, file: FileId) -> Reply<()> {
        self.ask(move |core| {
            let open = core.opened_mut()?;
            open.intakes.remove(&file);
            open.files.remove_part(&file.0)?;
            open.writable()?.remove_slip(&slip(file))?;
            Ok(())
        })
    }
}

fn slip(file: FileId) -> String {
    format!("{SLIP}{file}")
}

impl Open {
    /// Every file that a recording needs: its own part, and what it was put together as.
    pub(super) fn recorded_files(&self) -> Result<Vec<FileId>, SessionError> {
        let Some(log) = &self.log else { return Ok(Vec::new()) };
        let mut files = Vec::new();
        for id in log.slip_names()?.iter().filter_map(|name| name.strip_prefix(SLIP)?.parse().ok()) {
            files.push(id);
            files.extend(self.going(id)?.and_then(|going| going.put_together));
        }
        Ok(files)
    }

    /// The files of which a slip says that they are being recorded.
    fn recordings_left(&self) -> Result<Vec<FileId>, SessionError> {
        let Some(log) = &self.log else { return Ok(Vec::new()) };
        let names = log.slip_names()?;
        let ids = names.iter().filter_map(|name| name.strip_prefix(SLIP)?.parse().ok());
        Ok(ids.filter(|id| !self.intakes.contains_key(id)).collect())
    }

    /// Makes durable what has come of a recording.
    fn keep_so_far(&mut self, id: FileId) -> Result<(), SessionError> {
        let intake = self.intakes.get_mut(&id).ok_or(SessionError::NoSuchFile)?;
        intake.recording = true;
        intake.sealer.written_to().sync_so_far()?;
        let going = Going {
            name: intake.name.clone(),
            chunks: intake.sealer.chunks_written(),
            put_together: None,
            waiting: Zeroizing::new(intake.sealer.waiting().to_vec()),
        };
        self.put_going(id, &going)
    }

    fn put_going(&mut self, id: FileId, going: &Going) -> Result<(), SessionError> {
        let mut text = Zeroizing::new(serde_json::to_vec(going).map_err(|_| SessionError::Record)?);
        text.push(b'\n');
        text.extend_from_slice(&going.waiting);
        self.put_slip(&slip(id), &text)
    }

    fn going(&self, id: FileId) -> Result<Option<Going>, SessionError> {
        let Some(text) = self.get_slip(&slip(id))? else { return Ok(None) };
        let mut parts = text.splitn(2, |byte| *byte == b'\n');
        let (Some(going), Some(waiting)) = (parts.next(), parts.next()) else { return Err(SessionError::Record) };
        let going: Going = serde_json::from_slice(going).map_err(|_| SessionError::Record)?;
        Ok(Some(Going { waiting: Zeroizing::new(waiting.to_vec()), ..going }))
    }
}

impl Core {
    /// Puts together the recordings that were cut off before they were stopped, and adds them to the kept draft.
    /// Mostly there are none.
    pub(super) fn put_cut_off_together(&mut self) -> Result<(), SessionError> {
        for file in self.opened()?.recordings_left()? {
            self.put_together(file)?;
        }
        Ok(())
    }

    /// Each step may be cut off and is found again: a new file first, then the slip that names it, then the draft,
    /// and only then is the old part removed.
    fn put_together(&mut self, id: FileId) -> Result<(), SessionError> {
        let Some(mut going) = self.opened()?.going(id)? else { return Ok(()) };
        let held = match going.put_together {
            Some(whole) => Some(self.held_again(whole, going.name.clone(), whole != id)?),
            None => self.seal_again(id, &going)?,
        };
        if let Some(held) = &held {
            going.put_together = Some(held.file);
            going.waiting = Zeroizing::default();
            self.opened_mut()?.put_going(id, &going)?;
            let mut kept = self.opened()?.kept_draft()?.unwrap_or_default();
            let spoken_of = self.journal()?.all_files().any(|(_, file)| file.file == held.file);
            if !spoken_of && !kept.files.iter().any(|file| file.file == held.file) {
                kept.files.push(held.clone());
                self.opened_mut()?.keep_draft(&kept)?;
            }
        }
        let open = self.opened_mut()?;
        open.files.remove_part(&id.0)?;
        open.writable()?.remove_slip(&slip(id))?;
        Ok(())
    }

    /// Seals what is left of a recording as a file of its own. `None`: there was nothing.
    fn seal_again(&mut self, id: FileId, going: &Going) -> Result<Option<HeldFile>, SessionError> {
        // Stopped, and then killed before the slip was gone: it is whole, and was never cut off.
        if self.opened()?.files.list()?.contains(&id.0) {
            return Ok(Some(self.held_again(id, going.name.clone(), false)?));
        }
        let new = self.begin_file(going.name.clone(), CameBy::Captured, 0)?;
        let open = self.opened()?;
        let (master, journal) = (open.master.clone(), open.id);
        let read = match open.files.read_part(&id.0) {
            Ok(part) => {
                vault::salvage_part(part, (&master, &journal, &id.0), going.chunks, |chunk| self.push_slice(new, chunk))
            }
            Err(crate::store::StoreError::Missing { .. }) => Ok(0),
            Err(error) => Err(error.into()),
        };
        // Where the part itself is damaged, what came before is kept, and what came after does not belong to it.
        let whole = match read {
            Ok(chunks) => chunks == going.chunks,
            Err(SessionError::Vault(VaultError::NotGenuine(_) | VaultError::CutShort(_))) => false,
            Err(error) => return Err(error),
        };
        if whole {
            self.push_slice(new, &going.waiting)?;
        }
        match self.finish_file(new) {
            Ok(held) => Ok(Some(HeldFile { cut_off: true, ..held })),
            Err(SessionError::EmptyFile) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// What is to be said of a file that is whole and that no record speaks of.
    fn held_again(&self, id: FileId, name: Option<String>, cut_off: bool) -> Result<HeldFile, SessionError> {
        let open = self.opened()?;
        let (seal, beginning) = open.look_through(id)?;
        Ok(HeldFile { cut_off, ..HeldFile::of(id, seal, &beginning, name, CameBy::Captured) })
    }
}
