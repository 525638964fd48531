//! What was saved while the journal was locked. Whoever held the phone could save it, so she says of each whether it counts.

use super::aside::{AsideRow, use_aside};
use crate::domain::RecordId;
use crate::session::{MarkLine, Told};
use crate::t;
use crate::ui::components::{Button, Card, Empty, Glyph, Kind, Row, Rows, Tile, ToldNotice};
use crate::ui::given::Given;
use crate::ui::route::{Nav, Route, Tab};
use crate::ui::screens::record::now;
use crate::ui::shell::Screen;
use crate::ui::status::use_status;
use crate::ui::wording;
use dioxus::prelude::*;

/// The row in the journal that leads there, if anything waits; else the one to what was set aside, if anything was.
#[component]
pub(super) fn MarksRow() -> Element {
    let nav = use_context::<Nav>();
    let waiting = use_marks();
    let count = waiting.read().as_ref().and_then(|marks| marks.as_ref().ok()).map_or(0, Vec::len);
    let title = match count {
        0 => return rsx! { AsideRow {} },
        n => t!("journal-marks.row", n = n),
    };
    rsx! {
        Rows {
            Row { glyph: Glyph::Clock, tile: Tile::Amber, title, hint: t!("journal-marks.row-hint"),
                onclick: move |_| nav.go(Route::Marks),
            }
        }
    }
}

fn use_marks() -> Resource<Result<Vec<MarkLine>, crate::session::SessionError>> {
    let (given, status) = (use_context::<Given>(), use_status());
    use_resource(move || {
        // Whatever changes in the journal is asked for anew.
        let _ = status().revision;
        let session = given.session.clone();
        async move { session.marks().await }
    })
}

/// All of them, each with its two answers.
#[component]
pub fn Marks() -> Element {
    let nav = use_context::<Nav>();
    let waiting = use_marks();
    let aside = use_aside();
    let has_aside = matches!(&*aside.read(), Some(Ok(marks)) if !marks.is_empty());
    let mut told = use_signal(|| None::<Told>);
    let mut busy = use_signal(|| false);
    let given = use_context::<Given>();
    // In this screen's own scope: a mark goes from the list as soon as it is dealt with, and what follows must not go with it.
    let answer = use_callback(move |(id, mine): (RecordId, bool)| {
        if busy.replace(true) {
            return;
        }
        let session = given.session.clone();
        spawn(async move {
            let done = if mine {
                session.confirm_mark(id).await.map(Some)
            } else {
                session.set_mark_aside(id).await.map(|()| None)
            };
            busy.set(false);
            match done {
                Ok(Some(entry)) => nav.instead(Route::Entry(entry)),
                Ok(None) => told.set(None),
                Err(error) => told.set(Some(error.told())),
            }
        });
    });
    let body = match &*waiting.read() {
        None => rsx! { p { class: "hint centred", role: "status", {t!("journal-reading")} } },
        Some(Err(error)) => rsx! { ToldNotice { told: error.told() } },
        Some(Ok(marks)) if marks.is_empty() => rsx! {
            Empty { title: t!("journal-no-marks"), words: t!("journal-no-marks.words"),
                Button { kind: Kind::Soft, label: t!("journal-go"), onclick: move |_| nav.tab(Tab::Journal) }
            }
        },
        Some(Ok(marks)) => rsx! {
            for line in marks.clone() { OneMark { key: "{line.id}", line, answer } }
        },
    };
    rsx! {
        Screen { back: t!("word-back"), gap: "gap-5",
            section { class: "stack gap-2", h1 { {t!("journal-marks")} }
                p { class: "lead", {t!("journal-marks.lead")} }
            }
            if let Some(told) = told() { ToldNotice { told } }
            {body}
            if has_aside { AsideRow {} }
        }
    }
}

/// When it was saved, what and where; and when it joined the journal.
#[component]
pub(super) fn WhatWasSaved(line: MarkLine) -> Element {
    let given = use_context::<Given>();
    let today = now(&given).date();
    let place = line.mark.place.as_ref().map(|place| {
        wording::place(place).unwrap_or_else(|| {
            place.no_position.map_or_else(|| t!("journal-marks.no-place"), wording::no_position).to_owned()
        })
    });
    rsx! {
        div {
            h2 { class: "num", {wording::short(&line.mark.taken.at, today)} }
            if let Some(text) = &line.mark.text { p { class: "as-line", translate: "no", "{text}" } }
            if let Some(place) = place { p { class: "hint", "{place}" } }
            p { class: "meta", {t!("journal-marks.joined", when = wording::short(&line.joined.at, today))} }
        }
    }
}

#[component]
fn OneMark(line: MarkLine, answer: Callback<(RecordId, bool)>) -> Element {
    let mut sure = use_signal(|| false);
    let id: RecordId = line.id;
    rsx! {
        Card { class: "stack gap-3",
            WhatWasSaved { line }
            Button { kind: Kind::Soft, glyph: Glyph::Check, label: t!("journal-marks.mine"), onclick: move |_| answer.call((id, true)) }
            // What is set aside goes from this list, so a slip of the thumb must not do it.
            Button { kind: Kind::Text, label: if sure() { t!("journal-marks.again") } else { t!("journal-marks.set-aside") },
                onclick: move |_| if sure() { answer.call((id, false)) } else { sure.set(true) },
            }
        }
    }
}
