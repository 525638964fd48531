//! What is typed and not yet saved: one draft, sealed, so that a kill or a leave loses nothing of it.

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::attach::HeldFile;
use super::core::Open;
use super::{Reply, Session, SessionError};
use crate::domain::{EntryDraft, FileId, RecordId};

/// The slip's name. Whatever else keeps a draft has a name that begins with it: the sweep goes by that.
const DRAFT: &str = "draft";

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
}

impl Session {
    /// Keeps the draft, in the place of the one before.
    pub fn keep_draft(&self, draft: KeptDraft) -> Reply<()> {
        self.ask(move |core| {
            let text = Zeroizing::new(serde_json::to_vec(&draft).map_err(|_| SessionError::Record)?);
            let open = core.opened_mut()?;
            // A correction of an entry that was destroyed holds its words, and must not come back by a late stroke.
            if draft.of.is_some_and(|of| !open.journal.has_entry(of)) {
                return Err(SessionError::NoSuchEntry);
            }
            open.put_slip(DRAFT, &text)
        })
    }

    /// The draft that was kept.
    pub fn kept_draft(&self) -> Reply<Option<KeptDraft>> {
        self.ask(|core| match core.opened()?.get_slip(DRAFT)? {
            Some(text) => serde_json::from_slice(&text).map(Some).map_err(|_| SessionError::Record),
            None => Ok(None),
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
