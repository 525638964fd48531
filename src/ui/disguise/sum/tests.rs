#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;
use proptest::prelude::*;

/// Reads a sum written as a line of text.
fn pieces(text: &str) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for letter in text.chars().filter(|letter| *letter != ' ') {
        match letter {
            '+' => out.push(Piece::Op(Op::Add)),
            '−' | '-' => out.push(Piece::Op(Op::Subtract)),
            '×' | '*' => out.push(Piece::Op(Op::Multiply)),
            '÷' | '/' => out.push(Piece::Op(Op::Divide)),
            '(' => out.push(Piece::Open),
            ')' => out.push(Piece::Close),
            '%' => out.push(Piece::Percent),
            digit => match out.last_mut() {
                Some(Piece::Typed(digits)) => digits.push(digit),
                _ => out.push(Piece::Typed(digit.to_string())),
            },
        }
    }
    out
}

fn sum(text: &str) -> String {
    match evaluate(&pieces(text)) {
        Ok(value) => shown(value),
        Err(error) => error.to_string(),
    }
}

#[test]
fn decimals_add_up_as_on_paper() {
    assert_eq!(sum("0.1 + 0.2"), "0.3");
    assert_eq!(sum("1.1 × 1.1"), "1.21");
    assert_eq!(sum("512 − 67.5"), "444.5");
    assert_eq!(sum("100 − 99.9"), "0.1");
}

#[test]
fn times_comes_before_plus() {
    assert_eq!(sum("2 + 3 × 4"), "14");
    assert_eq!(sum("(2 + 3) × 4"), "20");
    assert_eq!(sum("2 − 3 − 4"), "−5");
    assert_eq!(sum("24 ÷ 4 ÷ 2"), "3");
    assert_eq!(sum("3 × −2"), "−6");
    assert_eq!(sum("−(4 − 1)"), "−3");
}

#[test]
fn a_percentage_is_a_part_of_what_stands_before_it() {
    assert_eq!(sum("444.5 × 12%"), "53.34");
    assert_eq!(sum("200 + 10%"), "220");
    assert_eq!(sum("200 − 10%"), "180");
    assert_eq!(sum("100 + 50 + 10%"), "165");
    assert_eq!(sum("50%"), "0.5");
    assert_eq!(sum("200 + 10% × 2"), "200.2");
    assert_eq!(sum("80 ÷ 50%"), "160");
}

#[test]
fn nothing_divides_by_nothing() {
    assert_eq!(sum("7 ÷ 0"), "Cannot divide by 0");
    assert_eq!(sum("7 ÷ (2 − 2)"), "Cannot divide by 0");
    assert_eq!(sum("0 ÷ 0%"), "Cannot divide by 0");
}

#[test]
fn a_number_that_outgrows_the_display_is_refused_in_words() {
    let nines = "9".repeat(28);
    assert_eq!(sum(&format!("{nines} × {nines}")), "Number too large");
    assert_eq!(sum(&"9".repeat(40)), "Number too large");
}

#[test]
fn an_unfinished_sum_says_so() {
    for text in ["", "2 +", "×2", "()", "2 )", "( 2 + 3 ) 4"] {
        assert_eq!(sum(text), "Incomplete sum", "{text}");
    }
    assert_eq!(sum("(2 + 3"), "5");
}

#[test]
fn brackets_without_end_are_refused_and_not_followed() {
    let deep = "(".repeat(5000) + "1";
    assert_eq!(sum(&deep), "Number too large");
}

#[test]
fn twelve_figures_are_shown_and_no_zeros_at_the_end() {
    assert_eq!(sum("1 ÷ 3"), "0.333333333333");
    assert_eq!(sum("2 ÷ 3"), "0.666666666667");
    assert_eq!(sum("10 ÷ 4"), "2.5");
    assert_eq!(sum("1 ÷ 3 × 3"), "1");
    assert_eq!(sum("123456789012345 + 1"), "123456789012346");
    assert_eq!(sum("1 ÷ 80000"), "0.0000125");
    assert_eq!(sum("0 − 0"), "0");
    assert_eq!(sum("0 × −5"), "0");
}

proptest! {
    /// Whole numbers against the machine's own wide integers.
    #[test]
    fn whole_numbers_agree_with_integer_arithmetic(a in -1_000_000i64..1_000_000, b in -1_000_000i64..1_000_000, c in -1000i64..1000) {
        let exact = |n: i64| Piece::Exact(Decimal::from(n));
        let line = [exact(a), Piece::Op(Op::Add), exact(b), Piece::Op(Op::Multiply), exact(c), Piece::Op(Op::Subtract), exact(b)];
        prop_assert_eq!(evaluate(&line), Ok(Decimal::from(a + b * c - b)));
    }

    /// Hundredths, the sums of a shop, against whole pence.
    #[test]
    fn pounds_and_pence_agree_with_pence(a in 0i64..10_000_000, b in 0i64..10_000_000) {
        let pounds = |p: i64| Piece::Typed(format!("{}.{:02}", p / 100, p % 100));
        let line = [pounds(a), Piece::Op(Op::Add), pounds(b)];
        prop_assert_eq!(evaluate(&line), Ok(Decimal::new(a + b, 2)));
    }

    /// Whatever is typed, there is an answer or words, and never a stop.
    #[test]
    fn any_keys_give_a_number_or_words(text in "[0-9.()%×÷+−]{0,40}") {
        let _ = sum(&text);
    }
}
