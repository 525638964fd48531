//! Taking photos into the entry. The camera is asked for at the tap, with a sentence before; each photo is sealed as it comes.

use super::files::{Picking, Shows, bring_in};
use super::pen::Pen;
use super::work::is_picture;
use crate::domain::CameBy;
use crate::t;
use crate::ui::components::{Button, Glyph, Kind};
use crate::ui::given::Given;
use crate::ui::pick::FromCamera;
use crate::ui::pick::camera::{self, Look};
use dioxus::prelude::*;

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
    /// It may not, or cannot.
    Without(&'static str),
}

/// From its opening until it is closed. In the form's own scope: what was taken comes in while its row is closed.
pub async fn look(mut lens: FromCamera, given: Given, shows: Shows, mut stands: Signal<Stands>) {
    loop {
        let now = match lens.look().await {
            Look::Photo => {
                bring_in(&mut lens, &given, None, shows).await;
                continue;
            }
            Look::Sees => Stands::Open,
            Look::Refused => Stands::Without(t!("recording-camera.refused")),
            Look::NoCamera => Stands::Without(t!("recording-camera.none")),
            Look::Closed => Stands::Closed,
        };
        stands.set(now);
        if now != Stands::Open {
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
        Stands::Open => rsx! {},
        Stands::Asked => rsx! { p { class: "hint", role: "status", {t!("recording-camera.asking")} } },
        shut => rsx! {
            if let Stands::Without(why) = shut { p { class: "hint", role: "status", {why} } }
            Button { kind: Kind::Line, glyph: Glyph::Camera, label: t!("recording-camera"), onclick: move |_| picking.look() }
            p { class: "hint", {t!("recording-camera.hint")} }
        },
    }
}

/// What it sees, above the list: a photo that comes in moves nothing under her finger.
#[component]
pub fn Viewfinder() -> Element {
    let picking = use_context::<Picking>();
    let work = use_context::<Pen>().work();
    if picking.camera() != Stands::Open {
        return rsx! {};
    }
    let taken = work.read().files.iter().filter(|file| file.came_by == CameBy::Captured && is_picture(file)).count();
    rsx! {
        div { class: "viewfinder stack gap-2",
            video { "data-viewfinder": "", aria_label: t!("recording-camera.sees"), autoplay: true, muted: true, playsinline: true,
                onmounted: move |_| camera::show(),
            }
            Button { kind: Kind::Soft, glyph: Glyph::Camera, label: t!("recording-camera.shoot"), onclick: move |_| camera::shoot() }
            p { class: "hint", role: "status",
                if taken == 0 { {t!("recording-camera.before")} } else { {t!("recording-camera-taken", n = taken)} }
            }
            Button { kind: Kind::Line, label: t!("recording-camera.turn"), onclick: move |_| camera::turn() }
            Button { kind: Kind::Text, label: t!("recording-camera.close"), onclick: move |_| camera::close() }
        }
    }
}
