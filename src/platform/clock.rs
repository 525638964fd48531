//! The device's own clock.

use crate::domain::ports::Clock;
use jiff::{Timestamp, tz::TimeZone};
use std::time::Duration;

/// Time as the system tells it.
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn zone(&self) -> TimeZone {
        TimeZone::system()
    }

    fn since_boot(&self) -> Option<Duration> {
        // Linux tells it in a file, in seconds with two decimals. Where the file is closed to apps there is no answer.
        let text = std::fs::read_to_string("/proc/uptime").ok()?;
        let seconds: f64 = text.split_whitespace().next()?.parse().ok()?;
        Duration::try_from_secs_f64(seconds).ok()
    }
}
