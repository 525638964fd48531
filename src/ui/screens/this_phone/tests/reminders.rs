//! The reminder.

use super::{alert, on_this_phone, press};
use crate::domain::ports::{Often, ReminderError};
use crate::platform::recording::Can;
use crate::ui::testing::Tree;
use jiff::civil::{Weekday, time};

fn leaves(can: &mut Can) {
    can.leaves = true;
}

/// The screen of the reminder.
async fn page() -> Tree {
    let mut tree = on_this_phone(leaves).await;
    tree.reminders.begins();
    again(&mut tree).await;
    tree
}

/// To the list and to the screen again, as somebody who comes back to it.
async fn again(tree: &mut Tree) {
    let back = tree.find("button", "Back");
    tree.tap(&back);
    press(tree, "On this phone");
    press(tree, "A reminder");
}

fn write(tree: &mut Tree, id: &str, text: &str) {
    let field = tree.having("id", id).unwrap_or_else(|| panic!("no field {id}"));
    tree.write(&field, text);
}

async fn set(tree: &mut Tree) {
    press(tree, "Set the reminder");
    tree.until("the answer", |tree| tree.html().contains("The reminder is set.")).await;
}

#[tokio::test]
async fn it_is_off_until_it_is_set_and_the_phone_s_question_is_announced() {
    let mut tree = page().await;
    assert!(tree.html().contains("Off until you choose it"));
    for said in [
        "may ask now whether this app may show notices",
        "may come some minutes late",
        "sees the locked screen may read it",
    ] {
        assert!(tree.html().contains(said), "{said}");
    }
    assert_eq!(tree.reminders.is_set(), None);
    set(&mut tree).await;
    let set = tree.reminders.is_set().unwrap();
    assert_eq!((set.often, set.at, set.words.as_str()), (Often::Daily, time(19, 0, 0, 0), "Time for your notes"));
}

#[tokio::test]
async fn the_day_the_time_and_the_words_are_hers_and_stand_there_when_she_comes_back() {
    let mut tree = page().await;
    press(&mut tree, "Once a week");
    press(&mut tree, "Wednesday");
    write(&mut tree, "reminder-time", "07:45");
    press(&mut tree, "Water the plants");
    set(&mut tree).await;
    let set = tree.reminders.is_set().unwrap();
    assert_eq!((set.often, set.at), (Often::Weekly(Weekday::Wednesday), time(7, 45, 0, 0)));
    assert_eq!(set.words, "Water the plants");
    // A question to the session is answered after what was asked before.
    let _ = tree.session.kept_draft().await;
    press(&mut tree, "On this phone");
    press(&mut tree, "Back");
    press(&mut tree, "On this phone");
    assert!(tree.find("button", "A reminder").text.contains("Wednesday at about 07:45"));
    let mut tree = Tree::started(tree.close(), leaves);
    tree.reminders.begins();
    tree.until("the row", |tree| tree.html().contains("Its icon, screenshots")).await;
    press(&mut tree, "On this phone");
    press(&mut tree, "A reminder");
    assert!(tree.html().contains("Wednesday at about 07:45") && tree.html().contains("“Water the plants”"));
}

#[tokio::test]
async fn her_own_words_are_said_to_be_seen_by_anybody_and_are_noted_nowhere_here() {
    let mut tree = page().await;
    press(&mut tree, "My own words");
    assert!(tree.html().contains("to anybody. They lie on the phone without a lock."));
    press(&mut tree, "Set the reminder");
    assert!(alert(&tree).unwrap().contains("Type the words"));
    write(&mut tree, "reminder-own", &"word ".repeat(20));
    press(&mut tree, "Set the reminder");
    assert!(alert(&tree).unwrap().contains("60 letters or fewer"));
    assert_eq!(tree.reminders.is_set(), None);
    write(&mut tree, "reminder-own", "  feed\n the cat ");
    set(&mut tree).await;
    assert_eq!(tree.reminders.is_set().unwrap().words, "feed the cat");
    let _ = tree.session.kept_draft().await;
    assert_eq!(tree.session.on_phone().reminder.unwrap().words, None);
    press(&mut tree, "On this phone");
    again(&mut tree).await;
    assert!(tree.html().contains("It was set here, with your own words.") && !tree.html().contains("feed the cat"));
}

#[tokio::test]
async fn a_time_that_is_none_is_said_beside_the_field_and_nothing_is_set() {
    let mut tree = page().await;
    for typed in ["", "soon", "25:00"] {
        write(&mut tree, "reminder-time", typed);
        press(&mut tree, "Set the reminder");
        assert!(alert(&tree).unwrap().contains("Put in a time"), "{typed}");
    }
    assert_eq!(tree.reminders.is_set(), None);
}

#[tokio::test]
async fn each_way_of_failing_is_said_and_none_is_called_set() {
    for (error, said) in [
        (ReminderError::NotOnThisDevice, "This device does not remind."),
        (ReminderError::NotAllowed, "does not allow notices of this app"),
        (ReminderError::Failed, "The phone did not set it."),
    ] {
        let mut tree = page().await;
        set(&mut tree).await;
        tree.reminders.fails(Some(error));
        press(&mut tree, "Change the reminder");
        tree.until("the answer", |tree| alert(tree).is_some_and(|words| words.contains(said))).await;
        assert!(!tree.html().contains("The reminder is set."));
        assert!(!tree.html().contains("It was set here"), "the one before is gone too, and it is shown");
        let _ = tree.session.kept_draft().await;
        assert_eq!(tree.session.on_phone().reminder, None);
        tree.reminders.fails(None);
        set(&mut tree).await;
    }
}

#[tokio::test]
async fn the_button_says_that_one_is_changed_where_one_is_set() {
    let mut tree = page().await;
    set(&mut tree).await;
    let says = |tree: &Tree, words: &str| tree.all().iter().any(|one| one.tag == "button" && one.text == words);
    assert!(says(&tree, "Change the reminder") && !says(&tree, "Set the reminder"));
    press(&mut tree, "Take it away");
    tree.until("the answer", |tree| tree.html().contains("The reminder is taken away.")).await;
    assert!(says(&tree, "Set the reminder") && !says(&tree, "Change the reminder"));
}

#[tokio::test]
async fn it_can_be_taken_away_and_one_that_stays_is_said_to_come() {
    let mut tree = page().await;
    set(&mut tree).await;
    tree.reminders.stays(true);
    press(&mut tree, "Take it away");
    assert!(alert(&tree).unwrap().contains("It may still come."));
    tree.reminders.stays(false);
    press(&mut tree, "Take it away");
    tree.until("the answer", |tree| tree.html().contains("The reminder is taken away.")).await;
    assert_eq!(tree.reminders.is_set(), None);
    // Whatever this screen knows, one that was set can be taken away.
    assert!(tree.html().contains("even if this screen knows of none"));
    press(&mut tree, "Take any reminder away");
}
