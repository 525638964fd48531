#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use crate::domain::{CameBy, EntryDraft, Happened, Kind, RecordId, When};
use crate::ui::testing::Tree;

/// The screen of one entry with these words.
async fn reading(text: &str) -> (Tree, RecordId) {
    let mut tree = Tree::inside();
    tree.session.set_up("four plain words here".to_owned()).await.unwrap();
    let draft = EntryDraft { text: Some(text.to_owned()), kinds: vec![Kind::Seen], ..EntryDraft::default() };
    let id = tree.session.record(draft, Vec::new()).await.unwrap();
    let tab = tree.find("button", "Journal");
    tree.tap(&tab);
    tree.until("the entry", |tree| tree.html().contains("1 entry, 1 day") && tree.html().contains(text)).await;
    let line = tree.find("button", text);
    tree.tap(&line);
    tree.until("the entry's screen", |tree| tree.html().contains("Every version is kept")).await;
    (tree, id)
}

#[tokio::test]
async fn a_correction_keeps_the_first_version_and_shows_what_changed() {
    let (mut tree, id) = reading("He wore a black coat.").await;
    let correct = tree.find("button", "Correct this");
    tree.tap(&correct);
    tree.until("the form", |tree| tree.having("id", "words").is_some()).await;
    assert_eq!(tree.having("id", "words").unwrap().attrs["initial_value"], "He wore a black coat.");
    let field = tree.having("id", "words").unwrap();
    tree.write(&field, "He wore a dark blue coat.");
    let why = tree.having("id", "why").unwrap();
    tree.write(&why, "seen on the photo");
    let save = tree.find("button", "Save");
    tree.tap(&save);
    tree.until("saved", |tree| tree.all().iter().any(|found| found.tag == "h1" && found.text == "Saved")).await;
    let view = tree.session.entry(id).await.unwrap();
    assert_eq!(view.versions[0].entry.content().text.as_deref(), Some("He wore a black coat."));
    assert_eq!(view.versions[1].why.as_deref(), Some("seen on the photo"));
    let read = tree.find("button", "Read it");
    tree.tap(&read);
    tree.until("the versions", |tree| tree.html().contains("Corrected")).await;
    assert_eq!(tree.find("s", "").text, "black");
    assert!(tree.html().contains("dark blue") && tree.html().contains("Why: seen on the photo"));
    assert!(tree.html().contains("It stays as it was.") && !tree.html().contains("Not changed since"));
    // The last "Read it" is that of the first version.
    let first = tree.all().into_iter().rfind(|found| found.tag == "button" && found.text == "Read it").unwrap();
    tree.tap(&first);
    tree.until("the first version", |tree| tree.html().contains("He wore a black coat.")).await;
}

#[tokio::test]
async fn after_leaving_no_word_of_the_entry_is_in_the_tree() {
    let (mut tree, _) = reading("by the wall").await;
    let leave = tree.having("data-leave", "").unwrap();
    tree.down(&leave);
    tree.until("the calculator", |tree| tree.html().contains("Calculator")).await;
    assert!(!tree.html().contains("by the wall") && !tree.html().contains("Seen"));
}

#[tokio::test]
async fn locking_takes_the_words_off_the_screen() {
    let (mut tree, _) = reading("by the wall").await;
    tree.session.lock().await.unwrap();
    tree.until("locked", |tree| tree.html().contains("Your journal is locked")).await;
    assert!(!tree.html().contains("by the wall"));
}

#[tokio::test]
async fn a_picture_is_shown_and_a_photo_that_is_not_one_is_listed_with_a_sentence() {
    let (mut tree, id) = reading("by the wall").await;
    let photo: &[u8] = include_bytes!("../../../../content/demo/bus-stop.jpg");
    for (name, bytes) in [("stop.jpg", photo), ("broken.jpg", b"\xff\xd8\xff no photo".as_slice())] {
        let file = tree.session.begin_file(Some(name.to_owned()), CameBy::Picked, 0).await.unwrap();
        tree.session.push_slice(file, bytes.to_vec()).await.unwrap();
        let held = tree.session.finish_file(file).await.unwrap();
        tree.session.attach(id, held).await.unwrap();
    }
    tree.until("the picture", |tree| tree.html().contains("data:image/jpeg;base64,")).await;
    tree.until("the sentence", |tree| tree.html().contains("cannot be shown as a picture here")).await;
}

