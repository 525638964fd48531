//! What one university or employer tells its own people: its contacts and its ways to report.
//!
//! Kept apart from the directory, because its numbers are for its own people alone.

use super::directory::{read_number, read_web};
use super::{Hours, Nations, PhoneNumber, is_old};
use jiff::civil::Date;
use serde::Deserialize;

/// One institution's own help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Institution {
    /// The file's name without its ending.
    pub id: String,
    /// Its name as shown.
    pub name: String,
    /// True for the file that only shows the form: say so wherever it is shown.
    pub example: bool,
    /// What it says to its people.
    pub about: String,
    /// Where it is.
    pub nations: Nations,
    /// Its front page on the web.
    pub web: Option<String>,
    /// Whom to reach there.
    pub contacts: Vec<Contact>,
    /// How to tell it what happened.
    pub report_ways: Vec<ReportWay>,
    /// Where the facts were found.
    pub source: String,
    /// When they were last compared with the source.
    pub checked: Date,
}

/// Somebody at an institution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Its name in links and tests.
    pub id: String,
    /// Its name as shown.
    pub name: String,
    /// A few words under the name.
    pub short: String,
    /// The number to call.
    pub number: Option<PhoneNumber>,
    /// When somebody answers.
    pub hours: Option<Hours>,
    /// Its page on the web.
    pub web: Option<String>,
    /// What else to know.
    pub note: Option<String>,
}

/// A way to tell an institution what happened.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportWay {
    /// Its name in links and tests.
    pub id: String,
    /// Its name as shown.
    pub title: String,
    /// True if she gives a name or a way to reach her.
    pub contact: bool,
    /// What follows.
    pub what_happens: String,
    /// What does not follow.
    pub limits: String,
}

impl Institution {
    /// Reads an institution's file that somebody was given.
    ///
    /// # Errors
    /// Says what is wrong with it.
    pub fn read(text: &str) -> Result<Self, String> {
        let file: File = toml::from_str(text).map_err(|error| error.message().to_owned())?;
        read_institution(&file.id, text)
    }

    /// True when it was last checked more than a year before `today`: the screen then says so.
    #[must_use]
    pub fn is_old(&self, today: Date) -> bool {
        is_old(self.checked, today)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    id: String,
    name: String,
    #[serde(default)]
    example: bool,
    about: String,
    nations: Nations,
    web: Option<String>,
    source: String,
    checked: Date,
    #[serde(default)]
    contact: Vec<ContactRow>,
    #[serde(default)]
    report: Vec<ReportWay>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ContactRow {
    id: String,
    name: String,
    short: String,
    number: Option<String>,
    dial: Option<String>,
    hours: Option<String>,
    web: Option<String>,
    note: Option<String>,
}

/// Reads one file of `content/institutions/`. `id` is its name without the ending.
///
/// # Errors
/// Says what is wrong with it.
pub(super) fn read_institution(id: &str, text: &str) -> Result<Institution, String> {
    let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
    if file.id != id {
        return Err(format!("the file calls itself `{}`", file.id));
    }
    let contacts = file.contact.into_iter().map(read_contact).collect::<Result<_, _>>()?;
    Ok(Institution {
        id: file.id,
        name: file.name,
        example: file.example,
        about: file.about,
        nations: file.nations,
        web: file.web.map(read_web).transpose()?,
        contacts,
        report_ways: file.report,
        source: file.source,
        checked: file.checked,
    })
}

fn read_contact(row: ContactRow) -> Result<Contact, String> {
    Ok(Contact {
        number: read_number(row.number.as_deref(), row.dial.as_deref())?,
        hours: row.hours.map(|words| match words.as_str() {
            "24 hours" => Hours::AllDay,
            "see the website" => Hours::SeeWebsite,
            _ => Hours::Said(words),
        }),
        web: row.web.map(read_web).transpose()?,
        id: row.id,
        name: row.name,
        short: row.short,
        note: row.note,
    })
}
