//! Copying to the clipboard, and saying whether it is there.

use super::{Button, Glyph, Kind};
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

/// Puts text on the clipboard, and says whether it is there.
async fn copy(text: &str) -> bool {
    let Ok(text) = serde_json::to_string(text) else { return false };
    let script =
        format!("try {{ await navigator.clipboard.writeText({text}); return true; }} catch {{ return false; }}");
    document::eval(&script).join::<bool>().await.unwrap_or(false)
}
