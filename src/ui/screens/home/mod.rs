//! Home: help before anything. It needs no set-up, no unlocking, no database and no network.

use crate::session::VaultState;
use crate::t;
use crate::ui::components::{Button, Call999, Glyph, Icon, Kind, Row, Rows, SafeFirst, Size, Tile};
use crate::ui::first_reading::{CANNOT_SPEAK, HELPLINE, IS_THIS_STALKING, POLICE, TELLING_THE_POLICE, TEXT_999};
use crate::ui::given::Given;
use crate::ui::route::{Nav, Route, Tab};
use crate::ui::screens::this_phone::offers;
use crate::ui::shell::{Calls, Screen};
use crate::ui::status::use_status;
use dioxus::prelude::*;

/// The first screen.
#[component]
pub fn Home() -> Element {
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    // It waits for nothing: as long as the session has not looked, neither shows.
    let vault = use_status()().vault;
    let open = move |id: &str| nav.go(Route::Page(id.to_owned()));
    let record = move |_| match vault {
        VaultState::Nothing => nav.go(Route::SET_UP),
        _ => nav.go(Route::Record),
    };
    let has_journal = !matches!(vault, VaultState::Nothing | VaultState::Unknown);
    let has_police_page = given.reading().page(TELLING_THE_POLICE).is_some();
    rsx! {
        Screen { pill: false, tab: Tab::Home, gap: "gap-4",
            section { class: "stack gap-3", aria_labelledby: "h-home",
                h1 { id: "h-home", "In danger now?" }
                Call999 {}
                Rows {
                    Row { glyph: Glyph::MicOff, tile: Tile::Plain, title: "Cannot speak?",
                        hint: "On a mobile: call 999, wait for the prompt, press 55.",
                        onclick: move |_| open(CANNOT_SPEAK),
                    }
                    Row { glyph: Glyph::MessageSquareText, tile: Tile::Plain, title: "Text 999",
                        hint: "Works if you have registered for it.",
                        onclick: move |_| open(TEXT_999),
                    }
                }
            }
            section { aria_labelledby: "h-talk",
                div { class: "section-head",
                    h2 { id: "h-talk", "Talk to someone" }
                    button { class: "link", r#type: "button", onclick: move |_| nav.tab(Tab::Help), "All help" }
                }
                div { class: "two",
                    CallTile { who: "Police", number: POLICE, hint: "When it is not an emergency" }
                    CallTile { who: "Helpline", number: HELPLINE, hint: "National Stalking Helpline" }
                }
                if has_journal {
                    div { class: "under-tiles",
                        Rows {
                            Row { glyph: Glyph::HeartHandshake, title: "Text somebody you trust", hint: "With where you are. You press send.",
                                onclick: move |_| nav.go(Route::Trusted),
                            }
                        }
                    }
                }
            }
            section { class: "card pad stack gap-3", aria_label: "Record",
                SafeFirst {}
                Button { kind: Kind::Soft, glyph: Glyph::Pencil, label: "Record what happened", onclick: record }
                if vault == VaultState::Nothing {
                    p { class: "hint centred", button { class: "link-row", r#type: "button", onclick: move |_| nav.go(Route::SET_UP), "Set-up takes about two minutes. It can wait." } }
                }
            }
            section { aria_label: "Read",
                Rows {
                    Row { glyph: Glyph::BookOpen, title: "Is this stalking?", hint: "Signs, examples, what you can do",
                        onclick: move |_| open(IS_THIS_STALKING),
                    }
                    if has_police_page {
                        Row { glyph: Glyph::MessageCircleQuestionMark, title: "Telling the police",
                            hint: "What to ask for, what happens next",
                            onclick: move |_| open(TELLING_THE_POLICE),
                        }
                    }
                    if has_journal {
                        Row { glyph: Glyph::ListChecks, title: "Your plan for staying safe", hint: "Steps to tick, sealed",
                            onclick: move |_| nav.go(Route::Plan),
                        }
                        Row { glyph: Glyph::Settings, tile: Tile::Plain, title: "More", hint: "Lock, recovery words, evidence pack",
                            onclick: move |_| nav.go(Route::More),
                        }
                    } else if vault == VaultState::Nothing && offers(&given) {
                        Row { glyph: Glyph::SlidersHorizontal, tile: Tile::Plain, title: t!("phone-title"), hint: t!("phone-title.hint"),
                            onclick: move |_| nav.go(Route::ThisPhone),
                        }
                    }
                }
            }
            if vault == VaultState::Nothing {
                p { class: "hint centred", "Leave shows a calculator. To come back, press and hold = on it." }
            }
        }
    }
}

/// A number to call, as a card. All of it is the target.
#[component]
fn CallTile(who: String, number: String, hint: String) -> Element {
    let calls = use_context::<Calls>();
    let bare: String = number.chars().filter(|letter| !letter.is_whitespace()).collect();
    let dial = number.clone();
    rsx! {
        a { class: "card call-tile", href: "tel:{bare}",
            onclick: move |event| {
                event.prevent_default();
                calls.call(&dial);
            },
            // Its name is what it shows, so that who speaks to the phone can say it; "Call" is for who only hears.
            span { class: "hidden-visually", "Call " }
            span { class: "head", Icon { glyph: Glyph::Phone, size: Size::Small } "{who} " }
            b { "{number} " }
            span { class: "hint", "{hint}" }
        }
    }
}
