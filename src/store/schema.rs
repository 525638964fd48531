//! The format of a SQLite file: numbered steps, each applied once, and how to tell that a file has it.

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::{Result, StoreError};

/// The newest format that this program writes and reads.
pub const VERSION: i64 = 1;

/// Marks a file as ours. A random number without a meaning.
pub(super) const APPLICATION_ID: i64 = 0x3d62_a91f;

/// The SQL that brings a file from format `n` to `n + 1`, where `n` is its place in the list.
pub(super) type Step = &'static str;

/// Every step so far, in order.
pub(super) const STEPS: &[Step] = &[include_str!("migrations/001.sql")];

const _: () = assert!(STEPS.len() as i64 == VERSION);

/// The format that a list of steps leads to.
pub(super) fn newest(steps: &[Step]) -> i64 {
    i64::try_from(steps.len()).unwrap_or(i64::MAX)
}

/// Reads the format of a file.
///
/// # Errors
/// `Damaged` if it is not one of ours.
pub(super) fn version(connection: &Connection, name: &str) -> Result<i64> {
    let sql = |error: rusqlite::Error| StoreError::from_sql(name, &error);
    let application: i64 = connection.query_row("PRAGMA application_id", [], |row| row.get(0)).map_err(sql)?;
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0)).map_err(sql)?;
    if application != APPLICATION_ID || version < 1 {
        return Err(StoreError::Damaged { name: name.to_owned(), code: 0 });
    }
    Ok(version)
}

/// Applies every step after `version`, one transaction each.
pub(super) fn upgrade_from(connection: &mut Connection, version: i64, steps: &[Step], name: &str) -> Result<()> {
    let sql = |error: rusqlite::Error| StoreError::from_sql(name, &error);
    let done = usize::try_from(version).unwrap_or(usize::MAX);
    for (step, to) in steps.iter().zip(1_i64..).skip(done) {
        let transaction = Transaction::new(connection, TransactionBehavior::Immediate).map_err(sql)?;
        transaction.execute_batch(step).map_err(sql)?;
        transaction.pragma_update(None, "user_version", to).map_err(sql)?;
        transaction.commit().map_err(sql)?;
    }
    Ok(())
}

/// Checks that the file holds exactly the tables and triggers that the steps make: none gone, none slipped in.
pub(super) fn check_shape(connection: &Connection, steps: &[Step], name: &str) -> Result<()> {
    let sql = |error: rusqlite::Error| StoreError::from_sql(name, &error);
    let mut model = Connection::open_in_memory().map_err(sql)?;
    upgrade_from(&mut model, 0, steps, name)?;
    let wanted = shape(&model).map_err(sql)?;
    let found = shape(connection).map_err(sql)?;
    if wanted == found { Ok(()) } else { Err(StoreError::Damaged { name: name.to_owned(), code: 0 }) }
}

type Shape = Vec<(String, String, Option<String>)>;

fn shape(connection: &Connection) -> rusqlite::Result<Shape> {
    let mut statement = connection.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    rows.collect()
}
