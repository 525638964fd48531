#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use crate::domain::{EntryDraft, Kind, RecordId, Told};
use crate::session::{Query, SecondSecret, VaultState};
use crate::ui::components::HOLD;
use crate::ui::testing::Tree;
use std::time::Duration;

const GOOD: &str = "teapot gravel nine lanterns";

fn press(tree: &mut Tree, label: &str) {
    let button = tree.find("button", label);
    tree.tap(&button);
}

/// Types into the field for the passphrase.
fn prove(tree: &mut Tree, secret: &str) {
    let field = tree.having("id", "destroy-passphrase").unwrap();
    tree.write(&field, secret);
}

async fn hold(tree: &mut Tree) {
    let button = tree.find("button", "Press and hold");
    tree.down(&button);
    tree.settle(Duration::from_secs(u64::from(HOLD) + 1)).await;
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
    tree.until("the counts", |tree| tree.html().contains("0 entries, 0 days")).await;
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
    prove(&mut tree, GOOD);
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
    prove(&mut tree, GOOD);
    hold(&mut tree).await;
    tree.until("a new app", |tree| tree.session.status().borrow().vault == VaultState::Nothing).await;
    tree.until("the offer to set up", |tree| tree.html().contains("It can wait")).await;
    assert!(!tree.html().contains("by the wall"));
    tree.session.set_up("another one, made anew".to_owned()).await.unwrap();
    assert!(tree.session.entries(Query::default()).await.unwrap().is_empty());
}

#[tokio::test]
async fn without_holding_it_takes_the_word_and_nothing_else() {
    let mut tree = everything().await;
    prove(&mut tree, GOOD);
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

#[tokio::test]
async fn an_entry_is_not_destroyed_without_what_opens_the_journal() {
    let (mut tree, id) = entry(Vec::new()).await;
    tree.session.set_second_secret(SecondSecret::Passphrase("candle orchard two rivers".to_owned())).await.unwrap();
    press(&mut tree, "Destroy this entry");
    tree.until("the question", |tree| tree.html().contains("Destroy this entry?")).await;
    let html = tree.html();
    assert!(html.contains("Somebody who holds your open phone must not be able to."), "it says why: {html}");
    assert!(html.find("destroy-passphrase").unwrap() < html.find("Destroy it").unwrap());
    press(&mut tree, "Destroy it");
    tree.until("what is missing", |tree| tree.html().contains("Type your passphrase here first.")).await;
    assert_eq!(tree.session.failed_tries(), 0, "nothing typed is no try");
    for (tries, wrong) in ["a wrong passphrase", "candle orchard two rivers"].into_iter().enumerate() {
        prove(&mut tree, wrong);
        press(&mut tree, "Destroy it");
        tree.until("the answer", |tree| {
            let counted = tree.session.failed_tries() == tries as u32 + 1;
            counted && tree.html().contains("That does not open the journal. Nothing was destroyed. Try again.")
        })
        .await;
        assert!(tree.session.entry(id).await.is_ok());
    }
}

#[tokio::test]
async fn the_same_things_are_counted_before_and_after() {
    let (mut tree, id) = entry(Vec::new()).await;
    let draft = EntryDraft { text: Some("by the other wall".to_owned()), ..EntryDraft::default() };
    tree.session.correct(id, draft, None).await.unwrap();
    tree.session.attach_from(id, None, 0, &b"22:01 call"[..]).await.unwrap();
    press(&mut tree, "Destroy this entry");
    tree.until("the question", |tree| tree.html().contains("Destroy this entry?")).await;
    let html = tree.html();
    assert!(html.contains("2 versions and 1 file") && html.contains("3 numbers and their check codes"), "{html}");
    prove(&mut tree, GOOD);
    press(&mut tree, "Destroy it");
    tree.until("that it is gone", |tree| tree.html().contains("The entry is destroyed")).await;
    let html = tree.html();
    assert!(html.contains("2 versions and 1 file") && html.contains("3 numbers and their check codes"), "{html}");
}

#[tokio::test(start_paused = true)]
async fn holding_without_what_opens_the_journal_destroys_nothing() {
    let mut tree = everything().await;
    hold(&mut tree).await;
    tree.until("what is missing", |tree| tree.html().contains("Type your passphrase here first.")).await;
    prove(&mut tree, "a wrong passphrase");
    hold(&mut tree).await;
    tree.until("the answer", |tree| tree.html().contains("Nothing was destroyed. Try again.")).await;
    assert_eq!(tree.session.failed_tries(), 1);
    assert_eq!(tree.session.entries(Query::default()).await.unwrap().len(), 1);
    let field = tree.having("id", "destroy-passphrase").unwrap();
    assert_ne!(field.attrs.get("initial_value").map(String::as_str), Some("a wrong passphrase"));
}

#[tokio::test(start_paused = true)]
async fn who_came_in_with_the_recovery_words_is_asked_for_them() {
    let mut tree = Tree::inside();
    tree.session.set_up(GOOD.to_owned()).await.unwrap();
    let words = tree.session.make_recovery_words().await.unwrap().words().collect::<Vec<_>>().join(" ");
    tree.session.lock().await.unwrap();
    tree.session.unlock_with_words(words.clone()).await.unwrap();
    tree.until("More", |tree| tree.html().contains("Lock, recovery words")).await;
    press(&mut tree, "More");
    press(&mut tree, "Destroy everything");
    tree.until("the field for the words", |tree| tree.having("id", "destroy-words").is_some()).await;
    let field = tree.having("id", "destroy-words").unwrap();
    tree.write(&field, "not the words");
    hold(&mut tree).await;
    tree.until("the answer", |tree| tree.html().contains("Nothing was destroyed.")).await;
    let field = tree.having("id", "destroy-words").unwrap();
    tree.write(&field, &words);
    hold(&mut tree).await;
    tree.until("a new app", |tree| tree.session.status().borrow().vault == VaultState::Nothing).await;
}

#[tokio::test]
async fn the_other_ways_in_are_offered_where_they_were_made() {
    let (mut tree, id) = entry(Vec::new()).await;
    press(&mut tree, "Destroy this entry");
    tree.until("the question", |tree| tree.html().contains("Destroy this entry?")).await;
    tree.calm().await;
    assert!(!tree.html().contains("Use my recovery words") && !tree.html().contains("Use my PIN"));
    press(&mut tree, "Keep it");
    let words = tree.session.make_recovery_words().await.unwrap().words().collect::<Vec<_>>().join(" ");
    tree.until("the entry's end", |tree| tree.html().contains("Destroy this entry…")).await;
    press(&mut tree, "Destroy this entry");
    tree.until("the other way", |tree| tree.html().contains("Use my recovery words")).await;
    press(&mut tree, "Use my recovery words");
    let field = tree.having("id", "destroy-words").unwrap();
    tree.write(&field, &words);
    press(&mut tree, "Destroy it");
    tree.until("that it is gone", |tree| tree.html().contains("The entry is destroyed")).await;
    assert!(tree.session.entry(id).await.is_err());
}
