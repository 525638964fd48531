//! A finger or face in the place of typing. It says first what that means, and asks for the passphrase; turning it off is one tap and
//! asks for nothing, since it only takes a way in away.

use super::{Change, Outcome, PresentField, use_present};
use crate::domain::ports::TouchWords;
use crate::session::Told;
use crate::t;
use crate::ui::components::{Button, DoneLine, Glyph, Kind, Notice, Row, Rows, Tile, Tone, WentWrong, Working};
use crate::ui::given::Given;
use crate::ui::route::{Nav, Route};
use crate::ui::screens::set_up::{Points, lines};
use crate::ui::shell::Screen;
use crate::ui::status::use_status;
use dioxus::prelude::*;

/// What the system's own question says: nothing that tells what is opened.
pub(in crate::ui::screens) fn question() -> TouchWords {
    TouchWords { title: t!("touch-question").to_owned(), cancel: t!("touch-question.cancel").to_owned() }
}

/// What can be done about it, in the list of what opens the journal. Nothing where there is no such hardware and it is not on.
#[component]
pub(super) fn Touch(
    /// Whether the device recognises a finger or face now.
    here: bool,
) -> Element {
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let status = use_status();
    let session = given.session.clone();
    let on = use_memo(move || {
        // Anew with each change.
        let _ = status().revision;
        session.touch_is_on()
    });
    let mut told = use_signal(|| None::<Told>);
    let off = move |_| {
        let asked = given.session.turn_touch_off();
        spawn(async move { told.set(asked.await.err().map(|error| error.told())) });
    };
    if !on() && !here {
        return rsx! {};
    }
    let (title, hint, tile) = if on() {
        (t!("touch-on"), t!("touch-on.hint"), Tile::Accent)
    } else {
        (t!("touch-off"), t!("touch-off.hint"), Tile::Plain)
    };
    rsx! {
        Rows { icons: false, label: t!("touch-title"),
            Row { glyph: Glyph::User, tile, title, hint }
            if here {
                Row { title: if on() { t!("touch-turn-on.again") } else { t!("touch-turn-on") },
                    hint: on().then(|| t!("touch-turn-on.again-hint").to_owned()),
                    onclick: move |_| nav.go(Route::Way(Change::Touch)) }
            }
            if on() {
                Row { title: t!("touch-turn-off"), hint: t!("touch-turn-off.hint"), onclick: off }
            }
        }
        if let Some(told) = told() { WentWrong { told } }
    }
}

/// Turning it on: what it means, the passphrase, then the phone's own question.
#[component]
pub(super) fn TurnOn() -> Element {
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let present = use_present();
    let mut done = use_signal(|| false);
    let turn_on = use_callback(move |()| {
        if !present.free() {
            return;
        }
        let Some(current) = present.ready() else { return };
        let session = given.session.clone();
        present.work(true);
        spawn(async move {
            let answer = session.turn_touch_on(current, question()).await;
            present.work(false);
            present.clear();
            match answer {
                Ok(()) => done.set(true),
                Err(error) => present.failed(&error),
            }
        });
    });
    if done() {
        return rsx! {
            Screen { back: t!("word-back"), gap: "gap-5",
                action: rsx! { Button { kind: Kind::Main, label: t!("touch-done.go-on"), onclick: move |_| nav.back() } },
                section { class: "stack gap-2", h1 { {t!("touch-title")} } }
                DoneLine { words: t!("touch-done") }
                Notice { {t!("touch-done.more")} }
            }
        };
    }
    let label = if present.works() { t!("touch-turn-on.doing") } else { t!("touch-turn-on") };
    rsx! {
        Screen { back: t!("word-back"), gap: "gap-5",
            action: rsx! { Button { kind: Kind::Main, label, disabled: present.waits(), onclick: move |_| turn_on.call(()) } },
            section { class: "stack gap-2", h1 { {t!("touch-title")} } p { class: "lead", {t!("touch-title.lead")} } }
            Points { title: t!("touch-before"), glyph: Glyph::Minus, points: lines(&[
                t!("touch-before.everyone"),
                t!("touch-before.forced"),
                t!("touch-before.second"),
                t!("touch-before.ends"),
            ]) }
            Notice { tone: Tone::Warning, {t!("touch-before.leave-off")} }
            PresentField { present, show: true, onenter: move |()| turn_on.call(()) }
            if present.works() { Working { words: t!("touch-turning-on") } }
            Outcome { present }
        }
    }
}

#[cfg(test)]
#[path = "touch_tests.rs"]
mod tests;
