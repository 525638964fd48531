//! The screens, one folder each.

mod asking;
mod card101;
mod destroy;
mod entry;
mod guidance;
mod help;
mod home;
mod institution;
mod journal;
mod more;
mod pack;
mod pattern;
mod plan;
mod record;
mod set_up;
mod trusted;
mod unlock;
mod ways;

pub use asking::{Asking, Ticks};
pub use card101::Card101;
pub use destroy::{DestroyAll, DestroyEntry};
pub use entry::{EntryPage, Folds};
pub use guidance::{GuidanceList, GuidancePage};
pub use help::Help;
pub use home::Home;
pub use institution::InstitutionPage;
pub use journal::JournalList;
pub use more::{AccessLog, Check, More};
pub use pack::Pack;
pub use pattern::Pattern;
pub use plan::Plan;
pub use record::{Form, Purpose, Record};
pub use set_up::{SetUp, Step};
pub use trusted::TrustedPeople;
pub use unlock::Unlock;
pub use ways::{Change, Way, Ways};
