//! Making an update: for whoever signs the texts, and for tests.

use super::{Body, FIRST_WORD, FORM, UpdateRefusal, faulty};
use crate::guidance::SourceTexts;
use crate::guidance::built_in::ENGLISH;
use base64::Engine;
use jiff::civil::Date;

/// One signed file of these texts. Institutions are left out: an update carries none. Nothing is judged here: read it
/// with [`super::Update::read`] before it is given out.
///
/// # Errors
/// [`UpdateRefusal::Faulty`] if the questions are missing or it cannot be written as JSON.
pub fn issue(
    number: u32,
    issued: Date,
    texts: SourceTexts<'_>,
    sign: &dyn Fn(&[u8]) -> [u8; 64],
) -> Result<Vec<u8>, UpdateRefusal> {
    let asking = texts.asking.ok_or_else(|| faulty("`is-this-stalking.toml` is missing".to_owned()))?;
    let pages = texts.pages.iter().map(|(id, text)| (format!("guidance/{id}.md"), (*text).to_owned()));
    let lists = [("directory.toml", texts.directory), ("is-this-stalking.toml", asking)];
    let lists = lists.into_iter().map(|(name, text)| (name.to_owned(), text.to_owned()));
    let body = Body { locale: ENGLISH.to_owned(), number, issued, files: pages.chain(lists).collect() };
    let body = serde_json::to_vec(&body).map_err(|error| faulty(error.to_string()))?;
    let first = format!("{FIRST_WORD} {FORM} {}\n", body.len());
    let signature = sign(&[first.as_bytes(), &body].concat());
    let signature = base64::engine::general_purpose::STANDARD.encode(signature);
    Ok([first.as_bytes(), signature.as_bytes(), b"\n", &body].concat())
}
