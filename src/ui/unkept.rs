//! What is typed and not yet kept.
//!
//! The form puts its draft here at each stroke and hands it to the session at each pause; so does a plain note. Leaving and
//! locking take it from here first, so that the last strokes are kept as well. Whoever takes it empties it: after a lock
//! nothing is in it but whether a file was cut off.

use crate::session::{KeptDraft, NoteId};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// One draft and one note at most, shared by every window.
#[derive(Clone, Default)]
pub struct Unkept {
    draft: Arc<Mutex<Option<KeptDraft>>>,
    note: Arc<Mutex<Option<(NoteId, String)>>>,
    cut_off: Arc<AtomicBool>,
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

    /// A file was on its way in when the journal locked, so it is not in the draft. Nothing of it is kept, and no name.
    pub fn was_cut_off(&self) {
        self.cut_off.store(true, Ordering::Relaxed);
    }

    /// Whether that happened since this was last asked: she is told once.
    pub fn take_cut_off(&self) -> bool {
        self.cut_off.swap(false, Ordering::Relaxed)
    }
}
