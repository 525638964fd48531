#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;
use crate::platform::clock::SystemClock;
use crate::session::Place;
use std::collections::VecDeque;
use std::sync::Arc;

struct Given {
    pieces: VecDeque<Piece>,
    answers: Vec<bool>,
}

impl Pieces for Given {
    async fn next(&mut self) -> Option<Piece> {
        self.pieces.pop_front()
    }

    fn answer(&mut self, go_on: bool) {
        self.answers.push(go_on);
    }
}

async fn open() -> (tempfile::TempDir, Session) {
    let home = tempfile::tempdir().unwrap();
    let session = Session::start(Place::new(home.path().join("papers")).at_least_cost(), Arc::new(SystemClock));
    session.set_up("four plain words here".to_owned()).await.unwrap();
    (home, session)
}

fn file(name: &str, bytes: &[u8], slice: usize) -> Vec<Piece> {
    let mut out = vec![Piece::File { name: name.to_owned(), size: Some(bytes.len() as u64) }];
    out.extend(bytes.chunks(slice).map(|part| Piece::Slice(part.to_vec())));
    out.push(Piece::End);
    out
}

async fn take(session: &Session, pieces: Vec<Piece>) -> (Vec<Coming>, Vec<bool>) {
    let mut given = Given { pieces: pieces.into(), answers: Vec::new() };
    let mut told = Vec::new();
    take_in(&mut given, session, |coming| told.push(coming)).await;
    (told, given.answers)
}

#[tokio::test]
async fn a_file_arrives_whole_and_a_picture_is_shown_small() {
    let (_home, session) = open().await;
    let bytes = include_bytes!("../../../content/demo/bus-stop.jpg");
    let (told, answers) = take(&session, file("bus stop.jpg", bytes, 1000)).await;
    let Some(Coming::Held(held, Some(small))) = told.iter().find(|one| matches!(one, Coming::Held(..))) else {
        panic!("{told:?}")
    };
    assert_eq!((held.length, held.media_type.as_str()), (bytes.len() as u64, "image/jpeg"));
    assert!(small.starts_with("data:image/jpeg;base64,"));
    assert!(answers.iter().all(|go_on| *go_on));
    let draft = crate::domain::EntryDraft { text: Some("w".to_owned()), ..Default::default() };
    let id = session.record(draft, vec![held.clone()]).await.unwrap();
    let file = session.entry(id).await.unwrap().files[0].file.file;
    assert_eq!(session.file(file, u64::MAX).await.unwrap(), bytes);
}

#[tokio::test]
async fn each_file_is_said_to_be_coming_before_anything_of_it_has_come() {
    let (_home, session) = open().await;
    let mut pieces = file("a.txt", b"first", 8);
    pieces.extend(file("b.txt", b"second", 8));
    let (told, _) = take(&session, pieces).await;
    let said = |one: &Coming| match one {
        Coming::Part { name, of, .. } => format!("{name} {of}"),
        Coming::Held(..) => "held".to_owned(),
        other => format!("{other:?}"),
    };
    let told: Vec<_> = told.iter().map(said).collect();
    assert_eq!(told, ["a.txt 0", "a.txt 5", "held", "b.txt 0", "b.txt 6", "held", "Done"]);
}

#[tokio::test]
async fn a_photo_that_is_not_one_is_kept_as_a_file_and_not_shown() {
    let (_home, session) = open().await;
    let (told, _) = take(&session, file("photo.jpg", b"\xff\xd8\xff but no photo", 8)).await;
    assert!(matches!(told.first(), Some(Coming::Part { .. })));
    assert!(told.iter().any(|one| matches!(one, Coming::Held(_, None))), "{told:?}");
}

#[tokio::test]
async fn what_breaks_off_is_told_and_the_next_file_still_comes() {
    let (_home, session) = open().await;
    let mut pieces = vec![
        Piece::File { name: "a".to_owned(), size: Some(10) },
        Piece::Slice(b"12345".to_vec()),
        Piece::Unreadable(ErrorKind::Other),
    ];
    pieces.extend(file("empty", b"", 8));
    pieces.extend(file("b.txt", b"hello", 8));
    pieces.push(Piece::Done);
    let (told, _) = take(&session, pieces).await;
    assert_eq!(told.iter().filter(|one| matches!(one, Coming::Failed(_))).count(), 2, "{told:?}");
    assert_eq!(told.iter().filter(|one| matches!(one, Coming::Held(..))).count(), 1);
    assert!(matches!(told.last(), Some(Coming::Done)));
}

#[tokio::test]
async fn nothing_is_taken_in_while_it_is_locked() {
    let (_home, session) = open().await;
    session.lock().await.unwrap();
    let (told, answers) = take(&session, vec![Piece::File { name: "a".to_owned(), size: Some(1) }]).await;
    assert!(matches!(told.as_slice(), [Coming::Part { of: 0, .. }, Coming::Failed(_), Coming::Done]), "{told:?}");
    assert_eq!(answers, [false]);
}

#[tokio::test]
async fn a_name_is_kept_without_its_folders_and_without_what_cannot_be_seen() {
    let (_home, session) = open().await;
    for (came, kept) in [
        ("bus stop.jpg", Some("bus stop.jpg")),
        ("../../etc/passwd", Some("passwd")),
        ("C:\\Photos\\her door.png", Some("her door.png")),
        ("film\u{202e}4pm.\n\u{0}exe", Some("film4pm.exe")),
        ("a/", Some("a")),
        ("", None),
        (" \t ", None),
        ("///", None),
    ] {
        let (told, _) = take(&session, file(came, b"bytes", 8)).await;
        let held = told.iter().find_map(|one| if let Coming::Held(held, _) = one { Some(held) } else { None });
        assert_eq!(held.unwrap().name.as_deref(), kept, "{came:?}");
    }
    let (told, _) = take(&session, file(&"long ".repeat(400), b"bytes", 8)).await;
    let held = told.iter().find_map(|one| if let Coming::Held(held, _) = one { Some(held) } else { None });
    assert!(held.unwrap().name.as_ref().unwrap().chars().count() <= LONGEST_NAME);
}
