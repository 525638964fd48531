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

#[cfg(test)]
mod tests {
    use super::*;

    fn said(part: Element) -> String {
        part.map(|part| dioxus_ssr::render_element(Ok(part))).unwrap_or_default()
    }

    #[test]
    fn one_second_and_one_try_are_told_from_many() {
        let wait = |seconds| said(rsx! { Wait { seconds } });
        assert!(wait(1).contains("again in 1 second.<"), "{}", wait(1));
        assert!(wait(12).contains("again in 12 seconds.<"), "{}", wait(12));
        let tries = |failed| said(rsx! { FailedTries { failed } });
        assert!(tries(1).contains("1 try has failed since the journal was last open. Nothing is ever wiped."));
        assert!(tries(3).contains("3 tries have failed since the journal was last open. Nothing is ever wiped."));
        assert!(!tries(0).contains("failed since"));
    }
}
