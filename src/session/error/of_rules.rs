//! The sentences for what the rules of an entry and of the list of trusted people refuse.

use crate::domain::{Refusal, TrustedRefusal};
use crate::t;
use std::borrow::Cow;

/// All that is wrong with an entry, one sentence after another.
pub(super) fn refused(refusals: &[Refusal]) -> String {
    refusals.iter().map(|refusal| rule_in_words(*refusal)).collect::<Vec<_>>().join(" ")
}

/// One thing that is wrong with an entry.
pub fn rule_in_words(refusal: Refusal) -> Cow<'static, str> {
    match refusal {
        Refusal::NothingSaid => t!("error-rule-nothing-said").into(),
        Refusal::InTheFuture => t!("error-rule-in-the-future").into(),
        Refusal::EndsBeforeItBegins => t!("error-rule-ends-before-it-begins").into(),
        Refusal::Count => t!("error-rule-count").into(),
        Refusal::NotOnEarth => t!("error-rule-not-on-earth").into(),
        Refusal::TextTooLong => t!("error-rule-text-too-long").into(),
        Refusal::ListTooLong => t!("error-rule-list-too-long").into(),
        Refusal::OtherVersion(version) => t!("error-rule-other-version", version = version).into(),
    }
}

/// What is wrong with the list.
pub fn trusted_in_words(refusal: TrustedRefusal) -> &'static str {
    match refusal {
        TrustedRefusal::Name => t!("error-trusted-name"),
        TrustedRefusal::LongName => t!("error-trusted-long-name"),
        TrustedRefusal::Number => t!("error-trusted-number"),
        TrustedRefusal::Emergency => t!("error-trusted-emergency"),
        TrustedRefusal::TooMany => t!("error-trusted-too-many"),
        TrustedRefusal::TooLong => t!("error-trusted-too-long"),
    }
}
