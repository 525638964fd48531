//! What is typed and not yet saved: one draft, sealed, so that a kill or a leave loses nothing of it.

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::attach::HeldFile;
use super::core::Open;
use super::{Reply, Session, SessionError};
use crate::domain::{EntryDraft, RecordId};

/// The slip's name.
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

    /// Forgets the draft: it was saved, or she does not want it.
    pub fn drop_draft(&self) -> Reply<()> {
        self.ask(|core| {
            core.opened_mut()?.writable()?.remove_slip(DRAFT)?;
            Ok(())
        })
    }
}

impl Open {
    pub(super) fn keep_draft(&mut self, draft: &KeptDraft) -> Result<(), SessionError> {
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
