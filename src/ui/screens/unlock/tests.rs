#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use crate::platform::recording::HandSecret;
use crate::session::VaultState;
use crate::ui::testing::Tree;
use dioxus::html::input_data::keyboard_types::Key;
use std::sync::Arc;
use std::time::Duration;

const GOOD: &str = "teapot gravel nine lanterns";

fn press(tree: &mut Tree, label: &str) {
    let button = tree.find("button", label);
    tree.tap(&button);
}

fn type_in(tree: &mut Tree, id: &str, text: &str) {
    let field = tree.having("id", id).unwrap();
    tree.write(&field, text);
}

/// A locked journal, at the lock, and its recovery words.
async fn locked() -> (Tree, String) {
    let mut tree = Tree::inside();
    tree.session.set_up(GOOD.to_owned()).await.unwrap();
    let words = tree.session.make_recovery_words().await.unwrap();
    let words = words.words().collect::<Vec<_>>().join(" ");
    tree.session.lock().await.unwrap();
    tree.until("More", |tree| tree.html().contains("Lock, recovery words")).await;
    press(&mut tree, "More");
    press(&mut tree, "Unlock the journal");
    assert!(tree.html().contains("Your journal is locked"));
    (tree, words)
}

#[tokio::test]
async fn after_unlock_the_journal_is_open_and_she_is_where_she_was_going() {
    let (mut tree, _) = locked().await;
    assert_eq!(tree.having("id", "unlock-passphrase").unwrap().attrs["type"], "password");
    type_in(&mut tree, "unlock-passphrase", GOOD);
    press(&mut tree, "Unlock");
    tree.until("More", |tree| tree.html().contains("Lock now")).await;
    assert_eq!(tree.session.status().borrow().vault, VaultState::Open);
    assert!(!tree.html().contains(GOOD));
}

#[tokio::test]
async fn a_wrong_passphrase_is_answered_in_words_and_the_field_is_empty_again() {
    let (mut tree, _) = locked().await;
    type_in(&mut tree, "unlock-passphrase", "teapot gravel eight lanterns");
    press(&mut tree, "Unlock");
    tree.until("the answer", |tree| tree.having("class", "field-wrong").is_some()).await;
    let wrong = tree.having("class", "field-wrong").unwrap().text;
    assert!(
        wrong.contains("does not open") && wrong.contains("Nothing is lost") && wrong.contains("recovery words"),
        "{wrong}"
    );
    // Empty in the page, because it is a new field, and empty behind it.
    press(&mut tree, "Unlock");
    tree.calm().await;
    assert!(tree.having("class", "field-wrong").unwrap().text.contains("Type your passphrase"));
    assert!(tree.having("href", "tel:999").is_some());
    type_in(&mut tree, "unlock-passphrase", GOOD);
    press(&mut tree, "Unlock");
    tree.until("More", |tree| tree.html().contains("Lock now")).await;
}

#[tokio::test]
async fn a_wrong_recovery_word_is_pointed_out_and_the_right_ones_open() {
    let (mut tree, words) = locked().await;
    press(&mut tree, "I have my recovery words");
    let mut broken: Vec<&str> = words.split(' ').collect();
    broken[4] = "zzzz";
    type_in(&mut tree, "unlock-words", &broken.join(" "));
    press(&mut tree, "Unlock");
    tree.until("the answer", |tree| tree.having("class", "field-wrong").is_some()).await;
    let wrong = tree.having("class", "field-wrong").unwrap().text;
    assert!(wrong.starts_with("Word 5, in group 2, is not one"), "{wrong}");
    // In which group, now and then more than one would explain.
    broken.remove(4);
    type_in(&mut tree, "unlock-words", &broken.join(" "));
    press(&mut tree, "Unlock");
    tree.until("the answer", |tree| tree.html().contains("There are 27 words, and there should be 28.")).await;
    broken.insert(4, words.split(' ').nth(4).unwrap());
    broken.insert(4, broken[4]);
    type_in(&mut tree, "unlock-words", &broken.join(" "));
    press(&mut tree, "Unlock");
    tree.until("the answer", |tree| tree.html().contains("Word 6 is one too many. Is it there twice?")).await;
    type_in(&mut tree, "unlock-words", &words);
    press(&mut tree, "Unlock");
    tree.until("that it is open", |tree| tree.session.status().borrow().vault == VaultState::Open).await;
}

