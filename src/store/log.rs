//! The append-only log of sealed rows, and the slips beside it (settings, drafts), which may be replaced.
//!
//! Every call that writes returns only after SQLite has synced its WAL. An error means "not known to be durable":
//! after a failed sync the row can still turn up at the next opening, so look at [`Log::last_seq`] then.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

use super::disk::{self, beside, name_of};
use super::schema::{self, STEPS, Step};
use super::{Id, Result, StoreError, connect, upgrade};

/// One sealed row.
#[derive(Clone, PartialEq, Eq)]
pub struct Row {
    /// Its place: 0, 1, 2, without a gap.
    pub seq: u64,
    /// Its id.
    pub id: Id,
    /// The sealed bytes.
    pub sealed: Vec<u8>,
}

impl std::fmt::Debug for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Row {} {} ({} bytes)", self.seq, hex::encode(self.id), self.sealed.len())
    }
}

/// One open log. Whoever opens it holds the vault's lock.
#[derive(Debug)]
pub struct Log {
    pub(super) connection: Connection,
    pub(super) path: PathBuf,
    pub(super) name: String,
}

impl Log {
    /// Makes an empty log and leaves it closed. After a crash in the middle there is nothing or all of it.
    ///
    /// # Errors
    /// `Exists` if there is a log, or what is left of one; `Full`, `ReadOnly`, `Io`.
    pub fn create(path: &Path) -> Result<()> {
        // A WAL without its file holds rows: a new file under its name would swallow or spoil them.
        for there in [path.to_owned(), beside(path, "-wal"), beside(path, ".old")] {
            if disk::present(&there)? {
                return Err(StoreError::Exists { name: name_of(&there) });
            }
        }
        let new = beside(path, ".new");
        upgrade::remove_database(&new)?;
        let made = Self::fill(&new).and_then(|()| disk::rename(&new, path));
        if made.is_err() {
            // What matters is the first error; a leftover is removed at the next try.
            let _ = upgrade::remove_database(&new);
        }
        made
    }

    fn fill(new: &Path) -> Result<()> {
        let name = name_of(new);
        disk::new_private_file(new)?;
        let mut connection = connect::writable(new)?;
        connection
            .pragma_update(None, "application_id", schema::APPLICATION_ID)
            .map_err(|error| StoreError::from_sql(&name, &error))?;
        connect::trust(&connection, &name)?;
        schema::upgrade_from(&mut connection, 0, STEPS, &name)?;
        upgrade::close_whole(connection, new)?;
        disk::sync_file(new)
    }

    /// Opens a log, first finishing or undoing an upgrade that was cut off, and bringing an older format up.
    ///
    /// # Errors
    /// `Missing`, `Damaged` (then try [`Log::salvage`]), `Newer`, `InUse`, `ReadOnly`, `Full`, `Upgrade`. In none of
    /// these is anything of the file lost.
    pub fn open(path: &Path) -> Result<Self> {
        Self::open_with(path, STEPS)
    }

    pub(super) fn open_with(path: &Path, steps: &[Step]) -> Result<Self> {
        upgrade::settle(path, steps)?;
        let name = name_of(path);
        let newest = schema::newest(steps);
        let mut connection = connect::writable(path)?;
        let mut found = schema::version(&connection, &name)?;
        check_whole_pages(&connection, path, &name)?;
        if found < newest {
            drop(connection);
            upgrade::run(path, found, steps)?;
            connection = connect::writable(path)?;
            found = schema::version(&connection, &name)?;
        }
        if found > newest {
            return Err(StoreError::Newer { found, ours: newest });
        }
        schema::check_shape(&connection, steps, &name)?;
        connect::trust(&connection, &name)?;
        Ok(Self { connection, path: path.to_owned(), name })
    }

    /// Appends one row. When it returns, the row is durable.
    ///
    /// # Errors
    /// `Order` unless `seq` is the number after the last (0 in an empty log), `Duplicate`, `Full`, `ReadOnly`,
    /// `Damaged`. Earlier rows are untouched.
    pub fn append(&mut self, seq: u64, id: Id, sealed: &[u8]) -> Result<()> {
        self.insert(std::iter::once((seq, &id, sealed)))
    }

    /// Appends all rows or none, in one transaction.
    ///
    /// # Errors
    /// As [`Log::append`].
    pub fn append_all(&mut self, rows: &[Row]) -> Result<()> {
        self.insert(rows.iter().map(|row| (row.seq, &row.id, row.sealed.as_slice())))
    }

