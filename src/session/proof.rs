//! What opens the journal, asked for once more before something that cannot be taken back. Somebody who holds an unlocked
//! phone must not get further by that alone.

use zeroize::Zeroizing;

use super::SessionError;
use super::core::Core;
use super::guessing::Found;
use crate::vault::{Attempt, Passphrase, RecoveryKey, StoreKind};

/// What she typed to prove that it is her. It must open this journal; the second secret opens the plain notes and does not do.
pub enum Proof {
    /// The passphrase or the PIN.
    Typed(String),
    /// The recovery words: for whoever forgot the passphrase.
    Words(String),
}

impl std::fmt::Debug for Proof {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Proof(..)")
    }
}

/// The same on its way to the session's thread: it wipes itself.
pub(super) enum Proving {
    Typed(Passphrase),
    Words(Zeroizing<String>),
}

impl From<Proof> for Proving {
    fn from(proof: Proof) -> Self {
        match proof {
            Proof::Typed(typed) => Self::Typed(Passphrase::from(typed)),
            Proof::Words(words) => Self::Words(Zeroizing::new(words)),
        }
    }
}

impl Core {
    /// Before something is destroyed. A try like any other at the lock; whatever it comes to, the answer says that nothing was
    /// destroyed.
    pub(super) fn prove_before_destroying(&mut self, proof: &Proving) -> Result<(), SessionError> {
        let proven = match proof {
            Proving::Typed(typed) => self.prove_by(Attempt::Typed(typed)),
            Proving::Words(words) => RecoveryKey::parse(words)
                .map_err(|error| SessionError::RecoveryWords(error.to_string()))
                .and_then(|key| self.prove_by(Attempt::Recovery(&key))),
        };
        proven.map(|_| ()).map_err(|error| SessionError::NotDestroyed(Box::new(error)))
    }

    /// Asks for a secret of the journal that is open, under the rules of guessing: a typed one is counted on the disk before
    /// it is worked out.
    pub(super) fn prove_by(&mut self, attempt: Attempt<'_>) -> Result<Found, SessionError> {
        self.opened()?;
        let typed = matches!(attempt, Attempt::Typed(_));
        let found = self.try_secret(attempt)?;
        let open = self.opened()?;
        if found.opened.kind != StoreKind::Journal || found.side != open.side || found.opened.master != open.master {
            return Err(SessionError::WrongSecret);
        }
        self.was_right(typed);
        Ok(found)
    }
}
