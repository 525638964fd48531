//! What is open, for the screens: no word of hers is in it.

use std::time::Duration;

use crate::domain::SecretClass;

/// What state the vault is in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum VaultState {
    /// Not looked at yet.
    #[default]
    Unknown,
    /// Nothing was set up.
    Nothing,
    /// Parts of it are missing.
    Incomplete,
    /// Set up, and locked.
    Locked,
    /// Unlocked.
    Open,
    /// The second secret opened plain notes. Nothing of the journal is there.
    Notes,
    /// Unlocked as far as it goes: damaged, for reading only.
    ReadingOnly,
}

/// The state, and a counter that grows with every change.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Status {
    /// What is open.
    pub vault: VaultState,
    /// Grows with every change of what can be read.
    pub revision: u64,
    /// Grows with every lock: the tree of the screens is keyed by it, so that nothing of the old one stays.
    pub epoch: u64,
    /// By which kind of secret it was opened; `None` while it is locked. After recovery words the passphrase may be
    /// changed without the old one.
    pub with: Option<SecretClass>,
    /// Tries that failed since the journal was last open, for the mark that only she knows.
    pub failed: u32,
    /// When the next typed try may be made, by the program's own running clock: ask [`Session::wait`](super::Session::wait)
    /// for the seconds that are left.
    pub next_try: Duration,
}
