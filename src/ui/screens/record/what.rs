//! What kind of thing it was, her words, how she knows, and what it changed.

use super::pen::Pen;
use crate::domain::{Effect, Kind as What, Source};
use crate::t;
use crate::ui::components::{Chip, Chips, Choice, Field, FieldKind, Glyph};
use dioxus::prelude::*;

/// The kinds that are offered at once. "More" shows all.
const FIRST: [What; 9] = [
    What::Seen,
    What::Followed,
    What::CameToHome,
    What::CameToWork,
    What::Call,
    What::Text,
    What::SocialMedia,
    What::Letter,
    What::Damage,
];

/// What kind, and how many alike.
#[component]
pub fn Kinds() -> Element {
    let pen = use_context::<Pen>();
    let work = pen.work();
    let mut all = use_signal(|| work.peek().draft.kinds.iter().any(|kind| !FIRST.contains(kind)));
    let chosen = work.read().draft.kinds.clone();
    let shown: Vec<What> = if all() { What::ALL.to_vec() } else { FIRST.to_vec() };
    rsx! {
        section { class: "stack gap-3",
            h2 { class: "label", {t!("record-kinds")} " " small { {t!("record-kinds.any")} } }
            Chips { label: t!("record-kinds"),
                for kind in shown {
                    Chip { key: "{kind:?}", label: crate::ui::wording::kind(kind), on: chosen.contains(&kind),
                        onclick: move |_| pen.edit(|work| toggle(&mut work.draft.kinds, kind)),
                    }
                }
                if !all() { Chip { label: t!("record-kinds.more"), glyph: Glyph::Plus, on: false, onclick: move |_| all.set(true) } }
            }
            if !chosen.is_empty() {
                Field { id: "count", label: t!("record-count"), hint: t!("record-count.hint"), kind: FieldKind::Number,
                    initial: work.peek().count.clone(), wrong: pen.wrong.read().count.clone(), quiet: true,
                    oninput: move |text| pen.edit(|work| work.count = text),
                }
            }
        }
    }
}

/// In her own words.
#[component]
pub fn OwnWords() -> Element {
    let pen = use_context::<Pen>();
    rsx! {
        Field { id: "words", label: t!("record-words"), kind: FieldKind::Area,
            hint: t!("record-words.hint"),
            wrong: pen.wrong.read().words.clone(), quiet: true,
            initial: pen.work().peek().draft.text.clone().unwrap_or_default(),
            oninput: move |text| pen.edit(|work| work.draft.text = Some(text)),
        }
    }
}

/// How she knows.
#[component]
pub fn HowYouKnow() -> Element {
    let pen = use_context::<Pen>();
    let source = pen.work().read().draft.source.clone();
    let put = move |source: Source| pen.edit(|work| work.draft.source = Some(source));
    let told = matches!(source, Some(Source::Told { .. }));
    let by = if let Some(Source::Told { by: Some(by) }) = &source { by.clone() } else { String::new() };
    rsx! {
        section { class: "stack gap-3",
            h2 { class: "label", {t!("record-source")} }
            div { class: "card rows", role: "radiogroup", aria_label: t!("record-source"),
                Choice { title: t!("record-source.seen"), chosen: source == Some(Source::SawOrHeard), onclick: move |_| put(Source::SawOrHeard) }
                Choice { title: t!("record-source.told"), chosen: told,
                    onclick: move |_| if !told { put(Source::Told { by: None }) },
                }
                Choice { title: t!("record-source.inferred"), chosen: source == Some(Source::Inferred), onclick: move |_| put(Source::Inferred) }
            }
            if told {
                Field { id: "told-by", label: t!("record-source.told-by"), initial: by, oninput: move |text| put(Source::Told { by: Some(text) }) }
            }
        }
    }
}

/// What it changed.
#[component]
pub fn Effects() -> Element {
    let pen = use_context::<Pen>();
    let work = pen.work();
    let chosen = work.read().draft.effects.clone();
    rsx! {
        section { class: "stack gap-3",
            h2 { class: "label", {t!("record-effects")} }
            Chips { label: t!("record-effects"),
                for effect in Effect::ALL.iter().copied() {
                    Chip { key: "{effect:?}", label: crate::ui::wording::effect(effect), on: chosen.contains(&effect),
                        onclick: move |_| pen.edit(|work| toggle(&mut work.draft.effects, effect)),
                    }
                }
            }
            Field { id: "effects", label: t!("record-effects.words"), kind: FieldKind::Area,
                initial: work.peek().draft.effects_text.clone().unwrap_or_default(),
                oninput: move |text| pen.edit(|work| work.draft.effects_text = Some(text)),
            }
        }
    }
}

fn toggle<T: PartialEq>(list: &mut Vec<T>, one: T) {
    match list.iter().position(|at| *at == one) {
        Some(at) => drop(list.remove(at)),
        None => list.push(one),
    }
}
