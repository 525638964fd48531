//! What is saved while the journal is locked: sealed to the vault's own X25519 key, so that whoever holds the phone can
//! put something in and nobody without the master key can read it. HPKE, RFC 9180.
//!
//! ```text
//! sealed = version 1 (1) ‖ encapsulated key (32) ‖ ciphertext (4047) ‖ tag (16)          4096 bytes
//! suite  = base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM
//! info   = "steadfast capture" ‖ version
//! associated data = version
//! padded = plaintext ‖ 0x80 ‖ zeros, to 4047 bytes  (ISO/IEC 7816-4)
//! ```
//!
//! Nobody is authenticated by it: anybody who can write to the storage can seal something to a public key. What comes out
//! is therefore a mark by whoever held the phone, and never an entry.

use std::convert::Infallible;
use std::fmt;

use hpke::aead::AesGcm256;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::rand_core::{TryCryptoRng, TryRng};
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::error::{Sealed, VaultError};
use super::random;
use super::scrub::scrubbed;
use super::seal::{open_small, seal_small};
use super::secret::{JournalId, MasterKey};

/// Bytes of everything that is sealed this way.
pub const CAPTURE_LEN: usize = 4096;
/// Most plaintext bytes of it.
pub const MAX_CAPTURE: usize = TEXT_LEN - 1;

const VERSION: u8 = 1;
const TEXT_LEN: usize = CAPTURE_LEN - 1 - 32 - 16;
const INFO: &[u8] = b"steadfast capture\x01";
/// What the private key is sealed for.
const PURPOSE: &str = "intake";

type Suite = X25519HkdfSha256;
type PublicKey = <Suite as Kem>::PublicKey;
type PrivateKey = <Suite as Kem>::PrivateKey;

/// The key that opens what was saved while locked. Its public half may be read by anybody.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct CaptureKey([u8; 32]);

impl fmt::Debug for CaptureKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CaptureKey(..)")
    }
}

impl CaptureKey {
    /// A new random key.
    ///
    /// # Errors
    /// [`VaultError::Random`].
    pub fn generate() -> Result<Self, VaultError> {
        Ok(Self(random::bytes()?))
    }

    /// From bytes that were kept elsewhere.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Its public half: what is sealed to it only this key opens.
    ///
    /// # Errors
    /// [`VaultError::NotAKey`]; should not happen.
    pub fn public(&self) -> Result<[u8; 32], VaultError> {
        scrubbed(|| Ok(Suite::sk_to_pk(&self.private()?).to_bytes().into()))
    }

    /// The private half, sealed under the master key.
    ///
    /// # Errors
    /// As [`seal_small`].
    pub fn seal(&self, master: &MasterKey, journal: &JournalId) -> Result<Vec<u8>, VaultError> {
        seal_small(master, journal, PURPOSE, &self.0)
    }

    /// Opens a sealed private half.
    ///
    /// # Errors
    /// As [`open_small`].
    pub fn open(master: &MasterKey, journal: &JournalId, sealed: &[u8]) -> Result<Self, VaultError> {
        let bytes = open_small(master, journal, PURPOSE, sealed)?;
        let bytes = <&[u8; 32]>::try_from(bytes.as_slice()).map_err(|_| VaultError::NotGenuine(Sealed::Small))?;
        Ok(Self(*bytes))
    }

    /// Opens what [`seal_capture`] made.
    ///
    /// # Errors
    /// [`VaultError::CutShort`], [`VaultError::TooLong`], [`VaultError::UnknownVersion`], or [`VaultError::NotGenuine`]
    /// when it was altered or sealed to another key.
    pub fn open_capture(&self, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let what = Sealed::Capture;
        let (version, rest) = sealed.split_first().ok_or(VaultError::CutShort(what))?;
        if *version != VERSION {
            return Err(VaultError::UnknownVersion { what, found: *version });
        }
        match sealed.len() {
            CAPTURE_LEN => {}
            0..CAPTURE_LEN => return Err(VaultError::CutShort(what)),
            _ => return Err(VaultError::TooLong(what)),
        }
        let (encapsulated, body) = rest.split_first_chunk::<32>().ok_or(VaultError::CutShort(what))?;
        scrubbed(|| {
            let wrong = VaultError::NotGenuine(what);
            let encapsulated = <Suite as Kem>::EncappedKey::from_bytes(encapsulated).map_err(|_| wrong)?;
            let text = hpke::single_shot_open::<AesGcm256, HkdfSha256, Suite>(
                &OpModeR::Base,
                &self.private()?,
                &encapsulated,
                INFO,
                body,
                &[VERSION],
            );
            let mut text = Zeroizing::new(text.map_err(|_| wrong)?);
            let mark = text.iter().rposition(|byte| *byte != 0).ok_or(wrong)?;
            if text.get(mark) != Some(&0x80) {
                return Err(wrong);
            }
            text.truncate(mark);
            Ok(text)
        })
    }

    fn private(&self) -> Result<PrivateKey, VaultError> {
        PrivateKey::from_bytes(&self.0).map_err(|_| VaultError::NotAKey)
    }
}

/// Seals a few words to a public key. Always [`CAPTURE_LEN`] bytes; needs no secret.
///
/// # Errors
/// [`VaultError::TooLarge`] above [`MAX_CAPTURE`] bytes; [`VaultError::NotAKey`] when nothing can be sealed to this key;
/// [`VaultError::Random`].
pub fn seal_capture(public: &[u8; 32], plaintext: &[u8]) -> Result<Vec<u8>, VaultError> {
    if plaintext.len() > MAX_CAPTURE {
        return Err(VaultError::TooLarge { what: Sealed::Capture, limit: MAX_CAPTURE });
    }
    scrubbed(|| {
        let public = PublicKey::from_bytes(public).map_err(|_| VaultError::NotAKey)?;
        let mut text = Zeroizing::new(Vec::with_capacity(TEXT_LEN));
        text.extend_from_slice(plaintext);
        text.push(0x80);
        text.resize(TEXT_LEN, 0);
        let mut system = System(Ok(()));
        let sealed = hpke::single_shot_seal_with_rng::<AesGcm256, HkdfSha256, Suite>(
            &OpModeS::Base,
            &public,
            INFO,
            &text,
            &[VERSION],
            &mut system,
        );
        // Whatever was made without randomness is thrown away.
        system.0?;
        let (encapsulated, body) = sealed.map_err(|_| VaultError::NotAKey)?;
        let mut out = Vec::with_capacity(CAPTURE_LEN);
        out.push(VERSION);
        out.extend_from_slice(&encapsulated.to_bytes());
        out.extend_from_slice(&body);
        Ok(out)
    })
}

/// The system's randomness, for a crate that takes none that can fail: what failed is remembered and looked at after.
struct System(Result<(), VaultError>);

impl TryRng for System {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, out: &mut [u8]) -> Result<(), Infallible> {
        if let Err(error) = random::fill(out) {
            self.0 = Err(error);
        }
        Ok(())
    }
}

impl TryCryptoRng for System {}

#[cfg(test)]
#[path = "capture_tests.rs"]
mod tests;
