//! Guidance that is newer than the program: one signed file, taken whole or not at all.
//!
//! A number changes, a law starts; the program may be a year old. So newer texts can be taken, if she asks for it, and
//! only texts that were signed by the key that the program was built with. Anything else is refused in words, and what
//! was there stays. The signature is checked by a closure, since this room holds no cipher.
//!
//! # The file
//!
//! ```text
//! steadfast-content 3 <bytes of the body>\n
//! <Ed25519 signature, base64>\n
//! <body: JSON>
//! ```
//!
//! Signed are the first line, with its end, and the body after it. The body is [`Body`]: `number` counts up by one for
//! each issue, `files` are named as in `content/en-GB/`. The form counts up when the form of the texts changes: form 1 had
//! questions without `[headings]` and `comfort`, and no `x ` before what not to do; form 2 had no `found_by`
//! and no `call` and `text` on pages.

#[cfg(feature = "net")]
mod fetch;
mod issue;
mod kept;

#[cfg(feature = "net")]
pub use fetch::{Address, Fetcher};
pub use issue::issue;
pub use kept::{Kept, Undone};

use super::built_in::ENGLISH;
use super::check::check;
use super::{Library, SourceTexts};
use base64::Engine;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use thiserror::Error;

/// The most bytes that an update may have. Nothing larger is read to its end.
pub const LARGEST_UPDATE: usize = 4 * 1024 * 1024;
/// The number of the texts that are built into this program.
pub const BUILT_IN_NUMBER: u32 = 1;

/// The only form that this program reads.
const FORM: &str = "3";
/// Forms that earlier programs read.
const OLDER_FORMS: [&str; 2] = ["1", "2"];
const FIRST_WORD: &str = "steadfast-content";

/// True if the signature was made over the message by the key that the program was built with.
pub type Verify<'a> = &'a dyn Fn(&[u8], &[u8; 64]) -> bool;

/// Texts that were signed, are newer, and hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Update {
    number: u32,
    issued: Date,
    pages: BTreeMap<String, String>,
    directory: String,
    asking: String,
}

/// Why an update is refused. What was there stays.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum UpdateRefusal {
    /// More than [`LARGEST_UPDATE`] bytes.
    #[error("The update is too large to be one of ours. What you have stays.")]
    TooLarge,
    /// It does not begin as an update does, or has no signature.
    #[error("What came is not a signed update. What you have stays.")]
    Unsigned,
    /// It is for a newer program.
    #[error("This update is for a newer Steadfast. What you have stays.")]
    NewerForm,
    /// It is for an older program.
    #[error("This update is for an older Steadfast. What you have stays.")]
    OlderForm,
    /// Its end is missing, or something was added to it.
    #[error("The update did not arrive whole. What you have stays. You can try again.")]
    NotWhole,
    /// It was signed by somebody else, or changed after it was signed.
    #[error("The update was not signed by us, or was changed on the way. What you have stays.")]
    WrongKey,
    /// It is not newer than what is there.
    #[error("You have the newest guidance already.")]
    NotNewer,
    /// It was signed, and cannot be used.
    #[error("The update cannot be used: {problem}. What you have stays.")]
    Faulty {
        /// What is wrong, for whoever made it.
        problem: String,
    },
    /// The address is not `https://`, or leads to one that is not.
    #[error("The address of the update is not a secure one. What you have stays.")]
    NotSecure,
    /// Nothing came.
    #[error("The update could not be fetched. What you have stays. You can try again later.")]
    NoAnswer,
    /// The program was built without a key to check a signature with. Nothing was asked for.
    #[error("This build has no key for updates. What you have stays.")]
    NoKey,
    /// It could not be written.
    #[error("The update could not be kept on this device. What you have stays.")]
    Disk,
}

/// The signed JSON.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Body {
    locale: String,
    number: u32,
    issued: Date,
    files: BTreeMap<String, String>,
}

impl Update {
    /// Reads an update: its size, its form, its length, its signature, and only then what it says. It must be newer
    /// than number `than`, have every page that this program leads to, and pass every check that what is built in
    /// passes; age alone is no fault.
    ///
    /// # Errors
    /// Says in words why it is refused.
    pub fn read(bytes: &[u8], verify: Verify<'_>, than: u32, today: Date) -> Result<Self, UpdateRefusal> {
        let update = Self::signed(bytes, verify)?;
        if update.number <= than {
            return Err(UpdateRefusal::NotNewer);
        }
        update.holds(today)?;
        Ok(update)
    }

