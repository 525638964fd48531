//! What a frightened person can read and whom she can reach, without a network, a set-up or an unlocking.
//!
//! Everything comes from `content/`, built into the program, so that no path, download or permission stands between
//! her and it. The text is typed on the way in: a page that holds something the form does not allow (a number that
//! no phone can dial, a picture, an offer to record without "Get safe first") is left out and reported, and the others
//! stay. A link to a page or a number that is not in the directory is reported, and a test allows none.
//!
//! This room reads and searches. It never decides whether something is a crime, and it places no calls: 999 is on
//! the first screen and does not pass through here.
//!
//! ```
//! use steadfast::guidance::{Library, Nation};
//!
//! let library = Library::built_in()?;
//! assert!(library.page("in-danger-now").is_some());
//! assert!(library.directory().by_nation(Nation::Wales).any(|entry| entry.id == "live-fear-free"));
//! # Ok::<(), steadfast::guidance::GuidanceError>(())
//! ```

mod asking;
mod built_in;
pub mod check;
mod directory;
mod error;
mod institution;
mod library;
mod markdown;
mod nation;
mod need;
mod page;
mod phone_number;
mod search;
mod translation;
pub mod update;

pub use asking::{Answer, Asking, Beginning, Group, Resembles, Thing};
pub use built_in::{SourceTexts, Translation};
pub use directory::{Directory, Entry, Hours, Kind, State};
pub use error::GuidanceError;
pub use institution::{Contact, Institution, InstitutionRefusal, LARGEST_INSTITUTION, ReportWay, Role};
pub use library::{Hit, Library};
pub use nation::{Nation, Nations};
pub use need::Need;
pub use page::{Block, Example, GET_SAFE_FIRST, Inline, LinkTo, Page, Point, Section, Sign, is_old, words_of};
pub use phone_number::PhoneNumber;
pub use search::has_all;
