//! The screens, one folder each.

mod entry;
mod guidance;
mod help;
mod home;
mod journal;
mod more;
mod notes;
mod pack;
mod pattern;
mod record;
mod set_up;
mod unlock;

pub use entry::EntryPage;
pub use guidance::{GuidanceList, GuidancePage};
pub use help::Help;
pub use home::Home;
pub use journal::{JournalList, Marks};
pub use more::{AccessLog, Check, More, SecondPassphrase};
pub use notes::Notes;
pub use pack::Pack;
pub use pattern::Pattern;
pub use record::{Form, Purpose, Record};
pub use set_up::{SetUp, Step};
pub use unlock::Unlock;
