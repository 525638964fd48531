//! What is asked of Android, as plain data: each intent can be looked at without a phone.

use super::java::{
    BROWSABLE, CREATE_DOCUMENT, DIAL, MAY_READ, NEW_TASK, OPEN_DOCUMENT, OPENABLE, SEND, SENDTO, TITLE, VIEW,
};
use crate::domain::ports::Wanted;
use crate::platform::address;

/// The extra in which messaging apps look for the words.
pub const SMS_BODY: &str = "sms_body";

/// An intent, ready to be built.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Intent {
    /// What is to be done.
    pub action: &'static str,
    /// With what: an address.
    pub data: Option<String>,
    /// A category, if it needs one.
    pub category: Option<&'static str>,
    /// The media type of what is handed over.
    pub mime: Option<String>,
    /// The `content:` address of what is handed over.
    pub stream: Option<String>,
    /// Words beside the address, under their names.
    pub words: Option<(&'static str, String)>,
    /// Media types of which any will do.
    pub mimes: &'static [&'static str],
    /// Whether several may be chosen.
    pub many: bool,
    /// Flags for the other app.
    pub flags: i32,
    /// Whether the system asks which app to take, every time.
    pub chooser: bool,
}

// No number, no address and no word of hers is printed.
impl std::fmt::Debug for Intent {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Intent").field("action", &self.action).field("flags", &self.flags).finish_non_exhaustive()
    }
}

/// Shows the dialer. `None` if it is not a plain number.
pub fn dial(number: &str) -> Option<Intent> {
    let data = Some(address::tel(number)?);
    Some(Intent { action: DIAL, data, flags: NEW_TASK, ..Intent::default() })
}

/// Opens the messages. `None` if it is not a plain number.
pub fn text(number: &str, body: &str) -> Option<Intent> {
    let data = Some(address::smsto(number)?);
    let words = (!body.is_empty()).then(|| (SMS_BODY, body.to_owned()));
    Some(Intent { action: SENDTO, data, words, flags: NEW_TASK, ..Intent::default() })
}

/// Opens a page in the browser. `None` if it is not one that may be opened.
pub fn page(url: &str) -> Option<Intent> {
    let data = Some(address::page(url)?.to_owned());
    Some(Intent { action: VIEW, data, category: Some(BROWSABLE), flags: NEW_TASK, ..Intent::default() })
}

/// Offers a file to other apps. `stream` is the address that the file provider lends for it.
pub fn share(stream: String, mime: &str) -> Intent {
    Intent {
        action: SEND,
        mime: Some(mime.to_owned()),
        stream: Some(stream),
        flags: NEW_TASK | MAY_READ,
        chooser: true,
        ..Intent::default()
    }
}

/// Opens the system's picker of documents. Each document stays as it is where it lies.
pub fn pick(wanted: Wanted) -> Intent {
    let mimes: &[&str] = match wanted {
        Wanted::PhotosAndFilms => &["image/*", "video/*"],
        Wanted::AnyFiles => &[],
    };
    Intent {
        action: OPEN_DOCUMENT,
        category: Some(OPENABLE),
        mime: Some("*/*".to_owned()),
        mimes,
        many: true,
        ..Intent::default()
    }
}

/// Asks where a new document goes. `name` is what is offered.
pub fn create(name: &str, mime: &str) -> Intent {
    Intent {
        action: CREATE_DOCUMENT,
        category: Some(OPENABLE),
        mime: Some(mime.to_owned()),
        words: Some((TITLE, name.to_owned())),
        ..Intent::default()
    }
}
