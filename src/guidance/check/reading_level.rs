//! How many years at school a text asks for: Flesch-Kincaid, with names that cannot be made shorter left out.

/// The most that a text may ask for.
pub const HIGHEST_GRADE: f64 = 7.0;

/// Names of Acts and bodies that stand in no directory.
const NAMES: [&str; 14] = [
    "Protection from Harassment Act 1997",
    "Criminal Justice and Licensing (Scotland) Act 2010",
    "Protection from Stalking Act (Northern Ireland) 2022",
    "Crime and Policing Act 2026",
    "Stalking Protection Act 2019",
    "Stalking Protection Order",
    "England and Wales",
    "Northern Ireland",
    "Suzy Lamplugh Trust",
    "Metropolitan Police",
    "Victims' Code",
    "British Sign Language",
    "emergencySMS",
    "Report + Support",
];

/// The Flesch-Kincaid grade of a text whose lines end sentences. `names` are left out, and those of statutes.
/// A text without words asks for nothing.
#[must_use]
pub fn grade<'a>(text: &str, names: impl IntoIterator<Item = &'a str>) -> f64 {
    let mut text = text.to_owned();
    for name in NAMES.into_iter().chain(names).filter(|name| name.len() > 3) {
        text = text.replace(name, "it");
    }
    let (mut sentences, mut words, mut sounds) = (0_u32, 0_u32, 0_u32);
    for sentence in text.split(['.', '?', '!', ':', '\n']) {
        let before = words;
        for word in sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)) {
            words += 1;
            sounds += syllables(word);
        }
        sentences += u32::from(words > before);
    }
    if words == 0 {
        return 0.0;
    }
    let (sentences, words, sounds) = (f64::from(sentences), f64::from(words), f64::from(sounds));
    0.39 * (words / sentences) + 11.8 * (sounds / words) - 15.59
}

/// Groups of vowels, without a silent last e: near enough to compare texts.
fn syllables(word: &str) -> u32 {
    let word: String = word.to_lowercase().chars().filter(char::is_ascii_alphabetic).collect();
    let mut groups = 0_u32;
    let mut before = false;
    for letter in word.chars() {
        let vowel = "aeiouy".contains(letter);
        groups += u32::from(vowel && !before);
        before = vowel;
    }
    let silent_e = word.ends_with('e') && !word.ends_with("le");
    let silent_ed = word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded");
    groups.saturating_sub(u32::from(groups > 1 && (silent_e || silent_ed))).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_and_long_sentences_ask_for_more_years() {
        assert!(grade("The cat sat on the mat. It was a warm day.", []) < 2.0);
        let hard = "Notwithstanding the aforementioned considerations, complainants communicate expeditiously.";
        assert!(grade(hard, []) > 15.0);
        assert!(grade("Protection from Harassment Act 1997", []) < 1.0, "a statute's name is left out");
        let centre = "The Interdisciplinary Representation Organisation helps.";
        assert!(grade(centre, ["Interdisciplinary Representation Organisation"]) < 3.0 && grade(centre, []) > 7.0);
        assert!(grade("", []) <= 0.0);
    }
}
