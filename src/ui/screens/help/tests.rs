#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;
use crate::guidance::Library;
use crate::platform::recording::Call;
use crate::session::Choices;
use crate::ui::first_reading::first_reading;
use crate::ui::library::reading_of;
use crate::ui::testing::Tree;

fn whole() -> Tree {
    Tree::reading(reading_of(&Library::built_in().unwrap()))
}

fn press(tree: &mut Tree, words: &str) {
    let button = tree.find("button", words);
    tree.tap(&button);
}

fn labelled(tree: &mut Tree, label: &str) {
    let button = tree.having("aria-label", label).unwrap_or_else(|| panic!("nothing is called {label:?}"));
    tree.tap(&button);
}

/// One of the four tabs.
fn tab(tree: &mut Tree, name: &str) {
    let tabs = tree.all().into_iter();
    let tab = tabs
        .into_iter()
        .find(|found| found.attrs.get("class").is_some_and(|class| class == "tab") && found.text == name);
    tree.tap(&tab.unwrap());
}

#[test]
fn each_nation_has_its_own_helplines_and_the_others_are_not_lost() {
    let groups = first_reading().help;
    let names = |sorted: &Sorted| -> Vec<String> {
        sorted.here.iter().flat_map(|group| &group.entries).map(|entry| entry.name.clone()).collect()
    };
    let all: usize = groups.iter().map(|group| group.entries.len()).sum();
    for nation in Nation::ALL {
        let sorted = sorted(&groups, Some(nation));
        assert!(names(&sorted).iter().any(|name| name == "Police"), "{nation:?} has no police");
        assert_eq!(names(&sorted).len() + sorted.elsewhere.len(), all, "somebody is lost in {nation:?}");
    }
    let wales = sorted(&groups, Some(Nation::Wales));
    assert!(names(&wales).iter().any(|name| name == "Live Fear Free"));
    let england = sorted(&groups, Some(Nation::England));
    assert!(!names(&england).iter().any(|name| name == "Live Fear Free"));
    assert!(england.elsewhere.iter().any(|entry| entry.name == "Live Fear Free"));
    assert!(sorted(&groups, None).elsewhere.is_empty());
}

#[tokio::test]
async fn a_search_that_finds_nothing_offers_somebody_to_talk_to_and_everything_to_look_through() {
    let mut tree = Tree::inside();
    press(&mut tree, "Help");
    let field = tree.having("id", "help-search").unwrap();
    tree.write(&field, "zzz");
    assert!(tree.html().contains("Nothing here has those words"));
    tree.find("button", "Call 0808 802 0300");
    press(&mut tree, "All guidance");
    assert!(tree.html().contains("Where do you live?"));
}

#[tokio::test]
async fn a_name_from_another_nation_is_found_and_said_to_be_from_there() {
    let mut tree = whole();
    press(&mut tree, "Help");
    press(&mut tree, "Scotland");
    let field = tree.having("id", "help-search").unwrap();
    tree.write(&field, "live fear free");
    assert!(tree.html().contains("For Wales only"), "{}", tree.html());
}

#[tokio::test]
async fn the_nation_is_asked_once_and_remembered_on_every_screen_and_in_the_journal() {
    let mut tree = whole();
    tab(&mut tree, "Guidance");
    press(&mut tree, "Scotland");
    assert!(!tree.html().contains("Where do you live?"));
    tab(&mut tree, "Help");
    let chosen = |tree: &Tree| {
        tree.all()
            .into_iter()
            .find(|found| found.attrs.get("aria-pressed").is_some_and(|on| on == "true"))
            .unwrap()
            .text
    };
    assert!(chosen(&tree).contains("Scotland"));
    // Locking mounts everything anew.
    tree.curtain.renew();
    tree.calm().await;
    tab(&mut tree, "Help");
    assert!(chosen(&tree).contains("Scotland"));
    tree.session.set_up("four words nobody else has".to_owned()).await.unwrap();
    for _ in 0..200 {
        tree.calm().await;
        if tree.session.kept_choices().await.unwrap().nation.is_some() {
            break;
        }
    }
    let kept = tree.session.kept_choices().await.unwrap();
    assert_eq!(kept, Choices { nation: Some(Nation::Scotland), ..Choices::default() });
}

#[tokio::test]
async fn before_the_first_text_it_is_said_once_that_it_leaves_traces_and_never_before_999() {
    let mut tree = whole();
    press(&mut tree, "Help");
    let text = |tree: &Tree, number: &str| {
        let buttons = tree.all().into_iter().filter(|found| found.tag == "button");
        buttons.into_iter().find(|found| {
            let label = found.attrs.get("aria-label").cloned().unwrap_or_default();
            label.starts_with("Text ") && found.text.contains(number) || label == number
        })
    };
    let emergency = tree.having("aria-label", "Text Text 999").or_else(|| text(&tree, "999")).unwrap();
    tree.tap(&emergency);
    assert_eq!(tree.phone.calls(), [Call::Text("999".into(), String::new())]);
    let other = text(&tree, "07860").unwrap();
    tree.tap(&other);
    assert_eq!(tree.phone.calls().len(), 1, "it went on without a word");
    assert!(tree.html().contains("A text stays in your messages"));
    press(&mut tree, "Text 07860 077333");
    assert_eq!(tree.phone.calls().last(), Some(&Call::Text("07860 077333".into(), String::new())));
    // Once is enough, for calls as well.
    labelled(&mut tree, "Call National Stalking Helpline");
    assert_eq!(tree.phone.calls().last(), Some(&Call::Dial("08088020300".into())));
}

