//! The reminder. Off until she sets it; the phone's own question comes only then, after a sentence of ours. What was set here is
//! noted (`session::OnPhone`) and shown again; the phone itself does not say what it keeps.

use crate::domain::ports::{Often, Reminder, ReminderError};
use crate::session::ReminderNoted;
use crate::t;
use crate::ui::components::{
    Button, Chip, Chips, Choice, DoneLine, Field, FieldKind, Glyph, Kind, NotSo, Notice, Segmented, Working, focus,
};
use crate::ui::given::Given;
use crate::ui::shell::Screen;
use crate::ui::wording::{clock_of, weekday};
use dioxus::prelude::*;
use jiff::civil::{Time, Weekday};

const TIME: &str = "reminder-time";
const OWN: &str = "reminder-own";
const RESULT: &str = "reminder-result";
/// The longest words of hers, in characters: more does not stand on a locked screen.
const LONGEST: usize = 60;

/// What came of a tap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Came {
    Nothing,
    Asking,
    Set,
    Cleared,
    Failed(ReminderError),
    /// It could not be taken away.
    Stays,
}

/// What it can say, by the number under which it is noted. A number never changes its meaning.
fn neutral() -> [(u8, &'static str); 4] {
    [
        (1, t!("phone-reminder-words")),
        (2, t!("phone-reminder-words.minutes")),
        (3, t!("phone-reminder-words.plants")),
        (4, t!("phone-reminder-words.list")),
    ]
}

/// When it comes: "Sunday at about 19:00".
pub(super) fn when(noted: &ReminderNoted) -> String {
    let at = clock_of(noted.at);
    match noted.often {
        Often::Daily => t!("phone-reminder-is-daily", at = at),
        Often::Weekly(day) => t!("phone-reminder-is-weekly", day = weekday(day), at = at),
    }
}

/// What is chosen on the screen.
#[derive(Clone, PartialEq)]
struct Wish {
    weekly: bool,
    day: Weekday,
    time: String,
    /// The number of the words; `None`: her own.
    words: Option<u8>,
    own: String,
}

impl Wish {
    /// As it was set, or as it is offered.
    fn of(noted: Option<ReminderNoted>) -> Self {
        let at = noted.map_or_else(|| "19:00".to_owned(), |noted| clock_of(noted.at));
        let (weekly, day) = match noted.map(|noted| noted.often) {
            Some(Often::Weekly(day)) => (true, day),
            _ => (false, Weekday::Sunday),
        };
        let words = noted.map_or(Some(1), |noted| noted.words);
        Self { weekly, day, time: at, words, own: String::new() }
    }

    fn time(&self) -> Option<Time> {
        self.time.trim().parse().ok()
    }

    /// What it says, on one line; or why it cannot.
    fn says(&self) -> Result<String, &'static str> {
        if let Some(words) = self.words {
            let said = neutral().into_iter().find(|(number, _)| *number == words);
            return said.map(|(_, words)| words.to_owned()).ok_or(t!("phone-reminder-own.missing"));
        }
        let words: Vec<&str> = self.own.split(|letter: char| letter.is_control() || letter.is_whitespace()).collect();
        let words = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        match words.chars().count() {
            0 => Err(t!("phone-reminder-own.missing")),
            1..=LONGEST => Ok(words),
            _ => Err(t!("phone-reminder-own.long")),
        }
    }
}

