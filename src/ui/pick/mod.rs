//! Picking photos, sounds and files, and taking them in slice by slice.
//!
//! They come from the phone's own picker where there is one ([`Choosing`], [`FromPhone`]), else from the page ([`FromPage`],
//! `assets/pick.js`), or from the camera in the page ([`FromCamera`], `assets/camera.js`). A slice comes only after the one before
//! it is sealed, so a film of any length needs the memory of one slice. What is remembered beside it is a small picture for the
//! list, if it is one.

pub mod camera;
mod choosing;
mod page;
mod phone;

pub use camera::FromCamera;
pub use choosing::{Choosing, Chosen, Waiting, use_choosing};
pub use page::{FromPage, let_go};
pub use phone::FromPhone;

use crate::domain::CameBy;
use crate::session::{HeldFile, Session, SessionError, Told, media};
use base64::{Engine, prelude::BASE64_STANDARD};
use std::future::Future;
use std::io::ErrorKind;
use zeroize::Zeroizing;

/// The largest picture that is looked at for the list, in bytes of its file.
pub const LOOK_AT: u64 = 24 << 20;
/// The longest side of a picture in a list, in pixels.
pub const SMALL: u32 = 288;
/// The longest name that is kept, in characters.
const LONGEST_NAME: usize = 255;

/// What comes, one after another.
#[derive(Debug)]
pub enum Piece {
    /// The next file begins.
    File {
        /// The name that it came with.
        name: String,
        /// Its bytes, as the system says, if it does.
        size: Option<u64>,
    },
    /// The next slice of it.
    Slice(Vec<u8>),
    /// It could not be read on.
    Unreadable(ErrorKind),
    /// The whole of it has come.
    End,
    /// There are no more files.
    Done,
}

/// Where pieces come from: the page, the phone, or a test.
pub trait Pieces {
    /// How these files came to the app.
    fn came_by(&self) -> CameBy {
        CameBy::Picked
    }

    /// The next one; `None` when there will be no more.
    fn next(&mut self) -> impl Future<Output = Option<Piece>>;

    /// Whether to go on with this file.
    fn answer(&mut self, go_on: bool);
}

/// What is told while files come in.
#[derive(Debug)]
pub enum Coming {
    /// So much of this file is sealed, of so much. Told first when nothing of it is: the first slice may take minutes.
    Part {
        /// Its name.
        name: String,
        /// Bytes that are sealed.
        of: u64,
        /// Bytes in all, if the system says.
        size: Option<u64>,
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
    size: Option<u64>,
    tell: &mut impl FnMut(Coming),
) -> Result<(HeldFile, Option<String>), SessionError> {
    let kept_name = clean(&name);
    let name = kept_name.clone().unwrap_or_default();
    // Said before it is begun, since the session may be at other work: saved meanwhile, the entry says what is not in it.
    tell(Coming::Part { name: name.clone(), of: 0, size });
    let begun = session.begin_file(kept_name, pieces.came_by(), size.unwrap_or(0)).await;
    pieces.answer(begun.is_ok());
    let id = begun?;
    let mut half = Half { session, id: Some(id) };
    let mut seen = Zeroizing::new(Vec::new());
    let mut of = 0;
    loop {
        match pieces.next().await.ok_or(SessionError::Unreadable(ErrorKind::UnexpectedEof))? {
            Piece::Slice(bytes) => {
                of += bytes.len() as u64;
                if size.is_none_or(|size| size <= LOOK_AT) && of <= LOOK_AT {
                    seen.extend_from_slice(&bytes);
                } else {
                    // Too large for the list: what was kept of it for that is let go.
                    seen = Zeroizing::default();
                }
                let pushed = session.push_slice(id, bytes).await;
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
            Piece::Unreadable(why) => {
                pieces.answer(false);
                return Err(SessionError::Unreadable(why));
            }
            Piece::File { .. } | Piece::Done => {
                pieces.answer(false);
                return Err(SessionError::Unreadable(ErrorKind::UnexpectedEof));
            }
        }
    }
}

/// The name that is kept: without folders, and without what cannot be seen, so that it reads on a screen as it is. `None`: there
/// is none.
fn clean(name: &str) -> Option<String> {
    let unseen = |letter: char| {
        letter.is_control()
            || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    let last = name.rsplit(['/', '\\']).find(|part| !part.trim().is_empty())?;
    let seen: String = last.chars().filter(|letter| !unseen(*letter)).take(LONGEST_NAME).collect();
    Some(seen.trim().to_owned()).filter(|name| !name.is_empty())
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
