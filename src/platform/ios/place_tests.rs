#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;
use std::sync::Mutex;

const HERE: Fix = Fix { lat: 51.5, lon: -0.12, accuracy: 8.0, age: 1.5 };

/// A system that says what it is told to, and writes down what it was asked. What is `None` never answers.
struct Recorder {
    allowed: Result<Allowed, AppleError>,
    on: bool,
    answer: Option<Result<Allowed, AppleError>>,
    fix: Option<Result<Fix, NoFix>>,
    asked: Mutex<Vec<&'static str>>,
}

impl Default for Recorder {
    fn default() -> Self {
        Self { allowed: Ok(Allowed::Yes), on: true, answer: None, fix: Some(Ok(HERE)), asked: Mutex::default() }
    }
}

impl Recorder {
    fn note(&self, asked: &'static str) {
        self.asked.lock().unwrap().push(asked);
    }
}

fn answering<T: 'static>(answer: Option<T>) -> Locating<T> {
    match answer {
        Some(answer) => Box::pin(std::future::ready(answer)),
        None => Box::pin(std::future::pending()),
    }
}

impl Compass for Recorder {
    fn allowed(&self) -> Result<Allowed, AppleError> {
        self.allowed
    }

    fn switched_on(&self) -> Locating<bool> {
        answering(Some(self.on))
    }

    fn ask(&self) -> Locating<Result<Allowed, AppleError>> {
        self.note("ask");
        answering(self.answer)
    }

    fn fix(&self) -> Locating<Result<Fix, NoFix>> {
        self.note("fix");
        answering(self.fix)
    }
}

async fn located(system: Recorder) -> (Result<Position, NoPosition>, Vec<&'static str>) {
    let locator = AppleLocator::on(system);
    let said = locator.locate().await;
    let asked = locator.0.asked.lock().unwrap().clone();
    (said, asked)
}

#[tokio::test(start_paused = true)]
async fn what_is_allowed_already_is_not_asked_again() {
    let (said, asked) = located(Recorder::default()).await;
    let fix = said.unwrap();
    assert_eq!((fix.lat_e7, fix.accuracy_mm, fix.age_ms), (515_000_000, Some(8_000), Some(1_500)));
    assert_eq!(fix.source, FixSource::Phone);
    assert_eq!(asked, ["fix"]);
}

#[tokio::test(start_paused = true)]
async fn she_is_asked_once_and_a_yes_leads_on_to_the_place() {
    let system = Recorder { allowed: Ok(Allowed::NotAsked), answer: Some(Ok(Allowed::Yes)), ..Recorder::default() };
    let (said, asked) = located(system).await;
    assert!(said.is_ok());
    assert_eq!(asked, ["ask", "fix"]);
}

#[tokio::test(start_paused = true)]
async fn a_no_is_taken_and_not_asked_again() {
    let system = Recorder { allowed: Ok(Allowed::NotAsked), answer: Some(Ok(Allowed::Refused)), ..Recorder::default() };
    assert_eq!(located(system).await, (Err(NoPosition::Refused), vec!["ask"]));
    let for_ever = Recorder { allowed: Ok(Allowed::Refused), ..Recorder::default() };
    assert_eq!(located(for_ever).await, (Err(NoPosition::Refused), vec![]));
}

#[tokio::test(start_paused = true)]
async fn location_that_is_off_is_not_called_a_refusal() {
    for allowed in [Allowed::Refused, Allowed::NotAsked] {
        let system = Recorder { allowed: Ok(allowed), on: false, ..Recorder::default() };
        assert_eq!(located(system).await, (Err(NoPosition::Unavailable), vec![]), "{allowed:?}");
    }
    let restricted = Recorder { allowed: Ok(Allowed::Restricted), ..Recorder::default() };
    assert_eq!(located(restricted).await, (Err(NoPosition::Unavailable), vec![]));
    let taken_back = |on| Recorder { fix: Some(Err(NoFix::Denied)), on, ..Recorder::default() };
    assert_eq!(located(taken_back(true)).await.0, Err(NoPosition::Refused));
    assert_eq!(located(taken_back(false)).await.0, Err(NoPosition::Unavailable));
}

#[tokio::test(start_paused = true)]
async fn a_rough_place_is_a_place_and_says_how_rough() {
    let system = Recorder { fix: Some(Ok(Fix { accuracy: 4_800.0, ..HERE })), ..Recorder::default() };
    assert_eq!(located(system).await.0.unwrap().accuracy_mm, Some(4_800_000));
}

#[tokio::test(start_paused = true)]
async fn a_phone_that_never_answers_is_given_up() {
    let silent = Recorder { fix: None, ..Recorder::default() };
    assert_eq!(located(silent).await.0, Err(NoPosition::TimedOut));
    let unanswered = Recorder { allowed: Ok(Allowed::NotAsked), ..Recorder::default() };
    assert_eq!(located(unanswered).await, (Err(NoPosition::TimedOut), vec!["ask"]));
}

#[tokio::test(start_paused = true)]
async fn an_old_place_is_not_passed_off_as_here() {
    let old = Recorder { fix: Some(Ok(Fix { age: 61.0, ..HERE })), ..Recorder::default() };
    assert_eq!(located(old).await.0, Err(NoPosition::TimedOut));
    let set_back = Recorder { fix: Some(Ok(Fix { age: -3600.0, ..HERE })), ..Recorder::default() };
    assert_eq!(located(set_back).await.0.unwrap().age_ms, Some(0));
}

#[tokio::test(start_paused = true)]
async fn what_means_nothing_is_no_place() {
    for fix in [
        Fix { accuracy: -1.0, ..HERE },
        Fix { accuracy: f64::NAN, ..HERE },
        Fix { lat: 91.0, ..HERE },
        Fix { age: f64::NAN, ..HERE },
    ] {
        let system = Recorder { fix: Some(Ok(fix)), ..Recorder::default() };
        assert_eq!(located(system).await.0, Err(NoPosition::Unavailable), "{fix:?}");
    }
    for why in [NoFix::Unknown, NoFix::Apple(AppleError::NoAnswer)] {
        let system = Recorder { fix: Some(Err(why)), ..Recorder::default() };
        assert_eq!(located(system).await.0, Err(NoPosition::Unavailable));
    }
    let unasked = Recorder { allowed: Err(AppleError::NotMain), ..Recorder::default() };
    assert_eq!(located(unasked).await, (Err(NoPosition::Unavailable), vec![]));
}

#[tokio::test(start_paused = true)]
async fn only_what_is_allowed_already_is_asked_unasked() {
    for (allowed, may) in [
        (Ok(Allowed::Yes), true),
        (Ok(Allowed::NotAsked), false),
        (Ok(Allowed::Refused), false),
        (Ok(Allowed::Restricted), false),
        (Err(AppleError::NotMain), false),
    ] {
        let locator = AppleLocator::on(Recorder { allowed, ..Recorder::default() });
        assert_eq!(locator.may().await, may, "{allowed:?}");
        assert!(locator.0.asked.lock().unwrap().is_empty(), "no question comes of it");
    }
}
