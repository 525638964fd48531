//! The directory of help: who to call, by nation and by need.

use crate::ui::components::{Chip, Chips, Directory, Field, FieldKind, Glyph, Notice};
use crate::ui::given::Given;
use crate::ui::reading::{HelpEntry, HelpGroup, Nation, Way};
use crate::ui::route::Tab;
use crate::ui::shell::Screen;
use dioxus::prelude::*;

/// The directory.
#[component]
pub fn Help() -> Element {
    let given = use_context::<Given>();
    let mut nation = use_signal(|| Nation::England);
    let mut words = use_signal(String::new);
    let here = found(&given.reading.help, Some(nation()), &words.read());
    let elsewhere = here.is_empty();
    let found = if elsewhere { found(&given.reading.help, None, &words.read()) } else { here };
    let first = found.first().and_then(|group| group.entries.first()).map(|entry| entry.name.clone());
    rsx! {
        Screen { title: "Help", tab: Tab::Help, gap: "gap-5",
            section { class: "stack gap-3",
                Field { id: "help-search", label: "Search the directory", bare: true, kind: FieldKind::Search, glyph: Glyph::Search,
                    placeholder: "Name or need", oninput: move |typed| words.set(typed),
                }
                Chips { label: "Where you are", layout: "slide",
                    for choice in Nation::ALL {
                        Chip { key: "{choice.name()}", label: choice.name(), on: choice == nation(), onclick: move |_| nation.set(choice) }
                    }
                }
            }
            Notice { "A call stays in your call list, and sometimes on the bill. A friend’s phone may be safer." }
            if found.is_empty() {
                p { class: "lead", role: "status", "Nobody in this list matches those words. Try one word, or a shorter one." }
            } else if elsewhere {
                p { class: "lead", role: "status", "Nothing for {nation().name()}. This is for another part of the UK." }
            }
            for group in found {
                section { key: "{group.title}", aria_label: "{group.title}",
                    div { class: "section-head", h2 { "{group.title}" } }
                    Directory { first: first.clone(), entries: group.entries }
                }
            }
        }
    }
}

/// The entries of this nation, or of all, in which every word appears, in their groups.
fn found(groups: &[HelpGroup], nation: Option<Nation>, words: &str) -> Vec<HelpGroup> {
    let words = words.to_lowercase();
    let wanted = |entry: &HelpEntry| {
        let number = match &entry.way {
            Way::Call(number) | Way::Text(number) => number.replace(' ', ""),
            Way::Web(address) => address.clone(),
            Way::Nothing => String::new(),
        };
        let text = format!("{} {} {} {number}", entry.name, entry.note, entry.words).to_lowercase();
        nation.is_none_or(|nation| entry.nations.contains(&nation))
            && words.split_whitespace().all(|word| text.contains(word))
    };
    groups
        .iter()
        .map(|group| HelpGroup {
            title: group.title.clone(),
            entries: group.entries.iter().filter(|entry| wanted(entry)).cloned().collect(),
        })
        .filter(|group| !group.entries.is_empty())
        .collect()
}

#[cfg(test)]
mod tests;
