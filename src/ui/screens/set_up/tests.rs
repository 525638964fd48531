#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use crate::platform::recording::{Answer, HandSecret};
use crate::session::VaultState;
use crate::ui::disguise::LONG_PRESS;
use crate::ui::quick_exit::{Face, PRACTICE};
use crate::ui::testing::{Tree, WAY_BACK};
use std::sync::Arc;
use std::sync::atomic::Ordering;

const GOOD: &str = "teapot gravel nine lanterns";

/// At the first step, as somebody comes to it from home.
async fn begun() -> Tree {
    let mut tree = Tree::inside();
    tree.until("the offer to set up", |tree| tree.html().contains("It can wait")).await;
    press(&mut tree, "Set-up takes");
    tree
}

fn press(tree: &mut Tree, label: &str) {
    let button = tree.find("button", label);
    tree.tap(&button);
}

fn type_in(tree: &mut Tree, id: &str, text: &str) {
    let field = tree.having("id", id).unwrap_or_else(|| panic!("no field {id}: {}", tree.html()));
    tree.write(&field, text);
}

/// After the passphrase.
async fn with_journal() -> Tree {
    let mut tree = begun().await;
    press(&mut tree, "Next");
    press(&mut tree, "Next");
    type_in(&mut tree, "passphrase", GOOD);
    type_in(&mut tree, "passphrase-again", GOOD);
    press(&mut tree, "Make the journal");
    tree.until("step 4", |tree| tree.html().contains("Step 4 of 5")).await;
    tree
}

fn state(tree: &Tree) -> VaultState {
    tree.session.status().borrow().vault
}

fn all_is_there(tree: &Tree) {
    assert!(tree.having("href", "tel:999").is_some(), "no 999: {}", tree.html());
    assert!(tree.html().contains("data-leave"), "no Leave");
    assert!(tree.all().iter().any(|at| at.tag == "button" && at.text == "Later"), "no Later: {}", tree.html());
}

#[tokio::test]
async fn every_step_has_later_and_999_and_leave() {
    let mut tree = begun().await;
    for step in 1..=3 {
        assert!(tree.html().contains(&format!("Step {step} of 5")));
        all_is_there(&tree);
        if step < 3 {
            press(&mut tree, "Next");
        }
    }
    let mut tree = with_journal().await;
    all_is_there(&tree);
    press(&mut tree, "Somebody I trust");
    all_is_there(&tree);
    press(&mut tree, "Show the words");
    tree.until("the words", |tree| tree.html().contains("Group 7")).await;
    all_is_there(&tree);
    press(&mut tree, "I have written");
    all_is_there(&tree);
    press(&mut tree, "Later");
    assert!(tree.html().contains("Step 5 of 5"));
    all_is_there(&tree);
}

#[tokio::test]
async fn later_before_the_passphrase_leads_home_and_makes_nothing() {
    let mut tree = begun().await;
    press(&mut tree, "Later");
    assert!(tree.html().contains("In danger now?"));
    assert_eq!(state(&tree), VaultState::Nothing);
}

#[tokio::test]
async fn later_after_the_passphrase_keeps_the_journal() {
    let mut tree = with_journal().await;
    press(&mut tree, "Later");
    press(&mut tree, "Later");
    assert_eq!(state(&tree), VaultState::Open);
    assert!(tree.find("h1", "").text.contains("Journal"), "{}", tree.html());
}

#[tokio::test]
async fn a_short_passphrase_is_said_beside_the_field_and_nothing_is_made() {
    let mut tree = begun().await;
    press(&mut tree, "Next");
    press(&mut tree, "Next");
    type_in(&mut tree, "passphrase", "short");
    type_in(&mut tree, "passphrase-again", "short");
    press(&mut tree, "Make the journal");
    tree.until("the words beside it", |tree| tree.having("class", "field-wrong").is_some()).await;
    assert!(tree.having("class", "field-wrong").unwrap().text.starts_with("That is too short."));
    assert_eq!(state(&tree), VaultState::Nothing);
}

