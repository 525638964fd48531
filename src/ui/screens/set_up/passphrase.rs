//! Step 3: the passphrase. With it the journal is made; everything before it needs nothing, everything after can wait.

use super::{Frame, Next, Step, is_open};
use crate::session::{SessionError, Told};
use crate::ui::components::{Button, DoneLine, Field, FieldKind, Kind, Rows, Switch, WentWrong, Working};
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
    let mut typed = use_signal(Zeroizing::<String>::default);
    let mut again = use_signal(Zeroizing::<String>::default);
    let mut shown = use_signal(|| false);
    let mut working = use_signal(|| false);
    let mut wrong = use_signal(|| None::<String>);
    let mut differs = use_signal(|| None::<String>);
    let mut told = use_signal(|| None::<Told>);

    let make = use_callback(move |()| {
        if working() {
            return;
        }
        wrong.set(None);
        differs.set(None);
        told.set(None);
        if typed.peek().trim().is_empty() {
            wrong.set(Some("Type a passphrase here.".to_owned()));
            return;
        }
        if !shown() && *typed.peek() != *again.peek() {
            differs.set(Some(
                "The two are not the same. Type the second again, or switch on “Show what I type”.".to_owned(),
            ));
            return;
        }
        // The session takes this copy over and wipes it.
        let asked = given.session.set_up(String::clone(&*typed.peek()));
        working.set(true);
        spawn(async move {
            let answer = asked.await;
            working.set(false);
            match answer {
                Ok(()) => {
                    typed.set(Zeroizing::default());
                    again.set(Zeroizing::default());
                    nav.go(Route::SetUp { step: Step::Words, alone: false });
                }
                Err(SessionError::WeakPassphrase) => {
                    let told = SessionError::WeakPassphrase.told();
                    wrong.set(Some(format!("{} {}", told.happened, told.to_do)));
                }
                Err(error) => told.set(Some(error.told())),
            }
        });
    });
    let entered = move |event: KeyboardEvent| {
        if event.key() == Key::Enter {
            make.call(());
        }
    };

    if is_open(status().vault) && !working() {
        return rsx! {
            Frame { step, alone: false, title: "A passphrase", action: rsx! { Next { step } },
                DoneLine { words: "Your journal is locked with your passphrase." }
            }
        };
    }
    let kind = if shown() { FieldKind::Line } else { FieldKind::Secret };
    rsx! {
        Frame { step, alone: false, title: "A passphrase",
            lead: "It locks what you write. Without it, or your recovery words, nobody can read the journal: not you, not us, not somebody who takes the phone.",
            action: rsx! { Button { kind: Kind::Main, label: if working() { "Making it" } else { "Make the journal" }, onclick: move |_| make.call(()) } },
            div { class: "stack gap-4", onkeydown: entered,
                Field { id: "passphrase", label: "Your passphrase", kind,
                    hint: "Four or five words that only you would put together. No names, dates or sayings that the person knows.",
                    wrong: wrong(),
                    oninput: move |text| typed.set(Zeroizing::new(text)),
                }
                if !shown() {
                    Field { id: "passphrase-again", label: "The same again", kind, wrong: differs(),
                        oninput: move |text| again.set(Zeroizing::new(text)),
                    }
                }
            }
            Rows { icons: false, Switch { title: "Show what I type", hint: "Then once is enough", on: shown(), onchange: move |on| {
                // The second field comes and goes, and comes back empty.
                again.set(Zeroizing::default());
                shown.set(on);
            } } }
            if working() { Working { words: "Making the journal. It takes about a second, which slows down anybody who guesses." } }
            if let Some(told) = told() { WentWrong { told } }
        }
    }
}
