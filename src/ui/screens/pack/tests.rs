#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::{give_away, summary};
use crate::domain::ports::{Copied, PhoneError};
use crate::platform::recording::Call;
use crate::session::{Preview, Reveals};
use crate::ui::testing::Tree;

const GOOD: &str = "teapot gravel nine lanterns";

fn press(tree: &mut Tree, label: &str) {
    let button = tree.find("button", label);
    tree.tap(&button);
}

/// The pack screen over the made-up story, with the number of its entries.
async fn pack() -> (Tree, usize) {
    let mut tree = Tree::inside();
    tree.session.set_up(GOOD.to_owned()).await.unwrap();
    tree.session.fill_with_demo().await.unwrap();
    let entries = tree.session.counts().await.unwrap().entries;
    tree.until("More", |tree| tree.html().contains("Lock, recovery words")).await;
    press(&mut tree, "More");
    press(&mut tree, "Make an evidence pack");
    tree.until("the counts", |tree| tree.html().contains("Look through it")).await;
    (tree, entries)
}

fn row(tree: &Tree, title: &str) -> String {
    tree.find("button", title).text
}

#[tokio::test]
async fn it_counts_what_it_gives_away_before_anything_is_made() {
    let (mut tree, entries) = pack().await;
    assert!(tree.html().contains(&format!("{entries} entries")), "{}", tree.html());
    // Her home is out unless she puts it in.
    assert!(row(&tree, "Your home address").contains("Taken out of"));
    assert_eq!(tree.find("button", "Your home address").attrs["aria-checked"], "false");
    press(&mut tree, "Your home address");
    tree.until("the new count", |tree| row(tree, "Your home address").contains("In ")).await;
    assert_eq!(tree.find("button", "Your home address").attrs["aria-checked"], "true");
    assert!(!tree.packs.exists(), "something was made");
    assert!(tree.having("href", "tel:999").is_some());
}

#[tokio::test]
async fn an_entry_can_be_taken_out_by_itself() {
    let (mut tree, entries) = pack().await;
    press(&mut tree, "Look through it");
    tree.until("the entries", |tree| tree.having("role", "switch").is_some()).await;
    let first = tree.having("role", "switch").unwrap();
    tree.tap(&first);
    tree.until("one fewer", |tree| tree.html().contains(&format!("{} entries", entries - 1))).await;
    assert!(tree.html().contains("1 entry is not in it"));
}

#[tokio::test]
async fn a_pack_is_really_written_with_its_chronology_and_says_where() {
    let (mut tree, entries) = pack().await;
    press(&mut tree, "Make the pack");
    press(&mut tree, "Make it");
    tree.until("that it is made", |tree| tree.html().contains("The pack is made")).await;
    let folder = std::fs::read_dir(&tree.packs).unwrap().next().unwrap().unwrap().path();
    assert!(std::fs::read(folder.join("Chronology.pdf")).unwrap().starts_with(b"%PDF"));
    let html = tree.html();
    assert!(html.contains("Nothing has been sent."));
    assert!(html.contains(&folder.display().to_string()));
    assert!(html.contains("SHA256:"));
    assert!(html.contains(&format!("{entries} entries")));
    assert!(crate::session::verify_pack(&folder, None).is_ok());
    assert!(tree.phone.calls().is_empty(), "something was shared");
}

#[tokio::test]
async fn a_second_pack_overwrites_nothing() {
    let (mut tree, _) = pack().await;
    for _ in 0..2 {
        press(&mut tree, "Make the pack");
        press(&mut tree, "One file");
        press(&mut tree, "Make it");
        tree.until("that it is made", |tree| tree.html().contains("The pack is made")).await;
        press(&mut tree, "Share it");
        press(&mut tree, "To the journal");
        press(&mut tree, "Home");
        tree.until("More", |tree| tree.html().contains("Lock, recovery words")).await;
        press(&mut tree, "More");
        press(&mut tree, "Make an evidence pack");
        tree.until("the counts", |tree| tree.html().contains("Look through it")).await;
    }
    assert_eq!(std::fs::read_dir(&tree.packs).unwrap().count(), 2);
    assert_eq!(tree.phone.calls(), [Call::Share("application/zip".into()), Call::Share("application/zip".into())]);
}

