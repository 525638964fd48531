//! Files by Android's own picker: what she chooses is read as its app hands it over, and a copy is put where she says.

use super::AndroidError;
use super::ask::{Answer, Pending, aside};
use super::intent::{self, Intent};
use super::java::RESULT_OK;
use crate::domain::ports::{Copied, Locating, PhoneError, PickedFile, Picker, Wanted};
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;
use std::sync::Arc;

/// What is asked of Android about documents.
pub trait Documents: Send + Sync {
    /// Opens another app that answers with addresses of documents.
    ///
    /// # Errors
    /// When there is none for it, or the screen is gone.
    fn ask_with(&self, intent: &Intent) -> Result<Pending, AndroidError>;

    /// What the document's app says of it. May take long.
    ///
    /// # Errors
    /// When it says nothing.
    fn describe(&self, document: &str) -> Result<Described, AndroidError>;

    /// Opens a document. May take long: it may lie on the network.
    ///
    /// # Errors
    /// When its app does not open it.
    fn open(&self, document: &str, to: Open) -> Result<OpenDocument, AndroidError>;

    /// Takes a document away.
    ///
    /// # Errors
    /// When its app does not do it.
    fn delete(&self, document: &str) -> Result<(), AndroidError>;
}

/// What a document is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// To read it.
    Read,
    /// To write it anew.
    Write,
}

/// What a document's app says of it.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Described {
    /// Its name.
    pub name: Option<String>,
    /// Its bytes.
    pub size: Option<u64>,
}

/// How a document is closed with its app.
pub type Close = Box<dyn FnOnce() -> Result<(), AndroidError> + Send>;

/// A document that is open. Its app is told when it is closed.
pub struct OpenDocument {
    /// Its bytes.
    pub file: File,
    close: Option<Close>,
}

impl OpenDocument {
    /// With the way in which its app is told.
    pub fn new(file: File, close: Close) -> Self {
        Self { file, close: Some(close) }
    }

    /// Closes it.
    ///
    /// # Errors
    /// When its app says that it went wrong.
    pub fn close(mut self) -> Result<(), AndroidError> {
        self.close.take().map_or(Ok(()), |close| close())
    }
}

impl Drop for OpenDocument {
    fn drop(&mut self) {
        if let Some(close) = self.close.take() {
            let _ = close();
        }
    }
}

/// Android's picker of documents. Not its picker of photos, which takes the place out of them.
pub struct AndroidPicker<S> {
    system: Arc<S>,
}

impl<S: Documents + 'static> AndroidPicker<S> {
    /// The one that this system has.
    pub fn on(system: Arc<S>) -> Self {
        Self { system }
    }
}

impl<S: Documents + 'static> Picker for AndroidPicker<S> {
    fn here(&self) -> bool {
        true
    }

    fn pick(&self, wanted: Wanted) -> Option<Locating<Result<Vec<PickedFile>, PhoneError>>> {
        let system = self.system.clone();
        let pending = match system.ask_with(&intent::pick(wanted)) {
            Err(AndroidError::NoApp) => return None,
            other => other,
        };
        Some(Box::pin(async move {
            let Some(answer) = pending?.answer().await else { return Err(PhoneError::Refused) };
            let documents = chosen(answer);
            if documents.is_empty() {
                return Ok(Vec::new());
            }
            aside(move || documents.into_iter().map(|document| picked(&system, document)).collect())
                .await
                .ok_or(PhoneError::Refused)
        }))
    }
}

/// What she chose, each once and in order. Android gives the first of several twice.
fn chosen(answer: Answer) -> Vec<String> {
    let mut chosen: Vec<String> = Vec::new();
    if answer.code == RESULT_OK {
        for document in answer.words {
            if !chosen.contains(&document) {
                chosen.push(document);
            }
        }
    }
    chosen
}

/// One document. It is opened when it is read: what cannot be opened fails then, by itself, and loses none of the others.
fn picked<S: Documents + 'static>(system: &Arc<S>, document: String) -> PickedFile {
    let said = system.describe(&document).unwrap_or_default();
    PickedFile {
        name: said.name.unwrap_or_default(),
        size: said.size,
        bytes: Box::new(Slices { system: system.clone(), document, open: None }),
    }
}

struct Slices<S> {
    system: Arc<S>,
    document: String,
    open: Option<OpenDocument>,
}

impl<S: Documents> Read for Slices<S> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let open = match self.open.take() {
            Some(open) => open,
            None => {
                self.system.open(&self.document, Open::Read).map_err(|error| io::Error::other(error.to_string()))?
            }
        };
        self.open.insert(open).file.read(to)
    }
}

/// Asks her where to, and puts a copy there. `None`: no app can take it.
pub fn save<S: Documents + 'static>(
    system: &Arc<S>,
    file: &Path,
    name: &str,
    mime: &str,
) -> Option<Locating<Result<Copied, PhoneError>>> {
    // Before she is asked: nothing to copy is no reason to choose a place.
    let source = File::open(file).map_err(|_| PhoneError::Refused);
    let pending =
        match source.as_ref().map_or(Err(AndroidError::Refused), |_| system.ask_with(&intent::create(name, mime))) {
            Err(AndroidError::NoApp) => return None,
            other => other,
        };
    let system = system.clone();
    Some(Box::pin(async move {
        let (source, mut pending) = (source?, pending?);
        let Some(answer) = pending.answer().await else { return Err(PhoneError::Refused) };
        let Some(document) = chosen(answer).into_iter().next() else { return Ok(Copied::Nowhere) };
        let copied = aside(move || {
            let copied = copy(&*system, source, &document);
            if copied.is_err() {
                // Half a pack must not be taken for one.
                let _ = system.delete(&document);
            }
            copied
        });
        copied.await.unwrap_or(Err(NotWhole)).map(|()| Copied::Whole).map_err(|_| PhoneError::Refused)
    }))
}

/// The copy is not whole.
#[derive(Debug)]
struct NotWhole;

impl From<io::Error> for NotWhole {
    fn from(_: io::Error) -> Self {
        Self
    }
}

impl From<AndroidError> for NotWhole {
    fn from(_: AndroidError) -> Self {
        Self
    }
}

/// Copies, brings it to the disk, and looks how long it has become.
fn copy(system: &impl Documents, mut source: File, document: &str) -> Result<(), NotWhole> {
    let length = source.metadata()?.len();
    let mut target = system.open(document, Open::Write)?;
    let copied = io::copy(&mut source, &mut target.file)?;
    target.file.flush()?;
    let lies_here = target.file.metadata()?.is_file();
    let mut arrived = copied;
    if lies_here {
        target.file.sync_all()?;
        arrived = target.file.metadata()?.len();
    }
    target.close()?;
    if !lies_here {
        // A pipe into another app: only what can be read from there again has arrived.
        arrived = io::copy(&mut system.open(document, Open::Read)?.file, &mut io::sink())?;
    }
    if copied == length && arrived == length { Ok(()) } else { Err(NotWhole) }
}

#[cfg(test)]
#[path = "documents_tests.rs"]
mod tests;
