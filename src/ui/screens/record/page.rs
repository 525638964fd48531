//! The form itself, and saving it. "Saved" is said only after the session has said so.

use super::danger::CallFirst;
use super::files::{Picking, use_picking};
use super::more::More;
use super::pen::{Pen, now, use_pen};
use super::saved::Saved;
use super::what::{Effects, HowYouKnow, Kinds, OwnWords};
use super::when::WhenIt;
use super::where_it::WhereIt;
use super::who::WhoIt;
use super::work::Work;
use super::wrong::{Part, look_over};
use crate::domain::RecordId;
use crate::session::{SessionError, Told};
use crate::t;
use crate::ui::components::{
    Button, Field, FieldKind, Glyph, Icon, Kind, Notice, ToldNotice, Tone, WhatWentWrong, focus,
};
use crate::ui::given::Given;
use crate::ui::route::Nav;
use crate::ui::shell::Screen;
use dioxus::prelude::*;

/// How far saving is.
#[derive(Clone, Debug, PartialEq)]
enum Saving {
    /// She writes.
    Writing,
    /// Asked, and not answered yet.
    Asked,
    /// It did not work.
    Failed(Told),
    /// The session said that it is on the disk.
    Done(RecordId),
}

/// The form with something in it.
#[component]
pub fn FormPage(first: Work, places: Vec<String>, adding: bool) -> Element {
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let pen = use_pen(first);
    let picking = use_picking(pen);
    let mut saving = use_signal(|| Saving::Writing);
    // What is saved already of a correction with files: asking again must not save it twice.
    let corrected = use_signal(|| false);
    let of = pen.work().peek().of;
    let to_save = given.clone();
    // She pressed it while a photo was on its way. It is the only one there is, so it is waited for.
    let mut waits = use_signal(|| false);
    let save = use_callback(move |()| {
        let given = to_save.clone();
        if picking.lens().is_sealing() {
            waits.set(true);
            return;
        }
        picking.lens().put_away();
        let Some(asked) = asked(pen, &given) else { return };
        saving.set(Saving::Asked);
        spawn(async move {
            saving.set(match asked.put_down(&given, pen, picking, corrected).await {
                Ok(id) => Saving::Done(id),
                Err(error) => Saving::Failed(error.told()),
            });
        });
    });
    use_effect(move || {
        if waits() && !picking.lens().is_sealing() {
            waits.set(false);
            // Where no photo came, it is said why, and she decides.
            if !picking.has_refused() && !picking.lens().has_missed() {
                save.call(());
            }
        }
    });
    let mut unsure = use_signal(|| true);
    match saving() {
        Saving::Asked => rsx! {
            Screen { action: rsx! { span { class: "bar-space" } },
                p { class: "lead centred", role: "status", {t!("record-save.doing")} }
            }
        },
        Saving::Failed(told) => rsx! {
            Screen { close: true, on_back: move |()| saving.set(Saving::Writing),
                action: rsx! { Button { kind: Kind::Main, label: t!("record-try-again"), onclick: move |_| save.call(()) } },
                dock: rsx! { Button { kind: Kind::Text, label: t!("record-back-to-words"), onclick: move |_| saving.set(Saving::Writing) } },
                WhatWentWrong { told, glyph: Glyph::HardDrive }
            }
        },
        Saving::Done(id) => {
            let work = pen.work();
            let work = work.peek();
            // "Add words" would be a strange answer to somebody who put them in.
            let bare = of.is_none() && !work.draft.says_what();
            rsx! { Saved { id, call_first: work.call_first(), corrected: of.is_some(), bare, late: picking.is_late() } }
        }
        Saving::Writing => {
            let wrong = pen.wrong.read().clone();
            let busy = picking.is_busy();
            let unwanted = given.clone();
            let (title, lead) = match (of, adding) {
                (None, _) => (t!("record-new"), t!("record-new.lead")),
                (Some(_), true) => (t!("record-add-words"), t!("record-adding")),
                (Some(_), false) => (t!("record-correct"), t!("record-correct.lead")),
            };
            rsx! {
                Screen { close: true, note: pen.note(),
                    action: rsx! { Button { kind: Kind::Main, label: t!("record-save"), onclick: move |_| save.call(()) } },
                    dock: (!wrong.is_nothing() || busy).then(|| rsx! {
                        if busy { p { class: "hint", role: "status", {busy_with(&picking, waits())} } }
                        if !wrong.is_nothing() { NotSaved { whole: wrong.whole.clone(), parts: wrong.parts(&pen.work().read()) } }
                    }),
                    // The page presses this by itself when the screen is being lost.
                    span { hidden: true, "data-keep": "", onclick: move |_| pen.keep_now() }
                    section { class: "stack gap-2", h1 { "{title}" } p { class: "lead", "{lead}" } }
                    if let Some(told) = pen.not_kept() { ToldNotice { told } }
                    if picking.is_missing() {
                        Notice { tone: Tone::Warning, b { {t!("phone-missing")} } " " {t!("phone-missing.more")} }
                    }
                    WhenIt {}
                    WhereIt { places }
                    WhoIt {}
                    Kinds {}
                    if pen.work().read().call_first() { CallFirst {} }
                    OwnWords {}
                    HowYouKnow {}
                    Effects {}
                    More {}
                    if of.is_some() && !adding {
                        Field { id: "why", label: t!("record-why"), kind: FieldKind::Line,
                            hint: t!("record-why.hint"),
                            initial: pen.work().peek().why.clone().unwrap_or_default(),
                            oninput: move |text: String| pen.edit(|work| work.why = Some(text).filter(|text| !text.trim().is_empty())),
                        }
                    }
                    Button { kind: Kind::Text, label: if unsure() { t!("record-drop-draft") } else { t!("record-drop-draft.again") },
                        onclick: move |_| {
                            // What was kept goes with this, so a slip of the thumb must not do it.
                            if unsure() {
                                unsure.set(false);
                                return;
                            }
                            picking.end();
                            pen.put_down(&unwanted);
                            drop(unwanted.session.drop_draft());
                            nav.back();
                        },
                    }
                }
            }
        }
    }
}

