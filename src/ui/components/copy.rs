//! Copying to the clipboard, and saying whether it is there.

use super::{Button, Glyph, Icon, Kind, Size};
use crate::t;
use dioxus::prelude::*;

/// A button that copies a text.
#[component]
pub fn CopyButton(text: String, #[props(default = t!("copy-do").to_owned())] label: String) -> Element {
    let mut copied = use_signal(|| None::<bool>);
    let label = match copied() {
        None => label,
        Some(true) => t!("copy-do.done").to_owned(),
        Some(false) => t!("copy-do.failed").to_owned(),
    };
    let glyph = if copied() == Some(true) { Glyph::Check } else { Glyph::Copy };
    rsx! {
        Button { kind: Kind::Soft, glyph, label,
            onclick: move |_| {
                let text = text.clone();
                async move { copied.set(Some(copy(&text).await)) }
            }
        }
    }
}

/// An address in a line of its own, which copies itself. What is heard says so.
#[component]
pub fn CopyLine(text: String, label: String) -> Element {
    let mut copied = use_signal(|| None::<bool>);
    let done = match copied() {
        None => "",
        Some(true) => t!("copy-do.done"),
        Some(false) => t!("copy-do.failed"),
    };
    let shown = text.clone();
    rsx! {
        button { class: "in-line other-way", r#type: "button", aria_label: label,
            onclick: move |_| {
                let text = text.clone();
                async move { copied.set(Some(copy(&text).await)) }
            },
            bdi { dir: "ltr", translate: "no", "{shown}" }
            Icon { glyph: if copied() == Some(true) { Glyph::Check } else { Glyph::Copy }, size: Size::Small }
        }
        span { class: "hint", role: "status", "{done}" }
    }
}

/// Puts text on the clipboard, and says whether it is there.
async fn copy(text: &str) -> bool {
    let Ok(text) = serde_json::to_string(text) else { return false };
    let script =
        format!("try {{ await navigator.clipboard.writeText({text}); return true; }} catch {{ return false; }}");
    document::eval(&script).join::<bool>().await.unwrap_or(false)
}
