//! Reads a damaged log as far as it goes, without changing a byte of it.
//!
//! SQLite keeps no checksum of its pages. A row that comes back is what the file holds now; whether it is what was
//! written, only its seal can tell: of a file cut within a page, the row across the cut may come back wrong.

use std::path::Path;

use rusqlite::Connection;
use rusqlite::config::DbConfig;

use super::disk::{name_of, size_of};
use super::error::sql_code;
use super::log::read_row;
use super::schema;
use super::{Log, Result, Row, StoreError, connect};

/// The smallest room that a row can take in a page, in bytes; no file holds more rows than its size over this.
const LEAST_ROW: u64 = 20;

/// The most numbers that are tried one by one: some seconds of work, and far beyond any real log.
const MOST_TRIES: u64 = 1_000_000;

/// Where reading first failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Damage {
    /// The last row before it that could be read; `None` if none could.
    pub after: Option<u64>,
    /// SQLite's extended result code, 0 if it gave none.
    pub code: i32,
}

/// What could be read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Salvage {
    /// The rows, in order; there may be gaps.
    pub rows: Vec<Row>,
    /// The slips, in no order.
    pub slips: Vec<(String, Vec<u8>)>,
    /// Where reading first failed; `None` if everything could be read.
    pub first_damage: Option<Damage>,
    /// Numbers known to be gone: from, to, both included. What came after the last readable row is not known.
    pub gaps: Vec<(u64, u64)>,
}

impl Log {
    /// Reads what can be read of a damaged log. The file stays as it is, under its own name.
    ///
    /// # Errors
    /// `Missing`, `Newer`, `InUse`, `Io`. Damage is no error here: it is in the answer.
    pub fn salvage(path: &Path) -> Result<Salvage> {
        let name = name_of(path);
        let connection = connect::reading(path)?;
        connection
            .set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)
            .and_then(|_| connection.set_db_config(DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, true))
            .map_err(|error| StoreError::from_sql(&name, &error))?;
        match schema::version(&connection, &name) {
            Ok(found) if found > schema::VERSION => {
                return Err(StoreError::Newer { found, ours: schema::VERSION });
            }
            Ok(_) | Err(StoreError::Damaged { .. } | StoreError::Database { .. }) => {}
            Err(error) => return Err(error),
        }
        let mut salvage = Salvage::default();
        read_rows(&connection, most_rows(&connection, path)?, &mut salvage);
        if let Err(error) = read_slips(&connection, &mut salvage.slips) {
            let after = salvage.rows.last().map(|row| row.seq);
            salvage.first_damage.get_or_insert(Damage { after, code: sql_code(&error) });
        }
        let mut next = 0;
        for row in &salvage.rows {
            if row.seq > next {
                salvage.gaps.push((next, row.seq - 1));
            }
            next = row.seq.saturating_add(1);
        }
        if !salvage.gaps.is_empty() && salvage.first_damage.is_none() {
            salvage.first_damage =
                Some(Damage { after: salvage.gaps.first().and_then(|gap| gap.0.checked_sub(1)), code: 0 });
        }
        Ok(salvage)
    }
}

/// A number that no row's own can reach, so that the search behind a damage ends.
fn most_rows(connection: &Connection, path: &Path) -> Result<u64> {
    let last = connection.query_row("SELECT max(seq) FROM log", [], |row| row.get::<_, Option<i64>>(0));
    // The header still counts the pages that a cut took away. Pages that were never there cost time, nothing else.
    let wal = size_of(&super::disk::beside(path, "-wal"))?.unwrap_or(0);
    let here = size_of(path)?.unwrap_or(0).saturating_add(wal);
    let most = (here.max(header_size(path)) / LEAST_ROW).min(MOST_TRIES);
    Ok(match last {
        Ok(last) => most.min(u64::try_from(last.unwrap_or(0)).unwrap_or(0)),
        Err(_) => most,
    })
}

/// The size that the file's own header gives: page size (2 bytes at 16) times pages (4 bytes at 28), big endian, see
/// https://sqlite.org/fileformat2.html. 0 if there is no such header.
fn header_size(path: &Path) -> u64 {
    use std::io::Read;
    let mut head = [0_u8; 32];
    let read = std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut head));
    if read.is_err() || !head.starts_with(b"SQLite format 3\0") {
        return 0;
    }
    let [.., high, low, _, _, _, _, _, _, _, _, _, _, a, b, c, d] = head;
    let page = match u16::from_be_bytes([high, low]) {
        // 65536 does not fit and is written as 1.
        1 => 65_536,
        size => u64::from(size),
    };
    u64::from(u32::from_be_bytes([a, b, c, d])).saturating_mul(page)
}

const RUN: &str = "SELECT seq, id, sealed FROM log WHERE seq >= ?1 ORDER BY seq";

/// Walks the rows; at each failure it notes the place and goes on behind it.
fn read_rows(connection: &Connection, most: u64, salvage: &mut Salvage) {
    // Without its table there is nothing to try.
    if let Err(error) = connection.prepare_cached(RUN) {
        salvage.first_damage.get_or_insert(Damage { after: None, code: sql_code(&error) });
        return;
    }
    let mut next = 0_u64;
    while next <= most {
        let before = next;
        match read_run(connection, &mut next, most, &mut salvage.rows) {
            Ok(()) => return,
            Err(error) => {
                let after = salvage.rows.last().map(|row| row.seq);
                salvage.first_damage.get_or_insert(Damage { after, code: sql_code(&error) });
                // A run that got somewhere is tried once more from where it stopped; one that did not, behind.
                if next == before {
                    next = next.saturating_add(1);
                }
            }
        }
    }
}

/// Reads rows from `next` on until the end or a failure; `next` is then the first number not read.
fn read_run(connection: &Connection, next: &mut u64, most: u64, rows: &mut Vec<Row>) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(RUN)?;
    let from = i64::try_from(*next).unwrap_or(i64::MAX);
    let mut found = statement.query([from])?;
    while let Some(row) = found.next()? {
        let row = read_row(row)?;
        // Out of order, or beyond what the file can hold, is damage too; going by it could turn in a circle.
        if row.seq < *next || row.seq > most {
            return Err(rusqlite::Error::IntegralValueOutOfRange(0, 0));
        }
        *next = row.seq.saturating_add(1);
        rows.push(row);
    }
    Ok(())
}

fn read_slips(connection: &Connection, slips: &mut Vec<(String, Vec<u8>)>) -> rusqlite::Result<()> {
    let mut statement = connection.prepare("SELECT name, sealed FROM slips")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        slips.push((row.get(0)?, row.get(1)?));
    }
    Ok(())
}
