//! What `main` gives to the root, and every screen can ask for.

use super::quick_exit::{Curtain, Face};
use super::reading::Reading;
use crate::domain::ports::{Clock, Phone};
use crate::session::Session;
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
    /// What every window shows.
    pub curtain: Curtain,
    /// Called once for each leaving, before the calculator is mounted.
    pub on_leave: Arc<OnLeave>,
    /// Asked by the calculator.
    pub on_way_back: Arc<OnWayBack>,
    /// The journal behind its lock. It may be busy: nothing on the first screen asks it.
    pub session: Session,
    /// The folder that packs are put in, unless she names another. It need not exist yet.
    pub packs: PathBuf,
    /// The guidance and the directory of help.
    pub reading: Arc<Reading>,
}

impl Given {
    /// Leaves: the curtain falls first, then the rest of the program is told.
    pub fn leave(&self) {
        if self.curtain.shown().face == Face::Calculator {
            return;
        }
        self.curtain.end_practice();
        self.curtain.fall();
        (self.on_leave)();
    }
}
