//! One note. It is saved in each pause of typing, and at each way out.

use super::list::day;
use super::{Frame, LockButton};
use crate::session::{NoteId, SessionError};
use crate::t;
use crate::ui::components::{Button, Glyph, Icon, Kind, Sheet, Size};
use crate::ui::given::Given;
use dioxus::prelude::*;
use std::time::Duration;

/// How long a pause is.
const PAUSE: Duration = Duration::from_millis(500);

#[component]
pub(super) fn Paper(id: NoteId, fresh: bool, onclose: EventHandler) -> Element {
    let given = use_context::<Given>();
    let session = given.session.clone();
    let note = use_resource(move || {
        let session = session.clone();
        async move { if fresh { None } else { session.note(id).await.ok() } }
    });
    let mut stroke = use_signal(|| 0_u64);
    let mut wrong = use_signal(|| None::<&'static str>);
    let mut asking = use_signal(|| false);
    let keeping = given.clone();
    // Each stroke begins this anew, so it goes on only in a pause.
    let _keeper = use_resource(move || {
        let (given, stroke) = (keeping.clone(), stroke());
        async move {
            if stroke == 0 {
                return;
            }
            tokio::time::sleep(PAUSE).await;
            let Some((id, text)) = given.unkept.take_note() else { return };
            wrong.set(match given.session.write_note(id, text.clone()).await {
                Ok(()) => None,
                Err(error) => {
                    given.unkept.put_note(id, text);
                    Some(said(&error))
                }
            });
        }
    });
    let dropping = given.clone();
    // Going back keeps at once. Leaving has kept it by now, and the notes may be locked.
    use_drop(move || dropping.keep_typed());
    let unkept = given.unkept.clone();
    let typed = move |event: FormEvent| {
        unkept.put_note(id, event.value());
        stroke += 1;
    };
    let deleting = given.clone();
    let delete = move |_: MouseEvent| {
        let given = deleting.clone();
        async move {
            // What was typed last must not bring it back.
            drop(given.unkept.take_note());
            match given.session.delete_note(id).await {
                // Nothing was ever written.
                Ok(()) | Err(SessionError::NoSuchNote) => onclose.call(()),
                Err(error) => {
                    asking.set(false);
                    wrong.set(Some(said(&error)));
                }
            }
        }
    };
    let today = given.clock.now().to_zoned_datetime(given.clock.zone()).date();
    let loaded = note.read().clone();
    let changed = loaded.iter().flatten().next().map(|note| day(&note.changed, today)).unwrap_or_default();
    rsx! {
        Frame {
            top: rsx! {
                button { class: "back", r#type: "button", onclick: move |_| onclose.call(()),
                    Icon { glyph: Glyph::ChevronLeft, size: Size::Large }
                    {t!("notes-title")}
                }
                span { class: "top-mid", "{changed}" }
                button { class: "notes-tool", r#type: "button", aria_label: t!("notes-delete"), onclick: move |_| asking.set(true), Icon { glyph: Glyph::Trash2 } }
                LockButton {}
            },
            sheet: asking().then(|| rsx! {
                Sheet { title: t!("notes-delete-ask"), onclose: move |()| asking.set(false),
                    Button { kind: Kind::Main, label: t!("notes-delete-ask.do"), onclick: delete }
                    Button { kind: Kind::Text, label: t!("notes-delete-ask.keep"), onclick: move |_| asking.set(false) }
                }
            }),
            h1 { class: "hidden-visually", {t!("notes-note")} }
            if let Some(wrong) = wrong() { p { class: "note", role: "alert", "{wrong}" } }
            match loaded {
                None => rsx! {},
                Some(None) if !fresh => rsx! { p { class: "lead notes-none", {t!("notes-note.gone")} } },
                Some(note) => rsx! {
                    textarea { class: "note-text", id: "note-text", aria_label: t!("notes-note"), placeholder: t!("notes-note.placeholder"), translate: "no", spellcheck: "false",
                        autocomplete: "off",
                        initial_value: note.map(|note| note.text).unwrap_or_default(),
                        oninput: typed,
                    }
                },
            }
        }
    }
}

/// What went wrong, in the words of any notes app.
fn said(error: &SessionError) -> &'static str {
    match error {
        SessionError::LongNote => t!("notes-not-saved.long"),
        SessionError::ReadingOnly => t!("notes-not-saved.read-only"),
        SessionError::Store(error) if error.is_full() => t!("notes-not-saved.full"),
        _ => t!("notes-not-saved"),
    }
}
