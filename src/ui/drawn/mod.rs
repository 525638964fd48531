//! Icons and drawings. They lie apart from the components because outlines are long lines of letters and figures, and
//! `tests/locale.rs` looks through the components for texts that are written out.

mod book;
mod icon;

pub use book::Drawing;
pub use icon::{Glyph, Icon, Size};
