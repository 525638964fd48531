//! Practising the way back: the calculator, without locking the journal, and the digits that she wants to use.
//!
//! The digits are not on until they have led back once: whoever mistypes or forgets them in her first try still comes back
//! the way that led back before. They are kept here, because nothing of the screens outlives the calculator.

use super::Curtain;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use zeroize::Zeroizing;

/// How long the journal stays unlocked behind the calculator in a practice that she does not come back from.
pub const PRACTICE: Duration = Duration::from_secs(120);

/// How the practice stands. It cannot be printed: the digits are in it.
#[derive(Clone, Default)]
pub enum Practice {
    /// There is none.
    #[default]
    None,
    /// The calculator is on the screen, and these digits lead back.
    Trying(Zeroizing<String>),
    /// These digits led back.
    Worked(Zeroizing<String>),
    /// She came back, and not by the new digits.
    Missed,
}

/// The practice and whether it was begun from [`Route::More`](crate::ui::route::Route::More).
pub(super) type Shared = Arc<Mutex<(Practice, bool)>>;

impl Curtain {
    /// Shows the calculator for practice. It locks nothing. `alone`: where to come back to.
    pub fn practise(&self, digits: Zeroizing<String>, alone: bool) {
        self.set(Practice::Trying(digits), Some(alone));
        self.fall();
    }

    /// Whether these digits lead back from the practice that is on. If so, it has worked.
    pub fn practised(&self, digits: &str) -> bool {
        match self.practice().0 {
            Practice::Trying(wanted) if *wanted == digits => {
                self.set(Practice::Worked(wanted), None);
                true
            }
            _ => false,
        }
    }

    /// She came back by what led back before.
    pub fn practice_missed(&self) {
        if matches!(self.practice().0, Practice::Trying(_)) {
            self.set(Practice::Missed, None);
        }
    }

    /// How it stands, and where to come back to.
    pub fn practice(&self) -> (Practice, bool) {
        self.practice.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Forgets it, digits and all.
    pub fn end_practice(&self) {
        self.set(Practice::None, None);
    }

    fn set(&self, practice: Practice, alone: Option<bool>) {
        let mut held = self.practice.lock().unwrap_or_else(PoisonError::into_inner);
        held.0 = practice;
        held.1 = alone.unwrap_or(held.1);
    }
}
