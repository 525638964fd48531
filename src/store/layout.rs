//! What a vault directory holds and where: two stores, always both, and what is needed before the seal is opened.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use fs4::{FileExt, TryLockError};

use super::disk::{self, beside, io_error, name_of, present};
use super::{Log, Queue, Result, StoreError, atomic, upgrade};

/// One of the two stores. Which is which is not known here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// `a.keys`, `a.db`, `a.files/`.
    A,
    /// `b.keys`, `b.db`, `b.files/`.
    B,
}

impl Side {
    /// Both, in order.
    pub const BOTH: [Self; 2] = [Self::A, Self::B];

    /// The one beside it.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }

    const fn named(self, a: &'static str, b: &'static str) -> &'static str {
        match self {
            Self::A => a,
            Self::B => b,
        }
    }
}

/// A small file that is replaced as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Small {
    /// The key file of a store.
    Keys(Side),
    /// What the disguise needs outside the seal.
    Door,
    /// The count of tries.
    Tries,
    /// The finger or face, where it is on. Not a part that must be there: that it is there says that it is on.
    Touch,
}

impl Small {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Keys(Side::A), Self::Keys(Side::B), Self::Door, Self::Tries, Self::Touch];
}

/// What is at the place of a vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Presence {
    /// Nothing of a vault.
    Nothing,
    /// Every part.
    Complete,
    /// Some parts, but not these. Never to be set up over.
    PartsMissing(Vec<&'static str>),
}

/// The first contents of the small files, all sealed or opaque.
#[derive(Clone, Copy)]
pub struct Initial<'a> {
    /// `a.keys`.
    pub a_keys: &'a [u8],
    /// `b.keys`.
    pub b_keys: &'a [u8],
    /// `door`.
    pub door: &'a [u8],
    /// `tries`.
    pub tries: &'a [u8],
}

/// The place of a vault: paths only, nothing open.
#[derive(Debug, Clone)]
pub struct VaultDir {
    root: PathBuf,
}

