//! What the phone itself can do for the app: its icon, screenshots, a reminder, closing. Each says first what it does not do, and
//! afterwards only what the phone said. It works without a journal and while it is locked.

mod close;
mod icon;
mod reminder;
mod screenshots;
#[cfg(test)]
mod tests;

pub use icon::ItsIcon;
pub use reminder::ReminderPage;

use crate::domain::ports::{Icons, Worn};
use crate::t;
use crate::ui::components::{Glyph, Row, Rows, Tile};
use crate::ui::given::Given;
use crate::ui::route::{Nav, Route};
use crate::ui::shell::Screen;
use dioxus::prelude::*;

/// Whether the phone can do anything of it.
pub fn offers(given: &Given) -> bool {
    let phone = &given.phone;
    phone.icons() != Icons::One || phone.conceals() || phone.leaves() || given.reminders.here()
}

/// The list under [`Route::ThisPhone`].
#[component]
pub fn ThisPhone() -> Element {
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let icons = given.phone.icons();
    let worn = use_hook(|| given.phone.worn());
    let reminds = given.reminders.here();
    let noted = use_hook(|| given.session.on_phone().reminder);
    let open_icon = move |_: MouseEvent| nav.go(Route::ItsIcon);
    let open_reminder = move |_: MouseEvent| nav.go(Route::Reminder);
    rsx! {
        Screen { back: t!("word-back"), gap: "gap-5",
            section { class: "stack gap-2", h1 { {t!("phone-title")} } p { class: "lead", {t!("phone-title.lead")} } }
            Rows {
                if icons == Icons::One {
                    Row { glyph: Glyph::Smartphone, tile: Tile::Plain, title: t!("phone-icon"), hint: t!("phone-icon.one") }
                } else {
                    Row { glyph: Glyph::Smartphone, title: t!("phone-icon"), hint: icon_now(worn), onclick: open_icon }
                }
                if reminds {
                    Row { glyph: Glyph::Clock, title: t!("phone-reminder"),
                        hint: noted.map_or_else(|| t!("phone-reminder.off").to_owned(), |noted| reminder::when(&noted)),
                        onclick: open_reminder,
                    }
                } else {
                    Row { glyph: Glyph::Clock, tile: Tile::Plain, title: t!("phone-reminder"), hint: t!("phone-reminder.none") }
                }
            }
            screenshots::Screenshots {}
            close::Closing {}
        }
    }
}

/// Which icon it is, as the phone says.
fn icon_now(worn: Option<Worn>) -> &'static str {
    match worn {
        Some(Worn::Daybook) => t!("phone-icon.daybook"),
        Some(Worn::Calculator) => t!("phone-icon.calculator"),
        None => t!("phone-icon.unsure"),
    }
}
