//! The text that goes to somebody she trusts: her words, where she is, and how old that is.
//!
//! All of it stays English whatever the screen speaks: whoever gets it may not read her language. So nothing here is asked of
//! the messages, nor of what says times and places on the screens. Her own words are hers to write in any language.

use crate::domain::{NoPosition, Position};
use jiff::{Timestamp, ZonedDateTime};

/// Where she is, as far as the text can say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fix {
    /// Here, known to us since this moment.
    At(Position, Timestamp),
    /// The phone could not say.
    Without(NoPosition),
    /// She did not wait for it.
    NotWaited,
}

/// What she says where she prepared nothing.
pub const USUAL_WORDS: &str = "I need you. Please ring me.";

/// The whole text.
pub fn message(words: &str, fix: Fix, now: &ZonedDateTime) -> String {
    let words = if words.trim().is_empty() { USUAL_WORDS } else { words.trim() };
    let hour = now.strftime("%H:%M on %-d %b");
    match fix {
        Fix::At(position, since) => {
            let waited = u64::try_from(now.timestamp().duration_since(since).as_millis()).unwrap_or(0);
            let age = u64::from(position.age_ms.unwrap_or(0)).saturating_add(waited);
            let exact = exact(&position).unwrap_or_default();
            // The hour is that of the fix, which may be older than the text.
            let found = now.saturating_sub(jiff::SignedDuration::from_millis(i64::try_from(age).unwrap_or(0)));
            let hour = found.strftime("%H:%M on %-d %b");
            let old = old(age);
            let grid = position.grid_reference().map(|grid| format!("Grid reference {grid}.\n")).unwrap_or_default();
            let place = position.decimal();
            format!("{words}\nWhere I am: {place}{exact}, at {hour}, {old}.\n{grid}{}", map_link(&position))
        }
        Fix::Without(_) => format!("{words}\nMy phone could not say where I am, at {hour}."),
        Fix::NotWaited => format!("{words}\nWritten at {hour}, without my place."),
    }
}

/// ", within 12 m", or nothing where the device did not say.
fn exact(position: &Position) -> Option<String> {
    position.accuracy_mm.map(|mm| format!(", within {} m", mm.div_ceil(1000).max(1)))
}

/// "34 seconds before I wrote this".
fn old(ms: u64) -> String {
    match ms / 1000 {
        0 => "just now".to_owned(),
        1 => "1 second before I wrote this".to_owned(),
        seconds if seconds < 120 => format!("{seconds} seconds before I wrote this"),
        seconds => format!("{} minutes before I wrote this", seconds / 60),
    }
}

/// A link that opens on any phone and computer. It asks nobody anything until somebody taps it.
fn map_link(position: &Position) -> String {
    let decimal = position.decimal();
    let (lat, lon) = decimal.split_once(", ").unwrap_or((decimal.as_str(), ""));
    format!("https://www.openstreetmap.org/?mlat={lat}&mlon={lon}&zoom=17")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::domain::FixSource;

    fn now() -> ZonedDateTime {
        "2026-11-17T18:42:30+00:00[Europe/London]".parse().unwrap()
    }

    #[test]
    fn the_text_says_where_how_exact_and_how_old() {
        let here = Position::from_degrees(51.5086, -0.1166, Some(12.0), Some(4000), FixSource::Phone).unwrap();
        let since = "2026-11-17T18:42:00Z".parse().unwrap();
        let grid = here.grid_reference().unwrap();
        assert!(grid.starts_with("TQ 30"), "{grid}");
        assert_eq!(
            message("Ring me.", Fix::At(here, since), &now()).replace(&grid, "GRID"),
            "Ring me.\nWhere I am: 51.50860, -0.11660, within 12 m, at 18:41 on 17 Nov, 34 seconds before I wrote this.\n\
             Grid reference GRID.\nhttps://www.openstreetmap.org/?mlat=51.50860&mlon=-0.11660&zoom=17"
        );
    }

    #[test]
    fn without_a_place_the_text_says_so_and_claims_none() {
        for fix in [Fix::Without(NoPosition::TimedOut), Fix::NotWaited] {
            let text = message("", fix, &now());
            assert!(text.starts_with(USUAL_WORDS), "{text}");
            assert!(!text.contains("https:") && !text.contains("Where I am:"), "{text}");
        }
    }
}
