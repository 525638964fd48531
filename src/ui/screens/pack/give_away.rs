//! What the pack gives away, with a switch for each sort of thing.

use super::{At, Chosen, and_then, summary};
use crate::session::{Beginning, Choice as PackChoice, Preview, Reveals};
use crate::t;
use crate::ui::components::{Button, Field, FieldKind, Glyph, Icon, Kind, Notice, Rows, Switch, Tile, Tone};
use crate::ui::given::Given;
use crate::ui::shell::Screen;
use crate::ui::wording::listed;
use dioxus::prelude::*;
use jiff::civil::Date;
use zeroize::Zeroizing;

#[component]
pub(super) fn GivesAway(preview: Preview, chosen: Chosen) -> Element {
    let given = use_context::<Given>();
    let Chosen { mut choice, mut contact, mut at, mut remembered } = chosen;
    let mut wrong = use_signal(|| None::<String>);
    let withhold = choice.read().withhold;
    let (from, to) = (choice.peek().from, choice.peek().to);
    let go_on = move |_: MouseEvent| {
        let days = (choice.peek().from, choice.peek().to);
        match days {
            (Some(from), Some(to)) if from > to => {
                wrong.set(Some(t!("pack-days.order").to_owned()));
            }
            _ => at.set(At::Choosing),
        }
    };
    let photos = if withhold.photos {
        t!("pack-photos.out", photos = preview.photos)
    } else {
        t!("pack-photos.in", photos = preview.photos)
    };
    let [home, routine, names] = reveals(&preview);
    let tile = |off: bool| if off { Tile::Plain } else { Tile::Accent };
    rsx! {
        Screen { back: t!("pack-title"), gap: "gap-5",
            action: rsx! { Button { kind: Kind::Main, glyph: Glyph::FileText, label: t!("pack-gives.do"), onclick: go_on } },
            section { class: "stack gap-2", h1 { {t!("pack-gives")} }
                p { class: "lead", role: "status", {summary(&preview)} }
                if remembered() {
                    p { class: "hint", b { {t!("pack-as-last")} }
                        " "
                        {last_time(&choice.read())}
                        " "
                        button { class: "link", r#type: "button",
                            onclick: move |_| {
                                let (from, to) = (choice.peek().from, choice.peek().to);
                                choice.set(PackChoice { from, to, ..Beginning::anew().choice });
                                remembered.set(false);
                                // Should it stay kept, the next pack only begins with it again.
                                drop(given.session.forget_last_pack());
                            },
                            {t!("pack-as-last.anew")}
                        }
                    }
                }
            }
            Notice { tone: Tone::Warning, glyph: Glyph::Eye, b { {t!("pack-may-read")} }
                " "
                {t!("pack-may-read.more")}
            }
            section { aria_labelledby: "h-give",
                div { class: "section-head", h2 { id: "h-give", {t!("pack-gives.in-it")} }
                    button { class: "link", r#type: "button", onclick: move |_| at.set(At::Looking), {t!("pack-gives.look")} }
                }
                Rows {
                    Switch { glyph: Glyph::House, tile: tile(withhold.home), title: t!("pack-home"), hint: home,
                        on: !withhold.home, onchange: move |on: bool| choice.write().withhold.home = !on,
                    }
                    Switch { glyph: Glyph::Route, tile: tile(withhold.routine), title: t!("pack-routine"), hint: routine,
                        on: !withhold.routine, onchange: move |on: bool| choice.write().withhold.routine = !on,
                    }
                    Switch { glyph: Glyph::Users, tile: tile(withhold.names_of_others), title: t!("pack-names"), hint: names,
                        on: !withhold.names_of_others, onchange: move |on: bool| choice.write().withhold.names_of_others = !on,
                    }
                    Switch { glyph: Glyph::Image, tile: tile(withhold.photos), title: t!("pack-photos"), hint: photos,
                        on: !withhold.photos, onchange: move |on: bool| choice.write().withhold.photos = !on,
                    }
                }
            }
            section { class: "stack gap-3",
                p { class: "hint", {t!("pack-gives.withheld")} }
                p { class: "safe-first", Icon { glyph: Glyph::Lock } span { {t!("pack-gives.safe")} } }
            }
            section { class: "stack gap-3", aria_label: t!("pack-days.label"),
                div { class: "two",
                    Field { id: "pack-from", label: t!("pack-days.from"), kind: FieldKind::Date, initial: day(from),
                        oninput: move |text: String| {
                            wrong.set(None);
                            choice.write().from = text.parse().ok();
                        },
                    }
                    Field { id: "pack-to", label: t!("pack-days.to"), kind: FieldKind::Date, initial: day(to),
                        oninput: move |text: String| {
                            wrong.set(None);
                            choice.write().to = text.parse().ok();
                        },
                    }
                }
                if let Some(wrong) = wrong() { p { class: "field-wrong", role: "alert", Icon { glyph: Glyph::TriangleAlert } span { "{wrong}" } } }
                p { class: "hint", {t!("pack-days")} }
            }
            Field { id: "pack-contact", label: t!("pack-contact"), initial: contact.peek().to_string(),
                hint: t!("pack-contact.hint", n = preview.contacts),
                oninput: move |text| contact.set(Zeroizing::new(text)),
            }
        }
    }
}

/// What was taken out of the last pack: "Taken out: your home, photos, 2 entries."
fn last_time(choice: &PackChoice) -> String {
    let withhold = choice.withhold;
    let entries = choice.without.len();
    let parts = [
        (withhold.home, t!("pack-out-home").to_owned()),
        (withhold.routine, t!("pack-out-routine").to_owned()),
        (withhold.names_of_others, t!("pack-out-names").to_owned()),
        (withhold.photos, t!("pack-out-photos").to_owned()),
        (entries > 0, t!("count-entries", n = entries)),
    ];
    let out = parts.into_iter().filter(|(out, _)| *out).map(|(_, words)| words);
    match listed(out) {
        Some(what) => t!("pack-as-last.taken-out", what = what),
        None => t!("pack-as-last.nothing").to_owned(),
    }
}

fn day(day: Option<Date>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// What is said of her home, her routine, and names of others.
pub(super) fn reveals(preview: &Preview) -> [String; 3] {
    [
        said(preview.home, |n| t!("pack-home.in", entries = n), t!("pack-home.none")),
        said(preview.routine, |n| t!("pack-routine.in", entries = n), t!("pack-routine.none")),
        said(preview.names_of_others, |n| t!("pack-names.in", entries = n), t!("pack-names.none")),
    ]
}

/// In how many entries it stands, or of how many it is taken out.
fn said(reveals: Reveals, in_entries: impl FnOnce(usize) -> String, none: &str) -> String {
    match reveals {
        Reveals { entries: 0, .. } => none.to_owned(),
        Reveals { entries, repeated, withheld: true } => t!("pack-taken-out", entries = entries, texts = repeated),
        Reveals { entries, repeated: 0, .. } => in_entries(entries),
        Reveals { entries, repeated, .. } => and_then(in_entries(entries), t!("pack-repeats", texts = repeated)),
    }
}
