//! What the window tells of the app's life, in the words of `domain`.
//!
//! Android's pause and iOS's "will resign active" come as `Suspended`. A warning that memory is low is not handed on by `tao` 0.34:
//! `mobile.rs` gets it from the system itself.

#[cfg(feature = "desktop")]
use dioxus::desktop::tao::event::Event;
#[cfg(not(feature = "desktop"))]
use dioxus::mobile::tao::event::Event;

use crate::domain::ports::Lifecycle;

/// What the event means, if it is about the app's life.
pub fn told<T>(event: &Event<'_, T>) -> Option<Lifecycle> {
    match event {
        Event::Suspended => Some(Lifecycle::Away),
        Event::Resumed => Some(Lifecycle::Back),
        Event::LoopDestroyed => Some(Lifecycle::Ending),
        _ => None,
    }
}

#[cfg(all(test, feature = "desktop"))]
mod tests {
    use super::*;

    #[test]
    fn the_window_s_words_are_understood() {
        assert_eq!(told::<()>(&Event::Suspended), Some(Lifecycle::Away));
        assert_eq!(told::<()>(&Event::Resumed), Some(Lifecycle::Back));
        assert_eq!(told::<()>(&Event::LoopDestroyed), Some(Lifecycle::Ending));
        assert_eq!(told::<()>(&Event::MainEventsCleared), None);
    }
}
