//! The directory of help: who to call, by nation and by need.

use crate::guidance::Need;
use crate::session::VaultState;
use crate::t;
use crate::ui::chosen::Chosen;
use crate::ui::components::{
    CardRow, Chip, Chips, Directory, Field, FieldKind, Glyph, NationChips, Notice, Row, Rows, SearchResults, Unfold,
};
use crate::ui::given::Given;
use crate::ui::library::help_entry;
use crate::ui::reading::{HelpEntry, HelpGroup, Nation, is_for};
use crate::ui::route::{Nav, Route, Tab};
use crate::ui::shell::Screen;
use crate::ui::vault::use_vault;
use dioxus::prelude::*;

/// The directory. As a tab it stands alone; opened from another screen, such as set-up, it leads back to it.
#[component]
pub fn Help() -> Element {
    let nav = use_context::<Nav>();
    let back = nav.before().map(|before| match before {
        Route::SetUp { .. } => t!("help-back-set-up"),
        Route::Home => t!("help-back-home"),
        _ => t!("word-back"),
    });
    match back {
        None => rsx! {
            Screen { title: t!("help-title"), tab: Tab::Help, gap: "gap-5", Everybody {} }
        },
        // No tabs here: each of them would lose the place that she came from.
        Some(back) => rsx! {
            Screen { back, gap: "gap-5", h1 { {t!("help-title")} } Everybody {} }
        },
    }
}

#[component]
fn Everybody() -> Element {
    let nav = use_context::<Nav>();
    let chosen = use_context::<Chosen>();
    let given = use_context::<Given>();
    let vault = use_vault();
    let mut words = use_signal(String::new);
    let mut need = use_signal(|| None::<Need>);
    let nation = chosen.nation();
    let reading = given.reading();
    let Sorted { mut here, elsewhere } = sorted(&reading.help, nation);
    // For one need: who is there for it, and everybody else below.
    if let (Some(need), Some(library)) = (need(), &reading.library) {
        let fits: Vec<HelpEntry> = library
            .directory()
            .sorted(nation, Some(need))
            .into_iter()
            .filter(|entry| need.fits(entry))
            .map(|entry| help_entry(entry, library.directory()))
            .filter(|entry| is_for(&entry.nations, nation))
            .collect();
        for group in &mut here {
            group.entries.retain(|entry| !fits.iter().any(|fit| fit.id == entry.id));
        }
        here.retain(|group| !group.entries.is_empty());
        here.insert(0, HelpGroup { title: need_words(need).to_owned(), entries: fits });
    }
    here.retain(|group| !group.entries.is_empty());
    let has_needs = reading.library.is_some();
    let first = here.first().and_then(|group| group.entries.first()).map(|entry| entry.id.clone());
    let searching = !words.read().trim().is_empty();
    let institution = chosen.institution();
    let (own_title, own_hint) = match &institution {
        Some(own) => (t!("institution-from", name = own.name.as_str()), t!("help-institution.own")),
        None => (t!("help-institution").to_owned(), t!("help-institution.hint")),
    };
    rsx! {
        section { class: "stack gap-3",
            Field { id: "help-search", label: t!("help-search"), bare: true, kind: FieldKind::Search, glyph: Glyph::Search,
                placeholder: t!("help-search.placeholder"), oninput: move |typed| words.set(typed),
            }
            if !searching {
                NationChips {}
                if has_needs {
                    Chips { label: t!("help-needs"), layout: "slide",
                        for one in Need::ALL {
                            Chip { key: "{one:?}", label: need_words(one), on: need() == Some(one),
                                onclick: move |_| need.set(if need() == Some(one) { None } else { Some(one) }),
                            }
                        }
                    }
                }
            }
        }
        if searching {
            SearchResults { words: words(), nation, help_first: true }
        } else {
            Notice { {t!("help-traces")} }
            Rows { CardRow {} }
            for group in here {
                Group { key: "{group.title} {group.entries.len()}", group, first: first.clone(), nation }
            }
            Rows { label: t!("help-more"),
                if !matches!(vault(), VaultState::Nothing | VaultState::Unknown) {
                    Row { glyph: Glyph::HeartHandshake, title: t!("help-trusted"), hint: t!("help-trusted.hint"), onclick: move |_| nav.go(Route::Trusted) }
                }
                Row { glyph: Glyph::Briefcase, title: own_title, hint: own_hint, onclick: move |_| nav.go(Route::Institution) }
            }
            if !elsewhere.is_empty() {
                Rows {
                    Unfold { glyph: Glyph::Map, title: t!("help-elsewhere"), hint: t!("help-elsewhere.hint"),
                        Directory { entries: elsewhere, nation }
                    }
                }
            }
        }
    }
}

/// One need: its heading and who helps.
#[component]
fn Group(group: HelpGroup, first: Option<String>, nation: Option<Nation>) -> Element {
    rsx! {
        section { aria_label: "{group.title}",
            div { class: "section-head", h2 { "{group.title}" } }
            Directory { first, entries: group.entries, nation }
        }
    }
}

/// A need, on its chip and above who is there for it.
fn need_words(need: Need) -> &'static str {
    match need {
        Need::Danger => t!("help-need-danger"),
        Need::Stalking => t!("help-need-stalking"),
        Need::Police => t!("help-need-police"),
        Need::PartnerOrFamily => t!("help-need-partner-or-family"),
        Need::Online => t!("help-need-online"),
        Need::AfterACrime => t!("help-need-after-a-crime"),
        Need::Listening => t!("help-need-listening"),
        Need::Young => t!("help-need-young"),
        Need::WithoutSpeaking => t!("help-need-without-speaking"),
        Need::Anonymous => t!("help-need-anonymous"),
    }
}

/// The directory for one nation.
struct Sorted {
    /// By need: who is there for her.
    here: Vec<HelpGroup>,
    /// Who is for another part of the UK.
    elsewhere: Vec<HelpEntry>,
}

/// Nothing is left out: who is not for this nation stands in a list of its own.
fn sorted(groups: &[HelpGroup], nation: Option<Nation>) -> Sorted {
    let (mut here, mut elsewhere) = (Vec::new(), Vec::new());
    for group in groups {
        let (hers, other): (Vec<HelpEntry>, Vec<HelpEntry>) =
            group.entries.iter().cloned().partition(|entry| is_for(&entry.nations, nation));
        elsewhere.extend(other);
        if !hers.is_empty() {
            here.push(HelpGroup { title: group.title.clone(), entries: hers });
        }
    }
    Sorted { here, elsewhere }
}

#[cfg(test)]
mod tests;