    fn insert<'a>(&mut self, rows: impl Iterator<Item = (u64, &'a Id, &'a [u8])>) -> Result<()> {
        let Self { connection, path, name } = self;
        let sql = |error: rusqlite::Error| full_or(path, StoreError::from_sql(name, &error));
        let transaction = Transaction::new(connection, TransactionBehavior::Immediate).map_err(sql)?;
        insert_rows(&transaction, (path, name), rows)?;
        transaction.commit().map_err(sql)
    }

    /// The number of the last row; `None` in an empty log.
    ///
    /// # Errors
    /// `Damaged`, `Database`.
    pub fn last_seq(&self) -> Result<Option<u64>> {
        let last = last_seq(&self.connection).map_err(|error| self.sql(&error))?;
        last.map(|last| to_u64(last, &self.name)).transpose()
    }

    /// The number of rows.
    ///
    /// # Errors
    /// `Damaged`, `Database`.
    pub fn count(&self) -> Result<u64> {
        let count = self
            .connection
            .query_row("SELECT count(*) FROM log", [], |row| row.get(0))
            .map_err(|error| self.sql(&error))?;
        to_u64(count, &self.name)
    }

    /// The row with a number.
    ///
    /// # Errors
    /// `Damaged`, `Database`.
    pub fn row(&self, seq: u64) -> Result<Option<Row>> {
        let Ok(seq) = i64::try_from(seq) else {
            return Ok(None);
        };
        self.one("SELECT seq, id, sealed FROM log WHERE seq = ?1", seq)
    }

    /// The row with an id.
    ///
    /// # Errors
    /// `Damaged`, `Database`.
    pub fn find(&self, id: &Id) -> Result<Option<Row>> {
        self.one("SELECT seq, id, sealed FROM log WHERE id = ?1", id)
    }

    fn one(&self, query: &str, key: impl rusqlite::ToSql) -> Result<Option<Row>> {
        let sql = |error: rusqlite::Error| self.sql(&error);
        let mut statement = self.connection.prepare_cached(query).map_err(sql)?;
        statement.query_row([key], read_row).optional().map_err(sql)
    }

    /// At most `limit` rows in order: those after `after`, or from the first with `None`.
    ///
    /// # Errors
    /// `Damaged`, `Database`.
    pub fn rows(&self, after: Option<u64>, limit: u32) -> Result<Vec<Row>> {
        let sql = |error: rusqlite::Error| self.sql(&error);
        let after = match after.map(i64::try_from) {
            None => -1,
            Some(Ok(after)) => after,
            Some(Err(_)) => return Ok(Vec::new()),
        };
        let mut statement = self
            .connection
            .prepare_cached("SELECT seq, id, sealed FROM log WHERE seq > ?1 ORDER BY seq LIMIT ?2")
            .map_err(sql)?;
        let rows = statement.query_map(params![after, limit], read_row).map_err(sql)?;
        rows.collect::<rusqlite::Result<_>>().map_err(sql)
    }

    /// Writes or replaces a slip. Durable when it returns. The name stays readable on the disk: keep it neutral.
    ///
    /// # Errors
    /// `Name`, `Full`, `ReadOnly`, `Damaged`.
    pub fn put_slip(&mut self, name: &str, sealed: &[u8]) -> Result<()> {
        if !name_is_neutral(name) {
            return Err(StoreError::Name);
        }
        self.connection
            .execute(
                "INSERT INTO slips (name, sealed) VALUES (?1, ?2)
                 ON CONFLICT (name) DO UPDATE SET sealed = excluded.sealed",
                params![name, sealed],
            )
            .map(|_| ())
            .map_err(|error| self.sql(&error))
    }

    /// Reads a slip.
    ///
    /// # Errors
    /// `Damaged`, `Database`.
    pub fn get_slip(&self, name: &str) -> Result<Option<Vec<u8>>> {
        self.connection
            .query_row("SELECT sealed FROM slips WHERE name = ?1", [name], |row| row.get(0))
            .optional()
            .map_err(|error| self.sql(&error))
    }

    /// Removes a slip; true if there was one. Its old bytes may stay in the WAL until [`Log::checkpoint`].
    ///
    /// # Errors
    /// `Full`, `ReadOnly`, `Damaged`.
    pub fn remove_slip(&mut self, name: &str) -> Result<bool> {
        self.connection
            .execute("DELETE FROM slips WHERE name = ?1", [name])
            .map(|removed| removed > 0)
            .map_err(|error| self.sql(&error))
    }

    /// The names of all slips, in order.
    ///
    /// # Errors
    /// `Damaged`, `Database`.
    pub fn slip_names(&self) -> Result<Vec<String>> {
        let sql = |error: rusqlite::Error| self.sql(&error);
        let mut statement = self.connection.prepare("SELECT name FROM slips ORDER BY name").map_err(sql)?;
        let names = statement.query_map([], |row| row.get(0)).map_err(sql)?;
        names.collect::<rusqlite::Result<_>>().map_err(sql)
    }

    /// Moves everything out of the WAL and empties it, so that what was replaced there is gone from it.
    ///
    /// # Errors
    /// `Full`, `InUse`, `Database`. Nothing is lost by an error: the WAL stays.
    pub fn checkpoint(&mut self) -> Result<()> {
        connect::checkpoint(&self.connection, &self.name)
    }

    /// Closes the log. Dropping it closes too, without a word about errors.
    ///
    /// # Errors
    /// As [`Log::checkpoint`]; it is closed all the same, and nothing acknowledged is lost.
    pub fn close(mut self) -> Result<()> {
        let moved = self.checkpoint();
        let Self { connection, name, .. } = self;
        connection.close().map_err(|(_, error)| StoreError::from_sql(&name, &error))?;
        moved
    }

    /// Closes the log so that all of it is in the one file, with no WAL beside it.
    pub(super) fn close_whole(self) -> Result<()> {
        upgrade::close_whole(self.connection, &self.path)
    }

    pub(super) fn connection(&self) -> &Connection {
        &self.connection
    }

    fn sql(&self, error: &rusqlite::Error) -> StoreError {
        full_or(&self.path, StoreError::from_sql(&self.name, error))
    }
}

