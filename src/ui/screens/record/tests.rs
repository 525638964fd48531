#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use crate::domain::{
    CameBy, Certainty, Effect, EntryDraft, FixSource, Happened, Kind, NoPosition, PlaceSort, Position, Refusal, Source,
    WhoseRelation,
};
use crate::session::{EntryLine, KeptDraft, Proof, Query};
use crate::ui::testing::Tree;

mod again;
mod camera;
mod drafts;
mod missing;
mod picked;

const PASSPHRASE: &str = "four plain words here";

/// The app with a journal that is open.
async fn open() -> Tree {
    let mut tree = Tree::inside();
    tree.session.set_up(PASSPHRASE.to_owned()).await.unwrap();
    tree.calm().await;
    tree
}

async fn to_record(tree: &mut Tree) {
    let button = tree.find("button", "Record what happened");
    tree.tap(&button);
    tree.until("the first step", |tree| tree.html().contains("Is it happening now?")).await;
}

/// The form for a new entry.
async fn to_form(tree: &mut Tree) {
    to_record(tree).await;
    press(tree, "It was earlier");
    tree.until("the form", |tree| tree.html().contains("In your own words")).await;
}

fn press(tree: &mut Tree, words: &str) {
    let button = tree.find("button", words);
    tree.tap(&button);
}

fn write(tree: &mut Tree, id: &str, text: &str) {
    let field = tree.having("id", id).unwrap_or_else(|| panic!("no field {id}"));
    tree.write(&field, text);
}

/// Today at six, about.
fn say_when(tree: &mut Tree) {
    press(tree, "Today");
    write(tree, "from-hour", "18:00");
}

fn said(text: &str) -> EntryDraft {
    EntryDraft { text: Some(text.to_owned()), ..EntryDraft::default() }
}

async fn lines(tree: &Tree) -> Vec<EntryLine> {
    tree.session.entries(Query::default()).await.unwrap()
}

fn is_saved(tree: &Tree) -> bool {
    tree.all().iter().any(|found| found.tag == "h1" && found.text == "Saved")
}

#[tokio::test]
async fn one_tap_keeps_time_and_place_and_words_come_after_as_a_correction() {
    let mut tree = open().await;
    let here = Position::from_degrees(52.2, 0.13, Some(12.0), Some(4000), FixSource::Phone).unwrap();
    tree.locator.say(true, Ok(here));
    to_record(&mut tree).await;
    tree.until("the place", |tree| tree.html().contains("Within 12 m, 4 seconds ago")).await;
    press(&mut tree, "Save time and place");
    tree.until("saved", is_saved).await;
    let line = lines(&tree).await.remove(0);
    let draft = line.entry.content().clone();
    assert!(matches!(draft.happened, Some(Happened::Now { .. })));
    assert_eq!(draft.place.unwrap().position, Some(here));

    press(&mut tree, "Add words");
    tree.until("the form", |tree| tree.having("id", "words").is_some()).await;
    write(&mut tree, "words", "by the wall");
    press(&mut tree, "Save");
    tree.until("saved again", is_saved).await;
    let view = tree.session.entry(line.id).await.unwrap();
    assert_eq!(view.versions.len(), 2);
    let now = view.current().unwrap().entry.content();
    assert_eq!(now.text.as_deref(), Some("by the wall"));
    assert!(matches!(now.happened, Some(Happened::Now { .. })), "the moment of the tap was lost");
    assert_eq!(now.place.as_ref().unwrap().position, Some(here));
}

#[tokio::test]
async fn nothing_is_asked_about_the_place_before_she_asks_and_a_refusal_stands_in_the_entry() {
    let mut tree = open().await;
    tree.locator.say(false, Err(NoPosition::Refused));
    to_record(&mut tree).await;
    assert!(tree.html().contains("Off. The phone may ask you first."));
    let switch = tree.having("role", "switch").unwrap();
    tree.tap(&switch);
    tree.until("the refusal", |tree| tree.html().contains("was not allowed to say")).await;
    press(&mut tree, "Save the time");
    tree.until("saved", is_saved).await;
    let place = lines(&tree).await[0].entry.content().place.clone().unwrap();
    assert_eq!((place.position, place.no_position), (None, Some(NoPosition::Refused)));
    tree.until("what was saved", |tree| tree.html().contains("No place. The phone was not allowed to say.")).await;
}

