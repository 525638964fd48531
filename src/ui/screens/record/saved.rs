//! After saving: that it is saved, and what can be done next.

use super::danger::CallFirst;
use super::form::Purpose;
use crate::domain::RecordId;
use crate::ui::components::{Button, Glyph, Icon, Kind, Size};
use crate::ui::route::{Nav, Route, Tab};
use crate::ui::shell::Screen;
use dioxus::prelude::*;

/// Said only when the session has answered that it is on the disk.
#[component]
pub fn Saved(id: RecordId, call_first: bool, corrected: bool, bare: bool) -> Element {
    let nav = use_context::<Nav>();
    let words = if corrected {
        "What you added or changed stands beside what you wrote first. Both are kept on this phone only."
    } else if bare {
        "The time is kept, without words. That is enough. You can add to it at any time; what you kept first stays."
    } else {
        "It is kept on this phone only. You can correct it or add to it at any time; what you wrote first stays."
    };
    rsx! {
        Screen { close: true, on_back: move |()| nav.tab(Tab::Journal),
            action: rsx! { Button { kind: Kind::Main, label: "Done", onclick: move |_| nav.tab(Tab::Journal) } },
            section { class: "stack gap-3", role: "status",
                span { class: "round main", Icon { glyph: Glyph::Check, size: Size::Large } }
                h1 { "Saved" }
                p { class: "lead", "{words}" }
            }
            if call_first { CallFirst {} }
            if bare {
                Button { kind: Kind::Soft, glyph: Glyph::Pencil, label: "Add words", onclick: move |_| nav.instead(Route::Form(Purpose::AddTo(id))) }
            }
            Button { kind: Kind::Soft, glyph: Glyph::NotebookText, label: "Read it", onclick: move |_| nav.instead(Route::Entry(id)) }
        }
    }
}
