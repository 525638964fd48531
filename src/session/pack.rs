//! Making an evidence pack, and saying first what it gives away.

use std::io::Read;
use std::path::PathBuf;

use zeroize::Zeroizing;

use super::core::{Core, Open, unseal};
use super::{Reply, Session, SessionError};
use crate::domain::{FileId, PackRecord, Record};
use crate::evidence::Committed;
use crate::evidence::pack::{self, Choice, Form, Made, PackError, Preview, Source};

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

impl Session {
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
        Self::Pack(error.to_string())
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
            let file = open.file(id).map_err(|_| std::io::Error::from(std::io::ErrorKind::NotFound))?;
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
    /// Every record that can be read, as it was committed to.
    fn committed(&self) -> Result<Vec<Committed>, SessionError> {
        let lines = self.journal.lines().iter();
        lines.map(|line| unseal(&self.master, &self.id, &self.row(line.seq)?)).collect()
    }
}
