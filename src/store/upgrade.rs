//! Brings an older file to the present format, on a copy. The old one is kept until the new one has been read back.
//!
//! `a.db` is copied to `a.db.new`, the steps run there, every row is compared, and then two renames: `a.db` to
//! `a.db.old`, `a.db.new` to `a.db`. A crash anywhere leaves a whole file: [`settle`] finds out which.

use std::path::Path;

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::disk::{self, beside, name_of, present, remove_if_present, size_of};
use super::schema::{self, Step};
use super::{Result, StoreError, connect, integrity};

/// Finishes or undoes an upgrade that was cut off.
pub(super) fn settle(path: &Path, steps: &[Step]) -> Result<()> {
    let old = beside(path, ".old");
    if present(&old)? {
        if !present(path)? {
            disk::rename(&old, path)?;
        } else if verify_alone(path, steps).is_ok() {
            remove_database(&old)?;
            disk::sync_parent(path)?;
        } else {
            put_back(path, &old)?;
        }
    }
    // Never acknowledged: either a copy whose original is in its place, or a log that was still being made.
    remove_database(&beside(path, ".new"))
}

/// Brings the file at `path` from format `from` to the newest. On an error it is as it was.
pub(super) fn run(path: &Path, from: i64, steps: &[Step]) -> Result<()> {
    let to = schema::newest(steps);
    let failed = |source| StoreError::Upgrade { from, to, source: Box::new(source) };
    let new = beside(path, ".new");
    if let Err(source) = build(path, &new, from, steps) {
        // What matters is the first error; a leftover is removed at the next opening.
        let _ = remove_database(&new);
        return Err(failed(source));
    }
    swap(path, &new, steps).map_err(failed)
}

/// Makes the upgraded copy, compares it row by row, and closes both files without a WAL.
fn build(path: &Path, new: &Path, from: i64, steps: &[Step]) -> Result<()> {
    let size = size_of(path)?.unwrap_or(0) + size_of(&beside(path, "-wal"))?.unwrap_or(0);
    let free = fs4::available_space(path).map_err(|error| disk::io_error(path, &error))?;
    // The copy, and what its own WAL may take while the steps run.
    let needed = size.saturating_mul(2);
    if free < needed {
        return Err(StoreError::NoRoom { needed, free });
    }
    let name = name_of(path);
    let source = connect::writable(path)?;
    sound(&source, &name)?;
    remove_database(new)?;
    disk::new_private_file(new)?;
    let mut copy = connect::writable(new)?;
    copy_pages(&source, &mut copy, &name)?;
    // Opened again, so that nothing of the copying stays in the connection.
    drop(copy);
    let mut copy = connect::writable(new)?;
    connect::trust(&copy, &name)?;
    schema::upgrade_from(&mut copy, from, steps, &name)?;
    close_whole(copy, new)?;
    let copy = connect::writable(new)?;
    verify(&copy, steps, &name)?;
    same_content(&source, &copy, &name)?;
    close_whole(copy, new)?;
    disk::sync_file(new)?;
    connect::trust(&source, &name)?;
    close_whole(source, path)
}

fn copy_pages(source: &Connection, copy: &mut Connection, name: &str) -> Result<()> {
    let sql = |error: rusqlite::Error| StoreError::from_sql(name, &error);
    let backup = Backup::new(source, copy).map_err(sql)?;
    match backup.step(-1).map_err(sql)? {
        StepResult::Done => Ok(()),
        _ => Err(StoreError::InUse),
    }
}

/// Puts the new file in the place of the old, reads it there, and only then removes the old.
fn swap(path: &Path, new: &Path, steps: &[Step]) -> Result<()> {
    let old = beside(path, ".old");
    disk::rename(path, &old)?;
    let placed = disk::rename(new, path).and_then(|()| verify_alone(path, steps));
    match placed {
        Ok(()) => {
            remove_database(&old)?;
            disk::sync_parent(path)
        }
        Err(error) => {
            put_back(path, &old)?;
            Err(error)
        }
    }
}

/// The new file never took a row of its own, so the old one holds everything.
fn put_back(path: &Path, old: &Path) -> Result<()> {
    remove_if_present(&beside(path, "-wal"))?;
    disk::rename(old, path)
}

fn verify_alone(path: &Path, steps: &[Step]) -> Result<()> {
    let connection = connect::writable(path)?;
    verify(&connection, steps, &name_of(path))
}

/// The newest format, whole, with the tables that belong to it.
fn verify(connection: &Connection, steps: &[Step], name: &str) -> Result<()> {
    if schema::version(connection, name)? != schema::newest(steps) {
        return Err(StoreError::Damaged { name: name.to_owned(), code: 0 });
    }
    schema::check_shape(connection, steps, name)?;
    sound(connection, name)
}

fn sound(connection: &Connection, name: &str) -> Result<()> {
    if integrity::problems(connection).is_empty() {
        Ok(())
    } else {
        Err(StoreError::Damaged { name: name.to_owned(), code: 0 })
    }
}

/// Steps may change tables, but never what was acknowledged: every row and slip must be the same to the byte.
fn same_content(before: &Connection, after: &Connection, name: &str) -> Result<()> {
    let same = same(before, after, "SELECT seq, id, sealed FROM log ORDER BY seq")
        .and_then(|log| Ok(log && same(before, after, "SELECT 0, name, sealed FROM slips ORDER BY name")?))
        .map_err(|error| StoreError::from_sql(name, &error))?;
    if same { Ok(()) } else { Err(StoreError::Damaged { name: name.to_owned(), code: 0 }) }
}

fn same(before: &Connection, after: &Connection, query: &str) -> rusqlite::Result<bool> {
    let (mut left, mut right) = (before.prepare(query)?, after.prepare(query)?);
    let (mut left, mut right) = (left.query([])?, right.query([])?);
    loop {
        match (left.next()?, right.next()?) {
            (None, None) => return Ok(true),
            (Some(one), Some(other)) => {
                for column in 0..3 {
                    if one.get_ref(column)? != other.get_ref(column)? {
                        return Ok(false);
                    }
                }
            }
            _ => return Ok(false),
        }
    }
}

/// Closes a file so that all of it is in the one file. A WAL that stayed would be taken for the next file's.
pub(super) fn close_whole(connection: Connection, path: &Path) -> Result<()> {
    let name = name_of(path);
    connect::checkpoint(&connection, &name)?;
    connection.close().map_err(|(_, error)| StoreError::from_sql(&name, &error))?;
    let wal = beside(path, "-wal");
    match size_of(&wal)? {
        None => Ok(()),
        Some(0) => remove_if_present(&wal),
        Some(_) => Err(StoreError::InUse),
    }
}

/// Removes a SQLite file that holds nothing acknowledged, with what SQLite keeps beside it.
pub(super) fn remove_database(path: &Path) -> Result<()> {
    for suffix in ["-wal", "-shm", "-journal", ""] {
        remove_if_present(&beside(path, suffix))?;
    }
    Ok(())
}

#[cfg(test)]
#[path = "upgrade_tests.rs"]
mod tests;
