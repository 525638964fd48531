//! Photos, sounds and files in the form: picked, taken in, shown small, taken out again.

use super::pen::Pen;
use super::recorder::Recorder;
use super::work::{Shown, is_picture};
use crate::session::{HeldFile, Session, Told};
use crate::t;
use crate::ui::components::{Button, Glyph, Icon, Kind, ToldNotice};
use crate::ui::given::Given;
use crate::ui::pick::{Coming, FromPage, LOOK_AT, picture, take_in};
use crate::ui::wording::{cut_off, media, size};
use dioxus::prelude::*;
use zeroize::Zeroizing;

/// The picker, and what comes from it. In the context of the form.
#[derive(Clone, Copy, PartialEq)]
pub struct Picking {
    pick: Callback<()>,
    coming: Signal<Option<String>>,
    refused: Signal<Vec<Told>>,
    recording: Signal<bool>,
}

impl Picking {
    /// Whether a file is on its way in, or sound is being recorded.
    pub fn is_busy(&self) -> bool {
        self.coming.read().is_some() || self.is_recording()
    }

    /// Whether sound is being recorded.
    pub fn is_recording(&self) -> bool {
        *self.recording.read()
    }

    /// Sound is being recorded now, or it is not any more.
    pub fn records(mut self, now: bool) {
        if *self.recording.peek() != now {
            self.recording.set(now);
        }
    }
}

/// In the form's own scope: a file goes on coming in while its row is closed.
pub fn use_picking(pen: Pen) -> Picking {
    let given = use_context::<Given>();
    let mut coming = use_signal(|| None::<String>);
    let mut refused = use_signal(Vec::new);
    let pick = use_callback(move |()| {
        let session = given.session.clone();
        refused.write().clear();
        // Opened at the tap itself.
        let mut page = FromPage::open();
        spawn(async move {
            take_in(&mut page, &session, |step| match step {
                Coming::Part { name, of, size: whole } => {
                    let (done, whole) = (size(of), size(whole.max(of)));
                    coming.set(Some(t!("recording-files-coming", name = name, done = done, whole = whole)));
                }
                Coming::Held(held, small) => {
                    coming.set(None);
                    pen.edit(|work| work.add_file(held, small));
                }
                Coming::Failed(told) => {
                    coming.set(None);
                    refused.write().push(told);
                }
                Coming::Done => coming.set(None),
            })
            .await;
        });
    });
    let recording = use_signal(|| false);
    let session = use_context::<Given>().session;
    use_future(move || {
        let session = session.clone();
        async move { show_again(pen, &session).await }
    });
    use_context_provider(|| Picking { pick, coming, refused, recording })
}

/// The files of a draft that was kept, shown as they were when they were taken in.
async fn show_again(pen: Pen, session: &Session) {
    let held = pen.work().peek().files.clone();
    for file in held.iter().filter(|file| is_picture(file)) {
        // What cannot be read just now stays in the list by its name.
        if let Ok(bytes) = session.held_file(file, LOOK_AT).await {
            pen.show(file.file, picture(Zeroizing::new(bytes)).await.map_or(Shown::NoPicture, Shown::Small));
        }
    }
}

/// The list, and the way to more.
#[component]
pub fn Files() -> Element {
    let pen = use_context::<Pen>();
    let picking = use_context::<Picking>();
    let work = pen.work();
    let work = work.read();
    let shown: Vec<(HeldFile, Shown)> = work
        .files
        .iter()
        .enumerate()
        .map(|(at, held)| (held.clone(), work.shown.get(at).cloned().unwrap_or_default()))
        .collect();
    rsx! {
        if !shown.is_empty() {
            ul { class: "stack gap-2",
                for (held, shown) in shown {
                    li { key: "{held.file}", class: "held",
                        if let Shown::Small(small) = &shown {
                            img { class: "thumb", src: "{small}", alt: "" }
                        } else {
                            span { class: "thumb none", Icon { glyph: file_glyph(&held.media_type) } }
                        }
                        span { class: "grow",
                            b { class: "b", {held.name.clone().unwrap_or_else(|| media(&held.media_type).to_owned())} }
                            span { class: "hint", {t!("recording-file", kind = media(&held.media_type), size = size(held.length))} }
                            if held.cut_off { span { class: "hint", {cut_off()} } }
                            if shown == Shown::NoPicture {
                                span { class: "hint", {t!("recording-file.no-picture")} }
                            }
                        }
                        button { class: "back close", r#type: "button",
                            aria_label: t!("recording-file-take-out", name = held.name.clone().unwrap_or_default()),
                            onclick: move |_| pen.edit(|work| work.remove_file(held.file)),
                            Icon { glyph: Glyph::X }
                        }
                    }
                }
            }
        }
        if let Some(coming) = picking.coming.read().as_ref() {
            p { class: "hint num", role: "status", "{coming}" }
        }
        for (at, told) in picking.refused.read().iter().cloned().enumerate() {
            ToldNotice { key: "{at}", told }
        }
        Button { kind: Kind::Line, glyph: Glyph::Plus, label: t!("recording-files.choose"), onclick: move |_| picking.pick.call(()) }
        Recorder {}
        p { class: "hint", {t!("recording-files.hint")} }
    }
}

/// The icon of a file that is not shown as a picture.
pub fn file_glyph(media_type: &str) -> Glyph {
    match media_type.split('/').next() {
        Some("image") => Glyph::Image,
        Some("video") => Glyph::Video,
        Some("audio") => Glyph::Volume2,
        _ => Glyph::FileText,
    }
}
