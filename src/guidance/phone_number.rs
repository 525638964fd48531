//! A number as it is shown and as it is dialled.

use std::collections::BTreeSet;

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

/// What is pressed in a silent call to 999. No number to dial, and as little to be changed.
const PRESSED: &str = "55";

/// Every number in the words that could be dialled, or that reads as if it could, without spaces. It may touch other letters,
/// as in languages that join words.
pub(super) fn numbers_in(words: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    // Groups of digits that stand as close as those of one number.
    let mut groups: Vec<String> = Vec::new();
    let mut apart = true;
    let mut before = ' ';
    for letter in words.chars().chain(['\n']) {
        if letter.is_ascii_digit() {
            if apart {
                take_numbers(&mut groups, &mut found);
            }
            match groups.last_mut() {
                Some(group) if before.is_ascii_digit() => group.push(letter),
                _ => groups.push(letter.to_string()),
            }
            apart = false;
        } else {
            let joins = matches!(letter, ' ' | '\u{a0}' | '-') && before.is_ascii_digit();
            apart |= !joins;
        }
        before = letter;
    }
    take_numbers(&mut groups, &mut found);
    found
}

fn take_numbers(groups: &mut Vec<String>, found: &mut BTreeSet<String>) {
    let whole: String = groups.concat();
    let reads_as_one = |digits: &str| is_dialable(digits) || (digits.starts_with('0') && digits.len() > 7);
    if reads_as_one(&whole) {
        found.insert(whole);
        groups.clear();
    }
    found.extend(groups.drain(..).filter(|group| reads_as_one(group) || group == PRESSED));
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
        let found = |words: &str| numbers_in(words).into_iter().collect::<Vec<_>>();
        assert_eq!(found("Call 0808 802 0300, or 101. Press 55."), ["08088020300", "101", "55"]);
        assert_eq!(found("اتصل بـ999 الآن"), ["999"]);
        assert_eq!(found("18001 101-ga qo‘ng‘iroq; 999’u, 0808-802-0300"), ["08088020300", "18001101", "999"]);
        assert_eq!(found("999 24 hours"), ["999"]);
        assert_eq!(found("0808 802 030 lacks a digit"), ["0808802030"]);
        assert!(found("the Act of 1997, section 2, 22:00, 43 calls, 0800 and 0808 numbers").is_empty());
    }
}
