//! From the text of `is-this-stalking.toml` to [`Asking`]: everything that is named is there, and once.

use super::{Asking, CallNow, EXAMPLE, Group, Headings, Helper, Law, LawExample, SIGNS, Thing, Today};
use crate::domain::{Effect, Kind};
use crate::guidance::markdown::read_line;
use crate::guidance::{Inline, Nations};
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeSet;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    checked: Date,
    sources: Vec<String>,
    lead: String,
    nothing_ticked: String,
    thanks: String,
    no_nation: String,
    signs: String,
    example: String,
    comfort: String,
    changes_matter: String,
    headings: Headings,
    closing: String,
    offer: String,
    call_now: CallNowRow,
    group: Vec<GroupRow>,
    changes: ChangesRow,
    law: Vec<LawRow>,
    today: Vec<TodayRow>,
    help: Vec<HelpRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CallNowRow {
    words: String,
    help: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GroupRow {
    id: String,
    title: String,
    thing: Vec<ThingRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangesRow {
    title: String,
    thing: Vec<ThingRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ThingRow {
    id: String,
    words: String,
    #[serde(default)]
    call_now: bool,
    sign: Option<String>,
    #[serde(default)]
    like: Vec<String>,
    #[serde(default)]
    kinds: Vec<Kind>,
    #[serde(default)]
    effects: Vec<Effect>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LawRow {
    nations: Nations,
    intro: String,
    none_like: String,
    changed: String,
    more: String,
    #[serde(default)]
    example: Vec<ExampleRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExampleRow {
    id: String,
    words: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TodayRow {
    words: String,
    #[serde(default)]
    dont: bool,
    #[serde(default)]
    when: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HelpRow {
    entry: String,
    #[serde(default)]
    nations: Nations,
    #[serde(default)]
    when: Vec<String>,
}

/// Reads the file, and refuses it whole if any part does not hold: half a set of questions would mislead.
pub(super) fn read(language: &str, text: &str) -> Result<Asking, String> {
    let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
    if file.sources.is_empty() || file.sources.iter().any(|source| source.trim().is_empty()) {
        return Err("the questions need their sources".to_owned());
    }
    for (place, words, mark) in [("signs", &file.signs, SIGNS), ("example", &file.example, EXAMPLE)] {
        if words.matches(mark).count() != 1 {
            return Err(format!("`{place}` holds {mark} once"));
        }
    }
    let Headings { like, today, help } = file.headings;
    let asking = Asking {
        language: language.to_owned(),
        checked: file.checked,
        sources: file.sources,
        lead: worded(file.lead, "lead")?,
        offer: worded(file.offer, "offer")?,
        groups: file.group.into_iter().map(|row| group(row.id, row.title, row.thing)).collect::<Result<_, _>>()?,
        changes: group("changes".to_owned(), file.changes.title, file.changes.thing)?,
        call_now: CallNow { words: runs(&file.call_now.words)?, help: file.call_now.help },
        nothing_ticked: runs(&file.nothing_ticked)?,
        thanks: runs(&file.thanks)?,
        no_nation: runs(&file.no_nation)?,
        signs: file.signs,
        example: file.example,
        comfort: worded(file.comfort, "comfort")?,
        changes_matter: worded(file.changes_matter, "changes_matter")?,
        headings: Headings { like: worded(like, "like")?, today: worded(today, "today")?, help: worded(help, "help")? },
        closing: runs(&file.closing)?,
        laws: file.law.into_iter().map(law).collect::<Result<_, _>>()?,
        today: file
            .today
            .into_iter()
            .map(|row| Ok(Today { words: runs(&row.words)?, dont: row.dont, when: row.when }))
            .collect::<Result<_, String>>()?,
        help: file
            .help
            .into_iter()
            .map(|row| Helper { entry: row.entry, nations: row.nations, when: row.when })
            .collect(),
    };
    holds_together(&asking)?;
    Ok(asking)
}

fn group(id: String, title: String, rows: Vec<ThingRow>) -> Result<Group, String> {
    let thing = |row: ThingRow| {
        Ok(Thing {
            words: worded(row.words, &row.id)?,
            id: row.id,
            call_now: row.call_now,
            sign: row.sign,
            like: row.like,
            kinds: row.kinds,
            effects: row.effects,
        })
    };
    Ok(Group { title: worded(title, &id)?, id, things: rows.into_iter().map(thing).collect::<Result<_, String>>()? })
}

fn law(row: LawRow) -> Result<Law, String> {
    if row.nations.not_said() {
        return Err("a law says where it holds".to_owned());
    }
    let intro = if row.example.is_empty() && row.intro.is_empty() { Vec::new() } else { runs(&row.intro)? };
    Ok(Law {
        nations: row.nations,
        intro,
        none_like: runs(&row.none_like)?,
        changed: runs(&row.changed)?,
        more: runs(&row.more)?,
        examples: row
            .example
            .into_iter()
            .map(|row| Ok(LawExample { words: worded(row.words, &row.id)?, id: row.id }))
            .collect::<Result<_, String>>()?,
    })
}

fn worded(words: String, place: &str) -> Result<String, String> {
    if words.trim().is_empty() { Err(format!("`{place}` has no words")) } else { Ok(words) }
}

fn runs(words: &str) -> Result<Vec<Inline>, String> {
    read_line(words).map_err(|problem| format!("{problem}: `{words}`"))
}

/// Ids are there once; what a thing is like and what a line is for are there; no nation has two laws; help comes first.
fn holds_together(asking: &Asking) -> Result<(), String> {
    let mut ids = BTreeSet::new();
    for thing in asking.things() {
        if !ids.insert(thing.id.as_str()) {
            return Err(format!("`{}` is there twice", thing.id));
        }
    }
    let mut examples = BTreeSet::new();
    let mut nations = BTreeSet::new();
    for law in &asking.laws {
        for example in &law.examples {
            if !examples.insert(example.id.as_str()) {
                return Err(format!("`{}` is there twice", example.id));
            }
        }
        for nation in law.nations.as_slice() {
            if !nations.insert(*nation) {
                return Err(format!("{} has two laws", nation.name()));
            }
        }
    }
    let like = asking.things().flat_map(|thing| &thing.like).find(|id| !examples.contains(id.as_str()));
    let when = asking.today.iter().map(|one| &one.when).chain(asking.help.iter().map(|one| &one.when));
    let when = when.flatten().find(|id| !ids.contains(id.as_str()));
    if let Some(id) = like.or(when) {
        return Err(format!("`{id}` is not there"));
    }
    if asking.call_now.help.first().is_none_or(|first| first != "emergency-999") || asking.call_now.help.len() < 2 {
        return Err("999 comes first, then a helpline".to_owned());
    }
    if !asking.things().any(|thing| thing.call_now) {
        return Err("no sign brings 999 first".to_owned());
    }
    Ok(())
}
