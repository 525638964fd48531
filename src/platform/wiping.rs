//! The allocator of both programs: what is freed is overwritten first.
//!
//! Keys are newtypes that wipe themselves. Her words pass through many hands that do not: parsers, lists, the pages
//! that are drawn. Wiping everything at the one place where it is given back leaves none of it after a lock;
//! `tests/memory.rs` reads the real program's memory to see.

use std::alloc::System;

use zeroizing_alloc::ZeroAlloc;

#[global_allocator]
static WIPED: ZeroAlloc<System> = ZeroAlloc(System);
