//! What she chose and is not in the entry: it is said to be coming, and where it never came she is told.

use super::picked::{file, slow, to_files, unlock};
use super::*;

pub(super) fn is_missing(tree: &Tree) -> bool {
    tree.html().contains("Not everything that you chose was taken in.")
}

fn is_late(tree: &Tree) -> bool {
    tree.html().contains("Not everything that you chose is in this entry.")
}

fn waits(tree: &Tree) -> bool {
    tree.html().contains("A file is still coming in.")
}

fn close(tree: &mut Tree) {
    let close = tree.having("aria-label", "Close").unwrap();
    tree.tap(&close);
}

/// Leaves, and comes back by the calculator.
async fn leave_and_come_back(tree: &mut Tree) {
    let leave = tree.having("data-leave", "").unwrap();
    tree.down(&leave);
    tree.until("the calculator", |tree| tree.html().contains("AC, all clear")).await;
    tree.curtain.rise();
    tree.until("home", |tree| tree.html().contains("Record what happened")).await;
}

async fn lock(tree: &mut Tree) {
    tree.session.lock().await.unwrap();
    tree.until("the lock", |tree| tree.html().contains("Your journal is locked")).await;
}

#[tokio::test]
async fn what_she_chose_is_said_to_be_coming_before_anything_of_it_has_come_and_so_is_each_further_file() {
    let mut tree = open().await;
    let (first, film) = slow(0);
    let (_second, other) = slow(0);
    tree.picker.gives(vec![film, file("letter.pdf", b"%PDF-1.4 x"), other]);
    to_files(&mut tree).await;
    assert!(!waits(&tree));
    press(&mut tree, "Choose files");
    tree.until("the file", |tree| tree.html().contains("Taking in film.mp4: 0 bytes so far")).await;
    assert!(waits(&tree));
    drop(first);
    tree.until("the next", |tree| tree.html().contains("letter.pdf") && tree.html().contains("Taking in film.mp4"))
        .await;
    assert!(waits(&tree), "the last one is not said to be coming");
}

#[tokio::test]
async fn a_choice_that_waits_for_another_one_is_said_to_be_coming_until_both_are_there() {
    let mut tree = open().await;
    let (first, film) = slow(300_000);
    let (second, other) = slow(300_000);
    tree.picker.gives(vec![film]);
    tree.picker.gives(vec![other]);
    to_files(&mut tree).await;
    press(&mut tree, "Choose files");
    tree.until("how far", |tree| tree.html().contains("Taking in film.mp4")).await;
    press(&mut tree, "Choose files");
    tree.calm().await;
    let held =
        |tree: &Tree| tree.all().iter().filter(|one| one.attrs.get("class").is_some_and(|at| at == "held")).count();
    first.send(()).unwrap();
    tree.until("the first", |tree| held(tree) == 1).await;
    assert!(waits(&tree) && tree.html().contains("Taking in"));
    second.send(()).unwrap();
    tree.until("the second", |tree| held(tree) == 2).await;
    tree.until("the end", |tree| !waits(tree)).await;
    assert!(!tree.html().contains("Taking in"));
}

#[tokio::test]
async fn a_film_that_comes_too_late_for_the_entry_is_said_and_makes_no_second_entry() {
    let mut tree = open().await;
    let (go_on, film) = slow(400_000);
    tree.picker.gives(vec![file("letter.pdf", b"%PDF-1.4 x"), film]);
    to_files(&mut tree).await;
    write(&mut tree, "words", "by the wall");
    say_when(&mut tree);
    press(&mut tree, "Choose files");
    tree.until("how far", |tree| tree.html().contains("Taking in film.mp4: 394 kB so far")).await;
    press(&mut tree, "Save");
    tree.until("saved", is_saved).await;
    assert!(is_late(&tree) && tree.html().contains("To add one, read the entry"));
    let _ = go_on.send(());
    // A question to the session is answered after what was asked before.
    for _ in 0..20 {
        tree.calm().await;
        let _ = tree.session.kept_draft().await;
    }
    press(&mut tree, "Read it");
    tree.calm().await;
    assert!(tree.session.kept_draft().await.unwrap().is_none(), "what is saved is a draft as well");
    assert_eq!(lines(&tree).await[0].files, ["application/pdf"]);
    press(&mut tree, "Home");
    to_form(&mut tree).await;
    assert!(!is_missing(&tree), "it is said a second time, in another entry");
}

