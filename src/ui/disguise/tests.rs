#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::LONG_PRESS;
use crate::platform::recording::{Answer, Call};
use crate::ui::quick_exit::{Face, cover_html};
use crate::ui::testing::{Tree, WAY_BACK};
use dioxus::html::input_data::keyboard_types::Key;

fn press(tree: &mut Tree, keys: &[&str]) {
    for key in keys {
        let key = tree.pad(key);
        tree.tap(&key);
    }
}

fn display(tree: &Tree) -> String {
    tree.all().into_iter().find(|found| found.attrs.contains_key("data-display")).unwrap().text
}

/// Holds `=` for longer than it takes, then lets go, as a finger does: the page sends a click at the end.
async fn hold_equals(tree: &mut Tree) {
    let equals = tree.pad("=");
    tree.down(&equals);
    tree.settle(LONG_PRESS * 2).await;
    if tree.html().contains("data-calculator") {
        let equals = tree.pad("=");
        tree.up(&equals);
        tree.tap(&equals);
    }
}

#[tokio::test]
async fn the_calculator_adds_like_a_calculator() {
    let mut tree = Tree::calculator();
    press(&mut tree, &["4", "4", "4", ".", "5", "×", "1", "2", "%"]);
    assert_eq!(display(&tree), "444.5 × 12%");
    assert_eq!(tree.having("role", "status").unwrap().text, "53.34");
    press(&mut tree, &["="]);
    assert_eq!(display(&tree), "53.34");
    assert!(tree.html().contains("444.5 × 12% = "));
    press(&mut tree, &["AC", "7", "÷", "0", "="]);
    assert_eq!(tree.having("role", "status").unwrap().text, "Cannot divide by 0");
}

#[tokio::test]
async fn the_keyboard_types_into_it() {
    let mut tree = Tree::calculator();
    for key in ["0", ".", "1", "+", "0", ".", "2"] {
        let root = tree.having("data-calculator", "").unwrap();
        tree.key(&root, Key::Character(key.into()));
    }
    let root = tree.having("data-calculator", "").unwrap();
    tree.key(&root, Key::Enter);
    tree.key_up(&root, Key::Enter);
    assert_eq!(display(&tree), "0.3");
    tree.key(&root, Key::Escape);
    assert_eq!(display(&tree), "0");
}

#[tokio::test(start_paused = true)]
async fn a_long_press_after_999_opens_the_dialer() {
    let mut tree = Tree::calculator();
    press(&mut tree, &["9", "9", "9"]);
    hold_equals(&mut tree).await;
    assert_eq!(tree.phone.calls(), [Call::Dial("999".into())]);
    assert!(tree.asked.lock().unwrap().is_empty(), "999 was taken for a way back");
    assert_eq!(display(&tree), "0");
    assert!(!tree.html().contains("999"), "999 stayed on the screen or on the tape");
}

#[tokio::test(start_paused = true)]
async fn when_the_dialer_does_not_open_behind_the_disguise_it_says_so() {
    for answer in [Answer::Refuses, Answer::ShowsInstead] {
        let mut tree = Tree::with(Face::Calculator, answer);
        press(&mut tree, &["9", "9", "9"]);
        hold_equals(&mut tree).await;
        assert!(tree.having("role", "status").unwrap().text.contains("999"), "{answer:?} went by in silence");
    }
}

#[tokio::test(start_paused = true)]
async fn ordinary_sums_never_ask_the_way_back() {
    let mut tree = Tree::calculator();
    press(&mut tree, &["2", "4", "6", "8", "="]);
    press(&mut tree, &["+", "1", "="]);
    hold_equals(&mut tree).await;
    press(&mut tree, &["AC", "1", "2", "×", "3"]);
    hold_equals(&mut tree).await;
    assert_eq!(display(&tree), "36", "a long press on a sum is an ordinary =");
    assert!(tree.asked.lock().unwrap().is_empty());
}

#[tokio::test(start_paused = true)]
async fn wrong_digits_held_are_an_ordinary_sum_and_show_nothing() {
    let mut tree = Tree::calculator();
    press(&mut tree, &["1", "3", "5", "7"]);
    hold_equals(&mut tree).await;
    assert_eq!(*tree.asked.lock().unwrap(), ["1357"]);
    assert_eq!(display(&tree), "1357");
    assert!(tree.html().contains("data-calculator"));
}

/// Types a number and holds the key, as a keyboard tells it: again and again until it is let go.
async fn hold_key(tree: &mut Tree, digits: &str, key: Key) {
    let root = tree.having("data-calculator", "").unwrap();
    for digit in digits.chars() {
        tree.key(&root, Key::Character(digit.to_string()));
    }
    tree.key(&root, key.clone());
    for _ in 0..6 {
        tree.settle(LONG_PRESS / 5).await;
        let Some(root) = tree.having("data-calculator", "") else { return };
        tree.key_again(&root, key.clone());
    }
    if let Some(root) = tree.having("data-calculator", "") {
        tree.key_up(&root, key);
    }
}

