//! Where what she ticks may be dangerous: help first, calmly. It is not scored and nothing is concluded from it.

use crate::ui::components::{Button, Call999, Glyph, Kind};
use crate::ui::first_reading::HELPLINE;
use crate::ui::shell::Calls;
use dioxus::prelude::*;

/// 999 first, then the helpline.
#[component]
pub fn CallFirst() -> Element {
    let calls = use_context::<Calls>();
    rsx! {
        section { class: "card pad stack gap-3", aria_label: "Help first",
            b { class: "b", "If you are in danger now, call 999." }
            Call999 { small: true }
            p { class: "hint", "Otherwise this can wait. The National Stalking Helpline can help you think about what to do next." }
            Button { kind: Kind::Soft, glyph: Glyph::Phone, label: "Call {HELPLINE}", onclick: move |_| calls.call(HELPLINE) }
        }
    }
}
