//! What keeps the form from being saved: said beside its field, and named once above the button.

use super::work::Work;
use crate::domain::{EntryDraft, Refusal};
use crate::session::rule_in_words;
use crate::t;
use jiff::ZonedDateTime;

/// What is wrong, said beside the field that it is about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wrong {
    /// With the times.
    pub when: Option<String>,
    /// With the place.
    pub place: Option<String>,
    /// With how long which of the people was seen.
    pub seen: Option<(usize, String)>,
    /// With the count.
    pub count: Option<String>,
    /// With her words.
    pub words: Option<String>,
    /// With the entry as a whole. It has no field of its own.
    pub whole: Option<String>,
}

/// A part of the form that something is wrong with.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its heading in the form.
    pub name: &'static str,
    /// The field to go to, by its name in the page.
    pub field: String,
}

impl Wrong {
    /// Whether nothing is.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// The parts with something wrong, in the order of the form.
    pub fn parts(&self, work: &Work) -> Vec<Part> {
        let part = |on: bool, name, field: &str| on.then(|| Part { name, field: field.to_owned() });
        let seen =
            self.seen.as_ref().map(|(at, _)| Part { name: t!("record-how-seen"), field: format!("seen-for-{at}") });
        let parts = [
            part(self.when.is_some(), t!("record-when"), work.times.missing()),
            part(self.place.is_some(), t!("record-where"), "h-where"),
            seen,
            part(self.count.is_some(), t!("record-count"), "count"),
            part(self.words.is_some(), t!("record-words"), "words"),
        ];
        parts.into_iter().flatten().collect()
    }

    /// What of this is still wrong after a change, said anew. What is newly wrong waits for the next try to save: nobody is
    /// told off while she types.
    #[must_use]
    pub fn still(self, now: Self) -> Self {
        Self {
            when: self.when.and(now.when),
            place: self.place.and(now.place),
            seen: self.seen.and(now.seen),
            count: self.count.and(now.count),
            words: self.words.and(now.words),
            whole: self.whole.and(now.whole),
        }
    }

    /// With what the rules refused.
    fn refused(mut self, refusals: &[Refusal]) -> Self {
        for refusal in refusals {
            let at = match refusal {
                // The time that is missing is asked for already, and with it the entry has something in it.
                Refusal::NothingSaid if self.when.is_some() => continue,
                Refusal::NothingSaid => &mut self.words,
                Refusal::InTheFuture | Refusal::EndsBeforeItBegins => &mut self.when,
                Refusal::Count => &mut self.count,
                Refusal::NotOnEarth => &mut self.place,
                Refusal::TextTooLong | Refusal::ListTooLong | Refusal::OtherVersion(_) => &mut self.whole,
            };
            at.get_or_insert_with(|| rule_in_words(*refusal).into_owned());
        }
        self
    }
}

/// The entry as it would be recorded, and all that keeps it from it.
pub fn look_over(work: &Work, now: &ZonedDateTime) -> (EntryDraft, Wrong) {
    let (draft, wrong) = work.read(now.time_zone());
    match draft.clone().check(now.timestamp()) {
        Ok(_) => (draft, wrong),
        Err(refusals) => (draft, wrong.refused(&refusals)),
    }
}
