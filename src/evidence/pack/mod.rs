//! The pack: what she hands to the police or a lawyer.
//!
//! One PDF and ordinary originals that any Windows opens, and beside them what is needed to check that nothing was
//! changed: a table, every record of the chain, a signed list of digests, and a page that checks them offline.
//! The files and `evidence.json` are described in `docs/pack.md`.
//!
//! She chooses what it gives away. [`preview`] counts it first; whatever is taken out is taken out of every part:
//! the PDF, the table, the records, the file names, the data inside photos, and those of her own texts that repeat
//! it. Its digest stays, so the chain still checks.

mod contacts;
mod evidence;
mod exhibits;
mod journal;
mod needles;
#[cfg(feature = "pdf")]
mod pdf;
mod preview;
mod read_me;
mod redact;
mod sink;
#[cfg_attr(not(feature = "pdf"), allow(dead_code))]
mod story;
mod table;
mod view;
mod why;
mod words;
mod write;

use std::collections::BTreeSet;
use std::io::Read;
use std::path::Path;

use jiff::civil;
use sha2::{Digest as _, Sha256};

use super::{ChainError, Committed};
use crate::domain::{ChainId, Digest, FileId, Moment, RecordId, SignedHead};

pub use preview::{Preview, Reveals, preview};
pub use why::Why;
pub use write::write;

/// The file names of a pack. None of them says anything about her.
pub mod names {
    /// The chronology, for reading.
    pub const PDF: &str = "Chronology.pdf";
    /// The same as a table.
    pub const TABLE: &str = "chronology.csv";
    /// Every record of the chain.
    pub const EVIDENCE: &str = "evidence.json";
    /// The SHA-256 of each file.
    pub const MANIFEST: &str = "manifest.sha256";
    /// The signature over the manifest.
    pub const SIGNATURE: &str = "manifest.sha256.sig";
    /// The public key, as `ssh-keygen` wants it.
    pub const SIGNERS: &str = "allowed_signers";
    /// What it is, in plain words.
    pub const READ_ME: &str = "READ ME FIRST.txt";
    /// The page that checks a pack offline.
    pub const CHECK: &str = "verify.html";
    /// Contact details, on a sheet of their own.
    pub const CONTACTS: &str = "Contact details.txt";
    /// The folder of originals.
    pub const EXHIBITS: &str = "Exhibits";
    /// The one archive inside a sealed one.
    pub const INNER: &str = "pack.zip";
}

/// What the check has to know of the files.
pub(crate) mod format {
    pub(crate) use super::contacts::FIELD as CONTACT_FIELD;
    pub(crate) use super::evidence::{FORMAT, VERSION};
    /// [`super::Why::Destroyed`] as `evidence.json` says it.
    pub(crate) const DESTROYED: &str = "destroyed";
}

/// The SHA-256 of some bytes.
pub(crate) fn digest(bytes: &[u8]) -> Digest {
    Digest(Sha256::digest(bytes).into())
}

/// The shortest password of a sealed pack, in characters.
pub const MIN_PASSWORD: usize = 8;

/// Opens the original of a file: its own bytes, already unsealed.
pub type OpenFile<'a> = dyn Fn(FileId) -> std::io::Result<Box<dyn Read + 'a>> + 'a;
/// Signs the manifest's bytes: an armoured SSHSIG in namespace [`super::key::NAMESPACE`]. `None`: no key, or it failed.
pub type Sign<'a> = dyn Fn(&[u8]) -> Option<String> + 'a;

/// Where a pack is made from. The session fills it.
pub struct Source<'a> {
    /// Whose chain.
    pub chain: ChainId,
    /// Its Ed25519 public key.
    pub public_key: [u8; 32],
    /// All records of the chain, in order from 0.
    pub records: &'a [Committed],
    /// Gives the bytes of an original.
    pub open_file: &'a OpenFile<'a>,
    /// Signs.
    pub sign: &'a Sign<'a>,
    /// The head, signed, where there is one.
    pub head: Option<SignedHead>,
    /// This device's clock.
    pub made: Moment,
}

/// What to take out, throughout the pack.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Withhold {
    /// Places marked as her home, positions near it, and what repeats its address.
    pub home: bool,
    /// Places on her way, at work and where she studies, with the hours of those entries. Hours that her own words
    /// mention stay.
    pub routine: bool,
    /// Witnesses, friends and family by name. Not the person that the entry is about.
    pub names_of_others: bool,
    /// Photos and films.
    pub photos: bool,
}

