//! The second secret: what she can type when somebody makes her unlock. It opens plain notes, and nothing of the journal.
//!
//! The other store's master key lies sealed in a slip of the journal. It is there from set-up on, whether or not a second
//! secret is set, so that the slip tells nothing, and so that changing or removing the secret keeps the notes. Whether one
//! is set is told by the other key file alone: its own list opens with that master key only while a secret is in it. So
//! each change is one file replaced as a whole, and a kill leaves the old state or the new one.

use super::core::{Core, Open};
use super::guessing::mixing;
use super::secrets::pin_fits;
use super::set_up::long_enough;
use super::{Reply, Session, SessionError};
use crate::store::Small;
use crate::vault::{self, DeviceSecret, KeyFile, MasterKey, NewSecret, Passphrase, StoreKind};

/// The slip with the other store's master key.
const OTHER: &str = "other";

/// A second secret to be set, as typed.
pub enum SecondSecret {
    /// A passphrase.
    Passphrase(String),
    /// A PIN; only where the device has a secret of its own.
    Pin(String),
}

impl std::fmt::Debug for SecondSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SecondSecret(..)")
    }
}

impl Session {
    /// Whether a second secret is set. Only the open journal knows.
    pub fn has_second_secret(&self) -> Reply<bool> {
        self.ask(|core| core.has_second_secret())
    }

    /// Sets the second secret, or puts another in its place. The notes stay. One that opens anything here already is
    /// refused with [`SessionError::SecretInUse`].
    pub fn set_second_secret(&self, secret: SecondSecret) -> Reply<()> {
        let (typed, pin, refused) = match secret {
            SecondSecret::Passphrase(typed) => {
                let refused = (!long_enough(&typed)).then_some(SessionError::WeakPassphrase);
                (Passphrase::from(typed), false, refused)
            }
            SecondSecret::Pin(typed) => {
                let refused = (!pin_fits(&typed)).then_some(SessionError::WeakPin);
                (Passphrase::from(typed), true, refused)
            }
        };
        self.ask(move |core| match refused {
            Some(error) => Err(error),
            None => {
                let device = core.device.clone();
                if pin && let Some(device) = &device {
                    device.prepare().map_err(|_| SessionError::NoPinHere)?;
                }
                let mix = device.as_deref().map(mixing);
                core.set_second_secret(&typed, pin, mix.as_ref().map(|mix| mix as _))
            }
        })
    }

    /// Takes the second secret away: nothing opens the notes any more. They stay, sealed, and come back when one is set
    /// again.
    pub fn remove_second_secret(&self) -> Reply<()> {
        self.ask(Core::remove_second_secret)
    }
}

impl Core {
    fn has_second_secret(&mut self) -> Result<bool, SessionError> {
        let (_, other) = self.both_key_files()?;
        let master = self.opened_mut()?.other_master()?;
        Ok(other.is_some_and(|file| is_used(&file, &master)))
    }

    /// See [`Session::set_second_secret`].
    pub(super) fn set_second_secret(
        &mut self,
        typed: &Passphrase,
        pin: bool,
        device: Option<&DeviceSecret<'_>>,
    ) -> Result<(), SessionError> {
        let (own, _) = self.both_key_files()?;
        // Kept in the journal before a key file speaks of it.
        let master = self.opened_mut()?.other_master()?;
        self.refuse_used(typed)?;
        let secret = if pin { NewSecret::Pin(typed) } else { NewSecret::Passphrase(typed) };
        // From the journal's own file, so that the two always share salt and costs.
        let mut file = own.unopened_beside()?;
        file.claim_for(&master, StoreKind::Notes, secret, device)?;
        self.replace_other(&file)
    }

    fn remove_second_secret(&mut self) -> Result<(), SessionError> {
        let (own, _) = self.both_key_files()?;
        self.opened_mut()?.writable()?;
        self.replace_other(&own.unopened_beside()?)
    }

    /// The journal's key file, and the other one if it can be read.
    fn both_key_files(&self) -> Result<(KeyFile, Option<KeyFile>), SessionError> {
        let side = self.opened()?.side;
        let own = KeyFile::parse(&self.dir.read(Small::Keys(side))?)?;
        let other = self.dir.read(Small::Keys(side.other())).ok();
        Ok((own, other.and_then(|bytes| KeyFile::parse(&bytes).ok())))
    }

    fn replace_other(&mut self, file: &KeyFile) -> Result<(), SessionError> {
        let side = self.opened()?.side.other();
        self.dir.replace(Small::Keys(side), &file.to_bytes())?;
        self.changed();
        Ok(())
    }

    /// What is done once the journal is open and could be written: whatever an older vault does not have yet is made. A
    /// full disk must not keep her from reading, so what fails here is tried again at the next unlock.
    pub(super) fn after_opening(&mut self) {
        if let Some(open) = &mut self.open
            && open.log.is_some()
        {
            let _ = open.other_master();
            self.take_in_marks();
        }
    }
}

fn is_used(file: &KeyFile, master: &MasterKey) -> bool {
    file.list(master).is_ok_and(|list| list.places.iter().any(|place| place.class.is_some()))
}

impl Open {
    /// The other store's master key; made the first time.
    fn other_master(&mut self) -> Result<MasterKey, SessionError> {
        let (master, id) = (self.master.clone(), self.id);
        let log = self.writable()?;
        if let Some(sealed) = log.get_slip(OTHER)? {
            return Ok(vault::open_master(&master, &id, OTHER, &sealed)?);
        }
        let made = MasterKey::random()?;
        log.put_slip(OTHER, &vault::seal_master(&master, &id, OTHER, &made)?)?;
        Ok(made)
    }
}
