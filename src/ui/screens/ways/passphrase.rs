//! A new passphrase in the place of the present one. Whoever came in with her recovery words needs no old one: she forgot it.

use super::{Outcome, PresentField, use_present};
use crate::domain::SecretClass;
use crate::session::SessionError;
use crate::ui::components::{Button, DoneLine, Kind, Notice, Twice, Working, use_new_secret};
use crate::ui::given::Given;
use crate::ui::route::Nav;
use crate::ui::shell::Screen;
use crate::ui::status::use_status;
use dioxus::prelude::*;

#[component]
pub(super) fn ChangePassphrase(forgotten: bool) -> Element {
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let status = use_status();
    let present = use_present();
    let secret = use_new_secret();
    let mut done = use_signal(|| false);
    let needless = use_memo(move || status().with == Some(SecretClass::Recovery));
    let change = use_callback(move |()| {
        if !present.free() && !needless() || present.works() {
            return;
        }
        let current = if needless() { Some(None) } else { present.ready().map(Some) };
        let new = secret.ready("Type a new passphrase here.");
        let (Some(current), Some(new)) = (current, new) else { return };
        let asked = given.session.change_passphrase(current, new);
        present.work(true);
        spawn(async move {
            let answer = asked.await;
            present.work(false);
            match answer {
                Ok(()) => {
                    present.clear();
                    secret.clear();
                    done.set(true);
                }
                Err(error @ (SessionError::WeakPassphrase | SessionError::SecretInUse)) => {
                    let told = error.told();
                    secret.refuse(format!("{} {} {}", told.happened, told.safe, told.to_do));
                }
                Err(error) => present.failed(&error),
            }
        });
    });
    if done() {
        return rsx! {
            Screen { back: "Back", gap: "gap-5",
                action: rsx! { Button { kind: Kind::Main, label: "Go on", onclick: move |_| nav.back() } },
                section { class: "stack gap-2", h1 { "Your passphrase" } }
                DoneLine { words: "The new passphrase opens the journal. The old one does not any more." }
                Notice { "Backups that were made before still open with the old passphrase. Packs that you gave away still open as they did." }
            }
        };
    }
    let lead = match (forgotten, needless()) {
        (true, _) => {
            "You came in with your recovery words. If you forgot the passphrase, choose another now. The old one is not needed."
        }
        (false, true) => "You came in with your recovery words, so the old passphrase is not needed.",
        (false, false) => "The new one opens the journal from then on, and the old one does not.",
    };
    let title = if forgotten { "Choose a new passphrase?" } else { "Change the passphrase" };
    let disabled = present.waits() && !needless();
    let later = forgotten.then(|| rsx! { Button { kind: Kind::Text, label: "Not now", onclick: move |_| nav.back() } });
    rsx! {
        Screen { back: "Back", gap: "gap-5", dock: later,
            action: rsx! { Button { kind: Kind::Main, disabled, label: if present.works() { "Changing it" } else { "Change it" }, onclick: move |_| change.call(()) } },
            section { class: "stack gap-2", h1 { "{title}" } p { class: "lead", "{lead}" } }
            if !needless() { PresentField { present, onenter: move |()| change.call(()) } }
            Twice { secret, id: "new-passphrase", label: "Your new passphrase",
                hint: "Four or five words that only you would put together. No names, dates or sayings that the person knows.",
                onenter: move |()| change.call(()),
            }
            if present.works() { Working { words: "Changing it. It takes a few seconds, which slows down anybody who guesses." } }
            Outcome { present }
        }
    }
}
