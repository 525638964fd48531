//! Where in the app one is. It is kept in memory only: no address, no history of the browser, nothing for a Back button to
//! bring up again.

use super::screens::{
    AccessLog, Asking, Card101, Change, Check, DestroyAll, DestroyEntry, EntryPage, Form, GuidanceList, GuidancePage,
    Help, Home, InstitutionPage, ItsIcon, JournalList, Marks, MarksAside, More, Notes, Pack, Pattern, Plan, Purpose,
    Record, ReminderPage, SecondPassphrase, SetUp, Step, ThisPhone, TrustedPeople, Unlock, Updates, Way, Ways,
};
use super::veil::{Blank, Veiled, gives_way};
use super::{given::Given, shell::Calls, status::use_status};
use crate::domain::RecordId;
use crate::session::VaultState;
use crate::t;
use dioxus::prelude::*;

/// A screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// Help before anything.
    Home,
    /// The journal.
    Journal,
    /// The list of guidance.
    Guidance,
    /// One page of guidance, by its name.
    Page(String),
    /// The directory of help.
    Help,
    /// "Is this stalking?", asked.
    Asking,
    /// What to say to 101, on one page.
    Card101,
    /// The people she trusts.
    Trusted,
    /// Her plan for staying safe.
    Plan,
    /// An institution's own help.
    Institution,
    /// The first step of recording: is it happening now?
    Record,
    /// The form.
    Form(Purpose),
    /// One entry.
    Entry(RecordId),
    /// Destroying one entry: what goes, what may remain, and the question.
    DestroyEntry(RecordId),
    /// Destroying everything.
    DestroyAll,
    /// What the entries add up to.
    Pattern,
    /// One step of set-up. `alone`: opened by itself from [`Route::More`], and not on the way through all of them.
    SetUp {
        /// Which.
        step: Step,
        /// By itself.
        alone: bool,
    },
    /// Unlocking. What lies under it is where she was going.
    Unlock,
    /// The evidence pack.
    Pack,
    /// The lock, what opens the journal, the disguise, the check.
    More,
    /// What opens the journal.
    Ways,
    /// One change of what opens it.
    Way(Change),
    /// Who opened the journal.
    AccessLog,
    /// Checking the journal.
    Check,
    /// What was saved while the journal was locked.
    Marks,
    /// What of it she set aside.
    MarksAside,
    /// The second passphrase, which opens plain notes.
    SecondPassphrase,
    /// Fetching newer guidance.
    Updates,
    /// What the phone itself can do for the app.
    ThisPhone,
    /// Which icon the app has.
    ItsIcon,
    /// The reminder.
    Reminder,
}

impl Route {
    /// The first step of set-up.
    pub const SET_UP: Self = Self::SetUp { step: Step::CanAndCannot, alone: false };

    /// Whether it is only what anybody may read. It may stand there while a lock is awaited.
    pub fn holds_nothing_of_hers(&self) -> bool {
        matches!(self, Self::Guidance | Self::Page(_) | Self::Help)
    }
}

/// The four tabs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// Home.
    Home,
    /// Journal.
    Journal,
    /// Guidance.
    Guidance,
    /// Help.
    Help,
}

impl Tab {
    /// All of them, in order.
    pub const ALL: [Self; 4] = [Self::Home, Self::Journal, Self::Guidance, Self::Help];

    /// The screen that the tab opens.
    pub fn route(self) -> Route {
        match self {
            Self::Home => Route::Home,
            Self::Journal => Route::Journal,
            Self::Guidance => Route::Guidance,
            Self::Help => Route::Help,
        }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Home => t!("tab-home"),
            Self::Journal => t!("tab-journal"),
            Self::Guidance => t!("tab-guidance"),
            Self::Help => t!("tab-help"),
        }
    }
}

/// Moves between screens. In the context of everything inside the app; `Copy`, so closures can take it.
#[derive(Clone, Copy, PartialEq)]
pub struct Nav(Signal<Vec<Route>>);

impl Nav {
    /// At home, with nothing behind.
    pub fn new() -> Self {
        Self(Signal::new(vec![Route::Home]))
    }

    /// At this screen, with home under it and these between.
    pub fn at(between: impl IntoIterator<Item = Route>, here: Route) -> Self {
        Self(Signal::new([Route::Home].into_iter().chain(between).chain([here]).collect()))
    }

    /// Where one is.
    pub fn here(self) -> Route {
        self.0.read().last().cloned().unwrap_or(Route::Home)
    }

