//! A record that something else began: ticks of "Is this stalking?", or "I called".
//!
//! It lies here from the tap until the form opens, so that it outlasts unlocking and set-up on the way. It is part of the
//! tree inside the app: leaving and locking take it away.

use super::route::{Nav, Route};
use super::screens::Purpose;
use crate::domain::EntryDraft;
use crate::session::VaultState;
use dioxus::prelude::*;

/// At most one. In the context of everything inside the app; `Copy`, so closures can take it.
#[derive(Clone, Copy, PartialEq)]
pub struct Begun(Signal<Option<EntryDraft>>);

impl Begun {
    /// Nothing was begun.
    pub fn new() -> Self {
        Self(Signal::new(None))
    }

    /// Whether something was begun and no form has opened for it yet.
    pub fn is_waiting(self) -> bool {
        self.0.read().is_some()
    }

    /// Takes it out.
    pub fn take(mut self) -> Option<EntryDraft> {
        if self.0.peek().is_none() {
            return None;
        }
        self.0.take()
    }

    /// Opens the form with this in it: at once, or once the journal is unlocked or set up.
    pub fn open(mut self, draft: EntryDraft, nav: Nav, vault: VaultState) {
        self.0.set(Some(draft));
        match vault {
            VaultState::Nothing => nav.go(Route::SET_UP),
            VaultState::Locked => {
                nav.go(Route::Form(Purpose::Begun));
                nav.go(Route::Unlock);
            }
            _ => nav.go(Route::Form(Purpose::Begun)),
        }
    }
}

impl Default for Begun {
    fn default() -> Self {
        Self::new()
    }
}
