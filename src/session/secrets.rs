//! The secrets that open the journal: what there is, and changing, adding and taking one away.
//!
//! Each change writes a new key file beside the old one and renames it, so a kill leaves the old secrets or the new
//! ones, never neither. Whatever gives somebody a way in asks for the passphrase again, and a wrong one counts as a try.

use super::core::Core;
use super::guessing::mixing;
use super::set_up::long_enough;
use super::unlock::class;
use super::{RecoveryText, Reply, Session, SessionError};
use crate::domain::SecretClass;
use crate::domain::ports::DeviceSecretError;
use crate::store::{Small, StoreError};
use crate::vault::{Attempt, KeyFile, MasterKey, NewSecret, Passphrase, SlotClass, VaultError, open_any};

/// One of the secrets that open the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SecretLine {
    /// Its place, for [`Session::remove_secret`].
    pub place: usize,
    /// What kind it is.
    pub class: SecretClass,
    /// False when it was altered since it was made: it opens nothing and should be made anew.
    pub intact: bool,
}

/// Whether a PIN can be chosen on this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pins {
    /// No: the device keeps no secret of its own.
    NotHere,
    /// Yes; and what has to be said first, if anything.
    Here {
        /// Whole sentences in English. The desk program prints them; a screen says that there is something in its own language.
        warning: Option<&'static str>,
    },
}

impl Session {
    /// The secrets that open the journal, in the order of their places. The second secret is not among them.
    pub fn secrets(&self) -> Reply<Vec<SecretLine>> {
        self.ask(|core| core.secrets())
    }

    /// Whether a PIN can be chosen here. Does not wait for a session that is busy.
    pub fn pins(&self) -> Pins {
        match self.device() {
            None => Pins::NotHere,
            Some(device) => Pins::Here { warning: device.warning() },
        }
    }

    /// Puts a new passphrase in the place of the present one. `current` may be `None` only when this opening was done
    /// with recovery words: she forgot it.
    ///
    /// Old backups still open with the old one.
    pub fn change_passphrase(&self, current: Option<String>, new: String) -> Reply<()> {
        let strong = long_enough(&new);
        let (current, new) = (current.map(Passphrase::from), Passphrase::from(new));
        self.ask(move |core| {
            core.opened()?;
            if !strong {
                return Err(SessionError::WeakPassphrase);
            }
            core.change_passphrase(current.as_ref(), &new)
        })
    }

    /// Adds a PIN, or puts it in the place of the one before. `current` is the passphrase.
    pub fn add_pin(&self, current: String, pin: String) -> Reply<()> {
        let fits = pin_fits(&pin);
        let (current, pin) = (Passphrase::from(current), Passphrase::from(pin));
        self.ask(move |core| {
            core.opened()?;
            if !fits {
                return Err(SessionError::WeakPin);
            }
            core.add_pin(&current, &pin)
        })
    }

    /// Takes the secret at a place away. `current` is the passphrase, which can only be changed.
    pub fn remove_secret(&self, place: usize, current: String) -> Reply<()> {
        let current = Passphrase::from(current);
        self.ask(move |core| core.remove_secret(place, &current))
    }

    /// Makes recovery words, in the place of any that were made before. They are shown once. `current` is the passphrase.
    pub fn new_recovery_words(&self, current: String) -> Reply<RecoveryText> {
        let current = Passphrase::from(current);
        self.ask(move |core| {
            core.prove(&current)?;
            core.make_recovery_words()
        })
    }
}

/// Six digits or more, and neither all the same nor counting up or down.
pub(super) fn pin_fits(pin: &str) -> bool {
    let digits = pin.as_bytes();
    if !(6..=64).contains(&digits.len()) || !digits.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let steps =
        |by: u8| digits.windows(2).all(|pair| matches!(pair, [a, b] if (a + by - b'0') % 10 == (b - b'0') % 10));
    ![0, 1, 9].into_iter().any(steps)
}

impl Core {
    fn secrets(&self) -> Result<Vec<SecretLine>, SessionError> {
        let open = self.opened()?;
        let list = KeyFile::parse(&self.dir.read(Small::Keys(open.side))?)?.list(&open.master)?;
        let places = list.places.iter().enumerate();
        Ok(places
            .filter_map(|(place, state)| {
                state.class.map(|found| SecretLine { place, class: class(found), intact: state.intact })
            })
            .collect())
    }

    /// Asks for the passphrase of the journal that is open; a try like any other. Says at which place it is.
    pub(super) fn prove(&mut self, current: &Passphrase) -> Result<usize, SessionError> {
        let found = self.prove_by(Attempt::Typed(current))?;
        // A PIN is seen over a shoulder sooner than a passphrase is.
        if found.opened.class != SlotClass::Passphrase {
            return Err(SessionError::NeedPassphrase);
        }
        Ok(found.opened.place)
    }

