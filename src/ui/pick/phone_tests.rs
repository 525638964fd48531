#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;
use crate::platform::clock::SystemClock;
use crate::session::{Place, Session};
use crate::ui::pick::{Coming, take_in};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

async fn open() -> (tempfile::TempDir, Session) {
    let home = tempfile::tempdir().unwrap();
    let session = Session::start(Place::new(home.path().join("papers")).at_least_cost(), Arc::new(SystemClock));
    session.set_up("four plain words here".to_owned()).await.unwrap();
    (home, session)
}

fn file(name: &str, size: Option<u64>, bytes: impl Read + Send + 'static) -> PickedFile {
    PickedFile { name: name.to_owned(), size, bytes: Box::new(bytes) }
}

async fn take(session: &Session, files: Vec<PickedFile>) -> Vec<Coming> {
    let mut told = Vec::new();
    take_in(&mut FromPhone::new(files, Wanted::AnyFiles), session, |coming| told.push(coming)).await;
    // The session works in the order in which it was asked: what was given up is gone once it answers.
    session.secrets().await.unwrap();
    told
}

/// How many sealed files lie in the vault, whole or begun.
fn sealed(home: &tempfile::TempDir) -> usize {
    let of = |side: &str| std::fs::read_dir(home.path().join("papers").join(side)).unwrap().count();
    of("a.files") + of("b.files")
}

/// Bytes that come a few at a time, with interruptions, and fail after so many.
struct Torn {
    left: usize,
    then: Option<ErrorKind>,
    interrupted: bool,
}

impl Read for Torn {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.interrupted = !self.interrupted;
        if self.interrupted {
            return Err(ErrorKind::Interrupted.into());
        }
        if self.left == 0 {
            return self.then.map_or(Ok(0), |kind| Err(kind.into()));
        }
        let now = into.len().min(self.left).min(1000);
        into[..now].fill(7);
        self.left -= now;
        Ok(now)
    }
}

fn torn(left: usize, then: Option<ErrorKind>) -> Torn {
    Torn { left, then, interrupted: false }
}

#[tokio::test]
async fn a_file_from_the_phone_is_sealed_byte_for_byte_and_says_how_it_came() {
    let (_home, session) = open().await;
    let bytes: Vec<u8> = (0..500_000_u32).map(|at| at as u8).collect();
    let told = take(&session, vec![file("film.mp4", None, io::Cursor::new(bytes.clone()))]).await;
    let Some(Coming::Held(held, _)) = told.iter().find(|one| matches!(one, Coming::Held(..))) else {
        panic!("{told:?}")
    };
    assert_eq!((held.length, held.came_by), (bytes.len() as u64, CameBy::Document));
    assert_eq!(session.held_file(held, u64::MAX).await.unwrap(), bytes);
    assert!(told.iter().any(|one| matches!(one, Coming::Part { size: None, .. })), "no size was made up");
}

#[tokio::test]
async fn a_photo_is_never_said_to_be_as_it_was_stored() {
    let (_home, session) = open().await;
    let mut held = None;
    let mut pieces = FromPhone::new(vec![file("a.heic", Some(3), &b"abc"[..])], Wanted::PhotosAndFilms);
    take_in(&mut pieces, &session, |coming| {
        if let Coming::Held(one, _) = coming {
            held = Some(one);
        }
    })
    .await;
    assert_eq!(held.unwrap().came_by, CameBy::Picked);
}

#[tokio::test]
async fn what_breaks_off_half_way_leaves_nothing_and_the_next_file_still_comes() {
    let (home, session) = open().await;
    let files = vec![
        file("torn", Some(900_000), torn(400_000, Some(ErrorKind::TimedOut))),
        file("empty", Some(0), &b""[..]),
        file("whole", None, torn(450_000, None)),
    ];
    let told = take(&session, files).await;
    let failed: Vec<_> =
        told.iter().filter_map(|one| if let Coming::Failed(told) = one { Some(told) } else { None }).collect();
    assert!(failed[0].happened.contains("could not be read"), "{failed:?}");
    assert!(failed[1].happened.contains("empty"), "{failed:?}");
    assert_eq!(told.iter().filter(|one| matches!(one, Coming::Held(held, _) if held.length == 450_000)).count(), 1);
    assert_eq!((failed.len(), sealed(&home)), (2, 1), "half of a file was kept");
}

#[tokio::test]
async fn a_phone_without_room_says_so_and_what_to_do() {
    let (home, session) = open().await;
    let told = take(&session, vec![file("film", None, torn(300_000, Some(ErrorKind::StorageFull)))]).await;
    let Some(Coming::Failed(told)) = told.iter().find(|one| matches!(one, Coming::Failed(_))) else {
        panic!("{told:?}")
    };
    assert!(told.happened.contains("no space left"), "{told}");
    assert!(told.safe.contains("is safe") && told.to_do.contains("Free some space"), "{told}");
    assert_eq!(sealed(&home), 0);
    // A size that no disk has is refused before a byte is read.
    let read = Arc::new(AtomicU64::new(0));
    let told = take(&session, vec![file("film", Some(u64::MAX), Sparse(9, read.clone()))]).await;
    assert!(matches!(&told[1], Coming::Failed(told) if told.happened.contains("no space left")), "{told:?}");
    assert_eq!(read.load(Ordering::SeqCst), 0, "what is not taken in was read all the same");
}

#[tokio::test]
async fn a_reader_that_ends_in_a_panic_is_a_file_that_could_not_be_read() {
    struct Panics;
    impl Read for Panics {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            panic!("the app that has the file is gone")
        }
    }
    let (_home, session) = open().await;
    let told = take(&session, vec![file("a", None, Panics), file("b", None, &b"b"[..])]).await;
    assert!(matches!(told[1], Coming::Failed(_)), "{told:?}");
    assert!(told.iter().any(|one| matches!(one, Coming::Held(..))));
}

/// A film of this many bytes that lies nowhere. Says how far it was read.
struct Sparse(u64, Arc<AtomicU64>);

impl Read for Sparse {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        assert!(into.len() <= SLICE, "more than a slice was asked for");
        let now = (into.len() as u64).min(self.0);
        self.0 -= now;
        self.1.fetch_add(now, Ordering::SeqCst);
        into[..now as usize].fill(0);
        Ok(now as usize)
    }
}

#[tokio::test]
async fn a_film_takes_the_memory_of_one_slice() {
    // A little more than what is looked at for a small picture.
    takes_one_slice(crate::ui::pick::LOOK_AT + (2 << 20)).await;
}

#[tokio::test]
#[ignore = "seals 300 MB, which takes minutes where the ciphers are not optimised"]
async fn a_film_of_300_mb_takes_the_memory_of_one_slice() {
    takes_one_slice(300 << 20).await;
}

async fn takes_one_slice(film: u64) {
    let (_home, session) = open().await;
    let read = Arc::new(AtomicU64::new(0));
    let mut pieces = FromPhone::new(vec![file("film.mp4", None, Sparse(film, read.clone()))], Wanted::AnyFiles);
    let (mut ahead, mut held) = (0, None);
    take_in(&mut pieces, &session, |coming| match coming {
        // Whatever is read and not yet sealed is in memory.
        Coming::Part { of, .. } => ahead = ahead.max(read.load(Ordering::SeqCst) - of),
        Coming::Held(one, _) => held = Some(one),
        Coming::Failed(told) => panic!("{told}"),
        Coming::Done => {}
    })
    .await;
    assert_eq!(held.unwrap().length, film);
    assert!(ahead <= SLICE as u64, "{ahead} bytes were read ahead");
}
