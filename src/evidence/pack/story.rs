//! The chronology as plain data, ready to be laid out: labels and texts, nothing else. The template gets it as JSON
//! and prints strings; her words are never part of its code.

use serde::Serialize;

use super::exhibits::{Exhibit, Given};
use super::redact::Plan;
use super::view::{EntryView, Version};
use super::{Choice, Source, words};
use crate::domain::{Certainty, Place};
use crate::evidence::key;

/// All that stands in the PDF.
#[derive(Debug, Serialize)]
pub(super) struct Story {
    pub period: String,
    pub made: String,
    pub made_date: [i16; 3],
    pub selected: bool,
    pub taken_out: Vec<String>,
    pub counts: Vec<Count>,
    /// How many exhibits were added after their entry was first written, in a sentence.
    pub added_later: Option<String>,
    pub kinds: Vec<Count>,
    pub fingerprint: String,
    pub chain: String,
    pub head: Option<Head>,
    pub records: usize,
    /// How many characters the typeface lacks. Filled when it is laid out.
    pub missing: usize,
    pub entries: Vec<EntryStory>,
    pub exhibits: Vec<ExhibitStory>,
}

#[derive(Debug, Serialize)]
pub(super) struct Count {
    pub label: String,
    pub n: usize,
}

#[derive(Debug, Serialize)]
pub(super) struct Head {
    pub seq: u64,
    pub link: String,
}

#[derive(Debug, Serialize)]
pub(super) struct EntryStory {
    pub number: usize,
    pub title: String,
    pub when: String,
    /// As it reads now; then, if it was corrected, each earlier version, the first one last.
    pub versions: Vec<VersionStory>,
    /// Files that came after it was first written.
    pub added: Vec<Added>,
    pub exhibits: Vec<ExhibitStory>,
}

/// Files that were added at one time.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct Added {
    pub when: String,
    /// "EX003 (record 9), EX004 (record 9)".
    pub exhibits: String,
}

#[derive(Debug, Serialize)]
pub(super) struct VersionStory {
    /// "Written down", "Corrected" or "First written".
    pub heading: &'static str,
    pub when: String,
    pub happened: String,
    pub record: u64,
    pub reason: Option<String>,
    pub rows: Vec<Row>,
}

/// A label and what stands beside it.
#[derive(Debug, Default, Clone, PartialEq, Serialize)]
pub(super) struct Row {
    pub label: &'static str,
    pub items: Vec<Item>,
    /// Her own words: set larger.
    pub own_words: bool,
    /// Whether a correction says it otherwise than the version before.
    pub changed: bool,
}

