//! What the guidance says, and how: no made-up numbers, no promises, no shouting, and words that are quick to read.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use steadfast::guidance::{
    Block, Directory, GET_SAFE_FIRST, Hours, Inline, Library, LinkTo, Nation,
};

/// Nothing here may be promised, and nobody may be judged.
const NEVER: [&str; 18] = [
    "!",
    "guarantee",
    "untraceable",
    "undetectable",
    "this proves",
    "100%",
    "+44",
    "0044",
    "completely safe",
    "cannot be found",
    "you are a victim of a crime",
    "a crime was committed",
    "this is a crime",
    "is guilty",
    "oops",
    "sorry",
    "days left",
    "risk score",
];
/// Digits in the texts that are not numbers to reach anybody.
const NOT_TO_REACH: [&str; 4] = ["1471", "43", "22:00", "02:00"];
/// The most years at school that a page may ask for.
const GRADE: f64 = 5.0;

fn library() -> Library {
    Library::built_in().unwrap()
}

/// All the words a reader can meet, with the place they stand in.
fn all_words(library: &Library) -> Vec<(String, String)> {
    let mut words: Vec<(String, String)> = library
        .pages()
        .iter()
        .map(|page| {
            (
                page.id.clone(),
                format!("{}\n{}\n{}", page.title, page.summary, page.plain_text()),
            )
        })
        .collect();
    for entry in library.directory().entries() {
        let note = entry.note.as_deref().unwrap_or("");
        words.push((
            entry.id.clone(),
            [&entry.name, &entry.short, &entry.who_for, note].join("\n"),
        ));
    }
    for one in library.institutions() {
        words.push((one.id.clone(), format!("{}\n{}", one.name, one.about)));
        for way in &one.report_ways {
            words.push((
                way.id.clone(),
                format!("{}\n{}\n{}", way.title, way.what_happens, way.limits),
            ));
        }
    }
    words
}

fn said_in(words: &str) -> Vec<&'static str> {
    let words = words.to_lowercase();
    NEVER
        .into_iter()
        .filter(|never| words.contains(never))
        .collect()
}

#[test]
fn nothing_is_promised_shouted_or_judged() {
    for (place, words) in all_words(&library()) {
        assert_eq!(said_in(&words), Vec::<&str>::new(), "{place}");
    }
    assert_eq!(
        said_in("Call +44 0808. This proves it!"),
        ["!", "this proves", "+44"]
    );
}

#[test]
fn each_page_has_its_sources_and_a_date() {
    for page in library().pages() {
        assert!(!page.sources.is_empty(), "{}", page.id);
        assert_eq!(page.checked, jiff::civil::date(2026, 11, 23), "{}", page.id);
        assert!(
            matches!(page.blocks.first(), Some(Block::Paragraph(_))),
            "{} has no lead",
            page.id
        );
        assert!(
            page.summary.len() <= 60,
            "{}: the summary fits one line",
            page.id
        );
    }
    for entry in library().directory().entries() {
        assert_eq!(
            entry.checked,
            jiff::civil::date(2026, 11, 23),
            "{}",
            entry.id
        );
    }
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
        .filter(|number| {
            !(number.len() == 4 && (number.starts_with("19") || number.starts_with("20")))
        })
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
        unknown_numbers(
            library.directory(),
            "Call 0808 802 0301, or 998. Not 999, 18001 101 or 2026."
        ),
        ["08088020301", "998"]
    );
    assert_eq!(
        numbers_in("Call 0800 555 111 now, 101."),
        ["0800555111", "101"]
    );
}

#[test]
fn a_link_on_a_number_dials_that_number() {
    for page in library().pages() {
        for run in page.blocks.iter().flat_map(Block::inlines) {
            if let Inline::Link {
                text,
                to: LinkTo::Phone(number),
            } = run
            {
                let digits: String = text.chars().filter(char::is_ascii_digit).collect();
                assert_eq!(digits, number.dial(), "{}: {text}", page.id);
            }
        }
    }
}

#[test]
fn every_number_is_one_that_a_uk_phone_can_dial() {
    let known = ["999", "112", "101", "18000", "18001101", "116123"];
    for entry in library().directory().entries() {
        for number in [&entry.number, &entry.text, &entry.relay]
            .into_iter()
            .flatten()
        {
            let dial = number.dial();
            assert!(dial.chars().all(|c| c.is_ascii_digit()), "{}", entry.id);
            let long = ["01", "02", "03", "07", "08"]
                .iter()
                .any(|start| dial.starts_with(start))
                && (dial.len() == 11 || (dial.len() == 10 && dial.starts_with("0800")));
            assert!(long || known.contains(&dial), "{}: {dial}", entry.id);
            let shown: String = number.shown().split(' ').collect();
            assert_eq!(shown, dial, "{}", entry.id);
            assert!(
                entry.free != Some(true) || !dial.starts_with("03"),
                "{}",
                entry.id
            );
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
    ];
    let library = library();
    for (id, number) in checked {
        let entry = library
            .directory()
            .entry(id)
            .unwrap_or_else(|| panic!("no {id}"));
        assert_eq!(
            entry.number.as_ref().map(|n| n.shown()),
            Some(number),
            "{id}"
        );
    }
    let texts = library.directory().entry("live-fear-free").unwrap();
    assert_eq!(texts.text.as_ref().map(|n| n.shown()), Some("07860 077333"));
    let silent = library.directory().entry("emergency-silent").unwrap();
    assert_eq!(silent.number.as_ref().map(|n| n.dial()), Some("999"));
    let with_numbers = library
        .directory()
        .entries()
        .iter()
        .filter(|entry| entry.number.is_some());
    assert_eq!(
        with_numbers.count(),
        checked.len() + 1,
        "a number is in the directory that nobody checked twice"
    );
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
            assert!(
                entry.web.is_some(),
                "{} sends people to a website that is not there",
                entry.id
            );
        }
    }
}

