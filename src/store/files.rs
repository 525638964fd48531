//! Sealed files: pictures, recordings, whatever is too large for a row. Named by their id alone.
//!
//! A file grows as `<id>.part` and gets its name only when it is whole and synced, so what has a name is complete.
//! The order is: [`Files::new_file`], write, [`NewFile::keep`], read it back, and only then the row that speaks of it.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::disk::{self, beside, io_error, present, size_of};
use super::{Id, Result, StoreError};

/// Bytes that no file may take: a large picture must not leave the words without room.
pub const RESERVE: u64 = 8 << 20;

/// The sealed files of one store.
#[derive(Debug, Clone)]
pub struct Files {
    dir: PathBuf,
}

impl Files {
    /// The files in a directory, which is there already.
    ///
    /// # Errors
    /// `Missing` if it is not.
    pub fn open(dir: &Path) -> Result<Self> {
        if !dir.is_dir() {
            return Err(StoreError::Missing { name: disk::name_of(dir) });
        }
        Ok(Self { dir: dir.to_owned() })
    }

    /// Begins a file of about `expected` bytes (0 if that is not known).
    ///
    /// # Errors
    /// `NoRoom`, before anything is written, if the disk would not hold it and [`RESERVE`]; `Exists`; `Full`;
    /// `ReadOnly`; `Io`.
    pub fn new_file(&self, id: &Id, expected: u64) -> Result<NewFile> {
        let path = self.path(id);
        if present(&path)? {
            return Err(StoreError::Exists { name: hex::encode(id) });
        }
        let free = self.free_bytes()?;
        let needed = expected.saturating_add(RESERVE);
        if free < needed {
            return Err(StoreError::NoRoom { needed, free });
        }
        let part = beside(&path, ".part");
        let file = disk::new_private_file(&part)?;
        Ok(NewFile { file, part, path, written: 0, spoilt: None, kept: false })
    }

    /// Opens a whole file for reading.
    ///
    /// # Errors
    /// `Missing`, `Io`.
    pub fn read(&self, id: &Id) -> Result<File> {
        let path = self.path(id);
        File::open(&path).map_err(|error| io_error(&path, &error))
    }

    /// The size of a whole file in bytes.
    ///
    /// # Errors
    /// `Missing`, `Io`.
    pub fn size(&self, id: &Id) -> Result<u64> {
        size_of(&self.path(id))?.ok_or_else(|| StoreError::Missing { name: hex::encode(id) })
    }

    /// The ids of all whole files, in order.
    ///
    /// # Errors
    /// `Missing` if the directory is gone, `Io`.
    pub fn list(&self) -> Result<Vec<Id>> {
        self.ids("")
    }

    /// The ids and sizes in bytes of all whole files, in order of id.
    ///
    /// # Errors
    /// As [`Files::list`].
    pub fn sizes(&self) -> Result<Vec<(Id, u64)>> {
        self.list()?.into_iter().map(|id| Ok((id, self.size(&id)?))).collect()
    }

    /// The ids of files that a crash left unfinished. Nothing speaks of them yet; they are kept until
    /// [`Files::remove_part`], so that the person can be told.
    ///
    /// # Errors
    /// As [`Files::list`].
    pub fn leftover_parts(&self) -> Result<Vec<Id>> {
        self.ids(".part")
    }

    /// Opens an unfinished file for reading.
    ///
    /// # Errors
    /// `Missing`, `Io`.
    pub fn read_part(&self, id: &Id) -> Result<File> {
        let part = beside(&self.path(id), ".part");
        File::open(&part).map_err(|error| io_error(&part, &error))
    }

    /// Removes an unfinished file.
    ///
    /// # Errors
    /// `ReadOnly`, `Io`.
    pub fn remove_part(&self, id: &Id) -> Result<()> {
        disk::remove_if_present(&beside(&self.path(id), ".part"))?;
        disk::sync_dir(&self.dir)
    }

