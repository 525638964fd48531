//! Fields to write in. The label stands above, the hint under it, the field under the hint.

use super::{Glyph, Icon, Size};
use dioxus::prelude::*;

/// What a field takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FieldKind {
    /// One line.
    #[default]
    Line,
    /// Many lines.
    Area,
    /// Search words.
    Search,
    /// A date, as `2026-11-17`.
    Date,
    /// A time, as `18:42`.
    Time,
    /// A whole number.
    Number,
    /// A PIN: digits, not shown.
    Pin,
    /// A passphrase, not shown.
    Secret,
}

/// A field. `initial` is what stands in it at first: what is typed later comes through `oninput` and is never written back,
/// because writing back loses keystrokes. Give it another `key` to begin again.
#[component]
pub fn Field(
    /// The name of the field in the page; its label and hint hang on it.
    id: String,
    /// The label. With `bare`, only a screen reader says it.
    label: String,
    /// A line under the label.
    hint: Option<String>,
    /// What is missing or wrong, said beside it.
    wrong: Option<String>,
    /// What it takes.
    #[props(default)]
    kind: FieldKind,
    /// What stands in it at first.
    #[props(default)]
    initial: String,
    /// Grey words in the empty field.
    #[props(default)]
    placeholder: String,
    /// An icon at the beginning.
    glyph: Option<Glyph>,
    /// Without a visible label.
    #[props(default)]
    bare: bool,
    /// Each change, whole.
    oninput: EventHandler<String>,
) -> Element {
    // What was there first, however often the screen around it is drawn again.
    let initial = use_hook(|| initial);
    let (input_type, mode) = match kind {
        FieldKind::Line | FieldKind::Area => ("text", "text"),
        FieldKind::Search => ("search", "search"),
        FieldKind::Date => ("date", "none"),
        FieldKind::Time => ("time", "none"),
        FieldKind::Number => ("text", "numeric"),
        FieldKind::Pin => ("password", "numeric"),
        FieldKind::Secret => ("password", "text"),
    };
    let label_id = format!("{id}-label");
    let hint_id = format!("{id}-hint");
    let class = match (kind, wrong.is_some()) {
        (FieldKind::Area, false) => "input area",
        (FieldKind::Area, true) => "input area wrong",
        (_, false) => "input",
        (_, true) => "input wrong",
    };
    let described = (hint.is_some() || wrong.is_some()).then(|| hint_id.clone());
    rsx! {
        div { class: "field",
            label { id: label_id, r#for: "{id}", class: if bare { "hidden-visually" } else { "label" }, "{label}" }
            if let Some(hint) = &hint { p { class: "hint", id: "{hint_id}", "{hint}" } }
            div { class,
                if let Some(glyph) = glyph { Icon { glyph } }
                if kind == FieldKind::Area {
                    textarea { id: "{id}", placeholder: "{placeholder}", spellcheck: "false", autocomplete: "off",
                        aria_describedby: described, "aria-invalid": wrong.is_some().then_some("true"),
                        initial_value: "{initial}",
                        oninput: move |event| oninput.call(event.value()),
                    }
                } else {
                    input { id: "{id}", r#type: input_type, inputmode: mode, placeholder: "{placeholder}", spellcheck: "false",
                        autocomplete: "off", autocapitalize: "off",
                        aria_describedby: described, "aria-invalid": wrong.is_some().then_some("true"),
                        initial_value: "{initial}",
                        oninput: move |event| oninput.call(event.value()),
                    }
                }
            }
            if let Some(wrong) = wrong {
                p { class: "field-wrong", id: if hint.is_none() { "{hint_id}" }, role: "alert",
                    Icon { glyph: Glyph::TriangleAlert, size: Size::Small }
                    span { "{wrong}" }
                }
            }
        }
    }
}
