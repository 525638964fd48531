//! Guidance: the list, and one page.

use crate::ui::components::{Call999, Empty, Prose, Row, Rows, Words};
use crate::ui::given::Given;
use crate::ui::route::{Nav, Route, Tab};
use crate::ui::shell::Screen;
use dioxus::prelude::*;

/// The page for whoever is in danger: 999 stands on it as large as at home.
const IN_DANGER: &str = "in-danger-now";

/// The list of pages.
#[component]
pub fn GuidanceList() -> Element {
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let groups = given.reading.groups.clone();
    rsx! {
        Screen { title: "Guidance", tab: Tab::Guidance, gap: "gap-5",
            for (index, group) in groups.into_iter().enumerate() {
                section { key: "{index}", aria_label: "{group.title}",
                    div { class: "section-head", h2 { "{group.title}" } }
                    Rows {
                        for page in group.pages {
                            Row { key: "{page.id}", glyph: page.glyph, title: page.title, hint: page.hint,
                                onclick: move |_| nav.go(Route::Page(page.id.clone())),
                            }
                        }
                    }
                }
            }
        }
    }
}

/// One page, by its name.
#[component]
pub fn GuidancePage(id: String) -> Element {
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let (back, tab) = match nav.before() {
        Some(Route::Home) => ("Home", Tab::Home),
        Some(Route::Help) => ("Help", Tab::Help),
        Some(Route::Page(_)) => ("Back", Tab::Guidance),
        _ => ("Guidance", Tab::Guidance),
    };
    let Some(page) = given.reading.page(&id).cloned() else {
        return rsx! {
            Screen { back: "Back", tab,
                Empty { title: "This page is not here", words: "The rest of the guidance is. Go back, or choose Guidance below." }
            }
        };
    };
    rsx! {
        Screen { back, tab, gap: "gap-5",
            section { class: "stack gap-2",
                h1 { "{page.title}" }
                if let Some(words) = page.lead { p { class: "lead", Words { words } } }
            }
            if id == IN_DANGER { Call999 {} }
            Prose { blocks: page.blocks }
            if let Some(source) = page.source { p { class: "meta", "{source}" } }
        }
    }
}
