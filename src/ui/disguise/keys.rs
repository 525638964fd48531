//! What the calculator's keys do: the sum being typed, the tape of sums done, and the memory.

use super::sum::{Op, Piece, SumError, evaluate, shown};
use rust_decimal::Decimal;

/// A key of the calculator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// `0` to `9`.
    Digit(char),
    /// The decimal point.
    Point,
    /// One of the four operations.
    Op(Op),
    /// Opens a bracket or closes one, whichever makes sense.
    Brackets,
    /// Per cent.
    Percent,
    /// `=`
    Equals,
    /// `AC`: the sum, not the tape and not the memory.
    Clear,
    /// The last thing typed.
    Delete,
    /// Memory clear.
    MemoryClear,
    /// Memory recall.
    MemoryRecall,
    /// Takes what is shown from the memory.
    MemoryMinus,
    /// Adds what is shown to the memory.
    MemoryPlus,
    /// Puts what is shown into the memory.
    MemoryStore,
}

/// A piece of text in the display; signs are coloured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// What to show.
    pub text: String,
    /// Whether it is one of the four signs.
    pub sign: bool,
}

/// A sum that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// The sum, as it stood in the display.
    pub sum: String,
    /// What came out.
    pub result: String,
}

/// The most figures in one typed number, and the most pieces in one sum.
const LONGEST_NUMBER: usize = 24;
const MOST_PIECES: usize = 120;
/// How many sums the tape keeps.
const TAPE: usize = 50;

/// A calculator. It starts empty, knows nothing of the rest of the app, and forgets everything when it is dropped.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calculator {
    pieces: Vec<Piece>,
    answered: bool,
    said: Option<SumError>,
    memory: Option<Decimal>,
    tape: Vec<Done>,
}

impl Calculator {
    /// Presses one key.
    pub fn press(&mut self, key: Key) {
        self.said = None;
        match key {
            Key::Digit(digit) => self.digit(digit),
            Key::Point => self.point(),
            Key::Op(op) => self.operation(op),
            Key::Brackets => self.brackets(),
            Key::Percent => {
                if self.ends_in_value() {
                    self.push(Piece::Percent);
                }
            }
            Key::Equals => self.equals(),
            Key::Clear => self.forget(),
            Key::Delete => self.delete(),
            Key::MemoryClear => self.memory = None,
            Key::MemoryRecall => self.recall(),
            Key::MemoryMinus => self.remember(|memory, value| memory.checked_sub(value)),
            Key::MemoryPlus => self.remember(|memory, value| memory.checked_add(value)),
            Key::MemoryStore => self.remember(|_, value| Some(value)),
        }
    }

    /// Drops the sum being typed, and keeps no trace of it on the tape.
    pub fn forget(&mut self) {
        self.pieces.clear();
        self.answered = false;
        self.said = None;
    }

    /// Drops the tape.
    pub fn clear_tape(&mut self) {
        self.tape.clear();
    }

    /// The digits in the display, if there is nothing else in it; empty for an empty display. `None` as soon as there is a
    /// sign, a point or a result.
    pub fn digits(&self) -> Option<&str> {
        match self.pieces.as_slice() {
            [] => Some(""),
            [Piece::Typed(number)] if number.chars().all(|letter| letter.is_ascii_digit()) => Some(number),
            _ => None,
        }
    }

    /// The sum in the display. `0` when it is empty.
    pub fn display(&self) -> Vec<Run> {
        let runs = runs(&self.pieces);
        if runs.is_empty() { vec![Run { text: "0".into(), sign: false }] } else { runs }
    }

    /// The line under the sum: words when there is no result, else what it comes to so far.
    pub fn below(&self) -> Option<String> {
        if let Some(error) = self.said {
            return Some(error.to_string());
        }
        if self.pieces.len() < 2 {
            return None;
        }
        let mut end = self.pieces.as_slice();
        while let [rest @ .., Piece::Op(_) | Piece::Open] = end {
            end = rest;
        }
        if end.len() < 2 {
            return None;
        }
        evaluate(end).ok().map(shown)
    }

    /// Whether the line under the sum is words.
    pub fn says(&self) -> bool {
        self.said.is_some()
    }

    /// The sums done, oldest first.
    pub fn tape(&self) -> &[Done] {
        &self.tape
    }

    /// Whether there is something in the memory.
    pub fn has_memory(&self) -> bool {
        self.memory.is_some()
    }

    fn push(&mut self, piece: Piece) {
        self.answered = false;
        if self.pieces.len() < MOST_PIECES {
            self.pieces.push(piece);
        }
    }

    fn ends_in_value(&self) -> bool {
        matches!(self.pieces.last(), Some(Piece::Typed(_) | Piece::Exact(_) | Piece::Close | Piece::Percent))
    }

    /// Before a new number: a result makes way, and a number right behind a bracket is multiplied.
    fn make_way(&mut self) {
        if self.answered {
            self.forget();
        } else if matches!(self.pieces.last(), Some(Piece::Exact(_) | Piece::Close | Piece::Percent)) {
            self.push(Piece::Op(Op::Multiply));
        }
    }

