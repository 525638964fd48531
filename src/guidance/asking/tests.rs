#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
use super::*;
use crate::guidance::built_in::ENGLISH;
use crate::guidance::words_of;

const TEXT: &str = include_str!("../../../content/en-GB/is-this-stalking.toml");

fn asking() -> Asking {
    Asking::read(ENGLISH, TEXT).unwrap()
}

fn ticks(ids: &[&str]) -> BTreeSet<String> {
    ids.iter().map(|id| (*id).to_owned()).collect()
}

fn words(answer: &Answer) -> String {
    let lines: Vec<String> = answer.blocks.iter().map(Block::plain_text).collect();
    lines.join("\n")
}

#[test]
fn a_sign_that_needs_help_now_brings_999_and_the_helpline_first() {
    let asking = asking();
    let signs: Vec<&str> = asking.things().filter(|thing| thing.call_now).map(|thing| thing.id.as_str()).collect();
    assert_eq!(signs, ["threat", "weapon", "break-in", "choking", "suicide-threat", "broken-order"]);
    for sign in signs {
        for nation in [None, Some(Nation::Scotland)] {
            let answer = asking.answer(&ticks(&[sign, "calls", "route"]), nation);
            assert!(answer.call_first && asking.needs_help_now(&ticks(&[sign])), "{sign}");
            let [Block::Urgent(first), Block::Help(help), ..] = answer.blocks.as_slice() else {
                panic!("{sign}: 999 does not come first")
            };
            assert!(words_of(first).contains("Call 999 first"), "{sign}");
            assert_eq!(help, &["emergency-999", "national-stalking-helpline"], "{sign}");
        }
    }
    let calm = asking.answer(&ticks(&["followed"]), Some(Nation::England));
    assert!(!calm.call_first && !calm.blocks.iter().any(|block| matches!(block, Block::Urgent(_))));
}

#[test]
fn no_answer_judges_or_counts() {
    let asking = asking();
    let all: Vec<&str> = asking.things().map(|thing| thing.id.as_str()).collect();
    let mut tried: Vec<Vec<&str>> = all.iter().map(|id| vec![*id]).collect();
    tried.extend([vec![], all.clone()]);
    let nations: Vec<Option<Nation>> = [None].into_iter().chain(Nation::ALL.map(Some)).collect();
    for ids in &tried {
        for nation in &nations {
            let said = words(&asking.answer(&ticks(ids), *nation)).to_lowercase();
            for never in [
                "this is ",
                "this is not",
                "this isn't",
                "you are being stalked",
                "you are not being stalked",
                "score",
                "points",
                "out of",
                "per cent",
                "%",
                "high risk of",
                "low risk",
                "a crime was",
                "guilty",
                "!",
            ] {
                assert!(!said.contains(never), "{ids:?} {nation:?}: {never}");
            }
            assert!(said.contains("you are not to blame."));
            assert!(said.contains("suzylamplugh.org"));
            assert!(said.contains("tell the police as soon as you can"));
        }
    }
}

#[test]
fn one_nations_examples_are_never_shown_to_another() {
    let asking = asking();
    let all: BTreeSet<String> = asking.things().map(|thing| thing.id.clone()).collect();
    let england = asking.answer(&all, Some(Nation::England));
    assert_eq!(england.resembles, asking.answer(&all, Some(Nation::Wales)).resembles);
    let examples: BTreeSet<&str> = england.resembles.iter().map(|one| one.example.as_str()).collect();
    assert_eq!(examples.len(), 7, "all seven examples can be met");

    let northern = asking.answer(&all, Some(Nation::NorthernIreland));
    let scotland = asking.answer(&all, Some(Nation::Scotland));
    assert!(northern.resembles.iter().all(|one| !examples.contains(one.example.as_str())));
    assert_eq!(northern.resembles.len(), 3);
    let met: BTreeSet<&str> = scotland.resembles.iter().map(|one| one.example.as_str()).collect();
    assert_eq!(met.len(), 10, "all ten examples can be met");
    for (answer, of) in [(&england, "ew-"), (&scotland, "sc-"), (&northern, "ni-")] {
        let own = |one: &Resembles| {
            let rows = asking.laws.iter().flat_map(|law| &law.examples);
            rows.filter(|row| row.words == one.example).any(|row| row.id.starts_with(of))
        };
        assert!(!answer.resembles.is_empty() && answer.resembles.iter().all(own), "{of}");
    }
    for (answer, nation, others) in [
        (&england, "England and Wales", ["law of Scotland", "law of Northern Ireland"]),
        (&scotland, "Scotland", ["law of England", "law of Northern Ireland"]),
        (&northern, "Northern Ireland", ["law of England", "law of Scotland"]),
    ] {
        let said = words(answer);
        assert!(said.contains(nation));
        for other in others {
            assert!(!said.contains(other), "{nation} is told of the {other}");
        }
    }
    let nowhere = asking.answer(&all, None);
    assert!(nowhere.resembles.is_empty() && words(&nowhere).contains("Choose where you live"));
}

