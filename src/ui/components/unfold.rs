//! A row that opens in place: what is seldom needed, one tap away.

use super::{Glyph, Icon, Tile};
use dioxus::prelude::*;

/// A row that shows its children under itself once it is tapped. `hint` says what is in it while it is closed.
#[component]
pub fn Unfold(
    glyph: Option<Glyph>,
    title: String,
    hint: Option<String>,
    /// The hint is her own words.
    #[props(default)]
    hers: bool,
    #[props(default)] open: bool,
    children: Element,
) -> Element {
    let mut shown = use_signal(|| open);
    rsx! {
        div { class: "unfold",
            button { class: "row", r#type: "button", "aria-expanded": "{shown}", onclick: move |_| shown.toggle(),
                if let Some(glyph) = glyph { span { class: Tile::Accent.class(), Icon { glyph } } }
                span { class: "grow",
                    b { "{title}" }
                    if let Some(hint) = hint {
                        span { class: "hint", if hers { bdi { translate: "no", "{hint}" } } else { "{hint}" } }
                    }
                }
                span { class: "chev", Icon { glyph: if shown() { Glyph::ChevronDown } else { Glyph::ChevronRight } } }
            }
            if shown() {
                div { class: "unfolded", {children} }
            }
        }
    }
}
