//! People she trusts, and the message that is ready for them.

use serde::{Deserialize, Serialize};

/// How many people the list takes.
pub const MAX_TRUSTED: usize = 20;
/// The longest prepared message, in characters. Longer ones are cut into pieces by some phones.
pub const MAX_MESSAGE: usize = 600;

/// The people, and the words that go to them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trusted {
    /// Whom she can text in one tap, in her order.
    #[serde(default)]
    pub people: Vec<TrustedPerson>,
    /// What she wants to say. Empty: only where she is.
    #[serde(default)]
    pub words: String,
}

/// Somebody she trusts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrustedPerson {
    /// A name, or her words for them.
    pub name: String,
    /// Their number, as she wrote it.
    pub number: String,
}

/// What is wrong with the list, in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TrustedRefusal {
    /// No name.
    #[error("Put in a name, or your own word for them.")]
    Name,
    /// Not a number that a phone can text.
    #[error("That is not a number that a phone can text. Use digits, with + in front for one from abroad.")]
    Number,
    /// An emergency number: 999 has its own way, which asks for nothing.
    #[error("That is an emergency number. It has its own button, on every screen.")]
    Emergency,
    /// Too many.
    #[error("The list takes 20 people. Take somebody out first.")]
    TooMany,
    /// Too long a message.
    #[error("The message is too long for a text. Make it shorter.")]
    TooLong,
}

impl Trusted {
    /// Looks it over, and takes the spaces around names and numbers away.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn check(mut self) -> Result<Self, TrustedRefusal> {
        if self.people.len() > MAX_TRUSTED {
            return Err(TrustedRefusal::TooMany);
        }
        if self.words.chars().count() > MAX_MESSAGE {
            return Err(TrustedRefusal::TooLong);
        }
        for person in &mut self.people {
            *person = TrustedPerson { name: person.name.trim().to_owned(), number: person.number.trim().to_owned() };
            if person.name.is_empty() {
                return Err(TrustedRefusal::Name);
            }
            person.dial()?;
        }
        Ok(self)
    }
}

impl TrustedPerson {
    /// The number as a phone takes it: digits, with `+` in front where she wrote one.
    ///
    /// # Errors
    /// When no phone can text it, or when it is an emergency number.
    pub fn dial(&self) -> Result<String, TrustedRefusal> {
        let typed = self.number.trim();
        let (plus, rest) = match typed.strip_prefix('+') {
            Some(rest) => ("+", rest),
            None => ("", typed),
        };
        let between = |letter: char| letter.is_whitespace() || matches!(letter, '-' | '(' | ')' | '.');
        let digits: String = rest.chars().filter(|letter| !between(*letter)).collect();
        if ["999", "112", "101", "18000"].contains(&digits.as_str()) {
            return Err(TrustedRefusal::Emergency);
        }
        let fits = (5..=15).contains(&digits.len()) && digits.chars().all(|letter| letter.is_ascii_digit());
        if fits { Ok(format!("{plus}{digits}")) } else { Err(TrustedRefusal::Number) }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn with(number: &str) -> TrustedPerson {
        TrustedPerson { name: "A friend".to_owned(), number: number.to_owned() }
    }

    #[test]
    fn a_number_is_taken_however_it_is_written_down() {
        for (typed, dial) in [
            ("07700 900123", "07700900123"),
            ("(020) 7946-0018", "02079460018"),
            ("+44 7700 900 123", "+447700900123"),
            (" 07700.900.123 ", "07700900123"),
        ] {
            assert_eq!(with(typed).dial().unwrap(), dial);
        }
    }

    #[test]
    fn what_no_phone_can_text_is_refused_and_999_is_not_a_friend() {
        for typed in ["", "1234", "07700 90012x", "++447700900123", "0770090012307700900123", "call me"] {
            assert_eq!(with(typed).dial(), Err(TrustedRefusal::Number), "{typed:?}");
        }
        assert_eq!(with("9 9 9").dial(), Err(TrustedRefusal::Emergency));
    }

    #[test]
    fn a_list_with_a_fault_is_refused_whole_and_says_which() {
        let list = |people| Trusted { people, words: String::new() };
        assert_eq!(list(vec![TrustedPerson::default()]).check(), Err(TrustedRefusal::Name));
        assert_eq!(list(vec![with("07700 900123"); 21]).check(), Err(TrustedRefusal::TooMany));
        let long = Trusted { people: vec![], words: "x".repeat(601) };
        assert_eq!(long.check(), Err(TrustedRefusal::TooLong));
        let mut padded = with("07700 900123");
        padded.name = "  Sam ".to_owned();
        assert_eq!(list(vec![padded]).check().unwrap().people.first().unwrap().name, "Sam");
    }
}
