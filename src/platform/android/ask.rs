//! Questions that Android answers later: it calls a class of ours (`Answers` in `MainActivity.kt`), which gives plain values to Rust
//! under the number of the question.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::task::Poll;
use tokio::sync::{mpsc, oneshot};

/// What Android answered. What the values mean depends on the question.
#[derive(Clone, Default, PartialEq)]
pub struct Answer {
    /// A number of Android's.
    pub code: i32,
    /// Addresses.
    pub words: Vec<String>,
    /// Numbers.
    pub numbers: Vec<f64>,
}

// No address and no place is printed.
impl std::fmt::Debug for Answer {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Answer").field("code", &self.code).finish_non_exhaustive()
    }
}

/// What is done when nobody waits for an answer any more.
pub type Stop = Box<dyn FnOnce() + Send>;

/// A question that is open. When it is dropped, Android is told to stop.
pub struct Pending {
    answers: Vec<mpsc::UnboundedReceiver<Answer>>,
    stops: Vec<Stop>,
}

impl Pending {
    /// A question that gets what is sent into the other end.
    pub fn new() -> (mpsc::UnboundedSender<Answer>, Self) {
        let (tell, answers) = mpsc::unbounded_channel();
        (tell, Self { answers: vec![answers], stops: Vec::new() })
    }

    /// When nobody waits any more, this is done too.
    pub fn then(mut self, stop: Stop) -> Self {
        self.stops.push(stop);
        self
    }

    /// Both at once: the answers of either, and both are stopped together.
    pub fn and(mut self, mut other: Self) -> Self {
        self.answers.append(&mut other.answers);
        self.stops.append(&mut other.stops);
        self
    }

    /// The next answer. `None`: there will be none.
    pub async fn answer(&mut self) -> Option<Answer> {
        std::future::poll_fn(|context| {
            let mut open = false;
            for answers in &mut self.answers {
                match answers.poll_recv(context) {
                    Poll::Ready(Some(answer)) => return Poll::Ready(Some(answer)),
                    Poll::Ready(None) => {}
                    Poll::Pending => open = true,
                }
            }
            if open { Poll::Pending } else { Poll::Ready(None) }
        })
        .await
    }
}

impl Drop for Pending {
    fn drop(&mut self) {
        self.stops.drain(..).for_each(|stop| stop());
    }
}

/// Numbers of questions stay below those that androidx gives to its own (65,536 and up), which come the same way.
const HIGHEST: i32 = 0x7fff;

/// All open questions of the app, by number.
#[derive(Default)]
pub struct Questions(Mutex<(i32, BTreeMap<i32, mpsc::UnboundedSender<Answer>>)>);

impl Questions {
    /// None yet.
    pub const fn none() -> Self {
        Self(Mutex::new((0, BTreeMap::new())))
    }

    fn lock(&self) -> MutexGuard<'_, (i32, BTreeMap<i32, mpsc::UnboundedSender<Answer>>)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Opens one: its number, never 0, and where its answers come.
    pub fn open(&'static self) -> (i32, Pending) {
        let (tell, pending) = Pending::new();
        let mut open = self.lock();
        // One that is still open is never given twice.
        let number = (1..=HIGHEST).map(|step| (open.0 + step - 1) % HIGHEST + 1).find(|one| !open.1.contains_key(one));
        let number = number.unwrap_or(HIGHEST);
        open.0 = number;
        open.1.insert(number, tell);
        drop(open);
        (number, pending.then(Box::new(move || drop(self.lock().1.remove(&number)))))
    }

    /// Hands an answer to whoever asked. Whether anybody waited.
    pub fn answer(&self, number: i32, answer: Answer) -> bool {
        self.lock().1.get(&number).is_some_and(|tell| tell.send(answer).is_ok())
    }
}

/// The number under which Android says that memory is low.
pub const MEMORY: i32 = 0;

