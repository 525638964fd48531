#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::super::built_in::{SourceTexts, Translation};
use super::super::check::{Problem, check_translation};
use crate::guidance::{Block, Inline, Library, LinkTo, Need, words_of};
use jiff::civil::date;

/// A language that nobody speaks: its texts are the English ones with a word or two in their place.
const TAG: &str = "qaa";

fn english() -> Library {
    Library::built_in().unwrap()
}

fn text_of(id: &str) -> &'static str {
    SourceTexts::built_in().pages.iter().find(|(page, _)| *page == id).unwrap().1
}

fn changed(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "{from}");
    text.replacen(from, to, 1)
}

fn with_pages(pages: &[(&str, &str)]) -> Library {
    let translation = Translation { tag: TAG, pages, directory: None, asking: None };
    english().translated(translation, &english())
}

fn with_directory(text: &str) -> Library {
    english().translated(Translation { tag: TAG, pages: &[], directory: Some(text), asking: None }, &english())
}

fn with_asking(text: &str) -> Library {
    english().translated(Translation { tag: TAG, pages: &[], directory: None, asking: Some(text) }, &english())
}

fn faults(library: &Library) -> String {
    library.faults().iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_page_that_a_language_has_is_taken_and_what_it_lacks_is_english_and_marked() {
    let page = changed(text_of("reporting"), "title = \"", "title = \"Qwe ");
    let library = with_pages(&[("reporting", &page)]);
    assert_eq!(library.faults(), []);
    let taken = library.page("reporting").unwrap();
    assert!(taken.title.starts_with("Qwe ") && taken.language == TAG);
    for page in library.pages().iter().filter(|page| page.id != "reporting") {
        assert_eq!(page.language, "en-GB", "{}", page.id);
        assert_eq!(english().page(&page.id), Some(page));
    }
    assert_eq!(library.pages().len(), english().pages().len());
    let ids = |library: &Library| -> Vec<String> { library.pages().iter().map(|page| page.id.clone()).collect() };
    assert_eq!(ids(&library), ids(&english()), "the order stays");
    assert_eq!(library.language(), TAG);
    assert!(library.directory().entries().iter().all(|entry| entry.language == "en-GB"));
    assert_eq!(library.asking().unwrap().language, "en-GB");
}

#[test]
fn what_a_language_lacks_is_listed() {
    let page = text_of("reporting");
    let lacks = with_pages(&[("reporting", page)]).lacks();
    assert!(!lacks.contains(&"page `reporting`".to_owned()));
    for text in ["page `orders`", "directory entry `emergency-999`", "the questions"] {
        assert!(lacks.contains(&text.to_owned()), "{text}: {lacks:?}");
    }
    let all = english().pages().len() + english().directory().entries().len() + 1;
    assert_eq!(lacks.len(), all - 1);
    assert!(english().lacks().is_empty());
}

#[test]
fn a_page_with_a_fault_is_refused_and_english_stands_in_its_place() {
    let page = text_of("reporting");
    let cases = [
        // As in English.
        ("+++\n", "++\n".to_owned(), "no header"),
        ("checked = \"2026-11-23\"", String::new(), "checked"),
        ("sources = [", "sources = []\nother = [".to_owned(), "reporting"),
        ("(page:in-danger-now)", "(page:in-danger)".to_owned(), "`in-danger`, which is not there"),
        ("```help\n", "```help\nnobody\n".to_owned(), "nobody"),
        ("tel:0800555111", "tel:080055511".to_owned(), "not a UK number"),
        ("You do not need proof.", "<b>You do not need proof.</b>".to_owned(), "no form"),
        // Other than English.
        ("nations = [\"england-wales\", ", "nations = [".to_owned(), "`nations` is another"),
        ("group = \"tell\"", "group = \"law\"".to_owned(), "`group` is another"),
        ("```urgent", "```notice".to_owned(), "English has"),
        ("Know what this cannot do", "Call 0800 555 112. Know what this cannot do".to_owned(), "0800555112 was added"),
        ("Know what this cannot do", "٩٩٩ Know what this cannot do".to_owned(), "digits are written 0 to 9"),
    ];
    for (from, to, named) in cases {
        let wrong = changed(page, from, &to);
        let library = with_pages(&[("reporting", &wrong)]);
        assert_eq!(library.page("reporting"), english().page("reporting"), "{from} -> {to}");
        assert!(faults(&library).contains(named), "{from} -> {to}: {}", faults(&library));
        assert!(faults(&library).starts_with("qaa: "), "{}", faults(&library));
        assert!(library.lacks().contains(&"page `reporting`".to_owned()));
    }
    let library = with_pages(&[("reporting", page), ("reporting", page), ("nowhere", page)]);
    assert_eq!(library.page("reporting").unwrap().language, TAG);
    assert!(library.page("nowhere").is_none());
    assert!(faults(&library).contains("twice") && faults(&library).contains("no such page"), "{}", faults(&library));
}

/// A page, what is changed in it, and what is said of that.
type Case<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a str);

