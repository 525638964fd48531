//! The evidence pack: what it gives away is counted and said before anything is made, and nothing is sent from here.

mod copy;
mod form;
mod give_away;
mod look;
mod made;

use crate::session::{Beginning, Choice, Made, Preview, Told};
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
        Screen { back: "Evidence pack", gap: "gap-5",
            section { class: "stack gap-2", h1 { "What it gives away" } }
            Working { words: "Counting what is in the journal." }
        }
    }
}

#[component]
fn NotNow(told: Told) -> Element {
    let nav = use_context::<crate::ui::route::Nav>();
    rsx! {
        Screen { back: "Evidence pack", gap: "gap-5",
            action: rsx! { Button { kind: Kind::Main, label: "Back", onclick: move |_| nav.back() } },
            section { class: "stack gap-2", h1 { "No pack can be made now" } }
            Refused { told }
        }
    }
}

/// "23 entries, 6 photos, since 3 September 2026".
fn summary(preview: &Preview) -> String {
    let mut line = counted(preview.entries, "entry", "entries");
    if !preview.photos_withheld {
        line += &format!(", {}", counted(preview.photos, "photo or film", "photos and films"));
    }
    if let Some((first, _)) = preview.days {
        line += &format!(", since {}", first.strftime("%-d\u{a0}%B\u{a0}%Y"));
    }
    if preview.left_out > 0 {
        line += &format!(". {} not in it", counted(preview.left_out, "entry is", "entries are"));
    }
    if preview.withdrawn > 0 {
        line += &format!(". {} out of packs", counted(preview.withdrawn, "entry is", "entries are"));
    }
    line
}

/// "1 entry", "2 entries".
pub(super) fn counted(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

/// How much of it is done, in words.
pub(super) fn percent(at: u64, of: u64) -> String {
    format!("{} per cent", (at.saturating_mul(100)).checked_div(of).unwrap_or(0).min(100))
}

#[cfg(test)]
mod tests;
