//! The guidance can be read by somebody of eleven, or by somebody who is afraid.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use steadfast::guidance::Library;

/// The most years at school that a page may ask for.
const GRADE: f64 = 5.0;

/// Groups of vowels, without a silent last e: near enough to compare pages.
fn syllables(word: &str) -> usize {
    let word: String = word.to_lowercase().chars().filter(char::is_ascii_alphabetic).collect();
    let vowel = |c: char| "aeiouy".contains(c);
    let mut groups = 0;
    let mut before = false;
    for c in word.chars() {
        groups += usize::from(vowel(c) && !before);
        before = vowel(c);
    }
    let silent = word.ends_with('e') && !word.ends_with("le") && groups > 1
        || word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded") && groups > 1;
    (groups - usize::from(silent)).max(1)
}

/// Names of Acts and of organisations cannot be made shorter, so they are not counted.
fn without_names(library: &Library, text: &str) -> String {
    let mut text = text.to_owned();
    let acts = [
        "Protection from Harassment Act 1997",
        "Criminal Justice and Licensing (Scotland) Act 2010",
        "Protection from Stalking Act (Northern Ireland) 2022",
        "Stalking Protection Act 2019",
        "Northern Ireland",
        "Suzy Lamplugh Trust",
        "emergencySMS",
    ];
    for name in acts
        .into_iter()
        .chain(library.directory().entries().iter().map(|entry| entry.name.as_str()))
        .filter(|name| name.len() > 3)
    {
        text = text.replace(name, "it");
    }
    text
}

/// Flesch-Kincaid: years at school needed to read the text. Each line ends a sentence.
fn grade(text: &str) -> f64 {
    let mut sentences = 0.0;
    let (mut words, mut sounds) = (0.0, 0.0);
    for sentence in text.split(['.', '?', '\n']) {
        let mut any = false;
        for word in sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)) {
            any = true;
            words += 1.0;
            sounds += syllables(word) as f64;
        }
        sentences += f64::from(u8::from(any));
    }
    0.39 * (words / sentences) + 11.8 * (sounds / words) - 15.59
}

#[test]
fn every_page_can_be_read_by_somebody_of_eleven() {
    let library = Library::built_in().unwrap();
    for page in library.pages() {
        let grade = grade(&without_names(&library, &page.plain_text()));
        println!("{:26} {grade:4.1}", page.id);
        assert!(grade <= GRADE, "{} needs {grade:.1} years at school", page.id);
    }
    assert!(grade("The cat sat on the mat. It was a warm day.") < 2.0);
    assert!(
        grade(
            "Notwithstanding the aforementioned considerations, complainants are encouraged to communicate expeditiously."
        ) > 15.0
    );
}