/// Each change is refused with these words, and English stands in its place.
fn refused(cases: &[Case<'_>]) {
    for (id, changes, named) in cases {
        let wrong = changes.iter().fold(text_of(id).to_owned(), |text, (from, to)| changed(&text, from, to));
        let library = with_pages(&[(id, &wrong)]);
        assert_eq!(library.page(id), english().page(id), "{id}: {changes:?}");
        assert!(faults(&library).contains(named), "{id}: {changes:?}: {}", faults(&library));
    }
}

#[test]
fn a_page_that_loses_or_changes_a_number_is_refused_in_whichever_place_it_does() {
    refused(&[
        ("in-danger-now", &[("press **55**", "press **56**")], "“If you cannot speak”: the number 55 is missing"),
        ("in-danger-now", &[("press **55**", "press it")], "the number 55 is missing"),
        ("in-danger-now", &[("no reply in 3 minutes", "no reply in 30 minutes")], "the number 30 was added"),
        ("in-danger-now", &[("summary = \"999, ", "summary = \"")], "title and summary: the number 999 is missing"),
        (
            "reporting",
            &[("In an emergency, call [999](tel:999)", "In an emergency, call [101](tel:101)")],
            "“How to reach them”: the number 999 is missing",
        ),
        (
            "reporting",
            &[("[0800 555 111](tel:0800555111)", "[it](page:who-can-help)")],
            "the number 0800555111 is missing",
        ),
        (
            "reporting",
            &[("[0800 555 111](tel:0800555111)", "[0808 802 0300](tel:08088020300)")],
            "08088020300 was added",
        ),
        ("keeping-evidence", &[("Dial 1471", "Dial 1472")], "the number 1471 is missing"),
        ("law-england-wales", &[("is 10 years", "is 12 years")], "the number 12 was added"),
        ("under-18", &[("It is for anyone under 19", "It is for anyone under 18")], "the number 19 is missing"),
        // As often on the page, and in another nation's part.
        (
            "orders",
            &[("up to 5 years", "some years"), ("non-harassment order**.", "non-harassment order**, 5 years.")],
            "“In England and Wales”: the number 5 is missing",
        ),
        // What is read is what is dialled, in every language.
        ("reporting", &[("call [999](tel:999)", "call [998](tel:999)")], "`998` and `999` are different numbers"),
    ]);
}

#[test]
fn a_number_may_be_grouped_as_the_language_does_it() {
    for apart in ["-", "\u{202f}", "\u{2011}", ".", "/"] {
        let grouped = format!("[0800{apart}555{apart}111]");
        let library = with_pages(&[("reporting", &changed(text_of("reporting"), "[0800 555 111]", &grouped))]);
        assert_eq!(library.faults(), [], "{apart:?}");
        let text = library.page("reporting").unwrap().plain_text();
        let stays = match apart {
            "-" | "\u{2011}" => "0800\u{a0}555\u{a0}111".to_owned(),
            _ => grouped.replace(['[', ']'], ""),
        };
        assert!(text.contains(&stays), "{apart:?}: the groups would change places where words run from right to left");
    }
}

#[test]
fn a_link_leads_where_it_does_in_english() {
    refused(&[
        (
            "the-law",
            &[("(https://www.legislation.gov.uk)", "(https://example.org)")],
            "the link https://www.legislation.gov.uk is missing",
        ),
        (
            "the-law",
            &[("(https://www.legislation.gov.uk)", "(https://example.org)")],
            "the link https://example.org was added",
        ),
        ("reporting", &[("(page:your-rights)", "(page:orders)")], "the link page:your-rights is missing"),
        ("reporting", &[("emergency, call [999](tel:999)", "emergency, call 999")], "the link tel:999 is missing"),
        (
            "reporting",
            &[("You do not need proof.", "[Qwe](page:orders).")],
            "the beginning: the link page:orders was added",
        ),
    ]);
    let other_order = changed(
        text_of("in-danger-now"),
        "Tell the police about it, even if it is over. Then [talk to someone](page:who-can-help).",
        "Then [talk to someone](page:who-can-help). Tell the police about it, even if it is over.",
    );
    assert_eq!(with_pages(&[("in-danger-now", &other_order)]).faults(), [], "words go in the order of the language");
}

#[test]
fn a_part_for_one_nation_stays_for_that_nation_and_ends_where_it_does() {
    refused(&[
        (
            "is-this-stalking",
            &[("{nations=scotland}", "{nations=northern-ireland}")],
            "`heading for Northern Ireland`; English has `heading for Scotland`",
        ),
        ("is-this-stalking", &[(" {nations=scotland}", "")], "is `heading`; English has `heading for Scotland`"),
        // The part for Northern Ireland would go on, and the others would not read how their days may have changed.
        ("is-this-stalking", &[("## How your days may have changed", "How your days")], "English has `heading`"),
        ("under-18", &[("\nx Do not answer.", "\nDo not answer.")], "English has `ticks x+++x`"),
    ]);
}

#[test]
fn an_entry_takes_the_words_of_a_language_and_keeps_its_facts() {
    let words =
        "[[entry]]\nid = \"paladin\"\nname = \"Paladin\"\nshort = \"Qwe\"\nwho_for = \"Rty\"\nneeds = [\"uio\"]\n";
    let own = english().directory().entry("paladin").unwrap().clone();
    let words = match &own.note {
        Some(note) => format!("{words}note = {note:?}\n"),
        None => words.to_owned(),
    };
    let library = with_directory(&words);
    assert_eq!(library.faults(), []);
    let entry = library.directory().entry("paladin").unwrap();
    assert_eq!((entry.short.as_str(), entry.language.as_str()), ("Qwe", TAG));
    assert_eq!((&entry.number, &entry.web, entry.checked), (&own.number, &own.web, own.checked));
    assert_eq!(library.directory().search("uio")[0].id, "paladin");
    assert_eq!(entry.needs, own.needs, "what it is for is told by these words");
    // Words that a language may have borrowed.
    for need in Need::ALL {
        let borrowed = changed(&words, "\"uio\"", "\"partner\", \"online\", \"listen\", \"under 18\", \"deaf\"");
        let library = with_directory(&borrowed);
        let entry = library.directory().entry("paladin").unwrap();
        assert_eq!(need.fits(entry), need.fits(&own), "{need:?}");
        assert!(library.directory().search("online").iter().any(|found| found.id == "paladin"));
    }
    for (from, to, named) in [
        ("id = \"paladin\"", "id = \"paladine\"", "not in English"),
        ("short = \"Qwe\"", "short = \" \"", "have words"),
        ("short = \"Qwe\"", "short = \"Qwe\"\nnumber = \"999\"", "unknown field"),
        ("short = \"Qwe\"", "short = \"Qwe 0808 802 0300\"", "was added"),
        ("[[entry]]", "[[other]]", "directory"),
    ] {
        let library = with_directory(&changed(&words, from, to));
        assert_eq!(library.directory().entries(), english().directory().entries(), "{from} -> {to}");
        assert!(faults(&library).contains(named), "{from} -> {to}: {}", faults(&library));
    }
    let silent =
        "[[entry]]\nid = \"emergency-silent\"\nname = \"999 Q\"\nshort = \"55\"\nwho_for = \"Q\"\nnote = \"Q 55\"\n";
    assert_eq!(with_directory(silent).faults(), []);
    for (from, to, named) in [
        ("short = \"55\"", "short = \"56\"", "short: the number 55 is missing; short: the number 56 was added"),
        ("Q 55", "Q", "note: the number 55 is missing"),
        ("999 Q", "Q", "name: the number 999 is missing"),
        ("short = \"55\"", "short = \"Q\"\nneeds = [\"55\"]", "short: the number 55 is missing"),
    ] {
        let library = with_directory(&changed(silent, from, to));
        assert_eq!(library.directory().entries(), english().directory().entries(), "{from} -> {to}");
        assert!(faults(&library).contains(named), "{from} -> {to}: {}", faults(&library));
    }
}

#[test]
fn the_questions_are_taken_whole_or_not_at_all() {
    let text = SourceTexts::built_in().asking.unwrap();
    let good = changed(text, "words = \"They follow me\"", "words = \"Qwe\"");
    let good = changed(&good, "comfort = \"You are not to blame.\"", "comfort = \"Rty.\"");
    let library = with_asking(&good);
    assert_eq!(library.faults(), []);
    let asking = library.asking().unwrap();
    assert_eq!(asking.language, TAG);
    let answer = asking.answer(&["followed".to_owned()].into(), None);
    assert!(answer.blocks.iter().any(|block| matches!(block, Block::Comfort(words) if words_of(words) == "Rty.")));
    for (from, to, named) in [
        ("call_now = true", "call_now = false", "other than words"),
        ("like = [\"ew-a\", \"sc-a\"]", "like = [\"ew-b\", \"sc-a\"]", "other than words"),
        ("entry = \"paladin\"\nnations = [\"england-wales\"]", "entry = \"paladin\"", "other than words"),
        ("id = \"others-too\"", "id = \"others\"", "other than words"),
        ("dont = true\n", "", "other than words"),
        ("call [999](tel:999). Do not wait.", "call [112](tel:112). Do not wait.", "112 was added"),
        ("Call [999](tel:999) **first.**", "Call [101](tel:101) **first.**", "the number 999 is missing"),
        ("Call [999](tel:999) **first.**", "Call 999 **first.**", "such as a link"),
        ("[999](tel:999)", "[998](tel:999)", "`998` and `999` are different numbers"),
        ("(https://www.suzylamplugh.org)", "(https://example.org)", "such as a link"),
        ("(page:orders)", "(page:reporting)", "such as a link"),
        ("sign = \"Fixated\"", "sign = \"Qwe 998\"", "“Fixated”: the number 998 was added"),
        ("(page:orders)", "(page:order)", "`order`"),
        ("lead = \"", "lead = \"0800 555 111 ", "was added"),
        ("[headings]", "[heading]", "headings"),
    ] {
        let library = with_asking(&changed(text, from, to));
        assert_eq!(library.asking(), english().asking(), "{from} -> {to}");
        assert!(faults(&library).contains(named), "{from} -> {to}: {}", faults(&library));
    }
}

#[test]
fn what_an_update_brings_in_english_is_not_hidden_by_an_older_translation() {
    let (reporting, orders) = (text_of("reporting"), text_of("orders"));
    let newer = changed(orders, "title = \"", "title = \"New: ");
    let pages: Vec<(&str, &str)> = SourceTexts::built_in()
        .pages
        .iter()
        .map(|(id, text)| if *id == "orders" { (*id, newer.as_str()) } else { (*id, *text) })
        .collect();
    let update = Library::read(SourceTexts { pages: &pages, ..SourceTexts::built_in() }).unwrap();
    let translated =
        Translation { tag: TAG, pages: &[("reporting", reporting), ("orders", orders)], directory: None, asking: None };
    let library = update.translated(translated, &english());
    assert_eq!(library.page("reporting").unwrap().language, TAG);
    let orders = library.page("orders").unwrap();
    assert!(orders.title.starts_with("New: ") && orders.language == "en-GB");
    assert_eq!(library.faults(), []);
}

#[test]
fn a_translation_older_than_the_english_page_is_no_fault_and_is_said() {
    let text = changed(text_of("reporting"), "checked = \"2026-11-23\"", "checked = \"2026-11-20\"");
    let translation = Translation { tag: TAG, pages: &[("reporting", &text)], directory: None, asking: None };
    let found = check_translation(SourceTexts::built_in(), translation, date(2026, 11, 25));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(matches!(found[0].problem, Problem::Behind(_)) && !found[0].is_fault());
    let wrong = changed(&text, "You do not need proof.", "We guarantee it.");
    let translation = Translation { tag: TAG, pages: &[("reporting", &wrong)], directory: None, asking: None };
    let found = check_translation(SourceTexts::built_in(), translation, date(2026, 11, 25));
    let claims = found.iter().find(|finding| finding.problem == Problem::Claims("guarantee")).unwrap();
    assert_eq!(claims.to_string(), "qaa: page `reporting`: claims `guarantee`");
}

#[test]
fn an_unknown_language_is_english_and_says_so() {
    let library = english().speaking("xx");
    assert_eq!((library.pages(), library.asking()), (english().pages(), english().asking()));
    assert_eq!(library.language(), "xx");
    assert_eq!(library.lacks().len(), library.pages().len() + library.directory().entries().len() + 1);
    assert_eq!(english().speaking("en-GB"), english());
}

#[test]
fn the_groups_of_a_number_stay_together_whichever_way_the_words_run() {
    let library = with_pages(&[("reporting", text_of("reporting"))]);
    let page = library.page("reporting").unwrap();
    assert!(page.plain_text().contains("0800\u{a0}555\u{a0}111"));
    let shown = page.blocks.iter().flat_map(Block::inlines).find_map(|run| match run {
        Inline::Link { to: LinkTo::Phone(number), .. } if number.dial() == "0800555111" => Some(number.shown()),
        _ => None,
    });
    assert_eq!(shown, Some("0800 555 111"), "the dialler is given plain spaces");
    assert!(english().page("reporting").unwrap().plain_text().contains("0800 555 111"));
}