#[derive(Debug, Default, Clone, PartialEq, Serialize)]
pub(super) struct Item {
    pub text: String,
    /// The mark of certainty before it.
    pub mark: Option<&'static str>,
    /// What the mark says.
    pub mark_words: Option<String>,
    /// Second lines.
    pub small: Vec<String>,
    pub withheld: bool,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ExhibitStory {
    pub label: String,
    pub entry: usize,
    pub words: String,
    /// What it was called when it came. Said beside the entry alone, so that no sign in it is counted twice.
    pub called: Option<String>,
    /// When it came to the entry, and which record says so.
    pub came: String,
    pub later: bool,
    pub file: Option<String>,
    pub sha256: String,
    pub picture: Option<String>,
}

/// Tells it.
pub(super) fn story(
    source: &Source<'_>,
    (choice, plan): (&Choice, &Plan),
    entries: &[EntryView],
    exhibits: &[Exhibit],
) -> Story {
    let later = exhibits.iter().filter(|exhibit| exhibit.later).count();
    let corrections = entries.iter().map(|entry| entry.versions.len().saturating_sub(1)).sum();
    let given = exhibits.iter().filter(|exhibit| !matches!(exhibit.given, Given::Withheld(_))).count();
    let made = &source.made.at;
    Story {
        period: period(entries),
        made: words::moment(made),
        made_date: [made.date().year(), made.date().month().into(), made.date().day().into()],
        selected: plan.selected,
        taken_out: taken_out(choice, plan),
        counts: vec![
            Count { label: plural(entries.len(), "entry", "entries"), n: entries.len() },
            Count { label: plural(corrections, "correction", "corrections"), n: corrections },
            Count { label: plural(given, "exhibit", "exhibits"), n: given },
        ],
        added_later: (later > 0).then(|| {
            let one = "exhibit was added after its entry was first written. It says when.";
            words::count(later, one, "exhibits were added after their entries were first written. Each says when.")
        }),
        kinds: kinds(entries),
        fingerprint: key::fingerprint(&source.public_key),
        chain: source.chain.to_string(),
        head: source.head.as_ref().map(|head| Head { seq: head.seq, link: head.link.to_string() }),
        records: source.records.len(),
        missing: 0,
        entries: entries.iter().map(|entry| entry_story(entry, exhibits)).collect(),
        exhibits: exhibits.iter().map(|one| ExhibitStory { called: None, ..exhibit(one) }).collect(),
    }
}

fn plural(n: usize, one: &str, many: &str) -> String {
    if n == 1 { one.to_owned() } else { many.to_owned() }
}

/// What she took out, one line each.
pub(super) fn taken_out(choice: &Choice, plan: &Plan) -> Vec<String> {
    let withhold = choice.withhold;
    let days = match (choice.from, choice.to) {
        (Some(from), Some(to)) => Some(format!("Only what happened from {} to {}.", words::day(from), words::day(to))),
        (Some(from), None) => Some(format!("Only what happened from {} on.", words::day(from))),
        (None, Some(to)) => Some(format!("Only what happened up to {}.", words::day(to))),
        (None, None) => None,
    };
    let n = choice.without.len();
    [
        days,
        (n > 0).then(|| format!("{} left out.", words::count(n, "entry was", "entries were"))),
        (plan.withdrawn > 0).then(|| {
            format!("{} withdrawn by the writer and left out.", words::count(plan.withdrawn, "entry was", "entries were"))
        }),
        (plan.destroyed > 0).then(|| {
            format!(
                "{} destroyed by the writer, before this pack was made. Numbers and commitments are in evidence.json.",
                words::count(plan.destroyed, "record was", "records were")
            )
        }),
        withhold.home.then(|| "Home: its address and position, and texts that repeat them.".to_owned()),
        withhold.routine.then(|| "Routine: places and hours on the way, at work and where the writer studies, and texts that repeat the places. Hours inside the writer's own words are as they were.".to_owned()),
        withhold.names_of_others.then(|| "Names of witnesses, friends and family, and texts that repeat them.".to_owned()),
        withhold.photos.then(|| "Photos and films: listed by their hash alone.".to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// "17 September to 17 November 2026", by the days that are shown.
pub(super) fn period(entries: &[EntryView]) -> String {
    let days = entries.iter().filter_map(EntryView::latest).filter_map(|version| {
        let held = version.withheld("happened").and_then(|held| held.day()).and_then(|day| day.parse().ok());
        let span = version.content.happened.as_ref().map(|h| (h.begins().date(), h.ends().date()));
        span.or(held.map(|day: jiff::civil::Date| (day, day)))
    });
    match days.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))) {
        Some((from, to)) if from == to => words::day(from),
        Some((from, to)) => format!("{} to {}", words::day(from), words::day(to)),
        None => "Days not said".to_owned(),
    }
}

fn kinds(entries: &[EntryView]) -> Vec<Count> {
    let mut counts: Vec<Count> = Vec::new();
    for kind in crate::domain::Kind::ALL {
        let of_kind =
            entries.iter().filter_map(EntryView::latest).filter(|version| version.content.kinds.contains(kind));
        let n: usize = of_kind.count();
        if n > 0 {
            counts.push(Count { label: kind.words().to_owned(), n });
        }
    }
    counts.sort_by_key(|count| std::cmp::Reverse(count.n));
    counts
}

fn exhibit(exhibit: &Exhibit) -> ExhibitStory {
    ExhibitStory {
        label: exhibit.label.clone(),
        entry: exhibit.entry,
        words: exhibit.words(),
        called: exhibit.name.words(),
        came: exhibit.came(),
        later: exhibit.later,
        file: exhibit.path.clone(),
        sha256: exhibit.sha256.to_string(),
        picture: exhibit.picture.as_ref().map(|_| picture_name(exhibit)),
    }
}

/// What a small picture is called inside the PDF's maker.
pub(super) fn picture_name(exhibit: &Exhibit) -> String {
    format!("/{}.jpg", exhibit.label)
}

fn entry_story(entry: &EntryView, exhibits: &[Exhibit]) -> EntryStory {
    let corrected = entry.versions.len() > 1;
    let versions = entry.versions.iter().enumerate().rev().map(|(index, version)| VersionStory {
        heading: match (corrected, index) {
            (false, _) => "Written down",
            (true, 0) => "First written",
            (true, _) => "Corrected",
        },
        when: words::recorded_in(version),
        happened: words::happened_in(version),
        record: version.seq,
        reason: reason(version),
        rows: compared(version, index.checked_sub(1).and_then(|before| entry.versions.get(before))),
    });
    let latest = entry.latest();
    EntryStory {
        number: entry.number,
        title: latest.map(title).unwrap_or_default(),
        when: latest.map(words::happened_in).unwrap_or_default(),
        versions: versions.collect(),
        added: added(exhibits.iter().filter(|exhibit| exhibit.entry == entry.number && exhibit.later)),
        exhibits: exhibits.iter().filter(|exhibit| exhibit.entry == entry.number).map(exhibit).collect(),
    }
}

/// By when they were added, in the order in which they came.
fn added<'a>(later: impl Iterator<Item = &'a Exhibit>) -> Vec<Added> {
    let mut all: Vec<Added> = Vec::new();
    for exhibit in later {
        let said = format!("{} (record {})", exhibit.label, exhibit.seq);
        match all.last_mut().filter(|last| last.when == exhibit.recorded) {
            Some(last) => last.exhibits += &format!(", {said}"),
            None => all.push(Added { when: exhibit.recorded.clone(), exhibits: said }),
        }
    }
    all
}

