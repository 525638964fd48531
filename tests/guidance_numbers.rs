//! Every number in the guidance is one that was looked up, and what is read is what is dialled.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use steadfast::guidance::{Block, Directory, Hours, Inline, Library, LinkTo};

/// Digits in the texts that are not numbers to reach anybody.
const NOT_TO_REACH: [&str; 4] = ["1471", "43", "22:00", "02:00"];

fn library() -> Library {
    Library::built_in().unwrap()
}

/// Runs of digits with single spaces between them, as a reader would dial them.
fn numbers_in(words: &str) -> Vec<String> {
    let mut numbers = Vec::new();
    let mut run = String::new();
    for part in words.split([' ', '\n']) {
        let core = part.trim_matches(|c: char| ".,;()\"'“”‘’".contains(c));
        let whole = !core.is_empty() && core.chars().all(|c| c.is_ascii_digit());
        if whole {
            run.push_str(core);
        }
        if !whole || part.ends_with([',', '.', ';']) {
            numbers.extend((!run.is_empty()).then(|| std::mem::take(&mut run)));
        }
    }
    numbers.extend((!run.is_empty()).then_some(run));
    numbers
}

fn unknown_numbers(directory: &Directory, words: &str) -> Vec<String> {
    numbers_in(words)
        .into_iter()
        .filter(|number| number.len() >= 3)
        .filter(|number| !NOT_TO_REACH.contains(&number.as_str()))
        .filter(|number| !(number.len() == 4 && (number.starts_with("19") || number.starts_with("20"))))
        // "0800 or 0808" names two ranges of numbers.
        .filter(|number| number != "0800" && number != "0808")
        .filter(|number| !directory.knows_number(number))
        .collect()
}

#[test]
fn every_number_in_a_page_is_in_the_directory() {
    let library = library();
    for page in library.pages() {
        let unknown = unknown_numbers(library.directory(), &page.plain_text());
        assert!(unknown.is_empty(), "{}: {unknown:?}", page.id);
    }
    assert_eq!(
        unknown_numbers(library.directory(), "Call 0808 802 0301, or 998. Not 999, 18001 101 or 2026."),
        ["08088020301", "998"]
    );
    assert_eq!(numbers_in("Call 0800 555 111 now, 101."), ["0800555111", "101"]);
}

#[test]
fn a_link_on_a_number_dials_that_number() {
    for page in library().pages() {
        for run in page.blocks.iter().flat_map(Block::inlines) {
            if let Inline::Link { text, to: LinkTo::Phone(number) } = run {
                let digits: String = text.chars().filter(char::is_ascii_digit).collect();
                assert_eq!(digits, number.dial(), "{}: {text}", page.id);
            }
        }
    }
}

#[test]
fn every_number_is_one_that_a_uk_phone_can_dial() {
    let known = ["999", "112", "101", "18000", "18001101", "116123", "08001111"];
    for entry in library().directory().entries() {
        for number in [&entry.number, &entry.text, &entry.relay].into_iter().flatten() {
            let dial = number.dial();
            assert!(dial.chars().all(|c| c.is_ascii_digit()), "{}", entry.id);
            let long = ["01", "02", "03", "07", "08"].iter().any(|start| dial.starts_with(start))
                && (dial.len() == 11 || (dial.len() == 10 && dial.starts_with("0800")));
            assert!(long || known.contains(&dial), "{}: {dial}", entry.id);
            let shown: String = number.shown().split(' ').collect();
            assert_eq!(shown, dial, "{}", entry.id);
            assert!(entry.free != Some(true) || !dial.starts_with("03"), "{}", entry.id);
        }
    }
}

#[test]
fn numbers_are_the_ones_that_were_checked() {
    // Written out a second time: a slip of the hand in the directory fails here.
    let checked = [
        ("emergency-999", "999"),
        ("emergency-112", "112"),
        ("emergency-textphone", "18000"),
        ("police-101", "101"),
        ("police-101-textphone", "18001 101"),
        ("crimestoppers", "0800 555 111"),
        ("national-stalking-helpline", "0808 802 0300"),
        ("paladin", "020 3866 4107"),
        ("victim-support", "08 08 16 89 111"),
        ("victim-support-scotland", "0800 160 1985"),
        ("action-against-stalking", "0800 820 2427"),
        ("live-fear-free", "0808 80 10 800"),
        ("national-domestic-abuse-helpline", "0808 2000 247"),
        ("scotland-domestic-abuse", "0800 027 1234"),
        ("ni-domestic-sexual-abuse", "0808 802 1414"),
        ("revenge-porn-helpline", "0345 6000 459"),
        ("mens-advice-line", "0808 801 0327"),
        ("galop", "0800 999 5428"),
        ("karma-nirvana", "0800 5999 247"),
        ("samaritans", "116 123"),
        ("childline", "0800 1111"),
    ];
    let library = library();
    for (id, number) in checked {
        let entry = library.directory().entry(id).unwrap_or_else(|| panic!("no {id}"));
        assert_eq!(entry.number.as_ref().map(|n| n.shown()), Some(number), "{id}");
    }
    let texts = library.directory().entry("live-fear-free").unwrap();
    assert_eq!(texts.text.as_ref().map(|n| n.shown()), Some("07860 077333"));
    let silent = library.directory().entry("emergency-silent").unwrap();
    assert_eq!(silent.number.as_ref().map(|n| n.dial()), Some("999"));
    let with_numbers = library.directory().entries().iter().filter(|entry| entry.number.is_some());
    assert_eq!(with_numbers.count(), checked.len() + 1, "a number is in the directory that nobody checked twice");
}

#[test]
fn day_and_night_is_said_only_where_the_source_says_so() {
    let open: Vec<String> = library()
        .directory()
        .entries()
        .iter()
        .filter(|entry| entry.hours == Some(Hours::AllDay))
        .map(|entry| entry.id.clone())
        .collect();
    assert_eq!(
        open,
        [
            "emergency-bsl",
            "national-domestic-abuse-helpline",
            "live-fear-free",
            "scotland-domestic-abuse",
            "ni-domestic-sexual-abuse",
            "victim-support",
        ]
    );
    for entry in library().directory().entries() {
        if entry.hours == Some(Hours::SeeWebsite) {
            assert!(entry.web.is_some(), "{} sends people to a website that is not there", entry.id);
        }
    }
}
