//! What can go wrong on the disk, each kind apart, because each needs another sentence on the screen.

use std::io;

use rusqlite::ErrorCode;
use rusqlite::ffi;

/// Everything that this room refuses or fails at. Names are those of its own neutral files, codes are numbers.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// A part that should be there is not.
    #[error("{name} is missing")]
    Missing {
        /// The file's name inside the vault, or a sealed file's id.
        name: String,
    },
    /// The bytes are not what was written. Nothing was removed.
    #[error("{name} is damaged (code {code}); it was kept as it is")]
    Damaged {
        /// The file's name inside the vault.
        name: String,
        /// SQLite's extended result code, or 0 where this room saw it itself.
        code: i32,
    },
    /// Written by a newer version of the program. Nothing was changed.
    #[error("written by a newer version: format {found}, this program knows {ours}; update the program")]
    Newer {
        /// The format number in the file.
        found: i64,
        /// The newest format that this program knows.
        ours: i64,
    },
    /// The disk said that it is full. What was written earlier is all there.
    #[error("no space left for {name}")]
    Full {
        /// The file that could not grow.
        name: String,
    },
    /// Refused before it started, because the disk would not hold it.
    #[error("not enough space: {needed} bytes needed, {free} free")]
    NoRoom {
        /// Bytes needed, with what is kept back for the log.
        needed: u64,
        /// Bytes free on the disk.
        free: u64,
    },
    /// The file or its disk cannot be written.
    #[error("{name} cannot be written, only read")]
    ReadOnly {
        /// The file's name inside the vault.
        name: String,
    },
    /// Another program, or another handle of this one, has it open.
    #[error("in use by another program")]
    InUse,
    /// Something is there already and is not written over.
    #[error("{name} is there already")]
    Exists {
        /// The file's name inside the vault.
        name: String,
    },
    /// A row came out of order; nothing was written.
    #[error("out of order: number {expected} comes next, {given} was given")]
    Order {
        /// The only number that the log takes next.
        expected: u64,
        /// The number that was given.
        given: u64,
    },
    /// A row with this id is there already; nothing was written.
    #[error("id {id} is there already")]
    Duplicate {
        /// The id in hexadecimal.
        id: String,
    },
    /// A slip's name may hold only `a-z 0-9 . _ -`, 1 to 64 of them.
    #[error("a slip needs a name of 1 to 64 small letters, digits, dots or dashes")]
    Name,
    /// The store could not be brought to the present format. The old one is in its place, unchanged.
    #[error("format {from} could not be brought to {to}, the old store is kept: {source}")]
    Upgrade {
        /// The format of the store.
        from: i64,
        /// The format wanted.
        to: i64,
        /// Why.
        source: Box<StoreError>,
    },
    /// The system refused to read or write.
    #[error("{name} could not be read or written (system code {code})")]
    Io {
        /// The file's name inside the vault.
        name: String,
        /// The system's error number, 0 if it gave none.
        code: i32,
    },
    /// SQLite failed in a way that has no kind of its own here.
    #[error("{name} could not be read or written (database code {code})")]
    Database {
        /// The file's name inside the vault.
        name: String,
        /// SQLite's extended result code, 0 if it gave none.
        code: i32,
    },
}

impl StoreError {
    /// True for both ways of having no space: refused beforehand, or found out while writing.
    #[must_use]
    pub fn is_full(&self) -> bool {
        match self {
            Self::Full { .. } | Self::NoRoom { .. } => true,
            Self::Upgrade { source, .. } => source.is_full(),
            _ => false,
        }
    }

    /// Sorts an error of the system. For writes through [`NewFile`](super::NewFile), whose `Write` must speak
    /// `io::Error`.
    #[must_use]
    pub fn from_io(name: &str, error: &io::Error) -> Self {
        let name = name.to_owned();
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing { name },
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full { name },
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => Self::ReadOnly { name },
            io::ErrorKind::AlreadyExists => Self::Exists { name },
            _ => Self::Io { name, code: error.raw_os_error().unwrap_or(0) },
        }
    }

    /// Sorts an error of SQLite. Its message is dropped: only the code goes on.
    pub(super) fn from_sql(name: &str, error: &rusqlite::Error) -> Self {
        let name = name.to_owned();
        let code = sql_code(error);
        match error {
            rusqlite::Error::SqliteFailure(inner, _) | rusqlite::Error::SqlInputError { error: inner, .. } => {
                match inner.code {
                    ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Self::Damaged { name, code },
                    ErrorCode::DiskFull => Self::Full { name },
                    ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Self::ReadOnly { name },
                    ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed => {
                        Self::InUse
                    }
                    ErrorCode::SystemIoFailure
                        if matches!(code, ffi::SQLITE_IOERR_SHORT_READ | ffi::SQLITE_IOERR_CORRUPTFS) =>
                    {
                        Self::Damaged { name, code }
                    }
                    _ => Self::Database { name, code },
                }
            }
            // A cell of another type than the schema allows, or no row where there must be one.
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::Utf8Error(..)
            | rusqlite::Error::QueryReturnedNoRows => Self::Damaged { name, code },
            _ => Self::Database { name, code },
        }
    }
}

/// SQLite's extended result code, or 0.
pub(super) fn sql_code(error: &rusqlite::Error) -> i32 {
    match error {
        rusqlite::Error::SqliteFailure(inner, _) | rusqlite::Error::SqlInputError { error: inner, .. } => {
            inner.extended_code
        }
        _ => 0,
    }
}
