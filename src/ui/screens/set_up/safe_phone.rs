//! Step 2: who else may see this phone. It comes before the passphrase, because a passphrase typed on a watched phone is
//! known to the watcher.

use super::{Frame, Next, Points, Step, lines};
use crate::ui::components::{Glyph, Notice, Row, Rows, Tile, Tone};
use crate::ui::route::{Nav, Route};
use dioxus::prelude::*;

/// The guidance about phones, if it is in this build.
const YOUR_PHONE: &str = "your-phone";

#[component]
pub(super) fn SafePhone(alone: bool) -> Element {
    let step = Step::SafePhone;
    let nav = use_context::<Nav>();
    let given = use_context::<crate::ui::Given>();
    let has_page = given.reading().page(YOUR_PHONE).is_some();
    let ask = [
        "Who else may see this phone, or knows its code? Have they ever set it up for you?",
        "Is it on a shared account: family sharing, a shared Apple or Google account, a shared bill or backup?",
        "Does the person know things that only your phone could tell them?",
    ];
    rsx! {
        Frame { step, alone, title: "Is this phone safe to use?",
            lead: "If you are not sure, that is a good answer too.",
            action: (!alone).then(|| rsx! { Next { step } }),
            Points { title: "Think about", glyph: Glyph::CircleHelp, points: lines(&ask) }
            Notice { tone: Tone::Warning, glyph: Glyph::Eye,
                b { "Spy software cannot be seen by this app. " }
                "If there is some on this phone, it may see what you type here, your passphrase too."
            }
            Points { title: "If you have a doubt", points: lines(&[
                "Use a safer device: one that the person has never held and has no password for. It can be a friend’s, or one at a library or at work.",
                "Do not change settings or passwords yet. A change may alert the person. Talk to a helpline first.",
            ]) }
            Rows { label: "Help with this",
                Row { glyph: Glyph::LifeBuoy, tile: Tile::Plain, title: "Talk to a helpline", hint: "Numbers and hours",
                    onclick: move |_| nav.go(Route::Help),
                }
                if has_page {
                    Row { glyph: Glyph::Smartphone, tile: Tile::Plain, title: "Your phone and accounts", hint: "Trackers, spying apps",
                        onclick: move |_| nav.go(Route::Page(YOUR_PHONE.to_owned())),
                    }
                }
            }
        }
    }
}
