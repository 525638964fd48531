//! How her times, places and people are said on the screen: plain, and never more exact than what was recorded.

mod changes;
mod dates;
mod labels;
mod lines;

pub use changes::{Change, changes};
pub use dates::{
    clock, clock_of, clock_to_the_second, date, date_and_hour, date_near, date_unbroken, day, hour, long_day,
    month_short, short, short_date, short_date_near, weekday, weekday_letter,
};
pub use labels::{RELATIONS, certainty, effect, kind, media, no_position, relation, sort, title};
pub use lines::{Field, Line, lines, seen_for};

use super::components::{Glyph, Sure};
use crate::domain::{Certainty, EntryDraft, Happened, Kind, NoPosition, Place, Position};
use crate::t;
use jiff::civil::Date;

/// In a list, under its day: "18:42", "about 08:00", "22:00 to 02:00".
pub fn time_of(happened: &Happened) -> String {
    match happened {
        Happened::Now { at } | Happened::Exact { at } => hour(at),
        Happened::About { at } => t!("time-about", time = hour(at)),
        Happened::Between { from, to } => t!("time-span", from = hour(from), to = hour(to)),
    }
}

/// Whole: "Tue 17 Nov, 18:42", "Tue 17 Nov, about 08:00", "Between … and …".
pub fn happened(happened: &Happened, today: Date) -> String {
    match happened {
        Happened::Now { at } | Happened::Exact { at } => short(at, today),
        Happened::About { at } => dates::short_about(at, today),
        Happened::Between { from, to } if from.date() == to.date() => {
            t!("time-span", from = short(from, today), to = hour(to))
        }
        Happened::Between { from, to } => t!("time-between", from = short(from, today), to = short(to, today)),
    }
}

/// "Within 12 m", or nothing where the device did not say.
pub fn within(position: &Position) -> Option<String> {
    position.accuracy_mm.map(|mm| t!("place-within", m = mm.div_ceil(1000).max(1)))
}

/// "4 seconds ago", "2 minutes ago".
pub fn ago(ms: u64) -> String {
    match ms / 1000 {
        0 => t!("ago-now").to_owned(),
        s if s < 120 => t!("ago-seconds", n = s),
        s => t!("ago-minutes", n = s / 60),
    }
}

/// A place's name: her words, else what sort it is, else its position.
pub fn place_name(place: &Place) -> Option<String> {
    let words = place.words.clone().filter(|words| !words.trim().is_empty());
    words.or_else(|| place.sort.map(|at| sort(at).to_owned())).or_else(|| place.position.map(|at| at.decimal()))
}

/// What the screens say of an entry beside her own words, for finding it: its kinds, what it changed, its day, sorts of places.
pub fn shown(entry: &EntryDraft) -> String {
    let names = entry.kinds.iter().map(|one| kind(*one)).chain(entry.effects.iter().map(|one| effect(*one)));
    let places = [&entry.place, &entry.their_place].into_iter().flatten().filter_map(|place| place.sort.map(sort));
    let day = entry.happened.as_ref().map(|at| date(at.begins().date()));
    names.chain(places).map(str::to_owned).chain(day).collect::<Vec<_>>().join(" ")
}

/// A place on one line: "Mill Road bus stop, within 12 m"; or why there is none.
pub fn place(place: &Place) -> Option<String> {
    let exact = place.position.as_ref().and_then(within);
    match (place_name(place), exact, place.no_position) {
        (Some(name), Some(exact), _) => Some(t!("place-exact", place = name, within = exact)),
        (Some(name), None, why) => Some(labels::without_position(name, why.unwrap_or(NoPosition::NotAsked))),
        (None, _, why) => why.map(|why| labels::nowhere(why).to_owned()),
    }
}

/// Whether a place, as it is said, is in her own words and no others.
pub fn in_her_words(place: &Place, said: &str) -> bool {
    place.words.as_deref() == Some(said)
}

/// The mark of how sure she is.
pub fn mark(certainty: Certainty) -> Sure {
    match certainty {
        Certainty::Certain => Sure::Certain,
        Certainty::Probably => Sure::Probably,
        Certainty::NotSure => Sure::NotSure,
        Certainty::Unknown => Sure::Unknown,
    }
}

