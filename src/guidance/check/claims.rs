//! What no text may say: promises nobody can keep, verdicts nobody here can give, and numbers no UK phone can dial.

/// Words that promise, judge or mislead, in lower case.
const FORBIDDEN: [&str; 22] = [
    "guarantee",
    "untraceable",
    "undetectable",
    "this proves",
    "proves that",
    "100%",
    "completely safe",
    "totally safe",
    "cannot be found",
    "cannot be traced",
    "can't be traced",
    "nobody can see",
    "no one can see",
    "you are a victim of a crime",
    "a crime was committed",
    "this is a crime",
    "is guilty",
    "risk score",
    "+44",
    "0044",
    "military-grade",
    "bulletproof",
];

/// Each forbidden claim that stands in the words.
#[must_use]
pub fn forbidden_claims(words: &str) -> Vec<&'static str> {
    let plain: String = words.to_lowercase().replace('’', "'").split_whitespace().collect::<Vec<_>>().join(" ");
    FORBIDDEN.into_iter().filter(|claim| plain.contains(claim)).collect()
}

/// Stretches of digits that read as a UK number and are not one: a 0 and eight or more digits.
pub(super) fn malformed_numbers(words: &str, knows: impl Fn(&str) -> bool) -> Vec<String> {
    let mut runs: Vec<String> = vec![String::new()];
    for part in words.split([' ', '\n']) {
        let core = part.trim_matches(|c: char| ".,;:()\"'“”‘’".contains(c));
        let digits = !core.is_empty() && core.chars().all(|c| c.is_ascii_digit() || c == '-');
        if let (true, Some(run)) = (digits, runs.last_mut()) {
            run.extend(core.chars().filter(char::is_ascii_digit));
        }
        if !digits || part.ends_with([',', '.', ';']) {
            runs.push(String::new());
        }
    }
    runs.retain(|run| run.starts_with('0') && run.len() > 7 && !knows(run));
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_promise_is_found_however_it_is_written() {
        assert_eq!(forbidden_claims("We GUARANTEE it is\nuntraceable"), ["guarantee", "untraceable"]);
        assert_eq!(forbidden_claims("It can’t  be traced"), ["can't be traced"]);
        assert!(forbidden_claims("You do not need proof.").is_empty());
    }

    #[test]
    fn a_number_that_nobody_checked_is_found_in_the_words() {
        let knows = |dial: &str| dial == "08088020300";
        assert_eq!(malformed_numbers("Call 0808 802 0300, or 0808 802 0301.", knows), ["08088020301"]);
        assert_eq!(malformed_numbers("Call 0808-802-030", knows), ["0808802030"]);
        assert!(malformed_numbers("0800 and 0808 numbers, 43 calls, 22:00, in 2026.", knows).is_empty());
    }
}
