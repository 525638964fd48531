//! After too many wrong tries: how long the next one has to wait, and what never waits.

use super::{Glyph, Icon};
use dioxus::prelude::*;

/// "You can try again in 12 seconds. The recovery words never wait."
#[component]
pub fn Wait(
    /// Whole seconds, at least one.
    seconds: u64,
) -> Element {
    let unit = if seconds == 1 { "second" } else { "seconds" };
    // A timer is not read out at each second.
    rsx! {
        div { class: "note", role: "timer", Icon { glyph: Glyph::Clock }
            p { b { class: "num", "You can try again in {seconds} {unit}. " } "The recovery words never wait." }
        }
    }
}

/// How many tries failed. `None` of them says nothing.
#[component]
pub fn FailedTries(failed: u32) -> Element {
    let words = match failed {
        0 => return VNode::empty(),
        1 => "1 try has failed since the journal was last open.".to_owned(),
        more => format!("{more} tries have failed since the journal was last open."),
    };
    rsx! { p { class: "hint", "data-failed": "", "{words} Nothing is ever wiped. If that was not you, somebody may have tried." } }
}
