//! A finger or a face: a key of the Keystore that computes only after Android has recognised one.

use super::AndroidError;
use super::ask::{Pending, aside};
use super::chip::{Chips, has_chip};
use super::java::{
    BIOMETRIC_STRONG, BUTTON_NEGATIVE, BY_BIOMETRIC, TOUCH_CANCELLED, TOUCH_LOCKED, TOUCH_LOCKED_FOR_LONG,
    TOUCH_NO_LOCK, TOUCH_NO_READER, TOUCH_NONE, TOUCH_NOT_SAFE, TOUCH_TIME_OVER, TOUCH_TURNED_AWAY,
};
use crate::domain::ports::{Locating, Mixed, Touch, TouchError, TouchWords};
use std::sync::Arc;
use zeroize::Zeroizing;

/// What is asked of Android about fingers and faces.
pub trait Finger: Chips {
    /// Whether a finger or face can be recognised now: of this class (Android 11), or of any (Android 10).
    ///
    /// # Errors
    /// When it cannot be asked.
    fn recognises(&self, class: Option<i32>) -> Result<bool, AndroidError>;

    /// Makes a key that computes only after a finger or face was recognised, each time, and that ends when one is added. `by`: the
    /// class that is said to Android 11 and newer.
    ///
    /// # Errors
    /// When it could not be made; also when no finger or face is enrolled.
    fn make_key(&self, key: Key, in_chip: bool, by: Option<i32>) -> Result<(), AndroidError>;

    /// Ends a key.
    ///
    /// # Errors
    /// When the Keystore does not answer.
    fn end_key(&self, key: Key) -> Result<(), AndroidError>;

    /// Puts up the system's question, for this class if one is said. The answer's code is 0 once it recognised her, and what then is computed with the
    /// key comes from the other part. May take a moment.
    ///
    /// # Errors
    /// [`AndroidError::KeyGone`] when there is no key, or it will never work again.
    fn ask(&self, words: &TouchWords, class: Option<i32>) -> Result<(Pending, Compute), AndroidError>;
}

/// Computes with the key, once.
pub type Compute = Box<dyn FnOnce(&[u8; 32]) -> Result<Zeroizing<Vec<u8>>, AndroidError> + Send>;

/// The keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The shortcut's.
    Shortcut,
    /// One that is only made to see whether it can be, and ended at once.
    Probe,
}

/// Android 9, which brings the system's own question.
const ASKS: i32 = 28;
/// Android 10, which says whether a finger or face is enrolled.
const SAYS: i32 = 29;
/// Android 11, which tells classes of them apart.
const TELLS_APART: i32 = 30;

/// A finger or face on Android.
pub struct AndroidTouch<S> {
    system: Arc<S>,
}

impl<S: Finger + 'static> AndroidTouch<S> {
    /// What this system recognises.
    pub fn on(system: Arc<S>) -> Self {
        Self { system }
    }
}

fn is_here(system: &impl Finger) -> bool {
    match system.level().unwrap_or(0) {
        TELLS_APART.. => system.recognises(Some(BIOMETRIC_STRONG)).unwrap_or(false),
        SAYS => system.recognises(None).unwrap_or(false),
        // Android 9 says it only by refusing to make such a key.
        ASKS => {
            let made = system.make_key(Key::Probe, false, None).is_ok();
            let _ = system.end_key(Key::Probe);
            made
        }
        _ => false,
    }
}

impl<S: Finger + 'static> Touch for AndroidTouch<S> {
    fn here(&self) -> bool {
        is_here(&*self.system)
    }

    fn prepare(&self) -> Result<(), TouchError> {
        if !self.here() {
            return Err(TouchError::NotOnThisDevice);
        }
        self.system.end_key(Key::Shortcut).map_err(|_| TouchError::NoAnswer)?;
        // A chip of its own may be full or know no such key; the usual place is still hardware where there is a reader.
        let by = class(&*self.system, BY_BIOMETRIC);
        if has_chip(&*self.system) && self.system.make_key(Key::Shortcut, true, by).is_ok() {
            return Ok(());
        }
        self.system.make_key(Key::Shortcut, false, by).map_err(|_| TouchError::NoAnswer)
    }

    fn mix(&self, input: [u8; 32], words: TouchWords) -> Locating<Result<Mixed, TouchError>> {
        let (system, input) = (self.system.clone(), Zeroizing::new(input));
        Box::pin(async move {
            if system.level().map_err(no_answer)? < ASKS {
                return Err(TouchError::NotOnThisDevice);
            }
            let asked = aside(move || system.ask(&words, class(&*system, BIOMETRIC_STRONG)))
                .await
                .ok_or(TouchError::NoAnswer)?;
            let (mut pending, compute) = asked.map_err(no_answer)?;
            judge(pending.answer().await.ok_or(TouchError::NoAnswer)?.code)?;
            let out = aside(move || compute(&input)).await.ok_or(TouchError::NoAnswer)?.map_err(no_answer)?;
            Mixed::of(&out).ok_or(TouchError::NoAnswer)
        })
    }

    fn forget(&self) -> Result<(), TouchError> {
        self.system.end_key(Key::Shortcut).map_err(|_| TouchError::NoAnswer)
    }
}

/// The class that is taken, where Android tells classes apart and it can be said.
fn class(system: &impl Finger, class: i32) -> Option<i32> {
    system.level().is_ok_and(|level| level >= TELLS_APART).then_some(class)
}

fn no_answer(error: AndroidError) -> TouchError {
    match error {
        AndroidError::KeyGone => TouchError::Gone,
        _ => TouchError::NoAnswer,
    }
}

/// What Android's number means.
fn judge(code: i32) -> Result<(), TouchError> {
    match code {
        0 => Ok(()),
        BUTTON_NEGATIVE | TOUCH_CANCELLED | TOUCH_TURNED_AWAY | TOUCH_TIME_OVER => Err(TouchError::TurnedAway),
        TOUCH_LOCKED | TOUCH_LOCKED_FOR_LONG => Err(TouchError::LockedOut),
        TOUCH_NONE | TOUCH_NO_READER | TOUCH_NO_LOCK | TOUCH_NOT_SAFE => Err(TouchError::NotOnThisDevice),
        _ => Err(TouchError::NoAnswer),
    }
}

#[cfg(test)]
#[path = "touch_tests.rs"]
mod tests;
