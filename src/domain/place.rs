//! Places. A place knows how exact it is, how old and from where, or says why there is none.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A place in her words, with a position where there is one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// In her words: "Mill Road bus stop".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// What sort of place, so that her home can be kept out of a pack.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<PlaceSort>,
    /// Where on the earth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Position>,
    /// Why there is no position.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_position: Option<NoPosition>,
}

impl Place {
    /// Whether it says where. A reason why there is no position does not.
    pub fn says_where(&self) -> bool {
        self.position.is_some()
            || self.sort.is_some()
            || self.words.as_deref().is_some_and(|words| !words.trim().is_empty())
    }
}

/// What sort of place it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PlaceSort {
    /// Where she lives.
    Home,
    /// Where she works.
    Work,
    /// Where she studies.
    Study,
    /// A street, a stop, a path, a station.
    OnTheWay,
    /// On a phone or the internet, not in the street.
    Online,
    /// Somewhere else.
    Other,
}

/// A position: WGS 84, in whole numbers, since floats do not survive being written twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// Latitude in units of 1e-7 degree, north positive.
    #[schemars(range(min = -900_000_000, max = 900_000_000))]
    pub lat_e7: i32,
    /// Longitude in units of 1e-7 degree, east positive.
    #[schemars(range(min = -1_800_000_000, max = 1_800_000_000))]
    pub lon_e7: i32,
    /// The radius that the device gave, in millimetres.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accuracy_mm: Option<u32>,
    /// How old the fix was when it was taken over, in milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age_ms: Option<u32>,
    /// Where it comes from.
    pub source: FixSource,
}

impl Position {
    /// Whether it lies on the earth.
    pub fn is_on_earth(&self) -> bool {
        self.lat_e7.unsigned_abs() <= 900_000_000 && self.lon_e7.unsigned_abs() <= 1_800_000_000
    }

    /// From degrees and metres, as a device gives them. `None` when they are no position at all.
    pub fn from_degrees(
        lat: f64,
        lon: f64,
        accuracy_m: Option<f64>,
        age_ms: Option<u32>,
        source: FixSource,
    ) -> Option<Self> {
        let e7 = |degrees: f64, limit: f64| {
            (degrees.is_finite() && degrees.abs() <= limit).then(|| (degrees * 1e7).round() as i32)
        };
        Some(Self {
            lat_e7: e7(lat, 90.0)?,
            lon_e7: e7(lon, 180.0)?,
            accuracy_mm: accuracy_m
                .filter(|m| m.is_finite() && *m >= 0.0)
                .map(|m| (m * 1000.0).min(f64::from(u32::MAX)) as u32),
            age_ms,
            source,
        })
    }

    /// As people write it down: `51.50735, -0.12776`, five decimals, about a metre.
    pub fn decimal(&self) -> String {
        let five = |e7: i32| format!("{:.5}", f64::from(e7) / 1e7);
        format!("{}, {}", five(self.lat_e7), five(self.lon_e7))
    }
}

/// Where a position comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FixSource {
    /// This device's location service, at that moment.
    Phone,
    /// Typed, or chosen on a map.
    Given,
    /// What a photo says of itself.
    Photo,
}

/// Why a place has no position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NoPosition {
    /// She did not ask for one.
    NotAsked,
    /// The permission was refused.
    Refused,
    /// Location is switched off, or this device has none.
    Unavailable,
    /// None came in time.
    TimedOut,
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn degrees_become_whole_numbers_and_read_back_the_same() {
        let p = Position::from_degrees(51.507_351, -0.127_758, Some(12.0), Some(4000), FixSource::Phone).unwrap();
        assert_eq!((p.lat_e7, p.lon_e7, p.accuracy_mm), (515_073_510, -1_277_580, Some(12_000)));
        assert_eq!(p.decimal(), "51.50735, -0.12776");
    }

    #[test]
    fn what_is_nowhere_on_earth_is_no_position() {
        for (lat, lon) in [(91.0, 0.0), (0.0, 181.0), (f64::NAN, 0.0), (0.0, f64::INFINITY)] {
            assert_eq!(Position::from_degrees(lat, lon, None, None, FixSource::Phone), None);
        }
    }
}
