//! The parts that screens are made of. Their style is in `assets/style.css`, under the same names.

mod button;
mod choice;
mod copy;
mod directory;
mod empty;
mod field;
mod found;
mod icon;
mod nation;
mod notice;
mod prose;
mod row;
mod sheet;
mod tick;
mod told;
mod unfold;
mod went_wrong;
mod where_am_i;

pub use button::{Button, Call999, Kind};
pub use choice::{Chip, Chips, Segmented, Sure};
pub use copy::CopyButton;
pub use directory::Directory;
pub use empty::{Drawing, Empty};
pub use field::{Field, FieldKind};
pub use found::SearchResults;
pub use icon::{Glyph, Icon, Size};
pub use nation::{NationChips, WhereYouLive};
pub use notice::{Banner, Notice, SafeFirst, Tone};
pub use prose::{Prose, Words};
pub use row::{Card, Choice, Fact, Facts, Row, Rows, Switch, Tile};
pub use sheet::Sheet;
pub use tick::Tick;
pub use told::{DoneLine, WentWrong, Working};
pub use unfold::Unfold;
pub use went_wrong::{ToldNotice, WhatWentWrong};
pub use where_am_i::WhereAmI;
