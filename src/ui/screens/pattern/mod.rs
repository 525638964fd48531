//! What the entries add up to: counts, a calendar of days, hours, weekdays, places. Each picture also as a table.

mod calendar;
mod tally;

use crate::session::{Query, SessionError, VaultState};
use crate::ui::components::{Button, Glyph, Kind, ToldNotice, WhatWentWrong};
use crate::ui::given::Given;
use crate::ui::route::{Nav, Route, Tab};
use crate::ui::screens::record::now;
use crate::ui::shell::Screen;
use crate::ui::status::use_status;
use crate::ui::vault::{Closed, use_vault};
use crate::ui::wording::count;
use calendar::Days;
use dioxus::prelude::*;
use tally::Tally;

/// As many bars as can be taken in at a glance. The table has all.
const SHOWN: usize = 8;

/// The pattern so far.
#[component]
pub fn Pattern() -> Element {
    let vault = use_vault();
    match vault() {
        VaultState::Open | VaultState::ReadingOnly => rsx! { Counted { whole: vault() == VaultState::Open } },
        other => rsx! { Screen { back: "Journal", tab: Tab::Journal, Closed { vault: other } } },
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
            rsx! { Screen { back: "Journal", tab: Tab::Journal, p { class: "hint centred", role: "status", "Counting" } } }
        }
        Some(Err(error)) => {
            rsx! { Screen { back: "Journal", tab: Tab::Journal, WhatWentWrong { told: error.told() } } }
        }
        Some(Ok(lines)) => {
            let tally = Tally::of(lines);
            let (first, last) = tally.span();
            let weekdays = tally.weekday_bars();
            let none = |n: usize| count(n, "entry has", "entries have");
            rsx! {
                Screen { back: "Journal", tab: Tab::Journal, gap: "gap-3",
                    section { class: "stack gap-1",
                        h1 { "The pattern so far" }
                        if let (Some(first), Some(last)) = (first, last) {
                            p { class: "hint", {format!("{} to {}", first.strftime("%-d %B %Y"), last.strftime("%-d %B %Y"))} }
                        }
                    }
                    if !whole { ToldNotice { told: SessionError::ReadingOnly.told() } }
                    dl { class: "card counts",
                        div { dd { "{tally.entries}" } dt { if tally.entries == 1 { "entry" } else { "entries" } } }
                        div { dd { "{tally.days.len()}" } dt { if tally.days.len() == 1 { "day" } else { "days" } } }
                        div { dd { "{tally.contacts}" } dt { if tally.contacts == 1 { "contact" } else { "contacts" } } }
                    }
                    Days { days: tally.days.clone(), today, most: tally.most_often() }
                    Bars { id: "weekdays", title: "Days of the week", what: "Day", bars: weekdays, hint: None }
                    Bars { id: "hours", title: "Hours of the day", what: "Hours", bars: tally.hour_bars(),
                        hint: (tally.without_time > 0).then(|| format!("{} no time.", none(tally.without_time))),
                    }
                    Bars { id: "kinds", title: "What kind", what: "Kind", bars: tally.kinds.clone(),
                        hint: Some("Contacts of each kind. One entry can be of several.".to_owned()),
                    }
                    Bars { id: "places", title: "Places", what: "Place", bars: tally.places.clone(),
                        hint: (tally.without_place > 0).then(|| format!("{} no place.", none(tally.without_place))),
                    }
                    p { class: "hint", "This counts what you wrote. It does not judge, and it is not legal advice." }
                    Button { kind: Kind::Soft, glyph: Glyph::FileText, label: "Make an evidence pack", onclick: move |_| nav.go(Route::Pack) }
                }
            }
        }
    }
}

/// Bars with their names and numbers, and the same as a table.
#[component]
fn Bars(id: String, title: String, what: String, bars: Vec<(String, u32)>, hint: Option<String>) -> Element {
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
                        span { class: "name", "{name}" }
                        span { class: "track", "aria-hidden": "true", i { style: "width:{100 * n / most}%" } }
                        span { class: "n num", "{n}" }
                    }
                }
            }
            if table() { Table { what, rows: bars } }
            if more > 0 && !table() { p { class: "hint under-bars", "{more} more in the table." } }
            if let Some(hint) = hint { p { class: "hint under-bars", "{hint}" } }
        }
    }
}

/// Puts the table under the picture, and takes it away again.
#[component]
fn AsTable(of: String, table: bool, onclick: EventHandler<MouseEvent>) -> Element {
    let words = if table { "Close the table" } else { "As a table" };
    rsx! {
        button { class: "link", r#type: "button", "aria-expanded": "{table}", aria_label: "{of}. {words}", onclick: move |event| onclick.call(event), "{words}" }
    }
}

/// Names and numbers.
#[component]
fn Table(what: String, rows: Vec<(String, u32)>) -> Element {
    rsx! {
        table { class: "table",
            thead { tr { th { scope: "col", "{what}" } th { scope: "col", "How many" } } }
            tbody {
                for (at, (name, n)) in rows.into_iter().enumerate() {
                    tr { key: "{at}", th { scope: "row", "{name}" } td { class: "num", "{n}" } }
                }
            }
        }
    }
}
