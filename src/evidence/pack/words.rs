//! How times, places and people are said in a pack: plain, and never more exact than what was recorded.

use jiff::civil;

use super::view::{FileView, Version, Withheld};
use crate::domain::{
    Certainty, FixSource, Happened, Moment, NoPosition, Person, Place, PlaceSort, Position, Source, Told, Vanishing,
    Vehicle, When, Whose, WhoseRelation, Witness,
};

/// What stands for something that was taken out.
pub(super) const WITHHELD: &str = "[withheld]";

/// How much of a file's name stands in the PDF, in characters. The table has the whole.
const LONGEST_NAME: usize = 200;

/// "Tuesday 17 November 2026".
pub(super) fn long_day(day: civil::Date) -> String {
    day.strftime("%A %-d %B %Y").to_string()
}

/// "17 November 2026".
pub(super) fn day(day: civil::Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

/// "18:42", with seconds where there are any, and with the zone where it is not British time.
fn hour(when: &When) -> String {
    let zoned = &when.0;
    let form = if zoned.second() == 0 { "%H:%M" } else { "%H:%M:%S" };
    let clock = zoned.strftime(form).to_string();
    match zoned.time_zone().iana_name() {
        Some(crate::domain::DEFAULT_ZONE) => clock,
        Some(zone) => format!("{clock} ({zone})"),
        None => format!("{clock} (UTC{})", zoned.offset()),
    }
}

/// "Tuesday 17 November 2026, 18:42".
pub(super) fn moment(when: &When) -> String {
    format!("{}, {}", long_day(when.date()), hour(when))
}

/// When it happened, as she put it.
pub(super) fn happened(happened: &Happened) -> String {
    match happened {
        Happened::Now { at } => format!("{} (as it was happening, by the device's clock)", moment(at)),
        Happened::Exact { at } => moment(at),
        Happened::About { at } => format!("{}, about {}", long_day(at.date()), hour(at)),
        Happened::Between { from, to } if from.date() == to.date() => {
            format!("{}, between {} and {}", long_day(from.date()), hour(from), hour(to))
        }
        Happened::Between { from, to } => format!("Between {} and {}", moment(from), moment(to)),
    }
}

/// When it happened, where it may be withheld or was never said.
pub(super) fn happened_in(version: &Version) -> String {
    match (&version.content.happened, version.withheld("happened")) {
        (Some(at), _) => happened(at),
        (None, Some(held)) => match held.day().and_then(|text| text.parse().ok()) {
            Some(text) => format!("{}, hour {WITHHELD}", long_day(text)),
            None => WITHHELD.to_owned(),
        },
        (None, None) => "Not said".to_owned(),
    }
}

/// When it was written down.
pub(super) fn recorded_in(version: &Version) -> String {
    recorded(version.recorded.as_ref(), version.withheld("recorded"))
}

/// When a file was added.
pub(super) fn added(file: &FileView) -> String {
    recorded(file.recorded.as_ref(), file.withheld("recorded"))
}

fn recorded(at: Option<&Moment>, held: Option<&Withheld>) -> String {
    match (at, held.and_then(Withheld::day).and_then(|day| day.parse().ok())) {
        (Some(recorded), _) => moment(&recorded.at),
        (None, Some(text)) => format!("{}, hour {WITHHELD}", long_day(text)),
        (None, None) => WITHHELD.to_owned(),
    }
}

/// A place in her words, then what sort it is, then what is known of its position.
pub(super) fn place(place: &Place) -> Vec<String> {
    let sort = place.sort.map(place_sort);
    let head = match (&place.words, sort) {
        (Some(words), Some(sort)) => format!("{words} ({sort})"),
        (Some(words), None) => words.clone(),
        (None, Some(sort)) => capital(sort),
        (None, None) => String::new(),
    };
    let position = match (place.position, place.no_position) {
        (Some(position), _) => position_words(&position),
        (None, Some(why)) => no_position(why).to_owned(),
        (None, None) if place.sort == Some(PlaceSort::Online) => String::new(),
        (None, None) => "No position was recorded.".to_owned(),
    };
    [head, position].into_iter().filter(|line| !line.is_empty()).collect()
}

/// What sort of place.
pub(super) fn place_sort(sort: PlaceSort) -> &'static str {
    match sort {
        PlaceSort::Home => "home",
        PlaceSort::Work => "work",
        PlaceSort::Study => "where I study",
        PlaceSort::OnTheWay => "on the way",
        PlaceSort::Online => "on a phone or online",
        PlaceSort::Other => "somewhere else",
    }
}

fn position_words(position: &Position) -> String {
    let accuracy = match position.accuracy_mm {
        Some(mm) => format!(", within {} m", mm.div_ceil(1000)),
        None => ", accuracy not known".to_owned(),
    };
    let age = match position.age_ms {
        Some(ms) if ms < 2_000 => ", taken at that moment".to_owned(),
        Some(ms) if ms < 120_000 => format!(", {} seconds old when taken", ms / 1000),
        Some(ms) => format!(", {} minutes old when taken", ms / 60_000),
        None => String::new(),
    };
    format!("{}{accuracy}{age}. {}", position.decimal(), fix_source(position.source))
}

/// Where a position comes from.
pub(super) fn fix_source(source: FixSource) -> &'static str {
    match source {
        FixSource::Phone => "By the phone's location service.",
        FixSource::Given => "Typed, or chosen on a map.",
        FixSource::Photo => "By what a photo says of itself.",
    }
}