#[test]
fn what_was_ticked_is_said_back_in_her_words() {
    let answer = asking().answer(&ticks(&["followed", "repeated", "route"]), Some(Nation::Wales));
    let said = words(&answer);
    assert_eq!(
        answer.resembles,
        [Resembles { thing: "They follow me".to_owned(), example: "following a person".to_owned() }]
    );
    assert!(said.contains("They follow me. The law's example: following a person."));
    assert!(said.contains("What you ticked is like: Repeated."));
    assert!(said.contains("I go a different way, or at other times"));
    assert!(said.contains("These changes matter."));
}

#[test]
fn with_no_nation_chosen_she_reads_what_the_police_look_for_and_no_law_and_no_verdict() {
    const FOUR: &str = "Police look for four warning signs: Fixated, Obsessive, Unwanted, Repeated.";
    let asking = asking();
    let said = |ids: &[&str], nation| words(&asking.answer(&ticks(ids), nation));
    let nowhere = said(&["followed"], None);
    assert!(nowhere.contains(&format!("What it is like\n{FOUR}\nEach part of the UK has its own law")), "{nowhere}");
    assert!(!nowhere.contains("What you ticked is like") && !nowhere.contains("The law's example"), "{nowhere}");
    // Said once where one of them was ticked; where her nation's examples stand they say it.
    assert_eq!(said(&["followed", "repeated"], None).matches(FOUR).count(), 1);
    assert!(!said(&["followed"], Some(Nation::Wales)).contains(FOUR));
    assert!(!said(&[], None).contains(FOUR));
    let in_one = TEXT.replace("Repeated. What you ticked is like: {signs}.", "Repeated, as: {signs}.");
    assert_ne!(in_one, TEXT);
    let answer = Asking::read(ENGLISH, &in_one).unwrap().answer(&ticks(&["followed"]), None);
    assert!(!words(&answer).contains("Police look for"));
}

#[test]
fn what_could_be_done_today_fits_what_was_ticked() {
    let asking = asking();
    let tracker = words(&asking.answer(&ticks(&["tracker"]), None));
    assert!(tracker.contains("It may tip off the person"));
    assert!(!words(&asking.answer(&ticks(&["calls"]), None)).contains("tip off"));
    let helps = |ids: &[&str], nation| match asking.answer(&ticks(ids), nation).blocks.pop() {
        Some(Block::Help(ids)) => ids,
        _ => panic!("nobody to call"),
    };
    assert!(helps(&["partner"], Some(Nation::Wales)).contains(&"live-fear-free".to_owned()));
    assert!(!helps(&["partner"], Some(Nation::Wales)).contains(&"scotland-domestic-abuse".to_owned()));
    assert!(!helps(&[], Some(Nation::Scotland)).contains(&"paladin".to_owned()));
    assert!(helps(&["under-18"], None).contains(&"childline".to_owned()));
}

#[test]
fn with_nothing_ticked_there_is_still_help() {
    let answer = asking().answer(&BTreeSet::new(), Some(Nation::England));
    assert!(!answer.call_first && answer.resembles.is_empty());
    assert!(words(&answer).starts_with("You have not ticked anything. That is all right."));
    assert!(matches!(answer.blocks.last(), Some(Block::Help(ids)) if !ids.is_empty()));
    assert_eq!(asking().answer(&ticks(&["nobody-knows-this"]), None), asking().answer(&BTreeSet::new(), None));
}

#[test]
fn a_record_begins_with_her_ticks_and_nothing_else() {
    let beginning = asking().beginning(&ticks(&["followed", "tracker", "mind", "body", "repeated"]));
    assert_eq!(
        beginning.text.lines().collect::<Vec<_>>(),
        [
            "They follow me.",
            "I found a tracker, or I think there is one.",
            "It has happened more than once.",
            "My body is not well: sleep, food, pain.",
            "My mind is not well: fear, worry, low days.",
        ]
    );
    assert_eq!(beginning.kinds, [Kind::Followed, Kind::Tracker]);
    assert_eq!(beginning.effects, [Effect::SleepOrHealth]);
    assert_eq!(asking().beginning(&BTreeSet::new()), Beginning::default());
}

#[test]
fn questions_that_do_not_hold_together_are_refused_whole() {
    for (from, to) in [
        ("id = \"weapon\"", "id = \"threat\""),
        ("like = [\"ew-a\", ", "like = [\"ew-z\", "),
        ("when = [\"tracker\", \"knows-where\"]", "when = [\"rabbit\"]"),
        ("nations = [\"scotland\"]\nintro", "nations = [\"wales\"]\nintro"),
        ("help = [\"emergency-999\", ", "help = ["),
        ("call_now = true", "call_now = false"),
        ("kinds = [\"threat\"]", "kinds = [\"spell\"]"),
        ("words = \"They follow me\"", "words = \" \""),
        ("[999](tel:999)", "[999](tel:998)"),
        ("[[today]]", "[[tomorrow]]"),
        ("is like: {signs}", "is like: signs"),
        ("example: {example}", "example: {example}, {example}"),
        ("today = \"What you could do today\"", "today = \"\""),
        ("\"College of Policing: the four warning signs\"", "\"\""),
    ] {
        assert!(TEXT.contains(from), "{from}");
        let changed = if from.starts_with("call_now") { TEXT.replace(from, to) } else { TEXT.replacen(from, to, 1) };
        assert!(Asking::read(ENGLISH, &changed).is_err(), "{from} -> {to}");
    }
    assert!(Asking::read(ENGLISH, "").is_err() && Asking::read(ENGLISH, "\u{0}").is_err());
}
