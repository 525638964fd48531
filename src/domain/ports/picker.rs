//! Files that she picks in the system's own picker, where the web view's would strip, transcode or ask twice.

use super::{Locating, PhoneError};
use std::io::Read;

/// What she wants to pick.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Photos and films that are there already.
    PhotosAndFilms,
    /// Files of any sort.
    AnyFiles,
}

/// One file as the system handed it over. Its bytes are read once, from front to back, in slices.
pub struct PickedFile {
    /// The name that it came with; empty where the system gives none.
    pub name: String,
    /// Its bytes, as the system says; `None` where it does not know before the end.
    pub size: Option<u64>,
    /// Its bytes. Reading may block, so it is done beside the screen.
    pub bytes: Box<dyn Read + Send>,
}

/// The system's own picker. Opening it is her tap; what it shows and asks is the system's.
pub trait Picker: Send + Sync {
    /// Whether there is one. Asked before it is offered; nothing opens.
    fn here(&self) -> bool;

    /// Opens it and waits until she has chosen. Nothing chosen is an empty list and no error. `None`: this device has no picker
    /// of its own, and the web view's is used.
    fn pick(&self, wanted: Wanted) -> Option<Locating<Result<Vec<PickedFile>, PhoneError>>>;
}

/// No picker of its own: the page's is used.
pub struct NoPicker;

impl Picker for NoPicker {
    fn here(&self) -> bool {
        false
    }

    fn pick(&self, _wanted: Wanted) -> Option<Locating<Result<Vec<PickedFile>, PhoneError>>> {
        None
    }
}