/// The screen under [`Route::Reminder`](crate::ui::route::Route::Reminder).
#[component]
pub fn ReminderPage() -> Element {
    let given = use_context::<Given>();
    let mut noted = use_signal(|| given.session.on_phone().reminder);
    let mut wish = use_signal(|| Wish::of(*noted.peek()));
    let mut came = use_signal(|| Came::Nothing);
    let mut unnoted = use_signal(|| false);
    let mut wrong = use_signal(|| (None::<String>, None::<String>));
    let session = given.session.clone();
    let note = use_callback(move |now: Option<ReminderNoted>| {
        noted.set(now);
        let asked = session.keep_reminder(now);
        spawn(async move { unnoted.set(asked.await.is_err()) });
    });
    let reminders = given.reminders.clone();
    let set = use_callback(move |()| {
        if *came.peek() == Came::Asking {
            return;
        }
        let asked = wish.peek().clone();
        let (at, says) = (asked.time(), asked.says());
        wrong.set((at.is_none().then(|| t!("phone-reminder-time").to_owned()), says.clone().err().map(str::to_owned)));
        let (Some(at), Ok(words)) = (at, says) else {
            focus(if at.is_none() { TIME } else { OWN });
            return;
        };
        let often = if asked.weekly { Often::Weekly(asked.day) } else { Often::Daily };
        came.set(Came::Asking);
        let answer = reminders.set(Reminder { often, at, words, kind: t!("phone-reminder.kind").to_owned() });
        spawn(async move {
            match answer.await {
                Ok(()) => {
                    note.call(Some(ReminderNoted { often, at, words: asked.words }));
                    came.set(Came::Set);
                }
                Err(error) => {
                    // A phone that failed took the one before away too.
                    note.call(None);
                    came.set(Came::Failed(error));
                }
            }
            focus(RESULT);
        });
    });
    let reminders = given.reminders.clone();
    let clear = use_callback(move |()| {
        if *came.peek() == Came::Asking {
            return;
        }
        match reminders.clear() {
            Ok(()) => {
                note.call(None);
                came.set(Came::Cleared);
            }
            Err(_) => came.set(Came::Stays),
        }
        focus(RESULT);
    });
    if !given.reminders.here() {
        return rsx! {
            Screen { back: t!("phone-title"), gap: "gap-5",
                section { class: "stack gap-2", h1 { {t!("phone-reminder")} } p { class: "lead", {t!("phone-reminder.none")} } }
            }
        };
    }
    let label = match (came(), noted()) {
        (Came::Asking, _) => t!("phone-asking"),
        (_, Some(_)) => t!("phone-reminder.change"),
        (_, None) => t!("phone-reminder.set"),
    };
    rsx! {
        Screen { back: t!("phone-title"), gap: "gap-5",
            action: rsx! { Button { kind: Kind::Main, label, onclick: move |_| set.call(()) } },
            section { class: "stack gap-2", h1 { {t!("phone-reminder")} }
                p { class: "lead", {if noted().is_some() { t!("phone-reminder.lead-set") } else { t!("phone-reminder.lead") }} }
            }
            if came() != Came::Nothing {
                div { id: RESULT, tabindex: "-1", class: "stack gap-3",
                    Said { came: came() }
                    if unnoted() { p { class: "hint", role: "alert", {t!("phone-reminder-done.not-noted")} } }
                }
            }
            match noted() {
                Some(noted) => rsx! {
                    section { class: "card pad stack gap-2",
                        b { class: "b num", {when(&noted)} }
                        p { class: "hint", {what(&noted)} }
                        p { class: "hint", {t!("phone-reminder-is-set.more")} }
                    }
                    Button { kind: Kind::Soft, glyph: Glyph::X, label: t!("phone-reminder.clear"), onclick: move |_| clear.call(()) }
                },
                None => rsx! {},
            }
            section { class: "stack gap-3", aria_label: t!("phone-reminder.how-often"),
                h2 { class: "label", {t!("phone-reminder.how-often")} }
                Segmented { label: t!("phone-reminder.how-often"), chosen: usize::from(wish.read().weekly),
                    choices: vec![t!("phone-reminder.daily").to_owned(), t!("phone-reminder.weekly").to_owned()],
                    onchoose: move |at: usize| wish.write().weekly = at == 1,
                }
                if wish.read().weekly {
                    Chips { label: t!("phone-reminder.day"),
                        for day in Weekday::Monday.cycle_forward().take(7) {
                            Chip { key: "{day:?}", label: weekday(day), on: wish.read().day == day, onclick: move |_| wish.write().day = day }
                        }
                    }
                }
            }
            // Not in the group above it: it would stand under the days as if it belonged to them.
            Field { id: TIME, label: t!("phone-reminder.at"), hint: t!("phone-reminder.at-hint"), kind: FieldKind::Time,
                wrong: wrong().0, initial: wish.peek().time.clone(),
                oninput: move |text| {
                    wrong.write().0 = None;
                    wish.write().time = text;
                },
            }
            section { class: "stack gap-3", aria_label: t!("phone-reminder.says"),
                h2 { class: "label", {t!("phone-reminder.says")} }
                div { class: "card rows", role: "radiogroup", aria_label: t!("phone-reminder.says"),
                    for (number, words) in neutral() {
                        Choice { key: "{number}", title: words, chosen: wish.read().words == Some(number),
                            onclick: move |_| wish.write().words = Some(number),
                        }
                    }
                    Choice { title: t!("phone-reminder-own"), chosen: wish.read().words.is_none(),
                        onclick: move |_| wish.write().words = None,
                    }
                }
                if wish.read().words.is_none() {
                    Field { id: OWN, label: t!("phone-reminder-own.label"), hint: t!("phone-reminder-own.hint"), wrong: wrong().1,
                        initial: wish.peek().own.clone(),
                        oninput: move |text| {
                            wrong.write().1 = None;
                            wish.write().own = text;
                        },
                    }
                }
                Notice { glyph: Glyph::Eye, b { {t!("phone-reminder-seen")} } " " {t!("phone-reminder-seen.more")} }
                p { class: "hint", {t!("phone-reminder.ask")} }
            }
            if noted().is_none() {
                section { class: "stack gap-2",
                    Button { kind: Kind::Text, label: t!("phone-reminder.clear-any"), onclick: move |_| clear.call(()) }
                    p { class: "hint centred", {t!("phone-reminder.unknown")} }
                }
            }
        }
    }
}

/// What it says, as far as that is noted.
fn what(noted: &ReminderNoted) -> String {
    let words = noted.words.and_then(|number| neutral().into_iter().find(|(one, _)| *one == number));
    match words {
        Some((_, words)) => t!("phone-reminder-is-set", what = words),
        None => t!("phone-reminder-is-set.own").to_owned(),
    }
}

#[component]
fn Said(came: Came) -> Element {
    let not = |bold: &'static str, more: &'static str| rsx! { NotSo { bold, more } };
    match came {
        Came::Nothing => rsx! {},
        Came::Asking => rsx! { Working { words: t!("phone-asking") } },
        Came::Set => rsx! { DoneLine { words: t!("phone-reminder-done") } },
        Came::Cleared => rsx! { DoneLine { words: t!("phone-reminder-done.cleared") } },
        Came::Failed(ReminderError::NotOnThisDevice) => {
            not(t!("phone-reminder-not-here"), t!("phone-reminder-not-here.more"))
        }
        Came::Failed(ReminderError::NotAllowed) => {
            not(t!("phone-reminder-not-allowed"), t!("phone-reminder-not-allowed.more"))
        }
        Came::Failed(ReminderError::Failed) => not(t!("phone-reminder-failed"), t!("phone-reminder-failed.more")),
        Came::Stays => not(t!("phone-reminder-stays"), t!("phone-reminder-stays.more")),
    }
}
