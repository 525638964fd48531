//! Her plan for staying safe: steps to tick, and steps of her own. Sealed in the journal, kept at each tick.

use crate::domain::{OwnStep, SafetyPlan};
use crate::session::{SessionError, Told, VaultState};
use crate::t;
use crate::ui::components::{
    Button, Card, Field, Glyph, Icon, Kind, Notice, Row, Rows, Tick, ToldNotice, WhatWentWrong, Working,
};
use crate::ui::english::{dir_of, lang_of};
use crate::ui::given::Given;
use crate::ui::reading::{Block, PageView, Span};
use crate::ui::route::{Nav, Route, Tab};
use crate::ui::screens::guidance::{PrintButton, SAFETY_PLAN};
use crate::ui::shell::Screen;
use crate::ui::vault::{Closed, use_vault};
use dioxus::prelude::*;

/// The longest step of her own, in characters.
const LONGEST: usize = 500;
/// How many steps of her own.
const MOST: usize = 60;

/// The screen.
#[component]
pub fn Plan() -> Element {
    let given = use_context::<Given>();
    let vault = use_vault();
    let session = given.session.clone();
    let kept = use_resource(move || {
        let (session, open) = (session.clone(), vault() == VaultState::Open);
        async move { if open { Some(session.kept_plan().await) } else { None } }
    });
    match vault() {
        VaultState::Open => match &*kept.read_unchecked() {
            Some(Some(Ok(plan))) => rsx! { Steps { first: plan.clone() } },
            Some(Some(Err(error))) => {
                rsx! { Screen { back: t!("word-back"), tab: Tab::Home, WhatWentWrong { told: error.told() } } }
            }
            _ => rsx! { Screen { back: t!("word-back"), tab: Tab::Home, Working { words: t!("plan-reading") } } },
        },
        VaultState::ReadingOnly => rsx! {
            Screen { back: t!("word-back"), tab: Tab::Home, WhatWentWrong { told: SessionError::ReadingOnly.told() } }
        },
        other => rsx! {
            Screen { back: t!("word-back"), tab: Tab::Home, gap: "gap-5",
                section { class: "stack gap-2", h1 { {t!("plan-title")} }
                    p { class: "lead", {t!("plan-title.closed")} }
                }
                ToThePage {}
                Closed { vault: other }
            }
        },
    }
}

/// The page of the guidance, if it is there.
#[component]
fn ToThePage() -> Element {
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let there = given.reading().page(SAFETY_PLAN).is_some();
    rsx! {
        if there {
            Rows {
                Row { glyph: Glyph::BookOpen, title: t!("plan-page"), onclick: move |_| nav.go(Route::Page(SAFETY_PLAN.to_owned())) }
            }
        }
    }
}

