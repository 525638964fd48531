//! Plain notes: what the second secret opens. A small notes app's own store, with no chain, no export and no evidence.
//!
//! Each note is a slip of the other store, sealed under that store's own master key, which opens nothing of the journal.
//! Notes may be rewritten and removed; nobody needs to prove anything about them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::core::{Core, is_damage};
use super::{Reply, Session, SessionError};
use crate::domain::{MAX_TEXT, When};
use crate::store::{Log, Side};
use crate::vault::{self, JournalId, MasterKey};

/// What the notes are tied to. Their master key is theirs alone, so the number need not be.
const NOTES: JournalId = JournalId([0; 16]);
/// The longest preview of a line of the list, in characters.
const PREVIEW: usize = 120;

/// Which note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NoteId([u8; 16]);

/// One note.
#[derive(Clone, PartialEq, Eq)]
pub struct Note {
    /// Its id.
    pub id: NoteId,
    /// The whole of it.
    pub text: String,
    /// When it was last changed.
    pub changed: When,
}

/// A line of the list.
#[derive(Clone, PartialEq, Eq)]
pub struct NoteLine {
    /// Its id.
    pub id: NoteId,
    /// Its first line.
    pub title: String,
    /// How it goes on.
    pub preview: String,
    /// When it was last changed.
    pub changed: When,
}

/// The list: the latest first.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct NoteList {
    /// Those that match.
    pub lines: Vec<NoteLine>,
    /// How many notes there are in all.
    pub total: usize,
    /// How many could not be opened. They are kept.
    pub unreadable: usize,
}

/// A note as it is sealed.
#[derive(Serialize, Deserialize)]
struct Kept {
    v: u32,
    changed: When,
    text: String,
}

/// What exists only while the notes are open.
pub(super) struct OpenNotes {
    master: MasterKey,
    /// `None`: damaged, for reading only.
    log: Option<Log>,
    kept: BTreeMap<NoteId, Kept>,
    unreadable: usize,
}

impl Session {
    /// The notes that hold all of these words, in any case.
    pub fn notes(&self, words: String) -> Reply<NoteList> {
        self.ask(move |core| Ok(core.plain_notes()?.list(&words)))
    }

    /// One note.
    pub fn note(&self, id: NoteId) -> Reply<Note> {
        self.ask(move |core| {
            let kept = core.plain_notes()?.kept.get(&id).ok_or(SessionError::NoSuchNote)?;
            Ok(Note { id, text: kept.text.clone(), changed: kept.changed.clone() })
        })
    }

    /// An id for a new note. Nothing is kept before something is written.
    pub fn new_note(&self) -> Reply<NoteId> {
        self.ask(|core| {
            core.plain_notes()?;
            Ok(NoteId(vault::random()?))
        })
    }

    /// Writes a note, in the place of what it held. A note with nothing in it is removed. Durable when it answers.
    pub fn write_note(&self, id: NoteId, text: String) -> Reply<()> {
        self.ask(move |core| core.write_note(id, text))
    }

    /// Removes a note.
    pub fn delete_note(&self, id: NoteId) -> Reply<()> {
        self.ask(move |core| core.delete_note(id))
    }
}

impl Core {
    /// Opens the notes, as far as they go.
    pub(super) fn open_notes(&mut self, master: MasterKey, side: Side) -> Result<(), SessionError> {
        let path = self.dir.db(side);
        let (log, slips) = match Log::open(&path).and_then(|log| Ok((slips(&log)?, log))) {
            Ok((slips, log)) => (Some(log), slips),
            Err(error) if is_damage(&error) => (None, Log::salvage(&path)?.slips),
            Err(error) => return Err(error.into()),
        };
        let mut notes = OpenNotes { master, log, kept: BTreeMap::new(), unreadable: 0 };
        for (name, sealed) in slips {
            match (NoteId::named(&name), notes.unseal(&name, &sealed)) {
                (Some(id), Some(kept)) => drop(notes.kept.insert(id, kept)),
                (Some(_), None) => notes.unreadable += 1,
                // Not a note: a name that this version does not know.
                (None, _) => {}
            }
        }
        self.notes = Some(notes);
        self.changed();
        Ok(())
    }