    /// Those of `ids` that have no whole file, in the order given.
    ///
    /// # Errors
    /// `Io` if the disk does not answer: that is not the same as missing.
    pub fn missing(&self, ids: &[Id]) -> Result<Vec<Id>> {
        let mut gone = Vec::new();
        for id in ids {
            if !present(&self.path(id))? {
                gone.push(*id);
            }
        }
        Ok(gone)
    }

    /// Bytes free for this user on the disk.
    ///
    /// # Errors
    /// `Missing`, `Io`.
    pub fn free_bytes(&self) -> Result<u64> {
        fs4::available_space(&self.dir).map_err(|error| io_error(&self.dir, &error))
    }

    fn path(&self, id: &Id) -> PathBuf {
        self.dir.join(hex::encode(id))
    }

    fn ids(&self, suffix: &str) -> Result<Vec<Id>> {
        let failed = |error: io::Error| io_error(&self.dir, &error);
        let mut ids = Vec::new();
        for entry in fs::read_dir(&self.dir).map_err(failed)? {
            let name = entry.map_err(failed)?.file_name();
            let id = name.to_str().and_then(|name| name.strip_suffix(suffix)).and_then(id_of);
            ids.extend(id);
        }
        ids.sort_unstable();
        Ok(ids)
    }
}

/// Only names that this room writes: 32 small hexadecimal digits.
fn id_of(name: &str) -> Option<Id> {
    let mut id = [0; 16];
    hex::decode_to_slice(name, &mut id).ok()?;
    (hex::encode(id) == name).then_some(id)
}

/// A file that is being written. Dropped without [`NewFile::keep`] or [`NewFile::sync_so_far`], it is gone.
///
/// Its `Write` goes straight to the disk: hand it whole chunks. [`StoreError::from_io`] sorts its errors.
#[derive(Debug)]
pub struct NewFile {
    file: File,
    part: PathBuf,
    path: PathBuf,
    written: u64,
    /// The first write that failed; a file with a hole is never kept.
    spoilt: Option<StoreError>,
    /// Whether it stays when it is dropped.
    kept: bool,
}

impl NewFile {
    /// Bytes written so far.
    #[must_use]
    pub fn written(&self) -> u64 {
        self.written
    }

    /// Makes durable what was written so far. From now on it stays on the disk when it is dropped unfinished, to be
    /// found by [`Files::leftover_parts`].
    ///
    /// # Errors
    /// The error of an earlier write, if one failed; `Full`; `Io`.
    pub fn sync_so_far(&mut self) -> Result<()> {
        if let Some(error) = &self.spoilt {
            return Err(error.clone());
        }
        self.file.sync_data().map_err(|error| io_error(&self.path, &error))?;
        if !self.kept {
            disk::sync_parent(&self.path)?;
            self.kept = true;
        }
        Ok(())
    }

    /// Syncs the file, gives it its name and makes that durable. Returns its size in bytes. Read it back before
    /// anything speaks of it.
    ///
    /// # Errors
    /// The error of an earlier write, if one failed; `Exists`; `Full`; `Io`. Then there is no such file.
    pub fn keep(mut self) -> Result<u64> {
        if let Some(error) = self.spoilt.take() {
            return Err(error);
        }
        self.file.sync_all().map_err(|error| io_error(&self.path, &error))?;
        if present(&self.path)? {
            return Err(StoreError::Exists { name: disk::name_of(&self.path) });
        }
        fs::rename(&self.part, &self.path).map_err(|error| io_error(&self.path, &error))?;
        self.kept = true;
        disk::sync_parent(&self.path)?;
        Ok(self.written)
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.file.write(bytes) {
            Ok(count) => {
                self.written = self.written.saturating_add(u64::try_from(count).unwrap_or(u64::MAX));
                Ok(count)
            }
            Err(error) => {
                if error.kind() != io::ErrorKind::Interrupted {
                    self.spoilt.get_or_insert(io_error(&self.path, &error));
                }
                Err(error)
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for NewFile {
    fn drop(&mut self) {
        if !self.kept {
            // A part that cannot be removed is found by `leftover_parts`.
            let _ = fs::remove_file(&self.part);
        }
    }
}
