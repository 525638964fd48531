//! A new secret, typed twice: a slip of the finger must not lock her out.

use super::{Field, FieldKind, Rows, Switch};
use crate::t;
use dioxus::prelude::*;
use zeroize::Zeroizing;

/// What is typed into a field and wiped when it goes.
pub type Typed = Signal<Zeroizing<String>>;

/// A new secret as it is being typed. `Copy`, so closures can take it.
#[derive(Clone, Copy, PartialEq)]
pub struct NewSecret {
    first: Typed,
    again: Typed,
    wrong: Signal<Option<String>>,
    differs: Signal<Option<String>>,
    round: Signal<u32>,
}

/// With nothing typed yet.
pub fn use_new_secret() -> NewSecret {
    NewSecret {
        first: use_signal(Zeroizing::default),
        again: use_signal(Zeroizing::default),
        wrong: use_signal(|| None),
        differs: use_signal(|| None),
        round: use_signal(|| 0),
    }
}

impl NewSecret {
    /// A copy for the session, which wipes it; or `None`, and what is missing stands beside its field. `nothing` is said
    /// beside an empty one.
    pub fn ready(mut self, nothing: &str) -> Option<String> {
        self.wrong.set(None);
        self.differs.set(None);
        if self.first.peek().trim().is_empty() {
            self.wrong.set(Some(nothing.to_owned()));
        } else if *self.first.peek() != *self.again.peek() {
            self.differs.set(Some(t!("twice-differs").to_owned()));
        } else {
            return Some(String::clone(&*self.first.peek()));
        }
        None
    }

    /// Says beside the first field why it cannot be used.
    pub fn refuse(mut self, words: String) {
        self.wrong.set(Some(words));
    }

    /// Empties both fields, in the page too.
    pub fn clear(mut self) {
        self.first.set(Zeroizing::default());
        self.again.set(Zeroizing::default());
        self.wrong.set(None);
        self.differs.set(None);
        self.round += 1;
    }
}

/// The two fields, and one switch that shows both. The second field's id ends in `-again`.
#[component]
pub fn Twice(
    secret: NewSecret,
    id: String,
    label: String,
    hint: Option<String>,
    /// The Enter key in either field.
    onenter: EventHandler,
) -> Element {
    let mut shown = use_signal(|| false);
    let NewSecret { mut first, mut again, wrong, differs, round } = secret;
    let kind = if shown() { FieldKind::Line } else { FieldKind::Secret };
    rsx! {
        div { class: "stack gap-4", onkeydown: move |event| if event.key() == Key::Enter { onenter.call(()) },
            for round in [round()] {
                div { key: "{round}", class: "stack gap-4",
                    Field { id: id.clone(), label: label.clone(), kind, hint: hint.clone(), wrong: wrong(),
                        oninput: move |text| first.set(Zeroizing::new(text)),
                    }
                    Field { id: "{id}-again", label: t!("twice-again"), kind, wrong: differs(),
                        oninput: move |text| again.set(Zeroizing::new(text)),
                    }
                }
            }
        }
        Rows { icons: false, Switch { title: t!("word-show-typed"), hint: t!("twice-show.hint"), on: shown(), onchange: move |on| shown.set(on) } }
    }
}
