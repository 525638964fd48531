//! The number that leads back from the calculator. It guards the disguise alone: the journal has its own lock.
//!
//! It lies outside the seal, since the calculator must know it while all is locked: salted and stretched, but a few
//! digits can be tried out by whoever copies the file. What they learn is that this is not a calculator.

use serde::{Deserialize, Serialize};

use super::{Reply, Session, SessionError};
use crate::store::{Small, VaultDir};
use crate::vault::{self, KdfParams};

/// What the disguise needs to know.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Door {
    /// Salt and stretched number, in hexadecimal. `None`: an empty display leads back.
    number: Option<(String, String)>,
}

impl Door {
    pub fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// What cannot be read is an open door: a broken file must not lock her out of her own helplines.
    fn read(dir: &VaultDir) -> Self {
        dir.read(Small::Door).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    fn opens_to(&self, digits: &str) -> bool {
        let Some((salt, kept)) = &self.number else { return digits.is_empty() };
        stretch(digits, salt).is_some_and(|stretched| stretched == *kept)
    }
}

fn stretch(digits: &str, salt_hex: &str) -> Option<String> {
    let mut salt = [0; 32];
    hex::decode_to_slice(salt_hex, &mut salt).ok()?;
    vault::derive(digits.as_bytes(), &salt, KdfParams::FLOOR).ok().map(|stretched| hex::encode(*stretched))
}

impl Session {
    /// Chooses the number. 4 to 12 digits.
    pub fn set_way_back(&self, digits: String) -> Reply<()> {
        self.ask(move |core| {
            let fits = (4..=12).contains(&digits.len()) && digits.chars().all(|c| c.is_ascii_digit());
            if !fits {
                return Err(SessionError::WayBack);
            }
            core.opened()?;
            let salt = hex::encode(vault::random::<32>()?);
            let stretched = stretch(&digits, &salt).ok_or(SessionError::WayBack)?;
            core.dir.replace(Small::Door, &Door { number: Some((salt, stretched)) }.to_bytes())?;
            core.changed();
            Ok(())
        })
    }

    /// Whether a number was chosen. Asks the disk, not the queue.
    pub fn has_way_back(&self) -> bool {
        Door::read(self.dir()).number.is_some()
    }

    /// Whether this number leads back. Asks the disk, not the queue: a busy session does not keep her in the disguise.
    /// Takes a tenth of a second or so, so not for the thread that draws.
    pub fn leads_back(&self, digits: &str) -> bool {
        Door::read(self.dir()).opens_to(digits)
    }
}
