//! What the vault refuses, in words. No variant carries a secret, a word of hers or a path.

use std::fmt;

use thiserror::Error;

/// The kinds of sealed thing, for naming one in an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sealed {
    /// The file of eight slots.
    KeyFile,
    /// One record of a store.
    Record,
    /// A setting, a draft or another small thing.
    Small,
    /// A photo, recording or other file.
    File,
    /// The key that signs the chain.
    SigningKey,
    /// What was saved while locked.
    Capture,
    /// The file of the finger or face.
    Touch,
}

impl fmt::Display for Sealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::KeyFile => "key file",
            Self::Record => "record",
            Self::Small => "setting or draft",
            Self::File => "sealed file",
            Self::SigningKey => "signing key",
            Self::Capture => "mark that was saved while locked",
            Self::Touch => "shortcut for the finger or face",
        })
    }
}

/// Everything that can go wrong in the vault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum VaultError {
    /// The system gave no randomness. Nothing may be sealed without it.
    #[error("this device gave no random numbers, so nothing was sealed")]
    Random,
    /// The memory that the key derivation needs could not be had.
    #[error("there is not enough free memory to work out the key")]
    Memory,
    /// A cipher or key derivation refused its input; should not happen.
    #[error("the cipher refused its input, so nothing was sealed or opened")]
    Cipher,
    /// The bytes end too early.
    #[error("the {0} is cut short")]
    CutShort(Sealed),
    /// There are bytes where the format has none.
    #[error("the {0} is longer than it should be")]
    TooLong(Sealed),
    /// The plaintext is larger than this kind of thing may be.
    #[error("this is too large for a {what}: at most {limit} bytes")]
    TooLarge {
        /// What was to be sealed.
        what: Sealed,
        /// The most bytes that it takes.
        limit: usize,
    },
    /// A version that this program does not know.
    #[error("the {what} has version {found}, which this version of the app does not know; a newer one may")]
    UnknownVersion {
        /// What was read.
        what: Sealed,
        /// The version byte that it starts with.
        found: u8,
    },
    /// The costs in a header are below the floor: a guess would be too cheap.
    #[error("the key file asks for too little work ({memory_kib} KiB, {passes} passes) to be safe")]
    CostTooLow {
        /// Memory asked for, in KiB.
        memory_kib: u32,
        /// Passes asked for.
        passes: u32,
    },
    /// The costs in a header are above the cap: the phone would stall or run out of memory.
    #[error("the key file asks for too much work ({memory_kib} KiB, {passes} passes) for this app")]
    CostTooHigh {
        /// Memory asked for, in KiB.
        memory_kib: u32,
        /// Passes asked for.
        passes: u32,
    },
    /// More or fewer lanes than one.
    #[error("the key file asks for {0} lanes; this app uses one")]
    Lanes(u32),
    /// The two key files of a pair do not share salt and costs.
    #[error("the two key files do not belong together")]
    HeadersDiffer,
    /// An empty passphrase or PIN.
    #[error("a secret cannot be empty")]
    EmptySecret,
    /// A PIN was asked for where the device has no secret of its own.
    #[error("this device cannot protect a PIN; use a passphrase")]
    NoDeviceSecret,
    /// The device has a secret of its own but would not use it.
    #[error("this device's secure hardware did not answer")]
    DeviceSecret,
    /// The secret opens no slot of either file.
    #[error("that does not open anything here")]
    WrongSecret,
    /// The secret belongs to a slot, but the slot was altered or moved, or the header was.
    #[error("that secret is right, but its slot (place {place}) in the key file was altered or moved")]
    SlotAltered {
        /// Which of the two files, 0 or 1, in the order given.
        file: usize,
        /// The slot's place, 0 to 7.
        place: usize,
    },
    /// The owner's list of used slots does not open with this master key.
    #[error("the key file's own list of slots was altered, or belongs to another key")]
    ListAltered,
    /// All eight slots are used.
    #[error("all eight places in the key file are used; remove one first")]
    NoFreeSlot,
    /// No used slot at that place.
    #[error("there is no secret at place {0} of the key file")]
    NoSuchSlot(usize),
    /// Removing the last secret would lock the store for good.
    #[error("the last secret cannot be removed: nothing could open the store again")]
    LastSlot,
    /// The seal does not check.
    #[error("the {0} was altered, or belongs elsewhere, or the key is another one")]
    NotGenuine(Sealed),
    /// Earlier writing or reading failed, so this one cannot go on.
    #[error("an earlier step failed, so this {0} cannot be finished")]
    Failed(Sealed),
    /// Reading or writing the bytes failed.
    #[error("reading or writing failed: {0}")]
    Io(std::io::ErrorKind),
    /// Not a usable Ed25519 public key.
    #[error("this is not a usable public key")]
    NotAKey,
    /// The signature does not check.
    #[error("the signature does not match")]
    WrongSignature,
}

impl From<std::io::Error> for VaultError {
    /// Keeps the vault's own error when one was carried through `std::io`, else only the kind:
    /// the text of an `io::Error` may hold a path.
    fn from(error: std::io::Error) -> Self {
        match error.get_ref().and_then(|inner| inner.downcast_ref::<Self>()) {
            Some(own) => *own,
            None => Self::Io(error.kind()),
        }
    }
}

impl From<VaultError> for std::io::Error {
    fn from(error: VaultError) -> Self {
        let kind = match error {
            VaultError::Io(kind) => kind,
            VaultError::CutShort(_) => std::io::ErrorKind::UnexpectedEof,
            _ => std::io::ErrorKind::InvalidData,
        };
        Self::new(kind, error)
    }
}
