//! Buttons. One filled button a screen; everything else is soft, outlined or text.

use super::{Glyph, Icon, Size};
use crate::t;
use crate::ui::english::{dir_of, lang_of};
use crate::ui::shell::Calls;
use dioxus::prelude::*;

/// How a button looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The one main thing to do.
    Main,
    /// A second thing.
    Soft,
    /// Outlined.
    Line,
    /// Words only.
    Text,
}

/// A button over the whole width.
#[component]
pub fn Button(
    kind: Kind,
    label: String,
    glyph: Option<Glyph>,
    /// Only while the wait after wrong tries lasts: a form says what is missing instead.
    #[props(default)]
    disabled: bool,
    /// The label is English while another language is spoken.
    #[props(default)]
    english: bool,
    onclick: EventHandler<MouseEvent>,
) -> Element {
    let class = match kind {
        Kind::Main => "btn btn-main",
        Kind::Soft => "btn btn-soft",
        Kind::Line => "btn btn-line",
        Kind::Text => "btn btn-text",
    };
    rsx! {
        button { class, r#type: "button", disabled, onclick: move |event| onclick.call(event),
            if let Some(glyph) = glyph { Icon { glyph } }
            span { class: "t", lang: lang_of(english), dir: dir_of(english), "{label}" }
        }
    }
}

/// The red button. It goes straight to the phone: nothing stands before it, and it waits for nothing.
#[component]
pub fn Call999(#[props(default)] small: bool) -> Element {
    let calls = use_context::<Calls>();
    let call = move |event: MouseEvent| {
        event.prevent_default();
        calls.call("999");
    };
    rsx! {
        a { class: if small { "btn btn-999 small" } else { "btn btn-999" }, href: "tel:999", onclick: call,
            if small {
                Icon { glyph: Glyph::Phone, size: Size::Large }
                span { b { {t!("shell-call-999")} } }
            } else {
                span { class: "disc", Icon { glyph: Glyph::Phone, size: Size::Large } }
                span {
                    b { {t!("shell-call-999")} }
                    span { {t!("shell-call-999.hint")} }
                }
            }
        }
    }
}
