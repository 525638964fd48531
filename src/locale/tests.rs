#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;

const ENGLISH_FILE: &[(&str, &str)] = &[(
    "one",
    "hello = Hello\nleft = { $n ->\n    [one] One is left\n   *[other] { $n } are left\n}\n\
     wrong = That was wrong.\n    .safe = Nothing is lost.\n",
)];

fn half_welsh() -> Catalogue {
    let welsh: &[(&str, &str)] = &[("one", "hello = Helo\nleft = { $nobody } ar ôl\n")];
    Catalogue::read(Locale::English, &[("cy", welsh), (ENGLISH, ENGLISH_FILE)])
}

#[test]
fn a_text_that_a_language_lacks_is_said_in_english() {
    let half = half_welsh();
    assert_eq!(half.plain("hello"), "Helo");
    assert_eq!(half.plain("wrong"), "That was wrong.");
    assert_eq!(half.plain("wrong.safe"), "Nothing is lost.");
}

#[test]
fn a_text_that_asks_for_a_value_that_is_not_there_is_said_in_english() {
    assert_eq!(half_welsh().filled("left", &[("n", 2.into())]), "2 are left");
}

#[test]
fn one_and_many_are_told_apart() {
    let english = Catalogue::read(Locale::English, &[(ENGLISH, ENGLISH_FILE)]);
    assert_eq!(english.filled("left", &[("n", 1.into())]), "One is left");
    assert_eq!(english.filled("left", &[("n", 1000.into())]), "1000 are left");
}

#[test]
fn a_file_with_a_fault_says_what_can_be_read_of_it() {
    let torn: &[(&str, &str)] = &[("torn", "first = One\nsecond = { $n ->\nthird = Three\n")];
    let catalogue = Catalogue::read(Locale::English, &[(ENGLISH, torn)]);
    assert_eq!((catalogue.plain("first"), catalogue.plain("third")), ("One", "Three"));
    assert_eq!(catalogue.plain("second"), "second");
}

#[cfg(feature = "browser")]
#[test]
fn in_the_accented_language_only_what_was_put_in_has_plain_letters() {
    let odd = Catalogue::of(Locale::Accented);
    assert_eq!(odd.plain("word-back"), "Ɓaaƈķ");
    let filled = odd.filled("count-entries", &[("n", "plain".into())]);
    assert!(filled.starts_with("\u{2068}plain\u{2069} "), "{filled}");
    assert!(!filled.contains("entries"));
}

#[test]
fn a_tag_that_is_not_spoken_here_is_refused() {
    assert_eq!(Locale::of("en-GB"), Some(Locale::English));
    assert_eq!(Locale::of("cy"), None);
    assert_eq!(Locale::of(""), None);
}