#[tokio::test]
async fn whoever_came_in_with_recovery_words_is_offered_a_new_passphrase_and_needs_no_old_one() {
    let (mut tree, words) = locked().await;
    press(&mut tree, "I have my recovery words");
    type_in(&mut tree, "unlock-words", &words);
    press(&mut tree, "Unlock");
    tree.until("the offer", |tree| tree.html().contains("Choose a new passphrase?")).await;
    assert!(tree.having("id", "present-passphrase").is_none());
    type_in(&mut tree, "new-passphrase", "eleven quiet saucepans");
    type_in(&mut tree, "new-passphrase-again", "eleven quiet saucepans");
    press(&mut tree, "Change it");
    tree.until("that it is done", |tree| tree.html().contains("The new passphrase opens the journal")).await;
    press(&mut tree, "Go on");
    // Where she was going.
    assert!(tree.html().contains("Lock now"));
    tree.session.lock().await.unwrap();
    assert!(tree.session.unlock(GOOD.to_owned()).await.is_err());
    tree.session.unlock("eleven quiet saucepans".to_owned()).await.unwrap();
}

#[tokio::test]
async fn a_new_passphrase_after_recovery_words_can_wait() {
    let (mut tree, words) = locked().await;
    press(&mut tree, "I have my recovery words");
    type_in(&mut tree, "unlock-words", &words);
    press(&mut tree, "Unlock");
    tree.until("the offer", |tree| tree.html().contains("Choose a new passphrase?")).await;
    press(&mut tree, "Not now");
    assert!(tree.html().contains("Lock now"));
    tree.session.lock().await.unwrap();
    tree.session.unlock(GOOD.to_owned()).await.unwrap();
}

#[tokio::test]
async fn right_words_of_another_journal_are_not_called_misspelt() {
    let (mut tree, old) = locked().await;
    tree.session.unlock(GOOD.to_owned()).await.unwrap();
    tree.until("More", |tree| tree.html().contains("Lock now")).await;
    tree.session.new_recovery_words(GOOD.to_owned()).await.unwrap();
    tree.session.lock().await.unwrap();
    tree.until("the lock", |tree| tree.html().contains("Unlock the journal")).await;
    press(&mut tree, "Unlock the journal");
    press(&mut tree, "I have my recovery words");
    type_in(&mut tree, "unlock-words", &old);
    press(&mut tree, "Unlock");
    tree.until("the answer", |tree| tree.html().contains("do not open this journal. No word is misspelt")).await;
}

/// As many wrong passphrases as it takes until there is a wait.
async fn made_to_wait() -> (Tree, String) {
    let (mut tree, words) = locked().await;
    for _ in 0..5 {
        assert!(tree.session.unlock("somebody guesses this".to_owned()).await.is_err());
    }
    tree.until("the wait", |tree| tree.html().contains("You can try again in 1 second.")).await;
    (tree, words)
}

fn main_button(tree: &Tree) -> crate::ui::testing::Found {
    tree.all().into_iter().find(|at| at.attrs.get("class").is_some_and(|class| class == "btn btn-main")).unwrap()
}

#[tokio::test]
async fn after_too_many_tries_it_says_how_long_to_wait_and_lets_her_try_after() {
    let (mut tree, _) = made_to_wait().await;
    assert!(tree.html().contains("The recovery words never wait."));
    assert!(tree.html().contains("5 tries have failed since the journal was last open."), "{}", tree.html());
    assert_eq!(main_button(&tree).attrs["disabled"], "true");
    // Another wrong one, and the wait is longer and counts down.
    tree.clock.run_on(Duration::from_secs(1));
    tree.until("the end of the wait", |tree| !tree.html().contains("You can try again")).await;
    assert_eq!(main_button(&tree).attrs["disabled"], "false");
    type_in(&mut tree, "unlock-passphrase", "somebody guesses this");
    press(&mut tree, "Unlock");
    tree.until("the next wait", |tree| tree.html().contains("You can try again in 2 seconds.")).await;
    tree.clock.run_on(Duration::from_secs(1));
    tree.until("a second less", |tree| tree.html().contains("You can try again in 1 second.")).await;
    tree.clock.run_on(Duration::from_secs(1));
    tree.until("the end of the wait", |tree| !tree.html().contains("You can try again")).await;
    type_in(&mut tree, "unlock-passphrase", GOOD);
    press(&mut tree, "Unlock");
    tree.until("More", |tree| tree.html().contains("Lock now")).await;
}

#[tokio::test]
async fn the_enter_key_gets_around_no_wait_and_999_waits_for_none() {
    let (mut tree, _) = made_to_wait().await;
    type_in(&mut tree, "unlock-passphrase", GOOD);
    let field = tree.having("id", "unlock-passphrase").unwrap();
    tree.key(&field, Key::Enter);
    tree.calm().await;
    assert_eq!(tree.session.status().borrow().failed, 5);
    assert!(tree.html().contains("You can try again in 1 second."));
    let pill = tree.having("href", "tel:999").unwrap();
    tree.tap(&pill);
    assert_eq!(tree.phone.calls().len(), 1);
}

#[tokio::test]
async fn the_recovery_words_open_at_once_while_a_passphrase_would_have_to_wait() {
    let (mut tree, words) = made_to_wait().await;
    press(&mut tree, "I have my recovery words");
    assert!(!tree.html().contains("You can try again"));
    type_in(&mut tree, "unlock-words", &words);
    press(&mut tree, "Unlock");
    tree.until("that it is open", |tree| tree.session.status().borrow().vault == VaultState::Open).await;
}

