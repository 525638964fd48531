//! What stands in the form: an entry as it is typed. Times and numbers stay as they were typed until they are read.

use super::seen::{Who, whole};
use super::times::Times;
use super::wrong::Wrong;
use crate::domain::{EntryDraft, FileId, Refusal, Told, Vanishing, Vehicle, Witness};
use crate::session::{HeldFile, KeptDraft, rule_in_words};
use crate::t;
use jiff::tz::TimeZone;

/// How a file that was taken in is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Shown {
    /// By its name.
    #[default]
    AsFile,
    /// As a small picture, a `data:` address.
    Small(String),
    /// By its name, with a sentence: it says that it is a picture, and it does not open as one.
    NoPicture,
}

/// The form.
#[derive(Clone, PartialEq)]
pub struct Work {
    /// What needs no reading. Its times, people and count are those of the fields below.
    pub draft: EntryDraft,
    /// What was taken in.
    pub files: Vec<HeldFile>,
    /// How each of them is shown.
    pub shown: Vec<Shown>,
    /// What it corrects.
    pub of: Option<crate::domain::RecordId>,
    /// Why.
    pub why: Option<String>,
    /// When.
    pub times: Times,
    /// Who. Never empty.
    pub who: Vec<Who>,
    /// How many alike, as typed.
    pub count: String,
}

impl Work {
    /// The form, filled with what was kept. A time that was not given stays empty: now is not when it happened.
    pub fn new(kept: KeptDraft) -> Self {
        let KeptDraft { mut draft, files, of, why, time, count } = kept;
        let times = Times::new(draft.happened.take(), time);
        let mut who: Vec<Who> = std::mem::take(&mut draft.people).into_iter().map(Who::new).collect();
        if who.is_empty() {
            who.push(Who::default());
        }
        let read = draft.count.take().map(|count| count.to_string());
        let count = count.or(read).unwrap_or_default();
        let shown = vec![Shown::default(); files.len()];
        Self { draft, files, shown, of, why, times, who, count }
    }

    /// As a draft to be kept: whatever can be read of it, and what cannot as it was typed.
    pub fn kept(&self, zone: &TimeZone) -> KeptDraft {
        let (draft, _) = self.read(zone);
        KeptDraft {
            draft,
            files: self.files.clone(),
            of: self.of,
            why: self.why.clone(),
            time: Some(self.times.typed()),
            count: Some(self.count.clone()),
        }
    }

    /// As an entry to be recorded, and what of it cannot be read.
    pub fn read(&self, zone: &TimeZone) -> (EntryDraft, Wrong) {
        let mut wrong = Wrong::default();
        let mut draft = self.draft.clone();
        draft.happened = self.times.read(zone);
        // An entry that never said when may be corrected without saying it now.
        if draft.happened.is_none() && !(self.of.is_some() && self.times.is_empty()) {
            wrong.when = Some(t!("record-when-missing").to_owned());
        }
        match whole(&self.count) {
            Ok(count) => draft.count = count.filter(|count| *count != 1),
            Err(()) => wrong.count = Some(rule_in_words(Refusal::Count).into_owned()),
        }
        draft.people = Vec::new();
        for (at, who) in self.who.iter().enumerate() {
            let (person, unclear) = who.read();
            draft.people.extend(person);
            wrong.seen = wrong.seen.or(unclear.map(|words| (at, words)));
        }
        tidy(&mut draft);
        (draft, wrong)
    }

    /// Adds a file that was taken in, with its small picture if it has one.
    pub fn add_file(&mut self, held: HeldFile, small: Option<String>) {
        self.shown.push(match small {
            Some(small) => Shown::Small(small),
            None if is_picture(&held) => Shown::NoPicture,
            None => Shown::AsFile,
        });
        self.files.push(held);
    }

    /// Takes a file out.
    pub fn remove_file(&mut self, file: FileId) {
        if let Some(at) = self.files.iter().position(|held| held.file == file) {
            self.files.remove(at);
            if at < self.shown.len() {
                self.shown.remove(at);
            }
        }
    }

    /// Whether something may be dangerous enough that help stands before writing. It is never scored.
    pub fn call_first(&self) -> bool {
        use crate::domain::Kind;
        let by_kind = self.draft.kinds.iter().any(|kind| matches!(kind, Kind::Threat | Kind::BreakIn));
        by_kind || self.draft.order_broken.as_deref().is_some_and(|order| !order.trim().is_empty())
    }
}

/// Whether it is a picture, or says by its name that it is one.
pub fn is_picture(held: &HeldFile) -> bool {
    held.media_type.starts_with("image/")
        || held.name.as_deref().is_some_and(|name| {
            let name = name.to_ascii_lowercase();
            [".jpg", ".jpeg", ".png", ".webp", ".heic", ".gif"].iter().any(|end| name.ends_with(end))
        })
}

/// Takes out what was opened and left empty. What she wrote stays as she wrote it.
fn tidy(draft: &mut EntryDraft) {
    for text in [&mut draft.text, &mut draft.effects_text, &mut draft.order_broken, &mut draft.whose.name] {
        blank(text);
    }
    for place in [&mut draft.place, &mut draft.their_place] {
        if let Some(at) = place {
            blank(&mut at.words);
            if *at == crate::domain::Place::default() {
                *place = None;
            }
        }
    }
    if let Some(crate::domain::Source::Told { by }) = &mut draft.source {
        blank(by);
    }
    for one in &mut draft.witnesses {
        blank(&mut one.contact);
        blank(&mut one.saw);
    }
    for one in &mut draft.vehicles {
        blank(&mut one.plate);
        blank(&mut one.looks);
    }
    draft.vanishing.iter_mut().for_each(|one| blank(&mut one.asked));
    for one in &mut draft.told {
        blank(&mut one.reference);
        blank(&mut one.officer);
    }
    draft.witnesses.retain(|one| *one != Witness::default());
    draft.vehicles.retain(|one| *one != Vehicle::default());
    draft.vanishing.retain(|one| *one != Vanishing::default());
    draft.told.retain(|one| *one != Told::default());
}

fn blank(text: &mut Option<String>) {
    if text.as_deref().is_some_and(|text| text.trim().is_empty()) {
        *text = None;
    }
}

#[cfg(test)]
#[path = "work_tests.rs"]
mod tests;