#[tokio::test]
async fn the_next_pack_begins_with_what_was_taken_out_of_the_last_and_can_begin_anew() {
    let (mut tree, entries) = pack().await;
    assert!(!tree.html().contains("As in your last pack"));
    press(&mut tree, "Names of others");
    press(&mut tree, "Look through it");
    tree.until("the entries", |tree| tree.having("role", "switch").is_some()).await;
    let first = tree.having("role", "switch").unwrap();
    tree.tap(&first);
    press(&mut tree, "Done");
    tree.until("one fewer", |tree| tree.html().contains(&format!("{} entries", entries - 1))).await;
    press(&mut tree, "Make the pack");
    press(&mut tree, "Make it");
    tree.until("that it is made", |tree| tree.html().contains("The pack is made")).await;
    // Only a lock and an unlock show that it is kept, and not merely in memory.
    tree.session.lock().await.unwrap();
    tree.session.unlock(GOOD.to_owned()).await.unwrap();
    press(&mut tree, "To the journal");
    press(&mut tree, "Home");
    tree.until("More", |tree| tree.html().contains("Lock, recovery words")).await;
    press(&mut tree, "More");
    press(&mut tree, "Make an evidence pack");
    tree.until("what was taken out", |tree| tree.html().contains("As in your last pack.")).await;
    assert!(tree.html().contains("Taken out: your home, names of others, 1 entry."), "{}", tree.html());
    assert_eq!(tree.find("button", "Names of others").attrs["aria-checked"], "false");
    press(&mut tree, "Begin anew");
    tree.until("all entries", |tree| tree.html().contains(&format!("{entries} entries"))).await;
    assert!(!tree.html().contains("As in your last pack"));
    assert_eq!(tree.find("button", "Names of others").attrs["aria-checked"], "true");
    assert_eq!(tree.find("button", "Your home address").attrs["aria-checked"], "false", "her home stays out");
    assert!(!tree.session.pack_beginning().await.unwrap().remembered);
}

#[tokio::test]
async fn a_short_password_is_said_beside_the_field_and_nothing_is_made() {
    let (mut tree, _) = pack().await;
    press(&mut tree, "Make the pack");
    press(&mut tree, "For e-mail");
    let field = tree.having("id", "pack-password").unwrap();
    tree.write(&field, "seven77");
    press(&mut tree, "Make it");
    tree.calm().await;
    assert!(tree.having("class", "field-wrong").unwrap().text.contains("at least 8"));
    assert!(!tree.packs.exists());
}

#[tokio::test]
async fn a_folder_that_cannot_be_used_is_told_in_three_sentences() {
    let (mut tree, _) = pack().await;
    std::fs::write(&tree.packs, b"a file in its place").unwrap();
    press(&mut tree, "Make the pack");
    press(&mut tree, "Make it");
    tree.until("what happened", |tree| tree.html().contains("What happened")).await;
    assert!(tree.html().contains("Your journal is as it was."));
}

#[tokio::test]
async fn a_locked_journal_makes_no_pack_and_offers_to_unlock() {
    let (mut tree, _) = pack().await;
    tree.session.lock().await.unwrap();
    press(&mut tree, "Photos");
    tree.until("the lock", |tree| tree.html().contains("Unlock the journal")).await;
}

#[test]
fn what_stands_in_the_entries_reads_as_one_or_as_many() {
    let reveals = |entries, repeated, withheld| Reveals { entries, repeated, withheld };
    for (of, home, routine) in [
        (reveals(0, 0, true), "In none of the entries", "Times and routes: in none of the entries"),
        (reveals(1, 0, false), "In 1 entry", "Times and routes in 1 entry"),
        (reveals(2, 1, false), "In 2 entries. 1 text repeats it", "Times and routes in 2 entries. 1 text repeats it"),
        (reveals(1, 3, false), "In 1 entry. 3 texts repeat it", "Times and routes in 1 entry. 3 texts repeat it"),
        (reveals(1, 0, true), "Taken out of 1 entry", "Taken out of 1 entry"),
    ] {
        let preview = Preview { home: of, routine: of, names_of_others: of, ..Preview::default() };
        let [said_home, said_routine, _] = give_away::reveals(&preview);
        assert_eq!((said_home.as_str(), said_routine.as_str()), (home, routine));
    }
    let taken = |entries, repeated| {
        let names_of_others = reveals(entries, repeated, true);
        let [_, _, names] = give_away::reveals(&Preview { names_of_others, ..Preview::default() });
        names
    };
    assert_eq!(taken(3, 1), "Taken out of 3 entries, and 1 text that repeats it, which goes too");
    assert_eq!(taken(1, 2), "Taken out of 1 entry, and 2 texts that repeat it, which go too");
    let names = Preview { names_of_others: reveals(2, 0, false), ..Preview::default() };
    assert_eq!(give_away::reveals(&names)[2], "Witnesses, friends, family in 2 entries");
}

