//! What an entry held when the form to correct it was opened: how many files, and up to which record. After saving, the
//! journal itself then tells whether anything new was written.

use crate::domain::RecordId;
use crate::session::EntryView;
use crate::ui::given::Given;
use dioxus::prelude::*;

/// The entry as it was.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Before {
    /// How many files are in it.
    pub files: usize,
    /// The number of the last record that belonged to it.
    pub last: Option<u64>,
}

impl Before {
    fn of(view: &EntryView) -> Self {
        Self { files: view.files.len(), last: view.last_seq() }
    }
}

/// Reads it once. `None`: it is no correction, or is not read yet.
pub fn use_before(of: Option<RecordId>) -> Signal<Option<Before>> {
    let given = use_context::<Given>();
    let mut before = use_signal(|| None);
    use_hook(|| {
        // Asked at once, so that whatever is saved comes after it.
        let Some(asked) = of.map(|of| given.session.entry(of)) else { return };
        spawn(async move {
            if let Ok(view) = asked.await {
                before.set(Some(Before::of(&view)));
            }
        });
    });
    before
}

/// What came of saving a correction.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Came {
    /// The journal is being asked.
    Asking,
    /// Nothing new stands in it.
    Nothing,
    /// Something does, or it cannot be told.
    Something,
}

/// Asks the journal what came of saving.
pub fn use_came(id: RecordId, corrected: bool, before: Option<Before>) -> Came {
    let given = use_context::<Given>();
    let now = use_resource(move || {
        let session = given.session.clone();
        async move { if corrected { session.entry(id).await.ok().and_then(|view| view.last_seq()) } else { None } }
    });
    let before = before.and_then(|before| before.last);
    match &*now.read() {
        _ if !corrected => Came::Something,
        None => Came::Asking,
        Some(now) if now.is_some() && *now == before => Came::Nothing,
        Some(_) => Came::Something,
    }
}