/// Appends rows within a transaction, each with the number after the last.
pub(super) fn insert_rows<'a>(
    transaction: &Transaction<'_>,
    (path, name): (&Path, &str),
    rows: impl Iterator<Item = (u64, &'a Id, &'a [u8])>,
) -> Result<()> {
    let sql = |error: rusqlite::Error| full_or(path, StoreError::from_sql(name, &error));
    let mut insert =
        transaction.prepare_cached("INSERT INTO log (seq, id, sealed) VALUES (?1, ?2, ?3)").map_err(sql)?;
    let mut known = transaction.prepare_cached("SELECT 1 FROM log WHERE id = ?1").map_err(sql)?;
    let mut expected = match last_seq(transaction).map_err(sql)? {
        None => 0,
        Some(last) => to_u64(last, name)?.saturating_add(1),
    };
    for (seq, id, sealed) in rows {
        let order = StoreError::Order { expected, given: seq };
        if seq != expected {
            return Err(order);
        }
        let place = i64::try_from(seq).map_err(|_| order)?;
        if known.exists([id]).map_err(sql)? {
            return Err(StoreError::Duplicate { id: hex::encode(id) });
        }
        insert.execute(params![place, id, sealed]).map_err(sql)?;
        expected = expected.saturating_add(1);
    }
    Ok(())
}

/// An over-quota write reaches us only as a general write error: a disk with next to nothing free is called full.
pub(super) fn full_or(path: &Path, error: StoreError) -> StoreError {
    use rusqlite::ffi::{SQLITE_IOERR_FSYNC, SQLITE_IOERR_TRUNCATE, SQLITE_IOERR_WRITE};
    match error {
        StoreError::Database { name, code: SQLITE_IOERR_WRITE | SQLITE_IOERR_FSYNC | SQLITE_IOERR_TRUNCATE }
            if fs4::available_space(path).is_ok_and(|free| free < 64 * 1024) =>
        {
            StoreError::Full { name }
        }
        other => other,
    }
}

/// SQLite fills up a last page that was cut with zeros, without a word. With a WAL the page may still be coming.
fn check_whole_pages(connection: &Connection, path: &Path, name: &str) -> Result<()> {
    if disk::size_of(&beside(path, "-wal"))?.unwrap_or(0) > 0 {
        return Ok(());
    }
    let page: i64 = connection
        .query_row("PRAGMA page_size", [], |row| row.get(0))
        .map_err(|error| StoreError::from_sql(name, &error))?;
    let size = disk::size_of(path)?.unwrap_or(0);
    match size.checked_rem(to_u64(page, name)?) {
        Some(0) => Ok(()),
        _ => Err(StoreError::Damaged { name: name.to_owned(), code: 0 }),
    }
}

fn last_seq(connection: &Connection) -> rusqlite::Result<Option<i64>> {
    connection.prepare_cached("SELECT max(seq) FROM log")?.query_row([], |row| row.get(0))
}

fn to_u64(number: i64, name: &str) -> Result<u64> {
    u64::try_from(number).map_err(|_| StoreError::Damaged { name: name.to_owned(), code: 0 })
}

pub(super) fn read_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Row> {
    let seq: i64 = row.get(0)?;
    let seq = u64::try_from(seq).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(0, seq))?;
    Ok(Row { seq, id: row.get(1)?, sealed: row.get(2)? })
}

fn name_is_neutral(name: &str) -> bool {
    (1..=64).contains(&name.len())
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'.' | b'_' | b'-'))
}
