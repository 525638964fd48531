//! One entry: what happened, when it was written and corrected, its photos, every version, and the way to correct it.

mod files;
mod folds;
mod out;
mod versions;

use folds::Folding;
pub use folds::Folds;

use crate::domain::{EntryDraft, FileId, RecordId};
use crate::session::{EntryView, SessionError, VaultState};
use crate::t;
use crate::ui::components::{Button, Fact, Facts, Glyph, Icon, Kind, Sheet, Size, WhatWentWrong};
use crate::ui::given::Given;
use crate::ui::route::{Nav, Route, Tab};
use crate::ui::screens::{Purpose, record::now};
use crate::ui::shell::Screen;
use crate::ui::status::use_status;
use crate::ui::vault::{Closed, use_vault};
use crate::ui::wording::{self, Field, Line, lines};
use dioxus::prelude::*;
use files::{FilesOf, Large};
use jiff::civil::Date;
use out::{Away, Out};
use versions::Versions;

/// Fields that stand at the top or by themselves and are not said again below.
const SAID_ABOVE: [Field; 4] = [Field::Happened, Field::Where, Field::Words, Field::Kinds];

/// The screen of one entry.
#[component]
pub fn EntryPage(id: RecordId) -> Element {
    let vault = use_vault();
    match vault() {
        VaultState::Open | VaultState::ReadingOnly => rsx! { Reading { id, takes: vault() == VaultState::Open } },
        other => rsx! { Screen { back: Tab::Journal.name(), Closed { vault: other } } },
    }
}

#[component]
fn Reading(id: RecordId, takes: bool) -> Element {
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let status = use_status();
    let folds = use_context::<Folds>();
    let mut old = use_signal(|| None::<usize>);
    let mut large = use_signal(|| None::<(FileId, String)>);
    let session = given.session.clone();
    let entry = use_resource(move || {
        let _ = status().revision;
        let session = session.clone();
        async move { session.entry(id).await }
    });
    let today = now(&given).date();
    let back = match nav.before() {
        Some(Route::Pattern) => t!("entry-back-to-pattern"),
        Some(Route::Home) => Tab::Home.name(),
        _ => Tab::Journal.name(),
    };
    match &*entry.read() {
        None => rsx! { Screen { back, p { class: "hint centred", role: "status", {t!("entry-reading")} } } },
        Some(Err(error)) => rsx! { Screen { back, WhatWentWrong { told: error.told() } } },
        Some(Ok(view)) => {
            let Some(current) = view.current() else {
                return rsx! { Screen { back, WhatWentWrong { told: SessionError::NoSuchEntry.told() } } };
            };
            let draft = current.entry.content().clone();
            let shown = old()
                .and_then(|at| view.versions.get(at))
                .map(|version| (wording::title(version.entry.content()), lines(version.entry.content(), today)));
            rsx! {
                Screen { back, gap: "gap-4",
                    action: takes.then(|| rsx! {
                        Button { kind: Kind::Main, glyph: Glyph::Pencil, label: t!("entry-correct"), onclick: move |_| nav.go(Route::Form(Purpose::Correct(id))) }
                    }),
                    sheet: shown.map(|(title, lines)| rsx! {
                        Sheet { title, onclose: move |()| old.set(None),
                            AllLines { lines }
                            Button { kind: Kind::Text, label: t!("word-close"), onclick: move |_| old.set(None) }
                        }
                    }).or_else(|| large().map(|(id, name)| rsx! { Large { id, name, onclose: move |()| large.set(None) } })),
                    Head { draft: draft.clone() }
                    Out { view: view.clone(), today, takes }
                    Times { view: view.clone(), today }
                    Folding { away: folds.away() }
                    if !folds.away() {
                        if let Some(text) = draft.text.clone() { p { class: "own-words", translate: "no", "{text}" } }
                        FilesOf { files: view.files.clone(), today, onlarge: move |file| large.set(Some(file)) }
                        Others { draft: draft.clone(), today }
                        Versions { view: view.clone(), today, onread: move |at| old.set(Some(at)) }
                    }
                    if takes { Away { id, withdrawn: view.withdrawn.is_some() } }
                }
            }
        }
    }
}

/// The title, who it was with how sure she is, and where.
#[component]
fn Head(draft: EntryDraft) -> Element {
    let place = draft.place.as_ref().and_then(|at| Some((wording::place(at)?, at)));
    let place = place.map(|(said, at)| (wording::in_her_words(at, &said), said));
    rsx! {
        section { class: "stack gap-2",
            h1 { {wording::title(&draft)} }
            ul { class: "under",
                for (at, person) in draft.people.iter().enumerate() {
                    li { key: "{at}", Icon { glyph: Glyph::User, size: Size::Small }
                        span {
                            if let Some(name) = &person.name {
                                span { translate: "no", "{name}" }
                            } else {
                                {t!("field-not-named")}
                            }
                            if let Some(certainty) = person.certainty {
                                span { class: "sure-tag",
                                    span { class: wording::mark(certainty).class(), "aria-hidden": "true" }
                                    {wording::certainty(certainty)}
                                }
                            }
                        }
                    }
                }
                if let Some((hers, place)) = place {
                    li { Icon { glyph: Glyph::MapPin, size: Size::Small } span { translate: hers.then_some("no"), "{place}" } }
                }
            }
        }
    }
}

/// When it happened, when it was written down, when it was corrected, when files came to it: four things.
#[component]
fn Times(view: EntryView, today: Date) -> Element {
    let happened = view.current().and_then(|version| version.entry.content().happened.clone());
    let now_hint =
        matches!(happened, Some(crate::domain::Happened::Now { .. })).then(|| t!("entry-happened.now").to_owned());
    let first = view.versions.first().map(|version| wording::short(&version.recorded.at, today)).unwrap_or_default();
    let corrected = view.versions.iter().skip(1).next_back();
    let added = view.added_later().last().map(|file| wording::short(&file.added.at, today));
    rsx! {
        Facts {
            Fact { name: t!("entry-happened"), value: happened.map_or_else(|| t!("entry-happened.not-said").to_owned(), |at| wording::happened(&at, today)), hint: now_hint }
            Fact { name: t!("entry-written"), value: first }
            if let Some(version) = corrected { Fact { name: t!("entry-corrected"), value: wording::short(&version.recorded.at, today) } }
            if let Some(added) = added { Fact { name: t!("entry-files-added"), value: added } }
        }
    }
}

/// Everything else that is in it, in plain words.
#[component]
fn Others(draft: EntryDraft, today: Date) -> Element {
    let rest: Vec<Line> = lines(&draft, today).into_iter().filter(|line| !SAID_ABOVE.contains(&line.field)).collect();
    rsx! {
        section { class: "stack gap-2", aria_labelledby: "h-rest",
            h2 { id: "h-rest", {t!("entry-rest")} }
            AllLines { lines: rest }
        }
    }
}

/// Fields with their names.
#[component]
fn AllLines(lines: Vec<Line>) -> Element {
    rsx! {
        section { class: "card facts-card",
            dl { class: "facts told-facts",
                for (at, line) in lines.into_iter().enumerate() {
                    div { key: "{at}", class: if line.is_long() { "long" },
                        dt { {line.field.name()} }
                        dd { class: "own-words", dir: line.hers.then_some("auto"), translate: line.hers.then_some("no"), "{line.value}" }
                    }
                    for part in &line.more {
                        div { key: "{at}-{part.name}", class: "part",
                            dt { "{part.name}" }
                            dd { class: "own-words", dir: part.hers.then_some("auto"), translate: part.hers.then_some("no"), "{part.value}" }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
