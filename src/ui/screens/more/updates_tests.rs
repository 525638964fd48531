#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../../../../tests/update/server.rs"]
mod server;
#[path = "../../../../tests/update/signing.rs"]
mod signing;

use crate::guidance::SourceTexts;
use crate::guidance::update::issue;
use crate::ui::testing::Tree;
use server::{ROOT, answer, serve};

const GOOD: &str = "teapot gravel nine lanterns";
const NEW: &str = "This line is newer than the program.";

fn offering(body: Vec<u8>) -> String {
    serve(move |to| to.write_all(&answer(&format!("200 OK\r\nContent-Length: {}", body.len()), &body))).0
}

fn signed(number: u32) -> Vec<u8> {
    let texts = SourceTexts::built_in();
    let said = texts.pages.iter().find(|(id, _)| *id == "reporting").unwrap().1;
    let said = format!("{said}\n{NEW}\n");
    let pages: Vec<(&str, &str)> = texts
        .pages
        .iter()
        .map(|(id, text)| if *id == "reporting" { (*id, said.as_str()) } else { (*id, *text) })
        .collect();
    issue(number, "2026-11-28".parse().unwrap(), SourceTexts { pages: &pages, ..texts }, &signing::sign).unwrap()
}

fn press(tree: &mut Tree, words: &str) {
    let button = tree.find("button", words);
    tree.tap(&button);
}

/// The screen, with an open journal or with none.
async fn screen(key: Option<[u8; 32]>, open: bool) -> Tree {
    let mut tree = Tree::updating(key, ROOT);
    if open {
        tree.session.set_up(GOOD.to_owned()).await.unwrap();
        tree.until("the journal", |tree| tree.html().contains("Lock, recovery words")).await;
        press(&mut tree, "More");
        press(&mut tree, "Keep the guidance up to date");
    } else {
        tree.calm().await;
        press(&mut tree, "Guidance");
        press(&mut tree, "Keep the guidance up to date");
    }
    tree.until("what is read", |tree| tree.html().contains("What is built into the app")).await;
    tree
}

async fn type_address(tree: &mut Tree, address: &str) {
    tree.until("the field", |tree| tree.having("id", "update-address").is_some()).await;
    let field = tree.having("id", "update-address").unwrap();
    tree.write(&field, address);
}

#[tokio::test]
async fn what_leaves_the_phone_stands_there_before_the_tap() {
    let tree = screen(Some(signing::public()), true).await;
    for words in [
        "Nothing is ever fetched by itself",
        "One ordinary web request",
        "Nothing about you",
        "Somebody who watches the network may see it",
        "Last checked",
    ] {
        assert!(tree.html().contains(words), "{words}");
    }
    assert!(tree.having("href", "tel:999").is_some() && tree.html().contains("data-leave"));
}

#[tokio::test]
async fn a_tap_fetches_it_the_guidance_shows_it_and_another_tap_undoes_it() {
    let mut tree = screen(Some(signing::public()), true).await;
    let address = offering(signed(2));
    type_address(&mut tree, &address).await;
    press(&mut tree, "Fetch it now");
    tree.until("it is taken", |tree| tree.html().contains("The newer guidance is in the app now.")).await;
    tree.until("the day", |tree| tree.html().contains("17 Nov 2026")).await;
    assert!(tree.html().contains("Update 2, of 28 Nov 2026"));
    assert_eq!(tree.session.update_choice().await.unwrap().address, Some(address));
    let shelf = tree.shelf.clone();
    let says = || format!("{:?}", shelf.now().page("reporting")).contains(NEW);
    assert!(says());
    press(&mut tree, "Fetch it now");
    tree.until("it is the newest", |tree| tree.html().contains("You have the newest guidance already.")).await;
    press(&mut tree, "Go back to what was there before");
    tree.until("it is undone", |tree| tree.html().contains("You read what was there before.")).await;
    assert!(tree.html().contains("What is built into the app") && !says());
    press(&mut tree, "Forget the address");
    tree.until("it is forgotten", |tree| tree.html().contains("The address is forgotten.")).await;
    assert_eq!(tree.session.update_choice().await.unwrap().address, None);
}

