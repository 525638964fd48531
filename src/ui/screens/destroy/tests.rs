#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use crate::domain::{EntryDraft, Kind, RecordId, Told};
use crate::session::{Query, VaultState};
use crate::ui::components::HOLD;
use crate::ui::testing::Tree;
use std::time::Duration;

const GOOD: &str = "teapot gravel nine lanterns";

fn press(tree: &mut Tree, label: &str) {
    let button = tree.find("button", label);
    tree.tap(&button);
}

/// The screen of one entry.
async fn entry(told: Vec<Told>) -> (Tree, RecordId) {
    let mut tree = Tree::inside();
    tree.session.set_up(GOOD.to_owned()).await.unwrap();
    let draft =
        EntryDraft { text: Some("by the wall".to_owned()), kinds: vec![Kind::Seen], told, ..EntryDraft::default() };
    let id = tree.session.record(draft, Vec::new()).await.unwrap();
    press(&mut tree, "Journal");
    tree.until("the entry", |tree| tree.html().contains("by the wall")).await;
    press(&mut tree, "by the wall");
    tree.until("the entry's end", |tree| tree.html().contains("Destroy this entry")).await;
    (tree, id)
}

#[tokio::test]
async fn taking_out_of_packs_stands_before_destroying_and_can_be_taken_back() {
    let (mut tree, id) = entry(Vec::new()).await;
    let html = tree.html();
    assert!(html.find("Take it out of packs").unwrap() < html.find("Destroy this entry").unwrap());
    press(&mut tree, "Take it out of packs");
    tree.until("that it is out", |tree| tree.html().contains("Out of packs and counts")).await;
    assert!(tree.session.entry(id).await.unwrap().withdrawn.is_some());
    assert!(tree.html().contains("by the wall"), "it is still readable");
    press(&mut tree, "Journal");
    tree.until("the mark in the list", |tree| tree.html().contains("Out of packs")).await;
    assert!(!tree.html().contains("Nothing written yet"));
    press(&mut tree, "0 entries, 0 days");
    tree.until("the pattern", |tree| tree.html().contains("The pattern so far")).await;
    assert!(tree.all().iter().any(|found| found.tag == "dt" && found.text == "entries"), "{}", tree.html());
    press(&mut tree, "Journal");
    tree.until("the list", |tree| tree.html().contains("by the wall")).await;
    press(&mut tree, "by the wall");
    tree.until("the way back", |tree| tree.html().contains("Put it back")).await;
    press(&mut tree, "Put it back");
    tree.until("that it is back", |tree| !tree.html().contains("Out of packs and counts")).await;
    assert!(tree.session.entry(id).await.unwrap().withdrawn.is_none());
}

