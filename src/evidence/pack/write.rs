//! Makes the pack: reads the journal, decides what is shown, writes the parts, hashes each as it goes, signs the list.

use std::io::{self, Cursor, Read};

use sha2::{Digest as _, Sha256};

use super::exhibits::{self, Exhibit, Given};
use super::journal::Journal;
use super::redact::Plan;
use super::sink::Sink;
use super::{Choice, Form, Made, PackError, Source, contacts, evidence, names, read_me, table, view};
use crate::domain::{Digest, FileId, Record};
use crate::evidence::chain::Walk;
use crate::evidence::key;

/// The page that checks a pack offline.
const CHECK_PAGE: &str = include_str!("../../../content/pack/verify.html");

/// Writes a pack. `progress` hears how many bytes of how many are done.
///
/// # Errors
/// Why there is none. Nothing of it is left behind then.
pub fn write(
    source: &Source<'_>,
    choice: &Choice,
    form: Form<'_>,
    progress: &dyn Fn(u64, u64),
) -> Result<Made, PackError> {
    check(source)?;
    let journal = Journal::read(source.records)?;
    let plan = Plan::new(&journal, choice)?;
    let chosen = journal.chosen(choice);
    if chosen.is_empty() {
        return Err(PackError::Empty);
    }
    let entries = view::entries(&journal, &plan, &chosen)?;
    let bytes: u64 = entries.iter().flat_map(|entry| &entry.files).map(|file| file.record.length).sum();
    // Each original is read twice: once to look at it, once to hand it over.
    let total = bytes * 2 + 1;
    let mut sink = Sink::new(form, &source.made.at, bytes)?;
    let mut done = 0;
    let mut tick = |more: u64| {
        done = (done + more).min(total - 1);
        progress(done, total);
    };
    let found = exhibits::look(source, &entries, choice, &plan, &mut tick)?;
    let mut manifest = Manifest::default();

    #[cfg(feature = "pdf")]
    {
        let story = super::story::story(source, (choice, &plan), &entries, &found);
        manifest.put(&mut sink, names::PDF, &super::pdf::pdf(&story, &found)?)?;
    }
    let contacts = contacts::sheet(source.records, &plan, &entries, choice)?;
    let read_me = read_me::read_me(source, (choice, &plan), &entries, &found, contacts.is_some());
    manifest.put(&mut sink, names::READ_ME, read_me.as_bytes())?;
    let mut written = Vec::new();
    for exhibit in found {
        let copy = manifest.exhibit(&mut sink, source, &exhibit)?;
        tick(exhibit.length);
        written.push((exhibit, copy));
    }
    let found: Vec<Exhibit> = written.iter().map(|(exhibit, _)| Exhibit { picture: None, ..exhibit.clone() }).collect();
    manifest.put(&mut sink, names::TABLE, &table::table(&entries, &found)?)?;
    manifest.put(&mut sink, names::EVIDENCE, &evidence::evidence(source, choice, &plan, &entries, &written)?)?;
    manifest.put(&mut sink, names::CHECK, CHECK_PAGE.as_bytes())?;
    if let Some(sheet) = contacts {
        // Not on the list: it may be kept apart, and a digest of a telephone number gives the number away.
        sink.put(names::CONTACTS, sheet.len() as u64, false, &mut sheet.as_bytes())?;
    }
    let list = manifest.list();
    let signature = (source.sign)(list.as_bytes()).ok_or(PackError::Unsigned)?;
    let signers = key::allowed_signers(&source.public_key);
    for (name, text) in [(names::MANIFEST, &list), (names::SIGNATURE, &signature), (names::SIGNERS, &signers)] {
        sink.put(name, text.len() as u64, false, &mut text.as_bytes())?;
    }
    sink.finish()?;
    progress(total, total);
    let files = written.iter().filter(|(exhibit, _)| !matches!(exhibit.given, Given::Withheld(_))).count();
    let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Ok(Made {
        manifest: Digest(Sha256::digest(list.as_bytes()).into()),
        entries: small(entries.len()),
        files: small(files),
        selected: plan.selected,
        lost: small(written.iter().filter(|(exhibit, _)| exhibit.lost().is_some()).count()),
        fingerprint: key::fingerprint(&source.public_key),
    })
}

