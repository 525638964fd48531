#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use crate::guidance::{Library, SourceTexts, Translation, is_old};
use crate::ui::first_reading::first_reading;
use crate::ui::library::reading_of;
use crate::ui::testing::{Found, Tree};

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

/// The guidance in a language that nobody speaks: one page of it is there.
fn half_translated() -> Tree {
    let (id, text) = SourceTexts::built_in().pages.iter().find(|(id, _)| *id == "reporting").unwrap();
    let page = text.replacen("title = \"", "title = \"Qwe ", 1);
    let translation = Translation { tag: "qaa", pages: &[(id, &page)], directory: None, asking: None };
    let english = Library::built_in().unwrap();
    Tree::reading(reading_of(&english.clone().translated(translation, &english)))
}

#[tokio::test]
async fn a_page_without_a_translation_says_once_that_it_is_in_english_and_is_marked_as_such() {
    let english = |tree: &Tree, words: &str| {
        tree.all()
            .into_iter()
            .any(|found| found.text.contains(words) && found.attrs.get("lang").is_some_and(|at| at == "en-GB"))
    };
    let mut tree = half_translated();
    press(&mut tree, "Guidance");
    assert!(english(&tree, "In danger now") && !english(&tree, "Qwe "));
    press(&mut tree, "Qwe ");
    assert!(!tree.html().contains("This page is in English."));
    let ltr = |found: &&Found| found.attrs.get("dir").is_some_and(|at| at == "ltr");
    let wrong: Vec<_> = tree.all().iter().filter(ltr).filter(|found| found.text.contains("Qwe ")).cloned().collect();
    assert!(wrong.is_empty(), "what is translated does not run as English does: {wrong:?}");
    press(&mut tree, "Guidance");
    press(&mut tree, "Orders");
    assert_eq!(tree.html().matches("This page is in English.").count(), 1);
    let heading = tree.all().into_iter().find(|found| found.tag == "h1").unwrap();
    assert_eq!((heading.attrs["lang"].as_str(), heading.attrs["dir"].as_str()), ("en-GB", "ltr"));
    assert!(tree.all().iter().filter(|found| found.tag == "h2").all(|found| found.attrs.contains_key("lang")));

    let mut tree = Tree::reading(reading_of(&Library::built_in().unwrap()));
    press(&mut tree, "Guidance");
    press(&mut tree, "Orders");
    assert!(tree.having("lang", "").is_none(), "in English nothing is marked");
    assert!(!tree.html().contains("This page is in English."));
}

#[tokio::test]
async fn whoever_is_in_the_directory_without_a_translation_is_marked_as_english() {
    let mut tree = half_translated();
    press(&mut tree, "Help");
    let name = tree.find("b", "National Stalking Helpline");
    assert_eq!(name.attrs["lang"], "en-GB");
    let is_number = |found: &&Found| found.attrs.get("class").is_some_and(|class| class == "number");
    let all = tree.all();
    let number = all.iter().filter(is_number).find(|found| found.text == "0808 802 0300").unwrap();
    // A number is of no language.
    assert_eq!((number.attrs["dir"].as_str(), number.attrs["translate"].as_str()), ("ltr", "no"));
    assert!(!number.attrs.contains_key("lang"));
}
