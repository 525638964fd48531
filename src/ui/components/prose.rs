//! A page of guidance, drawn from its blocks.

use super::{Button, Call999, Directory, Glyph, Icon, Kind, Notice, Row, Rows, SafeFirst, Size, Tone};
use crate::t;
use crate::ui::chosen::Chosen;
use crate::ui::english::{dir_of, lang_of};
use crate::ui::reading::{Block, LinkTo, Nation, Span, is_for, nations_said};
use crate::ui::route::{Nav, Route, Tab};
use crate::ui::shell::Calls;
use dioxus::prelude::*;

/// The blocks of a page, one under another. A heading and what follows it stand close together. `english`: they are, while another
/// language is spoken.
#[component]
pub fn Prose(blocks: Vec<Block>, #[props(default)] english: bool) -> Element {
    let mut groups: Vec<Vec<Block>> = Vec::new();
    // Her own nation's law where the page has it. Where it has not, all of them, each under its name.
    let nation = use_context::<Chosen>().nation();
    let has_hers = blocks.iter().any(|block| matches!(block, Block::Law(whose, _) if is_for(whose, nation)));
    for block in blocks {
        if matches!(&block, Block::Law(whose, _) if has_hers && !is_for(whose, nation)) {
            continue;
        }
        let alone = stands_alone(&block) || matches!(block, Block::Heading(_));
        match groups.last_mut() {
            Some(group) if !alone && !group.iter().all(stands_alone) => group.push(block),
            _ => groups.push(vec![block]),
        }
    }
    rsx! {
        for (index, group) in groups.into_iter().enumerate() {
            div { key: "{index}", class: "article stack gap-2",
                for (index, block) in group.into_iter().enumerate() {
                    Part { key: "{index}", block, english }
                }
            }
        }
    }
}

/// What no other block may join.
fn stands_alone(block: &Block) -> bool {
    matches!(
        block,
        Block::Letters { .. }
            | Block::Notice(_)
            | Block::Banner(..)
            | Block::Quote(_)
            | Block::Record(_)
            | Block::Help(_)
            | Block::Call { .. }
            | Block::Text { .. }
    )
}

