//! Photos, sounds and files in the form: picked, taken in, shown small, taken out again.

use super::pen::Pen;
use super::recorder::Recorder;
use super::work::{Shown, is_picture};
use crate::domain::ports::Wanted;
use crate::session::{HeldFile, Session, Told, VaultState};
use crate::t;
use crate::ui::components::{Button, Glyph, Icon, Kind, ToldNotice};
use crate::ui::given::Given;
use crate::ui::pick::{Choosing, Coming, FromPage, FromPhone, LOOK_AT, Pieces, picture, take_in};
use crate::ui::quick_exit::Face;
use crate::ui::wording::{cut_off, media, size};
use dioxus::prelude::*;
use std::rc::Rc;
use zeroize::Zeroizing;

/// The picker, and what comes from it. In the context of the form.
#[derive(Clone, Copy, PartialEq)]
pub struct Picking {
    pick: Callback<Wanted>,
    coming: Signal<Option<String>>,
    refused: Signal<Vec<Told>>,
    recording: Signal<bool>,
    cut_off: bool,
    waited: bool,
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

    /// Whether something that she chose was waiting for this form: she sees at once what becomes of it.
    pub fn was_waited_for(&self) -> bool {
        self.waited
    }

    /// Whether the journal locked the last time while a file was on its way in.
    pub fn was_cut_off(&self) -> bool {
        self.cut_off
    }
}

/// In the form's own scope: a file goes on coming in while its row is closed.
pub fn use_picking(pen: Pen) -> Picking {
    let given = use_context::<Given>();
    let choosing = use_context::<Choosing>();
    let cut_off = use_hook(|| given.unkept.take_cut_off());
    let waited = use_hook(|| choosing.is_full());
    let coming = use_signal(|| None::<String>);
    let mut refused = use_signal(Vec::new);
    let taking = given.clone();
    let pick = use_callback(move |wanted| {
        refused.write().clear();
        // Opened at the tap itself: the phone's own picker, or else the page's.
        if choosing.open(wanted) {
            return;
        }
        let (mut page, given) = (FromPage::open(), taking.clone());
        spawn(async move { bring_in(&mut page, CutOff::of(&given, false), pen, coming, refused).await });
    });
    let taking = given.clone();
    // One choice after another: what is chosen while a film still comes in waits for it.
    let turn = use_hook(|| Rc::new(tokio::sync::Mutex::new(())));
    use_effect(move || match choosing.take() {
        Some(Ok((files, wanted))) => {
            let (given, turn) = (taking.clone(), turn.clone());
            spawn(async move {
                let cut_off = CutOff::of(&given, true);
                let _turn = turn.lock().await;
                bring_in(&mut FromPhone::new(files, wanted), cut_off, pen, coming, refused).await;
            });
        }
        Some(Err(_)) => refused.write().push(Told {
            happened: t!("phone-no-picker").to_owned(),
            safe: t!("phone-no-picker.safe").to_owned(),
            to_do: t!("phone-no-picker.to-do").to_owned(),
        }),
        None => {}
    });
    let recording = use_signal(|| false);
    let session = use_context::<Given>().session;
    use_future(move || {
        let session = session.clone();
        async move { show_again(pen, &session).await }
    });
    use_context_provider(|| Picking { pick, coming, refused, recording, cut_off, waited })
}

/// Takes in what comes, and shows how far it is.
async fn bring_in(
    pieces: &mut impl Pieces,
    mut cut_off: CutOff<'_>,
    pen: Pen,
    mut coming: Signal<Option<String>>,
    mut refused: Signal<Vec<Told>>,
) {
    let given = cut_off.given;
    take_in(pieces, &given.session, |step| match step {
        Coming::Part { name, of, size: whole } => {
            cut_off.coming = true;
            coming.set(Some(match whole {
                Some(whole) => {
                    t!("recording-files-coming", name = name, done = size(of), whole = size(whole.max(of)))
                }
                None => t!("phone-coming", name = name, done = size(of)),
            }));
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
    cut_off.ends();
}

/// Files that are on their way in. If the journal locks meanwhile the form goes, and she is told when she is back in it.
struct CutOff<'a> {
    given: &'a Given,
    /// Whether anything is known to be coming. The page does not say whether she chose at all.
    coming: bool,
}

impl<'a> CutOff<'a> {
    fn of(given: &'a Given, coming: bool) -> Self {
        Self { given, coming }
    }

    /// Whatever was to come has come, or was refused in words. Where it was refused because it is locked, they go with the form.
    fn ends(mut self) {
        self.coming &= !self.is_open();
    }

    fn is_open(&self) -> bool {
        self.given.session.status().borrow().vault == VaultState::Open
    }
}

impl Drop for CutOff<'_> {
    fn drop(&mut self) {
        let left = self.given.curtain.shown().face == Face::Calculator;
        if self.coming && (left || !self.is_open()) {
            self.given.unkept.was_cut_off();
        }
    }
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
    let given = use_context::<Given>();
    // The page's picker shows everything at once; a phone has one for its photos, and one for files.
    let has_picker = use_hook(|| given.picker.here());
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
                            b { class: "b", translate: held.name.is_some().then_some("no"), {held.name.clone().unwrap_or_else(|| media(&held.media_type).to_owned())} }
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
        if has_picker {
            Button { kind: Kind::Line, glyph: Glyph::Image, label: t!("phone-pick.photos"), onclick: move |_| picking.pick.call(Wanted::PhotosAndFilms) }
            Button { kind: Kind::Line, glyph: Glyph::FileText, label: t!("phone-pick.files"), onclick: move |_| picking.pick.call(Wanted::AnyFiles) }
        } else {
            Button { kind: Kind::Line, glyph: Glyph::Plus, label: t!("recording-files.choose"), onclick: move |_| picking.pick.call(Wanted::AnyFiles) }
        }
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
