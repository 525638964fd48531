//! Files that the phone's own picker handed over. Reading may take minutes, from the network too, so each slice is read beside the
//! screen, and the next only when the one before is sealed.

use super::{Piece, Pieces};
use crate::domain::CameBy;
use crate::domain::ports::{PickedFile, Wanted};
use std::collections::VecDeque;
use std::io::{self, ErrorKind, Read};

/// How much is read at a time, as from the page.
pub(super) const SLICE: usize = 192 * 1024;

type Bytes = Box<dyn Read + Send>;

/// What she chose, one after another.
pub struct FromPhone {
    waiting: VecDeque<PickedFile>,
    reading: Option<Bytes>,
    came_by: CameBy,
}

impl FromPhone {
    /// These files, from the picker that was opened for this.
    pub fn new(files: Vec<PickedFile>, wanted: Wanted) -> Self {
        let came_by = match wanted {
            // A library of photos may hand over a form of its own making; nobody may be told that it is as it was stored.
            Wanted::PhotosAndFilms => CameBy::Picked,
            Wanted::AnyFiles => CameBy::Document,
        };
        Self { waiting: files.into(), reading: None, came_by }
    }

    async fn read_on(&mut self, mut bytes: Bytes) -> Piece {
        let read = tokio::task::spawn_blocking(move || {
            let slice = slice(&mut *bytes);
            (bytes, slice)
        });
        match read.await {
            Ok((_, Ok(slice))) if slice.is_empty() => Piece::End,
            Ok((bytes, Ok(slice))) => {
                self.reading = Some(bytes);
                Piece::Slice(slice)
            }
            Ok((_, Err(error))) => Piece::Unreadable(error.kind()),
            Err(_) => Piece::Unreadable(ErrorKind::Other),
        }
    }
}

impl Pieces for FromPhone {
    fn came_by(&self) -> CameBy {
        self.came_by
    }

    async fn next(&mut self) -> Option<Piece> {
        if let Some(bytes) = self.reading.take() {
            return Some(self.read_on(bytes).await);
        }
        Some(match self.waiting.pop_front() {
            Some(PickedFile { name, size, bytes }) => {
                self.reading = Some(bytes);
                Piece::File { name, size }
            }
            None => Piece::Done,
        })
    }

    fn answer(&mut self, go_on: bool) {
        if !go_on {
            self.reading = None;
        }
    }
}

/// The next slice, as full as it gets; empty at the end.
fn slice(bytes: &mut dyn Read) -> io::Result<Vec<u8>> {
    let mut slice = vec![0; SLICE];
    let mut full = 0;
    while let Some(room) = slice.get_mut(full..).filter(|room| !room.is_empty()) {
        match bytes.read(room) {
            Ok(0) => break,
            Ok(read) => full += read,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    slice.truncate(full);
    Ok(slice)
}

#[cfg(test)]
#[path = "phone_tests.rs"]
mod tests;
