//! The calendar of days: the last twelve weeks, a column a week. The table has every day.

use super::{AsTable, Table};
use crate::ui::wording::day;
use dioxus::prelude::*;
use jiff::{ToSpan, civil::Date};
use std::collections::BTreeMap;

/// How many weeks are shown.
const WEEKS: i32 = 12;
const LETTERS: [&str; 7] = ["M", "T", "W", "T", "F", "S", "S"];

/// The class of a day, by its count.
fn class(n: u32, is_today: bool, is_past: bool) -> &'static str {
    match (n, is_today, is_past) {
        (0, true, _) => "today",
        (0, _, false) => "off",
        (0, ..) => "",
        (1, ..) => "d1",
        (2, ..) => "d2",
        _ => "d3",
    }
}

/// Where each month begins, as a name and how many columns it has.
fn months(monday: Date) -> Vec<(String, usize)> {
    let mut months: Vec<(String, usize)> = Vec::new();
    for week in 0..WEEKS {
        // The month of a column is that of its Thursday, as it is for ISO weeks.
        let Ok(thursday) = monday.checked_add((7 * week + 3).days()) else { continue };
        let name = thursday.strftime("%b").to_string();
        match months.last_mut() {
            Some((last, columns)) if *last == name => *columns += 1,
            _ => months.push((name, 1)),
        }
    }
    months
}

/// The card.
#[component]
pub fn Days(days: BTreeMap<Date, u32>, today: Date, most: Option<(String, u32, usize)>) -> Element {
    let mut table = use_signal(|| false);
    let back = i32::from(today.weekday().to_monday_zero_offset()) + 7 * (WEEKS - 1);
    let Ok(monday) = today.checked_sub(back.days()) else { return VNode::empty() };
    let before = days.range(..monday).count();
    let cell = |week: i32, row: usize| {
        let on = i32::try_from(row).ok().and_then(|row| monday.checked_add((7 * week + row).days()).ok())?;
        let n = days.get(&on).copied().unwrap_or(0);
        Some((n, class(n, on == today, on <= today)))
    };
    let shown: u32 = days.range(monday..=today).map(|(_, n)| *n).sum();
    let rows = days.iter().rev().map(|(on, n)| (day(*on, today), *n)).collect::<Vec<_>>();
    rsx! {
        section { class: "card pad", aria_labelledby: "h-days",
            div { class: "section-head",
                h2 { id: "h-days", "Days" }
                AsTable { of: "Days", table: table(), onclick: move |_| table.toggle() }
            }
            div { class: "cal", role: "img", aria_label: "Calendar of the last twelve weeks, with {shown} entries. The table names each day.",
                span {}
                for (at, (name, columns)) in months(monday).into_iter().enumerate() {
                    span { key: "m{at}", class: "mon", style: "grid-column:span {columns}", if columns > 1 { "{name}" } }
                }
                for (row, letter) in LETTERS.into_iter().enumerate() {
                    span { key: "l{row}", "{letter}" }
                    for week in 0..WEEKS {
                        if let Some((n, class)) = cell(week, row) {
                            i { key: "{row}-{week}", class, if n > 0 { "{n}" } }
                        }
                    }
                }
            }
            if table() { Table { what: "Day", rows } }
            if let Some((name, n, of)) = most { p { class: "hint under-bars", "Most often on a " b { class: "b", "{name}" } ": {n} of {of} days." } }
            if before > 0 && !table() { p { class: "hint under-bars", "Earlier days are in the table." } }
        }
    }
}
