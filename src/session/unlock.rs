//! Unlocking and locking.

use std::collections::HashMap;

use super::core::{Core, Open, is_damage, unseal};
use super::guessing::Found;
use super::journal::{Journal, Line};
use super::{Reply, Session, SessionError, set_up};
use crate::domain::{Record, SecretClass, Stamped};
use crate::evidence::ChainError;
use crate::evidence::chain::BEFORE_FIRST;
use crate::store::{Files, Log, Row, Side, Small, StoreError};
use crate::t;
use crate::vault::{
    Attempt, DeviceSecret, KeyFile, MasterKey, Opened, Passphrase, RecoveryKey, SlotClass, StoreKind, VaultError,
    open_any,
};

/// How many rows are read at a time.
const PAGE: u32 = 512;

/// The key files as a try wants them.
pub(super) struct KeyFiles {
    pub both: [(KeyFile, Side); 2],
    /// Why one of them could not be read.
    pub lost: Option<SessionError>,
}

impl KeyFiles {
    /// Tries a secret on both. Gives the store's side too, and why one of the files could not take part. Two that do not
    /// belong together are tried one after the other: the one that rotted must not keep her out of the other.
    pub fn open(
        self,
        attempt: Attempt<'_>,
        device: Option<&DeviceSecret<'_>>,
    ) -> (Result<(Opened, Side), VaultError>, Option<SessionError>) {
        let [(first, first_side), (second, second_side)] = &self.both;
        match open_any(&[first, second], attempt, device) {
            Err(error @ VaultError::HeadersDiffer) => {
                let opened = open_any(&[first, first], attempt, device)
                    .map(|opened| (opened, *first_side))
                    .or_else(|_| open_any(&[second, second], attempt, device).map(|opened| (opened, *second_side)));
                (opened, Some(error.into()))
            }
            tried => {
                let opened = tried.map(|opened| match opened.file {
                    0 => (opened, *first_side),
                    _ => (opened, *second_side),
                });
                (opened, self.lost)
            }
        }
    }
}

impl Session {
    /// Unlocks with the passphrase. Says what is damaged, in words; mostly nothing.
    pub fn unlock(&self, passphrase: String) -> Reply<Vec<String>> {
        let passphrase = Passphrase::from(passphrase);
        self.ask(move |core| {
            core.unlock(Attempt::Typed(&passphrase))?;
            Ok(core.found_damaged())
        })
    }

    /// Unlocks with the recovery words.
    pub fn unlock_with_words(&self, words: String) -> Reply<Vec<String>> {
        let words = zeroize::Zeroizing::new(words);
        self.ask(move |core| {
            let key = RecoveryKey::parse(&words).map_err(|error| SessionError::RecoveryWords(error.to_string()))?;
            core.unlock(Attempt::Recovery(&key))?;
            Ok(core.opened()?.damage.clone())
        })
    }

    /// Forgets every key and every word.
    pub fn lock(&self) -> Reply<()> {
        self.ask(|core| {
            core.lock();
            Ok(())
        })
    }
}

impl Core {
    /// Signs the head, then forgets. Forgetting does not wait for the signature to succeed.
    pub(super) fn lock(&mut self) {
        self.locks += 1;
        let _ = self.sign_head();
        self.forget();
    }

    pub(super) fn unlock(&mut self, attempt: Attempt<'_>) -> Result<(), SessionError> {
        if self.open.is_some() || self.notes.is_some() {
            self.forget();
        }
        let typed = matches!(attempt, Attempt::Typed(_));
        let Found { opened, side } = self.try_secret(attempt)?;
        if opened.kind != StoreKind::Journal {
            // This was no guess, and it resets nothing: the count is what it was.
            self.was_no_guess(typed);
            return self.open_notes(opened.master, side);
        }
        self.enter(opened, side, typed)
    }

    /// Opens the journal with the key that something gave, and writes that down. `typed`: that try was counted.
    pub(super) fn enter(&mut self, opened: Opened, side: Side, typed: bool) -> Result<(), SessionError> {
        let failed = self.was_right(typed);
        let class = class(opened.class);
        self.open_journal(opened.master, side)?;
        self.opened_with = Some(class);
        self.after_opening();
        let record = Record::Unlocked { with: class, failed };
        // A full disk or a damaged file must not keep her from reading: the line is then missing.
        if self.append(record).is_ok() {
            self.were_reported();
        }
        self.changed();
        Ok(())
    }

    /// Both key files, each with its store; where one is lost or rotten, the other one twice, and why.
    pub(super) fn key_files(&self) -> Result<KeyFiles, SessionError> {
        if self.dir.exists()? == crate::store::Presence::Nothing {
            return Err(SessionError::NoVault);
        }
        let read = |side| -> Result<KeyFile, SessionError> { Ok(KeyFile::parse(&self.dir.read(Small::Keys(side))?)?) };
        match (read(Side::A), read(Side::B)) {
            (Ok(a), Ok(b)) => Ok(KeyFiles { both: [(a, Side::A), (b, Side::B)], lost: None }),
            (Ok(a), Err(lost)) => Ok(KeyFiles { both: [(a.clone(), Side::A), (a, Side::A)], lost: Some(lost) }),
            (Err(lost), Ok(b)) => Ok(KeyFiles { both: [(b.clone(), Side::B), (b, Side::B)], lost: Some(lost) }),
            (Err(error), Err(_)) => Err(error),
        }
    }

