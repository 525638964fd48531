#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use crate::domain::ports::{Icons, Lifecycle, PhoneError, Worn};
use crate::platform::recording::{Call, Can};
use crate::session::VaultState;
use crate::ui::testing::Tree;
use screenshots::turn;
use std::sync::{Arc, Mutex};

mod reminders;
mod screenshots;

const PASSPHRASE: &str = "four plain words here";

pub(super) fn press(tree: &mut Tree, words: &str) {
    let button = tree.find("button", words);
    tree.tap(&button);
}

/// The list, on a phone without a journal.
pub(super) async fn on_this_phone(can: impl FnOnce(&mut Can)) -> Tree {
    open(Tree::on_a_phone(can)).await
}

async fn open(mut tree: Tree) -> Tree {
    tree.until("the row", |tree| tree.html().contains("Its icon, screenshots, a reminder")).await;
    press(&mut tree, "On this phone");
    tree.until("the list", |tree| tree.html().contains("What the phone itself can do")).await;
    tree
}

fn alert(tree: &Tree) -> Option<String> {
    tree.having("role", "alert").map(|found| found.text)
}

fn all(can: &mut Can) {
    (can.icons, can.worn) = (Icons::IconAndName, Some(Worn::Daybook));
    (can.conceals, can.leaves) = (true, true);
}

#[tokio::test]
async fn it_is_reached_without_a_journal_where_the_phone_can_do_something_and_under_more_everywhere() {
    let tree = on_this_phone(all).await;
    assert!(tree.having("href", "tel:999").is_some() && tree.html().contains("data-leave"));
    let mut tree = Tree::inside();
    tree.until("home", |tree| tree.html().contains("It can wait")).await;
    assert!(!tree.html().contains("On this phone"), "it is offered where nothing can be done");
    tree.session.set_up(PASSPHRASE.to_owned()).await.unwrap();
    tree.until("More", |tree| tree.html().contains("Lock, recovery words")).await;
    press(&mut tree, "More");
    press(&mut tree, "On this phone");
    tree.until("the list", |tree| tree.html().contains("What the phone itself can do")).await;
    for said in ["has one icon", "does not remind", "lets no app keep its screen", "lets no app close itself"] {
        assert!(tree.html().contains(said), "{said}");
    }
    assert!(tree.having("role", "switch").is_none());
    assert!(tree.phone.calls().is_empty(), "something was asked of the phone");
}

#[tokio::test]
async fn what_a_new_icon_changes_and_what_not_stands_there_before_the_tap() {
    let mut tree = on_this_phone(all).await;
    press(&mut tree, "The app’s icon");
    for said in [
        "does not hide that the app is there",
        "from “Daybook” to “Calculator”",
        "still list it as “Daybook”",
        "or drop it",
    ] {
        assert!(tree.html().contains(said), "{said}");
    }
    assert!(tree.phone.calls().is_empty());
    press(&mut tree, "Change to the calculator");
    tree.until("the answer", |tree| tree.html().contains("has the calculator’s icon now")).await;
    press(&mut tree, "Change back to the book");
    tree.until("the answer", |tree| tree.html().contains("has the book’s icon now")).await;
    assert_eq!(tree.phone.calls(), [Call::Wear(Worn::Calculator), Call::Wear(Worn::Daybook)]);
}

#[tokio::test]
async fn a_phone_that_names_the_app_in_a_notice_is_said_to_before_the_tap() {
    let mut tree = on_this_phone(|can| (can.icons, can.worn) = (Icons::IconWithNotice, Some(Worn::Daybook))).await;
    press(&mut tree, "The app’s icon");
    assert!(tree.html().contains("puts up a notice at once") && tree.html().contains("Look around first"));
    assert!(!tree.html().contains("from “Daybook” to"), "the name does not change there");
}

#[tokio::test(start_paused = true)]
async fn asked_is_not_changed_what_the_phone_says_afterwards_is_said() {
    for (worn, said) in [(Some(Worn::Daybook), "still says the old icon"), (None, "does not say which icon it is now")]
    {
        let mut tree = on_this_phone(|can| {
            all(can);
            (can.worn, can.wears) = (worn, false);
        })
        .await;
        press(&mut tree, "The app’s icon");
        press(&mut tree, "Change to the calculator");
        tree.until("the answer", |tree| alert(tree).is_some_and(|words| words.contains(said))).await;
        assert!(!tree.html().contains("calculator’s icon now"));
    }
}

