//! People she trusts, and the message that is ready for them.

use super::{dialled, without_trunk_zero};
use serde::{Deserialize, Serialize};

/// How many people the list takes.
pub const MAX_TRUSTED: usize = 20;
/// The longest prepared message, in characters. Longer ones are cut into pieces by some phones.
pub const MAX_MESSAGE: usize = 600;
/// The longest name of somebody who is added, in characters.
pub const MAX_NAME: usize = 80;
/// The fewest digits that can be texted.
const SHORTEST: usize = 5;
/// The fewest with a country's code.
const SHORTEST_ABROAD: usize = 8;
/// The digits of a UK mobile number, with the zero in front.
const UK_LENGTH: usize = 11;

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
    /// Their number, as she wrote it, without the zero that nobody can dial behind +44.
    pub number: String,
}

/// What is wrong with the list, in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TrustedRefusal {
    /// No name.
    #[error("Put in a name, or your own word for them.")]
    Name,
    /// Too long a name.
    #[error("The name is longer than 80 characters. Make it shorter.")]
    LongName,
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

/// Why a text may not reach a number. She is told, and may keep it all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberDoubt {
    /// It is neither a UK mobile number nor one that names another country.
    NoUkMobile,
    /// A zero in brackets behind the code of another country: in most of them it is not dialled from abroad, in some it is.
    ZeroAbroad,
}

impl Trusted {
    /// With somebody more. The names that are there already stay as they are.
    ///
    /// # Errors
    /// The first thing that is wrong with the person or the list.
    pub fn with(mut self, person: TrustedPerson) -> Result<Self, TrustedRefusal> {
        if person.name.trim().chars().count() > MAX_NAME {
            return Err(TrustedRefusal::LongName);
        }
        self.people.push(person);
        self.check()
    }

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
            let number = without_trunk_zero(person.number.trim());
            *person = TrustedPerson { name: person.name.trim().to_owned(), number };
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
        let dial = dialled(&self.number).ok_or(TrustedRefusal::Number)?;
        let digits = dial.trim_start_matches('+');
        if ["999", "112", "101", "18000"].contains(&digits) {
            return Err(TrustedRefusal::Emergency);
        }
        if digits.len() < SHORTEST { Err(TrustedRefusal::Number) } else { Ok(dial) }
    }

    /// Why a text to this number may reach nobody. `None` for a UK mobile number, for one of another country, and for what
    /// [`TrustedPerson::dial`] refuses.
    #[must_use]
    pub fn doubt(&self) -> Option<NumberDoubt> {
        let dial = self.dial().ok()?;
        let at_home = match (dial.strip_prefix("+44"), dial.strip_prefix('+')) {
            (Some(rest), _) => format!("0{rest}"),
            (None, Some(abroad)) if abroad.starts_with('0') || abroad.len() < SHORTEST_ABROAD => dial,
            (None, Some(_)) => {
                let bare: String = self.number.split_whitespace().collect();
                return bare.contains("(0)").then_some(NumberDoubt::ZeroAbroad);
            }
            (None, None) => dial,
        };
        // 070 is not for mobiles.
        let mobile = at_home.len() == UK_LENGTH && at_home.starts_with("07") && !at_home.starts_with("070");
        (!mobile).then_some(NumberDoubt::NoUkMobile)
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
            ("+44 (0)7700 900123", "+447700900123"),
            ("0044 (0)7700 900123", "+447700900123"),
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
    fn a_number_kept_with_the_zero_behind_44_is_kept_and_texted_without_it() {
        let list = Trusted::default().with(with(" +44 (0)7700 900123 ")).unwrap();
        assert_eq!(list.people, [with("+44 7700 900123")]);
        // A list from before, as it lies in the journal.
        let old = Trusted { people: vec![with("+44 (0)7700 900123")], words: String::new() };
        assert_eq!(old.people.first().unwrap().dial().unwrap(), "+447700900123");
    }

    #[test]
    fn a_number_that_a_text_may_not_reach_is_doubted_and_never_refused() {
        for typed in [
            "0770090012",
            "077009001234567",
            "7700900123",
            "447700900123",
            "123456",
            "01632 960123",
            "020 7946 0018",
            "0300 123 4567",
            "0808 157 0192",
            "070 1234 5678",
            "+44 20 7946 0018",
            "+44 7700 90012",
            "+07700 900123",
            "+33 6 12",
        ] {
            assert_eq!(with(typed).doubt(), Some(NumberDoubt::NoUkMobile), "{typed:?}");
            assert!(Trusted::default().with(with(typed)).is_ok(), "{typed:?}");
        }
        assert_eq!(with("+33 (0)6 12 34 56 78").doubt(), Some(NumberDoubt::ZeroAbroad));
        for typed in ["07700 900123", "+44 (0)7700 900123", "0044 7700 900123", "+33 6 12 34 56 78", "+1 202 555 0143"]
        {
            assert_eq!(with(typed).doubt(), None, "{typed:?}");
        }
    }

    #[test]
    fn a_name_that_no_row_can_hold_is_refused_and_an_old_one_stands_in_nobodys_way() {
        let long = TrustedPerson { name: "x".repeat(300), ..with("07700 900123") };
        assert_eq!(Trusted::default().with(long.clone()), Err(TrustedRefusal::LongName));
        let old = Trusted { people: vec![long], words: String::new() };
        assert_eq!(old.with(with("07700 900456")).unwrap().people.len(), 2);
        let most = TrustedPerson { name: "é".repeat(MAX_NAME), ..with("07700 900123") };
        assert!(Trusted::default().with(most).is_ok());
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
