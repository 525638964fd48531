//! A piece that a page of the guidance has to hold.

use serde::Deserialize;
use steadfast::guidance::Library;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Held {
    pub says: String,
    pub page: String,
    pub phrase: String,
}

/// Why a piece cannot be found, or nothing.
pub fn missing_from_page(library: &Library, held: &Held) -> Option<String> {
    let Some(page) = library.page(&held.page) else {
        return Some(format!("{}: no page `{}`", held.says, held.page));
    };
    let there = !held.phrase.trim().is_empty() && page.plain_text().contains(&held.phrase);
    (!there).then(|| format!("{}: `{}` does not say `{}`", held.says, held.page, held.phrase))
}
