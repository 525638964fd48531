//! `chronology.csv`: one row a version of an entry. UTF-8 with a byte order mark, since Excel takes it for
//! something else otherwise; RFC 4180; and no cell that a spreadsheet would run as a formula.

use super::exhibits::{Called, Exhibit, Given};
use super::view::{EntryView, Version};
use super::{PackError, words};
use crate::domain::{Certainty, Happened, Place};

const HEADER: [&str; 31] = [
    "entry",
    "version",
    "chain_record",
    "happened",
    "happened_from",
    "happened_to",
    "how_exact",
    "written_down",
    "written_down_at",
    "correction_reason",
    "whose",
    "source",
    "place",
    "place_sort",
    "latitude",
    "longitude",
    "accuracy_m",
    "position_note",
    "their_place",
    "who",
    "kinds",
    "count",
    "own_words",
    "effects",
    "effects_words",
    "witnesses",
    "vehicles",
    "vanishing_evidence",
    "told",
    "order_broken",
    "exhibits",
];

/// After the column that names what is withheld, with digests: of each exhibit when it came, and what it was called.
const OF_FILES: [&str; 2] = ["exhibits_added_later", "exhibits_called"];

/// The table.
pub(super) fn table(entries: &[EntryView], exhibits: &[Exhibit]) -> Result<Vec<u8>, PackError> {
    let mut out = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(b"\xef\xbb\xbf".to_vec());
    let bad = |_| PackError::Encode;
    out.write_record(HEADER.iter().copied().chain(["withheld"]).chain(OF_FILES)).map_err(bad)?;
    for entry in entries {
        let of_entry = || exhibits.iter().filter(|exhibit| exhibit.entry == entry.number);
        let of_files = [lines_of(of_entry(), added), lines_of(of_entry(), called)];
        let labels: Vec<String> = of_entry()
            .map(|exhibit| match exhibit.given {
                Given::Original => exhibit.label.clone(),
                Given::Copy(_) => format!("{} (copy)", exhibit.label),
                Given::Withheld(_) => format!("{} {}", exhibit.label, exhibit.mark()),
            })
            .collect();
        for (index, version) in entry.versions.iter().enumerate() {
            let row = row(entry.number, index, version, &labels.join("; "));
            out.write_record(row.iter().chain(&of_files).map(|cell| harmless(cell))).map_err(bad)?;
        }
    }
    out.into_inner().map_err(|_| PackError::Encode)
}

fn lines_of<'a>(exhibits: impl Iterator<Item = &'a Exhibit>, words: fn(&Exhibit) -> Option<String>) -> String {
    exhibits.filter_map(words).collect::<Vec<_>>().join("\n")
}

fn added(exhibit: &Exhibit) -> Option<String> {
    let exact = exhibit.recorded_at.as_ref().map(|at| format!(" ({at})")).unwrap_or_default();
    exhibit.later.then(|| format!("{}: {}{exact}, record {}", exhibit.label, exhibit.recorded, exhibit.seq))
}

fn called(exhibit: &Exhibit) -> Option<String> {
    match &exhibit.name {
        Called::Nothing => None,
        Called::This(name) => Some(format!("{}: {}", exhibit.label, words::name(name))),
        Called::Withheld(why) => Some(format!("{}: {} ({})", exhibit.label, words::WITHHELD, why.words())),
    }
}

