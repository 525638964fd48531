//! What no text may say: promises nobody can keep, verdicts nobody here can give, and numbers that no directory knows.

use crate::guidance::phone_number::numbers_in;
use std::collections::BTreeSet;

/// Words that promise, judge or mislead, in lower case.
const FORBIDDEN: [&str; 25] = [
    "guarantee",
    "untraceable",
    "undetectable",
    "this proves",
    "proves that",
    "100%",
    "completely safe",
    "totally safe",
    "cannot be found",
    "cannot be traced",
    "not traceable",
    "nobody can trace",
    "no one can trace",
    "nobody can see",
    "no one can see",
    "you are a victim of a crime",
    "a crime was committed",
    "this is a crime",
    "is guilty",
    "risk score",
    "+44",
    "0044",
    "military-grade",
    "bulletproof",
    "unbreakable",
];

/// Digits that are no number to reach somebody: two ranges of numbers, and what tells who called last.
const NOT_TO_REACH: [&str; 3] = ["0800", "0808", "1471"];
/// After these words digits are to be called.
const REACH: [&str; 8] = ["call", "calls", "dial", "ring", "phone", "telephone", "text", "texts"];
/// After these they are to be pressed while a call goes on.
const PRESS: [&str; 3] = ["press", "presses", "pressing"];
/// Between several of one kind.
const BETWEEN: [&str; 3] = ["or", "and", "then"];

/// Each forbidden claim that stands in the words, however "cannot" is written.
#[must_use]
pub fn forbidden_claims(words: &str) -> Vec<&'static str> {
    let plain: String = words.to_lowercase().replace('’', "'").split_whitespace().collect::<Vec<_>>().join(" ");
    let plain = plain.replace("can't", "cannot").replace("can not", "cannot");
    FORBIDDEN.into_iter().filter(|claim| plain.contains(claim)).collect()
}

/// Numbers that a reader could call and that nobody here knows: long ones anywhere, but for years, and from three digits on
/// after "call".
pub(super) fn unknown_numbers(words: &str, knows: impl Fn(&str) -> bool) -> Vec<String> {
    let year = |number: &str| number.len() == 4 && ["19", "20"].iter().any(|start| number.starts_with(start));
    unknown(words, |number| number.len() > 3 && !year(number), knows)
}

/// The same for somebody's own file, which may name a room or a house: whole numbers anywhere, short ones after "call".
pub(super) fn unknown_numbers_called(words: &str, knows: impl Fn(&str) -> bool) -> Vec<String> {
    unknown(words, |number| number.starts_with('0') && number.len() > 7, knows)
}

fn unknown(words: &str, anywhere: impl Fn(&str) -> bool, knows: impl Fn(&str) -> bool) -> Vec<String> {
    let called = numbers_in(&digits_after(&REACH, words)).into_keys().filter(|number| number.len() > 2);
    let found = numbers_in(words).into_keys().filter(|number| anywhere(number)).chain(called);
    let found: BTreeSet<String> =
        found.filter(|number| !NOT_TO_REACH.contains(&number.as_str()) && !knows(number)).collect();
    found.into_iter().collect()
}

/// Digits that one is told to press during a call and that no entry for an emergency names.
pub(super) fn unknown_presses(words: &str, named: &str) -> Vec<String> {
    let known = numbers_in(&digits_after(&PRESS, named));
    numbers_in(&digits_after(&PRESS, words)).into_keys().filter(|digits| !known.contains_key(digits)).collect()
}

/// The groups of digits that follow one of these words at once, and those that "or" joins to them.
fn digits_after(leading: &[&str], words: &str) -> String {
    let mut after = String::new();
    let mut follows = false;
    for word in words.split_whitespace() {
        let core = word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
        if core.chars().any(|letter| letter.is_ascii_digit()) {
            if follows {
                after.push_str(word);
                after.push(' ');
            }
        } else {
            follows = leading.contains(&core.as_str()) || (follows && BETWEEN.contains(&core.as_str()));
            after.push_str("; ");
        }
    }
    after
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_promise_is_found_however_it_is_written() {
        assert_eq!(forbidden_claims("We GUARANTEE it is\nuntraceable"), ["guarantee", "untraceable"]);
        for written in ["It can’t  be traced", "It can not be\ntraced", "It cannot be traced", "IT CAN'T BE TRACED"] {
            assert_eq!(forbidden_claims(written), ["cannot be traced"], "{written}");
        }
        assert_eq!(
            forbidden_claims("You can not be found. Nobody can trace it."),
            ["cannot be found", "nobody can trace"]
        );
        assert!(forbidden_claims("You do not need proof.").is_empty());
    }

    #[test]
    fn a_number_that_nobody_checked_is_found_in_the_words() {
        let knows = |dial: &str| ["08088020300", "999", "18000"].contains(&dial);
        let unknown = |words: &str| unknown_numbers(words, knows);
        assert_eq!(unknown("Call 0808 802 0300, or 0808 802 0301."), ["08088020301"]);
        assert_eq!(unknown("Call 0808-802-030"), ["0808802030"]);
        assert_eq!(unknown("Call 998 or 1010 or 18002, not 999 or 18000."), ["1010", "18002", "998"]);
        assert_eq!(unknown("Call 0800 555"), ["0800555"]);
        assert_eq!(unknown("Call 0800 999."), ["0800999"], "half a number does not pass for a known one");
        assert!(unknown("0800 and 0808 numbers, 43 calls, 22:00, in 2026, dial 1471.").is_empty());
        assert_eq!(unknown("Call 998. Or ring 2020."), ["2020", "998"], "there a year is no year");
        assert!(
            unknown("Section 127. 300 metres in 365 days, 1,000 times. They take calls 24 hours a day.").is_empty()
        );
    }

    #[test]
    fn somebody_who_writes_a_file_may_name_a_house_and_not_a_number_of_nobody() {
        let knows = |dial: &str| ["02078737303", "999"].contains(&dial);
        let unknown = |words: &str| unknown_numbers_called(words, knows);
        assert!(unknown("152 Strand, room number 214. 300 people. Call 020 7873 7303, or 999. In 2026.").is_empty());
        assert_eq!(unknown("Call 998, or 0808 802 0301, or then 112."), ["08088020301", "112", "998"]);
        assert_eq!(unknown("Room 214, or dial 3333. We have 0800 555 112."), ["0800555112", "3333"]);
    }

    #[test]
    fn what_is_pressed_in_a_silent_call_is_what_the_directory_says() {
        let named = "Wait for the prompt, then press 55";
        assert!(
            unknown_presses("Press 55, or cough. Pressing 55 is enough. Press the button 5 times.", named).is_empty()
        );
        assert_eq!(unknown_presses("Press 56, or cough.", named), ["56"]);
        assert_eq!(unknown_presses("Press 55 or 66.", named), ["66"]);
        assert_eq!(unknown_presses("Press 3.", "Wait 3 minutes, then press 55"), ["3"], "3 is for something else");
    }
}
