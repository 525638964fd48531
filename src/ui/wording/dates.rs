//! Days and times in the language that is spoken. Every day that a screen shows is said here: the names of months and the order
//! of a date are a language's own.

use crate::domain::When;
use crate::t;
use jiff::ZonedDateTime;
use jiff::civil::{Date, Time, Weekday};

/// "Tuesday".
pub fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => t!("weekday-1"),
        Weekday::Tuesday => t!("weekday-2"),
        Weekday::Wednesday => t!("weekday-3"),
        Weekday::Thursday => t!("weekday-4"),
        Weekday::Friday => t!("weekday-5"),
        Weekday::Saturday => t!("weekday-6"),
        Weekday::Sunday => t!("weekday-7"),
    }
}

/// "Tue".
fn weekday_short(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => t!("weekday-1.short"),
        Weekday::Tuesday => t!("weekday-2.short"),
        Weekday::Wednesday => t!("weekday-3.short"),
        Weekday::Thursday => t!("weekday-4.short"),
        Weekday::Friday => t!("weekday-5.short"),
        Weekday::Saturday => t!("weekday-6.short"),
        Weekday::Sunday => t!("weekday-7.short"),
    }
}

/// "T", at the edge of a calendar.
pub fn weekday_letter(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => t!("weekday-1.letter"),
        Weekday::Tuesday => t!("weekday-2.letter"),
        Weekday::Wednesday => t!("weekday-3.letter"),
        Weekday::Thursday => t!("weekday-4.letter"),
        Weekday::Friday => t!("weekday-5.letter"),
        Weekday::Saturday => t!("weekday-6.letter"),
        Weekday::Sunday => t!("weekday-7.letter"),
    }
}

/// "November".
fn month(day: Date) -> &'static str {
    match day.month() {
        1 => t!("month-1"),
        2 => t!("month-2"),
        3 => t!("month-3"),
        4 => t!("month-4"),
        5 => t!("month-5"),
        6 => t!("month-6"),
        7 => t!("month-7"),
        8 => t!("month-8"),
        9 => t!("month-9"),
        10 => t!("month-10"),
        11 => t!("month-11"),
        _ => t!("month-12"),
    }
}

/// "Nov": the month of a day.
pub fn month_short(day: Date) -> &'static str {
    match day.month() {
        1 => t!("month-1.short"),
        2 => t!("month-2.short"),
        3 => t!("month-3.short"),
        4 => t!("month-4.short"),
        5 => t!("month-5.short"),
        6 => t!("month-6.short"),
        7 => t!("month-7.short"),
        8 => t!("month-8.short"),
        9 => t!("month-9.short"),
        10 => t!("month-10.short"),
        11 => t!("month-11.short"),
        _ => t!("month-12.short"),
    }
}

/// "Tuesday 17 November 2026".
pub fn long_day(on: Date) -> String {
    t!("date-weekday", weekday = weekday(on.weekday()), day = on.day(), month = month(on), year = on.year())
}

/// "Tuesday 17 November", with the year where it is another one.
pub fn day(on: Date, today: Date) -> String {
    if on.year() != today.year() {
        return long_day(on);
    }
    t!("date-weekday.this-year", weekday = weekday(on.weekday()), day = on.day(), month = month(on))
}

/// "Tue 17 Nov", with the year where it is another one.
fn short_day(on: Date, today: Date) -> String {
    let weekday = weekday_short(on.weekday());
    if on.year() == today.year() {
        t!("date-weekday-short.this-year", weekday = weekday, day = on.day(), month = month_short(on))
    } else {
        t!("date-weekday-short", weekday = weekday, day = on.day(), month = month_short(on), year = on.year())
    }
}

/// "17 November 2026".
pub fn date(on: Date) -> String {
    t!("date", day = on.day(), month = month(on), year = on.year())
}

/// "17 November 2026", never broken between two lines.
pub fn date_unbroken(on: Date) -> String {
    date(on).replace(' ', "\u{a0}")
}

