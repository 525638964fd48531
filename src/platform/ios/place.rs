//! Where the phone is, asked of iOS itself: one question of iOS's at the most, when she taps; never the web view's, which would
//! come on top of it.

use super::AppleError;
use crate::domain::ports::{Locating, Locator};
use crate::domain::{FixSource, NoPosition, Position};
use std::sync::Arc;
use std::time::Duration;

/// What is asked of Core Location.
pub trait Compass: Send + Sync + 'static {
    /// What the app is allowed, without a question.
    ///
    /// # Errors
    /// When iOS cannot be asked.
    fn allowed(&self) -> Result<Allowed, AppleError>;

    /// Whether the phone's location is switched on at all.
    fn switched_on(&self) -> Locating<bool>;

    /// Has iOS ask her, and waits for what she says.
    fn ask(&self) -> Locating<Result<Allowed, AppleError>>;

    /// One fresh fix, and then no more.
    fn fix(&self) -> Locating<Result<Fix, NoFix>>;
}

/// What the app is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allowed {
    /// She was not asked yet.
    NotAsked,
    /// She said no, for good; or location is off.
    Refused,
    /// She cannot say yes: a parent's or an employer's rule.
    Restricted,
    /// While the app is in use.
    Yes,
}

/// A fix as iOS gives it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fix {
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// Metres; below nought the position means nothing.
    pub accuracy: f64,
    /// Seconds since it was measured.
    pub age: f64,
}

/// Why iOS gave no fix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoFix {
    /// It is not allowed any more.
    Denied,
    /// It could not tell.
    Unknown,
    /// It could not be asked, or did not answer.
    Apple(AppleError),
}

/// How long a fix may take.
const FIX: Duration = Duration::from_secs(20);
/// How long the question may stand. Not counted as part of the fix.
const QUESTION: Duration = Duration::from_secs(120);
/// How old a fix may be, in seconds: iOS may hand out one that another app asked for.
const FRESH: f64 = 60.0;

/// The port, kept by Core Location.
pub struct AppleLocator<S>(Arc<S>);

impl<S: Compass> AppleLocator<S> {
    /// A locator that asks this system.
    pub fn on(system: S) -> Self {
        Self(Arc::new(system))
    }
}

impl<S: Compass> Locator for AppleLocator<S> {
    fn may(&self) -> Locating<bool> {
        let may = self.0.allowed() == Ok(Allowed::Yes);
        Box::pin(std::future::ready(may))
    }

    fn locate(&self) -> Locating<Result<Position, NoPosition>> {
        let system = self.0.clone();
        Box::pin(async move { locate(&*system).await })
    }
}

async fn locate(system: &impl Compass) -> Result<Position, NoPosition> {
    let mut allowed = system.allowed().map_err(|_| NoPosition::Unavailable)?;
    if allowed == Allowed::NotAsked {
        // With location off, iOS would put up a question about its settings instead of ours.
        if !system.switched_on().await {
            return Err(NoPosition::Unavailable);
        }
        allowed = match tokio::time::timeout(QUESTION, system.ask()).await {
            Ok(answer) => answer.map_err(|_| NoPosition::Unavailable)?,
            Err(_) => return Err(NoPosition::TimedOut),
        };
    }
    match allowed {
        Allowed::Yes => {}
        Allowed::NotAsked => return Err(NoPosition::Refused),
        Allowed::Refused => return Err(refused(system).await),
        // Nothing that she can allow: as on a device that has no location.
        Allowed::Restricted => return Err(NoPosition::Unavailable),
    }
    match tokio::time::timeout(FIX, system.fix()).await {
        Err(_) => Err(NoPosition::TimedOut),
        Ok(Err(NoFix::Denied)) => Err(refused(system).await),
        Ok(Err(NoFix::Unknown | NoFix::Apple(_))) => Err(NoPosition::Unavailable),
        Ok(Ok(fix)) => position(fix),
    }
}

/// iOS says "denied" also where location is off for every app.
async fn refused(system: &impl Compass) -> NoPosition {
    if system.switched_on().await { NoPosition::Refused } else { NoPosition::Unavailable }
}

fn position(fix: Fix) -> Result<Position, NoPosition> {
    // Also refuses what is no number.
    if !(fix.accuracy >= 0.0 && fix.age.is_finite()) {
        return Err(NoPosition::Unavailable);
    }
    if fix.age > FRESH {
        return Err(NoPosition::TimedOut);
    }
    // A clock that was set back makes an age below nought; `as` keeps to the ends of the range.
    let age = (fix.age * 1000.0).max(0.0) as u32;
    Position::from_degrees(fix.lat, fix.lon, Some(fix.accuracy), Some(age), FixSource::Phone)
        .ok_or(NoPosition::Unavailable)
}

#[cfg(test)]
#[path = "place_tests.rs"]
mod tests;
