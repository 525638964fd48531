//! What is typed and not yet saved: one draft, sealed, so that a kill or a leave loses nothing of it.

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::attach::HeldFile;
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
        self.ask(move |core| {
            let text = Zeroizing::new(serde_json::to_vec(&draft).map_err(|_| SessionError::Record)?);
            core.opened_mut()?.put_slip(DRAFT, &text)
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
            core.opened_mut()?.writable()?.remove_slip(DRAFT)?;
            Ok(())
        })
    }
}
