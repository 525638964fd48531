//! Taking a way in away. It says what goes and what stays before it asks for the passphrase.

use super::{Outcome, PresentField, use_present};
use crate::domain::SecretClass;
use crate::t;
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
        SecretClass::Pin => (t!("ways-take-pin"), t!("ways-take-pin.lead"), t!("ways-take-pin.done")),
        SecretClass::Recovery => (t!("ways-take-words"), t!("ways-take-words.lead"), t!("ways-take-words.done")),
        // The finger or face has no place among these and is turned off elsewhere.
        SecretClass::Passphrase | SecretClass::Touch => {
            (t!("ways-take-passphrase"), t!("ways-take-passphrase.lead"), "")
        }
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
            Screen { back: t!("word-back"), gap: "gap-5",
                action: rsx! { Button { kind: Kind::Main, label: t!("ways-go-on"), onclick: move |_| nav.back() } },
                section { class: "stack gap-2", h1 { if class == SecretClass::Pin { {t!("ways-no-pin")} } else { {t!("ways-no-words")} } } }
                DoneLine { words: after }
                Notice { {t!("ways-take.backups")} }
            }
        };
    }
    let label = if present.works() { t!("ways-take.doing") } else { t!("ways-take") };
    rsx! {
        Screen { back: t!("word-back"), gap: "gap-5",
            action: (!last).then(|| rsx! { Button { kind: Kind::Main, label, disabled: present.waits(), onclick: move |_| take.call(()) } }),
            section { class: "stack gap-2", h1 { "{title}" } p { class: "lead", "{lead}" } }
            if class == SecretClass::Recovery {
                Notice { tone: Tone::Warning, {t!("ways-take-words.warning")} }
            }
            if !last {
                PresentField { present, show: true, onenter: move |()| take.call(()) }
            }
            if present.works() { Working { words: t!("ways-take.working") } }
            Outcome { present }
        }
    }
}
