//! Ticking things off: a row with a box.

use super::{Glyph, Icon, Size};
use dioxus::prelude::*;

/// A row that is ticked or not. All of it is the target. Put it in [`Rows`](super::Rows) with `icons: false`.
#[component]
pub fn Tick(words: String, on: bool, onclick: EventHandler<MouseEvent>) -> Element {
    rsx! {
        button { class: "row tick", r#type: "button", role: "checkbox", "aria-checked": "{on}", onclick: move |event| onclick.call(event),
            span { class: "tickbox", "aria-hidden": "true", if on { Icon { glyph: Glyph::Check, size: Size::Small } } }
            span { class: "grow", "{words}" }
        }
    }
}
