//! The list of notes, the latest first.

use super::{Frame, LockButton};
use crate::domain::When;
use crate::session::{NoteId, NoteLine};
use crate::t;
use crate::ui::components::{Button, Field, FieldKind, Glyph, Kind};
use crate::ui::given::Given;
use crate::ui::status::use_status;
use crate::ui::wording::hour;
use dioxus::prelude::*;
use jiff::civil::Date;

#[component]
pub(super) fn List(onopen: EventHandler<(NoteId, bool)>) -> Element {
    let given = use_context::<Given>();
    let status = use_status();
    let mut words = use_signal(String::new);
    let mut failed = use_signal(|| false);
    let session = given.session.clone();
    let found = use_resource(move || {
        // Whatever changes is asked for anew.
        let _ = status().revision;
        let (session, words) = (session.clone(), words());
        async move { session.notes(words).await.unwrap_or_default() }
    });
    let session = given.session.clone();
    let begin = move |_: MouseEvent| {
        let session = session.clone();
        async move {
            match session.new_note().await {
                Ok(id) => onopen.call((id, true)),
                Err(_) => failed.set(true),
            }
        }
    };
    let today = given.clock.now().to_zoned_datetime(given.clock.zone()).date();
    let list = found.read().clone();
    let total = list.as_ref().map_or(0, |list| list.total);
    rsx! {
        Frame {
            top: rsx! { h1 { class: "top-title", {t!("notes-title")} } LockButton {} },
            action: rsx! { Button { kind: Kind::Main, glyph: Glyph::Plus, label: t!("notes-new"), onclick: begin } },
            if failed() { p { class: "hint centred", role: "alert", {t!("notes-new.failed")} } }
            if total > 0 {
                Field { id: "notes-search", label: t!("notes-search"), bare: true, kind: FieldKind::Search, glyph: Glyph::Search,
                    placeholder: t!("notes-search.placeholder"), oninput: move |text| words.set(text),
                }
            }
            if let Some(list) = list {
                if list.total == 0 {
                    p { class: "lead notes-none", {t!("notes-none")} }
                } else if list.lines.is_empty() {
                    p { class: "lead notes-none", {t!("notes-none.found")} }
                } else {
                    div { class: "card rows notes-list",
                        for line in list.lines { Line { key: "{line.id:?}", line, today, onopen } }
                    }
                    p { class: "meta centred", {t!("notes-count", n = list.total)} }
                }
                if list.unreadable > 0 {
                    p { class: "hint centred", role: "status", {t!("notes-unreadable", n = list.unreadable)} }
                }
            }
        }
    }
}

#[component]
fn Line(line: NoteLine, today: Date, onopen: EventHandler<(NoteId, bool)>) -> Element {
    let id = line.id;
    rsx! {
        button { class: "note-row", r#type: "button", onclick: move |_| onopen.call((id, false)),
            b { translate: "no", "{line.title}" }
            span { class: "note-more",
                span { class: "num", {day(&line.changed, today)} }
                if !line.preview.is_empty() { span { class: "note-preview", translate: "no", "{line.preview}" } }
            }
        }
    }
}

/// "18:42" today, else "12 Nov", with the year where it is another one.
pub(super) fn day(when: &When, today: Date) -> String {
    let on = when.date();
    match on {
        on if on == today => hour(when),
        on => crate::ui::wording::short_date_near(on, today),
    }
}
