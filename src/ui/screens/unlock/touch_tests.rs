#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use crate::domain::SecretClass;
use crate::domain::ports::{TouchError, TouchWords};
use crate::platform::recording::HandTouch;
use crate::session::{SecondSecret, VaultState};
use crate::ui::testing::Tree;
use std::sync::Arc;

const GOOD: &str = "teapot gravel nine lanterns";
const SECOND: &str = "milk bread and birthdays";
const BUTTON: &str = "Use finger or face";

fn press(tree: &mut Tree, label: &str) {
    let button = tree.find("button", label);
    tree.tap(&button);
}

fn type_in(tree: &mut Tree, id: &str, text: &str) {
    let field = tree.having("id", id).unwrap();
    tree.write(&field, text);
}

fn words() -> TouchWords {
    TouchWords { title: "Open".to_owned(), cancel: "Cancel".to_owned() }
}

/// A locked journal at the lock, on a phone that knows a finger; turned on or not.
async fn locked(on: bool) -> (Tree, Arc<HandTouch>) {
    let touch = Arc::new(HandTouch::of(1));
    let mut tree = Tree::with_touch(touch.clone());
    tree.session.set_up(GOOD.to_owned()).await.unwrap();
    if on {
        tree.session.turn_touch_on(GOOD.to_owned(), words()).await.unwrap();
        tree.session.set_second_secret(SecondSecret::Passphrase(SECOND.to_owned())).await.unwrap();
    }
    tree.session.lock().await.unwrap();
    tree.until("More", |tree| tree.html().contains("Lock, recovery words")).await;
    press(&mut tree, "More");
    press(&mut tree, "Unlock the journal");
    assert!(tree.html().contains("Your journal is locked"));
    (tree, touch)
}

#[tokio::test]
async fn a_finger_opens_the_journal_after_a_tap_and_never_by_itself() {
    let (mut tree, touch) = locked(true).await;
    tree.calm().await;
    assert_eq!(touch.asked().len(), 1, "only when it was turned on");
    assert!(tree.having("id", "unlock-passphrase").is_some(), "the field stays");
    press(&mut tree, BUTTON);
    tree.until("More", |tree| tree.html().contains("Lock now")).await;
    assert_eq!(tree.session.status().borrow().with, Some(SecretClass::Touch));
    assert_eq!(touch.asked()[1], words());
    press(&mut tree, "Who opened it");
    tree.until("the list", |tree| tree.html().contains("Opened with the finger or face")).await;
}

#[tokio::test]
async fn where_it_is_off_there_is_no_button() {
    let (tree, touch) = locked(false).await;
    assert!(!tree.html().contains("finger or face"));
    assert!(touch.asked().is_empty());
}

#[tokio::test]
async fn one_that_was_turned_away_says_nothing_and_typing_opens() {
    let (mut tree, touch) = locked(true).await;
    touch.say(Err(TouchError::TurnedAway));
    press(&mut tree, BUTTON);
    tree.until("the button", |tree| touch.asked().len() == 2 && tree.html().contains(BUTTON)).await;
    assert!(tree.having("class", "field-wrong").is_none() && tree.having("role", "alert").is_none());
    assert_eq!(tree.session.failed_tries(), 0);
    type_in(&mut tree, "unlock-passphrase", GOOD);
    press(&mut tree, "Unlock");
    tree.until("More", |tree| tree.html().contains("Lock now")).await;
}

#[tokio::test]
async fn each_way_in_which_the_phone_does_not_help_is_said_and_typing_opens() {
    let (mut tree, touch) = locked(true).await;
    for (answer, said, to_do) in [
        (TouchError::LockedOut, "the phone wants its own screen lock first", "unlock it with its code"),
        (TouchError::NoAnswer, "The phone did not answer.", "Type your passphrase, or try again."),
        (TouchError::Gone, "The finger or face has ended.", "turn it on again"),
        (TouchError::NotOnThisDevice, "This device has no finger or face", "Type your passphrase."),
    ] {
        touch.say(Err(answer));
        press(&mut tree, BUTTON);
        tree.until(said, |tree| tree.html().contains(said)).await;
        let html = tree.html();
        assert!(html.contains("This was not counted as a wrong try.") && html.contains(to_do), "{html}");
        assert!(tree.having("id", "unlock-passphrase").is_some());
    }
    assert_eq!(tree.session.failed_tries(), 0);
    type_in(&mut tree, "unlock-passphrase", GOOD);
    press(&mut tree, "Unlock");
    tree.until("More", |tree| tree.html().contains("Lock now")).await;
}

#[tokio::test]
async fn after_a_finger_was_added_it_says_that_it_ended_and_whose_to_look_for() {
    let (mut tree, touch) = locked(true).await;
    touch.add_a_finger();
    press(&mut tree, BUTTON);
    tree.until("the answer", |tree| tree.html().contains("when one is added to this phone")).await;
    assert!(tree.html().contains("whose fingers and faces are there"));
    assert!(tree.html().contains(BUTTON), "it says so to whoever comes next, too");
    assert_eq!(tree.session.status().borrow().vault, VaultState::Locked);
}

#[tokio::test]
async fn another_device_mixes_something_else_and_it_is_refused_in_words() {
    let (mut tree, touch) = locked(true).await;
    crate::domain::ports::Touch::prepare(&*touch).unwrap();
    press(&mut tree, BUTTON);
    tree.until("the answer", |tree| tree.html().contains("does not open this journal any more")).await;
    assert_eq!(tree.session.failed_tries(), 0);
}

#[tokio::test]
async fn no_wait_holds_it_back_and_it_hides_no_failed_tries() {
    let (mut tree, _) = locked(true).await;
    for _ in 0..5 {
        assert!(tree.session.unlock("somebody guesses this".to_owned()).await.is_err());
    }
    tree.until("the wait", |tree| tree.html().contains("You can try again in 1 second.")).await;
    press(&mut tree, BUTTON);
    tree.until("More", |tree| tree.html().contains("Lock now")).await;
    press(&mut tree, "Who opened it");
    tree.until("the list", |tree| tree.html().contains("5 failed tries before it")).await;
}

#[tokio::test]
async fn notes_that_were_opened_while_the_question_stood_stay_on_the_screen() {
    let (mut tree, touch) = locked(true).await;
    let session = tree.session.clone();
    let (tell, told) = std::sync::mpsc::channel();
    touch.when_asked(move || {
        let (session, tell) = (session.clone(), tell.clone());
        // The screen's own thread may not wait.
        let typing = std::thread::spawn(move || session.unlock(SECOND.to_owned()).wait());
        tell.send(typing.join().unwrap()).unwrap();
    });
    press(&mut tree, BUTTON);
    tree.until("the notes", |tree| tree.session.status().borrow().vault == VaultState::Notes).await;
    told.recv().unwrap().unwrap();
    tree.calm().await;
    assert_eq!(tree.session.status().borrow().vault, VaultState::Notes);
}

#[tokio::test]
async fn leaving_while_the_phone_asks_opens_nothing() {
    let (mut tree, touch) = locked(true).await;
    let (curtain, session) = (tree.curtain.clone(), tree.session.clone());
    touch.when_asked(move || {
        curtain.fall();
        drop(session.lock());
    });
    press(&mut tree, BUTTON);
    tree.until("the calculator", |tree| !tree.html().contains("Your journal is locked")).await;
    tree.calm().await;
    tree.session.lock().await.unwrap();
    assert_eq!(tree.session.status().borrow().epoch, 1, "it was open only when it was set up");
}
