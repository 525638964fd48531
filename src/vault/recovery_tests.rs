#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
use proptest::prelude::*;

use super::*;

fn key(seed: u8) -> RecoveryKey {
    RecoveryKey::from_bytes(Sha256::digest([seed]).into())
}

fn words(seed: u8) -> Vec<&'static str> {
    key(seed).words().iter().collect()
}

fn parse(words: &[&str]) -> Result<RecoveryKey, RecoveryError> {
    RecoveryKey::parse(&words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]
    #[test]
    fn any_key_comes_back_from_its_words(bytes: [u8; 32]) {
        let key = RecoveryKey::from_bytes(bytes);
        prop_assert_eq!(RecoveryKey::parse(&key.words().to_text()).unwrap(), key);
    }

    #[test]
    fn a_single_wrong_word_never_gives_the_same_key_and_its_group_is_named(
        seed: u8, place in 0..WORDS, other in 0..2048u16,
    ) {
        let mut typed = words(seed);
        prop_assume!(typed[place] != word(other));
        typed[place] = word(other);
        match parse(&typed) {
            Err(RecoveryError::WrongGroups { groups, .. }) => prop_assert_eq!(groups, vec![place / GROUP + 1]),
            Err(RecoveryError::NotOurs) => prop_assert_eq!(place / GROUP + 1, GROUPS),
            Err(error) => prop_assert!(false, "{:?}", error),
            // One in 128 passes its check. The key is then another, which opens nothing.
            Ok(found) => prop_assert!(found != key(seed)),
        }
    }

    #[test]
    fn no_input_makes_it_fall_over(text in "\\PC{0,300}") {
        let _ = RecoveryKey::parse(&text);
    }
}

#[test]
fn a_wrong_word_is_found_at_least_ninety_eight_times_in_a_hundred() {
    let (mut tried, mut found) = (0u32, 0u32);
    for seed in 0..8 {
        let right = words(seed);
        for place in 0..WORDS {
            for other in (0..2048u16).step_by(31) {
                let mut typed = right.clone();
                typed[place] = word(other);
                if typed[place] == right[place] {
                    continue;
                }
                tried += 1;
                found += u32::from(parse(&typed).is_err());
            }
        }
    }
    println!("{found} of {tried} single wrong words found");
    assert!(f64::from(found) / f64::from(tried) > 0.98, "{found} of {tried}");
}

#[test]
fn a_wrong_last_word_of_a_group_that_changes_only_check_bits_is_always_found() {
    let right = words(1);
    for place in (3..WORDS).step_by(GROUP) {
        let index = Language::English.find_word(right[place]).unwrap();
        for flip in 1..128 {
            let mut typed = right.clone();
            typed[place] = word(index ^ flip);
            assert!(parse(&typed).is_err(), "{place} {flip}");
        }
    }
}

#[test]
fn words_are_taken_as_people_type_them() {
    let right = words(2);
    let numbered: String = right.iter().enumerate().map(|(n, word)| format!("{}. {word}\n", n + 1)).collect();
    let tight: String = right.iter().enumerate().map(|(n, word)| format!("{}){word} ", n + 1)).collect();
    let commas = right.join(",\t ").to_uppercase();
    let capital: Vec<String> = right.iter().map(|w| w[..1].to_uppercase() + &w[1..]).collect();
    let short: Vec<&str> = right.iter().map(|w| w.get(..4).unwrap_or(w)).collect();
    for typed in
        [numbered, tight, commas, capital.join("  "), short.join("\r\n"), format!("\u{feff}{}\n", right.join("-"))]
    {
        assert_eq!(RecoveryKey::parse(&typed).unwrap(), key(2), "{typed:?}");
    }
}

#[test]
fn a_word_that_is_not_in_the_list_is_named_by_its_place_with_the_nearest_words() {
    let mut typed = words(3);
    typed[9] = "abandno";
    let error = parse(&typed).unwrap_err();
    assert_eq!(error.to_string(), "word 10 is not one of the recovery words");
    let RecoveryError::UnknownWord { place, suggestions } = error else { panic!("{error:?}") };
    assert_eq!(place, 10);
    assert_eq!(suggestions.words()[0], "abandon");
    assert!(suggestions.words().len() <= 3);

    for (wrong, meant) in [("acress", "across"), ("beleive", "believe"), ("recieve", "receive"), ("zebre", "zebra")] {
        typed[9] = wrong;
        let Err(RecoveryError::UnknownWord { suggestions, .. }) = parse(&typed) else { panic!("{wrong}") };
        assert!(suggestions.words().contains(&meant), "{wrong}: {:?}", suggestions.words());
    }
    for strange in ["xqzjvkwp", "ghhhhhhhhhhhhhhhhhhhhhhhhhhhhh", "straße", "слово"] {
        typed[9] = strange;
        assert!(matches!(parse(&typed), Err(RecoveryError::UnknownWord { place: 10, .. })), "{strange}");
    }
}

