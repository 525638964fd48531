//! Destroying everything: only from the open journal, with a gesture of its own that cannot happen by a slip.

use super::secret::{SecretField, use_secret};
use super::{AskFirst, MayRemain};
use crate::session::{Everything, Proof, SessionError};
use crate::t;
use crate::ui::components::{
    Button, Fact, Facts, Field, Glyph, HOLD, HoldButton, Kind, NotSo, Row, Rows, Unfold, Working,
};
use crate::ui::given::Given;
use crate::ui::quick_exit::Face;
use crate::ui::route::{Nav, Route};
use crate::ui::screens::more::Refused;
use crate::ui::shell::Screen;
use dioxus::prelude::*;
use std::sync::atomic::Ordering;

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
        // It is carried through although this screen may go meanwhile.
        let done = tokio::spawn(given.clone().destroyed(proof));
        spawn(async move {
            if let Ok(Err(error)) = done.await {
                secret.failed(&error);
            }
        });
    });
    let by_word = move |_: MouseEvent| {
        // What is typed where nothing can be held.
        let word = t!("destroy-all-word");
        if typed.peek().trim().to_lowercase() == word.to_lowercase() {
            destroy.call(());
        } else {
            wrong.set(Some(t!("destroy-all-word.not-typed", word = word)));
        }
    };
    let read = found.read().clone();
    rsx! {
        Screen { back: t!("destroy-all-back"), gap: "gap-5",
            section { class: "stack gap-2", h1 { {t!("destroy-all")} }
                p { class: "lead", {t!("destroy-all.lead")} }
            }
            match read {
                None => rsx! { Working { words: t!("destroy-all.looking") } },
                Some(Err(told)) => rsx! { Refused { told } },
                Some(Ok(all)) => rsx! {
                    if all.reported > 0 || all.packs > 0 { AskFirst { because: because(&all) } }
                    Rows { label: t!("destroy-all-before"),
                        Row { glyph: Glyph::FileText, title: t!("destroy-all-pack"), hint: t!("destroy-all-pack.hint"), onclick: move |_| nav.go(Route::Pack) }
                        Row { glyph: Glyph::BookOpen, tile: crate::ui::components::Tile::Plain, title: t!("destroy-all-single"), hint: t!("destroy-all-single.hint"), onclick: move |_| nav.tab(crate::ui::route::Tab::Journal) }
                    }
                    Facts {
                        Fact { name: t!("destroy-goes"), value: what_goes(&all), hint: out_of_counts(&all) }
                        Fact { name: t!("destroy-all-first"), value: t!("destroy-all-first.keys"), hint: t!("destroy-all-first.hint") }
                        Fact { name: t!("destroy-all-after"), value: t!("destroy-all-after.as-new") }
                    }
                    MayRemain { packs: all.packs }
                    p { class: "hint", {t!("destroy-all-app-stays")} }
                    SecretField { secret }
                    if secret.works() {
                        Working { words: t!("destroy-all.doing") }
                    } else {
                        section { class: "stack gap-3",
                            HoldButton { label: t!("destroy-all-hold", n = HOLD), onheld: move |()| destroy.call(()) }
                            div { class: "card rows",
                                Unfold { title: t!("destroy-all-without-holding"), hint: t!("destroy-all-without-holding.hint"),
                                    Field { id: "destroy-word", label: t!("destroy-all-word.type", word = t!("destroy-all-word")), wrong: wrong(),
                                        oninput: move |text| {
                                            wrong.set(None);
                                            typed.set(text);
                                        },
                                    }
                                    Button { kind: Kind::Line, glyph: Glyph::Trash2, label: t!("destroy-all-without-holding.do"), onclick: by_word }
                                }
                            }
                        }
                        Button { kind: Kind::Text, label: t!("destroy-all-keep"), onclick: move |_| nav.back() }
                    }
                },
            }
        }
    }
}

impl Given {
    /// Destroys everything, and what the phone keeps for the app as far as the phone does it. The icon stays: a change of it can
    /// be seen. Then the app is as new, and nothing of the old tree stays.
    /// The session is asked at once, so that no lock comes between.
    fn destroyed(self, proof: Proof) -> impl Future<Output = Result<(), SessionError>> + Send + 'static {
        // What is typed and not yet kept goes as well: nothing may be kept anew. It stays if the journal does.
        let unkept = self.unkept.take();
        let asked = self.session.destroy_everything(proof);
        async move {
            if let Err(error) = asked.await {
                if let Some(unkept) = unkept {
                    self.unkept.put(unkept);
                }
                return Err(error);
            }
            self.remembered.put(Default::default());
            self.unkept.forget_missing();
            let reminds = self.reminders.here() && self.reminders.clear().is_err();
            if self.remembered.concealed.holds() {
                self.reveal().await;
            }
            // Who has left is not told: somebody else may open the app next.
            let inside = self.curtain.shown().face == Face::Inside;
            self.remembered.reminder_stays.store(reminds && inside, Ordering::Relaxed);
            self.curtain.renew();
            Ok(())
        }
    }
}

/// All is gone that the app has, and one thing is left that the phone keeps.
#[component]
pub fn ReminderStays(ongo: EventHandler) -> Element {
    rsx! {
        Screen {
            action: rsx! { Button { kind: Kind::Main, label: t!("destroy-all-done.go-on"), onclick: move |_| ongo.call(()) } },
            section { class: "stack gap-2", h1 { {t!("destroy-all-done")} }
                p { class: "lead", {t!("destroy-all-done.lead")} }
            }
            NotSo { bold: t!("destroy-all-reminder"), more: t!("destroy-all-reminder.more") }
        }
    }
}

/// "12 entries and 3 files".
fn what_goes(all: &Everything) -> String {
    match all.files {
        0 => t!("count-entries", n = all.entries),
        files => t!("destroy-all-goes", entries = all.entries, files = files),
    }
}

/// Why this may be more than the journal counts.
fn out_of_counts(all: &Everything) -> Option<String> {
    (all.withdrawn > 0).then(|| t!("destroy-all-goes.out", n = all.withdrawn))
}

fn because(all: &Everything) -> String {
    match (all.reported, all.packs) {
        (0, _) => t!("destroy-all-because.pack").to_owned(),
        (told, _) => t!("destroy-all-because.told", n = told),
    }
}
