//! Lists in the form: who else saw it, vehicles, what may be wiped, who was told.

use super::pen::Pen;
use super::work::Work;
use crate::domain::{Told, Vanishing, Vehicle, Witness};
use crate::t;
use crate::ui::components::{Button, Field, FieldKind, Glyph, Kind};
use dioxus::prelude::*;

fn text(text: String) -> Option<String> {
    Some(text).filter(|text| !text.trim().is_empty())
}

/// A new one at the end, or this one out.
#[component]
fn AddOne(label: String, onclick: EventHandler<MouseEvent>) -> Element {
    rsx! { Button { kind: Kind::Line, glyph: Glyph::Plus, label, onclick } }
}

#[component]
fn TakeOut(onclick: EventHandler<MouseEvent>) -> Element {
    rsx! { Button { kind: Kind::Text, glyph: Glyph::X, label: t!("record-take-out"), onclick } }
}

/// Who else saw it.
#[component]
pub fn Witnesses() -> Element {
    let pen = use_context::<Pen>();
    let (all, round) = (pen.work().read().draft.witnesses.clone(), pen.round);
    fn of(work: &mut Work) -> &mut Vec<Witness> {
        &mut work.draft.witnesses
    }
    rsx! {
        for (at, one) in all.into_iter().enumerate() {
            div { key: "{round}-{at}", class: "stack gap-3 one-of",
                Field { id: "witness-{at}", label: t!("record-witnesses.name"), initial: one.name,
                    oninput: move |typed| pen.edit_one(of, at, |one| one.name = typed),
                }
                Field { id: "witness-saw-{at}", label: t!("record-witnesses.saw"), initial: one.saw.unwrap_or_default(),
                    oninput: move |typed| pen.edit_one(of, at, |one| one.saw = text(typed)),
                }
                Field { id: "witness-contact-{at}", label: t!("record-witnesses.contact"), hint: t!("record-witnesses.contact-hint"),
                    initial: one.contact.unwrap_or_default(),
                    oninput: move |typed| pen.edit_one(of, at, |one| one.contact = text(typed)),
                }
                TakeOut { onclick: move |_| pen.take_out(of, at) }
            }
        }
        AddOne { label: t!("record-witnesses.add"), onclick: move |_| pen.edit(|work| of(work).push(Witness::default())) }
    }
}

/// Vehicles.
#[component]
pub fn Vehicles() -> Element {
    let pen = use_context::<Pen>();
    let (all, round) = (pen.work().read().draft.vehicles.clone(), pen.round);
    fn of(work: &mut Work) -> &mut Vec<Vehicle> {
        &mut work.draft.vehicles
    }
    rsx! {
        for (at, one) in all.into_iter().enumerate() {
            div { key: "{round}-{at}", class: "stack gap-3 one-of",
                Field { id: "plate-{at}", label: t!("record-vehicles.plate"), hint: t!("record-vehicles.plate-hint"), initial: one.plate.unwrap_or_default(),
                    oninput: move |typed| pen.edit_one(of, at, |one| one.plate = text(typed)),
                }
                Field { id: "vehicle-{at}", label: t!("record-vehicles.looks"), initial: one.looks.unwrap_or_default(),
                    oninput: move |typed| pen.edit_one(of, at, |one| one.looks = text(typed)),
                }
                TakeOut { onclick: move |_| pen.take_out(of, at) }
            }
        }
        AddOne { label: t!("record-vehicles.add"), onclick: move |_| pen.edit(|work| of(work).push(Vehicle::default())) }
    }
}

/// What may be wiped.
#[component]
pub fn Cameras() -> Element {
    let pen = use_context::<Pen>();
    let (all, round) = (pen.work().read().draft.vanishing.clone(), pen.round);
    fn of(work: &mut Work) -> &mut Vec<Vanishing> {
        &mut work.draft.vanishing
    }
    rsx! {
        for (at, one) in all.into_iter().enumerate() {
            div { key: "{round}-{at}", class: "stack gap-3 one-of",
                Field { id: "camera-{at}", label: t!("record-cameras.what"), hint: t!("record-cameras.what-hint"), initial: one.what,
                    oninput: move |typed| pen.edit_one(of, at, |one| one.what = typed),
                }
                Field { id: "camera-asked-{at}", label: t!("record-cameras.asked"), initial: one.asked.unwrap_or_default(),
                    oninput: move |typed| pen.edit_one(of, at, |one| one.asked = text(typed)),
                }
                Field { id: "camera-by-{at}", label: t!("record-cameras.by"), kind: FieldKind::Date,
                    initial: one.by.map(|by| by.to_string()).unwrap_or_default(),
                    oninput: move |typed: String| pen.edit_one(of, at, |one| one.by = typed.parse().ok()),
                }
                TakeOut { onclick: move |_| pen.take_out(of, at) }
            }
        }
        AddOne { label: t!("record-cameras.add"), onclick: move |_| pen.edit(|work| of(work).push(Vanishing::default())) }
    }
}

/// Who was told.
#[component]
pub fn WhoWasTold() -> Element {
    let pen = use_context::<Pen>();
    let (all, round) = (pen.work().read().draft.told.clone(), pen.round);
    fn of(work: &mut Work) -> &mut Vec<Told> {
        &mut work.draft.told
    }
    rsx! {
        for (at, one) in all.into_iter().enumerate() {
            div { key: "{round}-{at}", class: "stack gap-3 one-of",
                Field { id: "told-{at}", label: t!("record-told.who"), hint: t!("record-told.who-hint"), initial: one.who,
                    oninput: move |typed| pen.edit_one(of, at, |one| one.who = typed),
                }
                Field { id: "told-on-{at}", label: t!("record-told.on"), kind: FieldKind::Date,
                    initial: one.on.map(|on| on.to_string()).unwrap_or_default(),
                    oninput: move |typed: String| pen.edit_one(of, at, |one| one.on = typed.parse().ok()),
                }
                Field { id: "told-reference-{at}", label: t!("record-told.reference"), initial: one.reference.unwrap_or_default(),
                    oninput: move |typed| pen.edit_one(of, at, |one| one.reference = text(typed)),
                }
                Field { id: "told-officer-{at}", label: t!("record-told.officer"), initial: one.officer.unwrap_or_default(),
                    oninput: move |typed| pen.edit_one(of, at, |one| one.officer = text(typed)),
                }
                TakeOut { onclick: move |_| pen.take_out(of, at) }
            }
        }
        AddOne { label: t!("record-told.add"), onclick: move |_| pen.edit(|work| of(work).push(Told::default())) }
    }
}
