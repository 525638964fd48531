//! The originals: which go as they are, which as a copy without place or time, which by their hash alone.
//! One that the journal has lost is named, and the rest goes.

use std::io::Read;

use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::redact::Plan;
use super::view::{EntryView, FileView};
use super::write::Hashing;
use super::{Choice, PackError, Source, Why, names, words};
use crate::domain::{CameBy, Digest, FileId, FileRecord, Happened, When};
use crate::evidence::media;

/// The longest side of a picture in the PDF, in pixels.
const PICTURE: u32 = 480;

/// The largest text that is searched for what was taken out, in bytes.
const MAX_TEXT: u64 = 16 << 20;

/// How a file is handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Given {
    /// Byte for byte.
    Original,
    /// A picture's pixels alone.
    Copy(Why),
    /// Not at all: its hash is listed.
    Withheld(Why),
}

/// The name that a file came with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Called {
    /// It came without one.
    Nothing,
    /// This, in the bytes in which it came.
    This(String),
    /// Not shown.
    Withheld(Why),
}

impl Called {
    fn of(file: &FileView) -> Self {
        match (&file.record.name, file.withheld("name")) {
            (_, Some(held)) => Self::Withheld(held.why),
            (Some(name), None) => Self::This(name.clone()),
            (None, None) => Self::Nothing,
        }
    }

    /// In words, for the page.
    pub fn words(&self) -> Option<String> {
        match self {
            Self::Nothing => None,
            Self::This(name) => Some(format!("Called \"{}\" when it came.", words::short_name(name))),
            Self::Withheld(why) => {
                Some(format!("What it was called when it came: {} ({})", words::WITHHELD, why.words()))
            }
        }
    }
}

/// One file of one entry.
#[derive(Debug, Clone)]
pub(super) struct Exhibit {
    /// "EX001".
    pub label: String,
    /// The number of its entry in this pack.
    pub entry: usize,
    /// Its record.
    pub seq: u64,
    pub file: FileId,
    /// Of the original.
    pub sha256: Digest,
    pub length: u64,
    pub media_type: &'static str,
    pub came_by: CameBy,
    pub cut_off: bool,
    /// When it was written down, in words.
    pub recorded: String,
    /// The same for a table, where the hour is not withheld.
    pub recorded_at: Option<When>,
    /// Whether it came after the entry was first written, and not in the same act.
    pub later: bool,
    pub name: Called,
    pub given: Given,
    /// Where it stands in the pack.
    pub path: Option<String>,
    /// Small, for the PDF.
    pub picture: Option<Vec<u8>>,
}

impl Exhibit {
    /// Why the journal itself cannot give the original, if it cannot.
    pub fn lost(&self) -> Option<Why> {
        match self.given {
            Given::Withheld(why @ (Why::Missing | Why::Damaged)) => Some(why),
            _ => None,
        }
    }

    /// What stands beside its label where it is not given.
    pub fn mark(&self) -> String {
        self.lost().map_or_else(|| words::WITHHELD.to_owned(), |why| format!("[{}]", why.words()))
    }

    /// When it came to the entry, and which record says so.
    pub fn came(&self) -> String {
        if self.later {
            format!("Added later: {}, record {} of the chain.", self.recorded, self.seq)
        } else {
            format!("Saved with the entry, record {} of the chain.", self.seq)
        }
    }

    /// What it is and how it is given, in words.
    pub fn words(&self) -> String {
        let kind = media::words(self.media_type);
        let given = match self.given {
            Given::Original => "the original, byte for byte".to_owned(),
            Given::Copy(Why::Home) => "copy without place data; the original is listed by its hash".to_owned(),
            Given::Copy(_) => "copy without place and time data; the original is listed by its hash".to_owned(),
            Given::Withheld(_) if self.lost().is_some() => {
                format!("{}; the original cannot be handed over and is listed by its hash", self.mark())
            }
            Given::Withheld(why) => {
                format!("{} ({}); the original is listed by its hash", words::WITHHELD, why.words())
            }
        };
        let came = match self.came_by {
            CameBy::Picked => "chosen from the device's files, as the phone handed it over",
            CameBy::Document => "chosen in the phone's own list of files, which hands over a file as it is stored",
            CameBy::Captured => "taken inside the app",
            CameBy::Desk => "given to the desk program",
        };
        let cut_off =
            if self.cut_off { " The recording ended without being stopped: the app or phone was cut off." } else { "" };
        format!("{kind}, {}: {given}. {}.{cut_off}", words::size(self.length), words::capital(came))
    }
}

