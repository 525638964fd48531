//! What the journal has to say on the card. It counts and picks; it concludes nothing.

use super::references::references;
use crate::domain::{Certainty, Kind, Person};
use crate::session::EntryLine;
use crate::t;
use crate::ui::wording::{happened, listed, place_name};
use jiff::civil::Date;

/// What the journal has to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// A sentence.
    pub words: String,
    /// All of it is as she wrote it.
    pub hers: bool,
}

impl Said {
    fn ours(words: String) -> Self {
        Self { words, hers: false }
    }

    fn hers(words: &str) -> Self {
        Self { words: shortened(words), hers: true }
    }
}

/// One thing to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub name: &'static str,
    /// What the journal has of it.
    pub said: Vec<Said>,
    /// What to say where the journal has nothing.
    pub prompt: &'static str,
}

/// How many people, references and the like are read out.
pub(super) const MOST: usize = 3;
/// How much of her own words is read out, in characters.
const WORDS: usize = 240;

/// The lines of the card, always all of them and in the order in which the police ask. What she took out of packs is not
/// read out either.
pub fn lines_of(entries: &[EntryLine], today: Date) -> Vec<Line> {
    let entries: Vec<EntryLine> = entries.iter().filter(|line| !line.withdrawn).cloned().collect();
    let entries = entries.as_slice();
    let line = |name, prompt, said| Line { name, said, prompt };
    vec![
        line(t!("card-who"), t!("card-who.prompt"), who(entries)),
        line(t!("card-since"), t!("card-since.prompt"), since(entries)),
        line(t!("card-often"), t!("card-often.prompt"), how_many(entries)),
        line(t!("card-latest"), t!("card-latest.prompt"), latest(entries, today)),
        line(t!("card-noted"), t!("card-noted.prompt"), included(entries)),
        line(t!("card-changed"), t!("card-changed.prompt"), changed(entries)),
        line(t!("card-felt"), t!("card-felt.prompt"), felt(entries)),
        line(t!("card-references"), t!("card-references.prompt"), references(entries)),
    ]
}

/// Somebody, by the name that she has for them, or by their looks where she has none.
struct Somebody {
    words: String,
    named: bool,
    times: usize,
    sure: usize,
}

impl Somebody {
    fn of(person: &Person) -> Option<Self> {
        let written = |words: &Option<String>| {
            words.as_deref().map(str::trim).filter(|words| !words.is_empty()).map(str::to_owned)
        };
        let sure = usize::from(person.certainty == Some(Certainty::Certain));
        let named = written(&person.name).map(|words| Self { words, named: true, times: 1, sure });
        named.or_else(|| written(&person.looks).map(|words| Self { words, named: false, times: 1, sure }))
    }

    fn said(self) -> Said {
        let Self { words, named, times, sure } = self;
        Said::ours(match sure {
            _ if !named => t!("card-who-looks", looks = shortened(words.trim_end_matches('.')), n = times),
            0 => t!("card-who-uncertain", name = words, n = times),
            sure if sure == times => t!("card-who-certain", name = words, n = times),
            sure => t!("card-who-partly", name = words, n = times, sure = sure),
        })
    }
}

fn who(entries: &[EntryLine]) -> Vec<Said> {
    let mut people: Vec<Somebody> = Vec::new();
    for one in entries.iter().flat_map(|line| &line.entry.content().people).filter_map(Somebody::of) {
        match people.iter_mut().find(|known| known.named == one.named && known.words.eq_ignore_ascii_case(&one.words)) {
            Some(known) => {
                known.times += one.times;
                known.sure += one.sure;
            }
            None => people.push(one),
        }
    }
    people.sort_by_key(|one| std::cmp::Reverse(one.times));
    // Whoever stands in a few entries only was mostly somebody else who was there.
    let often = people.first().map_or(0, |one| one.times).div_ceil(4);
    people.into_iter().filter(|one| one.times >= often).take(MOST).map(Somebody::said).collect()
}

