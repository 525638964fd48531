//! Copies that iOS makes in the clear: where a photo is handed over, iOS lays it into the app's own folder for temporary files, and
//! takes it away when the app has looked. It is opened and unlinked before that; only the open file is kept, which no other
//! program can find. What a crash leaves there is swept at the next start.

use super::chosen::NoLoad;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::Path;

/// Opens what iOS hands over, and unlinks it if it is a copy in the app's own temporary folder. A file of hers, elsewhere, stays.
///
/// # Errors
/// When it cannot be opened, is a folder, or a copy of ours could not be unlinked.
pub fn claim(path: &Path, temporary: &Path) -> Result<File, NoLoad> {
    let opening = |error: io::Error| NoLoad::Opening(error.kind());
    let file = File::open(path).map_err(opening)?;
    if !file.metadata().map_err(opening)?.is_file() {
        return Err(NoLoad::Opening(ErrorKind::IsADirectory));
    }
    if lies_in(path, temporary) {
        match fs::remove_file(path) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(opening(error)),
            _ => {}
        }
    }
    Ok(file)
}

/// Whether the one lies inside the other, by whatever name: iOS calls the same folder `/var` and `/private/var`.
fn lies_in(inner: &Path, outer: &Path) -> bool {
    match (inner.canonicalize(), outer.canonicalize()) {
        (Ok(inner), Ok(outer)) => inner != outer && inner.starts_with(outer),
        _ => false,
    }
}

/// Empties the app's temporary folder. To be called when the app starts, before anything uses it. Does nothing unless the folder
/// lies inside the app's own. `but` is the name of what stays: should a phone ever have no other place, the journal itself is there.
///
/// # Errors
/// The first that could not be taken away; the others were tried all the same.
pub fn sweep(temporary: &Path, home: &Path, but: &str) -> io::Result<()> {
    if !lies_in(temporary, home) {
        return Err(ErrorKind::InvalidInput.into());
    }
    let mut failed = Ok(());
    for entry in fs::read_dir(temporary)? {
        let gone = entry.and_then(|entry| {
            if entry.file_name() == but {
                return Ok(());
            }
            // A link is taken away and not followed.
            if entry.file_type()?.is_dir() { fs::remove_dir_all(entry.path()) } else { fs::remove_file(entry.path()) }
        });
        failed = failed.and(gone);
    }
    failed
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use super::*;
    use std::io::Read;

    fn home() -> (tempfile::TempDir, std::path::PathBuf) {
        let home = tempfile::tempdir().unwrap();
        let temporary = home.path().join("tmp");
        fs::create_dir(&temporary).unwrap();
        (home, temporary)
    }

    #[test]
    fn a_copy_of_ios_is_read_and_its_name_is_gone_at_once() {
        let (_home, temporary) = home();
        let copy = temporary.join("IMG_1.heic");
        fs::write(&copy, b"picture").unwrap();
        let mut file = claim(&copy, &temporary).unwrap();
        assert!(!copy.exists());
        let mut read = Vec::new();
        file.read_to_end(&mut read).unwrap();
        assert_eq!(read, b"picture");
    }

    #[test]
    fn a_file_of_hers_stays_where_it_is() {
        let (home, temporary) = home();
        let hers = home.path().join("letter.pdf");
        fs::write(&hers, b"letter").unwrap();
        claim(&hers, &temporary).unwrap();
        claim(&temporary.join("../letter.pdf"), &temporary).unwrap();
        assert!(hers.exists());
    }

    #[test]
    fn what_is_no_file_is_refused_in_words_of_its_own() {
        let (home, temporary) = home();
        assert_eq!(claim(&temporary, &temporary).err(), Some(NoLoad::Opening(ErrorKind::IsADirectory)));
        let gone = home.path().join("gone");
        assert_eq!(claim(&gone, &temporary).err(), Some(NoLoad::Opening(ErrorKind::NotFound)));
    }

    #[test]
    fn what_a_crash_left_is_swept_and_nothing_else() {
        let (home, temporary) = home();
        let kept = home.path().join("kept");
        fs::create_dir(&kept).unwrap();
        fs::write(kept.join("journal"), b"sealed").unwrap();
        fs::create_dir(temporary.join("item")).unwrap();
        fs::write(temporary.join("item/IMG_1.heic"), b"picture").unwrap();
        fs::write(temporary.join("film.mov"), b"film").unwrap();
        std::os::unix::fs::symlink(&kept, temporary.join("link")).unwrap();
        sweep(&temporary, home.path(), "calc").unwrap();
        assert_eq!(fs::read_dir(&temporary).unwrap().count(), 0);
        assert_eq!(fs::read(kept.join("journal")).unwrap(), b"sealed");
    }

    #[test]
    fn a_journal_that_had_to_be_put_there_is_never_swept() {
        let (home, temporary) = home();
        fs::create_dir(temporary.join("calc")).unwrap();
        fs::write(temporary.join("calc/journal"), b"sealed").unwrap();
        fs::write(temporary.join("film.mov"), b"film").unwrap();
        sweep(&temporary, home.path(), "calc").unwrap();
        assert_eq!(fs::read(temporary.join("calc/journal")).unwrap(), b"sealed");
        assert!(!temporary.join("film.mov").exists());
    }

    #[test]
    fn a_folder_that_is_not_the_app_s_own_is_left_alone() {
        let (home, temporary) = home();
        let (other, _) = self::home();
        fs::write(temporary.join("film.mov"), b"film").unwrap();
        for (temporary, home) in [(temporary.as_path(), other.path()), (home.path(), home.path())] {
            assert_eq!(sweep(temporary, home, "calc").unwrap_err().kind(), ErrorKind::InvalidInput);
        }
        assert!(temporary.join("film.mov").exists());
    }
}
