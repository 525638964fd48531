//! The calculator that stands on the screen after leaving. It is a real one: it adds, it remembers, it has a tape.
//!
//! Two things are behind it, both on a long press of `=`, for whoever knows of them: 999 opens the dialer, and the right
//! digits lead back. A key of the keyboard can be held as well as a finger, and who can hold neither presses `=` three times
//! behind the digits. Nothing is ever shown about any of it. An ordinary sum never asks, so it can never use up a try.

pub mod keys;
mod pad;
pub mod sum;

pub use pad::{KEYS, MEMORY, Pad};

use super::components::{Glyph, Icon, Size};
use crate::t;
use dioxus::core::Task;
use dioxus::prelude::*;
use keys::{Calculator, Key};
use std::time::Duration;
use sum::Op;

/// How long `=` has to be held to count as held.
pub const LONG_PRESS: Duration = Duration::from_millis(600);

/// How often in a row `=` behind bare digits counts as held. There is no sum there, so it does nothing else.
pub const PRESSES: u8 = 3;

/// The number that a long press always takes to the dialer.
pub const EMERGENCY: &str = "999";

/// The calculator.
///
/// `on_emergency` is called when 999 stands alone in the display and `=` is held. It gives back what to say in the display
/// if the dialer did not open. `on_way_back` is called with the bare digits in the display (or with none) when `=` is held;
/// when it gives back `true` it has taken over, and the digits are forgotten. `marked`: the empty display shows `0.` in the
/// place of `0`, as many calculators do, and only whoever was told knows what it says.
#[component]
pub fn Disguise(
    #[props(default)] marked: bool,
    on_emergency: Callback<(), Option<String>>,
    on_way_back: Callback<String, bool>,
) -> Element {
    let mut calculator = use_signal(Calculator::default);
    let mut tape_shown = use_signal(|| false);
    let mut menu_shown = use_signal(|| false);
    let mut said = use_signal(|| None::<String>);
    let mut holding = use_signal(|| None::<Task>);
    let mut held = use_signal(|| false);
    // A key of the keyboard is down that stands for `=`.
    let mut by_key = use_signal(|| false);
    let mut presses = use_signal(|| 0_u8);

    let mut press = move |key: Key| {
        said.set(None);
        if key != Key::Equals {
            presses.set(0);
        }
        menu_shown.set(false);
        calculator.write().press(key);
    };
    let mut let_go = move || {
        if let Some(task) = holding.write().take() {
            task.cancel();
        }
    };
    let mut on_held = move || {
        presses.set(0);
        let digits = calculator.peek().digits().map(str::to_owned);
        match digits.as_deref() {
            Some(EMERGENCY) => {
                let words = on_emergency.call(());
                calculator.write().forget();
                said.set(words);
            }
            Some(digits) if on_way_back.call(digits.to_owned()) => calculator.write().forget(),
            _ => press(Key::Equals),
        }
    };
    let mut hold = move || {
        let_go();
        held.set(false);
        let task = spawn(async move {
            tokio::time::sleep(LONG_PRESS).await;
            held.set(true);
            holding.set(None);
            on_held();
        });
        holding.set(Some(task));
    };
    // `=` was pressed, and not held.
    let mut short = move || {
        let bare = calculator.peek().digits().is_some_and(|digits| !digits.is_empty());
        presses.set(if bare { presses() + 1 } else { 0 });
        if presses() >= PRESSES { on_held() } else { press(Key::Equals) }
    };
    let equals = move |_: MouseEvent| {
        // A button that has the focus clicks by itself at each stroke of the key, while the key's own press is being told.
        if by_key() {
            return;
        }
        let_go();
        // The click that ends a long press is not a press of its own.
        if !held.replace(false) {
            short();
        }
    };
    let on_key = move |event: KeyboardEvent| {
        if event.modifiers().ctrl() || event.modifiers().alt() || event.modifiers().meta() {
            return;
        }
        match typed(&event.key()) {
            Some(Key::Equals) => {
                event.prevent_default();
                // A key that is held repeats itself.
                if !event.is_auto_repeating() {
                    by_key.set(true);
                    hold();
                }
            }
            Some(key) => {
                event.prevent_default();
                press(key);
            }
            None => {}
        }
    };
    let on_key_up = move |event: KeyboardEvent| {
        if typed(&event.key()) == Some(Key::Equals) && by_key.replace(false) {
            let_go();
            if !held.replace(false) {
                short();
            }
        }
    };
    // Enter and the space bar on a button that has the focus press that button, and not `=`.
    let own_key = move |event: KeyboardEvent| {
        if presses_button(&event.key()) {
            event.stop_propagation();
        }
    };

    let mut sum = calculator.read().display();
    if let ([zero], true) = (sum.as_mut_slice(), marked && calculator.read().digits() == Some("")) {
        zero.text.push('.');
    }
    let length: usize = sum.iter().map(|run| run.text.chars().count() + 1).sum();
    let size = match length {
        0..=15 => "calc-sum",
        16..=20 => "calc-sum long",
        21..=56 => "calc-sum longer",
        _ => "calc-sum longest",
    };
    let below = said().or_else(|| calculator.read().below()).unwrap_or_default();
    let below_class = if said.read().is_some() || calculator.read().says() { "calc-now said" } else { "calc-now" };
    let has_memory = calculator.read().has_memory();
    let tape = calculator.read().tape().to_vec();
    let lines = if tape_shown() { tape.len() } else { 2 };

    rsx! {
        div { class: "calc", dir: "ltr", tabindex: "-1", "data-calculator": "",
            onkeydown: on_key,
            onkeyup: on_key_up,
            onfocusout: move |_| {
                // Whoever is elsewhere does not hold a key here.
                if by_key.replace(false) {
                    let_go();
                }
            },
            onmounted: move |element| async move {
                // Without the focus the keyboard would type nowhere. A test has no page to put it in.
                let _ = element.set_focus(true).await;
            },
            div { class: "calc-top", onkeydown: own_key,
                button { r#type: "button", aria_label: t!("calculator-history"), "aria-pressed": "{tape_shown}",
                    onclick: move |_| tape_shown.toggle(),
                    Icon { glyph: Glyph::History }
                }
                button { r#type: "button", aria_label: t!("calculator-more"), "aria-expanded": "{menu_shown}",
                    onclick: move |_| menu_shown.toggle(),
                    Icon { glyph: Glyph::EllipsisVertical }
                }
                if menu_shown() {
                    div { class: "calc-menu",
                        button { r#type: "button",
                            onclick: move |_| {
                                calculator.write().clear_tape();
                                menu_shown.set(false);
                            },
                            {t!("calculator-history.clear")}
                        }
                    }
                }
            }
            main { class: "calc-show",
                h1 { class: "hidden-visually", {t!("calculator-name")} }
                if !tape.is_empty() {
                    div { class: "calc-tape", aria_label: t!("calculator-history"),
                        for (index, done) in tape.iter().enumerate().rev().take(lines) {
                            div { key: "{index}", "{done.sum} = " b { "{done.result}" } }
                        }
                    }
                }
                div { class: size, "data-display": "",
                    for (index, run) in sum.into_iter().enumerate() {
                        if index > 0 { " " }
                        if run.sign { em { "{run.text}" } } else { "{run.text}" }
                    }
                }
                div { class: below_class, role: "status", "{below}" }
            }
            div { class: "calc-mem", translate: "no", onkeydown: own_key,
                for (key, label) in MEMORY {
                    button { key: "{label}", r#type: "button",
                        disabled: !has_memory && matches!(key, Key::MemoryClear | Key::MemoryRecall),
                        onclick: move |_| press(key),
                        "{label}"
                    }
                }
            }
            div { class: "calc-keys",
                for pad in KEYS {
                    if pad.key == Key::Equals {
                        button { r#type: "button", class: pad.class, aria_label: pad.name(),
                            onpointerdown: move |_| {
                                by_key.set(false);
                                hold();
                            },
                            // Enter comes to the whole calculator; the space bar ends in a click, as a finger does.
                            onkeydown: move |event| if is_space(&event.key()) && !event.is_auto_repeating() { hold() },
                            onkeyup: move |event| if is_space(&event.key()) { let_go() },
                            onpointerup: move |_| let_go(),
                            onpointercancel: move |_| let_go(),
                            onpointerleave: move |_| let_go(),
                            oncontextmenu: move |event| event.prevent_default(),
                            onclick: equals,
                            "{pad.label}"
                        }
                    } else {
                        button { r#type: "button", class: pad.class, aria_label: pad.name(),
                            onkeydown: own_key,
                            onclick: move |_| press(pad.key),
                            if pad.key == Key::Delete { Icon { glyph: Glyph::Delete, size: Size::Large } } else { span { translate: "no", "{pad.label}" } }
                        }
                    }
                }
            }
        }
    }
}

