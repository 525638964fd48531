//! What is typed and not yet kept.
//!
//! The form puts its draft here at each stroke and hands it to the session at each pause; so does a plain note. Leaving and
//! locking take it from here first, so that the last strokes are kept as well. Whoever takes it empties it: after a lock
//! nothing is in it but for which forms a file is missing.

use crate::domain::RecordId;
use crate::session::{KeptDraft, NoteId};
use std::sync::{Arc, Mutex, PoisonError};

/// Which form: for the entry that it corrects, or for a new one.
pub type Form = Option<RecordId>;

/// One draft and one note at most, shared by every window.
#[derive(Clone, Default)]
pub struct Unkept {
    draft: Arc<Mutex<Option<KeptDraft>>>,
    note: Arc<Mutex<Option<(NoteId, String)>>>,
    missing: Arc<Mutex<Vec<Form>>>,
}

impl Unkept {
    /// Puts the draft as it is now in the place of the one before.
    pub fn put(&self, draft: KeptDraft) {
        *self.draft.lock().unwrap_or_else(PoisonError::into_inner) = Some(draft);
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.draft.lock().unwrap_or_else(PoisonError::into_inner).is_none()
    }

    /// Takes it out.
    pub fn take(&self) -> Option<KeptDraft> {
        self.draft.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// Puts a note as it is now in the place of the one before.
    pub fn put_note(&self, note: NoteId, text: String) {
        *self.note.lock().unwrap_or_else(PoisonError::into_inner) = Some((note, text));
    }

    /// Takes it out.
    pub fn take_note(&self) -> Option<(NoteId, String)> {
        self.note.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// Something was chosen for this form and is to be taken in.
    pub fn awaits(&self, form: Form) -> Awaited {
        Awaited { unkept: self.clone(), form, settled: false }
    }

    /// Whether something that was chosen for this form never came in, since this was last asked: she is told once.
    pub fn take_missing(&self, form: Form) -> bool {
        let mut missing = self.missing.lock().unwrap_or_else(PoisonError::into_inner);
        let before = missing.len();
        missing.retain(|one| *one != form);
        missing.len() < before
    }

    /// There is no form any more that could say it.
    pub fn forget_missing(&self) {
        self.missing.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

/// What was chosen for a form and is not in it yet. Dropped while it is awaited, it is missing, and the form says so when it is
/// open again. Nothing of it is kept, and no name.
pub struct Awaited {
    unkept: Unkept,
    form: Form,
    settled: bool,
}

impl Awaited {
    /// It came, or she was told why not, or she does not want it.
    pub fn settle(mut self) {
        self.settled = true;
    }
}

impl Drop for Awaited {
    fn drop(&mut self) {
        let mut missing = self.unkept.missing.lock().unwrap_or_else(PoisonError::into_inner);
        if !self.settled && !missing.contains(&self.form) {
            missing.push(self.form);
        }
    }
}
