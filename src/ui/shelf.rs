//! What is read now, for all windows: what is built in at once, and in its place what was fetched and verified.
//!
//! Both are in the language that is spoken, as far as it has them.
//!
//! The first screen waits for neither a disk nor a signature. A screen shows what was there when it was drawn; the next one
//! shows what is there then.

use super::first_reading::first_reading;
use super::library::reading_of;
use super::reading::Reading;
use crate::guidance::Library;
use crate::locale::spoken;
use crate::session::{Newest, Session};
use std::sync::{Arc, PoisonError, RwLock};

/// The guidance and the directory of help. Clones are the same shelf.
#[derive(Clone)]
pub struct Shelf(Arc<RwLock<Arc<Reading>>>);

impl Shelf {
    /// With this on it.
    pub fn of(reading: Reading) -> Self {
        Self(Arc::new(RwLock::new(Arc::new(reading))))
    }

    /// With what is built in on it, and what this session kept of updates as soon as that was verified.
    pub fn stocked(session: &Session) -> Self {
        let shelf = Self::of(built_in());
        let (later, session) = (shelf.clone(), session.clone());
        // Without a thread what is built in stays.
        let _ = std::thread::Builder::new().name("guidance".to_owned()).spawn(move || {
            if let Some(newest) = session.newest_guidance() {
                later.put(Some(&newest));
            }
        });
        shelf
    }

    /// What is on it.
    pub fn now(&self) -> Arc<Reading> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Puts this in the place of what is on it; `None` for what is built in.
    pub fn put(&self, newest: Option<&Newest>) {
        let reading =
            newest.map_or_else(built_in, |newest| reading_of(&newest.library.clone().speaking(spoken().tag())));
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(reading);
    }
}

fn built_in() -> Reading {
    Library::built_in().map_or_else(|_| first_reading(), |library| reading_of(&library.speaking(spoken().tag())))
}
