//! Where she is, to read out: coordinates, the grid reference, how exact and how old. Nothing is sent to anybody.

use super::{Button, Card, Glyph, Kind, Working};
use crate::domain::{NoPosition, Position};
use crate::t;
use crate::ui::given::Given;
use crate::ui::wording::{no_position, within};
use dioxus::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Here {
    Unasked,
    Looking,
    At(Position, jiff::Timestamp),
    Without(NoPosition),
}

/// A card that finds and shows it. It asks by itself only where the system puts no question on the screen.
#[component]
pub fn WhereAmI() -> Element {
    let given = use_context::<Given>();
    let mut here = use_signal(|| Here::Unasked);
    let asking = given.clone();
    let look = use_callback(move |()| {
        here.set(Here::Looking);
        let (asked, clock) = (asking.locator.locate(), asking.clock.clone());
        spawn(async move {
            here.set(match asked.await {
                Ok(position) => Here::At(position, clock.now()),
                Err(why) => Here::Without(why),
            });
        });
    });
    let may = given.clone();
    use_future(move || {
        let may = may.locator.may();
        async move {
            if may.await && *here.peek() == Here::Unasked {
                look.call(());
            }
        }
    });
    let again = move |_: MouseEvent| look.call(());
    rsx! {
        Card { label: t!("where-am-i"), class: "stack gap-3 not-on-paper",
            h2 { {t!("where-am-i")} }
            match here() {
                Here::Unasked => rsx! {
                    Button { kind: Kind::Soft, glyph: Glyph::MapPin, label: t!("where-am-i.show"), onclick: again }
                    p { class: "hint", {t!("where-am-i.hint")} }
                },
                Here::Looking => rsx! { Working { words: t!("where-am-i.looking") } },
                Here::At(position, since) => {
                    // The hour and not "4 seconds ago": this line is not drawn again while she reads.
                    let age = jiff::SignedDuration::from_millis(i64::from(position.age_ms.unwrap_or(0)));
                    let found = since.checked_sub(age).unwrap_or(since).to_zoned_datetime(given.clock.zone());
                    let time = crate::ui::wording::clock_to_the_second(&found);
                    let found = match within(&position) {
                        Some(within) => t!("where-am-i.found-within", time = time, within = within),
                        None => t!("where-am-i.found", time = time),
                    };
                    rsx! {
                        dl { class: "said-list here",
                            div { dt { {t!("where-am-i.degrees")} } dd { class: "num", dir: "ltr", translate: "no", "{position.decimal()}" } }
                            if let Some(grid) = position.grid_reference() {
                                div { dt { {t!("where-am-i.grid")} } dd { class: "num", dir: "ltr", translate: "no", "{grid}" } }
                            }
                        }
                        p { class: "hint", "{found}" }
                        Button { kind: Kind::Text, label: t!("where-am-i.look-again"), onclick: again }
                    }
                }
                Here::Without(why) => rsx! {
                    p { "{no_position(why)}" }
                    p { class: "hint", {t!("where-am-i.say")} }
                    Button { kind: Kind::Soft, label: t!("where-am-i.try-again"), onclick: again }
                },
            }
        }
    }
}