#[tokio::test]
async fn before_destroying_it_says_what_goes_what_may_remain_and_whom_to_ask_first() {
    let police = Told { who: "Police, 101".to_owned(), reference: Some("EX-0417-26".to_owned()), ..Told::default() };
    let (mut tree, id) = entry(vec![police]).await;
    press(&mut tree, "Destroy this entry");
    tree.until("the question", |tree| tree.html().contains("Destroy this entry?")).await;
    let html = tree.html();
    for words in [
        "Ask your officer or solicitor first.",
        "Police, 101, reference EX-0417-26",
        "Take it out of packs instead",
        "What may remain",
        "Backups that were made before",
        "Its number and a check code",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
    assert!(html.find("Ask your officer").unwrap() < html.find("Destroy it").unwrap());
    assert!(!html.to_lowercase().contains("everywhere"));
    press(&mut tree, "Keep it");
    tree.until("the entry", |tree| tree.html().contains("Every version is kept")).await;
    assert!(tree.session.entry(id).await.is_ok());
}

#[tokio::test]
async fn a_destroyed_entry_is_out_of_the_list_and_stands_in_who_opened_it_and_in_the_check() {
    let (mut tree, id) = entry(Vec::new()).await;
    press(&mut tree, "Destroy this entry");
    tree.until("the question", |tree| tree.html().contains("Destroy this entry?")).await;
    assert!(!tree.html().contains("Ask your officer"), "nobody was told");
    press(&mut tree, "Destroy it");
    tree.until("that it is gone", |tree| tree.html().contains("The entry is destroyed")).await;
    assert!(tree.session.entry(id).await.is_err());
    press(&mut tree, "To the journal");
    tree.until("the empty journal", |tree| tree.html().contains("Nothing written yet")).await;
    press(&mut tree, "Home");
    tree.until("More", |tree| tree.html().contains("Lock, recovery words")).await;
    press(&mut tree, "More");
    press(&mut tree, "Who opened it");
    tree.until("the line", |tree| tree.html().contains("Entry destroyed")).await;
    assert!(tree.html().contains("It was record 1."), "{}", tree.html());
    press(&mut tree, "More");
    press(&mut tree, "Check the journal");
    press(&mut tree, "Check now");
    tree.until("the result", |tree| tree.html().contains("All of it holds")).await;
    assert!(tree.html().contains("Destroyed by you") && tree.html().contains("Record 1"));
}

/// The screen that destroys everything, over one entry.
async fn everything() -> Tree {
    let mut tree = Tree::inside();
    tree.session.set_up(GOOD.to_owned()).await.unwrap();
    let draft = EntryDraft { text: Some("by the wall".to_owned()), ..EntryDraft::default() };
    tree.session.record(draft, Vec::new()).await.unwrap();
    tree.until("More", |tree| tree.html().contains("Lock, recovery words")).await;
    press(&mut tree, "More");
    press(&mut tree, "Destroy everything");
    tree.until("what goes", |tree| tree.html().contains("1 entry")).await;
    tree
}

#[tokio::test(start_paused = true)]
async fn a_tap_or_a_short_press_destroys_nothing() {
    let mut tree = everything().await;
    let button = tree.find("button", "Press and hold");
    tree.tap(&button);
    tree.down(&button);
    tree.settle(Duration::from_secs(u64::from(HOLD) - 1)).await;
    assert!(tree.html().contains("Keep holding"), "{}", tree.html());
    let button = tree.find("button", "Keep holding");
    tree.up(&button);
    tree.settle(Duration::from_secs(u64::from(HOLD) * 2)).await;
    assert!(tree.html().contains("Press and hold"));
    assert_eq!(tree.session.entries(Query::default()).await.unwrap().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn holding_destroys_everything_and_the_app_is_as_new() {
    let mut tree = everything().await;
    assert!(tree.html().contains("What may remain"));
    let button = tree.find("button", "Press and hold");
    tree.down(&button);
    tree.settle(Duration::from_secs(u64::from(HOLD) + 1)).await;
    tree.until("a new app", |tree| tree.session.status().borrow().vault == VaultState::Nothing).await;
    tree.until("the offer to set up", |tree| tree.html().contains("It can wait")).await;
    assert!(!tree.html().contains("by the wall"));
    tree.session.set_up("another one, made anew".to_owned()).await.unwrap();
    assert!(tree.session.entries(Query::default()).await.unwrap().is_empty());
}

#[tokio::test]
async fn without_holding_it_takes_the_word_and_nothing_else() {
    let mut tree = everything().await;
    press(&mut tree, "Without holding");
    press(&mut tree, "Destroy everything now");
    tree.calm().await;
    assert!(tree.html().contains("Nothing was destroyed."));
    assert_eq!(tree.session.entries(Query::default()).await.unwrap().len(), 1);
    let field = tree.having("id", "destroy-word").unwrap();
    tree.write(&field, " Destroy ");
    press(&mut tree, "Destroy everything now");
    tree.until("a new app", |tree| tree.session.status().borrow().vault == VaultState::Nothing).await;
}
