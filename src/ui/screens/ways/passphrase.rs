//! A new passphrase in the place of the present one. Whoever came in with her recovery words needs no old one: she forgot it.

use super::{Outcome, PresentField, use_present};
use crate::domain::SecretClass;
use crate::session::SessionError;
use crate::t;
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
        let new = secret.ready(t!("ways-change.none"));
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
            Screen { back: t!("word-back"), gap: "gap-5",
                action: rsx! { Button { kind: Kind::Main, label: t!("ways-go-on"), onclick: move |_| nav.back() } },
                section { class: "stack gap-2", h1 { {t!("ways-changed")} } }
                DoneLine { words: t!("ways-changed.done") }
                Notice { {t!("ways-changed.old")} }
            }
        };
    }
    let lead = match (forgotten, needless()) {
        (true, _) => t!("ways-change-forgotten.lead"),
        (false, true) => t!("ways-change.lead-by-words"),
        (false, false) => t!("ways-change.lead"),
    };
    let title = if forgotten { t!("ways-change-forgotten") } else { t!("ways-change") };
    let label = if present.works() { t!("ways-change.doing") } else { t!("ways-change.do") };
    let disabled = present.waits() && !needless();
    let later = forgotten
        .then(|| rsx! { Button { kind: Kind::Text, label: t!("word-not-now"), onclick: move |_| nav.back() } });
    rsx! {
        Screen { back: t!("word-back"), gap: "gap-5", dock: later,
            action: rsx! { Button { kind: Kind::Main, disabled, label, onclick: move |_| change.call(()) } },
            section { class: "stack gap-2", h1 { "{title}" } p { class: "lead", "{lead}" } }
            if !needless() { PresentField { present, onenter: move |()| change.call(()) } }
            Twice { secret, id: "new-passphrase", label: t!("ways-change.label"),
                hint: t!("set-up-passphrase.hint"),
                onenter: move |()| change.call(()),
            }
            if present.works() { Working { words: t!("ways-change.working") } }
            Outcome { present }
        }
    }
}
