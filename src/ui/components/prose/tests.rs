#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use crate::platform::recording::Call;
use crate::ui::reading::{Block, LinkTo, PageGroup, PageView, Reading, Span};
use crate::ui::testing::Tree;

/// A reading of one page of these blocks.
fn page(blocks: Vec<Block>) -> Reading {
    let page = PageView {
        id: "one".into(),
        title: "One page".into(),
        hint: String::new(),
        glyph: super::Glyph::BookOpen,
        lead: None,
        blocks,
        source: None,
        checked: jiff::civil::date(2026, 11, 1),
        nations: crate::ui::reading::Nation::ALL.to_vec(),
        english: false,
    };
    Reading { groups: vec![PageGroup { title: "All".into(), pages: vec![page] }], help: vec![], library: None }
}

/// Opens that page.
fn opened(blocks: Vec<Block>) -> Tree {
    let mut tree = Tree::reading(page(blocks));
    let tab = tree.find("button", "Guidance");
    tree.tap(&tab);
    let row = tree.find("button", "One page");
    tree.tap(&row);
    tree
}

#[tokio::test]
async fn words_lead_to_the_dialer_and_to_pages() {
    let mut tree = opened(vec![Block::Paragraph(vec![
        Span::text("Call "),
        Span::link("999 now", LinkTo::Call("999".into())),
        Span::link("the same page", LinkTo::Page("one".into())),
    ])]);
    let link = tree.find("a", "999 now");
    tree.tap(&link);
    assert_eq!(tree.phone.calls(), [Call::Dial("999".into())]);
    let link = tree.find("a", "the same page");
    tree.tap(&link);
    assert!(tree.find("button", "Back").text.contains("Back"));
}

#[tokio::test]
async fn get_safe_first_stands_above_an_offer_to_record() {
    let tree = opened(vec![Block::Record("Write it down".into())]);
    let text = tree.find("section", "Write it down").text;
    assert!(text.find("Get safe first. You can write this later.").unwrap() < text.find("Write it down").unwrap());
}

#[tokio::test]
async fn a_page_that_is_not_there_is_said_to_be_missing() {
    let mut tree = opened(vec![Block::Paragraph(vec![Span::link("gone", LinkTo::Page("nowhere".into()))])]);
    let link = tree.find("a", "gone");
    tree.tap(&link);
    assert!(tree.html().contains("This page is not here"));
}
