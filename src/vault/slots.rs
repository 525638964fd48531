//! The key file: eight slots, always eight, and the owner's own list of them.
//!
//! ```text
//! key file = header (45) ‖ 8 slots of 114 bytes ‖ list (313)                 1270 bytes
//! header   = version 1 (1) ‖ salt (32) ‖ memory KiB ‖ passes ‖ lanes (u32, big endian)
//! ```
//!
//! The two files of a pair share their header and have the same size; all else looks random, so
//! neither the number of secrets nor which file is the journal's can be read off. Nobody but the
//! owner of the master key knows which slots are used: that is what the list is for.

use std::fmt;

use super::error::{Sealed, VaultError};
use super::kdf::KdfParams;
use super::list::{LIST_LEN, List, SlotList};
use super::random;
use super::scrub::scrubbed;
use super::secret::MasterKey;
use super::slot::{self, DeviceSecret, NewSecret, SLOT_LEN, SlotBytes, SlotClass, StoreKind};

/// Slots in a key file.
pub const PLACES: usize = 8;
/// Bytes of a key file.
pub const KEY_FILE_LEN: usize = HEADER_LEN + PLACES * SLOT_LEN + LIST_LEN;

pub(super) const VERSION: u8 = 1;
const HEADER_LEN: usize = 1 + 32 + 3 * 4;

/// What both files of a pair have in common.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) salt: [u8; 32],
    pub(super) params: KdfParams,
}

impl Header {
    /// As it lies in the file, and as it is authenticated.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(HEADER_LEN);
        out.push(VERSION);
        out.extend_from_slice(&self.salt);
        for number in [self.params.memory_kib(), self.params.passes(), self.params.lanes()] {
            out.extend_from_slice(&number.to_be_bytes());
        }
        out
    }
}

/// One key file, as bytes in memory. Writing it atomically is the caller's work.
#[derive(Clone, PartialEq, Eq)]
pub struct KeyFile {
    pub(super) header: Header,
    pub(super) slots: [SlotBytes; PLACES],
    list: [u8; LIST_LEN],
}

impl fmt::Debug for KeyFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KeyFile(..)")
    }
}

/// What set-up makes.
#[derive(Debug)]
pub struct KeyFilePair {
    /// The journal's key file, with one used slot.
    pub journal: KeyFile,
    /// The plain notes' key file, which nothing opens yet.
    pub notes: KeyFile,
    /// The journal's master key.
    pub master: MasterKey,
}

impl KeyFile {
    /// Makes the two key files of a new installation, and the journal's master key.
    ///
    /// # Errors
    /// [`VaultError::EmptySecret`], [`VaultError::NoDeviceSecret`], [`VaultError::Random`],
    /// [`VaultError::Memory`].
    pub fn create_pair(
        params: KdfParams,
        secret: NewSecret<'_>,
        device: Option<&DeviceSecret<'_>>,
    ) -> Result<KeyFilePair, VaultError> {
        let notes = Self::unowned(Header { salt: random::bytes()?, params })?;
        let mut journal = notes.unopened_beside()?;
        let master = journal.claim(StoreKind::Journal, secret, device)?;
        Ok(KeyFilePair { journal, notes, master })
    }

    /// A file of the same pair that nothing opens: what the notes' file is before a second
    /// secret is set, and again after it is taken away.
    ///
    /// # Errors
    /// [`VaultError::Random`].
    pub fn unopened_beside(&self) -> Result<Self, VaultError> {
        Self::unowned(self.header.clone())
    }

    fn unowned(header: Header) -> Result<Self, VaultError> {
        let mut file = Self { header, slots: [[0; SLOT_LEN]; PLACES], list: [0; LIST_LEN] };
        for slot in &mut file.slots {
            random::fill(slot)?;
        }
        random::fill(&mut file.list)?;
        Ok(file)
    }

