//! What can go wrong, and the sentences for it: what happened, what is safe, what to do.

mod of_store;

use super::update;
use crate::domain::{DomainError, Refusal, TrustedRefusal};
use crate::evidence::ChainError;
use crate::guidance::update::UpdateRefusal;
use crate::store::StoreError;
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

const ALL_SAFE: &str = "Everything that you saved before is safe.";
const COPY_OF_KEYS: &str = "If the app is out of date, update it. If you have a copy of the journal's folder, keep the two files that end in .keys, and put those of the copy in their place.";
const DRAFT_SAFE: &str = "What you typed is still here. Everything that you saved before is safe.";

impl SessionError {
    /// What happened, what is safe, what to do.
    pub fn told(&self) -> Told {
        let (happened, safe, to_do) = match self {
            Self::Stopped => (
                "The journal has stopped working.",
                ALL_SAFE,
                "Close the app and open it again. 999 and the helplines still work.",
            ),
            Self::NoVault => {
                ("There is no journal here yet.", "Nothing is lost.", "Set it up first. It takes about two minutes.")
            }
            Self::AlreadyThere => {
                ("There is a journal here already.", "It was not touched.", "Unlock it, or choose another place.")
            }
            Self::Locked => ("The journal is locked.", ALL_SAFE, "Unlock it first."),
            Self::WrongSecret => (
                "That does not open the journal.",
                "Nothing is lost, and it never wipes itself.",
                "Try again. If you have forgotten it, use your recovery words.",
            ),
            Self::KeyFileLost(why) => {
                return told(
                    &format!(
                        "That does not open the journal, and it may be right all the same: one of the two key files could not be read. {}",
                        sentence(why)
                    ),
                    "Nothing was changed or wiped.",
                    COPY_OF_KEYS,
                );
            }
            Self::WeakPassphrase => (
                "That is too short.",
                "Nothing was changed.",
                "Use at least eight characters: four or five words that only you would put together are best. Digits alone need twelve.",
            ),
            Self::TooSoon { seconds } => {
                let unit = if *seconds == 1 { "second" } else { "seconds" };
                return told(
                    &format!("There were too many wrong tries. The next can be made in {seconds} {unit}."),
                    "Nothing is lost, and it never wipes itself. This try was not counted.",
                    "Wait, then try again. Your recovery words work at once.",
                );
            }
            Self::PinNotHere => (
                "That does not open the journal here. If it is a PIN: this device's own secret is missing or did not answer, and a PIN needs it.",
                "Nothing is lost.",
                "Use your passphrase or your recovery words. Then you can choose a new PIN.",
            ),
            Self::SecretInUse => ("That one cannot be used here.", "Nothing was changed.", "Choose another."),
            Self::WeakPin => (
                "That PIN is too easy to guess.",
                "Nothing was changed.",
                "Use six digits or more, not all the same and not counting up or down.",
            ),
            Self::NoPinHere => (
                "This device cannot protect a PIN.",
                "Nothing was changed.",
                "Keep to your passphrase. It is the stronger of the two.",
            ),
            Self::LastSecret => (
                "The passphrase cannot be taken away: without it nothing might open the journal again.",
                "Nothing was changed.",
                "You can change it to another.",
            ),
            Self::NoSuchSecret => {
                ("There is nothing to take away there.", "Nothing was changed.", "Look at the list again.")
            }
            Self::NeedPassphrase => (
                "This needs your passphrase.",
                "Nothing was changed.",
                "Type your passphrase. If you have forgotten it, lock the journal and open it with your recovery words: then you can choose a new one.",
            ),
            Self::NotDestroyed(why) => {
                let Told { happened, to_do, .. } = why.told();
                let uncounted = if let Self::TooSoon { .. } = **why { " This try was not counted." } else { "" };
                return Told { happened, safe: format!("Nothing was destroyed.{uncounted}"), to_do };
            }
            Self::MarksFull => (
                "No more can be saved while the journal is locked.",
                "What was saved before is safe, and nothing of it was replaced.",
                "Unlock the journal: it takes them in, and there is room again. Or write the time on paper.",
            ),
            Self::NoMarks => (
                "Nothing can be saved here while the journal is locked.",
                ALL_SAFE,
                "Unlock the journal to write in it. After that it will work. Or write the time on paper.",
            ),
            Self::LongMark => (
                "These are too many words to be saved while the journal is locked.",
                "What you typed is still here.",
                "Take some out, and add them after you unlock.",
            ),
            Self::NoSuchMark => ("It was dealt with already.", ALL_SAFE, "Go back to the journal."),
            Self::NoSuchNote => ("There is no such note.", "The others are as they were.", "Go back to the list."),
            Self::LongNote => (
                "The note is too long to be saved.",
                "What you typed is still on the screen.",
                "Put the rest of it in another note.",
            ),
            Self::RecoveryWords(what) => {
                return told(what, "Nothing is lost.", "Check it against what you wrote down and try again.");
            }
            Self::WayBack => (
                "That number cannot be used.",
                "Nothing was changed.",
                "Choose 4 to 12 digits, and not a number that you would call for help.",
            ),
            Self::Refused(refusals) => {
                return told(&join(refusals), "What you typed is still here.", "Then save again.");
            }
            Self::Trusted(refusal) => {
                return told(&refusal.to_string(), "What you kept before is as it was.", "Then keep it again.");
            }
            Self::NoSuchEntry => ("There is no such entry.", ALL_SAFE, "Go back to the journal and choose it there."),
            Self::ManyEntries => ("More than one entry begins like that.", ALL_SAFE, "Give more of its id."),
            Self::NoSuchFile => {
                ("There is no such file in the journal.", ALL_SAFE, "Go back to the entry and choose it there.")
            }
            Self::Unreadable(kind) | Self::Vault(VaultError::Io(kind)) if of_store::is_full(*kind) => {
                return of_store::no_room_for_file();
            }
            Self::Unreadable(_) => (
                "The file could not be read, so it was not added.",
                DRAFT_SAFE,
                "Check that it still exists, or choose another.",
            ),
            Self::EmptyFile => ("The file is empty, so it was not added.", DRAFT_SAFE, "Choose another file."),
            Self::FileComing => (
                "A file is still being added, so this has to wait.",
                "Nothing was changed.",
                "Let it finish, or take it away. Then try again.",
            ),
            Self::ReadBack => (
                "The file was written and did not read back the same, so it was not added.",
                "Your original is where it was. Everything that you saved before is safe.",
                "Try again. If it happens twice, this device's storage may be failing: make an evidence pack now.",
            ),
            Self::TooLarge => (
                "The file is too large to show here.",
                "It is in the journal, whole.",
                "It will be in the evidence pack.",
            ),
            Self::ReadingOnly => (
                "The journal takes nothing new: it is damaged, or this device does not let it be written. It is open as far as it can be read.",
                "What is there was kept and not changed.",
                "Make an evidence pack now of what can be read.",
            ),
            Self::Unsealed(_) | Self::Record => (
                "Part of the journal cannot be read.",
                "The rest is still there, and nothing was changed.",
                "Run the check to see which part.",
            ),
            Self::Store(error) => return of_store::told_of(error),
            Self::Update(refusal) => return update::told_of(refusal),
            Self::Vault(error) => {
                // Recovery words lie in the key files like the others.
                let to_do = if of_key_file(error) {
                    COPY_OF_KEYS
                } else {
                    "If the app is out of date, update it. Your recovery words open the journal too."
                };
                return told(&sentence(&error.to_string()), "Nothing was changed.", to_do);
            }
            Self::Chain(error) => {
                return told(
                    &sentence(&error.to_string()),
                    "Nothing was changed, and what can be read can be read.",
                    "Run the check to see which part.",
                );
            }
            Self::Pack(what) => {
                return told(
                    &sentence(what),
                    "Your journal is as it was.",
                    "Choose another place or name, and make the pack again.",
                );
            }
        };
        told(happened, safe, to_do)
    }
}

/// Whether a key file as a whole cannot be used.
fn of_key_file(error: &VaultError) -> bool {
    use crate::vault::Sealed::KeyFile;
    matches!(
        error,
        VaultError::CutShort(KeyFile)
            | VaultError::TooLong(KeyFile)
            | VaultError::UnknownVersion { what: KeyFile, .. }
            | VaultError::CostTooLow { .. }
            | VaultError::CostTooHigh { .. }
            | VaultError::Lanes(_)
            | VaultError::HeadersDiffer
    )
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
