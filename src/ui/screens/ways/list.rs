//! The list of the ways in.

use super::Change;
use super::touch::Touch;
use crate::domain::SecretClass;
use crate::session::{Pins, SecretLine, Told};
use crate::ui::components::{Glyph, Notice, Row, Rows, Tile, Tone, Working};
use crate::ui::given::Given;
use crate::ui::route::{Nav, Route};
use crate::ui::screens::more::Refused;
use crate::ui::screens::set_up::Step;
use crate::ui::shell::Screen;
use crate::ui::status::use_status;
use dioxus::prelude::*;

/// What opens this journal.
#[component]
pub fn Ways() -> Element {
    let given = use_context::<Given>();
    let status = use_status();
    let pins = given.session.pins();
    let session = given.session.clone();
    let list = use_resource(move || {
        // Anew with each change.
        let _ = status().revision;
        let (asked, touch) = (session.secrets(), session.touch_is_here());
        async move {
            let lines = asked.await.map_err(|error| error.told())?;
            Ok::<_, Told>((lines, touch.await.unwrap_or(false)))
        }
    });
    let found = list.read().clone();
    rsx! {
        Screen { back: "More", gap: "gap-5",
            section { class: "stack gap-2", h1 { "What opens this journal" }
                p { class: "lead", "Each of these opens it by itself. Nothing else does, and nobody can send you another." }
            }
            match found {
                None => rsx! { Working { words: "Reading the list." } },
                Some(Err(told)) => rsx! { Refused { told } },
                Some(Ok((lines, touch_here))) => rsx! {
                    Passphrase { lines: lines.clone(), forgotten: status().with == Some(SecretClass::Recovery) }
                    Pin { lines: lines.clone(), pins }
                    Touch { here: touch_here }
                    Words { lines }
                },
            }
        }
    }
}

fn of(lines: &[SecretLine], class: SecretClass) -> Option<SecretLine> {
    let mut all = lines.iter().filter(|line| line.class == class);
    all.clone().find(|line| line.intact).or_else(|| all.next()).copied()
}

/// One way: what it is for, and under it what can be done with it.
#[component]
fn Head(glyph: Glyph, title: String, hint: String, line: Option<SecretLine>) -> Element {
    let spoilt = line.is_some_and(|line| !line.intact);
    let hint = if spoilt { "It was damaged and opens nothing now. Make it anew.".to_owned() } else { hint };
    let tile = match line {
        Some(line) if line.intact => Tile::Accent,
        Some(_) => Tile::Amber,
        None => Tile::Plain,
    };
    rsx! { Row { glyph, tile, title, hint } }
}

#[component]
fn Passphrase(lines: Vec<SecretLine>, forgotten: bool) -> Element {
    let nav = use_context::<Nav>();
    rsx! {
        Rows { icons: false, label: "Passphrase",
            Head { glyph: Glyph::KeyRound, title: "Passphrase", hint: "What you type to open it. It always stays.",
                line: of(&lines, SecretClass::Passphrase) }
            Row { title: "Change the passphrase", hint: forgotten.then(|| "You do not need the old one now".to_owned()),
                onclick: move |_| nav.go(Route::Way(Change::Passphrase { forgotten: false })) }
        }
    }
}

#[component]
fn Pin(lines: Vec<SecretLine>, pins: Pins) -> Element {
    let nav = use_context::<Nav>();
    let line = of(&lines, SecretClass::Pin);
    let (title, hint) = match (line, pins) {
        (Some(_), _) => ("PIN", "Quicker to press. It opens it on this device only."),
        (None, Pins::Here { .. }) => ("No PIN", "A PIN is quicker to press. It would open it on this device only."),
        (None, Pins::NotHere) => {
            ("No PIN", "This device cannot protect one. The passphrase is the stronger of the two.")
        }
    };
    let choose = if line.is_some() { "Change the PIN" } else { "Choose a PIN" };
    rsx! {
        Rows { icons: false, label: "PIN",
            Head { glyph: Glyph::Smartphone, title, hint, line }
            if matches!(pins, Pins::Here { .. }) {
                Row { title: choose, onclick: move |_| nav.go(Route::Way(Change::Pin)) }
            }
            if let Some(SecretLine { place, class, .. }) = line {
                Row { title: "Take the PIN away", onclick: move |_| nav.go(Route::Way(Change::TakeAway { place, class })) }
            }
        }
    }
}

#[component]
fn Words(lines: Vec<SecretLine>) -> Element {
    let nav = use_context::<Nav>();
    let line = of(&lines, SecretClass::Recovery);
    let hint = if line.is_some() {
        "28 words on paper, for when the passphrase is forgotten. They never have to wait."
    } else {
        "28 words on paper would open it when the passphrase is forgotten."
    };
    rsx! {
        if line.is_none() {
            Notice { tone: Tone::Warning, b { "There are no recovery words. " } "A forgotten passphrase could not be got back, by anybody." }
        }
        Rows { icons: false, label: "Recovery words",
            Head { glyph: Glyph::FileText, title: if line.is_some() { "Recovery words" } else { "No recovery words" }, hint, line }
            Row { title: if line.is_some() { "Make new recovery words" } else { "Make recovery words" },
                hint: line.is_some().then(|| "The old ones stop working".to_owned()),
                onclick: move |_| nav.go(Route::SetUp { step: Step::Words, alone: true }),
            }
            if let Some(SecretLine { place, class, .. }) = line {
                Row { title: "Take the recovery words away", onclick: move |_| nav.go(Route::Way(Change::TakeAway { place, class })) }
            }
        }
        Rows { label: "If somebody knows",
            Row { glyph: Glyph::ShieldCheck, title: "Somebody may know my recovery words", hint: "Or an old passphrase. Seals everything anew",
                onclick: move |_| nav.go(Route::Way(Change::NewKey)) }
        }
    }
}
