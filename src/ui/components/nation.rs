//! Where she lives: asked once, kept in sight, and changed in one tap.

use super::{Chip, Chips, Glyph, Icon, Size};
use crate::t;
use crate::ui::chosen::Chosen;
use crate::ui::reading::{Nation, nation_name};
use dioxus::prelude::*;

/// The four nations as chips. One line that moves sideways, or with `wrap` as many as they need.
#[component]
pub fn NationChips(#[props(default)] wrap: bool, onchoose: Option<EventHandler>) -> Element {
    let chosen = use_context::<Chosen>();
    rsx! {
        Chips { label: t!("where-you-live"), layout: if wrap { "" } else { "slide" },
            for nation in Nation::ALL {
                Chip { key: "{nation:?}", label: nation_name(nation), on: chosen.nation() == Some(nation),
                    onclick: move |_| {
                        chosen.choose(nation);
                        if let Some(onchoose) = onchoose {
                            onchoose.call(());
                        }
                    },
                }
            }
        }
    }
}

/// Asks where she lives, once. Afterwards one quiet line says what was chosen and opens the chips again.
#[component]
pub fn WhereYouLive(
    /// On a page: nothing is asked, and a small line says that all nations are shown.
    #[props(default)]
    quiet: bool,
) -> Element {
    let chosen = use_context::<Chosen>();
    let mut open = use_signal(|| false);
    let whose = chosen.nation().map(|nation| t!("where-you-live.for", name = nation_name(nation)));
    let whose = whose.unwrap_or_else(|| t!("where-you-live.for-all").to_owned());
    match chosen.nation() {
        None if !quiet => rsx! {
            section { class: "card pad stack gap-3 not-on-paper", aria_labelledby: "h-where",
                h2 { id: "h-where", {t!("where-you-live.ask")} }
                p { class: "hint", {t!("where-you-live.hint")} }
                NationChips { wrap: true }
            }
        },
        _ => rsx! {
            div { class: "stack gap-2 where-line",
                button { class: "chip", r#type: "button", "aria-expanded": "{open}", onclick: move |_| open.toggle(),
                    Icon { glyph: Glyph::MapPin, size: Size::Small }
                    span { class: "t", "{whose}" }
                    Icon { glyph: if open() { Glyph::ChevronDown } else { Glyph::ChevronRight }, size: Size::Small }
                    span { class: "hidden-visually", {t!("where-you-live.change")} }
                }
                if open() { NationChips { wrap: true, onchoose: move |()| open.set(false) } }
            }
        },
    }
}
