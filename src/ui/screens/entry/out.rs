//! Taking an entry out of packs and counts, putting it back, and the way to destroying it.

use crate::domain::RecordId;
use crate::session::{EntryView, Told};
use crate::t;
use crate::ui::components::{Button, Glyph, Icon, Kind, Row, Rows, Tile, WentWrong};
use crate::ui::given::Given;
use crate::ui::route::{Nav, Route};
use crate::ui::wording::short;
use dioxus::prelude::*;
use jiff::civil::Date;

/// Above a withdrawn entry: since when it is out, and the way to put it back.
#[component]
pub fn Out(view: EntryView, today: Date, takes: bool) -> Element {
    let given = use_context::<Given>();
    let mut wrong = use_signal(|| None::<Told>);
    let Some(since) = view.withdrawn.as_ref().map(|since| short(&since.at, today)) else { return VNode::empty() };
    let id = view.id;
    let put_back = move |_: MouseEvent| {
        let asked = given.session.restore(id);
        async move {
            if let Err(error) = asked.await {
                wrong.set(Some(error.told()));
            }
        }
    };
    rsx! {
        section { class: "stack gap-3", aria_label: t!("entry-out.label"),
            div { class: "note", Icon { glyph: Glyph::Archive }
                p { b { {t!("entry-out")} }
                    " "
                    {t!("entry-out.more", since = since)}
                }
            }
            if takes { Button { kind: Kind::Soft, label: t!("entry-out.put-back"), onclick: put_back } }
            if let Some(told) = wrong() { WentWrong { told } }
        }
    }
}

/// At the end of an entry: out of packs first, destroying second.
#[component]
pub fn Away(id: RecordId, withdrawn: bool) -> Element {
    let nav = use_context::<Nav>();
    let given = use_context::<Given>();
    let mut wrong = use_signal(|| None::<Told>);
    let take_out = move |_: MouseEvent| {
        let asked = given.session.withdraw(id);
        async move {
            if let Err(error) = asked.await {
                wrong.set(Some(error.told()));
            }
        }
    };
    rsx! {
        section { class: "stack gap-2", aria_labelledby: "h-away",
            h2 { id: "h-away", {t!("entry-away")} }
            Rows {
                if !withdrawn {
                    Row { glyph: Glyph::Archive, title: t!("entry-take-out"), hint: t!("entry-take-out.hint"), onclick: take_out }
                }
                Row { glyph: Glyph::Trash2, tile: Tile::Plain, title: t!("entry-destroy"), hint: t!("entry-destroy.hint"), onclick: move |_| nav.go(Route::DestroyEntry(id)) }
            }
            if let Some(told) = wrong() { WentWrong { told } }
        }
    }
}