/// A pack from a chain that does not hold would be worth nothing, and nobody would know until court.
fn check(source: &Source<'_>) -> Result<(), PackError> {
    let mut walk = Walk::new(source.chain);
    let mut head_link = None;
    for record in source.records {
        let link = walk.step(record.chain, record.seq, record.previous, record.commitment())?;
        if source.head.as_ref().is_some_and(|head| head.seq == record.seq) {
            head_link = Some(link);
        }
    }
    if source.head.as_ref().is_some_and(|head| head.chain != source.chain || Some(head.link) != head_link) {
        return Err(PackError::Head);
    }
    let first = source.records.first().ok_or(PackError::Empty)?;
    let opened = crate::domain::Stamped::from_fields(&first.plain_fields()).map_err(|_| PackError::Record(0))?;
    match opened.record {
        Record::Opened(opened) if opened.public_key == Digest(source.public_key) => Ok(()),
        _ => Err(PackError::Head),
    }
}

/// What was written, with digests.
#[derive(Default)]
struct Manifest(Vec<(String, Digest)>);

impl Manifest {
    fn put(&mut self, sink: &mut Sink, path: &str, bytes: &[u8]) -> Result<(), PackError> {
        let mut reader = Hashing::new(Cursor::new(bytes), None);
        sink.put(path, bytes.len() as u64, false, &mut reader)?;
        self.0.push((path.to_owned(), reader.digest()));
        Ok(())
    }

    /// Gives the digest of a copy.
    fn exhibit(
        &mut self,
        sink: &mut Sink,
        source: &Source<'_>,
        exhibit: &Exhibit,
    ) -> Result<Option<Digest>, PackError> {
        let (Some(path), Some((bytes, expected))) = (&exhibit.path, exhibits::open(source, exhibit)?) else {
            return Ok(None);
        };
        let mut reader = Hashing::new(bytes, Some(exhibit.file));
        let put = sink.put(path, exhibit.length, exhibit.media_type != "text/plain", &mut reader);
        if let Some(file) = reader.failed {
            return Err(PackError::FileUnreadable(file));
        }
        put?;
        let digest = reader.digest();
        if expected.is_some_and(|expected| expected != digest) {
            return Err(PackError::FileChanged(exhibit.file));
        }
        self.0.push((path.clone(), digest));
        Ok(matches!(exhibit.given, Given::Copy(_)).then_some(digest))
    }

    /// As `sha256sum -c` reads it: digest, two spaces, path, LF; sorted by path.
    fn list(&self) -> String {
        let mut lines = self.0.clone();
        lines.sort();
        lines.iter().map(|(path, digest)| format!("{digest}  {path}\n")).collect()
    }
}

/// Hashes what is read through it.
pub(super) struct Hashing<R> {
    inner: R,
    hasher: Sha256,
    file: Option<FileId>,
    /// The file that could not be read to its end: not the fault of where the pack goes.
    failed: Option<FileId>,
}

impl<R: Read> Hashing<R> {
    pub fn new(inner: R, file: Option<FileId>) -> Self {
        Self { inner, hasher: Sha256::new(), file, failed: None }
    }

    pub fn digest(self) -> Digest {
        Digest(self.hasher.finalize().into())
    }
}

impl<R: Read> Read for Hashing<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buffer).inspect_err(|error| {
            if error.kind() != io::ErrorKind::Interrupted {
                self.failed = self.file;
            }
        })?;
        self.hasher.update(buffer.get(..n).unwrap_or_default());
        Ok(n)
    }
}