#[tokio::test]
async fn a_file_that_was_added_later_says_when_and_the_entry_is_not_called_unchanged() {
    let mut tree = Tree::inside();
    tree.session.set_up("four plain words here".to_owned()).await.unwrap();
    let take_in = async |tree: &Tree, name: &str| {
        let file = tree.session.begin_file(Some(name.to_owned()), CameBy::Captured, 0).await.unwrap();
        tree.session.push_slice(file, name.as_bytes().to_vec()).await.unwrap();
        tree.session.finish_file(file).await.unwrap()
    };
    let draft = EntryDraft { text: Some("by the wall".to_owned()), kinds: vec![Kind::Seen], ..EntryDraft::default() };
    let first = vec![take_in(&tree, "one.txt").await, take_in(&tree, "two.txt").await];
    let id = tree.session.record(draft, first).await.unwrap();
    let tab = tree.find("button", "Journal");
    tree.tap(&tab);
    tree.until("the entry", |tree| tree.html().contains("by the wall")).await;
    let line = tree.find("button", "by the wall");
    tree.tap(&line);
    tree.until("its files", |tree| tree.html().contains("two.txt")).await;
    assert!(tree.html().contains("Not changed since."));
    assert!(!tree.html().contains("Added ") && !tree.html().contains("Files added"));

    tree.clock.set("2026-11-17T18:44:00Z".parse().unwrap());
    for name in ["three.txt", "four.txt"] {
        let held = take_in(&tree, name).await;
        tree.session.attach(id, held).await.unwrap();
    }
    tree.until("the new files", |tree| tree.html().contains("four.txt")).await;
    let html = tree.html();
    assert!(
        !html.contains("Not changed since") && html.contains("Files were added later.") && html.contains("Files added")
    );
    let at = |words: &str| html.find(words).unwrap_or_else(|| panic!("no {words}: {html}"));
    assert!(at("one.txt") < at("two.txt") && at("two.txt") < at("Added Tue 17 Nov, 18:44"));
    assert!(at("Added Tue 17 Nov, 18:44") < at("three.txt") && at("three.txt") < at("four.txt"));
    assert_eq!(html.matches("Added Tue 17 Nov, 18:44").count(), 1, "both came in one minute");
}

#[tokio::test]
async fn what_is_hard_to_read_is_folded_away_on_every_screen_until_she_unfolds_it() {
    let (mut tree, _) = reading("by the wall").await;
    let fold = tree.find("button", "Fold words and pictures away");
    tree.tap(&fold);
    assert!(!tree.html().contains("by the wall"));
    assert!(tree.html().contains("Happened") && tree.html().contains("Written down"));
    let back = tree.find("button", "Journal");
    tree.tap(&back);
    tree.until("the journal", |tree| tree.having("id", "journal-search").is_some()).await;
    tree.until("the entry", |tree| tree.having("class", "entry-row").is_some()).await;
    assert!(!tree.html().contains("by the wall"));
    let line = tree.having("class", "entry-row").unwrap();
    tree.tap(&line);
    tree.until("the entry's screen", |tree| tree.html().contains("folded away")).await;
    let show = tree.find("button", "Show them");
    tree.tap(&show);
    assert!(tree.html().contains("by the wall"));
}

#[tokio::test]
async fn who_it_was_stands_under_names_of_its_own_and_a_certainty_not_given_is_said_so() {
    let (mut tree, id) = reading("by the wall").await;
    let person = crate::domain::Person {
        name: Some("the man".to_owned()),
        seen_for_s: Some(20),
        distance: Some("across the road".to_owned()),
        ..Default::default()
    };
    let draft = EntryDraft { text: Some("by the wall".to_owned()), people: vec![person], ..EntryDraft::default() };
    tree.session.correct(id, draft, None).await.unwrap();
    tree.until("the correction", |tree| tree.html().contains("across the road")).await;
    let said: Vec<String> = tree.all().into_iter().filter(|found| found.tag == "dt").map(|found| found.text).collect();
    for name in ["Who", "How sure", "Seen for", "From how far"] {
        assert!(said.iter().any(|said| said == name), "{name} is not in {said:?}");
    }
    assert!(tree.html().contains("You did not say") && tree.html().contains("20 seconds"));
    assert!(!tree.html().contains("Unknown"));
}

#[tokio::test]
async fn a_file_that_is_lost_is_said_and_the_rest_of_the_entry_opens() {
    let (mut tree, id) = reading("by the wall").await;
    for (name, bytes) in [("gone.txt", &b"22:01 call"[..]), ("there.txt", &b"22:03 call"[..])] {
        let file = tree.session.begin_file(Some(name.to_owned()), CameBy::Picked, 0).await.unwrap();
        tree.session.push_slice(file, bytes.to_vec()).await.unwrap();
        let held = tree.session.finish_file(file).await.unwrap();
        if name == "gone.txt" {
            tree.remove_sealed(held.file);
        }
        tree.session.attach(id, held).await.unwrap();
    }
    tree.until("both", |tree| tree.html().contains("gone.txt") && tree.html().contains("there.txt")).await;
    assert!(tree.html().contains("by the wall"));
    assert_eq!(tree.html().matches("It is missing from this device, or damaged").count(), 1);
    assert_eq!(tree.html().matches("It will be in the evidence pack").count(), 1);
}

