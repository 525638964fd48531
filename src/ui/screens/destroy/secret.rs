//! What opens the journal, asked for before anything is destroyed: somebody who holds her open phone must not be able to.
//! The passphrase, a PIN or the recovery words, as on the lock, with the same wait after wrong tries.

use crate::domain::SecretClass;
use crate::session::{Proof, SessionError, Told, slip_in_words};
use crate::t;
use crate::ui::components::{
    Button, Field, FieldKind, Kind, PinPad, Rows, Switch, Typed, Wait, WentWrong, Working, focus,
};
use crate::ui::given::Given;
use crate::ui::status::use_status;
use crate::ui::wait::use_wait;
use dioxus::prelude::*;
use zeroize::Zeroizing;

/// What she proves it with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    Passphrase,
    Pin,
    Words,
}

impl By {
    const ALL: [Self; 3] = [Self::Passphrase, Self::Pin, Self::Words];

    fn class(self) -> SecretClass {
        match self {
            Self::Passphrase => SecretClass::Passphrase,
            Self::Pin => SecretClass::Pin,
            Self::Words => SecretClass::Recovery,
        }
    }

    /// What the way to it says.
    fn instead(self) -> &'static str {
        match self {
            Self::Passphrase => t!("destroy-secret-use.passphrase"),
            Self::Pin => t!("destroy-secret-use.pin"),
            Self::Words => t!("destroy-secret-use.words"),
        }
    }

    /// What is said when nothing was typed.
    fn nothing(self) -> &'static str {
        match self {
            Self::Passphrase => t!("destroy-secret-missing.passphrase"),
            Self::Pin => t!("destroy-secret-missing.pin"),
            Self::Words => t!("destroy-secret-missing.words"),
        }
    }

    /// Its place in the page.
    fn id(self) -> &'static str {
        match self {
            Self::Passphrase => "destroy-passphrase",
            Self::Pin => "destroy-pin",
            Self::Words => "destroy-words",
        }
    }
}

/// The secret as it is being typed, and what came of it. `Copy`, so closures can take it.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Secret {
    by: Signal<By>,
    typed: Typed,
    round: Signal<u32>,
    wrong: Signal<Option<String>>,
    told: Signal<Option<Told>>,
    working: Signal<bool>,
    wait: ReadSignal<u64>,
}

/// With nothing typed yet. Whoever came in with her recovery words has most likely forgotten the passphrase.
pub(super) fn use_secret() -> Secret {
    let status = use_status();
    let with_words = status.peek().with == Some(SecretClass::Recovery);
    Secret {
        by: use_signal(|| if with_words { By::Words } else { By::Passphrase }),
        typed: use_signal(Zeroizing::default),
        round: use_signal(|| 0),
        wrong: use_signal(|| None),
        told: use_signal(|| None),
        working: use_signal(|| false),
        wait: use_wait(),
    }
}

impl Secret {
    /// For the session, which wipes it; or `None`, and it is said beside the field what is missing, or how long to wait. From
    /// then on it is being worked on, until [`failed`](Self::failed) or [`clear`](Self::clear).
    pub fn ready(mut self) -> Option<Proof> {
        let by = *self.by.peek();
        if *self.working.peek() || by != By::Words && *self.wait.peek() > 0 {
            return None;
        }
        self.wrong.set(None);
        self.told.set(None);
        if self.typed.peek().trim().is_empty() {
            self.wrong.set(Some(by.nothing().to_owned()));
            focus(by.id());
            return None;
        }
        self.working.set(true);
        let typed = String::clone(&*self.typed.peek());
        Some(if by == By::Words { Proof::Words(typed) } else { Proof::Typed(typed) })
    }

    /// Whether the session is at it.
    pub fn works(self) -> bool {
        (self.working)()
    }

