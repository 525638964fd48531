//! Who opened the journal and what was done with it: what the chain itself holds about that, as a plain list.

use super::Refused;
use crate::domain::{Record, RecordId, SecretClass, Stamped};
use crate::session::{EntryLine, Query, Told};
use crate::t;
use crate::ui::components::{Glyph, Notice, Row, Rows, Tile, Working};
use crate::ui::given::Given;
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
        Screen { back: t!("more-title"), gap: "gap-5",
            section { class: "stack gap-2", h1 { {t!("more-access-title")} }
                p { class: "lead", {t!("more-access-title.lead")} }
            }
            match found {
                None => rsx! { Working { words: t!("more-access-title.working") } },
                Some(Err(told)) => rsx! { Refused { told } },
                Some(Ok((log, entries))) => {
                    let lines: Vec<_> = log.iter().rev().filter_map(|line| Some((line.id.to_string(), said(line, &entries)?))).collect();
                    rsx! {
                        if lines.is_empty() {
                            p { class: "lead", {t!("more-access-title.nothing")} }
                        } else {
                            Rows { label: t!("more-access-title.list"),
                                for (id, line) in lines { Row { key: "{id}", glyph: line.glyph, tile: line.tile, title: line.title, hint: line.hint } }
                            }
                        }
                        Notice { {t!("more-access-title.hint")} }
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
    let when = crate::ui::wording::date_and_hour(&line.recorded.at);
    let row = |glyph, tile, title: &str, hint| Some(Line { glyph, tile, title: title.to_owned(), hint });
    match &line.record {
        Record::Unlocked { with, failed } => {
            let title = match with {
                SecretClass::Passphrase => t!("more-access-passphrase"),
                SecretClass::Pin => t!("more-access-pin"),
                SecretClass::Recovery => t!("more-access-words"),
                SecretClass::Touch => t!("touch-opened-with"),
            };
            let hint = match failed {
                0 => when,
                some => t!("more-access-failed", when = when, n = *some),
            };
            row(Glyph::KeyRound, if *failed > 0 { Tile::Amber } else { Tile::Plain }, title, hint)
        }
        Record::Pack(pack) => {
            let hint = if pack.selected {
                t!("more-access-pack.selected", when = when, n = pack.entries)
            } else {
                t!("more-access-pack.hint", when = when, n = pack.entries)
            };
            row(Glyph::FileText, Tile::Accent, t!("more-access-pack"), hint)
        }
        Record::Withdrawn { of } => {
            let hint = t!("more-access-taken-out.hint", when = when, entry = named(*of, entries));
            row(Glyph::Archive, Tile::Plain, t!("more-access-taken-out"), hint)
        }
        Record::Restored { of } => {
            let hint = t!("more-access-put-back.hint", when = when, entry = named(*of, entries));
            row(Glyph::Archive, Tile::Accent, t!("more-access-put-back"), hint)
        }
        Record::Destroyed(gone) => {
            let what = match gone.files.len() {
                0 => t!("more-access-destroyed.hint", when = when, n = gone.versions),
                files => t!("more-access-destroyed.with-files", when = when, n = gone.versions, files = files),
            };
            let hint = match gone.records.first() {
                Some(seq) => format!("{what} {}", t!("more-access-destroyed.record", number = *seq)),
                None => what,
            };
            row(Glyph::Trash2, Tile::Amber, t!("more-access-destroyed"), hint)
        }
        Record::Mark(_) => {
            let hint = t!("more-access-saved-time.hint", when = when);
            row(Glyph::Clock, Tile::Plain, t!("more-access-saved-time"), hint)
        }
        Record::Marked(marked) => {
            let title = match (marked.entry, marked.waits) {
                (Some(_), _) => t!("more-access-saved-was-you"),
                (None, false) => t!("more-access-saved-aside"),
                (None, true) => t!("more-access-saved-back"),
            };
            row(Glyph::Clock, Tile::Plain, title, when)
        }
        Record::Opened(_) | Record::Entry(_) | Record::Correction { .. } | Record::File(_) | Record::Head(_) => None,
    }
}

/// "Seen, followed, of 17 November 2026".
fn named(id: RecordId, entries: &[EntryLine]) -> String {
    match entries.iter().find(|line| line.id == id) {
        Some(line) => {
            let day = crate::ui::wording::date(line.day());
            t!("more-access-entry", title = crate::ui::wording::title(line.entry.content()), day = day)
        }
        None => t!("more-access-entry.gone").to_owned(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::domain::{Destroyed, FileId, Moment, PackRecord, When};

    fn hint(record: Record) -> String {
        let at = When::parse("2026-11-17T19:20:31.123+00:00[Europe/London]").unwrap();
        let recorded = Moment { at, boot_ms: None };
        said(&Stamped { id: RecordId([7; 16]), recorded, record }, &[]).unwrap().hint
    }

    #[test]
    fn what_was_destroyed_is_said_with_how_much_of_it_there_was() {
        let gone = |versions, files: usize, records: &[u64]| {
            let files = vec![FileId([8; 16]); files];
            hint(Record::Destroyed(Destroyed { records: records.to_vec(), versions, files }))
        };
        assert_eq!(gone(1, 0, &[]), "17 November 2026, 19:20. 1 version.");
        assert_eq!(gone(3, 1, &[12]), "17 November 2026, 19:20. 3 versions and 1 file. It was record 12.");
        assert_eq!(gone(1, 2, &[1200]), "17 November 2026, 19:20. 1 version and 2 files. It was record 1200.");
    }

    #[test]
    fn a_pack_of_a_selection_is_told_from_a_whole_one() {
        let pack = |entries, selected| {
            let manifest = crate::domain::Digest([0; 32]);
            hint(Record::Pack(PackRecord { manifest, entries, files: 0, selected }))
        };
        assert_eq!(pack(1, false), "17 November 2026, 19:20. 1 entry");
        assert_eq!(pack(4, true), "17 November 2026, 19:20. 4 entries, a selection");
    }
}
