//! After saving: that it is saved, and what can be done next.

use super::before::{Came, use_came};
use super::danger::CallFirst;
use super::form::Purpose;
use super::pen::Pen;
use crate::domain::RecordId;
use crate::t;
use crate::ui::components::{Button, Glyph, Icon, Kind, NotSo, Size};
use crate::ui::route::{Nav, Route, Tab};
use crate::ui::shell::Screen;
use dioxus::prelude::*;

/// Said only when the session has answered that it is on the disk. `late`: she chose something that came too late for it.
#[component]
pub fn Saved(id: RecordId, call_first: bool, corrected: bool, bare: bool, late: bool) -> Element {
    let nav = use_context::<Nav>();
    let pen = use_context::<Pen>();
    let before = *pen.before.peek();
    let came = use_came(id, corrected, before);
    if came == Came::Asking {
        return rsx! { Screen { action: rsx! { span { class: "bar-space" } }, span { role: "status" } } };
    }
    let title = if came == Came::Nothing { t!("record-saved.nothing") } else { t!("record-saved") };
    let words = if came == Came::Nothing {
        t!("record-saved.nothing-more")
    } else if corrected {
        t!("record-saved.corrected")
    } else if bare {
        t!("record-saved.bare")
    } else {
        t!("record-saved.new")
    };
    rsx! {
        Screen { close: true, on_back: move |()| nav.tab(Tab::Journal),
            action: rsx! { Button { kind: Kind::Main, label: t!("record-done"), onclick: move |_| nav.tab(Tab::Journal) } },
            section { class: "stack gap-3", role: "status",
                span { class: "round main", Icon { glyph: Glyph::Check, size: Size::Large } }
                h1 { "{title}" }
                p { class: "lead", "{words}" }
            }
            if call_first { CallFirst {} }
            if late { NotSo { bold: t!("recording-files-late"), more: t!("recording-files-late.more") } }
            if bare {
                Button { kind: Kind::Soft, glyph: Glyph::Pencil, label: t!("record-add-words"), onclick: move |_| nav.instead(Route::Form(Purpose::AddTo(id))) }
            }
            Button { kind: Kind::Soft, glyph: Glyph::NotebookText, label: t!("record-read-it"), onclick: move |_| nav.instead(Route::Entry(id)) }
        }
    }
}