/// What Save waits for, or goes on without.
fn busy_with(picking: &Picking, waits: bool) -> &'static str {
    match (picking.is_recording(), picking.lens().is_sealing()) {
        (true, _) => t!("recording-sound.wait"),
        (_, true) if waits => t!("recording-camera.saves"),
        (_, true) => t!("recording-camera.sealing"),
        _ => t!("recording-files.wait"),
    }
}

/// What was looked over and is to be saved.
struct Asked {
    draft: crate::domain::EntryDraft,
    of: Option<RecordId>,
    why: Option<String>,
}

/// Looks it over first, so that what is missing is said while everything stays where it is. She is taken to the first of it.
fn asked(mut pen: Pen, given: &Given) -> Option<Asked> {
    let work = pen.work().peek().clone();
    let (draft, wrong) = look_over(&work, &now(given));
    let right = wrong.is_nothing();
    if let Some(first) = wrong.parts(&work).first() {
        focus(&first.field);
    }
    pen.wrong.set(wrong);
    right.then_some(Asked { draft, of: work.of, why: work.why })
}

/// Says once that it is not saved yet, and where to look. What is wrong there stands beside the field.
#[component]
fn NotSaved(whole: Option<String>, parts: Vec<Part>) -> Element {
    rsx! {
        div { class: "not-saved", id: "not-saved",
            p { class: "field-wrong", role: "alert",
                Icon { glyph: Glyph::TriangleAlert }
                span { {t!("record-not-saved")}
                    if let Some(whole) = whole { " {whole}" }
                    if !parts.is_empty() {
                        " "
                        {t!("record-not-saved.look-at")}
                    }
                }
            }
            if !parts.is_empty() {
                div { class: "chips",
                    for part in parts {
                        button { key: "{part.name}", class: "chip", r#type: "button", onclick: move |_| focus(&part.field), span { class: "t", "{part.name}" } }
                    }
                }
            }
        }
    }
}

impl Asked {
    async fn put_down(
        self,
        given: &Given,
        pen: Pen,
        picking: Picking,
        mut corrected: Signal<bool>,
    ) -> Result<RecordId, SessionError> {
        let session = &given.session;
        let files = pen.work().peek().files.clone();
        let id = match self.of {
            None => {
                let id = session.record(self.draft, files.clone()).await?;
                pen.edit(|work| files.iter().for_each(|file| work.remove_file(file.file)));
                id
            }
            Some(of) => {
                if !*corrected.peek() {
                    let now = session.entry(of).await?;
                    // Only files were added: the entry itself needs no correction.
                    let same = now.current().is_some_and(|current| *current.entry.content() == self.draft);
                    if !same || self.why.is_some() {
                        session.correct(of, self.draft, self.why).await?;
                    }
                    corrected.set(true);
                    // Should a file not fit and the rest be kept for later, it is not corrected a second time.
                    pen.edit(|work| work.why = None);
                }
                for file in files {
                    session.attach(of, file.clone()).await?;
                    pen.edit(|work| work.remove_file(file.file));
                }
                of
            }
        };
        // What comes from now on must not make a draft of what is saved.
        picking.end();
        pen.put_down(given);
        // It is saved. A draft that stays behind is offered again, which does no harm.
        let _ = session.drop_draft().await;
        Ok(id)
    }
}
