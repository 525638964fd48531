//! A card for 101: what to say, on one page, to read aloud. Made from the journal while it is open; prompts where not.

mod facts;
mod references;

use crate::session::{EntryLine, Query, SessionError, Told, VaultState};
use crate::t;
use crate::ui::components::{Button, Glyph, Icon, Kind, NotSo, Notice, Row, Rows, Size, Tone};
use crate::ui::first_reading::POLICE;
use crate::ui::given::Given;
use crate::ui::route::{Nav, Route};
use crate::ui::screens::guidance::PrintButton;
use crate::ui::screens::record::now;
use crate::ui::shell::{Calls, Screen};
use crate::ui::vault::use_vault;
use dioxus::prelude::*;
use facts::{Line, Said, lines_of};

/// What is worth asking for: from the guidance on reporting.
fn ask_for() -> [&'static str; 4] {
    [t!("card-ask-link"), t!("card-ask-who"), t!("card-ask-number"), t!("card-ask-next")]
}

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
        async move { if open { session.entries(Query::default()).await } else { Ok(Vec::new()) } }
    });
    let today = now(&given).date();
    let Read { entries, lost } = Read::of(entries.read().as_ref());
    let lines = lines_of(&entries, today);
    rsx! {
        Screen { back: t!("word-back"), gap: "gap-4",
            action: rsx! { Button { kind: Kind::Main, glyph: Glyph::Phone, label: t!("card-call", number = POLICE), onclick: move |_| calls.call(POLICE) } },
            Title { from_journal: !entries.is_empty(), lost }
            if given.reading().is_old_number(POLICE, today) {
                Notice { tone: Tone::Warning, {t!("card-old", number = POLICE)} }
            }
            section { class: "card pad say stack gap-3", aria_label: t!("card-say"),
                p { {t!("card-begin")} }
                dl { class: "said-list",
                    for line in lines { SaidLine { key: "{line.name}", line } }
                }
                h2 { {t!("card-ask")} }
                ul { class: "ticks",
                    for ask in ask_for() { li { key: "{ask}", Icon { glyph: Glyph::Check, size: Size::Usual } span { "{ask}" } } }
                }
                p { class: "hint", {t!("card-safely")} }
            }
            if vault() == VaultState::Locked {
                Rows {
                    Row { glyph: Glyph::Lock, title: t!("card-unlock"), hint: t!("card-unlock.hint"), onclick: move |_| nav.go(Route::Unlock) }
                }
            }
            p { class: "hint", {t!("card-counts")} }
            PrintButton {}
        }
    }
}

/// What came of asking the journal.
#[derive(Debug, Default)]
struct Read {
    entries: Vec<EntryLine>,
    /// Why there is nothing of it, where there should be.
    lost: Option<Told>,
}

impl Read {
    fn of(answer: Option<&Result<Vec<EntryLine>, SessionError>>) -> Self {
        match answer {
            None => Self::default(),
            Some(Ok(entries)) => Self { entries: entries.clone(), lost: None },
            Some(Err(error)) => Self { entries: Vec::new(), lost: Some(error.told()) },
        }
    }
}

/// What the card is, and where what stands on it is from. A card that is blank against her will says so.
#[component]
fn Title(from_journal: bool, lost: Option<Told>) -> Element {
    rsx! {
        section { class: "stack gap-2",
            h1 { {t!("card-title")} }
            p { class: "lead",
                if from_journal { {t!("card-title.from-journal")} }
                else { {t!("card-title.without")} }
            }
        }
        if let Some(told) = lost {
            NotSo { bold: t!("card-not-read"), more: told.to_string() }
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
                for Said { words, hers } in line.said {
                    dd { key: "{words}", dir: hers.then_some("auto"), translate: hers.then_some("no"), "{words}" }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
