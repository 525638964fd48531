//! Where nothing is yet: one drawing, what comes here, one way on.

use super::Drawing;
use dioxus::prelude::*;

/// A screen's middle with nothing in it yet. The children are the one way on.
#[component]
pub fn Empty(title: String, words: String, children: Element) -> Element {
    rsx! {
        div { class: "empty",
            Drawing {}
            h2 { "{title}" }
            p { class: "lead", "{words}" }
            {children}
        }
    }
}
