//! The key that signs the head of the chain and the packs: Ed25519, and SSHSIG around it.
//!
//! SSHSIG (OpenSSH's `PROTOCOL.sshsig`) because anybody can check it with a tool that comes with
//! Windows, macOS and Linux: `ssh-keygen -Y verify`.

use std::fmt;

use ed25519_dalek::Signer;
use ssh_key::public::{Ed25519PublicKey, KeyData};
use ssh_key::{Algorithm, HashAlg, LineEnding, PublicKey, Signature, SshSig};
use zeroize::{ZeroizeOnDrop, Zeroizing};

use super::error::{Sealed, VaultError};
use super::random;
use super::scrub::scrubbed;
use super::seal::{open_small, seal_small};
use super::secret::{JournalId, MasterKey};

/// The namespace of a pack's signature: one made for a pack counts for nothing else.
pub const SIGNATURE_NAMESPACE: &str = "steadfast-pack";
/// The name under which the key stands in `allowed_signers`. A name of nobody.
pub const SIGNER: &str = "steadfast";

const PURPOSE: &str = "signing key";

/// The secret half. Wipes itself; `ed25519-dalek` wipes its own state.
pub struct SigningKey(ed25519_dalek::SigningKey);

impl ZeroizeOnDrop for SigningKey {}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningKey(..)")
    }
}

impl SigningKey {
    /// A new random key.
    ///
    /// # Errors
    /// [`VaultError::Random`].
    pub fn generate() -> Result<Self, VaultError> {
        let seed = Zeroizing::new(random::bytes()?);
        Ok(Self(ed25519_dalek::SigningKey::from_bytes(&seed)))
    }

    /// From its 32 secret bytes (the seed of RFC 8032). The caller wipes its own copy.
    #[must_use]
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        scrubbed(|| Self(ed25519_dalek::SigningKey::from_bytes(seed)))
    }

    /// The 32 secret bytes, for keeping the key in a file of its own.
    #[must_use]
    pub fn seed(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0.to_bytes())
    }

    /// Seals the key for keeping in the journal's store.
    ///
    /// # Errors
    /// [`VaultError::Random`].
    pub fn seal(&self, master: &MasterKey, journal: &JournalId) -> Result<Vec<u8>, VaultError> {
        seal_small(master, journal, PURPOSE, self.0.as_bytes())
    }

    /// Opens what [`SigningKey::seal`] made.
    ///
    /// # Errors
    /// [`VaultError::CutShort`], [`VaultError::UnknownVersion`], [`VaultError::NotGenuine`].
    pub fn open(master: &MasterKey, journal: &JournalId, sealed: &[u8]) -> Result<Self, VaultError> {
        let what = Sealed::SigningKey;
        let seed = open_small(master, journal, PURPOSE, sealed).map_err(|error| match error {
            VaultError::CutShort(_) => VaultError::CutShort(what),
            VaultError::UnknownVersion { found, .. } => VaultError::UnknownVersion { what, found },
            VaultError::NotGenuine(_) => VaultError::NotGenuine(what),
            other => other,
        })?;
        let seed = seed.as_slice().try_into().map_err(|_| VaultError::NotGenuine(what))?;
        Ok(scrubbed(|| Self(ed25519_dalek::SigningKey::from_bytes(seed))))
    }

    /// The public half.
    #[must_use]
    pub fn verifying_key(&self) -> VerifyingKey {
        VerifyingKey(self.0.verifying_key())
    }

    /// Signs bytes: a plain Ed25519 signature (RFC 8032).
    #[must_use]
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        scrubbed(|| self.0.sign(message).to_bytes())
    }

    /// Signs a file of a pack: an SSHSIG in PEM, for `ssh-keygen -Y verify`.
    ///
    /// # Errors
    /// [`VaultError::Cipher`] when it cannot be encoded; should not happen.
    pub fn sign_pack(&self, message: &[u8]) -> Result<String, VaultError> {
        let hash = HashAlg::Sha512;
        let to_sign = SshSig::signed_data(SIGNATURE_NAMESPACE, hash, message).map_err(|_| VaultError::Cipher)?;
        let signature =
            Signature::new(Algorithm::Ed25519, self.sign(&to_sign).to_vec()).map_err(|_| VaultError::Cipher)?;
        SshSig::new(self.verifying_key().key_data(), SIGNATURE_NAMESPACE, hash, signature)
            .and_then(|sig| sig.to_pem(LineEnding::LF))
            .map_err(|_| VaultError::Cipher)
    }
}

/// The public half: may be shown, and is in every pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerifyingKey(ed25519_dalek::VerifyingKey);

impl VerifyingKey {
    /// From the 32 bytes of an Ed25519 public key.
    ///
    /// # Errors
    /// [`VaultError::NotAKey`] when they are no point of the curve, or a weak one.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self, VaultError> {
        let key = ed25519_dalek::VerifyingKey::from_bytes(bytes).map_err(|_| VaultError::NotAKey)?;
        if key.is_weak() {
            return Err(VaultError::NotAKey);
        }
        Ok(Self(key))
    }

    /// The 32 bytes.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// Checks a plain signature, strictly: no weak keys, no second form of a signature.
    ///
    /// # Errors
    /// [`VaultError::WrongSignature`].
    pub fn verify(&self, message: &[u8], signature: &[u8; 64]) -> Result<(), VaultError> {
        let signature = ed25519_dalek::Signature::from_bytes(signature);
        self.0.verify_strict(message, &signature).map_err(|_| VaultError::WrongSignature)
    }

    /// Checks a pack's SSHSIG made by this key.
    ///
    /// # Errors
    /// [`VaultError::WrongSignature`].
    pub fn verify_pack(&self, message: &[u8], pem: &str) -> Result<(), VaultError> {
        let wrong = VaultError::WrongSignature;
        let sig = SshSig::from_pem(pem).map_err(|_| wrong)?;
        if sig.namespace() != SIGNATURE_NAMESPACE || *sig.public_key() != self.key_data() {
            return Err(wrong);
        }
        let signed = SshSig::signed_data(SIGNATURE_NAMESPACE, sig.hash_alg(), message).map_err(|_| wrong)?;
        let signature = sig.signature_bytes().try_into().map_err(|_| wrong)?;
        self.verify(&signed, signature)
    }

    /// The line of an `allowed_signers` file that `ssh-keygen -Y verify -I steadfast` wants.
    ///
    /// # Errors
    /// [`VaultError::Cipher`] when the key cannot be encoded; should not happen.
    pub fn allowed_signers(&self) -> Result<String, VaultError> {
        let key = PublicKey::from(self.key_data()).to_openssh().map_err(|_| VaultError::Cipher)?;
        Ok(format!("{SIGNER} namespaces=\"{SIGNATURE_NAMESPACE}\" {}\n", key.trim_end()))
    }

    /// The fingerprint as `ssh-keygen -l` shows it: `SHA256:` and 43 characters.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        PublicKey::from(self.key_data()).fingerprint(HashAlg::Sha256).to_string()
    }

    fn key_data(&self) -> KeyData {
        KeyData::Ed25519(Ed25519PublicKey(self.0.to_bytes()))
    }
}

#[cfg(test)]
#[path = "signing_tests.rs"]
mod tests;
