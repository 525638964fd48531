//! The recovery words on a sheet of paper: in order, and as a QR code of the same words. Its title says nothing.

use super::words::{Held, Shown};
use super::{Frame, Step};
use crate::t;
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
    let go_on = if asked() { t!("set-up-sheet.printed") } else { t!("set-up-sheet.skip") };
    rsx! {
        Frame { step, alone, on_later, on_back, title: t!("set-up-sheet"),
            lead: t!("set-up-sheet.lead"),
            action: rsx! { Button { kind: Kind::Main, glyph: Glyph::Printer, label: t!("set-up-sheet.do"), onclick: print } },
            if failed() {
                Notice { tone: Tone::Warning, b { {t!("set-up-not-printed")} }
                    " "
                    {t!("set-up-not-printed.more")}
                }
            }
            Paper { words }
            Notice { glyph: Glyph::Eye, {t!("set-up-sheet.copies")} }
            Button { kind: Kind::Soft, label: go_on, onclick: move |_| onprinted.call(()) }
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
        section { class: "paper", aria_label: t!("set-up-sheet.label"),
            h2 { {t!("set-up-paper")} }
            p { {t!("set-up-paper.lead")} }
            Shown { words }
            if let Some(drawn) = drawn {
                div { class: "paper-code",
                    Qr { drawn, label: t!("set-up-paper.code-label") }
                    p { {t!("set-up-paper.code")} }
                }
            }
        }
    }
}
