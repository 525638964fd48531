//! What is typed and not yet kept.
//!
//! The form puts its draft here at each stroke and hands it to the session at each pause. Leaving and locking take it from
//! here first, so that the last strokes are kept as well. Whoever takes it empties it: after a lock nothing is in it.

use crate::session::KeptDraft;
use std::sync::{Arc, Mutex, PoisonError};

/// One draft at most, shared by every window.
#[derive(Clone, Default)]
pub struct Unkept(Arc<Mutex<Option<KeptDraft>>>);

impl Unkept {
    /// Puts the draft as it is now in the place of the one before.
    pub fn put(&self, draft: KeptDraft) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(draft);
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_none()
    }

    /// Takes it out.
    pub fn take(&self) -> Option<KeptDraft> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}
