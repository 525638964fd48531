//! The check of a pack: every file against the signed list, every record against the chain, every original against
//! its record. What does not hold is named; what cannot be read is said in words.
//!
//! A pack comes from outside, so nothing in it is trusted: names that lead out of it, links, archives that unfold
//! without end and files beyond [`limits`] are refused before they are read.

mod document;
mod records;
mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::domain::Digest;

use super::key;
use super::pack::names;
use document::Document;
use source::Opened;

/// How much is read of a pack that came from outside.
pub mod limits {
    /// The most files.
    pub const FILES: usize = 20_000;
    /// The most bytes of one file.
    pub const FILE: u64 = 8 << 30;
    /// The most bytes in all.
    pub const TOTAL: u64 = 64 << 30;
    /// The most bytes of one of the pack's own lists (`evidence.json`, the manifest, the signature).
    pub const LIST: u64 = 256 << 20;
    /// The largest inner archive of a sealed pack, which is held in memory, so that nothing of it touches the disk.
    pub const INNER: u64 = 1 << 30;
}

/// Checks a signature over the manifest: its bytes, the armoured SSHSIG, the public key. The namespace must be
/// [`key::NAMESPACE`].
pub type CheckSignature<'a> = dyn Fn(&[u8], &str, &[u8; 32]) -> bool + 'a;
/// Checks an Ed25519 signature: message, 64 bytes, public key.
pub type CheckHead<'a> = dyn Fn(&[u8], &[u8], &[u8; 32]) -> bool + 'a;

/// Whether something signed is as it was signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signature {
    /// It is.
    Holds,
    /// It is not.
    Fails,
    /// There is none.
    Missing,
}

/// One thing that does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// On the list and not there.
    #[error("{0} is missing.")]
    MissingFile(String),
    /// Its bytes are others.
    #[error("{0} was changed.")]
    ChangedFile(String),
    /// There and not on the list.
    #[error("{0} is not part of the pack: it is not on the signed list.")]
    ExtraFile(String),
    /// A part that every pack has is not on the list.
    #[error("{0} is not on the signed list.")]
    NotListed(String),
    /// The list has a line that is none, or names a file twice.
    #[error("Line {0} of the list of files cannot be read.")]
    BadLine(usize),
    /// No signature.
    #[error("The list of files is not signed.")]
    Unsigned,
    /// A wrong signature.
    #[error("The signature over the list of files does not hold.")]
    BadSignature,
    /// The key in `allowed_signers` is not the chain's.
    #[error("The key that signed is not the key of the journal.")]
    OtherKey,
    /// No records.
    #[error("evidence.json is missing or cannot be read: {0}.")]
    BadDocument(&'static str),
    /// A record's fields do not make its commitment.
    #[error("Record {0} was changed: its fields do not match what it committed to.")]
    ChangedRecord(u64),
    /// A record does not follow.
    #[error("{0}.")]
    Chain(String),
    /// The chain ends before its signed head.
    #[error("The chain was cut: it has {records} records, and its signed head is record {head}.")]
    Cut {
        /// How many records there are.
        records: u64,
        /// The number of the head.
        head: u64,
    },
    /// The head is not that of this chain.
    #[error("The signed head is not the one of this chain.")]
    OtherHead,
    /// The head's signature is wrong.
    #[error("The signature over the chain's head does not hold.")]
    BadHead,
    /// Record 0 is not the beginning of a journal, or names another key.
    #[error("The first record does not belong to this key and chain.")]
    BadBeginning,
    /// An exhibit's record says otherwise.
    #[error("{0} does not match its record.")]
    Exhibit(String),
    /// A file record without an exhibit.
    #[error("Record {0} is of a file that is not among the exhibits.")]
    ExhibitMissing(u64),
    /// Called destroyed, and no later record says so.
    #[error("Record {0} is said to be destroyed, and no later record of the journal says that it was.")]
    NotDestroyed(u64),
    /// The separate sheet does not match.
    #[error("The contact details of record {0} do not match the chain.")]
    Contact(u64),
}

/// Why a pack cannot be read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CannotBeRead {
    /// Nothing there.
    #[error("There is nothing to check in this place.")]
    NotThere,
    /// Neither folder nor ZIP.
    #[error("This is not a pack: neither a folder nor a ZIP that can be read.")]
    NotAPack,
    /// A password is needed.
    #[error("This pack has a password. Give the one that was told at handover.")]
    PasswordNeeded,
    /// The password is wrong.
    #[error("The password is not right, or the file was damaged.")]
    WrongPassword,
    /// A name that leads elsewhere.
    #[error("It holds a file whose name leads out of the pack, so it was not opened.")]
    UnsafeName,
    /// The same name twice.
    #[error("It holds two files of one name, so it was not opened.")]
    TwiceNamed,
    /// A link.
    #[error("It holds a link to something else, so it was not opened.")]
    Link,
    /// Over [`limits`].
    #[error("It is larger than a pack can be, so it was not read to its end.")]
    TooLarge,
    /// Not a pack of ours.
    #[error("It has no manifest.sha256, so there is nothing to check it against.")]
    NoManifest,
    /// A newer program wrote it.
    #[error("It was made by a newer Steadfast (version {0} of the pack). This one reads version 1.")]
    Newer(u64),
    /// The medium fails.
    #[error("It could not be read to its end ({0}).")]
    Io(std::io::ErrorKind),
}

