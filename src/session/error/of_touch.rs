//! The sentences for the finger or face: when it does not open the journal, and when it cannot be turned on.

use super::{Told, told};
use crate::domain::ports::TouchError;
use crate::t;

/// It did not unlock.
pub(super) fn not_opened(error: TouchError) -> Told {
    let safe = t!("touch-not-opened.safe");
    match error {
        TouchError::NotOnThisDevice => told(t!("touch-no-reader"), safe, t!("touch-not-opened.to-do")),
        TouchError::Gone => told(t!("touch-gone"), safe, t!("touch-gone.to-do")),
        TouchError::TurnedAway => told(t!("touch-turned-away"), safe, t!("touch-turned-away.to-do")),
        TouchError::LockedOut => told(t!("touch-locked-out"), safe, t!("touch-locked-out.to-do")),
        TouchError::NoAnswer => told(t!("touch-no-answer"), safe, t!("touch-no-answer.to-do")),
    }
}

/// What the device mixed opens nothing here.
pub(super) fn not_here() -> Told {
    told(t!("touch-not-here"), t!("touch-not-opened.safe"), t!("touch-gone.to-do"))
}

/// It was not turned on.
pub(super) fn stays_off(error: TouchError) -> Told {
    let safe = t!("touch-stays-off.safe");
    match error {
        TouchError::NotOnThisDevice => told(t!("touch-no-reader"), safe, t!("touch-stays-off.enrol")),
        TouchError::TurnedAway => told(t!("touch-turned-away"), safe, t!("touch-stays-off.again")),
        TouchError::LockedOut => told(t!("touch-locked-out"), safe, t!("touch-stays-off.unlock")),
        TouchError::Gone | TouchError::NoAnswer => told(t!("touch-no-answer"), safe, t!("touch-stays-off.again")),
    }
}
