//! Who it was, how sure she is, and, offered and not demanded, how she saw them: what courts ask about identification
//! (R v Turnbull [1977] QB 224).

use super::pen::Pen;
use super::seen::{STEPS, Unit, Who};
use crate::domain::{Certainty, Person};
use crate::t;
use crate::ui::components::{Button, Chip, Chips, Field, Glyph, Kind, Unfold};
use crate::ui::wording::mark;
use dioxus::prelude::*;

/// Everybody in it.
#[component]
pub fn WhoIt() -> Element {
    let pen = use_context::<Pen>();
    let count = pen.work().read().who.len();
    let round = pen.round;
    rsx! {
        section { class: "stack gap-3",
            h2 { class: "label", {t!("record-who")} }
            for at in 0..count {
                OnePerson { key: "{round}-{at}", at, alone: count == 1 }
            }
            Button { kind: Kind::Text, glyph: Glyph::Plus, label: t!("record-who.another"),
                onclick: move |_| pen.edit(|work| work.who.push(Who::default())),
            }
        }
    }
}

#[component]
fn OnePerson(at: usize, alone: bool) -> Element {
    let pen = use_context::<Pen>();
    let work = pen.work();
    let who = work.read().who.get(at).cloned().unwrap_or_default();
    let edit = move |change: &dyn Fn(&mut Who)| pen.edit_one(|work| &mut work.who, at, |who| change(who));
    let unclear = pen.wrong.read().seen.as_ref().is_some_and(|(who, _)| *who == at);
    rsx! {
        Field { id: "who-{at}", label: t!("record-who"), bare: true, glyph: Glyph::User, placeholder: t!("record-who.placeholder"),
            initial: who.person.name.clone().unwrap_or_default(),
            oninput: move |text: String| edit(&|who| who.person.name = Some(text.clone())),
        }
        p { class: "hint", {t!("record-how-sure.hint")} }
        Chips { label: t!("record-how-sure"), layout: "pairs",
            for certainty in Certainty::ALL {
                Chip { key: "{certainty:?}", label: crate::ui::wording::certainty(certainty), on: who.person.certainty == Some(certainty), mark: mark(certainty),
                    onclick: move |_| edit(&|who| {
                        let taken_back = who.person.certainty == Some(certainty);
                        who.person.certainty = (!taken_back).then_some(certainty);
                    }),
                }
            }
        }
        div { class: "card rows",
            // What is wrong in it must be in sight, so it opens then.
            for unclear in [unclear] {
                Unfold { key: "{unclear}", title: t!("record-how-seen"), hint: seen_words(&who), open: unclear, HowSeen { at } }
            }
        }
        if !alone {
            Button { kind: Kind::Text, glyph: Glyph::X, label: t!("record-who.take-out"), onclick: move |_| pen.take_out(|work| &mut work.who, at) }
        }
    }
}

#[component]
fn HowSeen(at: usize) -> Element {
    let pen = use_context::<Pen>();
    let work = pen.work();
    let who = work.read().who.get(at).cloned().unwrap_or_default();
    let edit = move |change: &dyn Fn(&mut Who)| pen.edit_one(|work| &mut work.who, at, |who| change(who));
    let wrong = pen.wrong.read().seen.clone().filter(|(who, _)| *who == at).map(|(_, words)| words);
    // Grows with each step that is tapped: the field is then made anew with it.
    let mut stepped = use_signal(|| 0_u32);
    rsx! {
        Field { id: "how-known-{at}", label: t!("record-how-known"),
            initial: who.person.how_known.clone().unwrap_or_default(),
            oninput: move |text: String| edit(&|who| who.person.how_known = Some(text.clone())),
        }
        Field { id: "looks-{at}", label: t!("record-looks"),
            initial: who.person.looks.clone().unwrap_or_default(),
            oninput: move |text: String| edit(&|who| who.person.looks = Some(text.clone())),
        }
        div { class: "stack gap-2",
            Field { id: "seen-for-{at}", label: t!("record-seen-for"), hint: t!("record-seen-for.hint"),
                initial: who.seen_for.clone(), wrong, quiet: true,
                oninput: move |text: String| edit(&|who| who.seen_for.clone_from(&text)),
            }
            Chips { label: t!("record-seen-for.unit"),
                for unit in Unit::ALL {
                    Chip { key: "{unit:?}", label: unit.words(), on: who.unit == Some(unit),
                        onclick: move |_| edit(&|who| who.unit = (who.unit != Some(unit)).then_some(unit)),
                    }
                }
            }
        }
        div { class: "stack gap-2",
            for round in [stepped()] {
                Field { key: "{round}", id: "distance-{at}", label: t!("record-distance"), hint: t!("record-distance.hint"),
                    initial: who.distance.clone(),
                    oninput: move |text: String| edit(&|who| who.distance.clone_from(&text)),
                }
            }
            Chips { label: t!("record-distance.steps"),
                for metres in STEPS {
                    Chip { key: "{metres}", label: t!("record-distance.metres", n = metres), on: who.distance.trim() == metres.to_string(),
                        onclick: move |_| {
                            edit(&|who| who.distance = metres.to_string());
                            stepped += 1;
                        },
                    }
                }
            }
        }
        Field { id: "light-{at}", label: t!("record-light"),
            initial: who.person.light.clone().unwrap_or_default(),
            oninput: move |text: String| edit(&|who| who.person.light = Some(text.clone())),
        }
        Field { id: "in-the-way-{at}", label: t!("record-in-the-way"),
            initial: who.person.in_the_way.clone().unwrap_or_default(),
            oninput: move |text: String| edit(&|who| who.person.in_the_way = Some(text.clone())),
        }
    }
}

/// What the closed row says.
fn seen_words(who: &Who) -> String {
    let Person { how_known, looks, light, in_the_way, .. } = &who.person;
    let texts = [how_known, looks, light, in_the_way].into_iter().flatten().chain([&who.seen_for, &who.distance]);
    if texts.into_iter().all(|text| text.trim().is_empty()) {
        t!("record-how-seen.empty").to_owned()
    } else {
        t!("record-how-seen.filled").to_owned()
    }
}
