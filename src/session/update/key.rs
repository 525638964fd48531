//! The one place where the key stands that updates of the guidance must be signed by.

/// The maintainers' public key for updates: the 32 bytes of an Ed25519 key. `None`: this build takes no updates, and says
/// so in words before anything leaves the device.
///
/// **A placeholder.** Whoever publishes the app makes a key with `steadfast-desk content key`, keeps the secret half off
/// line, and puts the line that it prints in the place of this one. `docs/guidance-updates.md` says how.
pub const MAINTAINERS_KEY: Option<[u8; 32]> = None;
