//! The calendar of days: the last twelve weeks, a column a week. The table has every day.

use super::{AsTable, Table};
use crate::t;
use crate::ui::wording::{day, month_short, weekday_letter};
use dioxus::prelude::*;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use std::collections::BTreeMap;

/// How many weeks are shown.
const WEEKS: i32 = 12;

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
fn months(monday: Date) -> Vec<(&'static str, usize)> {
    let mut months: Vec<(&'static str, usize)> = Vec::new();
    for week in 0..WEEKS {
        // The month of a column is that of its Thursday, as it is for ISO weeks.
        let Ok(thursday) = monday.checked_add((7 * week + 3).days()) else { continue };
        let name = month_short(thursday);
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
                h2 { id: "h-days", {t!("pattern-days")} }
                AsTable { of: t!("pattern-days"), table: table(), onclick: move |_| table.toggle() }
            }
            div { class: "cal", role: "img", aria_label: t!("pattern-days.calendar", n = shown),
                span {}
                for (at, (name, columns)) in months(monday).into_iter().enumerate() {
                    span { key: "m{at}", class: "mon", style: "grid-column:span {columns}", if columns > 1 { "{name}" } }
                }
                for (row, weekday) in Weekday::Monday.cycle_forward().take(7).enumerate() {
                    span { key: "l{row}", {weekday_letter(weekday)} }
                    for week in 0..WEEKS {
                        if let Some((n, class)) = cell(week, row) {
                            i { key: "{row}-{week}", class, if n > 0 { "{n}" } }
                        }
                    }
                }
            }
            if table() { Table { what: t!("pattern-days.day"), rows } }
            if let Some((name, n, of)) = most { MostOften { name, n, of } }
            if before > 0 && !table() { p { class: "hint under-bars", {t!("pattern-days.earlier")} } }
        }
    }
}

/// The day of the week with the most days, its name set in bold wherever the language puts it.
#[component]
fn MostOften(name: String, n: u32, of: usize) -> Element {
    let said = t!("pattern-most-often", weekday = name.as_str(), n = n, of = of);
    let (before, after) = said.split_once(&name).unwrap_or((&said, ""));
    let name = if before.len() < said.len() { name } else { String::new() };
    rsx! {
        p { class: "hint under-bars", "{before}" b { class: "b", "{name}" } "{after}" }
    }
}
