#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use crate::domain::{FixSource, NoPosition, Position, Trusted, TrustedPerson};
use crate::platform::recording::Call;
use crate::ui::testing::Tree;

fn press(tree: &mut Tree, words: &str) {
    let button = tree.find("button", words);
    tree.tap(&button);
}

fn write(tree: &mut Tree, id: &str, text: &str) {
    let field = tree.having("id", id).unwrap_or_else(|| panic!("no field {id}"));
    tree.write(&field, text);
}

/// On the screen, with a journal that is open, and one person in the list.
async fn with_a_friend(place: Result<Position, NoPosition>, may: bool) -> Tree {
    let mut tree = Tree::inside();
    tree.locator.say(may, place);
    tree.session.set_up("four words nobody else has".to_owned()).await.unwrap();
    let friend = TrustedPerson { name: "A friend".to_owned(), number: "07700 900123".to_owned() };
    tree.session.keep_trusted(Trusted { people: vec![friend], words: "Ring me now.".to_owned() }).await.unwrap();
    tree.calm().await;
    press(&mut tree, "Text somebody you trust");
    tree.until("the list", |tree| tree.html().contains("Text A friend")).await;
    tree
}

fn here() -> Position {
    Position::from_degrees(51.5086, -0.1166, Some(12.0), Some(4000), FixSource::Phone).unwrap()
}

#[tokio::test]
async fn one_tap_writes_her_words_and_where_she_is_and_says_that_nothing_was_sent() {
    let mut tree = with_a_friend(Ok(here()), true).await;
    tree.until("the place", |tree| tree.html().contains("Where you are: 51.50860")).await;
    press(&mut tree, "Text A friend");
    tree.calm().await;
    let calls = tree.phone.calls();
    let [Call::Text(number, words)] = calls.as_slice() else { panic!("{calls:?}") };
    assert_eq!(number, "07700900123");
    assert!(words.starts_with("Ring me now.\nWhere I am: 51.50860, -0.11660, within 12 m"), "{words}");
    assert!(tree.html().contains("Not sent yet."));
}

#[tokio::test]
async fn where_the_phone_must_ask_it_is_asked_at_the_tap_and_the_text_follows() {
    let mut tree = with_a_friend(Ok(here()), false).await;
    assert!(tree.phone.calls().is_empty());
    press(&mut tree, "Text A friend");
    tree.until("the text", |tree| !tree.phone.calls().is_empty()).await;
    assert!(matches!(&tree.phone.calls()[0], Call::Text(_, words) if words.contains("51.50860")));
}

#[tokio::test]
async fn without_a_place_the_text_is_written_all_the_same_and_says_so() {
    let mut tree = with_a_friend(Err(NoPosition::Refused), false).await;
    press(&mut tree, "Text A friend");
    tree.until("the text", |tree| !tree.phone.calls().is_empty()).await;
    assert!(matches!(&tree.phone.calls()[0], Call::Text(_, words) if words.contains("could not say where I am")));
}

#[tokio::test]
async fn a_person_is_kept_sealed_and_a_wrong_number_is_refused_beside_the_field() {
    let mut tree = Tree::inside();
    tree.session.set_up("four words nobody else has".to_owned()).await.unwrap();
    tree.calm().await;
    press(&mut tree, "Text somebody you trust");
    tree.until("the list", |tree| tree.html().contains("Add a person")).await;
    write(&mut tree, "trusted-name", "Aunt");
    write(&mut tree, "trusted-number", "12");
    press(&mut tree, "Keep this person");
    assert!(tree.html().contains("not a number that a phone can text"));
    assert!(tree.session.kept_trusted().await.unwrap().people.is_empty());
    write(&mut tree, "trusted-number", "07700 900456");
    press(&mut tree, "Keep this person");
    tree.until("the person", |tree| tree.html().contains("Text Aunt")).await;
    assert_eq!(tree.session.kept_trusted().await.unwrap().people[0].name, "Aunt");
}

/// On an empty list, with a name typed.
async fn adding() -> Tree {
    let mut tree = Tree::inside();
    tree.session.set_up("four words nobody else has".to_owned()).await.unwrap();
    tree.calm().await;
    press(&mut tree, "Text somebody you trust");
    tree.until("the list", |tree| tree.html().contains("Add a person")).await;
    write(&mut tree, "trusted-name", "Aunt");
    tree
}