    /// Says what went wrong: beside the field if it was the secret, else in three sentences under it. A wait says itself.
    pub fn failed(mut self, error: &SessionError) {
        self.working.set(false);
        let by = *self.by.peek();
        let Told { happened, safe, to_do } = error.told();
        let why = match error {
            SessionError::NotDestroyed(why) => why.as_ref(),
            other => other,
        };
        match why {
            SessionError::WrongSecret | SessionError::PinNotHere if by != By::Words => {
                self.clear();
                self.wrong.set(Some(format!("{happened} {safe} {to_do}")));
                focus(by.id());
            }
            // Twenty-eight words are not typed again for one wrong one.
            SessionError::RecoveryWords(_) => {
                let slip = slip_in_words(&self.typed.peek()).map_or(happened, |slip| String::clone(&slip));
                self.wrong.set(Some(format!("{slip} {safe} {to_do}")));
                focus(by.id());
            }
            SessionError::WrongSecret => {
                self.wrong.set(Some(t!("destroy-secret-other-words", safe = safe)));
                focus(by.id());
            }
            SessionError::TooSoon { .. } => {}
            _ => self.told.set(Some(Told { happened, safe, to_do })),
        }
    }

    /// Forgets it, in the page too.
    pub fn clear(mut self) {
        self.working.set(false);
        self.typed.set(Zeroizing::default());
        self.round += 1;
    }

    fn turn_to(mut self, by: By) {
        self.clear();
        self.wrong.set(None);
        self.told.set(None);
        self.by.set(by);
    }
}

/// The field, the other ways to prove it, the wait after wrong tries, and what went wrong.
#[component]
pub(super) fn SecretField(secret: Secret) -> Element {
    let given = use_context::<Given>();
    let ways = use_resource(move || {
        let asked = given.session.secrets();
        async move { asked.await.ok() }
    });
    let mut shown = use_signal(|| false);
    let Secret { by, mut typed, round, wrong, told, wait, .. } = secret;
    let chosen = by();
    let seconds = if chosen == By::Words || secret.works() { 0 } else { wait() };
    // A PIN or words that were never made are not asked for.
    let others: Vec<By> = {
        let ways = ways.read();
        let has = |by: By| match ways.as_ref() {
            Some(Some(ways)) => ways.iter().any(|way| way.class == by.class()),
            _ => by == By::Passphrase,
        };
        By::ALL.into_iter().filter(|other| *other != chosen && has(*other)).collect()
    };
    rsx! {
        section { class: "stack gap-3", aria_labelledby: "h-secret",
            div { class: "stack gap-2",
                h2 { id: "h-secret", {t!("destroy-secret")} }
                p { class: "hint", {t!("destroy-secret.why")} }
            }
            match chosen {
                By::Words => rsx! {
                    for round in [round()] {
                        Field { key: "{round}", id: By::Words.id(), label: t!("destroy-secret-words"), kind: FieldKind::Area, wrong: wrong(),
                            hint: t!("destroy-secret-words.hint"),
                            oninput: move |text| typed.set(Zeroizing::new(text)),
                        }
                    }
                },
                By::Pin => rsx! { div { id: By::Pin.id(), tabindex: "-1", PinPad { label: t!("destroy-secret-pin"), typed, wrong: wrong() } } },
                By::Passphrase => rsx! {
                    for round in [round()] {
                        Field { key: "{round}", id: By::Passphrase.id(), label: t!("destroy-secret-passphrase"), wrong: wrong(),
                            kind: if shown() { FieldKind::Line } else { FieldKind::Secret },
                            oninput: move |text| typed.set(Zeroizing::new(text)),
                        }
                    }
                    Rows { icons: false, Switch { title: t!("word-show-typed"), on: shown(), onchange: move |on| shown.set(on) } }
                },
            }
            if !others.is_empty() {
                div { class: "stack",
                    for other in others {
                        Button { key: "{other:?}", kind: Kind::Text, label: other.instead(), onclick: move |_| secret.turn_to(other) }
                    }
                }
            }
            if seconds > 0 { Wait { seconds } }
            if secret.works() { Working { words: t!("destroy-secret.looking") } }
            if let Some(told) = told() { WentWrong { told } }
        }
    }
}
