#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
use super::*;
use crate::guidance::Library;
use proptest::prelude::*;

const GOOD: &str = r#"
id = "a-works"
name = "A works"
about = "We listen."
nations = ["scotland"]
web = "https://example.org"
source = "Its own page"
checked = "2026-11-23"

[[contact]]
id = "talk"
role = "counselling"
name = "Someone to talk to"
short = "By phone"
number = "020 7946 0000"
dial = "02079460000"
hours = "9am to 5pm"

[[contact]]
id = "gate"
role = "security"
name = "The gate"
short = "Day and night"
number = "020 7946 0001"
dial = "02079460001"
hours = "24 hours"

[[report]]
id = "anonymous"
title = "Without your name"
contact = false
what_happens = "You can tell us."
limits = "We cannot reach you."
"#;

fn read(text: &str) -> Result<Institution, InstitutionRefusal> {
    Institution::from_file(text.as_bytes(), Library::built_in().unwrap().directory())
}

#[test]
fn a_file_that_holds_is_taken_and_says_from_whom_it_is() {
    let one = read(GOOD).unwrap();
    assert_eq!(one.name, "A works");
    let roles: Vec<Role> = one.contacts.iter().map(|contact| contact.role).collect();
    assert_eq!(roles, [Role::Security, Role::Counselling], "security comes first");
    assert_eq!(one.contacts[0].hours, Some(Hours::AllDay));
    assert_eq!(one.contacts[1].hours, Some(Hours::Said("9am to 5pm".to_owned())));
    assert!(!one.report_ways[0].contact && one.plain_text().contains("We cannot reach you."));
}

#[test]
fn the_example_explains_both_ways_to_report() {
    let library = Library::built_in().unwrap();
    let text = include_str!("../../../content/institutions/example-university.toml");
    let one = Institution::from_file(text.as_bytes(), library.directory()).unwrap();
    assert_eq!(&one, &library.institutions()[0]);
    let [without, with] = one.report_ways.as_slice() else { panic!("two ways") };
    assert!(!without.contact && without.limits.contains("cannot contact you"));
    assert!(with.contact && with.what_happens.contains("adviser") && with.limits.contains("formal complaint"));
    assert!(one.contacts.iter().any(|contact| contact.role == Role::ReportAndSupport));
}

#[test]
fn a_file_with_anything_wrong_is_refused_whole_and_says_why() {
    for (from, to, why) in [
        ("name = \"A works\"", "", "name"),
        ("source = \"Its own page\"", "source = \"\"", "source"),
        ("checked = \"2026-11-23\"", "checked = \"soon\"", ""),
        ("nations = [\"scotland\"]", "nations = [\"mars\"]", "mars"),
        ("dial = \"02079460000\"", "dial = \"02079460009\"", "different numbers"),
        (
            "number = \"020 7946 0000\"\ndial = \"02079460000\"",
            "number = \"+44 20 7946 0000\"\ndial = \"+442079460000\"",
            "UK",
        ),
        (
            "number = \"020 7946 0000\"\ndial = \"02079460000\"",
            "number = \"0909 879 0000\"\ndial = \"09098790000\"",
            "UK",
        ),
        ("number = \"020 7946 0001\"\ndial = \"02079460001\"", "number = \"999\"\ndial = \"999\"", "999"),
        ("number = \"020 7946 0001\"\ndial = \"02079460001\"", "", "reach"),
        ("https://example.org", "http://example.org", "https"),
        ("https://example.org", "https://a@b", "https"),
        ("role = \"security\"", "role = \"spy\"", "spy"),
        ("id = \"gate\"", "id = \"talk\"", "twice"),
        ("id = \"a-works\"", "id = \"../a\"", "id"),
        ("about = \"We listen.\"", "about = \"We guarantee it.\"", "guarantee"),
        ("about = \"We listen.\"", "about = \"We \u{202e}listen.\"", "seen"),
        ("limits = \"We cannot reach you.\"", "limits = \" \"", "limits"),
        ("about = \"We listen.\"", "about = \"We listen.\"\nscript = \"x\"", "script"),
    ] {
        assert!(GOOD.contains(from), "{from}");
        let refusal = read(&GOOD.replacen(from, to, 1)).unwrap_err().to_string();
        assert!(refusal.contains(why), "{to}: {refusal}");
        assert!(refusal.contains("Nothing was taken from it."), "{refusal}");
    }
    let hard = GOOD
        .replace("We listen.", &"Notwithstanding institutional considerations, communicate expeditiously. ".repeat(4));
    assert!(read(&hard).unwrap_err().to_string().contains("years at school"));
    let long = GOOD.replace("We listen.", &"We listen. ".repeat(100));
    assert!(read(&long).unwrap_err().to_string().contains("characters"));
    let many: String = (0..21)
        .map(|n| {
            format!(
                "[[report]]\nid = \"r{n}\"\ntitle = \"T\"\ncontact = true\nwhat_happens = \"A.\"\nlimits = \"B.\"\n"
            )
        })
        .collect();
    assert!(read(&format!("{GOOD}{many}")).unwrap_err().to_string().contains("more than"));
    let nobody = GOOD.split("[[contact]]").next().unwrap();
    assert!(read(nobody).unwrap_err().to_string().contains("nobody"));
}

