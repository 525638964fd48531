//! What stands in the form: an entry as it is typed. Times and numbers stay as they were typed until they are read.

use crate::domain::{
    Certainty, EntryDraft, FileId, Happened, MAX_COUNT, Person, Refusal, Told, Vanishing, Vehicle, When, Witness,
};
use crate::session::{HeldFile, KeptDraft};
use jiff::{ZonedDateTime, civil, tz::TimeZone};

/// How exactly she knows the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exact {
    /// She tapped while it was happening. Only an entry that was recorded so can have it.
    Now,
    /// She knows it.
    Exactly,
    /// Roughly.
    About,
    /// Some time in a span, or all through it.
    Between,
}

/// The time as it is typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Times {
    /// How exactly.
    pub exact: Exact,
    /// Day and hour, as `2026-11-17` and `18:42`.
    pub from: (String, String),
    /// The end of a span.
    pub to: (String, String),
    /// What was read from the entry. Given back as it was while nothing was changed: the fields know no seconds, no zone
    /// and not which of the two hours when the clocks go back.
    was: Option<AsRead>,
}

/// A time as an entry has it, and what stood in the fields for it: how exactly, from, to.
type AsRead = (Happened, Exact, [(String, String); 2]);

impl Times {
    fn new(happened: Option<Happened>, now: &ZonedDateTime) -> Self {
        let typed = |at: &When| (at.0.strftime("%Y-%m-%d").to_string(), at.0.strftime("%H:%M").to_string());
        let exact = match &happened {
            Some(Happened::Now { .. }) => Exact::Now,
            Some(Happened::Exact { .. }) | None => Exact::Exactly,
            Some(Happened::About { .. }) => Exact::About,
            Some(Happened::Between { .. }) => Exact::Between,
        };
        let now = When(now.clone());
        let (from, to) = match &happened {
            Some(happened) => (typed(happened.begins()), typed(happened.ends())),
            None => (typed(&now), typed(&now)),
        };
        let was = happened.map(|happened| (happened, exact, [from.clone(), to.clone()]));
        Self { exact, from, to, was }
    }

    fn is_empty(&self) -> bool {
        [&self.from, &self.to].iter().all(|(day, hour)| day.is_empty() && hour.is_empty())
    }

    /// Nothing typed yet.
    fn unsaid() -> Self {
        let empty = (String::new(), String::new());
        Self { exact: Exact::Exactly, from: empty.clone(), to: empty, was: None }
    }

    /// Reads what was typed. `None`: a day or an hour is missing.
    fn read(&self, zone: &TimeZone) -> Option<Happened> {
        if let Some((was, exact, [from, to])) = &self.was
            && (*exact, from, to) == (self.exact, &self.from, &self.to)
        {
            return Some(was.clone());
        }
        let at = |(day, hour): &(String, String)| -> Option<When> {
            let day: civil::Date = day.trim().parse().ok()?;
            let hour: civil::Time = hour.trim().parse().ok()?;
            day.to_datetime(hour).to_zoned_datetime(zone.clone()).ok().map(When)
        };
        Some(match self.exact {
            Exact::Now | Exact::Exactly => Happened::Exact { at: at(&self.from)? },
            Exact::About => Happened::About { at: at(&self.from)? },
            Exact::Between => Happened::Between { from: at(&self.from)?, to: at(&self.to)? },
        })
    }
}

/// Who it was, as it is typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Who {
    /// The person, but for the numbers.
    pub person: Person,
    /// Whether she said how sure she is.
    pub sure: Option<Certainty>,
    /// How long they were seen, in seconds, as typed.
    pub seen_for: String,
    /// From how far, in metres, as typed.
    pub distance: String,
}

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

/// What is wrong, said beside the field that it is about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wrong {
    /// With the times.
    pub when: Option<String>,
    /// With the place.
    pub place: Option<String>,
    /// With how long or how far they were seen.
    pub seen: Option<String>,
    /// With the count.
    pub count: Option<String>,
    /// With her words.
    pub words: Option<String>,
    /// With the entry as a whole.
    pub whole: Option<String>,
}

impl Wrong {
    /// All of it, in the order of the form.
    pub fn all(&self) -> Vec<String> {
        let parts = [&self.when, &self.place, &self.seen, &self.count, &self.words, &self.whole];
        parts.into_iter().flatten().cloned().collect()
    }

