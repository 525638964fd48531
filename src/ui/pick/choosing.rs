//! The phone's own picker, from the tap until the form takes in what she chose.
//!
//! It lies outside the form. On Android the picker is another app's screen, so the journal may lock while she looks for a photo,
//! and the form goes with it. What she chose then waits here, as names and ways to read, until she has unlocked and is back in
//! the form; nothing of it is read before. It goes when she leaves, and when no form is open or on the way. The form that it was
//! chosen for then says that it is missing.

use crate::domain::ports::{PhoneError, PickedFile, Wanted};
use crate::ui::given::Given;
use crate::ui::route::Nav;
use crate::ui::unkept::{Awaited, Form};
use dioxus::dioxus_core::Task;
use dioxus::prelude::*;

/// What came of choosing.
pub type Chosen = Result<Waiting, PhoneError>;

/// What she chose.
pub struct Waiting {
    /// The files.
    pub files: Vec<PickedFile>,
    /// What the picker was opened for.
    pub wanted: Wanted,
    /// For the form.
    pub awaited: Awaited,
}

/// At most one. In the context of everything inside the app; `Copy`, so closures can take it.
#[derive(Clone, Copy, PartialEq)]
pub struct Choosing {
    chosen: Signal<Option<Chosen>>,
    asked: Signal<Option<Task>>,
    open: Callback<(Wanted, Form), bool>,
}

impl Choosing {
    /// Opens the phone's own picker for this form, in the place of one that is open. False: there is none, and the page's is used.
    pub fn open(self, wanted: Wanted, form: Form) -> bool {
        self.open.call((wanted, form))
    }

    /// Whether something was chosen and no form has taken it yet. Asking follows it.
    pub fn waits(self) -> bool {
        matches!(&*self.chosen.read(), Some(Ok(_)))
    }

    /// Whether there is anything that a form has not taken yet. Asking does not follow it.
    pub fn is_full(self) -> bool {
        self.chosen.peek().is_some()
    }

    /// Takes it out. Asking follows it.
    pub fn take(mut self) -> Option<Chosen> {
        let waits = self.chosen.read().is_some();
        if waits { self.chosen.take() } else { None }
    }

    /// No form takes it any more, and neither what an open picker may still give.
    pub fn forget(mut self) {
        if let Some(asked) = self.asked.take() {
            asked.cancel();
        }
        if self.chosen.peek().is_some() {
            drop(self.chosen.take());
        }
    }
}

/// Puts it into the context. To be called where everything inside the app begins.
pub fn use_choosing() -> Choosing {
    let given = use_context::<Given>();
    let nav = use_context::<Nav>();
    let mut chosen = use_signal(|| None::<Chosen>);
    let mut asked = use_signal(|| None::<Task>);
    let open = use_callback(move |(wanted, form)| {
        // One picker stands over the other on no phone: the old one goes first.
        if let Some(before) = asked.take() {
            before.cancel();
        }
        let Some(answer) = given.picker.pick(wanted) else { return false };
        let unkept = given.unkept.clone();
        asked.set(Some(spawn(async move {
            match answer.await {
                // Nothing chosen: nothing happens.
                Ok(files) if files.is_empty() => {}
                Ok(files) => chosen.set(Some(Ok(Waiting { files, wanted, awaited: unkept.awaits(form) }))),
                Err(error) => chosen.set(Some(Err(error))),
            }
        })));
        true
    });
    let choosing = use_context_provider(|| Choosing { chosen, asked, open });
    use_effect(move || {
        if !nav.is_writing() {
            choosing.forget();
        }
    });
    choosing
}
