//! Sealing of records, and of small things such as settings and drafts.
//!
//! ```text
//! sealed = version 1 (1) ‖ salt (32) ‖ ciphertext of the padded plaintext ‖ tag (16)
//! key    = HKDF-SHA256(salt, master key, "record" ‖ version ‖ id)         for a record
//!          HKDF-SHA256(salt, master key, "small" ‖ version ‖ purpose)     for a small thing
//! associated data = version ‖ journal ‖ id (or purpose)
//! padded = plaintext ‖ 0x80 ‖ zeros, to a power of two of at least 1 KiB  (ISO/IEC 7816-4)
//! ```
//!
//! **Why a zero nonce.** Each key is made from a fresh 32-byte salt and seals one message, so
//! the pair of key and nonce never comes twice. A random 12-byte nonce under one long-lived key
//! would repeat, in the end; a counter would have to survive a restored backup.

use aes_gcm::aead::{AeadInOut, KeyInit};
use aes_gcm::{Aes256Gcm, Nonce};
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

use super::error::{Sealed, VaultError};
use super::random;
use super::scrub::scrubbed;
use super::secret::{JournalId, MasterKey};

/// Most plaintext bytes of a record or a small thing. Anything larger is a file: see `FileSealer`.
pub const MAX_RECORD: usize = 16 * 1024 * 1024 - 1;

const VERSION: u8 = 1;
const SMALLEST_CLASS: usize = 1024;
const TAG_LEN: usize = 16;
const SALT_LEN: usize = 32;

/// Seals one record. Its length tells only its size class.
///
/// # Errors
/// [`VaultError::TooLarge`] above [`MAX_RECORD`] bytes; [`VaultError::Random`].
pub fn seal_record(
    master: &MasterKey,
    journal: &JournalId,
    id: &[u8; 16],
    plaintext: &[u8],
) -> Result<Vec<u8>, VaultError> {
    seal(Sealed::Record, master, journal, b"record", id, plaintext)
}

/// Opens one record.
///
/// # Errors
/// [`VaultError::CutShort`], [`VaultError::UnknownVersion`], or [`VaultError::NotGenuine`] when
/// it was altered or belongs to another key, journal or id.
pub fn open_record(
    master: &MasterKey,
    journal: &JournalId,
    id: &[u8; 16],
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    open(Sealed::Record, master, journal, b"record", id, sealed)
}

/// Seals a setting, a draft or the like. What is sealed for one purpose opens for no other.
///
/// # Errors
/// As [`seal_record`].
pub fn seal_small(
    master: &MasterKey,
    journal: &JournalId,
    purpose: &str,
    plaintext: &[u8],
) -> Result<Vec<u8>, VaultError> {
    seal(Sealed::Small, master, journal, b"small", purpose.as_bytes(), plaintext)
}

/// Opens a small thing.
///
/// # Errors
/// As [`open_record`].
pub fn open_small(
    master: &MasterKey,
    journal: &JournalId,
    purpose: &str,
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    open(Sealed::Small, master, journal, b"small", purpose.as_bytes(), sealed)
}

/// Seals the master key of one store under that of another.
///
/// # Errors
/// As [`seal_record`].
pub fn seal_master(
    master: &MasterKey,
    journal: &JournalId,
    purpose: &str,
    other: &MasterKey,
) -> Result<Vec<u8>, VaultError> {
    seal_small(master, journal, purpose, other.expose())
}

/// Opens a master key that was sealed under another.
///
/// # Errors
/// As [`open_record`].
pub fn open_master(
    master: &MasterKey,
    journal: &JournalId,
    purpose: &str,
    sealed: &[u8],
) -> Result<MasterKey, VaultError> {
    let bytes = open_small(master, journal, purpose, sealed)?;
    let bytes =
        Zeroizing::new(<[u8; 32]>::try_from(bytes.as_slice()).map_err(|_| VaultError::NotGenuine(Sealed::Small))?);
    Ok(MasterKey::from_bytes(*bytes))
}

/// Version, journal and id: what a sealed thing is tied to.
pub(super) fn bound_to(version: u8, journal: &JournalId, id: &[u8]) -> Vec<u8> {
    let mut data = vec![version];
    data.extend_from_slice(&journal.0);
    data.extend_from_slice(id);
    data
}

