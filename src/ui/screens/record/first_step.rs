//! "Is it happening now?" 999 is large here, and nothing asks for anything before it. One tap keeps time and place.

use super::form::Purpose;
use super::here::{Where, nearest, place_words, recorded_place, save_words};
use super::locked::WhileLocked;
use super::pen::now;
use crate::domain::{EntryDraft, Happened, RecordId, When, Whose, WhoseRelation};
use crate::session::{Query, Told, VaultState};
use crate::t;
use crate::ui::components::{
    Banner, Button, Call999, Choice, Glyph, Icon, Kind, Row, Rows, Segmented, Sheet, Size, Switch, ToldNotice,
};
use crate::ui::given::Given;
use crate::ui::route::{Nav, Route, Tab};
use crate::ui::shell::Screen;
use crate::ui::vault::use_vault;
use crate::ui::wording;
use dioxus::prelude::*;
use std::time::Duration;

/// The first step.
#[component]
pub fn Record() -> Element {
    let nav = use_context::<Nav>();
    let vault = use_vault();
    let on_now = use_signal(|| true);
    let saved = use_signal(|| None::<RecordId>);
    match vault() {
        VaultState::Open => match saved() {
            Some(id) => rsx! { NowSaved { id } },
            None => rsx! { Asking { on_now, saved } },
        },
        VaultState::Locked => rsx! { WhileLocked {} },
        state => {
            let (words, label, route) = match state {
                VaultState::Nothing => (t!("record-not-set-up"), t!("record-not-set-up.set-up"), Route::SET_UP),
                VaultState::Unknown => (t!("record-looking"), t!("word-back"), Route::Home),
                _ => (t!("record-read-only"), t!("record-read-only.journal"), Route::Journal),
            };
            rsx! {
                Screen { close: true, pill: false,
                    action: rsx! {
                        Button { kind: Kind::Main, label,
                            onclick: move |_| if route == Route::Home { nav.back() } else { nav.go(route.clone()) },
                        }
                    },
                    GetSafe {}
                    h1 { {t!("record-title")} }
                    p { class: "lead", "{words}" }
                }
            }
        }
    }
}

#[component]
pub(super) fn GetSafe() -> Element {
    rsx! {
        Banner { glyph: Glyph::ShieldCheck, words: t!("record-get-safe"), Call999 { small: true } }
    }
}

