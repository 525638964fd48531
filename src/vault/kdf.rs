//! From a typed secret to key material: Argon2id, with bounded costs and memory that is wiped.
//!
//! Argon2id version 0x13, RFC 9106, one lane. The floor of 19 MiB and two passes is OWASP's
//! smallest recommended setting.

use std::time::{Duration, Instant};

use argon2::{Algorithm, Argon2, Block, Params, Version};
use zeroize::Zeroizing;

use super::error::VaultError;

/// How much work one guess costs. Always within the bounds: there is no way to build another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KdfParams {
    memory_kib: u32,
    passes: u32,
}

impl KdfParams {
    /// The least that is ever used: 19 MiB, two passes.
    pub const FLOOR: Self = Self { memory_kib: 19 * 1024, passes: 2 };
    /// What set-up starts from: 64 MiB, three passes.
    pub const DEFAULT: Self = Self { memory_kib: 64 * 1024, passes: 3 };
    /// The most that is accepted from outside: 1 GiB, sixteen passes.
    pub const CAP: Self = Self { memory_kib: 1024 * 1024, passes: 16 };
    /// The one number of lanes in use: a phone that unlocks has other work for its cores.
    pub const LANES: u32 = 1;

    /// Costs read from outside, or chosen: memory in KiB, passes, lanes.
    ///
    /// # Errors
    /// [`VaultError::CostTooLow`], [`VaultError::CostTooHigh`] or [`VaultError::Lanes`].
    pub fn new(memory_kib: u32, passes: u32, lanes: u32) -> Result<Self, VaultError> {
        if lanes != Self::LANES {
            return Err(VaultError::Lanes(lanes));
        }
        if memory_kib > Self::CAP.memory_kib || passes > Self::CAP.passes {
            return Err(VaultError::CostTooHigh { memory_kib, passes });
        }
        if memory_kib < Self::FLOOR.memory_kib || passes < Self::FLOOR.passes {
            return Err(VaultError::CostTooLow { memory_kib, passes });
        }
        Ok(Self { memory_kib, passes })
    }

    /// Memory, in KiB.
    #[must_use]
    pub fn memory_kib(self) -> u32 {
        self.memory_kib
    }

    /// Passes over the memory.
    #[must_use]
    pub fn passes(self) -> u32 {
        self.passes
    }

    /// Always one.
    #[must_use]
    pub fn lanes(self) -> u32 {
        Self::LANES
    }
}

