//! Step 5: the disguise, and a number that leads back from it. The number is on only after it has led back once: nobody can
//! lock herself out by a number that she mistyped.

use super::{Frame, Next, Points, Step, lines};
use crate::session::{SessionError, Told};
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
                Way::Web(_) | Way::Nothing => false,
            })
        });
        match refused(typed.peek().trim(), called) {
            Some(words) => wrong.set(Some(words.to_owned())),
            None if !super::is_open(vault.borrow().vault) => {
                wrong.set(Some("Unlock the journal first. The number is kept with it.".to_owned()));
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
    let title = "The disguise and the way back";
    match at() {
        At::On => rsx! {
            Frame { step, alone, title, on_later: later, later: if alone { "Close" } else { "Later" },
                action: (!alone).then(|| rsx! { Next { step } }),
                DoneLine { words: "It worked. After Leave, only your number leads back." }
                Card { h2 { "Remember" }
                    p { class: "hint", "Leave locks the journal as well. After the number you type your passphrase. In practice it stayed unlocked." }
                }
                Shows {}
            }
        },
        At::Locked => rsx! {
            Frame { step, alone, title, on_later: later,
                action: rsx! { Button { kind: Kind::Main, glyph: Glyph::Lock, label: "Unlock", onclick: move |_| nav.go(Route::Unlock) } },
                Notice { tone: Tone::Warning, b { "Your number worked. It is not on yet. " } "The journal was locked in the meantime. Unlock it, and the number is kept." }
            }
        },
        At::Failed(told) => rsx! {
            Frame { step, alone, title, on_later: later,
                action: rsx! { Button { kind: Kind::Main, label: "Try again", onclick: move |_| keep.call(()) } },
                Notice { tone: Tone::Warning, b { "Your number worked. It is not on yet." } }
                WentWrong { told }
            }
        },
        At::Keeping => rsx! {
            Frame { step, alone, title, on_later: later, Working { words: "Your number worked. It is being kept." } }
        },
        At::Choosing => rsx! {
            Frame { step, alone, title, on_later: later,
                lead: "Leave shows a calculator at once. On a keyboard, Shift three times does the same. It is a real calculator.",
                action: rsx! { Button { kind: Kind::Main, label: "Try it now", onclick: move |_| practise.call(()) } },
                if missed {
                    Notice { tone: Tone::Warning, b { "The new number is not on yet. " } "You came back another way. Choose a number and try again, or do it later." }
                }
                Points { title: "To come back", points: lines(&[
                    "Type your number on the calculator.",
                    "Press = and hold it for a second. On a keyboard, hold Enter.",
                    "If you cannot hold it, or use a screen reader: press = three times after the number.",
                    if had_one { "Until a new number has led back once, your old one stays on." }
                    else { "Until your number is on, holding = on an empty calculator comes back. Anybody who knows this app can do that." },
                ]) }
                div { onkeydown: move |event| if event.key() == Key::Enter { practise.call(()) },
                    Field { id: "way-back", label: "Your number", hint: "4 to 12 digits. Not your phone’s code, a birthday, or a number that you would call.",
                        kind: if shown() { FieldKind::Line } else { FieldKind::Pin }, wrong: wrong(),
                        oninput: move |text| typed.set(Zeroizing::new(text)),
                    }
                }
                Rows { icons: false, Switch { title: "Show what I type", on: shown(), onchange: move |on| shown.set(on) } }
                Card { h2 { "Try it now" }
                    p { class: "hint", "The calculator opens. Type your number and hold =, or press = three times. You come back here. Practice does not lock the journal. If you are away for two minutes, it locks." }
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
        Card { h2 { "999 works there too" }
            p { class: "hint", "On the calculator, type 999 and hold =, or press = three times. It opens the emergency dialer. You press call." }
        }
        Card { h2 { "A mark that only you know" }
            p { class: "hint", "If the empty calculator shows “0.” and not “0”, somebody tried to open your journal and failed. When you open it, the mark goes." }
        }
        Notice { glyph: Glyph::Eye, b { "It does not hide the app. " } "Store history, settings and backups still show it." }
    }
}

fn bare(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}

/// Why a number cannot be the way back. `called`: it stands in the directory of help.
fn refused(digits: &str, called: bool) -> Option<&'static str> {
    if digits.is_empty() {
        return Some("Type a number here.");
    }
    if !digits.chars().all(|letter| letter.is_ascii_digit()) {
        return Some("Use digits only.");
    }
    if called || CALLED.contains(&digits) {
        return Some("That is a number that people call for help. Choose another.");
    }
    (!(4..=12).contains(&digits.len())).then_some("Use 4 to 12 digits.")
}
