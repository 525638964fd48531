//! The few things that every file here needs: private modes, durable directories, names.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use super::{Result, StoreError};

/// The last part of a path, for an error. Whole paths may hold a person's name and are never shown.
pub(super) fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// `path` with something added to its name: `a.db` and `.new` make `a.db.new`.
pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Whether something is there. An error is not taken for "nothing".
pub(super) fn present(path: &Path) -> Result<bool> {
    Ok(size_of(path)?.is_some())
}

/// The size in bytes of what is there, if anything is.
pub(super) fn size_of(path: &Path) -> Result<Option<u64>> {
    match fs::symlink_metadata(path) {
        Ok(found) => Ok(Some(found.len())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(io_error(path, &error)),
    }
}

/// Sorts an error of the system under the file's own name.
pub(super) fn io_error(path: &Path, error: &io::Error) -> StoreError {
    StoreError::from_io(&name_of(path), error)
}

/// Opens a new file that only this user can read. Refuses one that is there.
pub(super) fn new_private_file(path: &Path) -> Result<File> {
    private().write(true).create_new(true).open(path).map_err(|error| io_error(path, &error))
}

/// Opens a file for reading and writing, making it first if need be, readable by this user only.
pub(super) fn open_private_file(path: &Path) -> Result<File> {
    private().read(true).write(true).create(true).truncate(false).open(path).map_err(|error| io_error(path, &error))
}

/// Makes a directory that only this user can enter. Refuses one that is there.
pub(super) fn new_private_dir(path: &Path) -> Result<()> {
    dir_builder().create(path).map_err(|error| io_error(path, &error))
}

/// Makes the directories that lead to a path, as far as they are missing: only this user can enter them. Each is durable.
pub(super) fn new_private_parents(path: &Path) -> Result<()> {
    let missing: Vec<&Path> =
        path.ancestors().skip(1).take_while(|dir| !dir.as_os_str().is_empty() && !dir.exists()).collect();
    for dir in missing.into_iter().rev() {
        match dir_builder().create(dir) {
            Ok(()) => sync_parent(dir)?,
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(io_error(dir, &error)),
        }
    }
    Ok(())
}

/// Removes a file; one that is not there is no error.
pub(super) fn remove_if_present(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(io_error(path, &error)),
    }
}

/// Renames and makes the new name durable.
pub(super) fn rename(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to).map_err(|error| io_error(to, &error))?;
    sync_parent(to)
}

/// Forces the bytes of a file to the disk. Rust asks Apple systems for `F_FULLFSYNC`.
pub(super) fn sync_file(path: &Path) -> Result<()> {
    let file = OpenOptions::new().write(true).open(path).map_err(|error| io_error(path, &error))?;
    file.sync_all().map_err(|error| io_error(path, &error))
}

/// Makes the names in the directory of `path` durable.
pub(super) fn sync_parent(path: &Path) -> Result<()> {
    match path.parent() {
        Some(parent) if parent.as_os_str().is_empty() => sync_dir(Path::new(".")),
        Some(parent) => sync_dir(parent),
        None => Ok(()),
    }
}

/// Makes the names in a directory durable.
#[cfg(unix)]
pub(super) fn sync_dir(dir: &Path) -> Result<()> {
    let handle = File::open(dir).map_err(|error| io_error(dir, &error))?;
    handle.sync_all().map_err(|error| io_error(dir, &error))
}

/// Elsewhere a directory has no handle to sync; the system orders renames itself.
#[cfg(not(unix))]
pub(super) fn sync_dir(_dir: &Path) -> Result<()> {
    Ok(())
}

#[cfg(unix)]
fn private() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = OpenOptions::new();
    options.mode(0o600);
    options
}

#[cfg(not(unix))]
fn private() -> OpenOptions {
    OpenOptions::new()
}

#[cfg(unix)]
fn dir_builder() -> DirBuilder {
    use std::os::unix::fs::DirBuilderExt;
    let mut builder = DirBuilder::new();
    builder.mode(0o700);
    builder
}

#[cfg(not(unix))]
fn dir_builder() -> DirBuilder {
    DirBuilder::new()
}
