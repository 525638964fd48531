//! "Add more": what few entries need, each in a row that opens. A closed row says what is in it.

use super::files::{Files, Picking};
use super::lists::{Cameras, Vehicles, WhoWasTold, Witnesses};
use super::pen::Pen;
use crate::domain::Place;
use crate::t;
use crate::ui::components::{Choice, Field, Glyph, Unfold};
use crate::ui::wording::{RELATIONS, relation};
use dioxus::prelude::*;

/// The rows.
#[component]
pub fn More() -> Element {
    let pen = use_context::<Pen>();
    let picking = use_context::<Picking>();
    let work = pen.work();
    let work = work.read();
    let draft = &work.draft;
    let count = |n: usize, none: &str, some: String| if n == 0 { none.to_owned() } else { some };
    let (witnesses, vehicles, cameras) = (draft.witnesses.len(), draft.vehicles.len(), draft.vanishing.len());
    let (files, told) = (work.files.len(), draft.told.len());
    // Those that the entry has are not in the form: a correction takes none out.
    let there = (pen.before)().map_or(0, |before| before.files);
    let files_said = match (files, there) {
        (_, 0) => count(files, t!("recording-files.none"), t!("recording-files.some", n = files)),
        (0, _) => t!("recording-files.there", n = there),
        _ => t!("recording-files.new-and-there", new = files, n = there),
    };
    let whose = match &draft.whose.name {
        Some(name) if !name.trim().is_empty() => {
            t!("record-whose.named", whose = relation(draft.whose.relation), name = name)
        }
        _ => relation(draft.whose.relation).to_owned(),
    };
    let order = draft.order_broken.clone().filter(|order| !order.trim().is_empty());
    let elsewhere = draft.their_place.as_ref().and_then(|at| at.words.clone()).filter(|words| !words.trim().is_empty());
    rsx! {
        section { class: "stack gap-3",
            h2 { class: "label", {t!("record-more")} }
            div { class: "card rows icons",
                Unfold { glyph: Glyph::User, title: t!("record-whose"), hint: whose, Whose {} }
                Unfold { glyph: Glyph::Users, title: t!("record-witnesses"),
                    hint: count(witnesses, t!("record-witnesses.none"), t!("record-witnesses.some", n = witnesses)),
                    Witnesses {}
                }
                Unfold { glyph: Glyph::MapPin, title: t!("record-elsewhere"), hers: elsewhere.is_some(),
                    hint: elsewhere.unwrap_or_else(|| t!("record-elsewhere.none").to_owned()),
                    Elsewhere {}
                }
                Unfold { glyph: Glyph::Car, title: t!("record-vehicles"),
                    hint: count(vehicles, t!("record-vehicles.none"), t!("record-vehicles.some", n = vehicles)),
                    Vehicles {}
                }
                Unfold { glyph: Glyph::Camera, title: t!("record-cameras"),
                    hint: count(cameras, t!("record-cameras.none"), t!("record-cameras.some", n = cameras)),
                    Cameras {}
                }
                Unfold { glyph: Glyph::Paperclip, title: t!("recording-files"),
                    hint: files_said,
                    open: files > 0 || picking.was_waited_for(),
                    Files {}
                }
                Unfold { glyph: Glyph::MessageCircle, title: t!("record-told"),
                    hint: count(told, t!("record-told.none"), t!("record-told.some", n = told)),
                    WhoWasTold {}
                }
                Unfold { glyph: Glyph::Gavel, title: t!("record-order"), hers: order.is_some(),
                    hint: order.unwrap_or_else(|| t!("record-order.none").to_owned()),
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
        div { class: "rows", role: "radiogroup", aria_label: t!("record-whose"),
            for one in RELATIONS {
                Choice { key: "{one:?}", title: relation(one), chosen: whose.relation == one,
                    onclick: move |_| pen.edit(|work| work.draft.whose.relation = one),
                }
            }
        }
        if whose.relation != Default::default() {
            Field { id: "whose", label: t!("record-whose.name"), initial: whose.name.unwrap_or_default(),
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
        Field { id: "their-place", label: t!("record-elsewhere.where"), hint: t!("record-elsewhere.hint"), initial: at.words.unwrap_or_default(),
            oninput: move |text: String| pen.edit(|work| work.draft.their_place.get_or_insert_with(Place::default).words = Some(text)),
        }
    }
}

#[component]
fn Order() -> Element {
    let pen = use_context::<Pen>();
    rsx! {
        Field { id: "order", label: t!("record-order.which"), hint: t!("record-order.hint"),
            initial: pen.work().peek().draft.order_broken.clone().unwrap_or_default(),
            oninput: move |text| pen.edit(|work| work.draft.order_broken = Some(text)),
        }
        if pen.work().read().call_first() { super::danger::CallFirst {} }
    }
}
