//! Unlocking: with the passphrase, with a PIN, or with the recovery words; with a finger or face where that is on. Whatever it
//! answers, it answers in words, and it never wipes anything. After too many wrong tries it counts down; the recovery words never wait, and 999 in the top bar
//! waits for none of this.

mod touch;

use crate::session::{Pins, SessionError, Told, VaultState, slip_in_words};
use crate::t;
use crate::ui::components::{
    Button, FailedTries, Field, FieldKind, Kind, Notice, PinPad, Rows, Switch, Tone, Wait, WentWrong, Working,
};
use crate::ui::given::Given;
use crate::ui::route::{Nav, Route};
use crate::ui::screens::set_up::is_open;
use crate::ui::screens::ways::Change;
use crate::ui::shell::Screen;
use crate::ui::status::use_status;
use crate::ui::wait::use_wait;
use dioxus::prelude::*;
use touch::TouchButton;
use zeroize::Zeroizing;

/// What she unlocks with. Whether a PIN was chosen is known only once it is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    Passphrase,
    Pin,
    Words,
}

impl By {
    const ALL: [Self; 3] = [Self::Passphrase, Self::Pin, Self::Words];

    /// What the way to it says.
    fn have(self) -> &'static str {
        match self {
            Self::Passphrase => t!("unlock-have-passphrase"),
            Self::Pin => t!("unlock-have-pin"),
            Self::Words => t!("unlock-have-words"),
        }
    }

    /// What is said when nothing was typed.
    fn nothing(self) -> &'static str {
        match self {
            Self::Passphrase => t!("unlock-no-passphrase"),
            Self::Pin => t!("unlock-no-pin"),
            Self::Words => t!("unlock-no-words"),
        }
    }
}

