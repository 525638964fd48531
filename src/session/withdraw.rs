//! Taking an entry out of counts and packs, and back. It is kept and stays readable; both are records of the chain.

use super::core::Core;
use super::{Reply, Session, SessionError};
use crate::domain::{Record, RecordId};

impl Session {
    /// Takes an entry out of counts and packs. One that is out already stays so.
    pub fn withdraw(&self, entry: RecordId) -> Reply<()> {
        self.ask(move |core| core.set_withdrawn(entry, true))
    }

    /// Takes a withdrawn entry back. One that is in already stays so.
    pub fn restore(&self, entry: RecordId) -> Reply<()> {
        self.ask(move |core| core.set_withdrawn(entry, false))
    }
}

impl Core {
    fn set_withdrawn(&mut self, of: RecordId, withdrawn: bool) -> Result<(), SessionError> {
        let journal = self.journal()?;
        if !journal.has_entry(of) {
            return Err(SessionError::NoSuchEntry);
        }
        if journal.withdrawn(of).is_some() != withdrawn {
            self.append(if withdrawn { Record::Withdrawn { of } } else { Record::Restored { of } })?;
        }
        Ok(())
    }
}
