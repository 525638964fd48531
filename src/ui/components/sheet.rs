//! A sheet over the lower part of the screen. Leave stays in sight below it.

use dioxus::prelude::*;

/// A sheet with a title. A tap beside it, or Escape, closes it.
#[component]
pub fn Sheet(
    title: String,
    /// The title is her own words.
    #[props(default)]
    hers: bool,
    onclose: EventHandler,
    children: Element,
) -> Element {
    rsx! {
        div { class: "sheet-back", onclick: move |_| onclose.call(()),
            div { class: "sheet", role: "dialog", tabindex: "-1",
                // A name here would be translated as ours are, and with it marked as hers all that is in the sheet would not.
                aria_label: (!hers).then(|| title.clone()), aria_labelledby: hers.then_some("h-her-own"),
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
                if hers { h2 { id: "h-her-own", dir: "auto", translate: "no", "{title}" } } else { h2 { "{title}" } }
                {children}
            }
        }
    }
}
