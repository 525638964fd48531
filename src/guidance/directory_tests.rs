#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
use super::*;

const ONE: &str = r#"
[[entry]]
id = "a-line"
name = "A line"
short = "Few words"
number = "0808 802 0300"
dial = "08088020300"
who_for = "Anyone"
nations = ["scotland"]
kind = "stalking"
needs = ["following"]
source = "A page"
checked = "2026-11-23"
"#;

#[test]
fn a_broken_entry_is_left_out_and_the_others_stay() {
    let text = format!("{ONE}{}", ONE.replace("a-line", "b-line").replace("08088020300", "08088020301"));
    let (directory, faults) = Directory::read(&text);
    assert_eq!(directory.entries().len(), 1);
    assert!(matches!(faults.as_slice(), [GuidanceError::Entry { id, .. }] if id == "b-line"));
}

#[test]
fn an_entry_that_says_too_little_or_too_much_is_refused() {
    for (from, to) in [
        (r#"source = "A page""#, ""),
        (r#"source = "A page""#, r#"source = """#),
        (r#"checked = "2026-11-23""#, ""),
        (r#"number = "0808 802 0300""#, r#"number = "+44 0808 802 0300""#),
        (r#"number = "0808 802 0300""#, ""),
        (r#"dial = "08088020300""#, ""),
        (r#"kind = "stalking""#, r#"kind = "other""#),
        (r#"nations = ["scotland"]"#, r#"nations = ["mars"]"#),
        ("[[entry]]", "[[entry]]\nhours = \"9 to 5\""),
        ("[[entry]]", "[[entry]]\nweb = \"http://example.org\""),
        ("[[entry]]", "[[entry]]\nrating = 5"),
    ] {
        assert!(ONE.contains(from));
        let (directory, faults) = Directory::read(&ONE.replacen(from, to, 1));
        assert_eq!((directory.entries().len(), faults.len()), (0, 1), "{from} -> {to}");
    }
}

#[test]
fn an_unreadable_file_is_reported_and_not_a_crash() {
    for wrong in ["[[entry", "entry = 3", "\u{0}", "[[other]]"] {
        let (directory, faults) = Directory::read(wrong);
        assert!(directory.entries().is_empty());
        assert!(matches!(faults.as_slice(), [GuidanceError::Directory { .. }]), "{wrong}");
    }
}

#[test]
fn one_id_is_one_entry() {
    let (directory, faults) = Directory::read(&format!("{ONE}{ONE}"));
    assert_eq!(directory.entries().len(), 1);
    assert!(matches!(faults.as_slice(), [GuidanceError::Twice { .. }]));
}

#[test]
fn a_line_is_found_by_name_need_or_number() {
    let (directory, _) = Directory::read(ONE);
    for typed in ["a line", "LINE", "he followed me", "0808", "08088020300", "scotland", "anyone"] {
        assert_eq!(directory.search(typed).len(), 1, "{typed}");
    }
    assert!(directory.search("rabbits").is_empty());
    assert!(directory.search("fol").is_empty(), "a short word is a whole word");
    assert_eq!(directory.search("  ").len(), 1, "nothing typed shows everything");
}

#[test]
fn a_line_is_not_hidden_because_its_source_is_silent() {
    let text = format!("{ONE}{}", ONE.replace("a-line", "b-line").replace(r#"["scotland"]"#, "[]"));
    let (directory, _) = Directory::read(&text);
    let ids = |nation| -> Vec<_> { directory.by_nation(nation).map(|entry| entry.id.as_str()).collect() };
    assert_eq!(ids(Nation::Scotland), ["a-line", "b-line"]);
    assert_eq!(ids(Nation::England), ["b-line"]);
}
