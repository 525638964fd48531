//! Destroying everything: only from the open journal, with a gesture of its own that cannot happen by a slip.

use super::secret::{SecretField, use_secret};
use super::{AskFirst, MayRemain};
use crate::session::Everything;
use crate::ui::components::{Button, Fact, Facts, Field, Glyph, HOLD, HoldButton, Kind, Row, Rows, Unfold, Working};
use crate::ui::given::Given;
use crate::ui::route::{Nav, Route};
use crate::ui::screens::more::Refused;
use crate::ui::shell::Screen;
use crate::ui::wording::count;
use dioxus::prelude::*;

/// What is typed where nothing can be held.
const WORD: &str = "destroy";

/// What it would do, and the two ways to do it.
#[component]
pub fn DestroyAll() -> Element {
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let session = given.session.clone();
    let found = use_resource(move || {
        let asked = session.would_all_go();
        async move { asked.await.map_err(|error| error.told()) }
    });
    let mut typed = use_signal(String::new);
    let mut wrong = use_signal(|| None::<String>);
    let secret = use_secret();
    let destroy = use_callback(move |()| {
        let Some(proof) = secret.ready() else { return };
        // What is typed and not yet kept goes as well: nothing may be kept anew. It stays if the journal does.
        let unkept = given.unkept.take();
        let given = given.clone();
        spawn(async move {
            match given.session.destroy_everything(proof).await {
                // The app is as new, and nothing of the old tree stays.
                Ok(_) => {
                    given.remembered.put(Default::default());
                    as_new_on_the_phone(&given);
                    given.curtain.renew();
                }
                Err(error) => {
                    if let Some(unkept) = unkept {
                        given.unkept.put(unkept);
                    }
                    secret.failed(&error);
                }
            }
        });
    });
    let by_word = move |_: MouseEvent| {
        if typed.peek().trim().eq_ignore_ascii_case(WORD) {
            destroy.call(());
        } else {
            wrong.set(Some(format!("Nothing was destroyed. Type the word “{WORD}”, then press the button again.")));
        }
    };
    let read = found.read().clone();
    rsx! {
        Screen { back: "More", gap: "gap-5",
            section { class: "stack gap-2", h1 { "Destroy everything" }
                p { class: "lead", "The journal and its files, the plain notes, your people and your plan, every passphrase, PIN and recovery word, and the disguise. It cannot be brought back, by anybody." }
            }
            match read {
                None => rsx! { Working { words: "Looking what there is." } },
                Some(Err(told)) => rsx! { Refused { told } },
                Some(Ok(all)) => rsx! {
                    if all.reported > 0 || all.packs > 0 { AskFirst { because: because(&all) } }
                    Rows { label: "Before you do it",
                        Row { glyph: Glyph::FileText, title: "Make an evidence pack first", hint: "For the police, a lawyer, or to keep in a safe place", onclick: move |_| nav.go(Route::Pack) }
                        Row { glyph: Glyph::BookOpen, tile: crate::ui::components::Tile::Plain, title: "Destroy single entries instead", hint: "Open an entry; it is at its end", onclick: move |_| nav.tab(crate::ui::route::Tab::Journal) }
                    }
                    Facts {
                        Fact { name: "What goes", value: what_goes(&all), hint: out_of_counts(&all) }
                        Fact { name: "First", value: "The keys", hint: "Without them nothing that is left can be opened. Then the rest." }
                        Fact { name: "After it", value: "The app is as new" }
                    }
                    MayRemain { packs: all.packs }
                    p { class: "hint", "The app itself stays on the device. Take it off the way you take off any other." }
                    SecretField { secret }
                    if secret.works() {
                        Working { words: "If it does, everything is destroyed now. Do not switch the device off." }
                    } else {
                        section { class: "stack gap-3",
                            HoldButton { label: "Press and hold for {HOLD} seconds", onheld: move |()| destroy.call(()) }
                            div { class: "card rows",
                                Unfold { title: "Without holding", hint: "By keyboard or screen reader: type a word",
                                    Field { id: "destroy-word", label: "Type “{WORD}”", wrong: wrong(),
                                        oninput: move |text| {
                                            wrong.set(None);
                                            typed.set(text);
                                        },
                                    }
                                    Button { kind: Kind::Line, glyph: Glyph::Trash2, label: "Destroy everything now", onclick: by_word }
                                }
                            }
                        }
                        Button { kind: Kind::Text, label: "Keep everything", onclick: move |_| nav.back() }
                    }
                },
            }
        }
    }
}

/// What she chose of the phone goes too, as far as the phone does it. Its icon stays: a change of it can be seen.
fn as_new_on_the_phone(given: &Given) {
    if given.reminders.here() {
        let _ = given.reminders.clear();
    }
    if given.remembered.concealed.holds() {
        let _ = given.conceal(false);
    }
}

/// "12 entries and 3 files".
fn what_goes(all: &Everything) -> String {
    let entries = count(all.entries, "entry", "entries");
    match all.files {
        0 => entries,
        files => format!("{entries} and {}", count(files, "file", "files")),
    }
}

/// Why this may be more than the journal counts.
fn out_of_counts(all: &Everything) -> Option<String> {
    match all.withdrawn {
        0 => None,
        1 => Some("One entry of them is out of packs and counts.".to_owned()),
        more => Some(format!("{more} entries of them are out of packs and counts.")),
    }
}

fn because(all: &Everything) -> String {
    match (all.reported, all.packs) {
        (0, _) => "You made an evidence pack of it.".to_owned(),
        (1, _) => "You wrote down that somebody was told of 1 entry.".to_owned(),
        (more, _) => format!("You wrote down that somebody was told of {more} entries."),
    }
}
