//! The button for the finger or face, beside the field and never in its place. Nothing comes up by itself: the phone asks only once
//! it was tapped, and the question goes again when she leaves the screen or typing was quicker.

use crate::domain::ports::TouchError;
use crate::session::{SessionError, Told};
use crate::t;
use crate::ui::components::{Button, Kind};
use crate::ui::given::Given;
use crate::ui::route::Nav;
use crate::ui::screens::ways::question;
use crate::ui::status::use_status;
use dioxus::prelude::*;

/// The button, where it is on. What came of it is said where typing says it.
#[component]
pub(super) fn TouchButton(
    /// Whether the phone is being asked.
    asking: Signal<bool>,
    told: Signal<Option<Told>>,
    damage: Signal<Vec<String>>,
) -> Element {
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let status = use_status();
    let session = given.session.clone();
    let on = use_memo(move || {
        // Anew with each change.
        let _ = status().revision;
        session.touch_is_on()
    });
    let (mut asking, mut told, mut damage) = (asking, told, damage);
    // Should this go while the phone is asked, nobody waits any more.
    use_drop(move || asking.set(false));
    let ask = move |_| {
        if asking() {
            return;
        }
        told.set(None);
        asking.set(true);
        let session = given.session.clone();
        spawn(async move {
            match session.unlock_with_touch(question()).await {
                Ok(found) if found.is_empty() => nav.unlocked(),
                Ok(found) => damage.set(found),
                // The field is there.
                Err(SessionError::Touch(TouchError::TurnedAway)) => {}
                Err(error) => told.set(Some(error.told())),
            }
            asking.set(false);
        });
    };
    if !on() {
        return rsx! {};
    }
    let label = if asking() { t!("touch-use.doing") } else { t!("touch-use") };
    rsx! { Button { kind: Kind::Line, label, onclick: ask } }
}

#[cfg(test)]
#[path = "touch_tests.rs"]
mod tests;
