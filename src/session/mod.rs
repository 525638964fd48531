//! One use case a file: set up, unlock, record, correct, attach, record sound, draft, read, withdraw, destroy, pack, check,
//! lock; the secrets that open it, guessing them, proving one before anything is destroyed, the finger or face, the second secret
//! and the notes behind it, a new master key; what is saved while it is locked; what is kept beside the journal; sweeping up after
//! a crash.
//!
//! The only room that joins the others. [`Session`] is a handle to one thread that owns the database and the keys;
//! its methods give a [`Reply`] to await, or to [`Reply::wait`] for. **999 never passes through here**: this room
//! may be busy.

mod attach;
mod capture;
mod check;
mod core;
#[cfg(any(feature = "desktop", feature = "browser"))]
mod demo;
mod destroy;
mod door;
mod draft;
mod error;
mod guessing;
mod handle;
mod journal;
mod kept;
mod new_master;
mod notes;
mod on_phone;
mod pack;
mod proof;
mod read;
mod record;
mod recording;
mod second_secret;
mod secrets;
mod set_up;
mod slip;
mod status;
mod sweep;
mod touch;
mod unlock;
mod update;
mod verify;
mod withdraw;

pub use self::core::Place;
pub use attach::HeldFile;
pub use capture::{MarkDraft, MarkLine};
pub use check::Checked;
#[cfg(any(feature = "desktop", feature = "browser"))]
pub use demo::DEMO_PASSPHRASE;
pub use destroy::{Everything, Going, Gone};
pub use draft::{HowExact, KeptDraft, TimeTyped};
pub use error::{SessionError, Told, rule_in_words, trusted_in_words};
pub use handle::{Reply, Session};
pub use kept::Choices;
pub use new_master::NewKey;
pub use notes::{Note, NoteId, NoteLine, NoteList};
pub use on_phone::{OnPhone, ReminderNoted};
pub use pack::{Beginning, PackForm, pack_name};
pub use proof::Proof;
pub use read::{Counts, EntryLine, EntryView, FileView, Query, Version};
pub use second_secret::SecondSecret;
pub use secrets::{Pins, SecretLine};
pub use set_up::RecoveryText;
pub use slip::slip_in_words;
pub use status::{Status, VaultState};
pub use update::{MAINTAINERS_KEY, Newest, UpdateChoice};
pub use verify::verify_pack;

pub use crate::evidence::media;
pub use crate::evidence::pack::{Choice, Made, Preview, Reveals, Withhold};
pub use crate::evidence::verify::Report;
pub use crate::guidance::update::UpdateRefusal;