    /// Gives this file a new master key and one secret that opens it. All eight slots are
    /// written anew, so whatever opened the file before does not any more.
    ///
    /// # Errors
    /// As [`KeyFile::create_pair`]; the file is then as it was.
    pub fn claim(
        &mut self,
        kind: StoreKind,
        secret: NewSecret<'_>,
        device: Option<&DeviceSecret<'_>>,
    ) -> Result<MasterKey, VaultError> {
        let master = MasterKey::random()?;
        self.claim_for(&master, kind, secret, device)?;
        Ok(master)
    }

    /// The same for a master key that already exists: after the list was damaged, or from a backup.
    ///
    /// # Errors
    /// As [`KeyFile::create_pair`]; the file is then as it was.
    pub fn claim_for(
        &mut self,
        master: &MasterKey,
        kind: StoreKind,
        secret: NewSecret<'_>,
        device: Option<&DeviceSecret<'_>>,
    ) -> Result<(), VaultError> {
        let mut fresh = self.unopened_beside()?;
        let list = List::all_unused(kind, &fresh.slots);
        let place = random_place(&[0, 1, 2, 3, 4, 5, 6, 7])?;
        fresh.write_slot(master, list, place, secret, device)?;
        *self = fresh;
        Ok(())
    }

    /// Reads a key file. Its costs are bounded before anything is worked out with them.
    ///
    /// # Errors
    /// [`VaultError::CutShort`], [`VaultError::TooLong`], [`VaultError::UnknownVersion`],
    /// [`VaultError::CostTooLow`], [`VaultError::CostTooHigh`], [`VaultError::Lanes`].
    pub fn parse(bytes: &[u8]) -> Result<Self, VaultError> {
        let cut = VaultError::CutShort(Sealed::KeyFile);
        let (version, rest) = bytes.split_first().ok_or(cut)?;
        if *version != VERSION {
            return Err(VaultError::UnknownVersion { what: Sealed::KeyFile, found: *version });
        }
        let (salt, rest) = rest.split_first_chunk::<32>().ok_or(cut)?;
        let (memory_kib, rest) = rest.split_first_chunk::<4>().ok_or(cut)?;
        let (passes, rest) = rest.split_first_chunk::<4>().ok_or(cut)?;
        let (lanes, mut rest) = rest.split_first_chunk::<4>().ok_or(cut)?;
        let params =
            KdfParams::new(u32::from_be_bytes(*memory_kib), u32::from_be_bytes(*passes), u32::from_be_bytes(*lanes))?;
        let mut slots = [[0; SLOT_LEN]; PLACES];
        for slot in &mut slots {
            let (found, after) = rest.split_first_chunk::<SLOT_LEN>().ok_or(cut)?;
            *slot = *found;
            rest = after;
        }
        let (list, rest) = rest.split_first_chunk::<LIST_LEN>().ok_or(cut)?;
        if !rest.is_empty() {
            return Err(VaultError::TooLong(Sealed::KeyFile));
        }
        Ok(Self { header: Header { salt: *salt, params }, slots, list: *list })
    }

