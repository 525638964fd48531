#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use crate::ui::first_reading::first_reading;
use crate::ui::reading::{Reading, Way};
use crate::ui::testing::Tree;
use jiff::civil::Date;

/// The first pages, with one number checked on this day.
fn checked(number: &str, on: Date) -> Reading {
    let mut reading = first_reading();
    let entries = reading.help.iter_mut().flat_map(|group| &mut group.entries);
    entries.filter(|entry| entry.way == Way::Call(number.into())).for_each(|entry| entry.checked = on);
    reading
}

/// What the cards with a number say.
fn tiles(tree: &Tree) -> Vec<String> {
    let is_tile = |class: &String| class.contains("call-tile");
    let cards = tree.all().into_iter().filter(|one| one.attrs.get("class").is_some_and(is_tile));
    cards.map(|card| card.text).collect()
}

#[tokio::test]
async fn a_number_on_the_first_screen_that_nobody_checked_for_a_year_says_so_and_can_be_called() {
    const OLD: &str = "Not checked for more than a year.";
    for (at, number) in ["101", "0808 802 0300"].into_iter().enumerate() {
        let mut tree = Tree::reading(checked(number, jiff::civil::date(2025, 11, 1)));
        let tiles = tiles(&tree);
        assert_eq!(tiles.len(), 2);
        assert!(tiles[at].contains(number) && tiles[at].contains(OLD), "{tiles:?}");
        assert!(!tiles[1 - at].contains(OLD), "{tiles:?}");
        let call = tree.find("a", number);
        tree.tap(&call);
        assert!(tree.html().contains("A call stays in your call list"));
    }
    assert!(!Tree::inside().html().contains(OLD));
}