#[tokio::test(start_paused = true)]
async fn a_phone_that_says_it_late_is_looked_at_again() {
    let mut tree = on_this_phone(|can| {
        all(can);
        can.wears = false;
    })
    .await;
    press(&mut tree, "The app’s icon");
    press(&mut tree, "Change to the calculator");
    tree.calm().await;
    assert!(tree.html().contains("Asking the phone"));
    tree.phone.can(|can| can.worn = Some(Worn::Calculator));
    tree.until("the answer", |tree| tree.html().contains("has the calculator’s icon now")).await;
}

#[tokio::test]
async fn an_icon_that_was_refused_is_not_said_to_have_changed() {
    let mut tree = on_this_phone(|can| {
        all(can);
        can.fails = Some(PhoneError::Refused);
    })
    .await;
    press(&mut tree, "The app’s icon");
    press(&mut tree, "Change to the calculator");
    tree.until("the answer", |tree| alert(tree).is_some_and(|words| words.contains("did not change it"))).await;
    // Half of it, which leaves two icons in the list.
    tree.phone.can(|can| can.worn = None);
    press(&mut tree, "Change to the calculator");
    tree.until("the answer", |tree| alert(tree).is_some_and(|words| words.contains("There may be two of them"))).await;
}

#[tokio::test]
async fn closing_the_app_locks_the_journal_first() {
    let mut tree = Tree::on_a_phone(all);
    tree.session.set_up(PASSPHRASE.to_owned()).await.unwrap();
    tree.until("More", |tree| tree.html().contains("Lock, recovery words")).await;
    press(&mut tree, "More");
    press(&mut tree, "On this phone");
    assert!(tree.html().contains("Leave, at the bottom of each screen"), "what Leave does in its place is not said");
    let (session, seen) = (tree.session.clone(), Arc::new(Mutex::new(None)));
    let at = seen.clone();
    tree.phone.when_left(move || *at.lock().unwrap() = Some(session.status().borrow().vault));
    press(&mut tree, "Close the app and take it out");
    tree.until("home", |tree| tree.html().contains("In danger now?")).await;
    assert_eq!(*seen.lock().unwrap(), Some(VaultState::Locked), "it was closed before it was locked");
    assert_eq!(tree.phone.calls(), [Call::Leave]);
}

#[tokio::test]
async fn an_app_that_did_not_close_says_so_and_that_the_journal_is_locked() {
    let mut tree = on_this_phone(|can| {
        all(can);
        can.fails = Some(PhoneError::Refused);
    })
    .await;
    press(&mut tree, "Close the app and take it out");
    tree.until("the answer", |tree| alert(tree).is_some()).await;
    assert_eq!(alert(&tree).unwrap(), "The app did not close. Take it out of the list of recent apps by hand.");
    tree.session.set_up(PASSPHRASE.to_owned()).await.unwrap();
    press(&mut tree, "Close the app and take it out");
    tree.until("the answer", |tree| alert(tree).is_some_and(|words| words.contains("The journal is locked."))).await;
    assert_eq!(tree.session.status().borrow().vault, VaultState::Locked);
    assert!(!alert(&tree).unwrap().contains("is kept"), "whether it could be kept nobody asked");
}

#[tokio::test]
async fn an_app_that_did_not_close_says_nothing_of_a_lock_where_none_is_known() {
    let tree = Tree::on_a_phone(all);
    tree.session.set_up(PASSPHRASE.to_owned()).await.unwrap();
    let home = tree.close();
    // What is left of a journal is neither open nor locked.
    std::fs::remove_file(home.path().join("papers").join("a.keys")).unwrap();
    let mut tree = Tree::started(home, |can| {
        all(can);
        can.fails = Some(PhoneError::Refused);
    });
    tree.until("More", |tree| tree.html().contains("Lock, recovery words")).await;
    assert_eq!(tree.session.status().borrow().vault, VaultState::Incomplete);
    press(&mut tree, "More");
    press(&mut tree, "On this phone");
    press(&mut tree, "Close the app and take it out");
    tree.until("the answer", |tree| alert(tree).is_some()).await;
    assert_eq!(alert(&tree).unwrap(), "The app did not close. Take it out of the list of recent apps by hand.");
}

