//! The pack is there: where, what is in it, and the fingerprint to tell. Nothing has been sent.

use super::copy::{SaveACopy, ZIP};
use super::counted;
use crate::domain::ports::Opened;
use crate::session::Made;
use crate::ui::components::{Button, Card, CopyButton, DoneLine, Fact, Facts, Glyph, Kind, Notice, Sheet, Tone};
use crate::ui::given::Given;
use crate::ui::route::{Nav, Tab};
use crate::ui::shell::Screen;
use dioxus::prelude::*;
use std::path::PathBuf;

#[component]
pub(super) fn Handover(made: Made, place: PathBuf) -> Element {
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let mut shared = use_signal(|| None::<bool>);
    let is_file = place.extension().is_some_and(|end| end == "zip");
    let where_to = place.display().to_string();
    let to_copy = place.clone();
    let share = move |_: MouseEvent| {
        shared.set(match given.phone.share_file(&place, ZIP) {
            Ok(Opened::ShownInstead(_)) => Some(true),
            Ok(_) => None,
            Err(_) => Some(false),
        });
    };
    let sheet = shared().map(|instead| {
        let title = if instead { "On a phone this opens the share sheet" } else { "The share sheet did not open" };
        rsx! {
            Sheet { title, onclose: move |()| shared.set(None),
                p { class: "lead", "You choose who gets it, and you press send. From here, take the file by hand:" }
                p { class: "fingerprint", "{where_to}" }
                Button { kind: Kind::Text, label: "Close", onclick: move |_| shared.set(None) }
            }
        }
    });
    let fingerprint = made.fingerprint.clone();
    rsx! {
        Screen { gap: "gap-5", sheet,
            action: rsx! { Button { kind: Kind::Main, label: "To the journal", onclick: move |_| nav.tab(Tab::Journal) } },
            section { class: "stack gap-2", h1 { "The pack is made" } p { class: "lead", "Nothing has been sent." } }
            DoneLine { words: "It was written whole, and signed." }
            Facts {
                Fact { name: "In it", value: counted(made.entries as usize, "entry", "entries"), hint: counted(made.files as usize, "file", "files") }
                if made.selected { Fact { name: "It says", value: "Selected by the writer" } }
                Fact { name: "It is here", value: where_to.clone() }
            }
            if made.lost > 0 {
                Notice { tone: Tone::Warning,
                    b { {counted(made.lost as usize, "file could not be put in. ", "files could not be put in. ")} }
                    "The journal has lost it, or it is damaged. The pack names it, with its check code. Run the check to see which."
                }
            }
            if is_file {
                Button { kind: Kind::Soft, glyph: Glyph::Share2, label: "Share it", onclick: share }
                SaveACopy { place: to_copy }
            }
            Card { label: "Fingerprint", class: "stack gap-3",
                h2 { "Tell the officer this fingerprint" }
                p { class: "hint", "In person or by phone. With it they can check that the pack is yours and that nothing in it was changed." }
                p { class: "fingerprint", "{fingerprint}" }
                CopyButton { text: fingerprint.clone() }
            }
            Notice { tone: Tone::Warning, glyph: Glyph::Eye, b { "This copy is not locked by the journal. " } "When it is handed over, remove it from where the person may look." }
        }
    }
}