#[test]
fn the_line_about_the_whole_pack_says_what_is_in_it_since_when_and_what_is_not() {
    let day = jiff::civil::date(2026, 9, 3);
    let whole = Preview { entries: 23, photos: 1, days: Some((day, day)), ..Preview::default() };
    assert_eq!(summary(&whole), "23 entries, 1 photo or film, since 3\u{a0}September\u{a0}2026");
    let fewer = Preview { photos: 2, left_out: 1, withdrawn: 2, ..whole.clone() };
    assert_eq!(
        summary(&fewer),
        "23 entries, 2 photos and films, since 3\u{a0}September\u{a0}2026. 1 entry is not in it. 2 entries are out of packs"
    );
    let without = Preview { photos_withheld: true, left_out: 2, ..whole };
    assert_eq!(summary(&without), "23 entries, since 3\u{a0}September\u{a0}2026. 2 entries are not in it");
    assert_eq!(summary(&Preview::default()), "0 entries, 0 photos and films");
    let none = Preview { photos_withheld: true, withdrawn: 1, ..Preview::default() };
    assert_eq!(summary(&none), "0 entries. 1 entry is out of packs");
}

/// A pack as one file, just made, on a phone that puts copies where she says.
async fn made() -> Tree {
    let (mut tree, _) = pack().await;
    tree.phone.can(|can| can.saves = true);
    press(&mut tree, "Make the pack");
    press(&mut tree, "One file");
    press(&mut tree, "Make it");
    tree.until("that it is made", |tree| tree.html().contains("The pack is made")).await;
    tree
}

#[tokio::test]
async fn a_copy_counts_as_saved_only_when_the_phone_says_that_it_is_whole() {
    let mut tree = made().await;
    let copied = tree.phone.copying();
    press(&mut tree, "Save a copy…");
    tree.calm().await;
    assert!(tree.html().contains("Nothing is saved yet.") && !tree.html().contains("A copy is where you put it."));
    press(&mut tree, "Save a copy…");
    copied.send(Ok(Copied::Whole)).unwrap();
    tree.until("the copy", |tree| tree.html().contains("A copy is where you put it.")).await;
    assert_eq!(tree.phone.calls(), [Call::Save("Pack 2026-11-17.zip".into())], "asked twice, or under another name");
}

#[tokio::test]
async fn a_copy_that_was_not_made_is_said_and_sharing_is_still_there() {
    let mut tree = made().await;
    for (answer, said) in [
        (Ok(Copied::Nowhere), "Nothing was saved: no place was chosen."),
        (Err(PhoneError::Refused), "The copy was not saved."),
    ] {
        tree.phone.copying().send(answer).unwrap();
        press(&mut tree, "Save a copy…");
        tree.until("the answer", |tree| tree.html().contains(said)).await;
        assert!(!tree.html().contains("A copy is where you put it."));
        tree.find("button", "Share it");
    }
    tree.phone.can(|can| can.takes_copies = false);
    press(&mut tree, "Save a copy…");
    tree.until("the answer", |tree| tree.html().contains("No app on this phone takes a copy.")).await;
}

#[tokio::test]
async fn where_the_phone_has_no_such_way_none_is_offered() {
    let (mut tree, _) = pack().await;
    press(&mut tree, "Make the pack");
    press(&mut tree, "One file");
    press(&mut tree, "Make it");
    tree.until("that it is made", |tree| tree.html().contains("The pack is made")).await;
    assert!(!tree.html().contains("Save a copy"));
}
