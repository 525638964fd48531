//! Where she is at the tap: what is known of it, how the first step says it, and what is put down of it.

use crate::domain::{NoPosition, Place, Position};
use crate::t;
use crate::ui::wording;

/// What is known of the place.
#[derive(Clone, Debug, PartialEq)]
pub enum Where {
    /// The switch is off, and nothing was asked.
    Off,
    /// Asked, and not answered yet.
    Looking,
    /// Here, since this moment of our clock.
    At(Position, jiff::Timestamp),
    /// There is none.
    Without(NoPosition),
}

/// What the row of the place says.
pub fn place_words(place: &Where, name: Option<String>, now: jiff::Timestamp) -> (String, String) {
    let says = |title: &str, hint: &str| (title.to_owned(), hint.to_owned());
    match place {
        Where::Off => says(t!("recording-place.add"), t!("recording-place.off")),
        Where::Looking => says(t!("recording-place.looking"), t!("recording-place.no-wait")),
        Where::At(at, since) => {
            let old = wording::ago(age_ms(at, *since, now).into());
            let hint = match wording::within(at) {
                Some(within) => t!("recording-place-found", within = capital(&within), ago = old),
                None => old,
            };
            (name.unwrap_or_else(|| t!("recording-place").to_owned()), hint)
        }
        Where::Without(why) => {
            says(t!("recording-place.none"), &t!("recording-place-none", why = wording::no_position(*why)))
        }
    }
}

/// What the button says: what will be saved, and no more.
pub fn save_words(place: &Where) -> &'static str {
    match place {
        Where::At(..) => t!("record-save-time-and-place"),
        Where::Off | Where::Looking | Where::Without(_) => t!("record-save-time"),
    }
}

/// How old a fix is now, in milliseconds.
fn age_ms(at: &Position, since: jiff::Timestamp, now: jiff::Timestamp) -> u32 {
    let held = u32::try_from(now.duration_since(since).as_millis().max(0)).unwrap_or(u32::MAX);
    at.age_ms.unwrap_or(0).saturating_add(held)
}

/// What is put down of the place: the fix and its age, or why there is none.
pub fn recorded_place(place: &Where, words: Option<String>, now: jiff::Timestamp) -> Place {
    let without = |why| Place { no_position: Some(why), ..Place::default() };
    match place {
        Where::Off => without(NoPosition::NotAsked),
        // She did not wait for it, and nothing may make her.
        Where::Looking => without(NoPosition::TimedOut),
        Where::At(at, since) => {
            let age_ms = at.age_ms.map(|_| age_ms(at, *since, now));
            Place { words, position: Some(Position { age_ms, ..*at }), ..Place::default() }
        }
        Where::Without(why) => without(*why),
    }
}

/// The name that she gave a place within 75 metres of here, the nearest one.
pub fn nearest<'a>(here: &Position, places: impl Iterator<Item = &'a Place>) -> Option<String> {
    let near = places.filter_map(|place| Some((metres(here, place.position.as_ref()?), place.words.clone()?)));
    near.filter(|(far, _)| *far <= 75.0).min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, words)| words)
}

/// Metres between two points, good enough for a street: on a plane, with meridians drawn together by the latitude.
fn metres(a: &Position, b: &Position) -> f64 {
    const METRES_A_DEGREE: f64 = 111_320.0;
    let degrees = |a: i32, b: i32| (f64::from(a) - f64::from(b)) / 1e7;
    let north = degrees(a.lat_e7, b.lat_e7) * METRES_A_DEGREE;
    let east = degrees(a.lon_e7, b.lon_e7) * METRES_A_DEGREE * (f64::from(a.lat_e7) / 1e7).to_radians().cos();
    north.hypot(east)
}

/// With a capital: it begins a line here.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
