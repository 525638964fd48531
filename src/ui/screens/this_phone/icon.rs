//! The app's icon and name. What the system makes of a change stands before the button; what is said afterwards is what the phone
//! says, read again for a while, since a phone may tell it late.

use super::icon_now;
use crate::domain::ports::{Icons, PhoneError, Worn};
use crate::t;
use crate::ui::components::{Button, DoneLine, Glyph, Kind, NotSo, Working, focus};
use crate::ui::given::Given;
use crate::ui::screens::set_up::{Points, lines};
use crate::ui::shell::Screen;
use dioxus::prelude::*;
use std::time::Duration;

/// How often it is looked which icon it is, after the phone was asked, and the time between.
const LOOKS: u32 = 8;
const BETWEEN: Duration = Duration::from_millis(500);
/// The place of what came of a tap.
const RESULT: &str = "icon-result";

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Came {
    /// Nothing was asked.
    Nothing,
    /// Asked, and not said yet.
    Asking,
    /// The phone says this icon now, which was wanted.
    Is(Worn),
    /// It still says another.
    Still,
    /// It says none.
    Unsure,
    /// It refused, and says the icon that it had.
    Refused,
}

/// The screen under [`Route::ItsIcon`](crate::ui::route::Route::ItsIcon).
#[component]
pub fn ItsIcon() -> Element {
    let given = use_context::<Given>();
    let icons = given.phone.icons();
    let mut worn = use_signal(|| given.phone.worn());
    let mut came = use_signal(|| Came::Nothing);
    let change = use_callback(move |wanted: Worn| {
        if *came.peek() == Came::Asking {
            return;
        }
        let (phone, before) = (given.phone.clone(), *worn.peek());
        came.set(Came::Asking);
        let asked = phone.wear(wanted);
        spawn(async move {
            let mut now = phone.worn();
            if asked.is_ok() {
                for _ in 0..LOOKS {
                    if now == Some(wanted) {
                        break;
                    }
                    tokio::time::sleep(BETWEEN).await;
                    now = phone.worn();
                }
            }
            worn.set(now);
            came.set(what_came(asked, before, now, wanted));
            focus(RESULT);
        });
    });
    let points = match icons {
        Icons::IconWithNotice => lines(&[t!("phone-icon-first.notice"), t!("phone-icon-first.same-name")]),
        _ => lines(&[
            t!("phone-icon-first.seen"),
            t!("phone-icon-first.name"),
            t!("phone-icon-first.settings"),
            t!("phone-icon-first.home"),
        ]),
    };
    // What is not known is the book to begin with.
    let (wanted, label) = match worn() {
        Some(Worn::Calculator) => (Worn::Daybook, t!("phone-icon-change.back")),
        Some(Worn::Daybook) | None => (Worn::Calculator, t!("phone-icon-change")),
    };
    rsx! {
        Screen { back: t!("phone-title"), gap: "gap-5",
            action: (icons != Icons::One).then(|| rsx! {
                Button { kind: Kind::Main, label: if came() == Came::Asking { t!("phone-asking") } else { label }, onclick: move |_| change.call(wanted) }
            }),
            section { class: "stack gap-2", h1 { {t!("phone-icon")} }
                if icons == Icons::One {
                    p { class: "lead", {t!("phone-icon.one")} }
                } else {
                    p { class: "lead", {t!("phone-icon.lead")} }
                    p { class: "hint", role: "status", {icon_now(worn())} }
                }
            }
            if came() != Came::Nothing { div { id: RESULT, tabindex: "-1", Said { came: came() } } }
            if icons != Icons::One {
                Points { title: t!("phone-icon-first"), glyph: Glyph::Info, points }
            }
            // Where the phone has both in its list, or says nothing, either can be asked for.
            if icons != Icons::One && worn().is_none() {
                Button { kind: Kind::Line, label: t!("phone-icon-change.back"), onclick: move |_| change.call(Worn::Daybook) }
            }
        }
    }
}

/// What may be said of it, from what the phone answered.
fn what_came(asked: Result<(), PhoneError>, before: Option<Worn>, now: Option<Worn>, wanted: Worn) -> Came {
    match (asked, now) {
        (_, None) => Came::Unsure,
        (Ok(()), Some(now)) if now == wanted => Came::Is(now),
        (Ok(()), Some(_)) => Came::Still,
        (Err(_), now) if now == before => Came::Refused,
        (Err(_), Some(now)) => Came::Is(now),
    }
}

#[component]
fn Said(came: Came) -> Element {
    match came {
        Came::Nothing => rsx! {},
        Came::Asking => rsx! { Working { words: t!("phone-asking") } },
        Came::Is(Worn::Calculator) => rsx! { DoneLine { words: t!("phone-icon-is") } },
        Came::Is(Worn::Daybook) => rsx! { DoneLine { words: t!("phone-icon-is.book") } },
        Came::Still => rsx! { NotSo { bold: t!("phone-icon-still"), more: t!("phone-icon-still.more") } },
        Came::Unsure => rsx! { NotSo { bold: t!("phone-icon-unsure"), more: t!("phone-icon-unsure.more") } },
        Came::Refused => rsx! { NotSo { bold: t!("phone-icon-refused"), more: t!("phone-icon-refused.more") } },
    }
}
