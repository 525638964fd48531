//! A fixed number of places of a fixed size, for what is saved before the seal is opened.
//!
//! ```text
//! queue  = header (4096) ‖ 32 places of 4096 bytes                                        135168 bytes
//! header = version 1 (1) ‖ public key (32) ‖ zeros
//! place  = 0 for a free one, else the version of what is in it (1) ‖ 4095 bytes
//! ```
//!
//! All of it is there from the first, so that its size tells nothing and a full disk takes nothing away. It is written in
//! place: first all of a place but its first byte, synced, then that byte, synced. So after a crash a place is free or
//! whole, and one that is in use is never written over. How many are in use can be read off: it has to be, since whoever
//! writes has no key.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::disk::{beside, io_error, name_of, present, remove_if_present, rename};
use super::{Result, StoreError, atomic};

/// How many places there are.
pub const PLACES: usize = 32;
/// Bytes of one.
pub const PLACE_LEN: usize = 4096;

const VERSION: u8 = 1;
const HEADER_LEN: usize = 4096;
const LEN: usize = HEADER_LEN + PLACES * PLACE_LEN;

/// The queue of a vault.
#[derive(Debug, Clone)]
pub struct Queue {
    path: PathBuf,
}

/// What was found in it. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The public key; `None` if the header is not one of ours.
    pub public: Option<[u8; 32]>,
    /// The places in use, with what is in them.
    pub used: Vec<(usize, Vec<u8>)>,
    /// False when it is cut short, too long, or not one of ours.
    pub whole: bool,
}

impl Queue {
    /// The queue at a path, whether or not it is there.
    #[must_use]
    pub fn at(path: PathBuf) -> Self {
        Self { path }
    }

    /// Makes it: `filling` is random, [`PLACES`] times [`PLACE_LEN`] bytes of it. After a crash there is nothing or all.
    ///
    /// # Errors
    /// `Exists`, `Full`, `ReadOnly`, `Io`; `Damaged` when the filling has another length.
    pub fn create(&self, public: &[u8; 32], mut filling: Vec<u8>) -> Result<()> {
        if filling.len() != PLACES * PLACE_LEN {
            return Err(self.damaged());
        }
        for place in filling.chunks_mut(PLACE_LEN) {
            place.iter_mut().take(1).for_each(|first| *first = 0);
        }
        let mut bytes = vec![VERSION];
        bytes.extend_from_slice(public);
        bytes.resize(HEADER_LEN, 0);
        bytes.extend_from_slice(&filling);
        atomic::create(&self.path, &bytes)
    }

    /// The key that what is put in must be sealed to.
    ///
    /// # Errors
    /// `Missing`; `Damaged` when it is not whole; `Newer`; `Io`.
    pub fn public(&self) -> Result<[u8; 32]> {
        let mut file = File::open(&self.path).map_err(|error| self.io(&error))?;
        self.check(&mut file)
    }

    /// Puts something into the first free place. Durable when it answers; `false`: there is none, and nothing was written.
    ///
    /// # Errors
    /// As [`Queue::public`], `ReadOnly`. Then the place is still free, or, after a failed sync, perhaps taken.
    pub fn put(&self, sealed: &[u8; PLACE_LEN]) -> Result<bool> {
        let mut file = OpenOptions::new().read(true).write(true).open(&self.path).map_err(|error| self.io(&error))?;
        self.check(&mut file)?;
        let [first, rest @ ..] = sealed;
        if *first == 0 {
            return Err(self.damaged());
        }
        for place in 0..PLACES {
            let mut flag = [0];
            self.seek(&mut file, place)?;
            file.read_exact(&mut flag).map_err(|error| self.io(&error))?;
            if flag != [0] {
                continue;
            }
            // The read has left it one byte into the place.
            file.write_all(rest).and_then(|()| file.sync_all()).map_err(|error| self.io(&error))?;
            self.seek(&mut file, place)?;
            file.write_all(&[*first]).and_then(|()| file.sync_all()).map_err(|error| self.io(&error))?;
            return Ok(true);
        }
        Ok(false)
    }

