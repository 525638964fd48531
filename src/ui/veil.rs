//! What keeps the page plain while the app is out of sight, and afterwards until all is known to be locked.
//!
//! Out of sight, something plain lies over the page (`assets/style.css`, `.away`) and below it the page stays as it is: scroll,
//! focus and what is typed. A phone that lays something of its own over the app is left to do so. Back after too long, the screens
//! are taken out of the page until the lock is done. Neither covers 999 or Leave, and neither is on the calculator.

use super::components::{Button, Glyph, Kind, Working};
use super::given::Given;
use super::route::{Nav, Tab};
use super::shell::{Calls, Screen};
use crate::session::VaultState;
use crate::t;
use dioxus::prelude::*;
use std::sync::Arc;
use tokio::sync::watch;

/// What holds now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Veiled {
    /// The app is out of sight.
    pub away: bool,
    /// So many locks are awaited. Until none is, nothing of hers stands in the page.
    pub locking: u32,
    /// Grows whenever the screens have to be made anew.
    pub renewed: u64,
    /// Grows with each return after which the page has to show itself before the phone may uncover it.
    pub returned: u64,
}

/// Shared by every window. Cheap to clone.
#[derive(Clone, Default)]
pub struct Veil(Arc<watch::Sender<Veiled>>);

/// A lock that is awaited. Dropped when it is done, or when it never will be.
pub struct Locking(Veil);

impl Drop for Locking {
    fn drop(&mut self) {
        self.0.0.send_modify(|veiled| veiled.locking = veiled.locking.saturating_sub(1));
    }
}

impl Veil {
    /// What holds now.
    pub fn now(&self) -> Veiled {
        *self.0.borrow()
    }

    /// The app goes out of sight.
    pub fn goes(&self) {
        self.0.send_if_modified(|veiled| !std::mem::replace(&mut veiled.away, true));
    }

    /// It is in sight again. `changed`: the page may still have to take away what must not be seen.
    pub fn comes_back(&self, changed: bool) {
        self.0.send_modify(|veiled| {
            veiled.away = false;
            veiled.returned += u64::from(changed);
        });
    }

    /// A lock is awaited. `anew`: the screens that stand now go at once.
    pub fn locks(&self, anew: bool) -> Locking {
        self.0.send_modify(|veiled| {
            veiled.locking += 1;
            veiled.renewed += u64::from(anew);
        });
        Locking(self.clone())
    }
}

/// Whether something of hers can stand on a screen.
pub fn holds_hers(vault: VaultState) -> bool {
    matches!(vault, VaultState::Open | VaultState::ReadingOnly | VaultState::Notes)
}

/// Whether the screens have to give way just now.
pub fn gives_way(given: &Given) -> bool {
    given.curtain.veil.now().locking > 0 && holds_hers(given.session.status().borrow().vault)
}

/// Follows it for the root, puts it into the context, and tells the phone when the page may be seen.
pub fn use_veil() -> ReadSignal<Veiled> {
    let given = use_context::<Given>();
    let mut veiled = use_signal(|| given.curtain.veil.now());
    let following = given.curtain.veil.clone();
    use_future(move || {
        let mut changes = following.0.subscribe();
        async move {
            loop {
                let now = *changes.borrow_and_update();
                if *veiled.peek() != now {
                    veiled.set(now);
                }
                if changes.changed().await.is_err() {
                    return;
                }
            }
        }
    });
    let returned = use_memo(move || veiled().returned);
    use_effect(move || {
        if returned() == 0 {
            return;
        }
        let given = given.clone();
        spawn(async move {
            painted().await;
            // Out of sight again: then it is for the next return to say.
            if !given.curtain.veil.now().away {
                given.phone.uncover();
            }
        });
    });
    use_context_provider(|| ReadSignal::from(veiled))
}

/// The page has drawn what it was given last. An effect runs once the page has it, the second frame once it was drawn.
async fn painted() {
    let frames =
        "await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))); return true;";
    // Without a page there is nothing to wait for.
    let _ = document::eval(frames).join::<bool>().await;
}

/// Tells the page to cover itself, while it has to. It stands before the screen.
#[component]
pub fn Over() -> Element {
    let given = use_context::<Given>();
    let veiled = use_context::<ReadSignal<Veiled>>();
    match veiled().away && !given.phone.covers() {
        true => rsx! { div { class: "away", hidden: true } },
        false => VNode::empty(),
    }
}

/// In the place of every screen that can hold something of hers, until the lock is done: 999, Leave, help, and why there is
/// nothing else.
#[component]
pub fn Blank() -> Element {
    let (calls, nav) = (use_context::<Calls>(), use_context::<Nav>());
    // A sheet may show the number of somebody she trusts.
    use_hook(move || calls.close());
    rsx! {
        Screen {
            Working { words: t!("closed-locking") }
            // The lock may wait for minutes, and nobody who needs a helpline does.
            Button { kind: Kind::Soft, glyph: Glyph::LifeBuoy, label: t!("help-title"), onclick: move |_| nav.tab(Tab::Help) }
        }
    }
}
