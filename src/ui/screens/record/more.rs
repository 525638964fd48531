//! "Add more": what few entries need, each in a row that opens. A closed row says what is in it.

use super::files::{Files, Picking};
use super::lists::{Cameras, Vehicles, WhoWasTold, Witnesses};
use super::pen::Pen;
use crate::domain::Place;
use crate::ui::components::{Choice, Field, Glyph, Unfold};
use crate::ui::wording::{RELATIONS, count, relation};
use dioxus::prelude::*;

/// The rows.
#[component]
pub fn More() -> Element {
    let pen = use_context::<Pen>();
    let picking = use_context::<Picking>();
    let work = pen.work();
    let work = work.read();
    let draft = &work.draft;
    let some = |n: usize, none: &str, one: &str, many: &str| {
        if n == 0 { none.to_owned() } else { count(n, one, many) }
    };
    let whose = match &draft.whose.name {
        Some(name) if !name.trim().is_empty() => format!("{}: {name}", relation(draft.whose.relation)),
        _ => relation(draft.whose.relation).to_owned(),
    };
    let order = draft.order_broken.clone().filter(|order| !order.trim().is_empty());
    let elsewhere = draft.their_place.as_ref().and_then(|at| at.words.clone());
    rsx! {
        section { class: "stack gap-3",
            h2 { class: "label", "Add more" }
            div { class: "card rows icons",
                Unfold { glyph: Glyph::User, title: "Whose experience", hint: whose, Whose {} }
                Unfold { glyph: Glyph::Users, title: "Who else saw it", hint: some(draft.witnesses.len(), "Nobody yet", "person", "people"), Witnesses {} }
                Unfold { glyph: Glyph::MapPin, title: "They were somewhere else", hint: elsewhere.unwrap_or_else(|| "For instance across the road".to_owned()),
                    Elsewhere {}
                }
                Unfold { glyph: Glyph::Car, title: "A vehicle", hint: some(draft.vehicles.len(), "Number plate, colour", "vehicle", "vehicles"), Vehicles {} }
                Unfold { glyph: Glyph::Camera, title: "CCTV that may be wiped", hint: some(draft.vanishing.len(), "Who was asked, and by when", "thing", "things"), Cameras {} }
                Unfold { glyph: Glyph::Paperclip, title: "Photos, sound, files", hint: some(work.files.len(), "None yet", "file", "files"),
                    open: !work.files.is_empty() || picking.was_waited_for(),
                    Files {}
                }
                Unfold { glyph: Glyph::MessageCircle, title: "Who you told", hint: some(draft.told.len(), "Nobody yet", "person", "people"), WhoWasTold {} }
                Unfold { glyph: Glyph::Gavel, title: "An order or bail condition", hint: order.unwrap_or_else(|| "If you think that it was broken".to_owned()),
                    Order {}
                }
            }
        }
    }
}

#[component]
fn Whose() -> Element {
    let pen = use_context::<Pen>();
    let whose = pen.work().read().draft.whose.clone();
    rsx! {
        div { class: "rows", role: "radiogroup", aria_label: "Whose experience",
            for one in RELATIONS {
                Choice { key: "{one:?}", title: relation(one), chosen: whose.relation == one,
                    onclick: move |_| pen.edit(|work| work.draft.whose.relation = one),
                }
            }
        }
        if whose.relation != Default::default() {
            Field { id: "whose", label: "Their name, or your words for them", initial: whose.name.unwrap_or_default(),
                oninput: move |text| pen.edit(|work| work.draft.whose.name = Some(text)),
            }
        }
    }
}

#[component]
fn Elsewhere() -> Element {
    let pen = use_context::<Pen>();
    let at = pen.work().peek().draft.their_place.clone().unwrap_or_default();
    rsx! {
        Field { id: "their-place", label: "Where they were", hint: "If that was not where you were.", initial: at.words.unwrap_or_default(),
            oninput: move |text: String| pen.edit(|work| work.draft.their_place.get_or_insert_with(Place::default).words = Some(text)),
        }
    }
}

#[component]
fn Order() -> Element {
    let pen = use_context::<Pen>();
    rsx! {
        Field { id: "order", label: "Which one, and what it says", hint: "As you understand it. Whether it was broken is for a court to say.",
            initial: pen.work().peek().draft.order_broken.clone().unwrap_or_default(),
            oninput: move |text| pen.edit(|work| work.draft.order_broken = Some(text)),
        }
        if pen.work().read().call_first() { super::danger::CallFirst {} }
    }
}
