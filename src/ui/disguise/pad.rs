//! The calculator's keys, in the order in which they lie. The cover is drawn from the same list.

use super::keys::Key;
use super::sum::Op;
use crate::t;

/// One key of the pad.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pad {
    /// What it does.
    pub key: Key,
    /// What stands on it: figures, signs and the letters that calculators have everywhere.
    pub label: &'static str,
    /// Its colour, as a class.
    pub class: &'static str,
}

impl Pad {
    /// What a screen reader says, where the label alone does not do.
    pub fn name(self) -> Option<&'static str> {
        Some(match self.key {
            Key::Clear => t!("calculator-key-clear"),
            Key::Brackets => t!("calculator-key-brackets"),
            Key::Percent => t!("calculator-key-percent"),
            Key::Op(Op::Divide) => t!("calculator-key-divide"),
            Key::Op(Op::Multiply) => t!("calculator-key-times"),
            Key::Op(Op::Subtract) => t!("calculator-key-minus"),
            Key::Op(Op::Add) => t!("calculator-key-plus"),
            Key::Point => t!("calculator-key-point"),
            Key::Delete => t!("calculator-key-delete"),
            Key::Equals => t!("calculator-key-equals"),
            _ => return None,
        })
    }
}

const fn pad(key: Key, label: &'static str, class: &'static str) -> Pad {
    Pad { key, label, class }
}

const fn digit(label: &'static str, digit: char) -> Pad {
    pad(Key::Digit(digit), label, "")
}

/// The pad, row by row.
pub const KEYS: [Pad; 20] = [
    pad(Key::Clear, "AC", "fn"),
    pad(Key::Brackets, "( )", "fn"),
    pad(Key::Percent, "%", "fn"),
    pad(Key::Op(Op::Divide), "÷", "op"),
    digit("7", '7'),
    digit("8", '8'),
    digit("9", '9'),
    pad(Key::Op(Op::Multiply), "×", "op"),
    digit("4", '4'),
    digit("5", '5'),
    digit("6", '6'),
    pad(Key::Op(Op::Subtract), "−", "op"),
    digit("1", '1'),
    digit("2", '2'),
    digit("3", '3'),
    pad(Key::Op(Op::Add), "+", "op"),
    digit("0", '0'),
    pad(Key::Point, ".", ""),
    pad(Key::Delete, "⌫", ""),
    pad(Key::Equals, "=", "eq"),
];

/// The memory keys.
pub const MEMORY: [(Key, &str); 5] = [
    (Key::MemoryClear, "MC"),
    (Key::MemoryRecall, "MR"),
    (Key::MemoryMinus, "M−"),
    (Key::MemoryPlus, "M+"),
    (Key::MemoryStore, "MS"),
];
