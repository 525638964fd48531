//! The recovery words on a sheet of paper: in order, and as a QR code of the same words. Its title says nothing.

use super::words::{Held, Shown};
use super::{Frame, Step};
use crate::ui::components::{Button, Drawn, Glyph, Kind, Notice, Qr, Tone};
use dioxus::prelude::*;
use zeroize::Zeroizing;

/// The sheet as it will be printed, and the button that prints it.
#[component]
pub(super) fn ToPrint(
    step: Step,
    alone: bool,
    words: Held,
    on_later: EventHandler,
    on_back: EventHandler,
    onprinted: EventHandler,
) -> Element {
    let mut asked = use_signal(|| false);
    let mut failed = use_signal(|| false);
    let print = move |_: MouseEvent| async move {
        asked.set(true);
        // The page waits in it until the print window is closed; whether paper came out, nobody tells.
        failed.set(document::eval("window.print(); return true;").join::<bool>().await.is_err());
    };
    rsx! {
        Frame { step, alone, on_later, on_back, title: "A sheet to print",
            lead: "Keep it where the person does not come.",
            action: rsx! { Button { kind: Kind::Main, glyph: Glyph::Printer, label: "Print", onclick: print } },
            if failed() {
                Notice { tone: Tone::Warning, b { "It was not printed. " } "The words work all the same. Write them down with a pen." }
            }
            Paper { words }
            Notice { glyph: Glyph::Eye, "Some printers keep a copy, at work and in shops above all. Print it where the person cannot look, and wait beside it." }
            Button { kind: Kind::Soft, label: if asked() { "I have the sheet in my hand" } else { "Go on without printing" }, onclick: move |_| onprinted.call(()) }
        }
    }
}

/// The sheet itself: black on white in every theme, and the only thing that is printed.
#[component]
fn Paper(words: Held) -> Element {
    let drawn = use_hook(|| {
        // 8 letters at most and a space: the string never has to move.
        let mut text = Zeroizing::new(String::with_capacity(28 * 9));
        for word in words.words() {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(word);
        }
        Drawn::of(&text)
    });
    rsx! {
        section { class: "paper", aria_label: "The sheet",
            h2 { "Words to keep" }
            p { "28 words, in this order. Keep this sheet where nobody else comes." }
            Shown { words }
            if let Some(drawn) = drawn {
                div { class: "paper-code",
                    Qr { drawn, label: "The same 28 words as a QR code" }
                    p { "The same words. A camera that reads this square has them all." }
                }
            }
        }
    }
}