    /// The screen that [`back`](Self::back) would go to.
    pub fn before(self) -> Option<Route> {
        let stack = self.0.read();
        stack.len().checked_sub(2).and_then(|at| stack.get(at).cloned())
    }

    /// Opens a screen on top of this one.
    pub fn go(mut self, route: Route) {
        self.0.write().push(route);
    }

    /// Goes back one screen; from the last one, home.
    pub fn back(mut self) {
        let mut stack = self.0.write();
        stack.pop();
        if stack.is_empty() {
            stack.push(Route::Home);
        }
    }

    /// Whether a form is open, or one can still come back to it. Asking follows it.
    pub fn is_writing(self) -> bool {
        self.0.read().iter().any(|route| matches!(route, Route::Form(_)))
    }

    /// Whether one is on this screen, or can still come back to it.
    pub fn holds(self, route: &Route) -> bool {
        self.0.peek().contains(route)
    }

    /// Opens a screen in the place of this one: back then leads to the one before.
    pub fn instead(mut self, route: Route) {
        let mut stack = self.0.write();
        stack.pop();
        stack.push(route);
    }

    /// Opens a tab, with nothing behind it.
    pub fn tab(mut self, tab: Tab) {
        self.0.set(vec![tab.route()]);
    }

    /// Takes [`Route::Unlock`] away once the journal is open: on to what lies under it, or else to the journal.
    pub fn unlocked(mut self) {
        let mut stack = self.0.write();
        if stack.last() == Some(&Route::Unlock) {
            stack.pop();
        }
        if matches!(stack.last(), None | Some(Route::Home)) {
            *stack = vec![Route::Journal];
        }
    }

    fn depth(self) -> usize {
        self.0.read().len()
    }
}

impl Default for Nav {
    fn default() -> Self {
        Self::new()
    }
}

/// The screen that one is on. A new screen is a new tree, so it begins at its top.
#[component]
pub fn Screens() -> Element {
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let _follow = use_status()().vault;
    let veiled = use_context::<ReadSignal<Veiled>>();
    let (renewed, _follow) = (use_memo(move || veiled().renewed), use_memo(move || veiled().locking)());
    let calls = use_context::<Calls>();
    use_effect(move || {
        if renewed() > 0 {
            calls.close();
        }
    });
    let (here, depth) = (nav.here(), nav.depth());
    // Both as it is at this moment, and not as it was last told: no screen of the journal may flash up.
    if gives_way(&given) && !here.holds_nothing_of_hers() {
        return rsx! { Blank {} };
    }
    if given.session.status().borrow().vault == VaultState::Notes {
        return rsx! { Notes {} };
    }
    rsx! {
        for route in [here] {
            At { key: "{renewed} {depth} {route:?}", route }
        }
    }
}

#[component]
fn At(route: Route) -> Element {
    match route {
        Route::Home => rsx! { Home {} },
        Route::Journal => rsx! { JournalList {} },
        Route::Guidance => rsx! { GuidanceList {} },
        Route::Page(id) => rsx! { GuidancePage { id } },
        Route::Help => rsx! { Help {} },
        Route::Asking => rsx! { Asking {} },
        Route::Card101 => rsx! { Card101 {} },
        Route::Trusted => rsx! { TrustedPeople {} },
        Route::Plan => rsx! { Plan {} },
        Route::Institution => rsx! { InstitutionPage {} },
        Route::Record => rsx! { Record {} },
        Route::Form(purpose) => rsx! { Form { purpose } },
        Route::Entry(id) => rsx! { EntryPage { id } },
        Route::DestroyEntry(id) => rsx! { DestroyEntry { id } },
        Route::DestroyAll => rsx! { DestroyAll {} },
        Route::Pattern => rsx! { Pattern {} },
        Route::SetUp { step, alone } => rsx! { SetUp { step, alone } },
        Route::Unlock => rsx! { Unlock {} },
        Route::Pack => rsx! { Pack {} },
        Route::More => rsx! { More {} },
        Route::Ways => rsx! { Ways {} },
        Route::Way(change) => rsx! { Way { change } },
        Route::AccessLog => rsx! { AccessLog {} },
        Route::Check => rsx! { Check {} },
        Route::Marks => rsx! { Marks {} },
        Route::MarksAside => rsx! { MarksAside {} },
        Route::SecondPassphrase => rsx! { SecondPassphrase {} },
        Route::Updates => rsx! { Updates {} },
        Route::ThisPhone => rsx! { ThisPhone {} },
        Route::ItsIcon => rsx! { ItsIcon {} },
        Route::Reminder => rsx! { ReminderPage {} },
    }
}
