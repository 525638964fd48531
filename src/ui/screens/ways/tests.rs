#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use crate::domain::SecretClass;
use crate::platform::desktop::device::SoftwareSecret;
use crate::platform::hardware::SOFTWARE;
use crate::platform::recording::HandSecret;
use crate::t;
use crate::ui::testing::Tree;
use std::sync::Arc;

const GOOD: &str = "teapot gravel nine lanterns";
const NEW: &str = "eleven quiet saucepans";

fn press(tree: &mut Tree, label: &str) {
    let button = tree.find("button", label);
    tree.tap(&button);
}

fn type_in(tree: &mut Tree, id: &str, text: &str) {
    let field = tree.having("id", id).unwrap_or_else(|| panic!("no field {id}: {}", tree.html()));
    tree.write(&field, text);
}

fn press_pin(tree: &mut Tree, digits: &str) {
    for digit in digits.chars() {
        let key = tree.pad(&digit.to_string());
        tree.tap(&key);
    }
}

/// At the list of an open journal; on a device with a secret of its own, or on one without.
async fn ways(device: bool) -> Tree {
    opened(if device { Tree::with_device(Arc::new(HandSecret::of([5; 32]))) } else { Tree::inside() }).await
}

async fn opened(mut tree: Tree) -> Tree {
    tree.session.set_up(GOOD.to_owned()).await.unwrap();
    tree.until("More", |tree| tree.html().contains("Lock, recovery words")).await;
    press(&mut tree, "More");
    press(&mut tree, "What opens this journal");
    listed(&mut tree).await;
    tree
}

async fn listed(tree: &mut Tree) {
    tree.until("the list", |tree| tree.html().contains("Change the passphrase")).await;
}

/// A wrong try costs nothing but a try.
async fn opens(tree: &Tree, secret: &str) -> bool {
    tree.session.lock().await.unwrap();
    tree.session.unlock(secret.to_owned()).await.is_ok()
}

async fn classes(tree: &Tree) -> Vec<SecretClass> {
    tree.session.secrets().await.unwrap().into_iter().map(|line| line.class).collect()
}

#[tokio::test]
async fn the_list_names_each_way_in_and_what_it_is_for() {
    let tree = ways(false).await;
    let html = tree.html();
    for words in ["What you type to open it", "This device cannot protect one", "There are no recovery words"] {
        assert!(html.contains(words), "not said: {words}");
    }
    assert!(!html.contains("Choose a PIN"), "a PIN is offered where nothing protects it");
    assert!(tree.having("href", "tel:999").is_some() && html.contains("data-leave"));
}

#[tokio::test]
async fn after_a_change_the_new_passphrase_opens_the_journal_and_the_old_one_does_not() {
    let mut tree = ways(false).await;
    press(&mut tree, "Change the passphrase");
    for (id, text) in [("present-passphrase", GOOD), ("new-passphrase", NEW), ("new-passphrase-again", NEW)] {
        assert_eq!(tree.having("id", id).unwrap().attrs["type"], "password");
        type_in(&mut tree, id, text);
    }
    press(&mut tree, "Change it");
    tree.until("that it is done", |tree| tree.html().contains("The new passphrase opens the journal")).await;
    assert!(tree.html().contains("still open with the old passphrase"));
    assert!(!opens(&tree, GOOD).await);
    assert!(opens(&tree, NEW).await);
}

#[tokio::test]
async fn a_wrong_present_passphrase_changes_nothing_and_is_said_beside_its_field() {
    let mut tree = ways(false).await;
    press(&mut tree, "Change the passphrase");
    type_in(&mut tree, "present-passphrase", "somebody guesses this");
    type_in(&mut tree, "new-passphrase", NEW);
    type_in(&mut tree, "new-passphrase-again", NEW);
    press(&mut tree, "Change it");
    tree.until("the answer", |tree| tree.html().contains("That is not your passphrase. Nothing was changed.")).await;
    assert_eq!(tree.session.status().borrow().failed, 1);
    // The field is empty again, the two below it are not.
    press(&mut tree, "Change it");
    assert!(tree.html().contains("Type your passphrase here."));
    type_in(&mut tree, "present-passphrase", GOOD);
    press(&mut tree, "Change it");
    tree.until("that it is done", |tree| tree.html().contains("The new passphrase opens the journal")).await;
}

#[tokio::test]
async fn a_new_passphrase_that_differs_is_short_or_in_use_is_refused_beside_its_field() {
    let mut tree = ways(false).await;
    press(&mut tree, "Change the passphrase");
    type_in(&mut tree, "present-passphrase", GOOD);
    for (first, again, words) in [
        ("", "", "Type a new passphrase here."),
        (NEW, "eleven quiet saucepan", "The two are not the same."),
        ("short", "short", "That is too short."),
        (GOOD, GOOD, "That one cannot be used here. Nothing was changed."),
    ] {
        type_in(&mut tree, "new-passphrase", first);
        type_in(&mut tree, "new-passphrase-again", again);
        press(&mut tree, "Change it");
        tree.until(words, |tree| tree.html().contains(words)).await;
    }
    assert!(opens(&tree, GOOD).await);
}

