//! What is on the page while the app is out of sight, and from the moment that it is back until the lock is done.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use crate::domain::EntryDraft;
use crate::domain::ports::Lifecycle::{Away, Back, ShortOfMemory};
use crate::platform::recording::Call;
use crate::session::{HeldFile, Reply, SecondSecret, VaultState};
use crate::ui::testing::Tree;
use std::io::{ErrorKind, Read};
use std::sync::mpsc;

const GOOD: &str = "teapot gravel nine lanterns";
const HERS: &str = "He stood by the bus stop";
const TYPED: &str = "and again at the gate";

fn press(tree: &mut Tree, label: &str) {
    let button = tree.find("button", label);
    tree.tap(&button);
}

/// An open journal with an entry that is on the screen.
async fn journal(mut tree: Tree) -> Tree {
    tree.session.set_up(GOOD.to_owned()).await.unwrap();
    let draft = EntryDraft { text: Some(HERS.to_owned()), ..EntryDraft::default() };
    tree.session.record(draft, Vec::new()).await.unwrap();
    tree.until("home", |tree| tree.html().contains("Lock, recovery words")).await;
    press(&mut tree, "Journal");
    tree.until("the entry", |tree| tree.html().contains(HERS)).await;
    // The session answers in order: with this, all that the screen asked for has come.
    tree.session.secrets().await.unwrap();
    tree.calm().await;
    tree
}

/// The form, half filled.
async fn form(tree: Tree) -> Tree {
    let mut tree = journal(tree).await;
    press(&mut tree, "Record what happened");
    tree.until("the first step", |tree| tree.html().contains("Is it happening now?")).await;
    press(&mut tree, "It was earlier");
    tree.until("the form", |tree| tree.having("id", "words").is_some()).await;
    let field = tree.having("id", "words").unwrap();
    tree.write(&field, TYPED);
    tree.calm().await;
    tree
}

fn minutes_later(tree: &Tree, minutes: i64) {
    let now = "2026-11-17T18:42:00Z".parse::<jiff::Timestamp>().unwrap();
    tree.clock.set(now + jiff::SignedDuration::from_mins(minutes));
}

fn is_covered(tree: &Tree) -> bool {
    tree.having("class", "away").is_some()
}

/// Work that keeps the session's one thread until it is let go.
struct Stuck {
    began: mpsc::Sender<()>,
    go_on: mpsc::Receiver<()>,
}

impl Read for Stuck {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        let _ = self.began.send(());
        let _ = self.go_on.recv();
        Err(ErrorKind::BrokenPipe.into())
    }
}

async fn stick(tree: &Tree) -> (mpsc::Sender<()>, Reply<HeldFile>) {
    let entry = tree.session.entries(Default::default()).await.unwrap()[0].id;
    let ((began, has_begun), (let_go, go_on)) = (mpsc::channel(), mpsc::channel());
    let stuck = tree.session.attach_from(entry, None, 0, Stuck { began, go_on });
    has_begun.recv().unwrap();
    (let_go, stuck)
}

fn uncovered(tree: &Tree) -> usize {
    tree.phone.calls().iter().filter(|call| **call == Call::Uncover).count()
}

#[tokio::test]
async fn within_two_minutes_the_page_is_as_it_was_to_the_last_letter_and_nothing_of_it_was_made_anew() {
    let mut tree = form(Tree::inside()).await;
    let elements = |tree: &Tree| format!("{:?}", tree.all());
    let (before, made) = (tree.html(), elements(&tree));
    tree.hear(Away);
    tree.calm().await;
    assert!(is_covered(&tree));
    minutes_later(&tree, 1);
    tree.hear(Back);
    tree.calm().await;
    // The same elements by the same numbers: so the page kept their scroll, their focus and where one was writing.
    assert_eq!((tree.html(), elements(&tree)), (before, made));
    // She goes on, and the form still has what she had typed.
    let field = tree.having("id", "who-0").unwrap();
    tree.write(&field, "R");
    let keep = tree.having("data-keep", "").unwrap();
    tree.tap(&keep);
    let kept = tree.session.kept_draft().await.unwrap().unwrap().draft;
    assert_eq!((kept.text.as_deref(), kept.people[0].name.as_deref()), (Some(TYPED), Some("R")));
    assert_eq!(tree.session.status().borrow().vault, VaultState::Open);
}

