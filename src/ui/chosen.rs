//! What she chose for the guidance and the directory: her nation, and an institution's own help.
//!
//! Without a journal it is remembered for as long as the program runs and no longer: nothing about her lies outside the
//! seal. While the journal is open it is kept there as well.

use super::concealed::Concealed;
use super::given::Given;
use super::reading::Nation;
use super::vault::use_vault;
use crate::guidance::{Directory, Institution};
use crate::session::{Choices, VaultState};
use dioxus::prelude::*;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, PoisonError};

/// What the running program remembers, for all its windows.
#[derive(Clone, Default)]
pub struct Remembered {
    choices: Arc<Mutex<Choices>>,
    /// Whether the screen is kept out of screenshots.
    pub concealed: Concealed,
    /// Everything was destroyed and the reminder could not be taken away. Said once, in the new tree.
    pub reminder_stays: Arc<AtomicBool>,
}

impl Remembered {
    /// What it remembers.
    pub fn get(&self) -> Choices {
        self.choices.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Remembers this in the place of what was there.
    pub fn put(&self, choices: Choices) {
        *self.choices.lock().unwrap_or_else(PoisonError::into_inner) = choices;
    }
}

/// The choices, for the screens. In the context of everything inside the app; `Copy`, so closures can take it.
#[derive(Clone, Copy, PartialEq)]
pub struct Chosen {
    now: Signal<Choices>,
    open: Memo<VaultState>,
}

impl Chosen {
    /// The nation, if she chose one.
    pub fn nation(self) -> Option<Nation> {
        self.now.read().nation
    }

    /// Chooses a nation.
    pub fn choose(self, nation: Nation) {
        drop(self.change(|choices| choices.nation = Some(nation)));
    }

    /// Whether it was said that calls and texts leave traces. Asking does not follow it.
    pub fn was_told(self) -> bool {
        self.now.peek().told_of_traces
    }

    /// It was said now.
    pub fn tell(self) {
        drop(self.change(|choices| choices.told_of_traces = true));
    }

    /// An institution's own help, if she loaded it and it can still be read.
    pub fn institution(self) -> Option<Institution> {
        let given = try_consume_context::<Given>()?;
        let text = self.now.read().institution.clone()?;
        Institution::from_file(text.as_bytes(), &directory_of(&given)).ok()
    }

    /// Loads an institution's file, or takes it out. With an open journal the answer says whether it is kept there.
    pub fn load(self, text: Option<String>) -> Option<crate::session::Reply<()>> {
        self.change(|choices| choices.institution = text)
    }

    fn change(mut self, change: impl FnOnce(&mut Choices)) -> Option<crate::session::Reply<()>> {
        let mut choices = self.now.peek().clone();
        change(&mut choices);
        if choices == *self.now.peek() {
            return None;
        }
        self.now.set(choices.clone());
        let given = try_consume_context::<Given>()?;
        given.remembered.put(choices.clone());
        (*self.open.peek() == VaultState::Open).then(|| given.session.keep_choices(choices))
    }
}

/// The directory that an institution's file is held against: it may not give a line of it another number.
pub fn directory_of(given: &Given) -> Directory {
    given.reading().library.as_ref().map(|library| library.directory().clone()).unwrap_or_default()
}

/// Puts the choices into the context, and brings those of the journal in when it is opened.
pub fn use_chosen() -> Chosen {
    let given = use_context::<Given>();
    let open = use_vault();
    let remembered = given.remembered.clone();
    let first = use_hook(|| {
        let mut choices = remembered.get();
        // Which institution it is may have come out of the seal. Whoever locked it does not leave it lying here.
        if given.session.status().borrow().vault == VaultState::Locked {
            choices.institution = None;
            remembered.put(choices.clone());
        }
        choices
    });
    let mut now = use_signal(|| first);
    use_effect(move || {
        if open() != VaultState::Open {
            return;
        }
        let (session, remembered) = (given.session.clone(), given.remembered.clone());
        spawn(async move {
            let Ok(kept) = session.kept_choices().await else { return };
            let here = now.peek().clone();
            let both = Choices {
                nation: here.nation.or(kept.nation),
                told_of_traces: here.told_of_traces || kept.told_of_traces,
                institution: here.institution.clone().or_else(|| kept.institution.clone()),
            };
            if both != kept {
                let _ = session.keep_choices(both.clone()).await;
            }
            if both != here {
                remembered.put(both.clone());
                now.set(both);
            }
        });
    });
    use_context_provider(|| Chosen { now, open })
}
