#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
use super::super::built_in::{INSTITUTIONS, PAGES};
use super::*;
use jiff::civil::date;

const HEADER: &str = "+++\ntitle = \"A\"\nsummary = \"S\"\nicon = \"phone\"\ngroup = \"tell\"\norder = 1\nnations = [\"all\"]\n\
                      checked = \"2026-11-23\"\nsources = [\"An Act\"]\n+++\n";

#[test]
fn nothing_built_in_is_left_out() {
    let library = Library::built_in().unwrap();
    assert_eq!(library.faults(), []);
    assert_eq!(library.pages().len(), PAGES.len());
    assert_eq!(library.institutions().len(), INSTITUTIONS.len());
}

#[test]
fn a_broken_page_is_left_out_and_reported_and_the_others_stay() {
    let good = format!("{HEADER}Words.");
    let broken = format!("{HEADER}<b>Words</b>");
    let library = Library::read(SourceTexts {
        pages: &[("good", &good), ("broken", &broken), ("empty", ""), ("good", &good)],
        directory: "",
        asking: Some("x"),
        institutions: &[("odd", "id = 3")],
    })
    .unwrap();
    assert_eq!(library.pages().len(), 1);
    assert!(library.page("good").is_some() && library.page("broken").is_none());
    let names: Vec<_> = library.faults().iter().map(ToString::to_string).collect();
    assert_eq!(names.len(), 6, "{names:?}");
    for word in ["directory", "broken", "empty", "odd", "twice", "is-this-stalking"] {
        assert!(names.iter().any(|name| name.contains(word)), "{word}: {names:?}");
    }
}

#[test]
fn with_nothing_readable_it_says_so() {
    let nothing = SourceTexts { pages: &[("empty", "")], directory: "", asking: None, institutions: &[] };
    assert_eq!(Library::read(nothing), Err(GuidanceError::NothingReadable));
}

#[test]
fn a_number_or_page_that_is_not_there_is_reported() {
    let page = format!("{HEADER}[Go](page:nowhere) or [call](tel:08088020300).\n\n```help\nnobody\n```");
    let library =
        Library::read(SourceTexts { pages: &[("a", &page)], directory: "entry = []", asking: None, institutions: &[] })
            .unwrap();
    let targets: Vec<_> = library
        .faults()
        .iter()
        .map(|fault| match fault {
            GuidanceError::Unresolved { target, .. } => target.as_str(),
            other => panic!("{other}"),
        })
        .collect();
    assert_eq!(targets, ["nowhere", "08088020300", "nobody"]);
}

#[test]
fn help_in_danger_is_first_in_every_list() {
    let library = Library::built_in().unwrap();
    assert_eq!(library.pages()[0].id, "in-danger-now");
    let first = &library.directory().entries()[0];
    assert_eq!(first.number.as_ref().unwrap().dial(), "999");
    let emergency: Vec<_> = library.directory().emergency().map(|entry| entry.id.as_str()).collect();
    assert!(emergency.contains(&"emergency-sms") && emergency.contains(&"emergency-999"));
}

#[test]
fn the_words_a_person_types_lead_to_the_page_she_needs() {
    let library = Library::built_in().unwrap();
    for (typed, page) in [
        ("i cannot speak", "in-danger-now"),
        ("deaf", "in-danger-now"),
        ("is he stalking me", "is-this-stalking"),
        ("tracker on my car", "your-phone"),
        ("AirTags trackers", "your-phone"),
        ("telling police", "reporting"),
        ("anonymous crimestoppers", "reporting"),
        ("what should I keep evidence", "keeping-evidence"),
        ("scottish law Scotland", "law-scotland"),
        ("order bail broken", "orders"),
        ("my friend is being stalked, what can I say", "helping-somebody"),
        ("school childline", "under-18"),
        ("police want my phone", "your-rights"),
        ("my boss at work", "home-and-work"),
        ("am I to blame", "how-it-can-make-you-feel"),
        ("helpline", "who-can-help"),
        ("strangled", "in-danger-now"),
        ("airtag", "your-phone"),
        ("injunction", "orders"),
        ("restraining order", "orders"),
        ("boss", "home-and-work"),
        ("suicide", "looking-after-yourself"),
        ("anonymous", "reporting"),
        ("speech", "cannot-speak"),
    ] {
        let hits = library.search(typed);
        let places: Vec<_> = hits.iter().take(3).map(|hit| hit.page.as_str()).collect();
        assert!(places.contains(&page), "{typed:?} leads to {places:?}");
    }
    assert!(library.search("").is_empty());
    assert!(library.search("!?").is_empty());
    assert!(library.search("zebra").is_empty());
}

#[test]
fn the_words_a_person_types_lead_to_the_line_she_needs() {
    let library = Library::built_in().unwrap();
    for (typed, entry) in [
        ("he is following me", "national-stalking-helpline"),
        ("my ex has my pictures", "revenge-porn-helpline"),
        ("my husband is abusing me at home", "national-domestic-abuse-helpline"),
        ("someone hacked my account", "cyber-helpline"),
        ("deaf", "emergency-sms"),
        ("I can't speak", "emergency-silent"),
        ("there is a threat", "emergency-999"),
        ("gay", "galop"),
        ("feel suicidal", "samaritans"),
        ("report anonymously", "crimestoppers"),
        ("suzy", "national-stalking-helpline"),
        ("0808 80 10 800", "live-fear-free"),
        ("tracey morgan", "surviving-stalking"),
    ] {
        let places: Vec<_> = library.directory().search(typed).iter().take(3).map(|found| found.id.as_str()).collect();
        assert!(places.contains(&entry), "{typed:?} leads to {places:?}");
    }
}

