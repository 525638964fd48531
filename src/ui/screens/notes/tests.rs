#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use crate::domain::EntryDraft;
use crate::platform::recording::Call;
use crate::session::{SecondSecret, VaultState};
use crate::ui::testing::Tree;
use std::time::Duration;

const GOOD: &str = "teapot gravel nine lanterns";
const SECOND: &str = "candle orchard two rivers";
/// Words that an ordinary notes app has no business with.
const TELLING: [&str; 14] = [
    "steadfast",
    "stalk",
    "999",
    "101",
    "police",
    "danger",
    "journal",
    "record",
    "evidence",
    "guidance",
    "helpline",
    "help",
    "unlock",
    "passphrase",
];

fn press(tree: &mut Tree, label: &str) {
    let button = tree.find("button", label);
    tree.tap(&button);
}

fn tell_nothing(tree: &Tree) {
    let shown = tree.html().to_lowercase();
    for word in TELLING {
        assert!(!shown.contains(word), "the notes say {word}: {shown}");
    }
}

/// A journal with an entry and a second secret, locked, and the second secret typed at the lock.
async fn notes() -> Tree {
    let mut tree = Tree::inside();
    tree.session.set_up(GOOD.to_owned()).await.unwrap();
    let draft = EntryDraft { text: Some("He stood by the bus stop".to_owned()), ..EntryDraft::default() };
    tree.session.record(draft, Vec::new()).await.unwrap();
    tree.session.set_second_secret(SecondSecret::Passphrase(SECOND.to_owned())).await.unwrap();
    tree.session.lock().await.unwrap();
    tree.until("More", |tree| tree.html().contains("Lock, recovery words")).await;
    press(&mut tree, "More");
    press(&mut tree, "Unlock the journal");
    let field = tree.having("id", "unlock-passphrase").unwrap();
    tree.write(&field, SECOND);
    press(&mut tree, "Unlock");
    tree.until("the notes", |tree| tree.html().contains("New note")).await;
    tree
}

async fn write(tree: &mut Tree, text: &str) {
    press(tree, "New note");
    tree.until("the paper", |tree| tree.having("id", "note-text").is_some()).await;
    let paper = tree.having("id", "note-text").unwrap();
    tree.write(&paper, text);
}

#[tokio::test]
async fn the_second_secret_opens_an_ordinary_notes_app_and_no_word_of_the_rest() {
    let mut tree = notes().await;
    assert_eq!(tree.session.status().borrow().vault, VaultState::Notes);
    tree.until("the empty list", |tree| tree.html().contains("No notes yet.")).await;
    tell_nothing(&tree);
    assert!(tree.having("href", "tel:999").is_none());
    write(&mut tree, "Milk\neggs, bread").await;
    tell_nothing(&tree);
    press(&mut tree, "Notes");
    tree.until("the note", |tree| tree.html().contains("Milk")).await;
    tell_nothing(&tree);
    assert!(tree.html().contains("eggs, bread") && tree.html().contains("1 note"), "{}", tree.html());
    assert!(!tree.html().contains("bus stop"));
}

#[tokio::test(start_paused = true)]
async fn a_note_is_saved_in_the_pause_of_typing_without_a_button() {
    let mut tree = notes().await;
    write(&mut tree, "Ring the plumber").await;
    tree.settle(Duration::from_secs(1)).await;
    let list = tree.session.notes(String::new()).await.unwrap();
    assert_eq!(list.lines[0].title, "Ring the plumber");
    tell_nothing(&tree);
}

#[tokio::test]
async fn close_is_leave_and_the_last_strokes_are_kept() {
    let mut tree = notes().await;
    write(&mut tree, "Library books back on Friday").await;
    let close = tree.having("data-leave", "").unwrap();
    assert_eq!(close.text, "Close");
    tree.tap(&close);
    tree.calm().await;
    assert!(tree.html().contains("data-calculator"));
    tree.session.unlock(SECOND.to_owned()).await.unwrap();
    assert_eq!(tree.session.notes("library".to_owned()).await.unwrap().lines.len(), 1);
}

#[tokio::test]
async fn the_lock_shows_the_calculator_and_the_notes_are_locked() {
    let mut tree = notes().await;
    let lock = tree.having("aria-label", "Lock").unwrap();
    tree.tap(&lock);
    tree.calm().await;
    assert!(tree.html().contains("data-calculator"), "{}", tree.html());
    assert!(tree.session.notes(String::new()).await.is_err());
    assert_eq!(tree.session.status().borrow().vault, VaultState::Locked);
}

#[tokio::test(start_paused = true)]
async fn from_the_notes_999_is_two_steps_away_through_the_calculator() {
    let mut tree = notes().await;
    let close = tree.having("data-leave", "").unwrap();
    tree.tap(&close);
    tree.calm().await;
    for _ in 0..3 {
        let nine = tree.pad("9");
        tree.tap(&nine);
    }
    let equals = tree.pad("Equals");
    tree.down(&equals);
    tree.settle(crate::ui::disguise::LONG_PRESS * 2).await;
    assert_eq!(tree.phone.calls(), [Call::Dial("999".into())]);
}

#[tokio::test]
async fn search_finds_a_note_and_says_so_when_there_is_none() {
    let mut tree = notes().await;
    write(&mut tree, "Soup: leeks and potatoes").await;
    press(&mut tree, "Notes");
    tree.until("the list", |tree| tree.having("id", "notes-search").is_some()).await;
    write(&mut tree, "Birthday: scarf").await;
    press(&mut tree, "Notes");
    tree.until("both", |tree| tree.html().contains("2 notes")).await;
    let search = tree.having("id", "notes-search").unwrap();
    tree.write(&search, "LEEKS");
    tree.until("one", |tree| !tree.html().contains("scarf")).await;
    assert!(tree.html().contains("Soup"));
    let search = tree.having("id", "notes-search").unwrap();
    tree.write(&search, "onions");
    tree.until("none", |tree| tree.html().contains("No note has these words.")).await;
}

#[tokio::test]
async fn deleting_asks_once_and_then_the_note_is_gone() {
    let mut tree = notes().await;
    write(&mut tree, "Old list").await;
    press(&mut tree, "Notes");
    tree.until("the list", |tree| tree.html().contains("Old list")).await;
    press(&mut tree, "Old list");
    tree.until("the paper", |tree| tree.having("id", "note-text").is_some()).await;
    // Typed and not yet kept: it must not come back.
    let paper = tree.having("id", "note-text").unwrap();
    tree.write(&paper, "Old list, longer");
    let bin = tree.having("aria-label", "Delete").unwrap();
    tree.tap(&bin);
    press(&mut tree, "Keep it");
    assert!(!tree.html().contains("Delete this note"));
    let bin = tree.having("aria-label", "Delete").unwrap();
    tree.tap(&bin);
    let sure = tree.all().into_iter().find(|found| found.tag == "button" && found.text == "Delete").unwrap();
    tree.tap(&sure);
    tree.until("the empty list", |tree| tree.html().contains("No notes yet.")).await;
    assert_eq!(tree.session.notes(String::new()).await.unwrap().total, 0);
}

#[tokio::test]
async fn the_way_back_after_the_notes_begins_at_the_lock_and_the_journal_opens_with_its_own() {
    let mut tree = notes().await;
    let close = tree.having("data-leave", "").unwrap();
    tree.tap(&close);
    tree.calm().await;
    tree.curtain.rise();
    tree.until("home", |tree| tree.html().contains("In danger now?")).await;
    tree.session.unlock(GOOD.to_owned()).await.unwrap();
    assert_eq!(tree.session.entries_in_chain_order().await.unwrap().len(), 1);
}