    fn open_journal(&mut self, master: MasterKey, side: Side) -> Result<(), SessionError> {
        self.finish_change(&master, side)?;
        match self.open_side(&master, side)? {
            Some(mut open) => {
                self.clear_change(side);
                if open.journal.lines().is_empty() && open.log.is_some() {
                    open.append_opened(self.now())?;
                }
                self.swept = open.finish_and_sweep();
                self.open = Some(open);
                Ok(())
            }
            None => {
                let (log, files) = (Log::open(&self.dir.db(side))?, Files::open(&self.dir.files(side))?);
                self.begin(master, side, log, files)
            }
        }
    }

    /// Opens one side, as far as it goes. `None`: set-up was cut off before it had an identity.
    pub(super) fn open_side(&self, master: &MasterKey, side: Side) -> Result<Option<Open>, SessionError> {
        let files = Files::open(&self.dir.files(side))?;
        let mut damage = Vec::new();
        let (log, rows, slips) = match self.read_log(side) {
            Ok((log, rows)) => (Some(log), rows, Vec::new()),
            Err(error) if is_damage(&error) || matches!(error, StoreError::ReadOnly { .. }) => {
                let salvage = Log::salvage(&self.dir.db(side))?;
                let read = salvage.rows.len();
                damage.push(match error {
                    StoreError::ReadOnly { .. } => {
                        t!("damage-read-only", n = read)
                    }
                    error => t!("damage-read", what = error.to_string(), n = read),
                });
                damage.extend(salvage.gaps.iter().map(|(from, to)| t!("damage-gap", from = *from, to = *to)));
                (None, salvage.rows, salvage.slips)
            }
            Err(error) => return Err(error.into()),
        };
        let slip = |name: &str| -> Result<Option<Vec<u8>>, SessionError> {
            match &log {
                Some(log) => Ok(log.get_slip(name)?),
                None => Ok(slips.iter().find(|(found, _)| found == name).map(|(_, sealed)| sealed.clone())),
            }
        };
        let Some((id, chain, signing)) = set_up::identity(master, &slip)? else {
            return if rows.is_empty() && log.is_some() { Ok(None) } else { Err(SessionError::Record) };
        };
        let mut open = Open {
            master: master.clone(),
            id,
            chain,
            signing,
            side,
            log,
            salvaged: Vec::new(),
            files,
            journal: Journal::default(),
            intakes: HashMap::new(),
            damage,
        };
        open.take_in(&rows);
        if open.log.is_none() {
            open.salvaged = rows;
        }
        Ok(Some(open))
    }

    fn read_log(&self, side: Side) -> Result<(Log, Vec<Row>), StoreError> {
        let log = Log::open(&self.dir.db(side))?;
        let mut rows: Vec<Row> = Vec::new();
        loop {
            let page = log.rows(rows.last().map(|row| row.seq), PAGE)?;
            if page.is_empty() {
                return Ok((log, rows));
            }
            rows.extend(page);
        }
    }
}

impl Open {
    /// Unseals the rows and follows the chain. What does not open or does not follow is told, and the rest read.
    fn take_in(&mut self, rows: &[Row]) {
        let (mut next, mut previous) = (0, Some(BEFORE_FIRST));
        for row in rows {
            let read = unseal(&self.master, &self.id, row).and_then(|committed| {
                let stamped = match committed.is_destroyed() {
                    true => None,
                    false => Some(Stamped::from_fields(&committed.plain_fields())?),
                };
                Ok((committed, stamped))
            });
            match read {
                Ok((committed, stamped)) => {
                    if row.seq != next || previous.is_some_and(|link| link != committed.previous) {
                        self.damage.push(t!("damage-follows", record = row.seq));
                    }
                    let link = committed.link();
                    previous = Some(link);
                    self.journal.push(Line { seq: row.seq, link, stamped });
                }
                Err(error) => {
                    self.damage.push(match error {
                        SessionError::Chain(ChainError::Newer(_)) => {
                            t!("damage-newer", record = row.seq)
                        }
                        _ => t!("damage-unreadable", record = row.seq),
                    });
                    previous = None;
                }
            }
            next = row.seq + 1;
        }
        if rows.last().map(|row| row.seq) != self.journal.lines().last().map(|line| line.seq) {
            // Nothing can follow a last record that cannot be read.
            self.log = None;
        }
    }
}

pub(super) fn class(class: SlotClass) -> SecretClass {
    match class {
        SlotClass::Passphrase => SecretClass::Passphrase,
        SlotClass::Pin => SecretClass::Pin,
        SlotClass::Recovery => SecretClass::Recovery,
        SlotClass::Touch => SecretClass::Touch,
    }
}
