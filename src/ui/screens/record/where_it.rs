//! Where it happened: places that she used before, home, work, or somewhere else in her words. Never taken from the phone
//! when it is written up later: where she writes is not where it happened.

use super::pen::Pen;
use crate::domain::{Place, PlaceSort};
use crate::t;
use crate::ui::components::{Button, Chip, Chips, Field, Glyph, Icon, Kind, Size};
use crate::ui::wording;
use dioxus::prelude::*;

/// The place.
#[component]
pub fn WhereIt(places: Vec<String>) -> Element {
    let pen = use_context::<Pen>();
    let work = pen.work();
    let place = work.read().draft.place.clone().unwrap_or_default();
    let mut other = use_signal(|| {
        let at = work.peek().draft.place.clone().unwrap_or_default();
        at.words.is_some_and(|words| !places.contains(&words))
    });
    // The position of an entry that was recorded while it happened stays with it, whatever the place is called.
    let name = move |words: Option<String>, sort: Option<PlaceSort>| {
        pen.edit(|work| {
            let at = work.draft.place.get_or_insert_with(Place::default);
            let same = at.words == words && at.sort == sort;
            (at.words, at.sort) = if same { (None, None) } else { (words, sort) };
        });
    };
    let known = |words: &String| !other() && place.words.as_ref() == Some(words);
    let is_sort = |sort: PlaceSort| !other() && place.words.is_none() && place.sort == Some(sort);
    let position = place.position;
    let from_phone = position.map(|at| match wording::within(&at) {
        Some(within) => t!("recording-position", within = within),
        None => t!("recording-position.inexact").to_owned(),
    });
    let why_none = place.no_position.map(wording::no_position);
    rsx! {
        section { class: "stack gap-3",
            h2 { class: "label", id: "h-where", tabindex: "-1", {t!("record-where")} }
            Chips { label: t!("record-where"),
                for words in places.iter().cloned() {
                    Chip { key: "{words}", label: words.clone(), hers: true, on: known(&words),
                        onclick: {
                            let words = words.clone();
                            move |_| {
                                other.set(false);
                                name(Some(words.clone()), None);
                            }
                        },
                    }
                }
                for (sort, glyph) in [(PlaceSort::Home, Glyph::House), (PlaceSort::Work, Glyph::Briefcase), (PlaceSort::Online, Glyph::Smartphone)] {
                    Chip { key: "{sort:?}", label: wording::sort(sort), glyph, on: is_sort(sort),
                        onclick: move |_| {
                            other.set(false);
                            name(None, Some(sort));
                        },
                    }
                }
                Chip { label: t!("record-where.other"), glyph: Glyph::Plus, on: other(),
                    onclick: move |_| {
                        let opens = !other();
                        other.set(opens);
                        pen.edit(|work| {
                            let at = work.draft.place.get_or_insert_with(Place::default);
                            (at.words, at.sort) = (None, opens.then_some(PlaceSort::Other));
                        });
                    },
                }
            }
            if other() {
                Field { id: "place", label: t!("record-place"), hint: t!("record-place.hint"),
                    initial: place.words.clone().unwrap_or_default(),
                    oninput: move |text: String| pen.edit(|work| {
                        let at = work.draft.place.get_or_insert_with(Place::default);
                        at.words = Some(text).filter(|text| !text.trim().is_empty());
                    }),
                }
            }
            if let Some(words) = from_phone {
                p { class: "hint", "{words}" }
                Button { kind: Kind::Text, label: t!("recording-position.take-out"),
                    onclick: move |_| pen.edit(|work| if let Some(at) = &mut work.draft.place { at.position = None; }),
                }
            } else if let Some(why) = why_none {
                p { class: "hint", {t!("recording-position.none", why = why)} }
            }
            if let Some(wrong) = pen.wrong.read().place.clone() { p { class: "field-wrong", Icon { glyph: Glyph::TriangleAlert, size: Size::Small } span { "{wrong}" } } }
        }
    }
}
