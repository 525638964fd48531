//! In which form the pack is made, and where it goes.

use super::{At, Chosen, summary};
use crate::session::{Choice as PackChoice, PackForm, Preview, Told, pack_name};
use crate::t;
use crate::ui::components::{Button, Choice, Field, FieldKind, Glyph, Kind, Rows, Switch, WentWrong, Working};
use crate::ui::given::Given;
use crate::ui::shell::Screen;
use crate::ui::wording::hundredths;
use dioxus::prelude::*;
use std::path::{Path, PathBuf};
use tokio::sync::watch;
use zeroize::Zeroizing;

/// On a phone a folder cannot be handed to another app, and private storage has no name that she would know.
const ON_A_PHONE: bool = cfg!(feature = "mobile");
/// As the pack itself asks.
const MIN_PASSWORD: usize = 8;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Folder,
    Zip,
    Sealed,
}

#[component]
pub(super) fn InWhichForm(preview: Preview, chosen: Chosen) -> Element {
    let given = use_context::<Given>();
    let Chosen { choice, contact, mut at, .. } = chosen;
    let mut form = use_signal(|| if ON_A_PHONE { Form::Zip } else { Form::Folder });
    let usual = given.packs.display().to_string();
    let mut folder = use_signal(|| usual.clone());
    let mut password = use_signal(Zeroizing::<String>::default);
    let mut shown = use_signal(|| false);
    let mut wrong = use_signal(|| None::<String>);
    let mut working = use_signal(|| None::<(u64, u64)>);
    let mut told = use_signal(|| None::<Told>);
    let make = use_callback(move |()| {
        if working.peek().is_some() {
            return;
        }
        wrong.set(None);
        told.set(None);
        if form() == Form::Sealed && password.peek().chars().count() < MIN_PASSWORD {
            wrong.set(Some(t!("pack-password.short").to_owned()));
            return;
        }
        let dir = PathBuf::from(folder.peek().trim());
        let today = given.clock.now().to_zoned_datetime(given.clock.zone()).date();
        let Some(place) = free_place(&dir, &pack_name(today), form()) else {
            told.set(Some(no_folder()));
            return;
        };
        let asked_form = match form() {
            Form::Folder => PackForm::Folder(place.clone()),
            Form::Zip => PackForm::Zip(place.clone()),
            Form::Sealed => PackForm::SealedZip(place.clone(), password.peek().clone()),
        };
        let reach = contact.peek().trim().to_owned();
        let choice = PackChoice { contact: (!reach.is_empty()).then_some(reach), ..choice.peek().clone() };
        working.set(Some((0, 1)));
        let (says, mut hears) = watch::channel((0, 1));
        let asked = given.session.make_pack(choice, asked_form, move |at, of| {
            says.send_replace((at, of));
        });
        spawn(async move {
            // It ends when the work ends: the session then lets go of the other end.
            while hears.changed().await.is_ok() {
                working.set(Some(*hears.borrow_and_update()));
            }
            match asked.await {
                Ok(made) => {
                    password.set(Zeroizing::default());
                    at.set(At::Made(made, place));
                }
                Err(error) => told.set(Some(error.told())),
            }
            working.set(None);
        });
    });
    let line = |this: Form, title: &'static str, hint: &'static str| {
        rsx! { Choice { title, hint, chosen: form() == this, onclick: move |_| form.set(this) } }
    };
    let label = if working().is_some() { t!("pack-form.doing") } else { t!("pack-form.do") };
    let folder_hint = if form() == Form::Sealed { t!("pack-folder.hint-sealed") } else { t!("pack-folder.hint") };
    rsx! {
        Screen { back: t!("pack-gives"), on_back: move |()| at.set(At::GivesAway), gap: "gap-5",
            action: rsx! { Button { kind: Kind::Main, glyph: Glyph::FileText, label, onclick: move |_| make.call(()) } },
            section { class: "stack gap-2", h1 { {t!("pack-form")} } p { class: "lead", {summary(&preview)} } }
            div { role: "radiogroup", aria_label: t!("pack-form.label"),
                Rows { icons: false,
                    if !ON_A_PHONE { {line(Form::Folder, t!("pack-form-folder"), t!("pack-form-folder.hint"))} }
                    {line(Form::Zip, t!("pack-form-zip"), t!("pack-form-zip.hint"))}
                    {line(Form::Sealed, t!("pack-form-sealed"), t!("pack-form-sealed.hint"))}
                }
            }
            if form() == Form::Sealed {
                Field { id: "pack-password", label: t!("pack-password"), wrong: wrong(),
                    hint: t!("pack-password.hint"),
                    kind: if shown() { FieldKind::Line } else { FieldKind::Secret },
                    oninput: move |text| password.set(Zeroizing::new(text)),
                }
                Rows { icons: false, Switch { title: t!("word-show-typed"), on: shown(), onchange: move |on| shown.set(on) } }
            }
            if !ON_A_PHONE {
                Field { id: "pack-folder", label: t!("pack-folder"), initial: folder.peek().clone(), hint: folder_hint,
                    oninput: move |text| folder.set(text),
                }
            }
            if let Some((done, of)) = working() { Working { words: t!("pack-form.working", percent = hundredths(done, of)) } }
            if let Some(told) = told() { WentWrong { told } }
        }
    }
}

/// This name, or one after it, in this folder, that nothing has yet. Makes the folder if it is not there.
fn free_place(dir: &Path, name: &str, form: Form) -> Option<PathBuf> {
    if !dir.is_absolute() {
        return None;
    }
    std::fs::create_dir_all(dir).ok()?;
    let end = if form == Form::Folder { "" } else { ".zip" };
    let names = (1..1000).map(|n| if n == 1 { format!("{name}{end}") } else { format!("{name} ({n}){end}") });
    names.map(|name| dir.join(name)).find(|place| std::fs::symlink_metadata(place).is_err())
}

fn no_folder() -> Told {
    Told {
        happened: t!("pack-no-folder").to_owned(),
        safe: t!("pack-no-folder.safe").to_owned(),
        to_do: t!("pack-no-folder.to-do").to_owned(),
    }
}
