//! Home: help before anything. It needs no set-up, no unlocking, no database and no network.

use crate::session::VaultState;
use crate::t;
use crate::ui::components::{Button, Call999, Glyph, Icon, Kind, Row, Rows, SafeFirst, Size, Tile};
use crate::ui::first_reading::{CANNOT_SPEAK, IS_THIS_STALKING, POLICE, TELLING_THE_POLICE, TEXT_999, helpline};
use crate::ui::given::Given;
use crate::ui::route::{Nav, Route, Tab};
use crate::ui::screens::record::now;
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
                h1 { id: "h-home", {t!("home-danger")} }
                Call999 {}
                Rows {
                    Row { glyph: Glyph::MicOff, tile: Tile::Plain, title: t!("home-cannot-speak"),
                        hint: t!("home-cannot-speak.hint"),
                        onclick: move |_| open(CANNOT_SPEAK),
                    }
                    Row { glyph: Glyph::MessageSquareText, tile: Tile::Plain, title: t!("home-text-999"),
                        hint: t!("home-text-999.hint"),
                        onclick: move |_| open(TEXT_999),
                    }
                }
            }
            section { aria_labelledby: "h-talk",
                div { class: "section-head",
                    h2 { id: "h-talk", {t!("home-talk")} }
                    button { class: "link", r#type: "button", onclick: move |_| nav.tab(Tab::Help), {t!("home-talk.all")} }
                }
                div { class: "two",
                    CallTile { who: t!("home-police"), number: POLICE, hint: t!("home-police.hint") }
                    CallTile { who: t!("home-helpline"), number: helpline(&given.reading()), hint: t!("home-helpline.hint") }
                }
                if has_journal {
                    div { class: "under-tiles",
                        Rows {
                            Row { glyph: Glyph::HeartHandshake, title: t!("home-trusted"), hint: t!("home-trusted.hint"),
                                onclick: move |_| nav.go(Route::Trusted),
                            }
                        }
                    }
                }
            }
            section { class: "card pad stack gap-3", aria_label: t!("home-record"),
                SafeFirst {}
                Button { kind: Kind::Soft, glyph: Glyph::Pencil, label: t!("home-record.do"), onclick: record }
                if vault == VaultState::Nothing {
                    p { class: "hint centred",
                        button { class: "link-row", r#type: "button", onclick: move |_| nav.go(Route::SET_UP), {t!("home-record.set-up")} }
                    }
                }
            }
            section { aria_label: t!("home-read"),
                Rows {
                    Row { glyph: Glyph::BookOpen, title: t!("home-is-this-stalking"), hint: t!("home-is-this-stalking.hint"),
                        onclick: move |_| open(IS_THIS_STALKING),
                    }
                    if has_police_page {
                        Row { glyph: Glyph::MessageCircleQuestionMark, title: t!("home-police-page"),
                            hint: t!("home-police-page.hint"),
                            onclick: move |_| open(TELLING_THE_POLICE),
                        }
                    }
                    if has_journal {
                        Row { glyph: Glyph::ListChecks, title: t!("home-plan"), hint: t!("home-plan.hint"),
                            onclick: move |_| nav.go(Route::Plan),
                        }
                        Row { glyph: Glyph::Settings, tile: Tile::Plain, title: t!("home-more"), hint: t!("home-more.hint"),
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
                p { class: "hint centred", {t!("home-leave")} }
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
    let given = use_context::<Given>();
    let old = given.reading().is_old_number(&number, now(&given).date());
    rsx! {
        a { class: "card call-tile", href: "tel:{bare}",
            onclick: move |event| {
                event.prevent_default();
                calls.call(&dial);
            },
            // Its name is what it shows, so that who speaks to the phone can say it; "Call" is for who only hears.
            span { class: "hidden-visually", {t!("home-call")} " " }
            span { class: "head", Icon { glyph: Glyph::Phone, size: Size::Small } "{who} " }
            b { dir: "ltr", translate: "no", "{number} " }
            span { class: "hint", "{hint}" }
            if old {
                span { class: "field-wrong", Icon { glyph: Glyph::TriangleAlert, size: Size::Small } span { {t!("home-old")} } }
            }
        }
    }
}

#[cfg(test)]
mod tests;