    /// What the rules refused.
    pub fn of(refusals: &[Refusal]) -> Self {
        let mut wrong = Self::default();
        for refusal in refusals {
            let at = match refusal {
                Refusal::NothingSaid => &mut wrong.words,
                Refusal::InTheFuture | Refusal::EndsBeforeItBegins => &mut wrong.when,
                Refusal::Count => &mut wrong.count,
                Refusal::NotOnEarth => &mut wrong.place,
                Refusal::TextTooLong | Refusal::ListTooLong | Refusal::OtherVersion(_) => &mut wrong.whole,
            };
            *at = Some(refusal.to_string());
        }
        wrong
    }
}

impl Work {
    /// The form, filled with what was kept. `now` fills in a time that was not said yet.
    pub fn new(kept: KeptDraft, now: &ZonedDateTime) -> Self {
        let KeptDraft { mut draft, files, of, why } = kept;
        // A draft whose time could not be read comes back without one: now is not when it happened.
        let began = draft.is_blank() && files.is_empty();
        let times = match draft.happened.take() {
            None if !began => Times::unsaid(),
            happened => Times::new(happened, now),
        };
        let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
        let mut who: Vec<Who> = std::mem::take(&mut draft.people)
            .into_iter()
            .map(|person| Who {
                sure: Some(person.certainty),
                seen_for: number(person.seen_for_s),
                distance: number(person.distance_m),
                person,
            })
            .collect();
        if who.is_empty() {
            who.push(Who::default());
        }
        let count = number(draft.count.take());
        let shown = vec![Shown::default(); files.len()];
        Self { draft, files, shown, of, why, times, who, count }
    }

    /// As a draft to be kept: whatever can be read of it.
    pub fn kept(&self, zone: &TimeZone) -> KeptDraft {
        let (draft, _) = self.read(zone);
        KeptDraft { draft, files: self.files.clone(), of: self.of, why: self.why.clone() }
    }

    /// As an entry to be recorded, and what of it cannot be read.
    pub fn read(&self, zone: &TimeZone) -> (EntryDraft, Wrong) {
        let mut wrong = Wrong::default();
        let mut draft = self.draft.clone();
        draft.happened = self.times.read(zone);
        // An entry that never said when may be corrected without saying it now.
        if draft.happened.is_none() && !(self.of.is_some() && self.times.is_empty()) {
            wrong.when = Some("A day or an hour is missing. Put in both; “About” is a good answer.".to_owned());
        }
        match whole(&self.count) {
            Ok(count) => draft.count = count.filter(|count| *count != 1),
            Err(()) => wrong.count = Some(Refusal::Count.to_string()),
        }
        draft.people = self.who.iter().filter_map(|who| person(who, &mut wrong)).collect();
        tidy(&mut draft);
        (draft, wrong)
    }

    /// Adds a file that was taken in, with its small picture if it has one.
    pub fn add_file(&mut self, held: HeldFile, small: Option<String>) {
        let is_picture = held.media_type.starts_with("image/");
        let named_so = held.name.as_deref().is_some_and(|name| {
            let name = name.to_ascii_lowercase();
            [".jpg", ".jpeg", ".png", ".webp", ".heic", ".gif"].iter().any(|end| name.ends_with(end))
        });
        self.shown.push(match small {
            Some(small) => Shown::Small(small),
            None if is_picture || named_so => Shown::NoPicture,
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

/// A whole number from 0 to [`MAX_COUNT`], with or without commas. Empty is none.
fn whole(typed: &str) -> Result<Option<u32>, ()> {
    let digits: String = typed.chars().filter(|letter| !letter.is_whitespace() && *letter != ',').collect();
    if digits.is_empty() {
        return Ok(None);
    }
    digits.parse().ok().filter(|number| *number <= MAX_COUNT).map(Some).ok_or(())
}

fn person(who: &Who, wrong: &mut Wrong) -> Option<Person> {
    let mut number = |typed: &str, what: &str| match whole(typed) {
        Ok(number) => number,
        Err(()) => {
            wrong.seen = Some(format!("{what} is a whole number, such as 20. Your best guess will do."));
            None
        }
    };
    let mut person = who.person.clone();
    person.seen_for_s = number(&who.seen_for, "How long");
    person.distance_m = number(&who.distance, "How far");
    for text in [&mut person.name, &mut person.how_known, &mut person.looks, &mut person.light, &mut person.in_the_way]
    {
        blank(text);
    }
    person.certainty = Certainty::default();
    let said = who.sure.is_some() || person != Person::default();
    person.certainty = who.sure.unwrap_or_default();
    said.then_some(person)
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
