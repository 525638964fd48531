//! What her own university, employer or council tells its people: loaded from a file that it gave out, shown as theirs, and
//! taken out again in one tap.

mod load;

use crate::guidance::{Institution, is_old};
use crate::session::VaultState;
use crate::ui::chosen::{Chosen, directory_of};
use crate::ui::components::{Button, Card, Directory, Glyph, Icon, Kind, Notice, Row, Rows, Size, Tone};
use crate::ui::given::Given;
use crate::ui::library::contact_entry;
use crate::ui::pick::FromPage;
use crate::ui::reading::short_date;
use crate::ui::route::Tab;
use crate::ui::screens::record::now;
use crate::ui::shell::{Calls, Screen};
use crate::ui::vault::use_vault;
use dioxus::prelude::*;
use load::{Loaded, read_file};

/// The screen.
#[component]
pub fn InstitutionPage() -> Element {
    let given = use_context::<Given>();
    let chosen = use_context::<Chosen>();
    let vault = use_vault();
    let mut example = use_signal(|| false);
    let mut said = use_signal(|| None::<(bool, String)>);
    let directory = directory_of(&given);
    let load = use_callback(move |()| {
        said.set(None);
        let directory = directory.clone();
        // Opened at the tap itself.
        let mut page = FromPage::open();
        spawn(async move {
            let text = match read_file(&mut page, &directory).await {
                Loaded::Nothing => return,
                Loaded::Refused(why) => return said.set(Some((false, why))),
                Loaded::Read(text) => text,
            };
            let kept = chosen.load(Some(text));
            said.set(Some(match kept {
                None => (true, "Loaded. It stays until the app is closed.".to_owned()),
                Some(kept) => match kept.await {
                    Ok(()) => (true, "Loaded, and kept in your journal.".to_owned()),
                    Err(error) => {
                        (false, format!("It is loaded until the app is closed. It could not be kept: {}", error.told()))
                    }
                },
            }));
        });
    });
    let own = chosen.institution();
    let reading = given.reading();
    let shown = own.clone().or_else(|| {
        let library = reading.library.as_ref()?;
        example().then(|| library.institutions().first().cloned()).flatten()
    });
    let has_example = reading.library.as_ref().is_some_and(|library| !library.institutions().is_empty());
    rsx! {
        Screen { back: "Back", tab: Tab::Help, gap: "gap-5",
            if let Some((good, words)) = said() {
                div { role: "status",
                    if good {
                        p { class: "safe-banner one", Icon { glyph: Glyph::CircleCheck, size: Size::Large } span { class: "banner-words", "{words}" } }
                    } else {
                        Notice { tone: Tone::Warning, "{words}" }
                    }
                }
            }
            match shown {
                Some(shown) => rsx! {
                    From { institution: shown }
                    if own.is_some() {
                        Button { kind: Kind::Line, glyph: Glyph::Trash2, label: "Take this out",
                            onclick: move |_| async move {
                                let kept = chosen.load(None);
                                said.set(Some(match kept {
                                    None => (true, "It is taken out.".to_owned()),
                                    Some(kept) => match kept.await {
                                        Ok(()) => (true, "It is taken out of the app and of your journal.".to_owned()),
                                        Err(error) => (false, format!("It is out until the app is closed. It could not be taken out of your journal: {}", error.told())),
                                    },
                                }));
                            },
                        }
                        Button { kind: Kind::Text, label: "Load another file", onclick: move |_| load.call(()) }
                    } else {
                        Button { kind: Kind::Text, label: "Close the example", onclick: move |_| example.set(false) }
                    }
                },
                None => rsx! {
                    section { class: "stack gap-2",
                        h1 { "Help where you work or study" }
                        p { class: "lead", "Some universities, employers and councils give out a file with their own counsellors, advisers and ways to report. Load it here, and it stands in Help." }
                    }
                    Button { kind: Kind::Main, glyph: Glyph::Download, label: "Choose the file", onclick: move |_| load.call(()) }
                    p { class: "hint", if vault() == VaultState::Open { "It is kept, sealed, in your journal. Nothing is sent to anybody." } else { "It stays until the app is closed. With an open journal it is kept there, sealed. Nothing is sent to anybody." } }
                    if has_example {
                        Rows {
                            Row { glyph: Glyph::FileText, title: "See an example", hint: "What such a file holds", onclick: move |_| example.set(true) }
                        }
                    }
                },
            }
        }
    }
}

/// All that it says, as its own.
#[component]
fn From(institution: Institution) -> Element {
    let given = use_context::<Given>();
    let calls = use_context::<Calls>();
    let today = now(&given).date();
    let contacts = institution.contacts.iter().map(|contact| contact_entry(contact, &institution)).collect::<Vec<_>>();
    let old = is_old(institution.checked, today);
    let web = institution.web.clone();
    rsx! {
        section { class: "stack gap-2",
            h1 { "{institution.from_whom()}" }
            p { class: "lead", "{institution.about}" }
        }
        if institution.example {
            Notice { "This is an example, to show what such a file holds. It is not your university’s or employer’s." }
        } else {
            Notice { "These are its own words and numbers, and it answers for them. Not everybody there has to know: ask who will, before you tell." }
        }
        if old {
            Notice { tone: Tone::Warning, "Nobody has checked this for more than a year. It may have changed. Ask for a newer file." }
        }
        section { aria_label: "Whom to reach",
            div { class: "section-head", h2 { "Whom to reach" } }
            Directory { entries: contacts }
        }
        if !institution.report_ways.is_empty() {
            section { class: "stack gap-3", aria_label: "Ways to report",
                h2 { "Ways to report" }
                for way in institution.report_ways.clone() {
                    Card { key: "{way.id}", class: "stack gap-2",
                        h3 { class: "b", "{way.title}" }
                        p { class: "hint", if way.contact { "They know who you are." } else { "They do not know who you are." } }
                        p { "{way.what_happens}" }
                        p { "{way.limits}" }
                    }
                }
            }
        }
        if let Some(web) = web {
            Rows { Row { glyph: Glyph::Globe, title: "Its website", hint: "Opens the browser", onclick: move |_| calls.open_page(&web) } }
        }
        p { class: "meta", "Source: {institution.source}. Checked {short_date(institution.checked)}." }
    }
}

#[cfg(test)]
mod tests;
