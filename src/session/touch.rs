//! The finger or face: a shortcut over the passphrase, never instead of it, and off until she turns it on.
//!
//! One file of the vault is all of it (`vault/touch.rs`): that it is there says that it is on, which has to be known before anything is
//! open. So each change is one file that is there as a whole or not at all, and a kill leaves it on or off. The key files know nothing
//! of it.
//!
//! It opens the journal and proves nothing: destroying, changing a secret and turning it on ask for what is typed. Turning it off asks
//! for nothing, since it only takes a way in away. No wait applies to it and no failed touch is counted, as the device itself counts
//! them; an unlock by it stands in the journal like any other.

use super::core::Core;
use super::{Reply, Session, SessionError};
use crate::domain::ports::{Mixed, TouchWords};
use crate::store::{Small, StoreError, VaultDir};
use crate::vault::{KeyFile, Passphrase, Sealed, TouchSlot, VaultError};

/// What the passphrase allowed, in the opening in which it was typed.
struct Allowed {
    epoch: u64,
    question: [u8; 32],
}

impl Session {
    /// Whether the finger or face is on. Asks the disk, not the queue, and needs nothing open.
    pub fn touch_is_on(&self) -> bool {
        is_on(self.dir())
    }

    /// Whether the device recognises a finger or face at this moment.
    pub fn touch_is_here(&self) -> Reply<bool> {
        self.ask(|core| Ok(core.touch.here()))
    }

    /// Turns it on. `current` is the passphrase, a try like any other. One that was on before is off from then on, whatever follows.
    /// The device then puts up its own question with these words.
    ///
    /// # Errors
    /// [`SessionError::TouchStaysOff`] when the device does not do it, or she turns the question away; [`SessionError::Locked`] when
    /// it locked meanwhile; and as [`Session::add_pin`].
    pub async fn turn_touch_on(&self, current: String, words: TouchWords) -> Result<(), SessionError> {
        let current = Passphrase::from(current);
        let allowed = self.ask(move |core| core.allow_touch(&current)).await?;
        let kept = match self.touch().mix(allowed.question, words).await {
            Ok(mixed) => self.ask(move |core| core.keep_touch(&allowed, &mixed)).await,
            Err(error) => Err(SessionError::TouchStaysOff(error)),
        };
        if kept.is_err() {
            // The device's key has nothing to open.
            let _ = self.turn_touch_off().await;
        }
        kept
    }

    /// Turns it off. Needs no passphrase: it takes a way in away, and nothing else.
    pub fn turn_touch_off(&self) -> Reply<()> {
        self.ask(|core| core.end_touch().map(|_| ()))
    }

    /// Unlocks with the finger or face: the device puts up its own question with these words. Says what is damaged, in words; mostly
    /// nothing.
    ///
    /// # Errors
    /// [`SessionError::Touch`] when the device does not do it; [`SessionError::TouchNotHere`] when what it mixed opens nothing;
    /// [`SessionError::Locked`] when a lock was asked for while the question stood.
    pub async fn unlock_with_touch(&self, words: TouchWords) -> Result<Vec<String>, SessionError> {
        let (question, locks) = self.ask(|core| Ok((core.touch_question()?, core.locks))).await?;
        let mixed = self.touch().mix(question, words).await.map_err(SessionError::Touch)?;
        self.ask(move |core| {
            core.unlock_with_touch(&mixed, locks)?;
            Ok(core.found_damaged())
        })
        .await
    }
}

fn is_on(dir: &VaultDir) -> bool {
    // All zeros: turning it off was cut off.
    dir.read(Small::Touch).is_ok_and(|bytes| bytes.first().is_some_and(|version| *version != 0))
}

impl Core {
    fn allow_touch(&mut self, current: &Passphrase) -> Result<Allowed, SessionError> {
        self.prove(current)?;
        // The device's key ends as the next one is made, so what it opened goes first.
        self.end_touch()?;
        self.touch.prepare().map_err(SessionError::TouchStaysOff)?;
        let file = KeyFile::parse(&self.dir.read(Small::Keys(self.opened()?.side))?)?;
        Ok(Allowed { epoch: self.epoch(), question: TouchSlot::question(&file)? })
    }

    fn keep_touch(&mut self, allowed: &Allowed, mixed: &Mixed) -> Result<(), SessionError> {
        let open = self.opened()?;
        if allowed.epoch != self.epoch() {
            return Err(SessionError::Locked);
        }
        let file = KeyFile::parse(&self.dir.read(Small::Keys(open.side))?)?;
        let slot = TouchSlot::seal(&open.master, &file, mixed)?;
        // Opened below as it will be opened from the lock, so that a key file that is spoilt is found now.
        let files = self.key_files()?;
        let [(first, _), (second, _)] = &files.both;
        let bytes = slot.to_bytes();
        self.dir.replace(Small::Touch, &bytes)?;
        if self.dir.read(Small::Touch)? != bytes || slot.open(&[first, second], mixed)?.master != open.master {
            return Err(StoreError::Damaged { name: "latch".to_owned(), code: 0 }.into());
        }
        self.changed();
        Ok(())
    }

    /// Ends it: the file first, without which the device's key opens nothing. Says whether it was on.
    pub(super) fn end_touch(&mut self) -> Result<bool, SessionError> {
        let was_on = is_on(&self.dir);
        self.hold()?;
        self.dir.remove_touch()?;
        let _ = self.touch.forget();
        self.changed();
        Ok(was_on)
    }

    fn touch_slot(&self) -> Result<TouchSlot, SessionError> {
        match self.dir.read(Small::Touch) {
            Ok(bytes) => TouchSlot::parse(&bytes).map_err(|error| match error {
                newer @ VaultError::UnknownVersion { found: 1.., .. } => newer.into(),
                _ => SessionError::TouchNotHere,
            }),
            Err(StoreError::Missing { .. }) => Err(SessionError::TouchNotHere),
            Err(other) => Err(other.into()),
        }
    }

    fn touch_question(&self) -> Result<[u8; 32], SessionError> {
        self.touch_slot()?;
        let [(first, _), _] = &self.key_files()?.both;
        Ok(TouchSlot::question(first)?)
    }

    /// `locks`: how often a lock had been asked for when the question was put.
    fn unlock_with_touch(&mut self, mixed: &Mixed, locks: u64) -> Result<(), SessionError> {
        // She left while the question stood, and the answer came all the same.
        if locks != self.locks {
            return Err(SessionError::Locked);
        }
        // Something was opened by typing while the question stood. It stays: behind the notes somebody may be watching.
        if self.open.is_some() {
            return Ok(());
        }
        if self.notes.is_some() {
            return Err(SessionError::TouchNotHere);
        }
        let slot = self.touch_slot()?;
        let files = self.key_files()?;
        self.hold()?;
        let [(first, first_side), (second, second_side)] = &files.both;
        match slot.open(&[first, second], mixed) {
            Ok(opened) => {
                let side = if opened.file == 0 { *first_side } else { *second_side };
                self.enter(opened, side, false)
            }
            Err(VaultError::WrongSecret | VaultError::NotGenuine(Sealed::Touch)) => Err(match files.lost {
                Some(why) => SessionError::key_file_lost(&why),
                None => SessionError::TouchNotHere,
            }),
            // One of them was altered: which one, only typing can tell.
            Err(spoilt @ VaultError::HeadersDiffer) => Err(SessionError::key_file_lost(&spoilt.into())),
            Err(other) => Err(other.into()),
        }
    }
}
