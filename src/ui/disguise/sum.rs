//! The arithmetic of the calculator. Pure: keys in, sums out.
//!
//! Numbers are decimal, so 0.1 + 0.2 is 0.3. `×` and `÷` bind before `+` and `−`. A percentage is a hundredth (`444.5 × 12%`
//! is 53.34), except after `+` or `−`, where it is that part of what stands before it (`200 + 10%` is 220).

use crate::t;
use rust_decimal::{Decimal, RoundingStrategy};

/// One piece of a sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A number as it was typed, digits and at most one point.
    Typed(String),
    /// A number that came from an earlier result or from the memory, with all its digits.
    Exact(Decimal),
    /// `+`, `−`, `×` or `÷`. A minus where a number is due is a sign.
    Op(Op),
    /// `(`
    Open,
    /// `)`
    Close,
    /// `%`, behind a number or a bracket.
    Percent,
}

/// The four operations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    /// `+`
    Add,
    /// `−`
    Subtract,
    /// `×`
    Multiply,
    /// `÷`
    Divide,
}

impl Op {
    /// The sign as the display shows it.
    pub fn sign(self) -> char {
        match self {
            Self::Add => '+',
            Self::Subtract => '−',
            Self::Multiply => '×',
            Self::Divide => '÷',
        }
    }
}

/// Why a sum has no result. Its words are those that the display shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SumError {
    /// Something divided by nothing.
    DivideByZero,
    /// More than 28 digits before the point.
    TooLarge,
    /// The sum is not finished or makes no sense.
    Incomplete,
}

impl std::fmt::Display for SumError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::DivideByZero => t!("calculator-divide-by-zero"),
            Self::TooLarge => t!("calculator-too-large"),
            Self::Incomplete => t!("calculator-incomplete"),
        })
    }
}

impl std::error::Error for SumError {}

/// Works a sum out. Brackets left open are closed at its end.
///
/// # Errors
/// When something is divided by nothing, when a number outgrows 28 digits, or when the sum is not finished.
pub fn evaluate(pieces: &[Piece]) -> Result<Decimal, SumError> {
    let mut reader = Reader { rest: pieces, depth: 0 };
    let value = reader.added()?;
    if reader.rest.is_empty() { Ok(value) } else { Err(SumError::Incomplete) }
}

/// How deep brackets may be nested; more is refused rather than risked.
const DEEPEST: usize = 64;

struct Reader<'a> {
    rest: &'a [Piece],
    depth: usize,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<Piece> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(first.clone())
    }

    fn eat(&mut self, wanted: &Piece) -> bool {
        match self.rest.split_first() {
            Some((first, rest)) if first == wanted => {
                self.rest = rest;
                true
            }
            _ => false,
        }
    }

    fn added(&mut self) -> Result<Decimal, SumError> {
        let mut sum = self.multiplied()?.0;
        loop {
            let add = if self.eat(&Piece::Op(Op::Add)) {
                true
            } else if self.eat(&Piece::Op(Op::Subtract)) {
                false
            } else {
                return Ok(sum);
            };
            let (value, lone_percent) = self.multiplied()?;
            let value = if lone_percent { sum.checked_mul(value).ok_or(SumError::TooLarge)? } else { value };
            sum = if add { sum.checked_add(value) } else { sum.checked_sub(value) }.ok_or(SumError::TooLarge)?;
        }
    }

    /// A product, and whether it is one percentage and nothing else.
    fn multiplied(&mut self) -> Result<(Decimal, bool), SumError> {
        let (mut product, mut lone_percent) = self.factor()?;
        loop {
            if self.eat(&Piece::Op(Op::Multiply)) {
                product = product.checked_mul(self.factor()?.0).ok_or(SumError::TooLarge)?;
            } else if self.eat(&Piece::Op(Op::Divide)) {
                let by = self.factor()?.0;
                if by.is_zero() {
                    return Err(SumError::DivideByZero);
                }
                product = product.checked_div(by).ok_or(SumError::TooLarge)?;
            } else {
                return Ok((product, lone_percent));
            }
            lone_percent = false;
        }
    }

    fn factor(&mut self) -> Result<(Decimal, bool), SumError> {
        let mut negative = false;
        while self.eat(&Piece::Op(Op::Subtract)) {
            negative = !negative;
        }
        let mut value = match self.next() {
            Some(Piece::Typed(digits)) => read(&digits)?,
            Some(Piece::Exact(value)) => value,
            Some(Piece::Open) => {
                self.depth += 1;
                if self.depth > DEEPEST {
                    return Err(SumError::TooLarge);
                }
                let inner = self.added()?;
                self.depth -= 1;
                if !self.eat(&Piece::Close) && !self.rest.is_empty() {
                    return Err(SumError::Incomplete);
                }
                inner
            }
            _ => return Err(SumError::Incomplete),
        };
        let mut percent = false;
        while self.eat(&Piece::Percent) {
            value = value.checked_div(Decimal::ONE_HUNDRED).ok_or(SumError::TooLarge)?;
            percent = true;
        }
        if negative {
            value.set_sign_negative(value.is_sign_positive() && !value.is_zero());
        }
        Ok((value, percent))
    }
}

fn read(digits: &str) -> Result<Decimal, SumError> {
    let plain = digits.trim_end_matches('.');
    let plain = if plain.is_empty() { "0" } else { plain };
    plain.parse().map_err(|_| SumError::TooLarge)
}

/// How many figures the display gives: as many as a pocket calculator.
const FIGURES: u32 = 12;

/// A number as the display shows it: 12 significant figures, whole numbers in full, no zeros at the end.
pub fn shown(value: Decimal) -> String {
    let whole = value.trunc().abs().to_string().len() as u32;
    let rounded = if whole > FIGURES && value.fract().is_zero() {
        value
    } else {
        let places = if value.trunc().is_zero() { None } else { Some(FIGURES.saturating_sub(whole)) };
        match places {
            Some(places) => value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero),
            None => value.round_sf_with_strategy(FIGURES, RoundingStrategy::MidpointAwayFromZero).unwrap_or(value),
        }
    };
    rounded.normalize().to_string().replace('-', "−")
}

#[cfg(test)]
mod tests;
