#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;

/// Presses the keys of a line: digits, signs, `b` for brackets, `d` for delete, `c` for AC, `m`/`r`/`p`/`s`/`x` for M−, MR, M+, MS, MC.
fn typed(line: &str) -> Calculator {
    let mut calculator = Calculator::default();
    type_on(&mut calculator, line);
    calculator
}

fn type_on(calculator: &mut Calculator, line: &str) {
    for letter in line.chars().filter(|letter| *letter != ' ') {
        calculator.press(match letter {
            '.' => Key::Point,
            '+' => Key::Op(Op::Add),
            '-' => Key::Op(Op::Subtract),
            '*' => Key::Op(Op::Multiply),
            '/' => Key::Op(Op::Divide),
            '%' => Key::Percent,
            '=' => Key::Equals,
            'b' => Key::Brackets,
            'd' => Key::Delete,
            'c' => Key::Clear,
            'm' => Key::MemoryMinus,
            'r' => Key::MemoryRecall,
            'p' => Key::MemoryPlus,
            's' => Key::MemoryStore,
            'x' => Key::MemoryClear,
            digit => Key::Digit(digit),
        });
    }
}

fn display(calculator: &Calculator) -> String {
    calculator.display().iter().map(|run| run.text.as_str()).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_sum_shows_its_result_as_it_is_typed_and_keeps_it_on_the_tape() {
    let mut calculator = typed("128*4=");
    assert_eq!(display(&calculator), "512");
    type_on(&mut calculator, "-67.5=");
    type_on(&mut calculator, "*12%");
    assert_eq!(display(&calculator), "444.5 × 12%");
    assert_eq!(calculator.below().as_deref(), Some("53.34"));
    let tape: Vec<_> = calculator.tape().iter().map(|done| format!("{} = {}", done.sum, done.result)).collect();
    assert_eq!(tape, ["128 × 4 = 512", "512 − 67.5 = 444.5"]);
}

#[test]
fn a_result_makes_way_for_a_new_number_and_carries_all_its_digits_into_a_new_sum() {
    assert_eq!(display(&typed("2+2=7")), "7");
    assert_eq!(display(&typed("1/3=*3=")), "1");
}

#[test]
fn a_slip_of_the_finger_on_a_sign_is_mended_by_the_next() {
    assert_eq!(display(&typed("8+*2")), "8 × 2");
    assert_eq!(display(&typed("8*-+2")), "8 + 2");
    assert_eq!(display(&typed("8*-2=")), "−16");
    assert_eq!(display(&typed("+5")), "5");
    assert_eq!(display(&typed("-5")), "−5");
}

#[test]
fn brackets_open_and_close_where_they_make_sense() {
    assert_eq!(display(&typed("2b3+4b=")), "14");
    assert_eq!(display(&typed("b2+3b*4=")), "20");
    assert_eq!(display(&typed("b-2+3b5")), "(−2 + 3) × 5");
}

#[test]
fn delete_takes_one_thing_at_a_time() {
    assert_eq!(display(&typed("12+34d")), "12 + 3");
    assert_eq!(display(&typed("12+34ddd")), "12");
    assert_eq!(display(&typed("12ddd")), "0");
}

#[test]
fn dividing_by_nothing_is_said_in_place_and_the_sum_stays() {
    let mut calculator = typed("7/0=");
    assert_eq!(calculator.below().as_deref(), Some("Cannot divide by 0"));
    assert_eq!(display(&calculator), "7 ÷ 0");
    assert!(calculator.tape().is_empty());
    type_on(&mut calculator, "d2=");
    assert_eq!(display(&calculator), "3.5");
}

#[test]
fn the_memory_keys_do_what_they_say() {
    let mut calculator = typed("5s c 3p c 1m c r");
    assert_eq!(display(&calculator), "7");
    type_on(&mut calculator, "*2=");
    assert_eq!(display(&calculator), "14");
    type_on(&mut calculator, "x");
    assert!(!calculator.has_memory());
}

#[test]
fn only_bare_digits_count_as_digits() {
    assert_eq!(typed("2468").digits(), Some("2468"));
    assert_eq!(typed("").digits(), Some(""));
    for line in ["24.68", "24+6", "-24", "2+2=", "24%"] {
        assert_eq!(typed(line).digits(), None, "{line}");
    }
}

#[test]
fn what_is_forgotten_is_nowhere() {
    let mut calculator = typed("2468");
    calculator.forget();
    assert_eq!(display(&calculator), "0");
    assert!(calculator.tape().is_empty());
}

#[test]
fn a_very_long_number_stops_growing() {
    let calculator = typed(&"9".repeat(60));
    assert_eq!(display(&calculator).len(), 24);
}
