//! Replaces a small file as a whole: after a crash there is the old one or the new one, never half of either.
//!
//! Key files, `door` and `tries` go this way. The new bytes are written beside (`.new`), synced, renamed over the
//! old, and the directory is synced. A `.new` left by a crash was never acknowledged: it is ignored by [`read`] and
//! removed by [`settle`].

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;

use super::disk::{beside, io_error, name_of, new_private_file, present, remove_if_present, rename};
use super::{Result, StoreError};

/// The largest small file, in bytes. One that is larger was not written by this program.
pub const LARGEST: u64 = 1 << 20;

/// Writes a small file that must not be there yet. Durable when it returns.
///
/// # Errors
/// `Exists` if something is there; otherwise as [`replace`].
pub fn create(path: &Path, bytes: &[u8]) -> Result<()> {
    if present(path)? {
        return Err(StoreError::Exists { name: name_of(path) });
    }
    replace(path, bytes)
}

/// Replaces a small file, or writes it for the first time. Durable when it returns.
///
/// # Errors
/// `Full`, `ReadOnly` or `Io`. On an error the file is whole: the old one, or, if only the directory could not be
/// synced, perhaps the new one.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let new = beside(path, ".new");
    remove_if_present(&new)?;
    if let Err(error) = write_synced(&new, bytes) {
        // What matters is the first error; a leftover is removed at the next opening anyway.
        let _ = fs::remove_file(&new);
        return Err(error);
    }
    rename(&new, path)
}

/// Reads a small file as it was last replaced.
///
/// # Errors
/// `Missing`, `Io`, or `Damaged` for one larger than [`LARGEST`].
pub fn read(path: &Path) -> Result<Vec<u8>> {
    let file = File::open(path).map_err(|error| io_error(path, &error))?;
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| io_error(path, &error))?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > LARGEST {
        return Err(StoreError::Damaged { name: name_of(path), code: 0 });
    }
    Ok(bytes)
}

/// Removes what a crash in the middle of [`replace`] left beside the file.
///
/// # Errors
/// `ReadOnly` or `Io`.
pub fn settle(path: &Path) -> Result<()> {
    remove_if_present(&beside(path, ".new"))
}

fn write_synced(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut file = new_private_file(path)?;
    file.write_all(bytes).map_err(|error| io_error(path, &error))?;
    file.sync_all().map_err(|error| io_error(path, &error))
}
