//! Files from the phone's own picker.

use super::missing::is_missing;
use super::*;
use crate::domain::ports::{PhoneError, PickedFile, Wanted};
use std::io::{ErrorKind, Read};
use std::sync::{Arc, Mutex, mpsc};

pub(super) fn file(name: &str, bytes: &'static [u8]) -> PickedFile {
    PickedFile { name: name.to_owned(), size: Some(bytes.len() as u64), bytes: Box::new(bytes) }
}

/// A file of which so many bytes can be read. Then it waits for the test, and breaks off, or ends if the test says so.
struct Slow(Arc<Mutex<mpsc::Receiver<()>>>, usize, bool);

impl Read for Slow {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        if self.1 == 0 {
            self.2 = self.2 || self.0.lock().unwrap().recv().is_ok();
            return if self.2 { Ok(0) } else { Err(ErrorKind::TimedOut.into()) };
        }
        let now = into.len().min(self.1);
        self.1 -= now;
        into[..now].fill(7);
        Ok(now)
    }
}

pub(super) fn slow(bytes: usize) -> (mpsc::Sender<()>, PickedFile) {
    let (go_on, waits) = mpsc::channel();
    let bytes = Box::new(Slow(Arc::new(Mutex::new(waits)), bytes, false));
    (go_on, PickedFile { name: "film.mp4".to_owned(), size: None, bytes })
}

/// The row with the files, open, on a phone with a picker of its own.
pub(super) async fn to_files(tree: &mut Tree) {
    to_form(tree).await;
    press(tree, "Photos, sound, files");
}

pub(super) async fn unlock(tree: &mut Tree) {
    tree.session.unlock(PASSPHRASE.to_owned()).await.unwrap();
    tree.until("the form", |tree| tree.html().contains("In your own words")).await;
}

#[tokio::test]
async fn photos_and_files_come_from_the_phone_s_own_picker_and_into_the_entry() {
    let mut tree = open().await;
    tree.picker.gives(vec![file("stop.jpg", include_bytes!("../../../../../content/demo/bus-stop.jpg"))]);
    tree.picker.gives(vec![file("../letter.pdf", b"%PDF-1.4 x"), file("", b"words")]);
    to_files(&mut tree).await;
    press(&mut tree, "Choose photos or films");
    tree.until("the photo", |tree| tree.html().contains("data:image/jpeg;base64,")).await;
    press(&mut tree, "Choose files");
    tree.until("the files", |tree| {
        tree.all().iter().filter(|one| one.attrs.get("class").is_some_and(|at| at == "held")).count() == 3
    })
    .await;
    assert_eq!(tree.picker.asked(), [Wanted::PhotosAndFilms, Wanted::AnyFiles]);
    assert!(tree.html().contains("letter.pdf") && !tree.html().contains("../letter.pdf"));
    let stays = |words: &str| tree.find("b", words).attrs.get("translate").cloned();
    assert_eq!(
        (stays("letter.pdf").as_deref(), stays("Text")),
        (Some("no"), None),
        "a name is hers, a sort of file is not"
    );
    say_when(&mut tree);
    press(&mut tree, "Save");
    tree.until("saved", is_saved).await;
    let id = lines(&tree).await[0].id;
    let files = tree.session.entry(id).await.unwrap().files;
    let came: Vec<_> = files.iter().map(|view| (view.file.name.as_deref(), view.file.came_by)).collect();
    assert_eq!(
        came,
        [(Some("stop.jpg"), CameBy::Picked), (Some("letter.pdf"), CameBy::Document), (None, CameBy::Document)]
    );
}

#[tokio::test]
async fn nothing_chosen_changes_nothing_and_a_picker_that_fails_is_said() {
    let mut tree = open().await;
    tree.picker.gives(Vec::new());
    to_files(&mut tree).await;
    press(&mut tree, "Choose files");
    tree.calm().await;
    assert!(tree.having("role", "alert").is_none() && !tree.html().contains("Taking in"));
    let _ = tree.picker.opens().send(Err(PhoneError::Refused));
    press(&mut tree, "Choose files");
    tree.until("the answer", |tree| tree.having("role", "alert").is_some()).await;
    assert!(tree.having("role", "alert").unwrap().text.contains("did not open, or did not answer"));
}

