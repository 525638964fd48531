//! An entry in plain words, a line a field.

use super::{happened, listed, place, relation};
use crate::domain::{EntryDraft, Person, Place, Source, Told, Vanishing, Vehicle, Witness};
use crate::t;
use jiff::civil::Date;

/// A field of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// When it happened.
    Happened,
    /// Where.
    Where,
    /// Where they were, if that was another place.
    WhereTheyWere,
    /// Who it was.
    Who,
    /// What kind.
    Kinds,
    /// How many alike.
    Count,
    /// In her own words.
    Words,
    /// How she knows.
    Source,
    /// Whose experience it is.
    Whose,
    /// What it changed.
    Effects,
    /// How it felt, in her words.
    Felt,
    /// Who else saw it.
    Witness,
    /// A vehicle.
    Vehicle,
    /// What may soon be gone.
    Vanishing,
    /// Who was told.
    Told,
    /// The order that she thinks was broken, in her words.
    OrderBroken,
}

impl Field {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Happened => t!("field-happened"),
            Self::Where => t!("field-where"),
            Self::WhereTheyWere => t!("field-where-they-were"),
            Self::Who => t!("field-who"),
            Self::Kinds => t!("field-kinds"),
            Self::Count => t!("field-count"),
            Self::Words => t!("field-words"),
            Self::Source => t!("field-source"),
            Self::Whose => t!("field-whose"),
            Self::Effects => t!("field-effects"),
            Self::Felt => t!("field-felt"),
            Self::Witness => t!("field-witness"),
            Self::Vehicle => t!("field-vehicle"),
            Self::Vanishing => t!("field-vanishing"),
            Self::Told => t!("field-told"),
            Self::OrderBroken => t!("field-order-broken"),
        }
    }
}

/// One field in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub field: Field,
    /// What she put there.
    pub value: String,
    /// Whether these are her own words and no others: they stay as they are in every language.
    pub hers: bool,
    /// What belongs to it, each with its own name: how sure, how long, how far.
    pub more: Vec<Part>,
}

/// What belongs to a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is.
    pub name: &'static str,
    /// What she put there.
    pub value: String,
    /// Whether these are her own words and no others.
    pub hers: bool,
}

/// Something said of a field: her own words, or words of the app with hers among them.
enum Said {
    Hers(String),
    Ours(String),
}

impl Said {
    fn parts(self) -> (String, bool) {
        match self {
            Self::Hers(words) => (words, true),
            Self::Ours(words) => (words, false),
        }
    }
}

impl Line {
    /// Whether it is too long to stand beside its name.
    pub fn is_long(&self) -> bool {
        self.value.chars().count() > 60
    }
}

