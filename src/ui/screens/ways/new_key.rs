//! "Somebody may know my recovery words": everything is sealed anew under a new master key, and new words are shown.

use super::{Outcome, PresentField, use_present};
use crate::t;
use crate::ui::components::{Button, Glyph, Kind, Notice, Tone};
use crate::ui::given::Given;
use crate::ui::screens::set_up::{Held, Points, RecoveryWords, lines};
use crate::ui::shell::Screen;
use crate::ui::wording::hundredths;
use dioxus::prelude::*;
use tokio::sync::watch;

#[component]
pub(super) fn SealAnew() -> Element {
    let given = use_context::<Given>();
    let present = use_present();
    let session = given.session.clone();
    let touch_on = use_hook(|| session.touch_is_on());
    let mut done = use_signal(|| None::<(Held, Vec<String>)>);
    let mut progress = use_signal(|| (0, 0));
    let seal = use_callback(move |()| {
        if !present.free() {
            return;
        }
        let Some(current) = present.ready() else { return };
        let (says, mut hears) = watch::channel((0, 0));
        let asked = given.session.new_master(current, move |at, of| {
            says.send_replace((at, of));
        });
        progress.set((0, 0));
        present.work(true);
        spawn(async move {
            // It ends when the work ends: the session then lets go of the other end.
            while hears.changed().await.is_ok() {
                progress.set(*hears.borrow_and_update());
            }
            let answer = asked.await;
            present.work(false);
            match answer {
                Ok(made) => {
                    present.clear();
                    done.set(Some((Held::new(made.words), made.notes)));
                }
                Err(error) => {
                    // Its field was away meanwhile, and comes back empty.
                    present.clear();
                    present.failed(&error);
                }
            }
        });
    });
    if let Some((made, notes)) = done() {
        return rsx! { RecoveryWords { alone: true, made, notes } };
    }
    let label = if present.works() { t!("ways-seal.doing") } else { t!("ways-seal.do") };
    rsx! {
        Screen { back: t!("word-back"), gap: "gap-5",
            action: rsx! { Button { kind: Kind::Main, label, disabled: present.waits(), onclick: move |_| seal.call(()) } },
            section { class: "stack gap-2", h1 { {t!("ways-seal")} }
                p { class: "lead", {t!("ways-seal.lead")} }
            }
            if present.works() {
                Progress { done: progress().0, of: progress().1 }
            } else {
                Points { title: t!("ways-seal-what"), glyph: Glyph::Check,
                    points: lines(&[t!("ways-seal-what.words"), t!("ways-seal-what.stays"), t!("ways-seal-what.time")]),
                }
                if touch_on { p { class: "hint", {if session.touch_is_on() { t!("touch-new-key-ends") } else { t!("touch-new-key-ended") }} } }
                Notice { tone: Tone::Warning, b { {t!("ways-seal-old")} }
                    " "
                    {t!("ways-seal-old.more")}
                }
                PresentField { present, show: true, onenter: move |()| seal.call(()) }
            }
            Outcome { present }
        }
    }
}

/// How much is done, as a bar and in words.
#[component]
fn Progress(done: u64, of: u64) -> Element {
    let percent = hundredths(done, of);
    rsx! {
        section { class: "card pad stack gap-2",
            p { class: "b", role: "status", {t!("ways-sealing", percent = percent)} }
            p { class: "hint", {t!("ways-sealing.hint")} }
            div { class: "meter going", "aria-hidden": "true", i { style: "width: {percent}%" } }
        }
    }
}
