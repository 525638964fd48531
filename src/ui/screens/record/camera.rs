//! Taking photos into the entry. The camera is asked for at the tap, with a sentence before; each photo is sealed as it comes.

use super::files::{Picking, Shows, bring_in};
use super::pen::Pen;
use super::work::is_picture;
use crate::domain::CameBy;
use crate::t;
use crate::ui::components::{Button, Glyph, Kind, focus};
use crate::ui::given::Given;
use crate::ui::pick::FromCamera;
use crate::ui::pick::camera::{self, Look};
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
    Open(Shutter),
    /// It is let go, and the last photo still comes in.
    Closing,
    /// It may not, or cannot.
    Without(&'static str),
}

/// What became of the last tap.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shutter {
    /// Whatever was taken is sealed and in the draft.
    Ready,
    /// The photo is on its way.
    Sealing,
    /// There was nothing to be seen.
    Blank,
}

/// From its opening until it is closed. In the form's own scope: what was taken comes in while its row is closed.
pub async fn look(mut lens: FromCamera, given: Given, shows: Shows, mut stands: Signal<Stands>) {
    let mut set = move |now| {
        let before = *stands.peek();
        if before == Stands::Closing && matches!(now, Stands::Open(_)) {
            return;
        }
        stands.set(now);
        // The button that she pressed is gone, and with it the place where a screen reader was.
        match (before, now) {
            (Stands::Asked, Stands::Open(_)) => focus(VIEWFINDER),
            (Stands::Closing, _) => focus(OPEN_CAMERA),
            _ => {}
        }
    };
    loop {
        let now = match lens.look().await {
            Look::Photo => {
                set(Stands::Open(Shutter::Sealing));
                bring_in(&mut lens, &given, None, shows).await;
                // There is no other copy of it, so it waits for no pause. What is asked afterwards is answered once it is in the draft.
                shows.pen.keep_now();
                drop(given.session.kept_draft().await);
                Stands::Open(Shutter::Ready)
            }
            Look::Sees => Stands::Open(Shutter::Ready),
            Look::Blank => Stands::Open(Shutter::Blank),
            Look::Refused => Stands::Without(t!("recording-camera.refused")),
            Look::NoCamera => Stands::Without(t!("recording-camera.none")),
            Look::Closed => Stands::Closed,
        };
        set(now);
        if !matches!(now, Stands::Open(_)) {
            return;
        }
    }
}

/// The way to it, below the other ways to a file.
#[component]
pub fn OpenCamera() -> Element {
    let picking = use_context::<Picking>();
    // Leaving, locking and going back all take this away: the camera is let go at once.
    use_drop(camera::close);
    match picking.camera() {
        Stands::Open(_) => rsx! {},
        Stands::Asked => rsx! { p { class: "hint", role: "status", {t!("recording-camera.asking")} } },
        Stands::Closing => rsx! { p { class: "hint", role: "status", {t!("recording-camera.sealing")} } },
        shut => rsx! {
            if let Stands::Without(why) = shut { p { class: "hint", role: "status", {why} } }
            div { id: OPEN_CAMERA, tabindex: "-1",
                Button { kind: Kind::Line, glyph: Glyph::Camera, label: t!("recording-camera"), onclick: move |_| picking.look() }
            }
            p { class: "hint", {t!("recording-camera.hint")} }
        },
    }
}

/// What it sees, above the list: a photo that comes in moves nothing under her finger.
#[component]
pub fn Viewfinder() -> Element {
    let picking = use_context::<Picking>();
    let work = use_context::<Pen>().work();
    let Stands::Open(shutter) = picking.camera() else { return rsx! {} };
    let taken = work.read().files.iter().filter(|file| file.came_by == CameBy::Captured && is_picture(file)).count();
    let says = match shutter {
        Shutter::Sealing => t!("recording-camera.sealing").to_owned(),
        Shutter::Blank => t!("recording-camera.blank").to_owned(),
        Shutter::Ready if taken == 0 => t!("recording-camera.before").to_owned(),
        Shutter::Ready => t!("recording-camera-taken", n = taken),
    };
    rsx! {
        div { id: VIEWFINDER, class: "viewfinder stack gap-2", tabindex: "-1",
            video { "data-viewfinder": "", aria_label: t!("recording-camera.sees"), autoplay: true, muted: true, playsinline: true,
                onmounted: move |_| camera::show(),
            }
            Button { kind: Kind::Soft, glyph: Glyph::Camera, label: t!("recording-camera.shoot"), onclick: move |_| camera::shoot() }
            p { class: "hint", role: "status", "{says}" }
            Button { kind: Kind::Line, label: t!("recording-camera.turn"), onclick: move |_| camera::turn() }
            Button { kind: Kind::Text, label: t!("recording-camera.close"), onclick: move |_| picking.close_camera() }
        }
    }
}
