//! The sheet that shows a number in very large digits when the phone did not open anything.

use super::calls::{Calls, Slip};
use crate::domain::ports::Would;
use crate::t;
use crate::ui::components::{Button, CopyButton, Glyph, Kind, Sheet};
use dioxus::prelude::*;

/// What happened, what to dial or type, and a button that copies it.
#[component]
pub fn PhoneSheet(slip: Slip) -> Element {
    let calls = use_context::<Calls>();
    let close = move |()| calls.close();
    match slip {
        Slip::CallStays(number) => {
            let dial = number.clone();
            rsx! {
                Sheet { title: t!("shell-call-stays"), onclose: close,
                    p { class: "lead", {t!("shell-call-stays.lead")} }
                    p { class: "hint", {t!("shell-stays-once")} }
                    Button { kind: Kind::Main, glyph: Glyph::Phone, label: t!("shell-call-stays.call", number = number),
                        onclick: move |_| calls.call(&dial),
                    }
                    Button { kind: Kind::Text, label: t!("word-not-now"), onclick: move |_| calls.close() }
                }
            }
        }
        Slip::TextStays(number, body) => {
            let to = number.clone();
            rsx! {
                Sheet { title: t!("shell-text-stays"), onclose: close,
                    p { class: "lead", {t!("shell-text-stays.lead")} }
                    p { class: "hint", {t!("shell-stays-once")} }
                    Button { kind: Kind::Main, glyph: Glyph::MessageSquareText, label: t!("shell-text-stays.text", number = number),
                        onclick: move |_| calls.text(&to, &body),
                    }
                    Button { kind: Kind::Text, label: t!("word-not-now"), onclick: move |_| calls.close() }
                }
            }
        }
        Slip::Instead(would) => {
            let (what, large) = words(&would);
            let title = match &would {
                Would::Dial(number) => t!("shell-instead-call", number = number.as_str()),
                Would::Text { number, .. } => t!("shell-instead-text", number = number.as_str()),
                Would::OpenPage(_) => t!("shell-instead-page").to_owned(),
                Would::Share => t!("shell-instead-share").to_owned(),
            };
            rsx! { Said { title, what, large } }
        }
        Slip::Failed(would) => {
            let (what, large) = words(&would);
            let title = match &would {
                Would::Dial(_) => t!("shell-failed-call"),
                Would::Text { .. } => t!("shell-failed-text"),
                Would::OpenPage(_) => t!("shell-failed-page"),
                Would::Share => t!("shell-failed-share"),
            };
            rsx! { Said { title, what, large } }
        }
    }
}

/// The line under the title, and what to show large.
fn words(would: &Would) -> (String, Option<String>) {
    match would {
        Would::Dial(number) => (t!("shell-you-press-call").to_owned(), Some(number.clone())),
        Would::Text { number, body } if body.is_empty() => (t!("shell-you-write").to_owned(), Some(number.clone())),
        Would::Text { number, body } => (t!("shell-you-send", words = body.as_str()), Some(number.clone())),
        Would::OpenPage(url) => {
            let bare = url.trim_start_matches("https://").trim_end_matches('/');
            (t!("shell-page-stays").to_owned(), Some(bare.to_owned()))
        }
        Would::Share => (String::new(), None),
    }
}

#[component]
fn Said(title: String, what: String, large: Option<String>) -> Element {
    let calls = use_context::<Calls>();
    rsx! {
        Sheet { title, onclose: move |()| calls.close(),
            if !what.is_empty() { p { class: "lead as-written", "{what}" } }
            if let Some(large) = large {
                p { class: if large.contains('.') { "big-number page" } else { "big-number" }, dir: "ltr", translate: "no", "{large}" }
                CopyButton { text: large.clone() }
            }
            Button { kind: Kind::Text, label: t!("word-close"), onclick: move |_| calls.close() }
        }
    }
}
