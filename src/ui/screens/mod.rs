//! The screens, one folder each.

mod guidance;
mod help;
mod home;
mod journal;
mod more;
mod pack;
mod set_up;
mod unlock;

pub use guidance::{GuidanceList, GuidancePage};
pub use help::Help;
pub use home::Home;
pub use journal::JournalDoor;
pub use more::{AccessLog, Check, More};
pub use pack::Pack;
pub use set_up::{SetUp, Step};
pub use unlock::Unlock;
