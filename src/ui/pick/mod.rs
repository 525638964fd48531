//! Picking photos, sounds and files, and taking them in slice by slice.
//!
//! The page holds the file (`assets/pick.js`); a slice comes only after the one before it is sealed, so a film of any
//! length needs the memory of one slice. What is remembered beside it is a small picture for the list, if it is one.

use crate::domain::CameBy;
use crate::session::{HeldFile, Session, SessionError, Told, media};
use base64::{Engine, prelude::BASE64_STANDARD};
use dioxus::document::Eval;
use dioxus::prelude::*;
use serde::Deserialize;
use std::future::Future;
use zeroize::Zeroizing;

const PICK_JS: &str = include_str!("../../../assets/pick.js");
/// The largest picture that is looked at for the list, in bytes of its file.
pub const LOOK_AT: u64 = 24 << 20;
/// The longest side of a picture in a list, in pixels.
pub const SMALL: u32 = 288;

/// What the page sends.
#[derive(Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Piece {
    /// The next file begins.
    File {
        /// The name that it came with.
        name: String,
        /// Its bytes, as the system says.
        size: u64,
    },
    /// The next slice of it, in base64.
    Slice {
        /// The bytes.
        data: String,
    },
    /// The page could not read on.
    Unreadable,
    /// The whole of it has come.
    End,
    /// There are no more files.
    Done,
}

/// Where pieces come from: the page, or a test.
pub trait Pieces {
    /// The next one; `None` when there will be no more.
    fn next(&mut self) -> impl Future<Output = Option<Piece>>;
    /// Whether the page should go on with this file.
    fn answer(&mut self, go_on: bool);
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
        self.0.recv().await.ok()
    }

    fn answer(&mut self, go_on: bool) {
        // A page that is gone sends nothing more, and `next` says so.
        document::eval(&format!("window.pickAnswer?.({go_on});"));
    }
}

/// What is told while files come in.
#[derive(Debug)]
pub enum Coming {
    /// So much of this file is sealed, of so much.
    Part {
        /// Its name.
        name: String,
        /// Bytes that are sealed.
        of: u64,
        /// Bytes in all.
        size: u64,
    },
    /// It was taken in: sealed, and read back. With a small picture, as a `data:` address, if it is one.
    Held(HeldFile, Option<String>),
    /// It was not.
    Failed(Told),
    /// There are no more.
    Done,
}

/// A file that is half in. Dropped before its end, nothing of it is kept.
struct Half<'a> {
    session: &'a Session,
    id: Option<crate::domain::FileId>,
}

impl Drop for Half<'_> {
    fn drop(&mut self) {
        if let Some(id) = self.id.take() {
            drop(self.session.abandon_file(id));
        }
    }
}

/// Takes in whatever comes.
pub async fn take_in(pieces: &mut impl Pieces, session: &Session, mut tell: impl FnMut(Coming)) {
    while let Some(piece) = pieces.next().await {
        match piece {
            Piece::File { name, size } => match one(pieces, session, name, size, &mut tell).await {
                Ok((held, small)) => tell(Coming::Held(held, small)),
                Err(error) => tell(Coming::Failed(error.told())),
            },
            Piece::Done => break,
            // A stray piece of a file that was given up.
            _ => pieces.answer(false),
        }
    }
    tell(Coming::Done);
}

async fn one(
    pieces: &mut impl Pieces,
    session: &Session,
    name: String,
    size: u64,
    tell: &mut impl FnMut(Coming),
) -> Result<(HeldFile, Option<String>), SessionError> {
    let gone = || SessionError::Unreadable(std::io::ErrorKind::UnexpectedEof);
    let kept_name = Some(name.clone()).filter(|name| !name.trim().is_empty());
    let begun = session.begin_file(kept_name, CameBy::Picked, size).await;
    pieces.answer(begun.is_ok());
    let id = begun?;
    let mut half = Half { session, id: Some(id) };
    let mut seen = Zeroizing::new(Vec::new());
    let mut of = 0;
    loop {
        match pieces.next().await.ok_or_else(gone)? {
            Piece::Slice { data } => {
                let bytes = BASE64_STANDARD.decode(data.as_bytes()).map_err(|_| gone());
                let pushed = match bytes {
                    Ok(bytes) => {
                        of += bytes.len() as u64;
                        if size <= LOOK_AT && of <= LOOK_AT {
                            seen.extend_from_slice(&bytes);
                        }
                        session.push_slice(id, bytes).await
                    }
                    Err(error) => Err(error),
                };
                pieces.answer(pushed.is_ok());
                pushed?;
                tell(Coming::Part { name: name.clone(), of, size });
            }
            Piece::End => {
                let held = session.finish_file(id).await;
                // Whether it went well or not, the session has let go of it.
                half.id = None;
                pieces.answer(held.is_ok());
                let held = held?;
                let small = if seen.len() as u64 == held.length { picture(seen).await } else { None };
                return Ok((held, small));
            }
            Piece::Unreadable | Piece::File { .. } | Piece::Done => {
                pieces.answer(false);
                return Err(gone());
            }
        }
    }
}

/// A small picture of these bytes as a `data:` address; `None` when they are no picture that can be read here.
pub async fn picture(bytes: Zeroizing<Vec<u8>>) -> Option<String> {
    picture_of(bytes, SMALL).await
}

/// The same, with no side longer than `side` pixels.
pub async fn picture_of(bytes: Zeroizing<Vec<u8>>, side: u32) -> Option<String> {
    // Unpacking a large photo takes long enough to be felt, so it is done beside the screen.
    let small = tokio::task::spawn_blocking(move || media::small(&bytes, side)).await.ok()??;
    Some(format!("data:image/jpeg;base64,{}", BASE64_STANDARD.encode(small)))
}

#[cfg(test)]
mod tests;