fn row(number: usize, index: usize, version: &Version, exhibits: &str) -> Vec<String> {
    let content = &version.content;
    let or_withheld = |text: String, name: &str| match (text.is_empty(), version.withheld(name)) {
        (true, Some(_)) => words::WITHHELD.to_owned(),
        (false, Some(_)) => format!("{text}\n{}", words::WITHHELD),
        (_, None) => text,
    };
    let happened = content.happened.as_ref();
    let exact = match happened {
        Some(Happened::Now { .. }) => "as it was happening",
        Some(Happened::Exact { .. }) => "exact",
        Some(Happened::About { .. }) => "about",
        Some(Happened::Between { .. }) => "between",
        None => "",
    };
    let position = content.place.as_ref().and_then(|place| place.position);
    let note = match (position, content.place.as_ref().and_then(|place| place.no_position)) {
        (Some(position), _) => words::fix_source(position.source),
        (None, Some(why)) => words::no_position(why),
        (None, None) => "",
    };
    let place_words = |place: &Option<Place>| place.as_ref().and_then(|p| p.words.clone()).unwrap_or_default();
    let people = content.people.iter().map(|person| {
        let (name, details) = words::person(person);
        let certainty =
            format!("{name} ({})", person.certainty.map_or(Certainty::NOT_SAID, Certainty::words).to_lowercase());
        std::iter::once(certainty).chain(details).collect::<Vec<_>>().join("; ")
    });
    let withheld = version.withheld.iter().filter(|held| held.why != super::Why::Contact);
    let withheld = withheld.map(|held| format!("{} ({}) {}", held.name, held.why.words(), held.digest));
    let whose = words::whose(&content.whose, version.withheld("whose").is_some());
    vec![
        number.to_string(),
        if index == 0 { "first written".to_owned() } else { format!("correction {index}") },
        version.seq.to_string(),
        words::happened_in(version),
        happened.map(|h| h.begins().to_string()).unwrap_or_default(),
        happened.map(|h| h.ends().to_string()).unwrap_or_default(),
        exact.to_owned(),
        words::recorded_in(version),
        version.recorded.as_ref().map(|recorded| recorded.at.to_string()).unwrap_or_default(),
        or_withheld(version.reason.clone().unwrap_or_default(), "why"),
        or_withheld(whose.unwrap_or_else(|| "The writer's own".to_owned()), ""),
        words::source(content.source.as_ref(), version.withheld("source").is_some()),
        or_withheld(place_words(&content.place), "place"),
        content.place.as_ref().and_then(|p| p.sort).map(words::place_sort).unwrap_or_default().to_owned(),
        position.map(|p| words::degrees(p.lat_e7)).unwrap_or_default(),
        position.map(|p| words::degrees(p.lon_e7)).unwrap_or_default(),
        position.and_then(|p| p.accuracy_mm).map(|mm| mm.div_ceil(1000).to_string()).unwrap_or_default(),
        note.to_owned(),
        or_withheld(place_words(&content.their_place), "their_place"),
        or_withheld(people.collect::<Vec<_>>().join("\n"), "people"),
        content.kinds.iter().map(|kind| kind.words()).collect::<Vec<_>>().join("; "),
        content.count.map(|count| count.to_string()).unwrap_or_default(),
        or_withheld(content.text.clone().unwrap_or_default(), "text"),
        content.effects.iter().map(|effect| effect.words()).collect::<Vec<_>>().join("; "),
        or_withheld(content.effects_text.clone().unwrap_or_default(), "effects_text"),
        witnesses(version),
        or_withheld(lines(&content.vehicles, words::vehicle), "vehicles"),
        or_withheld(lines(&content.vanishing, words::vanishing), "vanishing"),
        or_withheld(lines(&content.told, words::told), "told"),
        or_withheld(content.order_broken.clone().unwrap_or_default(), "order_broken"),
        exhibits.to_owned(),
        withheld.collect::<Vec<_>>().join("\n"),
    ]
}

/// A witness whose telephone number alone is on the other sheet is not "withheld".
fn witnesses(version: &Version) -> String {
    let shown = lines(&version.content.witnesses, words::witness);
    let held = version.withheld.iter().any(|held| held.name == "witnesses" && held.shown.is_none());
    match (shown.is_empty(), held) {
        (true, true) => words::WITHHELD.to_owned(),
        (false, true) => format!("{shown}\n{}", words::WITHHELD),
        (_, false) => shown,
    }
}

fn lines<T>(items: &[T], words: impl Fn(&T) -> String) -> String {
    items.iter().map(words).collect::<Vec<_>>().join("\n")
}

/// A cell that begins like a formula gets an apostrophe before it, which a spreadsheet shows as text
/// (OWASP, "CSV injection"). A plain negative number stays one.
pub(super) fn harmless(cell: &str) -> String {
    let begins = cell.trim_start_matches([' ', '\u{a0}', '\u{feff}', '\u{200b}']);
    let risky = begins.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let number = cell.strip_prefix('-').is_some_and(|rest| {
        !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit() || c == '.') && rest.parse::<f64>().is_ok()
    });
    if risky && !number { format!("'{cell}") } else { cell.to_owned() }
}
