//! What a search found, and what there is when it found nothing: never a dead end.

use super::{Button, Directory, Glyph, Kind, Row, Rows};
use crate::ui::first_reading::HELPLINE;
use crate::ui::given::Given;
use crate::ui::reading::Nation;
use crate::ui::route::{Nav, Route, Tab};
use crate::ui::search::search;
use crate::ui::shell::Calls;
use dioxus::prelude::*;

/// The results for some words. `help_first`: whom to call stands above what to read.
#[component]
pub fn SearchResults(words: String, nation: Option<Nation>, #[props(default)] help_first: bool) -> Element {
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let found = search(&given.reading(), nation, &words);
    if found.is_empty() {
        return rsx! { NothingFound {} };
    }
    let count = found.pages.len() + found.help.len();
    let said = if count == 1 { "1 result".to_owned() } else { format!("{count} results") };
    let first = found.help.first().filter(|_| help_first).map(|entry| entry.id.clone());
    let pages = (!found.pages.is_empty()).then(|| {
        rsx! {
            section { aria_labelledby: "found-pages",
                div { class: "section-head", h2 { id: "found-pages", "To read" } }
                Rows {
                    for page in found.pages {
                        Row { key: "{page.id}", glyph: page.glyph, title: page.title, hint: page.hint,
                            onclick: move |_| nav.go(Route::Page(page.id.clone())),
                        }
                    }
                }
            }
        }
    });
    let help = (!found.help.is_empty()).then(|| {
        rsx! {
            section { aria_labelledby: "found-help",
                div { class: "section-head", h2 { id: "found-help", "To call, text or look up" } }
                Directory { first, entries: found.help, nation }
            }
        }
    });
    rsx! {
        p { class: "hidden-visually", role: "status", "{said}" }
        if help_first {
            {help}
            {pages}
        } else {
            {pages}
            {help}
        }
    }
}

/// Nothing fits: somebody to talk to, and everything to look through.
#[component]
fn NothingFound() -> Element {
    let nav = use_context::<Nav>();
    let calls = use_context::<Calls>();
    rsx! {
        p { class: "lead", role: "status", "Nothing here has those words. Try one word, or a shorter one." }
        section { class: "card pad stack gap-3", aria_label: "Talk to somebody",
            b { class: "b", "Or ask somebody. You do not need the right words." }
            p { class: "hint", "The National Stalking Helpline, {HELPLINE}. See the website for today’s hours." }
            Button { kind: Kind::Soft, glyph: Glyph::Phone, label: "Call {HELPLINE}", onclick: move |_| calls.call(HELPLINE) }
        }
        Rows { label: "Look through everything",
            Row { glyph: Glyph::BookOpen, title: "All guidance", hint: "Every page, in groups", onclick: move |_| nav.tab(Tab::Guidance) }
            Row { glyph: Glyph::LifeBuoy, title: "Everybody who can help", hint: "Helplines, police, charities", onclick: move |_| nav.tab(Tab::Help) }
        }
    }
}
