//! One try at opening: every slot of both files, with every class, whatever the outcome.

use std::fmt;

use subtle::{Choice, ConditionallySelectable, ConstantTimeEq};
use zeroize::Zeroizing;

use super::error::VaultError;
use super::kdf;
use super::random;
use super::scrub::scrubbed;
use super::secret::{MasterKey, Passphrase, RecoveryKey};
use super::slot::{self, BODY_LEN, DeviceSecret, Keying, SlotClass, StoreKind};
use super::slots::{Header, KeyFile};

/// What she typed.
#[derive(Clone, Copy, Debug)]
pub enum Attempt<'a> {
    /// A passphrase or a PIN: which of them is not known, so it is tried as both.
    Typed(&'a Passphrase),
    /// Recovery words.
    Recovery(&'a RecoveryKey),
}

/// A store that opened.
pub struct Opened {
    /// Its master key.
    pub master: MasterKey,
    /// Which store it is.
    pub kind: StoreKind,
    /// The class of the secret that opened it.
    pub class: SlotClass,
    /// Which of the two files, 0 or 1, in the order given.
    pub file: usize,
    /// The place of the slot in it, 0 to 7; 8 for the shortcut, whose slot has a file of its own.
    pub place: usize,
}

impl fmt::Debug for Opened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Opened(..)")
    }
}

/// Tries a secret on both key files of a pair: 16 slots, three classes, 48 tries, no early end.
///
/// A typed secret costs one Argon2id; recovery words cost none, and are never delayed. Should
/// one secret open both stores (the session refuses to set that up), the journal is opened.
/// When one file of the pair is lost, give the other twice.
///
/// # Errors
/// [`VaultError::WrongSecret`] when nothing opens; [`VaultError::SlotAltered`] when the secret
/// is right and its slot is not; [`VaultError::DeviceSecret`] when nothing opens and the
/// hardware did not answer, so a PIN could not be tried; [`VaultError::HeadersDiffer`];
/// [`VaultError::EmptySecret`]; [`VaultError::Memory`]; [`VaultError::Random`].
pub fn open_any(
    files: &[&KeyFile; 2],
    attempt: Attempt<'_>,
    device: Option<&DeviceSecret<'_>>,
) -> Result<Opened, VaultError> {
    let [first, second] = files;
    if first.header != second.header {
        return Err(VaultError::HeadersDiffer);
    }
    scrubbed(|| {
        let (keyings, hardware) = keyings(&first.header, attempt, device)?;
        let found = try_all(files, &keyings)?;
        found.outcome(hardware)
    })
}

/// One class's keying material after the other.
type Keyings = [(SlotClass, Keying); 3];

/// The keying material of the three classes. Where the attempt has none for a class, random
/// bytes stand in, so that the work stays the same. Also says whether the hardware answered.
fn keyings(
    header: &Header,
    attempt: Attempt<'_>,
    device: Option<&DeviceSecret<'_>>,
) -> Result<(Keyings, Result<(), VaultError>), VaultError> {
    let blank = || random::bytes().map(Zeroizing::new);
    let mut hardware = Ok(());
    let (passphrase, pin, recovery) = match attempt {
        Attempt::Typed(typed) if typed.is_empty() => return Err(VaultError::EmptySecret),
        Attempt::Typed(typed) => {
            let stretched = kdf::derive(typed.expose(), &header.salt, header.params)?;
            // A dead chip must not keep a passphrase out.
            let pin = match device.map(|device| slot::pin_keying(&stretched, device)) {
                Some(Ok(pin)) => pin,
                Some(Err(error)) => {
                    hardware = Err(error);
                    blank()?
                }
                None => blank()?,
            };
            (stretched, pin, blank()?)
        }
        Attempt::Recovery(key) => (blank()?, blank()?, slot::recovery_keying(key)),
    };
    let [a, b, c] = SlotClass::ALL;
    Ok(([(a, passphrase), (b, pin), (c, recovery)], hardware))
}

/// What the tries came to. Kept without branching on secrets.
struct Found {
    any: Choice,
    body: Zeroizing<[u8; BODY_LEN]>,
    file: u8,
    place: u8,
    altered: Choice,
    altered_file: u8,
    altered_place: u8,
    #[cfg(test)]
    tries: usize,
}

fn try_all(files: &[&KeyFile; 2], keyings: &Keyings) -> Result<Found, VaultError> {
    let mut found = Found {
        any: Choice::from(0),
        body: Zeroizing::new([0; BODY_LEN]),
        file: 0,
        place: 0,
        altered: Choice::from(0),
        altered_file: 0,
        altered_place: 0,
        #[cfg(test)]
        tries: 0,
    };
    for (file, key_file) in (0u8..).zip(files) {
        let header = key_file.header.to_bytes();
        for (place, bytes) in (0u8..).zip(&key_file.slots) {
            for (class, keying) in keyings {
                let tried = slot::try_open(bytes, *class, keying, &header, place)?;
                let [_, kind, ..] = *tried.body;
                let take = tried.opens & (!found.any | kind.ct_eq(&(StoreKind::Journal as u8)));
                for (kept, new) in found.body.iter_mut().zip(tried.body.iter()) {
                    kept.conditional_assign(new, take);
                }
                found.file.conditional_assign(&file, take);
                found.place.conditional_assign(&place, take);
                found.any |= tried.opens;

                let altered = tried.commits & !tried.opens;
                found.altered_file.conditional_assign(&file, altered);
                found.altered_place.conditional_assign(&place, altered);
                found.altered |= altered;
                #[cfg(test)]
                {
                    found.tries += 1;
                }
            }
        }
    }
    Ok(found)
}

impl Found {
    /// Only here, after all the work, does the outcome decide anything.
    fn outcome(self, hardware: Result<(), VaultError>) -> Result<Opened, VaultError> {
        if !bool::from(self.any) {
            if bool::from(self.altered) {
                return Err(VaultError::SlotAltered {
                    file: usize::from(self.altered_file),
                    place: usize::from(self.altered_place),
                });
            }
            hardware?;
            return Err(VaultError::WrongSecret);
        }
        let [class, kind, ..] = *self.body;
        let master = self.body.last_chunk::<32>().ok_or(VaultError::Cipher)?;
        Ok(Opened {
            master: MasterKey::from_bytes(*master),
            kind: StoreKind::from_byte(kind).ok_or(VaultError::Cipher)?,
            class: SlotClass::from_byte(class).ok_or(VaultError::Cipher)?,
            file: usize::from(self.file),
            place: usize::from(self.place),
        })
    }
}

#[cfg(test)]
#[path = "unlock_tests.rs"]
mod tests;
