#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use crate::session::VaultState;
use crate::ui::testing::Tree;

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
    assert!(wrong.starts_with("Word 5 is not one"), "{wrong}");
    type_in(&mut tree, "unlock-words", &words);
    press(&mut tree, "Unlock");
    tree.until("More", |tree| tree.html().contains("Lock now")).await;
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
