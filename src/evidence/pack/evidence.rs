//! `evidence.json`: every record of the chain, in order. Described in `docs/pack.md`.

use serde::Serialize;
use serde_json::{Value, json};

use super::exhibits::{Exhibit, Given};
use super::redact::{Held, Plan, Treatment};
use super::view::EntryView;
use super::{Choice, PackError, Source};
use crate::domain::Digest;
use crate::evidence::{Committed, key};

/// What the file calls itself.
pub(crate) const FORMAT: &str = "steadfast-pack";
/// Its version.
pub(crate) const VERSION: u64 = 1;

/// The whole file: an object with one record a line, so that people can read it too.
pub(super) fn evidence(
    source: &Source<'_>,
    choice: &Choice,
    plan: &Plan,
    entries: &[EntryView],
    exhibits: &[(Exhibit, Option<Digest>)],
) -> Result<Vec<u8>, PackError> {
    let withhold = choice.withhold;
    let mut out = String::from("{\n");
    member(&mut out, "format", &FORMAT)?;
    member(&mut out, "version", &VERSION)?;
    member(&mut out, "made", &source.made.at)?;
    member(&mut out, "selected_by_the_writer", &plan.selected)?;
    let taken_out = json!({
        "from": choice.from, "to": choice.to, "entries_left_out_one_by_one": choice.without.len(),
        "home": withhold.home, "routine": withhold.routine,
        "names_of_others": withhold.names_of_others, "photos": withhold.photos,
        "entries_withdrawn": plan.withdrawn, "records_destroyed": plan.destroyed,
    });
    member(&mut out, "taken_out", &taken_out)?;
    member(&mut out, "chain", &source.chain)?;
    member(&mut out, "public_key", &Digest(source.public_key))?;
    member(&mut out, "fingerprint", &key::fingerprint(&source.public_key))?;
    let head = source.head.as_ref();
    member(
        &mut out,
        "head",
        &head.map(|head| json!({ "seq": head.seq, "link": head.link, "signature": head.signature })),
    )?;
    let numbered = entries.iter().map(|entry| {
        json!({ "number": entry.number, "records": entry.versions.iter().map(|version| version.seq).collect::<Vec<_>>() })
    });
    list(&mut out, "entries", numbered)?;
    list(&mut out, "exhibits", exhibits.iter().map(|(exhibit, copy)| exhibit_json(exhibit, *copy)))?;
    let records = source.records.iter().enumerate().map(|(index, record)| record_json(record, plan.records.get(index)));
    list(&mut out, "records", records)?;
    out.truncate(out.trim_end_matches([',', '\n']).len());
    out += "\n}\n";
    Ok(out.into_bytes())
}

fn text(value: &impl Serialize) -> Result<String, PackError> {
    serde_json::to_string(value).map_err(|_| PackError::Encode)
}

fn member(out: &mut String, name: &str, value: &impl Serialize) -> Result<(), PackError> {
    *out += &format!("{}: {},\n", text(&name)?, text(value)?);
    Ok(())
}

fn list(out: &mut String, name: &str, items: impl Iterator<Item = Value>) -> Result<(), PackError> {
    let lines = items.map(|item| text(&item)).collect::<Result<Vec<_>, _>>()?;
    *out += &format!("{}: [\n{}\n],\n", text(&name)?, lines.join(",\n"));
    Ok(())
}

fn exhibit_json(exhibit: &Exhibit, copy: Option<Digest>) -> Value {
    let (given, why) = match exhibit.given {
        Given::Original => ("original", None),
        Given::Copy(why) => ("copy", Some(why)),
        Given::Withheld(why) => ("withheld", Some(why)),
    };
    json!({
        "exhibit": exhibit.label, "entry": exhibit.entry, "record": exhibit.seq, "given": given, "why": why,
        "path": exhibit.path, "media_type": exhibit.media_type, "length": exhibit.length,
        "sha256": exhibit.sha256, "copy_sha256": copy,
    })
}

fn record_json(record: &Committed, treatment: Option<&Treatment>) -> Value {
    let mut value = json!({
        "seq": record.seq, "previous": record.previous, "commitment": record.commitment(), "link": record.link(),
    });
    let (name, content) = match treatment {
        Some(Treatment::Shown(held)) => {
            let fields = record.fields.iter().enumerate().map(|(at, salted)| match held.get(&at) {
                None => json!({ "salt": Digest(salted.salt), "text": salted.field.json }),
                Some(Held { why, shown: None }) => json!({ "digest": salted.digest(), "withheld": why }),
                Some(Held { why, shown }) => json!({ "digest": salted.digest(), "withheld": why, "shown": shown }),
            });
            ("fields", Value::Array(fields.collect()))
        }
        Some(Treatment::LeftOut(why)) => ("left_out", json!(why)),
        None => ("left_out", json!(super::Why::LeftOut)),
    };
    if let Some(members) = value.as_object_mut() {
        members.insert(name.to_owned(), content);
    }
    value
}
