//! Checking a pack, with nothing but the pack. Needs no vault and no session.

use std::path::Path;

use super::SessionError;
use crate::evidence::verify::{self, Report};
use crate::vault::VerifyingKey;

/// Checks a pack: every file, the signature, every field and link of the chain.
///
/// # Errors
/// [`SessionError::Pack`] when it cannot be read as a pack at all.
pub fn verify_pack(path: &Path, password: Option<&str>) -> Result<Report, SessionError> {
    let signature = |message: &[u8], armoured: &str, key: &[u8; 32]| {
        VerifyingKey::from_bytes(key).is_ok_and(|key| key.verify_pack(message, armoured).is_ok())
    };
    let head = |message: &[u8], signature: &[u8], key: &[u8; 32]| {
        let key = VerifyingKey::from_bytes(key);
        key.is_ok_and(|key| signature.try_into().is_ok_and(|signature| key.verify(message, signature).is_ok()))
    };
    verify::verify(path, password, &signature, &head).map_err(|error| SessionError::Pack(error.to_string()))
}
