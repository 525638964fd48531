#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
use super::*;

fn seconds(failed: u32) -> u64 {
    Tries { failed, unreported: 0 }.delay().as_secs()
}

#[test]
fn five_tries_are_free_then_the_wait_doubles_up_to_half_a_minute() {
    let waits: Vec<u64> = (0..12).map(seconds).collect();
    assert_eq!(waits, [0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 30, 30]);
    assert_eq!(seconds(u32::MAX), 30);
}

#[test]
fn a_count_that_cannot_be_written_has_the_longest_wait_but_the_first_five_are_still_free() {
    let guessing = |failed| Guessing {
        tries: Tries { failed, unreported: 0 },
        since: Duration::ZERO,
        unwritten: true,
        unshown: false,
    };
    assert_eq!(guessing(4).next_try(), Duration::ZERO);
    assert_eq!(guessing(5).next_try(), LONGEST);
}

#[test]
fn the_count_comes_back_and_an_older_or_spoilt_one_never_keeps_her_out() {
    let tries = Tries { failed: 7, unreported: 9 };
    assert_eq!(Tries::from_bytes(&tries.to_bytes()), tries);
    assert_eq!(Tries::from_bytes(&[1, 0, 0, 0, 3]), Tries { failed: 3, unreported: 3 });
    let whole = tries.to_bytes();
    for cut in 0..whole.len() {
        assert_eq!(Tries::from_bytes(&whole[..cut]), Tries::default(), "{cut}");
    }
    for spoilt in [&b""[..], b"tries", &[3, 0, 0, 0, 9, 0, 0, 0, 9], &[2, 0, 0, 0, 9, 0, 0, 0, 9, 9]] {
        assert_eq!(Tries::from_bytes(spoilt), Tries::default(), "{spoilt:?}");
    }
    assert_eq!(Tries { failed: u32::MAX, unreported: u32::MAX }.counted().failed, u32::MAX);
}

#[test]
fn seconds_are_rounded_up_so_that_she_is_never_told_too_early() {
    assert_eq!(seconds_until(Duration::from_millis(1001), Duration::ZERO), 2);
    assert_eq!(seconds_until(Duration::from_secs(1), Duration::ZERO), 1);
    assert_eq!(seconds_until(Duration::from_secs(1), Duration::from_secs(5)), 0);
}
