//! Guidance: the list, and one page.

use crate::guidance::is_old;
use crate::t;
use crate::ui::chosen::Chosen;
use crate::ui::components::{
    Button, Call999, CardRow, Empty, Field, FieldKind, Glyph, Icon, Kind, Notice, Prose, Row, Rows, SearchResults,
    Tone, WhereAmI, WhereYouLive, Words,
};
use crate::ui::english::{dir_of, lang_of};
use crate::ui::first_reading::{IS_THIS_STALKING, TELLING_THE_POLICE};
use crate::ui::given::Given;
use crate::ui::library::page_for;
use crate::ui::reading::{PageView, nations_said};
use crate::ui::route::{Nav, Route, Tab};
use crate::ui::shell::Screen;
use dioxus::prelude::*;

/// The page for whoever is in danger: 999 stands on it as large as at home.
const IN_DANGER: &str = "in-danger-now";
/// The page that the plan belongs to.
pub(in crate::ui::screens) const SAFETY_PLAN: &str = "safety-plan";

/// The list of pages.
#[component]
pub fn GuidanceList() -> Element {
    let nav = use_context::<Nav>();
    let chosen = use_context::<Chosen>();
    let given = use_context::<Given>();
    let mut words = use_signal(String::new);
    let nation = chosen.nation();
    let mut elsewhere: Vec<PageView> = Vec::new();
    let mut groups = Vec::new();
    let reading = given.reading();
    for group in &reading.groups {
        let (here, other): (Vec<PageView>, Vec<PageView>) =
            group.pages.iter().cloned().partition(|page| page.is_for(nation));
        elsewhere.extend(other);
        if !here.is_empty() {
            groups.push((group.title.clone(), here));
        }
    }
    rsx! {
        Screen { title: t!("guidance-title"), tab: Tab::Guidance, gap: "gap-5",
            Field { id: "guidance-search", label: t!("guidance-search"), bare: true, kind: FieldKind::Search, glyph: Glyph::Search,
                placeholder: t!("guidance-search.placeholder"), oninput: move |typed| words.set(typed),
            }
            if words.read().trim().is_empty() {
                for (at, (title, pages)) in groups.into_iter().enumerate() {
                    // What to do in danger is the same everywhere: the question comes after it.
                    PageRows { key: "{title}", title, pages, asks: at == 1 }
                }
                if !elsewhere.is_empty() {
                    PageRows { title: t!("guidance-elsewhere"), pages: elsewhere }
                }
                Button { kind: Kind::Text, glyph: Glyph::Download, label: t!("guidance-updates"), onclick: move |_| nav.go(Route::Updates) }
            } else {
                SearchResults { words: words(), nation }
            }
        }
    }
}

/// Some pages under a heading.
#[component]
fn PageRows(title: String, pages: Vec<PageView>, #[props(default)] asks: bool) -> Element {
    let nav = use_context::<Nav>();
    rsx! {
        if asks { WhereYouLive {} }
        section { aria_label: "{title}",
            div { class: "section-head", h2 { "{title}" } }
            Rows {
                for page in pages {
                    Row { key: "{page.id}", glyph: page.glyph, title: page.title, hint: page.hint, english: page.english,
                        onclick: move |_| nav.go(Route::Page(page.id.clone())),
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
        Some(Route::Home) => (t!("guidance-back-home"), Tab::Home),
        Some(Route::Help) => (t!("guidance-back-help"), Tab::Help),
        Some(Route::Guidance) => (t!("guidance-back-list"), Tab::Guidance),
        _ => (t!("word-back"), Tab::Guidance),
    };
    let chosen = use_context::<Chosen>();
    let Some((page, differs)) = page_for(&given.reading(), &id, chosen.nation()) else {
        return rsx! {
            Screen { back: t!("word-back"), tab,
                Empty { title: t!("guidance-not-here"), words: t!("guidance-not-here.words") }
            }
        };
    };
    let today = given.clock.now().to_zoned_datetime(given.clock.zone()).date();
    let place = nations_said(&page.nations);
    let (lang, dir) = (lang_of(page.english), dir_of(page.english));
    rsx! {
        Screen { back, tab, gap: "gap-5",
            section { class: "stack gap-2",
                h1 { lang, dir, "{page.title}" }
                if let Some(words) = page.lead { p { class: "lead", lang, dir, Words { words } } }
                if page.english { p { class: "hint", {t!("guidance-in-english")} } }
                if let Some(place) = place {
                    p { class: "hint where-line", Icon { glyph: Glyph::MapPin } span { {t!("guidance-for", place = place)} } }
                }
            }
            if id == IN_DANGER {
                Call999 {}
                WhereAmI {}
            }
            Doing { id: id.clone(), top: true }
            if differs { WhereYouLive { quiet: true } }
            if is_old(page.checked, today) {
                Notice { tone: Tone::Warning, {t!("guidance-old")} }
            }
            Prose { blocks: page.blocks, english: page.english }
            Doing { id, top: false }
            if let Some(source) = page.source { p { class: "meta", "{source}" } }
            PrintButton {}
        }
    }
}

/// What can be done with a page, beside reading it: above the text, or under it.
#[component]
fn Doing(id: String, top: bool) -> Element {
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let asks = given.reading().library.as_ref().is_some_and(|library| library.asking().is_some());
    match (id.as_str(), top) {
        (IS_THIS_STALKING, true) if asks => rsx! {
            Rows {
                Row { glyph: Glyph::ListChecks, title: t!("guidance-ask"), hint: t!("guidance-ask.hint"),
                    onclick: move |_| nav.go(Route::Asking),
                }
            }
        },
        (TELLING_THE_POLICE, false) => rsx! {
            Rows { CardRow {} }
        },
        (SAFETY_PLAN, true) => rsx! {
            Rows {
                Row { glyph: Glyph::ListChecks, title: t!("guidance-plan"), hint: t!("guidance-plan.hint"),
                    onclick: move |_| nav.go(Route::Plan),
                }
            }
        },
        _ => rsx! {},
    }
}

/// Prints what stands on the screen, where there is something to print with: a computer. A phone shows no such button.
#[component]
pub fn PrintButton() -> Element {
    rsx! {
        div { class: "to-print stack gap-1",
            Button { kind: Kind::Text, label: t!("guidance-print"),
                onclick: move |_| {
                    document::eval("window.print();");
                },
            }
            p { class: "hint centred", {t!("guidance-print.hint")} }
        }
    }
}

#[cfg(test)]
mod tests;
