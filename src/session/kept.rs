//! What she keeps beside the journal: where she lives, the people she trusts, her plan, an institution's own help.
//! Each is sealed in a slip of its own under a name that says nothing, so that a damaged one takes no other with it.

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use zeroize::Zeroizing;

use super::core::Core;
use super::{Reply, Session, SessionError};
use crate::domain::{SafetyPlan, Trusted};
use crate::guidance::Nation;

const CHOICES: &str = "settings";
const TRUSTED: &str = "list-1";
const PLAN: &str = "list-2";

/// What she chose and was told, for the guidance and the directory of help.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    /// Which nation's law and helplines she wants.
    #[serde(default)]
    pub nation: Option<Nation>,
    /// It was said that calls and texts leave traces.
    #[serde(default)]
    pub told_of_traces: bool,
    /// The text of an institution's own file, as it was read.
    #[serde(default)]
    pub institution: Option<String>,
}

impl Session {
    /// Keeps what she chose, in the place of what was kept before.
    pub fn keep_choices(&self, choices: Choices) -> Reply<()> {
        self.ask(move |core| core.keep(CHOICES, &choices))
    }

    /// What she chose. The default if nothing was kept.
    pub fn kept_choices(&self) -> Reply<Choices> {
        self.ask(|core| Ok(core.kept(CHOICES)?.unwrap_or_default()))
    }

    /// Keeps the people she trusts and the words for them.
    pub fn keep_trusted(&self, trusted: Trusted) -> Reply<()> {
        self.ask(move |core| {
            let trusted = trusted.check().map_err(SessionError::Trusted)?;
            core.keep(TRUSTED, &trusted)
        })
    }

    /// The people she trusts. Nobody if nothing was kept.
    pub fn kept_trusted(&self) -> Reply<Trusted> {
        self.ask(|core| Ok(core.kept(TRUSTED)?.unwrap_or_default()))
    }

    /// Keeps her plan for staying safe.
    pub fn keep_plan(&self, plan: SafetyPlan) -> Reply<()> {
        self.ask(move |core| core.keep(PLAN, &plan))
    }

    /// Her plan. An empty one if nothing was kept.
    pub fn kept_plan(&self) -> Reply<SafetyPlan> {
        self.ask(|core| Ok(core.kept(PLAN)?.unwrap_or_default()))
    }
}

impl Core {
    pub(super) fn keep<T: Serialize>(&mut self, name: &str, what: &T) -> Result<(), SessionError> {
        let text = Zeroizing::new(serde_json::to_vec(what).map_err(|_| SessionError::Record)?);
        self.opened_mut()?.put_slip(name, &text)
    }

    pub(super) fn kept<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, SessionError> {
        match self.opened()?.get_slip(name)? {
            Some(text) => serde_json::from_slice(&text).map(Some).map_err(|_| SessionError::Record),
            None => Ok(None),
        }
    }
}

#[cfg(test)]
#[path = "kept_tests.rs"]
mod tests;
