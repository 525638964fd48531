//! The sentences for what the disk refuses.

use super::{Told, told};
use crate::store::StoreError;
use crate::t;

/// What happened, what is safe, what to do.
pub(super) fn told_of(error: &StoreError) -> Told {
    let (happened, safe, to_do) = match error {
        error if error.is_full() => (t!("error-store-full"), t!("error-draft-safe"), t!("error-store-full.to-do")),
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
