//! Recording sound into the entry. The microphone is asked for at the tap, with a sentence before.

use super::files::Picking;
use super::pen::Pen;
use crate::session::Told;
use crate::ui::components::{Button, Glyph, Icon, Kind, ToldNotice};
use crate::ui::given::Given;
use crate::ui::listen::{self, Listening, PageEar};
use dioxus::prelude::*;

/// How the recording stands.
#[derive(Clone, Debug, Default, PartialEq)]
enum Stands {
    /// It is not recording.
    #[default]
    Quiet,
    /// The system is asked, or the last second is on its way.
    Waiting,
    /// So many seconds are on the disk.
    Kept(u32),
    /// It may not, or cannot.
    Without(&'static str),
    /// It ended because something failed.
    Failed(Told),
}

const REFUSED: &str = "The phone does not let this app use the microphone. Everything else works. You can allow it in the phone's settings, under this app.";
const NONE: &str = "There is no microphone here that this app can use.";

/// The button, and what stands in its place while it records.
#[component]
pub fn Recorder() -> Element {
    let pen = use_context::<Pen>();
    let given = use_context::<Given>();
    let picking = use_context::<Picking>();
    let mut stands = use_signal(Stands::default);
    use_effect(move || picking.records(matches!(stands(), Stands::Waiting | Stands::Kept(_))));
    // Leaving, locking and going back all take this away: the microphone is let go at once.
    use_drop(listen::stop);
    let begin = move |_| {
        let session = given.session.clone();
        let mut ear = PageEar::open();
        stands.set(Stands::Waiting);
        spawn(async move {
            listen::listen(&mut ear, &session, |now| match now {
                Listening::Kept(seconds) => stands.set(Stands::Kept(seconds)),
                Listening::Held(held) => {
                    stands.set(Stands::Quiet);
                    pen.edit(|work| work.add_file(held, None));
                }
                Listening::Refused => stands.set(Stands::Without(REFUSED)),
                Listening::NoMicrophone => stands.set(Stands::Without(NONE)),
                Listening::Failed(told) => stands.set(Stands::Failed(told)),
            })
            .await;
        });
    };
    match stands() {
        Stands::Kept(seconds) => rsx! {
            div { class: "stack gap-2",
                p { class: "link-row", Icon { glyph: Glyph::Mic }
                    span { class: "b num", role: "timer", aria_label: "Recording, {spoken(seconds)}", "Recording, {clock(seconds)}" }
                }
                Button { kind: Kind::Soft, label: "Stop recording", onclick: move |_| listen::stop() }
                p { class: "hint", "Each second is sealed on this phone as it comes. If you leave or the phone is taken, what was recorded stays." }
            }
        },
        Stands::Waiting => rsx! { p { class: "hint", role: "status", "Asking for the microphone" } },
        quiet => rsx! {
            if let Stands::Without(why) = &quiet { p { class: "hint", role: "status", "{why}" } }
            if let Stands::Failed(told) = &quiet { ToldNotice { told: told.clone() } }
            Button { kind: Kind::Line, glyph: Glyph::Mic, label: "Record sound", onclick: begin }
            p { class: "hint", "The phone may ask whether this app may use the microphone. It shows a mark while it listens." }
        },
    }
}

/// `1:05`.
fn clock(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// "1 minute 5 seconds", for a screen reader.
fn spoken(seconds: u32) -> String {
    let (minutes, seconds) = (seconds / 60, seconds % 60);
    let of = |count: u32, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
    if minutes == 0 { of(seconds, "second") } else { format!("{} {}", of(minutes, "minute"), of(seconds, "second")) }
}
