//! The words of what was taken out, and whether another text repeats them.

use super::Why;

/// Words that would give it away.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Needle {
    why: Why,
    text: String,
    /// Compare letter for letter: a first name is also a word.
    exact: bool,
}

impl Needle {
    /// Of a place. "Home" alone would be found in every text and says nothing.
    pub fn of_place(why: Why, words: &str) -> Vec<Self> {
        of_place_words(why, words)
    }

    /// Of a name: the whole, and each part of it that is written like a name.
    pub fn of_name(name: &str) -> Vec<Self> {
        let name = name.trim();
        if name.chars().count() < 2 {
            return Vec::new();
        }
        // "A friend" names nobody, and would take out every text with a friend in it.
        let folded = fold(name);
        let whole =
            (!folded.split(' ').all(is_ordinary)).then_some(Self { why: Why::Names, text: folded, exact: false });
        let parts = name.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').filter(|part| is_name(part));
        let parts = parts.map(|part| Self { why: Why::Names, text: part.to_owned(), exact: true });
        whole.into_iter().chain(parts).collect()
    }
}

/// Which of them a text repeats.
pub(super) fn repeats(needles: &[Needle], text: &str) -> Option<Why> {
    let folded = fold(text);
    let found =
        |needle: &&Needle| if needle.exact { has_words(text, &needle.text) } else { has_words(&folded, &needle.text) };
    needles.iter().find(found).map(|needle| needle.why)
}

/// What of a place's words to look for elsewhere: the whole, its parts between commas where they are telling
/// (a number, or more than one word), the street without its number, and a postcode. "Home" alone would be found in
/// every text and says nothing.
fn of_place_words(why: Why, words: &str) -> Vec<Needle> {
    let whole = std::iter::once(words);
    let parts = words.split([',', '\n', ';']);
    let mut found: Vec<String> = whole.chain(parts).map(fold).filter(|part| is_telling(part)).collect();
    // "12 Mill Road" is also given away by "Mill Road".
    let streets: Vec<String> = found.iter().filter_map(|part| street(part)).collect();
    found.extend(streets);
    let tokens: Vec<String> = fold(words).split(' ').map(str::to_owned).collect();
    found.extend(tokens.windows(2).filter_map(|pair| match pair {
        [outward, inward] if is_postcode(outward, inward) => Some(format!("{outward} {inward}")),
        _ => None,
    }));
    let joined: Vec<String> = found.iter().filter(|text| text.len() <= 8).map(|text| text.replace(' ', "")).collect();
    found.extend(joined.into_iter().filter(|text| text.len() >= 5));
    found.into_iter().map(|text| Needle { why, text, exact: false }).collect()
}

fn is_telling(part: &str) -> bool {
    let vague = ["home", "house", "flat", "place", "my", "our", "the", "a", "at", "outside", "front", "door", "near"];
    let words: Vec<&str> = part.split(' ').filter(|word| !word.is_empty() && !vague.contains(word)).collect();
    let has_digit = part.chars().any(|c| c.is_ascii_digit());
    (words.len() >= 2 || has_digit) && part.chars().count() >= 4
}

fn street(part: &str) -> Option<String> {
    let (number, rest) = part.split_once(' ')?;
    (number.starts_with(|c: char| c.is_ascii_digit()) && is_telling(rest)).then(|| rest.to_owned())
}

/// The shape of a British postcode: "b1 2cd".
fn is_postcode(outward: &str, inward: &str) -> bool {
    let inward_fits = matches!(inward.as_bytes(), [d, a, b] if d.is_ascii_digit() && a.is_ascii_alphabetic() && b.is_ascii_alphabetic());
    inward_fits && (2..=4).contains(&outward.len()) && outward.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// Whether a part of a name is a name: a capital, and not "My" or "The".
fn is_name(part: &str) -> bool {
    part.chars().count() >= 2 && part.starts_with(char::is_uppercase) && !is_ordinary(&part.to_lowercase())
}

/// Words that stand beside or instead of a name.
const ORDINARY: [&str; 66] = [
    "a",
    "an",
    "the",
    "my",
    "our",
    "his",
    "her",
    "their",
    "and",
    "from",
    "at",
    "of",
    "in",
    "on",
    "to",
    "by",
    "no",
    "not",
    "i",
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "man",
    "woman",
    "boy",
    "girl",
    "friend",
    "friends",
    "neighbour",
    "neighbours",
    "colleague",
    "colleagues",
    "boss",
    "manager",
    "mum",
    "mother",
    "dad",
    "father",
    "parents",
    "sister",
    "brother",
    "daughter",
    "son",
    "child",
    "aunt",
    "uncle",
    "cousin",
    "partner",
    "husband",
    "wife",
    "flatmate",
    "housemate",
    "someone",
    "somebody",
    "police",
    "helpline",
    "doctor",
    "gp",
    "teacher",
    "next",
    "door",
    "work",
    "shop",
    "school",
];

fn is_ordinary(word: &str) -> bool {
    ORDINARY.contains(&word)
}

/// Lower case, one space between words, no punctuation: how two texts are compared.
fn fold(text: &str) -> String {
    let plain: String = text.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether `text` holds `words` with no letter or digit directly before or after.
fn has_words(text: &str, words: &str) -> bool {
    if words.is_empty() {
        return false;
    }
    text.match_indices(words).any(|(at, found)| {
        let before = text.get(..at).and_then(|t| t.chars().next_back());
        let after = text.get(at + found.len()..).and_then(|t| t.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(words: &str, text: &str) -> bool {
        repeats(&Needle::of_place(Why::Home, words), text).is_some()
    }

    #[test]
    fn an_address_is_found_however_it_is_written() {
        let home = "Flat 3, 12 Larkspur Terrace, Exampleton, EX4 7QQ";
        for text in [
            "he stood at 12 larkspur terrace",
            "LARKSPUR  TERRACE, by the gate",
            "12, Larkspur Terrace.",
            "the card said ex47qq",
            "EX4 7QQ",
        ] {
            assert!(finds(home, text), "{text}");
        }
        for text in ["he stood at my home", "in Exampleton", "12 of them", "flat on the ground", ""] {
            assert!(!finds(home, text), "{text}");
        }
    }

    #[test]
    fn a_vague_word_for_home_takes_nothing_else_out() {
        for vague in ["Home", "my house", "At home", "Outside my front door"] {
            assert!(!finds(vague, "I was at home, outside my front door, in the house."), "{vague}");
        }
    }

    #[test]
    fn a_name_is_found_by_its_parts_and_not_inside_other_words() {
        let name = Needle::of_name("My neighbour Rose O'Neil");
        for text in ["Rose saw it", "I told my neighbour Rose O'Neil", "O'Neil rang"] {
            assert!(repeats(&name, text).is_some(), "{text}");
        }
        for text in ["he rose from the bench", "My phone rang", "Rosemary", "a neighbour"] {
            assert!(repeats(&name, text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_friend_without_a_name_takes_nothing_else_out() {
        for nobody in ["a friend", "My sister", "the police", "Next-door neighbour"] {
            assert_eq!(Needle::of_name(nobody), [], "{nobody}");
        }
        assert!(repeats(&Needle::of_name("priyanka"), "Then Priyanka came.").is_some());
    }
}
