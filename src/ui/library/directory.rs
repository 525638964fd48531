//! The directory of help and an institution's own people, as the screens draw them.

use crate::guidance::{Contact, Directory, Entry, Hours, Institution, Kind, Nations, State};
use crate::t;
use crate::ui::english::{Said, english_stands_out, together};
use crate::ui::reading::{HelpEntry, HelpGroup, Nation, Way, nations_said};

/// The kinds of help in the order in which Help shows them. 999 is on every screen already.
const KINDS: [Kind; 11] = [
    Kind::Stalking,
    Kind::Police,
    Kind::Emergency,
    Kind::DomesticAbuse,
    Kind::Victims,
    Kind::Online,
    Kind::Lgbt,
    Kind::Men,
    Kind::Listening,
    Kind::Anonymous,
    Kind::ArticleOnly,
];

/// The heading above the helpers of a kind.
fn kind_title(kind: Kind) -> &'static str {
    match kind {
        Kind::Stalking => t!("help-kind-stalking"),
        Kind::Police => t!("help-kind-police"),
        Kind::Emergency => t!("help-kind-emergency"),
        Kind::DomesticAbuse => t!("help-kind-domestic-abuse"),
        Kind::Victims => t!("help-kind-victims"),
        Kind::Online => t!("help-kind-online"),
        Kind::Lgbt => t!("help-kind-lgbt"),
        Kind::Men => t!("help-kind-men"),
        Kind::Listening => t!("help-kind-listening"),
        Kind::Anonymous => t!("help-kind-anonymous"),
        Kind::ArticleOnly => t!("help-kind-article-only"),
    }
}

/// Everybody in it, in groups.
pub(super) fn help_of(directory: &Directory) -> Vec<HelpGroup> {
    let group = |kind: Kind| HelpGroup {
        title: kind_title(kind).to_owned(),
        entries: directory
            .entries()
            .iter()
            .filter(|entry| entry.kind == kind)
            .map(|entry| help_entry(entry, directory))
            .collect(),
    };
    KINDS.into_iter().map(group).filter(|group| !group.entries.is_empty()).collect()
}

/// An entry of this directory, for the screens.
pub fn help_entry(entry: &Entry, of: &Directory) -> HelpEntry {
    let english = entry.language != of.language();
    let own = |words: &str| Said::new(words, english);
    let number = entry.number.as_ref().map(|number| Way::Call(number.shown().to_owned()));
    let text = entry.text.as_ref().map(|number| Way::Text(number.shown().to_owned()));
    let web = entry.web.clone().map(Way::Web);
    let state = match entry.state {
        State::Live => None,
        State::NoLongerActive => Some(Said::new(t!("help-no-longer"), false)),
        State::Blog => Some(Said::new(t!("help-blog"), false)),
        State::NoPhoneFound => Some(Said::new(t!("help-no-phone"), false)),
    };
    let cost = cost_said(entry).map(|words| Said::new(words, false));
    let hours = entry.hours.as_ref().map(|hours| hours_said(hours, english));
    let note = entry.note.as_deref().map(|note| own(&sentence(note)));
    let short = Some(own(&sentence(&entry.short)));
    // Whom to ask is nothing of theirs: before the note, its "them" would be the phone company.
    let parts = match entry.free {
        Some(_) => [state, short, cost, hours, note],
        None => [state, short, hours, note, cost],
    };
    let mut ways = [number, text, web].into_iter().flatten();
    let nations = nations(&entry.nations);
    let facts = [
        Some((t!("help-fact-for"), own(&entry.who_for))),
        nations_said(&nations).map(|names| (t!("help-fact-where"), Said::new(names, false))),
        entry.relay.as_ref().map(|number| (t!("help-fact-relay"), Said::new(number.shown(), english_stands_out()))),
        // Where it was found is a name, and stays as it is.
        Some((t!("help-fact-found"), Said::new(entry.source.as_str(), english_stands_out()))),
    ];
    HelpEntry {
        id: entry.id.clone(),
        name: entry.name.clone(),
        way: ways.next().unwrap_or(Way::Nothing),
        more: ways.collect(),
        note: together(parts.into_iter().flatten()),
        checked: entry.checked,
        facts: facts.into_iter().flatten().collect(),
        nations,
        words: format!("{} {}", entry.who_for, entry.searched().collect::<Vec<_>>().join(" ")),
        english,
    }
}

/// Somebody at an institution, as an entry of its own list. Its file is in English.
pub fn contact_entry(contact: &Contact, of: &Institution) -> HelpEntry {
    let english = english_stands_out();
    let own = |words: &str| Said::new(words, english);
    let number = contact.number.as_ref().map(|number| Way::Call(number.shown().to_owned()));
    let web = contact.web.clone().map(Way::Web);
    let email = contact.email.clone().map(Way::Email);
    let mut ways = [number, web, email].into_iter().flatten();
    let hours = contact.hours.as_ref().map(|hours| hours_said(hours, english));
    let note = contact.note.as_deref().map(|note| own(&sentence(note)));
    let parts = [Some(own(&sentence(&contact.short))), hours, note];
    HelpEntry {
        id: format!("{}/{}", of.id, contact.id),
        name: contact.name.clone(),
        way: ways.next().unwrap_or(Way::Nothing),
        more: ways.collect(),
        note: together(parts.into_iter().flatten()),
        checked: of.checked,
        facts: vec![(t!("help-fact-from"), own(&of.name)), (t!("help-fact-found"), own(&of.source))],
        nations: nations(&of.nations),
        words: of.name.clone(),
        english,
    }
}

/// What a call or text costs, as far as it is known. In danger nobody should stop to think of it.
fn cost_said(entry: &Entry) -> Option<&'static str> {
    let reached = entry.number.is_some() || entry.text.is_some();
    match entry.free {
        Some(true) => Some(t!("help-free")),
        Some(false) => Some(t!("help-may-cost")),
        None if reached && !entry.is_emergency() => Some(t!("help-cost-unknown")),
        None => None,
    }
}

fn hours_said(hours: &Hours, english: bool) -> Said {
    match hours {
        Hours::AllDay => Said::new(t!("help-day-and-night"), false),
        Hours::SeeWebsite => Said::new(t!("help-see-website"), false),
        Hours::Said(words) => Said::new(sentence(words), english),
    }
}

/// Words of the directory as a sentence.
fn sentence(words: &str) -> String {
    if words.is_empty() || words.ends_with(['.', '?']) { words.to_owned() } else { format!("{words}.") }
}

/// Where the source does not say, it may be anywhere.
pub(super) fn nations(from: &Nations) -> Vec<Nation> {
    Nation::ALL.into_iter().filter(|nation| from.may_include(*nation)).collect()
}
