//! What the entries add up to: counts, a calendar of days, hours, weekdays, places. Each picture also as a table.

mod calendar;
mod tally;

use crate::session::{Query, SessionError, VaultState};
use crate::t;
use crate::ui::components::{Button, Glyph, Kind, ToldNotice, WhatWentWrong};
use crate::ui::given::Given;
use crate::ui::route::{Nav, Route, Tab};
use crate::ui::screens::record::now;
use crate::ui::shell::Screen;
use crate::ui::status::use_status;
use crate::ui::vault::{Closed, use_vault};
use crate::ui::wording::date;
use calendar::Days;
use dioxus::prelude::*;
use std::collections::BTreeSet;
use tally::Tally;

/// As many bars as can be taken in at a glance. The table has all.
const SHOWN: usize = 8;

/// The pattern so far.
#[component]
pub fn Pattern() -> Element {
    let vault = use_vault();
    match vault() {
        VaultState::Open | VaultState::ReadingOnly => rsx! { Counted { whole: vault() == VaultState::Open } },
        other => rsx! { Screen { back: Tab::Journal.name(), tab: Tab::Journal, Closed { vault: other } } },
    }
}

#[component]
fn Counted(whole: bool) -> Element {
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let status = use_status();
    let session = given.session.clone();
    let lines = use_resource(move || {
        let _ = status().revision;
        let session = session.clone();
        async move {
            let lines = session.entries(Query::default()).await?;
            // What she withdrew is in no count.
            Ok::<_, SessionError>(lines.into_iter().filter(|line| !line.withdrawn).collect::<Vec<_>>())
        }
    });
    let today = now(&given).date();
    match &*lines.read() {
        None => {
            rsx! { Screen { back: Tab::Journal.name(), tab: Tab::Journal, p { class: "hint centred", role: "status", {t!("pattern-counting")} } } }
        }
        Some(Err(error)) => {
            rsx! { Screen { back: Tab::Journal.name(), tab: Tab::Journal, WhatWentWrong { told: error.told() } } }
        }
        Some(Ok(lines)) => {
            let tally = Tally::of(lines);
            let (first, last) = tally.span();
            let weekdays = tally.weekday_bars();
            rsx! {
                Screen { back: Tab::Journal.name(), tab: Tab::Journal, gap: "gap-3",
                    section { class: "stack gap-1",
                        h1 { {t!("pattern-title")} }
                        if let (Some(first), Some(last)) = (first, last) {
                            p { class: "hint", {t!("pattern-title.span", first = date(first), last = date(last))} }
                        }
                    }
                    if !whole { ToldNotice { told: SessionError::ReadingOnly.told() } }
                    dl { class: "card counts",
                        div { dd { "{tally.entries}" } dt { {t!("pattern-count.entries", n = tally.entries)} } }
                        div { dd { "{tally.days.len()}" } dt { {t!("pattern-count.days", n = tally.days.len())} } }
                        div { dd { "{tally.contacts}" } dt { {t!("pattern-count.contacts", n = tally.contacts)} } }
                    }
                    Days { days: tally.days.clone(), today, most: tally.most_often() }
                    Bars { id: "weekdays", title: t!("pattern-weekdays"), what: t!("pattern-weekdays.one"), bars: weekdays, hint: None }
                    Bars { id: "hours", title: t!("pattern-hours"), what: t!("pattern-hours.one"), bars: tally.hour_bars(),
                        hint: (tally.without_time > 0).then(|| t!("pattern-hours.none", n = tally.without_time)),
                    }
                    Bars { id: "kinds", title: t!("pattern-kinds"), what: t!("pattern-kinds.one"), bars: tally.kinds.clone(),
                        hint: Some(t!("pattern-kinds.hint").to_owned()),
                    }
                    Bars { id: "places", title: t!("pattern-places"), what: t!("pattern-places.one"), bars: tally.places.clone(), hers: tally.places_not_ours.clone(),
                        hint: (tally.without_place > 0).then(|| t!("pattern-places.none", n = tally.without_place)),
                    }
                    p { class: "hint", {t!("pattern-title.no-advice")} }
                    Button { kind: Kind::Soft, glyph: Glyph::FileText, label: t!("pattern-make-pack"), onclick: move |_| nav.go(Route::Pack) }
                }
            }
        }
    }
}

/// Bars with their names and numbers, and the same as a table. `hers`: the names that stay as they are in every language.
#[component]
fn Bars(
    id: String,
    title: String,
    what: String,
    bars: Vec<(String, u32)>,
    hint: Option<String>,
    #[props(default)] hers: BTreeSet<String>,
) -> Element {
    let mut table = use_signal(|| false);
    let most = bars.iter().map(|(_, n)| *n).max().unwrap_or(0).max(1);
    let more = bars.len().saturating_sub(SHOWN);
    if bars.iter().all(|(_, n)| *n == 0) {
        return VNode::empty();
    }
    rsx! {
        section { class: "card pad", aria_labelledby: "h-{id}",
            div { class: "section-head",
                h2 { id: "h-{id}", "{title}" }
                AsTable { of: title.clone(), table: table(), onclick: move |_| table.toggle() }
            }
            ul { class: "bars",
                for (name, n) in bars.iter().take(SHOWN) {
                    li { key: "{name}",
                        span { class: "name", translate: hers.contains(name).then_some("no"), "{name}" }
                        span { class: "track", "aria-hidden": "true", i { style: "width:{100 * n / most}%" } }
                        span { class: "n num", "{n}" }
                    }
                }
            }
            if table() { Table { what, rows: bars, hers } }
            if more > 0 && !table() { p { class: "hint under-bars", {t!("pattern-table.more", n = more)} } }
            if let Some(hint) = hint { p { class: "hint under-bars", "{hint}" } }
        }
    }
}

/// Puts the table under the picture, and takes it away again.
#[component]
fn AsTable(of: String, table: bool, onclick: EventHandler<MouseEvent>) -> Element {
    let words = if table { t!("pattern-table.close") } else { t!("pattern-table") };
    rsx! {
        button { class: "link", r#type: "button", "aria-expanded": "{table}", aria_label: t!("pattern-table.of", what = of, action = words), onclick: move |event| onclick.call(event), "{words}" }
    }
}

/// Names and numbers.
#[component]
fn Table(what: String, rows: Vec<(String, u32)>, #[props(default)] hers: BTreeSet<String>) -> Element {
    rsx! {
        table { class: "table",
            thead { tr { th { scope: "col", "{what}" } th { scope: "col", {t!("pattern-table.how-many")} } } }
            tbody {
                for (at, (name, n)) in rows.into_iter().enumerate() {
                    tr { key: "{at}", th { scope: "row", translate: hers.contains(&name).then_some("no"), "{name}" } td { class: "num", "{n}" } }
                }
            }
        }
    }
}
