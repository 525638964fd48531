//! The journal: counts, search, and what was written, by day.

mod aside;
mod list;
mod marks;

use crate::session::{Counts, Query, SessionError, VaultState};
use crate::t;
use crate::ui::begun::Begun;
use crate::ui::components::{
    Button, Empty, Field, FieldKind, Glyph, Icon, Kind, Notice, Row, Rows, SafeFirst, ToldNotice,
};
use crate::ui::given::Given;
use crate::ui::route::{Nav, Route, Tab};
use crate::ui::screens::{Purpose, record::now};
use crate::ui::shell::Screen;
use crate::ui::status::use_status;
use crate::ui::vault::{Closed, use_vault};
use crate::ui::wording::{date_near, listed, shown};
pub use aside::MarksAside;
use dioxus::prelude::*;
use list::Days;
pub use marks::Marks;
use marks::MarksRow;

/// The page of guidance about what to write down.
const WORTH_WRITING: &str = "keeping-evidence";

/// The journal's own screen. Without an open journal it says why, and what can be done.
#[component]
pub fn JournalList() -> Element {
    let vault = use_vault();
    match vault() {
        VaultState::Open | VaultState::ReadingOnly => rsx! { Opened { takes: vault() == VaultState::Open } },
        other => rsx! {
            Screen { title: Tab::Journal.name(), tab: Tab::Journal, dock: rsx! { RecordDock {} }, Closed { vault: other } }
        },
    }
}

/// "Get safe first", and the one main button.
#[component]
fn RecordDock() -> Element {
    let nav = use_context::<Nav>();
    rsx! {
        SafeFirst {}
        Button { kind: Kind::Main, glyph: Glyph::Pencil, label: t!("journal-record"), onclick: move |_| nav.go(Route::Record) }
    }
}

#[component]
fn Opened(takes: bool) -> Element {
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let status = use_status();
    let mut words = use_signal(String::new);
    let session = given.session.clone();
    let lines = use_resource(move || {
        // Whatever changes in the journal is asked for anew.
        let _ = status().revision;
        let (session, words) = (session.clone(), words());
        async move { session.entries(Query { words, shown: Some(shown), limit: 0 }).await }
    });
    let session = given.session.clone();
    let counts = use_resource(move || {
        let _ = status().revision;
        let session = session.clone();
        async move { session.counts().await }
    });
    let session = given.session.clone();
    let waiting = use_resource(move || {
        let session = session.clone();
        async move { session.kept_draft().await.ok().flatten().is_some() }
    });
    let today = now(&given).date();
    let total = counts.read().as_ref().and_then(|counts| counts.as_ref().ok()).cloned();
    // Withdrawn entries are in no count, and still there to be read.
    let nothing = !matches!(&*lines.read(), Some(Ok(found)) if !found.is_empty()) && words.read().is_empty();
    let empty = nothing && total.as_ref().is_some_and(|total| total.entries == 0);
    let has_page = given.reading().page(WORTH_WRITING).is_some();
    rsx! {
        Screen { title: Tab::Journal.name(), tab: Tab::Journal, gap: "gap-5", dock: takes.then(|| rsx! { RecordDock {} }),
            if !takes { ToldNotice { told: SessionError::ReadingOnly.told() } }
            if use_context::<Begun>().is_waiting() && takes {
                Rows {
                    Row { glyph: Glyph::Pencil, title: t!("journal-begun"), hint: t!("journal-begun.hint"),
                        onclick: move |_| nav.go(Route::Form(Purpose::Begun)),
                    }
                }
            }
            if *waiting.read() == Some(true) {
                Rows {
                    Row { glyph: Glyph::Pencil, title: t!("journal-kept"), hint: t!("journal-kept.hint"),
                        onclick: move |_| nav.go(Route::Form(Purpose::Kept)),
                    }
                }
            }
            MarksRow {}
            if empty {
                Empty { title: t!("journal-empty"), words: t!("journal-empty.words"),
                    if has_page {
                        button { class: "link-row", r#type: "button", onclick: move |_| nav.go(Route::Page(WORTH_WRITING.to_owned())),
                            {t!("journal-empty.worth")}
                            Icon { glyph: Glyph::ChevronRight }
                        }
                    }
                }
            } else {
                if let Some(total) = total { CountsCard { total, today } }
                Field { id: "journal-search", label: t!("journal-search"), bare: true, kind: FieldKind::Search, glyph: Glyph::Search,
                    placeholder: t!("journal-search"), oninput: move |text| words.set(text),
                }
                match &*lines.read() {
                    None => rsx! { p { class: "hint centred", role: "status", {t!("journal-reading")} } },
                    Some(Err(error)) => rsx! { ToldNotice { told: error.told() } },
                    Some(Ok(found)) if found.is_empty() => rsx! {
                        Notice { glyph: Glyph::Search, {t!("journal-search.nothing")} }
                    },
                    Some(Ok(found)) => rsx! { Days { lines: found.clone(), today } },
                }
            }
        }
    }
}

/// How many, on how many days, since when, and the last twelve weeks as bars. It opens the pattern.
#[component]
fn CountsCard(total: Counts, today: jiff::civil::Date) -> Element {
    let nav = use_context::<Nav>();
    let title = t!("journal-counts", entries = total.entries, days = total.days);
    let since = total.since.map(|day| t!("journal-counts.since", date = date_near(day, today)));
    let most = total.weeks.iter().copied().max().unwrap_or(0).max(1);
    let said = listed(total.weeks.iter().map(ToString::to_string)).unwrap_or_default();
    rsx! {
        button { class: "card row counts-row", r#type: "button", onclick: move |_| nav.go(Route::Pattern),
            span { class: "grow",
                b { "{title}" }
                if let Some(since) = since { span { class: "hint", "{since}" } }
            }
            span { class: "spark", role: "img", aria_label: t!("journal-counts.weeks", counts = said),
                for (at, week) in total.weeks.iter().enumerate() {
                    i { key: "{at}", class: if at >= 10 { "last" }, style: "height:{4 + 36 * week / most}px" }
                }
            }
            span { class: "chev", Icon { glyph: Glyph::ChevronRight } }
        }
    }
}
