//! What opens the journal: the passphrase, a PIN, a finger or face, the recovery words. What each is for, and changing, adding and taking away.

mod list;
mod new_key;
mod passphrase;
mod pin;
mod present;
mod take_away;
mod touch;

pub use list::Ways;
pub(super) use present::{Outcome, Present, PresentField, use_present};
pub(super) use touch::question;

use crate::domain::SecretClass;
use dioxus::prelude::*;

/// One thing to do with what opens the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// A new passphrase. `forgotten`: she came in with her recovery words a moment ago.
    Passphrase {
        /// It is offered, and not what she came for.
        forgotten: bool,
    },
    /// A PIN, or another one.
    Pin,
    /// Taking one away.
    TakeAway {
        /// Its place.
        place: usize,
        /// What it is.
        class: SecretClass,
    },
    /// A finger or face, turned on.
    Touch,
    /// A new master key: somebody may know the recovery words.
    NewKey,
}

/// The screen under [`Route::Way`](crate::ui::route::Route::Way).
#[component]
pub fn Way(change: Change) -> Element {
    match change {
        Change::Passphrase { forgotten } => rsx! { passphrase::ChangePassphrase { forgotten } },
        Change::Pin => rsx! { pin::ChoosePin {} },
        Change::TakeAway { place, class } => rsx! { take_away::TakeAway { place, class } },
        Change::Touch => rsx! { touch::TurnOn {} },
        Change::NewKey => rsx! { new_key::SealAnew {} },
    }
}

#[cfg(test)]
mod tests;
