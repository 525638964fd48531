//! The update that is kept on the device, and the one before it.
//!
//! The file that is read is always a whole one: a new one is written beside it, synced, and renamed over it. The one
//! before stays until the next, so that one tap goes back. Both are public texts; nothing of hers is in them.

use super::{BUILT_IN_NUMBER, LARGEST_UPDATE, Update, UpdateRefusal, Verify};
use jiff::civil::Date;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::PathBuf;

const NOW: &str = "content.now";
const BEFORE: &str = "content.before";
const COMING: &str = "content.coming";

/// Where updates are kept: a folder that may not exist yet.
#[derive(Debug, Clone)]
pub struct Kept {
    dir: PathBuf,
}

/// What is read after going back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undone {
    /// The update before.
    ToUpdateBefore,
    /// What is built into the program.
    ToBuiltIn,
    /// There was no update to undo.
    NothingToUndo,
}

impl Kept {
    /// Keeps updates in `dir`. Nothing is read or written yet.
    #[must_use]
    pub fn new(dir: PathBuf) -> Self {
        Self { dir }
    }

    /// The update to read, or `None` if there is none, it was damaged or changed, or the program is as new: then what
    /// is built in is read.
    #[must_use]
    pub fn current(&self, verify: Verify<'_>, today: Date) -> Option<Update> {
        self.looked_at(verify, today).ok().flatten()
    }

    /// The same, and why an update that is there is not read. It stays until the next is taken.
    ///
    /// # Errors
    /// Says in words what is wrong with it.
    pub fn looked_at(&self, verify: Verify<'_>, today: Date) -> Result<Option<Update>, UpdateRefusal> {
        let Some(bytes) = self.read(NOW) else { return Ok(None) };
        match Update::read(&bytes, verify, BUILT_IN_NUMBER, today) {
            // The program holds it already.
            Err(UpdateRefusal::NotNewer) => Ok(None),
            read => read.map(Some),
        }
    }

    /// Takes an update, if it holds and is newer than what is read now.
    ///
    /// # Errors
    /// Says in words why it is refused; what was there stays, byte for byte.
    pub fn take(&self, bytes: &[u8], verify: Verify<'_>, today: Date) -> Result<Update, UpdateRefusal> {
        let current = self.current(verify, today);
        let number = current.as_ref().map_or(BUILT_IN_NUMBER, Update::number);
        let update = Update::read(bytes, verify, number, today)?;
        self.swap(bytes, current.is_some()).map_err(|_| UpdateRefusal::Disk)?;
        Ok(update)
    }

    /// Goes back to the update before, or to what is built in.
    ///
    /// # Errors
    /// [`UpdateRefusal::Disk`] if that could not be done; what was read is read still.
    pub fn undo(&self) -> Result<Undone, UpdateRefusal> {
        let (now, before) = (self.dir.join(NOW), self.dir.join(BEFORE));
        let done = if !now.exists() {
            return Ok(Undone::NothingToUndo);
        } else if before.exists() {
            fs::rename(before, now).map(|()| Undone::ToUpdateBefore)
        } else {
            fs::remove_file(now).map(|()| Undone::ToBuiltIn)
        };
        let done = done.and_then(|done| self.sync_dir().map(|()| done));
        done.map_err(|_| UpdateRefusal::Disk)
    }

    /// Removes all of it, as on a device where nothing was ever taken.
    ///
    /// # Errors
    /// [`UpdateRefusal::Disk`] if something is left.
    pub fn remove(&self) -> Result<(), UpdateRefusal> {
        match fs::remove_dir_all(&self.dir) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(UpdateRefusal::Disk),
            _ => Ok(()),
        }
    }

    fn read(&self, name: &str) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        // One byte more than allowed: the reader then refuses it, and a huge file is never read to its end.
        let most = u64::try_from(LARGEST_UPDATE).ok()?.checked_add(1)?;
        File::open(self.dir.join(name)).ok()?.take(most).read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }

    fn swap(&self, bytes: &[u8], keep_before: bool) -> io::Result<()> {
        fs::create_dir_all(&self.dir)?;
        if keep_before {
            let before = fs::read(self.dir.join(NOW))?;
            self.write(&before, BEFORE)?;
        } else {
            // What could not be read is nothing to go back to.
            match fs::remove_file(self.dir.join(BEFORE)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        self.write(bytes, NOW)
    }

    /// Whole under its name, or not at all.
    fn write(&self, bytes: &[u8], name: &str) -> io::Result<()> {
        let coming = self.dir.join(COMING);
        let mut file = File::create(&coming)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(coming, self.dir.join(name))?;
        self.sync_dir()
    }

    #[cfg(unix)]
    fn sync_dir(&self) -> io::Result<()> {
        File::open(&self.dir)?.sync_all()
    }

    #[cfg(not(unix))]
    fn sync_dir(&self) -> io::Result<()> {
        Ok(())
    }
}
