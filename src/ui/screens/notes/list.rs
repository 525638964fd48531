//! The list of notes, the latest first.

use super::{Frame, LockButton};
use crate::domain::When;
use crate::session::{NoteId, NoteLine};
use crate::ui::components::{Button, Field, FieldKind, Glyph, Kind};
use crate::ui::given::Given;
use crate::ui::status::use_status;
use crate::ui::wording::{count, hour};
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
            top: rsx! { h1 { class: "top-title", "Notes" } LockButton {} },
            action: rsx! { Button { kind: Kind::Main, glyph: Glyph::Plus, label: "New note", onclick: begin } },
            if failed() { p { class: "hint centred", role: "alert", "A new note could not be made. Try again." } }
            if total > 0 {
                Field { id: "notes-search", label: "Search notes", bare: true, kind: FieldKind::Search, glyph: Glyph::Search,
                    placeholder: "Search", oninput: move |text| words.set(text),
                }
            }
            if let Some(list) = list {
                if list.total == 0 {
                    p { class: "lead notes-none", "No notes yet." }
                } else if list.lines.is_empty() {
                    p { class: "lead notes-none", "No note has these words." }
                } else {
                    div { class: "card rows notes-list",
                        for line in list.lines { Line { key: "{line.id:?}", line, today, onopen } }
                    }
                    p { class: "meta centred", {count(list.total, "note", "notes")} }
                }
                if list.unreadable > 0 {
                    p { class: "hint centred", role: "status", {unreadable(list.unreadable)} }
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
            b { "{line.title}" }
            span { class: "note-more",
                span { class: "num", {day(&line.changed, today)} }
                if !line.preview.is_empty() { span { class: "note-preview", "{line.preview}" } }
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

fn unreadable(n: usize) -> String {
    format!("{} could not be opened. Nothing was deleted.", count(n, "note", "notes"))
}
