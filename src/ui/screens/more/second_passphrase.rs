//! A second passphrase: set, change, take away. What it does and what it does not stands before the field.

use super::super::set_up::{Points, lines};
use super::Refused;
use crate::session::{SecondSecret, SessionError, Told, VaultState};
use crate::ui::components::{
    Button, DoneLine, Field, FieldKind, Glyph, Kind, Notice, Rows, Sheet, Switch, WentWrong, Working, focus,
};
use crate::ui::given::Given;
use crate::ui::route::Nav;
use crate::ui::shell::Screen;
use crate::ui::status::use_status;
use dioxus::prelude::*;
use zeroize::Zeroizing;

/// The place of what went wrong. It may be out of sight: the button is always in reach.
const RESULT: &str = "second-result";

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Done {
    Set,
    Removed,
}

/// The screen under [`Route::SecondPassphrase`](crate::ui::route::Route::SecondPassphrase).
#[component]
pub fn SecondPassphrase() -> Element {
    let given = use_context::<Given>();
    let status = use_status();
    let mut typed = use_signal(Zeroizing::<String>::default);
    let mut again = use_signal(Zeroizing::<String>::default);
    let mut shown = use_signal(|| false);
    let mut working = use_signal(|| false);
    let mut wrong = use_signal(|| None::<String>);
    let mut differs = use_signal(|| None::<String>);
    let mut told = use_signal(|| None::<Told>);
    let mut done = use_signal(|| None::<Done>);
    let mut asking = use_signal(|| false);
    let session = given.session.clone();
    let is_set = use_resource(move || {
        let _ = status().revision;
        let session = session.clone();
        async move { session.has_second_secret().await }
    });

    let mut clear = move || {
        wrong.set(None);
        differs.set(None);
        told.set(None);
        done.set(None);
    };
    let session = given.session.clone();
    let set = use_callback(move |()| {
        if working() {
            return;
        }
        clear();
        if typed.peek().trim().is_empty() {
            wrong.set(Some("Type a second passphrase here.".to_owned()));
            return;
        }
        if !shown() && *typed.peek() != *again.peek() {
            differs.set(Some(
                "The two are not the same. Type the second again, or switch on “Show what I type”.".to_owned(),
            ));
            return;
        }
        // The session takes this copy over and wipes it.
        let asked = session.set_second_secret(SecondSecret::Passphrase(String::clone(&*typed.peek())));
        working.set(true);
        spawn(async move {
            let answer = asked.await;
            working.set(false);
            match answer {
                Ok(()) => {
                    typed.set(Zeroizing::default());
                    again.set(Zeroizing::default());
                    done.set(Some(Done::Set));
                }
                Err(error @ (SessionError::WeakPassphrase | SessionError::SecretInUse)) => {
                    let told = error.told();
                    wrong.set(Some(format!("{} {}", told.happened, told.to_do)));
                }
                Err(error) => {
                    told.set(Some(error.told()));
                    focus(RESULT);
                }
            }
        });
    });
    let session = given.session.clone();
    let remove = move |_: MouseEvent| {
        asking.set(false);
        clear();
        let session = session.clone();
        async move {
            match session.remove_second_secret().await {
                Ok(()) => done.set(Some(Done::Removed)),
                Err(error) => told.set(Some(error.told())),
            }
        }
    };

    let has = match &*is_set.read() {
        Some(Ok(has)) => *has,
        Some(Err(error)) => {
            let told = error.told();
            return rsx! { Screen { back: "Back", gap: "gap-5", h1 { "A second passphrase" } Refused { told } } };
        }
        None => false,
    };
    if status().vault == VaultState::ReadingOnly {
        let told = SessionError::ReadingOnly.told();
        return rsx! { Screen { back: "Back", gap: "gap-5", h1 { "A second passphrase" } WentWrong { told } } };
    }
    if let Some(done) = done() {
        return rsx! { After { done } };
    }
    let label = match (working(), has) {
        (true, _) => "Setting it",
        (false, true) => "Change it",
        (false, false) => "Set it",
    };
    let kind = if shown() { FieldKind::Line } else { FieldKind::Secret };
    rsx! {
        Screen { back: "Back", gap: "gap-5",
            action: rsx! { Button { kind: Kind::Main, label, onclick: move |_| set.call(()) } },
            sheet: asking().then(|| rsx! {
                Sheet { title: "Take the second passphrase away", onclose: move |()| asking.set(false),
                    p { class: "lead", "Then nothing opens the notes. What is in them is kept, and comes back if you set a second passphrase again." }
                    Button { kind: Kind::Main, label: "Take it away", onclick: remove }
                    Button { kind: Kind::Text, label: "Not now", onclick: move |_| asking.set(false) }
                }
            }),
            section { class: "stack gap-2", h1 { "A second passphrase" }
                p { class: "lead", "If somebody makes you unlock, you can type this one. It opens a small notes app instead of your journal." }
            }
            if has { DoneLine { words: "A second passphrase is set." } }
            Points { title: "What it does", points: lines(&[
                "Opens plain notes. Nothing of the journal can be reached from them.",
                "Close, in the place of Leave, shows the calculator and locks.",
                "999 works from the calculator: 9 9 9, then hold =.",
            ]) }
            Points { title: "What it does not do", not: true, points: lines(&[
                "Hide this app. Whoever sees the first screen knows what it is for.",
                "Stand up to a search with the right tools. They may tell that there is more.",
                "Help with somebody who knows that there can be a second passphrase.",
                "Show 999 or help while the notes are open. They must look like any notes.",
            ]) }
            p { class: "hint", "Whoever makes you open it will read the notes. Write nothing there that could put you in danger. You know best what is safe: if it is safer to show the journal, do that." }
            div { class: "stack gap-4", onkeydown: move |event| if event.key() == Key::Enter { set.call(()) },
                Field { id: "second", label: if has { "A new second passphrase" } else { "Your second passphrase" }, kind, wrong: wrong(),
                    hint: "Words that you will remember under pressure, and nothing like the first.",
                    oninput: move |text| typed.set(Zeroizing::new(text)),
                }
                if !shown() {
                    Field { id: "second-again", label: "The same again", kind, wrong: differs(),
                        oninput: move |text| again.set(Zeroizing::new(text)),
                    }
                }
            }
            Rows { icons: false, Switch { title: "Show what I type", hint: "Then once is enough", on: shown(), onchange: move |on| {
                // The second field comes and goes, and comes back empty.
                again.set(Zeroizing::default());
                shown.set(on);
            } } }
            if let Some(told) = told() { div { id: RESULT, tabindex: "-1", WentWrong { told } } }
            if working() { Working { words: "Setting it. It takes about two seconds." } }
            if has { Button { kind: Kind::Text, label: "Take it away", onclick: move |_| asking.set(true) } }
        }
    }
}

/// It was done: said on a screen of its own, where nothing hides it.
#[component]
fn After(done: Done) -> Element {
    let nav = use_context::<Nav>();
    rsx! {
        Screen { back: "Back", gap: "gap-5",
            action: rsx! { Button { kind: Kind::Main, label: "Done", onclick: move |_| nav.back() } },
            section { class: "stack gap-2", h1 { "A second passphrase" } }
            match done {
                Done::Set => rsx! {
                    DoneLine { words: "The second passphrase is set." }
                    Notice { glyph: Glyph::Pencil, b { "Write a few ordinary notes in it. " }
                        "An empty one looks new. Lock the journal, type the second passphrase, and put in a shopping list or a recipe."
                    }
                },
                Done::Removed => rsx! { DoneLine { words: "The second passphrase is gone. The notes are kept." } },
            }
        }
    }
}
