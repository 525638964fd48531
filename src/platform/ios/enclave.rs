//! The Secure Enclave: a private key on the curve P-256 that never leaves it. Mixing is a key agreement of that key with its own
//! public half, and the system's key derivation (ANSI X9.63 with SHA-256) with the input as shared information. Only the enclave
//! can agree: to compute it from the public half alone is the (square) Diffie-Hellman problem.

#![allow(unsafe_code, reason = "constants and dictionaries of the Security framework have no safe form here")]

use crate::platform::hardware::{Hardware, HardwareError};
use core_foundation::base::ToVoid;
use core_foundation::boolean::CFBoolean;
use core_foundation::dictionary::{CFDictionary, CFMutableDictionary};
use core_foundation::number::CFNumber;
use core_foundation::string::CFString;
use security_framework::access_control::{ProtectionMode, SecAccessControl};
use security_framework::item::{ItemClass, ItemSearchOptions, KeyClass, Reference, SearchResult};
use security_framework::key::{Algorithm, SecKey};
use security_framework_sys::access_control::kSecAccessControlPrivateKeyUsage;
use security_framework_sys::base::errSecItemNotFound;
use security_framework_sys::item::{
    kSecAttrAccessControl, kSecAttrIsPermanent, kSecAttrKeySizeInBits, kSecAttrKeyType,
    kSecAttrKeyTypeECSECPrimeRandom, kSecAttrLabel, kSecAttrTokenID, kSecAttrTokenIDSecureEnclave, kSecPrivateKeyAttrs,
};
use zeroize::Zeroizing;

/// The key's name. It says nothing.
const LABEL: &str = "k1";
/// The name of a key that is made only to see whether there is an enclave, and not kept.
const PROBE: &str = "k0";
/// Bits of the curve.
const BITS: i32 = 256;

/// The Secure Enclave of this phone.
pub struct Enclave;

/// The key, as a handle.
fn find() -> Result<Option<SecKey>, HardwareError> {
    let mut search = ItemSearchOptions::new();
    search.class(ItemClass::key()).key_class(KeyClass::private()).label(LABEL).load_refs(true);
    match search.search() {
        Ok(found) => Ok(found.into_iter().find_map(|one| match one {
            SearchResult::Ref(Reference::Key(key)) => Some(key),
            _ => None,
        })),
        Err(error) if error.code() == errSecItemNotFound => Ok(None),
        Err(_) => Err(HardwareError::NoAnswer),
    }
}

fn make(label: &str, keep: bool) -> Result<SecKey, HardwareError> {
    // Only on this phone, only once it has been unlocked after it was switched on: a PIN may be asked while the screen locks.
    let access = SecAccessControl::create_with_protection(
        Some(ProtectionMode::AccessibleAfterFirstUnlockThisDeviceOnly),
        kSecAccessControlPrivateKeyUsage,
    )
    .map_err(|_| HardwareError::NoAnswer)?;
    let (label, bits, keep) = (CFString::new(label), CFNumber::from(BITS), CFBoolean::from(keep));
    // SAFETY: the keys of both dictionaries are constants of the framework, the values live until the dictionaries hold them,
    // and a `CFMutableDictionary` made of Core Foundation's own types keeps what is put into it.
    let attributes: CFDictionary = unsafe {
        let private = CFMutableDictionary::from_CFType_pairs(&[
            (kSecAttrIsPermanent.to_void(), keep.to_void()),
            (kSecAttrAccessControl.to_void(), access.to_void()),
            (kSecAttrLabel.to_void(), label.to_void()),
        ]);
        CFMutableDictionary::from_CFType_pairs(&[
            (kSecAttrKeyType.to_void(), kSecAttrKeyTypeECSECPrimeRandom.to_void()),
            (kSecAttrKeySizeInBits.to_void(), bits.to_void()),
            (kSecAttrTokenID.to_void(), kSecAttrTokenIDSecureEnclave.to_void()),
            (kSecAttrLabel.to_void(), label.to_void()),
            (kSecPrivateKeyAttrs.to_void(), private.to_void()),
        ])
        .to_immutable()
    };
    // The options that the crate offers instead do not keep a key on iOS.
    #[allow(deprecated)]
    SecKey::generate(attributes).map_err(|_| HardwareError::None)
}

impl Hardware for Enclave {
    fn has(&self) -> Result<bool, HardwareError> {
        Ok(find()?.is_some())
    }

    fn has_chip(&self) -> bool {
        // The enclave is the only place.
        false
    }

    fn make(&self, _in_chip: bool) -> Result<(), HardwareError> {
        make(LABEL, true).map(|_| ())
    }

    fn compute(&self, input: &[u8; 32]) -> Result<Zeroizing<Vec<u8>>, HardwareError> {
        let key = find()?.ok_or(HardwareError::Gone)?;
        let own = key.public_key().ok_or(HardwareError::NoAnswer)?;
        key.key_exchange(Algorithm::ECDHKeyExchangeStandardX963SHA256, &own, input.len(), Some(input))
            .map(Zeroizing::new)
            .map_err(|_| HardwareError::NoAnswer)
    }

    fn is_hardware(&self) -> bool {
        // Every iPhone that runs iOS 15 has one; a simulator may not.
        make(PROBE, false).is_ok()
    }
}
