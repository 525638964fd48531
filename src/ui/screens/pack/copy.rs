//! A copy of the pack where she says, through the phone's own list of places. It counts as saved only when the phone said that it
//! is whole.

use crate::domain::ports::Copied;
use crate::t;
use crate::ui::components::{Button, DoneLine, Glyph, Kind, NotSo, Working};
use crate::ui::given::Given;
use dioxus::prelude::*;
use std::path::PathBuf;

/// The media type of a ZIP.
pub(super) const ZIP: &str = "application/zip";

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Copy {
    Not,
    /// She chooses, or it is being copied.
    Asked,
    Ended(Copied),
    Failed,
    /// No app takes it.
    NoApp,
}

/// Beside sharing, where the phone has a way to do it.
#[component]
pub(super) fn SaveACopy(place: PathBuf) -> Element {
    let given = use_context::<Given>();
    let saves = use_hook(|| given.phone.saves());
    let mut copy = use_signal(|| Copy::Not);
    let save = move |_: MouseEvent| {
        if *copy.peek() == Copy::Asked {
            return;
        }
        let name = place.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let Some(asked) = given.phone.save_file(&place, &name, ZIP) else {
            copy.set(Copy::NoApp);
            return;
        };
        copy.set(Copy::Asked);
        spawn(async move { copy.set(asked.await.map_or(Copy::Failed, Copy::Ended)) });
    };
    if !saves {
        return rsx! {};
    }
    rsx! {
        Button { kind: Kind::Line, glyph: Glyph::Download, label: t!("phone-save"), onclick: save }
        match copy() {
            Copy::Not => rsx! {},
            Copy::Asked => rsx! { Working { words: t!("phone-save.asked") } },
            Copy::Ended(Copied::Whole) => rsx! { DoneLine { words: t!("phone-save.whole") } },
            Copy::Ended(Copied::Nowhere) => rsx! { p { class: "hint", role: "status", {t!("phone-save.nowhere")} } },
            Copy::Failed => rsx! { NotSo { bold: t!("phone-save-failed"), more: t!("phone-save-failed.more") } },
            Copy::NoApp => rsx! { NotSo { bold: t!("phone-save-no-app"), more: t!("phone-save-no-app.more") } },
        }
    }
}
