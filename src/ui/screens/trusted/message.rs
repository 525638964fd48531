//! The text that goes to somebody she trusts: her words, where she is, and how old that is.

use crate::domain::{NoPosition, Position};
use crate::ui::wording::{ago, within};
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
    let hour = crate::ui::wording::hour_on_day(now);
    match fix {
        Fix::At(position, since) => {
            let waited = u64::try_from(now.timestamp().duration_since(since).as_millis()).unwrap_or(0);
            let age = u64::from(position.age_ms.unwrap_or(0)).saturating_add(waited);
            let exact = within(&position).map(|exact| format!(", {exact}")).unwrap_or_default();
            // The hour is that of the fix, which may be older than the text.
            let found = now.saturating_sub(jiff::SignedDuration::from_millis(i64::try_from(age).unwrap_or(0)));
            let hour = crate::ui::wording::hour_on_day(&found);
            let old = if age < 1000 {
                "just now".to_owned()
            } else {
                format!("{} before I wrote this", ago(age).trim_end_matches(" ago"))
            };
            let grid = position.grid_reference().map(|grid| format!("Grid reference {grid}.\n")).unwrap_or_default();
            let place = position.decimal();
            format!("{words}\nWhere I am: {place}{exact}, at {hour}, {old}.\n{grid}{}", map_link(&position))
        }
        Fix::Without(_) => format!("{words}\nMy phone could not say where I am, at {hour}."),
        Fix::NotWaited => format!("{words}\nWritten at {hour}, without my place."),
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
