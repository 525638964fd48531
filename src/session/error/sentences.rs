//! Each error as three sentences: what happened, what is safe, what to do.

use super::{SessionError, Told, of_rules, of_store, of_touch, of_vault, sentence, told};
use crate::session::update;
use crate::t;
use crate::vault::VaultError;

impl SessionError {
    /// What happened, what is safe, what to do.
    pub fn told(&self) -> Told {
        let (happened, safe, to_do) = match self {
            Self::Stopped => (t!("error-stopped"), t!("error-all-safe"), t!("error-stopped.to-do")),
            Self::NoVault => (t!("error-no-vault"), t!("error-nothing-lost"), t!("error-no-vault.to-do")),
            Self::AlreadyThere => {
                (t!("error-already-there"), t!("error-already-there.safe"), t!("error-already-there.to-do"))
            }
            Self::Locked => (t!("error-locked"), t!("error-all-safe"), t!("error-locked.to-do")),
            Self::WrongSecret => {
                (t!("error-wrong-secret"), t!("error-wrong-secret.safe"), t!("error-wrong-secret.to-do"))
            }
            Self::KeyFileLost(why) => {
                let happened = t!("error-key-file-lost", what = why.as_str());
                return told(&happened, t!("error-key-file-lost.safe"), t!("error-copy-of-keys"));
            }
            Self::WeakPassphrase => {
                (t!("error-weak-passphrase"), t!("error-nothing-changed"), t!("error-weak-passphrase.to-do"))
            }
            Self::TooSoon { seconds } => {
                let happened = t!("error-too-soon", seconds = *seconds);
                return told(&happened, t!("error-too-soon.safe"), t!("error-too-soon.to-do"));
            }
            Self::PinNotHere => (t!("error-pin-not-here"), t!("error-nothing-lost"), t!("error-pin-not-here.to-do")),
            Self::SecretInUse => {
                (t!("error-secret-in-use"), t!("error-nothing-changed"), t!("error-secret-in-use.to-do"))
            }
            Self::WeakPin => (t!("error-weak-pin"), t!("error-nothing-changed"), t!("error-weak-pin.to-do")),
            Self::NoPinHere => (t!("error-no-pin-here"), t!("error-nothing-changed"), t!("error-no-pin-here.to-do")),
            Self::LastSecret => (t!("error-last-secret"), t!("error-nothing-changed"), t!("error-last-secret.to-do")),
            Self::NoSuchSecret => {
                (t!("error-no-such-secret"), t!("error-nothing-changed"), t!("error-no-such-secret.to-do"))
            }
            Self::NeedPassphrase => {
                (t!("error-need-passphrase"), t!("error-nothing-changed"), t!("error-need-passphrase.to-do"))
            }
            Self::NotDestroyed(why) => {
                let Told { happened, to_do, .. } = why.told();
                let counted = !matches!(**why, Self::TooSoon { .. });
                let safe = if counted { t!("error-not-destroyed") } else { t!("error-not-destroyed.not-counted") };
                return Told { happened, safe: safe.to_owned(), to_do };
            }
            Self::MarksFull => (t!("error-marks-full"), t!("error-marks-full.safe"), t!("error-marks-full.to-do")),
            Self::NoMarks => (t!("error-no-marks"), t!("error-all-safe"), t!("error-no-marks.to-do")),
            Self::LongMark => (t!("error-long-mark"), t!("error-long-mark.safe"), t!("error-long-mark.to-do")),
            Self::NoSuchMark => (t!("error-no-such-mark"), t!("error-all-safe"), t!("error-no-such-mark.to-do")),
            Self::NoSuchNote => {
                (t!("error-no-such-note"), t!("error-no-such-note.safe"), t!("error-no-such-note.to-do"))
            }
            Self::LongNote => (t!("error-long-note"), t!("error-long-note.safe"), t!("error-long-note.to-do")),
            Self::RecoveryWords(what) => {
                return told(what, t!("error-nothing-lost"), t!("error-recovery-words"));
            }
            Self::WayBack => (t!("error-way-back"), t!("error-nothing-changed"), t!("error-way-back.to-do")),
            Self::Refused(refusals) => {
                return told(&of_rules::refused(refusals), t!("error-refused"), t!("error-refused.to-do"));
            }
            Self::Trusted(refusal) => {
                return told(of_rules::trusted_in_words(*refusal), t!("error-trusted"), t!("error-trusted.to-do"));
            }
            Self::NoSuchEntry => (t!("error-no-such-entry"), t!("error-all-safe"), t!("error-no-such-entry.to-do")),
            Self::ManyEntries => (t!("error-many-entries"), t!("error-all-safe"), t!("error-many-entries.to-do")),
            Self::NoSuchFile => (t!("error-no-such-file"), t!("error-all-safe"), t!("error-no-such-file.to-do")),
            Self::Unreadable(kind) if of_store::is_full(*kind) => return of_store::no_room_for_file(),
            Self::Vault(VaultError::Io(kind)) if of_store::is_full(*kind) => return of_store::no_room(),
            Self::Unreadable(_) => (t!("error-unreadable"), t!("error-draft-safe"), t!("error-unreadable.to-do")),
            Self::EmptyFile => (t!("error-empty-file"), t!("error-draft-safe"), t!("error-empty-file.to-do")),
            Self::FileComing => (t!("error-file-coming"), t!("error-nothing-changed"), t!("error-file-coming.to-do")),
            Self::ReadBack => (t!("error-read-back"), t!("error-read-back.safe"), t!("error-read-back.to-do")),
            Self::TooLarge => (t!("error-too-large"), t!("error-too-large.safe"), t!("error-too-large.to-do")),
            Self::ReadingOnly => {
                (t!("error-reading-only"), t!("error-reading-only.safe"), t!("error-reading-only.to-do"))
            }
            Self::Unsealed(_) | Self::Record => (t!("error-record"), t!("error-record.safe"), t!("error-record.to-do")),
            Self::Touch(error) => return of_touch::not_opened(*error),
            Self::TouchNotHere => return of_touch::not_here(),
            Self::TouchStaysOff(error) => return of_touch::stays_off(*error),
            Self::Store(error) => return of_store::told_of(error),
            Self::Update(refusal) => return update::told_of(refusal),
            Self::Vault(error) => {
                // Recovery words lie in the key files like the others.
                let to_do = if of_vault::is_of_key_file(error) { t!("error-copy-of-keys") } else { t!("error-vault") };
                return told(&of_vault::sentence_of(error), t!("error-nothing-changed"), to_do);
            }
            Self::Chain(error) => {
                return told(&of_vault::of_chain(error), t!("error-chain"), t!("error-record.to-do"));
            }
            Self::Pack(what) => return told(&sentence(what), t!("error-pack"), t!("error-pack.to-do")),
        };
        told(happened, safe, to_do)
    }
}
