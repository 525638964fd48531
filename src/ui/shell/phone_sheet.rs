//! The sheet that shows a number in very large digits when the phone did not open anything.

use super::calls::{Calls, Slip};
use crate::domain::ports::Would;
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
                Sheet { title: "A call stays in your call list", onclose: close,
                    p { class: "lead", "It can also show on the bill, and on other devices that share your account. A friend’s phone may be safer." }
                    p { class: "hint", "This is said once. It never stands before 999." }
                    Button { kind: Kind::Main, glyph: Glyph::Phone, label: "Call {number}", onclick: move |_| calls.call(&dial) }
                    Button { kind: Kind::Text, label: "Not now", onclick: move |_| calls.close() }
                }
            }
        }
        Slip::TextStays(number, body) => {
            let to = number.clone();
            rsx! {
                Sheet { title: "A text stays in your messages", onclose: close,
                    p { class: "lead", "So does the answer. Both can also show on other devices that share your account. A friend’s phone may be safer." }
                    p { class: "hint", "This is said once. It never stands before 999." }
                    Button { kind: Kind::Main, glyph: Glyph::MessageSquareText, label: "Text {number}", onclick: move |_| calls.text(&to, &body) }
                    Button { kind: Kind::Text, label: "Not now", onclick: move |_| calls.close() }
                }
            }
        }
        Slip::Instead(would) => {
            let (what, large) = words(&would);
            let title = match &would {
                Would::Dial(number) => format!("On a phone this opens the dialer with {number} in it"),
                Would::Text { number, .. } => format!("On a phone this opens a message to {number}"),
                Would::OpenPage(_) => "On a phone this opens the browser".to_owned(),
                Would::Share => "On a phone this opens the share sheet".to_owned(),
            };
            rsx! { Said { title, what, large } }
        }
        Slip::Failed(would) => {
            let (what, large) = words(&would);
            let title = match &would {
                Would::Dial(_) => "The dialer did not open. Dial this yourself",
                Would::Text { .. } => "The messages did not open. Text this number",
                Would::OpenPage(_) => "The browser did not open. Type this address",
                Would::Share => "Nothing could be shared from here",
            };
            rsx! { Said { title, what, large } }
        }
    }
}

/// The line under the title, and what to show large.
fn words(would: &Would) -> (String, Option<String>) {
    match would {
        Would::Dial(number) => ("You press call.".to_owned(), Some(number.clone())),
        Would::Text { number, body } if body.is_empty() => {
            ("You write the words, and you press send.".to_owned(), Some(number.clone()))
        }
        Would::Text { number, body } => (format!("With these words:\n{body}\nYou press send."), Some(number.clone())),
        Would::OpenPage(url) => {
            let bare = url.trim_start_matches("https://").trim_end_matches('/');
            ("A page stays in the browser’s history.".to_owned(), Some(bare.to_owned()))
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
                p { class: if large.contains('.') { "big-number page" } else { "big-number" }, "{large}" }
                CopyButton { text: large.clone() }
            }
            Button { kind: Kind::Text, label: "Close", onclick: move |_| calls.close() }
        }
    }
}
