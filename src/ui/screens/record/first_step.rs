//! "Is it happening now?" 999 is large here, and nothing asks for anything before it. One tap keeps time and place.

use super::form::Purpose;
use super::locked::WhileLocked;
use super::pen::now;
use crate::domain::{EntryDraft, Happened, NoPosition, Place, Position, RecordId, When, Whose, WhoseRelation};
use crate::session::{Query, Told, VaultState};
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

/// What is known of the place.
#[derive(Clone, Debug, PartialEq)]
enum Where {
    /// The switch is off, and nothing was asked.
    Off,
    /// Asked, and not answered yet.
    Looking,
    /// Here, since this moment of our clock.
    At(Position, jiff::Timestamp),
    /// There is none.
    Without(NoPosition),
}

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
                VaultState::Nothing => (
                    "Your journal is not set up yet. That takes about two minutes, and it can wait.",
                    "Set up",
                    Route::SET_UP,
                ),
                VaultState::Unknown => ("Looking for your journal.", "Back", Route::Home),
                _ => (
                    "The journal takes nothing new now. Write it on paper, with the day and the hour.",
                    "To the journal",
                    Route::Journal,
                ),
            };
            rsx! {
                Screen { close: true, pill: false,
                    action: rsx! {
                        Button { kind: Kind::Main, label,
                            onclick: move |_| if route == Route::Home { nav.back() } else { nav.go(route.clone()) },
                        }
                    },
                    GetSafe {}
                    h1 { "Record what happened" }
                    p { class: "lead", "{words}" }
                }
            }
        }
    }
}

#[component]
pub(super) fn GetSafe() -> Element {
    rsx! {
        Banner { glyph: Glyph::ShieldCheck, words: "Get safe first. You can write this later.", Call999 { small: true } }
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
    let (whose_title, whose_hint) = match whose().relation {
        WhoseRelation::Mine => ("Happening to me".to_owned(), "Or to a child, partner or colleague".to_owned()),
        other => (
            format!("Happening: {}", wording::relation(other).to_lowercase()),
            "You saw it, or they tell you".to_owned(),
        ),
    };
    let action = if on_now() {
        rsx! {
            Button { kind: Kind::Main, label: if saving() { "Saving" } else { save_words(&place.read()) }, onclick: move |_| save.call(()) }
        }
    } else {
        rsx! {
            Button { kind: Kind::Main, label: "Go on", onclick: move |_| nav.instead(Route::Form(Purpose::New)) }
        }
    };
    rsx! {
        Screen { close: true, pill: false,
            action,
            sheet: choosing().then(|| rsx! {
                Sheet { title: "Whose experience", onclose: move |()| choosing.set(false),
                    Rows { icons: false, label: "Whose experience",
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
                h1 { "Is it happening now?" }
                Segmented { label: "When", choices: vec!["Yes, now".into(), "It was earlier".into()], chosen: usize::from(!on_now()),
                    onchoose: move |at: usize| {
                        on_now.set(at == 0);
                        if at == 1 {
                            nav.instead(Route::Form(Purpose::New));
                        }
                    },
                }
                p { class: "lead", "One tap keeps the time, and the place if it is on. You can add words after." }
            }
            if let Some(told) = failed() { ToldNotice { told } }
            Rows { label: "What will be saved",
                Row { glyph: Glyph::Clock, title: wording::hour(&When(clock())), hint: wording::long_day(clock().date()) }
                Switch { glyph: Glyph::MapPin, title, hint, on: is_on,
                    onchange: move |on: bool| if on { look.call(()) } else { place.set(Where::Off) },
                }
                Row { glyph: Glyph::User, title: whose_title, hint: whose_hint, onclick: move |_| choosing.set(true) }
            }
            p { class: "hint centred", "Kept on this phone only." }
        }
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
            action: rsx! { Button { kind: Kind::Main, label: "Done", onclick: move |_| nav.tab(Tab::Journal) } },
            GetSafe {}
            section { class: "stack gap-3", role: "status",
                span { class: "round main", Icon { glyph: Glyph::Check, size: Size::Large } }
                h1 { "Saved" }
                if let Some((when, place)) = facts {
                    if let Some(when) = when { p { class: "lead num", "{when}" } }
                    p { class: "lead", {place.unwrap_or_else(|| "No place.".to_owned())} }
                }
                p { class: "hint", "Words can wait. When you are safe, add what you saw and heard." }
            }
            Button { kind: Kind::Soft, glyph: Glyph::Pencil, label: "Add words", onclick: move |_| nav.instead(Route::Form(Purpose::AddTo(id))) }
        }
    }
}

/// What the row of the place says.
fn place_words(place: &Where, name: Option<String>, now: jiff::Timestamp) -> (String, String) {
    let says = |title: &str, hint: &str| (title.to_owned(), hint.to_owned());
    match place {
        Where::Off => says("Add where you are", "Off. The phone may ask you first."),
        Where::Looking => says("Looking for where you are", "You can save without waiting."),
        Where::At(at, since) => {
            let old = wording::ago(age_ms(at, *since, now).into());
            let exact = wording::within(at).map(|within| format!("W{}, ", within.trim_start_matches('w')));
            (name.unwrap_or_else(|| "Where you are".to_owned()), format!("{}{old}", exact.unwrap_or_default()))
        }
        Where::Without(why) => says("No place", &format!("{} The entry will say so.", wording::no_position(*why))),
    }
}

/// What the button says: what will be saved, and no more.
fn save_words(place: &Where) -> &'static str {
    match place {
        Where::At(..) => "Save time and place",
        Where::Off | Where::Looking | Where::Without(_) => "Save the time",
    }
}

/// How old a fix is now, in milliseconds.
fn age_ms(at: &Position, since: jiff::Timestamp, now: jiff::Timestamp) -> u32 {
    let held = u32::try_from(now.duration_since(since).as_millis().max(0)).unwrap_or(u32::MAX);
    at.age_ms.unwrap_or(0).saturating_add(held)
}

/// What is put down of the place: the fix and its age, or why there is none.
fn recorded_place(place: &Where, words: Option<String>, now: jiff::Timestamp) -> Place {
    let without = |why| Place { no_position: Some(why), ..Place::default() };
    match place {
        Where::Off => without(NoPosition::NotAsked),
        // She did not wait for it, and nothing may make her.
        Where::Looking => without(NoPosition::TimedOut),
        Where::At(at, since) => {
            let age_ms = at.age_ms.map(|_| age_ms(at, *since, now));
            Place { words, position: Some(Position { age_ms, ..*at }), ..Place::default() }
        }
        Where::Without(why) => without(*why),
    }
}

/// The name that she gave a place within 75 metres of here, the nearest one.
fn nearest<'a>(here: &Position, places: impl Iterator<Item = &'a Place>) -> Option<String> {
    let near = places.filter_map(|place| Some((metres(here, place.position.as_ref()?), place.words.clone()?)));
    near.filter(|(far, _)| *far <= 75.0).min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, words)| words)
}

/// Metres between two points, good enough for a street: on a plane, with meridians drawn together by the latitude.
fn metres(a: &Position, b: &Position) -> f64 {
    const METRES_A_DEGREE: f64 = 111_320.0;
    let degrees = |a: i32, b: i32| (f64::from(a) - f64::from(b)) / 1e7;
    let north = degrees(a.lat_e7, b.lat_e7) * METRES_A_DEGREE;
    let east = degrees(a.lon_e7, b.lon_e7) * METRES_A_DEGREE * (f64::from(a.lat_e7) / 1e7).to_radians().cos();
    north.hypot(east)
}
