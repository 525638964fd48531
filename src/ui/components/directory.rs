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
            for entry in entries {
                Entry { key: "{entry.name}", main: Some(&entry.name) == first.as_ref(), entry }
            }
        }
    }
}

#[component]
fn Entry(entry: HelpEntry, main: bool) -> Element {
    let calls = use_context::<Calls>();
    let (glyph, word, large, spoken) = match &entry.way {
        Way::Call(number) => (Glyph::Phone, "Call", number.clone(), format!("Call {}", entry.name)),
        Way::Text(number) => (Glyph::MessageSquareText, "Text", number.clone(), format!("Text {}", entry.name)),
        Way::Web(url) => {
            let bare = url.trim_start_matches("https://").trim_start_matches("www.").trim_end_matches('/');
            (Glyph::Globe, "Website", bare.to_owned(), format!("Open the website of {}", entry.name))
        }
    };
    let way = entry.way.clone();
    rsx! {
        div { class: "row help",
            span { class: "grow",
                b { "{entry.name}" }
                span { class: "number", "{large}" }
                span { class: "hint", "{entry.note}" }
                span { class: "meta checked", "Checked {entry.checked}" }
            }
            button { class: if main { "round main" } else { "round" }, r#type: "button", aria_label: spoken,
                onclick: move |_| match &way {
                    Way::Call(number) => calls.call(number),
                    Way::Text(number) => calls.text(number, ""),
                    Way::Web(url) => calls.open_page(url),
                },
                Icon { glyph }
                span { class: "word", "aria-hidden": "true", "{word}" }
            }
        }
    }
}