#[test]
fn three_letters_are_not_taken_for_a_longer_word() {
    let mut typed = words(3);
    typed[0] = "aba";
    assert!(matches!(parse(&typed), Err(RecoveryError::UnknownWord { place: 1, .. })));
}

#[test]
fn two_swapped_words_are_pointed_at() {
    let (mut pointed, mut seen) = (0, 0);
    for seed in 0..40 {
        for (a, b) in [(0, 1), (4, 7), (13, 14), (3, 4), (8, 20)] {
            let mut typed = words(seed);
            if typed[a] == typed[b] {
                continue;
            }
            typed.swap(a, b);
            seen += 1;
            match parse(&typed) {
                Err(RecoveryError::WrongGroups { groups, swapped }) => {
                    assert!(groups.contains(&(a / GROUP + 1)) || groups.contains(&(b / GROUP + 1)));
                    pointed += u32::from(swapped == Some((a + 1, b + 1)));
                }
                other => assert!(other.is_ok_and(|found| found != key(seed))),
            }
        }
    }
    println!("{pointed} of {seen} swaps pointed at exactly");
    assert!(pointed * 10 > seen * 9, "{pointed} of {seen}");
}

#[test]
fn a_missing_word_is_looked_for_in_its_group() {
    let mut told = 0;
    for seed in 0..8 {
        for place in 0..WORDS {
            let mut typed = words(seed);
            typed.remove(place);
            let Err(RecoveryError::Count { found: 27, hint }) = parse(&typed) else { panic!("{place}") };
            if let Some(hint) = hint {
                assert_eq!(hint, CountHint::MissingFrom { group: place / GROUP + 1 });
                told += 1;
            }
        }
    }
    println!("{told} of {} missing words placed", 8 * WORDS);
    assert!(told > 8 * WORDS * 9 / 10);
}

#[test]
fn a_word_typed_twice_is_pointed_at() {
    for place in 0..WORDS {
        let mut typed = words(4);
        typed.insert(place, typed[place]);
        let Err(RecoveryError::Count { found: 29, hint }) = parse(&typed) else { panic!("{place}") };
        assert_eq!(hint, Some(CountHint::Extra { place: place + 2 }));
    }
}

#[test]
fn other_numbers_of_words_are_counted() {
    let right = words(5);
    for n in [0, 1, 12, 24, 26] {
        assert_eq!(parse(&right[..n]), Err(RecoveryError::Count { found: n, hint: None }));
    }
    let twice = [&right[..], &right[..]].concat();
    assert_eq!(parse(&twice), Err(RecoveryError::Count { found: 56, hint: None }));
    let novel = "abandon ".repeat(5000);
    assert_eq!(RecoveryKey::parse(&novel), Err(RecoveryError::Count { found: 5000, hint: None }));
}

#[test]
fn spare_bits_that_are_not_zero_are_refused() {
    let mut typed = words(6);
    let number = |word: &&str| u64::from(Language::English.find_word(word).unwrap());
    let last = typed[24..].iter().fold(0, |sum, word| sum << 11 | number(word));
    let data = last >> CHECK_BITS | 1;
    let whole = data << CHECK_BITS | u64::from(check(7, data));
    for n in 0..4 {
        typed[24 + n] = word((whole >> (11 * (3 - n)) & 0x7ff) as u16);
    }
    assert_eq!(parse(&typed), Err(RecoveryError::NotOurs));
}

#[test]
fn errors_print_no_word_of_hers() {
    let mut typed = words(7);
    typed[0] = "abandno";
    let shown = format!("{:?} {0}", parse(&typed).unwrap_err());
    assert!(!shown.contains("aband"), "{shown}");
    assert_eq!(format!("{:?}", key(7).words()), "RecoveryWords(..)");
}
