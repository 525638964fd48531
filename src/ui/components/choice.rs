//! Choosing: chips, a segmented control, and the four marks of how sure somebody is.

use super::{Glyph, Icon, Size};
use dioxus::prelude::*;

/// A chip that is on or off. A chosen one has a tick as well as a colour.
#[component]
pub fn Chip(
    label: String,
    on: bool,
    glyph: Option<Glyph>,
    mark: Option<Sure>,
    /// The label is her own words.
    #[props(default)]
    hers: bool,
    onclick: EventHandler<MouseEvent>,
) -> Element {
    let glyph = if on && mark.is_none() { Some(Glyph::Check) } else { glyph };
    rsx! {
        button { class: "chip", r#type: "button", "aria-pressed": "{on}", onclick: move |event| onclick.call(event),
            if let Some(mark) = mark {
                span { class: mark.class(), "aria-hidden": "true" }
            } else if let Some(glyph) = glyph {
                Icon { glyph, size: Size::Small }
            }
            span { class: "t", translate: hers.then_some("no"), "{label}" }
        }
    }
}

/// A group of chips with a name. `layout` is "" (they wrap), "slide" (one line that moves sideways) or "pairs" (two columns).
#[component]
pub fn Chips(label: String, #[props(default)] layout: String, children: Element) -> Element {
    let sideways = (layout == "slide").then_some("");
    rsx! {
        div { class: "chips {layout}", role: "group", aria_label: label, "data-scrolls-sideways": sideways, {children} }
    }
}

/// One of two or three, side by side.
#[component]
pub fn Segmented(label: String, choices: Vec<String>, chosen: usize, onchoose: EventHandler<usize>) -> Element {
    rsx! {
        div { class: "seg", role: "radiogroup", aria_label: label,
            for (index, choice) in choices.into_iter().enumerate() {
                button { key: "{index}", r#type: "button", role: "radio", "aria-checked": "{index == chosen}",
                    onclick: move |_| onchoose.call(index),
                    span { class: "t", "{choice}" }
                }
            }
        }
    }
}

/// How sure somebody is, as a mark: full, half, empty, dashed. The same mark wherever that entry appears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sure {
    /// Certain.
    Certain,
    /// Probably.
    Probably,
    /// Not sure.
    NotSure,
    /// Unknown.
    Unknown,
}

impl Sure {
    /// The class that draws the mark.
    pub fn class(self) -> &'static str {
        match self {
            Self::Certain => "sure full",
            Self::Probably => "sure half",
            Self::NotSure => "sure",
            Self::Unknown => "sure dash",
        }
    }
}
