//! Choosing a PIN for this device, or another one. First the passphrase, then the pad, twice.

use super::{Outcome, Present, PresentField, use_present};
use crate::session::{Pins, SessionError};
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
            Screen { back: "Back", gap: "gap-5",
                section { class: "stack gap-2", h1 { "A PIN for this device" } }
                WentWrong { told: SessionError::NoPinHere.told() }
            }
        };
    };
    let warned = rsx! {
        if let Some(warning) = warning { Notice { tone: Tone::Warning, "{warning}" } }
    };
    match at() {
        At::Done => rsx! {
            Screen { back: "Back", gap: "gap-5",
                action: rsx! { Button { kind: Kind::Main, label: "Go on", onclick: move |_| nav.back() } },
                section { class: "stack gap-2", h1 { "A PIN for this device" } }
                DoneLine { words: "The PIN opens the journal on this device." }
                Notice { glyph: Glyph::Eye, "A PIN is easily seen over a shoulder. Hold the screen close, and change the PIN if somebody may have watched." }
            }
        },
        At::Passphrase => rsx! {
            Screen { back: "Back", gap: "gap-5",
                action: rsx! { Button { kind: Kind::Main, label: "Next", disabled: present.waits(), onclick: move |_| next.call(()) } },
                section { class: "stack gap-2", h1 { "A PIN for this device" }
                    p { class: "lead", "Six digits or more. It opens the journal on this device only. The passphrase still opens it too." }
                }
                {warned}
                PresentField { present, show: true, onenter: move |()| next.call(()) }
                Outcome { present }
            }
        },
        At::Pad => rsx! { Pad { present, pin, at, onkeep: keep } },
    }
}

/// A component of its own: its main button is another one than that of the step before, under the same word.
#[component]
fn Pad(present: Present, pin: NewPin, at: Signal<At>, onkeep: Callback) -> Element {
    let mut at = at;
    rsx! {
        Screen { back: "Back", gap: "gap-4",
            on_back: move |()| {
                pin.clear();
                present.clear();
                at.set(At::Passphrase);
            },
            action: rsx! { Button { kind: Kind::Main, label: if present.works() { "Keeping it" } else { pin.label() }, onclick: move |_| onkeep.call(()) } },
            h1 { "A PIN for this device" }
            if present.works() { Working { words: "Keeping it. It takes a few seconds, which slows down anybody who guesses." } }
            NewPinPad { pin }
            p { class: "hint", "Six digits or more, not all the same and not counting up or down. Not your phone’s code or a birthday." }
        }
    }
}
