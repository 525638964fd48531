#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;
use crate::ui::first_reading::first_reading;

fn names(nation: Nation, words: &str) -> Vec<String> {
    let groups = found(&first_reading().help, Some(nation), words);
    groups.into_iter().flat_map(|group| group.entries).map(|entry| entry.name).collect()
}

#[test]
fn each_nation_finds_its_own_and_not_another_s_helpline() {
    assert!(names(Nation::Wales, "").iter().any(|name| name == "Live Fear Free"));
    assert!(!names(Nation::England, "").iter().any(|name| name == "Live Fear Free"));
    assert!(names(Nation::Scotland, "").iter().any(|name| name == "Action Against Stalking"));
    for nation in Nation::ALL {
        assert!(names(nation, "").iter().any(|name| name == "Police"), "{nation:?} has no police");
    }
}

#[test]
fn a_search_finds_by_name_by_need_and_by_number() {
    assert_eq!(names(Nation::England, "PALADIN"), ["Paladin"]);
    assert_eq!(names(Nation::England, "08088020300"), ["National Stalking Helpline"]);
    assert!(names(Nation::England, "online").iter().any(|name| name == "The Cyber Helpline"));
    assert!(names(Nation::England, "no such words").is_empty());
}

#[tokio::test]
async fn a_name_from_another_nation_is_found_and_said_to_be_from_there() {
    let mut tree = crate::ui::testing::Tree::inside();
    let tab = tree.find("button", "Help");
    tree.tap(&tab);
    let field = tree.having("id", "help-search").unwrap();
    tree.write(&field, "live fear");
    assert!(tree.html().contains("Live Fear Free"));
    assert!(tree.html().contains("Nothing for England"));
    tree.write(&field, "zzz");
    assert!(tree.html().contains("Nobody in this list"));
}