fn since(entries: &[EntryLine]) -> Vec<Said> {
    let first = entries.iter().filter_map(|line| line.entry.content().happened.as_ref()).map(|at| at.begins().date());
    let said = |day: Date| Said::ours(t!("card-since-day", day = crate::ui::wording::date(day)));
    first.min().map(said).into_iter().collect()
}

fn how_many(entries: &[EntryLine]) -> Vec<Said> {
    if entries.is_empty() {
        return Vec::new();
    }
    let mut days: Vec<Date> = entries.iter().map(EntryLine::day).collect();
    days.sort_unstable();
    days.dedup();
    let whole: u64 = entries.iter().map(|line| u64::from(line.entry.content().count.unwrap_or(1))).sum();
    let (entries, days) = (entries.len(), days.len());
    vec![Said::ours(if whole > entries as u64 {
        t!("card-often-whole", entries = entries, days = days, whole = whole)
    } else {
        t!("card-often-days", entries = entries, days = days)
    })]
}

fn latest(entries: &[EntryLine], today: Date) -> Vec<Said> {
    let last = entries.iter().filter(|line| line.entry.content().happened.is_some()).max_by_key(|line| {
        let at = line.entry.content().happened.as_ref();
        at.map(|at| at.begins().timestamp())
    });
    let Some(last) = last else { return Vec::new() };
    let entry = last.entry.content();
    let mut said = Vec::new();
    if let Some(at) = &entry.happened {
        let place = entry.place.as_ref().and_then(place_name);
        let (when, what) = (happened(at, today), crate::ui::wording::title(last.entry.content()));
        said.push(Said::ours(match place {
            Some(place) => t!("card-latest-where", when = when, place = place, what = what),
            None => t!("card-latest-when", when = when, what = what),
        }));
    }
    said.extend(entry.text.as_deref().map(Said::hers));
    said
}

/// Whatever the police should hear early.
fn included(entries: &[EntryLine]) -> Vec<Said> {
    const EARLY: [Kind; 6] =
        [Kind::Threat, Kind::BreakIn, Kind::Damage, Kind::Tracker, Kind::Accounts, Kind::CameToHome];
    let times = |kind: Kind| entries.iter().filter(|line| line.entry.content().kinds.contains(&kind)).count();
    let early: Vec<String> = EARLY
        .into_iter()
        .map(|kind| (kind, times(kind)))
        .filter(|(_, times)| *times > 0)
        .map(|(kind, times)| t!("card-noted-times", what = crate::ui::wording::kind(kind), times = times))
        .collect();
    let early = listed(early).map(|things| Said::ours(t!("card-things", things = things)));
    let mut said: Vec<Said> = early.into_iter().collect();
    let mut orders: Vec<String> = Vec::new();
    for order in entries.iter().filter_map(|line| line.entry.content().order_broken.as_deref()).map(shortened) {
        if !orders.contains(&order) {
            orders.push(order);
        }
    }
    said.extend(orders.into_iter().take(MOST).map(|order| Said::ours(t!("card-order-broken", order = order))));
    said
}

fn changed(entries: &[EntryLine]) -> Vec<Said> {
    let mut effects: Vec<_> = entries.iter().flat_map(|line| line.entry.content().effects.iter().copied()).collect();
    effects.sort_unstable();
    effects.dedup();
    let words = listed(effects.into_iter().map(|effect| crate::ui::wording::effect(effect).to_owned()));
    words.map(|words| Said::ours(t!("card-things", things = words))).into_iter().collect()
}

/// Her own latest words for how it feels: what she fears is in them, if anywhere.
fn felt(entries: &[EntryLine]) -> Vec<Said> {
    let felt = entries.iter().filter(|line| line.entry.content().effects_text.is_some());
    let latest = felt.max_by_key(|line| line.sorted_by().timestamp());
    latest.and_then(|line| line.entry.content().effects_text.as_deref()).map(Said::hers).into_iter().collect()
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
