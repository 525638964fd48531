//! The answer: what it is like, what could be done today, who can help; and the offer to begin a record with it.

use super::{Ticks, may_record, sources_line};
use crate::domain::EntryDraft;
use crate::guidance::{Asking as Questions, Block};
use crate::session::VaultState;
use crate::t;
use crate::ui::begun::Begun;
use crate::ui::chosen::Chosen;
use crate::ui::components::{Button, Call999, Directory, Glyph, Kind, Prose, SafeFirst, WhereYouLive};
use crate::ui::given::Given;
use crate::ui::library::{blocks_of, help_entry};
use crate::ui::reading::HelpEntry;
use crate::ui::route::Nav;
use crate::ui::screens::guidance::PrintButton;
use crate::ui::shell::Screen;
use crate::ui::vault::use_vault;
use dioxus::prelude::*;

/// The entry of 999 itself: it has its own button, the red one.
const EMERGENCY: &str = "emergency-999";

#[component]
pub fn Answered(questions: Questions, ticks: Ticks) -> Element {
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let chosen = use_context::<Chosen>();
    let begun = use_context::<Begun>();
    let vault = use_vault();
    let mut answered = ticks.answered;
    let nation = chosen.nation();
    let answer = questions.answer(&ticks.ids.read(), nation);
    let Some(library) = given.reading().library.clone() else { return VNode::empty() };
    let directory = library.directory();
    // 999 stands first and red; the rest of what comes first follows it as it is in Help.
    let (first, rest) = match answer.blocks.as_slice() {
        [Block::Urgent(words), Block::Help(ids), rest @ ..] if answer.call_first => {
            let others = ids.iter().filter(|id| *id != EMERGENCY).filter_map(|id| directory.entry(id));
            let others: Vec<HelpEntry> = others.map(|entry| help_entry(entry, directory)).collect();
            (Some((blocks_of(&[Block::Urgent(words.clone())], directory), others)), rest)
        }
        all => (None, all),
    };
    let english = questions.language != library.language();
    let rest = blocks_of(rest, directory);
    let any = !ticks.ids.read().is_empty();
    let beginning = questions.beginning(&ticks.ids.read());
    let begin = move |_: MouseEvent| {
        let draft = EntryDraft {
            text: Some(beginning.text.clone()),
            kinds: beginning.kinds.clone(),
            effects: beginning.effects.clone(),
            ..EntryDraft::default()
        };
        begun.open(draft, nav, vault());
    };
    rsx! {
        Screen { back: t!("asking-ticks"), on_back: move |()| answered.set(false), gap: "gap-5",
            action: rsx! { Button { kind: Kind::Line, label: t!("word-close"), onclick: move |_| { ticks.clear(); nav.back(); } } },
            h1 { {t!("asking-title")} }
            if let Some((urgent, others)) = first {
                Prose { blocks: urgent, english }
                Call999 {}
                Directory { entries: others, nation }
            }
            WhereYouLive {}
            Prose { blocks: rest, english }
            if any && may_record(vault()) {
                section { class: "card pad stack gap-3 not-on-paper", aria_label: t!("asking-record"),
                    SafeFirst {}
                    Button { kind: Kind::Soft, glyph: Glyph::Pencil, label: "{questions.offer}", english, onclick: begin }
                    p { class: "hint",
                        match vault() {
                            VaultState::Nothing => t!("asking-record-none"),
                            VaultState::Locked => t!("asking-record-locked"),
                            _ => t!("asking-record-open"),
                        }
                    }
                }
            }
            p { class: "meta", {sources_line(&questions)} }
            PrintButton {}
        }
    }
}
