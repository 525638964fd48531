//! Where the phone is, through the page's own `navigator.geolocation`.
//!
//! For where there is no phone: a computer's window, and a browser. Phones are asked by their own location services
//! (`platform::locator`). It is not in `platform`, since only the page can call it.

use crate::domain::ports::{Locating, Locator};
use crate::domain::{FixSource, NoPosition, Position};
use dioxus::prelude::*;
use serde::Deserialize;

/// Says "granted" when the system would answer without a question.
const MAY: &str = r#"
try { return (await navigator.permissions.query({ name: "geolocation" })).state; } catch { return "unknown"; }
"#;

/// One fresh fix. A system that never answers is given up a second after its own time is over.
const LOCATE: &str = r#"
if (!navigator.geolocation) return { failed: 2 };
return await new Promise((done) => {
  setTimeout(() => done({ failed: 3 }), 21000);
  navigator.geolocation.getCurrentPosition(
    (fix) => done({ lat: fix.coords.latitude, lon: fix.coords.longitude, accuracy: fix.coords.accuracy,
                    age: Math.max(0, Date.now() - fix.timestamp) }),
    (error) => done({ failed: error.code }),
    { enableHighAccuracy: true, timeout: 20000, maximumAge: 0 });
});
"#;

/// What the page answers: either a fix or the code of `GeolocationPositionError`.
#[derive(Deserialize)]
struct Answer {
    lat: Option<f64>,
    lon: Option<f64>,
    accuracy: Option<f64>,
    age: Option<f64>,
    failed: Option<u8>,
}

impl Answer {
    fn position(self) -> Result<Position, NoPosition> {
        match (self.failed, self.lat, self.lon) {
            (None, Some(lat), Some(lon)) => {
                // Whole milliseconds; `as` keeps to the ends of the range.
                let age = self.age.filter(|age| age.is_finite() && *age >= 0.0).map(|age| age as u32);
                Position::from_degrees(lat, lon, self.accuracy, age, FixSource::Phone).ok_or(NoPosition::Unavailable)
            }
            (Some(1), ..) => Err(NoPosition::Refused),
            (Some(3), ..) => Err(NoPosition::TimedOut),
            _ => Err(NoPosition::Unavailable),
        }
    }
}

/// The page that the app runs in.
pub struct PageLocator;

impl Locator for PageLocator {
    fn may(&self) -> Locating<bool> {
        let asked = document::eval(MAY);
        Box::pin(async move { asked.join::<String>().await.is_ok_and(|state| state == "granted") })
    }

    fn locate(&self) -> Locating<Result<Position, NoPosition>> {
        let asked = document::eval(LOCATE);
        Box::pin(async move { asked.join::<Answer>().await.map_err(|_| NoPosition::Unavailable)?.position() })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn said(json: &str) -> Result<Position, NoPosition> {
        serde_json::from_str::<Answer>(json).unwrap().position()
    }

    #[test]
    fn a_fix_keeps_how_exact_and_how_old_it_is() {
        let fix = said(r#"{"lat":52.2,"lon":0.13,"accuracy":12.4,"age":4012.7}"#).unwrap();
        assert_eq!((fix.accuracy_mm, fix.age_ms, fix.source), (Some(12_400), Some(4012), FixSource::Phone));
    }

    #[test]
    fn each_way_of_having_no_place_is_told_apart() {
        assert_eq!(said(r#"{"failed":1}"#), Err(NoPosition::Refused));
        assert_eq!(said(r#"{"failed":2}"#), Err(NoPosition::Unavailable));
        assert_eq!(said(r#"{"failed":3}"#), Err(NoPosition::TimedOut));
        assert_eq!(said(r#"{"lat":123.0,"lon":0.0}"#), Err(NoPosition::Unavailable));
    }
}
