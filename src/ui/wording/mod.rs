//! How her times, places and people are said on the screen: plain, and never more exact than what was recorded.

mod lines;

pub use lines::{Change, Line, changes, lines};

use super::components::{Glyph, Sure};
use crate::domain::{Certainty, Happened, Kind, NoPosition, Place, PlaceSort, Position, When, WhoseRelation};
use jiff::civil::Date;

/// "18:42".
pub fn hour(when: &When) -> String {
    when.0.strftime("%H:%M").to_string()
}

/// "Tuesday 17 November 2026".
pub fn long_day(day: Date) -> String {
    day.strftime("%A %-d %B %Y").to_string()
}

/// "Tuesday 17 November", with the year where it is another one.
pub fn day(day: Date, today: Date) -> String {
    let form = if day.year() == today.year() { "%A %-d %B" } else { "%A %-d %B %Y" };
    day.strftime(form).to_string()
}

/// "Tue 17 Nov, 18:42", with the year where it is another one.
pub fn short(when: &When, today: Date) -> String {
    let form = if when.date().year() == today.year() { "%a %-d %b, %H:%M" } else { "%a %-d %b %Y, %H:%M" };
    when.0.strftime(form).to_string()
}

/// In a list, under its day: "18:42", "about 08:00", "22:00 to 02:00".
pub fn time_of(happened: &Happened) -> String {
    match happened {
        Happened::Now { at } | Happened::Exact { at } => hour(at),
        Happened::About { at } => format!("about {}", hour(at)),
        Happened::Between { from, to } => format!("{} to {}", hour(from), hour(to)),
    }
}

/// Whole: "Tue 17 Nov, 18:42", "Tue 17 Nov, about 08:00", "Between … and …".
pub fn happened(happened: &Happened, today: Date) -> String {
    match happened {
        Happened::Now { at } | Happened::Exact { at } => short(at, today),
        Happened::About { at } => {
            let form = if at.date().year() == today.year() { "%a %-d %b" } else { "%a %-d %b %Y" };
            format!("{}, about {}", at.0.strftime(form), hour(at))
        }
        Happened::Between { from, to } if from.date() == to.date() => {
            format!("{} to {}", short(from, today), hour(to))
        }
        Happened::Between { from, to } => format!("Between {} and {}", short(from, today), short(to, today)),
    }
}

/// "Within 12 m", or nothing where the device did not say.
pub fn within(position: &Position) -> Option<String> {
    position.accuracy_mm.map(|mm| format!("within {} m", mm.div_ceil(1000).max(1)))
}

/// "4 seconds ago", "2 minutes ago".
pub fn ago(ms: u64) -> String {
    match ms / 1000 {
        0 => "just now".to_owned(),
        1 => "1 second ago".to_owned(),
        s if s < 120 => format!("{s} seconds ago"),
        s => format!("{} minutes ago", s / 60),
    }
}

/// Why there is no position, to her.
pub fn no_position(why: NoPosition) -> &'static str {
    match why {
        NoPosition::NotAsked => "Not asked for.",
        NoPosition::Refused => "The phone was not allowed to say.",
        NoPosition::Unavailable => "This device could not say. Location may be off.",
        NoPosition::TimedOut => "None came in time.",
    }
}

/// What sort of place.
pub fn sort(sort: PlaceSort) -> &'static str {
    match sort {
        PlaceSort::Home => "Home",
        PlaceSort::Work => "Work",
        PlaceSort::Study => "Where I study",
        PlaceSort::OnTheWay => "On the way",
        PlaceSort::Online => "On a phone or online",
        PlaceSort::Other => "Somewhere else",
    }
}

/// A place's name: her words, else what sort it is, else its position.
pub fn place_name(place: &Place) -> Option<String> {
    let words = place.words.clone().filter(|words| !words.trim().is_empty());
    words.or_else(|| place.sort.map(|at| sort(at).to_owned())).or_else(|| place.position.map(|at| at.decimal()))
}

/// A place on one line: "Mill Road bus stop, within 12 m"; or why there is none.
pub fn place(place: &Place) -> Option<String> {
    let exact = place.position.as_ref().and_then(within);
    match (place_name(place), exact, place.no_position) {
        (Some(name), Some(exact), _) => Some(format!("{name}, {exact}")),
        (Some(name), None, Some(NoPosition::NotAsked) | None) => Some(name),
        (Some(name), None, Some(why)) => Some(format!("{name}. No position: {}", lower(no_position(why)))),
        (None, _, Some(why)) => Some(format!("No place. {}", no_position(why))),
        (None, ..) => None,
    }
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// Whose experience it is.
pub fn relation(relation: WhoseRelation) -> &'static str {
    match relation {
        WhoseRelation::Mine => "Mine",
        WhoseRelation::Child => "A child’s",
        WhoseRelation::Partner => "A partner’s",
        WhoseRelation::Family => "Somebody’s in the family",
        WhoseRelation::Colleague => "A colleague’s",
        WhoseRelation::Friend => "A friend’s",
        WhoseRelation::Other => "Somebody else’s",
    }
}

/// All of them, in the order in which they are offered.
pub const RELATIONS: [WhoseRelation; 7] = [
    WhoseRelation::Mine,
    WhoseRelation::Child,
    WhoseRelation::Partner,
    WhoseRelation::Family,
    WhoseRelation::Colleague,
    WhoseRelation::Friend,
    WhoseRelation::Other,
];

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

/// "1 entry", "3 entries".
pub fn count(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {many}") }
}

/// What is said of a recording that ended without being stopped.
pub const CUT_OFF: &str = "Cut off: it ended without being stopped. What was recorded until then is here.";

/// "1.2 MB".
pub fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => count(bytes as usize, "byte", "bytes"),
        1_000..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}