#[test]
fn one_nations_law_is_never_given_to_another() {
    for page in library().pages() {
        for block in &page.blocks {
            if let Block::Examples { nations, items } = block {
                assert_eq!(
                    nations.as_slice(),
                    [Nation::England, Nation::Wales],
                    "{}",
                    page.id
                );
                let letters: String = items.iter().map(|item| item.letter).collect();
                assert_eq!(letters, "abcdefg");
            }
        }
    }
}

#[test]
fn get_safe_first_stands_above_every_offer_to_write() {
    assert_eq!(GET_SAFE_FIRST, "Get safe first. You can write this later.");
    let library = library();
    for block in library.pages().iter().flat_map(|page| &page.blocks) {
        if let Block::OfferToRecord { label } = block {
            assert_eq!(block.plain_text(), format!("{GET_SAFE_FIRST}\n{label}"));
        }
    }
    let page = library.page("keeping-evidence").unwrap();
    let at = |wanted: fn(&Block) -> bool| page.blocks.iter().position(wanted).unwrap();
    assert!(
        at(|block| matches!(block, Block::OfferToRecord { .. }))
            < at(|block| matches!(block, Block::Ticks(_)))
    );
}

#[test]
fn no_page_that_was_written_is_forgotten() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/content/en-GB/guidance");
    let library = library();
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let id = path.file_stem().unwrap().to_str().unwrap();
        assert!(library.page(id).is_some(), "{id} is not built in");
    }
}

#[test]
fn every_icon_has_a_plain_name() {
    for page in library().pages() {
        let mut icons = vec![page.icon.as_str()];
        for block in &page.blocks {
            if let Block::Examples { items, .. } = block {
                icons.extend(items.iter().map(|item| item.icon.as_str()));
            }
        }
        for icon in icons {
            assert!(
                icon.chars()
                    .all(|c| c.is_ascii_lowercase() || c == '-' || c.is_ascii_digit()),
                "{icon}"
            );
        }
    }
}

/// Groups of vowels, without a silent last e: near enough to compare pages.
fn syllables(word: &str) -> usize {
    let word: String = word
        .to_lowercase()
        .chars()
        .filter(char::is_ascii_alphabetic)
        .collect();
    let vowel = |c: char| "aeiouy".contains(c);
    let mut groups = 0;
    let mut before = false;
    for c in word.chars() {
        groups += usize::from(vowel(c) && !before);
        before = vowel(c);
    }
    let silent = word.ends_with('e') && !word.ends_with("le") && groups > 1
        || word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded") && groups > 1;
    (groups - usize::from(silent)).max(1)
}

/// Names of Acts and of organisations cannot be made shorter, so they are not counted.
fn without_names(library: &Library, text: &str) -> String {
    let mut text = text.to_owned();
    let acts = [
        "Protection from Harassment Act 1997",
        "Criminal Justice and Licensing (Scotland) Act 2010",
        "Protection from Stalking Act (Northern Ireland) 2022",
        "Stalking Protection Act 2019",
        "Northern Ireland",
        "Suzy Lamplugh Trust",
        "emergencySMS",
    ];
    for name in acts
        .into_iter()
        .chain(
            library
                .directory()
                .entries()
                .iter()
                .map(|entry| entry.name.as_str()),
        )
        .filter(|name| name.len() > 3)
    {
        text = text.replace(name, "it");
    }
    text
}

/// Flesch-Kincaid: years at school needed to read the text. Each line ends a sentence.
fn grade(text: &str) -> f64 {
    let mut sentences = 0.0;
    let (mut words, mut sounds) = (0.0, 0.0);
    for sentence in text.split(['.', '?', '\n']) {
        let mut any = false;
        for word in sentence
            .split_whitespace()
            .filter(|word| word.chars().any(char::is_alphabetic))
        {
            any = true;
            words += 1.0;
            sounds += syllables(word) as f64;
        }
        sentences += f64::from(u8::from(any));
    }
    0.39 * (words / sentences) + 11.8 * (sounds / words) - 15.59
}

#[test]
fn every_page_can_be_read_by_somebody_of_eleven() {
    let library = library();
    for page in library.pages() {
        let grade = grade(&without_names(&library, &page.plain_text()));
        println!("{:26} {grade:4.1}", page.id);
        assert!(
            grade <= GRADE,
            "{} needs {grade:.1} years at school",
            page.id
        );
    }
    assert!(grade("The cat sat on the mat. It was a warm day.") < 2.0);
    assert!(
        grade(
            "Notwithstanding the aforementioned considerations, complainants are encouraged to communicate expeditiously."
        ) > 15.0
    );
}
