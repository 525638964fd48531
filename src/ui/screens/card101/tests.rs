#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::facts::lines_of;
use crate::domain::{Certainty, EntryDraft, Happened, Kind, Person, Told, When};
use crate::platform::recording::Call;
use crate::ui::testing::Tree;

fn press(tree: &mut Tree, words: &str) {
    let button = tree.find("button", words);
    tree.tap(&button);
}

fn at(text: &str) -> Option<Happened> {
    Some(Happened::Exact { at: When(text.parse().unwrap()) })
}

#[tokio::test]
async fn without_a_journal_the_card_has_prompts_and_claims_nothing() {
    let mut tree = Tree::inside();
    press(&mut tree, "Help");
    press(&mut tree, "A card for 101");
    let html = tree.html();
    assert!(html.contains("A name, or what they look like."));
    assert!(!html.contains("From your journal"));
    let lines = lines_of(&[], jiff::civil::date(2026, 11, 17));
    assert!(lines.iter().all(|line| line.said.is_empty() && !line.prompt.is_empty()));
}

#[tokio::test]
async fn the_card_is_made_from_the_open_journal() {
    let mut tree = Tree::inside();
    tree.session.set_up("four words nobody else has".to_owned()).await.unwrap();
    let person = |certainty| Person { name: Some("The man from the gym".to_owned()), certainty, ..Person::default() };
    let first = EntryDraft {
        happened: at("2026-10-03T08:00:00+01:00[Europe/London]"),
        kinds: vec![Kind::Call],
        count: Some(43),
        people: vec![person(Some(Certainty::Certain))],
        told: vec![Told { who: "Police".to_owned(), reference: Some("AB/123".to_owned()), ..Told::default() }],
        ..EntryDraft::default()
    };
    let second = EntryDraft {
        happened: at("2026-11-16T18:00:00+00:00[Europe/London]"),
        kinds: vec![Kind::Threat],
        people: vec![person(Some(Certainty::NotSure))],
        effects: vec![crate::domain::Effect::Route],
        effects_text: Some("I fear that he will come in.".to_owned()),
        ..EntryDraft::default()
    };
    tree.session.record(second, Vec::new()).await.unwrap();
    tree.session.record(first, Vec::new()).await.unwrap();
    tree.calm().await;
    press(&mut tree, "Help");
    press(&mut tree, "A card for 101");
    tree.until("the journal", |tree| tree.html().contains("From your journal")).await;
    let html = tree.html();
    for said in [
        "The man from the gym, in 2 entries. I am certain in 1.",
        "The first thing that I have written down happened on 3 October 2026.",
        "I wrote down 2 entries on 2 days, 44 things noted in all.",
        "Threat (1).",
        "My route.",
        "I fear that he will come in.",
        "Police, reference AB/123",
    ] {
        assert!(html.contains(said), "it does not say {said:?}: {html}");
    }
    let latest = html.find("Mon 16 Nov").expect("the latest");
    assert!(latest > html.find("The latest").unwrap());
    press(&mut tree, "Call 101");
    press(&mut tree, "Call 101");
    assert!(tree.phone.calls().contains(&Call::Dial("101".into())) || tree.html().contains("A call stays"));
}

#[tokio::test]
async fn a_reference_is_read_out_once_the_police_before_others_and_only_a_few() {
    let tree = Tree::inside();
    tree.session.set_up("four words nobody else has".to_owned()).await.unwrap();
    let told = |who: &str, number: Option<&str>, day: i8| Told {
        who: who.to_owned(),
        reference: number.map(str::to_owned),
        on: Some(jiff::civil::date(2026, 11, day)),
        ..Told::default()
    };
    let mut all = vec![told("A helpline", None, 20), told("My landlord", Some("L 9"), 21)];
    all.extend((1..=8).map(|day| told("Police", Some(if day % 2 == 0 { "AB/1" } else { "ab / 1" }), day)));
    all.extend((1..=9).map(|number| told("Police", Some(&format!("CD/{number}")), number)));
    let draft = EntryDraft { kinds: vec![Kind::Seen], told: all, ..EntryDraft::default() };
    tree.session.record(draft, Vec::new()).await.unwrap();
    let entries = tree.session.entries(crate::session::Query::default()).await.unwrap();
    let lines = lines_of(&entries, jiff::civil::date(2026, 11, 24));
    let said: Vec<&str> = lines.last().unwrap().said.iter().map(|said| said.words.as_str()).collect();
    assert!((2..=5).contains(&said.len()), "{said:?}");
    assert!(said[0].contains("CD/9") && said.iter().all(|line| line.starts_with("Police")), "{said:?}");
    assert!(said.iter().filter(|line| line.to_lowercase().replace(' ', "").contains("ab/1")).count() <= 1, "{said:?}");
}

#[tokio::test]
async fn somebody_without_a_name_is_told_of_by_their_looks() {
    let tree = Tree::inside();
    tree.session.set_up("four words nobody else has".to_owned()).await.unwrap();
    let person = Person { looks: Some("Tall, a red scarf.".to_owned()), ..Person::default() };
    let draft = EntryDraft { kinds: vec![Kind::Seen], people: vec![person], ..EntryDraft::default() };
    tree.session.record(draft, Vec::new()).await.unwrap();
    let entries = tree.session.entries(crate::session::Query::default()).await.unwrap();
    let who = &lines_of(&entries, jiff::civil::date(2026, 11, 24))[0];
    assert!(who.said[0].words.contains("Tall, a red scarf") && who.said.len() == 1, "{:?}", who.said);
}
