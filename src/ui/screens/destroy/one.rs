//! Destroying one entry. Taking it out of packs stands first: it is enough for most reasons, and can be taken back.

use super::secret::{SecretField, use_secret};
use super::{AskFirst, MayRemain};
use crate::domain::RecordId;
use crate::session::{Going, Gone, Told};
use crate::t;
use crate::ui::components::{Button, DoneLine, Fact, Facts, Glyph, Kind, Notice, WentWrong, WhatWentWrong};
use crate::ui::given::Given;
use crate::ui::route::{Nav, Tab};
use crate::ui::shell::Screen;
use crate::ui::wording;
use dioxus::prelude::*;

/// The question.
#[component]
pub fn DestroyEntry(id: RecordId) -> Element {
    let given = use_context::<Given>();
    let mut gone = use_signal(|| None::<Gone>);
    let session = given.session.clone();
    // Asked once: while it is answered, the entry goes.
    let found = use_resource(move || {
        let session = session.clone();
        async move {
            let going = session.would_go(id).await.map_err(|error| error.told())?;
            let entry = session.entry(id).await.map_err(|error| error.told())?;
            let title = entry.current().map(|version| wording::title(version.entry.content())).unwrap_or_default();
            Ok::<_, Told>((title, going, entry.withdrawn.is_some()))
        }
    });
    let read = found.read().clone();
    match (gone(), read) {
        (Some(gone), _) => rsx! { Done { gone } },
        (None, None) => {
            rsx! { Screen { back: t!("destroy-one-back"), p { class: "hint centred", role: "status", {t!("destroy-one.looking")} } } }
        }
        (None, Some(Err(told))) => rsx! { Screen { back: t!("destroy-one-back"), WhatWentWrong { told } } },
        (None, Some(Ok((title, going, withdrawn)))) => rsx! {
            Question { id, title, going, withdrawn, ongone: move |what| gone.set(Some(what)) }
        },
    }
}

#[component]
fn Question(id: RecordId, title: String, going: Going, withdrawn: bool, ongone: EventHandler<Gone>) -> Element {
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let mut wrong = use_signal(|| None::<Told>);
    let secret = use_secret();
    let (withdrawing, destroying) = (given.session.clone(), given.session.clone());
    let withdraw = move |_: MouseEvent| {
        let session = withdrawing.clone();
        async move {
            match session.withdraw(id).await {
                Ok(()) => nav.back(),
                Err(error) => wrong.set(Some(error.told())),
            }
        }
    };
    let unkept = given.unkept.clone();
    let destroy = move |_: MouseEvent| {
        let (session, unkept) = (destroying.clone(), unkept.clone());
        async move {
            let Some(proof) = secret.ready() else { return };
            match session.destroy(id, proof).await {
                Ok(gone) => {
                    // A correction of it that is typed and not yet kept goes with it. The session would take it no more.
                    if let Some(draft) = unkept.take().filter(|draft| draft.of != Some(id)) {
                        unkept.put(draft);
                    }
                    secret.clear();
                    ongone.call(gone);
                }
                Err(error) => secret.failed(&error),
            }
        }
    };
    let records = going.versions + going.files;
    let stays =
        if records > 1 { t!("destroy-one-stays.many", n = records) } else { t!("destroy-one-stays.one").to_owned() };
    let why = if records > 1 { t!("destroy-one-stays.why-many") } else { t!("destroy-one-stays.why") };
    rsx! {
        Screen { back: t!("destroy-one-back"), gap: "gap-5",
            section { class: "stack gap-2", h1 { {t!("destroy-one")} } p { class: "lead", {t!("destroy-one.lead", title = title)} } }
            if !withdrawn {
                section { class: "stack gap-3",
                    Button { kind: Kind::Soft, glyph: Glyph::Archive, label: t!("destroy-one-instead"), onclick: withdraw }
                    p { class: "hint", {t!("destroy-one-instead.hint")} }
                }
            }
            if let Some(told) = wrong() { WentWrong { told } }
            if let Some(because) = told_of(&going) { AskFirst { because } }
            Facts {
                Fact { name: t!("destroy-goes"), value: what_goes(going.versions, going.files) }
                Fact { name: t!("destroy-one-stays"), value: stays, hint: why }
            }
            MayRemain { packs: going.packs }
            SecretField { secret }
            section { class: "stack gap-2",
                Button { kind: Kind::Line, glyph: Glyph::Trash2, label: if secret.works() { t!("destroy-one-do.doing") } else { t!("destroy-one-do") }, onclick: destroy }
                Button { kind: Kind::Text, label: t!("destroy-one-do.keep"), onclick: move |_| nav.back() }
            }
        }
    }
}

/// "2 versions and 1 file". The question and the answer count the same things by the same words, and a number stays for each.
fn what_goes(versions: usize, files: usize) -> String {
    match files {
        0 => t!("destroy-one-goes", versions = versions),
        files => t!("destroy-one-goes.with-files", versions = versions, files = files),
    }
}

/// "You wrote down who was told of it: Police, 101, reference EX-0417-26."
fn told_of(going: &Going) -> Option<String> {
    let one = |told: &crate::domain::Told| match &told.reference {
        Some(reference) => {
            t!("destroy-one-told.with-reference", who = told.who.as_str(), reference = reference.as_str())
        }
        None => told.who.clone(),
    };
    let all = going.told.iter().map(one).reduce(|list, next| t!("destroy-one-told.next", list = list, next = next));
    all.map(|all| t!("destroy-one-told", who = all))
}

#[component]
fn Done(gone: Gone) -> Element {
    let nav = use_context::<Nav>();
    let to_journal = move |()| nav.tab(Tab::Journal);
    let records = gone.records.len();
    let numbers = wording::listed(gone.records.iter().map(ToString::to_string)).unwrap_or_default();
    let where_they_stand = if records > 1 {
        t!("destroy-one-done.numbers", numbers = numbers)
    } else {
        t!("destroy-one-done.number", numbers = numbers)
    };
    let went = match gone.files {
        0 => t!("destroy-one-done.went", versions = gone.versions),
        files => t!("destroy-one-done.went-with-files", versions = gone.versions, files = files),
    };
    rsx! {
        Screen { back: Tab::Journal.name(), on_back: to_journal, gap: "gap-5",
            action: rsx! { Button { kind: Kind::Main, label: t!("destroy-one-done.to-journal"), onclick: move |_| to_journal(()) } },
            section { class: "stack gap-2", h1 { {t!("destroy-one-done")} } p { class: "lead", {t!("destroy-one-done.lead")} } }
            DoneLine { words: went }
            if gone.unfinished {
                Notice { b { {t!("destroy-one-unfinished")} }
                    " "
                    {t!("destroy-one-unfinished.more")}
                }
            }
            Facts {
                Fact { name: t!("destroy-one-stays"), value: t!("destroy-one-done.stays", n = records), hint: where_they_stand }
            }
            p { class: "hint", {t!("destroy-one-done.remains")} }
        }
    }
}
