//! What a pack gives away, counted before it is made.

use jiff::civil;

use super::journal::Journal;
use super::redact::{Counts, Found, Plan, Treatment};
use super::{Choice, PackError, Why};
use crate::domain::Record;
use crate::evidence::Committed;

/// Of one sort of thing: how often it is there, and whether it goes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reveals {
    /// In how many of the chosen entries it stands.
    pub entries: usize,
    /// In how many of these her own words, or another field, repeat it. If it is taken out, those texts go too.
    pub repeated: usize,
    /// Whether the choice takes it out.
    pub withheld: bool,
}

/// What a pack would give away.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Preview {
    /// Entries in it.
    pub entries: usize,
    /// Entries of the journal that are not in it. Withdrawn ones are not among them.
    pub left_out: usize,
    /// Entries that she withdrew: in no pack.
    pub withdrawn: usize,
    /// Corrections in it.
    pub corrections: usize,
    /// Files of the chosen entries, photos among them.
    pub files: usize,
    /// Photos and films.
    pub photos: usize,
    /// Whether photos and films are taken out.
    pub photos_withheld: bool,
    /// The first and the last day that it speaks of.
    pub days: Option<(civil::Date, civil::Date)>,
    /// Her home.
    pub home: Reveals,
    /// Her routine: places and hours on her way, at work, where she studies.
    pub routine: Reveals,
    /// Names of witnesses, friends and family.
    pub names_of_others: Reveals,
    /// Witnesses whose contact details go on the separate sheet.
    pub contacts: usize,
    /// Fields that are withheld, whatever for.
    pub withheld_fields: usize,
    /// Whether the pack says "selected by the writer".
    pub selected: bool,
}

/// Counts what a pack of these records with this choice would give away. Opens no file.
///
/// # Errors
/// [`PackError::Record`] when a record cannot be read.
pub fn preview(records: &[Committed], choice: &Choice) -> Result<Preview, PackError> {
    let journal = Journal::read(records)?;
    let plan = Plan::new(&journal, choice)?;
    let chosen = journal.chosen(choice);
    let all = journal.chosen(&Choice::default()).len();
    let files: Vec<usize> = chosen.iter().flat_map(|entry| entry.files.iter().copied()).collect();
    let is_photo = |index: &&usize| {
        matches!(journal.one(**index).map(|one| &one.record), Some(Record::File(file))
        if file.media_type.starts_with("image/") || file.media_type.starts_with("video/"))
    };
    let days = chosen.iter().map(|entry| journal.days(entry));
    let days = days.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
    let held = || {
        plan.records.iter().flat_map(|treatment| match treatment {
            Treatment::Shown(held) => held.values().map(|held| held.why).collect::<Vec<_>>(),
            Treatment::LeftOut(_) => Vec::new(),
        })
    };
    let Counts { home, routine, names } = plan.counts;
    let reveals = |found: Found, withheld| Reveals { entries: found.entries, repeated: found.in_words, withheld };
    Ok(Preview {
        entries: chosen.len(),
        left_out: all - chosen.len(),
        withdrawn: journal.withdrawn().count(),
        corrections: chosen.iter().map(|entry| entry.versions.len().saturating_sub(1)).sum(),
        files: files.len(),
        photos: files.iter().filter(is_photo).count(),
        photos_withheld: choice.withhold.photos,
        days,
        home: reveals(home, choice.withhold.home),
        routine: reveals(routine, choice.withhold.routine),
        names_of_others: reveals(names, choice.withhold.names_of_others),
        contacts: held().filter(|why| *why == Why::Contact).count(),
        withheld_fields: held().filter(|why| !matches!(why, Why::WrittenAt | Why::Contact)).count(),
        selected: plan.selected,
    })
}