impl VaultDir {
    /// Names the place, whether or not there is a vault.
    #[must_use]
    pub fn at(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    /// Makes a vault with two empty stores, and locks it; the directories that lead to it too. It is built beside (`.new`) and renamed as a whole: after a
    /// crash there is nothing or all of it.
    ///
    /// # Errors
    /// `Exists` if the place holds anything at all, `InUse`, `Full`, `ReadOnly`, `Io`. What was there stays.
    pub fn create(root: &Path, initial: &Initial<'_>) -> Result<(Self, VaultLock)> {
        let exists = || StoreError::Exists { name: name_of(root) };
        match fs::read_dir(root).map(|mut entries| entries.next().is_none()) {
            // An empty directory is no vault; the rename takes its place.
            Ok(true) => {}
            Ok(false) => return Err(exists()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) if error.kind() == io::ErrorKind::NotADirectory => return Err(exists()),
            Err(error) => return Err(io_error(root, &error)),
        }
        let building = Self::at(&beside(root, ".new"));
        disk::new_private_parents(root)?;
        building.clear_abandoned()?;
        disk::new_private_dir(&building.root)?;
        let lock = VaultLock::take(&building.lock_path())?;
        let built = building.fill(initial).and_then(|()| {
            fs::rename(&building.root, root).map_err(|error| match error.kind() {
                io::ErrorKind::DirectoryNotEmpty | io::ErrorKind::AlreadyExists => exists(),
                _ => io_error(root, &error),
            })
        });
        if let Err(error) = built {
            // What matters is the first error; a leftover is removed at the next try.
            let _ = fs::remove_dir_all(&building.root);
            return Err(error);
        }
        disk::sync_parent(root)?;
        Ok((Self::at(root), lock))
    }

    /// Removes what a crash left of a set-up, unless one is going on at this moment.
    fn clear_abandoned(&self) -> Result<()> {
        if !present(&self.root)? {
            return Ok(());
        }
        let _lock = VaultLock::take(&self.lock_path())?;
        fs::remove_dir_all(&self.root).map_err(|error| io_error(&self.root, &error))
    }

    fn fill(&self, initial: &Initial<'_>) -> Result<()> {
        for side in Side::BOTH {
            Log::create(&self.db(side))?;
            disk::new_private_dir(&self.files(side))?;
        }
        for small in Small::ALL {
            let bytes = match small {
                Small::Keys(Side::A) => initial.a_keys,
                Small::Keys(Side::B) => initial.b_keys,
                Small::Door => initial.door,
                Small::Tries => initial.tries,
                // Off until she turns it on.
                Small::Touch => continue,
            };
            atomic::create(&self.small(small), bytes)?;
        }
        disk::sync_dir(&self.root)
    }

    /// What is there. Changes nothing.
    ///
    /// # Errors
    /// `Io` or `ReadOnly` if the disk does not answer: that is not the same as nothing.
    pub fn exists(&self) -> Result<Presence> {
        if self.is_unmade() {
            // What is left of it is removed at the next start; it is no vault any more.
            return Ok(Presence::Nothing);
        }
        let mut missing = Vec::new();
        let mut found = false;
        for name in PARTS {
            let path = self.root.join(name);
            // What was cut off can leave a part under another name only; opening puts it back.
            let here = part_present(&path)?
                || (name.ends_with(".db") && part_present(&beside(&path, ".old"))?)
                || (name.ends_with(".files") && part_present(&beside(&path, ".next"))?);
            if here { found = true } else { missing.push(name) }
        }
        Ok(match (found, missing.is_empty()) {
            (false, _) => Presence::Nothing,
            (true, true) => Presence::Complete,
            (true, false) => Presence::PartsMissing(missing),
        })
    }

    /// Takes the vault for this program alone, then removes what a crash left of replacing small files. Where nothing
    /// can be written it is taken all the same, for reading.
    ///
    /// # Errors
    /// `InUse` if another handle has it, `Missing` if there is no such directory, `Io`.
    pub fn lock(&self) -> Result<VaultLock> {
        let lock = VaultLock::take(&self.lock_path())?;
        match self.settle() {
            Ok(()) | Err(StoreError::ReadOnly { .. }) => Ok(lock),
            Err(error) => Err(error),
        }
    }

    fn settle(&self) -> Result<()> {
        for small in Small::ALL {
            atomic::settle(&self.small(small))?;
        }
        for side in Side::BOTH {
            upgrade::remove_database(&beside(&self.db(side), ".new"))?;
        }
        Ok(())
    }

    /// Reads a small file.
    ///
    /// # Errors
    /// As [`atomic::read`].
    pub fn read(&self, small: Small) -> Result<Vec<u8>> {
        atomic::read(&self.small(small))
    }

    /// Replaces a small file as a whole; durable when it returns.
    ///
    /// # Errors
    /// As [`atomic::replace`].
    pub fn replace(&self, small: Small, bytes: &[u8]) -> Result<()> {
        atomic::replace(&self.small(small), bytes)
    }

    /// The directory itself.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The path of a log, for [`Log::open`].
    #[must_use]
    pub fn db(&self, side: Side) -> PathBuf {
        self.root.join(side.named("a.db", "b.db"))
    }

    /// The directory of sealed files, for [`Files::open`](super::Files::open).
    #[must_use]
    pub fn files(&self, side: Side) -> PathBuf {
        self.root.join(side.named("a.files", "b.files"))
    }

    /// The path of a small file.
    #[must_use]
    pub fn small(&self, small: Small) -> PathBuf {
        self.root.join(match small {
            Small::Keys(side) => side.named("a.keys", "b.keys"),
            Small::Door => "door",
            Small::Tries => "tries",
            Small::Touch => "latch",
        })
    }

    /// What is saved while all is locked. Not a part that must be there: an older vault has none.
    #[must_use]
    pub fn queue(&self) -> Queue {
        Queue::at(self.root.join("queue"))
    }

    fn lock_path(&self) -> PathBuf {
        self.root.join("lock")
    }
}

/// Every part of a vault but the lock file, which is made anew when it is missing.
const PARTS: [&str; 8] = ["a.keys", "b.keys", "a.db", "b.db", "a.files", "b.files", "door", "tries"];

/// As [`present`]; what lies under something that is no directory is not there either.
fn part_present(path: &Path) -> Result<bool> {
    match fs::symlink_metadata(path) {
        Ok(_) => Ok(true),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(false),
        Err(error) => Err(io_error(path, &error)),
    }
}

/// Keeps every other program, and every other handle of this one, off a vault until it is dropped.
#[derive(Debug)]
pub struct VaultLock {
    /// Held for its lock only.
    _file: File,
}

impl VaultLock {
    fn take(path: &Path) -> Result<Self> {
        let file = match disk::open_private_file(path) {
            // A disk that can only be read: the file that is there locks as well, or else its directory.
            Err(StoreError::ReadOnly { .. }) => File::open(path)
                .or_else(|_| File::open(path.parent().unwrap_or(path)))
                .map_err(|error| io_error(path, &error))?,
            other => other?,
        };
        // Named in full: the standard library has a method of this name that Android does not support.
        match FileExt::try_lock(&file) {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(StoreError::InUse),
            Err(TryLockError::Error(error)) => Err(io_error(path, &error)),
        }
    }
}
