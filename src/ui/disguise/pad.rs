//! The calculator's keys, in the order in which they lie. The cover is drawn from the same list.

use super::keys::Key;
use super::sum::Op;

/// One key of the pad.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pad {
    /// What it does.
    pub key: Key,
    /// What stands on it.
    pub label: &'static str,
    /// Its colour, as a class.
    pub class: &'static str,
    /// What a screen reader says, where the label alone does not do.
    pub name: Option<&'static str>,
}

const fn pad(key: Key, label: &'static str, class: &'static str, name: Option<&'static str>) -> Pad {
    Pad { key, label, class, name }
}

const fn digit(label: &'static str, digit: char) -> Pad {
    pad(Key::Digit(digit), label, "", None)
}

/// The pad, row by row.
pub const KEYS: [Pad; 20] = [
    pad(Key::Clear, "AC", "fn", Some("AC, all clear")),
    pad(Key::Brackets, "( )", "fn", Some("Brackets")),
    pad(Key::Percent, "%", "fn", Some("Per cent")),
    pad(Key::Op(Op::Divide), "÷", "op", Some("Divide")),
    digit("7", '7'),
    digit("8", '8'),
    digit("9", '9'),
    pad(Key::Op(Op::Multiply), "×", "op", Some("Times")),
    digit("4", '4'),
    digit("5", '5'),
    digit("6", '6'),
    pad(Key::Op(Op::Subtract), "−", "op", Some("Minus")),
    digit("1", '1'),
    digit("2", '2'),
    digit("3", '3'),
    pad(Key::Op(Op::Add), "+", "op", Some("Plus")),
    digit("0", '0'),
    pad(Key::Point, ".", "", Some("Point")),
    pad(Key::Delete, "⌫", "", Some("Delete")),
    pad(Key::Equals, "=", "eq", Some("Equals")),
];

/// The memory keys.
pub const MEMORY: [(Key, &str); 5] = [
    (Key::MemoryClear, "MC"),
    (Key::MemoryRecall, "MR"),
    (Key::MemoryMinus, "M−"),
    (Key::MemoryPlus, "M+"),
    (Key::MemoryStore, "MS"),
];
