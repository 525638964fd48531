//! What she chose for the phone itself: whether the screen is kept out of screenshots, and when it reminds her.
//!
//! It has to be known when the app starts, while everything is locked and with no journal too, so it lies outside the seal, in one
//! small file beside the vault (`store::Beside`). It holds nothing of hers: no word that she typed, and always as many bytes.
//!
//! ```text
//! look = version 1 (1) ‖ screenshots kept out 0/1 (1) ‖ how often (1) ‖ hour (1) ‖ minute (1) ‖ words (1)
//! how often: 0 no reminder, 1 each day, 2 to 8 each week on Monday to Sunday
//! words: their number in the app's own list, from 1; 0 for words of hers, which only the phone keeps
//! ```
//!
//! What cannot be read is as if nothing had been chosen. That a reminder is noted here is what this app set, and not what the
//! phone says: no phone's answer is kept.

use jiff::civil::{Time, Weekday};

use super::{Reply, Session};
use crate::domain::ports::Often;
use crate::store::VaultDir;

/// What was chosen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OnPhone {
    /// The screen is kept out of screenshots.
    pub concealed: bool,
    /// The reminder that was set last and not taken away.
    pub reminder: Option<ReminderNoted>,
}

/// A reminder, without the words of hers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReminderNoted {
    /// How often.
    pub often: Often,
    /// At about which time.
    pub at: Time,
    /// The number of its words in the app's own list; `None`: words of hers.
    pub words: Option<u8>,
}

const VERSION: u8 = 1;
const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

impl OnPhone {
    fn read(dir: &VaultDir) -> Self {
        dir.beside().read().ok().flatten().and_then(|bytes| Self::from_bytes(&bytes)).unwrap_or_default()
    }

    fn to_bytes(self) -> [u8; 6] {
        let [often, hour, minute, words] = self.reminder.map_or([0; 4], ReminderNoted::to_bytes);
        [VERSION, self.concealed.into(), often, hour, minute, words]
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let [VERSION, concealed @ 0..=1, often, hour, minute, words] = *bytes else { return None };
        let reminder = match often {
            0 => None,
            _ => Some(ReminderNoted::from_bytes([often, hour, minute, words])?),
        };
        Some(Self { concealed: concealed == 1, reminder })
    }
}

impl ReminderNoted {
    fn to_bytes(self) -> [u8; 4] {
        let often = match self.often {
            Often::Daily => 1,
            Often::Weekly(day) => (2..).zip(WEEK).find(|(_, one)| *one == day).map_or(1, |(number, _)| number),
        };
        let of = |part: i8| u8::try_from(part).unwrap_or(0);
        [often, of(self.at.hour()), of(self.at.minute()), self.words.unwrap_or(0)]
    }

    fn from_bytes([often, hour, minute, words]: [u8; 4]) -> Option<Self> {
        let often = match often {
            1 => Often::Daily,
            day => Often::Weekly(*WEEK.get(usize::from(day.checked_sub(2)?))?),
        };
        let at = Time::new(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, 0, 0).ok()?;
        Some(Self { often, at, words: (words > 0).then_some(words) })
    }
}

impl Session {
    /// What was chosen. Asks the disk, not the queue: it is wanted when the app starts.
    #[must_use]
    pub fn on_phone(&self) -> OnPhone {
        OnPhone::read(self.dir())
    }

    /// Keeps whether the screen is out of screenshots.
    pub fn keep_concealed(&self, concealed: bool) -> Reply<()> {
        self.change_on_phone(move |chosen| chosen.concealed = concealed)
    }

    /// Keeps which reminder was set, or that there is none.
    pub fn keep_reminder(&self, reminder: Option<ReminderNoted>) -> Reply<()> {
        self.change_on_phone(move |chosen| chosen.reminder = reminder)
    }

    /// In the queue, so that no two changes cross. It needs no open journal, and no journal.
    fn change_on_phone(&self, change: impl FnOnce(&mut OnPhone) + Send + 'static) -> Reply<()> {
        self.ask(move |core| {
            let mut chosen = OnPhone::read(&core.dir);
            change(&mut chosen);
            Ok(core.dir.beside().replace(&chosen.to_bytes())?)
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use super::*;
    use crate::platform::clock::SystemClock;
    use crate::session::{Place, Proof};
    use std::sync::Arc;

    fn start(home: &tempfile::TempDir) -> Session {
        Session::start(Place::new(home.path().join("papers")).at_least_cost(), Arc::new(SystemClock))
    }

    fn weekly() -> ReminderNoted {
        ReminderNoted { often: Often::Weekly(Weekday::Sunday), at: jiff::civil::time(19, 5, 0, 0), words: Some(2) }
    }

    #[tokio::test]
    async fn what_was_chosen_holds_at_the_next_start_without_a_journal_and_with_one_that_is_locked() {
        let home = tempfile::tempdir().unwrap();
        let session = start(&home);
        assert_eq!(session.on_phone(), OnPhone::default());
        session.keep_concealed(true).await.unwrap();
        session.keep_reminder(Some(weekly())).await.unwrap();
        drop(session);
        let session = start(&home);
        assert_eq!(session.on_phone(), OnPhone { concealed: true, reminder: Some(weekly()) });
        session.set_up("four plain words here".to_owned()).await.unwrap();
        session.lock().await.unwrap();
        session.keep_reminder(None).await.unwrap();
        assert_eq!(session.on_phone(), OnPhone { concealed: true, reminder: None });
    }

    #[tokio::test]
    async fn destroying_everything_takes_it_away() {
        let home = tempfile::tempdir().unwrap();
        let session = start(&home);
        session.set_up("four plain words here".to_owned()).await.unwrap();
        session.keep_concealed(true).await.unwrap();
        assert!(session.destroy_everything(Proof::Typed("four plain words here".to_owned())).await.unwrap());
        assert_eq!(session.on_phone(), OnPhone::default());
        assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
    }

    #[test]
    fn each_reminder_comes_back_as_it_was_and_all_are_of_one_size() {
        let often = WEEK.into_iter().map(Often::Weekly).chain([Often::Daily]);
        for (often, words) in often.flat_map(|often| [(often, None), (often, Some(1))]) {
            let chosen = OnPhone { concealed: false, reminder: Some(ReminderNoted { often, words, ..weekly() }) };
            assert_eq!(OnPhone::from_bytes(&chosen.to_bytes()), Some(chosen));
        }
        assert_eq!(OnPhone::from_bytes(&OnPhone::default().to_bytes()), Some(OnPhone::default()));
    }

    #[test]
    fn a_file_that_is_none_of_ours_is_as_if_nothing_had_been_chosen() {
        let long = [1, 1, 0, 0, 0, 0, 0];
        for bytes in
            [&[][..], &[1], &[2, 1, 0, 0, 0, 0], &[1, 9, 0, 0, 0, 0], &[1, 1, 9, 0, 0, 0], &[1, 1, 1, 24, 0, 0], &long]
        {
            assert_eq!(OnPhone::from_bytes(bytes), None, "{bytes:?}");
        }
    }
}
