//! Folding away what is hard to read again. It holds for every entry until she unfolds it or the journal is locked, and
//! changes nothing that is recorded.

use crate::t;
use crate::ui::components::{Button, Glyph, Kind};
use dioxus::prelude::*;

/// Whether her words, pictures and what belongs to them are folded away. In the context of the app, gone with every lock.
#[derive(Clone, Copy, PartialEq)]
pub struct Folds(Signal<bool>);

impl Folds {
    /// Unfolded, in the scope that calls.
    pub fn new() -> Self {
        Self(Signal::new(false))
    }

    /// Whether they are folded away. Whoever asks is drawn again when that changes.
    pub fn away(self) -> bool {
        (self.0)()
    }
}

impl Default for Folds {
    fn default() -> Self {
        Self::new()
    }
}

/// The way to fold and to unfold.
#[component]
pub fn Folding(away: bool) -> Element {
    let Folds(mut folds) = use_context::<Folds>();
    rsx! {
        if away {
            section { class: "stack gap-2",
                p { class: "hint", role: "status", {t!("entry-folded")} }
                Button { kind: Kind::Soft, glyph: Glyph::Eye, label: t!("entry-folded.show"), onclick: move |_| folds.set(false) }
            }
        } else {
            div { class: "fold-line",
                button { class: "link", r#type: "button", onclick: move |_| folds.set(true), {t!("entry-folded.fold")} }
            }
        }
    }
}
