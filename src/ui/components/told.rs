//! What went wrong, and work that is going on: both in words.

use super::{Glyph, Icon, Size};
use crate::session::Told;
use crate::t;
use dioxus::prelude::*;

/// What happened, what is safe, what to do.
#[component]
pub fn WentWrong(told: Told) -> Element {
    rsx! {
        ul { class: "card rows icons told", role: "alert",
            li { span { class: "tile notice", Icon { glyph: Glyph::TriangleAlert } }
                div { h2 { {t!("told-happened")} } p { "{told.happened}" } }
            }
            li { span { class: "tile", Icon { glyph: Glyph::Check } }
                div { h2 { {t!("told-safe")} } p { "{told.safe}" } }
            }
            li { span { class: "tile", Icon { glyph: Glyph::ListChecks } }
                div { h2 { {t!("told-to-do")} } p { "{told.to_do}" } }
            }
        }
    }
}

/// What the app is busy with. Nothing else waits for it.
#[component]
pub fn Working(words: String) -> Element {
    rsx! {
        p { class: "safe-first", role: "status", Icon { glyph: Glyph::Clock, size: Size::Usual } span { "{words}" } }
    }
}

/// What was done, with a tick.
#[component]
pub fn DoneLine(words: String) -> Element {
    rsx! {
        p { class: "safe-banner one", role: "status", Icon { glyph: Glyph::CircleCheck, size: Size::Large } b { "{words}" } }
    }
}
