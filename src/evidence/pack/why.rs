//! Why something is not in a pack, and how the pack says it.

use serde::{Deserialize, Serialize};

/// Why something is not in the pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// It would show her home.
    Home,
    /// It would show her routine.
    Routine,
    /// It names others.
    Names,
    /// Photos and films were taken out.
    Photos,
    /// Where it was written down never leaves the phone.
    WrittenAt,
    /// Contact details stand on their own sheet.
    Contact,
    /// The entry was left out.
    LeftOut,
    /// The entry was withdrawn: it is in no pack.
    Withdrawn,
    /// The entry was destroyed: its commitment is all that there is.
    Destroyed,
    /// The journal has lost the file.
    Missing,
    /// The journal's copy of the file is not what was recorded.
    Damaged,
    /// The journal's own record: an unlocking, an earlier pack, a signed head.
    NotAnEntry,
}

impl Why {
    /// As the pack says it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Routine => "routine",
            Self::Names => "names of others",
            Self::Photos => "photos",
            Self::WrittenAt => "never exported",
            Self::Contact => "on the separate sheet",
            Self::LeftOut => "left out by the writer",
            Self::Withdrawn => "withdrawn by the writer",
            Self::Destroyed => "destroyed by the writer",
            Self::Missing => "missing from the journal",
            Self::Damaged => "damaged in the journal",
            Self::NotAnEntry => "not an entry: the journal's own record",
        }
    }
}
