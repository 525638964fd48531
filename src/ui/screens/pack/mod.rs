//! The evidence pack: what it gives away is counted and said before anything is made, and nothing is sent from here.

mod copy;
mod form;
mod give_away;
mod look;
mod made;

use crate::session::{Beginning, Choice, Made, Preview, Told};
use crate::t;
use crate::ui::components::{Button, Kind, Working};
use crate::ui::given::Given;
use crate::ui::screens::more::Refused;
use crate::ui::shell::Screen;
use dioxus::prelude::*;
use std::path::PathBuf;
use zeroize::Zeroizing;

/// How far she is.
#[derive(Clone, Debug, PartialEq)]
enum At {
    /// What it gives away.
    GivesAway,
    /// The entries, one by one.
    Looking,
    /// In which form.
    Choosing,
    /// It is there.
    Made(Made, PathBuf),
}

/// What she has chosen so far. It is gone with the screen.
#[derive(Clone, Copy)]
struct Chosen {
    choice: Signal<Choice>,
    /// How to reach her. Apart from the choice, so that typing it counts nothing anew.
    contact: Signal<Zeroizing<String>>,
    at: Signal<At>,
    /// Whether it began with what was taken out of the last pack.
    remembered: Signal<bool>,
}

/// The pack. It begins with what was taken out of the last one.
#[component]
pub fn Pack() -> Element {
    let given = use_context::<Given>();
    let asked = use_resource(move || {
        let asked = given.session.pack_beginning();
        async move { asked.await.map_err(|error| error.told()) }
    });
    let beginning = asked.read().clone();
    match beginning {
        None => rsx! { Waiting {} },
        Some(Err(told)) => rsx! { NotNow { told } },
        Some(Ok(beginning)) => rsx! { Making { beginning } },
    }
}

#[component]
fn Making(beginning: Beginning) -> Element {
    let given = use_context::<Given>();
    let remembered = use_signal(|| beginning.remembered);
    let choice = use_signal(|| beginning.choice);
    let contact = use_signal(Zeroizing::<String>::default);
    let at = use_signal(|| At::GivesAway);
    let chosen = use_context_provider(|| Chosen { choice, contact, at, remembered });
    let preview = use_resource(move || {
        let asked = given.session.preview_pack(choice());
        async move { asked.await.map_err(|error| error.told()) }
    });
    let counted = preview.read().clone();
    match (at(), counted) {
        (At::Made(made, place), _) => rsx! { made::Handover { made, place } },
        (_, None) => rsx! { Waiting {} },
        (_, Some(Err(told))) => rsx! { NotNow { told } },
        (At::GivesAway, Some(Ok(preview))) => rsx! { give_away::GivesAway { preview, chosen } },
        (At::Looking, Some(Ok(preview))) => rsx! { look::Looking { preview, chosen } },
        (At::Choosing, Some(Ok(preview))) => rsx! { form::InWhichForm { preview, chosen } },
    }
}

impl PartialEq for Chosen {
    /// One screen has one.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

#[component]
fn Waiting() -> Element {
    rsx! {
        Screen { back: t!("pack-title"), gap: "gap-5",
            section { class: "stack gap-2", h1 { {t!("pack-gives")} } }
            Working { words: t!("pack-title.counting") }
        }
    }
}

#[component]
fn NotNow(told: Told) -> Element {
    let nav = use_context::<crate::ui::route::Nav>();
    rsx! {
        Screen { back: t!("pack-title"), gap: "gap-5",
            action: rsx! { Button { kind: Kind::Main, label: t!("word-back"), onclick: move |_| nav.back() } },
            section { class: "stack gap-2", h1 { {t!("pack-title.not-now")} } }
            Refused { told }
        }
    }
}

/// "23 entries, 6 photos, since 3 September 2026".
fn summary(preview: &Preview) -> String {
    let Preview { entries, photos, photos_withheld, left_out, withdrawn, days, .. } = *preview;
    let since = days.map(|(first, _)| crate::ui::wording::date_unbroken(first));
    let mut line = match since {
        Some(day) if photos_withheld => t!("pack-summary.no-photos", entries = entries, day = day),
        Some(day) => t!("pack-summary", entries = entries, photos = photos, day = day),
        None if photos_withheld => t!("count-entries", n = entries),
        None => t!("pack-summary.no-days", entries = entries, photos = photos),
    };
    if left_out > 0 {
        line = and_then(line, t!("pack-left-out", n = left_out));
    }
    if withdrawn > 0 {
        line = and_then(line, t!("pack-withdrawn", n = withdrawn));
    }
    line
}

/// Two sentences without full stops, as one text.
fn and_then(first: String, then: String) -> String {
    t!("pack-and-then", first = first, then = then)
}

#[cfg(test)]
mod tests;
