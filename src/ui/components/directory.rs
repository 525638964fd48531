//! Entries of the directory of help: who, how to reach them, what they do, when that was checked.

use super::{CopyButton, Glyph, Icon, SafeFirst, Size};
use crate::domain::{EntryDraft, Told};
use crate::guidance::is_old;
use crate::session::VaultState;
use crate::ui::begun::Begun;
use crate::ui::given::Given;
use crate::ui::reading::{HelpEntry, Nation, Way, is_for, nations_said, short_date};
use crate::ui::route::Nav;
use crate::ui::shell::Calls;
use crate::ui::vault::use_vault;
use dioxus::prelude::*;

/// A card of entries. The entry whose id is `first` has the filled button; give it to one on a screen. An entry that is
/// not for `nation` says where it is for.
#[component]
pub fn Directory(entries: Vec<HelpEntry>, first: Option<String>, nation: Option<Nation>) -> Element {
    rsx! {
        div { class: "card rows",
            for entry in entries {
                Entry { key: "{entry.id}", main: Some(&entry.id) == first.as_ref(), elsewhere: !is_for(&entry.nations, nation), entry }
            }
        }
    }
}

#[component]
fn Entry(entry: HelpEntry, main: bool, elsewhere: bool) -> Element {
    let calls = use_context::<Calls>();
    let given = use_context::<Given>();
    let mut more = use_signal(|| false);
    let shown = face(&entry.way);
    let way = entry.way.clone();
    let place = elsewhere.then(|| nations_said(&entry.nations)).flatten();
    let today = given.clock.now().to_zoned_datetime(given.clock.zone()).date();
    let old = is_old(entry.checked, today);
    rsx! {
        div { class: "row help",
            span { class: "grow",
                b { "{entry.name}" }
                if let Some((_, _, large)) = &shown { span { class: "number", "{large}" } }
                if let Some(place) = place { span { class: "hint b", "For {place} only" } }
                span { class: "hint", "{entry.note}" }
                for way in entry.more.clone() {
                    if let Some((_, word, large)) = face(&way) {
                        button { class: "in-line other-way", r#type: "button", aria_label: "{word} {entry.name}: {large}",
                            onclick: move |_| take(calls, &way),
                            if word == "Text" { "Text {large}" } else { "{large}" }
                        }
                    }
                }
                span { class: "more-line",
                    span { class: "meta checked", "Checked {short_date(entry.checked)}" }
                    button { class: "more-of", r#type: "button", "aria-expanded": "{more}", onclick: move |_| more.toggle(),
                        if more() { "Less" } else { "More" }
                        span { class: "hidden-visually", " about {entry.name}" }
                        Icon { glyph: if more() { Glyph::ChevronDown } else { Glyph::ChevronRight }, size: Size::Small }
                    }
                }
                if old {
                    span { class: "field-wrong", Icon { glyph: Glyph::TriangleAlert, size: Size::Small }
                        span { "Nobody has checked this for more than a year. It may have changed." }
                    }
                }
            }
            if let Some((glyph, word, _)) = shown {
                button { class: if main { "round main" } else { "round" }, r#type: "button", aria_label: "{word} {entry.name}",
                    onclick: move |_| take(calls, &way),
                    Icon { glyph }
                    span { class: "word", "aria-hidden": "true", "{word}" }
                }
            }
            if more() { MoreOf { entry: entry.clone() } }
        }
    }
}

/// What is seldom needed: the rest of the facts, copying, and a note that she called.
#[component]
fn MoreOf(entry: HelpEntry) -> Element {
    let nav = use_context::<Nav>();
    let begun = use_context::<Begun>();
    let vault = use_vault();
    let emergency = matches!(&entry.way, Way::Call(number) if number == "999" || number == "112");
    let copied = match &entry.way {
        Way::Call(number) | Way::Text(number) => Some(("Copy the number", number.clone())),
        Way::Web(address) => Some(("Copy the address", address.clone())),
        Way::Nothing => None,
    };
    let name = entry.name.clone();
    let has_journal = matches!(vault(), VaultState::Open | VaultState::Locked);
    rsx! {
        div { class: "more-part stack gap-3",
            dl { class: "facts",
                for (name, value) in entry.facts { div { key: "{name}", dt { "{name}" } dd { "{value}" } } }
            }
            if let Some((label, text)) = copied { CopyButton { text, label } }
            if has_journal && !emergency && matches!(entry.way, Way::Call(_) | Way::Text(_)) {
                SafeFirst {}
                button { class: "btn btn-line", r#type: "button",
                    onclick: move |_| begun.open(note_of_call(&name), nav, vault()),
                    Icon { glyph: Glyph::Pencil }
                    span { class: "t", "Add a note that I called" }
                }
                p { class: "hint", "It opens a new entry for you to finish. Nothing is saved until you save it." }
            }
        }
    }
}

/// An entry to be finished: whom she called, in the words of the button. When it was, and what they said, she adds.
fn note_of_call(name: &str) -> EntryDraft {
    let told = Told { who: name.to_owned(), ..Told::default() };
    EntryDraft { text: Some(format!("I called: {name}.")), told: vec![told], ..EntryDraft::default() }
}

/// The icon, the word and the number or address of a way.
fn face(way: &Way) -> Option<(Glyph, &'static str, String)> {
    match way {
        Way::Call(number) => Some((Glyph::Phone, "Call", number.clone())),
        Way::Text(number) => Some((Glyph::MessageSquareText, "Text", number.clone())),
        Way::Web(url) => {
            let bare = url.trim_start_matches("https://").trim_start_matches("www.").trim_end_matches('/');
            Some((Glyph::Globe, "Website", bare.to_owned()))
        }
        Way::Nothing => None,
    }
}

fn take(calls: Calls, way: &Way) {
    match way {
        Way::Call(number) => calls.call(number),
        Way::Text(number) => calls.text(number, ""),
        Way::Web(url) => calls.open_page(url),
        Way::Nothing => {}
    }
}
