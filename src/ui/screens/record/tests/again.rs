//! Correcting an entry: what it has already, and saving it with nothing changed.
use super::*;
use crate::domain::{Happened, Person, Place, RecordId, Told, Vehicle, When, Witness};
use crate::session::HeldFile;

async fn take_in(tree: &Tree, name: &str) -> HeldFile {
    let file = tree.session.begin_file(Some(name.to_owned()), CameBy::Picked, 0).await.unwrap();
    tree.session.push_slice(file, name.as_bytes().to_vec()).await.unwrap();
    tree.session.finish_file(file).await.unwrap()
}

/// An entry with something in every part of the form.
fn full() -> EntryDraft {
    let some = |text: &str| Some(text.to_owned());
    EntryDraft {
        happened: Some(Happened::About { at: When("2026-11-17T17:40:12+00:00[Europe/London]".parse().unwrap()) }),
        place: Some(Place { words: some("Mill Road"), sort: Some(PlaceSort::OnTheWay), ..Place::default() }),
        people: vec![Person {
            name: some("the man "),
            certainty: Some(Certainty::NotSure),
            seen_for_s: Some(240),
            distance_m: Some(8),
            light: some("dusk"),
            ..Person::default()
        }],
        kinds: vec![Kind::Seen, Kind::SilentCall],
        count: Some(43),
        text: some("  by the wall\n"),
        source: Some(Source::Told { by: some("Ann") }),
        effects: vec![Effect::Route],
        witnesses: vec![Witness { name: "Ann".to_owned(), saw: some("him"), ..Witness::default() }],
        vehicles: vec![Vehicle { plate: some("EX51"), ..Vehicle::default() }],
        told: vec![Told { who: "Police, 101".to_owned(), reference: some("EX-1"), ..Told::default() }],
        ..said("")
    }
}

async fn to_correct(tree: &mut Tree, id: RecordId) {
    press(tree, "Journal");
    tree.until("the journal", |tree| tree.having("class", "entry-row").is_some()).await;
    let line = tree.having("class", "entry-row").unwrap();
    tree.tap(&line);
    tree.until("the entry", |tree| tree.html().contains("Every version is kept")).await;
    press(tree, "Correct this");
    tree.until("the form", |tree| tree.having("id", "words").is_some()).await;
    assert!(tree.session.entry(id).await.is_ok());
}

#[tokio::test]
async fn a_correction_with_nothing_changed_writes_nothing_and_says_so() {
    let mut tree = open().await;
    let held = take_in(&tree, "stop.txt").await;
    let id = tree.session.record(full(), vec![held]).await.unwrap();
    let before = tree.session.entry(id).await.unwrap();
    to_correct(&mut tree, id).await;
    press(&mut tree, "Save");
    tree.until("it is said", |tree| tree.html().contains("Nothing was changed, so nothing new was written.")).await;
    assert!(!is_saved(&tree) && !tree.html().contains("stands beside"));
    assert_eq!(tree.session.entry(id).await.unwrap(), before);
}

#[tokio::test]
async fn a_reason_alone_is_written_and_said_to_be_saved() {
    let mut tree = open().await;
    let id = tree.session.record(full(), Vec::new()).await.unwrap();
    to_correct(&mut tree, id).await;
    write(&mut tree, "why", "I looked again.");
    press(&mut tree, "Save");
    tree.until("saved", is_saved).await;
    assert!(!tree.html().contains("Nothing was changed"));
    assert_eq!(tree.session.entry(id).await.unwrap().versions[1].why.as_deref(), Some("I looked again."));
}

#[tokio::test]
async fn the_form_says_how_many_files_the_entry_has_already_and_a_new_one_is_saved() {
    let mut tree = open().await;
    let held = vec![take_in(&tree, "one.txt").await, take_in(&tree, "two.txt").await];
    let id = tree.session.record(said("by the wall"), held).await.unwrap();
    to_correct(&mut tree, id).await;
    tree.until("the count", |tree| tree.html().contains("2 files are in the entry already")).await;
    assert!(!tree.html().contains("None yet"));
    press(&mut tree, "Save");
    tree.until("nothing new", |tree| tree.html().contains("nothing new was written")).await;
    press(&mut tree, "Done");

    let held = take_in(&tree, "three.txt").await;
    let kept = KeptDraft { draft: said("by the wall"), files: vec![held], of: Some(id), ..KeptDraft::default() };
    tree.session.keep_draft(kept).await.unwrap();
    tree.until("the offer", |tree| tree.html().contains("You began to write")).await;
    press(&mut tree, "You began to write");
    tree.until("both counts", |tree| tree.html().contains("1 new. 2 files are in the entry already")).await;
    press(&mut tree, "Save");
    tree.until("saved", is_saved).await;
    let view = tree.session.entry(id).await.unwrap();
    assert_eq!((view.versions.len(), view.files.len()), (1, 3));
}