#[tokio::test]
async fn an_entry_with_all_that_she_chose_says_nothing_of_more() {
    let mut tree = open().await;
    tree.picker.gives(vec![file("letter.pdf", b"%PDF-1.4 x")]);
    to_files(&mut tree).await;
    say_when(&mut tree);
    press(&mut tree, "Choose files");
    tree.until("the file", |tree| tree.html().contains("letter.pdf") && !waits(tree)).await;
    press(&mut tree, "Save");
    tree.until("saved", is_saved).await;
    assert!(!is_late(&tree));
}

#[tokio::test]
async fn a_film_that_was_coming_in_when_the_journal_locked_is_said_to_be_missing() {
    let mut tree = open().await;
    let (go_on, film) = slow(400_000);
    tree.picker.gives(vec![film, file("letter.pdf", b"%PDF-1.4 x")]);
    to_files(&mut tree).await;
    press(&mut tree, "Choose photos or films");
    tree.until("how far", |tree| tree.html().contains("394 kB so far")).await;
    lock(&mut tree).await;
    drop(go_on);
    tree.calm().await;
    unlock(&mut tree).await;
    assert!(is_missing(&tree), "{}", tree.html());
    // Said once.
    close(&mut tree);
    tree.calm().await;
    to_form(&mut tree).await;
    assert!(!is_missing(&tree));
}

#[tokio::test]
async fn what_waited_and_was_dropped_is_said_to_be_missing_whichever_way_she_went() {
    for way in ["leaving", "the cross"] {
        let mut tree = open().await;
        let chooses = tree.picker.opens();
        to_files(&mut tree).await;
        press(&mut tree, "Choose files");
        lock(&mut tree).await;
        let _ = chooses.send(Ok(vec![file("letter.pdf", b"%PDF-1.4 x")]));
        tree.until("that it waits", |tree| tree.html().contains("What you chose waits.")).await;
        if way == "leaving" {
            leave_and_come_back(&mut tree).await;
        } else {
            close(&mut tree);
        }
        tree.calm().await;
        tree.session.unlock(PASSPHRASE.to_owned()).await.unwrap();
        tree.calm().await;
        to_form(&mut tree).await;
        assert!(is_missing(&tree), "after {way}");
        assert!(!tree.html().contains("letter.pdf"));
    }
}

#[tokio::test]
async fn what_is_missing_is_said_in_the_form_that_it_was_chosen_for_and_in_no_other() {
    let mut tree = open().await;
    tree.session.record(said("by the wall"), Vec::new()).await.unwrap();
    press(&mut tree, "Journal");
    let to_correct = async |tree: &mut Tree| {
        tree.until("the entry", |tree| tree.html().contains("by the wall")).await;
        press(tree, "by the wall");
        tree.until("the entry", |tree| tree.html().contains("Every version is kept")).await;
        press(tree, "Correct this");
        tree.until("the form", |tree| tree.html().contains("In your own words")).await;
    };
    let (_go_on, film) = slow(400_000);
    tree.picker.gives(vec![film]);
    to_correct(&mut tree).await;
    press(&mut tree, "Photos, sound, files");
    press(&mut tree, "Choose files");
    tree.until("how far", |tree| tree.html().contains("so far")).await;
    leave_and_come_back(&mut tree).await;
    tree.session.unlock(PASSPHRASE.to_owned()).await.unwrap();
    tree.calm().await;
    to_form(&mut tree).await;
    assert!(!is_missing(&tree), "it is said in another entry");
    close(&mut tree);
    tree.calm().await;
    press(&mut tree, "Journal");
    to_correct(&mut tree).await;
    assert!(is_missing(&tree));
}

#[tokio::test]
async fn closing_the_form_while_a_film_comes_in_is_said_the_next_time_unless_she_did_not_want_it() {
    for dropped in [false, true] {
        let mut tree = open().await;
        let (_go_on, film) = slow(400_000);
        tree.picker.gives(vec![film]);
        to_files(&mut tree).await;
        press(&mut tree, "Choose files");
        tree.until("how far", |tree| tree.html().contains("so far")).await;
        if dropped {
            press(&mut tree, "Do not keep this");
            press(&mut tree, "Tap again");
        } else {
            close(&mut tree);
        }
        tree.calm().await;
        press(&mut tree, "Home");
        to_form(&mut tree).await;
        assert_eq!(is_missing(&tree), !dropped);
    }
}
