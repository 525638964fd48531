//! When it happened: exactly, about, or between two times. The phone's own calendar and clock do the asking.

use super::pen::Pen;
use super::work::{Exact, Work};
use crate::ui::components::{Button, Field, FieldKind, Glyph, Icon, Kind, Segmented, Size};
use dioxus::prelude::*;

const CHOICES: [Exact; 3] = [Exact::Exactly, Exact::About, Exact::Between];

/// The times.
#[component]
pub fn WhenIt() -> Element {
    let pen = use_context::<Pen>();
    let work = pen.work();
    let exact = work.read().times.exact;
    let wrong = pen.wrong.read().when.clone();
    if exact == Exact::Now {
        let (day, hour) = work.peek().times.from.clone();
        let day = day.parse().map_or(day, crate::ui::wording::long_day);
        return rsx! {
            section { class: "stack gap-3",
                h2 { class: "label", "When" }
                p { class: "lead num", "{day}, {hour}. Kept when you tapped." }
                Button { kind: Kind::Line, label: "It was another time",
                    onclick: move |_| pen.edit(|work| work.times.exact = Exact::About),
                }
            }
        };
    }
    let chosen = CHOICES.iter().position(|choice| *choice == exact).unwrap_or(0);
    let between = exact == Exact::Between;
    let (first_day, first_hour) = if between { ("From, day", "From, time") } else { ("Day", "Time") };
    rsx! {
        section { class: "stack gap-3",
            h2 { class: "label", "When" }
            Segmented { label: "How exact", choices: vec!["Exactly".into(), "About".into(), "Between".into()], chosen,
                onchoose: move |at: usize| pen.edit(|work| work.times.exact = CHOICES.get(at).copied().unwrap_or(Exact::Exactly)),
            }
            DayAndHour { end: false, day: first_day, hour: first_hour, wrong: wrong.is_some() }
            if between {
                p { class: "hint", "and" }
                DayAndHour { end: true, day: "To, day", hour: "To, time", wrong: wrong.is_some() }
            }
            if let Some(wrong) = wrong {
                p { class: "field-wrong", role: "alert", Icon { glyph: Glyph::TriangleAlert, size: Size::Small } span { "{wrong}" } }
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
    rsx! {
        div { class: if wrong { "day-hour wrong" } else { "day-hour" },
            Field { id: "{id}-day", label: day, bare: true, kind: FieldKind::Date, initial: first_day,
                oninput: move |text: String| pen.edit(|work| of(work, &|at| at.0.clone_from(&text))),
            }
            Field { id: "{id}-hour", label: hour, bare: true, kind: FieldKind::Time, initial: first_hour,
                oninput: move |text: String| pen.edit(|work| of(work, &|at| at.1.clone_from(&text))),
            }
        }
    }
}