#[tokio::test]
async fn out_of_sight_the_page_is_covered_and_999_under_the_finger_dials_all_the_same() {
    let mut tree = journal(Tree::inside()).await;
    tree.hear(Away);
    tree.hear(Away);
    tree.calm().await;
    assert!(is_covered(&tree));
    let pill = tree.having("href", "tel:999").unwrap();
    tree.tap(&pill);
    assert_eq!(tree.phone.calls(), [Call::Dial("999".into())]);
    tree.hear(Back);
    tree.calm().await;
    assert!(!is_covered(&tree), "the cover stays");
}

#[tokio::test]
async fn back_too_late_nothing_of_hers_is_on_the_page_although_the_lock_hangs_and_999_and_leave_are_there() {
    let mut tree = journal(Tree::inside()).await;
    let (let_go, stuck) = stick(&tree).await;
    tree.hear(Away);
    tree.calm().await;
    minutes_later(&tree, 3);
    tree.hear(Back);
    tree.calm().await;
    assert_eq!(tree.session.status().borrow().vault, VaultState::Open, "it does not hang");
    assert!(!tree.html().contains(HERS), "{}", tree.html());
    assert!(!is_covered(&tree) && tree.html().contains("Locking your journal"), "{}", tree.html());
    let pill = tree.having("href", "tel:999").unwrap();
    tree.tap(&pill);
    assert_eq!(tree.phone.calls(), [Call::Dial("999".into())]);
    assert!(tree.having("data-leave", "").is_some());
    // Whom to call does not wait for the lock, and what is hers does.
    press(&mut tree, "Help");
    tree.calm().await;
    assert!(tree.html().contains("National Stalking Helpline") && !tree.html().contains(HERS));
    press(&mut tree, "Journal");
    tree.calm().await;
    assert!(tree.html().contains("Locking your journal") && !tree.html().contains(HERS), "{}", tree.html());

    let_go.send(()).unwrap();
    assert!(stuck.await.is_err());
    tree.until("the lock", |tree| tree.html().contains("Your journal is locked")).await;
    assert!(!tree.html().contains("Locking your journal") && !tree.html().contains(HERS));
}

#[tokio::test]
async fn what_was_typed_is_in_the_draft_after_a_return_too_late() {
    let mut tree = form(Tree::inside()).await;
    tree.hear(Away);
    minutes_later(&tree, 3);
    tree.hear(Back);
    tree.until("the lock", |tree| tree.html().contains("Your journal is locked")).await;
    assert!(!tree.html().contains(TYPED));
    tree.session.unlock(GOOD.to_owned()).await.unwrap();
    assert_eq!(tree.session.kept_draft().await.unwrap().unwrap().draft.text.as_deref(), Some(TYPED));
}

#[tokio::test]
async fn a_phone_short_of_memory_locks_behind_other_apps_and_shows_nothing_on_a_quick_return() {
    let mut tree = journal(Tree::on_a_phone(|can| can.covers = true)).await;
    let (let_go, stuck) = stick(&tree).await;
    tree.hear(Away);
    tree.hear(ShortOfMemory);
    tree.hear(Back);
    assert_eq!(uncovered(&tree), 0, "it is uncovered before the page has changed");
    tree.until("that it is uncovered", |tree| uncovered(tree) == 1).await;
    assert!(!tree.html().contains(HERS), "{}", tree.html());
    let_go.send(()).unwrap();
    assert!(stuck.await.is_err());
}