/// "17 November", with the year where it is another one.
pub fn date_near(on: Date, today: Date) -> String {
    if on.year() == today.year() { t!("date.this-year", day = on.day(), month = month(on)) } else { date(on) }
}

/// "17 Nov 2026".
pub fn short_date(on: Date) -> String {
    t!("date-short", day = on.day(), month = month_short(on), year = on.year())
}

/// "17 Nov", with the year where it is another one.
pub fn short_date_near(on: Date, today: Date) -> String {
    if on.year() == today.year() { short_date_alone(on) } else { short_date(on) }
}

fn short_date_alone(on: Date) -> String {
    t!("date-short.this-year", day = on.day(), month = month_short(on))
}

/// "18:42". Figures and their colon are the same in every language; as one value they keep their order from right to left too.
pub fn clock(at: &ZonedDateTime) -> String {
    clock_of(at.time())
}

/// The same of a time without a day.
pub fn clock_of(time: Time) -> String {
    time.strftime("%H:%M").to_string()
}

/// "18:42:05".
pub fn clock_to_the_second(at: &ZonedDateTime) -> String {
    at.strftime("%H:%M:%S").to_string()
}

/// "18:42".
pub fn hour(when: &When) -> String {
    clock(&when.0)
}

/// "17 November 2026, 18:42".
pub fn date_and_hour(when: &When) -> String {
    t!("date-and-time", date = date(when.date()), time = hour(when))
}

/// "Tue 17 Nov, 18:42", with the year where it is another one.
pub fn short(when: &When, today: Date) -> String {
    t!("date-and-time", date = short_day(when.date(), today), time = hour(when))
}

/// "Tue 17 Nov, about 08:00", with the year where it is another one.
pub fn short_about(when: &When, today: Date) -> String {
    t!("date-and-about", date = short_day(when.date(), today), time = hour(when))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::ToSpan;

    /// As the pack says it.
    fn pack(on: Date, form: &str) -> String {
        on.strftime(form).to_string()
    }

    #[test]
    fn every_day_of_a_year_is_said_as_the_pack_says_it() {
        let first: Date = "2026-01-01".parse().unwrap();
        for on in (0..365).map(|days| first.checked_add(days.days()).unwrap()) {
            let other = on.checked_add(1.year()).unwrap();
            assert_eq!(long_day(on), pack(on, "%A %-d %B %Y"));
            assert_eq!((day(on, first), day(on, other)), (pack(on, "%A %-d %B"), pack(on, "%A %-d %B %Y")));
            assert_eq!((date(on), short_date(on)), (pack(on, "%-d %B %Y"), pack(on, "%-d %b %Y")));
            assert_eq!((date_near(on, first), date_near(on, other)), (pack(on, "%-d %B"), pack(on, "%-d %B %Y")));
            let near = (short_date_near(on, first), short_date_near(on, other));
            assert_eq!(near, (pack(on, "%-d %b"), pack(on, "%-d %b %Y")));
            assert_eq!(date_unbroken(on), pack(on, "%-d\u{a0}%B\u{a0}%Y"));
            assert_eq!(month_short(on), pack(on, "%b"));
            assert_eq!(weekday_letter(on.weekday()), &pack(on, "%a")[..1]);
        }
    }

    #[test]
    fn an_hour_has_two_figures_and_a_day_beside_it() {
        let today = "2026-11-18".parse().unwrap();
        let when = When::parse("2026-11-07T08:05:09").unwrap();
        assert_eq!(hour(&when), "08:05");
        assert_eq!(clock_to_the_second(&when.0), "08:05:09");
        assert_eq!(short(&when, today), "Sat 7 Nov, 08:05");
        assert_eq!(short_about(&when, today), "Sat 7 Nov, about 08:05");
        assert_eq!(date_and_hour(&when), "7 November 2026, 08:05");
        assert_eq!(short(&When::parse("2025-11-07T08:05").unwrap(), today), "Fri 7 Nov 2025, 08:05");
    }
}