/// What stands first, and what belongs to it.
type Parts = (Said, Vec<(&'static str, Option<Said>)>);

/// Every field of an entry that has something in it.
pub fn lines(entry: &EntryDraft, today: Date) -> Vec<Line> {
    let mut out = Vec::new();
    let mut put = |field, (said, more): Parts| {
        let part = |(name, said): (&'static str, Option<Said>)| {
            let (value, hers) = said?.parts();
            Some(Part { name, value, hers })
        };
        let more: Vec<_> = more.into_iter().filter_map(part).collect();
        let (value, hers) = said.parts();
        if !value.trim().is_empty() || !more.is_empty() {
            out.push(Line { field, value, hers, more });
        }
    };
    let plain = |value: Option<String>| (Said::Ours(value.unwrap_or_default()), Vec::new());
    let hers = |value: &Option<String>| (Said::Hers(value.clone().unwrap_or_default()), Vec::new());
    let at = |at: &Option<Place>| (at.as_ref().and_then(where_it_was).unwrap_or(Said::Ours(String::new())), Vec::new());
    put(Field::Happened, plain(entry.happened.as_ref().map(|at| happened(at, today))));
    put(Field::Where, at(&entry.place));
    put(Field::WhereTheyWere, at(&entry.their_place));
    entry.people.iter().for_each(|one| put(Field::Who, person(one)));
    put(Field::Kinds, plain(listed(entry.kinds.iter().map(|one| super::kind(*one).to_owned()))));
    put(Field::Count, plain(entry.count.map(|count| count.to_string())));
    put(Field::Words, hers(&entry.text));
    put(Field::Source, plain(entry.source.as_ref().map(source)));
    let name = (t!("field-whose.name"), text(&entry.whose.name));
    put(Field::Whose, (Said::Ours(relation(entry.whose.relation).to_owned()), vec![name]));
    put(Field::Effects, plain(listed(entry.effects.iter().map(|one| super::effect(*one).to_owned()))));
    put(Field::Felt, hers(&entry.effects_text));
    entry.witnesses.iter().for_each(|one| put(Field::Witness, witness(one)));
    entry.vehicles.iter().for_each(|one| put(Field::Vehicle, vehicle(one)));
    entry.vanishing.iter().for_each(|one| put(Field::Vanishing, vanishing(one, today)));
    entry.told.iter().for_each(|one| put(Field::Told, told(one, today)));
    put(Field::OrderBroken, hers(&entry.order_broken));
    out
}

fn text(text: &Option<String>) -> Option<Said> {
    own(text).map(Said::Hers)
}

fn own(text: &Option<String>) -> Option<String> {
    text.as_ref().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

fn where_it_was(at: &Place) -> Option<Said> {
    let said = place(at)?;
    Some(if super::in_her_words(at, &said) { Said::Hers(said) } else { Said::Ours(said) })
}

/// How long somebody was seen: "20 seconds", "4 minutes", "1 hour 10 minutes".
pub fn seen_for(seconds: u32) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds % 3600 / 60, seconds % 60);
    let parts = [
        (hours > 0).then(|| t!("length-hours", n = hours)),
        (minutes > 0).then(|| t!("length-minutes", n = minutes)),
        (rest > 0).then(|| t!("length-seconds", n = rest)),
    ];
    let whole = parts.into_iter().flatten().reduce(|length, next| t!("length-next", length = length, next = next));
    whole.unwrap_or_else(|| t!("length-none").to_owned())
}

fn person(person: &Person) -> Parts {
    let sure = person.certainty.map_or_else(|| t!("field-who.sure-not-said"), super::certainty);
    let metres = |m: u32| t!("field-distance-metres", m = m);
    (
        text(&person.name).unwrap_or_else(|| Said::Ours(t!("field-not-named").to_owned())),
        vec![
            (t!("field-who.sure"), Some(Said::Ours(sure.to_owned()))),
            (t!("field-who.known"), text(&person.how_known)),
            (t!("field-who.looks"), text(&person.looks)),
            (t!("field-who.seen-for"), either(own(&person.seen_for), person.seen_for_s.map(seen_for))),
            (t!("field-who.distance"), either(own(&person.distance), person.distance_m.map(metres))),
            (t!("field-who.light"), text(&person.light)),
            (t!("field-who.in-the-way"), text(&person.in_the_way)),
        ],
    )
}

/// Her words, and the number beside them where there is one as well.
fn either(words: Option<String>, number: Option<String>) -> Option<Said> {
    match (words, number) {
        (Some(words), Some(number)) => Some(Said::Ours(t!("field-words-and-number", words = words, number = number))),
        (words, number) => words.map(Said::Hers).or(number.map(Said::Ours)),
    }
}

fn source(source: &Source) -> String {
    match source {
        Source::SawOrHeard => t!("field-source.saw-or-heard").to_owned(),
        Source::Told { by: Some(by) } => t!("field-source.told-by", name = by.as_str()),
        Source::Told { by: None } => t!("field-source.told").to_owned(),
        Source::Inferred => t!("field-source.inferred").to_owned(),
    }
}

fn witness(witness: &Witness) -> Parts {
    let name = text(&Some(witness.name.clone())).unwrap_or_else(|| Said::Ours(t!("field-not-named").to_owned()));
    let more =
        vec![(t!("field-witness.saw"), text(&witness.saw)), (t!("field-witness.contact"), text(&witness.contact))];
    (name, more)
}

fn vehicle(vehicle: &Vehicle) -> Parts {
    let plate = text(&vehicle.plate).unwrap_or_else(|| Said::Ours(t!("field-vehicle.no-plate").to_owned()));
    (plate, vec![(t!("field-vehicle.looks"), text(&vehicle.looks))])
}

fn vanishing(one: &Vanishing, today: Date) -> Parts {
    let by = one.by.map(|by| Said::Ours(super::day(by, today)));
    let more = vec![(t!("field-vanishing.asked"), text(&one.asked)), (t!("field-vanishing.by"), by)];
    (Said::Hers(one.what.trim().to_owned()), more)
}

fn told(told: &Told, today: Date) -> Parts {
    (
        Said::Hers(told.who.trim().to_owned()),
        vec![
            (t!("field-told.on"), told.on.map(|on| Said::Ours(super::day(on, today)))),
            (t!("field-told.officer"), text(&told.officer)),
            (t!("field-told.reference"), text(&told.reference)),
        ],
    )
}