fn is_space(key: &dioxus::html::Key) -> bool {
    matches!(key, dioxus::html::Key::Character(text) if text == " ")
}

/// Whether this key presses the button that has the focus.
fn presses_button(key: &dioxus::html::Key) -> bool {
    is_space(key) || *key == dioxus::html::Key::Enter
}

/// The calculator's key for a key of the keyboard.
fn typed(key: &dioxus::html::Key) -> Option<Key> {
    use dioxus::html::Key as Board;
    match key {
        Board::Enter => Some(Key::Equals),
        Board::Backspace => Some(Key::Delete),
        Board::Escape | Board::Delete => Some(Key::Clear),
        Board::Character(text) => match text.as_str() {
            "+" => Some(Key::Op(Op::Add)),
            "-" | "−" => Some(Key::Op(Op::Subtract)),
            "*" | "x" | "×" => Some(Key::Op(Op::Multiply)),
            "/" | ":" | "÷" => Some(Key::Op(Op::Divide)),
            "%" => Some(Key::Percent),
            "=" => Some(Key::Equals),
            "." | "," => Some(Key::Point),
            "(" | ")" => Some(Key::Brackets),
            digit => digit.chars().next().filter(|letter| letter.is_ascii_digit() && digit.len() == 1).map(Key::Digit),
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests;
