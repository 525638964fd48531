//! The Secure Enclave: a private key on the curve P-256 that never leaves it. Mixing is a key agreement of that key with its own
//! public half, and the system's key derivation (ANSI X9.63 with SHA-256) with the input as shared information. Only the enclave
//! can agree: to compute it from the public half alone is the (square) Diffie-Hellman problem.

#![allow(unsafe_code, reason = "constants and dictionaries of the Security framework have no safe form here")]

use crate::platform::hardware::{Hardware, HardwareError};
use core_foundation::base::{CFOptionFlags, CFType, TCFType, ToVoid};
use core_foundation::boolean::CFBoolean;
use core_foundation::data::CFData;
use core_foundation::dictionary::{CFDictionary, CFMutableDictionary};
use core_foundation::number::CFNumber;
use core_foundation::string::{CFString, CFStringRef};
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

/// The status of a call of the keychain's that failed (`OSStatus`).
pub type Status = i32;

fn named(label: &str) -> ItemSearchOptions {
    let mut search = ItemSearchOptions::new();
    search.class(ItemClass::key()).key_class(KeyClass::private()).label(label);
    search
}

fn first<T>(search: &ItemSearchOptions, take: impl Fn(SearchResult) -> Option<T>) -> Result<Option<T>, Status> {
    match search.search() {
        Ok(found) => Ok(found.into_iter().find_map(take)),
        Err(error) if error.code() == errSecItemNotFound => Ok(None),
        Err(error) => Err(error.code()),
    }
}

/// The key of this name, as a handle. What it asks of her, it asks through `context` (an `LAContext`).
///
/// # Errors
/// When the keychain does not answer.
pub fn find(label: &str, context: Option<CFType>) -> Result<Option<SecKey>, Status> {
    let mut search = named(label);
    search.load_refs(true).local_authentication_context(context);
    first(&search, |one| match one {
        SearchResult::Ref(Reference::Key(key)) => Some(key),
        _ => None,
    })
}

/// What was noted on the key of this name when it was made; empty if nothing was. `None`: there is no key.
///
/// # Errors
/// When the keychain does not answer.
pub fn note(label: &str) -> Result<Option<Vec<u8>>, Status> {
    let mut search = named(label);
    search.load_attributes(true);
    first(&search, |one| {
        let SearchResult::Dict(attributes) = one else { return None };
        // SAFETY: the key is a constant of the framework, and what stands under it is data, which is looked at first.
        let note = unsafe {
            let note =
                attributes.find(kSecAttrApplicationTag.to_void()).map(|found| CFType::wrap_under_get_rule(*found));
            note.and_then(|note| note.downcast::<CFData>())
        };
        Some(note.map(|note| note.to_vec()).unwrap_or_default())
    })
}

/// Takes every key of this name away. That there is none is no error.
///
/// # Errors
/// When the keychain does not do it.
pub fn delete(label: &str) -> Result<(), Status> {
    match named(label).delete() {
        Err(error) if error.code() != errSecItemNotFound => Err(error.code()),
        _ => Ok(()),
    }
}

#[link(name = "Security", kind = "framework")]
unsafe extern "C" {
    /// Bytes of the app's own, kept beside a key.
    static kSecAttrApplicationTag: CFStringRef;
}

/// A key that is to be made.
pub struct Wanted<'a> {
    /// Its name.
    pub label: &'a str,
    /// Whether it is kept.
    pub keep: bool,
    /// When it can be used.
    pub mode: ProtectionMode,
    /// What for, and what it asks before.
    pub flags: CFOptionFlags,
    /// What is noted on it, to be read without using it.
    pub note: Option<&'a [u8]>,
}

/// The PIN's key. Only on this phone, only once it has been unlocked after it was switched on: a PIN may be asked while the screen
/// locks.
fn quiet(label: &str, keep: bool) -> Wanted<'_> {
    let mode = ProtectionMode::AccessibleAfterFirstUnlockThisDeviceOnly;
    Wanted { label, keep, mode, flags: kSecAccessControlPrivateKeyUsage, note: None }
}

/// Makes it.
///
/// # Errors
/// When there is no enclave, or it does not answer.
pub fn make(wanted: Wanted<'_>) -> Result<SecKey, HardwareError> {
    let Wanted { label, keep, mode, flags, note } = wanted;
    let access = SecAccessControl::create_with_protection(Some(mode), flags).map_err(|_| HardwareError::NoAnswer)?;
    let note = note.map(CFData::from_buffer);
    let (label, bits, keep) = (CFString::new(label), CFNumber::from(BITS), CFBoolean::from(keep));
    // SAFETY: the keys of both dictionaries are constants of the framework, the values live until the dictionaries hold them,
    // and a `CFMutableDictionary` made of Core Foundation's own types keeps what is put into it.
    let attributes: CFDictionary = unsafe {
        let mut private = CFMutableDictionary::from_CFType_pairs(&[
            (kSecAttrIsPermanent.to_void(), keep.to_void()),
            (kSecAttrAccessControl.to_void(), access.to_void()),
            (kSecAttrLabel.to_void(), label.to_void()),
        ]);
        if let Some(note) = &note {
            private.add(&kSecAttrApplicationTag.to_void(), &note.to_void());
        }
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

fn own_key() -> Result<Option<SecKey>, HardwareError> {
    find(LABEL, None).map_err(|_| HardwareError::NoAnswer)
}

impl Hardware for Enclave {
    fn has_chip(&self) -> bool {
        // The enclave is the only place.
        false
    }

    fn make(&self, _in_chip: bool) -> Result<(), HardwareError> {
        make(quiet(LABEL, true)).map(|_| ())
    }

    fn compute(&self, input: &[u8; 32]) -> Result<Zeroizing<Vec<u8>>, HardwareError> {
        let key = own_key()?.ok_or(HardwareError::Gone)?;
        let own = key.public_key().ok_or(HardwareError::NoAnswer)?;
        key.key_exchange(Algorithm::ECDHKeyExchangeStandardX963SHA256, &own, input.len(), Some(input))
            .map(Zeroizing::new)
            .map_err(|_| HardwareError::NoAnswer)
    }

    fn end(&self) -> Result<(), HardwareError> {
        delete(LABEL).map_err(|_| HardwareError::NoAnswer)
    }

    fn is_hardware(&self) -> bool {
        // Every iPhone that runs iOS 15 has one; a simulator may not.
        make(quiet(PROBE, false)).is_ok()
    }
}
