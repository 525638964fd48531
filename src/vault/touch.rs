//! The shortcut: the journal's master key, sealed under what the device's hardware mixes once it has recognised a finger or face.
//!
//! ```text
//! touch file = version 1 (1) ‖ slot of class 4 (114)                          115 bytes
//! question   = HKDF-SHA256(the key files' common salt, "steadfast touch question"), 32 bytes
//! keying material = what the hardware makes of the question: no Argon2id, since its key has 256 random bits
//! associated data of the slot = header of the key files ‖ place 8
//! ```
//!
//! **Why a file of its own, and not a place in a key file.** The key file's list knows three classes, and a program of before takes a
//! fourth for an altered list: it would then change no secret any more and say something that is not so. The version of a key file
//! cannot be raised without every secret there, since each slot is bound to the header. And that there is a shortcut has to be known
//! before anything is open: the file itself says so, and there is no moment at which it and a mark beside it differ.
//!
//! **Why place 8.** A key file's places are 0 to 7, so a slot of one never opens here, nor this one there.
//!
//! **Which store.** Only the journal's key, and nothing in the file says which key file is the journal's: both lists are tried with what
//! came out, and with random bytes where nothing did. A key that was replaced since opens neither.

use subtle::{ConditionallySelectable, ConstantTimeEq};
use zeroize::Zeroizing;

use hkdf::Hkdf;
use sha2::Sha256;

use super::error::{Sealed, VaultError};
use super::random;
use super::scrub::scrubbed;
use super::secret::MasterKey;
use super::slot::{self, SLOT_LEN, SlotBytes, SlotClass, StoreKind};
use super::slots::KeyFile;
use super::unlock::Opened;
use crate::domain::ports::Mixed;

const VERSION: u8 = 1;
/// Behind the last place of a key file.
const PLACE: u8 = 8;

/// The shortcut's file, as bytes in memory. Whoever calls writes it atomically.
#[derive(Clone, PartialEq, Eq)]
pub struct TouchSlot(SlotBytes);

impl std::fmt::Debug for TouchSlot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TouchSlot(..)")
    }
}

impl TouchSlot {
    /// What the hardware is asked, known before anything is open. Either key file of a pair gives the same.
    ///
    /// # Errors
    /// [`VaultError::Cipher`].
    pub fn question(file: &KeyFile) -> Result<[u8; 32], VaultError> {
        let mut question = [0; 32];
        Hkdf::<Sha256>::new(None, &file.header.salt)
            .expand(b"steadfast touch question", &mut question)
            .map_err(|_| VaultError::Cipher)?;
        Ok(question)
    }

    /// Seals the journal's master key. `file` is the journal's key file.
    ///
    /// # Errors
    /// [`VaultError::ListAltered`] when this key is not the file's, or the file not the journal's; [`VaultError::Random`].
    pub fn seal(master: &MasterKey, file: &KeyFile, mixed: &Mixed) -> Result<Self, VaultError> {
        if file.list(master)?.kind != StoreKind::Journal {
            return Err(VaultError::ListAltered);
        }
        scrubbed(|| {
            let keying = Zeroizing::new(*mixed.expose());
            let header = file.header.to_bytes();
            slot::seal(master, StoreKind::Journal, SlotClass::Touch, &keying, &header, PLACE).map(Self)
        })
    }

    /// Reads the file.
    ///
    /// # Errors
    /// [`VaultError::CutShort`], [`VaultError::TooLong`], [`VaultError::UnknownVersion`].
    pub fn parse(bytes: &[u8]) -> Result<Self, VaultError> {
        let cut = VaultError::CutShort(Sealed::Touch);
        let (version, rest) = bytes.split_first().ok_or(cut)?;
        if *version != VERSION {
            return Err(VaultError::UnknownVersion { what: Sealed::Touch, found: *version });
        }
        let (slot, rest) = rest.split_first_chunk::<SLOT_LEN>().ok_or(cut)?;
        if rest.is_empty() { Ok(Self(*slot)) } else { Err(VaultError::TooLong(Sealed::Touch)) }
    }

    /// The bytes of the file.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        [&[VERSION][..], &self.0].concat()
    }

    /// Opens the journal, and nothing else. The same steps whatever the outcome, in whichever order the files are given. When one
    /// file of the pair is lost, give the other twice.
    ///
    /// # Errors
    /// [`VaultError::WrongSecret`] when what was mixed does not open it: another device, another hardware key;
    /// [`VaultError::NotGenuine`] when the file was altered, or the journal has another key by now;
    /// [`VaultError::HeadersDiffer`]; [`VaultError::Random`].
    pub fn open(&self, files: &[&KeyFile; 2], mixed: &Mixed) -> Result<Opened, VaultError> {
        let [first, second] = files;
        if first.header != second.header {
            return Err(VaultError::HeadersDiffer);
        }
        scrubbed(|| {
            let keying = Zeroizing::new(*mixed.expose());
            let tried = slot::try_open(&self.0, SlotClass::Touch, &keying, &first.header.to_bytes(), PLACE)?;
            let [_, kind, found @ ..] = &*tried.body;
            let opens = tried.opens & kind.ct_eq(&(StoreKind::Journal as u8));
            let mut key = Zeroizing::new(random::bytes::<32>()?);
            for (kept, found) in key.iter_mut().zip(found) {
                kept.conditional_assign(found, opens);
            }
            let master = MasterKey::from_bytes(*key);
            let owned = files.map(|file| file.list(&master).is_ok_and(|list| list.kind == StoreKind::Journal));
            match owned.iter().position(|owned| *owned) {
                Some(file) if bool::from(opens) => Ok(Opened {
                    master,
                    kind: StoreKind::Journal,
                    class: SlotClass::Touch,
                    file,
                    place: usize::from(PLACE),
                }),
                _ if bool::from(tried.commits) => Err(VaultError::NotGenuine(Sealed::Touch)),
                _ => Err(VaultError::WrongSecret),
            }
        })
    }
}

#[cfg(test)]
#[path = "touch_tests.rs"]
mod tests;
