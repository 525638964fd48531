//! Entries of the directory of help: who, how to reach them, what they do, when that was checked.

use super::{Glyph, Icon};
use crate::ui::reading::{HelpEntry, Way};
use crate::ui::shell::Calls;
use dioxus::prelude::*;

/// A card of entries. The entry named in `first` has the filled button; give it to one on a screen.
#[component]
pub fn Directory(entries: Vec<HelpEntry>, first: Option<String>) -> Element {
    rsx! {
        div { class: "card rows",
            for (index, entry) in entries.into_iter().enumerate() {
                Entry { key: "{index} {entry.name}", main: Some(&entry.name) == first.as_ref(), entry }
            }
        }
    }
}

#[component]
fn Entry(entry: HelpEntry, main: bool) -> Element {
    let calls = use_context::<Calls>();
    let shown = face(&entry.way);
    let way = entry.way.clone();
    rsx! {
        div { class: "row help",
            span { class: "grow",
                b { "{entry.name}" }
                if let Some((_, _, large)) = &shown { span { class: "number", "{large}" } }
                span { class: "hint", "{entry.note}" }
                for way in entry.more {
                    if let Some((_, word, large)) = face(&way) {
                        button { class: "in-line other-way", r#type: "button", aria_label: "{word} {entry.name}: {large}",
                            onclick: move |_| take(calls, &way),
                            if word == "Text" { "Text {large}" } else { "{large}" }
                        }
                    }
                }
                span { class: "meta checked", "Checked {entry.checked}" }
            }
            if let Some((glyph, word, _)) = shown {
                button { class: if main { "round main" } else { "round" }, r#type: "button", aria_label: "{word} {entry.name}",
                    onclick: move |_| take(calls, &way),
                    Icon { glyph }
                    span { class: "word", "aria-hidden": "true", "{word}" }
                }
            }
        }
    }
}

/// The icon, the word and the number or address of a way.
fn face(way: &Way) -> Option<(Glyph, &'static str, String)> {
    match way {
        Way::Call(number) => Some((Glyph::Phone, "Call", number.clone())),
        Way::Text(number) => Some((Glyph::MessageSquareText, "Text", number.clone())),
        Way::Web(url) => {
            let bare = url.trim_start_matches("https://").trim_start_matches("www.").trim_end_matches('/');
            Some((Glyph::Globe, "Website", bare.to_owned()))
        }
        Way::Nothing => None,
    }
}

fn take(calls: Calls, way: &Way) {
    match way {
        Way::Call(number) => calls.call(number),
        Way::Text(number) => calls.text(number, ""),
        Way::Web(url) => calls.open_page(url),
        Way::Nothing => {}
    }
}
