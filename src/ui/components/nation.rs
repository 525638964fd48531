//! Where she lives: asked once, kept in sight, and changed in one tap.

use super::{Chip, Chips, Glyph, Icon, Size};
use crate::ui::chosen::Chosen;
use crate::ui::reading::Nation;
use dioxus::prelude::*;

/// The four nations as chips. One line that moves sideways, or with `wrap` as many as they need.
#[component]
pub fn NationChips(#[props(default)] wrap: bool, onchoose: Option<EventHandler>) -> Element {
    let chosen = use_context::<Chosen>();
    rsx! {
        Chips { label: "Where you live", layout: if wrap { "" } else { "slide" },
            for nation in Nation::ALL {
                Chip { key: "{nation.name()}", label: nation.name(), on: chosen.nation() == Some(nation),
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
    let name = chosen.nation().map_or("all of the UK", Nation::name);
    match chosen.nation() {
        None if !quiet => rsx! {
            section { class: "card pad stack gap-3", aria_labelledby: "h-where",
                h2 { id: "h-where", "Where do you live?" }
                p { class: "hint", "Each part of the UK has its own law, and some helplines of its own. You can leave this open." }
                NationChips { wrap: true }
            }
        },
        _ => rsx! {
            div { class: "stack gap-2 where-line",
                button { class: "chip", r#type: "button", "aria-expanded": "{open}", onclick: move |_| open.toggle(),
                    Icon { glyph: Glyph::MapPin, size: Size::Small }
                    span { class: "t", "For {name}" }
                    Icon { glyph: if open() { Glyph::ChevronDown } else { Glyph::ChevronRight }, size: Size::Small }
                    span { class: "hidden-visually", "Change where you live" }
                }
                if open() { NationChips { wrap: true, onchoose: move |()| open.set(false) } }
            }
        },
    }
}
