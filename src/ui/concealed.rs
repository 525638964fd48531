//! Whether the screen is kept out of screenshots, as the phone last answered, for all windows. What she chose lies on the disk
//! (`session::OnPhone`) and is asked of the phone again at each start: the phone itself forgets it with the window.
//!
//! The phone may take a second to answer, so it is never asked on the thread that draws: a tap on 999 does not wait for it.

use super::given::Given;
use crate::domain::ports::PhoneError;
use crate::session::Reply;
use dioxus::prelude::*;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::watch;

/// How often it is asked at a start before it is given up, and the time between.
const TRIES: u32 = 5;
const BETWEEN: Duration = Duration::from_millis(600);

/// What is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// Whether the phone has said that it keeps the screen out of screenshots. Where it did only half of what it was asked, it
    /// is as if screenshots could be taken.
    pub holds: bool,
    /// How many wait for its answer.
    asking: u32,
}

impl Known {
    /// Whether an answer is awaited.
    pub fn is_asking(self) -> bool {
        self.asking > 0
    }
}

/// What the phone last answered.
#[derive(Clone, Default)]
pub struct Concealed {
    known: Arc<watch::Sender<Known>>,
    /// A window of this run has begun already.
    begun: Arc<AtomicBool>,
    /// She has decided since the start, so what she chose before is not asked for any more.
    decided: Arc<AtomicBool>,
    /// The phone is asked one thing after another.
    turn: Arc<Mutex<()>>,
}

/// One who waits for an answer.
struct Asking(Concealed);

impl Asking {
    fn of(concealed: &Concealed) -> Self {
        concealed.known.send_modify(|known| known.asking += 1);
        Self(concealed.clone())
    }
}

impl Drop for Asking {
    fn drop(&mut self) {
        self.0.known.send_modify(|known| known.asking = known.asking.saturating_sub(1));
    }
}

impl Concealed {
    /// What is known now.
    pub fn known(&self) -> Known {
        *self.known.borrow()
    }

    /// Whether it is kept out of screenshots now, as far as the phone has said.
    pub fn holds(&self) -> bool {
        self.known().holds
    }

    fn put(&self, holds: bool) {
        self.known.send_modify(|known| known.holds = holds);
    }
}

/// What is known, for the screens.
pub fn use_concealed() -> ReadSignal<Known> {
    let concealed = use_context::<Given>().remembered.concealed;
    let mut known = use_signal(|| concealed.known());
    use_future(move || {
        let mut changes = concealed.known.subscribe();
        async move {
            loop {
                let now = *changes.borrow_and_update();
                if *known.peek() != now {
                    known.set(now);
                }
                if changes.changed().await.is_err() {
                    return;
                }
            }
        }
    });
    known.into()
}

/// What came of a choice.
pub struct Turned {
    /// What the phone did.
    pub answer: Result<(), PhoneError>,
    /// Whether the choice is kept for the next start. `None`: it is not to be, since the phone did not follow.
    pub kept: Option<Reply<()>>,
}

impl Given {
    /// Keeps the screen out of screenshots from now on, or stops doing so. It is carried through although nobody waits for it.
    pub async fn conceal_from_now_on(&self, on: bool) -> Turned {
        let session = self.session.clone();
        let keep = move |answer| match (answer, on) {
            // What she turned off is not asked for at the next start, even if the phone did not undo all of it now.
            (Ok(()), _) | (Err(PhoneError::Refused), false) => Some(session.keep_concealed(on)),
            _ => None,
        };
        self.remembered.concealed.decided.store(true, Ordering::Relaxed);
        match self.ask(on, keep).await {
            Some((answer, kept)) => Turned { answer, kept },
            None => Turned { answer: Err(PhoneError::Refused), kept: None },
        }
    }

    /// Stops keeping the screen out of screenshots, as far as the phone does it. The choice itself is left alone.
    pub async fn reveal(&self) {
        self.remembered.concealed.decided.store(true, Ordering::Relaxed);
        let _ = self.ask(false, |_| ()).await;
    }

    /// Asks the phone, and does this with its answer. `None`: asking itself has failed, and nothing is known.
    async fn ask<T: Send + 'static>(
        &self,
        on: bool,
        then: impl FnOnce(Result<(), PhoneError>) -> T + Send + 'static,
    ) -> Option<(Result<(), PhoneError>, T)> {
        let (phone, concealed) = (self.phone.clone(), self.remembered.concealed.clone());
        let asking = Asking::of(&concealed);
        let asked = tokio::task::spawn_blocking(move || {
            let _asking = asking;
            let _turn = concealed.turn.lock().unwrap_or_else(PoisonError::into_inner);
            // Until it has answered, nobody may be told that screenshots are kept out.
            let before = concealed.holds();
            concealed.put(before && on);
            let answer = phone.conceal(on);
            concealed.put(match answer {
                Ok(()) => on,
                Err(PhoneError::NotOnThisDevice) => before,
                Err(PhoneError::Refused) => false,
            });
            (answer, then(answer))
        });
        asked.await.ok()
    }

    /// Asks the phone again for what she chose before. A default is never asked for, and the first screen does not wait for this.
    pub async fn conceal_as_chosen(self) {
        let concealed = self.remembered.concealed.clone();
        // Only in the first window of this run.
        if !self.phone.conceals() || concealed.begun.swap(true, Ordering::Relaxed) {
            return;
        }
        let session = self.session.clone();
        if !tokio::task::spawn_blocking(move || session.on_phone().concealed).await.unwrap_or_default() {
            return;
        }
        let _asking = Asking::of(&concealed);
        for tried in 0..TRIES {
            // The window may not be there yet.
            if tried > 0 {
                tokio::time::sleep(BETWEEN).await;
            }
            if concealed.holds() || concealed.decided.load(Ordering::Relaxed) {
                return;
            }
            if let Some((Ok(()), ())) = self.ask(true, |_| ()).await {
                return;
            }
        }
    }
}