/// The rows, with those marked that a correction changed. Digests of withheld fields differ even where the words do
/// not, since each is salted afresh: they are left unmarked.
fn compared(version: &Version, before: Option<&Version>) -> Vec<Row> {
    let mut now = rows(version);
    if let Some(before) = before.map(rows) {
        for row in &mut now {
            let withheld = row.items.iter().any(|item| item.withheld);
            row.changed =
                !withheld && before.iter().find(|old| old.label == row.label).is_none_or(|old| old.items != row.items);
        }
    }
    now
}

fn reason(version: &Version) -> Option<String> {
    version.reason.clone().or_else(|| version.withheld("why").map(|_| words::WITHHELD.to_owned()))
}

/// The title that the app shows, made from the kinds and the count alone.
fn title(version: &Version) -> String {
    // What is withheld was there all the same.
    let held = |name| version.withheld(name).is_some();
    let there = || Some("x".to_owned());
    let withheld_place = || Place { words: there(), ..Place::default() };
    let draft = crate::domain::EntryDraft {
        kinds: version.content.kinds.clone(),
        count: version.content.count,
        text: if held("text") { there() } else { version.content.text.clone() },
        place: version.content.place.clone().or_else(|| held("place").then(withheld_place)),
        ..Default::default()
    };
    draft.title()
}

fn rows(version: &Version) -> Vec<Row> {
    let content = &version.content;
    let mut rows = Vec::new();
    let mut push = |label, name: &str, mut items: Vec<Item>, own_words| {
        let held = version.withheld.iter().filter(|held| held.name == name);
        items.extend(held.filter(|held| held.shown.is_none()).map(|held| Item {
            text: format!("{} ({})", words::WITHHELD, held.why.words()),
            small: vec![format!("Digest {}", held.digest)],
            withheld: true,
            ..Item::default()
        }));
        if !items.is_empty() {
            rows.push(Row { label, items, own_words, changed: false });
        }
    };
    let plain =
        |text: Option<String>| text.map(|text| Item { text, ..Item::default() }).into_iter().collect::<Vec<_>>();
    push("Own words", "text", plain(content.text.clone()), true);
    push("Who", "people", content.people.iter().map(person).collect(), false);
    push("Whose", "whose", plain(words::whose(&content.whose, version.withheld("whose").is_some())), false);
    push(
        "How known",
        "source",
        plain(Some(words::source(content.source.as_ref(), version.withheld("source").is_some()))),
        false,
    );
    push("Where", "place", place(content.place.as_ref()), false);
    push("Where they were", "their_place", place(content.their_place.as_ref()), false);
    let kinds: Vec<&str> = content.kinds.iter().map(|kind| kind.words()).collect();
    push("Kind", "kinds", plain((!kinds.is_empty()).then(|| kinds.join(", "))), false);
    push("How many", "count", plain(content.count.map(|n| format!("{n} alike"))), false);
    let effects: Vec<&str> = content.effects.iter().map(|effect| effect.words()).collect();
    push("What it changed", "effects", plain((!effects.is_empty()).then(|| effects.join(", "))), false);
    push("How it felt", "effects_text", plain(content.effects_text.clone()), false);
    push("Witnesses", "witnesses", each(&content.witnesses, words::witness), false);
    push("Vehicles", "vehicles", each(&content.vehicles, words::vehicle), false);
    push("Will vanish", "vanishing", each(&content.vanishing, words::vanishing), false);
    push("Who was told", "told", each(&content.told, words::told), false);
    push(
        "Order or condition that the writer thinks it broke",
        "order_broken",
        plain(content.order_broken.clone()),
        false,
    );
    rows
}

fn each<T>(items: &[T], words: impl Fn(&T) -> String) -> Vec<Item> {
    items.iter().map(|item| Item { text: words(item), ..Item::default() }).collect()
}

fn person(person: &crate::domain::Person) -> Item {
    let (text, small) = words::person(person);
    let certainty = person.certainty;
    Item {
        text,
        mark: Some(certainty.map_or("not-said", words::mark)),
        mark_words: Some(certainty.map_or(Certainty::NOT_SAID, Certainty::words).to_owned()),
        small,
        withheld: false,
    }
}

fn place(place: Option<&Place>) -> Vec<Item> {
    let Some(place) = place else { return Vec::new() };
    let mut lines = words::place(place).into_iter();
    let head = lines.next().unwrap_or_default();
    vec![Item { text: head, small: lines.collect(), ..Item::default() }]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Person;

    #[test]
    fn a_certainty_that_was_not_given_is_said_so_and_never_called_unknown() {
        let item = person(&Person { seen_for: Some("a minute or two".to_owned()), ..Person::default() });
        assert_eq!((item.text.as_str(), item.mark_words.as_deref()), ("No name given", Some("Not said how sure")));
        assert_eq!(item.small, ["Seen for, in the writer's words: a minute or two"]);
        let item = person(&Person { certainty: Some(Certainty::Unknown), ..Person::default() });
        assert_eq!((item.text.as_str(), item.mark_words.as_deref()), ("Somebody not known", Some("Unknown")));
    }
}
