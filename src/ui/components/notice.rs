//! Things to think of before going on, and the sentence that stands above every offer to record.

use super::{Glyph, Icon, Size};
use crate::t;
use dioxus::prelude::*;

/// What a notice is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    #[default]
    Info,
    /// Think before you go on; something went wrong.
    Warning,
}

/// A few words on an amber ground.
#[component]
pub fn Notice(#[props(default)] tone: Tone, glyph: Option<Glyph>, children: Element) -> Element {
    let usual = match tone {
        Tone::Info => Glyph::Info,
        Tone::Warning => Glyph::TriangleAlert,
    };
    rsx! {
        div { class: "note", Icon { glyph: glyph.unwrap_or(usual) }
            p { {children} }
        }
    }
}

/// What did not come as it was asked for: the fact in bold, then the rest. A screen reader says it at once.
#[component]
pub fn NotSo(bold: String, more: String) -> Element {
    rsx! {
        div { role: "alert",
            Notice { tone: Tone::Warning, b { "{bold}" } " {more}" }
        }
    }
}

/// "Get safe first. You can write this later." As a line.
#[component]
pub fn SafeFirst() -> Element {
    rsx! {
        p { class: "safe-first",
            Icon { glyph: Glyph::ShieldCheck }
            span { {t!("safe-first")} }
        }
    }
}

/// A short sentence on a ground of the accent. What is given as children stands under it, as 999 does when recording.
#[component]
pub fn Banner(glyph: Glyph, words: String, children: Element) -> Element {
    let bare = children == VNode::empty();
    rsx! {
        if bare {
            p { class: "safe-banner one", Icon { glyph, size: Size::Large } b { "{words}" } }
        } else {
            section { class: "safe-banner stacked",
                div { Icon { glyph, size: Size::Large } b { "{words}" } }
                {children}
            }
        }
    }
}
