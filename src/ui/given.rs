//! What `main` gives to the root, and every screen can ask for.

use super::chosen::Remembered;
use super::quick_exit::{Curtain, Face};
use super::reading::Reading;
use super::shelf::Shelf;
use super::unkept::Unkept;
use crate::domain::ports::{Clock, Locator, Phone, Picker, Reminders};
use crate::session::{Reply, Session};
use std::path::PathBuf;
use std::sync::Arc;

/// What is done at the moment of leaving. It must come back at once: it may start a lock, it may not wait for one.
pub type OnLeave = dyn Fn() + Send + Sync;
/// Whether these digits, held in the calculator, lead back. It is asked only on a long press, and with no digits when the
/// display is empty.
pub type OnWayBack = dyn Fn(&str) -> bool + Send + Sync;

/// Everything from outside, as one value in the root's context. Cheap to clone.
#[derive(Clone)]
pub struct Given {
    /// The dialer and the rest of the phone. 999 goes here and nowhere else.
    pub phone: Arc<dyn Phone>,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Where the device is, when she asks.
    pub locator: Arc<dyn Locator>,
    /// The system's own picker of files, where there is one.
    pub picker: Arc<dyn Picker>,
    /// The system's notices, where there are any.
    pub reminders: Arc<dyn Reminders>,
    /// What every window shows.
    pub curtain: Curtain,
    /// Called once for each leaving, before the calculator is mounted.
    pub on_leave: Arc<OnLeave>,
    /// Asked by the calculator.
    pub on_way_back: Arc<OnWayBack>,
    /// The journal behind its lock. It may be busy: nothing on the first screen asks it.
    pub session: Session,
    /// What is typed and not yet kept: it goes to the session before any lock.
    pub unkept: Unkept,
    /// The folder that packs are put in, unless she names another. It need not exist yet.
    pub packs: PathBuf,
    /// What she chose for the guidance, and what the phone answered, while the program runs.
    pub remembered: Remembered,
    /// The guidance and the directory of help.
    pub reading: Shelf,
}

impl Given {
    /// The guidance and the directory of help, as they are now.
    pub fn reading(&self) -> Arc<Reading> {
        self.reading.now()
    }

    /// Leaves: the curtain falls first, then what is typed is kept, then the rest of the program is told.
    pub fn leave(&self) {
        if self.curtain.shown().face == Face::Calculator {
            return;
        }
        self.curtain.end_practice();
        self.curtain.fall();
        self.keep_typed();
        (self.on_leave)();
    }

    /// Locks without leaving. What is typed is kept first: the session does its work in the order in which it was asked.
    pub fn lock(&self) -> Reply<()> {
        self.keep_typed();
        self.session.lock()
    }

    /// Hands what is typed and not yet kept to the session. Call it before anything that locks.
    pub fn keep_typed(&self) {
        if let Some(draft) = self.unkept.take() {
            drop(self.session.keep_draft(draft));
        }
        if let Some((note, text)) = self.unkept.take_note() {
            drop(self.session.write_note(note, text));
        }
    }
}
