//! What is open, as the screens follow it, and what stands where the journal would be while it is not.

use super::components::{Button, Empty, Glyph, Kind};
use super::route::{Nav, Route};
use super::status::use_status;
use crate::session::VaultState;
use dioxus::prelude::*;

/// What is open, without what changes at each entry.
pub fn use_vault() -> Memo<VaultState> {
    let status = use_status();
    use_memo(move || status().vault)
}

/// In the place of the journal: why it is not open, and the one way on.
#[component]
pub fn Closed(vault: VaultState) -> Element {
    let nav = use_context::<Nav>();
    match vault {
        VaultState::Nothing => rsx! {
            Empty { title: "Nothing written yet",
                words: "When something happens, write it here as soon as you can. Small things count too. You can add to it later.",
                Button { kind: Kind::Soft, label: "Set up your journal", onclick: move |_| nav.go(Route::SET_UP) }
                p { class: "hint", "Set-up takes about two minutes. It can wait." }
            }
        },
        VaultState::Locked => rsx! {
            Empty { title: "Your journal is locked", words: "What you wrote is safe. Nobody can read it here without your passphrase.",
                Button { kind: Kind::Soft, glyph: Glyph::Lock, label: "Unlock", onclick: move |_| nav.go(Route::Unlock) }
            }
        },
        VaultState::Incomplete => rsx! {
            Empty { title: "Part of your journal is missing",
                words: "What is there was not touched. If you moved it, put all of its folder back together. 999 and the helplines still work.",
            }
        },
        _ => rsx! { p { class: "hint centred", role: "status", "Looking for your journal" } },
    }
}
