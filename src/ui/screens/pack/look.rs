//! What will be in the pack, entry by entry, and taking out one of them.

use super::{At, Chosen, summary};
use crate::domain::{Happened, RecordId};
use crate::session::{Choice, EntryLine, Preview, Query};
use crate::t;
use crate::ui::components::{Button, Kind, Rows, Switch, Working};
use crate::ui::given::Given;
use crate::ui::screens::more::Refused;
use crate::ui::shell::Screen;
use dioxus::prelude::*;

#[component]
pub(super) fn Looking(preview: Preview, chosen: Chosen) -> Element {
    let given = use_context::<Given>();
    let Chosen { mut choice, mut at, .. } = chosen;
    let lines = use_resource(move || {
        let asked = given.session.entries(Query::default());
        async move { asked.await.map_err(|error| error.told()) }
    });
    let found = lines.read().clone();
    let mut put = move |id: RecordId, on: bool| {
        let without = &mut choice.write().without;
        if on {
            without.remove(&id)
        } else {
            without.insert(id)
        };
    };
    rsx! {
        Screen { back: t!("pack-gives"), on_back: move |()| at.set(At::GivesAway), gap: "gap-5",
            action: rsx! { Button { kind: Kind::Main, label: t!("pack-look.done"), onclick: move |_| at.set(At::GivesAway) } },
            section { class: "stack gap-2", h1 { {t!("pack-look")} }
                p { class: "lead", role: "status", {summary(&preview)} }
                p { class: "hint", {t!("pack-look.hint")} }
                if preview.withdrawn > 0 { p { class: "hint", {t!("pack-look.withdrawn")} } }
            }
            match found {
                None => rsx! { Working { words: t!("pack-look.reading") } },
                Some(Err(told)) => rsx! { Refused { told } },
                Some(Ok(lines)) => rsx! {
                    Rows { icons: false, label: t!("pack-look.label"),
                        for line in lines.into_iter().filter(|line| !line.withdrawn && in_days(line, &choice.read())) {
                            Switch { key: "{line.id}", title: crate::ui::wording::title(line.entry.content()), hint: day(&line),
                                on: !choice.read().without.contains(&line.id), onchange: move |on| put(line.id, on),
                            }
                        }
                    }
                },
            }
        }
    }
}

/// "17 November 2026, with 2 files".
fn day(line: &EntryLine) -> String {
    let day = crate::ui::wording::date(line.day());
    match line.files.len() {
        0 => day,
        files => t!("pack-day-files", day = day, files = files),
    }
}

/// Whether an entry speaks of the chosen days, as the pack itself decides it.
fn in_days(line: &EntryLine, choice: &Choice) -> bool {
    let first = line.day();
    let last = line.entry.content().happened.as_ref().map_or(first, |happened| Happened::ends(happened).date());
    choice.from.is_none_or(|from| last >= from) && choice.to.is_none_or(|to| first <= to)
}