    /// The bytes of the file: always [`KEY_FILE_LEN`].
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = self.header.to_bytes();
        out.extend(self.slots.iter().flatten());
        out.extend_from_slice(&self.list);
        out
    }

    /// The costs that both files of the pair share.
    #[must_use]
    pub fn params(&self) -> KdfParams {
        self.header.params
    }

    /// The owner's list: which places are used, by what class, and whether each is intact.
    ///
    /// # Errors
    /// [`VaultError::ListAltered`] when it does not open with this master key.
    pub fn list(&self, master: &MasterKey) -> Result<SlotList, VaultError> {
        let list = List::open(master, &self.header.to_bytes(), &self.list)?;
        Ok(list.compared_with(&self.slots))
    }

    /// Gives one more secret a slot, at an unused place; says which.
    ///
    /// # Errors
    /// [`VaultError::NoFreeSlot`], [`VaultError::ListAltered`], and as [`KeyFile::create_pair`];
    /// the file is then as it was.
    pub fn add_slot(
        &mut self,
        master: &MasterKey,
        secret: NewSecret<'_>,
        device: Option<&DeviceSecret<'_>>,
    ) -> Result<usize, VaultError> {
        let list = List::open(master, &self.header.to_bytes(), &self.list)?;
        // By chance, so that two copies of the file do not show how many places were used.
        let place = random_place(&list.free())?;
        self.write_slot(master, list, place, secret, device)?;
        Ok(usize::from(place))
    }

    /// Replaces the secret at a place by another, of any class.
    ///
    /// # Errors
    /// [`VaultError::NoSuchSlot`] when the place is unused, and as [`KeyFile::add_slot`].
    pub fn change(
        &mut self,
        master: &MasterKey,
        place: usize,
        secret: NewSecret<'_>,
        device: Option<&DeviceSecret<'_>>,
    ) -> Result<(), VaultError> {
        let list = List::open(master, &self.header.to_bytes(), &self.list)?;
        let place = list.used_place(place)?;
        self.write_slot(master, list, place, secret, device)
    }

    /// Removes the secret at a place: its slot becomes random bytes.
    ///
    /// # Errors
    /// [`VaultError::NoSuchSlot`], [`VaultError::LastSlot`] for the only one left,
    /// [`VaultError::ListAltered`], [`VaultError::Random`].
    pub fn remove_slot(&mut self, master: &MasterKey, place: usize) -> Result<(), VaultError> {
        let mut list = List::open(master, &self.header.to_bytes(), &self.list)?;
        let place = list.used_place(place)?;
        if list.free().len() + 1 >= PLACES {
            return Err(VaultError::LastSlot);
        }
        let slot = random::bytes::<SLOT_LEN>()?;
        self.put(master, &mut list, place, None, slot)
    }

    /// Seals `master` under `secret` and puts it at `place`.
    fn write_slot(
        &mut self,
        master: &MasterKey,
        mut list: List,
        place: u8,
        secret: NewSecret<'_>,
        device: Option<&DeviceSecret<'_>>,
    ) -> Result<(), VaultError> {
        let header = self.header.to_bytes();
        let slot = scrubbed(|| {
            let keying = secret.keying(&self.header.salt, self.header.params, device)?;
            slot::seal(master, list.kind, secret.class(), &keying, &header, place)
        })?;
        self.put(master, &mut list, place, Some(secret.class()), slot)
    }

    /// Puts a slot and its line of the list in place, both or neither. The other lines keep
    /// their digests, so a slot that was altered stays known as altered.
    fn put(
        &mut self,
        master: &MasterKey,
        list: &mut List,
        place: u8,
        class: Option<SlotClass>,
        slot: SlotBytes,
    ) -> Result<(), VaultError> {
        let at = usize::from(place);
        list.set(at, class, &slot)?;
        let sealed = list.seal(master, &self.header.to_bytes())?;
        *self.slots.get_mut(at).ok_or(VaultError::NoSuchSlot(at))? = slot;
        self.list = sealed;
        Ok(())
    }
}

/// One of `free` by chance. Eight bytes make the bias of the remainder too small to matter, and
/// nothing secret hangs on it.
fn random_place(free: &[u8]) -> Result<u8, VaultError> {
    let count = u64::try_from(free.len()).map_err(|_| VaultError::NoFreeSlot)?;
    let chosen = u64::from_be_bytes(random::bytes()?).checked_rem(count).ok_or(VaultError::NoFreeSlot)?;
    let chosen = usize::try_from(chosen).map_err(|_| VaultError::NoFreeSlot)?;
    free.get(chosen).copied().ok_or(VaultError::NoFreeSlot)
}

#[cfg(test)]
#[path = "slots_tests.rs"]
mod tests;
