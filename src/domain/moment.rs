//! Times. When something happened, when it was written down and when it was corrected are three things,
//! and one is never put in the place of another.

use jiff::{Timestamp, ZonedDateTime, civil, tz::TimeZone};
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// The time zone of a time that was given without one.
pub const DEFAULT_ZONE: &str = "Europe/London";

/// A time on a clock on the wall, with its offset and its zone: RFC 9557,
/// for instance `2026-11-17T18:42:00+00:00[Europe/London]`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct When(pub ZonedDateTime);

impl When {
    /// The instant.
    pub fn timestamp(&self) -> Timestamp {
        self.0.timestamp()
    }

    /// The day on the wall.
    pub fn date(&self) -> civil::Date {
        self.0.date()
    }

    /// Reads an RFC 9557 time; a time with an offset alone (`2026-11-17T18:42+00:00` or `…Z`);
    /// or a bare one (`2026-11-17T18:42`), which is taken as British time.
    ///
    /// # Errors
    /// A text that is none of these, in words.
    pub fn parse(text: &str) -> Result<Self, String> {
        if let Ok(zoned) = text.parse::<ZonedDateTime>() {
            return Ok(Self(zoned));
        }
        let zone = TimeZone::get(DEFAULT_ZONE).unwrap_or(TimeZone::UTC);
        if let Ok(instant) = text.parse::<Timestamp>() {
            return Ok(Self(instant.to_zoned_datetime(zone)));
        }
        let bare = text.contains(['T', 't', ' ']).then(|| text.parse::<civil::DateTime>().ok()).flatten();
        bare.and_then(|time| time.to_zoned_datetime(zone).ok()).map(Self).ok_or_else(|| {
            "a time is written like 2026-11-17T18:42 (British time) or 2026-11-17T18:42+00:00[Europe/London]".to_owned()
        })
    }
}

impl std::fmt::Display for When {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for When {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Self::parse(&text).map_err(de::Error::custom)
    }
}

impl JsonSchema for When {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "When".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "RFC 9557, as 2026-11-17T18:42:00+00:00[Europe/London]; with an offset alone; or bare, 2026-11-17T18:42, which is British time.",
            "examples": ["2026-11-17T18:42", "2026-11-17T18:42:00+00:00[Europe/London]"]
        })
    }
}

/// When it happened, as she knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "as", rename_all = "snake_case", deny_unknown_fields)]
pub enum Happened {
    /// It was happening when she tapped; the phone's own clock.
    Now {
        /// The moment of the tap.
        at: When,
    },
    /// She knows the time.
    Exact {
        /// That time.
        at: When,
    },
    /// She knows roughly.
    About {
        /// Roughly then.
        at: When,
    },
    /// Some time in a span, or all through it.
    Between {
        /// Not before.
        from: When,
        /// Not after.
        to: When,
    },
}

impl Happened {
    /// The earliest moment that it speaks of: what a journal is sorted by.
    pub fn begins(&self) -> &When {
        match self {
            Self::Now { at } | Self::Exact { at } | Self::About { at } => at,
            Self::Between { from, .. } => from,
        }
    }

    /// The latest moment that it speaks of.
    pub fn ends(&self) -> &When {
        match self {
            Self::Now { at } | Self::Exact { at } | Self::About { at } => at,
            Self::Between { to, .. } => to,
        }
    }

    /// Whether it begins at an hour that she named. A span from the first moment of a day names the day alone: "I do not know
    /// the time of day" is kept as one.
    pub fn names_the_hour(&self) -> bool {
        match self {
            Self::Now { .. } | Self::Exact { .. } | Self::About { .. } => true,
            Self::Between { from, .. } => from.0.start_of_day().is_ok_and(|start| start != from.0),
        }
    }
}

/// A reading of this device's clocks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moment {
    /// What the clock on the wall said, to the millisecond.
    pub at: When,
    /// Milliseconds since the device started, which no setting of the clock changes. Absent where it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boot_ms: Option<u64>,
}

/// When it was written down: the phone's clock at that moment, never what somebody typed.
pub type Recorded = Moment;

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_bare_time_is_british_in_winter_and_in_summer() {
        assert_eq!(When::parse("2026-11-17T18:42").unwrap().to_string(), "2026-11-17T18:42:00+00:00[Europe/London]");
        assert_eq!(When::parse("2026-07-17T18:42").unwrap().to_string(), "2026-07-17T18:42:00+01:00[Europe/London]");
    }

    #[test]
    fn the_hour_that_comes_twice_keeps_its_offset() {
        let first = When::parse("2026-10-25T01:30:00+01:00[Europe/London]").unwrap();
        let second = When::parse("2026-10-25T01:30:00+00:00[Europe/London]").unwrap();
        assert!(first < second);
        let back: When = serde_json::from_str(&serde_json::to_string(&second).unwrap()).unwrap();
        assert_eq!(back, second);
    }

    #[test]
    fn a_day_without_an_hour_names_none_and_midnight_is_an_hour_where_she_says_so() {
        let at = |text: &str| When::parse(text).unwrap();
        let between = |from, to| Happened::Between { from: at(from), to: at(to) };
        assert!(!between("2026-11-28T00:00", "2026-11-28T23:59").names_the_hour());
        assert!(!between("2026-11-28T00:00", "2026-11-28T14:37").names_the_hour(), "a day that is not over");
        assert!(between("2026-11-28T22:00", "2026-11-29T02:00").names_the_hour());
        for happened in [Happened::About { at: at("2026-11-28T00:00") }, Happened::Exact { at: at("2026-11-28T00:00") }]
        {
            assert!(happened.names_the_hour());
        }
    }

    #[test]
    fn a_day_alone_or_nonsense_is_not_a_time() {
        for text in ["2026-11-17", "yesterday", "", "2026-02-30T10:00", "2026-11-17T25:00", "18:42"] {
            assert!(When::parse(text).is_err(), "{text}");
        }
    }
}
