//! Taking photos into the entry. The camera is asked for at the tap, with a sentence before; each photo is sealed as it comes.

use super::files::{Picking, Shows, bring_in};
use super::pen::Pen;
use super::work::{Shown, is_picture};
use crate::domain::CameBy;
use crate::t;
use crate::ui::components::{Button, Glyph, Kind, focus};
use crate::ui::given::Given;
use crate::ui::pick::FromCamera;
use crate::ui::pick::camera::{self, Look};
use crate::ui::unkept::Awaited;
use dioxus::dioxus_core::Task;
use dioxus::prelude::*;

const OPEN_CAMERA: &str = "open-camera";
const VIEWFINDER: &str = "viewfinder";

/// How the camera stands.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Stands {
    /// It is not open.
    #[default]
    Closed,
    /// The system is asked.
    Asked,
    /// She sees what it sees.
    Open,
    /// It is open. When she tapped, there was nothing to be seen.
    Blank,
    /// It is being let go.
    Closing {
        /// She closed it, and is still there.
        hers: bool,
    },
    /// It may not, or cannot.
    Without(&'static str),
}

impl Stands {
    fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::Blank)
    }
}

/// The form's camera. `Copy`, so closures can take it.
#[derive(Clone, Copy, PartialEq)]
pub struct Lens {
    stands: Signal<Stands>,
    /// A photo that she tapped for, and that is not in the draft yet.
    shot: Signal<Option<Awaited>>,
    sealing: Signal<bool>,
    look: Callback<()>,
    shoot: Callback<()>,
}

/// In the form's own scope: what was taken comes in while its row is closed.
pub fn use_lens(given: &Given, shows: Shows, mut tasks: Signal<Vec<Task>>) -> Lens {
    let mut stands = use_signal(Stands::default);
    let mut shot = use_signal(|| None);
    let mut sealing = use_signal(|| false);
    let looking = given.clone();
    let look = use_callback(move |()| {
        stands.set(Stands::Asked);
        let task = looks(FromCamera::open(), looking.clone(), shows, (stands, shot, sealing));
        tasks.write().push(spawn(task));
    });
    let unkept = given.unkept.clone();
    let shoot = use_callback(move |()| {
        if *sealing.peek() {
            return;
        }
        // From the tap on it is said to be coming, so that it is said to be missing should the form go now.
        shot.set(Some(unkept.awaits(shows.form)));
        shows.forgets();
        shows.comes(1);
        sealing.set(true);
        camera::shoot();
    });
    Lens { stands, shot, sealing, look, shoot }
}

impl Lens {
    /// Whether a photo is on its way into the draft.
    pub fn is_sealing(&self) -> bool {
        *self.sealing.read()
    }

    /// Whether she tapped for a photo, and there was none.
    pub fn has_missed(&self) -> bool {
        matches!(*self.stands.read(), Stands::Blank | Stands::Without(_))
    }

    /// The form is saved: the camera is not wanted any more.
    pub fn put_away(mut self) {
        if self.stands.peek().is_open() {
            self.stands.set(Stands::Closing { hers: false });
            camera::close();
        }
    }

    /// Nothing comes into the form from now on.
    pub fn end(mut self) {
        self.shot.take();
    }

    fn close(mut self) {
        self.stands.set(Stands::Closing { hers: true });
        camera::close();
    }
}

