//! While the journal is locked: the time can be saved without unlocking. Nobody reads it here again; it joins the journal at
//! the next unlock, as a mark by whoever held the phone.

use super::first_step::GetSafe;
use crate::domain::{Place, When};
use crate::session::{MarkDraft, SessionError, Told};
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
                action: rsx! { Button { kind: Kind::Main, label: "Done", onclick: move |_| nav.back() } },
                GetSafe {}
                section { class: "stack gap-3", role: "status",
                    span { class: "round main", Icon { glyph: Glyph::Check, size: Size::Large } }
                    h1 { "Saved" }
                    p { class: "lead num", "{hour}, {wording::long_day(at.date())}" }
                    p { class: "hint", "Nobody can read it here. When you unlock your journal, it asks you whether this was you. Until then it does not count." }
                }
                Button { kind: Kind::Soft, glyph: Glyph::Lock, label: "Unlock and write more", onclick: move |_| nav.go(Route::Unlock) }
            }
        };
    }
    let (title, hint) = match &*place.read() {
        Where::Off => ("Add where you are", "Off. The phone may ask you first.".to_owned()),
        Where::Looking => ("Looking for where you are", "You can save without waiting.".to_owned()),
        Where::Known(place) => match (&place.position, place.no_position) {
            (Some(at), _) => {
                ("Where you are", wording::within(at).map_or_else(|| "Found".to_owned(), |near| capital(&near)))
            }
            (None, Some(why)) => ("No place", format!("{} It will say so.", wording::no_position(why))),
            (None, None) => ("No place", "It will say so.".to_owned()),
        },
    };
    let is_on = *place.read() != Where::Off;
    rsx! {
        Screen { close: true, pill: false,
            action: rsx! { Button { kind: Kind::Main, label: if saving() { "Saving" } else { "Save the time now" }, onclick: save } },
            GetSafe {}
            section { class: "stack gap-3",
                h1 { "Record what happened" }
                p { class: "lead", "Your journal is locked. You can save the time without unlocking it, or unlock it to write." }
            }
            if let Some(told) = told() { ToldNotice { told } }
            Button { kind: Kind::Soft, glyph: Glyph::Lock, label: "Unlock to write", onclick: move |_| nav.go(Route::Unlock) }
            Rows { label: "What will be saved with the time",
                Switch { glyph: Glyph::MapPin, title, hint, on: is_on, onchange: locate }
            }
            Field { id: "mark-words", label: "A few words, if you want", kind: FieldKind::Line,
                hint: "You cannot read or change them here again.",
                oninput: move |text| words.set(text),
            }
            p { class: "hint", "Anybody who holds the phone can do this. So it does not count, and goes into no pack, until you unlock and say that it was you." }
        }
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
#[path = "locked_tests.rs"]
mod tests;
