//! A text as a QR code, drawn as one path of squares.

use dioxus::prelude::*;
use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write;
use zeroize::Zeroizing;

/// The light edge that readers need, in modules (ISO/IEC 18004).
const QUIET: usize = 4;

/// From the corner of a module around it, as SVG path data.
const SQUARE: &str = "h1v1h-1z";

/// A code that was drawn. The path says what the text says, so it is wiped as that is.
#[derive(Clone, PartialEq, Eq)]
pub struct Drawn {
    /// One square of side 1 for each dark module, as SVG path data.
    path: Zeroizing<String>,
    /// Modules on a side, with the light edge on both sides.
    side: usize,
}

impl Drawn {
    /// Draws a text. `None`: it is too long.
    pub fn of(text: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
        let width = code.width();
        // A path that moves while it grows would leave pieces of itself behind.
        let mut path = Zeroizing::new(String::with_capacity(width * width * 18));
        for (at, colour) in Zeroing(code.to_colors()).0.iter().enumerate() {
            if *colour == Color::Dark {
                let (x, y) = (at % width + QUIET, at / width + QUIET);
                let _ = write!(path, "M{x} {y}{SQUARE}");
            }
        }
        Some(Self { path, side: width + 2 * QUIET })
    }
}

#[cfg(test)]
impl Drawn {
    /// Whether this is its path.
    pub fn is(&self, path: &str) -> bool {
        *self.path == path
    }
}

/// Wipes the modules.
struct Zeroing(Vec<Color>);

impl Drop for Zeroing {
    fn drop(&mut self) {
        self.0.iter_mut().for_each(|module| *module = Color::Light);
    }
}

/// The code. `label` says what it is to whoever does not see it.
#[component]
pub fn Qr(drawn: Drawn, label: String) -> Element {
    let Drawn { path, side } = drawn;
    rsx! {
        svg { class: "qr", view_box: "0 0 {side} {side}", role: "img", "aria-label": "{label}", "shape-rendering": "crispEdges",
            path { d: "{*path}" }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use super::*;

    /// The dark modules of a drawn code, without its edge.
    fn modules(drawn: &Drawn) -> Vec<(usize, usize)> {
        let squares = drawn.path.split('M').skip(1);
        squares
            .map(|square| {
                let (x, y) = square.strip_suffix("h1v1h-1z").unwrap().split_once(' ').unwrap();
                (x.parse::<usize>().unwrap() - QUIET, y.parse::<usize>().unwrap() - QUIET)
            })
            .collect()
    }

    #[test]
    fn the_squares_lie_where_the_code_has_them_and_nothing_is_on_the_edge() {
        let text = "abandon ability able about above absent absorb abstract";
        let (drawn, code) = (Drawn::of(text).unwrap(), QrCode::with_error_correction_level(text, EcLevel::M).unwrap());
        let dark: Vec<_> = (0..code.width())
            .flat_map(|y| (0..code.width()).map(move |x| (x, y)))
            .filter(|at| code[*at] == Color::Dark)
            .collect();
        assert_eq!(modules(&drawn), dark);
        assert_eq!(drawn.side, code.width() + 8);
        // The three large squares in the corners, by which readers find it.
        for corner in [(0, 0), (code.width() - 7, 0), (0, code.width() - 7)] {
            assert!((0..7).all(|step| dark.contains(&(corner.0 + step, corner.1))));
        }
    }

    #[test]
    fn what_is_too_long_gives_no_code_and_not_half_of_one() {
        assert!(Drawn::of(&"a".repeat(3000)).is_none());
    }
}