#[component]
fn Asking(on_now: Signal<bool>, saved: Signal<Option<RecordId>>) -> Element {
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let mut place = use_signal(|| Where::Off);
    let mut whose = use_signal(Whose::default);
    let mut choosing = use_signal(|| false);
    let mut failed = use_signal(|| None::<Told>);
    let mut saving = use_signal(|| false);
    let mut clock = use_signal({
        let given = given.clone();
        move || now(&given)
    });
    let ticking = given.clone();
    use_future(move || {
        let given = ticking.clone();
        async move {
            loop {
                tokio::time::sleep(Duration::from_secs(1)).await;
                clock.set(now(&given));
            }
        }
    });
    let asking = given.clone();
    let look = use_callback(move |()| {
        place.set(Where::Looking);
        let (asked, clock) = (asking.locator.locate(), asking.clock.clone());
        spawn(async move {
            let answer = asked.await;
            // Switched off in the meantime: what came is not wanted.
            if *place.peek() == Where::Looking {
                place.set(match answer {
                    Ok(position) => Where::At(position, clock.now()),
                    Err(why) => Where::Without(why),
                });
            }
        });
    });
    let may = given.clone();
    use_future(move || {
        let may = may.locator.may();
        async move {
            // Only where the system puts no question on the screen: nothing pops up before 999.
            if may.await && *place.peek() == Where::Off {
                look.call(());
            }
        }
    });
    let known = use_resource({
        let session = given.session.clone();
        move || {
            let session = session.clone();
            async move { session.entries(Query::default()).await.unwrap_or_default() }
        }
    });
    let name = match (&*place.read(), &*known.read()) {
        (Where::At(here, _), Some(lines)) => {
            let places = lines.iter().filter_map(|line| line.entry.content().place.as_ref());
            nearest(here, places)
        }
        _ => None,
    };
    let to_save = name.clone();
    let keeping = given.clone();
    let save = use_callback(move |()| {
        if saving() {
            return;
        }
        saving.set(true);
        let draft = EntryDraft {
            happened: Some(Happened::Now { at: When(now(&keeping)) }),
            place: Some(recorded_place(&place.peek(), to_save.clone(), keeping.clock.now())),
            whose: whose(),
            ..EntryDraft::default()
        };
        let session = keeping.session.clone();
        spawn(async move {
            match session.record(draft, Vec::new()).await {
                Ok(id) => saved.set(Some(id)),
                Err(error) => failed.set(Some(error.told())),
            }
            saving.set(false);
        });
    });
    let (title, hint) = place_words(&place.read(), name, clock().timestamp());
    let is_on = *place.read() != Where::Off;
    let whose_hint = match whose().relation {
        WhoseRelation::Mine => t!("record-happening.mine-hint"),
        _ => t!("record-happening.others-hint"),
    };
    let action = if on_now() {
        rsx! {
            Button { kind: Kind::Main, label: if saving() { t!("record-saving") } else { save_words(&place.read()) }, onclick: move |_| save.call(()) }
        }
    } else {
        rsx! {
            Button { kind: Kind::Main, label: t!("record-go-on"), onclick: move |_| nav.instead(Route::Form(Purpose::New)) }
        }
    };
    rsx! {
        Screen { close: true, pill: false,
            action,
            sheet: choosing().then(|| rsx! {
                Sheet { title: t!("record-whose"), onclose: move |()| choosing.set(false),
                    Rows { icons: false, label: t!("record-whose"),
                        for one in wording::RELATIONS {
                            Choice { key: "{one:?}", title: wording::relation(one), chosen: whose().relation == one,
                                onclick: move |_| {
                                    whose.set(Whose { relation: one, name: None });
                                    choosing.set(false);
                                },
                            }
                        }
                    }
                }
            }),
            GetSafe {}
            section { class: "stack gap-3",
                h1 { {t!("record-now")} }
                Segmented { label: t!("record-when"), choices: vec![t!("record-now.yes").into(), t!("record-now.earlier").into()], chosen: usize::from(!on_now()),
                    onchoose: move |at: usize| {
                        on_now.set(at == 0);
                        if at == 1 {
                            nav.instead(Route::Form(Purpose::New));
                        }
                    },
                }
                p { class: "lead", {t!("record-now.lead")} }
            }
            if let Some(told) = failed() { ToldNotice { told } }
            Rows { label: t!("record-will-be-saved"),
                Row { glyph: Glyph::Clock, title: wording::hour(&When(clock())), hint: wording::long_day(clock().date()) }
                Switch { glyph: Glyph::MapPin, title, hint, on: is_on,
                    onchange: move |on: bool| if on { look.call(()) } else { place.set(Where::Off) },
                }
                Row { glyph: Glyph::User, title: happening(whose().relation), hint: whose_hint, onclick: move |_| choosing.set(true) }
            }
            p { class: "hint centred", {t!("record-this-phone-only")} }
        }
    }
}

/// Whom it is happening to.
fn happening(to: WhoseRelation) -> &'static str {
    match to {
        WhoseRelation::Mine => t!("record-happening.mine"),
        WhoseRelation::Child => t!("record-happening.child"),
        WhoseRelation::Partner => t!("record-happening.partner"),
        WhoseRelation::Family => t!("record-happening.family"),
        WhoseRelation::Colleague => t!("record-happening.colleague"),
        WhoseRelation::Friend => t!("record-happening.friend"),
        WhoseRelation::Other => t!("record-happening.other"),
    }
}

/// It is on the disk: what can be done next.
#[component]
fn NowSaved(id: RecordId) -> Element {
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let entry = use_resource({
        let session = given.session.clone();
        move || {
            let session = session.clone();
            async move { session.entry(id).await }
        }
    });
    let today = now(&given).date();
    let facts = entry.read().as_ref().and_then(|entry| entry.as_ref().ok()).and_then(|entry| {
        let draft = entry.current()?.entry.content().clone();
        Some((draft.happened.map(|at| wording::happened(&at, today)), draft.place.as_ref().and_then(wording::place)))
    });
    rsx! {
        Screen { close: true, pill: false, on_back: move |()| nav.tab(Tab::Journal),
            action: rsx! { Button { kind: Kind::Main, label: t!("record-done"), onclick: move |_| nav.tab(Tab::Journal) } },
            GetSafe {}
            section { class: "stack gap-3", role: "status",
                span { class: "round main", Icon { glyph: Glyph::Check, size: Size::Large } }
                h1 { {t!("record-saved")} }
                if let Some((when, place)) = facts {
                    if let Some(when) = when { p { class: "lead num", "{when}" } }
                    p { class: "lead", {place.unwrap_or_else(|| t!("record-saved.no-place").to_owned())} }
                }
                p { class: "hint", {t!("record-saved.words-can-wait")} }
            }
            Button { kind: Kind::Soft, glyph: Glyph::Pencil, label: t!("record-add-words"), onclick: move |_| nav.instead(Route::Form(Purpose::AddTo(id))) }
        }
    }
}
