//! The files of an entry: pictures are shown, the rest is listed. Nothing of them is ever written anywhere unsealed.

use crate::domain::{FileId, FileRecord};
use crate::session::FileView;
use crate::t;
use crate::ui::components::{Button, Glyph, Icon, Kind, Sheet, Tile};
use crate::ui::given::Given;
use crate::ui::pick::{LOOK_AT, picture, picture_of};
use crate::ui::screens::record::files::file_glyph;
use crate::ui::wording::{cut_off, media, short, size};
use dioxus::prelude::*;
use jiff::civil::Date;
use zeroize::Zeroizing;

/// The longest side of a picture that is looked at, in pixels.
const LARGE: u32 = 1400;

/// The files, in the order in which they were added. Those that came after the entry was written say when.
#[component]
pub fn FilesOf(files: Vec<FileView>, today: Date, onlarge: EventHandler<(FileId, String)>) -> Element {
    if files.is_empty() {
        return VNode::empty();
    }
    rsx! {
        section { class: "stack gap-2", aria_labelledby: "h-files",
            h2 { id: "h-files", {t!("entry-files")} }
            for (at, (added, files)) in by_when(files, today).into_iter().enumerate() {
                div { key: "{at}", class: "stack gap-2", role: added.is_some().then_some("group"),
                    aria_labelledby: added.is_some().then(|| format!("added-{at}")),
                    if let Some(added) = &added { p { class: "hint", id: "added-{at}", "{added}" } }
                    Together { files, onlarge }
                }
            }
        }
    }
}

/// Files that came at one time, and what is said of it: nothing of those that were saved with the entry.
fn by_when(files: Vec<FileView>, today: Date) -> Vec<(Option<String>, Vec<FileView>)> {
    let mut all: Vec<(Option<String>, Vec<FileView>)> = Vec::new();
    for view in files {
        let said = view.later.then(|| t!("entry-file.added", when = short(&view.added.at, today)));
        match all.last_mut().filter(|(last, _)| *last == said) {
            Some((_, files)) => files.push(view),
            None => all.push((said, vec![view])),
        }
    }
    all
}

#[component]
fn Together(files: Vec<FileView>, onlarge: EventHandler<(FileId, String)>) -> Element {
    let (pictures, rest): (Vec<_>, Vec<_>) = files.into_iter().partition(|view| is_shown(&view.file) && !view.lost);
    let pictures = pictures.into_iter().map(|view| view.file);
    rsx! {
        if pictures.len() > 0 {
            div { class: "thumbs wrap",
                for file in pictures { Thumb { key: "{file.file}", file, onlarge } }
            }
        }
        if !rest.is_empty() {
            ul { class: "card rows icons",
                for view in rest { Listed { key: "{view.file.file}", lost: view.lost, file: view.file, sentence: None } }
            }
        }
    }
}

/// Whether it may be a picture that can be shown here.
fn is_shown(file: &FileRecord) -> bool {
    matches!(file.media_type.as_str(), "image/jpeg" | "image/png" | "image/webp") && file.length <= LOOK_AT
}

fn name_of(file: &FileRecord) -> String {
    file.name.clone().unwrap_or_else(|| media(&file.media_type).to_owned())
}

#[component]
fn Listed(file: FileRecord, #[props(default)] lost: bool, sentence: Option<String>) -> Element {
    let (kind, size) = (media(&file.media_type), size(file.length));
    // What was recorded of a file that the journal has lost stays.
    let said = if lost {
        t!("entry-file.lost", kind = kind, size = size)
    } else {
        t!("entry-file.kept", kind = kind, size = size)
    };
    rsx! {
        li { class: "row",
            span { class: if lost { Tile::Amber.class() } else { Tile::Accent.class() }, Icon { glyph: file_glyph(&file.media_type) } }
            span { class: "grow",
                b { translate: file.name.is_some().then_some("no"), {name_of(&file)} }
                span { class: "hint", "{said}" }
                if file.cut_off { span { class: "hint", {cut_off()} } }
                if let Some(sentence) = sentence { span { class: "hint", "{sentence}" } }
            }
        }
    }
}

/// What came of reading a picture.
#[derive(Clone, PartialEq)]
enum Read {
    /// It is as it was added; this is a small copy.
    Small(String),
    /// It is as it was added, and is no picture that can be shown.
    NoPicture,
    /// It could not be read.
    Failed,
}

#[component]
fn Thumb(file: FileRecord, onlarge: EventHandler<(FileId, String)>) -> Element {
    let given = use_context::<Given>();
    let id = file.file;
    let read = use_resource(move || {
        let session = given.session.clone();
        async move {
            match session.file(id, LOOK_AT).await {
                Ok(bytes) => picture(Zeroizing::new(bytes)).await.map_or(Read::NoPicture, Read::Small),
                Err(_) => Read::Failed,
            }
        }
    });
    let name = name_of(&file);
    match &*read.read() {
        None => {
            rsx! { span { class: "thumb none", role: "status", aria_label: t!("entry-picture.reading", name = name.as_str()) } }
        }
        Some(Read::Small(small)) => rsx! {
            button { class: "thumb", r#type: "button", aria_label: t!("entry-picture.show", name = name.as_str()),
                onclick: move |_| onlarge.call((id, name.clone())),
                img { src: "{small}", alt: "", draggable: "false" }
            }
        },
        Some(Read::NoPicture) => rsx! {
            ul { class: "card rows icons wide",
                Listed { file, sentence: t!("entry-picture.not-shown") }
            }
        },
        Some(Read::Failed) => rsx! {
            ul { class: "card rows icons wide", Listed { file, lost: true, sentence: None } }
        },
    }
}

/// A picture in a sheet.
#[component]
pub fn Large(id: FileId, name: String, onclose: EventHandler) -> Element {
    let given = use_context::<Given>();
    let shown = use_resource(move || {
        let session = given.session.clone();
        async move { picture_of(Zeroizing::new(session.file(id, LOOK_AT).await.ok()?), LARGE).await }
    });
    rsx! {
        Sheet { title: name.clone(), hers: true, onclose,
            match &*shown.read() {
                None => rsx! { p { class: "hint", role: "status", {t!("entry-picture.reading-large")} } },
                Some(None) => rsx! { p { class: "hint", {t!("entry-picture.not-read")} } },
                Some(Some(picture)) => rsx! { img { class: "large", src: "{picture}", alt: "{name}", translate: "no", draggable: "false" } },
            }
            Button { kind: Kind::Text, glyph: Glyph::X, label: t!("word-close"), onclick: move |_| onclose.call(()) }
        }
    }
}
