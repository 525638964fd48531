//! Newer guidance, fetched only after a tap. What leaves the phone, and to whom, stands before the button.

use super::super::set_up::{Points, lines};
use crate::session::{Newest, SessionError, Told, UpdateChoice, UpdateRefusal, VaultState};
use crate::t;
use crate::ui::components::{
    Button, DoneLine, Fact, Facts, Field, Glyph, Kind, Notice, Tone, WentWrong, Working, focus,
};
use crate::ui::given::Given;
use crate::ui::shell::Screen;
use crate::ui::status::use_status;
use crate::ui::wording::short_date;
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
    let mut put_aside = use_signal(|| None::<UpdateRefusal>);
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
            let newest = asked.await;
            if let Err(SessionError::Update(refusal)) = &newest {
                put_aside.set(Some(refusal.clone()));
            }
            now.set(Now::of(newest.ok().flatten().as_ref()));
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
            wrong.set(Some(t!("more-updates-address.nothing").to_owned()));
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
                    put_aside.set(None);
                    done.set(Some(t!("more-updates-fetch.done").to_owned()));
                }
                Err(SessionError::Update(UpdateRefusal::NotNewer)) => {
                    done.set(Some(t!("more-updates-fetch.not-newer").to_owned()));
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
                    done.set(Some(t!("more-updates-undo.done").to_owned()));
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
                    done.set(Some(t!("more-updates-address.forgotten").to_owned()));
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
        Now::BuiltIn => t!("more-updates-now.built-in").to_owned(),
        Now::Update(number, issued) => t!("more-updates-now.update", number = number, date = short_date(issued)),
    };
    let checked = choice().map(|choice| match choice.checked {
        Some(day) => short_date(day),
        None if open => t!("more-updates-checked.never").to_owned(),
        None => t!("more-updates-checked.not-since").to_owned(),
    });
    let kept_address = choice().and_then(|choice| choice.address);
    let hint = if open { t!("more-updates-address.hint") } else { t!("more-updates-address.hint-closed") };
    let label = if working() { t!("more-updates-fetch.doing") } else { t!("more-updates-fetch") };
    rsx! {
        Screen { back: t!("word-back"), gap: "gap-5",
            action: can.then(|| rsx! {
                Button { kind: Kind::Main, glyph: Glyph::Download, label, onclick: move |_| fetch.call(()) }
            }),
            section { class: "stack gap-2", h1 { {t!("more-updates-title")} }
                p { class: "lead", if can { {t!("more-updates-title.lead")} } else { {t!("more-updates-title.lead-no-key")} } }
            }
            if done().is_some() || told().is_some() {
                div { id: RESULT, tabindex: "-1",
                    if let Some(words) = done() { DoneLine { words } }
                    if let Some(told) = told() { WentWrong { told } }
                }
            }
            if working() { Working { words: t!("more-updates-fetch.working") } }
            Facts {
                Fact { name: t!("more-updates-now"), value: reads }
                if let Some(checked) = checked { Fact { name: t!("more-updates-checked"), value: checked } }
            }
            if let Some(refusal) = put_aside() {
                Notice { tone: Tone::Warning, b { {t!("more-updates-put-aside")} }
                    " "
                    if refusal == UpdateRefusal::OlderForm {
                        {t!("more-updates-put-aside.older")}
                    } else {
                        {t!("more-updates-put-aside.other")}
                    }
                    " "
                    {t!("more-updates-put-aside.now")}
                }
            }
            if can {
                Points { title: t!("more-updates-leaves"), points: lines(&[
                    t!("more-updates-leaves.request"),
                    t!("more-updates-leaves.nothing"),
                    t!("more-updates-leaves.learns"),
                ]) }
                Notice { tone: Tone::Warning, b { {t!("more-updates-watched")} }
                    " "
                    {t!("more-updates-watched.words")}
                }
                if let Some(choice) = choice() {
                    // What is kept stands in the field at first; what is typed is never written back.
                    Field { key: "{choice.address:?}", id: ADDRESS, label: t!("more-updates-address"), hint, wrong: wrong(),
                        initial: typed.peek().clone(), placeholder: "https://",
                        oninput: move |text| typed.set(text),
                    }
                }
                p { class: "hint", {t!("more-updates-signed")} }
            } else {
                Notice { b { {t!("more-updates-no-key")} }
                    " "
                    {t!("more-updates-no-key.words")}
                }
            }
            if matches!(now(), Now::Update(..)) {
                Button { kind: Kind::Line, glyph: Glyph::History, label: t!("more-updates-undo"), onclick: move |_| undo.call(()) }
            }
            if can && kept_address.is_some() {
                Button { kind: Kind::Text, label: t!("more-updates-address.forget"), onclick: move |_| forget.call(()) }
            }
        }
    }
}

#[cfg(test)]
#[path = "updates_tests.rs"]
mod tests;
