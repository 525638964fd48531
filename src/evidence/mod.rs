//! What makes a journal evidence: the chain that shows what stayed as it was, the pack that police can use,
//! and the check that anybody can repeat.
//!
//! Reads through closures that the session gives it; knows no key, no database and no file of the vault.

pub mod chain;
pub mod key;
pub mod media;
pub mod pack;
pub mod verify;

#[cfg(test)]
pub(crate) mod fixture;

pub use chain::{ChainError, Committed, SaltedField};
