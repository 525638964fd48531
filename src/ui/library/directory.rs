//! The directory of help and an institution's own people, as the screens draw them.

use crate::guidance::{Contact, Directory, Entry, Hours, Institution, Kind, Nations, State};
use crate::t;
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
        entries: directory.entries().iter().filter(|entry| entry.kind == kind).map(help_entry).collect(),
    };
    KINDS.into_iter().map(group).filter(|group| !group.entries.is_empty()).collect()
}

/// An entry of the directory, for the screens.
pub fn help_entry(entry: &Entry) -> HelpEntry {
    let number = entry.number.as_ref().map(|number| Way::Call(number.shown().to_owned()));
    let text = entry.text.as_ref().map(|number| Way::Text(number.shown().to_owned()));
    let web = entry.web.clone().map(Way::Web);
    let state = match entry.state {
        State::Live => None,
        State::NoLongerActive => Some(t!("help-no-longer").to_owned()),
        State::Blog => Some(t!("help-blog").to_owned()),
        State::NoPhoneFound => Some(t!("help-no-phone").to_owned()),
    };
    let free = (entry.free == Some(true)).then(|| t!("help-free").to_owned());
    let hours = entry.hours.as_ref().map(hours_said);
    let parts = [state, Some(sentence(&entry.short)), free, hours, entry.note.as_deref().map(sentence)];
    let mut ways = [number, text, web].into_iter().flatten();
    let nations = nations(&entry.nations);
    let facts = [
        Some((t!("help-fact-for"), entry.who_for.clone())),
        nations_said(&nations).map(|names| (t!("help-fact-where"), names)),
        entry.relay.as_ref().map(|number| (t!("help-fact-relay"), number.shown().to_owned())),
        Some((t!("help-fact-found"), entry.source.clone())),
    ];
    HelpEntry {
        id: entry.id.clone(),
        name: entry.name.clone(),
        way: ways.next().unwrap_or(Way::Nothing),
        more: ways.collect(),
        note: together(parts),
        checked: entry.checked,
        facts: facts.into_iter().flatten().collect(),
        nations,
        words: format!("{} {}", entry.who_for, entry.needs.join(" ")),
    }
}

/// Somebody at an institution, as an entry of its own list.
pub fn contact_entry(contact: &Contact, of: &Institution) -> HelpEntry {
    let number = contact.number.as_ref().map(|number| Way::Call(number.shown().to_owned()));
    let web = contact.web.clone().map(Way::Web);
    let mut ways = [number, web].into_iter().flatten();
    let hours = contact.hours.as_ref().map(hours_said);
    HelpEntry {
        id: format!("{}/{}", of.id, contact.id),
        name: contact.name.clone(),
        way: ways.next().unwrap_or(Way::Nothing),
        more: ways.collect(),
        note: together([Some(sentence(&contact.short)), hours, contact.note.as_deref().map(sentence)]),
        checked: of.checked,
        facts: vec![(t!("help-fact-from"), of.name.clone()), (t!("help-fact-found"), of.source.clone())],
        nations: nations(&of.nations),
        words: of.name.clone(),
    }
}

fn hours_said(hours: &Hours) -> String {
    match hours {
        Hours::AllDay => t!("help-day-and-night").to_owned(),
        Hours::SeeWebsite => t!("help-see-website").to_owned(),
        Hours::Said(words) => sentence(words),
    }
}

/// Words of the directory as a sentence.
fn sentence(words: &str) -> String {
    if words.is_empty() || words.ends_with(['.', '?']) { words.to_owned() } else { format!("{words}.") }
}

/// Puts sentences one after another.
fn together<const N: usize>(sentences: [Option<String>; N]) -> String {
    let there: Vec<String> = sentences.into_iter().flatten().filter(|one| !one.is_empty()).collect();
    there.join(" ")
}

/// Where the source does not say, it may be anywhere.
pub(super) fn nations(from: &Nations) -> Vec<Nation> {
    Nation::ALL.into_iter().filter(|nation| from.may_include(*nation)).collect()
}
