//! Checking the journal, with the result in words.

use super::Refused;
use crate::domain::Digest;
use crate::session::{Checked, Told};
use crate::ui::components::{Button, DoneLine, Glyph, Kind, Notice, Tone, Working};
use crate::ui::given::Given;
use crate::ui::screens::pack::{counted, percent};
use crate::ui::shell::Screen;
use dioxus::prelude::*;
use tokio::sync::watch;

/// Checks chain, seals and every byte of the files.
#[component]
pub fn Check() -> Element {
    let given = use_context::<Given>();
    let mut done = use_signal(|| None::<Result<Checked, Told>>);
    let mut working = use_signal(|| None::<(u64, u64)>);
    let check = use_callback(move |()| {
        if working.peek().is_some() {
            return;
        }
        done.set(None);
        working.set(Some((0, 1)));
        let (told, mut hears) = watch::channel((0, 1));
        let asked = given.session.check(true, move |at, of| {
            told.send_replace((at, of));
        });
        spawn(async move {
            // It ends when the work ends: the session then lets go of the other end.
            while hears.changed().await.is_ok() {
                working.set(Some(*hears.borrow_and_update()));
            }
            let answer = asked.await;
            working.set(None);
            done.set(Some(answer.map_err(|error| error.told())));
        });
    });
    rsx! {
        Screen { back: "More", gap: "gap-5",
            action: rsx! { Button { kind: Kind::Main, glyph: Glyph::ShieldCheck, label: if working().is_some() { "Checking" } else { "Check now" }, onclick: move |_| check.call(()) } },
            section { class: "stack gap-2", h1 { "Check the journal" }
                p { class: "lead", "Reads every record and every byte of every file, and looks whether it is as it was written." }
            }
            if let Some((at, of)) = working() { Working { words: "Checking. {percent(at, of)} done." } }
            match done() {
                None => VNode::empty(),
                Some(Err(told)) => rsx! { Refused { told } },
                Some(Ok(checked)) => {
                    let records = counted(usize::try_from(checked.records).unwrap_or(usize::MAX), "record", "records");
                    let files = counted(usize::try_from(checked.files).unwrap_or(usize::MAX), "file", "files");
                    if checked.holds() {
                        rsx! {
                            DoneLine { words: "All of it holds: {records} and {files} are as they were written." }
                            Destroyed { numbers: checked.destroyed }
                        }
                    } else {
                        rsx! {
                            Notice { tone: Tone::Warning,
                                b { "Not all of it holds. " } "{records} and {files} are as they were written. This is not:"
                                for problem in checked.problems { span { key: "{problem}", class: "as-line", "{problem}" } }
                            }
                            Destroyed { numbers: checked.destroyed }
                            p { class: "hint", "Nothing was changed by the check. Make an evidence pack now of what can be read, and keep the phone as it is." }
                        }
                    }
                }
            }
        }
    }
}

/// What was destroyed still counts: number and digest.
#[component]
fn Destroyed(numbers: Vec<(u64, Digest)>) -> Element {
    if numbers.is_empty() {
        return VNode::empty();
    }
    rsx! {
        section { class: "stack gap-2", aria_labelledby: "h-destroyed",
            h2 { id: "h-destroyed", "Destroyed by you" }
            p { class: "hint", "Number and check code are all that is left of these records. They still show that nothing around them was changed." }
            dl { class: "card pad said-lines",
                for (seq, commitment) in numbers {
                    div { key: "{seq}", dt { class: "hint", "Record {seq}" } dd { class: "own-words digest", "{commitment}" } }
                }
            }
        }
    }
}
