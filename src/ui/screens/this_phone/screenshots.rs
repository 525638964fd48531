//! Keeping the screen out of screenshots. Off until she chooses it; what she chose is asked of the phone again at each start
//! (`ui::concealed`).

use crate::domain::ports::PhoneError;
use crate::session::Told;
use crate::t;
use crate::ui::components::{Glyph, NotSo, Row, Rows, Switch, Tile, ToldNotice, Working};
use crate::ui::concealed::{Known, Turned, use_concealed};
use crate::ui::given::Given;
use dioxus::prelude::*;

/// What came of a tap.
#[derive(Clone, Debug, PartialEq)]
enum Came {
    Nothing,
    /// The phone did not do it: whether it was to be turned on, and why.
    Failed(bool, PhoneError),
    /// It did, and it could not be kept for the next start.
    NotKept(bool, Told),
}

/// The switch, and what it does not stop.
#[component]
pub(super) fn Screenshots() -> Element {
    let given = use_context::<Given>();
    let known = use_concealed();
    let mut came = use_signal(|| Came::Nothing);
    let mut asked = use_signal(|| false);
    let mut chosen = use_signal(|| given.session.on_phone().concealed);
    let (can, always) = use_hook(|| (given.phone.conceals(), given.phone.conceals_always()));
    let turn = use_callback(move |want: bool| {
        if asked.replace(true) {
            return;
        }
        came.set(Came::Nothing);
        let given = given.clone();
        spawn(async move {
            let Turned { answer, kept } = given.conceal_from_now_on(want).await;
            asked.set(false);
            if let Err(error) = answer {
                came.set(Came::Failed(want, error));
            }
            let Some(kept) = kept else { return };
            chosen.set(want);
            if let (Err(error), Ok(())) = (kept.await, answer) {
                came.set(Came::NotKept(want, error.told()));
            }
        });
    });
    let Known { holds, .. } = known();
    let asking = known().is_asking();
    let lost = can && chosen() && !holds && !asking && came() == Came::Nothing;
    rsx! {
        section { class: "stack gap-3", aria_labelledby: "h-screenshots",
            h2 { id: "h-screenshots", {t!("phone-screenshots.title")} }
            if always {
                Rows { Row { glyph: Glyph::Eye, title: t!("phone-screenshots.always"), hint: t!("phone-screenshots.always-hint") } }
            } else if can {
                Rows {
                    Switch { glyph: Glyph::Eye, tile: if holds { Tile::Accent } else { Tile::Plain }, title: t!("phone-screenshots"),
                        hint: t!("phone-screenshots.hint"), on: holds, onchange: move |want| turn.call(want),
                    }
                }
            } else {
                p { class: "hint", {t!("phone-screenshots.cannot")} }
            }
            match came() {
                Came::Nothing => rsx! { if asking { Working { words: t!("phone-asking") } } },
                Came::Failed(want, error) => rsx! { NotSo { bold: t!("phone-screenshots-failed"), more: not_done(want, error) } },
                Came::NotKept(want, told) => rsx! {
                    if want {
                        NotSo { bold: t!("phone-screenshots-not-kept"), more: t!("phone-screenshots-not-kept.more") }
                    } else {
                        p { class: "hint", role: "alert", {t!("phone-screenshots-not-kept.off-more")} }
                    }
                    ToldNotice { told }
                },
            }
            if lost && !always { NotSo { bold: t!("phone-screenshots-lost"), more: t!("phone-screenshots-lost.more") } }
            if can { p { class: "hint", {t!("phone-screenshots.not")} } }
        }
    }
}

fn not_done(want: bool, error: PhoneError) -> &'static str {
    match (error, want) {
        (PhoneError::NotOnThisDevice, _) => t!("phone-screenshots-failed.not-here"),
        (PhoneError::Refused, true) => t!("phone-screenshots-failed.on"),
        (PhoneError::Refused, false) => t!("phone-screenshots-failed.off"),
    }
}
