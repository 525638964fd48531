//! Recording sound into the entry. The microphone is asked for at the tap, with a sentence before.

use super::files::Picking;
use super::pen::Pen;
use crate::session::Told;
use crate::t;
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
                Listening::Refused => stands.set(Stands::Without(t!("recording-sound.refused"))),
                Listening::NoMicrophone => stands.set(Stands::Without(t!("recording-sound.none"))),
                Listening::Failed(told) => stands.set(Stands::Failed(told)),
            })
            .await;
        });
    };
    match stands() {
        Stands::Kept(seconds) => rsx! {
            div { class: "stack gap-2",
                p { class: "link-row", Icon { glyph: Glyph::Mic }
                    span { class: "b num", role: "timer", aria_label: spoken(seconds), {t!("recording-runs", time = clock(seconds))} }
                }
                Button { kind: Kind::Soft, label: t!("recording-sound.stop"), onclick: move |_| listen::stop() }
                p { class: "hint", {t!("recording-sound.sealed")} }
            }
        },
        Stands::Waiting => rsx! { p { class: "hint", role: "status", {t!("recording-sound.asking")} } },
        quiet => rsx! {
            if let Stands::Without(why) = &quiet { p { class: "hint", role: "status", "{why}" } }
            if let Stands::Failed(told) = &quiet { ToldNotice { told: told.clone() } }
            Button { kind: Kind::Line, glyph: Glyph::Mic, label: t!("recording-sound"), onclick: begin }
            p { class: "hint", {t!("recording-sound.hint")} }
        },
    }
}

/// `1:05`.
fn clock(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// "Recording, 1 minute 5 seconds", for a screen reader.
fn spoken(seconds: u32) -> String {
    let (minutes, seconds) = (seconds / 60, seconds % 60);
    if minutes == 0 {
        t!("recording-runs.seconds", seconds = seconds)
    } else {
        t!("recording-runs.minutes", minutes = minutes, seconds = seconds)
    }
}

#[cfg(test)]
mod tests {
    use super::spoken;

    #[test]
    fn how_long_it_records_is_heard_in_minutes_and_seconds() {
        let heard = [1, 59, 60, 65, 121].map(spoken);
        let words = [
            "Recording, 1 second",
            "Recording, 59 seconds",
            "Recording, 1 minute 0 seconds",
            "Recording, 1 minute 5 seconds",
            "Recording, 2 minutes 1 second",
        ];
        assert_eq!(heard, words);
    }
}
