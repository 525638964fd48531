//! The pack is there: where, what is in it, and the fingerprint to tell. Nothing has been sent.

use super::copy::{SaveACopy, ZIP};
use crate::domain::ports::Opened;
use crate::session::Made;
use crate::t;
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
        let title = if instead { t!("pack-share") } else { t!("pack-share.failed") };
        rsx! {
            Sheet { title, onclose: move |()| shared.set(None),
                p { class: "lead", {t!("pack-share.by-hand")} }
                p { class: "fingerprint", dir: "ltr", translate: "no", "{where_to}" }
                Button { kind: Kind::Text, label: t!("word-close"), onclick: move |_| shared.set(None) }
            }
        }
    });
    let fingerprint = made.fingerprint.clone();
    rsx! {
        Screen { gap: "gap-5", sheet,
            action: rsx! { Button { kind: Kind::Main, label: t!("pack-title.to-journal"), onclick: move |_| nav.tab(Tab::Journal) } },
            section { class: "stack gap-2", h1 { {t!("pack-made")} } p { class: "lead", {t!("pack-made.lead")} } }
            DoneLine { words: t!("pack-made.done") }
            Facts {
                Fact { name: t!("pack-made-in-it"), value: t!("count-entries", n = made.entries), hint: t!("pack-files", n = made.files) }
                if made.selected { Fact { name: t!("pack-made-says"), value: t!("pack-made-says.selected") } }
                Fact { name: t!("pack-made-here"), value: where_to.clone(), as_it_is: true }
            }
            if made.lost > 0 {
                Notice { tone: Tone::Warning,
                    b { {t!("pack-lost", n = made.lost)} }
                    " "
                    {t!("pack-lost.more")}
                }
            }
            if is_file {
                Button { kind: Kind::Soft, glyph: Glyph::Share2, label: t!("pack-made.share"), onclick: share }
                SaveACopy { place: to_copy }
            }
            Card { label: t!("pack-fingerprint"), class: "stack gap-3",
                h2 { {t!("pack-fingerprint.tell")} }
                p { class: "hint", {t!("pack-fingerprint.hint")} }
                p { class: "fingerprint", dir: "ltr", translate: "no", "{fingerprint}" }
                CopyButton { text: fingerprint.clone() }
            }
            Notice { tone: Tone::Warning, glyph: Glyph::Eye, b { {t!("pack-open")} }
                " "
                {t!("pack-open.more")}
            }
        }
    }
}