    /// What was found damaged at unlock, in words. Of plain notes nothing is said here: their own list says it.
    pub(super) fn found_damaged(&self) -> Vec<String> {
        self.open.as_ref().map(|open| open.damage.clone()).unwrap_or_default()
    }

    fn plain_notes(&self) -> Result<&OpenNotes, SessionError> {
        self.notes.as_ref().ok_or(SessionError::Locked)
    }

    fn plain_notes_mut(&mut self) -> Result<&mut OpenNotes, SessionError> {
        self.notes.as_mut().ok_or(SessionError::Locked)
    }

    fn write_note(&mut self, id: NoteId, text: String) -> Result<(), SessionError> {
        if text.len() > MAX_TEXT {
            return Err(SessionError::LongNote);
        }
        let changed = self.now().at;
        let notes = self.plain_notes_mut()?;
        let before = notes.kept.get(&id).map(|kept| kept.text.as_str());
        match (before, text.trim().is_empty()) {
            (None, true) => return Ok(()),
            (Some(before), _) if before == text => return Ok(()),
            (Some(_), true) => return self.delete_note(id),
            _ => {}
        }
        notes.put(id, Kept { v: 1, changed, text })?;
        self.changed();
        Ok(())
    }

    fn delete_note(&mut self, id: NoteId) -> Result<(), SessionError> {
        let notes = self.plain_notes_mut()?;
        let log = notes.log.as_mut().ok_or(SessionError::ReadingOnly)?;
        if !log.remove_slip(&id.name())? {
            return Err(SessionError::NoSuchNote);
        }
        // So that it is gone from the write-ahead log too. It is removed whether or not this succeeds.
        let _ = log.checkpoint();
        notes.kept.remove(&id);
        self.changed();
        Ok(())
    }
}

/// Every slip of a log.
fn slips(log: &Log) -> crate::store::Result<Vec<(String, Vec<u8>)>> {
    let names = log.slip_names()?.into_iter();
    names.filter_map(|name| log.get_slip(&name).map(|sealed| Some((name, sealed?))).transpose()).collect()
}

impl OpenNotes {
    fn unseal(&self, name: &str, sealed: &[u8]) -> Option<Kept> {
        let text = vault::open_small(&self.master, &NOTES, name, sealed).ok()?;
        serde_json::from_slice::<Kept>(&text).ok().filter(|kept| kept.v == 1)
    }

    fn put(&mut self, id: NoteId, kept: Kept) -> Result<(), SessionError> {
        let name = id.name();
        let text = Zeroizing::new(serde_json::to_vec(&kept).map_err(|_| SessionError::Record)?);
        let sealed = vault::seal_small(&self.master, &NOTES, &name, &text)?;
        self.log.as_mut().ok_or(SessionError::ReadingOnly)?.put_slip(&name, &sealed)?;
        self.kept.insert(id, kept);
        Ok(())
    }

    fn list(&self, words: &str) -> NoteList {
        let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
        let holds = |text: &str| {
            let text = text.to_lowercase();
            words.iter().all(|word| text.contains(word.as_str()))
        };
        let found = self.kept.iter().filter(|(_, kept)| holds(&kept.text));
        let mut lines: Vec<NoteLine> = found.map(|(id, kept)| line(*id, kept)).collect();
        lines.sort_by(|a, b| b.changed.cmp(&a.changed).then(a.id.cmp(&b.id)));
        NoteList { lines, total: self.kept.len(), unreadable: self.unreadable }
    }
}

fn line(id: NoteId, kept: &Kept) -> NoteLine {
    let mut lines = kept.text.lines().map(str::trim).filter(|line| !line.is_empty());
    let short = |text: &str| text.chars().take(PREVIEW).collect::<String>();
    NoteLine {
        id,
        title: lines.next().map(short).unwrap_or_default(),
        preview: short(&lines.collect::<Vec<_>>().join(" ")),
        changed: kept.changed.clone(),
    }
}

impl NoteId {
    fn name(self) -> String {
        hex::encode(self.0)
    }

    fn named(name: &str) -> Option<Self> {
        let mut id = [0; 16];
        hex::decode_to_slice(name, &mut id).ok()?;
        (hex::encode(id) == name).then_some(Self(id))
    }
}

/// Prints none of her words.
macro_rules! wordless {
    ($($name:ident)*) => {
        $(impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(..)"))
            }
        })*
    };
}
wordless!(Note NoteLine NoteList);
