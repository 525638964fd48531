//! How a SQLite file is opened: the one place for its settings.
//!
//! Locking for writing is EXCLUSIVE, set before the first read: the vault has its own lock, so nobody else reads along, and in
//! that mode SQLite keeps the WAL's index on the heap. No `-shm` file means none that a full disk could refuse.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, ffi};

use super::disk::{beside, name_of, present, size_of};
use super::error::sql_code;
use super::{Result, StoreError};

/// Opens an existing file for writing. It does not checkpoint at closing until [`trust`] is called, so that a file
/// that turns out to be damaged or newer stays as it was.
pub(super) fn writable(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = open(path, flags)?;
    let name = name_of(path);
    let sql = |error: rusqlite::Error| StoreError::from_sql(&name, &error);
    connection.execute_batch("PRAGMA locking_mode = EXCLUSIVE").map_err(sql)?;
    // SQLite opens a file that it may not write for reading only, without a word.
    if connection.is_readonly("main").map_err(sql)? {
        return Err(StoreError::ReadOnly { name: name.clone() });
    }
    Ok(connection)
}

/// Opens an existing file for reading. Without a WAL the one file holds everything and is read as it lies, so that
/// nothing is made beside it and a disk that can only be read is enough.
pub(super) fn reading(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let wal = size_of(&beside(path, "-wal"))?.unwrap_or(0);
    match immutable(path) {
        Some(uri) if wal == 0 && present(path)? => {
            let name = name_of(path);
            let opened = Connection::open_with_flags(uri, flags | OpenFlags::SQLITE_OPEN_URI);
            configure(opened.map_err(|error| StoreError::from_sql(&name, &error))?, &name)
        }
        _ => {
            let connection = open(path, flags)?;
            let looked: rusqlite::Result<i64> = connection.query_row("PRAGMA user_version", [], |row| row.get(0));
            match looked {
                Err(error) if sql_code(&error) & 0xff == ffi::SQLITE_CANTOPEN => {
                    Ok(without_index_file(path, flags).unwrap_or(connection))
                }
                _ => Ok(connection),
            }
        }
    }
}

/// Reads a file and its WAL where the WAL's index cannot be made beside them. The index is on the heap only with an
/// exclusive lock, which a file that is open for reading cannot get: so this one takes no lock. The vault's holds.
fn without_index_file(path: &Path, flags: OpenFlags) -> Option<Connection> {
    let connection = Connection::open_with_flags_and_vfs(path, flags, "unix-none").ok()?;
    let connection = configure(connection, &name_of(path)).ok()?;
    connection.execute_batch("PRAGMA locking_mode = EXCLUSIVE").ok()?;
    Some(connection)
}

/// The path as a SQLite URI (https://sqlite.org/uri.html), if it can be written as one.
fn immutable(path: &Path) -> Option<String> {
    use std::fmt::Write;
    let path = path.to_str().filter(|path| path.starts_with('/'))?;
    let mut uri = String::from("file:");
    for byte in path.bytes() {
        match byte {
            b'/' | b'.' | b'-' | b'_' => uri.push(char::from(byte)),
            byte if byte.is_ascii_alphanumeric() => uri.push(char::from(byte)),
            byte => write!(uri, "%{byte:02X}").ok()?,
        }
    }
    uri.push_str("?immutable=1");
    Some(uri)
}

fn open(path: &Path, flags: OpenFlags) -> Result<Connection> {
    let name = name_of(path);
    if !present(path)? {
        return Err(StoreError::Missing { name });
    }
    let opened = Connection::open_with_flags(path, flags);
    configure(opened.map_err(|error| StoreError::from_sql(&name, &error))?, &name)
}

fn configure(connection: Connection, name: &str) -> Result<Connection> {
    let sql = |error: rusqlite::Error| StoreError::from_sql(name, &error);
    connection.busy_timeout(Duration::ZERO).map_err(sql)?;
    for (setting, value) in [
        (DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true),
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
    ] {
        connection.set_db_config(setting, value).map_err(sql)?;
    }
    // None of these reads the file.
    connection
        .execute_batch(
            "PRAGMA trusted_schema = OFF;
             PRAGMA cell_size_check = ON;
             PRAGMA foreign_keys = ON;
             PRAGMA temp_store = MEMORY;
             PRAGMA mmap_size = 0;
             PRAGMA fullfsync = ON;
             PRAGMA checkpoint_fullfsync = ON;",
        )
        .map_err(sql)?;
    Ok(connection)
}

/// Makes a connection ready for writing, after what it opened has been looked at: WAL, full sync, wiping of what is
/// removed, checkpoint at closing.
pub(super) fn trust(connection: &Connection, name: &str) -> Result<()> {
    let sql = |error: rusqlite::Error| StoreError::from_sql(name, &error);
    connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;").map_err(sql)?;
    let mode: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0)).map_err(sql)?;
    if mode != "wal" {
        return Err(StoreError::Database { name: name.to_owned(), code: 0 });
    }
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false).map_err(sql)?;
    Ok(())
}

/// Moves everything from the WAL into the file and empties the WAL.
pub(super) fn checkpoint(connection: &Connection, name: &str) -> Result<()> {
    let sql = |error: rusqlite::Error| StoreError::from_sql(name, &error);
    let busy: i64 = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0)).map_err(sql)?;
    if busy == 0 { Ok(()) } else { Err(StoreError::InUse) }
}
