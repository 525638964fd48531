//! Step 3: the passphrase. With it the journal is made; everything before it needs nothing, everything after can wait. On a
//! phone that keeps a secret of its own, a PIN is offered right after; on a computer the passphrase is enough.

use super::{Frame, Next, Step, is_open};
use crate::session::{Pins, SessionError, Told};
use crate::t;
use crate::ui::components::{
    Button, DoneLine, Kind, NewPinPad, Twice, WentWrong, Working, use_new_pin, use_new_secret,
};
use crate::ui::given::Given;
use crate::ui::route::{Nav, Route};
use crate::ui::status::use_status;
use dioxus::prelude::*;
use zeroize::Zeroizing;

#[component]
pub(super) fn NewPassphrase() -> Element {
    let step = Step::Passphrase;
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let status = use_status();
    let secret = use_new_secret();
    // The passphrase that was chosen, as long as a PIN is offered.
    let mut kept = use_signal(|| None::<Zeroizing<String>>);
    let mut working = use_signal(|| false);
    let mut told = use_signal(|| None::<Told>);
    let pin_here = given.session.pins() == Pins::Here { warning: None };

    let make = use_callback(move |()| {
        if working() {
            return;
        }
        told.set(None);
        let Some(chosen) = secret.ready(t!("set-up-passphrase.none")) else { return };
        let for_pin = pin_here.then(|| Zeroizing::new(chosen.clone()));
        let asked = given.session.set_up(chosen);
        working.set(true);
        spawn(async move {
            let answer = asked.await;
            match answer {
                Ok(()) => {
                    secret.clear();
                    if for_pin.is_some() {
                        kept.set(for_pin);
                    } else {
                        nav.go(Route::SetUp { step: Step::Words, alone: false });
                    }
                }
                Err(SessionError::WeakPassphrase) => {
                    let told = SessionError::WeakPassphrase.told();
                    secret.refuse(format!("{} {}", told.happened, told.to_do));
                }
                Err(error) => told.set(Some(error.told())),
            }
            working.set(false);
        });
    });

    if kept.read().is_some() {
        return rsx! { OfferPin { passphrase: kept } };
    }
    if is_open(status().vault) && !working() {
        return rsx! {
            Frame { step, alone: false, title: t!("set-up-passphrase"), action: rsx! { Next { step } },
                DoneLine { words: t!("set-up-passphrase.done") }
            }
        };
    }
    let label = if working() { t!("set-up-passphrase.doing") } else { t!("set-up-passphrase.do") };
    rsx! {
        Frame { step, alone: false, title: t!("set-up-passphrase"),
            lead: t!("set-up-passphrase.lead"),
            action: rsx! { Button { kind: Kind::Main, label, onclick: move |_| make.call(()) } },
            Twice { secret, id: "passphrase", label: t!("set-up-passphrase.label"),
                hint: t!("set-up-passphrase.hint"),
                onenter: move |()| make.call(()),
            }
            if working() { Working { words: t!("set-up-passphrase.working") } }
            if let Some(told) = told() { WentWrong { told } }
        }
    }
}

/// "A PIN as well?", once the journal is made. The passphrase opens it in any case.
#[component]
fn OfferPin(passphrase: Signal<Option<Zeroizing<String>>>) -> Element {
    let step = Step::Passphrase;
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let pin = use_new_pin();
    let mut working = use_signal(|| false);
    let mut told = use_signal(|| None::<Told>);
    let on = move || nav.go(Route::SetUp { step: Step::Words, alone: false });
    let keep = use_callback(move |()| {
        if working() {
            return;
        }
        told.set(None);
        let Some(chosen) = pin.next() else { return };
        let Some(current) = passphrase.peek().as_ref().map(|kept| String::clone(kept)) else { return };
        let asked = given.session.add_pin(current, chosen);
        working.set(true);
        spawn(async move {
            let answer = asked.await;
            working.set(false);
            match answer {
                Ok(()) => on(),
                Err(error @ (SessionError::WeakPin | SessionError::SecretInUse)) => {
                    let told = error.told();
                    pin.refuse(format!("{} {}", told.happened, told.to_do));
                }
                Err(error) => {
                    pin.clear();
                    told.set(Some(error.told()));
                }
            }
        });
    });
    rsx! {
        Frame { step, alone: false, title: t!("set-up-pin"), on_later: move |()| on(), later: t!("word-not-now"),
            lead: t!("set-up-pin.lead"),
            action: rsx! { Button { kind: Kind::Main, label: if working() { t!("ways-keep-pin") } else { pin.label() }, onclick: move |_| keep.call(()) } },
            if let Some(told) = told() { WentWrong { told } }
            if working() { Working { words: t!("ways-keep-pin.working") } }
            NewPinPad { pin }
        }
    }
}