    fn change_passphrase(&mut self, current: Option<&Passphrase>, new: &Passphrase) -> Result<(), SessionError> {
        let proven = match current {
            Some(current) => Some(self.prove(current)?),
            None if self.opened_with == Some(SecretClass::Recovery) => None,
            None => return Err(SessionError::NeedPassphrase),
        };
        self.refuse_used(new)?;
        self.rewrite(|file, master| {
            let secret = NewSecret::Passphrase(new);
            match proven.or(place_of(file, master, SlotClass::Passphrase)?) {
                Some(place) => file.change(master, place, secret, None)?,
                None => {
                    file.add_slot(master, secret, None)?;
                }
            }
            Ok(())
        })
    }

    fn add_pin(&mut self, current: &Passphrase, pin: &Passphrase) -> Result<(), SessionError> {
        let device = self.device.clone().ok_or(SessionError::NoPinHere)?;
        self.prove(current)?;
        device.prepare().map_err(|error| match error {
            DeviceSecretError::NotOnThisDevice => SessionError::NoPinHere,
            DeviceSecretError::Gone | DeviceSecretError::NoAnswer => VaultError::DeviceSecret.into(),
        })?;
        self.refuse_used(pin)?;
        let mix = mixing(device.as_ref());
        self.rewrite(|file, master| {
            let secret = NewSecret::Pin(pin);
            match place_of(file, master, SlotClass::Pin)? {
                Some(place) => file.change(master, place, secret, Some(&mix))?,
                None => {
                    file.add_slot(master, secret, Some(&mix))?;
                }
            }
            // Before anything relies on it: the device has to give the same answer twice.
            match open_any(&[file, file], Attempt::Typed(pin), Some(&mix)) {
                Ok(opened) if opened.master == *master => Ok(()),
                _ => Err(VaultError::DeviceSecret.into()),
            }
        })
        .map_err(|error| match error {
            SessionError::Vault(VaultError::NoDeviceSecret) => SessionError::NoPinHere,
            other => other,
        })
    }

    fn remove_secret(&mut self, place: usize, current: &Passphrase) -> Result<(), SessionError> {
        let proven = self.prove(current)?;
        if place == proven {
            return Err(SessionError::LastSecret);
        }
        self.rewrite(|file, master| {
            file.remove_slot(master, place).map_err(|error| match error {
                VaultError::LastSlot => SessionError::LastSecret,
                VaultError::NoSuchSlot(_) => SessionError::NoSuchSecret,
                other => other.into(),
            })
        })
    }

    /// Refuses a new secret that opens something already: which of them, the answer does not say.
    pub(super) fn refuse_used(&self, new: &Passphrase) -> Result<(), SessionError> {
        let mix = self.device.as_deref().map(mixing);
        match self.key_files()?.open(Attempt::Typed(new), mix.as_ref().map(|mix| mix as _)).0 {
            Ok(_) => Err(SessionError::SecretInUse),
            // An altered slot opens nothing; to give it the same secret again is a way to mend it.
            Err(
                VaultError::WrongSecret
                | VaultError::NoDeviceSecret
                | VaultError::DeviceSecret
                | VaultError::SlotAltered { .. },
            ) => Ok(()),
            Err(other) => Err(other.into()),
        }
    }

    /// Edits the journal's key file: a new one beside the old, in one rename. On an error the old one is in place.
    pub(super) fn rewrite<T>(
        &mut self,
        edit: impl FnOnce(&mut KeyFile, &MasterKey) -> Result<T, SessionError>,
    ) -> Result<T, SessionError> {
        let open = self.opened()?;
        let keys = Small::Keys(open.side);
        let mut file = KeyFile::parse(&self.dir.read(keys)?)?;
        let done = edit(&mut file, &open.master)?;
        self.replace_keys(keys, &file)?;
        self.changed();
        Ok(done)
    }

    /// Replaces a key file and reads it back.
    pub(super) fn replace_keys(&self, keys: Small, file: &KeyFile) -> Result<(), SessionError> {
        let bytes = file.to_bytes();
        self.dir.replace(keys, &bytes)?;
        if self.dir.read(keys)? == bytes {
            Ok(())
        } else {
            Err(StoreError::Damaged { name: "keys".to_owned(), code: 0 }.into())
        }
    }
}

/// Where a secret of this class is; an intact one first.
pub(super) fn place_of(file: &KeyFile, master: &MasterKey, class: SlotClass) -> Result<Option<usize>, SessionError> {
    let list = file.list(master)?;
    let found =
        |intact: bool| list.places.iter().position(|state| state.class == Some(class) && (state.intact || !intact));
    Ok(found(true).or(found(false)))
}

#[cfg(test)]
mod tests {
    use super::pin_fits;

    #[test]
    fn a_pin_is_six_digits_and_no_row_of_them() {
        for good in ["493817", "112233", "0000001", "135790"] {
            assert!(pin_fits(good), "{good}");
        }
        for bad in ["", "49381", "49381a", "４９３８１７", "000000", "7777777", "123456", "987654", "890123", "210987"]
        {
            assert!(!pin_fits(bad), "{bad}");
        }
    }
}
