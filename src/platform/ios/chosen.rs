//! What she picks in iOS's own pickers: photos and films as they lie in the library, and files where they lie. Each is fetched
//! only when it is read, one after another, so that a film takes the room of one copy at the most, and none of ours is left.

use super::AppleError;
use crate::domain::ports::{Locating, PhoneError, PickedFile, Picker, Wanted};
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::sync::Arc;
use std::time::Duration;

/// The two pickers.
pub trait Sheets: Send + Sync + 'static {
    /// Puts up the picker of photos and films, and waits until she is done. Nothing chosen is an empty list.
    fn photos(&self) -> Locating<Result<Vec<Box<dyn Item>>, AppleError>>;

    /// The same with files.
    fn files(&self) -> Locating<Result<Vec<Box<dyn Item>>, AppleError>>;
}

/// One thing that she chose.
pub trait Item: Send {
    /// What it is called, as far as iOS says. A photo's has no ending.
    fn name(&self) -> String;

    /// Its bytes, where iOS knows without fetching it.
    fn size(&self) -> Option<u64>;

    /// The forms that iOS would hand it over in, the one nearest to what was taken first. A file has none.
    fn forms(&self) -> Vec<Form>;

    /// Has it fetched in this form.
    fn fetch(&self, form: Option<&str>) -> Box<dyn Fetching>;
}

/// One form of a photo or film.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// What iOS calls it, such as `public.heic`.
    pub identifier: String,
    /// Whether it is one file with a picture or a film in it. A live photo as a whole is a folder.
    pub is_media: bool,
    /// The usual ending of such a file.
    pub ending: Option<String>,
}

/// A fetch that is under way. Dropped, it is called off.
pub trait Fetching: Send {
    /// Waits for so long. `None`: it is still coming.
    fn wait(&mut self, at_most: Duration) -> Option<Result<File, NoLoad>>;

    /// How much of it is here, from 0 to 1; `None` where iOS does not say.
    fn progress(&self) -> Option<f64>;
}

/// Why iOS could not hand it over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoLoad {
    /// An error of Foundation's (`NSCocoaErrorDomain`).
    Foundation(i64),
    /// An error of the system's (`NSPOSIXErrorDomain`).
    System(i32),
    /// An error of the network's (`NSURLErrorDomain`): it lies in iCloud only.
    Network,
    /// It could not be opened.
    Opening(ErrorKind),
    /// Something else.
    Other,
}

impl NoLoad {
    /// What an error of this domain with this code means.
    pub fn of(domain: &str, code: i64) -> Self {
        match domain {
            "NSCocoaErrorDomain" => Self::Foundation(code),
            "NSPOSIXErrorDomain" => i32::try_from(code).map_or(Self::Other, Self::System),
            "NSURLErrorDomain" => Self::Network,
            _ => Self::Other,
        }
    }

    /// Never [`ErrorKind::Interrupted`], after which a reader tries again for ever.
    fn kind(self) -> ErrorKind {
        let kind = match self {
            // `FoundationErrors.h`: no such file to read or to open; not allowed; no room.
            Self::Foundation(4 | 260) => ErrorKind::NotFound,
            Self::Foundation(257 | 513) => ErrorKind::PermissionDenied,
            Self::Foundation(640) => ErrorKind::StorageFull,
            Self::Foundation(_) | Self::Other => ErrorKind::Other,
            Self::System(code) => io::Error::from_raw_os_error(code).kind(),
            Self::Network => ErrorKind::NotConnected,
            Self::Opening(kind) => kind,
        };
        if kind == ErrorKind::Interrupted { ErrorKind::Other } else { kind }
    }
}

/// The port, kept by iOS's pickers.
pub struct ApplePicker<S>(Arc<S>);

impl<S: Sheets> ApplePicker<S> {
    /// A picker on this system.
    pub fn on(system: S) -> Self {
        Self(Arc::new(system))
    }
}

impl<S: Sheets> Picker for ApplePicker<S> {
    fn here(&self) -> bool {
        true
    }

    fn pick(&self, wanted: Wanted) -> Option<Locating<Result<Vec<PickedFile>, PhoneError>>> {
        let chosen = match wanted {
            Wanted::PhotosAndFilms => self.0.photos(),
            Wanted::AnyFiles => self.0.files(),
        };
        Some(Box::pin(async move { Ok(chosen.await?.into_iter().map(picked).collect()) }))
    }
}

fn picked(item: Box<dyn Item>) -> PickedFile {
    let forms = item.forms();
    // The nearest to what was taken that is one file; a form that is none of ours rather than nothing.
    let form = forms.iter().find(|form| form.is_media).or(forms.first()).cloned();
    let ending = form.as_ref().and_then(|form| form.ending.as_deref());
    PickedFile {
        name: named(item.name(), ending),
        size: item.size(),
        bytes: Box::new(Late::Waiting(item, form.map(|form| form.identifier))),
    }
}

/// A photo's name with the ending that its form has, unless it has it already.
fn named(name: String, ending: Option<&str>) -> String {
    match ending {
        Some(ending) if !name.is_empty() && !ends_with(&name, ending) => format!("{name}.{ending}"),
        _ => name,
    }
}

fn ends_with(name: &str, ending: &str) -> bool {
    let last = name.rsplit_once('.').map(|(_, last)| last.to_ascii_lowercase());
    let ending = ending.to_ascii_lowercase();
    last.is_some_and(|last| {
        last == ending || (last == "jpg" && ending == "jpeg") || (last == "jpeg" && ending == "jpg")
    })
}

/// How long one look at a fetch takes.
const LOOK: Duration = Duration::from_secs(1);
/// After so many looks without any progress it is given up.
const PATIENCE: u32 = 180;
/// The same where iOS does not tell how far it is.
const BLIND_PATIENCE: u32 = 600;

/// A file that is fetched when it is first read.
enum Late {
    Waiting(Box<dyn Item>, Option<String>),
    Open(File),
    /// Said again at each read: an end that looks like the end of the file would make a torn film look whole.
    Failed(ErrorKind),
}

impl Read for Late {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if let Self::Waiting(item, form) = self {
            *self = match fetched(item.fetch(form.as_deref())) {
                Ok(file) => Self::Open(file),
                Err(kind) => Self::Failed(kind),
            };
        }
        match self {
            Self::Open(file) => file.read(into),
            Self::Failed(kind) => Err((*kind).into()),
            Self::Waiting(..) => Err(ErrorKind::Other.into()),
        }
    }
}

fn fetched(mut fetching: Box<dyn Fetching>) -> Result<File, ErrorKind> {
    let (mut before, mut still) = (fetching.progress(), 0);
    loop {
        if let Some(came) = fetching.wait(LOOK) {
            return came.map_err(NoLoad::kind);
        }
        let now = fetching.progress();
        still = if now == before { still + 1 } else { 0 };
        before = now;
        if still >= if now.is_some() { PATIENCE } else { BLIND_PATIENCE } {
            return Err(ErrorKind::TimedOut);
        }
    }
}

#[cfg(test)]
#[path = "chosen_tests.rs"]
mod tests;