/// What the check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What does not hold. Empty: all of it holds.
    pub problems: Vec<Problem>,
    /// Entries that it shows.
    pub entries: usize,
    /// Files on the signed list.
    pub files: usize,
    /// Originals that are listed by their hash and are not in the pack.
    pub withheld_files: usize,
    /// Records of the chain.
    pub links: usize,
    /// Records whose content was left out.
    pub left_out: usize,
    /// Of these, records that the writer had destroyed: number and commitment.
    pub destroyed: Vec<(u64, Digest)>,
    /// Fields that were withheld.
    pub withheld_fields: usize,
    /// The signature over the list of files.
    pub signature: Signature,
    /// The signature over the chain's head.
    pub head: Signature,
    /// To be compared with what was told at handover.
    pub fingerprint: Option<String>,
    /// Whether the pack says that it is a selection.
    pub selected: bool,
    /// When it was made, as it says.
    pub made: Option<String>,
    /// SHA-256 of the manifest.
    pub manifest: Digest,
}

impl Report {
    /// Whether all of it holds.
    pub fn holds(&self) -> bool {
        self.problems.is_empty()
    }
}

/// Checks a pack: a folder, a ZIP, or a ZIP with a password.
///
/// # Errors
/// [`CannotBeRead`]: it says nothing about the pack being right or wrong.
pub fn verify(
    path: &Path,
    password: Option<&str>,
    check_signature: &CheckSignature<'_>,
    check_head: &CheckHead<'_>,
) -> Result<Report, CannotBeRead> {
    let mut pack = Opened::open(path, password)?;
    let manifest = pack.read(names::MANIFEST)?.ok_or(CannotBeRead::NoManifest)?;
    let mut problems = Vec::new();
    let digests = pack.digests()?;
    let listed = read_manifest(&manifest, &mut problems);
    compare(&listed, &digests, &mut problems);

    let document = match pack.read(names::EVIDENCE)? {
        None => Err(Problem::BadDocument("it is not there")),
        Some(bytes) => Document::read(&bytes)?,
    };
    let mut report = Report {
        problems: Vec::new(),
        entries: 0,
        files: listed.len(),
        withheld_files: 0,
        links: 0,
        left_out: 0,
        destroyed: Vec::new(),
        withheld_fields: 0,
        signature: Signature::Missing,
        head: Signature::Missing,
        fingerprint: None,
        selected: false,
        made: None,
        manifest: super::pack::digest(&manifest),
    };
    let signature = pack.read(names::SIGNATURE)?;
    let signers = pack.read(names::SIGNERS)?;
    let sheet = pack.read(names::CONTACTS)?;
    match document {
        Err(problem) => {
            problems.push(problem);
            report.signature = if signature.is_some() { Signature::Fails } else { Signature::Missing };
        }
        Ok(document) => {
            report.fingerprint = Some(key::fingerprint(&document.public_key.0));
            report.selected = document.selected_by_the_writer;
            report.made = Some(document.made.clone());
            report.entries = document.entries.len();
            report.signature = match signature.as_deref().map(std::str::from_utf8) {
                None => Signature::Missing,
                Some(Ok(text)) if check_signature(&manifest, text, &document.public_key.0) => Signature::Holds,
                Some(_) => Signature::Fails,
            };
            if signers.as_deref() != Some(key::allowed_signers(&document.public_key.0).as_bytes()) {
                problems.push(match signers {
                    None => Problem::MissingFile(names::SIGNERS.to_owned()),
                    Some(_) => Problem::OtherKey,
                });
            }
            records::check(&document, &listed, &digests, check_head, &mut report, &mut problems);
            records::check_sheet(&document, sheet.as_deref(), &mut problems);
        }
    }
    match report.signature {
        Signature::Holds => {}
        Signature::Fails => problems.push(Problem::BadSignature),
        Signature::Missing => problems.push(Problem::Unsigned),
    }
    problems.dedup();
    report.problems = problems;
    Ok(report)
}

/// `sha256sum`'s own form: digest, two spaces (or a space and an asterisk), path.
fn read_manifest(bytes: &[u8], problems: &mut Vec<Problem>) -> BTreeMap<String, Digest> {
    let mut listed = BTreeMap::new();
    let text = String::from_utf8_lossy(bytes);
    for (index, line) in text.lines().enumerate() {
        let parts = line.split_at_checked(64).and_then(|(digest, rest)| {
            let path = rest.strip_prefix("  ").or_else(|| rest.strip_prefix(" *"))?;
            digest.parse::<Digest>().ok().map(|digest| (path, digest))
        });
        match parts {
            Some((path, digest)) if !listed.contains_key(path) && !path.is_empty() => {
                listed.insert(path.to_owned(), digest);
            }
            _ => problems.push(Problem::BadLine(index + 1)),
        }
    }
    listed
}

/// Files that stand outside the list: the list itself, what signs it, and the sheet that may be kept apart.
const UNLISTED: [&str; 4] = [names::MANIFEST, names::SIGNATURE, names::SIGNERS, names::CONTACTS];

fn compare(listed: &BTreeMap<String, Digest>, found: &BTreeMap<String, Digest>, problems: &mut Vec<Problem>) {
    for (path, digest) in listed {
        match found.get(path) {
            None => problems.push(Problem::MissingFile(path.clone())),
            Some(other) if other != digest => problems.push(Problem::ChangedFile(path.clone())),
            Some(_) => {}
        }
    }
    let known: BTreeSet<&str> = listed.keys().map(String::as_str).chain(UNLISTED).collect();
    problems.extend(found.keys().filter(|p| !known.contains(p.as_str())).map(|p| Problem::ExtraFile(p.clone())));
    // The PDF may be absent: a build without it says so in its READ ME.
    for own in [names::TABLE, names::EVIDENCE, names::READ_ME, names::CHECK] {
        if !listed.contains_key(own) {
            problems.push(Problem::NotListed(own.to_owned()));
        }
    }
}

#[cfg(test)]
mod tests;
