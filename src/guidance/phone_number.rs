//! A number as it is shown and as it is dialled.

use std::collections::BTreeMap;

/// Short numbers that a UK phone can dial. Everything else begins with 0 and is longer.
const SHORT_CODES: [&str; 7] = ["999", "112", "101", "18000", "18001101", "116123", "08001111"];

/// A UK number in two forms that were checked against each other, so that what she reads is what is dialled.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PhoneNumber {
    shown: String,
    dial: String,
}

impl PhoneNumber {
    /// Pairs a number as shown ("0808 802 0300": digits and single spaces) with the digits to dial.
    ///
    /// # Errors
    /// Says what is wrong: other characters (so no "+44 0808"), digits that differ, or a length that no UK number has.
    pub fn new(shown: &str, dial: &str) -> Result<Self, String> {
        if !is_dialable(dial) {
            return Err(format!("`{dial}` is not a UK number"));
        }
        let tidy = shown
            .split(' ')
            .all(|group| !group.is_empty() && group.chars().all(|character| character.is_ascii_digit()));
        if !tidy {
            return Err(format!("`{shown}` is not digits and single spaces"));
        }
        if !shown.chars().filter(char::is_ascii_digit).eq(dial.chars()) {
            return Err(format!("`{shown}` and `{dial}` are different numbers"));
        }
        Ok(Self { shown: shown.to_owned(), dial: dial.to_owned() })
    }

    /// Reads a number that is written once, as shown.
    ///
    /// # Errors
    /// As [`PhoneNumber::new`].
    pub fn from_shown(shown: &str) -> Result<Self, String> {
        let dial: String = shown.chars().filter(char::is_ascii_digit).collect();
        Self::new(shown, &dial)
    }

    /// The number in groups, for reading.
    #[must_use]
    pub fn shown(&self) -> &str {
        &self.shown
    }

    /// The digits alone, for the dialler.
    #[must_use]
    pub fn dial(&self) -> &str {
        &self.dial
    }
}

/// True for digits that a UK phone can dial: a known short number, or nine or ten more after 0, and in
/// a range for areas, mobiles or businesses: never 09, which costs most.
pub(super) fn is_dialable(dial: &str) -> bool {
    let digits = dial.chars().all(|character| character.is_ascii_digit());
    let area = ["01", "02", "03", "05", "07", "08"].iter().any(|start| dial.starts_with(start));
    let long = area && (10..=11).contains(&dial.len());
    digits && (long || SHORT_CODES.contains(&dial))
}

/// The most digits of a number, and so the most groups of them.
const MOST_DIGITS: usize = 11;

/// True for what stands between the groups of one number, in one language or another.
pub(super) fn joins(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '-' | '\u{2011}' | '.' | '/')
}

/// How often each number stands in the words: one that could be dialled, or that reads as if it could, without what
/// stands between its groups; and every other group of digits by itself. A number may touch letters, as in languages that
/// join words.
pub(super) fn numbers_in(words: &str) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    // Groups of digits that stand as close as those of one number.
    let mut groups: Vec<String> = Vec::new();
    let mut apart = true;
    let mut before = ' ';
    for letter in words.chars().chain(['\n']) {
        if letter.is_ascii_digit() {
            if apart {
                take_numbers(&groups, &mut found);
                groups.clear();
            }
            match groups.last_mut() {
                Some(group) if before.is_ascii_digit() => group.push(letter),
                _ => groups.push(letter.to_string()),
            }
            apart = false;
        } else {
            apart |= !(joins(letter) && before.is_ascii_digit());
        }
        before = letter;
    }
    take_numbers(&groups, &mut found);
    found
}

/// Takes the longest number that begins with the first group, then goes on behind it.
fn take_numbers(mut groups: &[String], found: &mut BTreeMap<String, usize>) {
    while let Some((first, others)) = groups.split_first() {
        let joined = |count: usize| groups.iter().take(count).map(String::as_str).collect::<String>();
        let dialled = (1..=groups.len().min(MOST_DIGITS)).rev().find(|count| is_dialable(&joined(*count)));
        // Half a number, too: "0800 555" is one, and not a range of numbers and a short number behind it.
        let half = first.len() > 3 && groups.len() > 1;
        let whole = || first.starts_with('0') && (half || joined(groups.len()).len() > 7);
        let count = dialled.or_else(|| whole().then_some(groups.len())).unwrap_or(1);
        *found.entry(joined(count)).or_default() += 1;
        groups = groups.get(count..).unwrap_or(others);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn what_is_shown_is_what_is_dialled() {
        let number = PhoneNumber::new("0808 802 0300", "08088020300").unwrap();
        assert_eq!(number.shown(), "0808 802 0300");
        assert_eq!(number.dial(), "08088020300");
        assert!(PhoneNumber::new("0808 802 0300", "08088020301").is_err());
    }

    #[test]
    fn a_number_no_uk_phone_can_dial_is_refused() {
        for wrong in [
            "",
            "9",
            "99",
            "9999",
            "998",
            "55",
            "+44 0808 802 0300",
            "0044 808 802 0300",
            "080 802",
            "0808-802-0300",
            "0808  802 0300",
            " 101",
            "101 ",
            "0808 802 03001",
            "0909 879 0000",
            "0612 345 6789",
            "0800 1112",
        ] {
            assert!(PhoneNumber::from_shown(wrong).is_err(), "{wrong:?} was taken");
        }
        for right in ["999", "18001 101", "116 123", "0800 555 111", "0800 1111", "08 08 16 89 111"] {
            assert!(PhoneNumber::from_shown(right).is_ok(), "{right:?} was refused");
        }
    }

    #[test]
    fn a_number_is_found_in_words_of_any_language() {
        let found = |words: &str| numbers_in(words).into_keys().collect::<Vec<_>>();
        assert_eq!(found("Call 0808 802 0300, or 101. Press 55."), ["08088020300", "101", "55"]);
        assert_eq!(found("اتصل بـ999 الآن"), ["999"]);
        assert_eq!(found("18001 101-ga qo‘ng‘iroq; 999’u, 0808-802-0300"), ["08088020300", "18001101", "999"]);
        assert_eq!(found("0808 802 030 lacks a digit"), ["0808802030"]);
        assert_eq!(found("0800 555 lacks three, 0808 999 four"), ["0800555", "0808999"]);
        assert_eq!(found("101/18001 101"), ["101", "18001101"]);
        for apart in ['\u{a0}', '\u{202f}', '\u{2011}', '.', '/'] {
            let written = format!("0808{apart}802{apart}0300.");
            assert_eq!(found(&written), ["08088020300"], "{apart:?}");
        }
    }

    #[test]
    fn every_group_of_digits_counts_as_often_as_it_is_there() {
        let found = |words: &str| numbers_in(words).into_iter().collect::<Vec<_>>();
        let counted = |numbers: &[(&str, usize)]| -> Vec<_> {
            numbers.iter().map(|(number, times)| ((*number).to_owned(), *times)).collect()
        };
        assert_eq!(found("999 24 hours, 999"), counted(&[("24", 1), ("999", 2)]));
        assert_eq!(
            found("Section 2A of 1997, 10 years, 22:00"),
            counted(&[("00", 1), ("10", 1), ("1997", 1), ("2", 1), ("22", 1)])
        );
        assert_eq!(found("0800 or 0808 numbers. Dial 1471"), counted(&[("0800", 1), ("0808", 1), ("1471", 1)]));
        assert!(found("one, two").is_empty());
        assert_eq!(numbers_in(&"1 ".repeat(5000)).get("1"), Some(&5000));
    }
}
