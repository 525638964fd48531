#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;
use crate::platform::clock::SystemClock;
use crate::session::Place;
use std::collections::VecDeque;
use std::sync::Arc;

struct Given {
    heard: VecDeque<Heard>,
    answers: Vec<bool>,
}

impl Ear for Given {
    async fn next(&mut self) -> Option<Heard> {
        self.heard.pop_front()
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

fn begins() -> Heard {
    Heard::Begins { name: "sound.ogg".to_owned() }
}

fn second(text: &str) -> Heard {
    Heard::Piece { data: BASE64_STANDARD.encode(text) }
}

async fn hear(session: &Session, heard: Vec<Heard>) -> (Vec<Listening>, Vec<bool>) {
    let mut ear = Given { heard: heard.into(), answers: Vec::new() };
    let mut told = Vec::new();
    listen(&mut ear, session, |now| told.push(now)).await;
    (told, ear.answers)
}

#[tokio::test]
async fn what_was_recorded_until_it_was_stopped_is_all_there() {
    let (_home, session) = open().await;
    let (told, answers) = hear(&session, vec![begins(), second("OggS one"), second(" two"), Heard::End]).await;
    let [Listening::Kept(1), Listening::Kept(2), Listening::Held(held)] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!((held.length, held.media_type.as_str(), held.cut_off), (12, "audio/ogg", false));
    assert_eq!(answers, [true, true]);
}

#[tokio::test]
async fn when_the_page_goes_away_what_was_heard_is_offered_with_the_draft() {
    let (_home, session) = open().await;
    let (told, _) = hear(&session, vec![begins(), second("OggS one")]).await;
    assert!(matches!(told.as_slice(), [Listening::Kept(1), Listening::Failed(_)]), "{told:?}");
    let kept = session.kept_draft().await.unwrap().unwrap();
    assert_eq!((kept.files[0].length, kept.files[0].cut_off), (8, true));
}

#[tokio::test]
async fn a_lock_in_the_middle_stops_the_page_and_keeps_what_was_heard() {
    let (_home, session) = open().await;
    let file = session.begin_recording(None).await.unwrap();
    session.push_recorded(file, b"OggS one".to_vec()).await.unwrap();
    session.lock().await.unwrap();
    let (told, answers) = hear(&session, vec![begins(), second("more")]).await;
    assert!(matches!(told.as_slice(), [Listening::Failed(_)]), "{told:?}");
    assert_eq!(answers, [false], "the page is told to let go of the microphone");
    session.unlock("four plain words here".to_owned()).await.unwrap();
    assert_eq!(session.kept_draft().await.unwrap().unwrap().files[0].length, 8);
}

#[tokio::test]
async fn a_microphone_that_is_refused_or_missing_is_said_and_leaves_nothing() {
    let (_home, session) = open().await;
    assert_eq!(hear(&session, vec![Heard::Refused]).await.0, [Listening::Refused]);
    assert_eq!(hear(&session, vec![Heard::NoMicrophone]).await.0, [Listening::NoMicrophone]);
    assert_eq!(hear(&session, vec![]).await.0, [Listening::NoMicrophone]);
    assert_eq!(session.kept_draft().await.unwrap(), None);
}

#[tokio::test]
async fn what_is_no_sound_at_all_ends_it_in_words() {
    let (_home, session) = open().await;
    let (told, answers) = hear(&session, vec![begins(), Heard::Piece { data: "%%%".to_owned() }]).await;
    assert!(matches!(told.as_slice(), [Listening::Failed(_)]), "{told:?}");
    assert_eq!(answers, [false]);
    assert_eq!(session.kept_draft().await.unwrap(), None, "nothing was heard");
}
