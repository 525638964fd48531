//! Closing the app for good: what is typed is kept and the journal locks first. Leave, at the bottom, does something else.

use crate::session::VaultState;
use crate::t;
use crate::ui::components::{Button, Glyph, Kind, NotSo, Working};
use crate::ui::given::Given;
use dioxus::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    Here,
    Closing,
    /// The phone did not close it; whether the journal is known to be locked.
    Failed(bool),
}

/// The button, and what Leave does in its place.
#[component]
pub(super) fn Closing() -> Element {
    let given = use_context::<Given>();
    let mut at = use_signal(|| At::Here);
    let can = use_hook(|| given.phone.leaves());
    let close = use_callback(move |()| {
        if *at.peek() == At::Closing {
            return;
        }
        at.set(At::Closing);
        given.keep_typed();
        let (given, locked) = (given.clone(), given.session.lock());
        spawn(async move {
            // Should the session have stopped, its keys are gone as well.
            let _ = locked.await;
            let locked = given.session.status().borrow().vault == VaultState::Locked;
            match given.phone.leave() {
                // Should the process live on, nothing of the old tree stays.
                Ok(()) => given.curtain.renew(),
                Err(_) => at.set(At::Failed(locked)),
            }
        });
    });
    rsx! {
        section { class: "stack gap-3", aria_labelledby: "h-close",
            h2 { id: "h-close", {t!("phone-close.title")} }
            if can {
                Button { kind: Kind::Line, glyph: Glyph::X, label: t!("phone-close"), onclick: move |_| close.call(()) }
                p { class: "hint", {t!("phone-close.hint")} }
            } else {
                p { class: "hint", {t!("phone-close.cannot")} }
            }
            match at() {
                At::Here => rsx! {},
                At::Closing => rsx! { Working { words: t!("phone-close.closing") } },
                At::Failed(true) => rsx! { NotSo { bold: t!("phone-close-failed"), more: t!("phone-close-failed.locked") } },
                At::Failed(false) => rsx! { NotSo { bold: t!("phone-close-failed"), more: t!("phone-close-failed.more") } },
            }
            p { class: "hint", {t!("phone-close.pill")} }
        }
    }
}
