//! The frame of every screen: top bar with 999, content, dock, and a bar whose last thing is always Leave.

mod calls;
mod phone_sheet;

pub use calls::{Calls, Slip};
pub use phone_sheet::PhoneSheet;

use super::components::{Glyph, Icon, Size};
use super::quick_exit::Leave;
use super::route::{Nav, Tab};
use crate::t;
use dioxus::prelude::*;

/// One screen.
///
/// Give it `title` (a tab's own screen: the large title stands in the top bar) or `back` or `close`; `tab` for the four
/// tabs, or `action` for the main button of a task. A `dock` stays above the bar.
#[component]
pub fn Screen(
    /// The large title in the top bar.
    title: Option<String>,
    /// The word beside the arrow back. The arrow goes back one screen, or calls `on_back`.
    back: Option<String>,
    /// A cross instead of an arrow.
    #[props(default)]
    close: bool,
    /// Called instead of going back one screen.
    on_back: Option<EventHandler>,
    /// A few quiet words in the middle of the top bar, such as "Draft kept, 19:20".
    note: Option<String>,
    /// Whether 999 stands in the top bar. Off only where 999 is large on the screen itself.
    #[props(default = true)]
    pill: bool,
    /// The tab that one is in; shows the tabs.
    tab: Option<Tab>,
    /// The main button, in place of the tabs.
    action: Option<Element>,
    /// What stays above the bar. With large text it scrolls with the page instead.
    dock: Option<Element>,
    /// A sheet of this screen's own, or nothing.
    sheet: Option<Element>,
    /// Under the top bar: the steps of a task.
    steps: Option<Element>,
    /// How far apart the groups stand, as a class: "" (24), "gap-5" (20), "gap-4" (16), "gap-3" (12).
    #[props(default)]
    gap: String,
    children: Element,
) -> Element {
    let nav = use_context::<Nav>();
    let calls = use_context::<Calls>();
    let slip = calls.slip();
    let covered = slip.is_some() || sheet.is_some();
    let has_top = title.is_some() || back.is_some() || close || note.is_some() || pill;
    let go_back = move |_: MouseEvent| match on_back {
        Some(handler) => handler.call(()),
        None => nav.back(),
    };
    let content = match (has_top, back.is_some() || close) {
        (false, _) => "content first",
        (true, true) => "content under-back",
        (true, false) => "content",
    };
    rsx! {
        div { class: "screen",
            div { class: "middle",
                div { class: "page", "inert": covered.then_some("inert"),
                    if has_top {
                        header { class: "top",
                            if close {
                                button { class: "back close", r#type: "button", aria_label: t!("word-close"), onclick: go_back, Icon { glyph: Glyph::X } }
                            } else if let Some(back) = back {
                                button { class: "back", r#type: "button", onclick: go_back,
                                    Icon { glyph: Glyph::ChevronLeft, size: Size::Large }
                                    "{back}"
                                }
                            }
                            if let Some(title) = title { h1 { class: "top-title", "{title}" } }
                            if let Some(note) = note { span { class: "top-mid", role: "status", "{note}" } }
                            if pill { Pill999 {} }
                        }
                    }
                    {steps}
                    main { class: "{content} {gap}", tabindex: "0",
                        onmounted: move |element| async move {
                            // A new screen is where reading goes on. Without a page there is no focus to move.
                            let _ = element.set_focus(true).await;
                        },
                        {children}
                        if let Some(dock) = dock { div { class: "dock", {dock} } }
                    }
                }
                {sheet}
                if let Some(slip) = slip { PhoneSheet { slip } }
                // No sheet stands before 999.
                if covered { div { class: "pill-over", Pill999 {} } }
            }
            footer { class: if tab.is_some() { "bar bar-tabs" } else { "bar" },
                if let Some(tab) = tab {
                    Tabs { current: tab }
                } else if let Some(action) = action {
                    {action}
                } else {
                    span { class: "bar-space" }
                }
                Leave {}
            }
        }
    }
}

/// The four tabs.
#[component]
fn Tabs(current: Tab) -> Element {
    let nav = use_context::<Nav>();
    let calls = use_context::<Calls>();
    rsx! {
        nav { class: "tabs", aria_label: t!("shell-tabs"),
            for tab in Tab::ALL {
                button { key: "{tab.name()}", class: "tab", r#type: "button",
                    "aria-current": (tab == current).then_some("page"),
                    onclick: move |_| {
                        calls.close();
                        nav.tab(tab);
                    },
                    Icon { glyph: tab_glyph(tab) }
                    span { "{tab.name()}" }
                }
            }
        }
    }
}

fn tab_glyph(tab: Tab) -> Glyph {
    match tab {
        Tab::Home => Glyph::House,
        Tab::Journal => Glyph::NotebookText,
        Tab::Guidance => Glyph::BookOpen,
        Tab::Help => Glyph::LifeBuoy,
    }
}

/// 999, top right, on every screen but home.
#[component]
pub fn Pill999() -> Element {
    let calls = use_context::<Calls>();
    rsx! {
        a { class: "call-999", href: "tel:999", aria_label: t!("shell-call-999"),
            onclick: move |event| {
                event.prevent_default();
                calls.call("999");
            },
            Icon { glyph: Glyph::Phone, size: Size::Small }
            span { class: "t", "999" }
        }
    }
}
