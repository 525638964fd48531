//! What one university, employer or council tells its own people: its contacts and its ways to report.
//!
//! Kept apart from the directory, because its numbers are for its own people alone. Anybody can make such a file, and
//! somebody who means harm can too: so a file is refused whole unless everything in it holds, it may not give 999 or a
//! line of the directory another number or address, and whatever is shown from it stands below its name.

mod file;

pub use file::{InstitutionRefusal, LARGEST_INSTITUTION};

use super::{Directory, Hours, Nations, PhoneNumber, is_old};
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

/// What somebody at an institution is for. Lists are in this order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Its own security: for now, beside 999 and never instead of it.
    Security,
    /// Where to tell it what happened.
    ReportAndSupport,
    /// Advisers.
    Adviser,
    /// Counsellors.
    Counselling,
    /// Anybody else.
    #[default]
    Other,
}

/// Somebody at an institution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Its name in links and tests.
    pub id: String,
    /// What it is for.
    pub role: Role,
    /// Its name as shown.
    pub name: String,
    /// A few words under the name.
    pub short: String,
    /// The number to call.
    pub number: Option<PhoneNumber>,
    /// The address to write to.
    pub email: Option<String>,
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
    /// Reads a file that somebody gave her. It is not kept here: keep the bytes, and read them again.
    ///
    /// # Errors
    /// Says in words why the whole file is refused; nothing of it is shown then.
    pub fn from_file(bytes: &[u8], directory: &Directory) -> Result<Self, InstitutionRefusal> {
        let institution = file::read_bytes(bytes)?;
        file::imitates_nobody(&institution, directory)?;
        Ok(institution)
    }

    /// True when it was last checked more than a year before `today`: the screen then says so.
    #[must_use]
    pub fn is_old(&self, today: Date) -> bool {
        is_old(self.checked, today)
    }

    /// All its words, a piece a line.
    #[must_use]
    pub fn plain_text(&self) -> String {
        let mut words = vec![self.name.as_str(), &self.about];
        for contact in &self.contacts {
            words.extend([contact.name.as_str(), &contact.short]);
            words.extend(contact.note.as_deref());
            if let Some(Hours::Said(hours)) = &contact.hours {
                words.push(hours);
            }
        }
        for way in &self.report_ways {
            words.extend([way.title.as_str(), &way.what_happens, &way.limits]);
        }
        words.join("\n")
    }
}

pub(super) use file::read_institution;

#[cfg(test)]
mod tests;
