#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use crate::domain::{Effect, Kind};
use crate::guidance::Library;
use crate::platform::recording::Call;
use crate::session::Query;
use crate::ui::library::reading_of;
use crate::ui::testing::{Tree, WAY_BACK};

fn press(tree: &mut Tree, words: &str) {
    let button = tree.find("button", words);
    tree.tap(&button);
}

/// On the questions, as anybody reaches them.
fn asked(tree: &mut Tree) {
    press(tree, "Is this stalking?");
    press(tree, "Look at what has happened to you");
}

fn whole() -> Tree {
    Tree::reading(reading_of(&Library::built_in().unwrap()))
}

fn ticked(tree: &Tree) -> Vec<String> {
    let boxes = tree.all().into_iter().filter(|found| found.attrs.get("role").is_some_and(|role| role == "checkbox"));
    boxes
        .filter(|found| found.attrs.get("aria-checked").is_some_and(|on| on == "true"))
        .map(|found| found.text)
        .collect()
}

#[tokio::test]
async fn a_sign_that_needs_help_now_brings_999_and_the_helpline_at_once() {
    let mut tree = whole();
    asked(&mut tree);
    press(&mut tree, "They follow me");
    assert!(!tree.html().contains("That needs help now"));
    press(&mut tree, "They choked me");
    let call = tree.find("a", "Call 999");
    tree.tap(&call);
    assert_eq!(tree.phone.calls(), [Call::Dial("999".into())]);
    tree.find("button", "Or the helpline, 0808 802 0300");
    press(&mut tree, "They choked me");
    assert!(!tree.html().contains("That needs help now"));
}

#[tokio::test]
async fn the_answer_is_in_words_and_for_her_own_nation() {
    let mut tree = whole();
    asked(&mut tree);
    press(&mut tree, "They follow me");
    press(&mut tree, "See the answer");
    assert!(tree.html().contains("Choose where you live"), "a law is shown though nobody knows whose");
    press(&mut tree, "Scotland");
    let html = tree.html();
    assert!(html.contains("You are not to blame."));
    assert!(html.contains("examples in the law of Scotland"));
    assert!(!html.contains("law of England"));
    press(&mut tree, "My ticks");
    assert_eq!(ticked(&tree), ["They follow me"]);
}

#[tokio::test]
async fn ticks_outlast_a_page_that_she_reads_and_nothing_else() {
    let mut tree = whole();
    asked(&mut tree);
    press(&mut tree, "They follow me");
    press(&mut tree, "See the answer");
    let link = tree.find("a", "What to ask for");
    tree.tap(&link);
    press(&mut tree, "Back");
    press(&mut tree, "My ticks");
    assert_eq!(ticked(&tree), ["They follow me"]);
    let close = tree.having("aria-label", "Close").unwrap();
    tree.tap(&close);
    press(&mut tree, "Look at what has happened to you");
    assert!(ticked(&tree).is_empty());
}

#[tokio::test]
async fn leaving_takes_the_ticks_away() {
    let mut tree = whole();
    asked(&mut tree);
    press(&mut tree, "They follow me");
    let leave = tree.having("data-leave", "").unwrap();
    tree.tap(&leave);
    tree.calm().await;
    assert!(tree.html().contains("AC, all clear"));
    assert_eq!(WAY_BACK.len(), 4);
    tree.curtain.rise();
    tree.calm().await;
    asked(&mut tree);
    assert!(ticked(&tree).is_empty());
}

#[tokio::test]
async fn nothing_is_kept_until_she_starts_a_record_with_it() {
    let mut tree = whole();
    tree.session.set_up("four words nobody else has".to_owned()).await.unwrap();
    tree.calm().await;
    asked(&mut tree);
    press(&mut tree, "They follow me");
    press(&mut tree, "I go a different way");
    press(&mut tree, "See the answer");
    tree.calm().await;
    assert!(tree.session.kept_draft().await.unwrap().is_none());
    assert!(tree.html().contains("Get safe first. You can write this later."));
    press(&mut tree, "Start my record with this");
    tree.until("the form", |tree| tree.html().contains("In your own words")).await;
    let kept = tree.session.kept_draft().await.unwrap().unwrap().draft;
    assert_eq!(
        (kept.kinds.as_slice(), kept.effects.as_slice()),
        ([Kind::Followed].as_slice(), [Effect::Route].as_slice())
    );
    assert!(kept.text.unwrap().contains("They follow me."));
    assert_eq!(kept.happened, None, "it says when, and she did not");
    assert!(tree.session.entries(Query::default()).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_draft_that_waits_is_not_written_over() {
    let mut tree = whole();
    tree.session.set_up("four words nobody else has".to_owned()).await.unwrap();
    let waiting = crate::session::KeptDraft {
        draft: crate::domain::EntryDraft { text: Some("Before.".to_owned()), ..Default::default() },
        ..Default::default()
    };
    tree.session.keep_draft(waiting.clone()).await.unwrap();
    tree.calm().await;
    asked(&mut tree);
    press(&mut tree, "They follow me");
    press(&mut tree, "See the answer");
    press(&mut tree, "Start my record with this");
    tree.until("the question", |tree| tree.html().contains("You began one before")).await;
    assert_eq!(tree.session.kept_draft().await.unwrap(), Some(waiting));
}

#[tokio::test]
async fn a_locked_journal_is_unlocked_on_the_way_to_the_record() {
    let mut tree = whole();
    tree.session.set_up("four words nobody else has".to_owned()).await.unwrap();
    tree.session.lock().await.unwrap();
    tree.calm().await;
    asked(&mut tree);
    press(&mut tree, "They follow me");
    press(&mut tree, "See the answer");
    press(&mut tree, "Start my record with this");
    tree.session.unlock("four words nobody else has".to_owned()).await.unwrap();
    tree.until("the form", |tree| tree.html().contains("In your own words")).await;
    assert!(tree.html().contains("They follow me."));
}
