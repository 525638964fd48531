#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::steps_of;
use crate::domain::SafetyPlan;
use crate::ui::components::Glyph;
use crate::ui::reading::{Block, Nation, PageGroup, PageView, Reading, plain};
use crate::ui::testing::Tree;

const PASSPHRASE: &str = "four words nobody else has";

fn page() -> PageView {
    PageView {
        id: super::SAFETY_PLAN.into(),
        title: "A plan".into(),
        hint: String::new(),
        glyph: Glyph::ListChecks,
        lead: None,
        blocks: vec![
            Block::Heading("At home".into()),
            Block::Ticks(vec![(Glyph::Check, plain("Charge the phone.")), (Glyph::X, plain("Do not go back alone."))]),
            Block::Heading("Nothing to tick".into()),
            Block::Paragraph(plain("Words.")),
        ],
        source: None,
        checked: jiff::civil::date(2026, 11, 1),
        nations: Nation::ALL.to_vec(),
        english: false,
    }
}

async fn open() -> Tree {
    open_with(page()).await
}

async fn open_with(page: PageView) -> Tree {
    let groups = vec![PageGroup { title: "All".into(), pages: vec![page] }];
    let mut tree = Tree::reading(Reading { groups, ..Reading::default() });
    tree.session.set_up(PASSPHRASE.to_owned()).await.unwrap();
    let plan = SafetyPlan { done: vec!["An older step.".to_owned()], own: vec![] };
    tree.session.keep_plan(plan).await.unwrap();
    tree.calm().await;
    to_plan(&mut tree).await;
    tree
}

async fn to_plan(tree: &mut Tree) {
    let row = tree.find("button", "Your plan for staying safe");
    tree.tap(&row);
    tree.until("the plan", |tree| tree.html().contains("Steps of your own")).await;
}

#[test]
fn what_the_page_says_not_to_do_is_no_step_to_tick() {
    assert_eq!(steps_of(&page()), [("At home".to_owned(), vec!["Charge the phone.".to_owned()])]);
}

#[tokio::test]
async fn each_tick_and_each_step_of_her_own_is_kept_sealed_at_once() {
    let mut tree = open().await;
    let step = tree.find("button", "Charge the phone.");
    tree.tap(&step);
    let field = tree.having("id", "own-step").unwrap();
    tree.write(&field, "Key with my aunt");
    let add = tree.find("button", "Add this step");
    tree.tap(&add);
    tree.calm().await;
    let kept = tree.session.kept_plan().await.unwrap();
    assert!(kept.has("Charge the phone.") && kept.own[0].words == "Key with my aunt", "{kept:?}");
    tree.session.lock().await.unwrap();
    tree.until("the lock", |tree| tree.html().contains("Your journal is locked")).await;
    assert!(!tree.html().contains("Key with my aunt"));
}

#[tokio::test]
async fn a_tick_stays_hers_when_the_guidance_no_longer_has_the_step() {
    let mut tree = Tree::inside();
    tree.session.set_up(PASSPHRASE.to_owned()).await.unwrap();
    let plan = SafetyPlan { done: vec!["An older step.".to_owned()], own: vec![] };
    tree.session.keep_plan(plan).await.unwrap();
    tree.calm().await;
    to_plan(&mut tree).await;
    assert!(tree.html().contains("From before") && tree.html().contains("An older step."));
}

#[tokio::test]
async fn what_the_page_says_is_marked_as_english_and_what_she_ticked_before_and_her_own_steps_are_not() {
    let mut tree = open_with(PageView { english: true, ..page() }).await;
    let field = tree.having("id", "own-step").unwrap();
    tree.write(&field, "Key with my aunt");
    let add = tree.find("button", "Add this step");
    tree.tap(&add);
    tree.calm().await;
    let lang = |tag: &str, words: &str| {
        let all = tree.all();
        let found = all.iter().find(|found| found.tag == tag && found.text == words);
        found.unwrap_or_else(|| panic!("no {tag} says {words}")).attrs.get("lang").cloned()
    };
    for (tag, words) in [("h2", "At home"), ("span", "Charge the phone.")] {
        assert_eq!(lang(tag, words).as_deref(), Some("en-GB"), "{words}");
    }
    for (tag, words) in [("h2", "From before"), ("span", "An older step."), ("span", "Key with my aunt")] {
        assert_eq!(lang(tag, words), None, "{words}");
    }
    let sections = tree.all().into_iter().filter(|found| found.tag == "section");
    assert!(sections.filter(|found| found.attrs.contains_key("lang")).count() == 0, "a whole group is marked");
    // Her words stay as they are in every language; what the button beside them says does not.
    let own = tree.having("class", "own-step").unwrap();
    assert!(!own.attrs.contains_key("translate"));
    let hers: Vec<_> = tree.all().into_iter().filter(|found| found.attrs.contains_key("translate")).collect();
    assert_eq!(hers.iter().map(|found| found.text.as_str()).collect::<Vec<_>>(), ["Key with my aunt"]);
}
