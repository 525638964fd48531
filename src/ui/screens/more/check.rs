//! Checking the journal, with the result in words.

use super::Refused;
use crate::domain::Digest;
use crate::session::{Checked, Told};
use crate::t;
use crate::ui::components::{Button, DoneLine, Glyph, Kind, Notice, Tone, Working};
use crate::ui::given::Given;
use crate::ui::shell::Screen;
use crate::ui::wording::hundredths;
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
    let label = if working().is_some() { t!("more-check-title.doing") } else { t!("more-check-title.do") };
    rsx! {
        Screen { back: t!("more-title"), gap: "gap-5",
            action: rsx! { Button { kind: Kind::Main, glyph: Glyph::ShieldCheck, label, onclick: move |_| check.call(()) } },
            section { class: "stack gap-2", h1 { {t!("more-check-title")} }
                p { class: "lead", {t!("more-check-title.lead")} }
            }
            if let Some((at, of)) = working() { Working { words: t!("more-check-title.working", n = hundredths(at, of)) } }
            match done() {
                None => VNode::empty(),
                Some(Err(told)) => rsx! { Refused { told } },
                Some(Ok(checked)) => {
                    let (records, files) = (checked.records, checked.files);
                    if checked.holds() {
                        rsx! {
                            DoneLine { words: t!("more-check-holds", records = records, files = files) }
                            Destroyed { numbers: checked.destroyed }
                        }
                    } else {
                        rsx! {
                            Notice { tone: Tone::Warning,
                                b { {t!("more-check-not-all")} }
                                " "
                                {t!("more-check-not-all.words", records = records, files = files)}
                                for problem in checked.problems { span { key: "{problem}", class: "as-line", "{problem}" } }
                            }
                            Destroyed { numbers: checked.destroyed }
                            p { class: "hint", {t!("more-check-not-all.hint")} }
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
            h2 { id: "h-destroyed", {t!("more-check-destroyed")} }
            p { class: "hint", {t!("more-check-destroyed.hint")} }
            dl { class: "card pad said-lines",
                for (seq, commitment) in numbers {
                    div { key: "{seq}", dt { class: "hint", {t!("more-check-destroyed.record", number = seq)} } dd { class: "own-words digest", dir: "ltr", translate: "no", "{commitment}" } }
                }
            }
        }
    }
}
