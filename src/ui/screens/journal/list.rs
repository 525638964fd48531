//! Entries by the day on which they happened, the latest first.

use crate::domain::{EntryDraft, RecordId};
use crate::session::EntryLine;
use crate::t;
use crate::ui::components::{Glyph, Icon, Size, Tile};
use crate::ui::route::{Nav, Route};
use crate::ui::wording::{certainty, day, glyph, hour, in_her_words, mark, place, time_of, title};
use dioxus::prelude::*;
use jiff::civil::Date;

/// A line of the list, in words.
#[derive(Clone, PartialEq)]
struct Shown {
    id: RecordId,
    glyph: Glyph,
    title: String,
    time: String,
    /// Her words, or else the place; and whether these are her own words and no others.
    words: Option<(String, bool)>,
    sure: Option<crate::domain::Certainty>,
    tags: Vec<(Glyph, String)>,
    out: bool,
}

impl Shown {
    fn of(line: &EntryLine) -> Self {
        let draft = line.entry.content();
        let time = match &draft.happened {
            Some(happened) => time_of(happened),
            None => t!("journal-written", time = hour(&line.recorded.at)),
        };
        let place = draft.place.as_ref().and_then(|at| {
            let said = place(at)?;
            let hers = in_her_words(at, &said);
            Some((said, hers))
        });
        let words = draft.text.clone().filter(|text| !text.trim().is_empty());
        Self {
            id: line.id,
            glyph: draft.kinds.first().map_or(Glyph::MapPin, |kind| glyph(*kind)),
            title: title(draft),
            time,
            words: words.map(|words| (words, true)).or(place),
            sure: draft.people.first().and_then(|person| person.certainty),
            tags: tags(line, draft),
            out: line.withdrawn,
        }
    }
}

fn tags(line: &EntryLine, draft: &EntryDraft) -> Vec<(Glyph, String)> {
    let files = |kind: &str| line.files.iter().filter(|media| media.starts_with(kind)).count();
    let (pictures, sounds, films) = (files("image/"), files("audio/"), files("video/"));
    let others = line.files.len() - pictures - sounds - films;
    let mut tags = Vec::new();
    if line.withdrawn {
        tags.push((Glyph::Archive, t!("journal-tag.out").to_owned()));
    }
    let counted = [
        (pictures, Glyph::Image, t!("journal-tag.pictures", n = pictures)),
        (sounds, Glyph::Mic, t!("journal-tag.sounds", n = sounds)),
        (films, Glyph::Video, t!("journal-tag.films", n = films)),
        (others, Glyph::Paperclip, t!("journal-tag.files", n = others)),
    ];
    tags.extend(counted.into_iter().filter(|(n, ..)| *n > 0).map(|(_, glyph, words)| (glyph, words)));
    if draft.order_broken.is_some() {
        tags.push((Glyph::Gavel, t!("journal-tag.order").to_owned()));
    }
    if line.corrections > 0 {
        tags.push((Glyph::History, t!("journal-tag.corrected").to_owned()));
    }
    tags
}

/// The days, each with its entries in a card.
#[component]
pub fn Days(lines: Vec<EntryLine>, today: Date) -> Element {
    let mut days: Vec<(Date, Vec<Shown>)> = Vec::new();
    for line in &lines {
        match days.last_mut() {
            Some((day, shown)) if *day == line.day() => shown.push(Shown::of(line)),
            _ => days.push((line.day(), vec![Shown::of(line)])),
        }
    }
    rsx! {
        for (on, entries) in days {
            section { key: "{on}",
                div { class: "day-head",
                    h2 { {day(on, today)} }
                    span { class: "hint", {t!("count-entries", n = entries.len())} }
                }
                div { class: "card rows thread",
                    for entry in entries { OneLine { key: "{entry.id}", entry } }
                }
            }
        }
    }
}

#[component]
fn OneLine(entry: Shown) -> Element {
    let nav = use_context::<Nav>();
    let folds = use_context::<crate::ui::screens::Folds>();
    let id = entry.id;
    rsx! {
        button { class: if entry.out { "entry-row out" } else { "entry-row" }, r#type: "button", onclick: move |_| nav.go(Route::Entry(id)),
            span { class: if entry.out { Tile::Plain.class() } else { Tile::Accent.class() }, Icon { glyph: entry.glyph } }
            span { class: "grow",
                span { class: "line1", b { class: "b", "{entry.title}" } span { class: "time", "{entry.time}" } }
                if let Some((words, hers)) = entry.words.as_ref().filter(|_| !folds.away()) {
                    span { class: "words", translate: hers.then_some("no"), "{words}" }
                }
                if entry.sure.is_some() || !entry.tags.is_empty() {
                    span { class: "tags",
                        if let Some(sure) = entry.sure {
                            span { span { class: mark(sure).class(), "aria-hidden": "true" } {certainty(sure)} }
                        }
                        for (glyph, words) in entry.tags {
                            span { key: "{words}", Icon { glyph, size: Size::Small } "{words}" }
                        }
                    }
                }
            }
        }
    }
}
