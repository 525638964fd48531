//! Destroying one entry. Taking it out of packs stands first: it is enough for most reasons, and can be taken back.

use super::secret::{SecretField, use_secret};
use super::{AskFirst, MayRemain};
use crate::domain::RecordId;
use crate::session::{Going, Gone, Told};
use crate::ui::components::{Button, DoneLine, Fact, Facts, Glyph, Kind, Notice, WentWrong, WhatWentWrong};
use crate::ui::given::Given;
use crate::ui::route::{Nav, Tab};
use crate::ui::shell::Screen;
use crate::ui::wording::count;
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
            let title = entry.current().map(|version| version.entry.title()).unwrap_or_default();
            Ok::<_, Told>((title, going, entry.withdrawn.is_some()))
        }
    });
    let read = found.read().clone();
    match (gone(), read) {
        (Some(gone), _) => rsx! { Done { gone } },
        (None, None) => {
            rsx! { Screen { back: "Entry", p { class: "hint centred", role: "status", "Looking what would go" } } }
        }
        (None, Some(Err(told))) => rsx! { Screen { back: "Entry", WhatWentWrong { told } } },
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
    let stays = match records {
        0 | 1 => "Its number and a check code".to_owned(),
        more => format!("{more} numbers and their check codes"),
    };
    let each = if records > 1 { "One for each version and each file. " } else { "" };
    rsx! {
        Screen { back: "Entry", gap: "gap-5",
            section { class: "stack gap-2", h1 { "Destroy this entry?" } p { class: "lead", "{title}. It cannot be brought back." } }
            if !withdrawn {
                section { class: "stack gap-3",
                    Button { kind: Kind::Soft, glyph: Glyph::Archive, label: "Take it out of packs instead", onclick: withdraw }
                    p { class: "hint", "It is then kept, only for you, in no pack and no count. You can put it back." }
                }
            }
            if let Some(told) = wrong() { WentWrong { told } }
            if let Some(because) = told_of(&going) { AskFirst { because } }
            Facts {
                Fact { name: "What goes", value: what_goes(going.versions, going.files) }
                Fact { name: "What stays", value: stays, hint: "{each}No word of it stays. They show that nothing else was changed, and that something was destroyed." }
            }
            MayRemain { packs: going.packs }
            SecretField { secret }
            section { class: "stack gap-2",
                Button { kind: Kind::Line, glyph: Glyph::Trash2, label: if secret.works() { "Destroying it" } else { "Destroy it" }, onclick: destroy }
                Button { kind: Kind::Text, label: "Keep it", onclick: move |_| nav.back() }
            }
        }
    }
}

/// "2 versions and 1 file". The question and the answer count the same things by the same words, and a number stays for each.
fn what_goes(versions: usize, files: usize) -> String {
    let versions = count(versions, "version", "versions");
    match files {
        0 => versions,
        files => format!("{versions} and {}", count(files, "file", "files")),
    }
}

/// "You wrote down who was told of it: Police, 101, reference EX-0417-26."
fn told_of(going: &Going) -> Option<String> {
    let one = |told: &crate::domain::Told| match &told.reference {
        Some(reference) => format!("{}, reference {reference}", told.who),
        None => told.who.clone(),
    };
    let told: Vec<String> = going.told.iter().map(one).collect();
    (!told.is_empty()).then(|| format!("You wrote down who was told of it: {}.", told.join("; ")))
}

#[component]
fn Done(gone: Gone) -> Element {
    let nav = use_context::<Nav>();
    let to_journal = move |()| nav.tab(Tab::Journal);
    let numbers: Vec<String> = gone.records.iter().map(ToString::to_string).collect();
    let what = what_goes(gone.versions, gone.files);
    let each = if numbers.len() > 1 { "One for each version and each file" } else { "In the chain" };
    rsx! {
        Screen { back: "Journal", on_back: to_journal, gap: "gap-5",
            action: rsx! { Button { kind: Kind::Main, label: "To the journal", onclick: move |_| to_journal(()) } },
            section { class: "stack gap-2", h1 { "The entry is destroyed" } p { class: "lead", "It cannot be read in this journal any more." } }
            DoneLine { words: "{what} went." }
            if gone.unfinished {
                Notice { b { "A part of its sealed files could not be removed just now. " } "The app removes it when the journal is next opened." }
            }
            Facts {
                Fact { name: "What stays", value: count(numbers.len(), "number and its check code", "numbers and their check codes"), hint: "{each}: {numbers.join(\", \")}. It stands in “Who opened it” too." }
            }
            p { class: "hint", "Backups and packs that were made before still hold it, and this device’s storage may keep traces." }
        }
    }
}
