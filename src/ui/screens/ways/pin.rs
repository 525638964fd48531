//! Choosing a PIN for this device, or another one. First the passphrase, then the pad, twice.

use super::{Outcome, Present, PresentField, use_present};
use crate::session::{Pins, SessionError};
use crate::t;
use crate::ui::components::{
    Button, DoneLine, Glyph, Kind, NewPin, NewPinPad, Notice, Tone, WentWrong, Working, use_new_pin,
};
use crate::ui::given::Given;
use crate::ui::route::Nav;
use crate::ui::shell::Screen;
use dioxus::prelude::*;

/// How far she is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    Passphrase,
    Pad,
    Done,
}

#[component]
pub(super) fn ChoosePin() -> Element {
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let present = use_present();
    let pin = use_new_pin();
    let mut at = use_signal(|| At::Passphrase);
    let pins = given.session.pins();
    let next = use_callback(move |()| {
        if present.free() && present.ready().is_some() {
            at.set(At::Pad);
        }
    });
    let keep = use_callback(move |()| {
        if !present.free() {
            return;
        }
        let Some(chosen) = pin.next() else { return };
        let Some(current) = present.ready() else { return };
        let asked = given.session.add_pin(current, chosen);
        present.work(true);
        spawn(async move {
            let answer = asked.await;
            present.work(false);
            match answer {
                Ok(()) => {
                    present.clear();
                    pin.clear();
                    at.set(At::Done);
                }
                Err(error @ (SessionError::WeakPin | SessionError::SecretInUse)) => {
                    let told = error.told();
                    pin.refuse(format!("{} {} {}", told.happened, told.safe, told.to_do));
                }
                Err(error) => {
                    // The passphrase was wrong, or the device did not help: it is said where the passphrase stands.
                    pin.clear();
                    present.clear();
                    present.failed(&error);
                    at.set(At::Passphrase);
                }
            }
        });
    });
    let Pins::Here { warning } = pins else {
        return rsx! {
            Screen { back: t!("word-back"), gap: "gap-5",
                section { class: "stack gap-2", h1 { {t!("ways-choose-pin")} } }
                WentWrong { told: SessionError::NoPinHere.told() }
            }
        };
    };
    let warned = rsx! {
        if warning.is_some() { Notice { tone: Tone::Warning, {no_chip()} } }
    };
    match at() {
        At::Done => rsx! {
            Screen { back: t!("word-back"), gap: "gap-5",
                action: rsx! { Button { kind: Kind::Main, label: t!("ways-go-on"), onclick: move |_| nav.back() } },
                section { class: "stack gap-2", h1 { {t!("ways-choose-pin")} } }
                DoneLine { words: t!("ways-choose-pin.done") }
                Notice { glyph: Glyph::Eye, {t!("ways-choose-pin.seen")} }
            }
        },
        At::Passphrase => rsx! {
            Screen { back: t!("word-back"), gap: "gap-5",
                action: rsx! { Button { kind: Kind::Main, label: t!("ways-choose-pin.next"), disabled: present.waits(), onclick: move |_| next.call(()) } },
                section { class: "stack gap-2", h1 { {t!("ways-choose-pin")} }
                    p { class: "lead", {t!("ways-choose-pin.lead")} }
                }
                {warned}
                PresentField { present, show: true, onenter: move |()| next.call(()) }
                Outcome { present }
            }
        },
        At::Pad => rsx! { Pad { present, pin, at, onkeep: keep } },
    }
}

/// What has to be known where no chip keeps the PIN's secret.
fn no_chip() -> &'static str {
    if cfg!(feature = "mobile") { t!("ways-soft-pin.phone") } else { t!("ways-soft-pin") }
}

/// A component of its own: its main button is another one than that of the step before, under the same word.
#[component]
fn Pad(present: Present, pin: NewPin, at: Signal<At>, onkeep: Callback) -> Element {
    let mut at = at;
    rsx! {
        Screen { back: t!("word-back"), gap: "gap-4",
            on_back: move |()| {
                pin.clear();
                present.clear();
                at.set(At::Passphrase);
            },
            action: rsx! { Button { kind: Kind::Main, label: if present.works() { t!("ways-keep-pin") } else { pin.label() }, onclick: move |_| onkeep.call(()) } },
            h1 { {t!("ways-choose-pin")} }
            if present.works() { Working { words: t!("ways-keep-pin.working") } }
            NewPinPad { pin }
            p { class: "hint", {t!("ways-choose-pin.hint")} }
        }
    }
}