#[component]
fn Steps(first: SafetyPlan) -> Element {
    let given = use_context::<Given>();
    let mut plan = use_signal(|| first);
    let mut failed = use_signal(|| None::<Told>);
    let mut round = use_signal(|| 0_u32);
    let mut typed = use_signal(String::new);
    let mut wrong = use_signal(|| None::<&'static str>);
    let session = given.session.clone();
    // Shown at once, kept at once; should keeping fail, it is said, and what is kept is shown again.
    let change = use_callback(move |next: SafetyPlan| {
        let session = session.clone();
        let before = plan.replace(next.clone());
        spawn(async move {
            match session.keep_plan(next).await {
                Ok(()) => failed.set(None),
                Err(error) => {
                    plan.set(before);
                    failed.set(Some(error.told()));
                }
            }
        });
    });
    let groups = given.reading().page(SAFETY_PLAN).map(steps_of).unwrap_or_default();
    let english = given.reading().page(SAFETY_PLAN).is_some_and(|page| page.english);
    // What she ticked and the guidance no longer offers stays hers.
    let offered = |words: &String| groups.iter().any(|(_, steps)| steps.contains(words));
    let earlier: Vec<String> = plan.read().done.iter().filter(|words| !offered(words)).cloned().collect();
    let mut shown: Vec<_> = groups.iter().map(|(title, steps)| (title.clone(), steps.clone(), english)).collect();
    if !earlier.is_empty() {
        // The title is ours, and in which language she ticked them nobody noted.
        shown.push((t!("plan-before").to_owned(), earlier, false));
    }
    let add = move |_: MouseEvent| {
        let words = typed.peek().trim().to_owned();
        let mut next = plan.peek().clone();
        if words.is_empty() {
            return wrong.set(Some(t!("plan-nothing")));
        }
        if words.chars().count() > LONGEST || next.own.len() >= MOST {
            return wrong.set(Some(t!("plan-too-much")));
        }
        wrong.set(None);
        next.own.push(OwnStep { words, done: false });
        typed.set(String::new());
        round += 1;
        change.call(next);
    };
    let own: Vec<(usize, OwnStep)> = plan.read().own.iter().cloned().enumerate().collect();
    rsx! {
        Screen { back: t!("word-back"), tab: Tab::Home, gap: "gap-5",
            section { class: "stack gap-2",
                h1 { {t!("plan-title")} }
                p { class: "lead", {t!("plan-title.lead")} }
            }
            Notice { {t!("plan-advocate")} }
            if let Some(told) = failed() { ToldNotice { told } }
            ToThePage {}
            for (at, (title, steps, english)) in shown.into_iter().enumerate() {
                section { key: "{title}", aria_labelledby: "h-steps-{at}",
                    div { class: "section-head", h2 { id: "h-steps-{at}", lang: lang_of(english), dir: dir_of(english), "{title}" } }
                    Rows { icons: false,
                        for words in steps {
                            Tick { key: "{words}", on: plan.read().has(&words), words: words.clone(), english,
                                onclick: move |_| {
                                    let mut next = plan.peek().clone();
                                    next.toggle(&words);
                                    change.call(next);
                                },
                            }
                        }
                    }
                }
            }
            section { class: "stack gap-3", aria_labelledby: "h-own",
                h2 { id: "h-own", {t!("plan-own")} }
                if !own.is_empty() {
                    div { class: "card rows",
                        for (at, step) in own {
                            div { key: "{at} {step.words}", class: "own-step",
                                Tick { words: step.words.clone(), on: step.done, hers: true,
                                    onclick: move |_| {
                                        let mut next = plan.peek().clone();
                                        if let Some(step) = next.own.get_mut(at) {
                                            step.done = !step.done;
                                        }
                                        change.call(next);
                                    },
                                }
                                button { class: "back close", r#type: "button", aria_label: t!("plan-take-out", step = step.words.as_str()),
                                    onclick: move |_| {
                                        let mut next = plan.peek().clone();
                                        if at < next.own.len() {
                                            next.own.remove(at);
                                        }
                                        change.call(next);
                                    },
                                    Icon { glyph: Glyph::X }
                                }
                            }
                        }
                    }
                }
                Card { class: "stack gap-3",
                    Field { key: "{round}", id: "own-step", label: t!("plan-step"), hint: t!("plan-step.hint"),
                        wrong: wrong().map(str::to_owned), oninput: move |text| typed.set(text),
                    }
                    Button { kind: Kind::Soft, glyph: Glyph::Plus, label: t!("plan-add"), onclick: add }
                }
            }
            PrintButton {}
        }
    }
}

/// The steps that a page offers: its lists, each under its heading. What it says not to do is no step to tick.
fn steps_of(page: &PageView) -> Vec<(String, Vec<String>)> {
    let mut groups: Vec<(String, Vec<String>)> = vec![(page.title.clone(), Vec::new())];
    let words = |item: &Vec<Span>| item.iter().map(|span| span.text.as_str()).collect::<String>();
    for block in &page.blocks {
        let items: Vec<String> = match block {
            Block::Heading(title) => {
                groups.push((title.clone(), Vec::new()));
                continue;
            }
            // What not to do is nothing to tick.
            Block::Ticks(points) => {
                points.iter().filter(|(mark, _)| *mark != Glyph::X).map(|(_, item)| words(item)).collect()
            }
            Block::List(items) | Block::Steps(items) => items.iter().map(words).collect(),
            _ => continue,
        };
        if let Some((_, steps)) = groups.last_mut() {
            steps.extend(items);
        }
    }
    groups.retain(|(_, steps)| !steps.is_empty());
    groups
}

#[cfg(test)]
mod tests;
