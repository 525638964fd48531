//! A secret inside the phone's own hardware, for the PIN: what is made when, and what a failure means. The hardware itself is
//! asked in `android/keystore.rs` and `ios/enclave.rs`; here it is a trait, so that the rules are tested on a computer.

use crate::domain::ports::{DeviceSecret, DeviceSecretError};
use zeroize::Zeroizing;

/// A chip, or a closed part of one, that keeps a key and computes with it. The key never comes out.
pub trait Hardware: Send + Sync {
    /// Whether there is a chip of its own for keys (StrongBox), which is tried first.
    fn has_chip(&self) -> bool;

    /// Makes the key, in the chip of its own or in the usual place.
    ///
    /// # Errors
    /// When it could not be made there.
    fn make(&self, in_chip: bool) -> Result<(), HardwareError>;

    /// Computes with the key: the same 32 bytes for the same input.
    ///
    /// # Errors
    /// [`HardwareError::Gone`] only when there is no key, or it will never compute again: it is then replaced. When it did not
    /// answer now, [`HardwareError::NoAnswer`].
    fn compute(&self, input: &[u8; 32]) -> Result<Zeroizing<Vec<u8>>, HardwareError>;

    /// Takes the key away, if there is one.
    ///
    /// # Errors
    /// When it may still be there.
    fn end(&self) -> Result<(), HardwareError>;

    /// Whether the key would lie in hardware, and not in software that another program may read. Asked before a key is made.
    fn is_hardware(&self) -> bool;
}

/// Why the hardware did not do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HardwareError {
    /// There is no such hardware.
    #[error("there is no such hardware")]
    None,
    /// The key is not there, or will never work again.
    #[error("the key is gone")]
    Gone,
    /// It did not answer now.
    #[error("no answer")]
    NoAnswer,
}

impl From<HardwareError> for DeviceSecretError {
    fn from(error: HardwareError) -> Self {
        match error {
            HardwareError::None => Self::NotOnThisDevice,
            HardwareError::Gone => Self::Gone,
            HardwareError::NoAnswer => Self::NoAnswer,
        }
    }
}

/// What she has to know where a PIN's secret would lie in software.
pub const SOFTWARE: &str = "This phone has no closed place for the PIN's secret. Somebody who copies everything on this phone could \
                        try every PIN. A passphrase is safer here.";

/// What a key is tried with. No PIN depends on what comes of it.
const TRIED: [u8; 32] = [0; 32];

/// The port, kept by hardware.
pub struct HardwareSecret<H>(H);

impl<H: Hardware> HardwareSecret<H> {
    /// A secret in this hardware.
    pub fn in_hardware(hardware: H) -> Self {
        Self(hardware)
    }
}

impl<H: Hardware> DeviceSecret for HardwareSecret<H> {
    fn prepare(&self) -> Result<(), DeviceSecretError> {
        // That it is there does not say that it works, so it is tried. A key that did not answer now stays as it is: PINs may
        // need it.
        match self.0.compute(&TRIED) {
            Err(HardwareError::Gone) => {}
            other => return Ok(other.map(|_| ())?),
        }
        // A dead key would stand in the way of another. Where it cannot be taken away, the new one replaces it or says so.
        let _ = self.0.end();
        // A chip of its own may be full or busy, or know no such key; the usual place is still hardware.
        if self.0.has_chip() && self.0.make(true).is_ok() {
            return Ok(());
        }
        Ok(self.0.make(false)?)
    }

    fn mix(&self, input: &[u8; 32]) -> Result<[u8; 32], DeviceSecretError> {
        // Never made here: another key would give another answer, and the right PIN would look wrong.
        let out = self.0.compute(input)?;
        out.as_slice().try_into().map_err(|_| DeviceSecretError::NoAnswer)
    }

    fn warning(&self) -> Option<&'static str> {
        (!self.0.is_hardware()).then_some(SOFTWARE)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use super::*;
    use sha2::{Digest, Sha256};
    use std::sync::Mutex;

    /// Hardware made of a number: each key that is made is another.
    #[derive(Default)]
    struct Chip {
        has_chip: bool,
        chip_fails: bool,
        fails: Mutex<Option<HardwareError>>,
        short: bool,
        software: bool,
        key: Mutex<Option<u8>>,
        dead: Mutex<bool>,
        ended: Mutex<u32>,
        made: Mutex<Vec<bool>>,
    }

    impl Hardware for Chip {
        fn has_chip(&self) -> bool {
            self.has_chip
        }

        fn make(&self, in_chip: bool) -> Result<(), HardwareError> {
            self.made.lock().unwrap().push(in_chip);
            if in_chip && self.chip_fails {
                return Err(HardwareError::None);
            }
            if let Some(error) = *self.fails.lock().unwrap() {
                return Err(error);
            }
            // A dead one is in the way until it is taken away.
            if *self.dead.lock().unwrap() {
                return Err(HardwareError::NoAnswer);
            }
            *self.key.lock().unwrap() = Some(self.made.lock().unwrap().len() as u8);
            Ok(())
        }