#[tokio::test]
async fn a_place_that_never_comes_does_not_keep_her_from_saving_and_the_entry_says_why() {
    let mut tree = open().await;
    tree.locator.say(false, Err(NoPosition::TimedOut));
    to_record(&mut tree).await;
    let switch = tree.having("role", "switch").unwrap();
    tree.tap(&switch);
    press(&mut tree, "Save the time");
    tree.until("saved", is_saved).await;
    let place = lines(&tree).await[0].entry.content().place.clone().unwrap();
    assert_eq!((place.position, place.no_position), (None, Some(NoPosition::TimedOut)));
}

#[tokio::test]
async fn the_button_says_what_will_be_saved_and_no_more() {
    let mut tree = open().await;
    let here = Position::from_degrees(52.2, 0.13, Some(12.0), Some(4000), FixSource::Phone).unwrap();
    tree.locator.say(false, Ok(here));
    to_record(&mut tree).await;
    assert_eq!(tree.find("button", "Save").text, "Save the time");
    let switch = tree.having("role", "switch").unwrap();
    tree.tap(&switch);
    tree.until("the place", |tree| tree.html().contains("Within 12 m")).await;
    assert_eq!(tree.find("button", "Save").text, "Save time and place");
    let switch = tree.having("role", "switch").unwrap();
    tree.tap(&switch);
    tree.calm().await;
    press(&mut tree, "Save the time");
    tree.until("saved", is_saved).await;
    let entry = lines(&tree).await.remove(0).entry;
    assert_eq!(entry.content().place.as_ref().unwrap().position, None, "a place was taken that she switched off");
    assert_eq!(entry.title(), "Time kept");
}

#[tokio::test]
async fn a_form_without_a_time_says_so_once_keeps_what_was_typed_and_is_quiet_when_it_is_put_right() {
    let mut tree = open().await;
    to_form(&mut tree).await;
    assert_eq!(tree.having("id", "from-day").unwrap().attrs["initial_value"], "", "a day that she did not give");
    assert_eq!(tree.having("id", "from-hour").unwrap().attrs["initial_value"], "", "a time that she did not give");
    write(&mut tree, "who-0", "the man from the gym");
    press(&mut tree, "Save");
    tree.calm().await;
    let missing = "Put in the day and the time.";
    assert_eq!(tree.html().matches(missing).count(), 1);
    assert_eq!(tree.html().matches("Not saved yet.").count(), 1);
    assert!(!is_saved(&tree));
    assert!(lines(&tree).await.is_empty());
    press(&mut tree, "Today");
    assert!(tree.html().contains(missing), "the hour is still missing");
    write(&mut tree, "from-hour", "18:00");
    assert!(!tree.html().contains(missing) && !tree.html().contains("Not saved yet."));
    press(&mut tree, "Save");
    tree.until("saved", is_saved).await;
    assert!(tree.html().contains("The time is kept, without words."));
    let entry = lines(&tree).await.remove(0).entry.into_draft();
    assert_eq!(entry.people[0].name.as_deref(), Some("the man from the gym"));
    assert_eq!(entry.people[0].certainty, None, "she did not say how sure she is");
    let Some(Happened::About { at }) = entry.happened else { panic!("{:?}", entry.happened) };
    assert_eq!(at.date().to_string(), "2026-11-17");
    assert_eq!(entry.place, None, "where she writes is not where it happened");
}

#[tokio::test]
async fn a_time_that_has_not_come_is_said_beside_the_time() {
    let mut tree = open().await;
    to_form(&mut tree).await;
    write(&mut tree, "words", "w");
    write(&mut tree, "from-day", "2027-01-01");
    write(&mut tree, "from-hour", "10:00");
    press(&mut tree, "Save");
    tree.calm().await;
    assert_eq!(tree.html().matches(&Refusal::InTheFuture.to_string()).count(), 1);
    write(&mut tree, "from-day", "");
    assert!(tree.html().contains("Put in the day and the time."), "what is wrong now is not said");
    write(&mut tree, "from-day", "2026-11-17");
    assert!(tree.having("class", "field-wrong").is_none());
    assert!(lines(&tree).await.is_empty());
}

