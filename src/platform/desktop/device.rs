//! A computer's stand-in for a secure chip: a random file outside the vault, mixed in with HMAC-SHA256.
//!
//! It keeps a PIN from opening a vault that was copied without it, and no more: whoever copies both can try out every PIN.
//! The warning says so before one is chosen.

use crate::domain::ports::{DeviceSecret, DeviceSecretError};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// What the file begins with.
const VERSION: u8 = 1;

/// The secret in a file: version 1 (1) ‖ random bytes (32).
pub struct SoftwareSecret {
    file: PathBuf,
}

impl SoftwareSecret {
    /// What a person has to know before she chooses a PIN on a computer.
    pub const WARNING: &str = "On a computer a copied disk can be guessed at: no chip slows it down, and a PIN of six \
        digits is tried out in hours at most. It keeps out somebody who only has the keyboard. Your passphrase is the \
        stronger of the two.";

    /// In this file, which need not exist: it is made when a PIN is chosen.
    pub fn at(file: impl Into<PathBuf>) -> Self {
        Self { file: file.into() }
    }

    fn read(&self) -> Result<Zeroizing<[u8; 32]>, DeviceSecretError> {
        let mut bytes = Zeroizing::new([0; 34]);
        let mut file = File::open(&self.file).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => DeviceSecretError::Gone,
            _ => DeviceSecretError::NoAnswer,
        })?;
        let mut length = 0;
        while let Some(rest) = bytes.get_mut(length..).filter(|rest| !rest.is_empty()) {
            match file.read(rest) {
                Ok(0) => break,
                Ok(read) => length += read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => return Err(DeviceSecretError::NoAnswer),
            }
        }
        match (length, bytes.as_slice()) {
            (33, [VERSION, secret @ .., _]) => {
                secret.try_into().map(Zeroizing::new).map_err(|_| DeviceSecretError::Gone)
            }
            // Cut short or spoilt: what it was cannot be had back.
            _ => Err(DeviceSecretError::Gone),
        }
    }

    /// Writes a new secret beside and renames it: after a crash there is none or all of it.
    fn make(&self) -> io::Result<()> {
        let parent = self.file.parent().unwrap_or(Path::new("."));
        private_dirs().create(parent)?;
        let mut bytes = Zeroizing::new([VERSION; 33]);
        let [_, secret @ ..] = &mut *bytes;
        getrandom::fill(secret).map_err(|_| io::Error::from(io::ErrorKind::Other))?;
        let new = self.file.with_extension("new");
        match fs::remove_file(&new) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let mut file = private_file().write(true).create_new(true).open(&new)?;
        file.write_all(bytes.as_slice())?;
        file.sync_all()?;
        fs::rename(&new, &self.file)?;
        if cfg!(unix) { File::open(parent)?.sync_all() } else { Ok(()) }
    }
}

impl DeviceSecret for SoftwareSecret {
    fn prepare(&self) -> Result<(), DeviceSecretError> {
        match self.read() {
            Err(DeviceSecretError::Gone) => self.make().map_err(|_| DeviceSecretError::NoAnswer),
            other => other.map(|_| ()),
        }
    }

    fn mix(&self, input: &[u8; 32]) -> Result<[u8; 32], DeviceSecretError> {
        let secret = self.read()?;
        let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_slice()).map_err(|_| DeviceSecretError::NoAnswer)?;
        mac.update(input);
        Ok(mac.finalize().into_bytes().into())
    }

    fn warning(&self) -> Option<&'static str> {
        Some(Self::WARNING)
    }
}

#[cfg(unix)]
fn private_file() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = OpenOptions::new();
    options.mode(0o600);
    options
}

#[cfg(not(unix))]
fn private_file() -> OpenOptions {
    OpenOptions::new()
}

fn private_dirs() -> DirBuilder {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use super::*;

    fn secret() -> (tempfile::TempDir, SoftwareSecret) {
        let dir = tempfile::tempdir().unwrap();
        let secret = SoftwareSecret::at(dir.path().join("config/seed"));
        (dir, secret)
    }

    #[test]
    fn it_is_made_once_and_gives_the_same_answer_again() {
        let (_dir, secret) = secret();
        assert_eq!(secret.mix(&[1; 32]), Err(DeviceSecretError::Gone), "nothing is made without being asked for");
        assert!(!secret.file.exists());
        secret.prepare().unwrap();
        let answer = secret.mix(&[1; 32]).unwrap();
        secret.prepare().unwrap();
        assert_eq!(SoftwareSecret::at(&secret.file).mix(&[1; 32]), Ok(answer));
        assert_ne!(secret.mix(&[2; 32]), Ok(answer));
        let (_other_dir, other) = self::secret();
        other.prepare().unwrap();
        assert_ne!(other.mix(&[1; 32]), Ok(answer), "each device has its own");
    }

    #[test]
    fn a_lost_or_spoilt_one_is_said_to_be_gone_and_never_replaced_on_the_way_in() {
        let (_dir, secret) = secret();
        secret.prepare().unwrap();
        let whole = fs::read(&secret.file).unwrap();
        for bad in [&whole[..32], &[][..], &[whole.as_slice(), &[0]].concat(), &[2; 33]] {
            fs::write(&secret.file, bad).unwrap();
            assert_eq!(secret.mix(&[1; 32]), Err(DeviceSecretError::Gone), "{} bytes", bad.len());
            assert_eq!(fs::read(&secret.file).unwrap(), bad);
        }
        fs::remove_file(&secret.file).unwrap();
        assert_eq!(secret.mix(&[1; 32]), Err(DeviceSecretError::Gone));
    }

    #[test]
    fn a_kill_while_it_was_made_is_mended_by_the_next_try() {
        let (_dir, secret) = secret();
        secret.prepare().unwrap();
        fs::rename(&secret.file, secret.file.with_extension("new")).unwrap();
        secret.prepare().unwrap();
        assert!(secret.mix(&[1; 32]).is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn only_this_user_can_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let (_dir, secret) = secret();
        secret.prepare().unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&secret.file), mode(secret.file.parent().unwrap())), (0o600, 0o700));
    }

    #[test]
    fn the_warning_says_that_a_copied_disk_can_be_guessed_at() {
        assert!(SoftwareSecret::WARNING.contains("On a computer a copied disk can be guessed at"));
    }
}
