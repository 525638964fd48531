#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use crate::platform::recording::Call;
use crate::session::VaultState;
use crate::ui::testing::Tree;
use std::time::Duration;

const GOOD: &str = "teapot gravel nine lanterns";

fn press(tree: &mut Tree, label: &str) {
    let button = tree.find("button", label);
    tree.tap(&button);
}

/// The locked journal's first step of recording, from home.
async fn locked() -> Tree {
    let mut tree = Tree::inside();
    tree.session.set_up(GOOD.to_owned()).await.unwrap();
    tree.session.lock().await.unwrap();
    tree.until("home", |tree| tree.html().contains("Lock, recovery words")).await;
    press(&mut tree, "Record what happened");
    tree.until("the offer", |tree| tree.html().contains("Save the time now")).await;
    tree
}

fn vibrations(tree: &Tree) -> usize {
    tree.phone.calls().iter().filter(|call| matches!(call, Call::Vibrate)).count()
}

#[tokio::test]
async fn the_time_is_saved_without_unlocking_and_it_says_that_it_does_not_count_yet() {
    let mut tree = locked().await;
    assert!(tree.html().contains("Get safe first. You can write this later."));
    assert!(tree.having("href", "tel:999").is_some());
    let field = tree.having("id", "mark-words").unwrap();
    tree.write(&field, "By the gate");
    press(&mut tree, "Save the time now");
    tree.until("saved", |tree| tree.html().contains("Until then it does not count.")).await;
    assert!(tree.html().contains("18:42"));
    assert!(!tree.html().contains("By the gate"), "it can be read again");
    assert_eq!(tree.session.status().borrow().vault, VaultState::Locked);
    assert_eq!(vibrations(&tree), 1);
    tree.session.unlock(GOOD.to_owned()).await.unwrap();
    let marks = tree.session.marks().await.unwrap();
    assert_eq!(marks[0].mark.text.as_deref(), Some("By the gate"));
    assert_eq!(marks[0].mark.place, None, "nobody asked for the place");
}

#[tokio::test]
async fn she_can_unlock_instead_and_comes_to_the_first_step() {
    let mut tree = locked().await;
    press(&mut tree, "Unlock to write");
    let field = tree.having("id", "unlock-passphrase").unwrap();
    tree.write(&field, GOOD);
    press(&mut tree, "Unlock");
    tree.until("the first step", |tree| tree.html().contains("Is it happening now?")).await;
}

#[tokio::test(start_paused = true)]
async fn when_it_is_full_it_says_so_and_is_felt_otherwise() {
    let mut tree = locked().await;
    for _ in 0..32 {
        tree.session.capture(crate::session::MarkDraft::default()).await.unwrap();
    }
    press(&mut tree, "Save the time now");
    tree.until("the refusal", |tree| tree.html().contains("No more can be saved")).await;
    assert!(tree.html().contains("nothing of it was replaced"));
    tree.settle(Duration::from_secs(1)).await;
    assert_eq!(vibrations(&tree), 3);
}

#[tokio::test]
async fn after_unlock_the_journal_asks_of_each_and_counts_only_what_she_says_was_her() {
    let mut tree = locked().await;
    press(&mut tree, "Save the time now");
    tree.until("saved", |tree| tree.html().contains("Until then it does not count.")).await;
    let draft = crate::session::MarkDraft { text: Some("somebody's joke".to_owned()), place: None };
    tree.session.capture(draft).await.unwrap();
    press(&mut tree, "Unlock and write more");
    tree.session.unlock(GOOD.to_owned()).await.unwrap();
    tree.until("the first step", |tree| tree.html().contains("Is it happening now?")).await;
    let close = tree.having("aria-label", "Close").unwrap();
    tree.tap(&close);
    tree.until("home", |tree| tree.html().contains("In danger now?")).await;
    press(&mut tree, "Journal");
    tree.until("the question", |tree| tree.html().contains("2 times were saved while it was locked")).await;
    assert!(tree.html().contains("Nothing written yet"), "a mark is counted");
    press(&mut tree, "2 times were saved");
    tree.until("both", |tree| tree.html().contains("somebody's joke") || tree.html().contains("somebody&#39;s joke"))
        .await;
    assert!(tree.html().contains("By whoever held the phone."));
    let aside = tree.all().into_iter().rfind(|found| found.tag == "button" && found.text == "Set it aside").unwrap();
    tree.tap(&aside);
    assert!(tree.html().contains("joke"), "one tap sets nothing aside");
    press(&mut tree, "Tap again to set it aside");
    tree.until("one", |tree| !tree.html().contains("joke")).await;
    press(&mut tree, "It was me: add it");
    tree.until("the entry", |tree| tree.html().contains("Time kept")).await;
    assert_eq!(tree.session.counts().await.unwrap().entries, 1);
    assert!(tree.session.marks().await.unwrap().is_empty());
}

#[tokio::test]
async fn what_was_set_aside_is_found_from_the_journal_and_brought_back() {
    let mut tree = Tree::inside();
    tree.session.set_up(GOOD.to_owned()).await.unwrap();
    for text in ["By the gate", "By the wall"] {
        let draft = crate::session::MarkDraft { text: Some(text.to_owned()), place: None };
        tree.session.capture(draft).await.unwrap();
    }
    for mark in tree.session.marks().await.unwrap() {
        tree.session.set_mark_aside(mark.id).await.unwrap();
    }
    tree.until("home", |tree| tree.html().contains("Lock, recovery words")).await;
    press(&mut tree, "Journal");
    tree.until("the way to them", |tree| tree.html().contains("Set aside: 2 saved times")).await;
    assert!(!tree.html().contains("saved while it was locked"), "nothing waits");
    press(&mut tree, "Set aside: 2 saved times");
    tree.until("both", |tree| tree.html().contains("By the gate") && tree.html().contains("By the wall")).await;
    assert!(tree.html().contains("18:42"), "it says when");
    press(&mut tree, "Bring it back");
    tree.until("the ones that wait", |tree| tree.html().contains("It was me: add it")).await;
    assert!(tree.html().contains("By the gate") && !tree.html().contains("By the wall"));
    tree.until("the other one", |tree| tree.html().contains("Set aside: 1 saved time")).await;
    press(&mut tree, "Set aside: 1 saved time");
    tree.until("it", |tree| tree.html().contains("By the wall")).await;
    press(&mut tree, "Bring it back");
    tree.until("both wait", |tree| tree.html().contains("By the gate") && tree.html().contains("By the wall")).await;
    tree.until("no more aside", |tree| !tree.html().contains("Set aside: ")).await;
    press(&mut tree, "It was me: add it");
    tree.until("the entry", |tree| tree.html().contains("Every version is kept")).await;
    assert_eq!(tree.session.counts().await.unwrap().entries, 1);
}