#[tokio::test]
async fn all_that_she_put_in_is_in_the_entry_as_she_put_it_in() {
    let mut tree = open().await;
    to_form(&mut tree).await;
    press(&mut tree, "Yesterday");
    press(&mut tree, "Exactly");
    write(&mut tree, "from-hour", "08:05");
    write(&mut tree, "who-0", "R");
    press(&mut tree, "Probably");
    press(&mut tree, "How you saw them");
    write(&mut tree, "seen-for-0", "20");
    press(&mut tree, "minutes");
    press(&mut tree, "50 m");
    press(&mut tree, "Followed");
    write(&mut tree, "words", "by the wall");
    press(&mut tree, "Somebody told me");
    write(&mut tree, "told-by", "Jo");
    press(&mut tree, "My route");
    write(&mut tree, "effects", "shaken");
    press(&mut tree, "Home");
    press(&mut tree, "Save");
    tree.until("saved", is_saved).await;
    let entry = lines(&tree).await.remove(0).entry.into_draft();
    let Some(Happened::Exact { at }) = &entry.happened else { panic!("{:?}", entry.happened) };
    assert_eq!(at.to_string(), "2026-11-16T08:05:00+00:00[Europe/London]");
    let person = &entry.people[0];
    assert_eq!((person.name.as_deref(), person.certainty), (Some("R"), Some(Certainty::Probably)));
    assert_eq!((person.seen_for_s, person.distance_m), (Some(1200), Some(50)));
    assert_eq!(entry.kinds, [Kind::Followed]);
    assert_eq!(entry.text.as_deref(), Some("by the wall"));
    assert_eq!(entry.source, Some(Source::Told { by: Some("Jo".to_owned()) }));
    assert_eq!(entry.effects, [Effect::Route]);
    assert_eq!(entry.effects_text.as_deref(), Some("shaken"));
    let place = entry.place.unwrap();
    assert_eq!((place.sort, place.position), (Some(PlaceSort::Home), None));
    assert_eq!(entry.written_at, None);
}

#[tokio::test]
async fn saved_is_said_only_after_the_session_says_so_and_the_draft_is_gone_then() {
    let mut tree = open().await;
    to_form(&mut tree).await;
    write(&mut tree, "words", "by the wall");
    tree.until("the draft", |tree| tree.html().contains("Draft kept, 18:42")).await;
    assert!(tree.session.kept_draft().await.unwrap().is_some());
    say_when(&mut tree);
    tree.until("the draft again", |tree| tree.html().contains("Draft kept")).await;
    // The session is busy until this is let go.
    let (let_go, held) = std::sync::mpsc::channel::<()>();
    let held = std::sync::Mutex::new(held);
    let checking = tree.session.check(false, move |_, _| {
        let _ = held.lock().unwrap().recv();
    });
    press(&mut tree, "Save");
    assert!(!is_saved(&tree) && tree.html().contains("Not saved yet"));
    drop(let_go);
    checking.await.unwrap();
    tree.until("saved", is_saved).await;
    assert_eq!(lines(&tree).await.len(), 1);
    assert!(tree.session.kept_draft().await.unwrap().is_none());
}

#[tokio::test]
async fn what_could_not_be_saved_is_not_called_saved_and_is_there_after_unlocking() {
    let mut tree = open().await;
    to_form(&mut tree).await;
    write(&mut tree, "words", "by the wall");
    tree.until("the draft", |tree| tree.html().contains("Draft kept")).await;
    say_when(&mut tree);
    tree.until("the draft again", |tree| tree.html().contains("Draft kept")).await;
    let locking = tree.session.lock();
    press(&mut tree, "Save");
    locking.await.unwrap();
    tree.until("locked", |tree| tree.html().contains("Your journal is locked")).await;
    assert!(!is_saved(&tree) && !tree.html().contains("by the wall"));
    tree.session.unlock(PASSPHRASE.to_owned()).await.unwrap();
    assert!(lines(&tree).await.is_empty());
    tree.until("the offer", |tree| tree.html().contains("You began one before")).await;
    press(&mut tree, "Go on with it");
    tree.until("the form", |tree| tree.having("id", "words").is_some()).await;
    assert_eq!(tree.having("id", "words").unwrap().attrs["initial_value"], "by the wall");
}

#[tokio::test]
async fn the_last_strokes_are_there_after_leaving_and_unlocking_and_no_word_is_left_behind() {
    let mut tree = open().await;
    to_form(&mut tree).await;
    write(&mut tree, "words", "by the wall");
    // No pause: she leaves in the middle of it.
    let leave = tree.having("data-leave", "").unwrap();
    tree.down(&leave);
    tree.until("the calculator", |tree| tree.html().contains("Calculator")).await;
    assert!(!tree.html().contains("by the wall"));
    tree.session.unlock(PASSPHRASE.to_owned()).await.unwrap();
    tree.curtain.rise();
    tree.until("home", |tree| tree.html().contains("In danger now?")).await;
    press(&mut tree, "Journal");
    tree.until("the offer", |tree| tree.html().contains("You began to write")).await;
    press(&mut tree, "You began to write");
    tree.until("the form", |tree| tree.having("id", "words").is_some()).await;
    assert_eq!(tree.having("id", "words").unwrap().attrs["initial_value"], "by the wall");
}

