//! Putting what is left of a destroyed row in its place: the one way by which a row ever changes.
//!
//! The triggers that refuse every change stay in the file. Within the one transaction the one that refuses updates is
//! taken away and put back word for word, so that after a crash there is either all of it or nothing, and the guard
//! in both cases.

use rusqlite::{Transaction, TransactionBehavior, params};

use super::log::{full_or, insert_rows};
use super::{Log, Result, Row, StoreError};

/// The guard that is taken away for the moment.
const GUARD: &str = "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = 'log_no_update'";

impl Log {
    /// Puts other sealed bytes in the place of rows that are there, appends rows, and removes slips: all of it, durable
    /// when it returns, or nothing. Call [`Log::checkpoint`] next: what was replaced may stay in the WAL until then.
    ///
    /// # Errors
    /// `Missing` when there is no row with this number and id; otherwise as [`Log::append`]. Nothing was changed.
    pub fn destroy(&mut self, left: &[Row], appended: &[Row], slips: &[&str]) -> Result<()> {
        let Self { connection, path, name } = self;
        let sql = |error: rusqlite::Error| full_or(path, StoreError::from_sql(name, &error));
        let transaction = Transaction::new(connection, TransactionBehavior::Immediate).map_err(sql)?;
        let guard: String = transaction.query_row(GUARD, [], |row| row.get(0)).map_err(sql)?;
        transaction.execute_batch("DROP TRIGGER log_no_update").map_err(sql)?;
        for Row { seq, id, sealed } in left {
            let place = i64::try_from(*seq).unwrap_or(-1);
            let update = "UPDATE log SET sealed = ?3 WHERE seq = ?1 AND id = ?2";
            if transaction.execute(update, params![place, id, sealed]).map_err(sql)? != 1 {
                return Err(StoreError::Missing { name: hex::encode(id) });
            }
        }
        transaction.execute_batch(&guard).map_err(sql)?;
        insert_rows(&transaction, (path, name), appended.iter().map(|row| (row.seq, &row.id, row.sealed.as_slice())))?;
        for slip in slips {
            transaction.execute("DELETE FROM slips WHERE name = ?1", [slip]).map_err(sql)?;
        }
        transaction.commit().map_err(sql)
    }
}