/// Whether this level of `onTrimMemory` says that the phone is short of memory. That the screen is hidden, that the app is behind
/// others, or that it might do with a little less comes on every ordinary day, and must not lock a journal.
pub fn is_short(level: i32) -> bool {
    use super::java::{TRIM_COMPLETE, TRIM_CRITICAL, TRIM_LOW, TRIM_MODERATE};
    [TRIM_LOW, TRIM_CRITICAL, TRIM_MODERATE, TRIM_COMPLETE].contains(&level)
}

/// Does what may take long on a thread of its own. `None` if there is no thread for it, or it did not come to its end.
pub async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let (tell, told) = oneshot::channel();
    std::thread::Builder::new().spawn(move || drop(tell.send(work()))).ok()?;
    told.await.ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use super::*;

    #[tokio::test]
    async fn an_answer_reaches_who_asked_and_nobody_else() {
        static ALL: Questions = Questions::none();
        let (one, mut first) = ALL.open();
        let (two, mut second) = ALL.open();
        assert!(one != two && one != MEMORY && two != MEMORY);
        assert!(ALL.answer(two, Answer { code: 2, ..Answer::default() }));
        assert!(ALL.answer(one, Answer { code: 1, ..Answer::default() }));
        assert!(!ALL.answer(0x1_0000, Answer::default()), "androidx's own");
        assert_eq!((first.answer().await.unwrap().code, second.answer().await.unwrap().code), (1, 2));
    }

    #[tokio::test]
    async fn who_waits_no_more_is_asked_no_more() {
        static ALL: Questions = Questions::none();
        let stopped = std::sync::Arc::new(Mutex::new(0));
        let (number, pending) = ALL.open();
        let count = stopped.clone();
        drop(pending.then(Box::new(move || *count.lock().unwrap() += 1)));
        assert_eq!(*stopped.lock().unwrap(), 1);
        assert!(!ALL.answer(number, Answer::default()));
    }

    #[tokio::test]
    async fn two_questions_are_heard_as_one_and_each_is_stopped() {
        let stopped = std::sync::Arc::new(Mutex::new(Vec::new()));
        let (one, two) = (Pending::new(), Pending::new());
        let stop = |which: &'static str| {
            let stopped = stopped.clone();
            Box::new(move || stopped.lock().unwrap().push(which)) as Stop
        };
        let mut both = one.1.then(stop("one")).and(two.1.then(stop("two")));
        two.0.send(Answer { code: 2, ..Answer::default() }).unwrap();
        assert_eq!(both.answer().await.unwrap().code, 2);
        drop(two.0);
        one.0.send(Answer { code: 1, ..Answer::default() }).unwrap();
        assert_eq!(both.answer().await.unwrap().code, 1, "the end of one is not the end of both");
        drop(one.0);
        assert_eq!(both.answer().await, None);
        drop(both);
        assert_eq!(*stopped.lock().unwrap(), ["one", "two"]);
    }

    #[test]
    fn a_number_comes_again_only_when_its_question_is_closed() {
        static ALL: Questions = Questions::none();
        let (kept, open) = ALL.open();
        for _ in 0..HIGHEST * 2 {
            let (number, _) = ALL.open();
            assert!(number != kept && (1..=HIGHEST).contains(&number));
        }
        drop(open);
        assert!((0..HIGHEST).any(|_| ALL.open().0 == kept));
    }

    #[test]
    fn an_ordinary_look_elsewhere_is_no_want_of_memory() {
        for level in [5, 20, 40, 0, -1] {
            assert!(!is_short(level), "{level}");
        }
        for level in [10, 15, 60, 80] {
            assert!(is_short(level), "{level}");
        }
    }

    #[test]
    fn an_answer_prints_no_address_and_no_place() {
        let answer = Answer { code: -1, words: vec!["content://secret".into()], numbers: vec![52.2] };
        let printed = format!("{answer:?}");
        assert!(!printed.contains("secret") && !printed.contains("52"), "{printed}");
    }

    #[tokio::test]
    async fn work_beside_the_screen_comes_back_or_says_that_it_did_not() {
        assert_eq!(aside(|| 7).await, Some(7));
    }
}
