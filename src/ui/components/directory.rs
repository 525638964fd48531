//! Entries of the directory of help: who, how to reach them, what they do, when that was checked.

use super::{CopyButton, CopyLine, Glyph, Icon, SafeFirst, Size};
use crate::domain::{EntryDraft, Told};
use crate::guidance::is_old;
use crate::session::VaultState;
use crate::t;
use crate::ui::begun::Begun;
use crate::ui::english::{Said, dir_of, lang_of};
use crate::ui::first_reading::POLICE_ID;
use crate::ui::given::Given;
use crate::ui::reading::{HelpEntry, Nation, Way, is_for, nations_said};
use crate::ui::route::{Nav, Route};
use crate::ui::shell::Calls;
use crate::ui::vault::use_vault;
use crate::ui::wording::short_date;
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
    let nav = use_context::<Nav>();
    let mut more = use_signal(|| false);
    let shown = face(&entry.way);
    let way = entry.way.clone();
    let place = elsewhere.then(|| nations_said(&entry.nations)).flatten();
    let (word, more_of) = if more() {
        (t!("directory-less"), t!("directory-less.hear", name = entry.name.as_str()))
    } else {
        (t!("directory-more"), t!("directory-more.hear", name = entry.name.as_str()))
    };
    let today = given.clock.now().to_zoned_datetime(given.clock.zone()).date();
    let old = is_old(entry.checked, today);
    rsx! {
        div { class: "row help",
            span { class: "grow",
                b { lang: lang_of(entry.english), dir: dir_of(entry.english), "{entry.name}" }
                if let Some((_, _, large)) = &shown { span { class: "number", dir: "ltr", translate: "no", "{large}" } }
                if let Some(place) = place { span { class: "hint b", {t!("directory-elsewhere", place = place)} } }
                SaidWords { class: "hint", said: entry.note.clone() }
                for way in entry.more.iter().chain([&entry.way]).cloned() {
                    if let Way::Email(address) = way {
                        CopyLine { key: "{address}", label: t!("directory-email", name = entry.name.as_str(), address = address.as_str()), text: address }
                    }
                }
                for way in entry.more.clone() {
                    if let Some((label, shown, translate)) = other(&way, &entry.name) {
                        button { class: "in-line other-way", r#type: "button", aria_label: label,
                            onclick: move |_| take(calls, &way),
                            // Digits alone have no direction of their own.
                            bdi { translate, "{shown}" }
                        }
                    }
                }
                if entry.id == POLICE_ID {
                    button { class: "in-line other-way not-on-paper", r#type: "button", onclick: move |_| nav.go(Route::Card101), {t!("directory-card")} }
                }
                span { class: "more-line",
                    span { class: "meta checked", {t!("directory-checked", date = short_date(entry.checked))} }
                    button { class: "more-of", r#type: "button", "aria-expanded": "{more}", onclick: move |_| more.toggle(),
                        span { "aria-hidden": "true", "{word}" }
                        span { class: "hidden-visually", "{more_of}" }
                        Icon { glyph: if more() { Glyph::ChevronDown } else { Glyph::ChevronRight }, size: Size::Small }
                    }
                }
                if old {
                    span { class: "field-wrong", Icon { glyph: Glyph::TriangleAlert, size: Size::Small }
                        span { {t!("directory-old")} }
                    }
                }
            }
            if let Some((glyph, word, _)) = shown {
                button { class: if main { "round main" } else { "round" }, r#type: "button", aria_label: named(&way, &entry.name),
                    onclick: move |_| take(calls, &way),
                    Icon { glyph }
                    span { class: "word", "aria-hidden": "true", "{word}" }
                }
            }
            if more() { MoreOf { entry: entry.clone() } }
        }
    }
}

