//! Which files of an entry were saved together with it. The chain tells; no number of seconds is guessed.

use super::Moment;

/// How many of an entry's files, given in the order of the chain, were saved in the same act as its first version.
///
/// Saving an entry with its files writes them in one piece: the entry, then each file, with no other record between and
/// all with one reading of the clocks. Whatever is added afterwards is written by itself, with a reading of its own.
pub fn saved_with<'a>(entry: (u64, &Moment), files: impl IntoIterator<Item = (u64, &'a Moment)>) -> usize {
    let (seq, recorded) = entry;
    (seq..).skip(1).zip(files).take_while(|(next, (seq, at))| next == seq && *at == recorded).count()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::domain::When;

    fn moment(at: &str, boot_ms: Option<u64>) -> Moment {
        Moment { at: When::parse(at).unwrap(), boot_ms }
    }

    #[test]
    fn a_file_is_of_the_same_act_only_if_the_chain_says_so() {
        let saved = moment("2026-11-28T14:37:52.120Z", Some(81_000));
        let later = moment("2026-11-28T14:37:52.121Z", Some(81_001));
        let set_back = moment("2026-11-28T14:37:52.120Z", Some(97_000));
        let of = |files: &[(u64, &Moment)]| saved_with((5, &saved), files.iter().copied());
        assert_eq!(of(&[]), 0);
        assert_eq!(of(&[(6, &saved), (7, &saved)]), 2);
        assert_eq!(of(&[(6, &saved), (7, &later), (8, &later)]), 1, "a millisecond later is another act");
        assert_eq!(of(&[(6, &set_back)]), 0, "a clock that was set back does not hide it");
        assert_eq!(of(&[(6, &saved), (8, &saved)]), 1, "something else was written between");
    }
}
