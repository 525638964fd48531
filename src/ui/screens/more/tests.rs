#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use crate::session::VaultState;
use crate::ui::testing::Tree;

const GOOD: &str = "teapot gravel nine lanterns";

fn press(tree: &mut Tree, label: &str) {
    let button = tree.find("button", label);
    tree.tap(&button);
}

async fn more() -> Tree {
    let mut tree = Tree::inside();
    tree.session.set_up(GOOD.to_owned()).await.unwrap();
    tree.until("More", |tree| tree.html().contains("Lock, recovery words")).await;
    press(&mut tree, "More");
    tree
}

#[tokio::test]
async fn home_offers_set_up_only_while_nothing_is_set_up() {
    let mut tree = Tree::inside();
    tree.until("the offer", |tree| tree.html().contains("It can wait")).await;
    assert!(!tree.html().contains("Lock, recovery words"));
    tree.session.set_up(GOOD.to_owned()).await.unwrap();
    tree.until("More", |tree| tree.html().contains("Lock, recovery words")).await;
    assert!(!tree.html().contains("It can wait"));
}

#[tokio::test]
async fn lock_now_locks_and_nothing_of_the_old_screen_stays() {
    let mut tree = more().await;
    press(&mut tree, "Lock now");
    tree.until("home", |tree| tree.html().contains("In danger now?")).await;
    assert_eq!(tree.session.status().borrow().vault, VaultState::Locked);
}

#[tokio::test]
async fn the_check_says_its_result_in_words() {
    let mut tree = more().await;
    press(&mut tree, "Check the journal");
    press(&mut tree, "Check now");
    tree.until("the result", |tree| tree.html().contains("All of it holds: 1 record and 0 files")).await;
}

#[tokio::test]
async fn a_failed_try_is_in_the_list_of_who_opened_it() {
    let mut tree = more().await;
    tree.session.lock().await.unwrap();
    assert!(tree.session.unlock("somebody guesses this".to_owned()).await.is_err());
    tree.session.unlock(GOOD.to_owned()).await.unwrap();
    tree.until("More", |tree| tree.html().contains("Who opened it")).await;
    press(&mut tree, "Who opened it");
    tree.until("the list", |tree| tree.html().contains("Opened with the passphrase")).await;
    assert!(tree.html().contains("1 failed try before it"), "{}", tree.html());
}

#[tokio::test]
async fn what_was_taken_out_put_back_and_packed_stands_in_the_list() {
    let mut tree = more().await;
    let draft = crate::domain::EntryDraft { text: Some("x".to_owned()), ..Default::default() };
    let id = tree.session.record(draft, Vec::new()).await.unwrap();
    tree.session.withdraw(id).await.unwrap();
    tree.session.restore(id).await.unwrap();
    let form = crate::session::PackForm::Folder(tree.packs.clone());
    tree.session.make_pack(Default::default(), form, |_, _| {}).await.unwrap();
    press(&mut tree, "Who opened it");
    tree.until("the list", |tree| tree.html().contains("Evidence pack made")).await;
    for line in ["Entry taken out of packs", "Entry put back", "In your words, of 17 November 2026"] {
        assert!(tree.html().contains(line), "{line}: {}", tree.html());
    }
}

#[tokio::test]
async fn new_recovery_words_say_that_the_old_ones_stop() {
    let mut tree = more().await;
    press(&mut tree, "What opens this journal");
    tree.until("the list", |tree| tree.html().contains("Make recovery words")).await;
    press(&mut tree, "Make recovery words");
    assert!(tree.html().contains("New words make the old ones stop working"));
}

#[tokio::test]
async fn every_screen_under_more_has_999_and_leave() {
    for row in [
        "Make an evidence pack",
        "Check the journal",
        "Who opened it",
        "What opens this journal",
        "The disguise",
        "Destroy everything",
        "A second passphrase",
        "What this app cannot do",
        "Is this phone safe",
    ] {
        let mut tree = more().await;
        assert!(tree.having("href", "tel:999").is_some());
        press(&mut tree, row);
        tree.calm().await;
        assert!(!tree.html().contains("Good to know"), "{row} opens nothing");
        assert!(tree.having("href", "tel:999").is_some(), "no 999 in {row}");
        assert!(tree.html().contains("data-leave"), "no Leave in {row}");
    }
}

const SECOND: &str = "candle orchard two rivers";

async fn second() -> Tree {
    let mut tree = more().await;
    press(&mut tree, "A second passphrase");
    tree.until("the screen", |tree| tree.having("id", "second").is_some()).await;
    tree
}

fn type_second(tree: &mut Tree, first: &str, again: &str) {
    for (id, text) in [("second", first), ("second-again", again)] {
        let field = tree.having("id", id).unwrap();
        tree.write(&field, text);
    }
}

#[tokio::test]
async fn the_second_passphrase_says_first_what_it_does_not_do_and_is_then_set() {
    let mut tree = second().await;
    for words in ["What it does not do", "Hide this app", "search with the right tools", "Write nothing there"] {
        assert!(tree.html().contains(words), "{words}");
    }
    type_second(&mut tree, SECOND, SECOND);
    press(&mut tree, "Set it");
    tree.until("it is set", |tree| tree.html().contains("The second passphrase is set.")).await;
    assert!(!tree.html().contains(SECOND));
    assert_eq!(tree.session.has_second_secret().await, Ok(true));
    tree.session.lock().await.unwrap();
    tree.session.unlock(SECOND.to_owned()).await.unwrap();
    assert_eq!(tree.session.status().borrow().vault, VaultState::Notes);
}

#[tokio::test]
async fn a_second_passphrase_that_is_the_first_is_told_to_choose_another_and_no_more() {
    let mut tree = second().await;
    type_second(&mut tree, GOOD, GOOD);
    press(&mut tree, "Set it");
    tree.until("the answer", |tree| tree.having("class", "field-wrong").is_some()).await;
    assert_eq!(tree.having("class", "field-wrong").unwrap().text, "That one cannot be used here. Choose another.");
    assert_eq!(tree.session.has_second_secret().await, Ok(false));
}

#[tokio::test]
async fn two_that_differ_set_nothing() {
    let mut tree = second().await;
    type_second(&mut tree, SECOND, "candle orchard three rivers");
    press(&mut tree, "Set it");
    tree.calm().await;
    assert!(tree.having("class", "field-wrong").unwrap().text.contains("not the same"));
    assert_eq!(tree.session.has_second_secret().await, Ok(false));
}

#[tokio::test]
async fn it_is_taken_away_only_after_it_was_said_what_becomes_of_the_notes() {
    let mut tree = second().await;
    type_second(&mut tree, SECOND, SECOND);
    press(&mut tree, "Set it");
    tree.until("it is set", |tree| tree.html().contains("The second passphrase is set.")).await;
    press(&mut tree, "Done");
    press(&mut tree, "A second passphrase");
    tree.until("the offer", |tree| tree.html().contains("Take it away")).await;
    press(&mut tree, "Take it away");
    assert!(tree.html().contains("What is in them is kept"));
    press(&mut tree, "Not now");
    assert_eq!(tree.session.has_second_secret().await, Ok(true));
    press(&mut tree, "Take it away");
    // The one in the sheet, which stands over the other.
    let sure = tree.all().into_iter().rfind(|found| found.tag == "button" && found.text == "Take it away").unwrap();
    tree.tap(&sure);
    tree.until("it is gone", |tree| tree.html().contains("The second passphrase is gone.")).await;
    assert_eq!(tree.session.has_second_secret().await, Ok(false));
}
