//! The records of a pack against the chain, its head, and the exhibits.

use std::collections::{BTreeMap, BTreeSet};

use super::document::{Document, ExhibitLine, FieldLine, Given, RecordLine};
use super::{CheckHead, Problem, Report, Signature};
use crate::domain::{Digest, Field, Record, Stamped};
use crate::evidence::chain::{self, Walk};
use crate::evidence::key;
use crate::evidence::pack::format::{CONTACT_FIELD, DESTROYED};

type Files = BTreeMap<String, Digest>;

/// Walks the chain; looks at the head; holds the exhibits against their records.
pub(super) fn check(
    document: &Document,
    listed: &Files,
    found: &Files,
    check_head: &CheckHead<'_>,
    report: &mut Report,
    problems: &mut Vec<Problem>,
) {
    let mut walk = Walk::new(document.chain);
    let mut links = BTreeMap::new();
    let mut broken = false;
    for record in &document.records {
        let commitment = commitment(record, report);
        let matches = commitment.is_none_or(|made| made == record.commitment);
        if !matches || (record.fields.is_some() == record.left_out.is_some()) {
            problems.push(Problem::ChangedRecord(record.seq));
        }
        if broken {
            continue;
        }
        match walk.step(document.chain, record.seq, record.previous, record.commitment) {
            Ok(link) if link == record.link => {
                links.insert(record.seq, link);
            }
            Ok(_) => {
                problems.push(Problem::ChangedRecord(record.seq));
            }
            // What comes after a break says nothing more.
            Err(error) => {
                problems.push(Problem::Chain(in_words(&error.to_string())));
                broken = true;
            }
        }
    }
    report.links = document.records.len();
    begins_well(document, problems);
    destroyed(document, report, problems);
    head(document, &links, broken, check_head, report, problems);
    exhibits(document, listed, found, report, problems);
    let shown: BTreeSet<u64> = document.records.iter().filter(|r| r.fields.is_some()).map(|r| r.seq).collect();
    for seq in document.entries.iter().flat_map(|entry| &entry.records).filter(|seq| !shown.contains(seq)) {
        problems.push(Problem::ChangedRecord(*seq));
    }
}

