//! What one does with the journal rarely: lock it, its recovery words, its disguise, its check, who opened it.

mod access_log;
mod check;
mod second_passphrase;
mod updates;

pub use access_log::AccessLog;
pub use check::Check;
pub use second_passphrase::SecondPassphrase;
pub use updates::Updates;

use super::set_up::{Step, is_open};
use crate::session::{Told, VaultState};
use crate::t;
use crate::ui::components::{Button, Glyph, Kind, Row, Rows, Tile, WentWrong};
use crate::ui::given::Given;
use crate::ui::route::{Nav, Route};
use crate::ui::shell::Screen;
use crate::ui::status::use_status;
use dioxus::prelude::*;

/// The list.
#[component]
pub fn More() -> Element {
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let status = use_status();
    let mut told = use_signal(|| None::<Told>);
    let vault = status().vault;
    let disguised = use_hook(|| given.session.has_way_back());
    let alone = move |step| move |_: MouseEvent| nav.go(Route::SetUp { step, alone: true });
    let keeping = given.clone();
    let lock = move |_: MouseEvent| {
        let (session, curtain) = (given.session.clone(), given.curtain.clone());
        // What is typed is kept before anything that locks.
        keeping.keep_typed();
        async move {
            match session.lock().await {
                // Nothing of the old tree stays.
                Ok(()) => curtain.renew(),
                Err(error) => told.set(Some(error.told())),
            }
        }
    };
    rsx! {
        Screen { back: "Back", gap: "gap-5",
            section { class: "stack gap-2", h1 { "More" } }
            if let Some(told) = told() { WentWrong { told } }
            if is_open(vault) {
                Rows {
                    Row { glyph: Glyph::Lock, title: "Lock now", hint: "The journal has to be unlocked again", onclick: lock }
                }
                Rows { label: "The journal",
                    Row { glyph: Glyph::FileText, title: "Make an evidence pack", hint: "For the police or a lawyer", onclick: move |_| nav.go(Route::Pack) }
                    Row { glyph: Glyph::ShieldCheck, title: "Check the journal", hint: "That nothing was changed or lost", onclick: move |_| nav.go(Route::Check) }
                    Row { glyph: Glyph::History, title: "Who opened it", hint: "Unlocked, failed tries, packs made, what was destroyed", onclick: move |_| nav.go(Route::AccessLog) }
                }
                Rows { label: "Getting in",
                    Row { glyph: Glyph::KeyRound, title: "What opens this journal", hint: "Passphrase, PIN, recovery words", onclick: move |_| nav.go(Route::Ways) }
                    Row { glyph: Glyph::LogOut, tile: if disguised { Tile::Accent } else { Tile::Amber }, title: "The disguise and the way back",
                        hint: if disguised { "Your number is on. Practise or change it" } else { "No number yet. It takes a minute" },
                        onclick: alone(Step::Disguise),
                    }
                    Row { glyph: Glyph::FileText, tile: Tile::Plain, title: "A second passphrase", hint: "If somebody makes you unlock: it opens plain notes",
                        onclick: move |_| nav.go(Route::SecondPassphrase),
                    }
                }
            } else if vault == VaultState::Nothing {
                Rows {
                    Row { glyph: Glyph::Pencil, title: "Set up the journal", hint: "About two minutes. It can wait", onclick: move |_| nav.go(Route::SET_UP) }
                }
            } else {
                p { class: "lead", "The journal is locked. Unlock it to make a pack, check it, or change its recovery words or disguise." }
                Button { kind: Kind::Soft, glyph: Glyph::Lock, label: "Unlock the journal", onclick: move |_| nav.go(Route::Unlock) }
            }
            Rows {
                Row { glyph: Glyph::SlidersHorizontal, tile: Tile::Plain, title: t!("phone-title"), hint: t!("phone-title.hint"), onclick: move |_| nav.go(Route::ThisPhone) }
            }
            Rows { label: "Good to know",
                Row { glyph: Glyph::Info, tile: Tile::Plain, title: "What this app cannot do", onclick: alone(Step::CanAndCannot) }
                Row { glyph: Glyph::Smartphone, tile: Tile::Plain, title: "Is this phone safe to use?", onclick: alone(Step::SafePhone) }
                Row { glyph: Glyph::BookOpen, tile: Tile::Plain, title: "Keep the guidance up to date", hint: "Newer pages and numbers, only when you ask", onclick: move |_| nav.go(Route::Updates) }
            }
            if is_open(vault) {
                Rows { label: "The end of it",
                    Row { glyph: Glyph::Trash2, tile: Tile::Plain, title: "Destroy everything…", hint: "The journal and its keys. It cannot be brought back", onclick: move |_| nav.go(Route::DestroyAll) }
                }
            }
        }
    }
}

/// What stands on a screen of the journal while it is locked.
#[component]
pub(super) fn Refused(told: Told) -> Element {
    let nav = use_context::<Nav>();
    let status = use_status();
    rsx! {
        WentWrong { told }
        if status().vault == VaultState::Locked {
            Button { kind: Kind::Soft, glyph: Glyph::Lock, label: "Unlock the journal", onclick: move |_| nav.go(Route::Unlock) }
        }
    }
}

#[cfg(test)]
mod tests;
