//! Steadfast: help in one tap, and a sealed journal that can be believed, for people who are being stalked.
//!
//! Start with [`session`]: it is what the screens and the desk program use.
//!
//! ```
//! use std::sync::Arc;
//! use steadfast::domain::{EntryDraft, Kind};
//! use steadfast::platform::clock::SystemClock;
//! use steadfast::session::{Place, Session};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let dir = tempfile::tempdir()?;
//! let place = Place::new(dir.path().join("papers")).at_least_cost();
//! let session = Session::start(place, Arc::new(SystemClock));
//! session.set_up("four words nobody else has".to_owned()).wait()?;
//!
//! let draft = EntryDraft {
//!     text: Some("He was at the bus stop again.".to_owned()),
//!     kinds: vec![Kind::Seen],
//!     ..EntryDraft::default()
//! };
//! let id = session.record(draft, Vec::new()).wait()?; // it is on the disk now
//! assert_eq!(session.entry(id).wait()?.versions.len(), 1);
//! assert!(session.check(true, |_, _| {}).wait()?.holds());
//! session.lock().wait()?; // the keys are wiped
//! # Ok(())
//! # }
//! ```
//!
//! # The rooms
//!
//! Imports point downward only, and a test reads the source to see that they do.
//!
//! - [`domain`]: what is recorded and the rules about it. [`domain::ports`] is what the outside must provide.
//! - [`vault`]: secrets. Bytes in, bytes out. The only room with a cipher in it.
//! - [`store`]: the disk. Takes sealed bytes, sees no key. The only room with SQL in it.
//! - [`evidence`]: the chain, the pack, the check that anybody can repeat.
//! - [`guidance`]: what can be read, and whom she can reach, without any set-up; and the rules that its texts are checked by.
//! - [`session`]: one use case a file, on one thread that owns the keys. Joins the rooms above.
//! - [`ui`]: what she sees. Asks the session, and for 999 the phone itself: a call never waits for the session.
//! - [`locale`]: what the app says, by language.
//! - [`platform`]: Android, iOS, the window, the server on 127.0.0.1; and the allocator that wipes what is freed.
//!
//! `docs/architecture.md` has the reasons.

pub mod domain;
pub mod evidence;
pub mod guidance;
pub mod locale;
pub mod platform;
pub mod session;
pub mod store;
pub mod ui;
pub mod vault;
