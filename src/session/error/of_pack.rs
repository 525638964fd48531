//! The sentences for a pack that was not made.

use super::of_vault;
use crate::evidence::pack::PackError;
use crate::t;

/// What happened, and what was left as it was.
pub(in crate::session) fn refused(error: &PackError) -> String {
    match error {
        PackError::Empty => t!("error-pack-empty").to_owned(),
        PackError::Record(record) => t!("error-pack-record", record = *record),
        PackError::Chain(what) => t!("error-pack-chain", what = of_vault::of_chain(what).trim_end_matches('.')),
        PackError::Head => t!("error-pack-head").to_owned(),
        PackError::FileChanged(file) => t!("error-pack-file-changed", file = file.to_string()),
        PackError::FileUnreadable(file) => t!("error-pack-file-unreadable", file = file.to_string()),
        PackError::Exists => t!("error-pack-exists").to_owned(),
        PackError::DiskFull => t!("error-pack-disk-full").to_owned(),
        PackError::PasswordTooShort => t!("error-pack-password-too-short").to_owned(),
        PackError::PasswordNotPlain => t!("error-pack-password-not-plain").to_owned(),
        PackError::Unsigned => t!("error-pack-unsigned").to_owned(),
        PackError::Pdf => t!("error-pack-pdf").to_owned(),
        PackError::Encode => t!("error-pack-encode").to_owned(),
        PackError::Write(what) => t!("error-pack-write", what = what.to_string()),
    }
}
