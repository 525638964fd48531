#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use crate::domain::EntryDraft;
use crate::platform::recording::{Answer, Call};
use crate::ui::quick_exit::Face;
use crate::ui::testing::{Tree, WAY_BACK};
use std::io::{ErrorKind, Read};
use std::sync::atomic::Ordering;
use std::sync::mpsc;

#[tokio::test]
async fn a_tap_on_999_reaches_the_phone_port_at_once() {
    let mut tree = Tree::inside();
    let button = tree.find("a", "Call 999");
    let default = tree.tap(&button);
    assert_eq!(tree.phone.calls(), [Call::Dial("999".into())]);
    assert!(!default, "the page would follow the link as well");
}

/// A file that never comes to its end: the session's one thread waits for it.
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

#[tokio::test]
async fn a_tap_on_999_and_on_leave_wait_for_nothing_while_the_journal_is_stuck() {
    let mut tree = Tree::inside();
    tree.session.set_up("four words nobody else has".to_owned()).await.unwrap();
    let draft = EntryDraft { text: Some("x".to_owned()), ..EntryDraft::default() };
    let entry = tree.session.record(draft, Vec::new()).await.unwrap();
    let ((began, has_begun), (let_go, go_on)) = (mpsc::channel(), mpsc::channel());
    let stuck = tree.session.attach_from(entry, None, 0, Stuck { began, go_on });
    has_begun.recv().unwrap();

    let button = tree.find("a", "Call 999");
    tree.tap(&button);
    assert_eq!(tree.phone.calls(), [Call::Dial("999".into())]);
    let leave = tree.having("data-leave", "").unwrap();
    tree.tap(&leave);
    tree.calm().await;
    assert!(tree.html().contains("AC, all clear"), "the calculator did not come");

    let_go.send(()).unwrap();
    assert!(stuck.await.is_err());
}

#[tokio::test]
async fn every_tab_has_999_and_leave() {
    let mut tree = Tree::inside();
    for tab in ["Journal", "Guidance", "Help", "Home"] {
        let button = tree.find("button", tab);
        tree.tap(&button);
        assert!(tree.having("href", "tel:999").is_some(), "no 999 in {tab}");
        assert!(tree.having("data-leave", "").is_some() || tree.html().contains("data-leave"), "no Leave in {tab}");
    }
}

#[tokio::test]
async fn where_nothing_opens_it_says_what_a_phone_would_do_and_shows_the_number() {
    let mut tree = Tree::with(Face::Inside, Answer::ShowsInstead);
    let button = tree.find("a", "Call 999");
    tree.tap(&button);
    assert_eq!(tree.find("h2", "dialer").text, "On a phone this opens the dialer with 999 in it");
    assert_eq!(tree.having("class", "big-number").unwrap().text, "999");
}

#[tokio::test]
async fn when_the_dialer_refuses_the_number_stands_there_large() {
    let mut tree = Tree::with(Face::Inside, Answer::Refuses);
    let button = tree.find("a", "Call 999");
    tree.tap(&button);
    assert!(tree.html().contains("The dialer did not open"));
    assert_eq!(tree.having("class", "big-number").unwrap().text, "999");
}

#[tokio::test]
async fn only_the_first_helpline_call_is_told_that_calls_stay_in_the_list() {
    let mut tree = Tree::inside();
    let tile = tree.find("a", "0808 802 0300");
    tree.tap(&tile);
    assert!(tree.phone.calls().is_empty(), "it called before it warned");
    let go_on = tree.find("button", "Call 0808 802 0300");
    tree.tap(&go_on);
    assert_eq!(tree.phone.calls(), [Call::Dial("08088020300".into())]);
    let tile = tree.find("a", "101");
    tree.tap(&tile);
    assert_eq!(tree.phone.calls().len(), 2, "it warned a second time");
}

#[tokio::test]
async fn after_leave_no_word_of_the_app_is_in_the_tree() {
    let mut tree = Tree::inside();
    let help = tree.find("button", "Help");
    tree.tap(&help);
    let leave = tree.find("button", "Leave");
    tree.down(&leave);
    tree.calm().await;
    assert_eq!(tree.left.load(Ordering::SeqCst), 1);
    let html = tree.html();
    for word in [
        "Leave",
        "Help",
        "Journal",
        "Guidance",
        "999",
        "Stalking",
        "Police",
        "Steadfast",
        "Record",
        "tel:",
        "class=\"screen\"",
        "btn",
    ] {
        assert!(!html.contains(word), "{word} is still there");
    }
    assert!(html.contains("data-calculator"));
}

#[tokio::test]
async fn a_click_without_a_pointer_leaves_too_and_a_second_one_tells_nobody_twice() {
    let mut tree = Tree::inside();
    let leave = tree.find("button", "Leave");
    tree.tap(&leave);
    tree.calm().await;
    assert_eq!(tree.left.load(Ordering::SeqCst), 1);
    assert!(tree.html().contains("data-calculator"));
}

#[tokio::test]
async fn a_page_opened_after_leaving_shows_the_calculator() {
    let mut tree = Tree::inside();
    tree.curtain.fall();
    tree.calm().await;
    assert!(tree.html().contains("data-calculator"), "an open window did not follow");
}

#[tokio::test(start_paused = true)]
async fn the_right_digits_lead_back_to_a_fresh_home() {
    let mut tree = Tree::inside();
    let help = tree.find("button", "Help");
    tree.tap(&help);
    let leave = tree.find("button", "Leave");
    tree.down(&leave);
    tree.calm().await;
    for digit in WAY_BACK.chars() {
        let key = tree.pad(&digit.to_string());
        tree.tap(&key);
    }
    let equals = tree.pad("=");
    tree.down(&equals);
    tree.settle(crate::ui::disguise::LONG_PRESS * 2).await;
    assert!(tree.html().contains("In danger now?"), "{}", tree.html());
    assert!(!tree.html().contains(WAY_BACK));
}

#[tokio::test]
async fn the_empty_calculator_shows_a_point_while_tries_have_failed_and_none_once_it_was_opened() {
    let mut tree = Tree::calculator();
    let shows = |tree: &Tree| tree.having("data-display", "").unwrap().text;
    tree.session.set_up("teapot gravel nine lanterns".to_owned()).await.unwrap();
    tree.session.lock().await.unwrap();
    tree.calm().await;
    assert_eq!(shows(&tree), "0");
    assert!(tree.session.unlock("somebody guesses this".to_owned()).await.is_err());
    tree.until("the mark", |tree| shows(tree) == "0.").await;
    let seven = tree.pad("7");
    tree.tap(&seven);
    assert_eq!(shows(&tree), "7");
    let clear = tree.pad("AC");
    tree.tap(&clear);
    assert_eq!(shows(&tree), "0.");
    tree.session.unlock("teapot gravel nine lanterns".to_owned()).await.unwrap();
    tree.until("no mark", |tree| shows(tree) == "0").await;
}
