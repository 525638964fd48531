//! What is recorded, and the rules about it. Pure types: no database, no window, no network.

pub mod ports;
