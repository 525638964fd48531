//! Reading recovery words as people type them, and saying where the mistake is.

use bip39::Language;
use zeroize::{Zeroize, Zeroizing};

use super::{CHECK_BITS, CountHint, DATA_BITS, GROUP, GROUPS, RecoveryError, Suggestions, WORD_BITS, WORDS, check};
use crate::vault::secret::RecoveryKey;

/// No phrase of ours is longer, with numbering and much white space.
const LONGEST_INPUT: usize = 8 * 1024;

pub(super) fn parse(typed: &str) -> Result<RecoveryKey, RecoveryError> {
    let words = read_words(typed)?;
    if words.len() != WORDS {
        return Err(RecoveryError::Count { found: words.len(), hint: count_hint(&words) });
    }
    let wrong: Vec<usize> = (1..=GROUPS).filter(|group| !group_checks(&words, *group, 0)).collect();
    if !wrong.is_empty() {
        let swapped = swapped(&words, &wrong);
        return Err(RecoveryError::WrongGroups { groups: wrong, swapped });
    }
    to_key(&words)
}

/// The numbers of the typed words in the list.
fn read_words(typed: &str) -> Result<Zeroizing<Vec<u16>>, RecoveryError> {
    // Whoever pastes a novel gets a count, not a frozen screen.
    if typed.len() > LONGEST_INPUT {
        return Err(RecoveryError::Count { found: typed.split_whitespace().count(), hint: None });
    }
    // One letter at least for each word: the list never has to move.
    let mut found = Zeroizing::new(Vec::with_capacity(typed.len()));
    let tokens = typed.split(|c: char| !c.is_alphanumeric()).filter_map(|token| {
        // "12abandon" as well as "12. abandon"; a number alone is numbering.
        let token = token.trim_start_matches(|c: char| c.is_ascii_digit());
        (!token.is_empty()).then_some(token)
    });
    for (place, token) in (1..).zip(tokens) {
        let token = Zeroizing::new(token.to_lowercase());
        match find(&token) {
            Some(index) => found.push(index),
            None => {
                return Err(RecoveryError::UnknownWord { place, suggestions: nearest(&token) });
            }
        }
    }
    Ok(found)
}

/// The word itself, or the one word that starts with these four letters or more.
fn find(token: &str) -> Option<u16> {
    if let Some(index) = Language::English.find_word(token) {
        return Some(index);
    }
    if token.chars().count() < 4 {
        return None;
    }
    match Language::English.words_by_prefix(token) {
        [only] => Language::English.find_word(only),
        _ => None,
    }
}

/// Up to three list words within a small edit distance, nearest first.
fn nearest(token: &str) -> Suggestions {
    if token.chars().count() > 16 {
        return Suggestions(Vec::new());
    }
    let mut near: Vec<(usize, &'static str)> = Language::English
        .word_list()
        .iter()
        .map(|word| (distance(token, word), *word))
        .filter(|(distance, _)| *distance <= 3)
        .collect();
    near.sort();
    Suggestions(near.into_iter().take(3).map(|(_, word)| word).collect())
}

/// Edit distance (Levenshtein), with two neighbours swapped counted as one edit.
fn distance(a: &str, b: &str) -> usize {
    let b: Zeroizing<Vec<char>> = Zeroizing::new(b.chars().collect());
    let width = b.len() + 1;
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..width).collect();
    let mut last_a = None;
    for (row, letter) in (1..).zip(a.chars()) {
        let mut here = vec![row];
        let mut last_b = None;
        for (column, other) in (1..).zip(b.iter()) {
            let at = |line: &[usize], n: usize| line.get(n).copied().unwrap_or(usize::MAX / 2);
            let same = usize::from(letter != *other);
            let mut best = (at(&above, column) + 1).min(at(&here, column - 1) + 1).min(at(&above, column - 1) + same);
            if column > 1 && last_a == Some(*other) && last_b == Some(letter) {
                best = best.min(at(&before, column - 2) + 1);
            }
            here.push(best);
            last_b = Some(*other);
        }
        before = std::mem::replace(&mut above, here);
        last_a = Some(letter);
    }
    above.last().copied().unwrap_or(usize::MAX)
}