#[test]
fn a_number_finds_that_number_however_it_is_written_and_no_other() {
    let library = Library::built_in().unwrap();
    let lines = |typed: &str| -> Vec<String> {
        library.directory().search(typed).into_iter().map(|entry| entry.id.clone()).collect()
    };
    for typed in
        ["0808 802 0300", "08088020300", "0808-802-0300", "+44 808 802 0300", "+44 (0)808 802 0300", "0808 802 03"]
    {
        assert_eq!(lines(typed), ["national-stalking-helpline"], "{typed}");
    }
    assert_eq!(lines("101"), ["police-101"]);
    assert_eq!(lines("18001 101"), ["police-101", "police-101-textphone"]);
    assert!(lines("0808").len() > 3 && lines("55").contains(&"emergency-silent".to_owned()));
    assert!(lines("07700 900123").is_empty() && lines("0808 802 0301").is_empty());
    assert!(library.search("0808 802 0301").is_empty(), "a page is found for a number that it does not give");
    let pages: Vec<String> = library.search("0800 555 111").into_iter().map(|hit| hit.page).collect();
    assert!(pages.contains(&"reporting".to_owned()) && pages.len() < 4, "{pages:?}");
}

#[test]
fn a_word_that_is_written_as_one_or_as_two_finds_the_same() {
    let library = Library::built_in().unwrap();
    let pages = |typed: &str| -> Vec<String> { library.search(typed).into_iter().map(|hit| hit.page).collect() };
    let lines = |typed: &str| -> Vec<String> {
        library.directory().search(typed).into_iter().map(|entry| entry.id.clone()).collect()
    };
    for (one, two) in
        [("airtag", "air tag"), ("AirTags", "Air Tags"), ("airtag", "air-tag"), ("stalkerware", "stalker ware")]
    {
        assert!(!pages(one).is_empty());
        assert_eq!(pages(two), pages(one), "{two}");
        assert_eq!(lines(two), lines(one), "{two}");
    }
    assert_eq!(pages("air tag on my car")[0], "your-phone");
    assert_eq!(lines("air tag"), ["cyber-helpline"]);
}

#[test]
fn a_page_whose_own_title_is_typed_is_the_first() {
    let library = Library::built_in().unwrap();
    for page in library.pages() {
        for typed in [page.title.clone(), page.title.to_lowercase().replace(['?', '.', ','], "")] {
            let first = &library.search(&typed)[0];
            assert_eq!((&first.page, first.by_title), (&page.id, true), "{typed}");
        }
    }
}

#[test]
fn a_hit_shows_the_place_that_fits() {
    let library = Library::built_in().unwrap();
    let hits = library.search("whispering");
    assert_eq!(hits[0].page, "in-danger-now");
    assert_eq!(hits[0].section.as_deref(), Some("If you cannot speak"));
    assert!(hits[0].excerpt.contains("Whisper"), "{}", hits[0].excerpt);
}

#[test]
fn a_check_over_a_year_ago_is_old() {
    let library = Library::built_in().unwrap();
    let page = library.page("reporting").unwrap();
    assert!(!page.is_old(page.checked));
    assert!(!page.is_old(date(2027, 11, 23)));
    assert!(page.is_old(date(2027, 11, 24)));
    assert!(!page.is_old(date(2020, 1, 1)), "a wrong clock does not make it old");
    assert!(library.directory().entry("paladin").unwrap().is_old(date(2028, 1, 1)));
}

#[test]
fn an_institutions_number_stays_out_of_the_directory() {
    let library = Library::built_in().unwrap();
    let example = &library.institutions()[0];
    assert!(example.example);
    let number = example.contacts.iter().find_map(|contact| contact.number.as_ref()).unwrap();
    assert_eq!(number.shown(), "020 7873 7303");
    assert!(!library.directory().knows_number(number.dial()));
    let ways: Vec<_> = example.report_ways.iter().map(|way| way.contact).collect();
    assert_eq!(ways, [false, true]);
}

#[test]
fn one_nation_is_never_listed_the_law_of_another() {
    let library = Library::built_in().unwrap();
    let listed = |nation| -> Vec<String> {
        library.sections(nation).into_iter().flat_map(|(_, pages)| pages).map(|page| page.id.clone()).collect()
    };
    let laws = ["law-england-wales", "law-scotland", "law-northern-ireland"];
    for (nation, law) in [
        (Nation::England, laws[0]),
        (Nation::Wales, laws[0]),
        (Nation::Scotland, laws[1]),
        (Nation::NorthernIreland, laws[2]),
    ] {
        let listed = listed(Some(nation));
        for other in laws {
            assert_eq!(listed.iter().any(|id| id == other), other == law, "{}: {other}", nation.name());
        }
    }
    assert_eq!(listed(None).len(), library.pages().len(), "with no nation chosen every page is listed");
    assert_eq!(library.sections(None)[0].0, Section::Danger);
}

#[test]
fn what_a_page_says_of_one_nation_is_not_shown_in_another() {
    let library = Library::built_in().unwrap();
    let shown = |page: &str, nation| -> String {
        let blocks = library.page(page).unwrap().blocks_for(nation);
        blocks.into_iter().map(Block::plain_text).collect::<Vec<_>>().join("\n")
    };
    for page in ["is-this-stalking", "orders", "your-rights"] {
        let scotland = shown(page, Some(Nation::Scotland));
        assert!(scotland.contains("Scotland"), "{page}");
        for other in ["in England and Wales", "of England and Wales", "In Northern Ireland", "Act 1997", "Act 2019"] {
            assert!(!scotland.contains(other), "{page} tells Scotland: {other}");
        }
        let everywhere = shown(page, None);
        assert!(everywhere.contains("England and Wales") && everywhere.contains("Northern Ireland"), "{page}");
    }
}
