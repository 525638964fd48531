//! What was saved while the journal was locked and set aside. A slip of the thumb, or somebody else's, must not be the last
//! word: each can be brought back, and then waits as before.

use super::marks::WhatWasSaved;
use crate::domain::RecordId;
use crate::session::{MarkLine, SessionError, Told};
use crate::t;
use crate::ui::components::{Button, Card, Empty, Glyph, Kind, Row, Rows, Tile, ToldNotice};
use crate::ui::given::Given;
use crate::ui::route::{Nav, Route, Tab};
use crate::ui::shell::Screen;
use crate::ui::status::use_status;
use dioxus::prelude::*;

/// The marks that are set aside; asked for anew whenever the journal changes.
pub(super) fn use_aside() -> Resource<Result<Vec<MarkLine>, SessionError>> {
    let (given, status) = (use_context::<Given>(), use_status());
    use_resource(move || {
        let _ = status().revision;
        let session = given.session.clone();
        async move { session.marks_aside().await }
    })
}

/// The row that leads to them, if there are any.
#[component]
pub(super) fn AsideRow() -> Element {
    let nav = use_context::<Nav>();
    let aside = use_aside();
    let title = match aside.read().as_ref().and_then(|marks| marks.as_ref().ok()).map_or(0, Vec::len) {
        0 => return rsx! {},
        n => t!("journal-aside.row", n = n),
    };
    rsx! {
        Rows {
            Row { glyph: Glyph::Archive, tile: Tile::Plain, title, hint: t!("journal-aside.row-hint"),
                onclick: move |_| nav.go(Route::MarksAside),
            }
        }
    }
}

/// All of them, each with its way back.
#[component]
pub fn MarksAside() -> Element {
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let aside = use_aside();
    let mut told = use_signal(|| None::<Told>);
    let mut busy = use_signal(|| false);
    // In this screen's own scope, since the card goes as soon as its mark is brought back.
    let bring = use_callback(move |id: RecordId| {
        if busy.replace(true) {
            return;
        }
        let asked = given.session.bring_mark_back(id);
        spawn(async move {
            let done = asked.await;
            busy.set(false);
            match done {
                // To where it waits.
                Ok(()) if nav.before() == Some(Route::Marks) => nav.back(),
                Ok(()) => nav.instead(Route::Marks),
                Err(error) => told.set(Some(error.told())),
            }
        });
    });
    let body = match &*aside.read() {
        None => rsx! { p { class: "hint centred", role: "status", {t!("journal-reading")} } },
        Some(Err(error)) => rsx! { ToldNotice { told: error.told() } },
        Some(Ok(marks)) if marks.is_empty() => rsx! {
            Empty { title: t!("journal-no-aside"), words: t!("journal-no-aside.words"),
                Button { kind: Kind::Soft, label: t!("journal-go"), onclick: move |_| nav.tab(Tab::Journal) }
            }
        },
        Some(Ok(marks)) => rsx! {
            for line in marks.clone() {
                Card { key: "{line.id}", class: "stack gap-3",
                    WhatWasSaved { line: line.clone() }
                    Button { kind: Kind::Soft, glyph: Glyph::History, label: t!("journal-aside.bring-back"), onclick: move |_| bring.call(line.id) }
                }
            }
        },
    };
    rsx! {
        Screen { back: t!("word-back"), gap: "gap-5",
            section { class: "stack gap-2", h1 { {t!("journal-aside")} }
                p { class: "lead", {t!("journal-aside.lead")} }
            }
            if let Some(told) = told() { ToldNotice { told } }
            {body}
        }
    }
}
