//! What is recorded, and the rules about it.
//!
//! Pure types: no database, no window, no network, no keys. An [`EntryDraft`] is what somebody typed;
//! [`EntryDraft::check`] turns it into an [`Entry`], or says in words what is missing. Every line of the
//! journal is a [`Record`]; it is kept as an ordered list of [`Field`]s, so that each can later be shown
//! or withheld by itself. [`ports`] holds what the outside must provide.

mod act;
mod entry;
mod error;
mod grid;
mod id;
mod kind;
mod moment;
mod number;
mod people;
mod place;
mod plan;
pub mod ports;
mod record;
mod trusted;

pub use act::saved_with;
pub use entry::{Entry, EntryDraft, MAX_COUNT, MAX_LIST, MAX_TEXT, Source, Vanishing, Whose, WhoseRelation};
pub use error::{DomainError, Refusal};
pub use id::{ChainId, Digest, FileId, ParseIdError, RecordId};
pub use kind::{Effect, Kind};
pub use moment::{DEFAULT_ZONE, Happened, Moment, Recorded, When};
pub use number::{dialled, without_trunk_zero};
pub use people::{Certainty, Person, Told, Vehicle, Witness};
pub use place::{FixSource, NoPosition, Place, PlaceSort, Position};
pub use plan::{OwnStep, SafetyPlan};
pub use record::{
    CameBy, Destroyed, Field, FileRecord, Mark, Marked, Opened, PackRecord, Record, SecretClass, SignedHead, Stamped,
};
pub use trusted::{MAX_MESSAGE, MAX_NAME, MAX_TRUSTED, NumberDoubt, Trusted, TrustedPerson, TrustedRefusal};