impl Withhold {
    fn any(self) -> bool {
        self != Self::default()
    }
}

/// What she chose.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// Nothing that happened before this day.
    pub from: Option<civil::Date>,
    /// Nothing that happened after this day.
    pub to: Option<civil::Date>,
    /// Entries to leave out whole.
    pub without: BTreeSet<RecordId>,
    /// What to take out of the others.
    pub withhold: Withhold,
    /// How to reach her, for the separate sheet. No sheet names her otherwise.
    pub contact: Option<String>,
}

impl Choice {
    /// Whether anything may be missing because of it. If so, every part of the pack says "selected by the writer".
    pub fn selects(&self) -> bool {
        self.from.is_some() || self.to.is_some() || !self.without.is_empty() || self.withhold.any()
    }
}

/// In which form, and where to. Nothing that exists is overwritten.
#[derive(Clone, Copy)]
pub enum Form<'a> {
    /// Ordinary files in a folder.
    Folder(&'a Path),
    /// One ordinary ZIP.
    Zip(&'a Path),
    /// One ZIP with a password (AES-256). Inside is one archive, so that names and sizes do not show.
    SealedZip {
        /// Where.
        path: &'a Path,
        /// Spoken to the receiver, never sent with it.
        password: &'a str,
    },
}

impl Form<'_> {
    /// Where it goes.
    pub fn path(&self) -> &Path {
        match self {
            Self::Folder(path) | Self::Zip(path) | Self::SealedZip { path, .. } => path,
        }
    }
}

/// A pack that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// SHA-256 of `manifest.sha256`.
    pub manifest: Digest,
    /// How many entries are in it.
    pub entries: u32,
    /// How many originals and copies of pictures.
    pub files: u32,
    /// Whether it is a selection.
    pub selected: bool,
    /// How many originals the journal has lost, or could not read whole. The pack names them.
    pub lost: u32,
    /// The fingerprint to tell at handover.
    pub fingerprint: String,
}

/// Why no pack was made. Nothing is left behind, and the journal is as it was.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// Nothing would be in it.
    #[error("There is nothing in this pack. Choose other days, or put an entry back.")]
    Empty,
    /// A record cannot be read.
    #[error("Record {0} of the journal cannot be read, so no pack was made. The journal is as it was.")]
    Record(u64),
    /// The chain does not hold.
    #[error("No pack was made, because the journal's chain does not hold: {0}.")]
    Chain(#[from] ChainError),
    /// The head, or the key, is not this chain's.
    #[error("No pack was made, because the signed head does not belong to this journal.")]
    Head,
    /// A file's bytes are not those that were recorded.
    #[error("The file {0} is not as it was recorded, so no pack was made.")]
    FileChanged(FileId),
    /// A file cannot be opened.
    #[error("The file {0} cannot be opened, so no pack was made.")]
    FileUnreadable(FileId),
    /// There is something in that place already.
    #[error("There is already something with that name. Nothing was overwritten. Choose another name.")]
    Exists,
    /// No room.
    #[error(
        "There is not enough room there for the pack. What was written of it was removed. The journal is as it was."
    )]
    DiskFull,
    /// The password is too short.
    #[error("The password needs at least 8 characters. Four words that do not belong together are easy to say.")]
    PasswordTooShort,
    /// Letters that other programs write in other bytes.
    #[error(
        "Use only English letters, digits, spaces and common signs in the password: other programs may not read others."
    )]
    PasswordNotPlain,
    /// Nothing was signed.
    #[error("The pack could not be signed, so none was made.")]
    Unsigned,
    /// The PDF could not be made.
    #[error("The chronology could not be laid out as a PDF, so no pack was made.")]
    Pdf,
    /// One of the parts could not be put into words.
    #[error("A part of the pack could not be written.")]
    Encode,
    /// Writing failed.
    #[error("The pack could not be written ({0}). What was written of it was removed. The journal is as it was.")]
    Write(std::io::ErrorKind),
}

impl From<std::io::Error> for PackError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Self::DiskFull,
            kind => Self::Write(kind),
        }
    }
}

#[cfg(test)]
mod tests;
