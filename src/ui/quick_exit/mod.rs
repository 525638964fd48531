//! Leaving: one tap, or Shift three times. The page covers itself (`assets/quick_exit.js`), then the root is mounted anew
//! with the calculator in it. Nothing is deleted, so a slip costs nothing.
//!
//! The curtain belongs to the whole program: every window and every tab sees the same one, and opening the page again shows
//! the calculator and not the app.

mod practice;

pub use practice::{PRACTICE, Practice};

use super::components::{Glyph, Icon};
use super::disguise::{KEYS, MEMORY, keys::Key};
use super::given::Given;
use super::veil::Veil;
use crate::t;
use dioxus::prelude::*;
use std::sync::Arc;
use tokio::sync::watch;

/// What stands on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// The app.
    Inside,
    /// The calculator.
    Calculator,
}

/// The face, and how often the root has been mounted anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// What stands on the screen.
    pub face: Face,
    /// Grows by one with each new mount. It is the key of the root.
    pub epoch: u64,
}

/// Decides what every window of this program shows.
#[derive(Clone)]
pub struct Curtain {
    shown: Arc<watch::Sender<Shown>>,
    practice: practice::Shared,
    /// What keeps the page plain while the app is out of sight.
    pub veil: Veil,
}

impl Curtain {
    /// A curtain that begins with this face.
    pub fn new(face: Face) -> Self {
        let shown = Arc::new(watch::Sender::new(Shown { face, epoch: 0 }));
        Self { shown, practice: practice::Shared::default(), veil: Veil::default() }
    }

    /// Shows the calculator.
    pub fn fall(&self) {
        self.show(Face::Calculator);
    }

    /// Shows the app.
    pub fn rise(&self) {
        self.show(Face::Inside);
    }

    /// Mounts the root anew with the same face, so that nothing of the old tree stays. For locking.
    pub fn renew(&self) {
        self.shown.send_modify(|shown| shown.epoch = shown.epoch.wrapping_add(1));
    }

    /// What is shown now.
    pub fn shown(&self) -> Shown {
        *self.shown.borrow()
    }

    /// Tells of every change.
    pub fn watch(&self) -> watch::Receiver<Shown> {
        self.shown.subscribe()
    }

    fn show(&self, face: Face) {
        self.shown.send_modify(|shown| *shown = Shown { face, epoch: shown.epoch.wrapping_add(1) });
    }
}

/// The Leave button: bottom right, at the same pixels on every screen. `plain`: it does the same, and says what any app says.
#[component]
pub fn Leave(#[props(default)] plain: bool) -> Element {
    let given = use_context::<Given>();
    let leave = {
        let given = given.clone();
        move || given.leave()
    };
    let (by_pointer, by_click) = (leave.clone(), leave);
    let (glyph, label, name) = match plain {
        true => (Glyph::X, t!("leave-plain"), t!("leave-plain")),
        false => (Glyph::LogOut, t!("leave-do"), t!("leave-do.hear")),
    };
    rsx! {
        button { class: "leave", r#type: "button", "data-leave": "",
            aria_label: name,
            onpointerdown: move |_| by_pointer(),
            onclick: move |_| by_click(),
            Icon { glyph }
            span { "{label}" }
        }
    }
}

/// The cover that the page puts up by itself: a picture of a fresh calculator, in the same markup, that does nothing.
pub fn cover_html() -> String {
    let icon = |class: &str, glyph: Glyph| {
        format!("<svg class=\"{class}\" viewBox=\"0 0 24 24\"><path d=\"{}\"/></svg>", glyph.outline())
    };
    let memory: String = MEMORY
        .iter()
        .map(|(key, label)| {
            let off = if matches!(key, Key::MemoryClear | Key::MemoryRecall) { " disabled" } else { "" };
            format!("<button{off}>{label}</button>")
        })
        .collect();
    let keys: String = KEYS
        .iter()
        .map(|pad| {
            let face = if pad.key == Key::Delete { icon("i i-l", Glyph::Delete) } else { pad.label.to_owned() };
            format!("<button class=\"{}\">{face}</button>", pad.class)
        })
        .collect();
    format!(
        "<div class=\"calc\" dir=\"ltr\"><div class=\"calc-top\"><button>{}</button><button>{}</button></div>\
         <div class=\"calc-show\"><h1 class=\"hidden-visually\">{}</h1><div class=\"calc-sum\">0</div><div class=\"calc-now\"></div></div>\
         <div class=\"calc-mem\">{memory}</div><div class=\"calc-keys\">{keys}</div></div>",
        icon("i", Glyph::History),
        icon("i", Glyph::EllipsisVertical),
        t!("calculator-name"),
    )
}
