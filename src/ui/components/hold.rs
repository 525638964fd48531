//! A button that does its work only when it is held down: for what cannot be taken back. It does nothing for a tap, a slip
//! or a key of the keyboard, so beside it there must be another way for who cannot hold.

use super::{Glyph, Icon};
use crate::t;
use dioxus::dioxus_core::Task;
use dioxus::prelude::*;
use std::time::Duration;

/// How long it must be held, in seconds.
pub const HOLD: u32 = 5;

/// A button to press and hold. `label` says what it does; while it is held it counts down in words.
#[component]
pub fn HoldButton(label: String, onheld: EventHandler) -> Element {
    let mut left = use_signal(|| None::<u32>);
    let mut counting = use_signal(|| None::<Task>);
    let mut let_go = move || {
        if let Some(task) = counting.write().take() {
            task.cancel();
        }
        left.set(None);
    };
    let hold = move |_: PointerEvent| {
        let_go();
        let task = spawn(async move {
            for second in (1..=HOLD).rev() {
                left.set(Some(second));
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
            counting.set(None);
            left.set(None);
            onheld.call(());
        });
        counting.set(Some(task));
    };
    let held = left();
    rsx! {
        button { class: if held.is_some() { "btn btn-line hold on" } else { "btn btn-line hold" }, r#type: "button",
            onpointerdown: hold,
            onpointerup: move |_| let_go(),
            onpointercancel: move |_| let_go(),
            onpointerleave: move |_| let_go(),
            oncontextmenu: move |event| event.prevent_default(),
            span { class: "fill", "aria-hidden": "true" }
            Icon { glyph: Glyph::Trash2 }
            span { class: "t",
                match held {
                    Some(seconds) => t!("hold-on", n = seconds),
                    None => label,
                }
            }
        }
    }
}
