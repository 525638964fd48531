//! The sentences for an update that was refused.

use super::super::error::told;
use crate::guidance::update::UpdateRefusal;
use crate::session::Told;
use crate::t;

/// What happened, what is safe, what to do.
pub(in crate::session) fn told_of(refusal: &UpdateRefusal) -> Told {
    let (happened, safe, to_do) = match refusal {
        UpdateRefusal::TooLarge => (t!("error-update-too-large"), t!("error-update-stays"), t!("error-update-ask")),
        UpdateRefusal::Unsigned => (t!("error-update-unsigned"), t!("error-update-stays"), t!("error-update-ask")),
        UpdateRefusal::NewerForm => {
            (t!("error-update-newer-form"), t!("error-update-stays"), t!("error-update-newer-form.to-do"))
        }
        UpdateRefusal::OlderForm => {
            (t!("error-update-older-form"), t!("error-update-stays"), t!("error-update-older-form.to-do"))
        }
        UpdateRefusal::NotWhole => {
            (t!("error-update-not-whole"), t!("error-update-stays"), t!("error-update-not-whole.to-do"))
        }
        UpdateRefusal::WrongKey => {
            (t!("error-update-wrong-key"), t!("error-update-stays"), t!("error-update-wrong-key.to-do"))
        }
        UpdateRefusal::NotNewer => {
            (t!("error-update-not-newer"), t!("error-nothing-changed"), t!("error-update-not-newer.to-do"))
        }
        UpdateRefusal::Faulty { problem } => {
            // What is wrong is for whoever made it, and stays in English.
            let happened = t!("error-update-faulty", problem = problem.trim_end_matches('.'));
            return told(&happened, t!("error-update-stays"), t!("error-update-faulty.to-do"));
        }
        UpdateRefusal::NotSecure => {
            (t!("error-update-not-secure"), t!("error-update-stays"), t!("error-update-not-secure.to-do"))
        }
        UpdateRefusal::NoAnswer => {
            (t!("error-update-no-answer"), t!("error-update-stays"), t!("error-update-no-answer.to-do"))
        }
        UpdateRefusal::NoKey => (t!("error-update-no-key"), t!("error-update-stays"), t!("error-update-no-key.to-do")),
        UpdateRefusal::Disk => (t!("error-update-disk"), t!("error-update-stays"), t!("error-update-disk.to-do")),
    };
    told(happened, safe, to_do)
}
