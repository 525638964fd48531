//! Taking a way in away. It says what goes and what stays before it asks for the passphrase.

use super::{Outcome, PresentField, use_present};
use crate::domain::SecretClass;
use crate::ui::components::{Button, DoneLine, Kind, Notice, Tone, Working};
use crate::ui::given::Given;
use crate::ui::route::Nav;
use crate::ui::shell::Screen;
use dioxus::prelude::*;

#[component]
pub(super) fn TakeAway(place: usize, class: SecretClass) -> Element {
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let present = use_present();
    let mut done = use_signal(|| false);
    let (title, lead, after) = match class {
        SecretClass::Pin => (
            "Take the PIN away?",
            "The PIN stops working at once. The passphrase stays, and so do the recovery words. Nothing that you wrote is touched.",
            "The PIN opens nothing any more.",
        ),
        SecretClass::Recovery => (
            "Take the recovery words away?",
            "The words on paper stop working here at once. The passphrase stays. Nothing that you wrote is touched.",
            "The recovery words open nothing here any more.",
        ),
        // The finger or face has no place among these and is turned off elsewhere.
        SecretClass::Passphrase | SecretClass::Touch => (
            "The passphrase stays",
            "It can be changed, but not taken away: without it nothing might open the journal again.",
            "",
        ),
    };
    let last = matches!(class, SecretClass::Passphrase | SecretClass::Touch);
    let take = use_callback(move |()| {
        if !present.free() {
            return;
        }
        let Some(current) = present.ready() else { return };
        let asked = given.session.remove_secret(place, current);
        present.work(true);
        spawn(async move {
            let answer = asked.await;
            present.work(false);
            match answer {
                Ok(()) => {
                    present.clear();
                    done.set(true);
                }
                Err(error) => present.failed(&error),
            }
        });
    });
    if done() {
        return rsx! {
            Screen { back: "Back", gap: "gap-5",
                action: rsx! { Button { kind: Kind::Main, label: "Go on", onclick: move |_| nav.back() } },
                section { class: "stack gap-2", h1 { if class == SecretClass::Pin { "No PIN" } else { "No recovery words" } } }
                DoneLine { words: after }
                Notice { "Backups that were made before still open with what opened them then." }
            }
        };
    }
    let label = if present.works() { "Taking it away" } else { "Take it away" };
    rsx! {
        Screen { back: "Back", gap: "gap-5",
            action: (!last).then(|| rsx! { Button { kind: Kind::Main, label, disabled: present.waits(), onclick: move |_| take.call(()) } }),
            section { class: "stack gap-2", h1 { "{title}" } p { class: "lead", "{lead}" } }
            if class == SecretClass::Recovery {
                Notice { tone: Tone::Warning, "Without recovery words a forgotten passphrase cannot be got back, by anybody. If somebody may know the words, make new ones instead." }
            }
            if !last {
                PresentField { present, show: true, onenter: move |()| take.call(()) }
            }
            if present.works() { Working { words: "Taking it away." } }
            Outcome { present }
        }
    }
}