#[tokio::test]
async fn two_passphrases_that_differ_make_nothing() {
    let mut tree = begun().await;
    press(&mut tree, "Next");
    press(&mut tree, "Next");
    type_in(&mut tree, "passphrase", GOOD);
    type_in(&mut tree, "passphrase-again", "something else that is long");
    press(&mut tree, "Make the journal");
    tree.calm().await;
    assert!(tree.having("class", "field-wrong").unwrap().text.contains("not the same"));
    assert_eq!(state(&tree), VaultState::Nothing);
}

#[tokio::test]
async fn a_passphrase_can_be_shown_and_is_typed_twice_all_the_same() {
    let mut tree = begun().await;
    press(&mut tree, "Next");
    press(&mut tree, "Next");
    assert_eq!(tree.having("id", "passphrase").unwrap().attrs["type"], "password");
    type_in(&mut tree, "passphrase", GOOD);
    press(&mut tree, "Show what I type");
    for id in ["passphrase", "passphrase-again"] {
        assert_eq!(tree.having("id", id).unwrap().attrs["type"], "text", "{id}");
    }
    press(&mut tree, "Make the journal");
    tree.calm().await;
    assert!(tree.having("class", "field-wrong").unwrap().text.contains("not the same"));
    type_in(&mut tree, "passphrase-again", GOOD);
    press(&mut tree, "Make the journal");
    tree.until("step 4", |tree| tree.html().contains("Step 4 of 5")).await;
    assert_eq!(state(&tree), VaultState::Open);
}

/// At the pad, on a phone that keeps a secret of its own.
async fn at_pin() -> Tree {
    let mut tree = Tree::with_device(Arc::new(HandSecret::of([3; 32])));
    tree.until("the offer to set up", |tree| tree.html().contains("It can wait")).await;
    press(&mut tree, "Set-up takes");
    press(&mut tree, "Next");
    press(&mut tree, "Next");
    type_in(&mut tree, "passphrase", GOOD);
    type_in(&mut tree, "passphrase-again", GOOD);
    press(&mut tree, "Make the journal");
    tree.until("the pad", |tree| tree.html().contains("A PIN as well?")).await;
    tree
}

fn press_pin(tree: &mut Tree, digits: &str) {
    for digit in digits.chars() {
        let key = tree.pad(&digit.to_string());
        tree.tap(&key);
    }
}

#[tokio::test]
async fn on_a_phone_that_can_protect_one_a_pin_is_offered_and_opens_the_journal() {
    let mut tree = at_pin().await;
    assert!(tree.html().contains("Step 3 of 5"));
    press_pin(&mut tree, "493817");
    press(&mut tree, "Next");
    press_pin(&mut tree, "493816");
    press(&mut tree, "Keep this PIN");
    assert!(tree.html().contains("were not the same"), "{}", tree.html());
    for again in ["Next", "Keep this PIN"] {
        press_pin(&mut tree, "493817");
        press(&mut tree, again);
    }
    tree.until("step 4", |tree| tree.html().contains("Step 4 of 5")).await;
    tree.session.lock().await.unwrap();
    tree.session.unlock("493817".to_owned()).await.unwrap();
    tree.session.lock().await.unwrap();
    tree.session.unlock(GOOD.to_owned()).await.unwrap();
}

#[tokio::test]
async fn a_pin_can_wait_and_the_passphrase_is_enough() {
    let mut tree = at_pin().await;
    press(&mut tree, "Not now");
    assert!(tree.html().contains("Step 4 of 5"));
    assert_eq!(tree.session.secrets().await.unwrap().len(), 1);
}

#[tokio::test]
async fn the_sheet_to_print_has_the_words_in_order_and_a_code_of_them() {
    let mut tree = Tree::with(Face::Inside, Answer::ShowsInstead);
    tree.until("the offer to set up", |tree| tree.html().contains("It can wait")).await;
    tree.session.set_up(GOOD.to_owned()).await.unwrap();
    press(&mut tree, "Set-up takes");
    for _ in 0..3 {
        press(&mut tree, "Next");
    }
    press(&mut tree, "Write them down");
    tree.until("the words", |tree| tree.html().contains("Group 7")).await;
    let made = words(&tree);
    press(&mut tree, "Print them on a sheet");
    assert_eq!(words(&tree), made);
    let paper = tree.find("section", "Words to keep");
    assert_eq!(paper.attrs["class"], "paper");
    // Some of the list's words would be telling anywhere else.
    let said = made.iter().fold(paper.text.to_lowercase(), |text, word| text.replacen(word.as_str(), "", 1));
    for telling in ["steadfast", "journal", "recovery", "police", "stalk", "passphrase"] {
        assert!(!said.contains(telling), "the sheet says {telling}: {said}");
    }
    let drawn = crate::ui::components::Drawn::of(&made.join(" ")).unwrap();
    let path = tree.having("class", "qr").expect("a code");
    assert!(path.attrs["aria-label"].contains("28 words"));
    assert!(tree.all().iter().any(|at| at.tag == "path" && at.attrs.get("d").is_some_and(|d| drawn.is(d))));
    press(&mut tree, "Go on without printing");
    assert!(tree.html().contains("Check what you wrote"));
    assert!(words(&tree).is_empty());
}

