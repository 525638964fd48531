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
    let newer = if given.session.takes_updates() { t!("more-updates.hint") } else { t!("more-updates.hint-no-key") };
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
        Screen { back: t!("word-back"), gap: "gap-5",
            section { class: "stack gap-2", h1 { {t!("more-title")} } }
            if let Some(told) = told() { WentWrong { told } }
            if is_open(vault) {
                Rows {
                    Row { glyph: Glyph::Lock, title: t!("more-lock"), hint: t!("more-lock.hint"), onclick: lock }
                }
                Rows { label: t!("more-journal"),
                    Row { glyph: Glyph::FileText, title: t!("more-pack"), hint: t!("more-pack.hint"), onclick: move |_| nav.go(Route::Pack) }
                    Row { glyph: Glyph::ShieldCheck, title: t!("more-check"), hint: t!("more-check.hint"), onclick: move |_| nav.go(Route::Check) }
                    Row { glyph: Glyph::History, title: t!("more-access"), hint: t!("more-access.hint"), onclick: move |_| nav.go(Route::AccessLog) }
                }
                Rows { label: t!("more-getting-in"),
                    Row { glyph: Glyph::KeyRound, title: t!("more-ways"), hint: t!("more-ways.hint"), onclick: move |_| nav.go(Route::Ways) }
                    Row { glyph: Glyph::LogOut, tile: if disguised { Tile::Accent } else { Tile::Amber }, title: t!("more-disguise"),
                        hint: if disguised { t!("more-disguise.on") } else { t!("more-disguise.off") },
                        onclick: alone(Step::Disguise),
                    }
                    Row { glyph: Glyph::FileText, tile: Tile::Plain, title: t!("more-second"), hint: t!("more-second.hint"),
                        onclick: move |_| nav.go(Route::SecondPassphrase),
                    }
                }
            } else if vault == VaultState::Nothing {
                Rows {
                    Row { glyph: Glyph::Pencil, title: t!("more-set-up"), hint: t!("more-set-up.hint"), onclick: move |_| nav.go(Route::SET_UP) }
                }
            } else {
                p { class: "lead", {t!("more-locked")} }
                Button { kind: Kind::Soft, glyph: Glyph::Lock, label: t!("more-locked.unlock"), onclick: move |_| nav.go(Route::Unlock) }
            }
            Rows {
                Row { glyph: Glyph::SlidersHorizontal, tile: Tile::Plain, title: t!("phone-title"), hint: t!("phone-title.hint"), onclick: move |_| nav.go(Route::ThisPhone) }
            }
            Rows { label: t!("more-good-to-know"),
                Row { glyph: Glyph::Info, tile: Tile::Plain, title: t!("more-cannot"), onclick: alone(Step::CanAndCannot) }
                Row { glyph: Glyph::Smartphone, tile: Tile::Plain, title: t!("more-safe-phone"), onclick: alone(Step::SafePhone) }
                Row { glyph: Glyph::BookOpen, tile: Tile::Plain, title: t!("more-updates"), hint: newer, onclick: move |_| nav.go(Route::Updates) }
            }
            if is_open(vault) {
                Rows { label: t!("more-end"),
                    Row { glyph: Glyph::Trash2, tile: Tile::Plain, title: t!("more-destroy"), hint: t!("more-destroy.hint"), onclick: move |_| nav.go(Route::DestroyAll) }
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
            Button { kind: Kind::Soft, glyph: Glyph::Lock, label: t!("more-locked.unlock"), onclick: move |_| nav.go(Route::Unlock) }
        }
    }
}

#[cfg(test)]
mod tests;
