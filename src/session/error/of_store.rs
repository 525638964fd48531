//! The sentences for what the disk refuses.

use super::{ALL_SAFE, DRAFT_SAFE, Told, told};
use crate::store::StoreError;
use crate::t;
use std::io::ErrorKind;

/// Whether the system says that there is no room.
pub(super) fn is_full(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::StorageFull | ErrorKind::QuotaExceeded)
}

/// The disk was full while a file was read or sealed: here, or where the phone lays a copy of it.
pub(super) fn no_room_for_file() -> Told {
    told(t!("phone-no-room"), t!("phone-no-room.safe"), t!("phone-no-room.to-do"))
}

/// What happened, what is safe, what to do.
pub(super) fn told_of(error: &StoreError) -> Told {
    let (happened, safe, to_do) = match error {
        error if error.is_full() => (
            "There is no space left on this device, so it could not be saved.",
            DRAFT_SAFE,
            "Free some space, for instance by removing films or apps that you do not need. Then save again.",
        ),
        StoreError::InUse => {
            ("The journal is open in another window or program.", ALL_SAFE, "Close it there, then try again here.")
        }
        StoreError::Newer { .. } => (
            "This journal was written by a newer version of the app.",
            "It was not touched.",
            "Update the app, then open it again.",
        ),
        StoreError::ReadOnly { .. } => (
            "This device does not let the journal be written.",
            ALL_SAFE,
            "Check that the folder or disk may be written to.",
        ),
        StoreError::Damaged { .. } => (
            "Part of the journal's file is damaged.",
            "The file was kept as it is.",
            "Open it to read what can be read, and make a pack of that.",
        ),
        StoreError::Missing { .. } => (
            "Part of the journal is missing.",
            "What is there was not touched.",
            "If you moved it, put all of its folder back together.",
        ),
        _ => ("The journal could not be read or written.", ALL_SAFE, "Try again. If it stays, restart the device."),
    };
    told(happened, safe, to_do)
}
