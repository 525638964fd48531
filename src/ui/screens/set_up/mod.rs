//! Set-up: five steps, about two minutes. Each can wait: "Later" keeps what was done, and [`More`](super::More) offers the rest.

mod disguise;
mod passphrase;
mod safe_phone;
mod sheet;
mod words;

pub(super) use words::{Held, RecoveryWords};

use crate::session::VaultState;
use crate::ui::components::{Button, Card, Glyph, Icon, Kind};
use crate::ui::library::is_dont;
use crate::ui::route::{Nav, Route, Tab};
use crate::ui::shell::Screen;
use crate::ui::status::use_status;
use dioxus::prelude::*;

/// The five steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// What the app can do, and what it cannot.
    CanAndCannot,
    /// Whether this phone is safe to use.
    SafePhone,
    /// The passphrase, which makes the journal.
    Passphrase,
    /// The recovery words.
    Words,
    /// The disguise and the way back.
    Disguise,
}

impl Step {
    /// All of them, in order.
    pub const ALL: [Self; 5] = [Self::CanAndCannot, Self::SafePhone, Self::Passphrase, Self::Words, Self::Disguise];

    /// From 1.
    fn number(self) -> usize {
        Self::ALL.iter().position(|step| *step == self).map_or(1, |at| at + 1)
    }

    fn next(self) -> Option<Self> {
        Self::ALL.get(self.number()).copied()
    }
}

/// One step.
#[component]
pub fn SetUp(step: Step, #[props(default)] alone: bool) -> Element {
    match step {
        Step::CanAndCannot => rsx! { CanAndCannot { alone } },
        Step::SafePhone => rsx! { safe_phone::SafePhone { alone } },
        Step::Passphrase => rsx! { passphrase::NewPassphrase {} },
        Step::Words => rsx! { RecoveryWords { alone } },
        Step::Disguise => rsx! { disguise::WayBack { alone } },
    }
}

/// The frame of a step: progress, Back, Later, the main button.
#[component]
fn Frame(
    step: Step,
    alone: bool,
    title: String,
    lead: Option<String>,
    action: Option<Element>,
    /// Called instead of ending set-up.
    on_later: Option<EventHandler>,
    on_back: Option<EventHandler>,
    /// What the text button above the bar says.
    #[props(default = "Later".to_owned())]
    later: String,
    children: Element,
) -> Element {
    let nav = use_context::<Nav>();
    let status = use_status();
    let number = step.number();
    let later_on = move |_: MouseEvent| match on_later {
        Some(handler) => handler.call(()),
        None if alone => nav.back(),
        None => nav.tab(if is_open(status().vault) { Tab::Journal } else { Tab::Home }),
    };
    let steps = rsx! {
        div { class: "steps", role: "img", aria_label: "Step {number} of 5",
            for at in 1..=Step::ALL.len() { i { key: "{at}", class: (at <= number).then_some("on") } }
        }
    };
    rsx! {
        Screen { back: "Back", on_back, note: (!alone).then(|| format!("Step {number} of 5")),
            steps: (!alone).then_some(steps), action, gap: "gap-5",
            dock: rsx! { Button { kind: Kind::Text, label: later, onclick: later_on } },
            section { class: "stack gap-2", h1 { "{title}" }
                if let Some(lead) = lead { p { class: "lead", "{lead}" } }
            }
            {children}
        }
    }
}

/// Whether entries can be read.
pub(super) fn is_open(vault: VaultState) -> bool {
    matches!(vault, VaultState::Open | VaultState::ReadingOnly)
}

/// The button that goes on to the next step.
#[component]
fn Next(step: Step) -> Element {
    let nav = use_context::<Nav>();
    let go = move |_: MouseEvent| match step.next() {
        Some(step) => nav.go(Route::SetUp { step, alone: false }),
        None => nav.tab(Tab::Journal),
    };
    rsx! { Button { kind: Kind::Main, label: if step.next().is_some() { "Next" } else { "To the journal" }, onclick: go } }
}

/// A card with a list of what is so, or of what is not; or, with a glyph of its own, of something else.
#[component]
pub(in crate::ui::screens) fn Points(
    title: String,
    #[props(default)] not: bool,
    glyph: Option<Glyph>,
    points: Vec<String>,
) -> Element {
    let glyph = glyph.unwrap_or(if not { Glyph::Minus } else { Glyph::Check });
    rsx! {
        Card { label: title.clone(),
            h2 { "{title}" }
            ul { class: if not { "ticks no" } else { "ticks" },
                for point in points {
                    li { key: "{point}", class: is_dont(&point).then_some("dont"),
                        // A tick beside "Do not" reads as a yes.
                        Icon { glyph: if is_dont(&point) { Glyph::X } else { glyph } }
                        span { "{point}" }
                    }
                }
            }
        }
    }
}

pub(in crate::ui::screens) fn lines(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}

#[component]
fn CanAndCannot(alone: bool) -> Element {
    let step = Step::CanAndCannot;
    let can = ["Lock what you write", "Show a calculator in one tap", "Keep each entry as you first wrote it"];
    let cannot = [
        "Hide that it is on this phone. Store history, settings and backups still show it.",
        "Stop spy software from seeing the screen. If you fear that, look for help from a safer phone.",
        "Make a call for you. You press call.",
    ];
    rsx! {
        Frame { step, alone, title: "What this app can do, and what it cannot",
            later: if alone { "Close" } else { "Later" },
            action: (!alone).then(|| rsx! { Next { step } }),
            Points { title: "It can", points: lines(&can) }
            Points { title: "It cannot", not: true, points: lines(&cannot) }
        }
    }
}

#[cfg(test)]
mod tests;
