//! Counting, and nothing else: no weights, no score.

use crate::domain::Happened;
use crate::session::EntryLine;
use crate::t;
use crate::ui::wording::{in_her_words, kind, place_name, weekday};
use jiff::civil::{Date, Weekday};
use std::collections::{BTreeMap, BTreeSet};

/// Hours are counted by fours: where each begins and ends.
const HOURS: [(&str, &str); 6] = [("00", "04"), ("04", "08"), ("08", "12"), ("12", "16"), ("16", "20"), ("20", "24")];

/// The counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tally {
    /// Entries.
    pub entries: usize,
    /// Contacts: an entry that stands for many counts as many.
    pub contacts: u64,
    /// Entries on each day that has any.
    pub days: BTreeMap<Date, u32>,
    /// Entries in each four hours of the day.
    hours: [u32; 6],
    /// Entries for which she said no time.
    pub without_time: usize,
    /// Contacts of each kind, the most first.
    pub kinds: Vec<(String, u32)>,
    /// Entries at each place, the most first.
    pub places: Vec<(String, u32)>,
    /// Those of them whose names are no words of the app: her own, or a position.
    pub places_not_ours: BTreeSet<String>,
    /// Entries without a place.
    pub without_place: usize,
}

impl Tally {
    /// Counts these.
    pub fn of(lines: &[EntryLine]) -> Self {
        let mut tally = Self { entries: lines.len(), ..Self::default() };
        let (mut kinds, mut places) = (BTreeMap::new(), BTreeMap::new());
        for line in lines {
            let draft = line.entry.content();
            let alike = draft.count.unwrap_or(1).max(1);
            tally.contacts += u64::from(alike);
            *tally.days.entry(line.day()).or_insert(0) += 1;
            match draft.happened.as_ref().map(Happened::begins) {
                Some(at) => {
                    let four = usize::from(at.0.hour().unsigned_abs() / 4);
                    if let Some(hours) = tally.hours.get_mut(four) {
                        *hours += 1;
                    }
                }
                None => tally.without_time += 1,
            }
            for one in &draft.kinds {
                let sum = kinds.entry(kind(*one).to_owned()).or_insert(0_u32);
                *sum = sum.saturating_add(alike);
            }
            match draft.place.as_ref().and_then(|at| Some((at, place_name(at)?))) {
                Some((at, name)) => {
                    if in_her_words(at, &name) || at.sort.is_none() {
                        tally.places_not_ours.insert(name.clone());
                    }
                    *places.entry(name).or_insert(0_u32) += 1;
                }
                None => tally.without_place += 1,
            }
        }
        tally.kinds = most_first(kinds);
        tally.places = most_first(places);
        tally
    }

    /// The first and the last day.
    pub fn span(&self) -> (Option<Date>, Option<Date>) {
        (self.days.keys().next().copied(), self.days.keys().next_back().copied())
    }

    /// Days with an entry on each day of the week.
    pub fn weekday_bars(&self) -> Vec<(String, u32)> {
        let on = |on| u32::try_from(self.days.keys().filter(|day| day.weekday() == on).count()).unwrap_or(0);
        Weekday::Monday.cycle_forward().take(7).map(|day| (weekday(day).to_owned(), on(day))).collect()
    }

    /// Entries by the hour at which it began.
    pub fn hour_bars(&self) -> Vec<(String, u32)> {
        HOURS
            .iter()
            .zip(self.hours)
            .map(|((from, to), n)| (t!("pattern-four-hours", from = *from, to = *to), n))
            .collect()
    }

    /// The day of the week with the most days, how many, of how many. `None` where there is no single one.
    pub fn most_often(&self) -> Option<(String, u32, usize)> {
        let bars = self.weekday_bars();
        let most = bars.iter().map(|(_, n)| *n).max()?;
        let mut best = bars.into_iter().filter(|(_, n)| *n == most && most > 1);
        let (name, n) = best.next()?;
        best.next().is_none().then_some((name, n, self.days.len()))
    }
}

fn most_first(counted: BTreeMap<String, u32>) -> Vec<(String, u32)> {
    let mut list: Vec<(String, u32)> = counted.into_iter().collect();
    list.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    list
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::domain::{EntryDraft, Kind, Moment, RecordId, When};

    fn line(time: &str, count: Option<u32>) -> EntryLine {
        let at = When::parse(time).unwrap();
        let draft = EntryDraft {
            happened: Some(Happened::About { at: at.clone() }),
            kinds: vec![Kind::Call],
            count,
            ..EntryDraft::default()
        };
        EntryLine {
            withdrawn: false,
            id: RecordId([1; 16]),
            seq: 1,
            entry: draft.check(at.timestamp()).unwrap(),
            recorded: Moment { at, boot_ms: None },
            corrections: 0,
            files: Vec::new(),
        }
    }

    #[test]
    fn many_alike_are_one_entry_and_as_many_contacts() {
        let lines =
            [line("2026-11-17T18:42", Some(43)), line("2026-11-17T20:00", None), line("2026-11-10T03:59", None)];
        let tally = Tally::of(&lines);
        assert_eq!((tally.entries, tally.contacts, tally.days.len()), (3, 45, 2));
        assert_eq!(tally.kinds, [("Call".to_owned(), 45)]);
        assert_eq!(tally.most_often(), Some(("Tuesday".to_owned(), 2, 2)));
        assert_eq!(tally.hour_bars().iter().map(|(_, n)| *n).collect::<Vec<_>>(), [1, 0, 0, 0, 1, 1]);
        assert_eq!(tally.without_place, 3);
    }

    #[test]
    fn two_weekdays_alike_are_not_called_most_often() {
        let one_each = [line("2026-11-16T10:00", None), line("2026-11-17T10:00", None)];
        assert_eq!(Tally::of(&one_each).most_often(), None);
    }
}
