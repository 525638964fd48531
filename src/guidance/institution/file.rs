//! From an institution's file to [`Institution`]. The form is shown in `content/institutions/example-university.toml`.

use super::{Contact, Institution, ReportWay, Role};
use crate::guidance::check::{HIGHEST_GRADE, forbidden_claims, grade};
use crate::guidance::directory::{is_web, read_number, read_web};
use crate::guidance::{Directory, Hours, Nations};
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeSet;
use thiserror::Error;

/// The most bytes that an institution's file may have.
pub const LARGEST_INSTITUTION: usize = 64 * 1024;
/// The most contacts, and the most ways to report.
const MOST: usize = 20;
/// The most characters of a name or a line, and of a longer text.
const LINE: usize = 120;
const TEXT: usize = 800;

/// Why an institution's file is refused whole.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum InstitutionRefusal {
    /// It has more than [`LARGEST_INSTITUTION`] bytes.
    #[error("This file is too large to be an institution's. Nothing was taken from it.")]
    TooLarge,
    /// It is not text.
    #[error("This file is not text, so it is not an institution's. Nothing was taken from it.")]
    NotText,
    /// Something in it does not hold.
    #[error("This file does not hold what an institution's file must hold: {problem}. Nothing was taken from it.")]
    DoesNotHold {
        /// What, for whoever made the file.
        problem: String,
    },
    /// It gives the name of a helpline or of 999 to another number or address.
    #[error("This file gives `{name}` another number or address than the one we checked. Nothing was taken from it.")]
    Imitates {
        /// The name.
        name: String,
    },
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
    #[serde(default)]
    role: Role,
    name: String,
    short: String,
    number: Option<String>,
    dial: Option<String>,
    email: Option<String>,
    hours: Option<String>,
    web: Option<String>,
    note: Option<String>,
}

