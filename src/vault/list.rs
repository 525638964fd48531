//! The owner's own list of the slots of a key file, sealed inside that file.
//!
//! ```text
//! list     = salt (32) ‖ ciphertext (265) ‖ tag (16)                          313 bytes
//! its text = store (1) ‖ 8 × (class or 0 (1) ‖ SHA-256 of the slot (32))
//! key      = HKDF-SHA256(salt, master key, "slots" ‖ version)
//! associated data = header of the file
//! ```
//!
//! Used and unused slots look the same, so without a list a new secret might overwrite an old
//! one. The digests are there so that a recovery slot that has rotted, or been replaced, is found
//! while she can still open the journal another way.
//!
//! It has no version byte of its own: that would show which of the two files is owned.

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::error::VaultError;
use super::scrub::scrubbed;
use super::seal::{open_bare, seal_bare};
use super::secret::MasterKey;
use super::slot::{SlotBytes, SlotClass, StoreKind};
use super::slots::{PLACES, VERSION};

const TEXT_LEN: usize = 1 + PLACES * 33;
/// Bytes of a sealed list.
pub(super) const LIST_LEN: usize = 32 + TEXT_LEN + 16;

/// One place of a key file, as its owner knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlaceState {
    /// The class of the secret there, or `None` for an unused place.
    pub class: Option<SlotClass>,
    /// False when the slot is not the one that was written there.
    pub intact: bool,
}

/// The owner's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SlotList {
    /// Which store this key file opens.
    pub kind: StoreKind,
    /// The eight places, in order.
    pub places: [PlaceState; PLACES],
}

/// The list as it is kept.
pub(super) struct List {
    /// Which store the file opens.
    pub(super) kind: StoreKind,
    entries: [(Option<SlotClass>, [u8; 32]); PLACES],
}

impl List {
    /// The list of a file that no secret opens yet.
    pub(super) fn all_unused(kind: StoreKind, slots: &[SlotBytes; PLACES]) -> Self {
        Self { kind, entries: slots.map(|slot| (None, digest(&slot))) }
    }

    /// The places without a secret.
    pub(super) fn free(&self) -> Vec<u8> {
        (0u8..).zip(&self.entries).filter(|(_, (class, _))| class.is_none()).map(|(place, _)| place).collect()
    }

    /// The place, if a secret is there.
    pub(super) fn used_place(&self, place: usize) -> Result<u8, VaultError> {
        match self.entries.get(place) {
            Some((Some(_), _)) => u8::try_from(place).map_err(|_| VaultError::NoSuchSlot(place)),
            _ => Err(VaultError::NoSuchSlot(place)),
        }
    }

    /// Notes what is now at a place. The other lines keep their digests, so a slot that was
    /// altered stays known as altered.
    pub(super) fn set(&mut self, place: usize, class: Option<SlotClass>, slot: &SlotBytes) -> Result<(), VaultError> {
        *self.entries.get_mut(place).ok_or(VaultError::NoSuchSlot(place))? = (class, digest(slot));
        Ok(())
    }

    /// What the owner is told.
    pub(super) fn compared_with(&self, slots: &[SlotBytes; PLACES]) -> SlotList {
        let mut places = [PlaceState { class: None, intact: true }; PLACES];
        for ((state, (class, kept)), slot) in places.iter_mut().zip(self.entries).zip(slots) {
            *state = PlaceState { class, intact: digest(slot) == kept };
        }
        SlotList { kind: self.kind, places }
    }

    /// Seals the list for the file with this header.
    pub(super) fn seal(&self, master: &MasterKey, header: &[u8]) -> Result<[u8; LIST_LEN], VaultError> {
        let mut text = Zeroizing::new(Vec::with_capacity(TEXT_LEN));
        text.push(self.kind as u8);
        for (class, digest) in &self.entries {
            text.push(class.map_or(0, |class| class as u8));
            text.extend_from_slice(digest);
        }
        scrubbed(|| seal_bare(master, &[b"slots", &[VERSION]], header, text))?
            .try_into()
            .map_err(|_| VaultError::Cipher)
    }

    /// Opens a list, or says that it was altered or belongs to another key.
    pub(super) fn open(master: &MasterKey, header: &[u8], sealed: &[u8; LIST_LEN]) -> Result<Self, VaultError> {
        let wrong = VaultError::ListAltered;
        let text = scrubbed(|| open_bare(master, &[b"slots", &[VERSION]], header, sealed)).map_err(|_| wrong)?;
        let (kind, lines) = text.split_first().ok_or(wrong)?;
        let kind = StoreKind::from_byte(*kind).ok_or(wrong)?;
        let mut entries = [(None, [0; 32]); PLACES];
        for (entry, line) in entries.iter_mut().zip(lines.chunks_exact(33)) {
            let (class, digest) = line.split_first().ok_or(wrong)?;
            let class = match *class {
                0 => None,
                byte => Some(SlotClass::from_byte(byte).ok_or(wrong)?),
            };
            *entry = (class, digest.try_into().map_err(|_| wrong)?);
        }
        Ok(Self { kind, entries })
    }
}

fn digest(slot: &SlotBytes) -> [u8; 32] {
    Sha256::digest(slot).into()
}
