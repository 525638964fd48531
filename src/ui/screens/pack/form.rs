//! In which form the pack is made, and where it goes.

use super::{At, Chosen, percent, summary};
use crate::session::{Choice as PackChoice, PackForm, Preview, Told};
use crate::ui::components::{Button, Choice, Field, FieldKind, Glyph, Kind, Rows, Switch, WentWrong, Working};
use crate::ui::given::Given;
use crate::ui::shell::Screen;
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
            wrong.set(Some(
                "Use at least 8 characters. Four words that do not belong together are easy to say.".to_owned(),
            ));
            return;
        }
        let dir = PathBuf::from(folder.peek().trim());
        let Some(place) =
            free_place(&dir, &given.clock.now().to_zoned_datetime(given.clock.zone()).date().to_string(), form())
        else {
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
    rsx! {
        Screen { back: "What it gives away", on_back: move |()| at.set(At::GivesAway), gap: "gap-5",
            action: rsx! { Button { kind: Kind::Main, glyph: Glyph::FileText, label: if working().is_some() { "Making it" } else { "Make it" }, onclick: move |_| make.call(()) } },
            section { class: "stack gap-2", h1 { "Where is it going?" } p { class: "lead", {summary(&preview)} } }
            div { role: "radiogroup", aria_label: "Form",
                Rows { icons: false,
                    if !ON_A_PHONE { {line(Form::Folder, "For the police’s upload link", "A folder of ordinary files. Upload them one by one.")} }
                    {line(Form::Zip, "One file", "A ZIP without a password.")}
                    {line(Form::Sealed, "For e-mail or a USB stick", "A ZIP that opens with its password only.")}
                }
            }
            if form() == Form::Sealed {
                Field { id: "pack-password", label: "A password for this pack", wrong: wrong(),
                    hint: "At least 8 characters. Not your passphrase, and not your recovery words. Say it by phone, never in the same message.",
                    kind: if shown() { FieldKind::Line } else { FieldKind::Secret },
                    oninput: move |text| password.set(Zeroizing::new(text)),
                }
                Rows { icons: false, Switch { title: "Show what I type", on: shown(), onchange: move |on| shown.set(on) } }
            }
            if !ON_A_PHONE {
                Field { id: "pack-folder", label: "Folder", initial: folder.peek().clone(),
                    hint: if form() == Form::Sealed { "The ZIP is put here. Its name and size can be seen by anybody who uses this computer." }
                        else { "It is put here unlocked. Anybody who uses this computer can open it. A USB stick may be safer." },
                    oninput: move |text| folder.set(text),
                }
            }
            if let Some((done, of)) = working() { Working { words: "Making the pack. {percent(done, of)} done." } }
            if let Some(told) = told() { WentWrong { told } }
        }
    }
}

/// A name in this folder that nothing has yet, and nothing of hers in it. Makes the folder if it is not there.
fn free_place(dir: &Path, day: &str, form: Form) -> Option<PathBuf> {
    if !dir.is_absolute() {
        return None;
    }
    std::fs::create_dir_all(dir).ok()?;
    let end = if form == Form::Folder { "" } else { ".zip" };
    let names = (1..1000).map(|n| if n == 1 { format!("Pack {day}{end}") } else { format!("Pack {day} ({n}){end}") });
    names.map(|name| dir.join(name)).find(|place| std::fs::symlink_metadata(place).is_err())
}

fn no_folder() -> Told {
    Told {
        happened: "That folder cannot be used, so no pack was made.".to_owned(),
        safe: "Your journal is as it was.".to_owned(),
        to_do: "Type the whole name of a folder that you may write to, and make the pack again.".to_owned(),
    }
}
