//! Step 5: the disguise, and a number that leads back from it. The number is on only after it has led back once: nobody can
//! lock herself out by a number that she mistyped.

use super::{Frame, Next, Points, Step, lines};
use crate::session::{SessionError, Told};
use crate::t;
use crate::ui::components::{
    Button, Card, DoneLine, Field, FieldKind, Glyph, Kind, Notice, Rows, Switch, Tone, WentWrong, Working,
};
use crate::ui::given::Given;
use crate::ui::quick_exit::Practice;
use crate::ui::reading::Way;
use crate::ui::route::{Nav, Route};
use dioxus::prelude::*;
use zeroize::Zeroizing;

/// Numbers that people call in need, and others that are short enough to be taken for a number of one's own.
const CALLED: [&str; 7] = ["999", "112", "101", "111", "105", "18000", "116123"];

/// How the number stands.
#[derive(Clone, Debug, PartialEq)]
enum At {
    /// Not on, and not being tried.
    Choosing,
    /// It led back; it is being kept.
    Keeping,
    /// It is on.
    On,
    /// It led back, and the journal was locked in the meantime.
    Locked,
    /// It led back and could not be kept.
    Failed(Told),
}

#[component]
pub(super) fn WayBack(alone: bool) -> Element {
    let step = Step::Disguise;
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let curtain = given.curtain.clone();
    let begun = use_hook(|| curtain.practice().0);
    let missed = matches!(begun, Practice::Missed);
    // Said once. What worked is kept below, and what is being tried is left alone.
    use_hook(|| {
        if missed {
            curtain.end_practice()
        }
    });
    let had_one = use_hook(|| given.session.has_way_back());
    let mut at = use_signal(|| if matches!(begun, Practice::Worked(_)) { At::Keeping } else { At::Choosing });
    let mut typed = use_signal(Zeroizing::<String>::default);
    let mut shown = use_signal(|| false);
    let mut wrong = use_signal(|| None::<String>);
    let session = given.session.clone();
    let keep = use_callback(move |()| {
        let Practice::Worked(digits) = curtain.practice().0 else { return };
        at.set(At::Keeping);
        let asked = session.set_way_back(String::clone(&digits));
        let curtain = curtain.clone();
        spawn(async move {
            match asked.await {
                Ok(()) => {
                    curtain.end_practice();
                    at.set(At::On);
                }
                Err(SessionError::Locked) => at.set(At::Locked),
                Err(error) => at.set(At::Failed(error.told())),
            }
        });
    });
    use_hook(|| keep.call(()));
    let reading = given.reading();
    let curtain = given.curtain.clone();
    let vault = given.session.status();
    let practise = use_callback(move |()| {
        let called = reading.help.iter().flat_map(|group| &group.entries).any(|entry| {
            [&entry.way].into_iter().chain(&entry.more).any(|way| match way {
                Way::Call(number) | Way::Text(number) => bare(number) == *typed.peek().trim(),
                Way::Web(_) | Way::Email(_) | Way::Nothing => false,
            })
        });
        match refused(typed.peek().trim(), called) {
            Some(words) => wrong.set(Some(words.to_owned())),
            None if !super::is_open(vault.borrow().vault) => {
                wrong.set(Some(t!("set-up-number.locked").to_owned()));
            }
            None => curtain.practise(Zeroizing::new(typed.peek().trim().to_owned()), alone),
        }
    });
    let later = move |()| {
        if let Some(given) = try_consume_context::<Given>() {
            given.curtain.end_practice();
        }
        if alone { nav.back() } else { nav.tab(crate::ui::route::Tab::Journal) }
    };
    let title = t!("set-up-way-back");
    match at() {
        At::On => rsx! {
            Frame { step, alone, title, on_later: later, later: if alone { t!("word-close") } else { t!("set-up-later") },
                action: (!alone).then(|| rsx! { Next { step } }),
                DoneLine { words: t!("set-up-way-back.done") }
                Card { h2 { {t!("set-up-remember")} }
                    p { class: "hint", {t!("set-up-remember.hint")} }
                }
                Shows {}
            }
        },
        At::Locked => rsx! {
            Frame { step, alone, title, on_later: later,
                action: rsx! { Button { kind: Kind::Main, glyph: Glyph::Lock, label: t!("set-up-number-worked.unlock"), onclick: move |_| nav.go(Route::Unlock) } },
                Notice { tone: Tone::Warning, b { {t!("set-up-number-worked")} }
                    " "
                    {t!("set-up-number-worked.locked")}
                }
            }
        },
        At::Failed(told) => rsx! {
            Frame { step, alone, title, on_later: later,
                action: rsx! { Button { kind: Kind::Main, label: t!("set-up-number-worked.again"), onclick: move |_| keep.call(()) } },
                Notice { tone: Tone::Warning, b { {t!("set-up-number-worked")} } }
                WentWrong { told }
            }
        },
        At::Keeping => rsx! {
            Frame { step, alone, title, on_later: later, Working { words: t!("set-up-way-back.keeping") } }
        },
        At::Choosing => rsx! {
            Frame { step, alone, title, on_later: later,
                lead: t!("set-up-way-back.lead"),
                action: rsx! { Button { kind: Kind::Main, label: t!("set-up-way-back.do"), onclick: move |_| practise.call(()) } },
                if missed {
                    Notice { tone: Tone::Warning, b { {t!("set-up-number-missed")} }
                        " "
                        {t!("set-up-number-missed.more")}
                    }
                }
                Points { title: t!("set-up-come-back"), points: lines(&[
                    t!("set-up-come-back.type"),
                    t!("set-up-come-back.hold"),
                    t!("set-up-come-back.three"),
                    if had_one { t!("set-up-come-back.had-one") } else { t!("set-up-come-back.had-none") },
                ]) }
                div { onkeydown: move |event| if event.key() == Key::Enter { practise.call(()) },
                    Field { id: "way-back", label: t!("set-up-number"), hint: t!("set-up-number.hint"),
                        kind: if shown() { FieldKind::Line } else { FieldKind::Pin }, wrong: wrong(),
                        oninput: move |text| typed.set(Zeroizing::new(text)),
                    }
                }
                Rows { icons: false, Switch { title: t!("word-show-typed"), on: shown(), onchange: move |on| shown.set(on) } }
                Card { h2 { {t!("set-up-try")} }
                    p { class: "hint", {t!("set-up-try.hint")} }
                }
                Shows {}
            }
        },
    }
}

/// What holds of the calculator, and what it does not hide.
#[component]
fn Shows() -> Element {
    rsx! {
        Card { h2 { {t!("set-up-999")} }
            p { class: "hint", {t!("set-up-999.hint")} }
        }
        Card { h2 { {t!("set-up-mark")} }
            p { class: "hint", {t!("set-up-mark.hint")} }
        }
        Notice { glyph: Glyph::Eye, b { {t!("set-up-not-hidden")} }
            " "
            {t!("set-up-not-hidden.more")}
        }
    }
}

fn bare(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}

/// Why a number cannot be the way back. `called`: it stands in the directory of help.
fn refused(digits: &str, called: bool) -> Option<&'static str> {
    if digits.is_empty() {
        return Some(t!("set-up-number.none"));
    }
    if !digits.chars().all(|letter| letter.is_ascii_digit()) {
        return Some(t!("set-up-number.digits"));
    }
    if called || CALLED.contains(&digits) {
        return Some(t!("set-up-number.called"));
    }
    (!(4..=12).contains(&digits.len())).then(|| t!("set-up-number.length"))
}
