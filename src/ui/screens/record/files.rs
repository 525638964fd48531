//! Photos, sounds and files in the form: picked, taken in, shown small, taken out again.

use super::camera::{Lens, OpenCamera, Viewfinder, use_lens};
use super::pen::Pen;
use super::recorder::Recorder;
use super::work::{Shown, is_picture};
use crate::domain::ports::Wanted;
use crate::session::{HeldFile, Session, Told, VaultState};
use crate::t;
use crate::ui::components::{Button, Glyph, Icon, Kind, ToldNotice};
use crate::ui::given::Given;
use crate::ui::pick::{Choosing, Coming, FromPage, FromPhone, LOOK_AT, Pieces, Waiting, let_go, picture, take_in};
use crate::ui::unkept::{Awaited, Form};
use crate::ui::wording::{cut_off, media, size};
use dioxus::dioxus_core::Task;
use dioxus::prelude::*;
use std::rc::Rc;
use zeroize::Zeroizing;

/// The picker, and what comes from it. In the context of the form.
#[derive(Clone, Copy, PartialEq)]
pub struct Picking {
    pick: Callback<Wanted>,
    end: Callback<()>,
    coming: Signal<Comes>,
    refused: Signal<Vec<Told>>,
    recording: Signal<bool>,
    lens: Lens,
    late: Signal<bool>,
    missing: bool,
    waited: bool,
}

/// What is on its way in.
#[derive(Clone, Default, PartialEq)]
struct Comes {
    /// How often she chose and not all of it is there.
    choices: usize,
    /// How far the file is that is coming in now.
    how_far: Option<String>,
}

impl Picking {
    /// Whether a file is on its way in, or sound is being recorded.
    pub fn is_busy(&self) -> bool {
        self.coming.read().choices > 0 || self.is_recording()
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

    /// The camera.
    pub fn lens(&self) -> Lens {
        self.lens
    }

    /// Whether something was refused, and why is on the screen.
    pub fn has_refused(&self) -> bool {
        !self.refused.read().is_empty()
    }

    /// Whether something that she chose was waiting for this form: she sees at once what becomes of it.
    pub fn was_waited_for(&self) -> bool {
        self.waited
    }

    /// Whether something that she chose for this form was not taken in: it was locked, or she left or closed it too early.
    pub fn is_missing(&self) -> bool {
        self.missing
    }

    /// The form is saved, or not wanted. Nothing comes into it from now on.
    pub fn end(self) {
        self.end.call(());
    }

    /// Whether something came, or would have come, after the end.
    pub fn is_late(&self) -> bool {
        *self.late.read()
    }

    /// How far it is.
    fn line(&self) -> Option<String> {
        let coming = self.coming.read();
        let words = || coming.how_far.clone().unwrap_or_else(|| t!("phone-coming.anything").to_owned());
        (coming.choices > 0).then(words)
    }
}

/// In the form's own scope: a file goes on coming in while its row is closed.
pub fn use_picking(pen: Pen) -> Picking {
    let given = use_context::<Given>();
    let choosing = use_context::<Choosing>();
    let form = use_hook(|| pen.work().peek().of);
    let missing = use_hook(|| given.unkept.take_missing(form));
    let waited = use_hook(|| choosing.is_full());
    let mut coming = use_signal(Comes::default);
    let mut refused = use_signal(Vec::new);
    let (mut late, mut ended) = (use_signal(|| false), use_signal(|| false));
    let mut tasks = use_signal(Vec::new);
    let shows = Shows { pen, form, coming, refused };
    let taking = given.clone();
    let pick = use_callback(move |wanted| {
        shows.forgets();
        // Opened at the tap itself: the phone's own picker, or else the page's.
        if choosing.open(wanted, form) {
            return;
        }
        let (mut page, given) = (FromPage::open(), taking.clone());
        tasks.write().push(spawn(async move { bring_in(&mut page, &given, None, shows).await }));
    });
    let taking = given.clone();
    let lens = use_lens(&given, shows, tasks);
    // One choice after another: what is chosen while a film still comes in waits for it.
    let turn = use_hook(|| Rc::new(tokio::sync::Mutex::new(())));
    use_effect(move || match choosing.take() {
        Some(Ok(Waiting { awaited, .. })) if *ended.peek() => {
            awaited.settle();
            late.set(true);
        }
        Some(Ok(Waiting { files, wanted, awaited })) => {
            coming.write().choices += 1;
            let (given, turn) = (taking.clone(), turn.clone());
            tasks.write().push(spawn(async move {
                // Should the form go first, it is missing.
                let awaited = awaited;
                let _turn = turn.lock().await;
                bring_in(&mut FromPhone::new(files, wanted), &given, Some(awaited), shows).await;
            }));
        }
        Some(Err(_)) => refused.write().push(Told {
            happened: t!("phone-no-picker").to_owned(),
            safe: t!("phone-no-picker.safe").to_owned(),
            to_do: t!("phone-no-picker.to-do").to_owned(),
        }),
        None => {}
    });
    let unkept = given.unkept.clone();
    use_drop(let_go);
    let end = use_callback(move |()| {
        ended.set(true);
        tasks.take().into_iter().for_each(|task: Task| task.cancel());
        lens.end();
        let_go();
        late.set(coming.take().choices > 0 || !pen.work().peek().files.is_empty());
        // It is said on the screen that comes now, or she does not want it.
        unkept.take_missing(form);
    });
    let recording = use_signal(|| false);
    let session = given.session.clone();
    use_future(move || {
        let session = session.clone();
        async move { show_again(pen, &session).await }
    });
    use_context_provider(|| Picking { pick, end, coming, refused, recording, lens, late, missing, waited })
}

/// Where it shows what comes.
#[derive(Clone, Copy)]
pub struct Shows {
    /// What it comes into.
    pub pen: Pen,
    /// Which form that is.
    pub form: Form,
    coming: Signal<Comes>,
    refused: Signal<Vec<Told>>,
}

impl Shows {
    /// What was refused before is not said any more.
    pub fn forgets(mut self) {
        self.refused.write().clear();
    }