/// With a reminder, and with screenshots kept out: everything is to be destroyed now.
async fn before_all_goes() -> Tree {
    let mut tree = on_this_phone(all).await;
    tree.reminders.begins();
    turn(&mut tree).await;
    press(&mut tree, "Back");
    press(&mut tree, "On this phone");
    press(&mut tree, "A reminder");
    press(&mut tree, "Set the reminder");
    tree.until("the answer", |tree| tree.html().contains("The reminder is set.")).await;
    tree.session.set_up(PASSPHRASE.to_owned()).await.unwrap();
    press(&mut tree, "On this phone");
    press(&mut tree, "Back");
    tree.until("More", |tree| tree.html().contains("Lock, recovery words")).await;
    press(&mut tree, "More");
    press(&mut tree, "Destroy everything");
    tree.until("the question", |tree| {
        tree.having("id", "destroy-secret").is_some() || tree.html().contains("Without holding")
    })
    .await;
    let secret = tree.all().into_iter().find(|found| found.tag == "input").unwrap();
    tree.write(&secret, PASSPHRASE);
    press(&mut tree, "Without holding");
    let word = tree.having("id", "destroy-word").unwrap();
    tree.write(&word, "destroy");
    tree
}

#[tokio::test]
async fn destroying_everything_takes_the_reminder_and_the_choice_about_screenshots_away() {
    let mut tree = before_all_goes().await;
    press(&mut tree, "Destroy everything now");
    tree.until("as new", |tree| tree.html().contains("It can wait")).await;
    assert_eq!(tree.reminders.is_set(), None);
    assert_eq!(tree.phone.calls(), [Call::Conceal(true), Call::Conceal(false)]);
    assert_eq!(tree.session.on_phone(), Default::default());
}

#[tokio::test]
async fn a_reminder_that_stays_although_everything_was_destroyed_is_said_before_the_app_is_as_new() {
    for goes_on in [true, false] {
        let mut tree = before_all_goes().await;
        tree.reminders.stays(true);
        let before = tree.curtain.shown().epoch;
        press(&mut tree, "Destroy everything now");
        tree.until("that it stays", |tree| alert(tree).is_some()).await;
        assert!(alert(&tree).unwrap().contains("could not be taken away. It may still come."));
        assert!(tree.html().contains("It is destroyed") && tree.having("href", "tel:999").is_some());
        assert_eq!(tree.curtain.shown().epoch, before + 1, "something of the old tree stays");
        assert_eq!(tree.session.status().borrow().vault, VaultState::Nothing);
        assert_eq!(tree.phone.calls().last(), Some(&Call::Conceal(false)));
        if goes_on {
            press(&mut tree, "Go on");
            tree.until("as new", |tree| tree.html().contains("It can wait")).await;
        } else {
            let leave = tree.having("data-leave", "").unwrap();
            tree.down(&leave);
            tree.until("the calculator", |tree| tree.html().contains("Calculator")).await;
        }
        // Leaving itself begins anew.
        let anew = if goes_on { 1 } else { 2 };
        assert_eq!(tree.curtain.shown().epoch, before + anew, "it is made anew once more");
    }
}

#[tokio::test]
async fn what_the_phone_keeps_is_taken_away_and_what_stays_is_said_although_the_app_was_out_of_sight_meanwhile() {
    let mut tree = before_all_goes().await;
    tree.reminders.stays(true);
    press(&mut tree, "Destroy everything now");
    // Before the session has answered: the screen that asked goes.
    tree.hear(Lifecycle::Away);
    tree.hear(Lifecycle::ShortOfMemory);
    tree.hear(Lifecycle::Back);
    tree.until("that it stays", |tree| alert(tree).is_some_and(|words| words.contains("It may still come."))).await;
    assert_eq!(tree.session.status().borrow().vault, VaultState::Nothing);
    assert_eq!(tree.phone.calls().last(), Some(&Call::Conceal(false)));
    assert_eq!(tree.session.on_phone(), Default::default());
    press(&mut tree, "Go on");
    tree.until("as new", |tree| tree.html().contains("It can wait")).await;
}
