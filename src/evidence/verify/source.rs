//! Opens a pack from outside: a folder, a ZIP, a ZIP with a password around one inner ZIP. Nothing is unpacked.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Cursor, Read, Seek};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;
use zip::ZipArchive;
use zip::read::ZipReadOptions;
use zip::result::ZipError;

use super::{CannotBeRead, limits};
use crate::domain::Digest;
use crate::evidence::pack::names;

/// From this length on a member may not unfold to more than [`RATIO`] times what it takes up: text reaches 20.
const BOMB: u64 = 64 << 20;
const RATIO: u64 = 200;

pub(super) trait Archive: Read + Seek {}
impl<T: Read + Seek> Archive for T {}

/// A pack that is open.
pub(super) enum Opened {
    /// Paths in it, and where they are.
    Folder(BTreeMap<String, PathBuf>),
    /// Paths in it, and their places in the archive with the lengths that it gives.
    Zip(Box<ZipArchive<Box<dyn Archive>>>, BTreeMap<String, (usize, u64)>),
}

impl Opened {
    pub fn open(path: &Path, password: Option<&str>) -> Result<Self, CannotBeRead> {
        let what = fs::metadata(path).map_err(|_| CannotBeRead::NotThere)?;
        if what.is_dir() {
            let mut files = BTreeMap::new();
            list_folder(path, "", 0, &mut files)?;
            return Ok(Self::Folder(files));
        }
        let file = File::open(path).map_err(|error| CannotBeRead::Io(error.kind()))?;
        let mut outer = open_zip(Box::new(io::BufReader::new(file)))?;
        if outer.len() != 1 || outer.name_for_index(0).is_none_or(|name| !name.is_ok_and(|name| name == names::INNER)) {
            return Self::zip(outer);
        }
        let password = password.ok_or(CannotBeRead::PasswordNeeded)?;
        let mut sealed = outer.by_index_decrypt(0, password.as_bytes()).map_err(|error| match error {
            ZipError::InvalidPassword => CannotBeRead::WrongPassword,
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => CannotBeRead::PasswordNeeded,
            error => from_zip(error),
        })?;
        let mut inner = Vec::new();
        sealed.by_ref().take(limits::INNER + 1).read_to_end(&mut inner).map_err(|_| CannotBeRead::WrongPassword)?;
        if inner.len() as u64 > limits::INNER {
            return Err(CannotBeRead::TooLarge);
        }
        Self::zip(open_zip(Box::new(Cursor::new(Zeroizing::new(inner))))?)
    }

    fn zip(mut archive: ZipArchive<Box<dyn Archive>>) -> Result<Self, CannotBeRead> {
        if archive.len() > limits::FILES {
            return Err(CannotBeRead::TooLarge);
        }
        let mut files = BTreeMap::new();
        let mut lowered = BTreeSet::new();
        let mut total = 0_u64;
        for index in 0..archive.len() {
            let file = archive.by_index_raw(index).map_err(from_zip)?;
            let name = file.name().map_err(|_| CannotBeRead::UnsafeName)?.into_owned();
            if file.encrypted() {
                return Err(CannotBeRead::NotAPack);
            }
            if file.is_symlink() {
                return Err(CannotBeRead::Link);
            }
            total = total.saturating_add(file.size());
            let unfolds = file.size() > BOMB && file.size() / RATIO > file.compressed_size();
            if file.size() > limits::FILE || total > limits::TOTAL || unfolds {
                return Err(CannotBeRead::TooLarge);
            }
            if let Some(folder) = name.strip_suffix('/') {
                is_safe(folder)?;
                continue;
            }
            let size = file.size();
            is_safe(&name)?;
            // Windows and Mac would unpack "A" over "a".
            if !lowered.insert(name.to_lowercase()) || files.insert(name, (index, size)).is_some() {
                return Err(CannotBeRead::TwiceNamed);
            }
        }
        Ok(Self::Zip(Box::new(archive), files))
    }

    /// The bytes of one of the pack's own lists. `None`: it is not there.
    pub fn read(&mut self, path: &str) -> Result<Option<Vec<u8>>, CannotBeRead> {
        let mut bytes = Vec::new();
        let found = self.with(path, &mut |reader| {
            reader.take(limits::LIST + 1).read_to_end(&mut bytes)?;
            Ok(())
        })?;
        if bytes.len() as u64 > limits::LIST {
            return Err(CannotBeRead::TooLarge);
        }
        // A file that breaks off in its archive is there and damaged: what was read of it will not match.
        Ok(found.then_some(bytes))
    }

