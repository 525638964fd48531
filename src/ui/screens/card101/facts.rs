//! What the journal has to say on the card. It counts and picks; it concludes nothing.

use crate::domain::{Certainty, Kind};
use crate::session::EntryLine;
use crate::ui::wording::{count, happened, place_name};
use jiff::civil::Date;

/// One thing to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub name: &'static str,
    /// What the journal has of it.
    pub said: Vec<String>,
    /// What to say where the journal has nothing.
    pub prompt: &'static str,
}

/// How many people, references and the like are read out.
const MOST: usize = 3;
/// How much of her own words is read out, in characters.
const WORDS: usize = 240;

/// The lines of the card, always all of them and in the order in which the police ask. What she took out of packs is not
/// read out either.
pub fn lines_of(entries: &[EntryLine], today: Date) -> Vec<Line> {
    let entries: Vec<EntryLine> = entries.iter().filter(|line| !line.withdrawn).cloned().collect();
    let entries = entries.as_slice();
    let line = |name, prompt, said| Line { name, said, prompt };
    vec![
        line("Who it is", "A name, or what they look like. “I do not know” is a good answer.", who(entries)),
        line("Since when", "When it began, as near as you can say.", since(entries)),
        line("How often", "How many times, or how many in a week.", how_many(entries)),
        line("The latest", "When, where and what.", latest(entries, today)),
        line("I have noted", "A threat, a weapon, a break-in, damage, a tracker: say it first.", included(entries)),
        line("What it has changed", "Your routes, your sleep, your work, whom you see.", changed(entries)),
        line("How I have felt", "And what you fear may happen next, and why.", felt(entries)),
        line("References", "Any crime or reference number, and any officer you spoke to.", references(entries)),
    ]
}

fn who(entries: &[EntryLine]) -> Vec<String> {
    let mut people: Vec<(String, usize, usize)> = Vec::new();
    for person in entries.iter().flat_map(|line| &line.entry.content().people) {
        let Some(name) = person.name.as_deref().map(str::trim).filter(|name| !name.is_empty()) else { continue };
        let certain = usize::from(person.certainty == Some(Certainty::Certain));
        match people.iter_mut().find(|(known, ..)| known.eq_ignore_ascii_case(name)) {
            Some((_, times, sure)) => {
                *times += 1;
                *sure += certain;
            }
            None => people.push((name.to_owned(), 1, certain)),
        }
    }
    people.sort_by_key(|(_, times, _)| std::cmp::Reverse(*times));
    let said = |(name, times, sure): (String, usize, usize)| match sure {
        0 => format!("{name}, in {}. I am not certain that it was them.", count(times, "entry", "entries")),
        sure if sure == times => format!("{name}, in {}. I am certain.", count(times, "entry", "entries")),
        sure => format!("{name}, in {}. I am certain in {sure}.", count(times, "entry", "entries")),
    };
    // Whoever stands in a few entries only was mostly somebody else who was there.
    let often = people.first().map_or(0, |(_, times, _)| *times).div_ceil(4);
    people.into_iter().filter(|(_, times, _)| *times >= often).take(MOST).map(said).collect()
}

fn since(entries: &[EntryLine]) -> Vec<String> {
    let first = entries.iter().filter_map(|line| line.entry.content().happened.as_ref()).map(|at| at.begins().date());
    let said =
        |day: Date| format!("The first thing that I have written down happened on {}.", crate::ui::wording::date(day));
    first.min().map(said).into_iter().collect()
}

fn how_many(entries: &[EntryLine]) -> Vec<String> {
    if entries.is_empty() {
        return Vec::new();
    }
    let mut days: Vec<Date> = entries.iter().map(EntryLine::day).collect();
    days.sort_unstable();
    days.dedup();
    let whole: u64 = entries.iter().map(|line| u64::from(line.entry.content().count.unwrap_or(1))).sum();
    let more = if whole > entries.len() as u64 { format!(", {whole} things noted in all") } else { String::new() };
    let (entries, days) = (count(entries.len(), "entry", "entries"), count(days.len(), "day", "days"));
    vec![format!("I wrote down {entries} on {days}{more}.")]
}

fn latest(entries: &[EntryLine], today: Date) -> Vec<String> {
    let last = entries.iter().filter(|line| line.entry.content().happened.is_some()).max_by_key(|line| {
        let at = line.entry.content().happened.as_ref();
        at.map(|at| at.begins().timestamp())
    });
    let Some(last) = last else { return Vec::new() };
    let entry = last.entry.content();
    let mut said = Vec::new();
    if let Some(at) = &entry.happened {
        let place = entry.place.as_ref().and_then(place_name);
        let place = place.map(|place| format!(", {place}")).unwrap_or_default();
        said.push(format!("{}{place}. {}.", happened(at, today), crate::ui::wording::title(last.entry.content())));
    }
    said.extend(entry.text.as_deref().map(shortened));
    said
}

/// Whatever the police should hear early.
fn included(entries: &[EntryLine]) -> Vec<String> {
    const EARLY: [Kind; 6] =
        [Kind::Threat, Kind::BreakIn, Kind::Damage, Kind::Tracker, Kind::Accounts, Kind::CameToHome];
    let times = |kind: Kind| entries.iter().filter(|line| line.entry.content().kinds.contains(&kind)).count();
    let early: Vec<String> = EARLY
        .into_iter()
        .map(|kind| (kind, times(kind)))
        .filter(|(_, times)| *times > 0)
        .map(|(kind, times)| format!("{} ({times})", crate::ui::wording::kind(kind)))
        .collect();
    let mut said = Vec::new();
    if !early.is_empty() {
        said.push(format!("{}.", early.join(", ")));
    }
    let orders = entries.iter().filter_map(|line| line.entry.content().order_broken.clone());
    said.extend(
        orders.take(MOST).map(|order| format!("An order or condition that I think was broken: {}", shortened(&order))),
    );
    said
}

fn changed(entries: &[EntryLine]) -> Vec<String> {
    let mut effects: Vec<_> = entries.iter().flat_map(|line| line.entry.content().effects.iter().copied()).collect();
    effects.sort_unstable();
    effects.dedup();
    let words: Vec<&str> = effects.into_iter().map(crate::ui::wording::effect).collect();
    if words.is_empty() { Vec::new() } else { vec![format!("{}.", words.join(", "))] }
}

/// Her own latest words for how it feels: what she fears is in them, if anywhere.
fn felt(entries: &[EntryLine]) -> Vec<String> {
    let felt = entries.iter().filter(|line| line.entry.content().effects_text.is_some());
    let latest = felt.max_by_key(|line| line.sorted_by().timestamp());
    latest.and_then(|line| line.entry.content().effects_text.as_deref()).map(shortened).into_iter().collect()
}

fn references(entries: &[EntryLine]) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    for told in entries.iter().flat_map(|line| &line.entry.content().told) {
        if told.reference.is_none() && told.officer.is_none() {
            continue;
        }
        let parts = [
            Some(told.who.clone()).filter(|who| !who.is_empty()),
            told.on.map(crate::ui::wording::date),
            told.reference.clone().map(|number| format!("reference {number}")),
            told.officer.clone(),
        ];
        let one = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        if !said.contains(&one) {
            said.push(one);
        }
    }
    said
}

/// The beginning of a longer text, to its last whole word.
fn shortened(text: &str) -> String {
    let text = text.trim();
    if text.chars().count() <= WORDS {
        return text.to_owned();
    }
    let cut: String = text.chars().take(WORDS).collect();
    let whole = cut.rsplit_once(char::is_whitespace).map_or(cut.as_str(), |(words, _)| words);
    format!("{whole} …")
}
