//! One slot of a key file: a master key sealed under one secret.
//!
//! ```text
//! slot       = salt (32) ‖ commitment (32) ‖ ciphertext (34) ‖ tag (16)      114 bytes
//! plaintext  = class (1) ‖ store (1) ‖ master key (32)
//! key ‖ commitment = HKDF-SHA256(salt, keying material, "slot" ‖ version ‖ class), 64 bytes
//! associated data  = header of the file ‖ place
//! ```
//!
//! Every part is random, or looks it, so a used slot cannot be told from an unused one.
//!
//! **Why a commitment.** AES-GCM alone does not tie a ciphertext to one key: somebody could build
//! a slot that opens under two. HKDF-SHA256 output does.
//!
//! **Why the place is bound.** A slot moved to another place would still hold its key, but the
//! owner's list would then name the wrong class at the wrong place, and removing one secret
//! would remove another. With the place in the associated data a moved slot does not open; its
//! commitment, which does not depend on the place, still matches, so the error can say that the
//! secret is right and the file is not. Nothing ever needs to move a slot.
//!
//! **Why a zero nonce.** The key is made from a fresh 32-byte salt and seals this one message.

use aes_gcm::aead::{AeadInOut, KeyInit};
use aes_gcm::{Aes256Gcm, Nonce, Tag};
use hkdf::Hkdf;
use sha2::Sha256;
use subtle::{Choice, ConstantTimeEq};
use zeroize::Zeroizing;

use super::error::VaultError;
use super::kdf::{self, KdfParams};
use super::random;
use super::secret::{MasterKey, Passphrase, RecoveryKey};

/// Bytes of one slot.
pub(super) const SLOT_LEN: usize = 32 + 32 + BODY_LEN + 16;
/// Bytes of a slot's plaintext: class, store, master key.
pub(super) const BODY_LEN: usize = 34;
/// One slot as it lies in the file.
pub(super) type SlotBytes = [u8; SLOT_LEN];

/// The device's own secret, as a function: 32 bytes in, 32 bytes out, worked out inside the
/// hardware. Answers [`VaultError::DeviceSecret`] when the hardware does not.
pub type DeviceSecret<'a> = dyn Fn(&[u8; 32]) -> Result<[u8; 32], VaultError> + 'a;

/// What kind of secret opens a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum SlotClass {
    /// A passphrase: Argon2id only, so it works on any device.
    Passphrase = 1,
    /// A PIN: Argon2id, then mixed with the device's own secret.
    Pin = 2,
    /// The recovery words: 256 random bits, no delay, any device.
    Recovery = 3,
    /// A finger or face: what the device's hardware mixed. In a file of its own (`touch.rs`), never in a key file.
    Touch = 4,
}

impl SlotClass {
    /// The three of a key file, in the order in which they are tried.
    pub(super) const ALL: [Self; 3] = [Self::Passphrase, Self::Pin, Self::Recovery];

    /// The class that this byte stands for in a key file.
    pub(super) fn from_byte(byte: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|class| *class as u8 == byte)
    }
}

/// Which of the two stores a master key opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum StoreKind {
    /// The journal.
    Journal = 1,
    /// Plain notes: what the second secret opens.
    Notes = 2,
}

impl StoreKind {
    /// The store that this byte stands for.
    pub(super) fn from_byte(byte: u8) -> Option<Self> {
        [Self::Journal, Self::Notes].into_iter().find(|kind| *kind as u8 == byte)
    }
}