#[tokio::test]
async fn what_is_not_ours_is_refused_in_three_sentences_and_nothing_changes() {
    let mut tree = screen(Some(signing::public()), true).await;
    type_address(&mut tree, &offering(b"<html>\n".to_vec())).await;
    press(&mut tree, "Fetch it now");
    tree.until("the refusal", |tree| tree.html().contains("What came is not a signed update.")).await;
    assert!(tree.html().contains("The guidance that you have stays") && tree.html().contains("Check the address"));
    assert!(tree.html().contains("What is built into the app"));
    type_address(&mut tree, "http://127.0.0.1/").await;
    press(&mut tree, "Fetch it now");
    tree.until("the refusal", |tree| tree.html().contains("That is not a secure address")).await;
}

#[tokio::test]
async fn without_a_journal_it_works_and_says_that_the_address_is_kept_nowhere() {
    let mut tree = screen(Some(signing::public()), false).await;
    tree.until("the field", |tree| tree.having("id", "update-address").is_some()).await;
    assert!(tree.html().contains("No journal is open, so it is kept nowhere"));
    assert!(tree.html().contains("Not since the app was started"));
    type_address(&mut tree, &offering(signed(2))).await;
    press(&mut tree, "Fetch it now");
    tree.until("it is taken", |tree| tree.html().contains("The newer guidance is in the app now.")).await;
    assert_eq!(tree.session.update_choice().await.unwrap().address, None);
}

#[tokio::test]
async fn without_an_address_nothing_is_asked_and_the_field_says_what_is_missing() {
    let mut tree = screen(Some(signing::public()), true).await;
    tree.until("the field", |tree| tree.having("id", "update-address").is_some()).await;
    press(&mut tree, "Fetch it now");
    tree.calm().await;
    assert_eq!(tree.having("class", "field-wrong").unwrap().text, "Type the address here.");
    assert!(!tree.html().contains("Fetching"));
}

#[tokio::test]
async fn a_build_without_a_key_says_so_and_offers_no_tap() {
    let tree = screen(None, true).await;
    assert!(tree.html().contains("This build has no key for updates, so it takes none."));
    assert!(!tree.html().contains("Fetch it now") && tree.having("id", "update-address").is_none());
}

#[tokio::test]
async fn the_row_that_leads_there_promises_newer_pages_only_where_the_build_takes_them() {
    for (key, says, never) in [
        (Some(signing::public()), "Newer pages and numbers, only when you ask", "come with a newer app"),
        (None, "Newer pages and numbers come with a newer app", "only when you ask"),
    ] {
        let mut tree = Tree::updating(key, ROOT);
        tree.session.set_up(GOOD.to_owned()).await.unwrap();
        tree.until("the journal", |tree| tree.html().contains("Lock, recovery words")).await;
        press(&mut tree, "More");
        assert!(tree.html().contains(says) && !tree.html().contains(never), "{says}");
        press(&mut tree, "Keep the guidance up to date");
        tree.calm().await;
        assert_eq!(tree.html().contains("Newer ones can be fetched."), key.is_some());
    }
}

#[tokio::test]
async fn an_update_that_is_not_read_any_more_is_said_to_be_there() {
    let form_1 = include_bytes!("../../../../tests/past/fail_update-1-older-form").as_slice();
    for (kept, why) in
        [(form_1, "It was made for an older version of the app."), (b"x", "or it was damaged or changed.")]
    {
        let mut tree = Tree::updating(Some(signing::public()), ROOT);
        let pages = tree.packs.with_file_name("papers.pages");
        std::fs::create_dir(&pages).unwrap();
        std::fs::write(pages.join("content.now"), kept).unwrap();
        tree.calm().await;
        press(&mut tree, "Guidance");
        press(&mut tree, "Keep the guidance up to date");
        tree.until("why", |tree| tree.html().contains("An update that you took is not read any more.")).await;
        assert!(tree.html().contains(why) && tree.html().contains("What is built into the app"));
        type_address(&mut tree, &offering(signed(2))).await;
        press(&mut tree, "Fetch it now");
        tree.until("it is taken", |tree| tree.html().contains("The newer guidance is in the app now.")).await;
        assert!(!tree.html().contains("is not read any more"));
    }
    let tree = screen(Some(signing::public()), false).await;
    assert!(!tree.html().contains("is not read any more"));
}

#[tokio::test]
async fn what_was_fetched_is_read_at_the_next_start() {
    let tree = Tree::updating(Some(signing::public()), ROOT);
    tree.session.take_update(offering(signed(2))).await.unwrap();
    let shelf = crate::ui::shelf::Shelf::stocked(&tree.session);
    while !format!("{:?}", shelf.now().page("reporting")).contains(NEW) {
        std::thread::yield_now();
    }
}
