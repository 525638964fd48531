//! The room that writes to the disk: two stores of the same shape, each a SQLite log, sealed files and a key file.
//!
//! It exists so that nothing acknowledged is ever lost. Whatever it is given is sealed already: it sees no key and no
//! plaintext, knows nothing of entries, and nothing of hers is in a name that it writes. A call that writes returns
//! only after the bytes are durable. What is damaged is kept under its own name and opened as far as it goes.
//!
//! A vault directory (see [`VaultDir`]) holds `a.keys b.keys a.db b.db a.files/ b.files/ door tries queue lock`, and `latch`
//! while the finger or face is on. Which of `a` and `b` is which is decided elsewhere, by chance. [`Beside`] is one small file
//! next to it.
//!
//! ```
//! use steadfast::store::{Initial, Log, Side, VaultDir};
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let parent = tempfile::tempdir()?;
//! let sealed = Initial { a_keys: &[1], b_keys: &[2], door: &[3], tries: &[4] };
//! let (vault, _lock) = VaultDir::create(&parent.path().join("data"), &sealed)?;
//! let mut log = Log::open(&vault.db(Side::A))?;
//! log.append(0, [7; 16], b"sealed bytes")?;
//! assert_eq!(log.last_seq()?, Some(0));
//! # Ok(())
//! # }
//! ```

pub mod atomic;
mod beside;
mod connect;
mod destroy;
mod disk;
mod error;
mod files;
mod integrity;
mod layout;
mod log;
mod next;
pub mod queue;
mod salvage;
mod schema;
mod unmake;
mod upgrade;

pub use beside::Beside;
pub use error::StoreError;
pub use files::{Files, NewFile, RESERVE};
pub use integrity::Report;
pub use layout::{Initial, Presence, Side, Small, VaultDir, VaultLock};
pub use log::{Log, Row};
pub use queue::Queue;
pub use salvage::{Damage, Salvage};
pub use schema::VERSION;

/// Names a row or a sealed file: 16 random bytes, shown as 32 hexadecimal digits.
pub type Id = [u8; 16];

/// The result of every call of this room.
pub type Result<T> = std::result::Result<T, StoreError>;
