//! A PIN, pressed on buttons. There is no text field: what a field takes stays behind in the web view's own process, and
//! here the whole string is never there. A keyboard's digits work too, one at a time.

use super::{Glyph, Icon, Rows, Size, Switch, Typed};
use crate::t;
use dioxus::prelude::*;
use zeroize::Zeroizing;

/// More digits than anybody chooses.
const MOST: usize = 32;
/// As the session asks.
const LEAST: usize = 6;

fn press(mut typed: Typed, digit: char) {
    let mut typed = typed.write();
    // One buffer from the first digit on: a string that grows leaves its beginning behind.
    if typed.capacity() < MOST {
        *typed = Zeroizing::new(String::with_capacity(MOST));
    }
    if typed.len() < MOST {
        typed.push(digit);
    }
}

/// The pad. What is pressed goes into `typed`; the page gets a dot for each digit.
#[component]
pub fn PinPad(
    /// What it asks for.
    label: String,
    typed: Typed,
    /// What is wrong, said beside it.
    wrong: Option<String>,
    /// Shows the digit that was pressed last, until the next.
    #[props(default)]
    show: bool,
) -> Element {
    let (count, last) = {
        let typed = typed.read();
        (typed.chars().count(), typed.chars().last().filter(|_| show))
    };
    let said = match count {
        0 => t!("pin-pad-pressed.nothing").to_owned(),
        some => t!("pin-pad-pressed", n = some),
    };
    rsx! {
        div { class: "pin", role: "group", aria_label: "{label}", tabindex: "-1", "data-pin": "",
            onmounted: move |element| async move {
                // So that a keyboard's digits arrive. A test has no page to put the focus in.
                let _ = element.set_focus(true).await;
            },
            onkeydown: move |event| match event.key() {
                Key::Character(text) => {
                    if let Some(digit) = text.chars().next().filter(|digit| digit.is_ascii_digit() && text.len() == 1) {
                        press(typed, digit);
                    }
                }
                Key::Backspace => {
                    let mut typed = typed;
                    typed.write().pop();
                }
                _ => {}
            },
            p { class: "label", "{label}" }
            div { class: if wrong.is_some() { "pin-dots wrong" } else { "pin-dots" }, dir: "ltr", "aria-hidden": "true",
                for at in 0..count {
                    if let Some(digit) = last.filter(|_| at + 1 == count) {
                        b { key: "{at}", class: "num", "{digit}" }
                    } else {
                        i { key: "{at}" }
                    }
                }
            }
            p { class: "hidden-visually", role: "status", "{said}" }
            if let Some(wrong) = &wrong {
                p { class: "field-wrong", role: "alert",
                    Icon { glyph: Glyph::TriangleAlert, size: Size::Small }
                    span { "{wrong}" }
                }
            }
            div { class: "pin-keys", dir: "ltr",
                for digit in "123456789".chars() {
                    button { key: "{digit}", r#type: "button", onclick: move |_| press(typed, digit), "{digit}" }
                }
                span {}
                button { r#type: "button", onclick: move |_| press(typed, '0'), "0" }
                button { r#type: "button", class: "fn", aria_label: t!("pin-pad-delete"),
                    onclick: move |_| {
                        let mut typed = typed;
                        typed.write().pop();
                    },
                    Icon { glyph: Glyph::Delete, size: Size::Large }
                }
            }
        }
    }
}

/// A new PIN as it is being pressed, twice. `Copy`, so closures can take it.
#[derive(Clone, Copy, PartialEq)]
pub struct NewPin {
    first: Typed,
    again: Typed,
    repeating: Signal<bool>,
    wrong: Signal<Option<String>>,
}

/// With nothing pressed yet.
pub fn use_new_pin() -> NewPin {
    NewPin {
        first: use_signal(Zeroizing::default),
        again: use_signal(Zeroizing::default),
        repeating: use_signal(|| false),
        wrong: use_signal(|| None),
    }
}

impl NewPin {
    /// What the main button says.
    pub fn label(self) -> &'static str {
        if (self.repeating)() { t!("pin-pad-keep") } else { t!("pin-pad-next") }
    }

    /// The main button: on to the second time; then, when both are the same, a copy for the session, which wipes it.
    pub fn next(mut self) -> Option<String> {
        self.wrong.set(None);
        if !*self.repeating.peek() {
            if self.first.peek().len() < LEAST {
                self.wrong.set(Some(t!("pin-pad-short").to_owned()));
            } else {
                self.repeating.set(true);
            }
            return None;
        }
        if *self.first.peek() == *self.again.peek() {
            return Some(String::clone(&*self.first.peek()));
        }
        self.refuse(t!("pin-pad-differs").to_owned());
        None
    }

    /// Begins again, and says why.
    pub fn refuse(mut self, words: String) {
        self.clear();
        self.wrong.set(Some(words));
    }

    /// Begins again.
    pub fn clear(mut self) {
        self.first.set(Zeroizing::default());
        self.again.set(Zeroizing::default());
        self.repeating.set(false);
        self.wrong.set(None);
    }
}

/// The pad for a new PIN, and after it the pad for the same again.
#[component]
pub fn NewPinPad(pin: NewPin) -> Element {
    let mut shown = use_signal(|| false);
    let NewPin { first, again, repeating, wrong } = pin;
    let (label, typed) = if repeating() { (t!("pin-pad-again"), again) } else { (t!("pin-pad-new"), first) };
    rsx! {
        for label in [label] {
            PinPad { key: "{label}", label, typed, wrong: wrong(), show: shown() }
        }
        Rows { icons: false,
            Switch { title: t!("pin-pad-show"), hint: t!("pin-pad-show.hint"), on: shown(), onchange: move |on| shown.set(on) }
        }
    }
}
