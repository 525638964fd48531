//! Secrets: slots, key derivation, sealing, streams, signing. Bytes in, bytes out; knows no SQL and no entry.
//!
//! This room is the only one that holds ciphers and key derivation, so that what protects the
//! journal can be read in one sitting. It writes no file and keeps no state: whoever calls it
//! (the session) puts the bytes on the disk, counts the guesses and decides when to lock.
//!
//! Every sealed thing starts with its version. Whatever is read back was written by an unknown
//! hand until its seal has been checked, so every length and cost is bounded before it is used.

mod capture;
mod error;
mod kdf;
mod list;
mod random;
mod recovery;
mod scrub;
mod seal;
mod secret;
mod signing;
mod slot;
mod slots;
mod stream;
mod touch;
mod unlock;

pub use capture::{CAPTURE_LEN, CaptureKey, MAX_CAPTURE, seal_capture};
pub use error::{Sealed, VaultError};
pub use kdf::{KdfParams, calibrate, derive};
pub use list::{PlaceState, SlotList};
pub use random::bytes as random;
pub use recovery::{CountHint, RecoveryError, RecoveryWords, Suggestions, WORDS};
pub use scrub::{scrub_stack, scrubbed};
pub use seal::{MAX_RECORD, open_master, open_record, open_small, seal_master, seal_record, seal_small};
pub use secret::{JournalId, MasterKey, Passphrase, RecoveryKey};
pub use signing::{SIGNATURE_NAMESPACE, SIGNER, SigningKey, VerifyingKey};
pub use slot::{DeviceSecret, NewSecret, SlotClass, StoreKind};
pub use slots::{KEY_FILE_LEN, KeyFile, KeyFilePair, PLACES};
pub use stream::{CHUNK, FileOpener, FileSeal, FileSealer, salvage_part};
pub use touch::TouchSlot;
pub use unlock::{Attempt, Opened, open_any};