/// Reads what somebody gave her.
pub(super) fn read_bytes(bytes: &[u8]) -> Result<Institution, InstitutionRefusal> {
    if bytes.len() > LARGEST_INSTITUTION {
        return Err(InstitutionRefusal::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| InstitutionRefusal::NotText)?;
    read(text).map_err(|problem| InstitutionRefusal::DoesNotHold { problem })
}

/// Reads one file of `content/institutions/`. `id` is its name without the ending.
///
/// # Errors
/// Says what is wrong with it.
pub(in crate::guidance) fn read_institution(id: &str, text: &str) -> Result<Institution, String> {
    let institution = match read_bytes(text.as_bytes()) {
        Ok(institution) => institution,
        Err(InstitutionRefusal::DoesNotHold { problem }) => return Err(problem),
        Err(refusal) => return Err(refusal.to_string()),
    };
    if institution.id != id {
        return Err(format!("the file calls itself `{}`", institution.id));
    }
    Ok(institution)
}

/// A name that the directory has keeps its number and its site, and 999 belongs to nobody. The directory has no email.
pub(super) fn imitates_nobody(one: &Institution, directory: &Directory) -> Result<(), InstitutionRefusal> {
    let same = |a: &str, b: &str| a.trim().to_lowercase() == b.trim().to_lowercase();
    for contact in &one.contacts {
        for entry in directory.entries().iter().filter(|entry| same(&entry.name, &contact.name)) {
            let number = contact.number.is_some() && contact.number != entry.number;
            let web = contact.web.is_some() && site(contact.web.as_deref()) != site(entry.web.as_deref());
            if number || web || contact.email.is_some() {
                return Err(InstitutionRefusal::Imitates { name: contact.name.clone() });
            }
        }
    }
    Ok(())
}

/// The name of the site of an https address.
fn site(web: Option<&str>) -> Option<&str> {
    web?.strip_prefix("https://")?.split(['/', '?', '#']).next().map(|host| host.trim_start_matches("www."))
}

fn read(text: &str) -> Result<Institution, String> {
    let file: File = toml::from_str(text).map_err(|error| error.message().to_owned())?;
    let name =
        |id: &str| !id.is_empty() && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if !name(&file.id) || file.id.len() > LINE {
        return Err("`id` is small letters, digits and hyphens".to_owned());
    }
    line(&file.name, "name")?;
    long(&file.about, "about")?;
    line(&file.source, "source")?;
    if file.contact.is_empty() && file.report.is_empty() {
        return Err("it names nobody and no way to report".to_owned());
    }
    if file.contact.len() > MOST || file.report.len() > MOST {
        return Err(format!("more than {MOST} contacts or ways to report"));
    }
    let mut ids = BTreeSet::new();
    for id in file.contact.iter().map(|row| &row.id).chain(file.report.iter().map(|way| &way.id)) {
        if !name(id) || !ids.insert(id.clone()) {
            return Err(format!("`{id}` is no id, or is there twice"));
        }
    }
    for way in &file.report {
        line(&way.title, "title")?;
        long(&way.what_happens, "what_happens")?;
        long(&way.limits, "limits")?;
    }
    let mut contacts: Vec<Contact> = file.contact.into_iter().map(read_contact).collect::<Result<_, _>>()?;
    contacts.sort_by_key(|contact| contact.role);
    let institution = Institution {
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
    };
    let words = institution.plain_text();
    if let Some(claim) = forbidden_claims(&words).first() {
        return Err(format!("it claims `{claim}`"));
    }
    let grade = grade(&words, [institution.name.as_str()]);
    if grade > HIGHEST_GRADE {
        return Err(format!("it needs {grade:.1} years at school; {HIGHEST_GRADE} is the most"));
    }
    Ok(institution)
}

fn read_contact(row: ContactRow) -> Result<Contact, String> {
    line(&row.name, "name")?;
    line(&row.short, "short")?;
    row.note.as_deref().map_or(Ok(()), |note| long(note, "note"))?;
    row.hours.as_deref().map_or(Ok(()), |hours| line(hours, "hours"))?;
    let number = read_number(row.number.as_deref(), row.dial.as_deref())?;
    if number.as_ref().is_some_and(|number| ["999", "112", "18000"].contains(&number.dial())) {
        return Err(format!("`{}` gives 999 as its own: it is on every screen already", row.id));
    }
    let email = row.email.map(read_email).transpose()?;
    if number.is_none() && row.web.is_none() && email.is_none() && row.note.is_none() {
        return Err(format!("`{}` says no way to reach it", row.id));
    }
    Ok(Contact {
        number,
        email,
        hours: row.hours.map(|words| match words.as_str() {
            "24 hours" => Hours::AllDay,
            "see the website" => Hours::SeeWebsite,
            _ => Hours::Said(words),
        }),
        web: row.web.map(read_web).transpose()?,
        id: row.id,
        role: row.role,
        name: row.name,
        short: row.short,
        note: row.note,
    })
}

/// An address as it is shown and copied: a name, one `@`, and the name of a site, of signs that hide nothing.
fn read_email(address: String) -> Result<String, String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || ".-_+'".contains(c);
    let named = address.split_once('@').is_some_and(|(name, site)| {
        let dots = name.split('.').all(|part| !part.is_empty());
        dots && name.chars().all(plain)
            && site.contains('.')
            && is_web(&format!("https://{site}"))
            && !site.contains(['/', '?', '#'])
    });
    if named && address.len() <= LINE { Ok(address) } else { Err(format!("`{address}` is no email address")) }
}

fn line(words: &str, place: &str) -> Result<(), String> {
    worded(words, place, LINE)
}

fn long(words: &str, place: &str) -> Result<(), String> {
    worded(words, place, TEXT)
}

/// Words, not too many, and nothing among them that hides or turns other words around.
fn worded(words: &str, place: &str, most: usize) -> Result<(), String> {
    let hidden = |c: char| {
        c.is_control()
            || ('\u{200b}'..='\u{200f}').contains(&c)
            || ('\u{202a}'..='\u{202e}').contains(&c)
            || ('\u{2066}'..='\u{2069}').contains(&c)
            || c == '\u{feff}'
    };
    if words.trim().is_empty() {
        return Err(format!("`{place}` has no words"));
    }
    if words.chars().count() > most {
        return Err(format!("`{place}` has more than {most} characters"));
    }
    if words.chars().any(hidden) {
        return Err(format!("`{place}` holds characters that cannot be seen"));
    }
    Ok(())
}
