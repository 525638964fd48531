//! Every version of an entry, the latest first, with what each one changed.

use crate::session::EntryView;
use crate::t;
use crate::ui::components::{Glyph, Icon};
use crate::ui::wording::{Change, changes, short};
use dioxus::prelude::*;
use jiff::civil::Date;

/// One version in words.
#[derive(Clone, PartialEq)]
struct Shown {
    at: usize,
    title: String,
    why: Option<String>,
    changes: Vec<Change>,
}

/// The list. `onread` is given the number of the version to show whole.
#[component]
pub fn Versions(view: EntryView, today: Date, onread: EventHandler<usize>) -> Element {
    let of_first = match (view.added_later().next().is_some(), view.versions.len() > 1) {
        (true, _) => t!("entry-version.files-later"),
        (false, true) => t!("entry-version.stays"),
        (false, false) => t!("entry-version.not-changed"),
    };
    let mut shown = Vec::new();
    for (at, version) in view.versions.iter().enumerate() {
        let when = short(&version.recorded.at, today);
        let before = at.checked_sub(1).and_then(|before| view.versions.get(before));
        let changes =
            before.map(|before| changes(before.entry.content(), version.entry.content(), today)).unwrap_or_default();
        let only_added = changes.iter().all(|change| change.was.is_none());
        let title = match before {
            None => t!("entry-version.first", when = when),
            Some(_) if only_added && !changes.is_empty() => t!("entry-version.added", when = when),
            Some(_) => t!("entry-version.corrected", when = when),
        };
        shown.push(Shown { at, title, why: version.why.clone(), changes });
    }
    shown.reverse();
    rsx! {
        section { aria_labelledby: "h-versions",
            div { class: "section-head", h2 { id: "h-versions", {t!("entry-versions")} } }
            ol { class: "card pad versions",
                for version in shown {
                    li { key: "{version.at}",
                        span { class: "dot", Icon { glyph: if version.at == 0 { Glyph::Check } else { Glyph::Pencil } } }
                        span { class: "grow",
                            b { class: "b", "{version.title}" }
                            for (number, change) in version.changes.iter().cloned().enumerate() {
                                Changed { key: "{number}", change }
                            }
                            if let Some(why) = &version.why { span { class: "hint as-line", {t!("entry-version.why", why = why.as_str())} } }
                            span { class: "hint as-line",
                                if version.at == 0 {
                                    {of_first}
                                    " "
                                }
                                button { class: "link", r#type: "button", onclick: move |_| onread.call(version.at), {t!("entry-version.read")} }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What was there is struck through; a screen reader hears "was" and "now".
#[component]
fn Changed(change: Change) -> Element {
    let was = change.was.is_some();
    // What stayed is on both sides, and one of them is all hers.
    let stayed = (change.was_hers || change.now_hers).then_some("no");
    rsx! {
        span { class: "hint as-line changed",
            {t!("entry-change", name = change.name)}
            " "
            bdi { translate: stayed, "{change.before}" }
            " "
            if let Some(was) = &change.was {
                span { class: "hidden-visually", {t!("entry-change.was")}
                    " "
                }
                s { class: "was", dir: "auto", translate: change.was_hers.then_some("no"), "{was}" }
                " "
            }
            if let Some(now) = &change.now {
                if was {
                    span { class: "hidden-visually", {t!("entry-change.now")}
                        " "
                    }
                }
                span { class: "now", dir: "auto", translate: change.now_hers.then_some("no"), "{now}" }
                " "
            }
            bdi { translate: stayed, "{change.after}" }
        }
    }
}
