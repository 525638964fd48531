//! What every part of the form writes with: each change is set down, and kept at the next pause.

use super::before::{Before, use_before};
use super::work::{Shown, Work};
use super::wrong::{Wrong, look_over};
use crate::domain::FileId;
use crate::session::{SessionError, Told};
use crate::t;
use crate::ui::given::Given;
use dioxus::prelude::*;
use jiff::ZonedDateTime;
use std::time::Duration;

/// How long a pause is.
const PAUSE: Duration = Duration::from_millis(500);

/// Whether the draft is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Kept {
    /// Nothing was typed yet.
    #[default]
    Untouched,
    /// Typed since, and not kept yet.
    Typing,
    /// Kept at this time, as `19:20`.
    At(String),
    /// It could not be kept.
    Failed(Told),
}

/// In the context of the form. `Copy`, so closures can take it.
#[derive(Clone, Copy, PartialEq)]
pub struct Pen {
    work: Signal<Work>,
    stroke: Signal<u64>,
    kept: Signal<Kept>,
    /// What is wrong, since she last tried to save.
    pub wrong: Signal<Wrong>,
    /// Grows when a list of the form was shortened: its fields are then made anew.
    pub round: Signal<u64>,
    /// What the entry held that is corrected.
    pub before: Signal<Option<Before>>,
    keep: Callback<()>,
}

impl Pen {
    /// The form as it is. Whoever reads it is drawn again at each change.
    pub fn work(&self) -> ReadSignal<Work> {
        self.work.into()
    }

    /// Changes the form.
    pub fn edit(mut self, change: impl FnOnce(&mut Work)) {
        change(&mut self.work.write());
        self.stroke.with_mut(|stroke| *stroke += 1);
        if *self.kept.peek() != Kept::Typing {
            self.kept.set(Kept::Typing);
        }
        let Some(given) = try_consume_context::<Given>() else { return };
        let zone = given.clock.zone();
        given.unkept.put(self.work.peek().kept(&zone));
        // What she has put right is not held against her any longer.
        if !self.wrong.peek().is_nothing() {
            let (_, wrong) = look_over(&self.work.peek(), &now(&given));
            self.wrong.with_mut(|old| *old = std::mem::take(old).still(wrong));
        }
    }

    /// Shows a file that is in the draft. It is no change of the draft.
    pub fn show(mut self, file: FileId, as_this: Shown) {
        let at = self.work.peek().files.iter().position(|held| held.file == file);
        if let Some(at) = at {
            let mut work = self.work.write();
            if let Some(shown) = work.shown.get_mut(at) {
                *shown = as_this;
            }
        }
    }

    /// The same for one of several, which may be gone.
    pub fn edit_one<T>(self, list: impl FnOnce(&mut Work) -> &mut Vec<T>, at: usize, change: impl FnOnce(&mut T)) {
        self.edit(|work| {
            if let Some(one) = list(work).get_mut(at) {
                change(one);
            }
        });
    }

    /// Takes one out of a list.
    pub fn take_out<T>(mut self, list: impl FnOnce(&mut Work) -> &mut Vec<T>, at: usize) {
        self.edit(|work| {
            let list = list(work);
            if at < list.len() {
                list.remove(at);
            }
        });
        self.round.with_mut(|round| *round += 1);
    }

    /// Keeps what is typed now, without waiting for a pause: the screen is being lost.
    pub fn keep_now(&self) {
        self.keep.call(());
    }

    /// What stands at the top.
    pub fn note(&self) -> Option<String> {
        match &*self.kept.read() {
            Kept::Untouched | Kept::Typing => None,
            Kept::At(hour) => Some(t!("record-draft-kept", hour = hour)),
            Kept::Failed(_) => Some(t!("record-draft-not-kept").to_owned()),
        }
    }

    /// Why the draft could not be kept.
    pub fn not_kept(&self) -> Option<Told> {
        match &*self.kept.read() {
            Kept::Failed(told) => Some(told.clone()),
            _ => None,
        }
    }

    /// Nothing more is to be kept: it was saved, or she does not want it.
    pub fn put_down(mut self, given: &Given) {
        drop(given.unkept.take());
        self.stroke.set(0);
        self.kept.set(Kept::Untouched);
    }
}

/// Makes the pen in the form's own scope, so that keeping goes on while parts of the form come and go.
pub fn use_pen(first: Work) -> Pen {
    let given = use_context::<Given>();
    let before = use_before(first.of);
    let work = use_signal(|| first);
    let stroke = use_signal(|| 0);
    let mut kept = use_signal(Kept::default);
    let keeping = given.clone();
    let keep = use_callback(move |()| {
        let Some(draft) = keeping.unkept.take() else { return };
        // Handed over at once: whoever asks may be gone before the next task runs.
        let (given, again, asked) = (keeping.clone(), draft.clone(), keeping.session.keep_draft(draft));
        spawn(async move {
            match asked.await {
                Ok(()) => kept.set(Kept::At(crate::ui::wording::clock(&now(&given)))),
                Err(error) => {
                    // After a lock no word stays in memory. Whatever locks has kept the draft before.
                    if !matches!(error, SessionError::Locked) && given.unkept.is_empty() {
                        given.unkept.put(again);
                    }
                    kept.set(Kept::Failed(error.told()));
                }
            }
        });
    });
    // Each stroke begins this anew, so it goes on only in a pause.
    let _keeper = use_resource(move || {
        let stroke = stroke();
        async move {
            if stroke > 0 {
                tokio::time::sleep(PAUSE).await;
                keep.call(());
            }
        }
    });
    // Going back keeps at once. Leaving has kept it by now, and the session may be locked.
    use_drop(move || given.keep_typed());
    let (wrong, round) = (use_signal(Wrong::default), use_signal(|| 0));
    use_context_provider(|| Pen { work, stroke, kept, wrong, round, before, keep })
}

/// Now, on the wall.
pub fn now(given: &Given) -> ZonedDateTime {
    given.clock.now().to_zoned_datetime(given.clock.zone())
}