    /// So many choices more are awaited, or fewer.
    pub fn comes(mut self, more: isize) {
        self.coming.with_mut(|coming| coming.choices = coming.choices.saturating_add_signed(more));
    }
}

/// Takes in what comes, and shows how far it is. Of the page it is not known whether she chose at all until a file comes.
pub async fn bring_in(pieces: &mut impl Pieces, given: &Given, mut awaited: Option<Awaited>, shows: Shows) {
    let Shows { pen, form, mut coming, mut refused } = shows;
    take_in(pieces, &given.session, |step| match step {
        Coming::Part { name, of, size: whole } => {
            if awaited.is_none() {
                awaited = Some(given.unkept.awaits(form));
                coming.write().choices += 1;
            }
            coming.write().how_far = (!name.is_empty()).then(|| match whole {
                Some(whole) => {
                    t!("recording-files-coming", name = name, done = size(of), whole = size(whole.max(of)))
                }
                None => t!("phone-coming", name = name, done = size(of)),
            });
        }
        Coming::Held(held, small) => {
            coming.write().how_far = None;
            pen.edit(|work| work.add_file(held, small));
        }
        Coming::Failed(told) => {
            coming.write().how_far = None;
            refused.write().push(told);
        }
        Coming::Done => {}
    })
    .await;
    let Some(awaited) = awaited else { return };
    shows.comes(-1);
    // All of it came, or was refused in words. Where it was refused because it is locked, they go with the form.
    if given.session.status().borrow().vault == VaultState::Open {
        awaited.settle();
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
        Viewfinder {}
        if !shown.is_empty() {
            ul { class: "stack gap-2",
                for (held, shown) in shown {
                    li { key: "{held.file}", class: "held",
                        if let Shown::Small(small) = &shown {
                            img { class: "thumb", src: "{small}", alt: "", draggable: "false" }
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
        if let Some(line) = picking.line() {
            p { class: "hint num", role: "status", "{line}" }
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
        OpenCamera {}
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
