//! The present passphrase, asked for before anything that gives somebody a way in; and what came of it.

use crate::session::{SessionError, Told};
use crate::t;
use crate::ui::components::{Field, FieldKind, Rows, Switch, Typed, Wait, WentWrong};
use crate::ui::wait::use_wait;
use dioxus::prelude::*;
use zeroize::Zeroizing;

/// The passphrase as it is being typed, and the work that it was typed for. `Copy`, so closures can take it.
#[derive(Clone, Copy, PartialEq)]
pub(in crate::ui::screens) struct Present {
    typed: Typed,
    round: Signal<u32>,
    wrong: Signal<Option<String>>,
    told: Signal<Option<Told>>,
    working: Signal<bool>,
    wait: ReadSignal<u64>,
}

/// With nothing typed yet.
pub(in crate::ui::screens) fn use_present() -> Present {
    Present {
        typed: use_signal(Zeroizing::default),
        round: use_signal(|| 0),
        wrong: use_signal(|| None),
        told: use_signal(|| None),
        working: use_signal(|| false),
        wait: use_wait(),
    }
}

impl Present {
    /// A copy for the session, which wipes it; or `None`, and it says beside the field that one is needed.
    pub fn ready(mut self) -> Option<String> {
        self.wrong.set(None);
        self.told.set(None);
        if self.typed.peek().is_empty() {
            self.wrong.set(Some(t!("ways-present.none").to_owned()));
            return None;
        }
        Some(String::clone(&*self.typed.peek()))
    }

    /// Whether a try may be made: nothing is being worked out, and no wait lasts.
    pub fn free(self) -> bool {
        !*self.working.peek() && *self.wait.peek() == 0
    }

    /// Whether a wait lasts, for the main button.
    pub fn waits(self) -> bool {
        (self.wait)() > 0
    }

    /// Whether the session is at it.
    pub fn works(self) -> bool {
        (self.working)()
    }

    /// The session is at it, or not any more.
    pub fn work(mut self, on: bool) {
        self.working.set(on);
    }

    /// Says what went wrong: beside the field if it was the passphrase, else in three sentences. A wait says itself.
    pub fn failed(mut self, error: &SessionError) {
        let told = error.told();
        match error {
            SessionError::WrongSecret | SessionError::NeedPassphrase | SessionError::PinNotHere => {
                self.clear();
                let happened = match error {
                    SessionError::WrongSecret => t!("ways-present.wrong").to_owned(),
                    _ => told.happened,
                };
                self.wrong.set(Some(format!("{happened} {} {}", t!("ways-present.unchanged"), told.to_do)));
            }
            SessionError::TooSoon { .. } => {}
            _ => self.told.set(Some(told)),
        }
    }

    /// Forgets it, in the page too.
    pub fn clear(mut self) {
        self.typed.set(Zeroizing::default());
        self.round += 1;
    }
}

/// The field, the wait after wrong tries, and what went wrong.
#[component]
pub(in crate::ui::screens) fn PresentField(
    present: Present,
    /// With a switch of its own that shows it.
    #[props(default)]
    show: bool,
    /// The Enter key.
    onenter: EventHandler,
) -> Element {
    let mut shown = use_signal(|| false);
    let Present { mut typed, round, wrong, .. } = present;
    rsx! {
        div { onkeydown: move |event| if event.key() == Key::Enter { onenter.call(()) },
            for round in [round()] {
                Field { key: "{round}", id: "present-passphrase", label: t!("ways-present"), wrong: wrong(),
                    kind: if shown() { FieldKind::Line } else { FieldKind::Secret },
                    oninput: move |text| typed.set(Zeroizing::new(text)),
                }
            }
        }
        if show {
            Rows { icons: false, Switch { title: t!("word-show-typed"), on: shown(), onchange: move |on| shown.set(on) } }
        }
    }
}

/// How long to wait, and what went wrong. It stands at the end of the screen.
#[component]
pub(in crate::ui::screens) fn Outcome(present: Present) -> Element {
    let seconds = (present.wait)();
    let told = (present.told)();
    rsx! {
        if seconds > 0 { Wait { seconds } }
        if let Some(told) = told { WentWrong { told } }
    }
}
