//! Who it was, as it is typed: how long and how far in numbers, or in her words where she has no number.

use crate::domain::{MAX_COUNT, Person};
use crate::t;

/// What a number of how long counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Seconds.
    Seconds,
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
}

impl Unit {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Seconds, Self::Minutes, Self::Hours];

    /// Its name.
    pub fn words(self) -> &'static str {
        match self {
            Self::Seconds => t!("record-unit.seconds"),
            Self::Minutes => t!("record-unit.minutes"),
            Self::Hours => t!("record-unit.hours"),
        }
    }

    fn seconds(self) -> u32 {
        match self {
            Self::Seconds => 1,
            Self::Minutes => 60,
            Self::Hours => 3600,
        }
    }

    /// The unit that this word names: in English, or as the screen names it.
    fn named(word: &str) -> Option<Self> {
        let word = word.to_lowercase();
        match word.trim_end_matches('.') {
            "s" | "sec" | "secs" | "second" | "seconds" => Some(Self::Seconds),
            "m" | "min" | "mins" | "minute" | "minutes" => Some(Self::Minutes),
            "h" | "hr" | "hrs" | "hour" | "hours" => Some(Self::Hours),
            word => Self::ALL.into_iter().find(|unit| unit.words().to_lowercase() == word),
        }
    }
}

/// How far, in metres: what is offered at a tap.
pub const STEPS: [u32; 6] = [2, 5, 10, 20, 50, 100];

/// Who it was, as it is typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Who {
    /// The person. What it says of how long and how far holds while the fields below are as they were.
    pub person: Person,
    /// How long they were seen, as typed.
    pub seen_for: String,
    /// What a number in it counts.
    pub unit: Option<Unit>,
    /// From how far, as typed.
    pub distance: String,
}

/// A number, her words, or nothing.
type Said = (Option<u32>, Option<String>);

impl Who {
    /// The fields for a person of an entry.
    pub fn new(person: Person) -> Self {
        let ((seen_for, unit), distance) = (long_typed(&person), far_typed(&person));
        Self { person, seen_for, unit, distance }
    }

    /// The person, with what is wrong. `None`: nothing was said of anybody.
    pub fn read(&self) -> (Option<Person>, Option<String>) {
        let mut person = self.person.clone();
        let mut wrong = None;
        if (&self.seen_for, self.unit) != (&long_typed(&person).0, long_typed(&person).1) {
            let (said, unclear) = long(&self.seen_for, self.unit);
            (person.seen_for_s, person.seen_for) = said;
            wrong = unclear.then(|| t!("record-seen-for.which-unit").to_owned());
        } else if self.unit.is_none() && number(&self.seen_for).is_some() {
            // A draft that was kept before she chose.
            wrong = Some(t!("record-seen-for.which-unit").to_owned());
        }
        if self.distance != far_typed(&person) {
            (person.distance_m, person.distance) = far(&self.distance);
        }
        let texts = [
            &mut person.name,
            &mut person.how_known,
            &mut person.looks,
            &mut person.light,
            &mut person.in_the_way,
            &mut person.seen_for,
            &mut person.distance,
        ];
        for text in texts {
            if text.as_deref().is_some_and(|text| text.trim().is_empty()) {
                *text = None;
            }
        }
        ((person != Person::default()).then_some(person), wrong)
    }
}

fn long_typed(person: &Person) -> (String, Option<Unit>) {
    match (&person.seen_for, person.seen_for_s) {
        (Some(words), _) => (words.clone(), None),
        (None, Some(s)) => {
            let largest = Unit::ALL.into_iter().rev().find(|unit| s > 0 && s % unit.seconds() == 0);
            let unit = largest.unwrap_or(Unit::Seconds);
            ((s / unit.seconds()).to_string(), Some(unit))
        }
        (None, None) => (String::new(), None),
    }
}

fn far_typed(person: &Person) -> String {
    let metres = || person.distance_m.map(|m| m.to_string());
    person.distance.clone().or_else(metres).unwrap_or_default()
}

/// How long. The second is true for a number of which nobody can say what it counts.
fn long(typed: &str, unit: Option<Unit>) -> (Said, bool) {
    let (figures, word) = apart(typed);
    // A unit that she wrote goes before the one that is chosen.
    let named = Unit::named(word);
    let counts = if word.is_empty() { unit } else { named };
    match (number(figures), counts) {
        (Some(n), Some(counts)) => match n.checked_mul(counts.seconds()) {
            Some(s) => ((Some(s), None), false),
            None => ((None, words(typed)), false),
        },
        (Some(_), None) if word.is_empty() => ((None, words(typed)), true),
        _ => {
            let names_one = typed.split(|letter: char| !letter.is_alphabetic()).any(|word| Unit::named(word).is_some());
            let with_unit = unit.filter(|_| !typed.trim().is_empty() && !names_one);
            // Put together here and not in a message: it is kept as her words, and nothing but words may be in it.
            let said = with_unit.map_or_else(|| typed.to_owned(), |unit| format!("{} {}", typed.trim(), unit.words()));
            ((None, words(&said)), false)
        }
    }
}

