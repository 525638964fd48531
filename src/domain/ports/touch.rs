//! A finger or a face in the place of typing: a shortcut over a secret, never instead of it, and off until she turns it on.

use super::Locating;
use std::fmt;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// A key in the device's hardware that answers only after the owner's finger or face was recognised.
///
/// Like [`DeviceSecret`](super::DeviceSecret) it is a function and not a value: what it mixes opens a slot of its own, and the key
/// never leaves the hardware. A finger or face that is added to the device later ends the key, so that somebody who knows
/// the screen lock cannot add theirs and get in. A finger can be forced and a sleeper's can be used: the screen says so.
pub trait Touch: Send + Sync {
    /// Whether there is such hardware with a finger or face enrolled, right now.
    fn here(&self) -> bool;

    /// Makes a new key in the place of any older one. Asked when she turns the shortcut on.
    ///
    /// # Errors
    /// When the device cannot.
    fn prepare(&self) -> Result<(), TouchError>;

    /// Puts up the system's own question with these words, and mixes after it was answered. The same input gives the same output
    /// until the key ends. Dropped before the answer, it takes the question off the screen.
    fn mix(&self, input: [u8; 32], words: TouchWords) -> Locating<Result<Mixed, TouchError>>;

    /// Ends the key.
    ///
    /// # Errors
    /// When the device does not answer. The slot that it opened is taken away all the same.
    fn forget(&self) -> Result<(), TouchError>;
}

/// What the hardware mixed: 32 bytes that open the journal. On the heap, where moving them leaves no copy; wiped when dropped,
/// and never printed.
pub struct Mixed(Box<Zeroizing<[u8; 32]>>);

impl Mixed {
    /// A copy of these bytes; `None` unless there are 32.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let mut mixed = Box::new(Zeroizing::new([0; 32]));
        if bytes.len() != mixed.len() {
            return None;
        }
        mixed.copy_from_slice(bytes);
        Some(Self(mixed))
    }

    /// The bytes, for the vault.
    #[must_use]
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }
}

impl PartialEq for Mixed {
    fn eq(&self, other: &Self) -> bool {
        self.expose().ct_eq(other.expose()).into()
    }
}

impl Eq for Mixed {}

impl fmt::Debug for Mixed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Mixed(..)")
    }
}

/// What the system's question says. Neutral: it can be read over a shoulder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TouchWords {
    /// The question.
    pub title: String,
    /// What stands on its way out.
    pub cancel: String,
}

/// Why the touch did not help. Typing the secret always does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TouchError {
    /// No such hardware, or no finger or face is enrolled.
    #[error("this device knows no finger or face")]
    NotOnThisDevice,
    /// The key was ended: a finger or face was added, or the screen lock was removed.
    #[error("the shortcut's key is gone")]
    Gone,
    /// She turned it away, or the system did.
    #[error("it was turned away")]
    TurnedAway,
    /// Too many tries: the system wants its own screen lock first.
    #[error("the device wants its screen lock first")]
    LockedOut,
    /// It did not answer.
    #[error("the device did not answer")]
    NoAnswer,
}

/// A device that knows no finger and no face.
pub struct NoTouch;

impl Touch for NoTouch {
    fn here(&self) -> bool {
        false
    }

    fn prepare(&self) -> Result<(), TouchError> {
        Err(TouchError::NotOnThisDevice)
    }

    fn mix(&self, _input: [u8; 32], _words: TouchWords) -> Locating<Result<Mixed, TouchError>> {
        Box::pin(std::future::ready(Err(TouchError::NotOnThisDevice)))
    }

    fn forget(&self) -> Result<(), TouchError> {
        Err(TouchError::NotOnThisDevice)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_was_mixed_has_32_bytes_and_prints_none_of_them() {
        let mixed = Mixed::of(&[0x41; 32]).unwrap();
        assert_eq!(format!("{mixed:?}"), "Mixed(..)");
        assert_eq!(Some(&mixed), Mixed::of(&[0x41; 32]).as_ref());
        assert_ne!(Some(mixed), Mixed::of(&[0x42; 32]));
        for length in [0, 31, 33] {
            assert_eq!(Mixed::of(&vec![1; length]), None);
        }
    }
}