#[tokio::test]
async fn where_the_phone_covers_the_app_the_page_does_not_and_the_cover_comes_off_once_the_page_is_plain() {
    let mut tree = journal(Tree::on_a_phone(|can| can.covers = true)).await;
    let before = tree.html();
    // The system's own question, such as "Call 999?".
    tree.hear(Away);
    tree.calm().await;
    assert_eq!(tree.html(), before);
    tree.hear(Back);
    assert_eq!(uncovered(&tree), 1, "a short look elsewhere: at once");
    tree.hear(Away);
    minutes_later(&tree, 3);
    tree.hear(Back);
    assert_eq!(uncovered(&tree), 1, "it is uncovered before the page has changed");
    tree.until("that it is uncovered", |tree| uncovered(tree) == 2).await;
    assert!(!tree.html().contains(HERS), "{}", tree.html());
}

#[tokio::test]
async fn while_it_is_locked_already_what_is_typed_at_the_lock_stays_however_long_it_was() {
    let mut tree = journal(Tree::on_a_phone(|can| can.covers = true)).await;
    tree.session.lock().await.unwrap();
    tree.until("the lock", |tree| tree.html().contains("Your journal is locked")).await;
    press(&mut tree, "Record what happened");
    tree.until("the offer", |tree| tree.html().contains("Save the time now")).await;
    let field = tree.having("id", "mark-words").unwrap();
    tree.write(&field, "By the gate");
    tree.hear(Away);
    minutes_later(&tree, 30);
    tree.hear(Back);
    tree.until("that it is uncovered", |tree| uncovered(tree) == 1).await;
    press(&mut tree, "Save the time now");
    tree.until("saved", |tree| tree.html().contains("Until then it does not count.")).await;
    tree.session.unlock(GOOD.to_owned()).await.unwrap();
    assert_eq!(tree.session.marks().await.unwrap()[0].mark.text.as_deref(), Some("By the gate"));
}

#[tokio::test]
async fn the_calculator_is_never_covered_and_nothing_comes_in_its_place() {
    let mut tree = journal(Tree::inside()).await;
    let leave = tree.find("button", "Leave");
    tree.tap(&leave);
    tree.calm().await;
    let before = tree.html();
    for minutes in [1, 3] {
        tree.hear(Away);
        tree.calm().await;
        assert_eq!(tree.html(), before);
        minutes_later(&tree, minutes);
        tree.hear(Back);
        tree.calm().await;
        assert_eq!(tree.html(), before);
    }
}

#[tokio::test]
async fn who_leaves_while_the_page_is_covered_finds_a_calculator_without_a_cover() {
    let mut tree = journal(Tree::on_a_phone(|can| can.covers = false)).await;
    tree.hear(Away);
    tree.calm().await;
    let leave = tree.find("button", "Leave");
    tree.down(&leave);
    tree.calm().await;
    assert!(tree.html().contains("data-calculator") && !is_covered(&tree));
    minutes_later(&tree, 3);
    tree.hear(Back);
    tree.calm().await;
    assert!(tree.html().contains("data-calculator") && !is_covered(&tree));
}

#[tokio::test]
async fn the_plain_notes_are_followed_by_the_calculator_and_never_by_a_locked_journal() {
    let mut tree = journal(Tree::inside()).await;
    tree.session.set_second_secret(SecondSecret::Passphrase("candle orchard two rivers".to_owned())).await.unwrap();
    tree.session.lock().await.unwrap();
    tree.session.unlock("candle orchard two rivers".to_owned()).await.unwrap();
    tree.until("the notes", |tree| tree.html().contains("New note")).await;
    tree.hear(Away);
    tree.calm().await;
    minutes_later(&tree, 3);
    tree.hear(Back);
    tree.calm().await;
    assert!(tree.html().contains("data-calculator"), "{}", tree.html());
    tree.until("the lock", |tree| tree.session.status().borrow().vault == VaultState::Locked).await;
    assert!(!tree.html().contains("journal"));
}
