//! What the pack gives away, with a switch for each sort of thing.

use super::{At, Chosen, counted, summary};
use crate::session::{Beginning, Choice as PackChoice, Preview, Reveals};
use crate::ui::components::{Button, Field, FieldKind, Glyph, Icon, Kind, Notice, Rows, Switch, Tile, Tone};
use crate::ui::given::Given;
use crate::ui::shell::Screen;
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
                wrong.set(Some("The last day is before the first. Change one of them.".to_owned()));
            }
            _ => at.set(At::Choosing),
        }
    };
    let photos = counted(preview.photos, "photo or film", "photos and films");
    let photos = if withhold.photos { format!("{photos} taken out") } else { photos };
    let tile = |off: bool| if off { Tile::Plain } else { Tile::Accent };
    rsx! {
        Screen { back: "Evidence pack", gap: "gap-5",
            action: rsx! { Button { kind: Kind::Main, glyph: Glyph::FileText, label: "Make the pack", onclick: go_on } },
            section { class: "stack gap-2", h1 { "What it gives away" }
                p { class: "lead", role: "status", {summary(&preview)} }
                if remembered() {
                    p { class: "hint", b { "As in your last pack. " } {last_time(&choice.read())}
                        button { class: "link", r#type: "button",
                            onclick: move |_| {
                                let (from, to) = (choice.peek().from, choice.peek().to);
                                choice.set(PackChoice { from, to, ..Beginning::anew().choice });
                                remembered.set(false);
                                // Should it stay kept, the next pack only begins with it again.
                                drop(given.session.forget_last_pack());
                            },
                            "Begin anew"
                        }
                    }
                }
            }
            Notice { tone: Tone::Warning, glyph: Glyph::Eye, b { "The person it is about may read it one day. " } "Take out what they should not learn." }
            section { aria_labelledby: "h-give",
                div { class: "section-head", h2 { id: "h-give", "In the pack" }
                    button { class: "link", r#type: "button", onclick: move |_| at.set(At::Looking), "Look through it" }
                }
                Rows {
                    Switch { glyph: Glyph::House, tile: tile(withhold.home), title: "Your home address", hint: said("", preview.home),
                        on: !withhold.home, onchange: move |on: bool| choice.write().withhold.home = !on,
                    }
                    Switch { glyph: Glyph::Route, tile: tile(withhold.routine), title: "Your routine", hint: said("Times and routes", preview.routine),
                        on: !withhold.routine, onchange: move |on: bool| choice.write().withhold.routine = !on,
                    }
                    Switch { glyph: Glyph::Users, tile: tile(withhold.names_of_others), title: "Names of others",
                        hint: said("Witnesses, friends, family", preview.names_of_others),
                        on: !withhold.names_of_others, onchange: move |on: bool| choice.write().withhold.names_of_others = !on,
                    }
                    Switch { glyph: Glyph::Image, tile: tile(withhold.photos), title: "Photos", hint: photos,
                        on: !withhold.photos, onchange: move |on: bool| choice.write().withhold.photos = !on,
                    }
                }
            }
            section { class: "stack gap-3",
                p { class: "hint", "What you take out shows as “[withheld]”, and the pack says that you chose. Photos are not searched: one may show your front door." }
                p { class: "safe-first", Icon { glyph: Glyph::Lock } span { "Nothing leaves this device until you share it." } }
            }
            section { class: "stack gap-3", aria_label: "Days",
                div { class: "two",
                    Field { id: "pack-from", label: "First day", kind: FieldKind::Date, initial: day(from),
                        oninput: move |text: String| {
                            wrong.set(None);
                            choice.write().from = text.parse().ok();
                        },
                    }
                    Field { id: "pack-to", label: "Last day", kind: FieldKind::Date, initial: day(to),
                        oninput: move |text: String| {
                            wrong.set(None);
                            choice.write().to = text.parse().ok();
                        },
                    }
                }
                if let Some(wrong) = wrong() { p { class: "field-wrong", role: "alert", Icon { glyph: Glyph::TriangleAlert } span { "{wrong}" } } }
                p { class: "hint", "Leave both empty for all of it." }
            }
            Field { id: "pack-contact", label: "How the police can reach you", initial: contact.peek().to_string(),
                hint: "Only if you want. It goes on a separate sheet that is not for disclosure. So do contact details of witnesses: {preview.contacts}.",
                oninput: move |text| contact.set(Zeroizing::new(text)),
            }
        }
    }
}

/// What was taken out of the last pack: "Taken out: your home, photos, 2 entries. "
fn last_time(choice: &PackChoice) -> String {
    let withhold = choice.withhold;
    let entries = choice.without.len();
    let parts = [
        (withhold.home, "your home".to_owned()),
        (withhold.routine, "your routine".to_owned()),
        (withhold.names_of_others, "names of others".to_owned()),
        (withhold.photos, "photos".to_owned()),
        (entries > 0, counted(entries, "entry", "entries")),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|(out, _)| *out).map(|(_, words)| words).collect();
    if parts.is_empty() { "Nothing is taken out. ".to_owned() } else { format!("Taken out: {}. ", parts.join(", ")) }
}

fn day(day: Option<Date>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// In how many entries it stands, or of how many it is taken out.
fn said(what: &str, reveals: Reveals) -> String {
    let entries = counted(reveals.entries, "entry", "entries");
    let repeats = match reveals.repeated {
        0 => String::new(),
        1 if reveals.withheld => ", and 1 text that repeats it, which goes too".to_owned(),
        many if reveals.withheld => format!(", and {many} texts that repeat it, which go too"),
        1 => ". 1 text repeats it".to_owned(),
        many => format!(". {many} texts repeat it"),
    };
    match (reveals.entries, reveals.withheld, what) {
        (0, _, "") => "In none of the entries".to_owned(),
        (0, _, what) => format!("{what}: in none of the entries"),
        (_, true, _) => format!("Taken out of {entries}{repeats}"),
        (_, false, "") => format!("In {entries}{repeats}"),
        (_, false, what) => format!("{what} in {entries}{repeats}"),
    }
}
