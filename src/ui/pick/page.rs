//! The page's own picker: it holds the files, and sends a slice when the one before is sealed.

use super::{Piece, Pieces};
use base64::{Engine, prelude::BASE64_STANDARD};
use dioxus::document::Eval;
use dioxus::prelude::*;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::io::ErrorKind;
use std::sync::atomic::{AtomicU64, Ordering};

const HAND_OVER_JS: &str = include_str!("../../../assets/hand_over.js");
const PICK_JS: &str = include_str!("../../../assets/pick.js");

/// What the page sends of files.
#[derive(Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum Sent {
    /// The next file begins.
    File { name: String, size: Option<u64> },
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
            Sent::File { name, size } => Self::File { name, size },
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

/// A script in the page that hands files over. More than one may run at a time, and each hears its own answers only.
pub(super) struct HandOver {
    page: Eval,
    turn: u64,
}

impl HandOver {
    /// Runs it.
    pub fn run(script: &str) -> Self {
        static TURNS: AtomicU64 = AtomicU64::new(0);
        let turn = TURNS.fetch_add(1, Ordering::Relaxed);
        Self { page: document::eval(&format!("const turn = {turn};\n{HAND_OVER_JS}\n{script}")), turn }
    }

    /// What it sends next. `None`: nothing more, or nothing that is known here.
    pub async fn next<T: DeserializeOwned>(&mut self) -> Option<T> {
        self.page.recv().await.ok()
    }

    /// Whether to go on with this file. A page that is gone sends nothing more, and `next` says so.
    pub fn answer(&self, go_on: bool) {
        document::eval(&format!("window.handOvers?.[{}]?.({go_on});", self.turn));
    }
}

/// Nobody takes in what any script still hands over: each ends, and lets go of what it holds.
pub fn let_go() {
    document::eval("for (const go of Object.values(window.handOvers ?? {})) go(false);");
}

/// The page's picker.
pub struct FromPage(HandOver);

impl FromPage {
    /// Opens the system's picker. Call it at the tap: a page may do this only then.
    pub fn open() -> Self {
        Self(HandOver::run(PICK_JS))
    }
}

impl Pieces for FromPage {
    async fn next(&mut self) -> Option<Piece> {
        self.0.next::<Sent>().await.map(Piece::from)
    }

    fn answer(&mut self, go_on: bool) {
        self.0.answer(go_on);
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
        let unsized_file = piece(r#"{"kind":"file","name":"photo.jpg"}"#);
        assert!(matches!(unsized_file, Piece::File { size: None, .. }));
        assert!(matches!(piece(r#"{"kind":"slice","data":"YWJj"}"#), Piece::Slice(bytes) if bytes == b"abc"));
        assert!(matches!(piece(r#"{"kind":"slice","data":"YW"}"#), Piece::Unreadable(_)));
        assert!(matches!(piece(r#"{"kind":"unreadable"}"#), Piece::Unreadable(_)));
        assert!(matches!(piece(r#"{"kind":"end"}"#), Piece::End));
        assert!(matches!(piece(r#"{"kind":"done"}"#), Piece::Done));
    }
}
