//! The secrets as types: each wipes itself when dropped and prints nothing. Keys lie on the heap: a value that is moved leaves its
//! bytes behind wherever it lay on the stack.

use std::fmt;

use subtle::ConstantTimeEq;
use zeroize::{Zeroize, ZeroizeOnDrop};

use super::error::VaultError;
use super::random;

/// The 32-byte key of one store. Everything in the store is sealed under keys made from it.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct MasterKey(Box<[u8; 32]>);

impl MasterKey {
    /// A new random key.
    ///
    /// # Errors
    /// [`VaultError::Random`] when the system gives no randomness.
    pub fn random() -> Result<Self, VaultError> {
        Ok(Self(Box::new(random::bytes()?)))
    }

    /// From bytes that were kept elsewhere, such as in a backup.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Box::new(bytes))
    }

    /// The bytes, for the ciphers of this room only.
    pub(super) fn expose(&self) -> &[u8; 32] {
        &self.0
    }
}

/// A typed secret, exactly as typed: a passphrase, or the digits of a PIN.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct Passphrase(String);

impl Passphrase {
    /// True when nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether it could be a PIN: six digits or more, and nothing else.
    #[must_use]
    pub fn could_be_a_pin(&self) -> bool {
        self.0.len() >= 6 && self.0.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// The bytes as typed (UTF-8), for the key derivation only.
    pub(super) fn expose(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl From<String> for Passphrase {
    /// Takes the string over, so that no second copy is left behind. Not normalised: the same
    /// keyboard gives the same bytes.
    fn from(typed: String) -> Self {
        Self(typed)
    }
}

/// The 256 random bits that the recovery words carry.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct RecoveryKey(Box<[u8; 32]>);

impl RecoveryKey {
    /// A new random key.
    ///
    /// # Errors
    /// [`VaultError::Random`] when the system gives no randomness.
    pub fn random() -> Result<Self, VaultError> {
        Ok(Self(Box::new(random::bytes()?)))
    }

    /// From 32 bytes.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Box::new(bytes))
    }

    /// The bytes, for this room only.
    pub(super) fn expose(&self) -> &[u8; 32] {
        &self.0
    }
}

/// Compared in constant time; printed as a name and nothing else.
macro_rules! secret {
    ($name:ident) => {
        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                self.0.as_slice().ct_eq(other.0.as_slice()).into()
            }
        }
        impl Eq for $name {}
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(..)"))
            }
        }
    };
}
secret!(MasterKey);
secret!(RecoveryKey);

impl PartialEq for Passphrase {
    fn eq(&self, other: &Self) -> bool {
        self.expose().ct_eq(other.expose()).into()
    }
}
impl Eq for Passphrase {}
impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(..)")
    }
}

/// The public number of one journal: ties a sealed thing to the store that it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct JournalId(pub [u8; 16]);

impl JournalId {
    /// A new random number.
    ///
    /// # Errors
    /// [`VaultError::Random`] when the system gives no randomness.
    pub fn random() -> Result<Self, VaultError> {
        Ok(Self(random::bytes()?))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn secrets_print_nothing_of_themselves() {
        let shown = format!(
            "{:?} {:?} {:?}",
            MasterKey::from_bytes([0x41; 32]),
            Passphrase::from("AAAA".to_owned()),
            RecoveryKey::from_bytes([0x41; 32]),
        );
        assert_eq!(shown, "MasterKey(..) Passphrase(..) RecoveryKey(..)");
    }

    #[test]
    fn every_secret_wipes_itself_when_dropped() {
        fn wipes<T: ZeroizeOnDrop>() {}
        wipes::<MasterKey>();
        wipes::<Passphrase>();
        wipes::<RecoveryKey>();
        wipes::<crate::vault::CaptureKey>();
        wipes::<crate::vault::SigningKey>();
        wipes::<crate::vault::RecoveryWords>();
    }

    #[test]
    fn new_keys_are_never_the_same_twice() {
        assert_ne!(MasterKey::random().unwrap(), MasterKey::random().unwrap());
        assert_ne!(RecoveryKey::random().unwrap(), RecoveryKey::random().unwrap());
        assert_ne!(JournalId::random().unwrap(), JournalId::random().unwrap());
    }
}