        fn compute(&self, input: &[u8; 32]) -> Result<Zeroizing<Vec<u8>>, HardwareError> {
            if let Some(error) = *self.fails.lock().unwrap() {
                return Err(error);
            }
            if *self.dead.lock().unwrap() {
                return Err(HardwareError::Gone);
            }
            let key = self.key.lock().unwrap().ok_or(HardwareError::Gone)?;
            let mut out = Sha256::new().chain_update([key]).chain_update(input).finalize().to_vec();
            out.truncate(if self.short { 31 } else { 32 });
            Ok(Zeroizing::new(out))
        }

        fn end(&self) -> Result<(), HardwareError> {
            *self.ended.lock().unwrap() += 1;
            *self.key.lock().unwrap() = None;
            *self.dead.lock().unwrap() = false;
            Ok(())
        }

        fn is_hardware(&self) -> bool {
            !self.software
        }
    }

    #[test]
    fn a_secret_is_made_once_and_stays() {
        let secret = HardwareSecret::in_hardware(Chip::default());
        secret.prepare().unwrap();
        let mixed = secret.mix(&[7; 32]).unwrap();
        secret.prepare().unwrap();
        assert_eq!(secret.mix(&[7; 32]).unwrap(), mixed);
        assert_ne!(secret.mix(&[8; 32]).unwrap(), mixed);
        assert_eq!(*secret.0.made.lock().unwrap(), [false]);
    }

    #[test]
    fn a_secret_that_was_lost_is_said_to_be_gone_and_never_replaced_by_a_try() {
        let secret = HardwareSecret::in_hardware(Chip::default());
        assert_eq!(secret.mix(&[0; 32]), Err(DeviceSecretError::Gone));
        assert!(secret.0.made.lock().unwrap().is_empty(), "a try makes no key");
    }

    #[test]
    fn a_key_that_died_makes_way_for_another_when_a_pin_is_chosen() {
        let secret = HardwareSecret::in_hardware(Chip::default());
        secret.prepare().unwrap();
        *secret.0.dead.lock().unwrap() = true;
        assert_eq!(secret.mix(&[7; 32]), Err(DeviceSecretError::Gone), "a try replaces nothing");
        secret.prepare().unwrap();
        assert!(secret.mix(&[7; 32]).is_ok(), "PINs can be chosen again");
        assert_eq!(*secret.0.made.lock().unwrap(), [false, false]);
    }

    #[test]
    fn a_key_that_did_not_answer_is_never_taken_away_since_pins_may_need_it() {
        let secret = HardwareSecret::in_hardware(Chip::default());
        secret.prepare().unwrap();
        let mixed = secret.mix(&[7; 32]).unwrap();
        for fails in [HardwareError::NoAnswer, HardwareError::None] {
            *secret.0.fails.lock().unwrap() = Some(fails);
            assert_eq!(secret.prepare(), Err(fails.into()));
        }
        *secret.0.fails.lock().unwrap() = None;
        secret.prepare().unwrap();
        assert_eq!(secret.mix(&[7; 32]).unwrap(), mixed);
        assert_eq!(
            (*secret.0.ended.lock().unwrap(), secret.0.made.lock().unwrap().len()),
            (1, 1),
            "only the first time"
        );
    }

    #[test]
    fn a_chip_of_its_own_is_tried_first_and_is_not_needed() {
        let chip = HardwareSecret::in_hardware(Chip { has_chip: true, ..Chip::default() });
        chip.prepare().unwrap();
        assert_eq!(*chip.0.made.lock().unwrap(), [true]);
        let full = HardwareSecret::in_hardware(Chip { has_chip: true, chip_fails: true, ..Chip::default() });
        full.prepare().unwrap();
        assert_eq!(*full.0.made.lock().unwrap(), [true, false]);
    }

    #[test]
    fn no_answer_is_not_called_gone() {
        let chip = Chip::default();
        let secret = HardwareSecret::in_hardware(chip);
        secret.prepare().unwrap();
        for (fails, said) in [
            (HardwareError::NoAnswer, DeviceSecretError::NoAnswer),
            (HardwareError::Gone, DeviceSecretError::Gone),
            (HardwareError::None, DeviceSecretError::NotOnThisDevice),
        ] {
            *secret.0.fails.lock().unwrap() = Some(fails);
            assert_eq!(secret.mix(&[1; 32]), Err(said));
        }
    }

    #[test]
    fn an_answer_of_another_length_is_none() {
        let secret = HardwareSecret::in_hardware(Chip { short: true, ..Chip::default() });
        secret.prepare().unwrap();
        assert_eq!(secret.mix(&[1; 32]), Err(DeviceSecretError::NoAnswer));
    }

    #[test]
    fn where_the_secret_lies_in_software_she_is_told_first() {
        assert_eq!(HardwareSecret::in_hardware(Chip::default()).warning(), None);
        let soft = HardwareSecret::in_hardware(Chip { software: true, ..Chip::default() });
        assert!(soft.warning().unwrap().contains("passphrase"));
    }
}