#[tokio::test]
async fn a_file_that_breaks_off_is_said_with_how_far_it_was_and_is_not_in_the_list() {
    let mut tree = open().await;
    let (go_on, film) = slow(400_000);
    tree.picker.gives(vec![film]);
    to_files(&mut tree).await;
    press(&mut tree, "Choose photos or films");
    tree.until("how far", |tree| tree.html().contains("so far")).await;
    assert!(tree.html().contains("Taking in film.mp4") && tree.html().contains("A file is still coming in."));
    drop(go_on);
    tree.until("the answer", |tree| tree.having("role", "alert").is_some()).await;
    assert!(tree.having("role", "alert").unwrap().text.contains("could not be read, so it was not added"));
    assert!(tree.having("class", "held").is_none());
}

#[tokio::test]
async fn what_she_chose_while_the_journal_locked_waits_and_comes_in_when_she_has_unlocked() {
    let mut tree = open().await;
    let chooses = tree.picker.opens();
    to_files(&mut tree).await;
    write(&mut tree, "words", "by the wall");
    press(&mut tree, "Choose files");
    // What going away does, and what two minutes do.
    let keep = tree.having("data-keep", "").unwrap();
    tree.tap(&keep);
    tree.session.lock().await.unwrap();
    tree.until("the lock", |tree| tree.html().contains("Your journal is locked")).await;
    assert!(!tree.html().contains("What you chose waits."));
    let _ = chooses.send(Ok(vec![file("letter.pdf", b"%PDF-1.4 x")]));
    tree.until("that it waits", |tree| tree.html().contains("What you chose waits.")).await;
    assert!(!tree.html().contains("letter.pdf"), "a name stands on the locked screen");
    tree.session.unlock(PASSPHRASE.to_owned()).await.unwrap();
    tree.until("the draft", |tree| tree.html().contains("You began one before")).await;
    press(&mut tree, "Go on with it");
    tree.until("the file", |tree| tree.html().contains("letter.pdf")).await;
    assert_eq!(tree.having("id", "words").unwrap().attrs["initial_value"], "by the wall");
}

#[tokio::test]
async fn what_was_chosen_for_one_draft_never_comes_into_another() {
    let mut tree = open().await;
    for way in ["Put it away, and begin this one", "Back to the journal"] {
        let chooses = tree.picker.opens();
        if tree.find("button", "Home").attrs.contains_key("aria-current") {
            to_files(&mut tree).await
        } else {
            panic!("not home")
        }
        write(&mut tree, "words", "by the wall");
        press(&mut tree, "Choose files");
        let keep = tree.having("data-keep", "").unwrap();
        tree.tap(&keep);
        tree.session.lock().await.unwrap();
        tree.until("the lock", |tree| tree.html().contains("Your journal is locked")).await;
        let _ = chooses.send(Ok(vec![file("letter.pdf", b"%PDF-1.4 x")]));
        tree.until("that it waits", |tree| tree.html().contains("What you chose waits.")).await;
        tree.session.unlock(PASSPHRASE.to_owned()).await.unwrap();
        tree.until("the draft", |tree| tree.html().contains("You began one before")).await;
        press(&mut tree, way);
        if way.starts_with("Back") {
            press(&mut tree, "Home");
            tree.calm().await;
            to_record(&mut tree).await;
            press(&mut tree, "It was earlier");
            tree.until("the draft", |tree| tree.html().contains("You began one before")).await;
            press(&mut tree, "Go on with it");
        }
        tree.until("the form", |tree| tree.html().contains("In your own words")).await;
        tree.calm().await;
        assert!(!tree.html().contains("letter.pdf"), "after {way:?}");
        assert_eq!(is_missing(&tree), way.starts_with("Back"), "after {way:?}: only what she still wants is missing");
        let close = tree.having("aria-label", "Close").unwrap();
        tree.tap(&close);
        tree.calm().await;
        press(&mut tree, "Home");
    }
}

#[tokio::test]
async fn leaving_ends_an_open_picker_and_nothing_comes_in_afterwards() {
    let mut tree = open().await;
    let chooses = tree.picker.opens();
    to_files(&mut tree).await;
    press(&mut tree, "Choose files");
    let leave = tree.having("data-leave", "").unwrap();
    tree.tap(&leave);
    tree.until("the calculator", |tree| tree.html().contains("AC, all clear")).await;
    assert!(chooses.is_closed(), "the picker is still waited for");
}
