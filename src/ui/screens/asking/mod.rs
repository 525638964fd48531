//! "Is this stalking?", asked gently. She ticks what has happened; the answer is in words, never a score and never a verdict.
//!
//! Nothing is kept unless she asks for a record to begin with it. The ticks are part of the tree inside the app, so that
//! leaving takes them away; going on to a page and coming back does not.

mod answer;

use crate::guidance::{Asking as Questions, Group, is_old};
use crate::session::VaultState;
use crate::t;
use crate::ui::components::{Button, Call999, Empty, Glyph, Kind, Notice, Rows, Tick, Tone};
use crate::ui::english::{dir_of, lang_of};
use crate::ui::first_reading::helpline;
use crate::ui::given::Given;
use crate::ui::route::{Nav, Route, Tab};
use crate::ui::screens::record::now;
use crate::ui::shell::{Calls, Screen};
use crate::ui::wording::short_date;
use answer::Answered;
use dioxus::prelude::*;
use std::collections::BTreeSet;

/// What is ticked. In the context of everything inside the app; `Copy`, so closures can take it.
#[derive(Clone, Copy, PartialEq)]
pub struct Ticks {
    ids: Signal<BTreeSet<String>>,
    answered: Signal<bool>,
}

impl Ticks {
    /// Nothing is ticked.
    pub fn new() -> Self {
        Self { ids: Signal::new(BTreeSet::new()), answered: Signal::new(false) }
    }

    fn toggle(mut self, id: &str) {
        let mut ids = self.ids.write();
        if !ids.remove(id) {
            ids.insert(id.to_owned());
        }
    }

    fn clear(mut self) {
        if !self.ids.peek().is_empty() {
            self.ids.write().clear();
        }
        if *self.answered.peek() {
            self.answered.set(false);
        }
    }
}

impl Default for Ticks {
    fn default() -> Self {
        Self::new()
    }
}

/// The questions, or the answer.
#[component]
pub fn Asking() -> Element {
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let ticks = use_context::<Ticks>();
    // Kept while she reads a page from here; gone once she cannot come back by going back.
    use_drop(move || {
        if !nav.holds(&Route::Asking) {
            ticks.clear();
        }
    });
    let reading = given.reading();
    let library = reading.library.as_ref();
    let Some(questions) = library.and_then(|library| library.asking().cloned()) else {
        return rsx! {
            Screen { back: t!("word-back"), tab: Tab::Guidance,
                Empty { title: t!("asking-not-here"),
                    words: t!("asking-not-here.words", number = helpline(&given.reading())),
                }
            }
        };
    };
    let english = library.is_some_and(|library| library.language() != questions.language);
    match (ticks.answered)() {
        true => rsx! { Answered { questions, ticks } },
        false => rsx! { Asked { questions, english, ticks } },
    }
}

#[component]
fn Asked(questions: Questions, english: bool, ticks: Ticks) -> Element {
    let given = use_context::<Given>();
    let mut answered = ticks.answered;
    let urgent = questions.needs_help_now(&ticks.ids.read());
    let today = now(&given).date();
    let groups: Vec<Group> = questions.groups.iter().chain([&questions.changes]).cloned().collect();
    rsx! {
        Screen { close: true, gap: "gap-5",
            action: rsx! { Button { kind: Kind::Main, label: t!("asking-see"), onclick: move |_| answered.set(true) } },
            dock: urgent.then(|| rsx! { CallAtOnce {} }),
            section { class: "stack gap-2",
                h1 { {t!("asking-title")} }
                p { class: "lead", lang: lang_of(english), dir: dir_of(english), "{questions.lead}" }
                if english { p { class: "hint", {t!("guidance-in-english")} } }
            }
            if is_old(questions.checked, today) {
                Notice { tone: Tone::Warning, {t!("asking-old")} }
            }
            for group in groups {
                section { key: "{group.id}", aria_labelledby: "h-{group.id}",
                    div { class: "section-head", h2 { id: "h-{group.id}", lang: lang_of(english), dir: dir_of(english), "{group.title}" } }
                    Rows { icons: false,
                        for thing in group.things {
                            Tick { key: "{thing.id}", words: thing.words, english, on: ticks.ids.read().contains(&thing.id),
                                onclick: move |_| ticks.toggle(&thing.id),
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Moves the page only where the help is out of sight.
const INTO_SIGHT: &str = "const help = document.getElementById('call-at-once'); const at = help?.getBoundingClientRect(); \
                          if (at && (at.top < 0 || at.bottom > innerHeight)) help.scrollIntoView({ block: 'nearest' });";

/// 999, then the helpline: as soon as something is ticked that needs help now.
#[component]
fn CallAtOnce() -> Element {
    let calls = use_context::<Calls>();
    let given = use_context::<Given>();
    let number = helpline(&given.reading());
    let label = t!("asking-helpline", number = number.as_str());
    let old = given.reading().is_old_number(&number, now(&given).date());
    rsx! {
        section { id: "call-at-once", class: "stack gap-2", role: "alert", aria_label: t!("asking-help-first"),
            onmounted: move |_| {
                // It stays above the bar, in sight, and nothing may move under her finger. Only with large text it stands at the
                // end of the page, and is brought into sight. Without a page there is nothing to move.
                document::eval(INTO_SIGHT);
            },
            b { class: "b", {t!("asking-now")} }
            Call999 { small: true }
            Button { kind: Kind::Soft, glyph: Glyph::Phone, label, onclick: move |_| calls.call(&number) }
            if old { p { class: "hint", {t!("asking-helpline.old")} } }
        }
    }
}

/// Where the statements come from, and when that was checked.
fn sources_line(questions: &Questions) -> String {
    t!("guidance-source", sources = questions.sources.join("; "), checked = short_date(questions.checked))
}

/// Whether a record can be begun, or could be once the journal is unlocked or set up.
fn may_record(vault: VaultState) -> bool {
    matches!(vault, VaultState::Open | VaultState::Locked | VaultState::Nothing)
}

#[cfg(test)]
mod tests;