    /// Its number: each issue has one more than the one before.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.number
    }

    /// The day on which it was signed.
    #[must_use]
    pub fn issued(&self) -> Date {
        self.issued
    }

    /// The guidance in it. Institutions are not in an update; the built-in ones stay.
    ///
    /// # Errors
    /// [`UpdateRefusal::Faulty`] if not one page can be read.
    pub fn library(&self) -> Result<Library, UpdateRefusal> {
        self.with_texts(Library::read).map_err(|error| faulty(error.to_string()))
    }

    fn signed(bytes: &[u8], verify: Verify<'_>) -> Result<Self, UpdateRefusal> {
        if bytes.len() > LARGEST_UPDATE {
            return Err(UpdateRefusal::TooLarge);
        }
        let (first, rest) = line(bytes).ok_or(UpdateRefusal::Unsigned)?;
        let words: Vec<&str> = std::str::from_utf8(first).map_or_else(|_| Vec::new(), |line| line.split(' ').collect());
        let length: usize = match words.as_slice() {
            [FIRST_WORD, FORM, length] => length.parse().map_err(|_| UpdateRefusal::Unsigned)?,
            [FIRST_WORD, form, ..] if OLDER_FORMS.contains(form) => return Err(UpdateRefusal::OlderForm),
            [FIRST_WORD, _, ..] => return Err(UpdateRefusal::NewerForm),
            _ => return Err(UpdateRefusal::Unsigned),
        };
        let (signature, body) = line(rest).ok_or(UpdateRefusal::NotWhole)?;
        let signature: [u8; 64] = base64::engine::general_purpose::STANDARD
            .decode(signature)
            .ok()
            .and_then(|signature| signature.try_into().ok())
            .ok_or(UpdateRefusal::Unsigned)?;
        if body.len() != length {
            return Err(UpdateRefusal::NotWhole);
        }
        let message = [first, b"\n", body].concat();
        if !verify(&message, &signature) {
            return Err(UpdateRefusal::WrongKey);
        }
        let body: Body = serde_json::from_slice(body).map_err(|error| faulty(error.to_string()))?;
        Self::from_body(body)
    }

    fn from_body(body: Body) -> Result<Self, UpdateRefusal> {
        if body.locale != ENGLISH {
            return Err(faulty(format!("it is for `{}`", body.locale)));
        }
        let mut files = body.files;
        let mut wanted = |name: &str| files.remove(name).ok_or_else(|| faulty(format!("`{name}` is missing")));
        let (directory, asking) = (wanted("directory.toml")?, wanted("is-this-stalking.toml")?);
        let mut pages = BTreeMap::new();
        for (name, text) in files {
            let id = name.strip_prefix("guidance/").and_then(|name| name.strip_suffix(".md"));
            let id = id.filter(|id| id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'));
            let id = id.ok_or_else(|| faulty(format!("`{name}` has no place in it")))?;
            pages.insert(id.to_owned(), text);
        }
        Ok(Self { number: body.number, issued: body.issued, pages, directory, asking })
    }

    /// The checks of what is built in, and nothing that the screens lead to is missing.
    fn holds(&self, today: Date) -> Result<(), UpdateRefusal> {
        // A clock that runs behind does not make what was signed a thing of the future.
        let today = today.max(self.issued);
        if let Some(fault) = self.with_texts(|texts| check(texts, today)).iter().find(|finding| finding.is_fault()) {
            return Err(faulty(fault.to_string()));
        }
        let library = self.library()?;
        if let Some((id, _)) = SourceTexts::built_in().pages.iter().find(|(id, _)| library.page(id).is_none()) {
            return Err(faulty(format!("page `{id}` is missing")));
        }
        let emergency = library.directory().entry("emergency-999").and_then(|entry| entry.number.as_ref());
        if emergency.is_none_or(|number| number.dial() != "999") || library.asking().is_none() {
            return Err(faulty("999 is missing".to_owned()));
        }
        Ok(())
    }

    fn with_texts<T>(&self, read: impl FnOnce(SourceTexts<'_>) -> T) -> T {
        let pages: Vec<(&str, &str)> = self.pages.iter().map(|(id, text)| (id.as_str(), text.as_str())).collect();
        read(SourceTexts {
            pages: &pages,
            directory: &self.directory,
            asking: Some(&self.asking),
            institutions: SourceTexts::built_in().institutions,
        })
    }
}

/// The first line, without its end, and what follows.
fn line(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let (first, rest) = bytes.split_at_checked(end)?;
    Some((first, rest.get(1..)?))
}

fn faulty(problem: String) -> UpdateRefusal {
    UpdateRefusal::Faulty { problem }
}
