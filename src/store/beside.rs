//! One small file beside the vault, there without one: what the phone itself is told when the app starts, while all is locked.
//!
//! It cannot lie in the vault: the place of a vault that is to be made has to be empty. What is in it is not sealed, so nothing
//! of hers may be.

use std::path::PathBuf;

use super::{Result, StoreError, VaultDir, atomic, disk};

/// What it is called: the vault's name, and this.
const BESIDE: &str = ".look";

/// The file, whether or not it is there.
#[derive(Debug, Clone)]
pub struct Beside(PathBuf);

impl VaultDir {
    /// The small file beside the vault.
    #[must_use]
    pub fn beside(&self) -> Beside {
        Beside(disk::beside(self.root(), BESIDE))
    }
}

impl Beside {
    /// What is in it; `None` if it is not there.
    ///
    /// # Errors
    /// `Io`, or `Damaged` for one that is too large.
    pub fn read(&self) -> Result<Option<Vec<u8>>> {
        match atomic::read(&self.0) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(StoreError::Missing { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Replaces it as a whole, or writes it for the first time. Durable when it returns.
    ///
    /// # Errors
    /// `Full`, `ReadOnly` or `Io`. Then what was there is there.
    pub fn replace(&self, bytes: &[u8]) -> Result<()> {
        disk::new_private_parents(&self.0)?;
        atomic::replace(&self.0, bytes)
    }

    /// Takes it away, and what a crash left of replacing it. Durable when it returns.
    ///
    /// # Errors
    /// `ReadOnly`, `Io`.
    pub fn remove(&self) -> Result<()> {
        atomic::settle(&self.0)?;
        if disk::present(&self.0)? {
            disk::remove_if_present(&self.0)?;
            disk::sync_parent(&self.0)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use super::*;

    #[test]
    fn it_is_there_without_a_vault_and_keeps_no_vault_from_being_made() {
        let home = tempfile::tempdir().unwrap();
        let root = home.path().join("not yet").join("papers");
        let beside = VaultDir::at(&root).beside();
        assert_eq!(beside.read().unwrap(), None);
        beside.replace(&[1, 2]).unwrap();
        beside.replace(&[3]).unwrap();
        assert_eq!(beside.read().unwrap(), Some(vec![3]));
        let initial = super::super::Initial { a_keys: &[1], b_keys: &[2], door: &[3], tries: &[4] };
        VaultDir::create(&root, &initial).unwrap();
        beside.remove().unwrap();
        beside.remove().unwrap();
        assert_eq!(beside.read().unwrap(), None);
    }
}
