//! Making an evidence pack, and saying first what it gives away.

use std::collections::BTreeSet;
use std::io::Read;
use std::path::PathBuf;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::core::{Core, Open, unseal};
use super::{Reply, Session, SessionError};
use crate::domain::{FileId, PackRecord, Record, RecordId};
use crate::evidence::Committed;
use crate::evidence::pack::{self, Choice, Form, Made, PackError, Preview, Source, Withhold};
use crate::store::StoreError;

/// In which form, and where to. Nothing that exists is overwritten.
#[derive(Clone)]
pub enum PackForm {
    /// Ordinary files in a folder.
    Folder(PathBuf),
    /// One ordinary ZIP.
    Zip(PathBuf),
    /// One ZIP with a password (AES-256), for e-mail and USB.
    SealedZip(PathBuf, Zeroizing<String>),
}

/// What a pack's folder or file is called, made on this day. English whatever the screen speaks, as what is in it; and nothing of
/// hers in it.
pub fn pack_name(day: Date) -> String {
    format!("Pack {day}")
}

/// What a pack begins with before she changes anything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Beginning {
    /// Her home is taken out, unless the last pack says otherwise.
    pub choice: Choice,
    /// Whether it is what she took out of the last pack.
    pub remembered: bool,
}

/// The slip with what was taken out of the last pack.
const LAST: &str = "pack";

/// What it holds: ids and sorts of things. Days and how to reach her belong to one pack alone.
#[derive(Serialize, Deserialize)]
struct Last {
    v: u32,
    home: bool,
    routine: bool,
    names_of_others: bool,
    photos: bool,
    without: BTreeSet<RecordId>,
}

impl Beginning {
    /// As for the first pack: her home is taken out.
    pub fn anew() -> Self {
        let withhold = Withhold { home: true, ..Withhold::default() };
        Self { choice: Choice { withhold, ..Choice::default() }, remembered: false }
    }
}

impl Session {
    /// What a pack begins with: what she took out of the last one, or else her home.
    pub fn pack_beginning(&self) -> Reply<Beginning> {
        self.ask(|core| Ok(core.opened()?.pack_beginning()))
    }

    /// Forgets what she took out of the last pack.
    pub fn forget_last_pack(&self) -> Reply<()> {
        self.ask(|core| {
            core.opened_mut()?.writable()?.remove_slip(LAST)?;
            Ok(())
        })
    }

    /// Counts what a pack with this choice would give away. Opens no file and writes nothing.
    pub fn preview_pack(&self, choice: Choice) -> Reply<Preview> {
        self.ask(move |core| Ok(pack::preview(&core.opened()?.committed()?, &choice)?))
    }

    /// Makes the pack, and records that it was made. `progress` hears how much of how much is done.
    pub fn make_pack(
        &self,
        choice: Choice,
        form: PackForm,
        progress: impl Fn(u64, u64) + Send + 'static,
    ) -> Reply<Made> {
        self.ask(move |core| core.make_pack(&choice, &form, &progress))
    }
}

impl From<PackError> for SessionError {
    fn from(error: PackError) -> Self {
        Self::Pack(super::error::pack_refused(&error))
    }
}

impl Core {
    fn make_pack(
        &mut self,
        choice: &Choice,
        form: &PackForm,
        progress: &dyn Fn(u64, u64),
    ) -> Result<Made, SessionError> {
        let made_at = self.now();
        let open = self.opened()?;
        let records = open.committed()?;
        let open_file = |id: FileId| -> std::io::Result<Box<dyn Read>> {
            let file = open.file(id).map_err(|error| {
                std::io::Error::from(match error {
                    SessionError::Store(StoreError::Missing { .. }) => std::io::ErrorKind::NotFound,
                    _ => std::io::ErrorKind::InvalidData,
                })
            })?;
            Ok(Box::new(file))
        };
        let sign = |message: &[u8]| open.signing.sign_pack(message).ok();
        let source = Source {
            chain: open.chain,
            public_key: open.signing.verifying_key().to_bytes(),
            records: &records,
            open_file: &open_file,
            sign: &sign,
            head: open.head().map(|(seq, link)| open.signed_head(seq, link)),
            made: made_at,
        };
        let form = match form {
            PackForm::Folder(path) => Form::Folder(path),
            PackForm::Zip(path) => Form::Zip(path),
            PackForm::SealedZip(path, password) => Form::SealedZip { path, password },
        };
        let made = pack::write(&source, choice, form, progress)?;
        if self.opened()?.log.is_some() {
            // The pack is there. A choice that is not remembered is no reason to say otherwise.
            let _ = self.opened_mut()?.remember_pack(choice);
            self.append(Record::Pack(PackRecord {
                manifest: made.manifest,
                entries: made.entries,
                files: made.files,
                selected: made.selected,
            }))?;
        }
        Ok(made)
    }
}

impl Open {
    fn remember_pack(&mut self, choice: &Choice) -> Result<(), SessionError> {
        let Withhold { home, routine, names_of_others, photos } = choice.withhold;
        let last = Last { v: 1, home, routine, names_of_others, photos, without: choice.without.clone() };
        let text = Zeroizing::new(serde_json::to_vec(&last).map_err(|_| SessionError::Record)?);
        self.put_slip(LAST, &text)
    }

    /// A slip that cannot be read is as good as none: her home is then taken out.
    fn pack_beginning(&self) -> Beginning {
        let text = self.get_slip(LAST).ok().flatten();
        let last = text.and_then(|text| serde_json::from_slice::<Last>(&text).ok()).filter(|last| last.v == 1);
        let Some(Last { home, routine, names_of_others, photos, mut without, .. }) = last else {
            return Beginning::anew();
        };
        without.retain(|id| self.journal.has_entry(*id) && self.journal.withdrawn(*id).is_none());
        let withhold = Withhold { home, routine, names_of_others, photos };
        Beginning { choice: Choice { withhold, without, ..Choice::default() }, remembered: true }
    }

    /// Every record that can be read, as it was committed to.
    fn committed(&self) -> Result<Vec<Committed>, SessionError> {
        let lines = self.journal.lines().iter();
        lines.map(|line| unseal(&self.master, &self.id, &self.row(line.seq)?)).collect()
    }
}
