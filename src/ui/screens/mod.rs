//! The screens, one folder each.

mod guidance;
mod help;
mod home;
mod journal;

pub use guidance::{GuidanceList, GuidancePage};
pub use help::Help;
pub use home::Home;
pub use journal::JournalDoor;
