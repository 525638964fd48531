//! Where the files of a pack go: a folder, a ZIP, or a ZIP with a password around one inner ZIP.
//!
//! Everything is written beside the target as `.part` and renamed when it is whole. If anything fails, the partial
//! output is removed. The sealed form streams the inner archive through the cipher: no plaintext touches the disk.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{AesMode, CompressionMethod, ZipWriter};

use super::{Form, MIN_PASSWORD, PackError, names};
use crate::domain::When;

/// From this size on a ZIP member needs 64-bit lengths.
const LARGE: u64 = 3_500_000_000;

/// Takes the files one after the other.
pub(super) struct Sink {
    target: PathBuf,
    part: PathBuf,
    /// Whether the part was renamed to the target.
    done: bool,
    to: To,
}

enum To {
    Folder,
    Zip(Option<Box<ZipWriter<File>>>, SimpleFileOptions),
    Sealed(Option<Box<ZipWriter<StreamWriter<ZipWriter<File>>>>>, SimpleFileOptions),
}

impl Sink {
    /// Refuses a target that exists (an empty folder may), and a password that is too easy.
    pub fn new(form: Form<'_>, made: &When, total: u64) -> Result<Self, PackError> {
        let target = form.path().to_path_buf();
        let part = part_of(&target)?;
        let time = &made.0;
        let stamp = zip::DateTime::from_date_and_time(
            u16::try_from(time.year()).unwrap_or(1980),
            time.month().unsigned_abs(),
            time.day().unsigned_abs(),
            time.hour().unsigned_abs(),
            time.minute().unsigned_abs(),
            time.second().unsigned_abs(),
        );
        let options = SimpleFileOptions::default()
            .last_modified_time(stamp.unwrap_or_default())
            .unix_permissions(0o600)
            .compression_method(CompressionMethod::Deflated);
        if let Form::SealedZip { password, .. } = form {
            if password.chars().count() < MIN_PASSWORD {
                return Err(PackError::PasswordTooShort);
            }
            if !password.chars().all(|c| c == ' ' || c.is_ascii_graphic()) {
                return Err(PackError::PasswordNotPlain);
            }
        }
        let is_empty_folder =
            matches!(form, Form::Folder(_)) && fs::read_dir(&target).is_ok_and(|mut inside| inside.next().is_none());
        if !is_empty_folder && fs::symlink_metadata(&target).is_ok() {
            return Err(PackError::Exists);
        }
        remove_leftover(&part)?;
        let mut sink = Self { target, part, done: false, to: To::Folder };
        match form {
            Form::Folder(_) => fs::create_dir(&sink.part)?,
            Form::Zip(_) => {
                let file = OpenOptions::new().write(true).create_new(true).open(&sink.part)?;
                sink.to = To::Zip(Some(Box::new(ZipWriter::new(file))), options);
            }
            Form::SealedZip { password, .. } => {
                let file = OpenOptions::new().write(true).create_new(true).open(&sink.part)?;
                let mut outer = ZipWriter::new(file);
                let sealed = options
                    .compression_method(CompressionMethod::Stored)
                    .large_file(total > LARGE)
                    .with_aes_encryption(AesMode::Aes256, password);
                outer.start_file(names::INNER, sealed).map_err(from_zip)?;
                sink.to = To::Sealed(Some(Box::new(ZipWriter::new_stream(outer))), options);
            }
        }
        Ok(sink)
    }

    /// Writes one file. `length` is about its size; `packed`: compressing it again is of no use.
    pub fn put(&mut self, path: &str, length: u64, packed: bool, data: &mut dyn Read) -> Result<(), PackError> {
        match &mut self.to {
            To::Folder => {
                let to = self.part.join(path);
                if let Some(folder) = to.parent() {
                    fs::create_dir_all(folder)?;
                }
                let mut file = OpenOptions::new().write(true).create_new(true).open(&to)?;
                io::copy(data, &mut file)?;
                file.sync_all()?;
            }
            To::Zip(zip, options) => {
                let zip = zip.as_mut().ok_or(PackError::Encode)?;
                let method = if packed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
                zip.start_file(path, options.compression_method(method).large_file(length > LARGE))
                    .map_err(from_zip)?;
                io::copy(data, zip)?;
            }
            To::Sealed(zip, options) => {
                let zip = zip.as_mut().ok_or(PackError::Encode)?;
                // Stored members cannot say where they end in a stream: always deflated, quickly where it is no use.
                let options = options.compression_level(packed.then_some(1)).large_file(length > LARGE);
                zip.start_file(path, options).map_err(from_zip)?;
                io::copy(data, zip)?;
            }
        }
        Ok(())
    }

    /// Ends it, makes sure that it is on the disk, and gives it its name.
    pub fn finish(mut self) -> Result<(), PackError> {
        match &mut self.to {
            To::Folder => {}
            To::Zip(zip, _) => {
                let zip = zip.take().ok_or(PackError::Encode)?;
                zip.finish().map_err(from_zip)?.sync_all()?;
            }
            To::Sealed(zip, _) => {
                let zip = zip.take().ok_or(PackError::Encode)?;
                let outer = zip.finish().map_err(from_zip)?.into_inner();
                outer.finish().map_err(from_zip)?.sync_all()?;
            }
        }
        if matches!(self.to, To::Folder) && self.target.is_dir() {
            // Succeeds only while it is still empty.
            fs::remove_dir(&self.target)?;
        } else if fs::symlink_metadata(&self.target).is_ok() {
            return Err(PackError::Exists);
        }
        fs::rename(&self.part, &self.target)?;
        self.done = true;
        Ok(())
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        if self.done {
            return;
        }
        self.to = To::Folder;
        let _ = if self.part.is_dir() { fs::remove_dir_all(&self.part) } else { fs::remove_file(&self.part) };
    }
}

/// `name.part`, beside it.
fn part_of(target: &Path) -> Result<PathBuf, PackError> {
    let name = target.file_name().ok_or(PackError::Write(io::ErrorKind::InvalidFilename))?;
    let mut part = OsString::from(name);
    part.push(".part");
    Ok(target.with_file_name(part))
}

/// A part that an earlier run left when it was killed is plaintext that nobody wants. Nothing else is removed.
fn remove_leftover(part: &Path) -> Result<(), PackError> {
    let Ok(found) = fs::symlink_metadata(part) else { return Ok(()) };
    if found.is_dir() {
        let ours = [
            names::PDF,
            names::TABLE,
            names::EVIDENCE,
            names::MANIFEST,
            names::SIGNATURE,
            names::SIGNERS,
            names::READ_ME,
            names::CHECK,
            names::CONTACTS,
            names::EXHIBITS,
        ];
        for inside in fs::read_dir(part)? {
            if !ours.iter().any(|name| inside.as_ref().is_ok_and(|inside| inside.file_name() == **name)) {
                return Err(PackError::Exists);
            }
        }
        fs::remove_dir_all(part)?;
    } else {
        let mut start = [0; 4];
        let is_zip = found.is_file()
            && (found.len() == 0 || File::open(part)?.read_exact(&mut start).is_ok_and(|()| start == *b"PK\x03\x04"));
        if !is_zip {
            return Err(PackError::Exists);
        }
        fs::remove_file(part)?;
    }
    Ok(())
}

fn from_zip(error: zip::result::ZipError) -> PackError {
    match error {
        zip::result::ZipError::Io(error) => error.into(),
        _ => PackError::Encode,
    }
}