/// Sentences, of which some may be English while another language is spoken.
#[component]
fn SaidWords(class: String, said: Vec<Said>) -> Element {
    rsx! {
        span { class: "{class}",
            for (at, one) in said.into_iter().enumerate() {
                if at > 0 { " " }
                if one.english {
                    span { lang: lang_of(true), dir: dir_of(true), "{one.text}" }
                } else {
                    "{one.text}"
                }
            }
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
        Way::Call(number) | Way::Text(number) => Some((t!("directory-copy-number"), number.clone())),
        Way::Web(address) => Some((t!("directory-copy-address"), address.clone())),
        Way::Email(address) => Some((t!("directory-copy-email"), address.clone())),
        Way::Nothing => None,
    };
    let name = entry.name.clone();
    let has_journal = matches!(vault(), VaultState::Open | VaultState::Locked);
    let called = !emergency && matches!(entry.way, Way::Call(_) | Way::Text(_));
    rsx! {
        div { class: "more-part stack gap-3",
            dl { class: "facts",
                for (name, value) in entry.facts { div { key: "{name}", dt { "{name}" } dd { lang: lang_of(value.english), dir: dir_of(value.english), "{value.text}" } } }
            }
            if let Some((label, text)) = copied { CopyButton { text, label } }
            if called && has_journal {
                SafeFirst {}
                button { class: "btn btn-line", r#type: "button",
                    onclick: move |_| begun.open(note_of_call(&name), nav, vault()),
                    Icon { glyph: Glyph::Pencil }
                    span { class: "t", {t!("directory-called")} }
                }
                p { class: "hint", {t!("directory-called.hint")} }
            } else if called && vault() == VaultState::Nothing {
                p { class: "hint", {t!("directory-called.needs")} }
            }
        }
    }
}

/// An entry to be finished: whom she called, in the words of the button. When it was, and what they said, she adds.
fn note_of_call(name: &str) -> EntryDraft {
    let told = Told { who: name.to_owned(), ..Told::default() };
    EntryDraft { text: Some(t!("directory-called.entry", name = name)), told: vec![told], ..EntryDraft::default() }
}

/// The icon, the word and the number or address of a way.
fn face(way: &Way) -> Option<(Glyph, &'static str, String)> {
    match way {
        Way::Call(number) => Some((Glyph::Phone, t!("directory-call"), number.clone())),
        Way::Text(number) => Some((Glyph::MessageSquareText, t!("directory-text"), number.clone())),
        Way::Web(url) => {
            let bare = url.trim_start_matches("https://").trim_start_matches("www.").trim_end_matches('/');
            Some((Glyph::Globe, t!("directory-page"), bare.to_owned()))
        }
        // Nothing here opens a mail program: its address stands in a line of its own, to be copied.
        Way::Email(_) | Way::Nothing => None,
    }
}

/// What is heard on the button of a way: what it does, and to whom.
fn named(way: &Way, name: &str) -> String {
    match way {
        Way::Call(_) => t!("directory-call.name", name = name),
        Way::Text(_) => t!("directory-text.name", name = name),
        Way::Web(_) | Way::Email(_) | Way::Nothing => t!("directory-page.name", name = name),
    }
}

/// Another way to reach them, in the line: what is heard, what is seen, and whether that is in any language.
fn other(way: &Way, name: &str) -> Option<(String, String, Option<&'static str>)> {
    let (_, _, large) = face(way)?;
    let number = large.as_str();
    Some(match way {
        Way::Call(_) => (t!("directory-call.other", name = name, number = number), large, Some("no")),
        Way::Text(_) => {
            let label = t!("directory-text.other", name = name, number = number);
            (label, t!("directory-text.number", number = number), None)
        }
        Way::Web(_) | Way::Email(_) | Way::Nothing => {
            (t!("directory-page.other", name = name, number = number), large, Some("no"))
        }
    })
}

fn take(calls: Calls, way: &Way) {
    match way {
        Way::Call(number) => calls.call(number),
        Way::Text(number) => calls.text(number, ""),
        Way::Web(url) => calls.open_page(url),
        Way::Email(_) | Way::Nothing => {}
    }
}