/// Argon2id of a typed secret. The memory that it fills is wiped before it is given back.
///
/// # Errors
/// [`VaultError::Memory`] when the memory cannot be had.
pub fn derive(typed: &[u8], salt: &[u8; 32], params: KdfParams) -> Result<Zeroizing<[u8; 32]>, VaultError> {
    let costs =
        Params::new(params.memory_kib, params.passes, KdfParams::LANES, Some(32)).map_err(|_| VaultError::Cipher)?;
    let mut memory = wiped_memory(costs.block_count())?;
    let mut out = Zeroizing::new([0u8; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, costs)
        .hash_password_into_with_memory(typed, salt, out.as_mut_slice(), &mut **memory)
        .map_err(|_| VaultError::Cipher)?;
    Ok(out)
}

/// Memory of our own, refused with an error where `vec!` would end the process. Boxed, not a
/// `Vec`, because wiping a `Vec` goes over it twice.
fn wiped_memory(blocks: usize) -> Result<Zeroizing<Box<[Block]>>, VaultError> {
    let mut memory = Vec::new();
    memory.try_reserve_exact(blocks).map_err(|_| VaultError::Memory)?;
    memory.resize(blocks, Block::new());
    Ok(Zeroizing::new(memory.into_boxed_slice()))
}

/// Measures this device once and picks costs that take 0.3 to 1 second on it.
///
/// Never under the floor, however slow the device. For set-up only: the costs are then fixed.
///
/// # Errors
/// [`VaultError::Memory`] when not even the floor's memory can be had.
pub fn calibrate() -> Result<KdfParams, VaultError> {
    let measure = |params| {
        let started = Instant::now();
        derive(b"calibration", &[0; 32], params).map(|_| choose(params, started.elapsed()))
    };
    match measure(KdfParams::DEFAULT) {
        // Then the memory is short, so no more of it is asked for than was there.
        Err(VaultError::Memory) => {
            let chosen = measure(KdfParams::FLOOR)?;
            Ok(KdfParams { memory_kib: KdfParams::FLOOR.memory_kib, ..chosen })
        }
        other => other,
    }
}

/// The longest that an unlock should take, and the shortest that a guess should.
const SLOWEST: f64 = 1.0;
const FASTEST: f64 = 0.3;
/// What is aimed at when the default is outside of the two.
const AIM: f64 = 0.6;
/// More memory than this would have the phone close other apps, or this one.
const MOST_MEMORY_KIB: u32 = 256 * 1024;

/// Picks costs from one measurement. Time is taken to grow with memory times passes.
fn choose(measured: KdfParams, took: Duration) -> KdfParams {
    let work = f64::from(measured.memory_kib) * f64::from(measured.passes);
    let seconds_per_unit = (took.as_secs_f64() / work).max(1e-12);
    let seconds = |p: KdfParams| f64::from(p.memory_kib) * f64::from(p.passes) * seconds_per_unit;
    let memory_for = |passes: u32| AIM / (seconds_per_unit * f64::from(passes));

    let default = KdfParams::DEFAULT;
    if seconds(default) > SLOWEST {
        // First one pass fewer, then less memory: memory is what hurts a guesser most.
        let fewer = KdfParams { passes: KdfParams::FLOOR.passes, ..default };
        if seconds(fewer) <= SLOWEST {
            return fewer;
        }
        let memory_kib = whole_mib(memory_for(fewer.passes), KdfParams::FLOOR.memory_kib, default.memory_kib);
        return KdfParams { memory_kib, ..fewer };
    }
    if seconds(default) < FASTEST {
        let memory_kib = whole_mib(memory_for(default.passes), default.memory_kib, MOST_MEMORY_KIB);
        let mut more = KdfParams { memory_kib, ..default };
        while seconds(more) < FASTEST && more.passes < KdfParams::CAP.passes {
            more.passes += 1;
        }
        return more;
    }
    default
}

/// Rounds down to whole MiB, within bounds (all in KiB).
fn whole_mib(kib: f64, least: u32, most: u32) -> u32 {
    // A cast from float saturates, so an absurd measurement ends at a bound.
    let whole = (kib / 1024.0).floor() as u32;
    whole.saturating_mul(1024).clamp(least, most)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn took(milliseconds: u64) -> KdfParams {
        choose(KdfParams::DEFAULT, Duration::from_millis(milliseconds))
    }

    #[test]
    fn a_device_in_the_middle_keeps_the_default() {
        assert_eq!(took(300), KdfParams::DEFAULT);
        assert_eq!(took(1000), KdfParams::DEFAULT);
    }

    #[test]
    fn a_slow_device_gets_less_work_but_never_under_the_floor() {
        assert_eq!(took(1400), KdfParams { memory_kib: 64 * 1024, passes: 2 });
        assert_eq!(took(3000), KdfParams { memory_kib: 19 * 1024, passes: 2 });
        assert_eq!(took(600_000), KdfParams::FLOOR);
        let between = took(2000);
        assert!(between.memory_kib > KdfParams::FLOOR.memory_kib && between.memory_kib < 64 * 1024);
    }

    #[test]
    fn a_fast_device_gets_more_memory_then_more_passes() {
        assert_eq!(took(150), KdfParams { memory_kib: 256 * 1024, passes: 3 });
        let faster = took(20);
        assert_eq!(faster.memory_kib, MOST_MEMORY_KIB);
        assert!(faster.passes > 3);
        assert_eq!(took(0).passes, 16);
    }

    #[test]
    fn whatever_is_chosen_would_be_accepted_when_read_back() {
        for ms in [0, 1, 5, 50, 200, 299, 301, 999, 1001, 1500, 1600, 2500, 9000, 10_000_000] {
            let chosen = took(ms);
            assert_eq!(KdfParams::new(chosen.memory_kib, chosen.passes, 1), Ok(chosen), "{ms} ms");
        }
    }

    #[test]
    fn this_device_is_measured_and_stays_within_the_bounds() {
        let chosen = calibrate().unwrap();
        assert_eq!(KdfParams::new(chosen.memory_kib, chosen.passes, chosen.lanes()), Ok(chosen));
    }

    #[test]
    fn costs_below_the_floor_and_above_the_cap_are_refused_in_words() {
        let low = KdfParams::new(19 * 1024 - 1, 2, 1).unwrap_err();
        assert!(low.to_string().contains("too little work"), "{low}");
        assert!(matches!(KdfParams::new(64 * 1024, 1, 1), Err(VaultError::CostTooLow { .. })));
        let high = KdfParams::new(4 * 1024 * 1024, 3, 1).unwrap_err();
        assert!(high.to_string().contains("too much work"), "{high}");
        assert!(matches!(KdfParams::new(64 * 1024, 1_000_000, 1), Err(VaultError::CostTooHigh { .. })));
        assert_eq!(KdfParams::new(64 * 1024, 3, 4), Err(VaultError::Lanes(4)));
    }

    #[test]
    fn the_key_depends_on_secret_salt_and_costs() {
        let base = derive(b"one", &[1; 32], KdfParams::FLOOR).unwrap();
        assert_eq!(base, derive(b"one", &[1; 32], KdfParams::FLOOR).unwrap());
        assert_ne!(base, derive(b"two", &[1; 32], KdfParams::FLOOR).unwrap());
        assert_ne!(base, derive(b"one", &[2; 32], KdfParams::FLOOR).unwrap());
        let more = KdfParams::new(19 * 1024, 3, 1).unwrap();
        assert_ne!(base, derive(b"one", &[1; 32], more).unwrap());
    }
}