    /// Everything that is in it, as far as it can be read.
    ///
    /// # Errors
    /// `Missing`, `Io`.
    pub fn read(&self) -> Result<Found> {
        let bytes = atomic::read(&self.path)?;
        let (header, places) = bytes.split_at_checked(HEADER_LEN).unwrap_or((&bytes, &[]));
        let public = match header.split_first() {
            Some((&VERSION, key)) => key.first_chunk::<32>().copied(),
            _ => None,
        };
        let used = places.chunks_exact(PLACE_LEN).enumerate().take(PLACES);
        let used = used.filter(|(_, place)| place.first().is_some_and(|first| *first != 0));
        Ok(Found {
            public,
            used: used.map(|(at, place)| (at, place.to_vec())).collect(),
            whole: public.is_some() && bytes.len() == LEN,
        })
    }

    /// Frees places and writes `filling` over them, a place's worth each. Call it only when what was in them is durable
    /// elsewhere.
    ///
    /// # Errors
    /// `Missing`, `ReadOnly`, `Io`. Places may then still be in use.
    pub fn free(&self, places: &[usize], filling: &[u8]) -> Result<()> {
        if places.is_empty() {
            return Ok(());
        }
        let mut file = OpenOptions::new().write(true).open(&self.path).map_err(|error| self.io(&error))?;
        // First they are free, then they are overwritten: a place in use is never half.
        for place in places {
            self.seek(&mut file, *place)?;
            file.write_all(&[0]).map_err(|error| self.io(&error))?;
        }
        file.sync_all().map_err(|error| self.io(&error))?;
        for (place, random) in places.iter().zip(filling.chunks(PLACE_LEN)) {
            self.seek(&mut file, *place)?;
            let rest = random.get(1..).unwrap_or_default();
            file.write_all(&[0]).and_then(|()| file.write_all(rest)).map_err(|error| self.io(&error))?;
        }
        file.sync_all().map_err(|error| self.io(&error))
    }

    /// Removes the queue, and those that were kept because they were spoilt.
    ///
    /// # Errors
    /// `ReadOnly`, `Io`.
    pub(super) fn remove(&self) -> Result<()> {
        for number in 1..100 {
            remove_if_present(&beside(&self.path, &format!(".bad{number}")))?;
        }
        remove_if_present(&beside(&self.path, ".new"))?;
        remove_if_present(&self.path)
    }

    /// Keeps a spoilt queue under another name, so that a new one can be made. Says which.
    ///
    /// # Errors
    /// `Exists` when there are too many already; `ReadOnly`, `Io`.
    pub fn set_aside(&self) -> Result<String> {
        for number in 1..100 {
            let aside = beside(&self.path, &format!(".bad{number}"));
            if !present(&aside)? {
                rename(&self.path, &aside)?;
                return Ok(name_of(&aside));
            }
        }
        Err(StoreError::Exists { name: name_of(&self.path) })
    }

    /// Whole, and of a version that is known.
    fn check(&self, file: &mut File) -> Result<[u8; 32]> {
        let length = file.metadata().map_err(|error| self.io(&error))?.len();
        let mut header = [0; 33];
        if usize::try_from(length) != Ok(LEN) {
            return Err(self.damaged());
        }
        file.read_exact(&mut header).map_err(|error| self.io(&error))?;
        match header {
            [VERSION, public @ ..] => Ok(public),
            [0, ..] => Err(self.damaged()),
            [found, ..] => Err(StoreError::Newer { found: found.into(), ours: VERSION.into() }),
        }
    }

    fn seek(&self, file: &mut File, place: usize) -> Result<()> {
        let at = u64::try_from(HEADER_LEN + place.min(PLACES - 1) * PLACE_LEN).unwrap_or(u64::MAX);
        file.seek(SeekFrom::Start(at)).map(|_| ()).map_err(|error| self.io(&error))
    }

    fn damaged(&self) -> StoreError {
        StoreError::Damaged { name: name_of(&self.path), code: 0 }
    }

    fn io(&self, error: &io::Error) -> StoreError {
        io_error(&self.path, error)
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

#[cfg(test)]
#[path = "queue_tests.rs"]
mod tests;