/// From its opening until it is closed.
async fn looks(
    mut from: FromCamera,
    given: Given,
    shows: Shows,
    (mut stands, mut shot, mut sealing): (Signal<Stands>, Signal<Option<Awaited>>, Signal<bool>),
) {
    loop {
        let look = from.look().await;
        let taken = look == Look::Photo;
        let mut missed = false;
        if taken {
            bring_in(&mut from, &given, shot.take(), shows).await;
            // There is no other copy of it, so it waits for no pause. What is asked afterwards is answered once it is in the draft.
            shows.pen.keep_now();
            drop(given.session.kept_draft().await);
        } else if let Some(awaited) = shot.take() {
            awaited.settle();
            shows.comes(-1);
            missed = true;
        }
        if *sealing.peek() {
            sealing.set(false);
        }
        let before = *stands.peek();
        let now = match look {
            Look::Photo | Look::Sees => Stands::Open,
            Look::Blank => Stands::Blank,
            Look::Refused => Stands::Without(t!("recording-camera.refused")),
            Look::NoCamera => Stands::Without(t!("recording-camera.none")),
            Look::Closed if missed => Stands::Without(t!("recording-camera.blank")),
            Look::Closed => Stands::Closed,
        };
        // Once she has closed it, it is not open again.
        if now.is_open() && !before.is_open() && before != Stands::Asked {
            continue;
        }
        stands.set(now);
        // The button that she pressed is gone, and with it the place where a screen reader was.
        match before {
            Stands::Asked if now.is_open() => focus(VIEWFINDER),
            Stands::Closing { hers: true } => focus(OPEN_CAMERA),
            _ => {}
        }
        if !now.is_open() {
            return;
        }
    }
}

/// The way to it, below the other ways to a file.
#[component]
pub fn OpenCamera() -> Element {
    let lens = use_context::<Picking>().lens();
    // Leaving, locking and going back all take this away: the camera is let go at once.
    use_drop(camera::close);
    match (lens.stands)() {
        Stands::Open | Stands::Blank => rsx! {},
        Stands::Asked => rsx! { p { class: "hint", role: "status", {t!("recording-camera.asking")} } },
        Stands::Closing { .. } => rsx! { p { class: "hint", role: "status", {t!("recording-camera.closing")} } },
        shut => rsx! {
            if let Stands::Without(why) = shut { p { class: "hint", role: "status", {why} } }
            div { id: OPEN_CAMERA, tabindex: "-1",
                Button { kind: Kind::Line, glyph: Glyph::Camera, label: t!("recording-camera"), onclick: move |_| lens.look.call(()) }
            }
            p { class: "hint", {t!("recording-camera.hint")} }
        },
    }
}

/// What it sees, above the list: a photo that comes in moves nothing under her finger.
#[component]
pub fn Viewfinder() -> Element {
    let lens = use_context::<Picking>().lens();
    let work = use_context::<Pen>().work();
    let stands = (lens.stands)();
    if !stands.is_open() {
        return rsx! {};
    }
    let work = work.read();
    let photos = work.files.iter().zip(&work.shown);
    let photos: Vec<_> = photos.filter(|(file, _)| file.came_by == CameBy::Captured && is_picture(file)).collect();
    let last =
        photos.last().and_then(|(_, shown)| if let Shown::Small(small) = shown { Some(small.clone()) } else { None });
    let says = match (lens.is_sealing(), stands, photos.len()) {
        (true, ..) => t!("recording-camera.sealing").to_owned(),
        (_, Stands::Blank, _) => t!("recording-camera.blank").to_owned(),
        (.., 0) => t!("recording-camera.before").to_owned(),
        (.., taken) => t!("recording-camera-taken", n = taken),
    };
    rsx! {
        div { id: VIEWFINDER, class: "viewfinder stack gap-2", tabindex: "-1",
            video { "data-viewfinder": "", aria_label: t!("recording-camera.sees"), autoplay: true, muted: true, playsinline: true,
                onmounted: move |_| camera::show(),
            }
            Button { kind: Kind::Soft, glyph: Glyph::Camera, label: t!("recording-camera.shoot"), onclick: move |_| lens.shoot.call(()) }
            div { class: "taken",
                if let Some(small) = last { img { class: "thumb", src: "{small}", alt: "", draggable: "false" } }
                p { class: "hint grow", role: "status", "{says}" }
            }
            Button { kind: Kind::Line, label: t!("recording-camera.turn"), onclick: move |_| camera::turn() }
            Button { kind: Kind::Text, label: t!("recording-camera.close"), onclick: move |_| lens.close() }
        }
    }
}