/// The icon of a kind.
pub fn glyph(kind: Kind) -> Glyph {
    match kind {
        Kind::Seen | Kind::Watched => Glyph::Eye,
        Kind::Followed => Glyph::Footprints,
        Kind::CameToHome => Glyph::House,
        Kind::CameToWork => Glyph::Briefcase,
        Kind::CameToStudy => Glyph::BookOpen,
        Kind::Waited => Glyph::Clock,
        Kind::Approached | Kind::FakeProfile => Glyph::User,
        Kind::Call | Kind::SilentCall => Glyph::PhoneIncoming,
        Kind::Voicemail => Glyph::Mic,
        Kind::Text => Glyph::MessageSquareText,
        Kind::Email | Kind::Letter => Glyph::FileText,
        Kind::SocialMedia | Kind::PostedAboutMe => Glyph::Globe,
        Kind::ThroughOthers => Glyph::Users,
        Kind::Gift | Kind::LeftSomething => Glyph::Gift,
        Kind::Damage | Kind::BreakIn => Glyph::House,
        Kind::Tracker => Glyph::MapPin,
        Kind::Accounts => Glyph::KeyRound,
        Kind::Threat => Glyph::TriangleAlert,
        Kind::Other => Glyph::NotebookText,
    }
}

/// One after another: "Seen, followed". `None` where there is nothing.
pub fn listed(words: impl IntoIterator<Item = String>) -> Option<String> {
    words.into_iter().reduce(|list, next| t!("list-next", list = list, next = next))
}

/// How much of a work is done, in hundredths. Of nothing, nothing is.
pub fn hundredths(at: u64, of: u64) -> u64 {
    at.saturating_mul(100).checked_div(of).unwrap_or(0).min(100)
}

/// What is said of a recording that ended without being stopped.
pub fn cut_off() -> &'static str {
    t!("file-cut-off")
}

/// "1.2 MB".
pub fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => t!("size-bytes", n = bytes),
        1_000..1_000_000 => t!("size-kilobytes", n = bytes.div_ceil(1_000)),
        _ => {
            let (whole, tenths) = (bytes / 1_000_000, bytes % 1_000_000 / 100_000);
            t!("size-megabytes", n = format!("{whole}{}{tenths}", t!("decimal-mark")))
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::domain::{FixSource, When};

    #[test]
    fn a_time_is_said_as_exactly_as_it_was_recorded_and_no_more() {
        let today = "2026-11-18".parse().unwrap();
        let at = |text: &str| When::parse(text).unwrap();
        let (from, same, next) = (at("2026-11-17T22:00"), at("2026-11-17T23:30"), at("2026-11-18T02:00"));
        for (time, short, whole) in [
            (Happened::Exact { at: from.clone() }, "22:00", "Tue 17 Nov, 22:00"),
            (Happened::About { at: from.clone() }, "about 22:00", "Tue 17 Nov, about 22:00"),
            (Happened::Between { from: from.clone(), to: same }, "22:00 to 23:30", "Tue 17 Nov, 22:00 to 23:30"),
            (Happened::Between { from, to: next }, "22:00 to 02:00", "Between Tue 17 Nov, 22:00 and Wed 18 Nov, 02:00"),
        ] {
            assert_eq!((time_of(&time).as_str(), happened(&time, today).as_str()), (short, whole));
        }
        for (ms, said) in
            [(999, "just now"), (1999, "1 second ago"), (4000, "4 seconds ago"), (120_000, "2 minutes ago")]
        {
            assert_eq!(ago(ms), said);
        }
    }

    #[test]
    fn a_place_is_said_with_how_exact_it_is_or_why_it_is_not_known() {
        let mut at = Place { words: Some("Mill Road".to_owned()), ..Place::default() };
        assert_eq!(place(&at).unwrap(), "Mill Road");
        at.no_position = Some(NoPosition::TimedOut);
        assert_eq!(place(&at).unwrap(), "Mill Road. No position: none came in time.");
        at.no_position = None;
        at.position = Position::from_degrees(51.5, -0.1, Some(11.2), None, FixSource::Phone);
        assert_eq!(place(&at).unwrap(), "Mill Road, within 12 m");
        let nowhere = Place { no_position: Some(NoPosition::NotAsked), ..Place::default() };
        assert_eq!(place(&nowhere).unwrap(), "No place. Not asked for.");
        assert_eq!(place(&Place::default()), None);
    }

    #[test]
    fn what_is_done_is_said_in_hundredths_and_never_more_than_all() {
        for ((at, of), done) in
            [((0, 3), 0), ((1, 3), 33), ((3, 3), 100), ((4, 3), 100), ((0, 0), 0), ((u64::MAX, 1), 100)]
        {
            assert_eq!(hundredths(at, of), done);
        }
    }

    #[test]
    fn the_size_of_a_file_is_said_in_whole_figures() {
        for (bytes, said) in [(1, "1 byte"), (999, "999 bytes"), (1_001, "2 kB"), (1_290_000, "1.2 MB")] {
            assert_eq!(size(bytes), said);
        }
    }
}
