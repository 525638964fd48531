//! Fills an empty journal with the made-up story of `content/demo/`. It is fiction. Not in the phone build.

use serde::Deserialize;

use super::core::Core;
use super::{Reply, Session, SessionError};
use crate::domain::{CameBy, EntryDraft, Moment, RecordId, When};
use crate::vault::Attempt;

/// The story: one entry a line.
const STORY: &str = include_str!("../../content/demo/journal.jsonl");

#[derive(Deserialize)]
struct Line {
    recorded: When,
    entry: EntryDraft,
    #[serde(default)]
    corrections: Vec<Correction>,
    #[serde(default)]
    files: Vec<String>,
}

#[derive(Deserialize)]
struct Correction {
    recorded: When,
    why: Option<String>,
    entry: EntryDraft,
}

/// What happens next in the story.
enum Step {
    Entry { line: usize, draft: Box<EntryDraft>, files: Vec<String> },
    Correction { line: usize, draft: Box<EntryDraft>, why: Option<String> },
}

/// The passphrase of the made-up journal. It protects nothing.
pub const DEMO_PASSPHRASE: &str = "this is a made-up story";

impl Session {
    /// Opens the made-up journal: makes and fills it the first time.
    pub fn open_demo(&self) -> Reply<()> {
        self.ask(|core| {
            let passphrase = DEMO_PASSPHRASE.to_owned().into();
            match core.set_up(&passphrase) {
                Ok(()) => core.fill_with_demo()?,
                Err(SessionError::AlreadyThere) => core.unlock(Attempt::Typed(&passphrase))?,
                Err(error) => return Err(error),
            }
            core.changed();
            Ok(())
        })
    }

    /// Records the story, at its own times, in the journal that is open.
    pub fn fill_with_demo(&self) -> Reply<()> {
        self.ask(|core| {
            core.fill_with_demo()?;
            core.changed();
            Ok(())
        })
    }
}

impl Core {
    fn fill_with_demo(&mut self) -> Result<(), SessionError> {
        let mut steps = Vec::new();
        for (line, text) in STORY.lines().filter(|text| !text.trim().is_empty()).enumerate() {
            let told: Line = serde_json::from_str(text).map_err(|_| SessionError::Record)?;
            steps.push((told.recorded, Step::Entry { line, draft: Box::new(told.entry), files: told.files }));
            for fix in told.corrections {
                steps.push((fix.recorded, Step::Correction { line, draft: Box::new(fix.entry), why: fix.why }));
            }
        }
        steps.sort_by(|a, b| a.0.cmp(&b.0));
        let mut ids: Vec<(usize, RecordId)> = Vec::new();
        for (recorded, step) in steps {
            let now = Moment { at: recorded, boot_ms: None };
            match step {
                Step::Entry { line, draft, files } => {
                    let mut held = Vec::new();
                    for name in files {
                        let mut bytes = picture(&name).ok_or(SessionError::NoSuchFile)?;
                        held.push(self.take_in(Some(name), CameBy::Picked, bytes.len() as u64, &mut bytes)?);
                    }
                    ids.push((line, self.record(now, *draft, held)?));
                }
                Step::Correction { line, draft, why } => {
                    let of = ids.iter().find(|(of, _)| *of == line).ok_or(SessionError::NoSuchEntry)?.1;
                    self.correct(now, of, *draft, why)?;
                }
            }
        }
        Ok(())
    }
}

fn picture(name: &str) -> Option<&'static [u8]> {
    PICTURES.iter().find(|(found, _)| *found == name).map(|(_, bytes)| *bytes)
}

/// The pictures that were drawn for it.
const PICTURES: &[(&str, &[u8])] = &[
    ("bus-stop.jpg", include_bytes!("../../content/demo/bus-stop.jpg")),
    ("card-on-mat.jpg", include_bytes!("../../content/demo/card-on-mat.jpg")),
    ("flowers-on-step.jpg", include_bytes!("../../content/demo/flowers-on-step.jpg")),
    ("missed-calls.png", include_bytes!("../../content/demo/missed-calls.png")),
    ("parked-car.jpg", include_bytes!("../../content/demo/parked-car.jpg")),
    ("three-texts.png", include_bytes!("../../content/demo/three-texts.png")),
];
