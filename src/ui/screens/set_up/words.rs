//! Step 4: the recovery words. They are shown once, asked back, and gone from the tree when the step is left.

use super::sheet::ToPrint;
use super::{Frame, Points, Step, lines};
use crate::domain::ports::Clock;
use crate::session::{RecoveryText, Told};
use crate::t;
use crate::ui::components::{Button, DoneLine, Field, Glyph, Kind, Notice, Row, Rows, Tone, WentWrong, Working};
use crate::ui::given::Given;
use crate::ui::route::{Nav, Route};
use crate::ui::screens::ways::{Outcome, PresentField, use_present};
use dioxus::prelude::*;
use std::rc::Rc;
use zeroize::Zeroizing;

/// How many words stand in a group.
const GROUP: usize = 4;

/// How far she is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    Choosing,
    /// Somebody else is to keep them.
    Trusting,
    Writing,
    /// As a sheet of paper.
    Printing,
    Asking,
    Confirmed,
}

/// The words that were made, as long as they are shown or asked back. Wiped with the last of these.
#[derive(Clone)]
pub(in crate::ui::screens) struct Held(Rc<RecoveryText>);

impl Held {
    /// These.
    pub fn new(words: RecoveryText) -> Self {
        Self(Rc::new(words))
    }

    /// All of them, in order.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.0.words()
    }
}

impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[component]
pub(in crate::ui::screens) fn RecoveryWords(
    /// By itself, and not on the way through set-up: then the passphrase is asked for before words are made.
    alone: bool,
    /// Words that were made already.
    made: Option<Held>,
    /// What there is to say about their making.
    #[props(default)]
    notes: Vec<String>,
) -> Element {
    let step = Step::Words;
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let present = use_present();
    let given_already = made.is_some();
    let mut at = use_signal(|| if given_already { At::Writing } else { At::Choosing });
    let mut words = use_signal(|| made);
    let prints = given.phone.prints();
    let mut working = use_signal(|| false);
    let mut told = use_signal(|| None::<Told>);
    let session = given.session.clone();
    let make = use_callback(move |()| {
        if working() || alone && !present.free() {
            return;
        }
        told.set(None);
        let asked = if alone {
            let Some(current) = present.ready() else { return at.set(At::Choosing) };
            session.new_recovery_words(current)
        } else {
            session.make_recovery_words()
        };
        working.set(true);
        spawn(async move {
            let answer = asked.await;
            working.set(false);
            match answer {
                Ok(made) => {
                    present.clear();
                    words.set(Some(Held::new(made)));
                    at.set(At::Writing);
                }
                Err(error) if alone => {
                    at.set(At::Choosing);
                    present.failed(&error);
                }
                Err(error) => told.set(Some(error.told())),
            }
        });
    });
    let mut on = move || {
        words.set(None);
        if alone { nav.back() } else { nav.go(Route::SetUp { step: Step::Disguise, alone: false }) }
    };
    let mut back = move || match at() {
        At::Choosing | At::Confirmed => nav.back(),
        At::Asking | At::Printing => at.set(At::Writing),
        At::Writing if given_already => {
            words.set(None);
            nav.back();
        }
        At::Trusting | At::Writing => {
            words.set(None);
            at.set(At::Choosing);
        }
    };
    let (on_later, on_back) = (move |()| on(), move |()| back());
    match (at(), words()) {
        (At::Writing, Some(words)) => rsx! {
            Frame { step, alone, on_later, on_back, title: t!("set-up-write"),
                lead: t!("set-up-write.lead"),
                action: rsx! { Button { kind: Kind::Main, label: t!("set-up-write.do"), onclick: move |_| at.set(At::Asking) } },
                for note in notes { Notice { key: "{note}", tone: Tone::Warning, "{note}" } }
                Notice { tone: Tone::Warning, glyph: Glyph::Eye, {t!("set-up-write.seen")} }
                Shown { words }
                if prints {
                    Button { kind: Kind::Soft, glyph: Glyph::Printer, label: t!("set-up-write.print"), onclick: move |_| at.set(At::Printing) }
                } else {
                    p { class: "hint", {t!("set-up-write.no-print")} }
                }
                NotThere {}
            }
        },
        (At::Printing, Some(words)) => rsx! {
            ToPrint { step, alone, words, on_later, on_back, onprinted: move |()| at.set(At::Asking) }
        },
        (At::Asking, Some(kept)) => rsx! {
            Asked { step, alone, words: kept, numbers: two(given.clock.as_ref()), on_later, on_back,
                onshow: move |()| at.set(At::Writing),
                onright: move |()| {
                    words.set(None);
                    at.set(At::Confirmed);
                },
            }
        },
        (At::Confirmed, _) => rsx! {
            Frame { step, alone, on_later, title: t!("set-up-checked"), later: if alone { t!("word-close") } else { t!("set-up-later") },
                action: (!alone).then(|| rsx! { super::Next { step } }),
                DoneLine { words: t!("set-up-checked.done") }
                NotThere {}
            }
        },
        (At::Trusting, _) => rsx! {
            Frame { step, alone, on_later, on_back, title: t!("set-up-trusted"),
                lead: t!("set-up-trusted.lead"),
                action: rsx! { Button { kind: Kind::Main, label: t!("set-up-trusted.do"), onclick: move |_| make.call(()) } },
                Points { title: t!("set-up-say"), glyph: Glyph::MessageCircle,
                    points: lines(&[t!("set-up-say.give"), t!("set-up-say.never"), t!("set-up-say.ask")]),
                }
                if working() { Working { words: t!("set-up-words.working") } }
                if let Some(told) = told() { WentWrong { told } }
            }
        },
        _ => rsx! {
            Frame { step, alone, on_later, on_back, title: t!("set-up-words"),
                lead: t!("set-up-words.lead"),
                action: rsx! { Button { kind: Kind::Main, glyph: Glyph::Pencil, label: t!("set-up-words.do"), disabled: alone && present.waits(), onclick: move |_| make.call(()) } },
                if alone {
                    Notice { tone: Tone::Warning, {t!("set-up-words.new")} }
                    PresentField { present, show: true, onenter: move |()| make.call(()) }
                    Outcome { present }
                }
                Rows {
                    Row { glyph: Glyph::Users, title: t!("set-up-words-trust"), hint: t!("set-up-words-trust.hint"), onclick: move |_| at.set(At::Trusting) }
                }
                NotThere {}
                if working() { Working { words: t!("set-up-words.working") } }
                if let Some(told) = told() { WentWrong { told } }
            }
        },
    }
}

