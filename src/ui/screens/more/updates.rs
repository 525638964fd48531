//! Newer guidance, fetched only after a tap. What leaves the phone, and to whom, stands before the button.

use super::super::set_up::{Points, lines};
use crate::session::{Newest, SessionError, Told, UpdateChoice, UpdateRefusal, VaultState};
use crate::ui::components::{
    Button, DoneLine, Fact, Facts, Field, Glyph, Kind, Notice, Tone, WentWrong, Working, focus,
};
use crate::ui::given::Given;
use crate::ui::reading::short_date;
use crate::ui::shell::Screen;
use crate::ui::status::use_status;
use dioxus::prelude::*;
use jiff::civil::Date;

/// The place of what came of a tap. It may be out of sight: the button is always in reach.
const RESULT: &str = "update-result";
/// The field.
const ADDRESS: &str = "update-address";

/// What is read now, as far as this screen knows.
#[derive(Clone, Copy, PartialEq)]
enum Now {
    /// It is being looked at.
    Looking,
    BuiltIn,
    /// An update: its number and its date.
    Update(u32, Date),
}

impl Now {
    fn of(newest: Option<&Newest>) -> Self {
        newest.map_or(Self::BuiltIn, |newest| Self::Update(newest.number, newest.issued))
    }
}

/// The screen under [`Route::Updates`](crate::ui::route::Route::Updates).
#[component]
pub fn Updates() -> Element {
    let given = use_context::<Given>();
    let status = use_status();
    let can = use_hook(|| given.session.takes_updates());
    let mut choice = use_signal(|| None::<UpdateChoice>);
    let mut typed = use_signal(String::new);
    let mut now = use_signal(|| Now::Looking);
    let mut working = use_signal(|| false);
    let mut done = use_signal(|| None::<String>);
    let mut told = use_signal(|| None::<Told>);
    let mut wrong = use_signal(|| None::<String>);
    let session = given.session.clone();
    let look = use_callback(move |()| {
        let session = session.clone();
        spawn(async move {
            let kept = session.update_choice().await.unwrap_or_default();
            if typed.peek().is_empty() {
                typed.set(kept.address.clone().unwrap_or_default());
            }
            choice.set(Some(kept));
        });
    });
    use_hook(|| look.call(()));
    let session = given.session.clone();
    use_hook(|| {
        let asked = session.newest_now();
        spawn(async move {
            let newest = asked.await.ok().flatten();
            now.set(Now::of(newest.as_ref()));
        });
    });

    let (session, shelf) = (given.session.clone(), given.reading.clone());
    let fetch = use_callback(move |()| {
        if *working.peek() {
            return;
        }
        done.set(None);
        told.set(None);
        wrong.set(None);
        if typed.peek().trim().is_empty() {
            wrong.set(Some("Type the address here.".to_owned()));
            focus(ADDRESS);
            return;
        }
        working.set(true);
        let (session, shelf, address) = (session.clone(), shelf.clone(), typed.peek().trim().to_owned());
        // Going away drops this, and with it the request.
        spawn(async move {
            if status.peek().vault == VaultState::Open
                && let Err(error) = session.keep_update_address(Some(address.clone())).await
            {
                working.set(false);
                told.set(Some(error.told()));
                focus(RESULT);
                return;
            }
            let answer = session.take_update(address).await;
            working.set(false);
            match answer {
                Ok(newest) => {
                    shelf.put(Some(&newest));
                    now.set(Now::of(Some(&newest)));
                    done.set(Some("The newer guidance is in the app now.".to_owned()));
                }
                Err(SessionError::Update(UpdateRefusal::NotNewer)) => {
                    done.set(Some("You have the newest guidance already.".to_owned()));
                }
                Err(error) => told.set(Some(error.told())),
            }
            focus(RESULT);
            look.call(());
        });
    });
    let (session, shelf) = (given.session.clone(), given.reading.clone());
    let undo = use_callback(move |()| {
        done.set(None);
        told.set(None);
        let (session, shelf) = (session.clone(), shelf.clone());
        spawn(async move {
            match session.undo_update().await {
                Ok(newest) => {
                    shelf.put(newest.as_ref());
                    now.set(Now::of(newest.as_ref()));
                    done.set(Some("You read what was there before.".to_owned()));
                }
                Err(error) => told.set(Some(error.told())),
            }
            focus(RESULT);
        });
    });
    let session = given.session.clone();
    let forget = use_callback(move |()| {
        done.set(None);
        told.set(None);
        let session = session.clone();
        spawn(async move {
            match session.keep_update_address(None).await {
                Ok(()) => {
                    typed.set(String::new());
                    done.set(Some("The address is forgotten.".to_owned()));
                }
                Err(error) => told.set(Some(error.told())),
            }
            focus(RESULT);
            look.call(());
        });
    });

    let open = status().vault == VaultState::Open;
    let reads = match now() {
        Now::Looking => "…".to_owned(),
        Now::BuiltIn => "What is built into the app".to_owned(),
        Now::Update(number, issued) => format!("Update {number}, of {}", short_date(issued)),
    };
    let checked = choice().map(|choice| match choice.checked {
        Some(day) => short_date(day),
        None if open => "Never".to_owned(),
        None => "Not since the app was started".to_owned(),
    });
    let kept_address = choice().and_then(|choice| choice.address);
    let hint = if open {
        "It begins with https://. It is kept, sealed, in your journal."
    } else {
        "It begins with https://. No journal is open, so it is kept nowhere: you type it each time."
    };
    rsx! {
        Screen { back: "Back", gap: "gap-5",
            action: can.then(|| rsx! {
                Button { kind: Kind::Main, glyph: Glyph::Download, label: if working() { "Fetching" } else { "Fetch it now" }, onclick: move |_| fetch.call(()) }
            }),
            section { class: "stack gap-2", h1 { "Keep the guidance up to date" }
                p { class: "lead", "All pages and numbers are in the app and need no network. Newer ones can be fetched. Nothing is ever fetched by itself." }
            }
            if done().is_some() || told().is_some() {
                div { id: RESULT, tabindex: "-1",
                    if let Some(words) = done() { DoneLine { words } }
                    if let Some(told) = told() { WentWrong { told } }
                }
            }
            if working() { Working { words: "Fetching. It takes two minutes at most. Leaving this screen stops it." } }
            Facts {
                Fact { name: "You read", value: reads }
                if let Some(checked) = checked { Fact { name: "Last checked", value: checked } }
            }
            if can {
                Points { title: "What leaves the phone", points: lines(&[
                    "One ordinary web request, to the address below and to nobody else.",
                    "Nothing about you, and nothing from your journal.",
                    "Whoever runs the address learns which network asked, and when.",
                ]) }
                Notice { tone: Tone::Warning, b { "Somebody who watches the network may see it. " }
                    "The one who runs the Wi-Fi, or pays for the phone, may see which site was asked and when. Use a network that is safe for you, or leave it."
                }
                if let Some(choice) = choice() {
                    // What is kept stands in the field at first; what is typed is never written back.
                    Field { key: "{choice.address:?}", id: ADDRESS, label: "The address", hint, wrong: wrong(),
                        initial: typed.peek().clone(), placeholder: "https://",
                        oninput: move |text| typed.set(text),
                    }
                }
                p { class: "hint", "What comes is used only if the makers of this app signed it, and it is newer and whole. Else the guidance stays as it is." }
            } else {
                Notice { b { "This build has no key for updates, so it takes none. " }
                    "Nothing is sent. All the guidance that is built in works without it. A newer version of the app brings newer guidance."
                }
            }
            if matches!(now(), Now::Update(..)) {
                Button { kind: Kind::Line, glyph: Glyph::History, label: "Go back to what was there before", onclick: move |_| undo.call(()) }
            }
            if can && kept_address.is_some() {
                Button { kind: Kind::Text, label: "Forget the address", onclick: move |_| forget.call(()) }
            }
        }
    }
}

#[cfg(test)]
#[path = "updates_tests.rs"]
mod tests;