#[component]
fn Part(block: Block, english: bool) -> Element {
    let (lang, dir) = (lang_of(english), dir_of(english));
    let nav = use_context::<Nav>();
    let calls = use_context::<Calls>();
    match block {
        Block::Heading(words) => rsx! { h2 { lang, dir, "{words}" } },
        Block::Paragraph(words) => rsx! { p { lang, dir, Words { words } } },
        Block::Hint(words) => rsx! { p { class: "hint", lang, dir, "{words}" } },
        Block::List(points) => rsx! {
            ul { class: "plain", lang, dir,
                for (index, words) in points.into_iter().enumerate() { li { key: "{index}", Words { words } } }
            }
        },
        Block::Steps(steps) => rsx! {
            ol { class: "numbered", lang, dir,
                for (index, words) in steps.into_iter().enumerate() {
                    li { key: "{index}", span { class: "n", "aria-hidden": "true", "{index + 1}" } span { Words { words } } }
                }
            }
        },
        Block::Letters { title, rows } => rsx! {
            section { class: "card pad four-card", lang, dir, aria_label: "{title}",
                h2 { "{title}" }
                ul { class: "four",
                    for (letter, word, line) in rows {
                        li { key: "{word}",
                            span { class: "letter", "aria-hidden": "true", "{letter}" }
                            span { b { class: "b", "{word}" } span { class: "hint as-line", "{line}" } }
                        }
                    }
                }
            }
        },
        Block::Law(whose, points) => rsx! { LawOf { whose, points, english } },
        Block::Ticks(points) => rsx! {
            ul { class: "ticks", lang, dir,
                for (index, (glyph, words)) in points.into_iter().enumerate() {
                    li { key: "{index}", class: (glyph == Glyph::X).then_some("dont"), Icon { glyph } span { Words { words } } }
                }
            }
        },
        Block::Crosses(points) => rsx! {
            ul { class: "ticks no", lang, dir,
                for (index, words) in points.into_iter().enumerate() {
                    li { key: "{index}", Icon { glyph: Glyph::X } span { Words { words } } }
                }
            }
        },
        Block::Notice(words) => rsx! { Notice { tone: Tone::Warning, span { lang, dir, Words { words } } } },
        Block::Banner(glyph, words) => rsx! {
            p { class: "safe-banner one", Icon { glyph, size: Size::Large } span { class: "banner-words", lang, dir, Words { words } } }
        },
        Block::Quote(words) => rsx! { blockquote { class: "quote", lang, dir, p { Words { words } } } },
        Block::SafeFirst => rsx! { SafeFirst {} },
        Block::Record(label) => rsx! {
            section { class: "card pad stack gap-3", aria_label: t!("prose-record"),
                SafeFirst {}
                Button { kind: Kind::Soft, glyph: Glyph::Pencil, label, english, onclick: move |_| nav.tab(Tab::Journal) }
            }
        },
        Block::Help(entries) => rsx! { Directory { entries, nation: use_context::<Chosen>().nation() } },
        Block::Call { number, .. } if number == "999" => rsx! { Call999 {} },
        Block::Call { number, label } => rsx! {
            Button { kind: Kind::Soft, glyph: Glyph::Phone, label, english, onclick: move |_| calls.call(&number) }
        },
        Block::Text { number, label } => rsx! {
            Button { kind: Kind::Soft, glyph: Glyph::MessageSquareText, label, english, onclick: move |_| calls.text(&number, "") }
        },
        Block::Page { id, label } => rsx! {
            Rows { Row { glyph: Glyph::BookOpen, title: label, english, onclick: move |_| nav.go(Route::Page(id.clone())) } }
        },
        Block::Link { url, label } => rsx! {
            Rows { Row { glyph: Glyph::Globe, title: label, hint: t!("prose-opens-browser"), onclick: move |_| calls.open_page(&url) } }
        },
    }
}

/// Examples from one law, under its name.
#[component]
fn LawOf(whose: Vec<Nation>, points: Vec<(Glyph, Vec<Span>)>, english: bool) -> Element {
    let law = nations_said(&whose).map(|place| t!("prose-law", place = place));
    let law = law.unwrap_or_else(|| t!("prose-law.all").to_owned());
    rsx! {
        p { class: "hint", "{law}" }
        ul { class: "ticks", lang: lang_of(english), dir: dir_of(english),
            for (index, (glyph, words)) in points.into_iter().enumerate() {
                li { key: "{index}", Icon { glyph } span { Words { words } } }
            }
        }
    }
}

/// Words in a line that lead somewhere.
#[component]
fn Way(text: String, to: LinkTo) -> Element {
    let nav = use_context::<Nav>();
    let calls = use_context::<Calls>();
    let href = match &to {
        LinkTo::Page(_) => "#".to_owned(),
        LinkTo::Call(number) => format!("tel:{}", number.replace(' ', "")),
        LinkTo::Web(url) => url.clone(),
    };
    let go = move |event: MouseEvent| {
        event.prevent_default();
        match &to {
            LinkTo::Page(id) => nav.go(Route::Page(id.clone())),
            LinkTo::Call(number) => calls.call(number),
            LinkTo::Web(url) => calls.open_page(url),
        }
    };
    rsx! {
        // Digits alone have no direction of their own.
        a { class: "in-line", href, onclick: go, bdi { "{text}" } }
    }
}

/// Words in a line, some of which stand out or lead somewhere.
#[component]
pub fn Words(words: Vec<Span>) -> Element {
    rsx! {
        for (index, span) in words.into_iter().enumerate() {
            span { key: "{index}",
                if let Some(to) = span.to {
                    Way { text: span.text, to }
                } else if span.strong {
                    b { class: "b", "{span.text}" }
                } else {
                    "{span.text}"
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
