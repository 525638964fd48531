//! Looks whether a log is whole: SQLite's own check of every page, then every row and slip read in full.

use rusqlite::Connection;

use super::error::sql_code;
use super::log::read_row;
use super::{Log, Result};

/// What [`Log::integrity`] found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// Rows that could be read in full.
    pub rows: u64,
    /// Slips that could be read in full.
    pub slips: u64,
    /// The first number that is missing, if the numbers have a gap.
    pub gap: Option<u64>,
    /// What SQLite found wrong, in its own words: page numbers and the neutral names of tables.
    pub problems: Vec<String>,
    /// The code of the error at which the walk over the rows stopped.
    pub stopped: Option<i32>,
}

impl Report {
    /// True if nothing at all is wrong.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.gap.is_none() && self.problems.is_empty() && self.stopped.is_none()
    }
}

impl Log {
    /// Checks every page, then reads every row and slip in full. Damage is in the report, not an error.
    ///
    /// # Errors
    /// None at present but what SQLite may bring later.
    pub fn integrity(&self) -> Result<Report> {
        let mut report = Report { problems: problems(self.connection()), ..Report::default() };
        let walked = walk(self.connection(), &mut report);
        if let Err(error) = walked {
            report.stopped = Some(sql_code(&error));
        }
        Ok(report)
    }
}

/// What SQLite's own check finds wrong; empty if nothing.
pub(super) fn problems(connection: &Connection) -> Vec<String> {
    let read = || -> rusqlite::Result<Vec<String>> {
        let mut statement = connection.prepare("PRAGMA integrity_check(20)")?;
        statement.query_map([], |row| row.get(0))?.collect()
    };
    match read() {
        Ok(lines) if lines.len() == 1 && lines.first().is_some_and(|line| line == "ok") => Vec::new(),
        Ok(lines) => lines,
        Err(error) => vec![format!("check stopped (code {})", sql_code(&error))],
    }
}

fn walk(connection: &Connection, report: &mut Report) -> rusqlite::Result<()> {
    let mut statement = connection.prepare("SELECT seq, id, sealed FROM log ORDER BY seq")?;
    let mut rows = statement.query([])?;
    let mut expected = 0_u64;
    while let Some(row) = rows.next()? {
        let row = read_row(row)?;
        if row.seq != expected && report.gap.is_none() {
            report.gap = Some(expected);
        }
        expected = row.seq.saturating_add(1);
        report.rows += 1;
    }
    let mut statement = connection.prepare("SELECT sealed FROM slips")?;
    let mut slips = statement.query([])?;
    while let Some(slip) = slips.next()? {
        let _: Vec<u8> = slip.get(0)?;
        report.slips += 1;
    }
    Ok(())
}