/// A secret to be given a slot.
#[derive(Clone, Copy, Debug)]
pub enum NewSecret<'a> {
    /// A passphrase.
    Passphrase(&'a Passphrase),
    /// A PIN; needs a device secret.
    Pin(&'a Passphrase),
    /// Recovery words.
    Recovery(&'a RecoveryKey),
}

impl NewSecret<'_> {
    /// Its class.
    #[must_use]
    pub fn class(&self) -> SlotClass {
        match self {
            Self::Passphrase(_) => SlotClass::Passphrase,
            Self::Pin(_) => SlotClass::Pin,
            Self::Recovery(_) => SlotClass::Recovery,
        }
    }

    /// The keying material of its class: runs Argon2id for a passphrase or a PIN.
    pub(super) fn keying(
        &self,
        salt: &[u8; 32],
        params: KdfParams,
        device: Option<&DeviceSecret<'_>>,
    ) -> Result<Keying, VaultError> {
        match self {
            Self::Passphrase(typed) | Self::Pin(typed) if typed.is_empty() => Err(VaultError::EmptySecret),
            Self::Passphrase(typed) => kdf::derive(typed.expose(), salt, params),
            Self::Pin(typed) => {
                // Asked before Argon2id runs: without hardware there is no PIN at all.
                let device = device.ok_or(VaultError::NoDeviceSecret)?;
                pin_keying(&kdf::derive(typed.expose(), salt, params)?, device)
            }
            Self::Recovery(key) => Ok(recovery_keying(key)),
        }
    }
}

/// What a slot's key is made from: 32 bytes, one kind for each class.
pub(super) type Keying = Zeroizing<[u8; 32]>;

/// Mixes the Argon2id output with the device's secret. The hardware never sees that output
/// itself, and its answer alone is worth nothing without it.
pub(super) fn pin_keying(stretched: &Keying, device: &DeviceSecret<'_>) -> Result<Keying, VaultError> {
    let mut question = Zeroizing::new([0u8; 32]);
    Hkdf::<Sha256>::new(None, stretched.as_slice())
        .expand(b"steadfast pin question", question.as_mut_slice())
        .map_err(|_| VaultError::Cipher)?;
    let answer = Zeroizing::new(device(&question)?);
    let mut keying = Zeroizing::new([0u8; 32]);
    Hkdf::<Sha256>::new(Some(answer.as_slice()), stretched.as_slice())
        .expand(b"steadfast pin keying", keying.as_mut_slice())
        .map_err(|_| VaultError::Cipher)?;
    Ok(keying)
}

/// The words carry 256 random bits: nothing to stretch.
pub(super) fn recovery_keying(key: &RecoveryKey) -> Keying {
    Zeroizing::new(*key.expose())
}

/// Key and commitment of a slot.
fn slot_keys(
    version: u8,
    salt: &[u8; 32],
    keying: &Keying,
    class: SlotClass,
) -> Result<(Aes256Gcm, [u8; 32]), VaultError> {
    let mut both = Zeroizing::new([0u8; 64]);
    Hkdf::<Sha256>::new(Some(salt), keying.as_slice())
        .expand_multi_info(&[b"slot", &[version, class as u8]], both.as_mut_slice())
        .map_err(|_| VaultError::Cipher)?;
    let (key, commitment) = both.split_first_chunk::<32>().ok_or(VaultError::Cipher)?;
    let cipher = Aes256Gcm::new_from_slice(key).map_err(|_| VaultError::Cipher)?;
    let commitment = commitment.try_into().map_err(|_| VaultError::Cipher)?;
    Ok((cipher, commitment))
}

/// The associated data of the slot at `place`.
fn bound_to(header: &[u8], place: u8) -> Vec<u8> {
    let mut data = header.to_vec();
    data.push(place);
    data
}

/// Seals a master key into a slot for one place of one file. The header's first byte is the version.
pub(super) fn seal(
    master: &MasterKey,
    kind: StoreKind,
    class: SlotClass,
    keying: &Keying,
    header: &[u8],
    place: u8,
) -> Result<SlotBytes, VaultError> {
    let version = *header.first().ok_or(VaultError::Cipher)?;
    let salt = random::bytes::<32>()?;
    let (cipher, commitment) = slot_keys(version, &salt, keying, class)?;
    let mut body = Zeroizing::new([0u8; BODY_LEN]);
    for (to, from) in body.iter_mut().zip([class as u8, kind as u8].iter().chain(master.expose())) {
        *to = *from;
    }
    let tag = cipher
        .encrypt_inout_detached(&Nonce::default(), &bound_to(header, place), body.as_mut_slice().into())
        .map_err(|_| VaultError::Cipher)?;
    let mut slot = [0u8; SLOT_LEN];
    for (to, from) in slot.iter_mut().zip(salt.iter().chain(&commitment).chain(body.iter()).chain(&tag)) {
        *to = *from;
    }
    Ok(slot)
}

/// What one try at one slot gave. `body` means something only where `opens` is set.
pub(super) struct Tried {
    /// The commitment matches: this secret made this slot.
    pub commits: Choice,
    /// The seal checks too, and what is inside makes sense.
    pub opens: Choice,
    /// Class, store, master key.
    pub body: Zeroizing<[u8; BODY_LEN]>,
}

/// Tries one slot with one class's keying material. The same steps whatever the outcome, but for
/// the cipher's last one over 34 bytes, which shows no more than the opened store itself does.
pub(super) fn try_open(
    slot: &SlotBytes,
    class: SlotClass,
    keying: &Keying,
    header: &[u8],
    place: u8,
) -> Result<Tried, VaultError> {
    let version = *header.first().ok_or(VaultError::Cipher)?;
    let (salt, rest) = slot.split_first_chunk::<32>().ok_or(VaultError::Cipher)?;
    let (kept, rest) = rest.split_first_chunk::<32>().ok_or(VaultError::Cipher)?;
    let (sealed, rest) = rest.split_first_chunk::<BODY_LEN>().ok_or(VaultError::Cipher)?;
    let tag = Tag::try_from(rest).map_err(|_| VaultError::Cipher)?;

    let (cipher, commitment) = slot_keys(version, salt, keying, class)?;
    let commits = commitment.ct_eq(kept);
    let mut body = Zeroizing::new(*sealed);
    let opened =
        cipher.decrypt_inout_detached(&Nonce::default(), &bound_to(header, place), body.as_mut_slice().into(), &tag);
    let genuine = Choice::from(u8::from(opened.is_ok()));
    let [found_class, found_kind, ..] = *body;
    let sensible = found_class.ct_eq(&(class as u8))
        & (found_kind.ct_eq(&(StoreKind::Journal as u8)) | found_kind.ct_eq(&(StoreKind::Notes as u8)));
    Ok(Tried { commits, opens: commits & genuine & sensible, body })
}