    /// The digest of each file. One that cannot be read to its end gets the digest of nothing: it was changed.
    pub fn digests(&mut self) -> Result<BTreeMap<String, Digest>, CannotBeRead> {
        let paths: Vec<String> = match self {
            Self::Folder(files) => files.keys().cloned().collect(),
            Self::Zip(_, files) => files.keys().cloned().collect(),
        };
        let mut digests = BTreeMap::new();
        let mut total = 0_u64;
        for path in paths {
            let mut hasher = Sha256::new();
            let mut length = 0;
            let mut whole = true;
            self.with(&path, &mut |reader| {
                match io::copy(&mut reader.take(limits::FILE + 1), &mut Hash(&mut hasher)) {
                    Ok(n) => length = n,
                    Err(_) => whole = false,
                }
                Ok(())
            })?;
            total = total.saturating_add(length);
            if length > limits::FILE || total > limits::TOTAL {
                return Err(CannotBeRead::TooLarge);
            }
            digests.insert(path, if whole { Digest(hasher.finalize().into()) } else { Digest([0; 32]) });
        }
        Ok(digests)
    }

    /// Gives the file's reader to `f`. Whether there is such a file.
    fn with(&mut self, path: &str, f: &mut dyn FnMut(&mut dyn Read) -> io::Result<()>) -> Result<bool, CannotBeRead> {
        match self {
            Self::Folder(files) => {
                let Some(at) = files.get(path) else { return Ok(false) };
                let mut file = File::open(at).map_err(|error| CannotBeRead::Io(error.kind()))?;
                f(&mut file).map_err(|error| CannotBeRead::Io(error.kind()))?;
            }
            Self::Zip(archive, files) => {
                let Some((index, size)) = files.get(path) else { return Ok(false) };
                // A checksum that fails is for the list of digests to find, by name.
                let options = ZipReadOptions::new().ignore_crc32(true).enforce_header_consistency(true);
                let mut file = archive.by_index_with_options(*index, options).map_err(from_zip)?;
                // So is a stream that breaks off: what was read of it does not match.
                // It never gets more than the archive said, so that nothing unfolds without end.
                let _ = f(&mut file.by_ref().take(*size));
            }
        }
        Ok(true)
    }
}

struct Hash<'a>(&'a mut Sha256);

impl io::Write for Hash<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn open_zip(reader: Box<dyn Archive>) -> Result<ZipArchive<Box<dyn Archive>>, CannotBeRead> {
    let mut reader = reader;
    let count = counted(&mut reader).map_err(|error| CannotBeRead::Io(error.kind()))?;
    let archive = ZipArchive::new(reader).map_err(from_zip)?;
    // The archive's own count against the names that are left after one hid another.
    match count {
        Some(count) if usize::from(count) != archive.len() && count != u16::MAX => Err(CannotBeRead::TwiceNamed),
        _ => Ok(archive),
    }
}

/// How many members the end of the archive says there are (APPNOTE 4.3.16).
fn counted(reader: &mut Box<dyn Archive>) -> io::Result<Option<u16>> {
    let length = reader.seek(io::SeekFrom::End(0))?;
    reader.seek(io::SeekFrom::Start(length.saturating_sub(66_000)))?;
    let mut tail = Vec::new();
    reader.take(66_000).read_to_end(&mut tail)?;
    reader.seek(io::SeekFrom::Start(0))?;
    let at = tail.windows(4).rposition(|window| window == b"PK\x05\x06");
    let count = at.and_then(|at| tail.get(at + 10..at + 12)).and_then(|two| <[u8; 2]>::try_from(two).ok());
    Ok(count.map(u16::from_le_bytes))
}

/// A name that stays inside, on every system.
fn is_safe(name: &str) -> Result<(), CannotBeRead> {
    let bad = name.is_empty()
        || name.len() > 255
        || name.contains(['\\', ':', '\0'])
        || name.chars().any(char::is_control)
        || name.split('/').any(|part| part.is_empty() || part == "." || part == ".." || part.ends_with([' ', '.']));
    if bad { Err(CannotBeRead::UnsafeName) } else { Ok(()) }
}

fn list_folder(at: &Path, prefix: &str, depth: usize, out: &mut BTreeMap<String, PathBuf>) -> Result<(), CannotBeRead> {
    let io = |error: io::Error| CannotBeRead::Io(error.kind());
    if depth > 8 {
        return Err(CannotBeRead::TooLarge);
    }
    for one in fs::read_dir(at).map_err(io)? {
        let one = one.map_err(io)?;
        let name = one.file_name().into_string().map_err(|_| CannotBeRead::UnsafeName)?;
        let path = format!("{prefix}{name}");
        let kind = one.file_type().map_err(io)?;
        if kind.is_symlink() {
            return Err(CannotBeRead::Link);
        } else if kind.is_dir() {
            list_folder(&one.path(), &format!("{path}/"), depth + 1, out)?;
        } else if kind.is_file() {
            out.insert(path, one.path());
        } else {
            return Err(CannotBeRead::NotAPack);
        }
        if out.len() > limits::FILES {
            return Err(CannotBeRead::TooLarge);
        }
    }
    Ok(())
}

fn from_zip(error: ZipError) -> CannotBeRead {
    match error {
        ZipError::Io(error) => CannotBeRead::Io(error.kind()),
        ZipError::InvalidPassword => CannotBeRead::WrongPassword,
        _ => CannotBeRead::NotAPack,
    }
}
