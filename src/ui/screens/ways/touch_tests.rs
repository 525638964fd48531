#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use crate::domain::ports::{TouchError, TouchWords};
use crate::platform::recording::HandTouch;
use crate::ui::testing::Tree;
use std::sync::Arc;

const GOOD: &str = "teapot gravel nine lanterns";

fn press(tree: &mut Tree, label: &str) {
    let button = tree.find("button", label);
    tree.tap(&button);
}

fn type_in(tree: &mut Tree, id: &str, text: &str) {
    let field = tree.having("id", id).unwrap_or_else(|| panic!("no field {id}: {}", tree.html()));
    tree.write(&field, text);
}

/// At the list of an open journal, on a phone that knows a finger.
async fn ways() -> (Tree, Arc<HandTouch>) {
    let touch = Arc::new(HandTouch::of(1));
    let mut tree = Tree::with_touch(touch.clone());
    tree.session.set_up(GOOD.to_owned()).await.unwrap();
    tree.until("More", |tree| tree.html().contains("Lock, recovery words")).await;
    press(&mut tree, "More");
    press(&mut tree, "What opens this journal");
    tree.until("the list", |tree| tree.html().contains("Change the passphrase")).await;
    (tree, touch)
}

/// From the list to the passphrase, typed.
fn to_turn_on(tree: &mut Tree, row: &str, passphrase: &str) {
    press(tree, row);
    type_in(tree, "present-passphrase", passphrase);
    press(tree, "Turn it on");
}

#[tokio::test]
async fn it_is_off_and_says_what_it_means_before_it_asks_for_the_passphrase() {
    let (mut tree, touch) = ways().await;
    assert!(tree.html().contains("No finger or face") && !tree.session.touch_is_on());
    press(&mut tree, "Turn it on");
    for words in [
        "whoever it belongs to",
        "Look in the phone’s settings first",
        "while you sleep",
        "A second passphrase does not help then",
        "When a finger or face is added to this phone, it ends.",
        "Typing is safer.",
    ] {
        assert!(tree.html().contains(words), "not said: {words}");
    }
    press(&mut tree, "Turn it on");
    assert!(tree.html().contains("Type your passphrase here."));
    assert!(touch.asked().is_empty() && !touch.has_key(), "nothing comes up before the passphrase");
    assert!(tree.having("href", "tel:999").is_some() && tree.html().contains("data-leave"));
}

#[tokio::test]
async fn it_is_turned_on_with_the_passphrase_and_off_without() {
    let (mut tree, touch) = ways().await;
    to_turn_on(&mut tree, "Turn it on", GOOD);
    tree.until("that it is done", |tree| tree.html().contains("A finger or face opens the journal on this phone."))
        .await;
    assert!(tree.session.touch_is_on());
    // The system's question can be read by anybody.
    assert_eq!(touch.asked(), [TouchWords { title: "Open".to_owned(), cancel: "Cancel".to_owned() }]);
    press(&mut tree, "Go on");
    tree.until("the list", |tree| tree.html().contains("Turn it off")).await;
    assert!(tree.html().contains("Every finger and face that this phone knows opens the journal."));
    press(&mut tree, "Turn it off");
    tree.until("that it is off", |tree| tree.html().contains("No finger or face")).await;
    assert!(!tree.session.touch_is_on() && !touch.has_key());
    assert_eq!(touch.asked().len(), 1);
}

#[tokio::test]
async fn a_wrong_passphrase_is_said_beside_its_field_and_the_phone_is_not_asked() {
    let (mut tree, touch) = ways().await;
    to_turn_on(&mut tree, "Turn it on", "somebody guesses this");
    tree.until("the answer", |tree| tree.html().contains("That is not your passphrase. Nothing was changed.")).await;
    assert_eq!(tree.session.status().borrow().failed, 1);
    assert!(touch.asked().is_empty() && !touch.has_key() && !tree.session.touch_is_on());
}

#[tokio::test]
async fn whatever_the_phone_answers_is_said_and_it_stays_off() {
    let (mut tree, touch) = ways().await;
    press(&mut tree, "Turn it on");
    for (answer, words, to_do) in [
        (
            TouchError::TurnedAway,
            "did not get a finger or face that it knows",
            "Try again, or keep to your passphrase.",
        ),
        (TouchError::LockedOut, "wants its own screen lock first", "Lock the phone and unlock it with its code."),
        (TouchError::NoAnswer, "The phone did not answer.", "keep to your passphrase"),
        (TouchError::NotOnThisDevice, "has no finger or face to open it with", "Add a finger or face"),
    ] {
        touch.say(Err(answer));
        type_in(&mut tree, "present-passphrase", GOOD);
        press(&mut tree, "Turn it on");
        tree.until(words, |tree| tree.html().contains(words)).await;
        let html = tree.html();
        assert!(html.contains("It is off. Nothing else was changed.") && html.contains(to_do), "{html}");
        assert!(!tree.session.touch_is_on() && !touch.has_key(), "{answer:?}");
        // It was wiped, and is asked for again.
        press(&mut tree, "Turn it on");
        assert!(tree.html().contains("Type your passphrase here."));
    }
}

#[tokio::test]
async fn a_device_without_a_finger_or_face_is_offered_nothing_but_turning_off() {
    let (mut tree, touch) = ways().await;
    to_turn_on(&mut tree, "Turn it on", GOOD);
    tree.until("that it is done", |tree| tree.html().contains("A finger or face opens the journal on this phone."))
        .await;
    touch.is_here(false);
    press(&mut tree, "Go on");
    tree.until("the list", |tree| tree.html().contains("Turn it off")).await;
    assert!(!tree.html().contains("Turn it on again"));
    press(&mut tree, "Turn it off");
    tree.until("that it is off", |tree| !tree.html().contains("inger or face")).await;
}

#[tokio::test]
async fn one_that_ended_is_turned_on_again() {
    let (mut tree, touch) = ways().await;
    to_turn_on(&mut tree, "Turn it on", GOOD);
    tree.until("that it is done", |tree| tree.html().contains("A finger or face opens the journal on this phone."))
        .await;
    touch.add_a_finger();
    press(&mut tree, "Go on");
    tree.until("the list", |tree| tree.html().contains("Turn it on again")).await;
    to_turn_on(&mut tree, "Turn it on again", GOOD);
    tree.until("that it is done", |tree| tree.html().contains("A finger or face opens the journal on this phone."))
        .await;
    tree.session.lock().await.unwrap();
    tree.session.unlock_with_touch(super::question()).await.unwrap();
}

#[tokio::test]
async fn a_new_key_for_the_journal_says_that_it_ends() {
    let (mut tree, _) = ways().await;
    press(&mut tree, "Somebody may know my recovery words");
    assert!(!tree.html().contains("The finger or face is turned off."));
    press(&mut tree, "Back");
    tree.until("the list", |tree| tree.html().contains("No finger or face")).await;
    to_turn_on(&mut tree, "Turn it on", GOOD);
    tree.until("that it is done", |tree| tree.html().contains("A finger or face opens the journal on this phone."))
        .await;
    press(&mut tree, "Go on");
    tree.until("the list", |tree| tree.html().contains("Turn it off")).await;
    press(&mut tree, "Somebody may know my recovery words");
    assert!(tree.html().contains("The finger or face is turned off. You can turn it on again."));
    type_in(&mut tree, "present-passphrase", GOOD);
    press(&mut tree, "Seal everything anew");
    tree.until("the words", |tree| tree.html().contains("Group 7")).await;
    assert!(tree.html().contains("The finger or face is off now."), "{}", tree.html());
    assert!(!tree.session.touch_is_on());
}
