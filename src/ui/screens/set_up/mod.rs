//! Set-up: five steps, about two minutes. Each can wait: "Later" keeps what was done, and [`More`](super::More) offers the rest.

mod disguise;
mod passphrase;
mod safe_phone;
mod sheet;
mod words;

pub(super) use words::{Held, RecoveryWords};

use crate::session::VaultState;
use crate::t;
use crate::ui::components::{Button, Card, Glyph, Icon, Kind};
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
    #[props(default = t!("set-up-later").to_owned())]
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
        div { class: "steps", role: "img", aria_label: t!("set-up-step", n = number),
            for at in 1..=Step::ALL.len() { i { key: "{at}", class: (at <= number).then_some("on") } }
        }
    };
    rsx! {
        Screen { back: t!("word-back"), on_back, note: (!alone).then(|| t!("set-up-step", n = number)),
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
    let label = if step.next().is_some() { t!("set-up-next") } else { t!("set-up-to-journal") };
    rsx! { Button { kind: Kind::Main, label, onclick: go } }
}

/// One point of a list.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui::screens) struct Point {
    words: String,
    /// Whether it says what not to do. No language's words are searched for that.
    dont: bool,
}

impl Point {
    /// What not to do.
    fn dont(words: &str) -> Self {
        Self { words: words.to_owned(), dont: true }
    }
}

impl From<&str> for Point {
    fn from(words: &str) -> Self {
        Self { words: words.to_owned(), dont: false }
    }
}

/// A card with a list of what is so, or of what is not; or, with a glyph of its own, of something else.
#[component]
pub(in crate::ui::screens) fn Points(
    title: String,
    #[props(default)] not: bool,
    glyph: Option<Glyph>,
    points: Vec<Point>,
) -> Element {
    let glyph = glyph.unwrap_or(if not { Glyph::Minus } else { Glyph::Check });
    rsx! {
        Card { label: title.clone(),
            h2 { "{title}" }
            ul { class: if not { "ticks no" } else { "ticks" },
                for Point { words, dont } in points {
                    li { key: "{words}", class: dont.then_some("dont"),
                        // A tick beside "Do not" reads as a yes.
                        Icon { glyph: if dont { Glyph::X } else { glyph } }
                        span { "{words}" }
                    }
                }
            }
        }
    }
}

pub(in crate::ui::screens) fn lines(lines: &[&str]) -> Vec<Point> {
    lines.iter().map(|line| Point::from(*line)).collect()
}

#[component]
fn CanAndCannot(alone: bool) -> Element {
    let step = Step::CanAndCannot;
    let can = [t!("set-up-can.lock"), t!("set-up-can.calculator"), t!("set-up-can.keep")];
    let cannot = [t!("set-up-cannot.hide"), t!("set-up-cannot.spy"), t!("set-up-cannot.call")];
    rsx! {
        Frame { step, alone, title: t!("set-up-limits"),
            later: if alone { t!("word-close") } else { t!("set-up-later") },
            action: (!alone).then(|| rsx! { Next { step } }),
            Points { title: t!("set-up-can"), points: lines(&can) }
            Points { title: t!("set-up-cannot"), not: true, points: lines(&cannot) }
        }
    }
}

#[cfg(test)]
mod tests;
