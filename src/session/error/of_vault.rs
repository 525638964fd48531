//! The sentences for what the vault refuses, and for a chain that does not hold.

use crate::evidence::ChainError;
use crate::t;
use crate::vault::{Sealed, VaultError};

/// What happened, as a sentence.
pub(super) fn sentence_of(error: &VaultError) -> String {
    match error {
        VaultError::Random => t!("error-vault-random").to_owned(),
        VaultError::Memory => t!("error-vault-memory").to_owned(),
        VaultError::Cipher => t!("error-vault-cipher").to_owned(),
        VaultError::CutShort(at) => t!("error-vault-cut-short", what = sealed(*at)),
        VaultError::TooLong(at) => t!("error-vault-too-long", what = sealed(*at)),
        VaultError::TooLarge { what, limit } => t!("error-vault-too-large", what = sealed(*what), limit = *limit),
        VaultError::UnknownVersion { what, found } => {
            t!("error-vault-unknown-version", what = sealed(*what), found = *found)
        }
        VaultError::CostTooLow { memory_kib, passes } => {
            t!("error-vault-cost-too-low", memory_kib = *memory_kib, passes = *passes)
        }
        VaultError::CostTooHigh { memory_kib, passes } => {
            t!("error-vault-cost-too-high", memory_kib = *memory_kib, passes = *passes)
        }
        VaultError::Lanes(at) => t!("error-vault-lanes", lanes = *at),
        VaultError::HeadersDiffer => t!("error-vault-headers-differ").to_owned(),
        VaultError::EmptySecret => t!("error-vault-empty-secret").to_owned(),
        VaultError::NoDeviceSecret => t!("error-vault-no-device-secret").to_owned(),
        VaultError::DeviceSecret => t!("error-vault-device-secret").to_owned(),
        VaultError::WrongSecret => t!("error-vault-wrong-secret").to_owned(),
        VaultError::SlotAltered { place, .. } => t!("error-vault-slot-altered", place = *place),
        VaultError::ListAltered => t!("error-vault-list-altered").to_owned(),
        VaultError::NoFreeSlot => t!("error-vault-no-free-slot").to_owned(),
        VaultError::NoSuchSlot(at) => t!("error-vault-no-such-slot", place = *at),
        VaultError::LastSlot => t!("error-vault-last-slot").to_owned(),
        VaultError::NotGenuine(at) => t!("error-vault-not-genuine", what = sealed(*at)),
        VaultError::Failed(at) => t!("error-vault-failed", what = sealed(*at)),
        VaultError::Io(at) => t!("error-vault-io", what = at.to_string()),
        VaultError::NotAKey => t!("error-vault-not-a-key").to_owned(),
        VaultError::WrongSignature => t!("error-vault-wrong-signature").to_owned(),
    }
}

fn sealed(what: Sealed) -> &'static str {
    match what {
        Sealed::KeyFile => t!("error-sealed-key-file"),
        Sealed::Record => t!("error-sealed-record"),
        Sealed::Small => t!("error-sealed-small"),
        Sealed::File => t!("error-sealed-file"),
        Sealed::SigningKey => t!("error-sealed-signing-key"),
        Sealed::Capture => t!("error-sealed-capture"),
        Sealed::Touch => t!("error-sealed-touch"),
    }
}

/// What does not hold, as a sentence.
pub(super) fn of_chain(error: &ChainError) -> String {
    match error {
        ChainError::NoRandomness => t!("error-chain-no-randomness").to_owned(),
        ChainError::Unreadable => t!("error-chain-unreadable").to_owned(),
        ChainError::Newer(version) => t!("error-chain-newer", version = *version),
        ChainError::OtherChain(record) => t!("error-chain-other-chain", record = *record),
        ChainError::OutOfOrder { expected, found } => {
            t!("error-chain-out-of-order", expected = *expected, found = *found)
        }
        ChainError::Broken(record) => t!("error-chain-broken", record = *record),
    }
}

/// Whether a key file as a whole cannot be used.
pub(super) fn is_of_key_file(error: &VaultError) -> bool {
    use Sealed::KeyFile;
    matches!(
        error,
        VaultError::CutShort(KeyFile)
            | VaultError::TooLong(KeyFile)
            | VaultError::UnknownVersion { what: KeyFile, .. }
            | VaultError::CostTooLow { .. }
            | VaultError::CostTooHigh { .. }
            | VaultError::Lanes(_)
            | VaultError::HeadersDiffer
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::error::sentence;

    #[test]
    fn the_english_sentence_is_what_the_vault_and_the_chain_say_themselves() {
        use Sealed::{Capture, File, KeyFile, Record, SigningKey, Small, Touch};
        for what in [KeyFile, Record, Small, File, SigningKey, Capture, Touch] {
            let errors =
                [VaultError::CutShort(what), VaultError::TooLarge { what, limit: 3 }, VaultError::Failed(what)];
            for error in errors {
                assert_eq!(sentence_of(&error), sentence(&error.to_string()));
            }
        }
        let others = [
            VaultError::UnknownVersion { what: KeyFile, found: 9 },
            VaultError::CostTooHigh { memory_kib: 4_194_304, passes: 1_000_000 },
            VaultError::SlotAltered { file: 0, place: 7 },
            VaultError::Io(std::io::ErrorKind::NotFound),
            VaultError::Lanes(2),
            VaultError::Random,
        ];
        for error in others {
            assert_eq!(sentence_of(&error), sentence(&error.to_string()));
        }
        for error in [ChainError::Broken(5), ChainError::OutOfOrder { expected: 3, found: 7 }, ChainError::Newer(2)] {
            assert_eq!(of_chain(&error), sentence(&error.to_string()));
        }
    }
}