#[tokio::test]
async fn guessing_at_the_present_passphrase_has_to_wait_too() {
    let mut tree = ways(false).await;
    press(&mut tree, "Change the passphrase");
    type_in(&mut tree, "new-passphrase", NEW);
    type_in(&mut tree, "new-passphrase-again", NEW);
    for failed in 1..=5 {
        type_in(&mut tree, "present-passphrase", "somebody guesses this");
        press(&mut tree, "Change it");
        tree.until("the answer", |tree| tree.session.status().borrow().failed == failed).await;
        tree.until("a rest", |tree| !tree.html().contains("Changing it")).await;
    }
    tree.until("the wait", |tree| tree.html().contains("You can try again in 1 second.")).await;
    let main = tree.find("button", "Change it");
    assert_eq!(main.attrs["disabled"], "true");
}

#[tokio::test]
async fn where_no_chip_keeps_the_pin_it_is_said_before_one_is_chosen_as_the_desk_program_says_it() {
    let home = tempfile::tempdir().unwrap();
    let mut tree = opened(Tree::with_device(Arc::new(SoftwareSecret::at(home.path().join("seed"))))).await;
    press(&mut tree, "Choose a PIN");
    assert!(tree.html().contains(SoftwareSecret::WARNING), "{}", tree.html());
    assert_eq!(t!("ways-soft-pin.phone"), SOFTWARE);
    let mut tree = ways(true).await;
    press(&mut tree, "Choose a PIN");
    assert!(!tree.html().contains(SoftwareSecret::WARNING), "a chip keeps it");
}

#[tokio::test]
async fn a_pin_is_chosen_changed_and_taken_away() {
    let mut tree = ways(true).await;
    for (row, pin, before) in [("Choose a PIN", "493817", None), ("Change the PIN", "271828", Some("493817"))] {
        press(&mut tree, row);
        type_in(&mut tree, "present-passphrase", GOOD);
        press(&mut tree, "Next");
        assert!(tree.having("id", "present-passphrase").is_none());
        press_pin(&mut tree, pin);
        press(&mut tree, "Next");
        press_pin(&mut tree, pin);
        press(&mut tree, "Keep this PIN");
        tree.until("that it is done", |tree| tree.html().contains("The PIN opens the journal on this device.")).await;
        assert!(opens(&tree, pin).await);
        if let Some(before) = before {
            assert!(!opens(&tree, before).await);
            assert!(opens(&tree, GOOD).await);
        }
        press(&mut tree, "Go on");
        listed(&mut tree).await;
    }
    press(&mut tree, "Take the PIN away");
    assert!(tree.html().contains("The passphrase stays"), "it does not say what stays");
    type_in(&mut tree, "present-passphrase", GOOD);
    press(&mut tree, "Take it away");
    tree.until("that it is done", |tree| tree.html().contains("The PIN opens nothing any more.")).await;
    assert_eq!(classes(&tree).await, [SecretClass::Passphrase]);
    assert!(!opens(&tree, "271828").await);
    assert!(opens(&tree, GOOD).await);
}

#[tokio::test]
async fn a_pin_that_is_too_easy_or_pressed_differently_is_refused_in_words() {
    let mut tree = ways(true).await;
    press(&mut tree, "Choose a PIN");
    type_in(&mut tree, "present-passphrase", GOOD);
    press(&mut tree, "Next");
    press_pin(&mut tree, "12345");
    press(&mut tree, "Next");
    assert!(tree.html().contains("Press six digits or more."));
    press_pin(&mut tree, "6");
    press(&mut tree, "Next");
    press_pin(&mut tree, "123456");
    press(&mut tree, "Keep this PIN");
    tree.until("the answer", |tree| tree.html().contains("That PIN is too easy to guess. Nothing was changed.")).await;
    press_pin(&mut tree, "493817");
    press(&mut tree, "Next");
    press_pin(&mut tree, "493818");
    press(&mut tree, "Keep this PIN");
    assert!(tree.html().contains("The two were not the same."));
    assert_eq!(classes(&tree).await, [SecretClass::Passphrase]);
}