#[tokio::test]
async fn a_phone_that_cannot_print_says_so() {
    let mut tree = with_journal().await;
    press(&mut tree, "Write them down");
    tree.until("the words", |tree| tree.html().contains("Group 7")).await;
    assert!(tree.html().contains("This phone cannot print from here"));
    assert!(!tree.html().contains("Print them on a sheet"));
}

/// The words as they stand on the screen.
fn words(tree: &Tree) -> Vec<String> {
    let item = |at: &crate::ui::testing::Found| at.tag == "b" && at.text.chars().all(|c| c.is_ascii_lowercase());
    tree.all().into_iter().filter(item).map(|at| at.text).collect()
}

fn asked(tree: &Tree) -> Vec<usize> {
    let labels = tree.all().into_iter().filter(|at| at.tag == "label");
    labels.filter_map(|at| at.text.strip_prefix("Word ").and_then(|number| number.parse().ok())).collect()
}

#[tokio::test]
async fn words_are_asked_back_a_wrong_one_is_pointed_out_and_right_ones_leave_the_tree() {
    let mut tree = with_journal().await;
    press(&mut tree, "Write them down");
    tree.until("the words", |tree| tree.html().contains("Group 7")).await;
    let made = words(&tree);
    assert_eq!(made.len(), 28, "{made:?}");
    press(&mut tree, "I have written");
    assert!(words(&tree).is_empty(), "they are still shown");
    let numbers = asked(&tree);
    let (first, second) = (numbers[0], numbers[1]);
    assert_ne!(first, second);
    type_in(&mut tree, &format!("word-{first}"), &made[first - 1]);
    type_in(&mut tree, &format!("word-{second}"), "pencil case");
    press(&mut tree, "Check them");
    let wrong: Vec<_> =
        tree.all().into_iter().filter(|at| at.attrs.get("class").is_some_and(|class| class == "field-wrong")).collect();
    assert_eq!(wrong.len(), 1);
    assert!(wrong[0].text.contains(&format!("not word {second}")), "{}", wrong[0].text);
    assert_eq!(asked(&tree), numbers, "it asks for others now");
    type_in(&mut tree, &format!("word-{second}"), &made[second - 1].to_uppercase());
    press(&mut tree, "Check them");
    assert!(tree.html().contains("Both words are right"));
    assert!(words(&tree).is_empty());
    tree.session.lock().await.unwrap();
    tree.session.unlock_with_words(made.join(" ")).await.unwrap();
}

/// At the last step.
async fn at_disguise() -> Tree {
    let mut tree = with_journal().await;
    press(&mut tree, "Later");
    tree
}

async fn hold_equals(tree: &mut Tree) {
    let equals = tree.pad("=");
    tree.down(&equals);
    tokio::time::pause();
    tree.settle(LONG_PRESS * 2).await;
    tokio::time::resume();
}

async fn dial(tree: &mut Tree, digits: &str) {
    for digit in digits.chars() {
        let key = tree.pad(&digit.to_string());
        tree.tap(&key);
    }
    hold_equals(tree).await;
}

#[tokio::test]
async fn numbers_that_one_would_call_or_that_do_not_fit_are_refused_in_words() {
    let mut tree = at_disguise().await;
    for (digits, words) in [
        ("999", "call for help"),
        ("112", "call for help"),
        ("101", "call for help"),
        ("08088020300", "call for help"),
        ("123", "4 to 12"),
        ("1234567890123", "4 to 12"),
        ("12a4", "digits only"),
        ("", "Type a number"),
    ] {
        type_in(&mut tree, "way-back", digits);
        press(&mut tree, "Try it now");
        let wrong = tree.having("class", "field-wrong").unwrap_or_else(|| panic!("{digits} was taken"));
        assert!(wrong.text.contains(words), "{digits}: {}", wrong.text);
    }
    assert!(!tree.session.has_way_back());
}