#[test]
fn a_helpline_cannot_be_given_another_number() {
    let false_line = GOOD.replace("The gate", "national stalking helpline");
    assert_eq!(read(&false_line), Err(InstitutionRefusal::Imitates { name: "national stalking helpline".to_owned() }));
    let own = false_line.replace("020 7946 0001", "0808 802 0300").replace("02079460001", "08088020300");
    assert!(read(&own).is_ok(), "with its own number it may be named");
}

#[test]
fn an_email_address_is_taken_where_it_is_one() {
    let with =
        |address: &str| GOOD.replacen("short = \"Day and night\"", &format!("short = \"x\"\nemail = \"{address}\""), 1);
    let one = read(&with("talk.to-us@example.ac.uk")).unwrap();
    assert_eq!(one.contacts[0].email.as_deref(), Some("talk.to-us@example.ac.uk"));
    for wrong in [
        "talk",
        "a@b",
        "a@@example.org",
        "a b@example.org",
        "@example.org",
        "a@example.org/x",
        "a..b@example.org",
        "а@example.org",
    ] {
        assert!(read(&with(wrong)).unwrap_err().to_string().contains("no email address"), "{wrong}");
    }
    // A way to write to is a way to reach it.
    let alone = with("a@example.org").replace("number = \"020 7946 0001\"\ndial = \"02079460001\"\n", "");
    assert!(read(&alone).is_ok());
}

#[test]
fn a_helpline_cannot_be_given_another_site_or_an_email_address() {
    let named = GOOD
        .replace("The gate", "National Stalking Helpline")
        .replace("020 7946 0001", "0808 802 0300")
        .replace("02079460001", "08088020300");
    assert!(read(&named).is_ok());
    for more in ["web = \"https://example.org\"", "email = \"a@example.org\""] {
        let text = named.replacen("hours = \"24 hours\"", &format!("hours = \"24 hours\"\n{more}"), 1);
        assert!(matches!(read(&text), Err(InstitutionRefusal::Imitates { .. })), "{more}");
    }
}

#[test]
fn a_file_that_is_too_large_or_no_text_is_refused() {
    let directory = Library::built_in().unwrap().directory().clone();
    let large = vec![b'#'; LARGEST_INSTITUTION + 1];
    assert_eq!(Institution::from_file(&large, &directory), Err(InstitutionRefusal::TooLarge));
    assert_eq!(Institution::from_file(&[0xff, 0xfe, 0], &directory), Err(InstitutionRefusal::NotText));
    assert!(Institution::from_file(b"", &directory).is_err());
}

proptest! {
    #[test]
    fn no_file_makes_it_stumble(bytes in proptest::collection::vec(any::<u8>(), 0..400), cut in 0usize..1000) {
        let directory = Directory::default();
        let _ = Institution::from_file(&bytes, &directory);
        let cut = GOOD.get(..cut).unwrap_or(GOOD);
        let _ = Institution::from_file(cut.as_bytes(), &directory);
    }
}