/// How far: metres, or her words.
fn far(typed: &str) -> Said {
    let (figures, word) = apart(typed);
    let metres = matches!(word.to_lowercase().as_str(), "" | "m" | "metre" | "metres" | "meter" | "meters");
    match number(figures).filter(|_| metres) {
        Some(n) => (Some(n), None),
        None => (None, words(typed)),
    }
}

fn words(typed: &str) -> Option<String> {
    Some(typed.trim().to_owned()).filter(|typed| !typed.is_empty())
}

/// The figures at the beginning, and the word behind them.
fn apart(typed: &str) -> (&str, &str) {
    let typed = typed.trim();
    let end = typed.find(|letter: char| letter.is_alphabetic()).unwrap_or(typed.len());
    let (figures, word) = typed.split_at(end);
    (figures.trim(), word.trim())
}

/// A whole number up to [`MAX_COUNT`].
fn number(typed: &str) -> Option<u32> {
    whole(typed).ok().flatten()
}

/// A whole number from 0 to [`MAX_COUNT`], with or without commas. Empty is none.
pub fn whole(typed: &str) -> Result<Option<u32>, ()> {
    let digits: String = typed.chars().filter(|letter| !letter.is_whitespace() && *letter != ',').collect();
    if digits.is_empty() {
        return Ok(None);
    }
    digits.parse().ok().filter(|number| *number <= MAX_COUNT).map(Some).ok_or(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(seen_for: &str, unit: Option<Unit>, distance: &str) -> (Person, bool) {
        let who = Who { seen_for: seen_for.to_owned(), unit, distance: distance.to_owned(), ..Who::default() };
        let (person, wrong) = who.read();
        (person.unwrap_or_default(), wrong.is_some())
    }

    #[test]
    fn a_number_counts_what_she_chose_or_wrote_and_is_asked_about_otherwise() {
        assert_eq!(read("20", Some(Unit::Seconds), "").0.seen_for_s, Some(20));
        assert_eq!(read("1,200", Some(Unit::Minutes), "").0.seen_for_s, Some(72_000));
        assert_eq!(read("20 mins", Some(Unit::Seconds), "").0.seen_for_s, Some(1200));
        let (person, wrong) = read("20", None, "");
        assert!(wrong && person.seen_for_s.is_none());
        assert_eq!(person.seen_for.as_deref(), Some("20"), "what she typed is gone");
    }

    #[test]
    fn words_stay_words_and_are_never_made_a_number() {
        let said = |typed: &str, unit| read(typed, unit, "").0.seen_for;
        assert_eq!(said("a minute or two", None).as_deref(), Some("a minute or two"));
        assert_eq!(said("5 or 10", Some(Unit::Minutes)).as_deref(), Some("5 or 10 minutes"));
        assert_eq!(said("a few", Some(Unit::Hours)).as_deref(), Some("a few hours"));
        assert_eq!(said("half a minute", Some(Unit::Minutes)).as_deref(), Some("half a minute"));
        let (person, wrong) = read("", None, "across the road");
        assert!(!wrong);
        assert_eq!((person.distance_m, person.distance.as_deref()), (None, Some("across the road")));
        assert_eq!(read("", None, "20 m").0.distance_m, Some(20));
        assert_eq!(read("", None, "5 or 10 m").0.distance.as_deref(), Some("5 or 10 m"));
    }

    #[test]
    fn what_an_entry_says_comes_back_as_it_was_while_it_is_not_changed() {
        for person in [
            Person { seen_for_s: Some(90), distance_m: Some(0), ..Person::default() },
            Person { seen_for_s: Some(7200), seen_for: Some("two hours, I think".to_owned()), ..Person::default() },
            Person { seen_for_s: Some(0), distance: Some("near".to_owned()), ..Person::default() },
        ] {
            assert_eq!(Who::new(person.clone()).read(), (Some(person), None));
        }
        assert_eq!(Who::default().read(), (None, None));
    }

    #[test]
    fn a_draft_kept_before_the_unit_was_chosen_asks_for_it_again() {
        let (kept, _) = Who { seen_for: "20".to_owned(), ..Who::default() }.read();
        let back = Who::new(kept.unwrap_or_default());
        assert_eq!((back.seen_for.as_str(), back.unit), ("20", None));
        assert!(back.read().1.is_some());
    }
}
