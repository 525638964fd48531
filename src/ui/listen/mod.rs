//! Recording sound: the page listens (`assets/listen.js`), and each second of it is sealed and on the disk before the
//! next is asked for. Whatever ends it, what was heard until then is kept.

use crate::domain::FileId;
use crate::session::{HeldFile, Session, SessionError, Told};
use base64::{Engine, prelude::BASE64_STANDARD};
use dioxus::document::Eval;
use dioxus::prelude::*;
use serde::Deserialize;
use std::future::Future;

const LISTEN_JS: &str = include_str!("../../../assets/listen.js");

/// What the page sends.
#[derive(Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Heard {
    /// The microphone is open. The name is neutral, and says the form.
    Begins {
        /// Such as `sound.m4a`.
        name: String,
    },
    /// The next second, in base64.
    Piece {
        /// The bytes.
        data: String,
    },
    /// It was stopped, and all of it has come.
    End,
    /// The system does not let this app listen.
    Refused,
    /// There is nothing to listen with.
    NoMicrophone,
}

/// Where sound comes from: the page, or a test.
pub trait Ear {
    /// The next thing; `None` when there will be no more.
    fn next(&mut self) -> impl Future<Output = Option<Heard>>;
    /// Whether the page should go on.
    fn answer(&mut self, go_on: bool);
}

/// The page.
pub struct PageEar(Eval);

impl PageEar {
    /// Asks the system for the microphone. Call it at the tap.
    pub fn open() -> Self {
        Self(document::eval(LISTEN_JS))
    }
}

impl Ear for PageEar {
    async fn next(&mut self) -> Option<Heard> {
        self.0.recv().await.ok()
    }

    fn answer(&mut self, go_on: bool) {
        document::eval(&format!("window.listenAnswer?.({go_on});"));
    }
}

/// Lets go of the microphone; what was heard comes as [`Heard::End`].
pub fn stop() {
    document::eval("window.listenStop?.();");
}

/// What is told while it listens.
#[derive(Debug, PartialEq)]
pub enum Listening {
    /// So many seconds are on the disk, about.
    Kept(u32),
    /// It was stopped: the whole of it, sealed and read back.
    Held(HeldFile),
    /// The system does not let this app listen.
    Refused,
    /// There is nothing to listen with.
    NoMicrophone,
    /// It ended because something failed. What was on the disk stays there, and is offered with the draft.
    Failed(Told),
}

/// A recording that goes on. Dropped before its end, what there is of it stays.
struct Going<'a> {
    session: &'a Session,
    id: Option<FileId>,
}

impl Drop for Going<'_> {
    fn drop(&mut self) {
        if let Some(id) = self.id.take() {
            drop(self.session.let_go_of_recording(id));
        }
    }
}

/// Takes in what is heard until it is stopped. Tells how it ended, once.
pub async fn listen(ear: &mut impl Ear, session: &Session, mut tell: impl FnMut(Listening)) {
    let name = match ear.next().await {
        Some(Heard::Begins { name }) => name,
        Some(Heard::Refused) => return tell(Listening::Refused),
        _ => return tell(Listening::NoMicrophone),
    };
    match take_in(ear, session, name, &mut tell).await {
        Ok(held) => tell(Listening::Held(held)),
        Err(error) => {
            ear.answer(false);
            tell(Listening::Failed(error.told()));
        }
    }
}

async fn take_in(
    ear: &mut impl Ear,
    session: &Session,
    name: String,
    tell: &mut impl FnMut(Listening),
) -> Result<HeldFile, SessionError> {
    let gone = || SessionError::Unreadable(std::io::ErrorKind::UnexpectedEof);
    let id = session.begin_recording(Some(name)).await?;
    let mut going = Going { session, id: Some(id) };
    let mut seconds = 0;
    loop {
        match ear.next().await {
            Some(Heard::Piece { data }) => {
                let bytes = BASE64_STANDARD.decode(data.as_bytes()).map_err(|_| gone())?;
                session.push_recorded(id, bytes).await?;
                seconds += 1;
                tell(Listening::Kept(seconds));
                ear.answer(true);
            }
            Some(Heard::End) => {
                going.id = None;
                return session.finish_recording(id).await;
            }
            _ => return Err(gone()),
        }
    }
}

#[cfg(test)]
mod tests;
