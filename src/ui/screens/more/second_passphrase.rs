//! A second passphrase: set, change, take away. What it does and what it does not stands before the field.

use super::super::set_up::{Points, lines};
use super::Refused;
use crate::session::{SecondSecret, SessionError, Told, VaultState};
use crate::t;
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
            wrong.set(Some(t!("more-second-passphrase.nothing").to_owned()));
            return;
        }
        if !shown() && *typed.peek() != *again.peek() {
            differs.set(Some(t!("more-second-again.differs").to_owned()));
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
            return rsx! { Screen { back: t!("word-back"), gap: "gap-5", h1 { {t!("more-second-title")} } Refused { told } } };
        }
        None => false,
    };
    if status().vault == VaultState::ReadingOnly {
        let told = SessionError::ReadingOnly.told();
        return rsx! { Screen { back: t!("word-back"), gap: "gap-5", h1 { {t!("more-second-title")} } WentWrong { told } } };
    }
    if let Some(done) = done() {
        return rsx! { After { done } };
    }
    let label = match (working(), has) {
        (true, _) => t!("more-second-set.doing"),
        (false, true) => t!("more-second-set.change"),
        (false, false) => t!("more-second-set"),
    };
    let kind = if shown() { FieldKind::Line } else { FieldKind::Secret };
    rsx! {
        Screen { back: t!("word-back"), gap: "gap-5",
            action: rsx! { Button { kind: Kind::Main, label, onclick: move |_| set.call(()) } },
            sheet: asking().then(|| rsx! {
                Sheet { title: t!("more-second-remove"), onclose: move |()| asking.set(false),
                    p { class: "lead", {t!("more-second-remove.lead")} }
                    Button { kind: Kind::Main, label: t!("more-second-remove.do"), onclick: remove }
                    Button { kind: Kind::Text, label: t!("word-not-now"), onclick: move |_| asking.set(false) }
                }
            }),
            section { class: "stack gap-2", h1 { {t!("more-second-title")} }
                p { class: "lead", {t!("more-second-title.lead")} }
            }
            if has { DoneLine { words: t!("more-second-title.is-set") } }
            Points { title: t!("more-second-does"), points: lines(&[
                t!("more-second-does.notes"),
                t!("more-second-does.close"),
                t!("more-second-does.emergency"),
            ]) }
            Points { title: t!("more-second-does-not"), not: true, points: lines(&[
                t!("more-second-does-not.hide"),
                t!("more-second-does-not.search"),
                t!("more-second-does-not.known"),
                t!("more-second-does-not.help"),
            ]) }
            p { class: "hint", {t!("more-second-hint")} }
            div { class: "stack gap-4", onkeydown: move |event| if event.key() == Key::Enter { set.call(()) },
                Field { id: "second", label: if has { t!("more-second-passphrase.new") } else { t!("more-second-passphrase") }, kind, wrong: wrong(),
                    hint: t!("more-second-passphrase.hint"),
                    oninput: move |text| typed.set(Zeroizing::new(text)),
                }
                if !shown() {
                    Field { id: "second-again", label: t!("more-second-again"), kind, wrong: differs(),
                        oninput: move |text| again.set(Zeroizing::new(text)),
                    }
                }
            }
            Rows { icons: false, Switch { title: t!("word-show-typed"), hint: t!("more-second-show.hint"), on: shown(), onchange: move |on| {
                // The second field comes and goes, and comes back empty.
                again.set(Zeroizing::default());
                shown.set(on);
            } } }
            if let Some(told) = told() { div { id: RESULT, tabindex: "-1", WentWrong { told } } }
            if working() { Working { words: t!("more-second-set.working") } }
            if has { Button { kind: Kind::Text, label: t!("more-second-remove.do"), onclick: move |_| asking.set(true) } }
        }
    }
}

/// It was done: said on a screen of its own, where nothing hides it.
#[component]
fn After(done: Done) -> Element {
    let nav = use_context::<Nav>();
    rsx! {
        Screen { back: t!("word-back"), gap: "gap-5",
            action: rsx! { Button { kind: Kind::Main, label: t!("more-second-write-notes.done"), onclick: move |_| nav.back() } },
            section { class: "stack gap-2", h1 { {t!("more-second-title")} } }
            match done {
                Done::Set => rsx! {
                    DoneLine { words: t!("more-second-set.done") }
                    Notice { glyph: Glyph::Pencil, b { {t!("more-second-write-notes")} }
                        " "
                        {t!("more-second-write-notes.words")}
                    }
                },
                Done::Removed => rsx! { DoneLine { words: t!("more-second-remove.done") } },
            }
        }
    }
}
