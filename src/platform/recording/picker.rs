//! A picker that hands over what a test gives it.

use crate::domain::ports::{Locating, PhoneError, PickedFile, Picker, Wanted};
use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tokio::sync::oneshot;

/// What comes from it.
type Chosen = Result<Vec<PickedFile>, PhoneError>;

/// Until it is given something there is none here, and the page's is used.
#[derive(Default)]
pub struct HandPicker(Mutex<Hand>);

#[derive(Default)]
struct Hand {
    here: bool,
    answers: VecDeque<oneshot::Receiver<Chosen>>,
    asked: Vec<Wanted>,
}

impl HandPicker {
    /// Opened the next time, it stays open until this is told what she chose. Dropped instead, it never answers.
    pub fn opens(&self) -> oneshot::Sender<Chosen> {
        let (tell, told) = oneshot::channel();
        let mut hand = self.lock();
        hand.here = true;
        hand.answers.push_back(told);
        tell
    }

    /// The next time she chooses these.
    pub fn gives(&self, files: Vec<PickedFile>) {
        let _ = self.opens().send(Ok(files));
    }

    /// What it was opened for so far.
    pub fn asked(&self) -> Vec<Wanted> {
        self.lock().asked.clone()
    }

    fn lock(&self) -> MutexGuard<'_, Hand> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Picker for HandPicker {
    fn here(&self) -> bool {
        self.lock().here
    }

    fn pick(&self, wanted: Wanted) -> Option<Locating<Chosen>> {
        let mut hand = self.lock();
        if !hand.here {
            return None;
        }
        hand.asked.push(wanted);
        let answer = hand.answers.pop_front();
        Some(Box::pin(async move {
            match answer {
                Some(answer) => answer.await.unwrap_or(Err(PhoneError::Refused)),
                None => Ok(Vec::new()),
            }
        }))
    }
}
