//! A slip in recovery words: where it is, in a sentence. It names words of the list that come near, so it is for the screen
//! that has what was typed already, and is in no error.

use zeroize::Zeroizing;

use crate::t;
use crate::vault::{CountHint, RecoveryError, RecoveryKey, Suggestions};

/// Words in a group.
const GROUP: usize = 4;

/// What is wrong with typed recovery words. `None`: nothing that can be seen from the words alone.
pub fn slip_in_words(typed: &str) -> Option<Zeroizing<String>> {
    RecoveryKey::parse(typed).err().map(|error| Zeroizing::new(said(&error)))
}

fn said(error: &RecoveryError) -> String {
    match error {
        RecoveryError::UnknownWord { place, suggestions } => {
            let unknown = t!("slip-unknown", place = *place, group = group(*place));
            match near(suggestions) {
                Some(near) => format!("{unknown} {near}"),
                None => unknown,
            }
        }
        RecoveryError::Count { found, hint } => {
            let count = t!("slip-count", found = *found);
            match hint {
                Some(CountHint::MissingFrom { group }) => format!("{count} {}", t!("slip-missing", group = *group)),
                Some(CountHint::Extra { place }) => format!("{count} {}", t!("slip-extra", place = *place)),
                None => count,
            }
        }
        RecoveryError::WrongGroups { swapped: Some((first, second)), .. } => {
            t!("slip-swapped", first = *first, second = *second)
        }
        RecoveryError::WrongGroups { groups, swapped: None } => match groups.as_slice() {
            [only] => {
                t!("slip-group", first = (only - 1) * GROUP + 1, last = only * GROUP, group = *only)
            }
            several => t!("slip-groups", groups = and(several)),
        },
        RecoveryError::NotOurs => t!("slip-not-ours").to_owned(),
    }
}

/// The group of the word at this place, both from 1.
fn group(place: usize) -> usize {
    place.saturating_sub(1) / GROUP + 1
}

fn near(suggestions: &Suggestions) -> Option<String> {
    match suggestions.words() {
        [] => None,
        [only] => Some(t!("slip-near", word = *only)),
        [rest @ .., last] => {
            let rest: Vec<String> = rest.iter().map(|word| format!("“{word}”")).collect();
            Some(t!("slip-near.several", words = rest.join(", "), last = *last))
        }
    }
}

/// "1, 2 and 5".
fn and(numbers: &[usize]) -> String {
    let all: Vec<String> = numbers.iter().map(usize::to_string).collect();
    match all.as_slice() {
        [rest @ .., last] if !rest.is_empty() => t!("slip-and", first = rest.join(", "), last = last.as_str()),
        all => all.concat(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use super::*;

    fn words() -> Vec<String> {
        let text = RecoveryKey::from_bytes([7; 32]).words().to_text();
        text.split(' ').map(str::to_owned).collect()
    }

    fn said_of(words: &[String]) -> String {
        String::clone(&*slip_in_words(&words.join(" ")).expect("a slip"))
    }

    #[test]
    fn right_words_have_no_slip() {
        assert!(slip_in_words(&words().join(" ")).is_none());
    }

    #[test]
    fn a_misspelt_word_is_pointed_at_and_the_right_one_is_named() {
        let mut typed = words();
        let right = typed[9].clone();
        typed[9].insert(0, 'q');
        let said = said_of(&typed);
        assert!(
            said.starts_with("Word 10, in group 3, is not one of the words. Is it ") && said.contains(&right),
            "{said}"
        );
        typed[9] = "xxxxxxxxxxxxxxxxxxxxx".to_owned();
        assert_eq!(said_of(&typed), "Word 10, in group 3, is not one of the words.");
    }

    #[test]
    fn a_missing_word_is_said_to_be_missing_from_its_group() {
        let mut typed = words();
        typed.remove(9);
        assert_eq!(said_of(&typed), "There are 27 words, and there should be 28. One is missing in group 3.");
        assert_eq!(said_of(&typed[..1]), "There is 1 word, and there should be 28.");
    }

    #[test]
    fn a_word_typed_twice_is_pointed_at() {
        let mut typed = words();
        typed.insert(10, typed[9].clone());
        assert_eq!(
            said_of(&typed),
            "There are 29 words, and there should be 28. Word 11 is one too many. Is it there twice?"
        );
    }

    #[test]
    fn another_word_of_the_list_is_pointed_at_by_its_group() {
        let mut typed = words();
        // One word in 128 would pass its check.
        let other = ["abandon", "zoo", "pencil"].iter().find(|other| {
            typed[9] = (**other).to_owned();
            slip_in_words(&typed.join(" ")).is_some_and(|said| said.contains("to 12"))
        });
        assert!(other.is_some(), "{}", said_of(&typed));
        assert!(
            said_of(&typed).starts_with("One of words 9 to 12, in group 3, is another word"),
            "{}",
            said_of(&typed)
        );
    }

    #[test]
    fn words_of_two_groups_that_changed_places_are_pointed_at() {
        let mut typed = words();
        typed[0] = "abandon".to_owned();
        typed[20] = "zoo".to_owned();
        assert!(said_of(&typed).starts_with("Groups 1 and 6 do not fit."), "{}", said_of(&typed));
        let mut typed = words();
        typed.swap(4, 5);
        assert_eq!(said_of(&typed), "Word 5 and word 6 look as if they had changed places.");
    }
}
