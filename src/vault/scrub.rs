//! Wipes the stack after keys were used. The one file of this room with `unsafe` in it.
//!
//! Ciphers spread their round keys over the stack, and moving a value leaves the old copy where
//! it was. Wiping on drop reaches neither: measured, key schedules were still there after every
//! owner had been dropped, and none after 64 KiB of stack below the caller had been overwritten.
//! Plain stores to a local that is never read are removed by the compiler, so they are volatile,
//! which needs `unsafe`.
#![allow(unsafe_code)]

use std::mem::MaybeUninit;
use std::sync::atomic::{Ordering, compiler_fence};

/// How much of the stack is overwritten, in 8-byte words: 64 KiB.
const WORDS: usize = 64 * 1024 / 8;

/// Overwrites 64 KiB of stack below the caller's frame with zeros.
///
/// Never inlined: its frame must lie where the frames of the finished calls lay.
#[inline(never)]
pub fn scrub_stack() {
    let mut below = [MaybeUninit::<u64>::uninit(); WORDS];
    for word in &mut below {
        // SAFETY: `word` is a valid, aligned, exclusive place for one `u64`, and writing to an
        // uninitialised place without reading it is allowed.
        unsafe { word.as_mut_ptr().write_volatile(0) };
    }
    compiler_fence(Ordering::SeqCst);
    std::hint::black_box(&mut below);
}

/// Runs `work`, then overwrites the stack that it used.
///
/// `work` is kept out of this frame, so that its locals lie below it and are reached.
pub fn scrubbed<T>(work: impl FnOnce() -> T) -> T {
    #[inline(never)]
    fn below<T>(work: impl FnOnce() -> T) -> T {
        work()
    }
    let out = below(work);
    scrub_stack();
    out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use std::fs::File;
    use std::hint::black_box;
    use std::io::{Read, Seek, SeekFrom};

    use super::*;

    static MARK: [u8; 32] = *b"\x9e\x11key schedule left on the stack";

    /// Leaves the mark some 20 KiB below the caller and says where.
    #[inline(never)]
    fn leave_a_mark() -> usize {
        let mut frame = [0u8; 20 * 1024];
        frame.first_chunk_mut::<32>().unwrap().copy_from_slice(&MARK);
        black_box(&mut frame);
        (&raw const frame) as usize
    }

    /// Reads this process's own memory through the kernel, which needs no pointer.
    fn at(address: usize) -> Option<[u8; 32]> {
        let mut memory = File::open("/proc/self/mem").ok()?;
        memory.seek(SeekFrom::Start(address as u64)).ok()?;
        let mut found = [0u8; 32];
        memory.read_exact(&mut found).ok()?;
        Some(found)
    }

    #[test]
    fn what_a_finished_call_left_on_the_stack_is_overwritten() {
        let Some(_) = at((&raw const MARK) as usize) else {
            return; // A system without /proc/self/mem: nothing can be looked at.
        };
        let address = leave_a_mark();
        assert_eq!(at(address), Some(MARK), "the test must see the mark before it is wiped");
        let address = scrubbed(leave_a_mark);
        assert_eq!(at(address), Some([0; 32]));
    }
}
