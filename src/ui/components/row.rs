//! Cards, and the rows in them. A row is one target, all of it.

use super::{Glyph, Icon};
use crate::ui::english::{dir_of, lang_of};
use dioxus::prelude::*;

/// A card with room around what is in it.
#[component]
pub fn Card(label: Option<String>, #[props(default)] class: String, children: Element) -> Element {
    rsx! {
        section { class: "card pad {class}", aria_label: label, {children} }
    }
}

/// A card of rows, with hairlines that begin where the words begin.
#[component]
pub fn Rows(#[props(default = true)] icons: bool, label: Option<String>, children: Element) -> Element {
    rsx! {
        div { class: if icons { "card rows icons" } else { "card rows" }, role: label.is_some().then_some("group"), aria_label: label, {children} }
    }
}

/// The ground of a row's icon.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tile {
    /// The accent.
    #[default]
    Accent,
    /// Grey.
    Plain,
    /// Amber: something is not as it should be.
    Amber,
}

impl Tile {
    /// The class that draws it.
    pub fn class(self) -> &'static str {
        match self {
            Self::Accent => "tile",
            Self::Plain => "tile plain",
            Self::Amber => "tile notice",
        }
    }
}

/// A row that opens something, or, without `onclick`, one that only says something.
#[component]
pub fn Row(
    glyph: Option<Glyph>,
    #[props(default)] tile: Tile,
    title: String,
    hint: Option<String>,
    /// The hint is a number to dial.
    #[props(default)]
    dials: bool,
    /// The words are English while another language is spoken.
    #[props(default)]
    english: bool,
    onclick: Option<EventHandler<MouseEvent>>,
) -> Element {
    let inside = rsx! {
        if let Some(glyph) = glyph { span { class: tile.class(), Icon { glyph } } }
        span { class: "grow", lang: lang_of(english), dir: dir_of(english),
            b { "{title}" }
            if let Some(hint) = hint {
                span { class: "hint", dir: dials.then_some("ltr"), translate: dials.then_some("no"), "{hint}" }
            }
        }
    };
    match onclick {
        Some(onclick) => rsx! {
            button { class: "row", r#type: "button", onclick: move |event| onclick.call(event),
                {inside}
                span { class: "chev", Icon { glyph: Glyph::ChevronRight } }
            }
        },
        None => rsx! { div { class: "row", {inside} } },
    }
}

/// A row with a switch.
#[component]
pub fn Switch(
    glyph: Option<Glyph>,
    #[props(default)] tile: Tile,
    title: String,
    hint: Option<String>,
    on: bool,
    onchange: EventHandler<bool>,
) -> Element {
    rsx! {
        button { class: "row", r#type: "button", role: "switch", "aria-checked": "{on}", onclick: move |_| onchange.call(!on),
            if let Some(glyph) = glyph { span { class: tile.class(), Icon { glyph } } }
            span { class: "grow",
                b { "{title}" }
                if let Some(hint) = hint { span { class: "hint", "{hint}" } }
            }
            span { class: "switch" }
        }
    }
}

/// One of several rows, of which one is chosen. Put them in [`Rows`] with `icons: false`.
#[component]
pub fn Choice(title: String, hint: Option<String>, chosen: bool, onclick: EventHandler<MouseEvent>) -> Element {
    rsx! {
        button { class: "row", r#type: "button", role: "radio", "aria-checked": "{chosen}", onclick: move |event| onclick.call(event),
            span { class: "radio" }
            span { class: "grow",
                "{title}"
                if let Some(hint) = hint { span { class: "hint", "{hint}" } }
            }
        }
    }
}

/// A card of facts: names on the left, values on the right.
#[component]
pub fn Facts(children: Element) -> Element {
    rsx! {
        section { class: "card facts-card",
            dl { class: "facts", {children} }
        }
    }
}

/// One fact in [`Facts`].
#[component]
pub fn Fact(
    name: String,
    value: String,
    hint: Option<String>,
    /// The value is the same in every language, as a file's place is.
    #[props(default)]
    as_it_is: bool,
) -> Element {
    rsx! {
        div {
            dt { "{name}" }
            dd { class: "num", dir: as_it_is.then_some("auto"), translate: as_it_is.then_some("no"), "{value}"
                if let Some(hint) = hint { span { class: "hint", "{hint}" } }
            }
        }
    }
}
