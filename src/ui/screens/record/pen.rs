//! What every part of the form writes with: each change is set down, and kept at the next pause.

use super::work::{Work, Wrong};
use crate::session::Told;
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
        given.unkept.put(self.work.peek().kept(&given.clock.zone()));
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

    /// What stands at the top.
    pub fn note(&self) -> Option<String> {
        match &*self.kept.read() {
            Kept::Untouched | Kept::Typing => None,
            Kept::At(hour) => Some(format!("Draft kept, {hour}")),
            Kept::Failed(_) => Some("Draft not kept".to_owned()),
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
    let work = use_signal(|| first);
    let stroke = use_signal(|| 0);
    let mut kept = use_signal(Kept::default);
    let pen = Pen { work, stroke, kept, wrong: use_signal(Wrong::default), round: use_signal(|| 0) };
    let keeping = given.clone();
    // Each stroke begins this anew, so it goes on only in a pause.
    let _keeper = use_resource(move || {
        let (given, stroke) = (keeping.clone(), stroke());
        async move {
            if stroke == 0 {
                return;
            }
            tokio::time::sleep(PAUSE).await;
            let Some(draft) = given.unkept.take() else { return };
            let again = draft.clone();
            kept.set(match given.session.keep_draft(draft).await {
                Ok(()) => Kept::At(now(&given).strftime("%H:%M").to_string()),
                Err(error) => {
                    given.unkept.put(again);
                    Kept::Failed(error.told())
                }
            });
        }
    });
    // Going back keeps at once. Leaving has kept it by now, and the session may be locked.
    use_drop(move || given.keep_typed());
    use_context_provider(|| pen)
}

/// Now, on the wall.
pub fn now(given: &Given) -> ZonedDateTime {
    given.clock.now().to_zoned_datetime(given.clock.zone())
}
