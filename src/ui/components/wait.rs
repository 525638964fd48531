//! After too many wrong tries: how long the next one has to wait, and what never waits.

use super::{Glyph, Icon};
use crate::t;
use dioxus::prelude::*;

/// "You can try again in 12 seconds. The recovery words never wait."
#[component]
pub fn Wait(
    /// Whole seconds, at least one.
    seconds: u64,
) -> Element {
    // A timer is not read out at each second.
    rsx! {
        div { class: "note", role: "timer", Icon { glyph: Glyph::Clock }
            p { b { class: "num", {t!("wait-left", n = seconds)} }
                " "
                {t!("wait-left.words")}
            }
        }
    }
}

/// How many tries failed. `None` of them says nothing.
#[component]
pub fn FailedTries(failed: u32) -> Element {
    if failed == 0 {
        return VNode::empty();
    }
    rsx! { p { class: "hint", "data-failed": "", {t!("wait-failed", n = failed)} } }
}