/// Looks at every file, and decides. `tick` hears of each byte that was read.
pub(super) fn look(
    source: &Source<'_>,
    entries: &[EntryView],
    choice: &Choice,
    plan: &Plan,
    tick: &mut dyn FnMut(u64),
) -> Result<Vec<Exhibit>, PackError> {
    let mut exhibits = Vec::new();
    for entry in entries {
        for file in &entry.files {
            let number = exhibits.len() + 1;
            exhibits.push(look_at(source, entry, file, number, (choice, plan))?);
            tick(file.record.length);
        }
    }
    Ok(exhibits)
}

fn look_at(
    source: &Source<'_>,
    entry: &EntryView,
    file: &FileView,
    number: usize,
    asked: (&Choice, &Plan),
) -> Result<Exhibit, PackError> {
    let record = &file.record;
    let seen = match see(source, entry, record, asked) {
        Ok(seen) => seen,
        // The journal's own loss keeps nothing else from being handed over.
        Err(why) => Seen { media_type: media::known(&record.media_type), given: Given::Withheld(why), picture: None },
    };
    let Seen { media_type, given, picture } = seen;
    let label = format!("EX{number:03}");
    let path = match given {
        Given::Withheld(_) => None,
        Given::Original => Some(path(&label, entry, "", media_type)),
        Given::Copy(Why::Home) => Some(path(&label, entry, " copy without place data", copy_type(media_type))),
        Given::Copy(_) => Some(path(&label, entry, " copy without place and time data", copy_type(media_type))),
    };
    Ok(Exhibit {
        label,
        entry: entry.number,
        seq: file.seq,
        file: record.file,
        sha256: record.sha256,
        length: record.length,
        media_type,
        came_by: record.came_by,
        cut_off: record.cut_off,
        recorded: words::added(file),
        recorded_at: file.recorded.as_ref().map(|recorded| recorded.at.clone()),
        later: file.later,
        name: Called::of(file),
        given,
        path,
        picture: if matches!(given, Given::Withheld(_)) { None } else { picture },
    })
}

/// What a file turned out to be, and how it goes.
struct Seen {
    media_type: &'static str,
    given: Given,
    picture: Option<Vec<u8>>,
}

/// Reads a file as far as the choice asks for it; what is to be handed over, to its end. The error: it is lost.
fn see(
    source: &Source<'_>,
    entry: &EntryView,
    record: &FileRecord,
    (choice, plan): (&Choice, &Plan),
) -> Result<Seen, Why> {
    let lost = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => Why::Missing,
        _ => Why::Damaged,
    };
    let mut reader = Hashing::new((source.open_file)(record.file).map_err(lost)?, None);
    let mut bytes = Zeroizing::new(Vec::new());
    reader.by_ref().take(media::HEAD as u64).read_to_end(&mut bytes).map_err(lost)?;
    let media_type = media::sniff(&bytes);
    let is_picture = media_type.starts_with("image/");
    let is_photo = is_picture || media_type.starts_with("video/") || is_visual(&record.media_type);
    let mut picture = None;
    let mut given = Given::Original;
    if choice.withhold.photos && is_photo {
        given = Given::Withheld(Why::Photos);
    } else if is_picture && record.length <= media::MAX_PICTURE {
        reader.by_ref().take(media::MAX_PICTURE).read_to_end(&mut bytes).map_err(lost)?;
        picture = media::small(&bytes, PICTURE);
        let strip = match () {
            () if entry.routine => Some(Why::Routine),
            () if choice.withhold.home && media::tells_place(&bytes) => Some(Why::Home),
            () => None,
        };
        given = match (strip, &picture) {
            (None, _) => Given::Original,
            (Some(why), Some(_)) => Given::Copy(why),
            // What cannot be read here cannot be stripped here.
            (Some(why), None) => Given::Withheld(why),
        };
    } else if is_photo && entry.routine {
        given = Given::Withheld(Why::Routine);
    } else if media_type == "text/plain" && record.length <= MAX_TEXT {
        reader.by_ref().take(MAX_TEXT).read_to_end(&mut bytes).map_err(lost)?;
        given = plan.repeats(&String::from_utf8_lossy(&bytes)).map_or(Given::Original, Given::Withheld);
    } else if choice.withhold.home && tells_place(&bytes, &mut reader).map_err(lost)? {
        given = Given::Withheld(Why::Home);
    }
    if !matches!(given, Given::Withheld(_)) {
        std::io::copy(&mut reader, &mut std::io::sink()).map_err(lost)?;
        if reader.digest() != record.sha256 {
            return Err(Why::Damaged);
        }
    }
    Ok(Seen { media_type, given, picture })
}

