//! While the journal is locked: the time can be saved without unlocking. Nobody reads it here again; it joins the journal at
//! the next unlock, as a mark by whoever held the phone.

use super::first_step::GetSafe;
use super::here::capital;
use crate::domain::{Place, When};
use crate::session::{MarkDraft, SessionError, Told};
use crate::t;
use crate::ui::components::{Button, Field, FieldKind, Glyph, Icon, Kind, Rows, Size, Switch, ToldNotice};
use crate::ui::given::Given;
use crate::ui::route::{Nav, Route};
use crate::ui::shell::Screen;
use crate::ui::wording;
use dioxus::prelude::*;
use std::time::Duration;

/// How often a refusal is felt, and how far apart: a saved mark is felt once.
const REFUSED: (u32, Duration) = (3, Duration::from_millis(200));

/// What is known of the place.
#[derive(Clone, PartialEq)]
enum Where {
    Off,
    Looking,
    Known(Place),
}

#[component]
pub(super) fn WhileLocked() -> Element {
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let mut place = use_signal(|| Where::Off);
    let mut words = use_signal(String::new);
    let mut told = use_signal(|| None::<Told>);
    let mut saving = use_signal(|| false);
    let mut saved = use_signal(|| None::<When>);
    let asking = given.clone();
    let locate = move |on: bool| {
        if !on {
            place.set(Where::Off);
            return;
        }
        place.set(Where::Looking);
        let asked = asking.locator.locate();
        spawn(async move {
            let answer = asked.await;
            // Switched off in the meantime: what came is not wanted.
            if *place.peek() == Where::Looking {
                place.set(Where::Known(match answer {
                    Ok(position) => Place { position: Some(position), ..Place::default() },
                    Err(why) => Place { no_position: Some(why), ..Place::default() },
                }));
            }
        });
    };
    let keeping = given.clone();
    let save = move |_: MouseEvent| {
        if saving() {
            return;
        }
        saving.set(true);
        told.set(None);
        // She does not wait for the place, and nothing may make her.
        let draft = MarkDraft {
            place: match &*place.peek() {
                Where::Known(place) => Some(place.clone()),
                Where::Off | Where::Looking => None,
            },
            text: Some(words.peek().clone()),
        };
        let (asked, phone) = (keeping.session.capture(draft), keeping.phone.clone());
        spawn(async move {
            let answer = asked.await;
            saving.set(false);
            match answer {
                Ok(taken) => {
                    saved.set(Some(taken.at));
                    words.set(String::new());
                    // A device that cannot be felt says it on the screen.
                    let _ = phone.vibrate();
                }
                Err(error) => {
                    told.set(Some(error.told()));
                    let again = matches!(error, SessionError::MarksFull | SessionError::NoMarks);
                    for _ in 0..if again { REFUSED.0 } else { 0 } {
                        let _ = phone.vibrate();
                        tokio::time::sleep(REFUSED.1).await;
                    }
                }
            }
        });
    };
    if let Some(at) = saved() {
        let hour = wording::hour(&at);
        return rsx! {
            Screen { close: true, pill: false,
                action: rsx! { Button { kind: Kind::Main, label: t!("record-done"), onclick: move |_| nav.back() } },
                GetSafe {}
                section { class: "stack gap-3", role: "status",
                    span { class: "round main", Icon { glyph: Glyph::Check, size: Size::Large } }
                    h1 { {t!("record-saved")} }
                    p { class: "lead num", {t!("record-locked-saved", hour = hour, day = wording::long_day(at.date()))} }
                    p { class: "hint", {t!("record-locked-saved.hint")} }
                }
                Button { kind: Kind::Soft, glyph: Glyph::Lock, label: t!("record-locked-saved.unlock"), onclick: move |_| nav.go(Route::Unlock) }
            }
        };
    }
    let (title, hint) = match &*place.read() {
        Where::Off => (t!("recording-place.add"), t!("recording-place.off").to_owned()),
        Where::Looking => (t!("recording-place.looking"), t!("recording-place.no-wait").to_owned()),
        Where::Known(place) => match (&place.position, place.no_position) {
            (Some(at), _) => {
                let near = wording::within(at).map(|near| capital(&near));
                (t!("recording-place"), near.unwrap_or_else(|| t!("recording-place.found").to_owned()))
            }
            (None, Some(why)) => {
                (t!("recording-place.none"), t!("recording-place-none.locked", why = wording::no_position(why)))
            }
            (None, None) => (t!("recording-place.none"), t!("recording-place.says-so").to_owned()),
        },
    };
    let is_on = *place.read() != Where::Off;
    rsx! {
        Screen { close: true, pill: false,
            action: rsx! { Button { kind: Kind::Main, label: if saving() { t!("record-saving") } else { t!("record-locked.save") }, onclick: save } },
            GetSafe {}
            section { class: "stack gap-3",
                h1 { {t!("record-title")} }
                p { class: "lead", {t!("record-locked")} }
            }
            if let Some(told) = told() { ToldNotice { told } }
            Button { kind: Kind::Soft, glyph: Glyph::Lock, label: t!("record-locked.unlock"), onclick: move |_| nav.go(Route::Unlock) }
            Rows { label: t!("record-locked.will-be-saved"),
                Switch { glyph: Glyph::MapPin, title, hint, on: is_on, onchange: locate }
            }
            Field { id: "mark-words", label: t!("record-locked-words"), kind: FieldKind::Line,
                hint: t!("record-locked-words.hint"),
                oninput: move |text| words.set(text),
            }
            p { class: "hint", {t!("record-locked.anybody")} }
        }
    }
}

#[cfg(test)]
#[path = "locked_tests.rs"]
mod tests;
