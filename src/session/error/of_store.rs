//! The sentences for what the disk refuses.

use super::{Told, told};
use crate::store::StoreError;
use crate::t;
use std::io::ErrorKind;

/// Whether the system says that there is no room.
pub(super) fn is_full(kind: ErrorKind) -> bool {
    StoreError::from_io("", &kind.into()).is_full()
}

/// The disk was full while something was written.
pub(super) fn no_room() -> Told {
    told(t!("error-store-full"), t!("error-draft-safe"), t!("error-store-full.to-do"))
}

/// The disk was full while a file was read, where the phone lays a copy of it.
pub(super) fn no_room_for_file() -> Told {
    told(t!("phone-no-room"), t!("phone-no-room.safe"), t!("phone-no-room.to-do"))
}

/// What happened, what is safe, what to do.
pub(super) fn told_of(error: &StoreError) -> Told {
    let (happened, safe, to_do) = match error {
        error if error.is_full() => return no_room(),
        StoreError::InUse => (t!("error-store-in-use"), t!("error-all-safe"), t!("error-store-in-use.to-do")),
        StoreError::Newer { .. } => {
            (t!("error-store-newer"), t!("error-store-newer.safe"), t!("error-store-newer.to-do"))
        }
        StoreError::ReadOnly { .. } => {
            (t!("error-store-read-only"), t!("error-all-safe"), t!("error-store-read-only.to-do"))
        }
        StoreError::Damaged { .. } => {
            (t!("error-store-damaged"), t!("error-store-damaged.safe"), t!("error-store-damaged.to-do"))
        }
        StoreError::Missing { .. } => {
            (t!("error-store-missing"), t!("error-store-missing.safe"), t!("error-store-missing.to-do"))
        }
        _ => (t!("error-store-other"), t!("error-all-safe"), t!("error-store-other.to-do")),
    };
    told(happened, safe, to_do)
}