#[tokio::test(start_paused = true)]
async fn holding_the_key_on_a_keyboard_leads_back_and_dials_as_a_finger_does() {
    for key in [Key::Enter, Key::Character("=".into())] {
        let mut tree = Tree::calculator();
        hold_key(&mut tree, "999", key.clone()).await;
        assert_eq!(tree.phone.calls(), [Call::Dial("999".into())]);
        hold_key(&mut tree, "1357", key.clone()).await;
        assert_eq!(*tree.asked.lock().unwrap(), ["1357"], "a key that repeats itself used up more than one try");
        let root = tree.having("data-calculator", "").unwrap();
        tree.key(&root, Key::Escape);
        hold_key(&mut tree, WAY_BACK, key).await;
        assert!(tree.having("data-calculator", "").is_none(), "it did not lead back");
    }
}

#[tokio::test(start_paused = true)]
async fn equals_three_times_behind_the_number_counts_as_held_for_who_cannot_hold() {
    let mut tree = Tree::calculator();
    press(&mut tree, &["9", "9", "9", "=", "=", "="]);
    assert_eq!(tree.phone.calls(), [Call::Dial("999".into())]);
    press(&mut tree, &["2", "4", "6", "8", "=", "="]);
    assert!(tree.asked.lock().unwrap().is_empty(), "twice is not three times");
    press(&mut tree, &["="]);
    tree.calm().await;
    assert_eq!(*tree.asked.lock().unwrap(), [WAY_BACK]);
    assert!(tree.having("data-calculator", "").is_none());
}

#[tokio::test(start_paused = true)]
async fn sums_an_empty_display_and_presses_with_something_between_are_never_a_try() {
    let mut tree = Tree::calculator();
    press(&mut tree, &["=", "=", "=", "="]);
    press(&mut tree, &["2", "+", "2", "=", "=", "=", "="]);
    press(&mut tree, &["AC", "2", "4", "6", "8", "=", "=", "Delete", "8", "="]);
    press(&mut tree, &["AC", "2", ".", "5", "=", "=", "="]);
    let root = tree.having("data-calculator", "").unwrap();
    for key in ["4", "+", "4"] {
        tree.key(&root, Key::Character(key.into()));
    }
    for _ in 0..4 {
        tree.key(&root, Key::Enter);
        tree.key_up(&root, Key::Enter);
    }
    assert!(tree.asked.lock().unwrap().is_empty());
    assert!(tree.phone.calls().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_key_that_was_let_go_elsewhere_is_not_held_and_the_next_press_works() {
    let mut tree = Tree::calculator();
    press(&mut tree, &["1", "2"]);
    let root = tree.having("data-calculator", "").unwrap();
    tree.key(&root, Key::Enter);
    tree.focus_out(&root);
    tree.settle(LONG_PRESS * 2).await;
    assert!(tree.asked.lock().unwrap().is_empty());
    press(&mut tree, &["+", "1", "="]);
    assert_eq!(display(&tree), "13");
}

#[tokio::test(start_paused = true)]
async fn enter_on_another_button_presses_that_button_and_not_equals() {
    let mut tree = Tree::calculator();
    press(&mut tree, &["1", "+", "2"]);
    let seven = tree.pad("7");
    tree.key(&seven, Key::Enter);
    tree.tap(&seven);
    tree.key_up(&seven, Key::Enter);
    assert_eq!(display(&tree), "1 + 27");
}

#[tokio::test(start_paused = true)]
async fn a_short_press_is_not_a_long_one() {
    let mut tree = Tree::calculator();
    press(&mut tree, &["9", "9", "9"]);
    let equals = tree.pad("=");
    tree.down(&equals);
    tree.settle(LONG_PRESS / 2).await;
    tree.up(&equals);
    tree.tap(&equals);
    tree.settle(LONG_PRESS * 2).await;
    assert!(tree.phone.calls().is_empty());
}

/// The cover and the calculator have to look the same, or leaving would flicker.
#[tokio::test]
async fn the_cover_shows_the_same_keys_as_the_calculator() {
    let strip = |html: &str| {
        let mut out = String::new();
        let mut inside = false;
        for letter in html.chars() {
            match letter {
                '<' => inside = true,
                '>' => inside = false,
                letter if !inside && !letter.is_whitespace() => out.push(letter),
                _ => {}
            }
        }
        out.replace("<!--node-id-->", "")
    };
    assert_eq!(strip(&cover_html()), strip(&Tree::calculator().html()));
}
