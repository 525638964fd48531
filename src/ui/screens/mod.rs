//! The screens, one folder each.

mod entry;
mod guidance;
mod help;
mod home;
mod journal;
mod pattern;
mod record;

pub use entry::EntryPage;
pub use guidance::{GuidanceList, GuidancePage};
pub use help::Help;
pub use home::Home;
pub use journal::{JournalList, SetUpDoor, UnlockDoor};
pub use pattern::Pattern;
pub use record::{Form, Purpose, Record};
