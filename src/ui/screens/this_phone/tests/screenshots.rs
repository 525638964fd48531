//! Keeping the screen out of screenshots.

use super::{alert, all, on_this_phone, open, press};
use crate::domain::ports::PhoneError;
use crate::platform::recording::{Call, Can};
use crate::ui::testing::Tree;
use std::sync::{Arc, Mutex};

/// Whether the switch stands on.
fn is_on(tree: &Tree) -> bool {
    tree.having("role", "switch").unwrap().attrs["aria-checked"] == "true"
}

/// Taps the switch, and waits for what the phone answers.
pub(super) async fn turn(tree: &mut Tree) {
    press(tree, "Keep the screen out of screenshots");
    tree.until("the answer", |tree| !tree.html().contains("Asking the phone")).await;
    // A question to the session is answered after what was asked before.
    let _ = tree.session.kept_draft().await;
    tree.calm().await;
}

#[tokio::test]
async fn screenshots_are_kept_out_only_when_she_says_so_and_again_at_the_next_start() {
    let mut tree = on_this_phone(all).await;
    tree.calm().await;
    assert_eq!(tree.phone.calls(), [], "a default was asked for");
    assert!(tree.html().contains("does not stop another camera") && tree.html().contains("accessibility"));
    turn(&mut tree).await;
    assert!(is_on(&tree));
    let mut tree = open(Tree::started(tree.close(), all)).await;
    tree.until("what she chose", is_on).await;
    assert_eq!(tree.phone.calls(), [Call::Conceal(true)]);
    turn(&mut tree).await;
    assert_eq!((is_on(&tree), alert(&tree)), (false, None), "what she turned off is called lost");
    let mut tree = open(Tree::started(tree.close(), all)).await;
    tree.calm().await;
    assert_eq!(tree.phone.calls(), [], "what she turned off came back");
}

#[tokio::test(start_paused = true)]
async fn a_choice_that_does_not_hold_at_the_next_start_is_said() {
    let mut tree = on_this_phone(all).await;
    turn(&mut tree).await;
    let refusing = |can: &mut Can| {
        all(can);
        can.fails = Some(PhoneError::Refused);
    };
    let mut tree = Tree::started(tree.close(), refusing);
    tree.until("all tries", |tree| tree.phone.calls().len() == 5).await;
    let mut tree = open(tree).await;
    tree.until("that it is lost", |tree| alert(tree).is_some()).await;
    assert!(!is_on(&tree));
    assert!(alert(&tree).unwrap().contains("since the app was started the phone has not done it"));
    tree.phone.can(|can| can.fails = None);
    turn(&mut tree).await;
    assert_eq!((alert(&tree), is_on(&tree)), (None, true));
}

#[tokio::test]
async fn while_the_phone_is_still_asked_nothing_is_called_lost_and_what_comes_of_it_is_seen() {
    let mut tree = on_this_phone(all).await;
    turn(&mut tree).await;
    let tree = Tree::started(tree.close(), all);
    let (go_on, waits) = std::sync::mpsc::channel::<()>();
    let waits = Mutex::new(waits);
    tree.phone.when_concealed(move || {
        let _ = waits.lock().unwrap().recv();
    });
    // The phone does not answer, and every screen goes on.
    let mut tree = open(tree).await;
    tree.until("that it is asked", |tree| tree.html().contains("Asking the phone")).await;
    assert_eq!((is_on(&tree), alert(&tree)), (false, None), "it is called lost while the phone is asked");
    drop(go_on);
    tree.until("what came of it", is_on).await;
    tree.until("the end of asking", |tree| !tree.html().contains("Asking the phone")).await;
    assert_eq!(alert(&tree), None);
}

#[tokio::test]
async fn the_phone_is_never_asked_where_the_screen_is_drawn() {
    let mut tree = on_this_phone(all).await;
    let threads = Arc::new(Mutex::new(Vec::new()));
    let note = |tree: &Tree| {
        let threads = threads.clone();
        tree.phone.when_concealed(move || threads.lock().unwrap().push(std::thread::current().id()));
    };
    note(&tree);
    turn(&mut tree).await;
    turn(&mut tree).await;
    turn(&mut tree).await;
    let mut tree = Tree::started(tree.close(), all);
    note(&tree);
    tree.until("the try at the start", |tree| tree.phone.calls().len() == 1).await;
    let threads = threads.lock().unwrap();
    assert_eq!(threads.len(), 4);
    assert!(!threads.contains(&std::thread::current().id()), "a tap on 999 would wait for it");
}

#[tokio::test]
async fn a_choice_is_carried_through_although_she_is_on_another_screen_by_then() {
    let mut tree = on_this_phone(all).await;
    let (go_on, waits) = std::sync::mpsc::channel::<()>();
    let waits = Mutex::new(waits);
    tree.phone.when_concealed(move || {
        let _ = waits.lock().unwrap().recv();
    });
    press(&mut tree, "Keep the screen out of screenshots");
    tree.until("that it is asked", |tree| tree.html().contains("Asking the phone")).await;
    press(&mut tree, "Back");
    drop(go_on);
    tree.until("the choice", |tree| tree.session.on_phone().concealed).await;
    let tree = open(tree).await;
    assert!(is_on(&tree));
}

#[tokio::test]
async fn a_switch_that_the_phone_does_not_follow_stays_where_it_was_and_nobody_is_told_that_it_is_hidden() {
    let mut tree = on_this_phone(|can| {
        all(can);
        can.fails = Some(PhoneError::Refused);
    })
    .await;
    turn(&mut tree).await;
    assert!(alert(&tree).unwrap().contains("Take it that screenshots can be taken"));
    assert!(!is_on(&tree) && !tree.session.on_phone().concealed);
    tree.phone.can(|can| can.fails = None);
    turn(&mut tree).await;
    tree.phone.can(|can| can.fails = Some(PhoneError::NotOnThisDevice));
    turn(&mut tree).await;
    assert!(alert(&tree).unwrap().contains("This phone cannot. It is as it was."));
    assert!(is_on(&tree) && tree.session.on_phone().concealed);
}

#[tokio::test]
async fn where_only_half_of_turning_it_off_was_done_the_switch_does_not_say_that_it_holds() {
    let mut tree = on_this_phone(all).await;
    turn(&mut tree).await;
    assert!(is_on(&tree));
    tree.phone.can(|can| can.fails = Some(PhoneError::Refused));
    turn(&mut tree).await;
    assert!(alert(&tree).unwrap().contains("Screenshots may still be kept out until the app is closed."));
    assert!(!is_on(&tree), "nobody knows that it holds");
    assert!(!tree.session.on_phone().concealed, "what she turned off comes back at the next start");
    press(&mut tree, "Back");
    let tree = open(tree).await;
    assert_eq!((is_on(&tree), alert(&tree)), (false, None), "what she turned off is called lost");
}

#[tokio::test]
async fn where_screenshots_are_always_kept_out_there_is_no_switch_that_says_otherwise() {
    let tree = on_this_phone(|can| {
        all(can);
        can.conceals_always = true;
    })
    .await;
    assert!(tree.having("role", "switch").is_none());
    assert!(tree.html().contains("It cannot be turned off"));
}