    fn digit(&mut self, digit: char) {
        self.make_way();
        match self.pieces.last_mut() {
            Some(Piece::Typed(number)) if number == "0" => *number = digit.to_string(),
            Some(Piece::Typed(number)) => {
                if number.len() < LONGEST_NUMBER {
                    number.push(digit);
                }
            }
            _ => self.push(Piece::Typed(digit.to_string())),
        }
    }

    fn point(&mut self) {
        self.make_way();
        match self.pieces.last_mut() {
            Some(Piece::Typed(number)) => {
                if !number.contains('.') {
                    number.push('.');
                }
            }
            _ => self.push(Piece::Typed("0.".into())),
        }
    }

    fn operation(&mut self, op: Op) {
        let may_sign = op == Op::Subtract;
        match self.pieces.as_slice() {
            [] | [.., Piece::Open] => {
                if may_sign {
                    self.push(Piece::Op(op));
                }
            }
            [.., Piece::Op(Op::Multiply | Op::Divide)] if may_sign => self.push(Piece::Op(op)),
            [Piece::Op(_)] | [.., Piece::Open, Piece::Op(_)] => {}
            [.., Piece::Op(_), Piece::Op(_)] => {
                self.pieces.truncate(self.pieces.len().saturating_sub(2));
                self.push(Piece::Op(op));
            }
            [.., Piece::Op(_)] => {
                self.pieces.pop();
                self.push(Piece::Op(op));
            }
            _ => self.push(Piece::Op(op)),
        }
    }

    fn brackets(&mut self) {
        let open = self.pieces.iter().filter(|piece| **piece == Piece::Open).count();
        let closed = self.pieces.iter().filter(|piece| **piece == Piece::Close).count();
        if self.ends_in_value() {
            if open > closed {
                self.push(Piece::Close);
            } else {
                self.push(Piece::Op(Op::Multiply));
                self.push(Piece::Open);
            }
        } else {
            self.push(Piece::Open);
        }
    }

    fn delete(&mut self) {
        self.answered = false;
        match self.pieces.pop() {
            Some(Piece::Typed(mut number)) => {
                number.pop();
                if !number.is_empty() {
                    self.pieces.push(Piece::Typed(number));
                }
            }
            Some(Piece::Exact(value)) if value.is_sign_positive() => {
                let mut number = shown(value);
                number.pop();
                if !number.is_empty() {
                    self.pieces.push(Piece::Typed(number));
                }
            }
            _ => {}
        }
    }

    fn equals(&mut self) {
        if self.pieces.len() < 2 {
            return;
        }
        match evaluate(&self.pieces) {
            Ok(value) => {
                let sum = runs(&self.pieces).iter().map(|run| run.text.as_str()).collect::<Vec<_>>().join(" ");
                self.tape.push(Done { sum, result: shown(value) });
                if self.tape.len() > TAPE {
                    self.tape.remove(0);
                }
                self.pieces = vec![Piece::Exact(value)];
                self.answered = true;
            }
            Err(error) => self.said = Some(error),
        }
    }

    fn recall(&mut self) {
        let Some(value) = self.memory else { return };
        if self.answered {
            self.forget();
        }
        if matches!(self.pieces.last(), Some(Piece::Typed(_) | Piece::Exact(_))) {
            self.pieces.pop();
        }
        self.make_way();
        self.push(Piece::Exact(value));
    }

    fn remember(&mut self, change: impl Fn(Decimal, Decimal) -> Option<Decimal>) {
        let value = if self.pieces.is_empty() { Ok(Decimal::ZERO) } else { evaluate(&self.pieces) };
        match value.map(|value| change(self.memory.unwrap_or_default(), value)) {
            Ok(Some(value)) => self.memory = Some(value),
            Ok(None) => self.said = Some(SumError::TooLarge),
            Err(error) => self.said = Some(error),
        }
    }
}

/// The pieces as text: numbers with their signs, brackets and percents together, the four signs apart.
fn runs(pieces: &[Piece]) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    let mut value_due = true;
    let mut glue = false;
    for piece in pieces {
        let text = match piece {
            Piece::Typed(number) => number.clone(),
            Piece::Exact(value) => shown(*value),
            Piece::Op(op) => op.sign().to_string(),
            Piece::Open => "(".into(),
            Piece::Close => ")".into(),
            Piece::Percent => "%".into(),
        };
        if matches!(piece, Piece::Op(_)) && !value_due {
            out.push(Run { text, sign: true });
            value_due = true;
            glue = false;
            continue;
        }
        match out.last_mut() {
            Some(last) if glue => last.text.push_str(&text),
            _ => out.push(Run { text, sign: false }),
        }
        glue = true;
        value_due = matches!(piece, Piece::Op(_) | Piece::Open);
    }
    out
}

#[cfg(test)]
mod tests;
