//! Her plan for staying safe: a list to tick, and steps of her own.

use serde::{Deserialize, Serialize};

/// What she ticked, and what she added. The steps that the guidance offers are not in it: it holds the words of those
/// that she ticked, so that a tick never moves to another step when the guidance changes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SafetyPlan {
    /// The words of the offered steps that she ticked.
    #[serde(default)]
    pub done: Vec<String>,
    /// Steps of her own, in her order.
    #[serde(default)]
    pub own: Vec<OwnStep>,
}

/// A step of her own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnStep {
    /// In her words.
    pub words: String,
    /// Whether she ticked it.
    #[serde(default)]
    pub done: bool,
}

impl SafetyPlan {
    /// Whether this offered step is ticked.
    pub fn has(&self, words: &str) -> bool {
        self.done.iter().any(|done| done == words)
    }

    /// Ticks an offered step, or takes the tick away.
    pub fn toggle(&mut self, words: &str) {
        if self.has(words) {
            self.done.retain(|done| done != words);
        } else {
            self.done.push(words.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tick_belongs_to_the_words_of_its_step_and_can_be_taken_back() {
        let mut plan = SafetyPlan::default();
        plan.toggle("Keep your phone charged.");
        assert!(plan.has("Keep your phone charged.") && !plan.has("Keep your phone close."));
        plan.toggle("Keep your phone charged.");
        assert_eq!(plan, SafetyPlan::default());
    }
}
