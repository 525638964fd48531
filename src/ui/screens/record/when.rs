//! When it happened: about, exactly, or between two times. The phone's own calendar and clock do the asking. They begin
//! empty, and today stands there only if she says so: an entry never claims a time that she did not give.

use super::pen::{Pen, now};
use super::work::Work;
use crate::session::HowExact as Exact;
use crate::t;
use crate::ui::components::{Button, Chip, Chips, Field, FieldKind, Glyph, Icon, Kind, Segmented, Size, focus};
use crate::ui::given::Given;
use dioxus::prelude::*;

const CHOICES: [Exact; 3] = [Exact::Exactly, Exact::About, Exact::Between];

/// The times.
#[component]
pub fn WhenIt() -> Element {
    let pen = use_context::<Pen>();
    let given = use_context::<Given>();
    let work = pen.work();
    let times = work.read().times.clone();
    let wrong = pen.wrong.read().when.clone();
    // Grows when something other than her own typing fills the fields: they are then made anew.
    let mut filled = use_signal(|| 0_u32);
    if times.exact == Exact::Now {
        let (day, hour) = times.from;
        let day = day.parse().map_or(day, crate::ui::wording::long_day);
        return rsx! {
            section { class: "stack gap-3",
                h2 { class: "label", {t!("record-when")} }
                p { class: "lead num", {t!("record-when-tapped", day = day, hour = hour)} }
                Button { kind: Kind::Line, label: t!("record-when.another"), onclick: move |_| pen.edit(|work| work.times.another()) }
            }
        };
    }
    let chosen = CHOICES.iter().position(|choice| *choice == times.exact).unwrap_or(1);
    let between = times.exact == Exact::Between;
    let today = now(&given).date();
    let days = [(t!("record-when.today"), Some(today)), (t!("record-when.yesterday"), today.yesterday().ok())];
    let (first_day, first_hour) = if between {
        (t!("record-when.from-day"), t!("record-when.from-time"))
    } else {
        (t!("record-when.day"), t!("record-when.time"))
    };
    let choices = vec![
        t!("record-when.exactly").to_owned(),
        t!("record-when.about").to_owned(),
        t!("record-when.between").to_owned(),
    ];
    let hint = match times.exact {
        Exact::Exactly => t!("record-when.exactly-hint"),
        Exact::About => t!("record-when.about-hint"),
        _ => t!("record-when.between-hint"),
    };
    rsx! {
        section { class: "stack gap-3",
            h2 { class: "label", {t!("record-when")} }
            Segmented { label: t!("record-when.how-exact"), choices, chosen,
                onchoose: move |at: usize| pen.edit(|work| work.times.exact = CHOICES.get(at).copied().unwrap_or(Exact::About)),
            }
            p { class: "hint", "{hint}" }
            Chips { label: t!("record-when.which-day"),
                for (name, day) in days {
                    if let Some(day) = day.map(|day| day.to_string()) {
                        Chip { key: "{name}", label: name, on: times.from.0 == day,
                            onclick: move |_| {
                                pen.edit(|work| work.times.from.0.clone_from(&day));
                                filled += 1;
                            },
                        }
                    }
                }
            }
            for round in [filled()] {
                div { key: "{round}", class: "stack gap-3",
                    DayAndHour { end: false, day: first_day, hour: first_hour, wrong: wrong.is_some() }
                    if between {
                        p { class: "hint", {t!("record-when.and")} }
                        DayAndHour { end: true, day: t!("record-when.to-day"), hour: t!("record-when.to-time"), wrong: wrong.is_some() }
                    }
                }
            }
            if let Some(wrong) = wrong {
                p { class: "field-wrong", id: "when-wrong", Icon { glyph: Glyph::TriangleAlert, size: Size::Small } span { "{wrong}" } }
            }
            if !between && times.from.1.is_empty() {
                Button { kind: Kind::Text, label: t!("record-when.unknown-hour"),
                    onclick: move |_| {
                        if pen.work().peek().times.from.0.is_empty() {
                            focus("from-day");
                            return;
                        }
                        let here = now(&given);
                        pen.edit(|work| work.times.whole_day(&here));
                        filled += 1;
                    },
                }
            }
            if times.was_tapped() {
                Button { kind: Kind::Text, label: t!("record-when.as-tapped"),
                    onclick: move |_| {
                        pen.edit(|work| work.times.as_tapped());
                        filled += 1;
                    },
                }
            }
        }
    }
}

/// One of the two times. The names say what the fields are to a screen reader; to the eye, their own faces do.
#[component]
fn DayAndHour(end: bool, day: &'static str, hour: &'static str, wrong: bool) -> Element {
    let pen = use_context::<Pen>();
    let of = move |work: &mut Work, set: &dyn Fn(&mut (String, String))| {
        set(if end { &mut work.times.to } else { &mut work.times.from });
    };
    let (first_day, first_hour) = {
        let work = pen.work();
        let times = &work.peek().times;
        if end { times.to.clone() } else { times.from.clone() }
    };
    let id = if end { "to" } else { "from" };
    let said_in = wrong.then(|| "when-wrong".to_owned());
    rsx! {
        div { class: if wrong { "day-hour wrong" } else { "day-hour" },
            Field { id: "{id}-day", label: day, bare: true, kind: FieldKind::Date, initial: first_day, wrong_in: said_in.clone(),
                oninput: move |text: String| pen.edit(|work| of(work, &|at| at.0.clone_from(&text))),
            }
            Field { id: "{id}-hour", label: hour, bare: true, kind: FieldKind::Time, initial: first_hour, wrong_in: said_in,
                oninput: move |text: String| pen.edit(|work| of(work, &|at| at.1.clone_from(&text))),
            }
        }
    }
}