fn is_visual(media_type: &str) -> bool {
    media_type.starts_with("image/") || media_type.starts_with("video/")
}

/// A copy is a JPEG of a JPEG, and a PNG of anything else.
fn copy_type(media_type: &'static str) -> &'static str {
    if media_type == "image/jpeg" { media_type } else { "image/png" }
}

/// `Exhibits/EX001 2026-11-17 1842.jpg`: number, and when it happened as far as that is known and shown. Where the hour is not
/// known, none stands there: 0000 would claim midnight.
fn path(label: &str, entry: &EntryView, note: &str, media_type: &str) -> String {
    let latest = entry.latest();
    let form = |happened: &Happened| if happened.names_the_hour() { " %Y-%m-%d %H%M" } else { " %Y-%m-%d" };
    let happened = latest.and_then(|version| version.content.happened.as_ref());
    let day = latest.and_then(|version| version.withheld("happened")).and_then(|held| held.day());
    let when = match (happened, day) {
        (Some(happened), _) => happened.begins().0.strftime(form(happened)).to_string(),
        (None, Some(day)) => format!(" {day}"),
        (None, None) => String::new(),
    };
    format!("{}/{label}{when}{note}.{}", names::EXHIBITS, media::extension(media_type))
}

/// Reads a long file through, piece by piece, with a little of the last one kept before the next.
fn tells_place(head: &[u8], rest: &mut dyn Read) -> std::io::Result<bool> {
    const PIECE: u64 = 1 << 20;
    const OVERLAP: usize = 64;
    let mut window = Zeroizing::new(head.to_vec());
    loop {
        if media::tells_place(&window) {
            return Ok(true);
        }
        let keep = window.len().saturating_sub(OVERLAP);
        window.drain(..keep);
        if rest.take(PIECE).read_to_end(&mut window)? == 0 {
            return Ok(false);
        }
    }
}

/// A reader, and what its bytes must hash to.
type ToGive<'a> = (Box<dyn Read + 'a>, Option<Digest>);

/// The bytes to hand over, and for an original what they must hash to.
pub(super) fn open<'a>(source: &'a Source<'_>, exhibit: &Exhibit) -> Result<Option<ToGive<'a>>, PackError> {
    let bad = |_| PackError::FileUnreadable(exhibit.file);
    match exhibit.given {
        Given::Withheld(_) => Ok(None),
        Given::Original => Ok(Some(((source.open_file)(exhibit.file).map_err(bad)?, Some(exhibit.sha256)))),
        Given::Copy(_) => {
            let mut bytes = Zeroizing::new(Vec::new());
            let reader = (source.open_file)(exhibit.file).map_err(bad)?;
            reader.take(media::MAX_PICTURE).read_to_end(&mut bytes).map_err(bad)?;
            if Digest(Sha256::digest(bytes.as_slice()).into()) != exhibit.sha256 {
                return Err(PackError::FileChanged(exhibit.file));
            }
            let (copy, _) = media::stripped(&bytes).ok_or(PackError::FileUnreadable(exhibit.file))?;
            Ok(Some((Box::new(std::io::Cursor::new(copy)), None)))
        }
    }
}
