#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use crate::guidance::Library;
use crate::session::Choices;
use crate::ui::library::reading_of;
use crate::ui::testing::Tree;

const EXAMPLE: &str = include_str!("../../../../content/institutions/example-university.toml");

fn press(tree: &mut Tree, words: &str) {
    let button = tree.find("button", words);
    tree.tap(&button);
}

#[tokio::test]
async fn the_example_is_said_to_be_one_and_its_number_can_be_called() {
    let mut tree = Tree::reading(reading_of(&Library::built_in().unwrap()));
    press(&mut tree, "Help");
    press(&mut tree, "Help where you work or study");
    press(&mut tree, "See an example");
    let html = tree.html();
    assert!(html.contains("From Example university") && html.contains("This is an example"));
    assert!(html.contains("020 7873 7303") && html.contains("Without your name"));
    press(&mut tree, "Close the example");
    assert!(!tree.html().contains("020 7873 7303"));
}

#[tokio::test]
async fn what_is_kept_in_the_journal_is_shown_as_its_own_until_it_is_taken_out() {
    let mut tree = Tree::inside();
    tree.session.set_up("four words nobody else has".to_owned()).await.unwrap();
    let choices = Choices { institution: Some(EXAMPLE.to_owned()), ..Choices::default() };
    tree.session.keep_choices(choices).await.unwrap();
    // As after unlocking: mounted anew, with an open journal.
    tree.curtain.renew();
    tree.calm().await;
    press(&mut tree, "Help");
    tree.until("the institution", |tree| tree.html().contains("From Example university")).await;
    press(&mut tree, "From Example university");
    press(&mut tree, "Take this out");
    tree.until("it is out", |tree| tree.html().contains("taken out of the app and of your journal")).await;
    assert_eq!(tree.session.kept_choices().await.unwrap().institution, None);
}

#[tokio::test]
async fn a_lock_takes_it_out_of_sight() {
    let mut tree = Tree::inside();
    tree.session.set_up("four words nobody else has".to_owned()).await.unwrap();
    let choices = Choices { institution: Some(EXAMPLE.to_owned()), ..Choices::default() };
    tree.session.keep_choices(choices).await.unwrap();
    tree.curtain.renew();
    tree.calm().await;
    press(&mut tree, "Help");
    tree.until("the institution", |tree| tree.html().contains("From Example university")).await;
    tree.session.lock().await.unwrap();
    tree.curtain.renew();
    tree.calm().await;
    press(&mut tree, "Help");
    assert!(!tree.html().contains("From Example university"));
}
