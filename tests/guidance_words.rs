//! What the guidance says, and how: no promises, no shouting, nobody judged, safety first.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use steadfast::guidance::{Block, GET_SAFE_FIRST, Library, Nation};

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

fn library() -> Library {
    Library::built_in().unwrap()
}

/// All the words a reader can meet, with the place they stand in.
fn all_words(library: &Library) -> Vec<(String, String)> {
    let mut words: Vec<(String, String)> = library
        .pages()
        .iter()
        .map(|page| (page.id.clone(), format!("{}\n{}\n{}", page.title, page.summary, page.plain_text())))
        .collect();
    for entry in library.directory().entries() {
        let note = entry.note.as_deref().unwrap_or("");
        words.push((entry.id.clone(), [&entry.name, &entry.short, &entry.who_for, note].join("\n")));
    }
    let asking = library.asking().unwrap();
    words.push(("the questions".to_owned(), asking.plain_text()));
    for one in library.institutions() {
        words.push((one.id.clone(), format!("{}\n{}", one.name, one.about)));
        for way in &one.report_ways {
            words.push((way.id.clone(), format!("{}\n{}\n{}", way.title, way.what_happens, way.limits)));
        }
    }
    words
}

fn said_in(words: &str) -> Vec<&'static str> {
    let words = words.to_lowercase();
    NEVER.into_iter().filter(|never| words.contains(never)).collect()
}

#[test]
fn nothing_is_promised_shouted_or_judged() {
    for (place, words) in all_words(&library()) {
        assert_eq!(said_in(&words), Vec::<&str>::new(), "{place}");
    }
    assert_eq!(said_in("Call +44 0808. This proves it!"), ["!", "this proves", "+44"]);
}

#[test]
fn each_page_has_its_sources_and_a_date() {
    for page in library().pages() {
        assert!(!page.sources.is_empty(), "{}", page.id);
        assert!(page.checked >= jiff::civil::date(2026, 11, 23), "{}", page.id);
        assert!(matches!(page.blocks.first(), Some(Block::Paragraph(_))), "{} has no lead", page.id);
        assert!(page.summary.len() <= 60, "{}: the summary fits one line", page.id);
    }
    for entry in library().directory().entries() {
        assert!(entry.checked >= jiff::civil::date(2026, 11, 23), "{}", entry.id);
    }
}

#[test]
fn one_nations_law_is_never_given_to_another() {
    for page in library().pages() {
        for block in &page.blocks {
            if let Block::Examples { nations, items } = block {
                let letters: String = items.iter().map(|item| item.letter).collect();
                let (law, all) = match page.id.as_str() {
                    "law-scotland" => (&[Nation::Scotland][..], "abcdefghij"),
                    _ => (&[Nation::England, Nation::Wales][..], "abcdefg"),
                };
                assert_eq!((nations.as_slice(), letters.as_str()), (law, all), "{}", page.id);
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
    assert!(at(|block| matches!(block, Block::OfferToRecord { .. })) < at(|block| matches!(block, Block::Ticks(_))));
}

#[test]
fn what_calls_for_help_now_stands_on_the_pages_that_need_it() {
    let library = library();
    for id in ["in-danger-now", "is-this-stalking", "reporting", "keeping-evidence", "helping-somebody", "under-18"] {
        let text = library.page(id).unwrap().plain_text();
        for sign in [
            &["threat", "said they will hurt"][..],
            &["weapon"],
            &["break-in", "broke in"],
            &["choking", "neck"],
            &["they will kill themselves", "hurt someone or themselves"],
            &["order or bail rule", "order or a bail rule"],
        ] {
            assert!(sign.iter().any(|words| text.contains(words)), "{id} does not name {sign:?}");
        }
        let page = library.page(id).unwrap();
        assert!(page.blocks.iter().any(|block| matches!(block, Block::Urgent(_))), "{id}");
    }
    // Nobody is asked to write before she was told when to call.
    for page in library.pages() {
        let at = |wanted: fn(&Block) -> bool| page.blocks.iter().position(wanted);
        if let Some(offer) = at(|block| matches!(block, Block::OfferToRecord { .. })) {
            let urgent = at(|block| matches!(block, Block::Urgent(_)));
            assert!(urgent.is_some_and(|urgent| urgent < offer), "{} offers to record first", page.id);
        }
    }
    for page in library.pages() {
        let urgent = page.blocks.iter().filter(|block| matches!(block, Block::Urgent(_)));
        for block in urgent {
            assert!(block.plain_text().contains("999"), "{}", page.id);
        }
    }
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
            assert!(icon.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c.is_ascii_digit()), "{icon}");
        }
    }
}