/// Whether the four words of a group (1 to 7) check, when the group starts `earlier` words too soon.
fn group_checks(words: &[u16], group: usize, earlier: usize) -> bool {
    let start = ((group - 1) * GROUP).wrapping_sub(earlier);
    match words.get(start..start.wrapping_add(GROUP)) {
        Some(four) => split(four).is_some_and(|(data, found)| check(group as u8, data) == found),
        None => false,
    }
}

/// Data and check bits of four words.
fn split(four: &[u16]) -> Option<(u64, u8)> {
    let whole = four.iter().fold(0u64, |sum, word| sum << WORD_BITS | u64::from(*word));
    let check = u8::try_from(whole & ((1 << CHECK_BITS) - 1)).ok()?;
    Some((whole >> CHECK_BITS, check))
}

/// Where a word is missing or too many, if exactly one place explains it.
fn count_hint(words: &[u16]) -> Option<CountHint> {
    if words.len() + 1 == WORDS {
        let fits = |missing: usize| {
            (1..=GROUPS).all(|group| group == missing || group_checks(words, group, usize::from(group > missing)))
        };
        let group = only((1..=GROUPS).filter(|group| fits(*group)))?;
        return Some(CountHint::MissingFrom { group });
    }
    if words.len() == WORDS + 1 {
        let fits = |place: &usize| {
            let mut without = Zeroizing::new(words.to_vec());
            without.remove(place - 1);
            (1..=GROUPS).all(|group| group_checks(&without, group, 0))
        };
        let places: Vec<usize> = (1..=words.len()).filter(fits).collect();
        // A word typed twice in a row explains it best, and the second of the two is pointed at.
        // Else there must be one place only: now and then another fits by chance.
        let doubled = |place: &usize| *place >= 2 && words.get(place - 1) == words.get(place - 2);
        return only(places.iter().copied().filter(doubled))
            .or_else(|| only(places.iter().copied()))
            .map(|place| CountHint::Extra { place });
    }
    None
}

/// The two words that were swapped, if exactly one pair explains all wrong groups.
fn swapped(words: &[u16], wrong: &[usize]) -> Option<(usize, usize)> {
    let places = |group: usize| (group - 1) * GROUP..group * GROUP;
    let pairs: Vec<(usize, usize)> = match wrong {
        [group] => places(*group).flat_map(|a| (a + 1..group * GROUP).map(move |b| (a, b))).collect(),
        [first, second] => places(*first).flat_map(|a| places(*second).map(move |b| (a, b))).collect(),
        _ => return None,
    };
    let explains = |&(a, b): &(usize, usize)| {
        let mut swapped = Zeroizing::new(words.to_vec());
        swapped.swap(a, b);
        wrong.iter().all(|group| group_checks(&swapped, *group, 0))
    };
    only(pairs.into_iter().filter(explains)).map(|(a, b)| (a + 1, b + 1))
}

/// The one item, or `None` for none or several.
fn only<T>(mut items: impl Iterator<Item = T>) -> Option<T> {
    let first = items.next()?;
    items.next().is_none().then_some(first)
}

/// Puts the data bits together. All groups have been checked.
fn to_key(words: &[u16]) -> Result<RecoveryKey, RecoveryError> {
    let mut bytes = Zeroizing::new([0u8; 32]);
    let mut number = 0usize;
    let mut spare = 0u64;
    for four in words.chunks_exact(GROUP) {
        let (mut data, _) = split(four).ok_or(RecoveryError::NotOurs)?;
        for shift in (0..DATA_BITS).rev() {
            let bit = data >> shift & 1;
            match bytes.get_mut(number / 8) {
                Some(byte) => *byte = *byte << 1 | u8::from(bit == 1),
                None => spare |= bit,
            }
            number += 1;
        }
        data.zeroize();
    }
    if spare != 0 {
        return Err(RecoveryError::NotOurs);
    }
    Ok(RecoveryKey::from_bytes(*bytes))
}
