//! The camera in the page: photos that are sealed as they are taken, and lie in no gallery.

use super::page::{HandOver, Sent};
use super::{Piece, Pieces};
use crate::domain::CameBy;
use dioxus::prelude::*;
use serde::Deserialize;

const CAMERA_JS: &str = include_str!("../../../assets/camera.js");

/// What the page sends, beside the pieces of photos.
#[derive(Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Said {
    /// The camera is open.
    Sees,
    /// It was closed, and every photo has come.
    Closed,
    /// The system does not let this app use it.
    Refused,
    /// There is none, or another app has it.
    NoCamera,
    /// There was nothing to be seen when she tapped.
    Blank,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum FromLens {
    Said(Said),
    Photo(Sent),
}

/// What happens at the camera.
#[derive(Debug, PartialEq, Eq)]
pub enum Look {
    /// It is open, and can be shown.
    Sees,
    /// A photo was taken: its pieces come now.
    Photo,
    /// She tapped, and there was nothing to be seen.
    Blank,
    /// The system does not let this app use it.
    Refused,
    /// There is none, or another app has it.
    NoCamera,
    /// It was closed.
    Closed,
}

/// The camera, from the tap until it is closed.
pub struct FromCamera {
    page: HandOver,
    open: bool,
    first: Option<Piece>,
}

impl FromCamera {
    /// Asks the system for the camera. Call it at the tap.
    pub fn open() -> Self {
        Self { page: HandOver::run(CAMERA_JS), open: false, first: None }
    }

    /// What happens next. After [`Look::Photo`] its pieces are to be taken first.
    pub async fn look(&mut self) -> Look {
        match self.page.next().await {
            Some(FromLens::Said(Said::Sees)) => {
                self.open = true;
                Look::Sees
            }
            Some(FromLens::Photo(sent)) => {
                self.first = Some(sent.into());
                Look::Photo
            }
            Some(FromLens::Said(Said::Blank)) => Look::Blank,
            Some(FromLens::Said(Said::Refused)) => Look::Refused,
            Some(FromLens::Said(Said::Closed)) => Look::Closed,
            Some(FromLens::Said(Said::NoCamera)) => Look::NoCamera,
            None => {
                // Whatever the page does, nobody looks any more.
                close();
                if self.open { Look::Closed } else { Look::NoCamera }
            }
        }
    }
}

impl Pieces for FromCamera {
    fn came_by(&self) -> CameBy {
        CameBy::Captured
    }

    async fn next(&mut self) -> Option<Piece> {
        match self.first.take() {
            Some(piece) => Some(piece),
            None => self.page.next::<Sent>().await.map(Piece::from),
        }
    }

    fn answer(&mut self, go_on: bool) {
        self.page.answer(go_on);
    }
}

/// Shows what it sees in the page's `video[data-viewfinder]`.
pub fn show() {
    document::eval("window.cameraShow?.();");
}

/// Takes a photo of what it sees now.
pub fn shoot() {
    document::eval("window.cameraShoot?.();");
}

/// Opens the other camera in its place.
pub fn turn() {
    document::eval("window.cameraTurn?.();");
}

/// Lets go of it. Photos that were taken still come.
pub fn close() {
    document::eval("window.cameraStop?.();");
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use super::*;

    #[test]
    fn what_the_camera_says_and_what_it_sends_are_told_apart() {
        let read = |json: &str| serde_json::from_str::<FromLens>(json).unwrap();
        assert!(matches!(read(r#"{"kind":"sees"}"#), FromLens::Said(Said::Sees)));
        assert!(matches!(read(r#"{"kind":"closed"}"#), FromLens::Said(Said::Closed)));
        assert!(matches!(read(r#"{"kind":"refused"}"#), FromLens::Said(Said::Refused)));
        assert!(matches!(read(r#"{"kind":"no_camera"}"#), FromLens::Said(Said::NoCamera)));
        let file = read(r#"{"kind":"file","name":"photo.jpg","size":3}"#);
        assert!(matches!(file, FromLens::Photo(Sent::File { size: Some(3), .. })));
        assert!(matches!(read(r#"{"kind":"blank"}"#), FromLens::Said(Said::Blank)));
        assert!(matches!(read(r#"{"kind":"done"}"#), FromLens::Photo(Sent::Done)));
    }
}