#[tokio::test]
async fn a_number_that_a_text_may_not_reach_is_said_beside_the_field_before_it_is_kept_and_a_second_tap_keeps_it() {
    let mut tree = adding().await;
    let wrong = |tree: &Tree| tree.having("class", "field-wrong").map(|found| found.text).unwrap_or_default();
    for typed in ["0770090012", "077009001234567", "7700900123", "123456", "020 7946 0018"] {
        write(&mut tree, "trusted-number", typed);
        press(&mut tree, "Keep this person");
        tree.calm().await;
        assert!(wrong(&tree).contains("does not look like a UK mobile number. A text may not reach it."), "{typed}");
        assert!(tree.session.kept_trusted().await.unwrap().people.is_empty(), "{typed} was taken without a word");
    }
    write(&mut tree, "trusted-number", "+33 (0)6 12 34 56 78");
    press(&mut tree, "Keep this person");
    assert!(wrong(&tree).contains("There is a 0 in brackets"));
    // What is typed anew is looked at anew.
    write(&mut tree, "trusted-number", "020 7946 0018");
    assert_eq!(wrong(&tree), "");
    press(&mut tree, "Keep this person");
    press(&mut tree, "Keep it all the same");
    tree.until("the person", |tree| tree.html().contains("Text Aunt")).await;
    assert_eq!(tree.session.kept_trusted().await.unwrap().people[0].number, "020 7946 0018");
}

#[tokio::test]
async fn a_number_of_another_country_is_kept_at_the_first_tap() {
    let mut tree = adding().await;
    write(&mut tree, "trusted-number", "+33 6 12 34 56 78");
    press(&mut tree, "Keep this person");
    tree.until("the person", |tree| tree.html().contains("Text Aunt")).await;
}

#[tokio::test]
async fn once_a_person_is_kept_the_form_goes_and_the_next_one_is_added_to_the_list_with_them_in_it() {
    let mut tree = adding().await;
    for (number, name) in [("07700 900123", "Uncle"), ("07700 900456", "Neighbour")] {
        write(&mut tree, "trusted-name", name);
        write(&mut tree, "trusted-number", number);
        press(&mut tree, "Keep this person");
        tree.until("the person", |tree| tree.html().contains(&format!("Text {name}"))).await;
        assert!(!tree.html().contains("Add a person"), "the form stays open after {name}");
        press(&mut tree, "Change people or words");
    }
    assert_eq!(tree.session.kept_trusted().await.unwrap().people.len(), 2);
}

#[tokio::test]
async fn a_number_typed_with_the_zero_behind_44_is_kept_and_texted_without_it() {
    let mut tree = adding().await;
    write(&mut tree, "trusted-number", "+44 (0)7700 900123");
    press(&mut tree, "Keep this person");
    tree.until("the person", |tree| tree.html().contains("Text Aunt")).await;
    assert_eq!(tree.session.kept_trusted().await.unwrap().people[0].number, "+44 7700 900123");
    press(&mut tree, "Text Aunt");
    tree.until("the text", |tree| !tree.phone.calls().is_empty()).await;
    assert!(matches!(&tree.phone.calls()[0], Call::Text(number, _) if number == "+447700900123"));
}

#[tokio::test]
async fn a_name_of_300_characters_is_refused_in_words_beside_the_name() {
    let mut tree = adding().await;
    write(&mut tree, "trusted-name", &"x".repeat(300));
    write(&mut tree, "trusted-number", "07700 900123");
    press(&mut tree, "Keep this person");
    assert!(tree.having("id", "trusted-name-wrong").unwrap().text.contains("longer than 80 characters"));
    assert!(tree.session.kept_trusted().await.unwrap().people.is_empty());
}

#[tokio::test]
async fn a_locked_journal_shows_nobody() {
    let mut tree = with_a_friend(Ok(here()), false).await;
    tree.session.lock().await.unwrap();
    tree.until("the lock", |tree| tree.html().contains("Your journal is locked")).await;
    assert!(!tree.html().contains("A friend"));
}
