//! Who it was, how sure she is, and, offered and not demanded, how she saw them: what courts ask about identification
//! (R v Turnbull [1977] QB 224).

use super::pen::Pen;
use super::work::Who;
use crate::domain::{Certainty, Person};
use crate::ui::components::{Button, Chip, Chips, Field, FieldKind, Glyph, Kind, Unfold};
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
            h2 { class: "label", "Who it was" }
            for at in 0..count {
                OnePerson { key: "{round}-{at}", at, alone: count == 1 }
            }
            Button { kind: Kind::Text, glyph: Glyph::Plus, label: "Somebody else as well",
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
    let wrong = pen.wrong.read().seen.clone();
    let seen = seen_words(&who);
    rsx! {
        Field { id: "who-{at}", label: "Who it was", bare: true, glyph: Glyph::User, placeholder: "A name, or your words for them",
            initial: who.person.name.clone().unwrap_or_default(),
            oninput: move |text: String| edit(&|who| who.person.name = Some(text.clone())),
        }
        p { class: "hint", "How sure are you? “Not sure” is a good answer." }
        Chips { label: "How sure", layout: "pairs",
            for certainty in Certainty::ALL {
                Chip { key: "{certainty:?}", label: certainty.words(), on: who.sure == Some(certainty), mark: mark(certainty),
                    onclick: move |_| edit(&|who| who.sure = (who.sure != Some(certainty)).then_some(certainty)),
                }
            }
        }
        div { class: "card rows",
            Unfold { title: "How you saw them", hint: seen,
                Field { id: "how-known-{at}", label: "How you know them, or knew that it was them",
                    initial: who.person.how_known.clone().unwrap_or_default(),
                    oninput: move |text: String| edit(&|who| who.person.how_known = Some(text.clone())),
                }
                Field { id: "looks-{at}", label: "Looks, clothes, voice",
                    initial: who.person.looks.clone().unwrap_or_default(),
                    oninput: move |text: String| edit(&|who| who.person.looks = Some(text.clone())),
                }
                div { class: "two",
                    Field { id: "seen-for-{at}", label: "How long, seconds", kind: FieldKind::Number, initial: who.seen_for.clone(),
                        oninput: move |text: String| edit(&|who| who.seen_for.clone_from(&text)),
                    }
                    Field { id: "distance-{at}", label: "How far, metres", kind: FieldKind::Number, initial: who.distance.clone(),
                        oninput: move |text: String| edit(&|who| who.distance.clone_from(&text)),
                    }
                }
                Field { id: "light-{at}", label: "Light and weather",
                    initial: who.person.light.clone().unwrap_or_default(),
                    oninput: move |text: String| edit(&|who| who.person.light = Some(text.clone())),
                }
                Field { id: "in-the-way-{at}", label: "Anything in the way",
                    initial: who.person.in_the_way.clone().unwrap_or_default(),
                    oninput: move |text: String| edit(&|who| who.person.in_the_way = Some(text.clone())),
                }
            }
        }
        if let Some(wrong) = wrong { p { class: "field-wrong", role: "alert", "{wrong}" } }
        if !alone {
            Button { kind: Kind::Text, glyph: Glyph::X, label: "Take this person out", onclick: move |_| pen.take_out(|work| &mut work.who, at) }
        }
    }
}

/// What the closed row says.
fn seen_words(who: &Who) -> String {
    let plain = Person { name: None, certainty: Certainty::default(), ..who.person.clone() };
    let empty = [&plain.how_known, &plain.looks, &plain.light, &plain.in_the_way]
        .into_iter()
        .flatten()
        .all(|text| text.trim().is_empty());
    if empty && who.seen_for.trim().is_empty() && who.distance.trim().is_empty() {
        "How long, how far, light, clothes. If you like.".to_owned()
    } else {
        "Written down".to_owned()
    }
}
