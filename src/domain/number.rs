//! A telephone number as somebody writes it down, made ready for a phone. Whoever dials or texts a number takes it from here, so
//! that what is checked, what is kept and what is dialled are one.

/// The longest number there is (E.164).
const LONGEST: usize = 15;

/// The digits of a number as it is written, with a plus in front where it names its country. `None` for anything that is not a
/// plain number: codes with `*` or `#` do things to a phone.
pub fn dialled(written: &str) -> Option<String> {
    let mut plus = false;
    let mut digits = String::new();
    for letter in without_trunk_zero(written).trim().chars() {
        match letter {
            '0'..='9' => digits.push(letter),
            '+' if digits.is_empty() && !plus => plus = true,
            _ if stands_between(letter) => {}
            _ => return None,
        }
    }
    // What is dialled in the UK before the number of another country. Elsewhere it is another one; a plus works everywhere.
    if let Some(rest) = digits.strip_prefix("00") {
        (plus, digits) = (true, rest.to_owned());
    }
    let whole = (1..=LONGEST).contains(&digits.len());
    whole.then(|| if plus { format!("+{digits}") } else { digits })
}

/// A number as it is written, without the zero that is dialled only inside the UK: "+44 (0)7700 900123" is how people write
/// it, and +4407700900123 reaches nobody.
#[must_use]
pub fn without_trunk_zero(written: &str) -> String {
    let digits: Vec<(usize, char)> = written.char_indices().filter(|(_, letter)| letter.is_ascii_digit()).collect();
    let all: String = digits.iter().map(|(_, digit)| *digit).collect();
    let code = if all.starts_with("0044") {
        4
    } else if all.starts_with("44") && written.contains('+') {
        2
    } else {
        return written.to_owned();
    };
    let zeros: Vec<usize> =
        digits.iter().skip(code).take_while(|(_, digit)| *digit == '0').map(|(place, _)| *place).collect();
    if zeros.is_empty() {
        return written.to_owned();
    }
    let kept = written.char_indices().filter(|(place, _)| !zeros.contains(place));
    let kept: String = kept.map(|(_, letter)| letter).collect();
    let single = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    single(&single(&kept).replace("( )", "").replace("()", ""))
}

/// What people put between the groups of a number, and the marks of direction that come along when one is pasted.
fn stands_between(letter: char) -> bool {
    let space = letter.is_whitespace() && !letter.is_control();
    let hyphen = matches!(letter, '-' | '\u{2010}'..='\u{2013}');
    let direction = matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    space || hyphen || direction || matches!(letter, '(' | ')' | '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_zero_that_is_dialled_only_inside_the_uk_is_never_dialled_behind_44() {
        for written in [
            "+44 (0)7700 900123",
            "+44(0)7700900123",
            "+44 ( 0 ) 7700 900123",
            "+44 0 7700 900123",
            "+44 07700 900123",
            "+44-(0)-7700-900-123",
            "+44 (07700) 900 123",
            "(+44) 0 7700.900.123",
            "0044 (0)7700 900123",
            "00 44 0 7700 900123",
            "0044 7700 900123",
            "+0044 (0)7700 900123",
            "\u{202a}+44 7700 900123\u{202c}",
        ] {
            assert_eq!(dialled(written).as_deref(), Some("+447700900123"), "{written:?}");
        }
    }

    #[test]
    fn no_other_zero_is_taken_away() {
        for (written, dial) in [
            ("07700 900123", "07700900123"),
            ("0808 802 0300", "08088020300"),
            ("+33 6 12 34 56 78", "+33612345678"),
            ("0033 6 12 34 56 78", "+33612345678"),
            ("+39 06 1234 5678", "+390612345678"),
            ("+1 440 555 0100", "+14405550100"),
            ("+353 44 012 3456", "+353440123456"),
            ("440 0123", "4400123"),
            ("999", "999"),
        ] {
            assert_eq!(dialled(written).as_deref(), Some(dial), "{written:?}");
        }
    }

    #[test]
    fn what_is_kept_reads_as_it_was_written_without_that_zero() {
        for (written, kept) in [
            ("+44 (0)7700 900123", "+44 7700 900123"),
            ("+44(0)7700900123", "+447700900123"),
            ("0044 (0) 7700 900123", "0044 7700 900123"),
            ("+44 ( 0 ) 7700 900123", "+44 7700 900123"),
            ("+44 7700  900123", "+44 7700  900123"),
            ("07700 900123", "07700 900123"),
            ("", ""),
        ] {
            assert_eq!(without_trunk_zero(written), kept, "{written:?}");
        }
    }

    #[test]
    fn what_is_not_a_plain_number_is_not_dialled() {
        for written in
            ["", " ", "+", "00", "*#06#", "999#", "99+9", "++44", "999,1", "nine", "1234567890123456", "999\n1"]
        {
            assert_eq!(dialled(written), None, "{written:?}");
        }
    }
}
