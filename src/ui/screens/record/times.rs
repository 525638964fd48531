//! The time as it is typed. It begins empty: a time that she did not give must never come to stand in an entry.

use crate::domain::{Happened, When};
use crate::session::{HowExact as Exact, TimeTyped};
use jiff::{ZonedDateTime, civil, tz::TimeZone};

/// Day and hour, as `2026-11-17` and `18:42`.
type Typed = (String, String);

/// The time as it is typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Times {
    /// How exactly.
    pub exact: Exact,
    /// Day and hour, as `2026-11-17` and `18:42`.
    pub from: Typed,
    /// The end of a span.
    pub to: Typed,
    /// What was read from the entry. Given back as it was while nothing was changed: the fields know no seconds, no zone
    /// and not which of the two hours when the clocks go back.
    was: Option<AsRead>,
}

/// A time as an entry has it, and what stood in the fields for it: how exactly, from, to.
type AsRead = (Happened, Exact, [Typed; 2]);

impl Times {
    /// The fields for a time of an entry, or for none; `typed` is what stood in them when the draft was kept.
    pub fn new(happened: Option<Happened>, typed: Option<TimeTyped>) -> Self {
        let fields = |at: &When| (at.0.strftime("%Y-%m-%d").to_string(), at.0.strftime("%H:%M").to_string());
        let exact = match &happened {
            Some(Happened::Now { .. }) => Exact::Now,
            Some(Happened::Exact { .. }) => Exact::Exactly,
            Some(Happened::About { .. }) | None => Exact::About,
            Some(Happened::Between { .. }) => Exact::Between,
        };
        let (from, to) = match &happened {
            Some(happened) => (fields(happened.begins()), fields(happened.ends())),
            None => (Typed::default(), Typed::default()),
        };
        let was = happened.map(|happened| (happened, exact, [from.clone(), to.clone()]));
        match typed {
            Some(TimeTyped { exact, from, to }) => Self { exact, from, to, was },
            None => Self { exact, from, to, was },
        }
    }

    /// As it is typed, to be kept.
    pub fn typed(&self) -> TimeTyped {
        TimeTyped { exact: self.exact, from: self.from.clone(), to: self.to.clone() }
    }

    /// Whether nothing is typed.
    pub fn is_empty(&self) -> bool {
        [&self.from, &self.to].iter().all(|(day, hour)| day.is_empty() && hour.is_empty())
    }

    /// It was not at the tap, after all: the fields are empty, since she has not said yet when it was.
    pub fn another(&mut self) {
        self.exact = Exact::About;
        (self.from, self.to) = (Typed::default(), Typed::default());
    }

    /// Whether the entry was kept at a tap, whatever is typed now.
    pub fn was_tapped(&self) -> bool {
        matches!(self.was, Some((_, Exact::Now, _)))
    }

    /// It was at the tap.
    pub fn as_tapped(&mut self) {
        if let Some((_, exact, [from, to])) = &self.was {
            (self.exact, self.from, self.to) = (*exact, from.clone(), to.clone());
        }
    }

    /// She knows the day and not the hour: some time between its first minute and its last. Today it ends now.
    pub fn whole_day(&mut self, now: &ZonedDateTime) {
        self.exact = Exact::Between;
        self.from.1 = "00:00".to_owned();
        let is_today = self.from.0 == now.date().to_string();
        let last = if is_today { now.strftime("%H:%M").to_string() } else { "23:59".to_owned() };
        self.to = (self.from.0.clone(), last);
    }

    /// The field that is empty, by its name in the page: where she should go on.
    pub fn missing(&self) -> &'static str {
        let both = self.exact == Exact::Between;
        match (&self.from, &self.to) {
            ((day, _), _) if day.is_empty() => "from-day",
            ((_, hour), _) if hour.is_empty() => "from-hour",
            (_, (day, _)) if both && day.is_empty() => "to-day",
            (_, (_, hour)) if both && hour.is_empty() => "to-hour",
            _ => "from-day",
        }
    }

    /// Reads what was typed. `None`: a day or an hour is missing.
    pub fn read(&self, zone: &TimeZone) -> Option<Happened> {
        if let Some((was, exact, [from, to])) = &self.was
            && (*exact, from, to) == (self.exact, &self.from, &self.to)
        {
            return Some(was.clone());
        }
        let at = |(day, hour): &Typed| -> Option<When> {
            let day: civil::Date = day.trim().parse().ok()?;
            let hour: civil::Time = hour.trim().parse().ok()?;
            day.to_datetime(hour).to_zoned_datetime(zone.clone()).ok().map(When)
        };
        Some(match self.exact {
            // The tap has its own moment, and that is given back above. Anything else is no more exact than she says.
            Exact::Now | Exact::About => Happened::About { at: at(&self.from)? },
            Exact::Exactly => Happened::Exact { at: at(&self.from)? },
            Exact::Between => Happened::Between { from: at(&self.from)?, to: at(&self.to)? },
        })
    }
}