#[tokio::test]
async fn an_entry_tells_more_and_a_note_that_she_called_waits_for_her_to_finish_and_save_it() {
    let mut tree = whole();
    tree.session.set_up("four words nobody else has".to_owned()).await.unwrap();
    tree.calm().await;
    press(&mut tree, "Help");
    press(&mut tree, "More about Paladin");
    assert!(tree.all().iter().any(|found| found.tag == "dt" && found.text == "Source"));
    press(&mut tree, "Add a note that I called");
    tree.until("the form", |tree| tree.html().contains("In your own words")).await;
    let kept = tree.session.kept_draft().await.unwrap().unwrap().draft;
    assert_eq!(kept.text.as_deref(), Some("I called: Paladin."));
    assert_eq!((kept.told[0].who.as_str(), kept.told[0].on, kept.happened), ("Paladin", None, None));
    assert!(tree.session.entries(crate::session::Query::default()).await.unwrap().is_empty(), "it was saved by itself");
}

#[tokio::test]
async fn the_card_for_101_opens_from_where_101_stands_and_from_above_everybody_in_help() {
    for words in ["A card to read aloud", "A card for 101"] {
        let mut tree = whole();
        tab(&mut tree, "Help");
        press(&mut tree, words);
        tree.calm().await;
        tree.find("button", "Call 101");
        press(&mut tree, "Back");
        tree.find("button", words);
    }
    let mut tree = whole();
    tab(&mut tree, "Help");
    let place = |words: &str| tree.html().find(words).unwrap_or_else(|| panic!("{words} is not there"));
    assert!(place("A card for 101") < place("0808 802 0300"), "it stands below the helplines");
    assert_eq!(tree.html().matches("A card to read aloud").count(), 1, "it stands beside others than 101");
}

#[tokio::test]
async fn what_a_search_in_help_names_stands_first_the_card_for_101_a_page_or_somebody_to_call() {
    let mut tree = whole();
    tab(&mut tree, "Help");
    for (words, first) in [
        ("101", "A card for 101"),
        ("card for 101", "A card for 101"),
        ("report", "A card for 101"),
        ("is this stalking", "Is this stalking?"),
        ("samaritans", "Samaritans"),
    ] {
        let field = tree.having("id", "help-search").unwrap();
        tree.write(&field, words);
        let rows: Vec<String> = tree
            .all()
            .into_iter()
            .filter(|found| found.attrs.get("class").is_some_and(|class| class.starts_with("row")))
            .map(|found| found.text)
            .collect();
        assert!(rows[0].starts_with(first), "{words}: {rows:?}");
    }
}

#[tokio::test]
async fn a_number_that_nobody_checked_for_a_year_says_so() {
    let mut reading = first_reading();
    for group in &mut reading.help {
        for entry in &mut group.entries {
            entry.checked = jiff::civil::date(2025, 11, 1);
        }
    }
    let mut tree = Tree::reading(reading);
    press(&mut tree, "Help");
    assert!(tree.html().contains("Nobody has checked this for more than a year."));
    let mut fresh = Tree::inside();
    press(&mut fresh, "Help");
    assert!(!fresh.html().contains("Nobody has checked"));
}

#[tokio::test]
async fn help_from_set_up_leads_back_to_its_step() {
    let mut tree = whole();
    tree.until("the first look", |tree| tree.html().contains("Set-up takes")).await;
    press(&mut tree, "Set-up takes");
    press(&mut tree, "Next");
    press(&mut tree, "Talk to a helpline");
    assert!(tree.html().contains("National Stalking Helpline"));
    press(&mut tree, "Set-up");
    assert!(tree.html().contains("Is this phone safe to use?"));
}

#[tokio::test]
async fn one_need_brings_who_is_there_for_it_to_the_top_and_loses_nobody() {
    let mut tree = whole();
    press(&mut tree, "Help");
    let names = |tree: &Tree| -> Vec<String> {
        let rows =
            tree.all().into_iter().filter(|found| found.attrs.get("class").is_some_and(|class| class == "row help"));
        rows.map(|row| row.text).collect()
    };
    let all = names(&tree).len();
    press(&mut tree, "Without my name");
    assert!(names(&tree)[0].starts_with("Crimestoppers"), "{:?}", names(&tree)[0]);
    assert_eq!(names(&tree).len(), all);
    press(&mut tree, "Without my name");
    assert!(names(&tree)[0].starts_with("National Stalking Helpline"));
}
