#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;
use crate::platform::android::ask::Answer;
use std::sync::Mutex as Lock;
use tokio::sync::mpsc::UnboundedSender;

/// What she answers to the system's question.
#[derive(Clone, Copy, PartialEq)]
enum She {
    Allows(&'static str),
    Refuses,
    NeverAnswers,
}

/// A phone that knows places, and writes down how often it was asked for what.
struct Phone {
    level: i32,
    she: She,
    sources: Vec<&'static str>,
    /// By which source, after how many seconds, and what.
    fixes: Vec<(&'static str, u64, Vec<f64>)>,
    gone: bool,
    seek_fails: Vec<&'static str>,
    allowed: Lock<Vec<&'static str>>,
    asked: Lock<Vec<Vec<&'static str>>>,
    sought: Lock<Vec<(&'static str, Way)>>,
    stopped: Arc<Lock<Vec<&'static str>>>,
    open: Lock<Vec<UnboundedSender<Answer>>>,
}

impl Phone {
    fn new(level: i32, she: She) -> Self {
        Self {
            level,
            she,
            sources: vec![FUSED, GPS, NETWORK],
            fixes: vec![(FUSED, 1, vec![52.2, 0.13, 12.0, 800.0])],
            gone: false,
            seek_fails: Vec::new(),
            allowed: Lock::default(),
            asked: Lock::default(),
            sought: Lock::default(),
            stopped: Arc::default(),
            open: Lock::default(),
        }
    }
}

impl Permissions for Phone {
    fn level(&self) -> Result<i32, AndroidError> {
        Ok(self.level)
    }

    fn is_allowed(&self, permission: &'static str) -> Result<bool, AndroidError> {
        Ok(self.allowed.lock().unwrap().contains(&permission))
    }

    fn ask_for(&self, permissions: &[&'static str]) -> Result<Pending, AndroidError> {
        self.asked.lock().unwrap().push(permissions.to_vec());
        if self.gone {
            return Err(AndroidError::Gone);
        }
        let (tell, pending) = Pending::new();
        match self.she {
            She::Allows(permission) => self.allowed.lock().unwrap().push(permission),
            She::Refuses => {}
            She::NeverAnswers => {
                self.open.lock().unwrap().push(tell);
                return Ok(pending);
            }
        }
        tell.send(Answer::default()).unwrap();
        Ok(pending)
    }
}

impl Places for Phone {
    fn has_source(&self, source: &'static str) -> Result<bool, AndroidError> {
        Ok(self.sources.contains(&source))
    }

    fn seek(&self, source: &'static str, way: Way) -> Result<Pending, AndroidError> {
        self.sought.lock().unwrap().push((source, way));
        if self.seek_fails.contains(&source) {
            return Err(AndroidError::Refused);
        }
        let (tell, pending) = Pending::new();
        for (after, numbers) in
            self.fixes.iter().filter(|(by, ..)| *by == source).map(|(_, after, numbers)| (*after, numbers.clone()))
        {
            let tell = tell.clone();
            tokio::spawn(async move {
                tokio::time::sleep(Duration::from_secs(after)).await;
                let _ = tell.send(Answer { numbers, ..Answer::default() });
            });
        }
        self.open.lock().unwrap().push(tell);
        let stopped = self.stopped.clone();
        Ok(pending.then(Box::new(move || stopped.lock().unwrap().push(source))))
    }
}

fn on(system: impl Into<Arc<Phone>>) -> AndroidLocator<Phone> {
    AndroidLocator::on(system.into())
}

#[tokio::test(start_paused = true)]
async fn she_is_asked_once_and_the_fix_keeps_how_exact_and_how_old_it_is() {
    let phone = Arc::new(Phone::new(34, She::Allows(FINE)));
    let locator = on(phone.clone());
    assert!(!locator.may().await, "nothing is allowed yet, and to look asks nobody");
    assert!(phone.asked.lock().unwrap().is_empty());
    let fix = locator.locate().await.unwrap();
    assert_eq!((fix.lat_e7, fix.accuracy_mm, fix.age_ms), (522_000_000, Some(12_000), Some(800)));
    assert_eq!(fix.source, FixSource::Phone);
    assert!(locator.may().await);
    locator.locate().await.unwrap();
    assert_eq!(*phone.asked.lock().unwrap(), [[FINE, COARSE]], "one question, in which she can choose the rough place");
    assert_eq!(*phone.stopped.lock().unwrap(), [FUSED, FUSED], "nothing follows her afterwards");
}

#[tokio::test(start_paused = true)]
async fn the_rough_place_is_enough() {
    let phone = Arc::new(Phone::new(34, She::Allows(COARSE)));
    assert!(on(phone.clone()).locate().await.is_ok());
}

#[tokio::test(start_paused = true)]
async fn a_refusal_once_or_for_ever_is_told_and_no_place_is_sought() {
    let phone = Arc::new(Phone::new(34, She::Refuses));
    assert_eq!(on(phone.clone()).locate().await, Err(NoPosition::Refused));
    assert!(phone.sought.lock().unwrap().is_empty());
}

#[tokio::test(start_paused = true)]
async fn two_taps_put_up_one_question() {
    let phone = Arc::new(Phone::new(34, She::NeverAnswers));
    let locator = on(phone.clone());
    let answers = async {
        tokio::time::sleep(Duration::from_secs(1)).await;
        phone.open.lock().unwrap().pop().unwrap().send(Answer::default()).unwrap();
    };
    let (one, two, ()) = tokio::join!(locator.locate(), locator.locate(), answers);
    assert_eq!((one, two), (Err(NoPosition::Refused), Err(NoPosition::Refused)));
    assert_eq!(phone.asked.lock().unwrap().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn location_that_is_off_a_screen_that_is_gone_and_no_fix_in_time_are_told_apart() {
    let off = Phone { sources: Vec::new(), ..Phone::new(34, She::Allows(FINE)) };
    assert_eq!(on(off).locate().await, Err(NoPosition::Unavailable));
    let gone = Phone { gone: true, ..Phone::new(34, She::Allows(FINE)) };
    assert_eq!(on(gone).locate().await, Err(NoPosition::Unavailable));
    let fails = Phone { seek_fails: vec![FUSED], ..Phone::new(34, She::Allows(FINE)) };
    assert_eq!(on(fails).locate().await, Err(NoPosition::Unavailable));
    let silent = Arc::new(Phone { fixes: Vec::new(), ..Phone::new(34, She::Allows(FINE)) });
    let before = Instant::now();
    assert_eq!(on(silent.clone()).locate().await, Err(NoPosition::TimedOut));
    assert_eq!(before.elapsed().as_secs(), 20);
    assert_eq!(*silent.stopped.lock().unwrap(), [FUSED], "the search ends with the wait");
}

#[tokio::test(start_paused = true)]
async fn older_phones_ask_satellites_and_the_air_and_take_the_better() {
    let rough = (NETWORK, 1, vec![52.0, 0.1, 900.0, 0.0]);
    let exact = (GPS, 3, vec![52.2, 0.13, 8.0, 0.0]);
    let both = Arc::new(Phone { fixes: vec![rough.clone(), exact], ..Phone::new(29, She::Allows(FINE)) });
    let fix = on(both.clone()).locate().await.unwrap();
    assert_eq!(fix.accuracy_mm, Some(8_000));
    assert_eq!(*both.sought.lock().unwrap(), [(GPS, Way::Updates), (NETWORK, Way::Updates)]);
    assert_eq!(*both.stopped.lock().unwrap(), [GPS, NETWORK]);
    let before = Instant::now();
    let only = Phone { fixes: vec![rough], ..Phone::new(29, She::Allows(FINE)) };
    assert_eq!(on(only).locate().await.unwrap().accuracy_mm, Some(900_000));
    assert_eq!(before.elapsed().as_secs(), 6, "a rough one is given after five seconds more");
}

#[tokio::test(start_paused = true)]
async fn each_source_is_asked_in_the_way_of_its_version_and_each_is_stopped() {
    for (level, way) in [(29, Way::Updates), (30, Way::OneFix)] {
        let phone = Arc::new(Phone { fixes: Vec::new(), ..Phone::new(level, She::Allows(FINE)) });
        assert_eq!(on(phone.clone()).locate().await, Err(NoPosition::TimedOut));
        assert_eq!(*phone.sought.lock().unwrap(), [(GPS, way), (NETWORK, way)], "{level}");
        assert_eq!(*phone.stopped.lock().unwrap(), [GPS, NETWORK], "{level}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_source_that_is_refused_takes_none_of_the_others_with_it() {
    let rough = vec![(NETWORK, 1, vec![52.0, 0.1, 900.0, 0.0])];
    let phone = Phone { fixes: rough, seek_fails: vec![GPS], ..Phone::new(30, She::Allows(COARSE)) };
    let before = Instant::now();
    assert_eq!(on(phone).locate().await.unwrap().accuracy_mm, Some(900_000));
    assert_eq!(before.elapsed().as_secs(), 1, "nor is it waited for");
}

#[tokio::test(start_paused = true)]
async fn what_is_nowhere_on_earth_is_no_fix() {
    for numbers in [vec![123.0, 0.0, 1.0, 0.0], vec![f64::NAN; 4], vec![52.0], Vec::new()] {
        let phone = Phone { fixes: vec![(FUSED, 1, numbers)], ..Phone::new(34, She::Allows(FINE)) };
        assert_eq!(on(phone).locate().await, Err(NoPosition::TimedOut));
    }
    let unsure =
        Phone { fixes: vec![(FUSED, 1, vec![52.0, 0.1, f64::NAN, -5.0])], ..Phone::new(34, She::Allows(FINE)) };
    let fix = on(unsure).locate().await.unwrap();
    assert_eq!((fix.accuracy_mm, fix.age_ms), (None, None), "what the phone does not know is not made up");
}
