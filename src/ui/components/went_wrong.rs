//! When something went wrong: what happened, what is safe, what to do. Never a code alone, never blame.

use super::{Glyph, Icon};
use crate::session::Told;
use crate::t;
use dioxus::prelude::*;

/// The whole of it, as a screen shows it: an amber mark, what happened as the title, and a card with the rest.
#[component]
pub fn WhatWentWrong(told: Told, #[props(default = Glyph::TriangleAlert)] glyph: Glyph) -> Element {
    rsx! {
        section { class: "stack gap-4", role: "alert",
            span { class: "tile notice big", Icon { glyph } }
            h1 { class: "said", "{told.happened}" }
        }
        ToldCard { safe: told.safe, to_do: told.to_do }
    }
}

/// What is safe, and what to do.
#[component]
fn ToldCard(safe: String, to_do: String) -> Element {
    rsx! {
        ul { class: "card rows icons told",
            li {
                span { class: "tile", Icon { glyph: Glyph::Check } }
                div { class: "grow", h2 { {t!("told-safe")} } p { "{safe}" } }
            }
            li {
                span { class: "tile", Icon { glyph: Glyph::ListChecks } }
                div { class: "grow", h2 { {t!("told-to-do")} } p { "{to_do}" } }
            }
        }
    }
}

/// The three sentences in a notice, where a screen goes on around them.
#[component]
pub fn ToldNotice(told: Told) -> Element {
    rsx! {
        div { class: "note", role: "alert", Icon { glyph: Glyph::TriangleAlert }
            p { b { "{told.happened}" } " {told.safe} {told.to_do}" }
        }
    }
}
