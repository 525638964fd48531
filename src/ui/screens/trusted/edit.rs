//! Changing the list: a person more, a person less, other words. Each is kept, sealed, before it is said to be.

use super::message::USUAL_WORDS;
use crate::domain::{NumberDoubt, Trusted, TrustedPerson, TrustedRefusal};
use crate::session::{Told, trusted_in_words};
use crate::t;
use crate::ui::components::{Button, Card, Field, FieldKind, Glyph, Icon, Kind};
use crate::ui::given::Given;
use dioxus::prelude::*;

/// Keeps a list, and says when it could not.
fn use_keep(mut failed: Signal<Option<Told>>, onkept: EventHandler) -> Callback<Trusted> {
    let given = use_context::<Given>();
    use_callback(move |trusted: Trusted| {
        let session = given.session.clone();
        spawn(async move {
            match session.keep_trusted(trusted).await {
                Ok(()) => onkept.call(()),
                Err(error) => failed.set(Some(error.told())),
            }
        });
    })
}

/// A person more.
#[component]
pub fn AddPerson(trusted: Trusted, failed: Signal<Option<Told>>, onkept: EventHandler) -> Element {
    let keep = use_keep(failed, onkept);
    let mut name = use_signal(String::new);
    let mut number = use_signal(String::new);
    let mut wrong = use_signal(|| None::<TrustedRefusal>);
    let mut doubt = use_signal(|| None::<NumberDoubt>);
    let add = use_callback(move |all_the_same: bool| {
        let person = TrustedPerson { name: name.peek().clone(), number: number.peek().clone() };
        let doubted = person.doubt();
        doubt.set(None);
        wrong.set(None);
        match trusted.clone().with(person) {
            Err(refusal) => wrong.set(Some(refusal)),
            // A slip of a finger would send her words to nobody. What she means to keep is hers to know.
            Ok(_) if doubted.is_some() && !all_the_same => doubt.set(doubted),
            Ok(list) => keep.call(list),
        }
    });
    let is_of_name = |refusal: &TrustedRefusal| matches!(refusal, TrustedRefusal::Name | TrustedRefusal::LongName);
    let in_words = |refusal: TrustedRefusal| trusted_in_words(refusal).to_owned();
    let about_name = wrong().filter(is_of_name).map(in_words);
    let about_number = wrong().filter(|refusal| !is_of_name(refusal)).map(in_words);
    let about_number = about_number.or_else(|| doubt().map(|doubt| doubt_in_words(doubt).to_owned()));
    rsx! {
        Card { label: t!("trusted-add"), class: "stack gap-3",
            h2 { {t!("trusted-add")} }
            p { class: "hint", {t!("trusted-add.hint")} }
            Field { id: "trusted-name", label: t!("trusted-name"), wrong: about_name, oninput: move |typed| name.set(typed) }
            Field { id: "trusted-number", label: t!("trusted-number"), kind: FieldKind::Line, wrong: about_number, placeholder: t!("trusted-number.placeholder"),
                oninput: move |typed| {
                    number.set(typed);
                    doubt.set(None);
                },
            }
            if doubt().is_some() {
                Button { kind: Kind::Line, glyph: Glyph::Plus, label: t!("trusted-doubt.keep"), onclick: move |_| add.call(true) }
            } else {
                Button { kind: Kind::Soft, glyph: Glyph::Plus, label: t!("trusted-keep"), onclick: move |_| add.call(false) }
            }
        }
    }
}

/// Why a text may not reach the number.
fn doubt_in_words(doubt: NumberDoubt) -> &'static str {
    match doubt {
        NumberDoubt::NoUkMobile => t!("trusted-doubt"),
        NumberDoubt::ZeroAbroad => t!("trusted-doubt.zero"),
    }
}

/// A person less.
#[component]
pub fn People(trusted: Trusted, failed: Signal<Option<Told>>, onkept: EventHandler) -> Element {
    let keep = use_keep(failed, onkept);
    let people: Vec<(usize, TrustedPerson)> = trusted.people.iter().cloned().enumerate().collect();
    rsx! {
        ul { class: "card rows", aria_label: t!("trusted-people"),
            for (at, person) in people {
                li { key: "{at}", class: "row",
                    span { class: "grow", translate: "no", b { "{person.name}" } span { class: "hint num", dir: "ltr", "{person.number}" } }
                    button { class: "back close", r#type: "button", aria_label: t!("trusted-take-out", name = person.name.as_str()),
                        onclick: {
                            let trusted = trusted.clone();
                            move |_| {
                                let mut list = trusted.clone();
                                if at < list.people.len() {
                                    list.people.remove(at);
                                }
                                keep.call(list);
                            }
                        },
                        Icon { glyph: Glyph::X }
                    }
                }
            }
        }
    }
}

/// Other words.
#[component]
pub fn Words(trusted: Trusted, failed: Signal<Option<Told>>, onkept: EventHandler) -> Element {
    let keep = use_keep(failed, onkept);
    let mut wrong = use_signal(|| None::<String>);
    let first = if trusted.words.is_empty() { USUAL_WORDS.to_owned() } else { trusted.words.clone() };
    let mut words = use_signal(|| first.clone());
    let changed = *words.read() != first;
    rsx! {
        Card { label: t!("trusted-words"), class: "stack gap-3",
            Field { id: "trusted-words", label: t!("trusted-words"), kind: FieldKind::Area, initial: first, wrong: wrong(),
                hint: t!("trusted-words.hint"),
                oninput: move |typed| words.set(typed),
            }
            if changed {
                Button { kind: Kind::Soft, label: t!("trusted-words.keep"),
                    onclick: move |_| match (Trusted { words: words.peek().trim().to_owned(), ..trusted.clone() }).check() {
                        Ok(list) => keep.call(list),
                        Err(refusal) => wrong.set(Some(trusted_in_words(refusal).to_owned())),
                    },
                }
                p { class: "hint", role: "status", {t!("trusted-words.not-kept")} }
            }
        }
    }
}
