//! What can be wrong with the built-in texts.

use thiserror::Error;

/// A fault in `content/`. It names the page or entry and what is wrong; nothing in it comes from the person.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum GuidanceError {
    /// The file does not begin with a header between two `+++` lines.
    #[error("page `{page}` has no header between +++ lines")]
    NoHeader {
        /// The page's id.
        page: String,
    },
    /// The header cannot be read, or lacks something a reader needs.
    #[error("page `{page}`: header: {problem}")]
    Header {
        /// The page's id.
        page: String,
        /// What is wrong with it.
        problem: String,
    },
    /// The text holds something that has no typed form here.
    #[error("page `{page}`: {problem}")]
    Body {
        /// The page's id.
        page: String,
        /// What is wrong with it.
        problem: String,
    },
    /// A page names a page, an entry or a number that is not there. The page itself is kept.
    #[error("page `{page}` names `{target}`, which is not there")]
    Unresolved {
        /// The page's id.
        page: String,
        /// What it points to.
        target: String,
    },
    /// The directory file as a whole cannot be read.
    #[error("directory: {problem}")]
    Directory {
        /// What is wrong with it.
        problem: String,
    },
    /// One entry of the directory cannot be read, and is left out.
    #[error("directory entry `{id}`: {problem}")]
    Entry {
        /// The entry's id, or its place in the file where it has none.
        id: String,
        /// What is wrong with it.
        problem: String,
    },
    /// An institution's file cannot be read, and is left out.
    #[error("institution `{id}`: {problem}")]
    Institution {
        /// The file's name without its ending.
        id: String,
        /// What is wrong with it.
        problem: String,
    },
    /// The questions of "Is this stalking?" cannot be read, and are left out.
    #[error("is-this-stalking: {problem}")]
    Asking {
        /// What is wrong with them.
        problem: String,
    },
    /// Another language says something other than English does. English stands in its place.
    #[error("{place} is not as in English: {problem}")]
    Unlike {
        /// The page, entry or file.
        place: String,
        /// What is wrong with it.
        problem: String,
    },
    /// A fault in another language. English stands in its place.
    #[error("{language}: {fault}")]
    Translated {
        /// The tag of the language.
        language: String,
        /// What is wrong.
        fault: Box<GuidanceError>,
    },
    /// Two pages, entries or institutions have one id; the second is left out.
    #[error("`{id}` is there twice")]
    Twice {
        /// The id.
        id: String,
    },
    /// Not one page and not one entry could be read.
    #[error("no guidance could be read")]
    NothingReadable,
}