/// The screen under [`Route::Unlock`]. When the journal is open, it goes on to where she was going.
#[component]
pub fn Unlock() -> Element {
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let status = use_status();
    let wait = use_wait();
    let pin_here = matches!(given.session.pins(), Pins::Here { .. });
    let mut by = use_signal(|| By::Passphrase);
    let mut typed = use_signal(Zeroizing::<String>::default);
    let mut shown = use_signal(|| false);
    let mut tries = use_signal(|| 0_u32);
    let mut working = use_signal(|| false);
    let mut wrong = use_signal(|| None::<String>);
    let mut told = use_signal(|| None::<Told>);
    let mut damage = use_signal(Vec::<String>::new);
    let asking = use_signal(|| false);

    let unlock = use_callback(move |()| {
        let by_words = by() == By::Words;
        if working() || !by_words && wait() > 0 {
            return;
        }
        wrong.set(None);
        told.set(None);
        if typed.peek().trim().is_empty() {
            wrong.set(Some(by().nothing().to_owned()));
            return;
        }
        // The session takes this copy over and wipes it.
        let asked = if by_words {
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
                    if found.is_empty() { on(nav, by_words) } else { damage.set(found) }
                }
                // Twenty-eight words are not typed again for one wrong one.
                Err(error @ SessionError::RecoveryWords(_)) => {
                    let told = error.told();
                    let slip = slip_in_words(&typed.peek()).map_or(told.happened, |slip| String::clone(&slip));
                    wrong.set(Some(format!("{slip} {} {}", told.safe, told.to_do)));
                }
                Err(error) => {
                    let answer = error.told();
                    if !by_words {
                        // A new field, and an empty one.
                        tries += 1;
                    }
                    match error {
                        // The wait says itself, and counts.
                        SessionError::TooSoon { .. } => {}
                        SessionError::WrongSecret if by_words => told.set(Some(other_words())),
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
        if is_open(status().vault) && !working() && !asking() && damage.read().is_empty() {
            nav.unlocked();
        }
    });
    if !damage.read().is_empty() {
        return rsx! { Damaged { damage: damage(), read_only: status().vault == VaultState::ReadingOnly, by_words: by() == By::Words } };
    }
    if status().vault == VaultState::Nothing {
        return rsx! {
            Screen { back: t!("word-back"), gap: "gap-5",
                action: rsx! { Button { kind: Kind::Main, label: t!("unlock-nothing-there.set-up"), onclick: move |_| nav.go(Route::SET_UP) } },
                section { class: "stack gap-2", h1 { {t!("unlock-nothing-there")} }
                    p { class: "lead", {t!("unlock-nothing-there.lead")} }
                }
            }
        };
    }
    let label = if working() { t!("unlock-do.doing") } else { t!("unlock-do") };
    let seconds = if by() == By::Words || working() { 0 } else { wait() };
    let others = By::ALL.into_iter().filter(|other| *other != by() && (pin_here || *other != By::Pin));
    rsx! {
        Screen { back: t!("word-back"), gap: "gap-5",
            action: rsx! { Button { kind: Kind::Main, label, disabled: seconds > 0, onclick: move |_| unlock.call(()) } },
            section { class: "stack gap-2", h1 { {t!("unlock-title")} }
                FailedTries { failed: status().failed }
            }
            if status().vault == VaultState::Incomplete {
                Notice { tone: Tone::Warning, b { {t!("unlock-part-missing")} }
                    " "
                    {t!("unlock-part-missing.more")}
                }
            }
            if seconds > 0 { Wait { seconds } }
            match by() {
                By::Words => rsx! {
                    Field { id: "unlock-words", label: t!("unlock-words"), kind: FieldKind::Area, wrong: wrong(),
                        hint: t!("unlock-words.hint"),
                        oninput: move |text| typed.set(Zeroizing::new(text)),
                    }
                },
                By::Pin => rsx! { PinPad { label: t!("unlock-pin"), typed, wrong: wrong() } },
                By::Passphrase => rsx! {
                    div { onkeydown: move |event| if event.key() == Key::Enter { unlock.call(()) },
                        for round in [tries()] {
                            Field { key: "{round}", id: "unlock-passphrase", label: t!("unlock-passphrase"), wrong: wrong(),
                                kind: if shown() { FieldKind::Line } else { FieldKind::Secret },
                                oninput: move |text| typed.set(Zeroizing::new(text)),
                            }
                        }
                    }
                    Rows { icons: false, Switch { title: t!("word-show-typed"), on: shown(), onchange: move |on| shown.set(on) } }
                },
            }
            if working() { Working { words: t!("unlock-working") } }
            if let Some(told) = told() { WentWrong { told } }
            div { class: "stack",
                TouchButton { asking, told, damage }
                for other in others {
                    Button { key: "{other:?}", kind: Kind::Text, label: other.have(),
                        onclick: move |_| {
                            by.set(other);
                            typed.set(Zeroizing::default());
                            wrong.set(None);
                            told.set(None);
                        },
                    }
                }
            }
        }
    }
}

/// On to where she was going. Whoever came in with recovery words has most likely forgotten the passphrase, so a new one is
/// offered first.
fn on(nav: Nav, by_words: bool) {
    nav.unlocked();
    if by_words {
        nav.go(Route::Way(Change::Passphrase { forgotten: true }));
    }
}

/// All the words are right in themselves, and open nothing here.
fn other_words() -> Told {
    let told = SessionError::WrongSecret.told();
    Told { happened: t!("unlock-other-words").to_owned(), to_do: t!("unlock-other-words.to-do").to_owned(), ..told }
}

/// What was found damaged, said once, after it is open.
#[component]
fn Damaged(damage: Vec<String>, read_only: bool, by_words: bool) -> Element {
    let nav = use_context::<Nav>();
    let lead = if read_only { t!("unlock-damaged.read-only") } else { t!("unlock-damaged.lead") };
    rsx! {
        Screen { gap: "gap-5",
            action: rsx! { Button { kind: Kind::Main, label: t!("unlock-damaged.go-on"), onclick: move |_| on(nav, by_words) } },
            section { class: "stack gap-2", h1 { {t!("unlock-damaged")} } p { class: "lead", "{lead}" } }
            Notice { tone: Tone::Warning,
                for line in damage { span { key: "{line}", class: "as-line", "{line}" } }
            }
            p { class: "hint", {t!("unlock-damaged.hint")} }
        }
    }
}

#[cfg(test)]
mod tests;
