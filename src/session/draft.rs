//! What is typed and not yet saved: one draft, sealed, so that a kill or a leave loses nothing of it.

use std::io::Read;

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::attach::HeldFile;
use super::core::Open;
use super::{Reply, Session, SessionError};
use crate::domain::{EntryDraft, FileId, RecordId};

/// The slip's name. Whatever else keeps a draft has a name that begins with it: the sweep goes by that.
const DRAFT: &str = "draft";

/// How exactly she knows the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HowExact {
    /// She tapped while it was happening. Only an entry that was recorded so can have it.
    Now,
    /// She knows it.
    Exactly,
    /// Roughly.
    About,
    /// Some time in a span, or all through it.
    Between,
}

/// A time as it was typed, whether or not it can be read yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeTyped {
    /// How exactly.
    pub exact: HowExact,
    /// Day and hour, as `2026-11-17` and `18:42`, or empty.
    pub from: (String, String),
    /// The end of a span.
    pub to: (String, String),
}

/// A draft with the files that were taken in for it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptDraft {
    /// What was typed.
    pub draft: EntryDraft,
    /// What was taken in.
    #[serde(default)]
    pub files: Vec<HeldFile>,
    /// The entry that it corrects, if it is a correction.
    #[serde(default)]
    pub of: Option<RecordId>,
    /// Why, for a correction.
    #[serde(default)]
    pub why: Option<String>,
    /// The time as it was typed. What can be read of it stands in the draft as well.
    #[serde(default)]
    pub time: Option<TimeTyped>,
    /// The count as it was typed.
    #[serde(default)]
    pub count: Option<String>,
}

impl Session {
    /// Keeps the draft, in the place of the one before.
    pub fn keep_draft(&self, draft: KeptDraft) -> Reply<()> {
        self.ask(move |core| core.opened_mut()?.keep_draft(&draft))
    }

    /// The draft that was kept, with what was saved of a recording that was cut off.
    pub fn kept_draft(&self) -> Reply<Option<KeptDraft>> {
        self.ask(|core| {
            // A recording that cannot be put together now, on a full disk say, must not hide what she typed. It stays.
            let _ = core.put_cut_off_together();
            core.opened()?.kept_draft()
        })
    }

    /// The bytes of a file that was taken in for a draft, up to `limit`. No entry speaks of it yet.
    pub fn held_file(&self, held: &HeldFile, limit: u64) -> Reply<Vec<u8>> {
        let (id, length) = (held.file, held.length);
        self.ask(move |core| {
            if length > limit {
                return Err(SessionError::TooLarge);
            }
            let mut bytes = Vec::with_capacity(usize::try_from(length).map_err(|_| SessionError::TooLarge)?);
            let mut file = core.opened()?.file(id)?;
            file.read_to_end(&mut bytes).map_err(|error| SessionError::Unreadable(error.kind()))?;
            Ok(bytes)
        })
    }

    /// Forgets the draft: it was saved, or she does not want it.
    pub fn drop_draft(&self) -> Reply<()> {
        self.ask(|core| {
            let open = core.opened_mut()?;
            let held = read(open, DRAFT).map(|kept| kept.files).unwrap_or_default();
            open.writable()?.remove_slip(DRAFT)?;
            // Those that were saved are named by a record now. What cannot be removed goes at the next opening.
            let files: Vec<FileId> = held.iter().map(|held| held.file).collect();
            let _ = open.remove_unnamed(&files);
            Ok(())
        })
    }
}

impl Open {
    pub(super) fn keep_draft(&mut self, draft: &KeptDraft) -> Result<(), SessionError> {
        // A correction of an entry that was destroyed holds its words, and must not come back by a late stroke.
        if draft.of.is_some_and(|of| !self.journal.has_entry(of)) {
            return Err(SessionError::NoSuchEntry);
        }
        let text = Zeroizing::new(serde_json::to_vec(draft).map_err(|_| SessionError::Record)?);
        self.put_slip(DRAFT, &text)
    }

    pub(super) fn kept_draft(&self) -> Result<Option<KeptDraft>, SessionError> {
        match self.get_slip(DRAFT)? {
            Some(text) => serde_json::from_slice(&text).map(Some).map_err(|_| SessionError::Record),
            None => Ok(None),
        }
    }
}

fn read(open: &Open, name: &str) -> Option<KeptDraft> {
    let text = open.get_slip(name).ok().flatten()?;
    serde_json::from_slice(&text).ok()
}

/// The files that kept drafts name. `None`: one of them cannot be read, so nobody knows.
pub(super) fn kept_files(open: &Open) -> Option<Vec<FileId>> {
    let names = open.log.as_ref()?.slip_names().ok()?;
    let mut files = Vec::new();
    for name in names.iter().filter(|name| name.starts_with(DRAFT)) {
        files.extend(read(open, name)?.files.iter().map(|held| held.file));
    }
    Some(files)
}

/// The slips that hold a correction of this entry, and the files that were taken in for it.
pub(super) fn correcting(open: &Open, entry: RecordId) -> (Vec<&'static str>, Vec<FileId>) {
    match read(open, DRAFT) {
        Some(kept) if kept.of == Some(entry) => (vec![DRAFT], kept.files.iter().map(|held| held.file).collect()),
        _ => (Vec::new(), Vec::new()),
    }
}
