//! A whole store built beside the present one, to take its place: for a new master key.
//!
//! `a.db.next` and `a.files.next/` grow beside `a.db` and `a.files/`, which stay as they are. The key file decides: while
//! the old one is in place, what is beside was never begun; once the new one is, it is the store, and [`VaultDir::finish_next`]
//! moves it into place, however often it is cut off. This room sees no key, so whoever opens the vault says which it is.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::OptionalExtension;

use super::disk::{self, beside, io_error, name_of, present, remove_if_present, size_of};
use super::{Files, Log, RESERVE, Result, Side, Small, StoreError, VaultDir, connect, schema, upgrade};

impl VaultDir {
    /// Begins an empty store beside the present one; what an earlier try left is removed.
    ///
    /// # Errors
    /// `NoRoom`, before anything is written, if the disk would not hold everything twice; `Full`, `ReadOnly`, `Io`.
    pub fn begin_next(&self, side: Side) -> Result<(Log, Files)> {
        self.discard_next(side)?;
        let present = Files::open(&self.files(side))?;
        let rows = size_of(&self.db(side))?.unwrap_or(0) + size_of(&beside(&self.db(side), "-wal"))?.unwrap_or(0);
        let files = present.sizes()?.into_iter().fold(0_u64, |sum, (_, size)| sum.saturating_add(size));
        let (needed, free) = (rows.saturating_add(files).saturating_add(RESERVE), present.free_bytes()?);
        if free < needed {
            return Err(StoreError::NoRoom { needed, free });
        }
        Log::create(&self.next_db(side))?;
        disk::new_private_dir(&self.next_files(side))?;
        self.open_next(side)
    }

    /// Opens the store beside, to read back what was written there.
    ///
    /// # Errors
    /// As [`Log::open`] and [`Files::open`].
    pub fn open_next(&self, side: Side) -> Result<(Log, Files)> {
        Ok((Log::open(&self.next_db(side))?, Files::open(&self.next_files(side))?))
    }

    /// Closes the log beside so that all of it is in the one file, and makes everything beside durable.
    ///
    /// # Errors
    /// `Full`, `ReadOnly`, `Io`, `Database`.
    pub fn close_next(&self, side: Side, log: Log) -> Result<()> {
        log.close_whole()?;
        disk::sync_file(&self.next_db(side))?;
        disk::sync_dir(&self.next_files(side))?;
        disk::sync_dir(self.root())
    }

    /// Whether anything is beside: one that grows, one that waits to take its place, or what is left of either.
    ///
    /// # Errors
    /// `Io` if the disk does not answer.
    pub fn has_next(&self, side: Side) -> Result<bool> {
        let next = self.next_db(side);
        // A log that was cut off while it was made is there under the name that it is made by.
        let logs = present(&next)? || present(&beside(&next, ".new"))?;
        Ok(logs || present(&self.next_files(side))? || present(&self.gone_files(side))?)
    }

    /// Reads a slip of the log beside without changing anything. `None`: there is no such log, or no such slip.
    ///
    /// # Errors
    /// `Damaged`, `Database`, `Newer`, `Io`.
    pub fn next_slip(&self, side: Side, slip: &str) -> Result<Option<Vec<u8>>> {
        let path = self.next_db(side);
        if !present(&path)? {
            return Ok(None);
        }
        let name = name_of(&path);
        let connection = connect::reading(&path)?;
        let found = schema::version(&connection, &name)?;
        if found > schema::VERSION {
            return Err(StoreError::Newer { found, ours: schema::VERSION });
        }
        connection
            .query_row("SELECT sealed FROM slips WHERE name = ?1", [slip], |row| row.get(0))
            .optional()
            .map_err(|error| StoreError::from_sql(&name, &error))
    }

    /// Removes what is beside. Only for a store that never took the place, or what it replaced.
    ///
    /// # Errors
    /// `ReadOnly`, `Io`.
    pub fn discard_next(&self, side: Side) -> Result<()> {
        // The log first: without it the files beside are never taken for a store.
        upgrade::remove_database(&self.next_db(side))?;
        upgrade::remove_database(&beside(&self.next_db(side), ".new"))?;
        remove_dir(&self.next_files(side))?;
        remove_dir(&self.gone_files(side))?;
        disk::sync_dir(self.root())
    }

    /// Moves the store beside into the place of the present one. The new key file is in place already, and neither log is
    /// open. Cut off anywhere, it is simply called again. `step` is told after each change of the disk.
    ///
    /// # Errors
    /// `ReadOnly`, `Io`. Nothing is lost: both are there, and it can be called again.
    pub fn finish_next(&self, side: Side, step: &mut dyn FnMut(&'static str)) -> Result<()> {
        let (db, next) = (self.db(side), self.next_db(side));
        let (files, next_files, gone) = (self.files(side), self.next_files(side), self.gone_files(side));
        // The key file's own rename has to be durable before the old store goes.
        disk::sync_file(&self.small(Small::Keys(side)))?;
        disk::sync_dir(self.root())?;
        if present(&next_files)? {
            if present(&files)? {
                remove_dir(&gone)?;
                disk::rename(&files, &gone)?;
                step("old files aside");
            }
            disk::rename(&next_files, &files)?;
            step("new files in place");
        }
        if present(&next)? {
            // A WAL that stayed would be taken for the new log's.
            for suffix in ["-wal", "-shm", "-journal"] {
                remove_if_present(&beside(&db, suffix))?;
            }
            step("old log without its WAL");
            disk::rename(&next, &db)?;
            step("new log in place");
        }
        remove_dir(&gone)?;
        step("old files gone");
        self.discard_next(side)
    }

    fn next_db(&self, side: Side) -> PathBuf {
        beside(&self.db(side), ".next")
    }

    fn next_files(&self, side: Side) -> PathBuf {
        beside(&self.files(side), ".next")
    }

    fn gone_files(&self, side: Side) -> PathBuf {
        beside(&self.files(side), ".gone")
    }
}

/// Removes a directory of sealed files that nothing speaks of.
fn remove_dir(path: &Path) -> Result<()> {
    if !present(path)? {
        return Ok(());
    }
    match fs::remove_dir_all(path) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(io_error(path, &error)),
    }
}
