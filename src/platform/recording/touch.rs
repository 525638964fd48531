//! A stand-in for hardware that recognises a finger or face: the test says what becomes of each question.

use crate::domain::ports::{Locating, Mixed, Touch, TouchError, TouchWords};
use sha2::{Digest, Sha256};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What is done while the question stands.
type WhenAsked = Box<dyn Fn() + Send>;

/// A device with a finger enrolled. Each key that is made is another, and no two devices make the same.
pub struct HandTouch(Mutex<Inside>);

struct Inside {
    device: u8,
    made: u8,
    key: bool,
    here: bool,
    answer: Result<(), TouchError>,
    makes: Result<(), TouchError>,
    asked: Vec<TouchWords>,
    when_asked: Option<WhenAsked>,
}

impl HandTouch {
    /// This device; another number is another device.
    pub fn of(device: u8) -> Self {
        let (answer, makes) = (Ok(()), Ok(()));
        Self(Mutex::new(Inside {
            device,
            made: 0,
            key: false,
            here: true,
            answer,
            makes,
            asked: Vec::new(),
            when_asked: None,
        }))
    }

    fn get(&self) -> MutexGuard<'_, Inside> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What becomes of each question from now on.
    pub fn say(&self, answer: Result<(), TouchError>) {
        self.get().answer = answer;
    }

    /// Whether a key can be made from now on.
    pub fn makes(&self, makes: Result<(), TouchError>) {
        self.get().makes = makes;
    }

    /// Whether a finger or face is enrolled from now on.
    pub fn is_here(&self, here: bool) {
        self.get().here = here;
    }

    /// Somebody adds a finger or face: the key ends.
    pub fn add_a_finger(&self) {
        self.get().key = false;
    }

    /// Does this once, while the next question stands.
    pub fn when_asked(&self, what: impl Fn() + Send + 'static) {
        self.get().when_asked = Some(Box::new(what));
    }

    /// What was put on the screen.
    pub fn asked(&self) -> Vec<TouchWords> {
        self.get().asked.clone()
    }

    /// Whether there is a key.
    pub fn has_key(&self) -> bool {
        self.get().key
    }

    /// The device at this moment: what is done to this one afterwards is not done to that one.
    #[must_use]
    pub fn as_it_is(&self) -> Self {
        let (now, then) = (self.get(), Self::of(0));
        {
            let mut then = then.get();
            (then.device, then.made, then.key, then.here) = (now.device, now.made, now.key, now.here);
            (then.answer, then.makes) = (now.answer, now.makes);
        }
        then
    }
}

impl Touch for HandTouch {
    fn here(&self) -> bool {
        self.get().here
    }

    fn prepare(&self) -> Result<(), TouchError> {
        let mut now = self.get();
        if !now.here {
            return Err(TouchError::NotOnThisDevice);
        }
        now.key = false;
        now.makes?;
        now.made = now.made.wrapping_add(1);
        now.key = true;
        Ok(())
    }

    fn mix(&self, input: [u8; 32], words: TouchWords) -> Locating<Result<Mixed, TouchError>> {
        let mut now = self.get();
        let answer = if !now.here {
            Err(TouchError::NotOnThisDevice)
        } else if !now.key {
            Err(TouchError::Gone)
        } else {
            now.asked.push(words);
            now.answer
        };
        // No cipher: what a test needs is that it depends on the device, the key and the question.
        let out = Sha256::new().chain_update([now.device, now.made]).chain_update(input).finalize();
        let when_asked = now.when_asked.take();
        Box::pin(async move {
            if let Some(what) = when_asked {
                what();
            }
            answer.and_then(|()| Mixed::of(&out).ok_or(TouchError::NoAnswer))
        })
    }

    fn forget(&self) -> Result<(), TouchError> {
        self.get().key = false;
        Ok(())
    }
}
