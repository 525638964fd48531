//! Unlocking: with the passphrase, or with the recovery words. Whatever it answers, it answers in words, and it never wipes
//! anything. 999 stands in the top bar as everywhere and waits for none of this.

use crate::session::{SessionError, Told, VaultState};
use crate::ui::components::{Button, Field, FieldKind, Kind, Notice, Rows, Switch, Tone, WentWrong, Working};
use crate::ui::given::Given;
use crate::ui::route::{Nav, Route};
use crate::ui::screens::set_up::is_open;
use crate::ui::shell::Screen;
use crate::ui::status::use_status;
use dioxus::prelude::*;
use zeroize::Zeroizing;

/// The screen under [`Route::Unlock`]. When the journal is open, it goes on to where she was going.
#[component]
pub fn Unlock() -> Element {
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let status = use_status();
    let mut by_words = use_signal(|| false);
    let mut typed = use_signal(Zeroizing::<String>::default);
    let mut shown = use_signal(|| false);
    let mut tries = use_signal(|| 0_u32);
    let mut working = use_signal(|| false);
    let mut wrong = use_signal(|| None::<String>);
    let mut told = use_signal(|| None::<Told>);
    let mut damage = use_signal(Vec::<String>::new);

    let unlock = use_callback(move |()| {
        if working() {
            return;
        }
        wrong.set(None);
        told.set(None);
        if typed.peek().trim().is_empty() {
            let what = if by_words() { "Type your recovery words here." } else { "Type your passphrase here." };
            wrong.set(Some(what.to_owned()));
            return;
        }
        // The session takes this copy over and wipes it.
        let asked = if by_words() {
            given.session.unlock_with_words(String::clone(&*typed.peek()))
        } else {
            given.session.unlock(std::mem::take(&mut **typed.write()))
        };
        working.set(true);
        spawn(async move {
            let answer = asked.await;
            working.set(false);
            match answer {
                Ok(found) => {
                    typed.set(Zeroizing::default());
                    if found.is_empty() { nav.unlocked() } else { damage.set(found) }
                }
                // Twenty-eight words are not typed again for one wrong one.
                Err(SessionError::RecoveryWords(what)) => {
                    let told = SessionError::RecoveryWords(what).told();
                    wrong.set(Some(format!("{}. {}", capital(&told.happened), told.to_do)));
                }
                Err(error) => {
                    let answer = error.told();
                    if !by_words() {
                        // A new field, and an empty one.
                        tries += 1;
                    }
                    match error {
                        SessionError::WrongSecret => {
                            wrong.set(Some(format!("{} {} {}", answer.happened, answer.safe, answer.to_do)));
                        }
                        _ => told.set(Some(answer)),
                    }
                }
            }
        });
    });

    // Another window may have opened it.
    use_effect(move || {
        if is_open(status().vault) && !working() && damage.read().is_empty() {
            nav.unlocked();
        }
    });
    if !damage.read().is_empty() {
        return rsx! { Damaged { damage: damage(), read_only: status().vault == VaultState::ReadingOnly } };
    }
    if status().vault == VaultState::Nothing {
        return rsx! {
            Screen { back: "Back", gap: "gap-5",
                action: rsx! { Button { kind: Kind::Main, label: "Set up", onclick: move |_| nav.go(Route::SET_UP) } },
                section { class: "stack gap-2", h1 { "There is no journal here yet" }
                    p { class: "lead", "Nothing is lost. Setting it up takes about two minutes." }
                }
            }
        };
    }
    let label = if working() { "Unlocking" } else { "Unlock" };
    rsx! {
        Screen { back: "Back", gap: "gap-5",
            action: rsx! { Button { kind: Kind::Main, label, onclick: move |_| unlock.call(()) } },
            section { class: "stack gap-2", h1 { "Your journal is locked" } }
            if status().vault == VaultState::Incomplete {
                Notice { tone: Tone::Warning, b { "A part of the journal is missing. " }
                    "What is there was not touched. If you moved it, put all of its folder back together. You can also try to open what is there."
                }
            }
            if by_words() {
                Field { id: "unlock-words", label: "Your recovery words", kind: FieldKind::Area, wrong: wrong(),
                    hint: "All 28, in order. Numbers, commas and capitals do not matter, and the first four letters of a word are enough.",
                    oninput: move |text| typed.set(Zeroizing::new(text)),
                }
            } else {
                div { onkeydown: move |event| if event.key() == Key::Enter { unlock.call(()) },
                    for round in [tries()] {
                        Field { key: "{round}", id: "unlock-passphrase", label: "Your passphrase", wrong: wrong(),
                            kind: if shown() { FieldKind::Line } else { FieldKind::Secret },
                            oninput: move |text| typed.set(Zeroizing::new(text)),
                        }
                    }
                }
                Rows { icons: false, Switch { title: "Show what I type", on: shown(), onchange: move |on| shown.set(on) } }
            }
            if working() { Working { words: "Unlocking. It takes about a second, which slows down anybody who guesses." } }
            if let Some(told) = told() { WentWrong { told } }
            Button { kind: Kind::Text,
                label: if by_words() { "I have my passphrase" } else { "I have my recovery words" },
                onclick: move |_| {
                    by_words.toggle();
                    typed.set(Zeroizing::default());
                    wrong.set(None);
                    told.set(None);
                },
            }
        }
    }
}

/// What was found damaged, said once, after it is open.
#[component]
fn Damaged(damage: Vec<String>, read_only: bool) -> Element {
    let nav = use_context::<Nav>();
    let lead = if read_only {
        "It is open as far as it can be read, and takes nothing new. The damaged file was kept and not changed."
    } else {
        "The rest is there and was not changed."
    };
    rsx! {
        Screen { gap: "gap-5",
            action: rsx! { Button { kind: Kind::Main, label: "Go on", onclick: move |_| nav.unlocked() } },
            section { class: "stack gap-2", h1 { "Part of the journal is damaged" } p { class: "lead", "{lead}" } }
            Notice { tone: Tone::Warning,
                for line in damage { span { key: "{line}", class: "as-line", "{line}" } }
            }
            p { class: "hint", "Make an evidence pack now of what can be read. “Check the journal”, under More, says which part it is." }
        }
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.trim_end_matches('.').chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests;
