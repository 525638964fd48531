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

/// Puts the focus into the field, or on the thing, with this name in the page, as soon as it stands there, and brings it into
/// sight. Without a page nothing happens. `id` is a name of ours, never her words.
pub fn focus(id: &str) {
    let Ok(id) = serde_json::to_string(id) else { return };
    document::eval(&format!(
        "const go = (tries) => {{ const at = document.getElementById({id}); \
         if (at) {{ at.focus({{ preventScroll: true }}); at.scrollIntoView({{ block: 'center' }}); }} \
         else if (tries) setTimeout(() => go(tries - 1), 40); }}; setTimeout(() => go(20), 40);"
    ));
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
    /// Where in the page it is said what is wrong, if several fields share it.
    wrong_in: Option<String>,
    /// Whether what is wrong is told a screen reader elsewhere already, as a form with a summary does. It hears it again with
    /// the field.
    #[props(default)]
    quiet: bool,
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
    // What is typed runs as its own language does, and digits as they are dialled.
    let dir = if matches!(kind, FieldKind::Number | FieldKind::Pin) { "ltr" } else { "auto" };
    let label_id = format!("{id}-label");
    let hint_id = format!("{id}-hint");
    let is_wrong = wrong.is_some() || wrong_in.is_some();
    let class = match (kind, is_wrong) {
        (FieldKind::Area, false) => "input area",
        (FieldKind::Area, true) => "input area wrong",
        (_, false) => "input",
        (_, true) => "input wrong",
    };
    let wrong_id = format!("{id}-wrong");
    let wrong_at = wrong_in.as_ref().or(wrong.is_some().then_some(&wrong_id));
    let described = [hint.is_some().then_some(&hint_id), wrong_at];
    let described: Vec<&str> = described.into_iter().flatten().map(String::as_str).collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    rsx! {
        div { class: "field",
            label { id: label_id, r#for: "{id}", class: if bare { "hidden-visually" } else { "label" }, "{label}" }
            if let Some(hint) = &hint { p { class: "hint", id: "{hint_id}", "{hint}" } }
            div { class,
                if let Some(glyph) = glyph { Icon { glyph } }
                if kind == FieldKind::Area {
                    textarea { id: "{id}", dir, placeholder: "{placeholder}", spellcheck: "false", autocomplete: "off",
                        aria_describedby: described.clone(), "aria-invalid": is_wrong.then_some("true"),
                        initial_value: "{initial}",
                        oninput: move |event| oninput.call(event.value()),
                    }
                } else {
                    input { id: "{id}", dir, r#type: input_type, inputmode: mode, placeholder: "{placeholder}", spellcheck: "false",
                        autocomplete: "off", autocapitalize: "off",
                        aria_describedby: described, "aria-invalid": is_wrong.then_some("true"),
                        initial_value: "{initial}",
                        oninput: move |event| oninput.call(event.value()),
                    }
                }
            }
            if let Some(wrong) = wrong {
                p { class: "field-wrong", id: "{wrong_id}", role: (!quiet).then_some("alert"),
                    Icon { glyph: Glyph::TriangleAlert, size: Size::Small }
                    span { "{wrong}" }
                }
            }
        }
    }
}