/// A locked journal with a PIN, at the lock.
async fn locked_with_pin() -> Tree {
    let mut tree = Tree::with_device(Arc::new(HandSecret::of([3; 32])));
    tree.session.set_up(GOOD.to_owned()).await.unwrap();
    tree.session.add_pin(GOOD.to_owned(), "493817".to_owned()).await.unwrap();
    tree.session.lock().await.unwrap();
    tree.until("More", |tree| tree.html().contains("Lock, recovery words")).await;
    press(&mut tree, "More");
    press(&mut tree, "Unlock the journal");
    press(&mut tree, "I have a PIN");
    tree
}

fn press_pin(tree: &mut Tree, digits: &str) {
    for digit in digits.chars() {
        let key = tree.pad(&digit.to_string());
        tree.tap(&key);
    }
}

#[tokio::test]
async fn a_pin_is_pressed_on_buttons_and_the_page_never_gets_it() {
    let mut tree = locked_with_pin().await;
    assert!(tree.all().iter().all(|at| at.tag != "input" && at.tag != "textarea"), "a text field takes it");
    press_pin(&mut tree, "4938");
    let key = tree.pad("Take the last digit away");
    tree.tap(&key);
    let pad = tree.having("data-pin", "").unwrap();
    for digit in ["8", "1", "x", "Enter", "7"] {
        tree.key(&pad, Key::Character(digit.to_owned()));
    }
    assert!(tree.html().contains("6 digits"), "{}", tree.html());
    assert!(!tree.html().contains("493817") && !tree.html().contains("4938"));
    press(&mut tree, "Unlock");
    tree.until("More", |tree| tree.html().contains("Lock now")).await;
}

#[tokio::test]
async fn a_wrong_pin_is_answered_in_words_and_the_pad_is_empty_again() {
    let mut tree = locked_with_pin().await;
    press_pin(&mut tree, "493818");
    press(&mut tree, "Unlock");
    tree.until("the answer", |tree| tree.having("class", "field-wrong").is_some()).await;
    assert!(tree.having("class", "field-wrong").unwrap().text.contains("Nothing is lost"));
    assert!(tree.html().contains("Nothing pressed yet"));
    press(&mut tree, "I have my passphrase");
    assert!(tree.having("class", "field-wrong").is_none());
    type_in(&mut tree, "unlock-passphrase", GOOD);
    press(&mut tree, "Unlock");
    tree.until("More", |tree| tree.html().contains("Lock now")).await;
}

#[tokio::test]
async fn where_the_device_keeps_no_secret_no_pin_is_offered() {
    let (tree, _) = locked().await;
    assert!(!tree.html().contains("I have a PIN"));
}

#[tokio::test]
async fn the_lock_has_999_and_leave() {
    let (mut tree, _) = locked().await;
    let pill = tree.having("href", "tel:999").unwrap();
    tree.tap(&pill);
    assert_eq!(tree.phone.calls().len(), 1);
    assert!(tree.html().contains("data-leave"));
}

#[tokio::test]
async fn a_journal_that_another_window_unlocked_needs_no_second_passphrase() {
    let (mut tree, _) = locked().await;
    tree.session.unlock(GOOD.to_owned()).await.unwrap();
    tree.until("More", |tree| tree.html().contains("Lock now")).await;
}

#[tokio::test]
async fn what_is_damaged_is_told_after_it_is_open_and_then_she_goes_on() {
    let (mut tree, _) = locked().await;
    tree.session.unlock(GOOD.to_owned()).await.unwrap();
    tree.session.fill_with_demo().await.unwrap();
    tree.until("More", |tree| tree.html().contains("Lock now")).await;
    tree.session.lock().await.unwrap();
    let papers = tree.packs.parent().unwrap().join("papers");
    let logs = ["a.db", "b.db"].map(|name| papers.join(name));
    // The other one was never begun.
    let log = logs.iter().max_by_key(|log| std::fs::metadata(log).unwrap().len()).unwrap();
    let mut bytes = std::fs::read(log).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 6000].fill(0x5a);
    std::fs::write(log, bytes).unwrap();
    tree.until("the lock", |tree| tree.html().contains("Unlock the journal")).await;
    press(&mut tree, "Unlock the journal");
    type_in(&mut tree, "unlock-passphrase", GOOD);
    press(&mut tree, "Unlock");
    tree.until("what is damaged", |tree| tree.html().contains("Part of the journal is damaged")).await;
    assert!(tree.having("href", "tel:999").is_some());
    assert!(tree.having("class", "note").is_some_and(|note| !note.text.is_empty()));
    press(&mut tree, "Go on");
    tree.until("More", |tree| tree.html().contains("Lock now")).await;
}
