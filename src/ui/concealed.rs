//! Whether the screen is kept out of screenshots, as the phone last answered, for all windows. What she chose lies on the disk
//! (`session::OnPhone`) and is asked of the phone again at each start: the phone itself forgets it with the window.

use super::given::Given;
use crate::domain::ports::PhoneError;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// How often it is asked at a start before it is given up, and the time between.
const TRIES: u32 = 5;
const BETWEEN: Duration = Duration::from_millis(600);

/// What the phone last answered.
#[derive(Clone, Default)]
pub struct Concealed(Arc<Mutex<Answers>>);

#[derive(Default)]
struct Answers {
    holds: bool,
    begun: bool,
}

impl Concealed {
    /// Whether it is kept out of screenshots now, as far as the phone has said.
    pub fn holds(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).holds
    }

    fn put(&self, holds: bool) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).holds = holds;
    }

    /// Whether this is the first window of this run.
    fn begins(&self) -> bool {
        !std::mem::replace(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner).begun, true)
    }
}

impl Given {
    /// Keeps the screen out of screenshots, or stops doing so.
    ///
    /// # Errors
    /// When the phone did not do all of it. It is then as if screenshots could be taken.
    pub fn conceal(&self, on: bool) -> Result<(), PhoneError> {
        let answer = self.phone.conceal(on);
        match answer {
            Ok(()) => self.remembered.concealed.put(on),
            Err(_) if on => self.remembered.concealed.put(false),
            Err(_) => {}
        }
        answer
    }

    /// Asks the phone again for what she chose before. A default is never asked for, and the first screen does not wait for this.
    pub async fn conceal_as_chosen(self) {
        if !self.phone.conceals() || !self.remembered.concealed.begins() {
            return;
        }
        let session = self.session.clone();
        let chosen = tokio::task::spawn_blocking(move || session.on_phone().concealed).await.unwrap_or_default();
        // The window may not be there yet.
        for _ in 0..if chosen { TRIES } else { 0 } {
            if self.remembered.concealed.holds() || self.conceal(true).is_ok() {
                return;
            }
            tokio::time::sleep(BETWEEN).await;
        }
    }
}