#[tokio::test]
async fn the_number_is_on_only_after_it_led_back_once() {
    let mut tree = at_disguise().await;
    type_in(&mut tree, "way-back", "314159");
    press(&mut tree, "Try it now");
    tree.until("the calculator", |tree| tree.html().contains("data-calculator")).await;
    assert!(!tree.session.has_way_back(), "it is on before it was tried");
    assert_eq!(tree.left.load(Ordering::SeqCst), 0, "practice locked the journal");
    dial(&mut tree, "314158").await;
    assert!(tree.html().contains("data-calculator"), "a wrong number led back");
    let clear = tree.pad("AC");
    tree.tap(&clear);
    dial(&mut tree, "314159").await;
    tree.until("that it worked", |tree| tree.html().contains("It worked")).await;
    assert!(tree.session.has_way_back() && tree.session.leads_back("314159"));
    assert_eq!(state(&tree), VaultState::Open);
}

#[tokio::test]
async fn whoever_forgets_the_new_number_comes_back_as_before_and_it_is_not_on() {
    let mut tree = at_disguise().await;
    type_in(&mut tree, "way-back", "314159");
    press(&mut tree, "Try it now");
    tree.until("the calculator", |tree| tree.html().contains("data-calculator")).await;
    dial(&mut tree, WAY_BACK).await;
    tree.until("the step", |tree| tree.html().contains("is not on yet")).await;
    assert!(!tree.session.has_way_back());
}

#[tokio::test]
async fn a_practice_that_she_is_called_away_from_locks_after_a_while() {
    let mut tree = at_disguise().await;
    type_in(&mut tree, "way-back", "314159");
    press(&mut tree, "Try it now");
    tree.until("the calculator", |tree| tree.html().contains("data-calculator")).await;
    tokio::time::pause();
    tree.settle(PRACTICE + LONG_PRESS).await;
    tokio::time::resume();
    assert_eq!(tree.left.load(Ordering::SeqCst), 1);
    tree.session.lock().await.unwrap();
    dial(&mut tree, "314159").await;
    tree.until("the lock", |tree| tree.html().contains("It is not on yet")).await;
    press(&mut tree, "Unlock");
    type_in(&mut tree, "unlock-passphrase", GOOD);
    press(&mut tree, "Unlock");
    tree.until("that it worked", |tree| tree.html().contains("It worked")).await;
    assert!(tree.session.leads_back("314159"));
}

#[tokio::test]
async fn a_real_leave_ends_a_practice_that_was_not_finished() {
    let mut tree = at_disguise().await;
    type_in(&mut tree, "way-back", "314159");
    press(&mut tree, "Try it now");
    tree.until("the calculator", |tree| tree.html().contains("data-calculator")).await;
    dial(&mut tree, WAY_BACK).await;
    tree.until("the step", |tree| tree.html().contains("is not on yet")).await;
    let leave = tree.find("button", "Leave");
    tree.down(&leave);
    tree.until("the calculator", |tree| tree.html().contains("data-calculator")).await;
    dial(&mut tree, WAY_BACK).await;
    tree.until("home", |tree| tree.html().contains("In danger now?")).await;
}

#[tokio::test]
async fn the_calculators_mark_is_explained_where_the_disguise_is_chosen() {
    let tree = at_disguise().await;
    let html = tree.html();
    assert!(html.contains("A mark that only you know") && html.contains("“0.” and not “0”"), "{html}");
}

#[tokio::test]
async fn what_not_to_do_is_marked_as_that_whatever_language_says_it() {
    let mut tree = begun().await;
    press(&mut tree, "Next");
    let dont: Vec<_> =
        tree.all().into_iter().filter(|at| at.attrs.get("class").is_some_and(|it| it == "dont")).collect();
    assert_eq!(dont.len(), 1);
    assert!(dont[0].text.contains("Do not change settings"), "{}", dont[0].text);
}
