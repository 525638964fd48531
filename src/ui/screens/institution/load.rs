//! Reading an institution's file: small, text, and in the form that every such file has. Anything else is refused in words,
//! and what was there stays.

use crate::guidance::{Directory, Institution, InstitutionRefusal, LARGEST_INSTITUTION};
use crate::t;
use crate::ui::pick::{Piece, Pieces};

/// What came of it.
#[derive(Debug, PartialEq, Eq)]
pub enum Loaded {
    /// No file was chosen.
    Nothing,
    /// It cannot be used, and why.
    Refused(String),
    /// Its text, which holds together.
    Read(String),
}

/// Reads the first file that comes.
pub async fn read_file(pieces: &mut impl Pieces, directory: &Directory) -> Loaded {
    let mut bytes: Vec<u8> = Vec::new();
    let mut begun = false;
    while let Some(piece) = pieces.next().await {
        match piece {
            Piece::File { size, .. } if size.is_some_and(|size| size > LARGEST_INSTITUTION as u64) => {
                pieces.answer(false);
                return refused(&InstitutionRefusal::TooLarge);
            }
            Piece::File { .. } if begun => pieces.answer(false),
            Piece::File { .. } => {
                begun = true;
                pieces.answer(true);
            }
            Piece::Slice(slice) => {
                bytes.extend(slice);
                let fits = bytes.len() <= LARGEST_INSTITUTION;
                pieces.answer(fits);
                if !fits {
                    return refused(&InstitutionRefusal::TooLarge);
                }
            }
            Piece::Unreadable(_) => {
                pieces.answer(false);
                return unreadable();
            }
            Piece::End => {
                pieces.answer(false);
                return look_over(bytes, directory);
            }
            Piece::Done => break,
        }
    }
    Loaded::Nothing
}

fn unreadable() -> Loaded {
    Loaded::Refused(t!("institution-unreadable").to_owned())
}

/// Whether it is a file of this form, and gives nobody's number as another's.
fn look_over(bytes: Vec<u8>, directory: &Directory) -> Loaded {
    if let Err(refusal) = Institution::from_file(&bytes, directory) {
        return refused(&refusal);
    }
    String::from_utf8(bytes).map_or_else(|_| refused(&InstitutionRefusal::NotText), Loaded::Read)
}

fn refused(refusal: &InstitutionRefusal) -> Loaded {
    Loaded::Refused(match refusal {
        InstitutionRefusal::TooLarge => t!("institution-too-large").to_owned(),
        InstitutionRefusal::NotText => t!("institution-not-text").to_owned(),
        InstitutionRefusal::DoesNotHold { problem } => t!("institution-wrong-form", problem = problem.as_str()),
        InstitutionRefusal::Imitates { name } => t!("institution-imitates", name = name.as_str()),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use super::*;
    use std::collections::VecDeque;

    const EXAMPLE: &str = include_str!("../../../../content/institutions/example-university.toml");

    struct Sent(VecDeque<Piece>);

    impl Pieces for Sent {
        async fn next(&mut self) -> Option<Piece> {
            self.0.pop_front()
        }

        fn answer(&mut self, _: bool) {}
    }

    async fn of(bytes: &[u8]) -> Loaded {
        let name = "one.toml".to_owned();
        let mut pieces = VecDeque::from([Piece::File { name, size: Some(bytes.len() as u64) }]);
        pieces.extend(bytes.chunks(1000).map(|part| Piece::Slice(part.to_vec())));
        pieces.extend([Piece::End, Piece::Done]);
        read_file(&mut Sent(pieces), &Directory::default()).await
    }

    #[tokio::test]
    async fn a_file_of_the_right_form_is_read_whole() {
        assert_eq!(of(EXAMPLE.as_bytes()).await, Loaded::Read(EXAMPLE.to_owned()));
    }

    #[tokio::test]
    async fn anything_else_is_refused_in_words() {
        let wrong_number = EXAMPLE.replace("020 7873 7303", "020 7873 730");
        let odd_web = EXAMPLE.replace(
            "[[contact]]\nid = \"counselling\"",
            "[[contact]]\nweb = \"http://x.example\"\nid = \"counselling\"",
        );
        let huge = vec![b'#'; 100_000];
        for bytes in [&b""[..], b"hello", &[0xff, 0xfe, 0x00], wrong_number.as_bytes(), odd_web.as_bytes(), &huge] {
            let Loaded::Refused(why) = of(bytes).await else { panic!("it was taken") };
            assert!(why.contains("Nothing was taken from it."), "{why}");
        }
    }

    #[tokio::test]
    async fn no_file_chosen_changes_nothing() {
        assert_eq!(read_file(&mut Sent(VecDeque::from([Piece::Done])), &Directory::default()).await, Loaded::Nothing);
        assert_eq!(read_file(&mut Sent(VecDeque::new()), &Directory::default()).await, Loaded::Nothing);
    }
}
