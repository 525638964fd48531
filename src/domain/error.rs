//! What the rules refuse, in words that can stand on the screen. None of them repeats what she wrote.

/// One thing that is wrong with a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Neither text, nor a kind, nor a time.
    #[error("There is nothing in it yet. Write a few words, or choose what kind of thing it was.")]
    NothingSaid,
    /// A time that has not come yet.
    #[error("The time lies in the future. Check the day and the hour.")]
    InTheFuture,
    /// A span the wrong way round.
    #[error("The end lies before the beginning. Check both times.")]
    EndsBeforeItBegins,
    /// Nought, or absurdly many.
    #[error("The count must be a whole number from 1 to 1,000,000.")]
    Count,
    /// No such place.
    #[error("The position is not a place on earth. Latitude goes from -90 to 90, longitude from -180 to 180.")]
    NotOnEarth,
    /// Over [`super::MAX_TEXT`].
    #[error("One of the texts is longer than 100,000 characters. Put the rest in another entry.")]
    TextTooLong,
    /// Over [`super::MAX_LIST`].
    #[error("One of the lists has more than 100 items. Put the rest in another entry.")]
    ListTooLong,
    /// A form that this program does not know.
    #[error("This entry has version {0}. This program reads version 1. A newer Steadfast may read it.")]
    OtherVersion(u32),
}

/// What can go wrong between a record and its fields.
#[derive(Debug, thiserror::Error)]
pub enum DomainError {
    /// The record could not be written as fields.
    #[error("the record could not be written down")]
    Encode,
    /// The fields are not a record that this program knows.
    #[error("a record is of a kind, or holds something, that this program does not know")]
    Decode,
}
