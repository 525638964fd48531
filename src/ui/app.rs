//! The root: the app, or the calculator in its place.

use super::begun::Begun;
use super::chosen::use_chosen;
use super::disguise::{Disguise, EMERGENCY};
use super::given::Given;
use super::pick::use_choosing;
use super::quick_exit::{Face, PRACTICE, Practice, Shown};
use super::route::{Nav, Route, Screens};
use super::screens::{Folds, ReminderStays, Step, Ticks};
use super::shell::Calls;
use super::status::use_status;
use super::veil::{Over, use_veil};
use crate::domain::ports::Opened;
use crate::t;
use dioxus::prelude::*;
use std::sync::atomic::Ordering;

/// The root of every window. It asks its context for a [`Given`].
#[component]
pub fn App() -> Element {
    let Some(given) = try_consume_context::<Given>() else { return VNode::empty() };
    let mut shown = use_signal(|| given.curtain.shown());
    use_veil();
    let concealing = given.clone();
    use_future(move || concealing.clone().conceal_as_chosen());
    use_future(move || {
        let mut changes = given.curtain.watch();
        async move {
            loop {
                let now = *changes.borrow_and_update();
                if *shown.peek() != now {
                    shown.set(now);
                }
                if changes.changed().await.is_err() {
                    return;
                }
            }
        }
    });
    let Shown { face, epoch } = shown();
    // A list of one, because only in a list does a new key mean a new tree.
    rsx! {
        for epoch in [epoch] {
            Stage { key: "{epoch}", face }
        }
    }
}

/// One mount of the app or of the calculator. All its state goes with it.
#[component]
fn Stage(face: Face) -> Element {
    match face {
        Face::Inside => rsx! { Inside {} },
        Face::Calculator => rsx! { Outside {} },
    }
}

#[component]
fn Inside() -> Element {
    let given = use_context::<Given>();
    // Whoever practised the way back comes back to where she practised it.
    use_context_provider(move || match given.curtain.practice() {
        (Practice::None | Practice::Trying(_), _) => Nav::new(),
        (_, alone) => Nav::at(alone.then_some(Route::More), Route::SetUp { step: Step::Disguise, alone }),
    });
    use_choosing();
    use_context_provider(Folds::new);
    let chosen = use_chosen();
    use_context_provider(move || Calls::new(chosen));
    use_context_provider(Begun::new);
    use_context_provider(Ticks::new);
    let given = use_context::<Given>();
    let mut reminder_stays = use_signal(|| given.remembered.reminder_stays.swap(false, Ordering::Relaxed));
    rsx! {
        Over {}
        if reminder_stays() { ReminderStays { ongo: move |()| reminder_stays.set(false) } } else { Screens {} }
    }
}

#[component]
fn Outside() -> Element {
    let given = use_context::<Given>();
    let status = use_status();
    let marked = use_memo(move || status().failed > 0);
    let phone = given.phone.clone();
    let (curtain, lock) = (given.curtain.clone(), given.on_leave.clone());
    use_future(move || {
        let (curtain, lock) = (curtain.clone(), lock.clone());
        async move {
            if matches!(curtain.practice().0, Practice::Trying(_)) {
                tokio::time::sleep(PRACTICE).await;
                // She was called away: from now on it is as if she had left.
                lock();
            }
        }
    });
    let on_emergency = use_callback(move |()| match phone.dial(EMERGENCY) {
        Ok(Opened::ShownInstead(_)) => Some(t!("calculator-999-instead").to_owned()),
        Ok(_) => None,
        Err(_) => Some(t!("calculator-999-failed").to_owned()),
    });
    let on_way_back = use_callback(move |digits: String| {
        let practised = given.curtain.practised(&digits);
        let back = practised || (given.on_way_back)(&digits);
        if back {
            given.curtain.practice_missed();
            given.curtain.rise();
        }
        back
    });
    rsx! { Disguise { marked: marked(), on_emergency, on_way_back } }
}

#[cfg(test)]
mod tests;
