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
            Empty { title: t!("closed-nothing"), words: t!("closed-nothing.lead"),
                Button { kind: Kind::Soft, label: t!("closed-nothing.set-up"), onclick: move |_| nav.go(Route::SET_UP) }
                p { class: "hint", {t!("closed-nothing.hint")} }
            }
        },
        VaultState::Locked => rsx! {
            Empty { title: t!("closed-locked"), words: t!("closed-locked.lead"),
                Button { kind: Kind::Soft, glyph: Glyph::Lock, label: t!("closed-locked.unlock"), onclick: move |_| nav.go(Route::Unlock) }
            }
        },
        VaultState::Incomplete => rsx! {
            Empty { title: t!("closed-incomplete"), words: t!("closed-incomplete.lead") }
        },
        _ => rsx! { p { class: "hint centred", role: "status", {t!("closed-looking")} } },
    }
}