/// Seven numbered groups of four.
#[component]
pub(super) fn Shown(words: Held) -> Element {
    let all: Vec<&str> = words.words().collect();
    rsx! {
        ol { class: "word-groups", aria_label: t!("set-up-groups"),
            for (group, four) in all.chunks(GROUP).enumerate() {
                li { key: "{group}", class: "card",
                    span { class: "group-n", {t!("set-up-group", n = group + 1)} }
                    ol { class: "four-words", dir: "ltr",
                        for (at, word) in four.iter().enumerate() {
                            li { key: "{at}", span { class: "n num", "{group * GROUP + at + 1}" } b { translate: "no", "{word}" } }
                        }
                    }
                }
            }
        }
    }
}

/// Where they should not be kept.
#[component]
fn NotThere() -> Element {
    rsx! {
        Points { title: t!("set-up-not-there"), not: true,
            points: lines(&[t!("set-up-not-there.copied"), t!("set-up-not-there.near"), t!("set-up-not-there.account")]),
        }
    }
}

/// Asks two of them back.
#[component]
fn Asked(
    step: Step,
    alone: bool,
    words: Held,
    numbers: [usize; 2],
    on_later: EventHandler,
    on_back: EventHandler,
    onshow: EventHandler,
    onright: EventHandler,
) -> Element {
    // Chosen once: a new drawing must not ask for others.
    let numbers = use_hook(|| numbers);
    let mut typed = use_signal(<[Zeroizing<String>; 2]>::default);
    let mut wrong = use_signal(<[Option<String>; 2]>::default);
    let check = use_callback(move |()| {
        let mut found = <[Option<String>; 2]>::default();
        for ((number, typed), wrong) in numbers.iter().zip(typed.peek().iter()).zip(found.iter_mut()) {
            let right = words.words().nth(number - 1).is_some_and(|word| word.eq_ignore_ascii_case(typed.trim()));
            if !right {
                *wrong = Some(if typed.trim().is_empty() {
                    t!("set-up-word.none", n = *number)
                } else {
                    t!("set-up-word.wrong", n = *number)
                });
            }
        }
        let all_right = found.iter().all(Option::is_none);
        wrong.set(found);
        if all_right {
            typed.set(Default::default());
            onright.call(());
        }
    });
    let fields = numbers.into_iter().zip(wrong()).enumerate();
    rsx! {
        Frame { step, alone, on_later, on_back, title: t!("set-up-check"),
            lead: t!("set-up-check.lead"),
            action: rsx! { Button { kind: Kind::Main, label: t!("set-up-check.do"), onclick: move |_| check.call(()) } },
            div { class: "stack gap-4",
                onkeydown: move |event| if event.key() == Key::Enter { check.call(()) },
                for (at, (number, wrong)) in fields {
                    Field { key: "{number}", id: "word-{number}", label: t!("set-up-word", n = number), wrong,
                        oninput: move |text: String| if let Some(place) = typed.write().get_mut(at) { *place = Zeroizing::new(text) },
                    }
                }
            }
            Button { kind: Kind::Soft, label: t!("set-up-check.show"), onclick: move |_| onshow.call(()) }
        }
    }
}

/// Two different numbers from 1 to 28, the smaller first. Which two is no secret.
fn two(clock: &dyn Clock) -> [usize; 2] {
    let now = usize::try_from(clock.now().as_millisecond()).unwrap_or(0);
    let (first, second) = (now % 28, (now % 28 + 1 + now / 28 % 27) % 28);
    [first.min(second) + 1, first.max(second) + 1]
}