/// Why there is no position.
pub(super) fn no_position(why: NoPosition) -> &'static str {
    match why {
        NoPosition::NotAsked => "No position: it was not asked for.",
        NoPosition::Refused => "No position: the permission was refused.",
        NoPosition::Unavailable => "No position: location was switched off, or the device has none.",
        NoPosition::TimedOut => "No position: none came in time.",
    }
}

/// A position in degrees with all seven decimals, as recorded.
pub(super) fn degrees(e7: i32) -> String {
    let sign = if e7 < 0 { "-" } else { "" };
    let e7 = e7.unsigned_abs();
    format!("{sign}{}.{:07}", e7 / 10_000_000, e7 % 10_000_000)
}

/// Whose experience it is. `None`: her own.
pub(super) fn whose(whose: &Whose, name_withheld: bool) -> Option<String> {
    let relation = match whose.relation {
        WhoseRelation::Mine => return None,
        WhoseRelation::Child => "a child's",
        WhoseRelation::Partner => "a partner's",
        WhoseRelation::Family => "a family member's",
        WhoseRelation::Colleague => "a colleague's",
        WhoseRelation::Friend => "a friend's",
        WhoseRelation::Other => "somebody else's",
    };
    let name = if name_withheld { Some(WITHHELD) } else { whose.name.as_deref() };
    Some(match name {
        Some(name) => format!("Not the writer's own experience: {relation} ({name})"),
        None => format!("Not the writer's own experience: {relation}"),
    })
}

/// How she knows.
pub(super) fn source(source: Option<&Source>, name_withheld: bool) -> String {
    let Some(source) = source else {
        return if name_withheld { WITHHELD.to_owned() } else { "Not said".to_owned() };
    };
    match source {
        Source::SawOrHeard => "Saw or heard it".to_owned(),
        Source::Told { .. } if name_withheld => format!("Was told, by {WITHHELD}"),
        Source::Told { by: Some(by) } => format!("Was told, by {by}"),
        Source::Told { by: None } => "Was told".to_owned(),
        Source::Inferred => "Worked it out".to_owned(),
    }
}

/// The name of the certainty's mark in the PDF's template.
pub(super) fn mark(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Certain => "certain",
        Certainty::Probably => "probably",
        Certainty::NotSure => "not-sure",
        Certainty::Unknown => "unknown",
    }
}

/// Who, then what courts ask of an identification.
pub(super) fn person(person: &Person) -> (String, Vec<String>) {
    let nameless = if person.certainty == Some(Certainty::Unknown) { "Somebody not known" } else { "No name given" };
    let name = person.name.clone().unwrap_or_else(|| nameless.to_owned());
    let with = |label: &str, text: &Option<String>| text.as_ref().map(|text| format!("{label}: {text}"));
    let details = [
        with("How known", &person.how_known),
        with("Looks", &person.looks),
        person.seen_for_s.map(|s| format!("Seen for: {}", duration(s))),
        with("Seen for, in the writer's words", &person.seen_for),
        person.distance_m.map(|m| format!("From how far: about {m} m")),
        with("From how far, in the writer's words", &person.distance),
        with("Light and weather", &person.light),
        with("In the way", &person.in_the_way),
    ];
    (name, details.into_iter().flatten().collect())
}

fn duration(seconds: u32) -> String {
    match seconds {
        1 => "about 1 second".to_owned(),
        0..=119 => format!("about {seconds} seconds"),
        _ => format!("about {} minutes", seconds.div_ceil(60)),
    }
}

/// A witness, without how to reach them.
pub(super) fn witness(witness: &Witness) -> String {
    match &witness.saw {
        Some(saw) => format!("{}: {saw}", witness.name),
        None => witness.name.clone(),
    }
}

/// A vehicle.
pub(super) fn vehicle(vehicle: &Vehicle) -> String {
    match (&vehicle.plate, &vehicle.looks) {
        (Some(plate), Some(looks)) => format!("{plate}: {looks}"),
        (Some(one), None) | (None, Some(one)) => one.clone(),
        (None, None) => "A vehicle".to_owned(),
    }
}

/// Evidence that will vanish.
pub(super) fn vanishing(vanishing: &Vanishing) -> String {
    let asked = vanishing.asked.as_ref().map(|asked| format!("Asked to keep it: {asked}."));
    let by = vanishing.by.map(|by| format!("May be gone by {}.", day(by)));
    [Some(format!("{}.", vanishing.what.trim_end_matches('.'))), asked, by]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Who was told.
pub(super) fn told(told: &Told) -> String {
    let parts = [
        Some(told.who.clone()),
        told.on.map(|on| format!("on {}", day(on))),
        told.officer.as_ref().map(|officer| format!("spoke to {officer}")),
        told.reference.as_ref().map(|reference| format!("reference {reference}")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// "1 entry", "2 entries".
pub(super) fn count(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {many}") }
}

/// A name that a file came with, on one line: a break in it could pass for a line of the pack's own.
pub(super) fn name(name: &str) -> String {
    let is_break = |c: char| matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        if is_break(c) { out.push_str(&format!("[U+{:04X}]", u32::from(c))) } else { out.push(c) }
    }
    out
}

/// The same, no longer than a page can bear.
pub(super) fn short_name(name: &str) -> String {
    let whole = self::name(name);
    match whole.char_indices().nth(LONGEST_NAME) {
        Some((end, _)) => format!("{}…", whole.get(..end).unwrap_or_default()),
        None => whole,
    }
}

/// A size in words: "2.1 MB" of 1,000,000 bytes.
pub(super) fn size(bytes: u64) -> String {
    match bytes {
        0..=999 => format!("{bytes} bytes"),
        1_000..=999_999 => format!("{} KB", bytes.div_ceil(1000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}

pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
