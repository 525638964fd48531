//! A card for 101: what to say, on one screen, to read aloud. Made from the journal while it is open; prompts where not.

mod facts;

use crate::session::{EntryLine, Query, VaultState};
use crate::ui::components::{Button, Glyph, Icon, Kind, Row, Rows, Size};
use crate::ui::first_reading::POLICE;
use crate::ui::given::Given;
use crate::ui::route::{Nav, Route};
use crate::ui::screens::guidance::PrintButton;
use crate::ui::screens::record::now;
use crate::ui::shell::{Calls, Screen};
use crate::ui::vault::use_vault;
use dioxus::prelude::*;
use facts::{Line, lines_of};

/// What is worth asking for: from the guidance on reporting.
const ASK_FOR: [&str; 4] = [
    "That you link these incidents, and do not look at them one by one.",
    "Who I can ask for: the person or team that deals with stalking.",
    "A crime reference number.",
    "What happens next, and when I will hear.",
];

/// The card.
#[component]
pub fn Card101() -> Element {
    let nav = use_context::<Nav>();
    let calls = use_context::<Calls>();
    let given = use_context::<Given>();
    let vault = use_vault();
    let session = given.session.clone();
    let entries = use_resource(move || {
        let (session, open) = (session.clone(), matches!(vault(), VaultState::Open | VaultState::ReadingOnly));
        async move { if open { session.entries(Query::default()).await.unwrap_or_default() } else { Vec::new() } }
    });
    let today = now(&given).date();
    let found: Vec<EntryLine> = entries.read_unchecked().clone().unwrap_or_default();
    let lines = lines_of(&found, today);
    let from_journal = !found.is_empty();
    rsx! {
        Screen { back: "Back", gap: "gap-4",
            action: rsx! { Button { kind: Kind::Main, glyph: Glyph::Phone, label: "Call {POLICE}", onclick: move |_| calls.call(POLICE) } },
            section { class: "stack gap-2",
                h1 { "A card for 101" }
                p { class: "lead",
                    if from_journal { "From your journal. Read it aloud, and pass over what you do not want to say." }
                    else { "What to say. Read it aloud, and pass over what you do not want to say." }
                }
            }
            section { class: "card pad say stack gap-3", aria_label: "What to say",
                p { "“I want to report what somebody keeps doing to me. I think that it may be stalking.”" }
                dl { class: "said-list",
                    for line in lines { SaidLine { key: "{line.name}", line } }
                }
                h2 { "“I ask for”" }
                ul { class: "ticks",
                    for ask in ASK_FOR { li { key: "{ask}", Icon { glyph: Glyph::Check, size: Size::Usual } span { "{ask}" } } }
                }
                p { class: "hint", "Say how they may reach you safely: a number and a time, or not at all." }
            }
            if vault() == VaultState::Locked {
                Rows {
                    Row { glyph: Glyph::Lock, title: "Unlock your journal", hint: "The card is then filled in from what you wrote", onclick: move |_| nav.go(Route::Unlock) }
                }
            }
            p { class: "hint", "It counts what you wrote down. It does not judge. The police may ask for more." }
            PrintButton {}
        }
    }
}

/// One thing to say: what the journal has, or a prompt.
#[component]
fn SaidLine(line: Line) -> Element {
    rsx! {
        div {
            dt { "{line.name}" }
            if line.said.is_empty() {
                dd { class: "prompt", "{line.prompt}" }
            } else {
                for said in line.said { dd { key: "{said}", "{said}" } }
            }
        }
    }
}

#[cfg(test)]
mod tests;