#[tokio::test]
async fn going_back_keeps_the_draft_and_a_new_form_does_not_overwrite_it() {
    let mut tree = open().await;
    to_form(&mut tree).await;
    write(&mut tree, "words", "first");
    let close = tree.having("aria-label", "Close").unwrap();
    tree.tap(&close);
    tree.until("home", |tree| tree.html().contains("In danger now?")).await;
    to_record(&mut tree).await;
    press(&mut tree, "It was earlier");
    tree.until("the offer", |tree| tree.html().contains("You began one before")).await;
    assert_eq!(tree.session.kept_draft().await.unwrap().unwrap().draft.text.as_deref(), Some("first"));
}

#[tokio::test]
async fn help_stands_first_where_there_was_a_threat() {
    let mut tree = open().await;
    to_form(&mut tree).await;
    assert!(!tree.html().contains("If you are in danger now, call 999."));
    press(&mut tree, "More");
    press(&mut tree, "Threat");
    let html = tree.html();
    let at = |words: &str| html.find(words).unwrap_or_else(|| panic!("{words} is not there"));
    assert!(at("If you are in danger now, call 999.") < at("0808 802 0300"));
}

#[tokio::test]
async fn the_first_step_is_there_while_locked_with_999_and_a_way_to_unlock() {
    let mut tree = open().await;
    press(&mut tree, "Journal");
    tree.session.lock().await.unwrap();
    tree.until("locked", |tree| tree.html().contains("Your journal is locked")).await;
    press(&mut tree, "Record what happened");
    tree.until("the first step", |tree| tree.html().contains("or unlock it to write")).await;
    assert!(tree.html().contains("Get safe first. You can write this later."));
    assert!(tree.find("a", "Call 999").attrs["href"] == "tel:999");
    tree.find("button", "Unlock");
}

#[tokio::test]
async fn whose_it_is_is_kept_at_the_tap_as_well() {
    let mut tree = open().await;
    to_record(&mut tree).await;
    press(&mut tree, "Happening to me");
    press(&mut tree, "A child’s");
    press(&mut tree, "Save the time");
    tree.until("saved", is_saved).await;
    assert_eq!(lines(&tree).await[0].entry.content().whose.relation, WhoseRelation::Child);
}

#[tokio::test]
async fn what_she_wrote_stays_on_the_screen_when_it_could_not_be_saved() {
    let mut tree = open().await;
    let entry = tree.session.record(said("by the wall"), Vec::new()).await.unwrap();
    let kept = KeptDraft { draft: said("by the wall"), of: Some(entry), ..KeptDraft::default() };
    tree.session.keep_draft(kept).await.unwrap();
    press(&mut tree, "Journal");
    tree.until("the offer", |tree| tree.html().contains("You began to write")).await;
    press(&mut tree, "You began to write");
    tree.until("the form", |tree| tree.having("id", "words").is_some()).await;
    // Another window destroys the entry meanwhile: the session refuses to correct it.
    tree.session.destroy(entry, Proof::Typed(PASSPHRASE.to_owned())).await.unwrap();
    press(&mut tree, "Save");
    tree.until("the answer", |tree| tree.html().contains("Try again")).await;
    assert!(!is_saved(&tree));
    press(&mut tree, "Back to what you wrote");
    assert_eq!(tree.having("id", "words").unwrap().attrs["initial_value"], "by the wall");
}

#[tokio::test]
async fn a_file_that_is_taken_out_is_not_saved_and_the_other_one_is() {
    let mut tree = open().await;
    let mut files = Vec::new();
    for (name, bytes) in [("one.txt", b"one".as_slice()), ("two.pdf", b"%PDF-1.4 two".as_slice())] {
        let file = tree.session.begin_file(Some(name.to_owned()), CameBy::Picked, 0).await.unwrap();
        tree.session.push_slice(file, bytes.to_vec()).await.unwrap();
        files.push(tree.session.finish_file(file).await.unwrap());
    }
    tree.session.keep_draft(KeptDraft { draft: said("w"), files, ..KeptDraft::default() }).await.unwrap();
    press(&mut tree, "Journal");
    tree.until("the offer", |tree| tree.html().contains("You began to write")).await;
    press(&mut tree, "You began to write");
    tree.until("the files", |tree| tree.html().contains("two.pdf")).await;
    let out = tree.having("aria-label", "Take out one.txt").unwrap();
    tree.tap(&out);
    say_when(&mut tree);
    press(&mut tree, "Save");
    tree.until("saved", is_saved).await;
    let id = lines(&tree).await[0].id;
    let names: Vec<_> = tree.session.entry(id).await.unwrap().files.into_iter().map(|view| view.file.name).collect();
    assert_eq!(names, [Some("two.pdf".to_owned())]);
}
