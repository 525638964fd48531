//! A finger or a face instead of typing: what a key in the Secure Enclave needs, when it has ended, and what each failure means.
//!
//! iOS ends a key of this sort itself when a finger or face is added, but says so in a different way each time. So what was enrolled
//! is noted on the key when it is made (a digest that iOS hands out, which tells nobody whose finger it is), and compared before
//! anything is put on the screen.

use crate::domain::ports::{Locating, Mixed, Touch, TouchError, TouchWords};
use std::sync::Arc;
use zeroize::Zeroizing;

/// What is asked of the Secure Enclave and of LocalAuthentication.
pub trait Recogniser: Send + Sync + 'static {
    /// What is enrolled now, as a digest.
    ///
    /// # Errors
    /// When nothing is, or it cannot be used now.
    fn enrolled(&self) -> Result<Vec<u8>, Fault>;

    /// What was enrolled when the key was made; `None`: there is no key.
    ///
    /// # Errors
    /// When it cannot be asked.
    fn noted(&self) -> Result<Option<Vec<u8>>, Fault>;

    /// Makes a key that answers only to what is enrolled now, and notes this on it.
    ///
    /// # Errors
    /// When it could not be made.
    fn make(&self, enrolled: &[u8]) -> Result<(), Fault>;

    /// Takes every key of this sort away. That there is none is no error.
    ///
    /// # Errors
    /// When it cannot.
    fn end(&self) -> Result<(), Fault>;

    /// Gets a question ready. It comes up when the key is used.
    fn question(&self, words: &TouchWords) -> Arc<dyn Question>;
}

/// One question of the system's.
pub trait Question: Send + Sync {
    /// Computes with the key: puts the question up, and waits until it is answered. Not on the main thread.
    ///
    /// # Errors
    /// When it was not answered with the right finger or face, or the key is gone.
    fn agree(&self, input: &[u8; 32]) -> Result<Zeroizing<Vec<u8>>, Fault>;

    /// Takes the question off the screen again.
    fn withdraw(&self);
}

/// How iOS says that it did not do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// `LAError`.
    Recognising(i64),
    /// A status of the keychain.
    Keychain(i64),
    /// `TKError`, of the enclave.
    Token(i64),
    /// Something else.
    Other,
}

impl Fault {
    /// The fault that an error of this domain with this code means.
    pub fn of(domain: &str, code: i64) -> Self {
        match domain {
            "com.apple.LocalAuthentication" => Self::Recognising(code),
            "NSOSStatusErrorDomain" => Self::Keychain(code),
            "CryptoTokenKit" => Self::Token(code),
            _ => Self::Other,
        }
    }
}

impl From<Fault> for TouchError {
    /// For faults that come after what is enrolled was found to be the same: "not right" then means another finger, and not
    /// another key. The numbers are those of Apple's headers `LAError.h`, `SecBase.h` and `TKError.h`.
    fn from(fault: Fault) -> Self {
        match fault {
            // Not recognised; cancelled by her; "type instead"; cancelled by the system, by the app; the question was withdrawn.
            Fault::Recognising(-4..=-1 | -10 | -9) => Self::TurnedAway,
            Fault::Recognising(-8) => Self::LockedOut,
            // No screen lock; not to be used by this app or at all; none enrolled; no companion, not paired, not connected.
            Fault::Recognising(-7..=-5 | -13..=-11) => Self::NotOnThisDevice,
            // Cancelled; not authenticated.
            Fault::Keychain(-128 | -25293) | Fault::Token(-4 | -5) => Self::TurnedAway,
            // There is no such item; the enclave cannot read the key any more, or has no such object or token.
            Fault::Keychain(-25300) | Fault::Token(-3 | -6 | -7) => Self::Gone,
            _ => Self::NoAnswer,
        }
    }
}

/// The port, kept by the Secure Enclave.
pub struct AppleTouch<S>(Arc<S>);

impl<S: Recogniser> AppleTouch<S> {
    /// Touch on this system.
    pub fn on(system: S) -> Self {
        Self(Arc::new(system))
    }
}

/// Whether the key that is there was made for what is enrolled now.
fn is_whole(system: &impl Recogniser) -> Result<(), TouchError> {
    let enrolled = system.enrolled()?;
    match system.noted()? {
        Some(noted) if noted == enrolled => Ok(()),
        _ => Err(TouchError::Gone),
    }
}

/// A question that is taken off the screen if nobody waits for its answer any more: she left, or it locked.
struct Standing(Arc<dyn Question>);

impl Drop for Standing {
    fn drop(&mut self) {
        self.0.withdraw();
    }
}

impl<S: Recogniser> Touch for AppleTouch<S> {
    fn here(&self) -> bool {
        // Locked out for now is still enrolled.
        matches!(self.0.enrolled().map_err(TouchError::from), Ok(_) | Err(TouchError::LockedOut))
    }

    fn prepare(&self) -> Result<(), TouchError> {
        let enrolled = self.0.enrolled()?;
        self.0.end()?;
        Ok(self.0.make(&enrolled)?)
    }

    fn mix(&self, input: [u8; 32], words: TouchWords) -> Locating<Result<Mixed, TouchError>> {
        let input = Zeroizing::new(input);
        let system = self.0.clone();
        let question = system.question(&words);
        let standing = Standing(question.clone());
        let (answer, answered) = tokio::sync::oneshot::channel();
        // The key's answer blocks for as long as the question stands, and the question needs the main thread.
        let asking = std::thread::Builder::new().spawn(move || {
            let mixed = is_whole(&*system).and_then(|()| {
                let out = question.agree(&input)?;
                Mixed::of(&out).ok_or(TouchError::NoAnswer)
            });
            // Nobody waits any more: what was mixed is wiped as it is dropped.
            let _ = answer.send(mixed);
        });
        Box::pin(async move {
            let _standing = standing;
            asking.map_err(|_| TouchError::NoAnswer)?;
            answered.await.map_err(|_| TouchError::NoAnswer)?
        })
    }

    fn forget(&self) -> Result<(), TouchError> {
        Ok(self.0.end()?)
    }
}

#[cfg(test)]
#[path = "finger_tests.rs"]
mod tests;
