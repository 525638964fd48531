//! The list of the ways in.

use super::Change;
use super::touch::Touch;
use crate::domain::SecretClass;
use crate::session::{Pins, SecretLine, Told};
use crate::t;
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
        Screen { back: t!("ways-title.more"), gap: "gap-5",
            section { class: "stack gap-2", h1 { {t!("ways-title")} }
                p { class: "lead", {t!("ways-title.lead")} }
            }
            match found {
                None => rsx! { Working { words: t!("ways-title.reading") } },
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
    let hint = if spoilt { t!("ways-damaged").to_owned() } else { hint };
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
        Rows { icons: false, label: t!("ways-passphrase"),
            Head { glyph: Glyph::KeyRound, title: t!("ways-passphrase"), hint: t!("ways-passphrase.hint"),
                line: of(&lines, SecretClass::Passphrase) }
            Row { title: t!("ways-change"), hint: forgotten.then(|| t!("ways-change.row-hint").to_owned()),
                onclick: move |_| nav.go(Route::Way(Change::Passphrase { forgotten: false })) }
        }
    }
}

#[component]
fn Pin(lines: Vec<SecretLine>, pins: Pins) -> Element {
    let nav = use_context::<Nav>();
    let line = of(&lines, SecretClass::Pin);
    let (title, hint) = match (line, pins) {
        (Some(_), _) => (t!("ways-pin"), t!("ways-pin.hint")),
        (None, Pins::Here { .. }) => (t!("ways-no-pin"), t!("ways-no-pin.hint")),
        (None, Pins::NotHere) => (t!("ways-no-pin"), t!("ways-no-pin.not-here")),
    };
    let choose = if line.is_some() { t!("ways-pin.change") } else { t!("ways-pin.choose") };
    rsx! {
        Rows { icons: false, label: t!("ways-pin"),
            Head { glyph: Glyph::Smartphone, title, hint, line }
            if matches!(pins, Pins::Here { .. }) {
                Row { title: choose, onclick: move |_| nav.go(Route::Way(Change::Pin)) }
            }
            if let Some(SecretLine { place, class, .. }) = line {
                Row { title: t!("ways-pin.take"), onclick: move |_| nav.go(Route::Way(Change::TakeAway { place, class })) }
            }
        }
    }
}

#[component]
fn Words(lines: Vec<SecretLine>) -> Element {
    let nav = use_context::<Nav>();
    let line = of(&lines, SecretClass::Recovery);
    let (title, hint, make) = if line.is_some() {
        (t!("ways-words"), t!("ways-words.hint"), t!("ways-words.make"))
    } else {
        (t!("ways-no-words"), t!("ways-no-words.hint"), t!("ways-no-words.make"))
    };
    rsx! {
        if line.is_none() {
            Notice { tone: Tone::Warning, b { {t!("ways-no-words-warning")} }
                " "
                {t!("ways-no-words-warning.more")}
            }
        }
        Rows { icons: false, label: t!("ways-words"),
            Head { glyph: Glyph::FileText, title, hint, line }
            Row { title: make, hint: line.is_some().then(|| t!("ways-words.make-hint").to_owned()),
                onclick: move |_| nav.go(Route::SetUp { step: Step::Words, alone: true }),
            }
            if let Some(SecretLine { place, class, .. }) = line {
                Row { title: t!("ways-words.take"), onclick: move |_| nav.go(Route::Way(Change::TakeAway { place, class })) }
            }
        }
        Rows { label: t!("ways-known"),
            Row { glyph: Glyph::ShieldCheck, title: t!("ways-seal"), hint: t!("ways-seal.row-hint"),
                onclick: move |_| nav.go(Route::Way(Change::NewKey)) }
        }
    }
}
