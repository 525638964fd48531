//! The form's door: what it begins with, and the draft that may be waiting.

use super::page::FormPage;
use super::work::Work;
use crate::domain::{EntryDraft, RecordId};
use crate::session::{KeptDraft, Query, SessionError, VaultState};
use crate::t;
use crate::ui::begun::Begun;
use crate::ui::components::{Button, Glyph, Kind, Notice, WhatWentWrong};
use crate::ui::given::Given;
use crate::ui::pick::Choosing;
use crate::ui::route::{Nav, Route};
use crate::ui::shell::Screen;
use crate::ui::vault::{Closed, use_vault};
use dioxus::prelude::*;

/// What the form is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A new entry.
    New,
    /// The draft that was kept.
    Kept,
    /// What something else began: ticks, or a call.
    Begun,
    /// To correct an entry.
    Correct(RecordId),
    /// To add words to an entry that was recorded while it happened.
    AddTo(RecordId),
}

/// What the form begins with.
#[derive(Clone, PartialEq)]
struct Start {
    /// The form as it was asked for.
    asked: KeptDraft,
    /// A draft that was kept and is another one.
    waiting: Option<KeptDraft>,
    /// Places that she used before, the most often first.
    places: Vec<String>,
}

/// The form.
#[component]
pub fn Form(purpose: Purpose) -> Element {
    let vault = use_vault();
    let choosing = use_context::<Choosing>();
    match vault() {
        VaultState::Open => rsx! { Begin { purpose } },
        VaultState::ReadingOnly => rsx! {
            Screen { close: true, WhatWentWrong { told: SessionError::ReadingOnly.told() } }
        },
        other => rsx! {
            Screen { close: true,
                if choosing.waits() { Notice { b { {t!("phone-chosen")} } " " {t!("phone-chosen.more")} } }
                Closed { vault: other }
            }
        },
    }
}

#[component]
fn Begin(purpose: Purpose) -> Element {
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let mut chosen = use_signal(|| None::<Work>);
    let loading = given.clone();
    let begun = use_context::<Begun>();
    let choosing = use_context::<Choosing>();
    let begun = use_hook(|| if purpose == Purpose::Begun { begun.take() } else { None });
    let start = use_resource(move || {
        let (given, begun) = (loading.clone(), begun.clone());
        async move { load(&given, purpose, begun).await }
    });
    let adding = matches!(purpose, Purpose::AddTo(_));
    let start = start.read_unchecked();
    if let Some(work) = chosen() {
        let places = start.as_ref().and_then(|start| start.as_ref().ok()).map(|start| start.places.clone());
        return rsx! { FormPage { first: work, places: places.unwrap_or_default(), adding } };
    }
    match &*start {
        None => rsx! { Screen { close: true, p { class: "hint centred", role: "status", {t!("record-opening")} } } },
        Some(Err(error)) => rsx! { Screen { close: true, WhatWentWrong { told: error.told() } } },
        Some(Ok(Start { asked, waiting: None, places })) => rsx! {
            FormPage { first: Work::new(asked.clone()), places: places.clone(), adding }
        },
        Some(Ok(Start { asked, waiting: Some(waiting), .. })) => {
            let (fresh, kept) = (Work::new(asked.clone()), Work::new(waiting.clone()));
            let (session, unkept, of) = (given.session.clone(), given.unkept.clone(), waiting.of);
            rsx! {
                Screen { close: true,
                    action: rsx! {
                        Button { kind: Kind::Main, label: t!("record-began-before.go-on"), onclick: move |_| chosen.set(Some(kept.clone())) }
                    },
                    section { class: "stack gap-3",
                        h1 { {t!("record-began-before")} }
                        p { class: "lead", {t!("record-began-before.lead")} }
                    }
                    section { class: "stack gap-2",
                        Button { kind: Kind::Soft, glyph: Glyph::Pencil, label: t!("record-began-before.put-away"),
                            onclick: move |_| {
                                drop(session.drop_draft());
                                // What was chosen for that one does not come into this one.
                                choosing.forget();
                                unkept.take_missing(of);
                                chosen.set(Some(fresh.clone()));
                            },
                        }
                        p { class: "hint centred", {t!("record-began-before.put-away-hint")} }
                        Button { kind: Kind::Text, label: t!("record-began-before.journal"), onclick: move |_| nav.instead(Route::Journal) }
                    }
                }
            }
        }
    }
}

async fn load(given: &Given, purpose: Purpose, begun: Option<EntryDraft>) -> Result<Start, SessionError> {
    let kept = given.session.kept_draft().await?;
    let lines = given.session.entries(Query::default()).await?;
    let mut places: Vec<(String, usize)> = Vec::new();
    for words in lines.iter().filter_map(|line| line.entry.content().place.as_ref()?.words.clone()) {
        match places.iter_mut().find(|(known, _)| *known == words) {
            Some((_, times)) => *times += 1,
            None => places.push((words, 1)),
        }
    }
    places.sort_by_key(|(_, times)| std::cmp::Reverse(*times));
    let places = places.into_iter().map(|(words, _)| words).take(4).collect();
    let (asked, waiting) = match purpose {
        Purpose::New => (KeptDraft::default(), kept),
        Purpose::Begun => {
            let asked = KeptDraft { draft: begun.unwrap_or_default(), ..KeptDraft::default() };
            // She asked for it to be begun: it is kept from now on, as if she had typed it. A draft that waits comes first.
            if kept.is_none() && !asked.draft.is_blank() {
                given.session.keep_draft(asked.clone()).await?;
            }
            (asked, kept)
        }
        Purpose::Kept => (kept.unwrap_or_default(), None),
        Purpose::Correct(id) | Purpose::AddTo(id) => {
            let entry = given.session.entry(id).await?;
            let current = entry.current().ok_or(SessionError::NoSuchEntry)?;
            let draft = current.entry.content().clone();
            (KeptDraft { draft, of: Some(id), ..KeptDraft::default() }, kept)
        }
    };
    Ok(Start { asked, waiting, places })
}
