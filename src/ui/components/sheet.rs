//! A sheet over the lower part of the screen. Leave stays in sight below it.

use dioxus::prelude::*;

/// A sheet with a title. A tap beside it, or Escape, closes it.
#[component]
pub fn Sheet(title: String, onclose: EventHandler, children: Element) -> Element {
    rsx! {
        div { class: "sheet-back", onclick: move |_| onclose.call(()),
            div { class: "sheet", role: "dialog", aria_label: "{title}", tabindex: "-1",
                onclick: move |event| event.stop_propagation(),
                onkeydown: move |event| {
                    if event.key() == Key::Escape {
                        onclose.call(());
                    }
                },
                onmounted: move |element| async move {
                    // The sheet is read next. Without a page there is no focus to move.
                    let _ = element.set_focus(true).await;
                },
                h2 { "{title}" }
                {children}
            }
        }
    }
}
