//! The parts that screens are made of. Their style is in `assets/style.css`, under the same names.

mod button;
mod choice;
mod copy;
mod directory;
mod empty;
mod field;
mod icon;
mod notice;
mod pin_pad;
mod prose;
mod qr;
mod row;
mod sheet;
mod told;
mod twice;
mod unfold;
mod wait;
mod went_wrong;

pub use button::{Button, Call999, Kind};
pub use choice::{Chip, Chips, Segmented, Sure};
pub use copy::CopyButton;
pub use directory::Directory;
pub use empty::{Drawing, Empty};
pub use field::{Field, FieldKind};
pub use icon::{Glyph, Icon, Size};
pub use notice::{Banner, Notice, SafeFirst, Tone};
pub use pin_pad::{NewPin, NewPinPad, PinPad, use_new_pin};
pub use prose::{Prose, Words};
pub use qr::{Drawn, Qr};
pub use row::{Card, Choice, Fact, Facts, Row, Rows, Switch, Tile};
pub use sheet::Sheet;
pub use told::{DoneLine, WentWrong, Working};
pub use twice::{NewSecret, Twice, Typed, use_new_secret};
pub use unfold::Unfold;
pub use wait::{FailedTries, Wait};
pub use went_wrong::{ToldNotice, WhatWentWrong};
