//! The door to the journal, as long as there is no journal.

use crate::ui::components::{Empty, SafeFirst};
use crate::ui::route::Tab;
use crate::ui::shell::Screen;
use dioxus::prelude::*;

/// Before set-up: what comes here.
#[component]
pub fn JournalDoor() -> Element {
    rsx! {
        Screen { title: "Journal", tab: Tab::Journal, dock: rsx! { SafeFirst {} },
            Empty { title: "Nothing written yet",
                words: "When something happens, write it here as soon as you can. Small things count too. You can add to it later.",
            }
        }
    }
}
