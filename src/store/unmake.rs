//! Destroying a whole vault: its keys first, then the rest. Ending the finger or face, which holds a key too.
//!
//! A mark at the beginning of a key file says that it was destroyed on purpose. A key file that is merely broken never
//! holds it, so nothing is removed because of damage. The marked files go last: whatever a crash leaves, the next start
//! sees the mark and goes on.

use std::fs::{self, File, OpenOptions};
use std::io::{Read, Write};
use std::path::Path;

use super::disk::{self, beside, io_error, remove_if_present};
use super::{Result, Side, Small, VaultDir, upgrade};

/// Random, and without a meaning to whoever looks at the file.
const MARK: [u8; 16] = [0x5b, 0xe1, 0x07, 0xc4, 0x9a, 0x38, 0xd2, 0x6f, 0x11, 0xee, 0x83, 0x4c, 0xa7, 0x70, 0x0d, 0xf9];

impl VaultDir {
    /// Writes over both key files where they lie, that of `first` first. When it returns, nothing in this place opens
    /// with any secret any more.
    ///
    /// # Errors
    /// `Missing`, `ReadOnly`, `Io` when the first could not be written over: then nothing was changed. After that there
    /// is no way back, and the other one goes with the rest.
    pub fn destroy_keys(&self, first: Side) -> Result<()> {
        let other = if first == Side::A { Side::B } else { Side::A };
        write_over(&self.small(Small::Keys(first)), &MARK)?;
        // What matters is done; these are removed with all the others at the latest.
        let _ = self.remove_touch();
        let _ = write_over(&self.small(Small::Keys(other)), &MARK);
        for side in Side::BOTH {
            let _ = remove_if_present(&beside(&self.small(Small::Keys(side)), ".new"));
        }
        Ok(())
    }

    /// Ends the finger or face: written over where it lies, then removed. That there is none is no error. One that was cut off in
    /// between is all zeros, and no shortcut any more.
    ///
    /// # Errors
    /// `ReadOnly`, `Io` when it is still there.
    pub fn remove_touch(&self) -> Result<()> {
        let path = self.small(Small::Touch);
        if disk::present(&path)? {
            // Removing it is what counts.
            let _ = write_over(&path, &[]);
            remove_if_present(&path)?;
            disk::sync_dir(self.root())?;
        }
        remove_if_present(&beside(&path, ".new"))
    }

    /// Whether its keys were destroyed on purpose, and something of it may still be there.
    #[must_use]
    pub fn is_unmade(&self) -> bool {
        Side::BOTH.into_iter().any(|side| is_marked(&self.small(Small::Keys(side))))
    }

    /// Removes everything of a vault whose keys were destroyed. Files that are none of its own stay.
    ///
    /// # Errors
    /// `ReadOnly`, `Io`: the first of them. As much as could be was removed, and [`Self::is_unmade`] still says so.
    pub fn unmake(&self) -> Result<()> {
        if !self.is_unmade() {
            return Ok(());
        }
        let mut first = self.remove_touch();
        for side in Side::BOTH {
            first = first.and(remove_tree(&self.files(side)));
            for suffix in ["", ".new", ".old"] {
                first = first.and(upgrade::remove_database(&beside(&self.db(side), suffix)));
            }
        }
        for small in Small::ALL.into_iter().filter(|small| !matches!(small, Small::Keys(_))) {
            for suffix in ["", ".new"] {
                first = first.and(remove_if_present(&beside(&self.small(small), suffix)));
            }
        }
        for side in Side::BOTH {
            first = first.and(self.discard_next(side));
        }
        first = first.and(self.queue().remove());
        first?;
        disk::sync_dir(self.root())?;
        remove_if_present(&self.root().join("lock"))?;
        for side in Side::BOTH {
            remove_if_present(&self.small(Small::Keys(side)))?;
        }
        // Somebody else's file in it keeps the folder.
        let _ = fs::remove_dir(self.root());
        Ok(())
    }
}

/// In place: a new file beside it would leave the old one's blocks as they are for certain. Begins with `mark`; the rest is zeros.
fn write_over(path: &Path, mark: &[u8]) -> Result<()> {
    let failed = |error: std::io::Error| io_error(path, &error);
    let mut file = OpenOptions::new().write(true).open(path).map_err(failed)?;
    let length = usize::try_from(file.metadata().map_err(failed)?.len().min(super::atomic::LARGEST)).unwrap_or(0);
    let mut bytes = mark.to_vec();
    bytes.resize(length.max(mark.len()), 0);
    file.write_all(&bytes).map_err(failed)?;
    file.sync_all().map_err(failed)
}

fn is_marked(path: &Path) -> bool {
    let mut begins = [0; MARK.len()];
    File::open(path).and_then(|mut file| file.read_exact(&mut begins)).is_ok() && begins == MARK
}

fn remove_tree(path: &Path) -> Result<()> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(io_error(path, &error)),
        _ => Ok(()),
    }
}
