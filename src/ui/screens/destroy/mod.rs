//! Destroying one entry, and destroying everything: what goes, what stays, what may remain elsewhere, and first of all what
//! is better. It is never said that something is deleted everywhere. Both ask for what opens the journal.

mod everything;
mod one;
mod secret;

pub use everything::DestroyAll;
pub use one::DestroyEntry;

use crate::ui::components::{Notice, Tone};
use dioxus::prelude::*;

/// What may remain elsewhere. `packs`: how many were made that may hold it.
#[component]
fn MayRemain(packs: usize) -> Element {
    rsx! {
        section { class: "stack gap-2", aria_labelledby: "h-remains",
            h2 { id: "h-remains", "What may remain" }
            ul { class: "goes-list",
                li { "Traces on this device. Its storage may keep what was overwritten, and somebody with special tools may find it." }
                li { "Backups that were made before. They are not changed." }
                match packs {
                    0 => rsx! { li { "Anything that you gave to somebody, or kept elsewhere." } },
                    1 => rsx! { li { "The evidence pack that you made, wherever it is now." } },
                    more => rsx! { li { "The {more} evidence packs that you made, wherever they are now." } },
                }
            }
        }
    }
}

/// Stands before the question itself where somebody was told.
#[component]
fn AskFirst(because: String) -> Element {
    rsx! {
        Notice { tone: Tone::Warning, b { "Ask your officer or solicitor first. " } "{because} Destroying what may be evidence can harm your case." }
    }
}

#[cfg(test)]
mod tests;