#[tokio::test]
async fn a_search_and_the_pattern_find_what_was_written_and_do_not_judge() {
    let mut tree = Tree::inside();
    tree.session.set_up("four plain words here".to_owned()).await.unwrap();
    let happened = Some(Happened::About { at: When("2026-11-17T17:40:00+00:00[Europe/London]".parse().unwrap()) });
    let draft =
        EntryDraft { text: Some("by the wall".to_owned()), kinds: vec![Kind::Seen], happened, ..EntryDraft::default() };
    tree.session.record(draft, Vec::new()).await.unwrap();
    let tab = tree.find("button", "Journal");
    tree.tap(&tab);
    tree.until("the journal", |tree| tree.having("id", "journal-search").is_some()).await;
    let search = tree.having("id", "journal-search").unwrap();
    tree.write(&search, "nothing like it");
    tree.until("no find", |tree| tree.html().contains("Nothing has all of these words")).await;
    // The name of the month stands on the screen and nowhere in the entry.
    tree.write(&search, "NOVEMBER wall");
    tree.until("a find", |tree| tree.html().contains("by the wall")).await;
    let counts = tree.find("button", "1 entry, 1 day");
    tree.tap(&counts);
    tree.until("the pattern", |tree| tree.html().contains("This counts what you wrote. It does not judge")).await;
    let table = tree.having("aria-label", "Days. As a table").unwrap();
    tree.tap(&table);
    assert!(tree.all().iter().any(|found| found.tag == "th" && found.text.contains("November")));
}

#[tokio::test]
async fn her_own_words_stay_as_they_are_in_every_language_and_words_of_the_app_do_not() {
    use crate::domain::{Place, PlaceSort};
    let mut tree = Tree::inside();
    tree.session.set_up("four plain words here".to_owned()).await.unwrap();
    let at = |words: Option<&str>| EntryDraft {
        kinds: vec![Kind::Seen],
        place: Some(Place { sort: Some(PlaceSort::Home), words: words.map(str::to_owned), ..Place::default() }),
        ..EntryDraft::default()
    };
    let id = tree.session.record(at(None), Vec::new()).await.unwrap();
    tree.session.record(at(Some("Mill Road")), Vec::new()).await.unwrap();
    let stays = |tree: &Tree, tag: &str, class: Option<&str>, words: &str| {
        let is = |found: &&crate::ui::testing::Found| {
            found.tag == tag && found.text == words && found.attrs.get("class").map(String::as_str) == class
        };
        let all = tree.all();
        let found = all.iter().find(is).unwrap_or_else(|| panic!("no {tag} says {words}: {}", tree.html()));
        found.attrs.get("translate").is_some_and(|at| at == "no")
    };
    let journal = tree.find("button", "Journal");
    tree.tap(&journal);
    tree.until("both", |tree| tree.html().contains("Mill Road") && tree.html().contains("Home")).await;
    assert!(stays(&tree, "span", Some("words"), "Mill Road") && !stays(&tree, "span", Some("words"), "Home"));
    let counts = tree.find("button", "2 entries, 1 day");
    tree.tap(&counts);
    tree.until("the pattern", |tree| tree.html().contains("It does not judge")).await;
    assert!(stays(&tree, "span", Some("name"), "Mill Road") && !stays(&tree, "span", Some("name"), "Home"));
    let back = tree.find("button", "Journal");
    tree.tap(&back);
    let file = tree.session.begin_file(None, CameBy::Picked, 0).await.unwrap();
    tree.session.push_slice(file, b"22:01 call".to_vec()).await.unwrap();
    let held = tree.session.finish_file(file).await.unwrap();
    tree.session.attach(id, held).await.unwrap();
    tree.session.correct(id, at(Some("by the wall")), None).await.unwrap();
    tree.until("the correction", |tree| tree.html().contains("by the wall")).await;
    let line = tree.find("button", "by the wall");
    tree.tap(&line);
    tree.until("what changed", |tree| tree.html().contains("Corrected")).await;
    assert!(!stays(&tree, "s", Some("was"), "Home") && stays(&tree, "span", Some("now"), "by the wall"));
    assert!(!stays(&tree, "b", None, "Text"), "the file has no name of hers");
}
