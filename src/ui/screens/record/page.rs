//! The form itself, and saving it. "Saved" is said only after the session has said so.

use super::danger::CallFirst;
use super::files::use_picking;
use super::more::More;
use super::pen::{Pen, now, use_pen};
use super::saved::Saved;
use super::what::{Effects, HowYouKnow, Kinds, OwnWords};
use super::when::WhenIt;
use super::where_it::WhereIt;
use super::who::WhoIt;
use super::work::{Work, Wrong};
use crate::domain::RecordId;
use crate::session::{SessionError, Told};
use crate::ui::components::{Button, Field, FieldKind, Glyph, Icon, Kind, ToldNotice, WhatWentWrong};
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
    let save = use_callback(move |()| {
        let given = to_save.clone();
        let Some(asked) = look_over(pen, &given) else { return };
        saving.set(Saving::Asked);
        spawn(async move {
            saving.set(match asked.put_down(&given, pen, corrected).await {
                Ok(id) => Saving::Done(id),
                Err(error) => Saving::Failed(error.told()),
            });
        });
    });
    let mut unsure = use_signal(|| true);
    match saving() {
        Saving::Asked => rsx! {
            Screen { action: rsx! { span { class: "bar-space" } },
                p { class: "lead centred", role: "status", "Saving. Not saved yet." }
            }
        },
        Saving::Failed(told) => rsx! {
            Screen { close: true, on_back: move |()| saving.set(Saving::Writing),
                action: rsx! { Button { kind: Kind::Main, label: "Try again", onclick: move |_| save.call(()) } },
                dock: rsx! { Button { kind: Kind::Text, label: "Back to what you wrote", onclick: move |_| saving.set(Saving::Writing) } },
                WhatWentWrong { told, glyph: Glyph::HardDrive }
            }
        },
        Saving::Done(id) => rsx! { Saved { id, call_first: pen.work().peek().call_first(), corrected: of.is_some() } },
        Saving::Writing => {
            let wrong = pen.wrong.read().all();
            let busy = picking.is_busy();
            let unwanted = given.clone();
            let (title, lead) = match (of, adding) {
                (None, _) => ("What happened", "A few words or one kind is enough. Add the rest in any order."),
                (Some(_), true) => ("Add words", "Time and place are saved. Add what you like, in any order."),
                (Some(_), false) => ("Correct this", "What you wrote first stays. The correction stands beside it."),
            };
            rsx! {
                Screen { close: true, note: pen.note(),
                    action: rsx! { Button { kind: Kind::Main, label: "Save", onclick: move |_| save.call(()) } },
                    dock: (!wrong.is_empty() || busy).then(|| rsx! {
                        if busy { p { class: "hint", role: "status", {if picking.is_recording() { RECORDING } else { COMING }} } }
                        for line in wrong {
                            p { key: "{line}", class: "field-wrong", role: "alert", Icon { glyph: Glyph::TriangleAlert } span { "Not saved yet. {line}" } }
                        }
                    }),
                    section { class: "stack gap-2", h1 { "{title}" } p { class: "lead", "{lead}" } }
                    if let Some(told) = pen.not_kept() { ToldNotice { told } }
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
                        Field { id: "why", label: "Why you correct it", kind: FieldKind::Line,
                            hint: "If you like. For instance: seen on the photo.",
                            initial: pen.work().peek().why.clone().unwrap_or_default(),
                            oninput: move |text: String| pen.edit(|work| work.why = Some(text).filter(|text| !text.trim().is_empty())),
                        }
                    }
                    Button { kind: Kind::Text, label: if unsure() { "Do not keep this draft" } else { "Tap again to remove the draft" },
                        onclick: move |_| {
                            // What was kept goes with this, so a slip of the thumb must not do it.
                            if unsure() {
                                unsure.set(false);
                                return;
                            }
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

const COMING: &str = "A file is still coming in. Wait for it, or save without it.";
const RECORDING: &str = "Sound is being recorded. Stop it first to save it with this entry.";

/// What was looked over and is to be saved.
struct Asked {
    draft: crate::domain::EntryDraft,
    of: Option<RecordId>,
    why: Option<String>,
}

/// Looks it over first, so that what is missing is said while everything stays where it is.
fn look_over(mut pen: Pen, given: &Given) -> Option<Asked> {
    let work = pen.work().peek().clone();
    let (draft, mut wrong) = work.read(&given.clock.zone());
    if let Err(refusals) = draft.clone().check(now(given).timestamp()) {
        let refused = Wrong::of(&refusals);
        wrong = Wrong {
            when: wrong.when.or(refused.when),
            place: refused.place,
            seen: wrong.seen,
            count: wrong.count.or(refused.count),
            words: refused.words,
            whole: refused.whole,
        };
    }
    let right = wrong == Wrong::default();
    pen.wrong.set(wrong);
    right.then_some(Asked { draft, of: work.of, why: work.why })
}

impl Asked {
    async fn put_down(self, given: &Given, pen: Pen, mut corrected: Signal<bool>) -> Result<RecordId, SessionError> {
        let session = &given.session;
        let files = pen.work().peek().files.clone();
        let id = match self.of {
            None => session.record(self.draft, files).await?,
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
        pen.put_down(given);
        // It is saved. A draft that stays behind is offered again, which does no harm.
        let _ = session.drop_draft().await;
        Ok(id)
    }
}
