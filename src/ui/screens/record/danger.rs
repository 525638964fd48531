//! Where what she ticks may be dangerous: help first, calmly. It is not scored and nothing is concluded from it.

use crate::t;
use crate::ui::components::{Button, Call999, Glyph, Kind};
use crate::ui::first_reading::helpline;
use crate::ui::given::Given;
use crate::ui::shell::Calls;
use dioxus::prelude::*;

/// 999 first, then the helpline.
#[component]
pub fn CallFirst() -> Element {
    let calls = use_context::<Calls>();
    let number = helpline(&use_context::<Given>().reading());
    rsx! {
        section { class: "card pad stack gap-3", aria_label: t!("record-help-first"),
            b { class: "b", {t!("record-help-first.call")} }
            Call999 { small: true }
            p { class: "hint", {t!("record-help-first.else")} }
            Button { kind: Kind::Soft, glyph: Glyph::Phone, label: t!("record-help-first.helpline", number = number.as_str()), onclick: move |_| calls.call(&number) }
        }
    }
}
