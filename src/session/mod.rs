//! One use case a file: set up, unlock, record, correct, attach, read, draft, pack, check, lock.
//!
//! The only room that joins the others. [`Session`] is a handle to one thread that owns the database and the keys;
//! its methods give a [`Reply`] to await, or to [`Reply::wait`] for. **999 never passes through here**: this room
//! may be busy.

mod attach;
mod check;
mod core;
#[cfg(any(feature = "desktop", feature = "browser"))]
mod demo;
mod door;
mod draft;
mod error;
mod handle;
mod journal;
mod pack;
mod read;
mod record;
mod recording;
mod set_up;
mod status;
mod unlock;
mod verify;

pub use self::core::Place;
pub use attach::HeldFile;
pub use check::Checked;
#[cfg(any(feature = "desktop", feature = "browser"))]
pub use demo::DEMO_PASSPHRASE;
pub use draft::KeptDraft;
pub use error::{SessionError, Told};
pub use handle::{Reply, Session};
pub use pack::PackForm;
pub use read::{Counts, EntryLine, EntryView, FileView, Query, Version};
pub use set_up::RecoveryText;
pub use status::{Status, VaultState};
pub use verify::verify_pack;

pub use crate::evidence::media;
pub use crate::evidence::pack::{Choice, Made, Preview, Reveals, Withhold};
pub use crate::evidence::verify::Report;
