//! The page's own picker: it holds the files, and sends a slice when the one before is sealed.

use super::{Piece, Pieces};
use base64::{Engine, prelude::BASE64_STANDARD};
use dioxus::document::Eval;
use dioxus::prelude::*;
use serde::Deserialize;
use std::io::ErrorKind;

const PICK_JS: &str = include_str!("../../../assets/pick.js");

/// What the page sends.
#[derive(Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Sent {
    /// The next file begins.
    File { name: String, size: u64 },
    /// The next slice of it, in base64.
    Slice { data: String },
    /// The page could not read on.
    Unreadable,
    /// The whole of it has come.
    End,
    /// There are no more files.
    Done,
}

impl From<Sent> for Piece {
    fn from(sent: Sent) -> Self {
        match sent {
            Sent::File { name, size } => Self::File { name, size: Some(size) },
            Sent::Slice { data } => match BASE64_STANDARD.decode(data.as_bytes()) {
                Ok(bytes) => Self::Slice(bytes),
                Err(_) => Self::Unreadable(ErrorKind::InvalidData),
            },
            Sent::Unreadable => Self::Unreadable(ErrorKind::UnexpectedEof),
            Sent::End => Self::End,
            Sent::Done => Self::Done,
        }
    }
}

/// The page.
pub struct FromPage(Eval);

impl FromPage {
    /// Opens the system's picker. Call it at the tap: a page may do this only then.
    pub fn open() -> Self {
        Self(document::eval(PICK_JS))
    }
}

impl Pieces for FromPage {
    async fn next(&mut self) -> Option<Piece> {
        self.0.recv::<Sent>().await.ok().map(Piece::from)
    }

    fn answer(&mut self, go_on: bool) {
        // A page that is gone sends nothing more, and `next` says so.
        document::eval(&format!("window.pickAnswer?.({go_on});"));
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use super::*;

    fn piece(json: &str) -> Piece {
        serde_json::from_str::<Sent>(json).unwrap().into()
    }

    #[test]
    fn what_the_page_sends_is_understood_and_a_torn_slice_is_no_slice() {
        let file = piece(r#"{"kind":"file","name":"a.jpg","size":3}"#);
        assert!(matches!(file, Piece::File { name, size: Some(3) } if name == "a.jpg"));
        assert!(matches!(piece(r#"{"kind":"slice","data":"YWJj"}"#), Piece::Slice(bytes) if bytes == b"abc"));
        assert!(matches!(piece(r#"{"kind":"slice","data":"YW"}"#), Piece::Unreadable(_)));
        assert!(matches!(piece(r#"{"kind":"unreadable"}"#), Piece::Unreadable(_)));
        assert!(matches!(piece(r#"{"kind":"end"}"#), Piece::End));
        assert!(matches!(piece(r#"{"kind":"done"}"#), Piece::Done));
    }
}
