//! Destroying one entry, and destroying everything: what goes, what stays, what may remain elsewhere, and first of all what
//! is better. It is never said that something is deleted everywhere. Both ask for what opens the journal.

mod everything;
mod one;
mod secret;

pub use everything::{DestroyAll, ReminderStays};
pub use one::DestroyEntry;

use crate::t;
use crate::ui::components::{Notice, Tone};
use dioxus::prelude::*;

/// What may remain elsewhere. `packs`: how many were made that may hold it.
#[component]
fn MayRemain(packs: usize) -> Element {
    rsx! {
        section { class: "stack gap-2", aria_labelledby: "h-remains",
            h2 { id: "h-remains", {t!("destroy-remains")} }
            ul { class: "goes-list",
                li { {t!("destroy-remains.traces")} }
                li { {t!("destroy-remains.backups")} }
                if packs == 0 {
                    li { {t!("destroy-remains.given")} }
                } else {
                    li { {t!("destroy-remains.packs", n = packs)} }
                }
            }
        }
    }
}

/// Stands before the question itself where somebody was told.
#[component]
fn AskFirst(because: String) -> Element {
    rsx! {
        Notice { tone: Tone::Warning, b { {t!("destroy-ask-first")} }
            " "
            {t!("destroy-ask-first.more", because = because)}
        }
    }
}

#[cfg(test)]
mod tests;
