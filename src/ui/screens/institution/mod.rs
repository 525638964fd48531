//! What her own university, employer or council tells its people: loaded from a file that it gave out, shown as theirs, and
//! taken out again in one tap.

mod load;

use crate::guidance::{Institution, Role, is_old};
use crate::session::VaultState;
use crate::t;
use crate::ui::chosen::{Chosen, directory_of};
use crate::ui::components::{Button, Card, Directory, Glyph, Icon, Kind, Notice, Row, Rows, Size, Tone};
use crate::ui::english::{dir_of, english_stands_out, lang_of};
use crate::ui::given::Given;
use crate::ui::library::contact_entry;
use crate::ui::pick::FromPage;
use crate::ui::reading::HelpEntry;
use crate::ui::route::Tab;
use crate::ui::screens::record::now;
use crate::ui::shell::{Calls, Screen};
use crate::ui::vault::use_vault;
use crate::ui::wording::short_date;
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
                None => (true, t!("institution-loaded").to_owned()),
                Some(kept) => match kept.await {
                    Ok(()) => (true, t!("institution-loaded-kept").to_owned()),
                    Err(error) => (false, t!("institution-not-kept", why = error.told().to_string())),
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
        Screen { back: t!("word-back"), tab: Tab::Help, gap: "gap-5",
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
                        Button { kind: Kind::Line, glyph: Glyph::Trash2, label: t!("institution-take-out"),
                            onclick: move |_| async move {
                                let kept = chosen.load(None);
                                said.set(Some(match kept {
                                    None => (true, t!("institution-out").to_owned()),
                                    Some(kept) => match kept.await {
                                        Ok(()) => (true, t!("institution-out-kept").to_owned()),
                                        Err(error) => (false, t!("institution-not-out", why = error.told().to_string())),
                                    },
                                }));
                            },
                        }
                        Button { kind: Kind::Text, label: t!("institution-another"), onclick: move |_| load.call(()) }
                    } else {
                        Button { kind: Kind::Text, label: t!("institution-example.close"), onclick: move |_| example.set(false) }
                    }
                },
                None => rsx! {
                    section { class: "stack gap-2",
                        h1 { {t!("institution-title")} }
                        p { class: "lead", {t!("institution-title.lead")} }
                    }
                    Button { kind: Kind::Main, glyph: Glyph::Download, label: t!("institution-choose"), onclick: move |_| load.call(()) }
                    p { class: "hint", if vault() == VaultState::Open { {t!("institution-kept-open")} } else { {t!("institution-kept-closed")} } }
                    if has_example {
                        Rows {
                            Row { glyph: Glyph::FileText, title: t!("institution-example"), hint: t!("institution-example.hint"), onclick: move |_| example.set(true) }
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
    let by_role = institution.contacts.chunk_by(|one, next| one.role == next.role);
    let groups: Vec<(Role, Vec<HelpEntry>)> = by_role
        .filter_map(|group| {
            let entries = group.iter().map(|contact| contact_entry(contact, &institution)).collect();
            group.first().map(|contact| (contact.role, entries))
        })
        .collect();
    let old = is_old(institution.checked, today);
    let web = institution.web.clone();
    let (lang, dir) = (lang_of(english_stands_out()), dir_of(english_stands_out()));
    rsx! {
        section { class: "stack gap-2",
            h1 { {t!("institution-from", name = institution.name.as_str())} }
            p { class: "lead", lang, dir, "{institution.about}" }
        }
        if institution.example {
            Notice { {t!("institution-example.notice")} }
        } else {
            Notice { {t!("institution-own-words")} }
        }
        if old {
            Notice { tone: Tone::Warning, {t!("institution-old")} }
        }
        if !groups.is_empty() {
            section { class: "stack gap-4", aria_label: t!("institution-contacts"),
                h2 { {t!("institution-contacts")} }
                for (role, entries) in groups {
                    div { key: "{role:?}", class: "stack gap-2",
                        div {
                            h3 { class: "label", {role_words(role)} }
                            if role == Role::Security { p { class: "hint", {t!("institution-role-security.hint")} } }
                        }
                        Directory { entries }
                    }
                }
            }
        }
        if !institution.report_ways.is_empty() {
            section { class: "stack gap-3", aria_label: t!("institution-reports"),
                h2 { {t!("institution-reports")} }
                for way in institution.report_ways.clone() {
                    Card { key: "{way.id}", class: "stack gap-2",
                        h3 { class: "b", lang, dir, "{way.title}" }
                        p { class: "hint", if way.contact { {t!("institution-report-known")} } else { {t!("institution-report-unknown")} } }
                        p { lang, dir, "{way.what_happens}" }
                        p { lang, dir, "{way.limits}" }
                    }
                }
            }
        }
        if let Some(web) = web {
            Rows { Row { glyph: Glyph::Globe, title: t!("institution-web"), hint: t!("institution-web.hint"), onclick: move |_| calls.open_page(&web) } }
        }
        p { class: "meta", {t!("guidance-source", sources = institution.source.as_str(), checked = short_date(institution.checked))} }
    }
}

/// The heading above those who are for one thing.
fn role_words(role: Role) -> &'static str {
    match role {
        Role::Security => t!("institution-role-security"),
        Role::ReportAndSupport => t!("institution-role-report-and-support"),
        Role::Adviser => t!("institution-role-adviser"),
        Role::Counselling => t!("institution-role-counselling"),
        Role::Other => t!("institution-role-other"),
    }
}

#[cfg(test)]
mod tests;
