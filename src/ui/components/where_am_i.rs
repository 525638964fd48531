//! Where she is, to read out: coordinates, the grid reference, how exact and how old. Nothing is sent to anybody.

use super::{Button, Card, Glyph, Kind, Working};
use crate::domain::{NoPosition, Position};
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
        Card { label: "Where you are", class: "stack gap-3",
            h2 { "Where you are" }
            match here() {
                Here::Unasked => rsx! {
                    Button { kind: Kind::Soft, glyph: Glyph::MapPin, label: "Show where I am", onclick: again }
                    p { class: "hint", "To read out. The phone may ask you first. Do not wait for it: call." }
                },
                Here::Looking => rsx! { Working { words: "Looking for where you are. Do not wait for it: call." } },
                Here::At(position, since) => {
                    // The hour and not "4 seconds ago": this line is not drawn again while she reads.
                    let age = jiff::SignedDuration::from_millis(i64::from(position.age_ms.unwrap_or(0)));
                    let found = since.checked_sub(age).unwrap_or(since).to_zoned_datetime(given.clock.zone());
                    let found = crate::ui::wording::clock_to_the_second(&found);
                    let exact = within(&position).map_or_else(String::new, |exact| format!(", {exact}"));
                    rsx! {
                        dl { class: "said-list here",
                            div { dt { "Latitude, longitude" } dd { class: "num", "{position.decimal()}" } }
                            if let Some(grid) = position.grid_reference() {
                                div { dt { "Grid reference" } dd { class: "num", "{grid}" } }
                            }
                        }
                        p { class: "hint", "Found at {found}{exact}. Read it out: nobody is told by this app." }
                        Button { kind: Kind::Text, label: "Look again", onclick: again }
                    }
                }
                Here::Without(why) => rsx! {
                    p { "{no_position(why)}" }
                    p { class: "hint", "Say what you see: a road sign, a house number, a shop, a bus stop." }
                    Button { kind: Kind::Soft, label: "Try again", onclick: again }
                },
            }
        }
    }
}
