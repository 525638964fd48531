//! What the second secret opens: an ordinary little notes app. While it is open it stands in the place of every screen, so
//! no way leads from it to the journal, and no word on it is Steadfast's.
//!
//! It has no 999: that would tell what it is. The Close button lies at the very pixels of Leave and is Leave; the
//! calculator that it shows takes 999 to the dialer, as always.

mod list;
mod paper;

use crate::session::NoteId;
use crate::t;
use crate::ui::components::{Glyph, Icon};
use crate::ui::given::Given;
use crate::ui::quick_exit::Leave;
use dioxus::prelude::*;
use list::List;
use paper::Paper;

/// Where in the notes one is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum At {
    List,
    Note { id: NoteId, fresh: bool },
}

/// The notes app. Its place is its own: nothing of it goes through the app's routes.
#[component]
pub fn Notes() -> Element {
    let mut at = use_signal(|| At::List);
    let open = move |(id, fresh): (NoteId, bool)| at.set(At::Note { id, fresh });
    match at() {
        At::List => rsx! { List { onopen: open } },
        At::Note { id, fresh } => rsx! { Paper { id, fresh, onclose: move |()| at.set(At::List) } },
    }
}

/// The frame of its two screens.
#[component]
fn Frame(top: Element, action: Option<Element>, sheet: Option<Element>, children: Element) -> Element {
    let covered = sheet.is_some();
    rsx! {
        div { class: "screen notes",
            div { class: "middle",
                div { class: "page", "inert": covered.then_some("inert"),
                    header { class: "top", {top} }
                    main { class: "content", tabindex: "0",
                        onmounted: move |element| async move {
                            // A new screen is where reading goes on. Without a page there is no focus to move.
                            let _ = element.set_focus(true).await;
                        },
                        {children}
                    }
                }
                {sheet}
            }
            footer { class: "bar",
                if let Some(action) = action { {action} } else { span { class: "bar-space" } }
                Leave { plain: true }
            }
        }
    }
}

/// Locks. What is seen next is the calculator, and not the screen that asks for a passphrase.
#[component]
fn LockButton() -> Element {
    let given = use_context::<Given>();
    rsx! {
        button { class: "notes-tool", r#type: "button", aria_label: t!("notes-lock"), onclick: move |_| given.leave(), Icon { glyph: Glyph::Lock } }
    }
}

#[cfg(test)]
mod tests;
