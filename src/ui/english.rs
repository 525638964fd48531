//! What is written in English while another language is spoken, as guidance without a translation is: it says so in the page, so
//! that it is read aloud as English and runs as English does.

use crate::locale::{ENGLISH, spoken};

/// `lang` for an element, if it is so.
pub fn lang_of(english: bool) -> Option<&'static str> {
    english.then_some(ENGLISH)
}

/// `dir` for an element, if it is so.
pub fn dir_of(english: bool) -> Option<&'static str> {
    english.then_some("ltr")
}

/// Whether what was written in English alone, such as an institution's own file, is so.
pub fn english_stands_out() -> bool {
    spoken().tag() != ENGLISH
}

/// Some words, and whether they are so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The words.
    pub text: String,
    /// Whether they are English while another language is spoken.
    pub english: bool,
}

impl Said {
    /// These words.
    pub fn new(text: impl Into<String>, english: bool) -> Self {
        Self { text: text.into(), english }
    }
}

/// Sentences one after another. Neighbours of one language become one.
pub fn together(sentences: impl IntoIterator<Item = Said>) -> Vec<Said> {
    let mut said: Vec<Said> = Vec::new();
    for one in sentences.into_iter().filter(|one| !one.text.is_empty()) {
        match said.last_mut() {
            Some(last) if last.english == one.english => {
                last.text.push(' ');
                last.text.push_str(&one.text);
            }
            _ => said.push(one),
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_of_one_language_are_one_and_the_others_stand_apart() {
        let said =
            together([Said::new("A.", false), Said::new("", true), Said::new("B.", false), Said::new("C.", true)]);
        assert_eq!(said, [Said::new("A. B.", false), Said::new("C.", true)]);
    }
}
