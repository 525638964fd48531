//! The recovery key as words, in a form that points at the mistake.
//!
//! 28 words of the BIP39 English list, in seven groups of four. A group has 44 bits: 37 of the
//! key and 7 of check.
//!
//! ```text
//! data  = 256 bits of the key ‖ 3 zero bits = 7 × 37 bits
//! check = first 7 bits of SHA-256("steadfast recovery group" ‖ group 1..7 (1) ‖ 37 bits as u64, big endian (8))
//! group = data (37) ‖ check (7) = 4 words of 11 bits
//! ```
//!
//! BIP39's own checksum covers the phrase as a whole, so it can say that something is wrong and
//! not where. A wrong group passes its check one time in 128; then the key is another one and
//! simply opens nothing.

use std::fmt;

use bip39::Language;
use sha2::{Digest, Sha256};
use thiserror::Error;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::secret::RecoveryKey;

#[path = "recovery_parse.rs"]
mod parse;

/// How many words there are.
pub const WORDS: usize = GROUPS * GROUP;

const GROUPS: usize = 7;
const GROUP: usize = 4;
const WORD_BITS: usize = 11;
const DATA_BITS: usize = 37;
const CHECK_BITS: usize = 7;

/// The words to write down. Wiped when dropped; never printed by accident.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct RecoveryWords([u16; WORDS]);

impl fmt::Debug for RecoveryWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryWords(..)")
    }
}

impl RecoveryWords {
    /// The 28 words in order; the first four are group one, and so on.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.0.iter().map(|index| word(*index))
    }

    /// All words in one line, with single spaces. Wiped when dropped.
    #[must_use]
    pub fn to_text(&self) -> Zeroizing<String> {
        // 8 letters at most and a space: the string never has to move.
        let mut text = Zeroizing::new(String::with_capacity(WORDS * 9));
        for word in self.iter() {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(word);
        }
        text
    }
}

impl RecoveryKey {
    /// The words that carry this key.
    #[must_use]
    pub fn words(&self) -> RecoveryWords {
        let mut words = RecoveryWords([0; WORDS]);
        let mut bits = bits_of(self.expose());
        for (group, four) in (1u8..).zip(words.0.chunks_exact_mut(GROUP)) {
            let data = Zeroizing::new(take_bits(&mut bits, DATA_BITS));
            let whole = Zeroizing::new(*data << CHECK_BITS | u64::from(check(group, *data)));
            for (n, word) in (1..).zip(four) {
                *word = (*whole >> (WORD_BITS * (GROUP - n)) & 0x7ff) as u16;
            }
        }
        words
    }

    /// Reads typed words. Takes any case, extra spaces, line breaks, commas, numbers before the
    /// words, and a word's first four letters for the word.
    ///
    /// # Errors
    /// A [`RecoveryError`] that points at the mistake as closely as can be told.
    pub fn parse(typed: &str) -> Result<Self, RecoveryError> {
        parse::parse(typed)
    }
}

/// Words of the list that come near a typed one. Not printed by `Debug`: they hint at the key.
#[derive(Clone, PartialEq, Eq)]
pub struct Suggestions(Vec<&'static str>);

impl Suggestions {
    /// At most three, nearest first.
    #[must_use]
    pub fn words(&self) -> &[&'static str] {
        &self.0
    }
}

impl fmt::Debug for Suggestions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Suggestions(..)")
    }
}

/// Where the number of words went wrong, when that can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountHint {
    /// One word is missing from this group (1 to 7).
    MissingFrom {
        /// The group, 1 to 7.
        group: usize,
    },
    /// The word at this place is one too many, such as a word typed twice.
    Extra {
        /// The place among the typed words, from 1.
        place: usize,
    },
}

impl fmt::Display for CountHint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingFrom { group } => write!(f, "one of the words {} is missing", places(*group)),
            Self::Extra { place } => write!(f, "word {place} is one too many"),
        }
    }
}

/// The places of a group's words (group 1 to 7): `9 to 12`.
fn places(group: usize) -> String {
    format!("{} to {}", group.saturating_sub(1) * GROUP + 1, group * GROUP)
}

/// What is wrong with the typed words. Carries places and numbers, never her words.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RecoveryError {
    /// A word that is not in the list.
    #[error("word {place} is not one of the recovery words")]
    UnknownWord {
        /// Its place among the typed words, from 1.
        place: usize,
        /// Words of the list that come near it.
        suggestions: Suggestions,
    },
    /// Too few or too many words.
    #[error("there are {found} words; there should be 28{}", hint.map(|hint| format!("; {hint}")).unwrap_or_default())]
    Count {
        /// How many there are.
        found: usize,
        /// Where one is missing or too many, when that can be told.
        hint: Option<CountHint>,
    },
    /// Groups of four that do not check: a wrong word in each, or words in the wrong order.
    #[error("{}", wrong_groups(.groups, *.swapped))]
    WrongGroups {
        /// The groups, 1 to 7, in order.
        groups: Vec<usize>,
        /// Two places (1 to 28) that would be right if their words were swapped, when only one
        /// such pair exists.
        swapped: Option<(usize, usize)>,
    },
    /// All groups check but the spare bits are not zero: not words that this app made.
    #[error("these words belong together but were not made by this app")]
    NotOurs,
}

fn wrong_groups(groups: &[usize], swapped: Option<(usize, usize)>) -> String {
    let places = groups.iter().map(|group| places(*group)).collect::<Vec<_>>().join(", ");
    match swapped {
        Some((one, other)) => format!("words {one} and {other} seem to be swapped (looked at: words {places})"),
        None => format!("there is a wrong word, or two words are swapped, among the words {places}"),
    }
}

/// The 7 check bits of a group (1 to 7).
fn check(group: u8, data: u64) -> u8 {
    let mut hash = Sha256::new();
    hash.update(b"steadfast recovery group");
    hash.update([group]);
    hash.update(data.to_be_bytes());
    let digest: [u8; 32] = hash.finalize().into();
    let [first, ..] = digest;
    first >> 1
}

/// The list word with this number. All numbers have 11 bits, so there always is one.
fn word(index: u16) -> &'static str {
    Language::English.word_list().get(usize::from(index)).copied().unwrap_or_default()
}

/// Bits of a byte string, highest first.
fn bits_of(bytes: &[u8]) -> impl Iterator<Item = u64> + '_ {
    bytes.iter().flat_map(|byte| (0..8).rev().map(move |shift| u64::from(byte >> shift & 1)))
}

/// The next `count` bits as a number; zeros where there are no more.
fn take_bits(bits: &mut impl Iterator<Item = u64>, count: usize) -> u64 {
    (0..count).fold(0, |sum, _| sum << 1 | bits.next().unwrap_or(0))
}

#[cfg(test)]
#[path = "recovery_tests.rs"]
mod tests;
