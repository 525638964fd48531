//! `Contact details.txt`: the writer's and witnesses' contact details, apart from everything else, so that the rest
//! can be disclosed without it. It holds the exact text and salt of each witness field, so that even this can be
//! checked against the chain.

use super::redact::{Held, Plan};
use super::view::EntryView;
use super::{Choice, PackError, Why};
use crate::evidence::Committed;

/// The mark before each field that can be checked: record, field (from 0), salt, exact text.
pub(crate) const FIELD: &str = "field ";

/// The sheet, or nothing when there is nobody on it.
pub(super) fn sheet(
    records: &[Committed],
    plan: &Plan,
    entries: &[EntryView],
    choice: &Choice,
) -> Result<Option<String>, PackError> {
    let mut witnesses = String::new();
    let mut fields = String::new();
    for (index, record) in records.iter().enumerate() {
        for (at, held) in plan.held(index).into_iter().flatten() {
            if !matches!(held, Held { why: Why::Contact, .. }) {
                continue;
            }
            let Some(salted) = record.fields.get(*at) else { continue };
            let (_, value) = salted.field.read().map_err(|_| PackError::Record(record.seq))?;
            let member = |name: &str| value.get(name).and_then(serde_json::Value::as_str).unwrap_or_default();
            let entry = entries.iter().find(|entry| entry.versions.iter().any(|version| version.seq == record.seq));
            let number = entry.map_or(0, |entry| entry.number);
            witnesses +=
                &format!("Entry {number}: {}\n    {}\n", one_line(member("name")), one_line(member("contact")));
            fields += &format!("{FIELD}{} {at} {} {}\n", record.seq, hex::encode(salted.salt), salted.field.json);
        }
    }
    let writer = choice.contact.as_deref().map(str::trim).filter(|text| !text.is_empty());
    if writer.is_none() && witnesses.is_empty() {
        return Ok(None);
    }
    let mut sheet = String::from("CONTACT DETAILS\n\nKeep this sheet apart from the rest. It is not for disclosure.\n");
    if let Some(writer) = writer {
        sheet += &format!("\nThe writer\n    {}\n", writer.replace('\n', "\n    "));
    }
    if !witnesses.is_empty() {
        sheet += &format!("\nWitnesses\n{witnesses}");
        sheet += "\nFor the check: record, field, salt and exact text of what stands above.\n";
        sheet += &fields;
    }
    Ok(Some(sheet.replace("\r\n", "\n").replace('\n', "\r\n")))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
