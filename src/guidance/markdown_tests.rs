#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
use super::*;
use proptest::prelude::*;

const HEADER: &str = r#"+++
title = "A page"
summary = "One line"
icon = "phone"
group = "tell"
order = 1
nations = ["england-wales"]
checked = "2026-11-23"
sources = ["An Act"]
+++
"#;

fn blocks(body: &str) -> Vec<Block> {
    read_page("a-page", ENGLISH, &format!("{HEADER}{body}")).unwrap().blocks
}

fn refusal(body: &str) -> String {
    read_page("a-page", ENGLISH, &format!("{HEADER}{body}")).unwrap_err().to_string()
}

fn text(words: &str) -> Inline {
    Inline::Text(words.to_owned())
}

#[test]
fn a_header_becomes_typed_fields() {
    let page = read_page("a-page", ENGLISH, &format!("{HEADER}Words.")).unwrap();
    assert_eq!((page.id.as_str(), page.title.as_str()), ("a-page", "A page"));
    assert_eq!(page.checked, jiff::civil::date(2026, 11, 23));
    assert!(page.nations.may_include(crate::guidance::Nation::Wales));
    assert!(!page.nations.may_include(crate::guidance::Nation::Scotland));
}

#[test]
fn a_page_without_sources_or_date_or_place_is_refused() {
    let page = format!("{HEADER}Words.");
    for (from, to) in [
        (r#"["An Act"]"#, "[]"),
        (r#"["An Act"]"#, r#"[" "]"#),
        (r#"checked = "2026-11-23""#, ""),
        ("2026-11-23", "2026-02-30"),
        (r#"["england-wales"]"#, "[]"),
        (r#"["england-wales"]"#, r#"["france"]"#),
        (r#""A page""#, r#""""#),
        ("group = \"tell\"", "group = \"elsewhere\""),
        ("order = 1", "order = 1\nauthor = \"someone\""),
    ] {
        assert!(page.contains(from));
        let wrong = page.replacen(from, to, 1);
        assert!(matches!(read_page("a-page", ENGLISH, &wrong), Err(GuidanceError::Header { .. })), "{from} -> {to}");
    }
    assert!(matches!(read_page("a-page", ENGLISH, "Words."), Err(GuidanceError::NoHeader { .. })));
    assert!(matches!(read_page("a-page", ENGLISH, ""), Err(GuidanceError::NoHeader { .. })));
    assert!(matches!(read_page("a-page", ENGLISH, HEADER), Err(GuidanceError::Body { .. })));
}

#[test]
fn words_lists_and_links_keep_their_order() {
    let read =
        blocks("## Now\n\nCall [999](tel:999), **then** read\n[this](page:reporting).\n\n1. One\n2. Two\n\n- A\n- B");
    assert_eq!(
        read,
        vec![
            Block::Heading("Now".to_owned()),
            Block::Paragraph(vec![
                text("Call "),
                Inline::Link { text: "999".to_owned(), to: LinkTo::Phone(PhoneNumber::from_shown("999").unwrap()) },
                text(", "),
                Inline::Strong("then".to_owned()),
                text(" read "),
                Inline::Link { text: "this".to_owned(), to: LinkTo::Page("reporting".to_owned()) },
                text("."),
            ]),
            Block::List { ordered: true, items: vec![vec![text("One")], vec![text("Two")]] },
            Block::List { ordered: false, items: vec![vec![text("A")], vec![text("B")]] },
        ]
    );
}

#[test]
fn a_number_is_shown_as_the_page_groups_it() {
    let read = blocks("Use [18001 101](tel:18001101) or [the police](tel:101).");
    let numbers: Vec<_> = read[0]
        .inlines()
        .filter_map(|run| match run {
            Inline::Link { to: LinkTo::Phone(number), .. } => Some((number.shown(), number.dial())),
            _ => None,
        })
        .collect();
    assert_eq!(numbers, [("18001 101", "18001101"), ("101", "101")]);
}

#[test]
fn digits_in_the_words_of_a_link_are_the_number_that_it_dials() {
    for right in ["[999](tel:999)", "[999 BSL](tel:999)", "[the police](tel:101)", "[0800-555-111](tel:0800555111)"] {
        assert_eq!(blocks(right).len(), 1, "{right}");
    }
    for wrong in ["[998](tel:999)", "[999 or 101](tel:999)", "[٩٩٩](tel:999)", "[0800 555 111](tel:08088020300)"] {
        assert!(refusal(wrong).contains("different numbers"), "{wrong}");
    }
    assert!(read_line("Call [998](tel:999).").is_err(), "and in the questions");
}

#[test]
fn the_four_signs_are_four_and_spell_the_word() {
    let right = "```four\nFixated: a\nObsessive: b\nUnwanted: c\nRepeated: d\n```";
    let read = blocks(right);
    let [Block::Four(signs)] = read.as_slice() else {
        panic!("not the four signs");
    };
    assert_eq!(signs.iter().map(|sign| sign.letter).collect::<String>(), "FOUR");
    for wrong in [
        format!("{right}\n\n{}", right.replace("Fixated", "Angry")),
        right.replace("Repeated: d\n", ""),
        right.replace("Repeated: d\n", "Repeated: d\nMore: e\n"),
        right.replace("Fixated", "Angry"),
        right.replace("Unwanted: c", "Unwanted"),
    ] {
        assert!(refusal(&wrong).contains("four"), "{wrong}");
    }
}

#[test]
fn every_offer_to_record_stands_below_get_safe_first() {
    let right = format!("```record\n{GET_SAFE_FIRST}\nRecord what happened\n```");
    assert_eq!(blocks(&right), vec![Block::OfferToRecord { label: "Record what happened".to_owned() }]);
    assert!(refusal("```record\nRecord what happened\n```").contains("Get safe first"));
    assert!(refusal("```record\nGet safe first.\nRecord what happened\n```").contains("Get safe first"));
    assert!(refusal("```safe-first\nBe safe.\n```").contains("Get safe first"));
    assert_eq!(blocks(&format!("```safe-first\n{GET_SAFE_FIRST}\n```")), vec![Block::SafeFirst]);
}

#[test]
fn an_example_says_whose_law_it_is_from() {
    let read = blocks("```examples england-wales\na | footprints | **Following you.** On foot.\n```");
    let [Block::Examples { nations, items }] = read.as_slice() else {
        panic!("not examples");
    };
    assert!(!nations.may_include(crate::guidance::Nation::Scotland));
    assert_eq!((items[0].letter, items[0].icon.as_str()), ('a', "footprints"));
    assert!(refusal("```examples\na | footprints | Following you.\n```").contains("not a nation"));
    assert!(refusal("```examples scotland\nFollowing you.\n```").contains("letter | icon | words"));
    assert!(refusal("```examples scotland\nab | eye | Following you.\n```").contains("letter | icon | words"));
}

#[test]
fn what_no_screen_can_show_is_refused() {
    for wrong in [
        "![a picture](https://example.org/a.png)",
        "<b>Now</b>",
        "<script>alert(1)</script>",
        "# A second title",
        "### Deep",
        "> A quotation",
        "`code`",
        "*soft*",
        "    indented",
        "```python\nprint()\n```",
        "```ticks\n```",
        "- one\n  - nested",
        "[call](tel:0044808)",
        "[call](tel:+448088020300)",
        "[here](http://example.org)",
        "[here](javascript:alert)",
        "[ ](page:reporting)",
        "**[bold](page:reporting)**",
        "```ticks\n## A heading\n```",
        "-",
    ] {
        assert!(!refusal(wrong).is_empty(), "{wrong}");
    }
}

#[test]
fn a_list_with_blank_lines_reads_like_one_without() {
    assert_eq!(blocks("- A\n\n- B"), blocks("- A\n- B"));
}

proptest! {
    #[test]
    fn no_text_can_bring_the_reader_down(body in "(?s).{0,300}", mark in "[\\[\\]()*`#>|\\-+!<&;:\\n a-z0-9]{0,120}") {
        let _ = read_page("a-page", ENGLISH, &body);
        let _ = read_page("a-page", ENGLISH, &format!("{HEADER}{body}"));
        let _ = read_page("a-page", ENGLISH, &format!("{HEADER}{mark}"));
    }
}

#[test]
fn a_part_for_one_nation_ends_at_the_next_heading() {
    let text =
        "All.\n\n## Here {nations=scotland}\n\nOnly.\n\n## There {nations=england-wales}\n\nOther.\n\n## Again\n\nAll.";
    let page = read_page("a-page", ENGLISH, &format!("{HEADER}{text}")).unwrap();
    let shown = |nation| page.blocks_for(nation).iter().map(|block| block.plain_text()).collect::<Vec<_>>();
    assert_eq!(shown(None), ["All.", "Here", "Only.", "There", "Other.", "Again", "All."]);
    assert_eq!(shown(Some(crate::guidance::Nation::Scotland)), ["All.", "Here", "Only.", "Again", "All."]);
    assert_eq!(shown(Some(crate::guidance::Nation::Wales)), ["All.", "There", "Other.", "Again", "All."]);
    assert_eq!(shown(Some(crate::guidance::Nation::NorthernIreland)), ["All.", "Again", "All."]);
    assert!(refusal("## Here {nations=mars}\n\nWords.").contains("mars"));
    assert!(refusal("## Here {colour=red}\n\nWords.").contains("nothing else"));
}

#[test]
fn the_four_signs_spell_four_in_english_and_need_not_elsewhere() {
    let page = format!("{HEADER}```four\nUn: a\nDau: b\nTri: c\nPedwar: d\n```");
    let other = read_page("a-page", "cy", &page).unwrap();
    assert_eq!(other.language, "cy");
    let [Block::Four(signs)] = other.blocks.as_slice() else { panic!("no signs") };
    assert_eq!(signs.iter().map(|sign| sign.letter).collect::<String>(), "UDTP");
    assert!(read_page("a-page", ENGLISH, &page).unwrap_err().to_string().contains("F, O, U, R"));
}

#[test]
fn a_point_that_says_what_not_to_do_is_marked_and_the_mark_is_not_said() {
    let blocks = blocks("```ticks\nCharge the phone.\nx Do not go back alone.\n```");
    let [Block::Ticks(points)] = blocks.as_slice() else { panic!("no points") };
    assert_eq!(points.iter().map(|point| point.dont).collect::<Vec<_>>(), [false, true]);
    assert_eq!(blocks[0].plain_text(), "Charge the phone.\nDo not go back alone.");
}

#[test]
fn a_button_calls_or_texts_the_number_that_its_words_say() {
    let number = PhoneNumber::from_shown("999").unwrap();
    let call = Block::Call { number: number.clone(), label: "Call 999".to_owned() };
    assert_eq!(blocks("```call\n999\nCall 999\n```"), vec![call]);
    let text = Block::Text { number, label: "Text them".to_owned() };
    assert_eq!(blocks("```text\n999\nText them\n```"), vec![text]);
    for wrong in
        ["```call\n998\nCall 998\n```", "```call\n999\n```", "```call\n999\nCall 101\n```", "```text\nCall\n999\n```"]
    {
        assert!(read_page("a-page", ENGLISH, &format!("{HEADER}{wrong}")).is_err(), "{wrong}");
    }
}

#[test]
fn words_to_be_found_by_are_no_words_of_the_page() {
    let header = HEADER.replace("sources =", "found_by = [\"qwe\"]\nsources =");
    let page = read_page("a-page", ENGLISH, &format!("{header}Words.")).unwrap();
    assert_eq!(page.found_by, ["qwe"]);
    assert_eq!(page.plain_text(), "Words.");
}
