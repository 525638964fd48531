//! Who opened the journal and what was done with it: what the chain itself holds about that, as a plain list.

use super::Refused;
use crate::domain::{Record, RecordId, SecretClass, Stamped};
use crate::session::{EntryLine, Query, Told};
use crate::t;
use crate::ui::components::{Glyph, Notice, Row, Rows, Tile, Working};
use crate::ui::given::Given;
use crate::ui::screens::pack::counted;
use crate::ui::shell::Screen;
use dioxus::prelude::*;

/// The list, the latest first.
#[component]
pub fn AccessLog() -> Element {
    let given = use_context::<Given>();
    let log = use_resource(move || {
        let (asked, entries) = (given.session.access_log(), given.session.entries(Query::default()));
        async move {
            let log = asked.await.map_err(|error| error.told())?;
            Ok::<_, Told>((log, entries.await.unwrap_or_default()))
        }
    });
    let found = log.read().clone();
    rsx! {
        Screen { back: "More", gap: "gap-5",
            section { class: "stack gap-2", h1 { "Who opened it" }
                p { class: "lead", "Each time the journal was unlocked, each pack, and what was taken out or destroyed. The app only ever adds to it." }
            }
            match found {
                None => rsx! { Working { words: "Reading the list." } },
                Some(Err(told)) => rsx! { Refused { told } },
                Some(Ok((log, entries))) => {
                    let lines: Vec<_> = log.iter().rev().filter_map(|line| Some((line.id.to_string(), said(line, &entries)?))).collect();
                    rsx! {
                        if lines.is_empty() {
                            p { class: "lead", "It was set up, and never locked since." }
                        } else {
                            Rows { label: "The list",
                                for (id, line) in lines { Row { key: "{id}", glyph: line.glyph, tile: line.tile, title: line.title, hint: line.hint } }
                            }
                        }
                        Notice { "The app knows that the right secret was typed. It cannot know who typed it. If a time is not yours, somebody may know it. Openings of the plain notes, with a second passphrase, are not in this list." }
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
fn said(line: &Stamped, entries: &[EntryLine]) -> Option<Line> {
    let when = line.recorded.at.0.strftime("%-d %B %Y, %H:%M").to_string();
    let row = |glyph, tile, title: &str, hint| Some(Line { glyph, tile, title: title.to_owned(), hint });
    match &line.record {
        Record::Unlocked { with, failed } => {
            let title = match with {
                SecretClass::Passphrase => "Opened with the passphrase",
                SecretClass::Pin => "Opened with the PIN",
                SecretClass::Recovery => "Opened with the recovery words",
                SecretClass::Touch => t!("touch-opened-with"),
            };
            let hint = match failed {
                0 => when,
                1 => format!("{when}. 1 failed try before it"),
                more => format!("{when}. {more} failed tries before it"),
            };
            row(Glyph::KeyRound, if *failed > 0 { Tile::Amber } else { Tile::Plain }, title, hint)
        }
        Record::Pack(pack) => {
            let part = if pack.selected { ", a selection" } else { "" };
            let count = counted(pack.entries as usize, "entry", "entries");
            row(Glyph::FileText, Tile::Accent, "Evidence pack made", format!("{when}. {count}{part}"))
        }
        Record::Withdrawn { of } => {
            row(Glyph::Archive, Tile::Plain, "Entry taken out of packs", format!("{when}. {}", named(*of, entries)))
        }
        Record::Restored { of } => {
            row(Glyph::Archive, Tile::Accent, "Entry put back", format!("{when}. {}", named(*of, entries)))
        }
        Record::Destroyed(gone) => {
            let first = gone.records.first().map_or_else(String::new, |seq| format!(" It was record {seq}."));
            let versions = counted(gone.versions as usize, "version", "versions");
            let files = match gone.files.len() {
                0 => String::new(),
                files => format!(" and {}", counted(files, "file", "files")),
            };
            row(Glyph::Trash2, Tile::Amber, "Entry destroyed", format!("{when}. {versions}{files}.{first}"))
        }
        Record::Mark(_) => {
            row(Glyph::Clock, Tile::Plain, "A time saved while locked", format!("{when}. It joined the journal"))
        }
        Record::Marked(marked) => {
            let title = match (marked.entry, marked.waits) {
                (Some(_), _) => "You said that a saved time was you",
                (None, false) => "You set a saved time aside",
                (None, true) => "You brought a saved time back",
            };
            row(Glyph::Clock, Tile::Plain, title, when)
        }
        Record::Opened(_) | Record::Entry(_) | Record::Correction { .. } | Record::File(_) | Record::Head(_) => None,
    }
}

/// "Seen, followed, of 17 November 2026".
fn named(id: RecordId, entries: &[EntryLine]) -> String {
    match entries.iter().find(|line| line.id == id) {
        Some(line) => format!("{}, of {}", line.entry.title(), line.day().strftime("%-d %B %Y")),
        None => "It was destroyed afterwards".to_owned(),
    }
}