fn in_words(error: &str) -> String {
    let mut chars = error.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// What its fields commit to. `None`: it was left out.
fn commitment(record: &RecordLine, report: &mut Report) -> Option<Digest> {
    let Some(fields) = &record.fields else {
        report.left_out += 1;
        return None;
    };
    let digests: Vec<Digest> = fields
        .iter()
        .map(|field| match field {
            FieldLine::Shown(field) => chain::field_digest(&field.salt.0, field.text.as_bytes()),
            FieldLine::Withheld(field) => {
                report.withheld_fields += 1;
                field.digest
            }
        })
        .collect();
    Some(chain::commitment(&digests))
}

/// The fields that are shown, by name.
fn shown(record: &RecordLine) -> BTreeMap<String, serde_json::Value> {
    let fields = record.fields.iter().flatten().filter_map(|field| match field {
        FieldLine::Shown(field) => Field { json: field.text.clone() }.read().ok(),
        FieldLine::Withheld(_) => None,
    });
    fields.collect()
}

/// Record 0 names the chain and the key; nothing of it is ever withheld.
fn begins_well(document: &Document, problems: &mut Vec<Problem>) {
    let first = document.records.first().map(|record| {
        let texts = record.fields.iter().flatten().filter_map(|field| match field {
            FieldLine::Shown(field) => Some(Field { json: field.text.clone() }),
            FieldLine::Withheld(_) => None,
        });
        Stamped::from_fields(&texts.collect::<Vec<_>>()).map(|one| one.record)
    });
    let good = matches!(&first, Some(Ok(Record::Opened(opened)))
        if opened.chain == document.chain && opened.public_key == document.public_key);
    if !good || document.fingerprint != key::fingerprint(&document.public_key.0) {
        problems.push(Problem::BadBeginning);
    }
}

/// What is said to be destroyed must be named by a later record, which no pack withholds.
fn destroyed(document: &Document, report: &mut Report, problems: &mut Vec<Problem>) {
    let named = document.records.iter().flat_map(|record| {
        let fields = shown(record);
        let says_so = fields.get("record").and_then(serde_json::Value::as_str) == Some("destroyed");
        let numbers = fields.get("records").filter(|_| says_so).and_then(serde_json::Value::as_array).cloned();
        let numbers = numbers.into_iter().flatten().filter_map(|number| number.as_u64());
        numbers.filter(|number| *number < record.seq).collect::<Vec<_>>()
    });
    let named: BTreeSet<u64> = named.collect();
    for record in document.records.iter().filter(|record| record.left_out.as_deref() == Some(DESTROYED)) {
        report.destroyed.push((record.seq, record.commitment));
        if !named.contains(&record.seq) {
            problems.push(Problem::NotDestroyed(record.seq));
        }
    }
}

fn head(
    document: &Document,
    links: &BTreeMap<u64, Digest>,
    broken: bool,
    check_head: &CheckHead<'_>,
    report: &mut Report,
    problems: &mut Vec<Problem>,
) {
    let Some(head) = &document.head else { return };
    let message = chain::head_message(document.chain, head.seq, head.link);
    let signature = hex::decode(&head.signature).unwrap_or_default();
    report.head =
        if check_head(&message, &signature, &document.public_key.0) { Signature::Holds } else { Signature::Fails };
    if report.head == Signature::Fails {
        problems.push(Problem::BadHead);
    }
    let records = document.records.len() as u64;
    match links.get(&head.seq) {
        Some(link) if *link == head.link => {}
        Some(_) => problems.push(Problem::OtherHead),
        None if head.seq >= records => problems.push(Problem::Cut { records, head: head.seq }),
        // The break is already named.
        None if broken => {}
        None => problems.push(Problem::OtherHead),
    }
}

fn exhibits(document: &Document, listed: &Files, found: &Files, report: &mut Report, problems: &mut Vec<Problem>) {
    let records: BTreeMap<u64, &RecordLine> = document.records.iter().map(|record| (record.seq, record)).collect();
    let mut seen = BTreeSet::new();
    for exhibit in &document.exhibits {
        seen.insert(exhibit.record);
        report.withheld_files += usize::from(exhibit.given != Given::Original);
        let agrees = records.get(&exhibit.record).is_some_and(|record| {
            let fields = shown(record);
            let text = |name: &str| fields.get(name).and_then(serde_json::Value::as_str).map(str::to_owned);
            text("record").as_deref() == Some("file")
                && text("sha256") == Some(exhibit.sha256.to_string())
                && fields.get("length").and_then(serde_json::Value::as_u64) == Some(exhibit.length)
        });
        if !agrees || !is_as_given(exhibit, listed, found) {
            problems.push(Problem::Exhibit(exhibit.exhibit.clone()));
        }
    }
    for record in &document.records {
        let is_file = shown(record).get("record").and_then(serde_json::Value::as_str) == Some("file");
        if is_file && !seen.contains(&record.seq) {
            problems.push(Problem::ExhibitMissing(record.seq));
        }
    }
}

/// The file is there, on the list, and has the digest that its record, or for a copy the exhibit's line, gives.
fn is_as_given(exhibit: &ExhibitLine, listed: &Files, found: &Files) -> bool {
    let expected = match exhibit.given {
        Given::Original => exhibit.sha256,
        Given::Copy => match exhibit.copy_sha256 {
            Some(copy) => copy,
            None => return false,
        },
        Given::Withheld => return exhibit.path.is_none(),
    };
    exhibit.path.as_ref().is_some_and(|path| {
        // A file that is missing is named already.
        listed.get(path) == Some(&expected) && found.get(path).is_none_or(|digest| *digest == expected)
    })
}

/// The separate sheet, where it came along: the witness fields on it must be those that the chain committed to.
pub(super) fn check_sheet(document: &Document, sheet: Option<&[u8]>, problems: &mut Vec<Problem>) {
    let Some(sheet) = sheet else { return };
    let text = String::from_utf8_lossy(sheet);
    for line in text.lines().filter_map(|line| line.strip_prefix(CONTACT_FIELD)) {
        let mut parts = line.splitn(4, ' ');
        let seq = parts.next().and_then(|seq| seq.parse::<u64>().ok());
        let at = parts.next().and_then(|at| at.parse::<usize>().ok());
        let salt = parts.next().and_then(|salt| salt.parse::<Digest>().ok());
        let made = salt.zip(parts.next()).map(|(salt, text)| chain::field_digest(&salt.0, text.as_bytes()));
        let record = document.records.iter().find(|record| Some(record.seq) == seq);
        let field = record.and_then(|record| record.fields.as_ref()).zip(at).and_then(|(fields, at)| fields.get(at));
        let matches = matches!(field, Some(FieldLine::Withheld(field)) if Some(field.digest) == made);
        if !matches {
            problems.push(Problem::Contact(seq.unwrap_or_default()));
        }
    }
}
