//! Step 2: who else may see this phone. It comes before the passphrase, because a passphrase typed on a watched phone is
//! known to the watcher.

use super::{Frame, Next, Point, Points, Step, lines};
use crate::t;
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
    let ask = [t!("set-up-think.who"), t!("set-up-think.accounts"), t!("set-up-think.knows")];
    let doubt = vec![Point::from(t!("set-up-doubt.device")), Point::dont(t!("set-up-doubt.wait"))];
    rsx! {
        Frame { step, alone, title: t!("set-up-phone"),
            lead: t!("set-up-phone.lead"),
            action: (!alone).then(|| rsx! { Next { step } }),
            Points { title: t!("set-up-think"), glyph: Glyph::CircleHelp, points: lines(&ask) }
            Notice { tone: Tone::Warning, glyph: Glyph::Eye,
                b { {t!("set-up-spy")} }
                " "
                {t!("set-up-spy.more")}
            }
            Points { title: t!("set-up-doubt"), points: doubt }
            Rows { label: t!("set-up-help"),
                Row { glyph: Glyph::LifeBuoy, tile: Tile::Plain, title: t!("set-up-helpline"), hint: t!("set-up-helpline.hint"),
                    onclick: move |_| nav.go(Route::Help),
                }
                if has_page {
                    Row { glyph: Glyph::Smartphone, tile: Tile::Plain, title: t!("set-up-guidance"), hint: t!("set-up-guidance.hint"),
                        onclick: move |_| nav.go(Route::Page(YOUR_PHONE.to_owned())),
                    }
                }
            }
        }
    }
}