/// The cipher for one message: its key comes from the master key, a fresh salt and a use.
pub(super) fn message_cipher(
    master: &MasterKey,
    salt: &[u8; SALT_LEN],
    usage: &[&[u8]],
) -> Result<Aes256Gcm, VaultError> {
    let mut key = Zeroizing::new([0u8; 32]);
    Hkdf::<Sha256>::new(Some(salt), master.expose())
        .expand_multi_info(usage, key.as_mut_slice())
        .map_err(|_| VaultError::Cipher)?;
    Aes256Gcm::new_from_slice(key.as_slice()).map_err(|_| VaultError::Cipher)
}

/// Salt, ciphertext, tag: all of it looks random.
pub(super) fn seal_bare(
    master: &MasterKey,
    usage: &[&[u8]],
    bound: &[u8],
    mut text: Zeroizing<Vec<u8>>,
) -> Result<Vec<u8>, VaultError> {
    let salt = random::bytes::<SALT_LEN>()?;
    let cipher = message_cipher(master, &salt, usage)?;
    let tag = cipher
        .encrypt_inout_detached(&Nonce::default(), bound, text.as_mut_slice().into())
        .map_err(|_| VaultError::Cipher)?;
    let mut out = Vec::with_capacity(SALT_LEN + text.len() + TAG_LEN);
    out.extend_from_slice(&salt);
    out.extend_from_slice(&text);
    out.extend_from_slice(&tag);
    Ok(out)
}

/// Opens what [`seal_bare`] made, or gives [`VaultError::Cipher`].
pub(super) fn open_bare(
    master: &MasterKey,
    usage: &[&[u8]],
    bound: &[u8],
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    let (salt, rest) = sealed.split_first_chunk::<SALT_LEN>().ok_or(VaultError::Cipher)?;
    let (text, tag) = rest.split_last_chunk::<TAG_LEN>().ok_or(VaultError::Cipher)?;
    let cipher = message_cipher(master, salt, usage)?;
    let mut text = Zeroizing::new(text.to_vec());
    cipher
        .decrypt_inout_detached(&Nonce::default(), bound, text.as_mut_slice().into(), &(*tag).into())
        .map_err(|_| VaultError::Cipher)?;
    Ok(text)
}

fn seal(
    what: Sealed,
    master: &MasterKey,
    journal: &JournalId,
    usage: &[u8],
    id: &[u8],
    plaintext: &[u8],
) -> Result<Vec<u8>, VaultError> {
    if plaintext.len() > MAX_RECORD {
        return Err(VaultError::TooLarge { what, limit: MAX_RECORD });
    }
    scrubbed(|| {
        let bound = bound_to(VERSION, journal, id);
        let mut out = vec![VERSION];
        out.extend(seal_bare(master, &[usage, &[VERSION], id], &bound, pad(plaintext))?);
        Ok(out)
    })
}

fn open(
    what: Sealed,
    master: &MasterKey,
    journal: &JournalId,
    usage: &[u8],
    id: &[u8],
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    let (version, rest) = sealed.split_first().ok_or(VaultError::CutShort(what))?;
    if *version != VERSION {
        return Err(VaultError::UnknownVersion { what, found: *version });
    }
    // Only whole size classes are ever written, so any other length was cut or added to.
    let text_len = rest.len().checked_sub(SALT_LEN + TAG_LEN).ok_or(VaultError::CutShort(what))?;
    if text_len < SMALLEST_CLASS || !text_len.is_power_of_two() {
        return Err(VaultError::CutShort(what));
    }
    scrubbed(|| {
        let bound = bound_to(VERSION, journal, id);
        let text =
            open_bare(master, &[usage, &[VERSION], id], &bound, rest).map_err(|_| VaultError::NotGenuine(what))?;
        unpad(text).ok_or(VaultError::NotGenuine(what))
    })
}

/// Pads to the size class, in one allocation, so that no shorter copy is left behind.
fn pad(plaintext: &[u8]) -> Zeroizing<Vec<u8>> {
    let class = (plaintext.len() + 1).next_power_of_two().max(SMALLEST_CLASS);
    let mut text = Zeroizing::new(Vec::with_capacity(class));
    text.extend_from_slice(plaintext);
    text.push(0x80);
    text.resize(class, 0);
    text
}

fn unpad(mut text: Zeroizing<Vec<u8>>) -> Option<Zeroizing<Vec<u8>>> {
    let mark = text.iter().rposition(|byte| *byte != 0)?;
    if text.get(mark) != Some(&0x80) {
        return None;
    }
    text.truncate(mark);
    Some(text)
}

#[cfg(test)]
#[path = "seal_tests.rs"]
mod tests;
