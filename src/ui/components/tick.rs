//! Ticking things off: a row with a box.

use super::{Glyph, Icon, Size};
use crate::ui::english::{dir_of, lang_of};
use dioxus::prelude::*;

/// A row that is ticked or not. All of it is the target. Put it in [`Rows`](super::Rows) with `icons: false`. `english`: the words
/// are, while another language is spoken. `hers`: they are her own.
#[component]
pub fn Tick(
    words: String,
    on: bool,
    #[props(default)] english: bool,
    #[props(default)] hers: bool,
    onclick: EventHandler<MouseEvent>,
) -> Element {
    rsx! {
        button { class: "row tick", r#type: "button", role: "checkbox", "aria-checked": "{on}", onclick: move |event| onclick.call(event),
            span { class: "tickbox", "aria-hidden": "true", if on { Icon { glyph: Glyph::Check, size: Size::Small } } }
            span { class: "grow", lang: lang_of(english), dir: dir_of(english), translate: hers.then_some("no"), "{words}" }
        }
    }
}
