//! The people she trusts: one tap writes a text with her words and where she is. She presses send; the app never does.

mod edit;
mod message;

use crate::domain::{NoPosition, Position, Trusted, TrustedPerson};
use crate::session::{SessionError, Told, VaultState};
use crate::t;
use crate::ui::components::{Button, Glyph, Kind, Notice, Row, Rows, ToldNotice, WhatWentWrong, Working};
use crate::ui::given::Given;
use crate::ui::route::Tab;
use crate::ui::shell::{Calls, Screen};
use crate::ui::vault::{Closed, use_vault};
use crate::ui::wording::{no_position, within};
use dioxus::prelude::*;
use edit::{AddPerson, People, Words};
use message::{Fix, message};

/// What is known of where she is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Where {
    /// Not asked.
    Unasked,
    /// Asked, and not answered yet.
    Looking,
    /// Here, since this moment of our clock.
    At(Position, jiff::Timestamp),
    /// There is none.
    Without(NoPosition),
}

/// How long a place that was found goes into a message without being asked for again.
const FRESH_MS: i64 = 60_000;

/// The screen.
#[component]
pub fn TrustedPeople() -> Element {
    let vault = use_vault();
    match vault() {
        VaultState::Open => rsx! { Opened {} },
        VaultState::ReadingOnly => rsx! {
            Screen { back: t!("word-back"), tab: Tab::Home, WhatWentWrong { told: SessionError::ReadingOnly.told() } }
        },
        other => rsx! {
            Screen { back: t!("word-back"), tab: Tab::Home, gap: "gap-5",
                section { class: "stack gap-2", h1 { {t!("trusted-title")} }
                    p { class: "lead", {t!("trusted-title.closed")} }
                }
                Closed { vault: other }
            }
        },
    }
}

#[component]
fn Opened() -> Element {
    let given = use_context::<Given>();
    let session = given.session.clone();
    let mut round = use_signal(|| 0_u32);
    let kept = use_resource(move || {
        let (session, round) = (session.clone(), round());
        async move { (round, session.kept_trusted().await) }
    });
    match &*kept.read_unchecked() {
        None => rsx! { Screen { back: t!("word-back"), tab: Tab::Home, Working { words: t!("trusted-reading") } } },
        Some((_, Err(error))) => {
            rsx! { Screen { back: t!("word-back"), tab: Tab::Home, WhatWentWrong { told: error.told() } } }
        }
        // Only in a list does a new key mean a new tree: what was typed and kept goes from its fields. It is the round of what was
        // read: the list from before is not taken for the new one, or whoever was added last would be written over.
        Some((read, Ok(trusted))) => rsx! {
            for at in [*read] {
                List { key: "{at}", trusted: trusted.clone(), onkept: move |()| round += 1 }
            }
        },
    }
}

/// The list. `onkept` reads it anew once it was kept.
#[component]
fn List(trusted: Trusted, onkept: EventHandler) -> Element {
    let given = use_context::<Given>();
    let calls = use_context::<Calls>();
    let mut place = use_signal(|| Where::Unasked);
    let mut waiting = use_signal(|| None::<TrustedPerson>);
    let mut written = use_signal(|| None::<String>);
    let mut editing = use_signal(|| trusted.people.is_empty());
    let failed = use_signal(|| None::<Told>);
    let words = trusted.words.clone();
    let clock = given.clone();
    let write = use_callback(move |(person, fix): (TrustedPerson, Fix)| {
        let now = clock.clock.now().to_zoned_datetime(clock.clock.zone());
        let Ok(number) = person.dial() else { return };
        waiting.set(None);
        let opened = calls.text_now(&number, &message(&words, fix, &now));
        written.set(opened.then_some(person.name));
    });
    let asking = given.clone();
    let look = use_callback(move |()| {
        place.set(Where::Looking);
        let (asked, clock) = (asking.locator.locate(), asking.clock.clone());
        spawn(async move {
            let answer = asked.await;
            let found = match answer {
                Ok(position) => Where::At(position, clock.now()),
                Err(why) => Where::Without(why),
            };
            place.set(found);
            let person = waiting.peek().clone();
            if let Some(person) = person {
                write.call((person, fix_of(found)));
            }
        });
    });
    let may = given.clone();
    use_future(move || {
        let may = may.locator.may();
        async move {
            // Only where the system puts no question on the screen.
            if may.await && *place.peek() == Where::Unasked {
                look.call(());
            }
        }
    });
    let clock = given.clock.clone();
    let text = use_callback(move |person: TrustedPerson| {
        written.set(None);
        let found = *place.peek();
        match found {
            Where::At(_, since) if clock.now().duration_since(since).as_millis() < i128::from(FRESH_MS) => {
                write.call((person, fix_of(found)));
            }
            Where::Looking => waiting.set(Some(person)),
            _ => {
                waiting.set(Some(person));
                look.call(());
            }
        }
    });
    let people = trusted.people.clone();
    rsx! {
        Screen { back: t!("word-back"), tab: Tab::Home, gap: "gap-5",
            section { class: "stack gap-2",
                h1 { {t!("trusted-title")} }
                p { class: "lead", {t!("trusted-title.lead")} }
            }
            if let Some(name) = written() {
                section { role: "status",
                    Notice { glyph: Glyph::MessageSquareText, b { {t!("trusted-not-sent")} }
                        " "
                        {t!("trusted-not-sent.more", name = name)}
                    }
                }
            }
            if let Some(person) = waiting() {
                Working { words: t!("trusted-looking") }
                Button { kind: Kind::Soft, label: t!("trusted-without"),
                    onclick: move |_| write.call((person.clone(), Fix::NotWaited)),
                }
            }
            if let Some(told) = failed() { ToldNotice { told } }
            if !people.is_empty() {
                section { class: "stack gap-2", aria_label: t!("trusted-write"),
                Rows {
                    for (at, person) in people.into_iter().enumerate() {
                        Row { key: "{at}", glyph: Glyph::MessageSquareText, title: t!("trusted-text", name = person.name.as_str()), hint: "{person.number}", dials: true,
                            onclick: move |_| text.call(person.clone()),
                        }
                    }
                }
                p { class: "hint", {place_line(place())} }
                p { class: "hint", {t!("trusted-traces")} }
                }
                Button { kind: Kind::Text, glyph: Glyph::Pencil, label: if editing() { t!("trusted-change.close") } else { t!("trusted-change") }, onclick: move |_| editing.toggle() }
            }
            if editing() {
                AddPerson { trusted: trusted.clone(), failed, onkept }
                if !trusted.people.is_empty() { People { trusted: trusted.clone(), failed, onkept } }
                Words { trusted, failed, onkept }
            }
        }
    }
}

fn fix_of(place: Where) -> Fix {
    match place {
        Where::At(position, since) => Fix::At(position, since),
        Where::Without(why) => Fix::Without(why),
        Where::Unasked | Where::Looking => Fix::NotWaited,
    }
}

/// What would go into the text.
fn place_line(place: Where) -> String {
    match place {
        Where::Unasked => t!("trusted-place-unasked").to_owned(),
        Where::Looking => t!("trusted-place-looking").to_owned(),
        Where::At(position, _) => match within(&position) {
            Some(exact) => t!("trusted-place-exact", place = position.decimal(), exact = exact),
            None => t!("trusted-place", place = position.decimal()),
        },
        Where::Without(why) => t!("trusted-no-place", why = no_position(why)),
    }
}

#[cfg(test)]
mod tests;
