//! What can go wrong, and the sentences for it: what happened, what is safe, what to do.

mod of_pack;
mod of_rules;
mod of_store;
mod of_touch;
mod of_vault;
mod sentences;

pub(super) use of_pack::refused as pack_refused;
pub use of_rules::{rule_in_words, trusted_in_words};

use crate::domain::ports::TouchError;
use crate::domain::{DomainError, Refusal, TrustedRefusal};
use crate::evidence::ChainError;
use crate::guidance::update::UpdateRefusal;
use crate::store::StoreError;
use crate::t;
use crate::vault::VaultError;

/// Everything that a use case can fail with. It carries ids and codes, never her words or places.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum SessionError {
    /// The session's thread has ended.
    #[error("the session has stopped")]
    Stopped,
    /// Nothing was set up yet.
    #[error("there is no journal here yet")]
    NoVault,
    /// A journal is here already.
    #[error("there is a journal here already")]
    AlreadyThere,
    /// It must be unlocked first.
    #[error("the journal is locked")]
    Locked,
    /// The secret opens nothing.
    #[error("that does not open the journal")]
    WrongSecret,
    /// The secret opens nothing, but one of the two key files could not be read.
    #[error("that does not open the journal, but one of the two key files could not be read: {0}")]
    KeyFileLost(String),
    /// The passphrase is too easy to guess.
    #[error("the passphrase is too short")]
    WeakPassphrase,
    /// The wait after failed tries is not over. What was typed was not looked at and is not counted.
    #[error("too many tries failed; the next may be made in {seconds} s")]
    TooSoon {
        /// Whole seconds until the next try.
        seconds: u64,
    },
    /// What looks like a PIN opens nothing, and this device's own secret was not there to try it with.
    #[error("that does not open the journal here; a PIN opens it only with this device's own secret")]
    PinNotHere,
    /// A new secret is one that is in use. Deliberately no word on which.
    #[error("that cannot be used here")]
    SecretInUse,
    /// A PIN that is no PIN, or too easy.
    #[error("a PIN needs six digits or more, not all the same and not counting up or down")]
    WeakPin,
    /// The device keeps no secret of its own.
    #[error("this device cannot protect a PIN")]
    NoPinHere,
    /// The device did not open it with a finger or face.
    #[error("{0}")]
    Touch(TouchError),
    /// What the device mixed opens nothing: it was turned on for another device, or for a key that was replaced.
    #[error("the finger or face does not open the journal here")]
    TouchNotHere,
    /// The finger or face was not turned on.
    #[error("the finger or face was not turned on: {0}")]
    TouchStaysOff(TouchError),
    /// The one secret that must stay.
    #[error("the passphrase can be changed but not taken away")]
    LastSecret,
    /// Nothing is at that place.
    #[error("there is no secret at that place")]
    NoSuchSecret,
    /// The passphrase itself is needed, not a PIN and not nothing.
    #[error("this needs the passphrase")]
    NeedPassphrase,
    /// What was to be destroyed was not, since no secret proved that it was her; and why not.
    #[error("nothing was destroyed: {0}")]
    NotDestroyed(Box<SessionError>),
    /// Every place for what is saved while locked is taken.
    #[error("no more can be saved while the journal is locked")]
    MarksFull,
    /// Nothing can be saved while locked before the journal was opened once with this version.
    #[error("nothing can be saved here while the journal is locked")]
    NoMarks,
    /// The words are more than a mark takes.
    #[error("these are too many words to be saved while the journal is locked")]
    LongMark,
    /// No mark that waits has this id.
    #[error("no mark that waits has this id")]
    NoSuchMark,
    /// No note has this id.
    #[error("no note has this id")]
    NoSuchNote,
    /// The note is longer than a note can be.
    #[error("the note is too long")]
    LongNote,
    /// The recovery words cannot be right.
    #[error("{0}")]
    RecoveryWords(String),
    /// The number for the way back is not one.
    #[error("the number for the way back needs 4 to 12 digits, and may not be 999, 112 or 101")]
    WayBack,
    /// The draft breaks a rule.
    #[error("{}", join(.0))]
    Refused(Vec<Refusal>),
    /// The list of trusted people breaks a rule.
    #[error("{0}")]
    Trusted(TrustedRefusal),
    /// No entry has this id.
    #[error("no entry has this id")]
    NoSuchEntry,
    /// More than one entry has an id that begins so.
    #[error("more than one entry has an id that begins so; give more of it")]
    ManyEntries,
    /// No file has this id.
    #[error("no file has this id")]
    NoSuchFile,
    /// What was to be attached cannot be read.
    #[error("the file to add cannot be read ({0})")]
    Unreadable(std::io::ErrorKind),
    /// What was to be attached is empty.
    #[error("the file to add is empty")]
    EmptyFile,
    /// A file is on its way in, and what was asked has to wait for it.
    #[error("a file is still being added")]
    FileComing,
    /// What was read back is not what was written.
    #[error("the file that was written does not read back as it was")]
    ReadBack,
    /// The file is larger than the caller can take.
    #[error("the file is too large to show here")]
    TooLarge,
    /// The journal was opened as far as it goes, and takes nothing new.
    #[error("the journal is open for reading only: it is damaged, or this device does not let it be written")]
    ReadingOnly,
    /// A sealed part is there and is not what was written.
    #[error("record {0} does not open with the key that opens the others")]
    Unsealed(u64),
    /// An update of the guidance was refused.
    #[error("{0}")]
    Update(#[from] UpdateRefusal),
    /// See [`StoreError`].
    #[error(transparent)]
    Store(#[from] StoreError),
    /// See [`VaultError`].
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// See [`ChainError`].
    #[error(transparent)]
    Chain(#[from] ChainError),
    /// A record is not one that this program knows.
    #[error("a record holds something that this program does not know")]
    Record,
    /// The pack could not be made or read.
    #[error("{0}")]
    Pack(String),
}

fn join(refusals: &[Refusal]) -> String {
    refusals.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

impl SessionError {
    /// The secret opens nothing, and one of the key files could not be read because of this. Which one, where that is known.
    pub(super) fn key_file_lost(why: &Self) -> Self {
        Self::KeyFileLost(match why {
            Self::Store(StoreError::Missing { name }) => t!("error-key-file-lost.missing", name = name.as_str()),
            Self::Store(
                StoreError::Io { name, .. } | StoreError::ReadOnly { name } | StoreError::Damaged { name, .. },
            ) => {
                t!("error-key-file-lost.unread", name = name.as_str())
            }
            other => other.told().happened,
        })
    }
}

impl From<DomainError> for SessionError {
    fn from(_: DomainError) -> Self {
        Self::Record
    }
}

/// Three sentences for the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What happened.
    pub happened: String,
    /// What is safe.
    pub safe: String,
    /// What to do.
    pub to_do: String,
}

impl std::fmt::Display for Told {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {} {}", self.happened, self.safe, self.to_do)
    }
}

pub(super) fn told(happened: &str, safe: &str, to_do: &str) -> Told {
    Told { happened: happened.to_owned(), safe: safe.to_owned(), to_do: to_do.to_owned() }
}

/// An error's text as a sentence.
pub(super) fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    let end = if text.ends_with(['.', '?']) { "" } else { "." };
    format!("{first}{}{end}", letters.as_str())
}
