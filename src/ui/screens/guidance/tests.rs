#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use crate::guidance::{Library, is_old};
use crate::ui::first_reading::first_reading;
use crate::ui::library::reading_of;
use crate::ui::testing::Tree;

fn press(tree: &mut Tree, words: &str) {
    let button = tree.find("button", words);
    tree.tap(&button);
}

#[tokio::test]
async fn every_page_is_two_taps_from_home_whatever_nation_she_chose() {
    let library = Library::built_in().unwrap();
    for nation in [None, Some("England"), Some("Scotland"), Some("Northern Ireland")] {
        let mut tree = Tree::reading(reading_of(&library));
        press(&mut tree, "Guidance");
        if let Some(nation) = nation {
            press(&mut tree, nation);
        }
        let rows: Vec<String> =
            tree.all().into_iter().filter(|found| found.tag == "button").map(|row| row.text).collect();
        for page in library.pages() {
            assert!(rows.iter().any(|row| row.starts_with(&page.title)), "{} is not listed for {nation:?}", page.title);
        }
    }
}

#[tokio::test]
async fn the_law_shown_is_that_of_her_nation() {
    let mut tree = Tree::reading(reading_of(&Library::built_in().unwrap()));
    press(&mut tree, "Guidance");
    press(&mut tree, "Scotland");
    press(&mut tree, "Is this stalking?");
    let html = tree.html();
    assert!(!html.contains("Following you."), "the list of another nation's law is shown");
}

#[tokio::test]
async fn one_search_finds_a_page_and_somebody_to_call() {
    let mut tree = Tree::reading(reading_of(&Library::built_in().unwrap()));
    press(&mut tree, "Guidance");
    let field = tree.having("id", "guidance-search").unwrap();
    tree.write(&field, "helpline");
    tree.find("h2", "To read");
    tree.find("h2", "To call, text or look up");
    assert!(tree.html().contains("0808 802 0300"));
    tree.write(&field, "qqqq");
    assert!(tree.html().contains("Nothing here has those words"));
    press(&mut tree, "Everybody who can help");
    assert!(tree.html().contains("Paladin"));
}

#[tokio::test]
async fn a_page_that_nobody_checked_for_a_year_says_so() {
    let mut reading = first_reading();
    reading.groups[0].pages[0].checked = jiff::civil::date(2025, 11, 1);
    assert!(is_old(jiff::civil::date(2025, 11, 1), jiff::civil::date(2026, 11, 17)));
    let mut tree = Tree::reading(reading);
    press(&mut tree, "Guidance");
    press(&mut tree, "If you cannot speak");
    assert!(tree.html().contains("Nobody has checked this page for more than a year."));
}

#[tokio::test]
async fn in_danger_now_shows_where_she_is_and_asks_by_itself_only_where_no_question_pops_up() {
    use crate::domain::{FixSource, Position};
    let here = Position::from_degrees(51.5086, -0.1166, Some(12.0), Some(4000), FixSource::Phone).unwrap();
    let library = Library::built_in().unwrap();
    let mut tree = Tree::reading(reading_of(&library));
    tree.locator.say(false, Ok(here));
    press(&mut tree, "Guidance");
    press(&mut tree, "In danger now");
    tree.calm().await;
    assert!(!tree.html().contains("51.50860"), "it asked by itself");
    press(&mut tree, "Show where I am");
    tree.until("the place", |tree| tree.html().contains("51.50860, -0.11660")).await;
    assert!(tree.html().contains("TQ 30") && tree.html().contains("Found at 18:41:56, within 12 m"));
}
