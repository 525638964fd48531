//! Who opened the journal: what the chain itself holds about that, as a plain list.

use super::Refused;
use crate::domain::{Record, SecretClass, Stamped};
use crate::ui::components::{Glyph, Notice, Row, Rows, Tile, Working};
use crate::ui::given::Given;
use crate::ui::shell::Screen;
use dioxus::prelude::*;

/// The list, the latest first.
#[component]
pub fn AccessLog() -> Element {
    let given = use_context::<Given>();
    let log = use_resource(move || {
        let asked = given.session.access_log();
        async move { asked.await.map_err(|error| error.told()) }
    });
    let found = log.read().clone();
    rsx! {
        Screen { back: "More", gap: "gap-5",
            section { class: "stack gap-2", h1 { "Who opened it" }
                p { class: "lead", "Each time the journal was unlocked, and each pack that was made of it." }
            }
            match found {
                None => rsx! { Working { words: "Reading the list." } },
                Some(Err(told)) => rsx! { Refused { told } },
                Some(Ok(log)) => {
                    let lines: Vec<_> = log.iter().rev().filter_map(|line| Some((line.id.to_string(), said(line)?))).collect();
                    rsx! {
                        if lines.is_empty() {
                            p { class: "lead", "It was set up, and never locked since." }
                        } else {
                            Rows { label: "The list",
                                for (id, line) in lines { Row { key: "{id}", glyph: line.glyph, tile: line.tile, title: line.title, hint: line.hint } }
                            }
                        }
                        Notice { "The app knows that the right secret was typed. It cannot know who typed it. If a time is not yours, somebody may know it." }
                    }
                }
            }
        }
    }
}

struct Line {
    glyph: Glyph,
    tile: Tile,
    title: String,
    hint: String,
}

/// A line in words. Signed heads say nothing about who opened it.
fn said(line: &Stamped) -> Option<Line> {
    let when = line.recorded.at.0.strftime("%-d %B %Y, %H:%M").to_string();
    match &line.record {
        Record::Unlocked { with, failed } => {
            let title = match with {
                SecretClass::Passphrase => "Opened with the passphrase",
                SecretClass::Pin => "Opened with the PIN",
                SecretClass::Recovery => "Opened with the recovery words",
            };
            let hint = match failed {
                0 => when,
                1 => format!("{when}. 1 failed try before it"),
                more => format!("{when}. {more} failed tries before it"),
            };
            let tile = if *failed > 0 { Tile::Amber } else { Tile::Plain };
            Some(Line { glyph: Glyph::KeyRound, tile, title: title.to_owned(), hint })
        }
        Record::Pack(pack) => {
            let part = if pack.selected { ", a selection" } else { "" };
            let entries = super::super::pack::counted(pack.entries as usize, "entry", "entries");
            Some(Line {
                glyph: Glyph::FileText,
                tile: Tile::Accent,
                title: "Evidence pack made".to_owned(),
                hint: format!("{when}. {entries}{part}"),
            })
        }
        _ => None,
    }
}
