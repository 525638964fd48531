//! Random bytes from the system, and from nowhere else.

use super::error::VaultError;

/// `N` random bytes. A system without randomness is an error, never a weaker key.
///
/// # Errors
/// [`VaultError::Random`].
pub fn bytes<const N: usize>() -> Result<[u8; N], VaultError> {
    let mut out = [0u8; N];
    fill(&mut out)?;
    Ok(out)
}

/// Fills `out` with random bytes.
pub(super) fn fill(out: &mut [u8]) -> Result<(), VaultError> {
    getrandom::fill(out).map_err(|_| VaultError::Random)
}
