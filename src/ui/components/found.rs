//! What a search found, and what there is when it found nothing: never a dead end.

use super::{Button, Directory, Glyph, Kind, Row, Rows};
use crate::t;
use crate::ui::first_reading::helpline;
use crate::ui::given::Given;
use crate::ui::reading::Nation;
use crate::ui::route::{Nav, Route, Tab};
use crate::ui::search::search;
use crate::ui::shell::Calls;
use dioxus::prelude::*;

/// The results for some words. `help_first`: whom to call stands above what to read, unless a page's own title was typed.
#[component]
pub fn SearchResults(words: String, nation: Option<Nation>, #[props(default)] help_first: bool) -> Element {
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let found = search(&given.reading(), nation, &words);
    if found.is_empty() {
        return rsx! { NothingFound {} };
    }
    let said = t!("found-count", n = found.pages.len() + found.help.len() + usize::from(found.card));
    let first = found.help.first().filter(|_| help_first).map(|entry| entry.id.clone());
    let pages = (!found.pages.is_empty()).then(|| {
        rsx! {
            section { aria_labelledby: "found-pages",
                div { class: "section-head", h2 { id: "found-pages", {t!("found-pages")} } }
                Rows {
                    for page in found.pages {
                        Row { key: "{page.id}", glyph: page.glyph, title: page.title, hint: page.hint, english: page.english,
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
                div { class: "section-head", h2 { id: "found-help", {t!("found-help")} } }
                Directory { first, entries: found.help, nation }
            }
        }
    });
    rsx! {
        p { class: "hidden-visually", role: "status", "{said}" }
        if found.card { Rows { CardRow {} } }
        if help_first && !found.titled {
            {help}
            {pages}
        } else {
            {pages}
            {help}
        }
    }
}

/// The row that opens the card for 101.
#[component]
pub fn CardRow() -> Element {
    let nav = use_context::<Nav>();
    rsx! {
        Row { glyph: Glyph::Megaphone, title: t!("card-title"), hint: t!("card-title.hint"), onclick: move |_| nav.go(Route::Card101) }
    }
}

/// Nothing fits: somebody to talk to, and everything to look through.
#[component]
fn NothingFound() -> Element {
    let nav = use_context::<Nav>();
    let calls = use_context::<Calls>();
    let number = helpline(&use_context::<Given>().reading());
    rsx! {
        p { class: "lead", role: "status", {t!("found-nothing")} }
        section { class: "card pad stack gap-3", aria_label: t!("found-ask.label"),
            b { class: "b", {t!("found-ask")} }
            p { class: "hint", {t!("found-ask.hint", number = number.as_str())} }
            Button { kind: Kind::Soft, glyph: Glyph::Phone, label: t!("found-ask.call", number = number.as_str()),
                onclick: move |_| calls.call(&number),
            }
        }
        Rows { label: t!("found-everything"),
            Row { glyph: Glyph::BookOpen, title: t!("found-all-guidance"), hint: t!("found-all-guidance.hint"),
                onclick: move |_| nav.tab(Tab::Guidance),
            }
            Row { glyph: Glyph::LifeBuoy, title: t!("found-all-help"), hint: t!("found-all-help.hint"),
                onclick: move |_| nav.tab(Tab::Help),
            }
        }
    }
}