#[tokio::test]
async fn a_wrong_passphrase_chooses_no_pin_and_is_asked_for_again() {
    let mut tree = ways(true).await;
    press(&mut tree, "Choose a PIN");
    type_in(&mut tree, "present-passphrase", "somebody guesses this");
    press(&mut tree, "Next");
    for main in ["Next", "Keep this PIN"] {
        press_pin(&mut tree, "493817");
        press(&mut tree, main);
    }
    tree.until("the answer", |tree| tree.html().contains("That is not your passphrase.")).await;
    assert!(tree.having("id", "present-passphrase").is_some());
    assert_eq!(classes(&tree).await, [SecretClass::Passphrase]);
}

#[tokio::test]
async fn a_pin_is_not_enough_to_change_what_opens_the_journal() {
    let mut tree = ways(true).await;
    tree.session.add_pin(GOOD.to_owned(), "493817".to_owned()).await.unwrap();
    press(&mut tree, "Change the passphrase");
    type_in(&mut tree, "present-passphrase", "493817");
    type_in(&mut tree, "new-passphrase", NEW);
    type_in(&mut tree, "new-passphrase-again", NEW);
    press(&mut tree, "Change it");
    tree.until("the answer", |tree| tree.html().contains("This needs your passphrase. Nothing was changed.")).await;
    assert!(opens(&tree, GOOD).await);
}

/// The words as they stand on the screen.
fn words(tree: &Tree) -> String {
    let item = |at: &crate::ui::testing::Found| at.tag == "b" && at.text.chars().all(|c| c.is_ascii_lowercase());
    tree.all().into_iter().filter(item).map(|at| at.text).collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn new_recovery_words_need_the_passphrase_and_the_old_ones_stop() {
    let mut tree = ways(false).await;
    let old = tree.session.make_recovery_words().await.unwrap().words().collect::<Vec<_>>().join(" ");
    tree.until("the words", |tree| tree.html().contains("Make new recovery words")).await;
    press(&mut tree, "Make new recovery words");
    press(&mut tree, "Write them down now");
    assert!(tree.html().contains("Type your passphrase here."));
    type_in(&mut tree, "present-passphrase", "somebody guesses this");
    press(&mut tree, "Write them down now");
    tree.until("the answer", |tree| tree.html().contains("That is not your passphrase.")).await;
    type_in(&mut tree, "present-passphrase", GOOD);
    press(&mut tree, "Write them down now");
    tree.until("the words", |tree| tree.html().contains("Group 7")).await;
    let new = words(&tree);
    tree.session.lock().await.unwrap();
    assert!(tree.session.unlock_with_words(old).await.is_err());
    tree.session.unlock_with_words(new).await.unwrap();
}

#[tokio::test]
async fn recovery_words_are_taken_away_only_after_it_was_said_what_that_means() {
    let mut tree = ways(false).await;
    tree.session.make_recovery_words().await.unwrap();
    tree.until("the words", |tree| tree.html().contains("Take the recovery words away")).await;
    press(&mut tree, "Take the recovery words away");
    assert!(tree.html().contains("cannot be got back, by anybody"));
    press(&mut tree, "Take it away");
    assert!(tree.html().contains("Type your passphrase here."));
    assert_eq!(classes(&tree).await.len(), 2);
    type_in(&mut tree, "present-passphrase", GOOD);
    press(&mut tree, "Take it away");
    tree.until("that it is done", |tree| tree.html().contains("open nothing here any more")).await;
    assert_eq!(classes(&tree).await, [SecretClass::Passphrase]);
}

#[tokio::test]
async fn when_somebody_may_know_the_words_everything_is_sealed_anew_and_new_words_are_shown() {
    let mut tree = ways(false).await;
    let old = tree.session.make_recovery_words().await.unwrap().words().collect::<Vec<_>>().join(" ");
    press(&mut tree, "Somebody may know my recovery words");
    assert!(tree.html().contains("Backups and packs made before still open with the old ones."));
    type_in(&mut tree, "present-passphrase", GOOD);
    press(&mut tree, "Seal everything anew");
    tree.until("the words", |tree| tree.html().contains("Group 7")).await;
    let new = words(&tree);
    assert_eq!(new.split(' ').count(), 28);
    press(&mut tree, "I have written them down");
    assert!(tree.html().contains("Check what you wrote"));
    tree.session.lock().await.unwrap();
    assert!(tree.session.unlock_with_words(old).await.is_err());
    tree.session.unlock_with_words(new).await.unwrap();
    assert!(opens(&tree, GOOD).await);
}

#[tokio::test]
async fn a_locked_journal_says_so_and_changes_nothing() {
    let mut tree = ways(false).await;
    tree.session.lock().await.unwrap();
    tree.until("that it is locked", |tree| tree.html().contains("The journal is locked.")).await;
    assert!(!tree.html().contains("Change the passphrase"));
    press(&mut tree, "Unlock the journal");
    assert!(tree.html().contains("Your journal is locked"));
}
