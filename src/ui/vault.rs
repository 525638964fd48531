//! What is open, as the screens follow it, and what stands where the journal would be while it is not.

use super::components::{Button, Empty, Glyph, Kind};
use super::route::{Nav, Route};
use super::status::use_status;
use crate::session::VaultState;
use crate::t;
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
            Empty { title: t!("vault-nothing"), words: t!("vault-nothing.words"),
                Button { kind: Kind::Soft, label: t!("vault-nothing.do"), onclick: move |_| nav.go(Route::SET_UP) }
                p { class: "hint", {t!("vault-nothing.hint")} }
            }
        },
        VaultState::Locked => rsx! {
            Empty { title: t!("vault-locked"), words: t!("vault-locked.words"),
                Button { kind: Kind::Soft, glyph: Glyph::Lock, label: t!("vault-locked.do"), onclick: move |_| nav.go(Route::Unlock) }
            }
        },
        VaultState::Incomplete => rsx! {
            Empty { title: t!("vault-incomplete"), words: t!("vault-incomplete.words") }
        },
        _ => rsx! { p { class: "hint centred", role: "status", {t!("vault-looking")} } },
    }
}
