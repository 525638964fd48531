//! Where the phone is, by Android's own location service: asked once, for one fix, and then never again.

use super::ask::{Answer, Pending};
use super::java::{COARSE, FINE, FUSED, GPS, NETWORK};
use super::{AndroidError, Permissions};
use crate::domain::ports::{Locating, Locator};
use crate::domain::{FixSource, NoPosition, Position};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::{Instant, timeout_at};

/// What is asked of Android about places.
pub trait Places: Permissions {
    /// Whether this source of places is there and switched on.
    ///
    /// # Errors
    /// When it cannot be asked.
    fn has_source(&self, source: &'static str) -> Result<bool, AndroidError>;

    /// Asks this source for where the phone is. An answer has latitude, longitude, radius in metres or not a number, age in
    /// milliseconds; or no numbers, when the source knows nothing. It goes on until the question is dropped, which stops this
    /// source and no other.
    ///
    /// # Errors
    /// When it could not be asked.
    fn seek(&self, source: &'static str, way: Way) -> Result<Pending, AndroidError>;
}

/// How a source is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// For one fix and no more.
    OneFix,
    /// For one after the other, until it is stopped.
    Updates,
}

/// Android 11, which gives one fix and no more.
const ONE_FIX_API: i32 = 30;

/// How long a fix may take, once she has said yes.
const LIMIT: Duration = Duration::from_secs(20);
/// How long a better fix is waited for after the first.
const BETTER: Duration = Duration::from_secs(5);
/// A fix within this radius needs no better one: millimetres.
const EXACT: u32 = 50_000;
/// Android 12, which knows a source that joins the others.
const FUSED_API: i32 = 31;

/// Android's location service.
pub struct AndroidLocator<S> {
    system: Arc<S>,
    /// Held while the system's question stands.
    asking: Arc<Mutex<()>>,
}

impl<S: Places + 'static> AndroidLocator<S> {
    /// The one that this system has.
    pub fn on(system: Arc<S>) -> Self {
        Self { system, asking: Arc::default() }
    }
}

impl<S: Places + 'static> Locator for AndroidLocator<S> {
    fn may(&self) -> Locating<bool> {
        let may = is_allowed(&*self.system);
        Box::pin(async move { may })
    }

    fn locate(&self) -> Locating<Result<Position, NoPosition>> {
        let (system, asking) = (self.system.clone(), self.asking.clone());
        Box::pin(async move {
            allow(&*system, &asking).await?;
            seek(&*system).await
        })
    }
}

/// The rough place is enough: how exact it is stands with it.
fn is_allowed(system: &impl Places) -> bool {
    [FINE, COARSE].iter().any(|permission| system.is_allowed(permission).unwrap_or(false))
}

/// Asks her, once. Where she refused for ever, Android answers no without a question.
async fn allow(system: &impl Places, asking: &Mutex<()>) -> Result<(), NoPosition> {
    if is_allowed(system) {
        return Ok(());
    }
    let Ok(_asking) = asking.try_lock() else {
        // The question stands already. Its answer is this one's too.
        drop(asking.lock().await);
        return if is_allowed(system) { Ok(()) } else { Err(NoPosition::Refused) };
    };
    // Both at once: Android shows one question, in which she can choose the rough place.
    let mut answer = system.ask_for(&[FINE, COARSE]).map_err(|_| NoPosition::Unavailable)?;
    answer.answer().await;
    // What counts is what is allowed now, not what the answer says.
    if is_allowed(system) { Ok(()) } else { Err(NoPosition::Refused) }
}

async fn seek(system: &impl Places) -> Result<Position, NoPosition> {
    let sources = sources(system);
    if sources.is_empty() {
        return Err(NoPosition::Unavailable);
    }
    let way = if system.level().is_ok_and(|level| level >= ONE_FIX_API) { Way::OneFix } else { Way::Updates };
    // One source may be refused, as the exact one is to her who allowed the rough place. Each has its own question: Android 11
    // would stop only one of two that share a signal.
    let asked: Vec<Pending> = sources.iter().filter_map(|source| system.seek(source, way).ok()).collect();
    let count = asked.len();
    let mut pending = asked.into_iter().reduce(Pending::and).ok_or(NoPosition::Unavailable)?;
    let limit = Instant::now() + LIMIT;
    let (mut until, mut best, mut answers) = (limit, None::<Position>, 0);
    while let Ok(Some(answer)) = timeout_at(until, pending.answer()).await {
        answers += 1;
        if let Some(position) = position(&answer) {
            if best.is_none() {
                until = limit.min(Instant::now() + BETTER);
            }
            best = Some(best.filter(|best| radius(best) <= radius(&position)).unwrap_or(position));
        }
        if best.is_some_and(|best| radius(&best) <= EXACT) || answers >= count {
            break;
        }
    }
    best.ok_or(NoPosition::TimedOut)
}

/// The source that joins the others, where Android has it; else satellites and what is on the air.
fn sources(system: &impl Places) -> Vec<&'static str> {
    let has = |source: &'static str| system.has_source(source).unwrap_or(false);
    if system.level().is_ok_and(|level| level >= FUSED_API) && has(FUSED) {
        return vec![FUSED];
    }
    [GPS, NETWORK].into_iter().filter(|source| has(source)).collect()
}

fn radius(position: &Position) -> u32 {
    position.accuracy_mm.unwrap_or(u32::MAX)
}

fn position(answer: &Answer) -> Option<Position> {
    let [lat, lon, radius, age] = answer.numbers.as_slice() else { return None };
    // Whole milliseconds; `as` keeps to the ends of the range.
    let age = (age.is_finite() && *age >= 0.0).then_some(*age as u32);
    Position::from_degrees(*lat, *lon, Some(*radius), age, FixSource::Phone)
}

#[cfg(test)]
#[path = "locate_tests.rs"]
mod tests;
