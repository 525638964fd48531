//! The sentences for an update that was refused.

use super::super::error::{sentence, told};
use crate::guidance::update::UpdateRefusal;
use crate::session::Told;

const STAYS: &str = "The guidance that you have stays, all of it.";
const ASK: &str = "Check the address, letter by letter, with whoever gave it to you.";

/// What happened, what is safe, what to do.
pub(in crate::session) fn told_of(refusal: &UpdateRefusal) -> Told {
    let (happened, safe, to_do) = match refusal {
        UpdateRefusal::TooLarge => {
            ("What came is too large to be one of our updates. It was not read to its end.", STAYS, ASK)
        }
        UpdateRefusal::Unsigned => ("What came is not a signed update.", STAYS, ASK),
        UpdateRefusal::NewerForm => {
            ("This update is for a newer version of the app.", STAYS, "Update the app itself, then try again.")
        }
        UpdateRefusal::NotWhole => {
            ("The update did not arrive whole.", STAYS, "Try again, on a better connection if you can.")
        }
        UpdateRefusal::WrongKey => (
            "The update was not signed by the people who make this app, or it was changed on the way.",
            STAYS,
            "Check the address. If it is right, somebody may be changing what comes through this network: use another one.",
        ),
        UpdateRefusal::NotNewer => {
            ("You have the newest guidance already.", "Nothing was changed.", "There is nothing to do.")
        }
        UpdateRefusal::Faulty { problem } => {
            let happened = format!("The update is signed, and cannot be used: {problem}");
            return told(
                &sentence(&happened),
                STAYS,
                "Tell whoever makes the updates. There is nothing for you to mend.",
            );
        }
        UpdateRefusal::NotSecure => (
            "That is not a secure address, or it leads to one that is not.",
            STAYS,
            "Use an address that begins with https:// and has no name or password in it.",
        ),
        UpdateRefusal::NoAnswer => {
            ("No update came from that address.", STAYS, "Try again later. If it stays like this, check the address.")
        }
        UpdateRefusal::NoKey => (
            "This build has no key for updates, so it takes none. Nothing was sent.",
            STAYS,
            "Go on as you are. A newer version of the app brings newer guidance.",
        ),
        UpdateRefusal::Disk => (
            "The update could not be kept on this device.",
            STAYS,
            "Free some space, for instance by removing films or apps that you do not need. Then try again.",
        ),
    };
    told(happened, safe, to_do)
}
